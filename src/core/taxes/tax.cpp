#include "core/taxes/tax.h"

#include "core/audit/audit.h"

#include <QCoreApplication>
#include <map>

static QString tr(const char *text) { return QCoreApplication::translate("Tax", text); }

static bool isValidOn(const Tax &tax, QDate day)
{
    return tax.active && (!tax.validFrom.isValid() || tax.validFrom <= day) && (!tax.validTo.isValid() || day <= tax.validTo);
}

const Tax *Taxes::find(Id<Tax> id) const
{
    for (const Tax &tax : all)
        if (tax.id == id)
            return &tax;
    return nullptr;
}

const Tax *Taxes::byCode(const QString &code) const
{
    for (const Tax &tax : all)
        if (tax.code == code)
            return &tax;
    return nullptr;
}

const Tax *Taxes::due(const QString &country, const QString &taxClass, QDate day) const
{
    for (const Tax &tax : all)
        if (tax.country == country && tax.taxClass == taxClass && isValidOn(tax, day))
            return &tax;
    return nullptr;
}

const Tax *Taxes::withRate(const QString &country, Rate rate, QDate day) const
{
    const Tax *own = nullptr;
    const Tax *foreign = nullptr;
    int owns = 0, foreigns = 0;
    for (const Tax &tax : all) {
        if (tax.rate != rate || !isValidOn(tax, day))
            continue;
        const bool here = tax.country == country;
        (here ? own : foreign) = &tax;
        ++(here ? owns : foreigns);
    }
    if (owns > 0)
        return owns == 1 ? own : nullptr;
    return foreigns == 1 ? foreign : nullptr;
}

Taxes Taxes::load(Tx &tx) { return {tx.all<Tax>("id > 0 ORDER BY id")}; }

Result<Tax> saveTax(Tx &tx, Tax tax)
{
    tax.code = tax.code.trimmed();
    if (tax.code.isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("A tax needs a code."));
    if (tax.rate.millionths < 0 || tax.rate.millionths > 10'000'000)
        return refuse(QStringLiteral("rate"), tr("The rate of %1 is out of range.").arg(tax.code));
    if (tax.country.size() != 2 || tax.taxClass.trimmed().isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("The tax %1 needs a country of two letters and a class of goods.").arg(tax.code));
    if (tax.validFrom.isValid() && tax.validTo.isValid() && tax.validTo < tax.validFrom)
        return refuse(QStringLiteral("days"), tr("The tax %1 ends before it begins.").arg(tax.code));
    const auto same = tx.first<Tax>("code = ?", tax.code);
    if (same && same->id != tax.id)
        return refuse(QStringLiteral("duplicate"), tr("There is a tax %1 already.").arg(tax.code));
    if (tax.id)
        tx.update(tax);
    else
        tx.insert(tax);
    tx.configurationChanged();
    audit(tx, "tax_saved", "tax", tax.id.value, tax.code);
    return tax;
}

UnitPrice turned(UnitPrice price, Rate tax, bool inclusive)
{
    const Int128 whole = 1'000'000 + Int128(tax.millionths), before = price.millionths;
    return {decimal::narrow(inclusive ? decimal::divide(before * whole, 1'000'000) : decimal::divide(before * 1'000'000, whole)), price.currency};
}

static Money taxOf(Money amount, const Tax *tax, bool inclusive)
{
    if (!tax)
        return Money(0, amount.currency());
    return inclusive ? taxWithin(amount, tax->rate) : taxOn(amount, tax->rate);
}

/// The document's tax per rate, given to its lines so that they add up to it: each line's own rounding, the rest to the largest lines.
static void roundOnce(const std::vector<Taxable> &lines, bool inclusive, std::vector<Taxed> &taxed)
{
    std::map<const Tax *, std::vector<size_t>> byTax;
    for (size_t i = 0; i < lines.size(); ++i)
        if (lines[i].tax)
            byTax[lines[i].tax].push_back(i);
    for (const auto &[tax, members] : byTax) {
        Money amount, given;
        for (const size_t i : members) {
            amount += lines[i].amount;
            given += taxed[i].tax;
        }
        Money rest = taxOf(amount, tax, inclusive) - given;
        auto order = members;
        std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return lines[a].amount.absolute() > lines[b].amount.absolute(); });
        for (size_t next = 0; !rest.isZero(); next = (next + 1) % order.size()) {
            const Money unit(rest.isNegative() ? -1 : 1, rest.currency());
            taxed[order[next]].tax += unit;
            if (inclusive)
                taxed[order[next]].net -= unit;
            rest -= unit;
        }
    }
}

std::vector<Taxed> computeTaxes(const std::vector<Taxable> &lines, bool inclusive, TaxRounding rounding)
{
    std::vector<Taxed> taxed;
    for (const Taxable &line : lines) {
        const Money tax = taxOf(line.amount, line.tax, inclusive);
        taxed.push_back({inclusive ? line.amount - tax : line.amount, tax});
    }
    if (rounding == TaxRounding::PerDocument)
        roundOnce(lines, inclusive, taxed);
    return taxed;
}

#include "core/purchasing/bill.h"

#include "core/audit/audit.h"
#include "core/company/series.h"
#include "core/ledger/exchange.h"
#include "core/parties/party.h"

#include <QCoreApplication>

static QString tr(const char *text) { return QCoreApplication::translate("Bill", text); }

namespace {

/// What a receipt posted to goods received, for whom and where.
struct Received {
    Scope scope;
    Id<Party> supplier;
    Money cost;
};

std::vector<Received> receivedBy(Tx &tx, Id<GoodsReceipt> receipt)
{
    std::vector<Received> parts;
    auto rows = tx.run("SELECT p.category_id, r.party_id, SUM(l.cost) FROM goods_receipt_line l JOIN goods_receipt r ON r.id = l.receipt_id "
                       "JOIN product p ON p.id = l.product_id WHERE l.receipt_id = ? GROUP BY p.category_id, r.party_id ORDER BY p.category_id",
                       receipt);
    while (rows.next()) {
        const Id<Category> category{rows.isNull(0) ? 0 : rows.integer(0)};
        parts.push_back({{.category = category}, {rows.isNull(1) ? 0 : rows.integer(1)}, Money(rows.integer(2), tx.currency())});
    }
    return parts;
}

Result<> checkReceipt(Tx &tx, Id<GoodsReceipt> receipt, const Party &supplier)
{
    auto rows = tx.run("SELECT party_id FROM goods_receipt WHERE id = ?", receipt);
    if (!rows.next())
        return notFound(QStringLiteral("unknown_receipt"), tr("There is no such goods receipt."));
    if (!rows.isNull(0) && rows.integer(0) != supplier.id.value)
        return refuse(QStringLiteral("wrong_supplier"), tr("These goods came from another supplier than %1.").arg(supplier.displayName()));
    return Done{};
}

} // namespace

Result<Id<SupplierBill>> enterBill(Tx &tx, const NewBill &bill)
{
    const Party supplier = tx.get(bill.supplier);
    if (supplier.kind != PartyKind::Supplier)
        return refuse(QStringLiteral("unknown_supplier"), tr("%1 is no supplier.").arg(supplier.displayName()));
    if (bill.supplierNumber.trimmed().isEmpty())
        return refuse(QStringLiteral("incomplete"), tr("A bill needs the supplier's number."));
    if (!bill.net.isPositive() || bill.tax.isNegative() || bill.tax.currency() != bill.net.currency())
        return refuse(QStringLiteral("amount"), tr("A bill needs a net amount above zero and its tax in the same currency."));
    if (tx.number("SELECT COUNT(*) FROM supplier_bill WHERE party_id = ? AND supplier_number = ?", supplier.id, bill.supplierNumber.trimmed()) > 0)
        return refuse(QStringLiteral("duplicate"), tr("Bill %1 of %2 is entered already.").arg(bill.supplierNumber, supplier.displayName()));
    const QDate day = bill.day.isValid() ? bill.day : tx.today();
    const QDate dueOn = day.addDays(bill.termsDays >= 0 ? bill.termsDays : supplier.termsDays);
    const auto rate = exchangeRate(tx, bill.net.currency(), day);
    if (!rate)
        return rate.error();
    std::vector<Received> received;
    if (bill.receipt) {
        if (auto right = checkReceipt(tx, bill.receipt, supplier); !right)
            return right.error();
        if (tx.number("SELECT COUNT(*) FROM supplier_bill WHERE receipt_id = ?", bill.receipt) > 0)
            return refuse(QStringLiteral("duplicate"), tr("This receipt has been billed already."));
        received = receivedBy(tx, bill.receipt);
    } else if (!bill.account) {
        return refuse(QStringLiteral("incomplete"), tr("A bill needs the receipt that it bills, or an account."));
    }
    const QString number = nextNumber(tx, "BILL");
    qint64 id = 0;
    {
        auto rows =
            tx.run("INSERT INTO supplier_bill (number, party_id, supplier_number, receipt_id, day, due_on, at, currency, rate, net, tax, total, "
                   "memo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                   number, supplier.id, bill.supplierNumber.trimmed(), bill.receipt, day, dueOn, tx.now(), bill.net.currency(), *rate, bill.net,
                   bill.tax, bill.net + bill.tax, bill.memo);
        rows.next();
        id = rows.integer(0);
    }
    const Source source{"supplier_bill", id};
    const auto &roles = tx.configured<AccountRoles>();
    const Id<Account> payable = roles.of(role::Payable);
    const Id<Account> variance = roles.of(role::PriceVariance);
    if (!payable || !variance)
        return refuse(QStringLiteral("account_missing"),
                      tr("No account is chosen for “%1”.").arg(QLatin1String(payable ? role::PriceVariance : role::Payable)));
    Posting posting(journal::Purchases, day, tr("Bill %1 of %2").arg(bill.supplierNumber, supplier.displayName()), source);
    posting.at(*rate).credit(payable, bill.net + bill.tax, supplier.id).debit(role::InputTax, {.tax = bill.taxCode}, bill.tax);
    if (bill.receipt) {
        Money whole = tx.zero();
        for (const Received &part : received) {
            posting.debit(role::GoodsReceived, part.scope, part.cost, part.supplier);
            whole += part.cost;
        }
        posting.debit(variance, convert(bill.net, *rate, tx.currency()) - whole);
    } else {
        posting.debit(bill.account, bill.net);
    }
    audit(tx, "bill_entered", "supplier_bill", id, bill.supplierNumber);
    if (auto posted = post(tx, posting); !posted)
        return posted.error();
    openItem(tx, supplier.id, payable, source, {}, day, dueOn, -(bill.net + bill.tax), *rate);
    return Id<SupplierBill>{id};
}

#include "apps/ctl/call.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Call", text); }

static Error wrong(const char *name, const QString &value, const QString &shape)
{
    return refuse(QStringLiteral("usage"), tr("“%1” is no %2 (--%3).").arg(value, shape, QLatin1String(name)));
}

template <class T, class Parse> static Result<std::optional<T>> typed(const Call &call, const char *name, const QString &shape, Parse parse)
{
    if (!call.has(name))
        return std::optional<T>();
    const std::optional<T> parsed = parse(call.option(name));
    if (!parsed)
        return wrong(name, call.option(name), shape);
    return parsed;
}

Result<std::optional<QDate>> Call::day(const char *name) const
{
    return typed<QDate>(*this, name, tr("day such as 2026-01-31"), [](const QString &text) {
        const QDate date = QDate::fromString(text, Qt::ISODate);
        return date.isValid() ? std::optional(date) : std::nullopt;
    });
}

Result<std::optional<Quantity>> Call::quantity(const char *name) const
{
    return typed<Quantity>(*this, name, tr("quantity such as 2.5"), [](const QString &text) { return Quantity::parse(text); });
}

Result<std::optional<Money>> Call::money(const char *name, Currency currency) const
{
    return typed<Money>(*this, name, tr("amount such as 12.34"), [currency](const QString &text) { return Money::parse(text, currency); });
}

Result<std::optional<int>> Call::number(const char *name) const
{
    return typed<int>(*this, name, tr("whole number"), [](const QString &text) {
        bool whole = false;
        const int value = text.toInt(&whole);
        return whole ? std::optional(value) : std::nullopt;
    });
}

Result<Quantity> Call::wordQuantity(const char *name) const
{
    if (const auto parsed = Quantity::parse(word(name)))
        return *parsed;
    return refuse(QStringLiteral("usage"), tr("“%1” is no quantity such as 2.5.").arg(word(name)));
}

QStringList Call::secretLines() const
{
    QStringList lines;
    while (m_input && lines.size() < 10) {
        const QByteArray line = m_input->readLine(8192);
        if (line.isEmpty())
            break;
        lines << QString::fromUtf8(line).trimmed();
    }
    return lines;
}

Json list(JsonArray items, const QString &next)
{
    return object("items", Json(std::move(items)), "next", next.isEmpty() ? Json() : Json(next));
}

Result<Page> pageOf(const Call &call)
{
    const auto limit = call.number("limit");
    if (!limit)
        return limit.error();
    const int most = limit->value_or(100);
    if (most < 1 || most > 10'000)
        return refuse(QStringLiteral("usage"), tr("--limit lies between 1 and 10000."));
    return Page{most, call.option("after")};
}

} // namespace ctl

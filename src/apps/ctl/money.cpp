#include "apps/ctl/call.h"
#include "base/csv.h"
#include "core/billing/payment.h"
#include "core/purchasing/bill.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("MoneyCommands", text); }

namespace {

Json paymentJson(const Payment &payment)
{
    return object("payment", payment.number, "day", day(payment.day), "amount", money(payment.amount), "currency", payment.currency.code(), "method",
                  payment.method);
}

/// Whose money it is: an order's or a customer's.
Result<MoneyMove> moveFrom(Tx &tx, const Call &call)
{
    MoneyMove move;
    Currency currency = tx.currency();
    if (call.has("order")) {
        const auto order = orderByNumber(tx, call.option("order"));
        if (!order)
            return order.error();
        move.order = order->id;
        currency = order->currency;
    } else if (call.has("customer")) {
        const auto customer = partyByCode(tx, PartyKind::Customer, call.option("customer"));
        if (!customer)
            return customer.error();
        move.party = customer->id;
        currency = customer->currency;
    } else {
        return wrongUsage(tr("Say --order NUMBER or --customer CODE."));
    }
    const auto amount = Money::parse(call.word("AMOUNT"), currency);
    if (!amount)
        return wrongUsage(tr("“%1” is no amount such as 12.34.").arg(call.word("AMOUNT")));
    move.amount = *amount;
    if (call.has("method"))
        move.method = call.option("method");
    const auto on = call.day("day");
    if (!on)
        return on.error();
    move.day = on->value_or(QDate());
    move.memo = call.option("memo");
    return move;
}

template <class Command> Result<Answer> moved(Call &call, Session &session, Command command)
{
    const auto payment = session.perform([&](Tx &tx) -> Result<Payment> {
        const auto move = moveFrom(tx, call);
        if (!move)
            return move.error();
        return command(tx, *move);
    });
    if (!payment)
        return payment.error();
    return Answer(paymentJson(*payment));
}

Result<Answer> send(Call &call, Session &session)
{
    const auto on = call.day("day");
    if (!on)
        return on.error();
    const auto payment = session.perform([&](Tx &tx) -> Result<Payment> {
        const auto supplier = partyByCode(tx, PartyKind::Supplier, call.option("supplier"));
        if (!supplier)
            return supplier.error();
        MoneyMove move;
        move.party = supplier->id;
        const auto amount = Money::parse(call.word("AMOUNT"), supplier->currency);
        if (!amount)
            return wrongUsage(tr("“%1” is no amount such as 12.34.").arg(call.word("AMOUNT")));
        move.amount = *amount;
        move.day = on->value_or(QDate());
        move.memo = call.option("memo");
        if (call.has("method"))
            move.method = call.option("method");
        return paySupplier(tx, move);
    });
    if (!payment)
        return payment.error();
    return Answer(paymentJson(*payment));
}

Result<Answer> enter(Call &call, Session &session)
{
    const auto on = call.day("day");
    if (!on)
        return on.error();
    const auto entered = session.perform([&](Tx &tx) -> Result<Json> {
        NewBill bill;
        const auto supplier = partyByCode(tx, PartyKind::Supplier, call.option("supplier"));
        if (!supplier)
            return supplier.error();
        bill.supplier = supplier->id;
        bill.supplierNumber = call.option("number");
        bill.day = on->value_or(QDate());
        const auto net = call.money("net", supplier->currency);
        const auto tax = call.money("tax", supplier->currency);
        if (!net)
            return net.error();
        if (!tax)
            return tax.error();
        bill.net = **net;
        bill.tax = tax->value_or(Money(0, supplier->currency));
        if (call.has("receipt")) {
            bill.receipt = {tx.number("SELECT id FROM goods_receipt WHERE number = ?", call.option("receipt"))};
            if (!bill.receipt)
                return notFound(QStringLiteral("unknown_receipt"), tr("There is no receipt %1.").arg(call.option("receipt")));
        }
        if (call.has("account")) {
            const auto account = accountByCode(tx, call.option("account"));
            if (!account)
                return account.error();
            bill.account = account->id;
        }
        const auto id = enterBill(tx, bill);
        if (!id)
            return id.error();
        return object("bill", tx.text("SELECT number FROM supplier_bill WHERE id = ?", *id), "total", money(bill.net + bill.tax), "due_on",
                      tx.text("SELECT due_on FROM supplier_bill WHERE id = ?", *id));
    });
    if (!entered)
        return entered.error();
    return Answer(*entered);
}

/// A payout file: id,day,gross,fees per row.
Result<Answer> importPayouts(Call &call, Session &session)
{
    const auto bytes = call.bytes("FILE");
    if (!bytes)
        return bytes.error();
    const auto rows = readCsv(*bytes);
    if (rows.empty())
        return refuse(QStringLiteral("empty_file"), tr("The file holds no rows."));
    QStringList titles;
    for (const QString &title : rows.front().cells)
        titles << title.toLower();
    for (const char *needed : {"id", "day", "gross", "fees"})
        if (!titles.contains(QLatin1String(needed)))
            return refuse(QStringLiteral("columns"), tr("The file has no column “%1”.").arg(QLatin1String(needed)),
                          tr("Its columns are id,day,gross,fees."));
    int recorded = 0, known = 0;
    const auto done = session.perform([&](Tx &tx) -> Result<> {
        recorded = known = 0;
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        for (size_t i = 1; i < rows.size(); ++i) {
            const auto cell = [&](const char *title) { return rows[i].cells.value(titles.indexOf(QLatin1String(title))); };
            const auto gross = Money::parse(cell("gross"), channel->currency);
            const auto fees = Money::parse(cell("fees"), channel->currency);
            const QDate on = QDate::fromString(cell("day"), Qt::ISODate);
            if (!gross || !fees || !on.isValid() || cell("id").isEmpty())
                return refuse(QStringLiteral("payload"), tr("Line %1 of the file is no payout: id,day,gross,fees.").arg(rows[i].line));
            const auto payout = recordPayout(tx, {channel->id, cell("id"), on, *gross, *fees, cell("id")});
            if (!payout && payout.error().code != QLatin1String("duplicate"))
                return payout.error();
            ++(payout ? recorded : known);
        }
        return Done{};
    });
    if (!done)
        return done.error();
    return Answer(object("recorded", recorded, "known", known));
}

} // namespace

std::vector<Command> moneyCommands()
{
    return {
        {QStringLiteral("payment receive AMOUNT [--order NUMBER] [--customer CODE] [--method M] [--day D] [--memo T]"),
         tr("Money from a customer; M: bank, cash."),
         [](Call &call, Session &session) { return moved(call, session, receivePayment); },
         {}},
        {QStringLiteral("payment refund AMOUNT [--order NUMBER] [--customer CODE] [--method M] [--day D] [--memo T]"),
         tr("Money back to a customer."),
         [](Call &call, Session &session) { return moved(call, session, refundPayment); },
         {}},
        {QStringLiteral("payment send AMOUNT --supplier CODE [--method M] [--day D] [--memo T]"),
         tr("Money to a supplier, against open bills."),
         send,
         {}},
        {QStringLiteral("bill enter --supplier CODE --number N --net A [--tax A] [--receipt R] [--account CODE] [--day D]"),
         tr("A supplier's bill."),
         enter,
         {}},
        {QStringLiteral("payout import NAME FILE"), tr("A channel's payouts: id,day,gross,fees."), importPayouts, {}},
    };
}

} // namespace ctl

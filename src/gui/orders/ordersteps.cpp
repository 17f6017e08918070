#include "core/billing/payment.h"
#include "core/billing/returnorder.h"
#include "core/sales/cancelorder.h"
#include "core/sales/changeorder.h"
#include "core/sales/confirmorder.h"
#include "core/sales/shiporder.h"
#include "gui/bind/typing.h"
#include "gui/orders/orderplace.h"

#include <QLabel>
#include <QTabWidget>

// The steps of an order, from draft to cash. Each says on its button what it will do.

void OrderPlace::makeActions()
{
    m_confirm = addAction("check", tr("Confirm"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { confirm(); });
    m_release = addAction("play", tr("Release"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { step(tr("Released."), releaseOrder); });
    m_pick = addAction("hand", tr("Pick"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] { step(tr("Picked."), pickOrder, Part()); });
    m_pack = addAction("package", tr("Pack"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] { step(tr("Packed."), packOrder, Part()); });
    m_ship = addAction("truck", tr("Ship…"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] { ship(); });
    m_invoice = addAction("receipt", tr("Post invoice"), QKeySequence(Qt::CTRL | Qt::Key_4), [this] { invoice(); });
    m_pay = addAction("banknote", tr("Receive payment…"), QKeySequence(Qt::CTRL | Qt::Key_5), [this] { receiveMoney(); });
    toolbar()->addSeparator();
    m_shipping = addAction("truck", tr("Charge shipping…"), QKeySequence(Qt::CTRL | Qt::Key_6), [this] { addShipping(); });
    m_address = addAction("map-pin", tr("Deliver to…"), QKeySequence(Qt::CTRL | Qt::Key_7), [this] { changeAddress(); });
    m_hold = addAction("pause", tr("Hold…"), QKeySequence(Qt::CTRL | Qt::Key_H), [this] { hold(); });
    m_return = addAction("rotate-ccw", tr("Return…"), QKeySequence(Qt::CTRL | Qt::Key_R), [this] { takeBack(); });
    m_refund = addAction("undo-2", tr("Refund…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { refund(); });
    m_cancel = addAction("ban", tr("Cancel order…"), QKeySequence(Qt::CTRL | Qt::Key_Delete), [this] { cancel(); });
    m_invoice->setToolTip(tr("Bills what is shipped and posts it. Taken back only by a credit note. (%1)")
                              .arg(m_invoice->shortcut().toString(QKeySequence::NativeText)));
}

/// The way to cash is always in sight, grey where it does not apply; everything else only where it does.
void OrderPlace::showActions()
{
    const SalesOrder &order = m_view.document.order;
    const OrderState state = m_order ? order.state : OrderState::Draft;
    const auto &lines = m_view.document.lines;
    const auto any = [&](auto test) { return std::any_of(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.isGoods() && test(l); }); };
    const bool working = state >= OrderState::Confirmed && state <= OrderState::PartlyShipped;
    m_confirm->setVisible(state == OrderState::Draft);
    m_confirm->setEnabled(m_order && !lines.empty());
    m_pick->setEnabled(working && any([](const SalesLine &l) { return l.picked < l.allocated; }));
    m_pack->setEnabled(working && any([](const SalesLine &l) { return l.packed < l.picked; }));
    m_ship->setEnabled(working && any([](const SalesLine &l) { return l.allocated.isPositive(); }));
    m_invoice->setEnabled(state >= OrderState::Confirmed && any([](const SalesLine &l) { return l.unbilled().isPositive(); }));
    m_pay->setEnabled(m_order && state != OrderState::Draft && state != OrderState::Cancelled && order.paid < order.total);
    const auto only = [](QAction *action, bool applies) {
        action->setVisible(applies);
        action->setEnabled(applies);
    };
    only(m_release, state == OrderState::OnHold);
    only(m_shipping, m_order && state == OrderState::Draft);
    only(m_address, m_order && state < OrderState::PartlyShipped);
    only(m_hold, m_order && state != OrderState::OnHold && state <= OrderState::Packed);
    only(m_return, any([](const SalesLine &l) { return l.returned < l.shipped; }));
    only(m_refund, m_order && order.paid.isPositive());
    only(m_cancel, m_order && state < OrderState::Closed && any([](const SalesLine &l) { return l.outstanding().isPositive(); }));
    m_entry->setVisible(isDraft());
    m_hint->setVisible(isDraft());
    m_customer->setReadOnly(bool(m_order));
    m_reference->setReadOnly(!isDraft());
    m_note->setReadOnly(!isDraft());
    m_tabs->setVisible(bool(m_order));
}

void OrderPlace::confirm()
{
    if (isDirty() && !save())
        return; // what is typed in the entry row belongs to the order
    step(tr("Confirmed: the goods are promised."), confirmOrder);
}

Result<Part> OrderPlace::partFrom(const Question &question, const std::vector<int> &lines) const
{
    Part part;
    const QStringList typed = question.quantities();
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto quantity = typed[qsizetype(i)].isEmpty() ? Quantity() : typedQuantity(typed[qsizetype(i)]);
        if (!quantity || quantity->isNegative())
            return refuse(QStringLiteral("quantity"), tr("“%1” is no quantity.").arg(typed[qsizetype(i)]));
        if (quantity->isPositive())
            part.emplace_back(lines[i], *quantity);
    }
    if (part.empty())
        return refuse(QStringLiteral("nothing_to_do"), tr("Every quantity is zero."));
    return part;
}

void OrderPlace::ship()
{
    auto *question = new Question(this, tr("Ship %1").arg(title()), tr("Ship and post the cost of goods"));
    question->addText("carrier", tr("Carrier"));
    question->addText("tracking", tr("Tracking number"));
    const bool anyPacked =
        std::any_of(m_view.document.lines.begin(), m_view.document.lines.end(), [](const SalesLine &l) { return l.packed.isPositive(); });
    std::vector<int> lines;
    std::vector<QStringList> rows;
    for (const SalesLine &line : m_view.document.lines)
        if (line.isGoods() && !line.isKit() && line.allocated.isPositive()) {
            lines.push_back(line.line);
            rows.push_back({line.sku + QStringLiteral("  ") + line.description, line.allocated.toString(QLocale()),
                            (anyPacked ? line.packed : line.allocated).toString(QLocale())});
        }
    question->addQuantities({tr("Product"), tr("Allocated"), tr("Ship now")}, rows);
    question->ask([this, question, lines]() -> Result<> {
        const auto part = partFrom(*question, lines);
        if (!part)
            return part.error();
        const auto shipment = desk().perform(shipOrder, m_order, Dispatch{*part, question->text("carrier"), question->text("tracking"), {}});
        if (!shipment)
            return shipment.error();
        notice().good(tr("Shipped: %1.").arg(shipment->number));
        return Done{};
    });
}

void OrderPlace::invoice()
{
    const auto invoice = desk().perform([this](Tx &tx) { return invoiceOrder(tx, m_order); });
    if (notice().tell(invoice))
        notice().good(tr("Invoiced: %1 over %2.").arg(invoice->number, invoice->total.withCurrency(QLocale())));
}

Question *OrderPlace::askForMoney(const QString &title, const QString &verb, Money suggested)
{
    auto *question = new Question(this, title, verb);
    question->addText("amount", tr("Amount in %1").arg(m_view.document.order.currency.code()),
                      suggested.isPositive() ? suggested.toString(QLocale()) : QString());
    question->addChoice("method", tr("By"), {{QStringLiteral("bank"), tr("Bank")}, {QStringLiteral("cash"), tr("Cash")}});
    question->addDay("day", tr("Day (empty: today)"));
    question->addText("memo", tr("Note"));
    return question;
}

Result<MoneyMove> OrderPlace::moneyFrom(const Question &question) const
{
    MoneyMove move;
    move.order = m_order;
    const auto amount = typedMoney(question.text("amount"), m_view.document.order.currency);
    if (!amount)
        return refuse(QStringLiteral("amount"), tr("“%1” is no amount.").arg(question.text("amount")));
    const auto day = question.day("day");
    if (!day)
        return refuse(QStringLiteral("day"), tr("“%1” is no day.").arg(question.text("day")));
    move.amount = *amount;
    move.day = *day;
    move.method = question.text("method");
    move.memo = question.text("memo");
    return move;
}

void OrderPlace::receiveMoney()
{
    const SalesOrder &order = m_view.document.order;
    auto *question = askForMoney(tr("Payment for %1").arg(title()), tr("Post the payment"), order.total - order.paid);
    question->ask([this, question]() -> Result<> {
        const auto move = moneyFrom(*question);
        if (!move)
            return move.error();
        const auto payment = desk().perform(receivePayment, *move);
        if (!payment)
            return payment.error();
        notice().good(tr("Posted: %1.").arg(payment->number));
        return Done{};
    });
}

void OrderPlace::refund()
{
    auto *question = askForMoney(tr("Refund for %1").arg(title()), tr("Post the refund"), Money());
    question->ask([this, question]() -> Result<> {
        const auto move = moneyFrom(*question);
        if (!move)
            return move.error();
        const auto payment = desk().perform(refundPayment, *move);
        if (!payment)
            return payment.error();
        notice().good(tr("Posted: %1.").arg(payment->number));
        return Done{};
    });
}

void OrderPlace::changeAddress()
{
    auto *question = new Question(this, tr("Where %1 goes").arg(title()), tr("Deliver there"));
    const Address &now = m_view.document.deliverTo();
    question->addText("name", tr("Name"), now.name);
    question->addText("company", tr("Company"), now.company);
    question->addText("street", tr("Street"), now.street);
    question->addText("street2", tr("Street 2"), now.street2);
    question->addText("postcode", tr("Postcode"), now.postcode);
    question->addText("city", tr("City"), now.city);
    question->addText("region", tr("Region"), now.region);
    question->addText("country", tr("Country (two letters)"), now.country);
    question->ask([this, question]() -> Result<> {
        Address to = m_view.document.deliverTo();
        for (const auto &[name, field] :
             {std::pair("name", &Address::name), std::pair("company", &Address::company), std::pair("street", &Address::street),
              std::pair("street2", &Address::street2), std::pair("postcode", &Address::postcode), std::pair("city", &Address::city),
              std::pair("region", &Address::region), std::pair("country", &Address::country)})
            to.*field = question->text(name);
        to.country = to.country.toUpper();
        if (isDraft()) { // where the goods go decides the tax
            NewOrder order = m_draft;
            order.delivery = to;
            const auto changed = desk().perform(changeOrder, m_order, order);
            return changed ? Result<>(Done{}) : Result<>(changed.error());
        }
        return desk().perform(changeAddresses, m_order, m_view.document.billing, to);
    });
}

void OrderPlace::cancel()
{
    auto *question = new Question(this, tr("Cancel %1").arg(title()), tr("Cancel what is not shipped"));
    question->addText("reason", tr("Reason"));
    question->ask([this, question]() -> Result<> {
        const auto cancelled = desk().perform(cancelOrder, m_order, Part(), question->text("reason"));
        if (!cancelled)
            return cancelled.error();
        notice().good(tr("Cancelled; the goods are free again."));
        return Done{};
    });
}

void OrderPlace::hold()
{
    auto *question = new Question(this, tr("Hold %1").arg(title()), tr("Put on hold"));
    question->addText("reason", tr("Reason"));
    question->ask([this, question]() -> Result<> {
        const auto held = desk().perform(holdOrder, m_order, question->text("reason"));
        if (!held)
            return held.error();
        return Done{};
    });
}

void OrderPlace::takeBack()
{
    auto *question = new Question(this, tr("Return of %1").arg(title()), tr("Take back and credit"));
    question->addChoice("decision", tr("The goods"),
                        {{QStringLiteral("1"), tr("go back on the shelf")},
                         {QStringLiteral("2"), tr("are scrapped")},
                         {QStringLiteral("3"), tr("stay with the customer")}});
    question->addText("reason", tr("Reason"));
    std::vector<int> lines;
    std::vector<QStringList> rows;
    for (const SalesLine &line : m_view.document.lines)
        if (line.isGoods() && line.returned < line.shipped) {
            lines.push_back(line.line);
            rows.push_back(
                {line.sku + QStringLiteral("  ") + line.description, (line.shipped - line.returned).toString(QLocale()), QStringLiteral("0")});
        }
    question->addQuantities({tr("Product"), tr("Shipped"), tr("Comes back")}, rows);
    question->ask([this, question, lines]() -> Result<> {
        const auto part = partFrom(*question, lines);
        if (!part)
            return part.error();
        std::vector<ReturnLine> back;
        for (const auto &[line, quantity] : *part)
            back.push_back({line, quantity, ReturnDecision(question->text("decision").toInt()), {}, {}});
        const QString reason = question->text("reason");
        const auto made = desk().perform([&](Tx &tx) { return returnOrder(tx, m_order, back, reason); });
        if (!made)
            return made.error();
        notice().good(made->creditNote ? tr("Returned: %1, credited by %2.").arg(made->number, made->creditNote->number)
                                       : tr("Returned: %1.").arg(made->number));
        return Done{};
    });
}

#include "core/billing/payment.h"
#include "core/billing/returnorder.h"
#include "core/sales/cancelorder.h"
#include "core/sales/confirmorder.h"
#include "core/sales/shiporder.h"
#include "gui/orders/orderplace.h"

#include <QLabel>
#include <QTabWidget>
#include <QTableWidget>

// The steps of an order, from draft to cash. Each says on its button what it will do.

void OrderPlace::makeActions()
{
    m_confirm = addAction("check", tr("Confirm"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { step(tr("Confirmed: goods are allocated."), confirmOrder); });
    m_release = addAction("play", tr("Release"), QKeySequence(Qt::CTRL | Qt::Key_L), [this] { step(tr("Released."), releaseOrder); });
    m_pick = addAction("hand", tr("Pick"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] { step(tr("Picked."), pickOrder, Part()); });
    m_pack = addAction("package", tr("Pack"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] { step(tr("Packed."), packOrder, Part()); });
    m_ship = addAction("truck", tr("Ship…"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] { ship(); });
    m_invoice = addAction("receipt", tr("Invoice"), QKeySequence(Qt::CTRL | Qt::Key_4), [this] { invoice(); });
    m_pay = addAction("banknote", tr("Receive payment…"), QKeySequence(Qt::CTRL | Qt::Key_5), [this] { receivePaymentNow(); });
    m_hold = addAction("pause", tr("Hold…"), {}, [this] { hold(); });
    m_return = addAction("rotate-ccw", tr("Return…"), {}, [this] { takeBack(); });
    m_refund = addAction("undo-2", tr("Refund…"), {}, [this] { refund(); });
    m_cancel = addAction("ban", tr("Cancel order…"), {}, [this] { cancel(); });
}

void OrderPlace::showActions()
{
    const OrderState state = m_order ? m_view.document.order.state : OrderState::Draft;
    const auto &lines = m_view.document.lines;
    const auto any = [&](auto test) { return std::any_of(lines.begin(), lines.end(), [&](const SalesLine &l) { return l.isGoods() && test(l); }); };
    const bool working = state >= OrderState::Confirmed && state <= OrderState::PartlyShipped;
    m_confirm->setVisible(!m_order || state == OrderState::Draft);
    m_confirm->setEnabled(m_order && state == OrderState::Draft && !lines.empty());
    m_release->setVisible(state == OrderState::OnHold);
    m_pick->setEnabled(working && any([](const SalesLine &l) { return l.picked < l.allocated; }));
    m_pack->setEnabled(working && any([](const SalesLine &l) { return l.packed < l.picked; }));
    m_ship->setEnabled(working && any([](const SalesLine &l) { return l.allocated.isPositive(); }));
    m_invoice->setEnabled(any([](const SalesLine &l) { return l.shipped > l.invoiced; }));
    m_pay->setEnabled(m_order && state != OrderState::Cancelled && m_view.document.order.paid < m_view.document.order.total);
    m_hold->setEnabled(m_order && state != OrderState::OnHold && state <= OrderState::Packed);
    m_return->setEnabled(any([](const SalesLine &l) { return l.returned < l.shipped; }));
    m_refund->setEnabled(m_order && m_view.document.order.paid.isPositive());
    m_cancel->setEnabled(m_order && state < OrderState::Closed && any([](const SalesLine &l) { return l.outstanding().isPositive(); }));
    m_entry->setVisible(isDraft());
    m_hint->setVisible(isDraft());
    m_customerEdit->setReadOnly(bool(m_order));
    m_reference->setReadOnly(!isDraft());
    m_tabs->setVisible(bool(m_order));
}

Result<Part> OrderPlace::partFrom(const Question &question, const std::vector<int> &lines) const
{
    Part part;
    const QStringList typed = question.quantities();
    for (size_t i = 0; i < lines.size(); ++i) {
        const auto quantity = Quantity::parse(typed[qsizetype(i)].isEmpty() ? QStringLiteral("0") : typed[qsizetype(i)], QLocale());
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
    const bool anyPacked = std::any_of(m_view.document.lines.begin(), m_view.document.lines.end(), [](const SalesLine &l) { return l.packed.isPositive(); });
    std::vector<int> lines;
    std::vector<QStringList> rows;
    for (const SalesLine &line : m_view.document.lines)
        if (line.isGoods() && line.allocated.isPositive()) {
            lines.push_back(line.line);
            rows.push_back({line.sku + QStringLiteral("  ") + line.description, line.allocated.toString(QLocale()), (anyPacked ? line.packed : line.allocated).toString(QLocale())});
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

void OrderPlace::receivePaymentNow()
{
    auto *question = new Question(this, tr("Payment for %1").arg(title()), tr("Post the payment"));
    const SalesOrder &order = m_view.document.order;
    question->addText("amount", tr("Amount in %1").arg(order.currency.code()), (order.total - order.paid).toString(QLocale()));
    question->addChoice("method", tr("Received by"), {{QStringLiteral("bank"), tr("Bank")}, {QStringLiteral("cash"), tr("Cash")}});
    question->addText("memo", tr("Note"));
    question->ask([this, question, currency = order.currency]() -> Result<> {
        MoneyMove move;
        move.order = m_order;
        const auto amount = Money::parse(question->text("amount"), currency, QLocale());
        if (!amount)
            return refuse(QStringLiteral("amount"), tr("“%1” is no amount.").arg(question->text("amount")));
        move.amount = *amount;
        move.method = question->text("method");
        move.memo = question->text("memo");
        const auto payment = desk().perform(receivePayment, move);
        if (!payment)
            return payment.error();
        notice().good(tr("Posted: %1.").arg(payment->number));
        return Done{};
    });
}

void OrderPlace::refund()
{
    auto *question = new Question(this, tr("Refund for %1").arg(title()), tr("Post the refund"));
    const Currency currency = m_view.document.order.currency;
    question->addText("amount", tr("Amount in %1").arg(currency.code()));
    question->addChoice("method", tr("Paid by"), {{QStringLiteral("bank"), tr("Bank")}, {QStringLiteral("cash"), tr("Cash")}});
    question->addText("memo", tr("Note"));
    question->ask([this, question, currency]() -> Result<> {
        MoneyMove move;
        move.order = m_order;
        const auto amount = Money::parse(question->text("amount"), currency, QLocale());
        if (!amount)
            return refuse(QStringLiteral("amount"), tr("“%1” is no amount.").arg(question->text("amount")));
        move.amount = *amount;
        move.method = question->text("method");
        move.memo = question->text("memo");
        const auto payment = desk().perform(refundPayment, move);
        if (!payment)
            return payment.error();
        notice().good(tr("Posted: %1.").arg(payment->number));
        return Done{};
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
                        {{QStringLiteral("1"), tr("go back on the shelf")}, {QStringLiteral("2"), tr("are scrapped")}, {QStringLiteral("3"), tr("stay with the customer")}});
    question->addText("reason", tr("Reason"));
    std::vector<int> lines;
    std::vector<QStringList> rows;
    for (const SalesLine &line : m_view.document.lines)
        if (line.isGoods() && line.returned < line.shipped) {
            lines.push_back(line.line);
            rows.push_back({line.sku + QStringLiteral("  ") + line.description, (line.shipped - line.returned).toString(QLocale()), QStringLiteral("0")});
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
        notice().good(made->creditNote ? tr("Returned: %1, credited by %2.").arg(made->number, made->creditNote->number) : tr("Returned: %1.").arg(made->number));
        return Done{};
    });
}

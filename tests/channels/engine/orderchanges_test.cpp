#include "core/billing/returnorder.h"
#include "core/sales/cancelorder.h"
#include "core/verify/verify.h"
#include "engine/fakeshop.h"

#include <QFile>

// docs/order-changes.md is the table of this test: each cell is carried out, and what happened is compared with its words. After each, the books must
// be right, the next message must be understood, and the order must come to its end with the money that the shop says.

using namespace channels;

namespace {

RemoteLine lineOf(const char *id, const char *sku, int units, const char *gross, RemoteLineKind kind = RemoteLineKind::Goods)
{
    RemoteLine line;
    line.externalId = QString::fromLatin1(id);
    line.kind = kind;
    line.sku = kind == RemoteLineKind::Goods ? QString::fromLatin1(sku) : QString();
    line.description = QString::fromLatin1(sku);
    line.quantity = pcs(units);
    line.discount = eur("0.00");
    const Money whole = eur(gross);
    line.unitPrice = unitPrice(whole, line.quantity);
    line.tax = taxWithin(whole, Rate{190'000});
    line.net = whole - line.tax;
    line.taxes = {{QStringLiteral("1"), QStringLiteral("VAT"), Rate{190'000}, line.net, line.tax}};
    return line;
}

Money sumOf(const RemoteOrder &order)
{
    Money sum = eur("0.00");
    for (const RemoteLine &line : order.lines)
        sum += line.net + line.tax;
    return sum;
}

Money refundedBy(const RemoteOrder &order)
{
    Money sum = eur("0.00");
    for (const RemoteRefund &refund : order.refunds)
        sum += refund.amount;
    return sum;
}

Money paidBy(const RemoteOrder &order)
{
    Money sum = eur("0.00");
    for (const RemotePayment &payment : order.payments)
        sum += payment.amount;
    return sum;
}

/// An order in one of the table's states.
struct ChangeCompany : ShopCompany {
    ChangeCompany(const QString &state, bool paid)
    {
        const int stock = state == QLatin1String("waiting") ? 0 : 10;
        product("MUG", "10.00", stock);
        product("CUP", "10.00", stock);
        product("PEN", "10.00", 10);
        RemoteOrder &order = shop.sells("1", "MUG", 3, "35.70");
        order.lines.push_back(lineOf("l2", "CUP", 1, "11.90"));
        order.lines.push_back(lineOf("s1", "Parcel", 1, "4.76", RemoteLineKind::Shipping));
        order.total = order.payments[0].amount = sumOf(order);
        payments = order.payments;
        if (!paid)
            order.payments.clear();
        pulled();
        id = onlyOrder().id;
        bring(state, paid);
    }

    void bring(const QString &state, bool paid)
    {
        if (state == QLatin1String("on hold"))
            must(holdOrder, id, QStringLiteral("asks back"));
        if (state == QLatin1String("picked") || state == QLatin1String("packed"))
            must(pickOrder, id, Part{});
        if (state == QLatin1String("packed"))
            must(packOrder, id, Part{});
        if (state == QLatin1String("partly shipped"))
            must(shipOrder, id, Dispatch{{{1, pcs(1)}}, {}, {}, {}});
        const QStringList gone{QStringLiteral("shipped"), QStringLiteral("invoiced"), QStringLiteral("closed")};
        if (gone.contains(state))
            must(shipOrder, id, Dispatch());
        if (gone.indexOf(state) > 0)
            must([&](Tx &tx) { return invoiceOrder(tx, id); });
        if (state == QLatin1String("closed")) {
            if (!paid)
                must(receivePayment, MoneyMove{id, {}, payments[0].amount, QStringLiteral("bank"), {}, {}, {}, {}});
            must(closeOrder, id);
        }
    }

    RemoteOrder &order() { return shop.orders[0]; }
    void tell() { shop.change(order(), ++m_second * 60); }
    OrderDocument document()
    {
        return ask([&](Tx &tx) { return loadOrder(tx, id); });
    }
    std::vector<SyncException> open()
    {
        return ask([](Tx &tx) { return tx.all<SyncException>("resolution = '' AND kind <> 'no_stock'"); });
    }
    void resolve(const char *action)
    {
        const auto exception = open().front().id;
        must([&](Tx &tx) { return resolveException(tx, exception, {QString::fromLatin1(action), {}, {}}, shop); });
    }
    bool isProven()
    {
        const Verification found = ask([](Tx &tx) { return verify(tx, std::nullopt); });
        for (const auto &difference : found.differences)
            ADD_FAILURE() << qPrintable(difference.where) << ": " << qPrintable(difference.text);
        return found.ok();
    }
    Money billed() { return Money(number("SELECT COALESCE(SUM(CASE WHEN kind = 1 THEN total ELSE -total END), 0) FROM invoice"), Eur); }

    Id<SalesOrder> id;
    std::vector<RemotePayment> payments;

private:
    int m_second = 0;
};

void scale(RemoteLine &line, const char *gross)
{
    const RemoteLine now = lineOf("", "", 1, gross);
    line.net = now.net;
    line.tax = now.tax;
    line.taxes = now.taxes;
}

void refund(ChangeCompany &company, const char *amount, std::vector<RemoteRefundLine> lines)
{
    company.order().refunds = {{QStringLiteral("r1"), company.order().placedAt, QStringLiteral("sorry"), eur(amount), std::move(lines), true}};
}

using Act = std::function<void(ChangeCompany &)>;

const std::map<QString, Act> &acts()
{
    static const std::map<QString, Act> all{
        {"line added", [](ChangeCompany &c) { c.order().lines.push_back(lineOf("l3", "PEN", 2, "23.80")); }},
        {"line removed", [](ChangeCompany &c) { c.order().lines.erase(c.order().lines.begin() + 1); }},
        {"quantity larger",
         [](ChangeCompany &c) {
             c.order().lines[0].quantity = pcs(4);
             scale(c.order().lines[0], "47.60");
         }},
        {"quantity smaller",
         [](ChangeCompany &c) {
             c.order().lines[0].quantity = pcs(1);
             scale(c.order().lines[0], "11.90");
         }},
        {"discount given",
         [](ChangeCompany &c) {
             scale(c.order().lines[0], "32.13");
             c.order().lines[0].discount = eur("3.00");
         }},
        {"price raised", [](ChangeCompany &c) { scale(c.order().lines[0], "39.27"); }},
        {"shipping cheaper", [](ChangeCompany &c) { scale(c.order().lines[2], "2.38"); }},
        {"shipping dearer", [](ChangeCompany &c) { scale(c.order().lines[2], "7.14"); }},
        {"delivery address changed",
         [](ChangeCompany &c) {
             c.order().shipping = c.order().billing;
             c.order().shipping.city = QStringLiteral("Potsdam");
         }},
        {"billing address changed", [](ChangeCompany &c) { c.order().billing.street = QStringLiteral("Side St 2"); }},
        {"note changed", [](ChangeCompany &c) { c.order().note = QStringLiteral("ring twice"); }},
        {"cancelled",
         [](ChangeCompany &c) {
             c.order().state = RemoteState::Cancelled;
             c.order().shopState = QStringLiteral("cancelled");
         }},
        {"amount refunded", [](ChangeCompany &c) { refund(c, "5.00", {}); }},
        {"unit refunded",
         [](ChangeCompany &c) {
             refund(c, "11.90", {{QStringLiteral("l1"), pcs(1), eur("10.00"), eur("1.90"), true}});
         }},
        {"unit taken back here, then refunded",
         [](ChangeCompany &c) {
             if (c.document().lines[0].shipped.isPositive())
                 c.must(returnOrder, c.id, std::vector<ReturnLine>{{1, pcs(1)}}, QStringLiteral("came back"), QDate());
             else
                 c.must(cancelOrder, c.id, Part{{1, pcs(1)}}, QStringLiteral("broken"));
             refund(c, "11.90", {{QStringLiteral("l1"), pcs(1), eur("10.00"), eur("1.90"), true}});
         }},
        {"everything refunded",
         [](ChangeCompany &c) {
             c.order().state = RemoteState::Refunded;
             refund(c, "52.36", {});
         }},
        {"unit exchanged",
         [](ChangeCompany &c) {
             c.order().lines.push_back(lineOf("l3", "PEN", 1, "11.90"));
             RemotePayment more = c.payments[0];
             more.externalId = QStringLiteral("more");
             more.amount = eur("11.90");
             c.order().payments.push_back(more);
             refund(c, "11.90", {{QStringLiteral("l1"), pcs(1), eur("10.00"), eur("1.90"), true}});
         }},
        {"paid late", [](ChangeCompany &c) { c.order().payments = c.payments; }},
    };
    return all;
}

/// What can be seen of an order before and after.
struct Sight {
    OrderDocument document;
    Quantity waiting, cancelled;
    qint64 credits = 0, returns = 0;
    explicit Sight(ChangeCompany &company) : document(company.document())
    {
        for (const SalesLine &line : document.lines)
            if (line.isGoods()) {
                waiting += line.outstanding();
                cancelled += line.cancelled;
            }
        credits = company.number("SELECT COUNT(*) FROM invoice WHERE kind = 2");
        returns = company.number("SELECT COUNT(*) FROM sales_return");
    }
    bool saysTheSame(const Sight &other) const
    {
        return document.order.total == other.document.order.total && document.order.note == other.document.order.note
               && document.billing == other.document.billing && document.deliverTo() == other.document.deliverTo();
    }
};

QString whatHappened(const Sight &before, const Sight &after, bool exception, bool paidLate)
{
    QStringList words;
    if (!before.saysTheSame(after) || (paidLate && after.document.order.paid > before.document.order.paid))
        words << QStringLiteral("applied");
    if (before.document.order.state >= OrderState::Shipped && after.waiting.isPositive())
        words << QStringLiteral("more to ship");
    if (after.document.order.state == OrderState::Cancelled)
        words << QStringLiteral("cancelled");
    else if (after.cancelled > before.cancelled)
        words << (after.waiting.isZero() ? QStringLiteral("rest cancelled") : QStringLiteral("taken off"));
    if (after.returns > before.returns)
        words << QStringLiteral("returned");
    if (after.credits > before.credits)
        words << QStringLiteral("credited");
    if (exception)
        words << QStringLiteral("exception");
    if (after.document.order.state == OrderState::OnHold && before.document.order.state != OrderState::OnHold)
        words << QStringLiteral("on hold");
    return words.join(QStringLiteral(", "));
}

/// Picks, ships and bills whatever is left.
void finish(ChangeCompany &company)
{
    SalesOrder order = company.document().order;
    if (order.state == OrderState::Cancelled)
        return;
    if (order.state == OrderState::OnHold)
        company.must(releaseOrder, company.id);
    company.must([](Tx &tx) {
        std::vector<Receipt> lines;
        for (const Product &product : tx.all<Product>("id > 0 ORDER BY id"))
            lines.push_back({product.id, pcs(10), UnitPrice::parse(u"4", Eur), {}, {}, {}});
        return receiveGoods(tx, lines, tx.today());
    });
    for (int parcel = 0; parcel < 2 && Sight(company).waiting.isPositive(); ++parcel)
        company.must(shipOrder, company.id, Dispatch()); // what is packed goes first
    const Sight now(company);
    const bool isBilled = std::all_of(now.document.lines.begin(), now.document.lines.end(), [](const SalesLine &l) {
        return l.isGoods() ? l.invoiced == l.shipped && !l.outstanding().isPositive() : l.invoiced == l.quantity;
    });
    if (!isBilled)
        company.must([&](Tx &tx) { return invoiceOrder(tx, company.id); });
}

/// A message about something else afterwards: it is applied, and nothing that was decided is asked again.
void sayMore(ChangeCompany &company, size_t openExceptions)
{
    company.order().note += QStringLiteral(" and leave it at the door");
    company.tell();
    company.pulled();
    EXPECT_EQ(company.document().order.note, company.order().note);
    EXPECT_EQ(company.open().size(), openExceptions);
}

void carryOut(const QString &row, const QString &column, const QString &expected)
{
    SCOPED_TRACE(qPrintable(row + QStringLiteral(" / ") + column));
    const bool paidLate = row == QLatin1String("paid late");
    ChangeCompany company(column, !paidLate);
    const Sight before(company);

    acts().at(row)(company);
    company.order().total = sumOf(company.order());
    company.tell();
    company.pulled();

    const Sight after(company);
    const auto open = company.open();
    EXPECT_LE(open.size(), 1u);
    EXPECT_EQ(whatHappened(before, after, !open.empty(), paidLate), expected);
    EXPECT_TRUE(company.isProven());
    sayMore(company, open.size());
    const bool putBack = expected.endsWith(QLatin1String("on hold"));
    if (putBack) {
        EXPECT_EQ(company.document().order.hold, open.front().message);
        EXPECT_EQ(company.refusal(packOrder, company.id, Part{}), "on_hold");
        EXPECT_EQ(company.refusal(shipOrder, company.id, Dispatch()), "on_hold");
        company.must(unpickOrder, company.id);
        company.resolve(open.front().kind == QLatin1String("put_back") ? "accept" : "retry");
        EXPECT_NE(company.document().order.state, OrderState::OnHold);
    } else if (!open.empty()) {
        company.resolve("accept");
    }
    sayMore(company, 0);
    if (open.empty() || putBack) {
        finish(company);
        const bool cancelled = company.document().order.state == OrderState::Cancelled;
        EXPECT_EQ(company.billed().toString(), (cancelled ? eur("0.00") : company.order().total - refundedBy(company.order())).toString());
    }
    EXPECT_EQ(company.balance(role::Clearing), (paidBy(company.order()) - refundedBy(company.order())).toString());
    EXPECT_TRUE(company.isProven());
}

QStringList cellsOf(const QString &line)
{
    QStringList cells;
    for (const QString &cell : line.split(u'|').mid(1))
        cells << cell.trimmed();
    cells.removeLast();
    return cells;
}

} // namespace

TEST(OrderChanges, everyCellOfTheTableIsWhatHappens)
{
    QFile file(QStringLiteral(PURSER_SOURCE_DIR "/docs/order-changes.md"));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QStringList columns;
    int cells = 0;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith(u'|') || line.startsWith(QLatin1String("|-")))
            continue;
        const QStringList row = cellsOf(line);
        if (columns.isEmpty()) {
            columns = row;
            continue;
        }
        ASSERT_EQ(row.size(), columns.size()) << qPrintable(row[0]);
        ASSERT_TRUE(acts().contains(row[0])) << qPrintable(row[0]);
        for (qsizetype i = 1; i < row.size(); ++i, ++cells)
            carryOut(row[0], columns[i], row[i]);
    }
    EXPECT_EQ(cells, int(acts().size()) * 9);
}

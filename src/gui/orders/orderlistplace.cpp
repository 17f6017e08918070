#include "gui/orders/orderlistplace.h"

#include "gui/shell/theme.h"

namespace {

enum Filter { All = 0, Waiting = 1, ToShip = 2, ToInvoice = 3, Unpaid = 4 };

OrderFilter filterOf(const ListFilter &filter)
{
    static const std::map<int, std::vector<OrderState>> states{
        {Waiting, {OrderState::OnHold, OrderState::Draft}},
        {ToShip, {OrderState::Confirmed, OrderState::Picking, OrderState::Packed, OrderState::PartlyShipped}},
        {ToInvoice, {OrderState::Shipped}},
        {Unpaid, {OrderState::Invoiced}}};
    const auto found = states.find(filter.state);
    return {filter.words, found == states.end() ? std::vector<OrderState>() : found->second};
}

ListSource<OrderRow> source()
{
    return {[](Tx &tx, const ListFilter &filter, const std::optional<sql::Value> &from, int limit) {
                return orderRows(tx, filterOf(filter), {from ? std::get<qint64>(*from) : 0}, limit);
            },
            [](Tx &tx, const ListFilter &filter, int step) {
                const auto [ids, count] = orderAnchors(tx, filterOf(filter), step);
                std::vector<sql::Value> keys;
                for (const Id<SalesOrder> id : ids)
                    keys.emplace_back(id.value);
                return std::pair(std::move(keys), count);
            }};
}

QVariant stateColor(const OrderRow &row)
{
    switch (row.state) {
    case OrderState::OnHold: return theme::bad();
    case OrderState::Paid:
    case OrderState::Closed: return theme::good();
    case OrderState::Cancelled: return theme::quiet();
    case OrderState::PartlyShipped: return theme::warning();
    default: return {};
    }
}

std::vector<ListColumn<OrderRow>> columns()
{
    return {{OrderListPlace::tr("Number"), [](const OrderRow &r) { return r.number; }, Qt::AlignLeft | Qt::AlignVCenter, 110},
            {OrderListPlace::tr("Day"), [](const OrderRow &r) { return r.day.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 100},
            {OrderListPlace::tr("Customer"), [](const OrderRow &r) { return r.customer; }, Qt::AlignLeft | Qt::AlignVCenter, 240},
            {OrderListPlace::tr("Channel"), [](const OrderRow &r) { return r.channel; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
            {OrderListPlace::tr("Its number"), [](const OrderRow &r) { return r.externalNumber; }, Qt::AlignLeft | Qt::AlignVCenter, 110},
            {OrderListPlace::tr("State"), [](const OrderRow &r) { return stateLabel(r.state); }, Qt::AlignLeft | Qt::AlignVCenter, 130, stateColor},
            {OrderListPlace::tr("Total"), [](const OrderRow &r) { return r.total.withCurrency(QLocale()); }, rightAligned, 120},
            {OrderListPlace::tr("Paid"), [](const OrderRow &r) { return r.paid.withCurrency(QLocale()); }, rightAligned, 120,
             [](const OrderRow &r) { return r.paid < r.total ? QVariant(theme::warning()) : QVariant(); }}};
}

} // namespace

OrderListPlace::OrderListPlace(Desk &desk) : ListPlace<OrderRow>(desk, OrderListPlace::tr("Orders"), "shopping-cart", source(), columns())
{
    emptyText = tr("There is no order yet. Pull a channel, or enter one with Ctrl+N.");
    addFilter(tr("All orders"), All);
    addFilter(tr("On hold and drafts"), Waiting);
    addFilter(tr("To ship"), ToShip);
    addFilter(tr("To invoice"), ToInvoice);
    addFilter(tr("Unpaid"), Unpaid);
    addAction("plus", tr("New order"), QKeySequence::New, [this] { emit newOrder(); });
    onOpen = [this](const OrderRow &row) { emit openOrder(row.number); };
}

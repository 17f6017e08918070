#include "gui/orders/orderlistplace.h"

#include "channels/engine/channel.h"
#include "gui/bind/typing.h"
#include "gui/shell/theme.h"

namespace {

enum Chip { All = 0, Waiting = 1, ToShip = 2, ToInvoice = 3, Unpaid = 4 };

OrderFilter filterOf(const ListFilter &filter)
{
    static const std::map<int, std::vector<OrderState>> states{
        {Waiting, {OrderState::OnHold, OrderState::Draft}},
        {ToShip, {OrderState::Confirmed, OrderState::Picking, OrderState::Packed, OrderState::PartlyShipped}},
        {ToInvoice, {OrderState::Shipped}},
        {Unpaid, {OrderState::Invoiced}}};
    const auto found = states.find(filter.state);
    return {filter.words, found == states.end() ? std::vector<OrderState>() : found->second, {filter.group}, filter.turned};
}

QString sumsOf(Tx &tx, const ListFilter &filter)
{
    QStringList sums;
    for (const OrderSum &sum : orderSums(tx, filterOf(filter)))
        sums << OrderListPlace::tr("%1, of which %2 paid").arg(sum.total.withCurrency(QLocale()), sum.paid.withCurrency(QLocale()));
    return sums.join(QStringLiteral("   ·   "));
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
            },
            [](const OrderRow &row) { return sql::Value(row.id.value); }, sumsOf};
}

std::vector<ListColumn<OrderRow>> columns()
{
    return {{OrderListPlace::tr("Number"), [](const OrderRow &r) { return r.number; }, leftAligned, 110},
            {OrderListPlace::tr("Day"), [](const OrderRow &r) { return dayText(r.day); }, leftAligned, 96},
            {OrderListPlace::tr("Customer"), [](const OrderRow &r) { return r.customer; }, leftAligned, 240},
            {OrderListPlace::tr("Channel"), [](const OrderRow &r) { return r.channel; }, leftAligned, 120},
            {OrderListPlace::tr("Channel's number"), [](const OrderRow &r) { return r.externalNumber; }, leftAligned, 124},
            {OrderListPlace::tr("State"), [](const OrderRow &r) { return stateLabel(r.state); }, leftAligned, 120,
             [](const OrderRow &r) { return stateColor(r.state); }},
            {OrderListPlace::tr("Total"), [](const OrderRow &r) { return r.total.withCurrency(QLocale()); }, rightAligned, 120},
            {OrderListPlace::tr("Paid"), [](const OrderRow &r) { return r.paid.withCurrency(QLocale()); }, rightAligned, 120}};
}

} // namespace

QVariant stateColor(OrderState state)
{
    switch (state) {
    case OrderState::OnHold: return theme::bad();
    case OrderState::Paid:
    case OrderState::Closed: return theme::good();
    case OrderState::Draft:
    case OrderState::Cancelled: return theme::quiet();
    case OrderState::PartlyShipped: return theme::warning();
    default: return {};
    }
}

OrderListPlace::OrderListPlace(Desk &desk) : ListPlace<OrderRow>(desk, OrderListPlace::tr("Orders"), "shopping-cart", "orders", source(), columns())
{
    addChip(tr("All"), All);
    addChip(tr("Drafts and on hold"), Waiting);
    addChip(tr("To ship"), ToShip);
    addChip(tr("To invoice"), ToInvoice);
    addChip(tr("Unpaid"), Unpaid);
    setSorted(0, true);
    QAction *create = addAction("plus", tr("New order"), QKeySequence::New, [this] { emit newOrder(); });
    setEmpty(tr("There is no order yet. Web orders come in when a channel is pulled."), create);
    onOpen = [this](const OrderRow &row) { emit openOrder(row.number); };
}

void OrderListPlace::refresh()
{
    ListPlace<OrderRow>::refresh();
    this->desk().askLater(this, allChannels, [this](Result<std::vector<Channel>> channels) {
        std::vector<std::pair<qint64, QString>> groups;
        if (channels)
            for (const Channel &channel : *channels)
                groups.emplace_back(channel.id.value, channel.name);
        setGroups(tr("All channels"), groups);
    });
}

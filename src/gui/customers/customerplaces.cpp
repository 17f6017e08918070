#include "gui/customers/customerplaces.h"

#include "core/pricing/price.h"
#include "core/reports/journal.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QHBoxLayout>
#include <QTabWidget>

namespace {

ListSource<Party> source()
{
    return {[](Tx &tx, const ListFilter &filter, const std::optional<sql::Value> &from, int limit) {
                return partyRows(tx, PartyKind::Customer, filter.words, from ? std::get<QString>(*from) : QString(), limit);
            },
            [](Tx &tx, const ListFilter &filter, int step) {
                const auto [codes, count] = partyAnchors(tx, PartyKind::Customer, filter.words, step);
                return std::pair(std::vector<sql::Value>(codes.begin(), codes.end()), count);
            }};
}

std::vector<ListColumn<Party>> columns()
{
    return {{CustomerListPlace::tr("Code"), [](const Party &p) { return p.code; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
            {CustomerListPlace::tr("Name"), [](const Party &p) { return p.name; }, Qt::AlignLeft | Qt::AlignVCenter, 220},
            {CustomerListPlace::tr("Company"), [](const Party &p) { return p.company; }, Qt::AlignLeft | Qt::AlignVCenter, 220},
            {CustomerListPlace::tr("E-mail"), [](const Party &p) { return p.email; }, Qt::AlignLeft | Qt::AlignVCenter, 220},
            {CustomerListPlace::tr("Phone"), [](const Party &p) { return p.phone; }, Qt::AlignLeft | Qt::AlignVCenter, 140},
            {CustomerListPlace::tr("Note"),
             [](const Party &p) { return p.onHold ? CustomerListPlace::tr("Blocked") : p.guest ? CustomerListPlace::tr("Guest") : QString(); }, Qt::AlignLeft | Qt::AlignVCenter, 100,
             [](const Party &p) { return p.onHold ? QVariant(theme::bad()) : QVariant(theme::quiet()); }}};
}

} // namespace

CustomerListPlace::CustomerListPlace(Desk &desk) : ListPlace<Party>(desk, CustomerListPlace::tr("Customers"), "users", source(), columns())
{
    emptyText = tr("There is no customer yet. Web orders bring theirs with them; enter one with Ctrl+N.");
    addAction("plus", tr("New customer"), QKeySequence::New, [this] { emit newCustomer(); });
    onOpen = [this](const Party &party) { emit openCustomer(party.code); };
}

CustomerPlace::CustomerPlace(Desk &desk, Id<Party> customer)
    : Place(desk, customer ? QString() : tr("New customer"), "user"), m_customer(customer), m_form(new QFormLayout), m_addressForm(new QFormLayout), m_fields(m_form), m_address(m_addressForm)
{
    addAction("save", tr("Save"), QKeySequence::Save, [this] { save(); });
    std::vector<std::pair<Id<PriceList>, QString>> lists;
    const auto known = desk.ask([](Tx &tx) { return tx.all<PriceList>("active = 1 ORDER BY code"); });
    if (known)
        for (const PriceList &list : *known)
            lists.emplace_back(list.id, list.name);
    m_first = m_fields.text(tr("Name"), &Party::name, "name");
    m_fields.text(tr("Company"), &Party::company, "company");
    m_fields.text(tr("Code"), &Party::code, "code")->setPlaceholderText(tr("given by itself"));
    m_fields.text(tr("E-mail"), &Party::email, "email");
    m_fields.text(tr("Phone"), &Party::phone, "phone");
    m_fields.text(tr("Tax number"), &Party::taxNumber, "taxNumber");
    m_fields.choice(tr("Price list"), &Party::priceList, lists, "priceList");
    m_fields.percent(tr("Discount %"), &Party::discount, "discount");
    m_fields.number(tr("Pays within days"), &Party::termsDays, "terms");
    m_fields.amount(tr("Credit limit in %1").arg(desk.currency().code()), &Party::creditLimit, desk.currency(), "creditLimit")->setPlaceholderText(tr("no limit"));
    m_fields.check(tr("Blocked: orders are refused"), &Party::onHold, "onHold");
    for (const auto &[label, field, name] : {std::tuple(tr("Street"), &Address::street, "street"), std::tuple(tr("Street 2"), &Address::street2, "street2"),
                                             std::tuple(tr("Postcode"), &Address::postcode, "postcode"), std::tuple(tr("City"), &Address::city, "city"),
                                             std::tuple(tr("Region"), &Address::region, "region"), std::tuple(tr("Country"), &Address::country, "country")})
        m_address.text(label, field, name);
    m_balance = new QLabel;
    m_balance->setTextFormat(Qt::PlainText);
    m_addressForm->addRow(m_balance);
    auto *row = new QHBoxLayout;
    row->addLayout(m_form, 1);
    row->addSpacing(24);
    row->addLayout(m_addressForm, 1);
    content()->addLayout(row);

    m_orders = new TableModel<OrderRow>({{tr("Number"), [](const OrderRow &r) { return r.number; }, Qt::AlignLeft | Qt::AlignVCenter, 120},
                                         {tr("Day"), [](const OrderRow &r) { return r.day.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 110},
                                         {tr("Channel"), [](const OrderRow &r) { return r.channel; }, Qt::AlignLeft | Qt::AlignVCenter, 140},
                                         {tr("State"), [](const OrderRow &r) { return stateLabel(r.state); }, Qt::AlignLeft | Qt::AlignVCenter, 140},
                                         {tr("Total"), [](const OrderRow &r) { return r.total.withCurrency(QLocale()); }, rightAligned, 130}},
                                        this);
    m_items = new TableModel<Item>({{tr("Document"), [](const Item &i) { return i.document; }, Qt::AlignLeft | Qt::AlignVCenter, 140},
                                    {tr("Day"), [](const Item &i) { return i.item.day.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 110},
                                    {tr("Due"), [](const Item &i) { return i.item.dueOn.toString(Qt::ISODate); }, Qt::AlignLeft | Qt::AlignVCenter, 110},
                                    {tr("Amount"), [](const Item &i) { return i.item.amount.withCurrency(QLocale()); }, rightAligned, 130},
                                    {tr("Open"), [](const Item &i) { return i.item.open.withCurrency(QLocale()); }, rightAligned, 130}},
                                   this);
    auto *tabs = new QTabWidget;
    auto *orders = makeTable(m_orders, tr("Orders"));
    connect(orders, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const OrderRow *order = m_orders->at(index))
            emit openOrder(order->number);
    });
    tabs->addTab(orders, icon("shopping-cart"), tr("Orders"));
    tabs->addTab(makeTable(m_items, tr("Open items")), icon("coins"), tr("Open items"));
    content()->addWidget(tabs, 1);
    connect(&desk, &Desk::changed, this, &CustomerPlace::refresh);
    if (m_customer)
        refresh();
    else
        m_fields.show(Party());
}

CustomerPlace::View CustomerPlace::viewOf(Tx &tx, Id<Party> id)
{
    View view;
    view.party = tx.get(id);
    if (const auto addresses = addressesOf(tx, id); !addresses.empty())
        view.address = addresses.front();
    view.balance = openBalance(tx, id);
    for (const SalesOrder &order : tx.all<SalesOrder>("party_id = ? ORDER BY id DESC LIMIT 100", id))
        view.orders.push_back({order.id, order.number, order.externalNumber, order.channel ? tx.text("SELECT name FROM channel WHERE id = ?", order.channel) : QString(), {}, order.day,
                               order.state, order.total, order.paid});
    for (const OpenItem &item : tx.all<OpenItem>("party_id = ? AND open <> 0 ORDER BY due_on, id LIMIT 500", id))
        view.items.push_back({documentNumber(tx, item.source, item.sourceId), item});
    return view;
}

void CustomerPlace::refresh()
{
    if (!m_customer)
        return;
    const auto view = desk().ask(viewOf, m_customer);
    if (!view) {
        notice().refusal(view.error());
        return;
    }
    setTitle(view->party.displayName());
    if (!m_fields.shown().id || m_fields.shown().version != view->party.version) {
        m_fields.show(view->party);
        m_address.show(view->address);
    }
    m_balance->setText(tr("Owes %1").arg(view->balance.withCurrency(QLocale())));
    m_orders->setRows(view->orders);
    m_items->setRows(view->items);
}

void CustomerPlace::save()
{
    const auto edited = m_fields.edited();
    auto address = m_address.edited();
    if (!edited || !address)
        return;
    address->name = edited->name;
    address->company = edited->company;
    address->phone = edited->phone;
    address->email = edited->email;
    const auto saved = desk().perform([&](Tx &tx) -> Result<Party> {
        auto party = saveParty(tx, *edited);
        if (party && !(address->street + address->city).isEmpty())
            if (auto stored = saveAddress(tx, party->id, 1, *address); !stored)
                return stored.error();
        return party;
    });
    if (!notice().tell(saved, tr("Saved.")))
        return;
    m_customer = saved->id;
    m_fields.show(*saved);
    refresh();
}

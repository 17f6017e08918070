#include "gui/customers/customerplaces.h"

#include "core/pricing/price.h"
#include "core/reports/journal.h"
#include "gui/orders/orderlistplace.h"
#include "gui/shell/icons.h"
#include "gui/shell/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>

namespace {

enum Chip { All = 0, MayNotBuy = 1 };

std::vector<ListColumn<Party>> columns()
{
    return {{PartyListPlace::tr("Code"), [](const Party &p) { return p.code; }, leftAligned, 120},
            {PartyListPlace::tr("Name"), [](const Party &p) { return p.name; }, leftAligned, 220},
            {PartyListPlace::tr("Company"), [](const Party &p) { return p.company; }, leftAligned, 220},
            {PartyListPlace::tr("E-mail"), [](const Party &p) { return p.email; }, leftAligned, 220},
            {PartyListPlace::tr("Phone"), [](const Party &p) { return p.phone; }, leftAligned, 140},
            {PartyListPlace::tr("Note"),
             [](const Party &p) {
                 return p.standing != Standing::Good ? standingLabel(p.standing) : p.guest ? PartyListPlace::tr("Guest") : QString();
             },
             leftAligned, 100, [](const Party &p) { return QVariant(p.standing != Standing::Good ? theme::bad() : theme::quiet()); }}};
}

std::vector<std::pair<Id<PriceList>, QString>> priceLists(Desk &desk)
{
    std::vector<std::pair<Id<PriceList>, QString>> lists;
    if (const auto known = desk.ask([](Tx &tx) { return tx.all<PriceList>("active = 1 ORDER BY code"); }))
        for (const PriceList &list : *known)
            lists.emplace_back(list.id, list.name);
    return lists;
}

} // namespace

ListSource<Party> PartyListPlace::sourceOf(PartyKind kind)
{
    const auto filterOf = [kind](const ListFilter &filter) { return PartyFilter{kind, filter.words, filter.state == MayNotBuy, filter.turned}; };
    return {[filterOf](Tx &tx, const ListFilter &filter, const std::optional<sql::Value> &from, int limit) {
                return partyRows(tx, filterOf(filter), from ? std::get<QString>(*from) : QString(), limit);
            },
            [filterOf](Tx &tx, const ListFilter &filter, int step) {
                const auto [codes, count] = partyAnchors(tx, filterOf(filter), step);
                return std::pair(std::vector<sql::Value>(codes.begin(), codes.end()), count);
            },
            [](const Party &party) { return sql::Value(party.code); }};
}

PartyListPlace::PartyListPlace(Desk &desk, PartyKind kind)
    : ListPlace<Party>(desk, kind == PartyKind::Customer ? tr("Customers") : tr("Suppliers"), kind == PartyKind::Customer ? "users" : "building-2",
                       kind == PartyKind::Customer ? "customers" : "suppliers", sourceOf(kind), columns())
{
    const bool customers = kind == PartyKind::Customer;
    addChip(tr("All"), All);
    if (customers)
        addChip(tr("Held or suspended"), MayNotBuy);
    setSorted(0, false);
    QAction *create = addAction("plus", customers ? tr("New customer") : tr("New supplier"), QKeySequence::New, [this] { emit newParty(); });
    setEmpty(customers ? tr("There is no customer yet. Web orders bring theirs with them.") : tr("There is no supplier yet."), create);
    onOpen = [this](const Party &party) { emit openParty(party.id); };
}

PartyPlace::PartyPlace(Desk &desk, PartyKind kind, Id<Party> party)
    : Editor(desk, kind == PartyKind::Customer ? tr("New customer") : tr("New supplier"), kind == PartyKind::Customer ? "user" : "building-2"),
      m_kind(kind), m_party(party), m_form(new QFormLayout), m_termsForm(new QFormLayout), m_addressForm(new QFormLayout), m_fields(m_form),
      m_address(m_addressForm)
{
    m_newOrder = addAction("shopping-cart", tr("New order"), QKeySequence::New, [this] { emit newOrderFor(m_party); });
    m_newOrder->setVisible(isCustomer());
    m_addAddress = addAction("map-pin", tr("Add address…"), {}, [this] { addAddress(); });
    makeFields();
    makeTabs();
    watch(keptAs(), {&m_fields, &m_address});
    Party fresh;
    fresh.kind = kind;
    fresh.currency = desk.currency();
    m_fields.show(fresh);
    m_address.show({});
    reload();
    resume();
}

QString PartyPlace::keptAs() const
{
    return QStringLiteral("%1-%2").arg(isCustomer() ? QStringLiteral("customer") : QStringLiteral("supplier")).arg(m_party.value);
}

void PartyPlace::makeFields()
{
    m_first = m_fields.text(tr("Name"), &Party::name, "name");
    m_fields.text(tr("Company"), &Party::company, "company");
    m_fields.text(tr("Code"), &Party::code, "code")->setPlaceholderText(tr("given by itself"));
    m_fields.text(tr("E-mail"), &Party::email, "email");
    m_fields.text(tr("Phone"), &Party::phone, "phone");
    m_fields.text(tr("Tax number"), &Party::taxNumber, "taxNumber");
    m_fields.goOnIn(m_termsForm);
    m_fields.currency(tr("Currency"), &Party::currency, "currency");
    m_fields.whole(tr("Pays within days"), &Party::termsDays, "terms");
    if (isCustomer()) {
        m_fields.choice(tr("Price list"), &Party::priceList, priceLists(desk()), "priceList");
        m_fields.percent(tr("Discount %"), &Party::discount, "discount");
        m_fields.money(tr("Credit limit in %1").arg(desk().currency().code()), &Party::creditLimit, desk().currency(), "creditLimit")
            ->setPlaceholderText(tr("no limit"));
    }
    m_balance = new QLabel;
    m_balance->setTextFormat(Qt::PlainText);
    m_balance->setObjectName(QStringLiteral("balance"));
    m_termsForm->addRow(isCustomer() ? tr("Owes") : tr("Is owed"), m_balance);
    for (const auto &[label, field, name] :
         {std::tuple(tr("Street"), &Address::street, "street"), std::tuple(tr("Street 2"), &Address::street2, "street2"),
          std::tuple(tr("Postcode"), &Address::postcode, "postcode"), std::tuple(tr("City"), &Address::city, "city"),
          std::tuple(tr("Region"), &Address::region, "region"), std::tuple(tr("Country (two letters)"), &Address::country, "country")})
        m_address.text(label, field, name);
    auto *row = new QHBoxLayout;
    row->setSpacing(28);
    for (QFormLayout *form : {m_form, m_addressForm, m_termsForm})
        row->addLayout(form, 1);
    content()->addLayout(row);
}

void PartyPlace::makeTabs()
{
    m_orders = new TableModel<OrderRow>({{tr("Number"), [](const OrderRow &r) { return r.number; }, leftAligned, 120},
                                         {tr("Day"), [](const OrderRow &r) { return dayText(r.day); }, leftAligned, 110},
                                         {tr("Channel"), [](const OrderRow &r) { return r.channel; }, leftAligned, 140},
                                         {tr("State"), [](const OrderRow &r) { return stateLabel(r.state); }, leftAligned, 140,
                                          [](const OrderRow &r) { return stateColor(r.state); }},
                                         {tr("Total"), [](const OrderRow &r) { return r.total.withCurrency(QLocale()); }, rightAligned, 130}},
                                        this);
    m_items = new TableModel<Item>({{tr("Document"), [](const Item &i) { return i.document; }, leftAligned, 140},
                                    {tr("Day"), [](const Item &i) { return dayText(i.item.day); }, leftAligned, 110},
                                    {tr("Due"), [](const Item &i) { return dayText(i.item.dueOn); }, leftAligned, 110,
                                     [](const Item &i) { return i.item.dueOn < QDate::currentDate() ? QVariant(theme::bad()) : QVariant(); }},
                                    {tr("Amount"), [](const Item &i) { return i.item.amount.withCurrency(QLocale()); }, rightAligned, 130},
                                    {tr("Open"), [](const Item &i) { return i.item.open.withCurrency(QLocale()); }, rightAligned, 130}},
                                   this);
    m_addresses = new TableModel<PartyAddress>(
        {{tr("Address"), [](const PartyAddress &a) { return a.line == 1 ? tr("Main") : tr("Address %1").arg(a.line); }, leftAligned, 120},
         {tr("Written"), [](const PartyAddress &a) { return a.lines().join(QStringLiteral(", ")); }, leftAligned, 500}},
        this);
    auto *tabs = new QTabWidget;
    if (isCustomer()) {
        auto *orders = makeTable(m_orders, tr("Orders"));
        connect(orders, &QTableView::activated, this, [this](const QModelIndex &index) {
            if (const OrderRow *order = m_orders->at(index))
                emit openOrder(order->number);
        });
        tabs->addTab(orders, icon("shopping-cart"), tr("Orders"));
        m_same = new SameCustomers(desk(), notice(), m_party);
        tabs->addTab(m_same, icon("users"), tr("Same customer?"));
        m_standing = new CustomerStanding(desk(), notice());
        tabs->addTab(m_standing, icon("circle-check"), tr("May buy"));
    }
    tabs->addTab(makeTable(m_items, tr("Open items")), icon("coins"), tr("Open items"));
    tabs->addTab(makeTable(m_addresses, tr("Addresses")), icon("map-pin"), tr("Addresses"));
    content()->addWidget(tabs, 1);
}

PartyPlace::View PartyPlace::viewOf(Tx &tx, Id<Party> id)
{
    View view;
    view.party = tx.get(id);
    view.addresses = addressesOf(tx, id);
    view.balance = openBalance(tx, id);
    if (view.party.kind == PartyKind::Supplier)
        view.balance = Money(-tx.number("SELECT SUM(base_open) FROM open_item WHERE party_id = ? AND open <> 0", id), tx.currency());
    for (const SalesOrder &order : tx.all<SalesOrder>(partyOrMerged("party_id") + " ORDER BY id DESC LIMIT 100", id, id))
        view.orders.push_back({order.id,
                               order.number,
                               order.externalNumber,
                               order.channel ? tx.text("SELECT name FROM channel WHERE id = ?", order.channel) : QString(),
                               {},
                               order.day,
                               order.state,
                               order.total,
                               order.paid});
    for (const OpenItem &item : tx.all<OpenItem>(partyOrMerged("party_id") + " AND open <> 0 ORDER BY due_on, id LIMIT 500", id, id))
        view.items.push_back({documentNumber(tx, item.source, item.sourceId), item});
    return view;
}

void PartyPlace::refresh()
{
    m_newOrder->setEnabled(bool(m_party));
    m_addAddress->setEnabled(bool(m_party));
    if (!m_party)
        return;
    const auto view = desk().ask(viewOf, m_party);
    if (view)
        present(*view);
    else
        notice().refusal(view.error());
}

void PartyPlace::present(const View &view)
{
    m_view = view;
    setTitle(view.party.displayName());
    if (!isDirty())
        forgetTyped();
    else if (view.party.version != m_fields.shown().version)
        notice().offer(tr("Another workstation changed this in the meantime; what you typed is still here."), tr("Show what is stored"),
                       [this] { discard(); });
    m_balance->setText(view.balance.withCurrency(QLocale()));
    m_orders->setRows(view.orders);
    m_items->setRows(view.items);
    m_addresses->setRows(view.addresses);
    if (m_same)
        m_same->reload();
    if (m_standing)
        m_standing->show(view.party.id);
}

Address PartyPlace::mainAddress() const { return m_view.addresses.empty() ? Address() : static_cast<const Address &>(m_view.addresses.front()); }

void PartyPlace::forgetTyped()
{
    m_fields.show(m_party ? m_view.party : m_fields.shown());
    m_address.show(mainAddress());
}

bool PartyPlace::save()
{
    const auto edited = m_fields.edited();
    auto address = m_address.edited();
    if (!edited || !address) {
        m_fields.focusTrouble();
        return false;
    }
    address->name = edited->name;
    address->company = edited->company;
    address->phone = edited->phone;
    address->email = edited->email;
    const auto saved = desk().perform([&](Tx &tx) -> Result<Party> {
        auto party = saveParty(tx, *edited);
        if (party && !(address->street + address->city + address->country).isEmpty())
            if (auto stored = saveAddress(tx, party->id, 1, *address); !stored)
                return stored.error();
        return party;
    });
    if (!notice().tell(saved, tr("Saved.")))
        return false;
    m_party = saved->id;
    m_fields.show(*saved);
    m_address.show(*address);
    settled(keptAs());
    reload();
    return true;
}

void PartyPlace::addAddress()
{
    auto *question = new Question(this, tr("Another address of %1").arg(title()), tr("Add the address"));
    for (const auto &[name, label] :
         {std::pair("name", tr("Name")), std::pair("company", tr("Company")), std::pair("street", tr("Street")),
          std::pair("postcode", tr("Postcode")), std::pair("city", tr("City")), std::pair("country", tr("Country (two letters)"))})
        question->addText(name, label);
    question->ask([this, question]() -> Result<> {
        Address address;
        address.name = question->text("name");
        address.company = question->text("company");
        address.street = question->text("street");
        address.postcode = question->text("postcode");
        address.city = question->text("city");
        address.country = question->text("country").toUpper();
        if (address.isEmpty())
            return refuse(QStringLiteral("incomplete"), tr("An address needs a street or a city."));
        const int line = m_view.addresses.empty() ? 1 : m_view.addresses.back().line + 1;
        return desk().perform(saveAddress, m_party, line, address);
    });
}

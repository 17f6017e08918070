#include "channels/practice.h"

#include "channels/engine/channel.h"
#include "channels/practicestore/catalogue.h"
#include "channels/practicestore/practicestore.h"
#include "core/billing/payment.h"
#include "core/billing/returnorder.h"
#include "core/purchasing/bill.h"
#include "core/sales/cancelorder.h"
#include "core/sales/confirmorder.h"
#include "core/sales/enterorder.h"
#include "core/sales/shiporder.h"
#include "core/warehouse/warehouse.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>

namespace channels {

static QString tr(const char *text) { return QCoreApplication::translate("Practice", text); }

namespace {

struct PracticeCustomer {
    const char *code, *name, *company, *street, *postcode, *city, *country, *email;
    int terms;
    const char *limit; ///< empty: none
    const char *list;
};

constexpr PracticeCustomer customers[] = {
    {"CAFE-LUNA", "Mara Lindqvist", "Café Luna", "Oranienstraße 14", "10997", "Berlin", "DE", "mara@cafe-luna.example", 30, "5000.00", "TRADE"},
    {"HOTEL-SEEBLICK", "Jonas Petersen", "Hotel Seeblick GmbH", "Uferweg 3", "24937", "Flensburg", "DE", "einkauf@seeblick.example", 30, "15000.00",
     "TRADE"},
    {"BAECKEREI-KURZ", "Sabine Kurz", "Bäckerei Kurz", "Marktplatz 8", "73033", "Göppingen", "DE", "kurz@baeckerei-kurz.example", 14, "3000.00",
     "TRADE"},
    {"OFFICE-NORD", "Tim Albers", "Office Nord KG", "Hafenstraße 77", "28217", "Bremen", "DE", "tim.albers@office-nord.example", 30, "8000.00", ""},
    {"TEEHAUS-MING", "Li Ming", "Teehaus Ming", "Königstraße 21", "04109", "Leipzig", "DE", "kontor@teehaus-ming.example", 14, "4000.00", "TRADE"},
    {"KANTINE-SUED", "Petra Holz", "Kantine Süd eG", "Werkstraße 5", "81379", "München", "DE", "holz@kantine-sued.example", 30, "12000.00", "LARGE"},
    {"ROESTEREI-WIEN", "Clemens Auer", "Rösterei Auer", "Neubaugasse 40", "1070", "Wien", "AT", "clemens@auer.example", 30, "6000.00", "TRADE"},
    {"GASTRO-PLUS", "Yusuf Demir", "Gastro Plus Großhandel", "Industriering 19", "50769", "Köln", "DE", "bestellung@gastroplus.example", 30,
     "25000.00", "LARGE"},
    {"BUCHCAFE", "Ines Rolfs", "Buchcafé Seitenweise", "Lange Reihe 61", "20099", "Hamburg", "DE", "ines@seitenweise.example", 14, "2500.00", ""},
    {"KITA-REGENBOGEN", "Anja Weber", "Kita Regenbogen e. V.", "Birkenweg 2", "99084", "Erfurt", "DE", "buero@kita-regenbogen.example", 14, "800.00",
     ""},
};

/// The history is made by the program's own commands, with a clock that moves.
class Maker {
public:
    Maker(Session &session, Instant now) : m_session(session), m_now(now), m_random(20260101)
    {
        m_clock = now.plusSeconds(-92 * 86400);
        m_session.clock = [this] { return m_clock; };
        m_session.scene().actor = QStringLiteral("practice");
    }

    Result<> make(int port)
    {
        for (const auto step : {&Maker::setUpBooks, &Maker::setUpPrices, &Maker::takeInGoods, &Maker::addCustomers, &Maker::livesThreeMonths})
            if (auto done = (this->*step)(); !done)
                return done;
        m_clock = m_now;
        return joinStore(port);
    }

private:
    template <class Command, class... Args> auto perform(Command command, const Args &...args) { return m_session.perform(command, args...); }
    int dice(int sides) { return int(m_random.bounded(quint32(sides))); }

    /// The owner's money, and the taxes of the neighbours to whom the shop sells.
    Result<> setUpBooks()
    {
        return perform([&](Tx &tx) -> Result<> {
            for (const auto &[code, taxClass, percent] : {std::tuple("AT20", "standard", u"20"), std::tuple("AT10", "reduced", u"10")})
                if (auto saved = saveTax(tx, {{},
                                              1,
                                              QString::fromLatin1(code),
                                              QString::fromLatin1(code),
                                              QStringLiteral("AT"),
                                              QString::fromLatin1(taxClass),
                                              Rate::parsePercent(QStringView(percent)).value_or(Rate()),
                                              {},
                                              {},
                                              true});
                    !saved)
                    return saved.error();
            const Money money(200'000 * decimal::powerOfTen(tx.currency().exponent()), tx.currency());
            Posting opening(journal::General, tx.today(), tr("Opening balance"), {"company", 1});
            opening.debit(role::Bank, {}, money).credit(role::OpeningBalance, {}, money);
            if (auto posted = post(tx, opening); !posted)
                return posted.error();
            return Done{};
        });
    }

    Result<> setUpPrices()
    {
        return perform([&](Tx &tx) -> Result<> {
            for (const auto &[code, name] : {std::pair("TRADE", tr("Trade")), std::pair("LARGE", tr("Large buyers"))}) {
                const auto list = savePriceList(tx, {{}, 1, QString::fromLatin1(code), name, tx.currency(), false, true});
                if (!list)
                    return list.error();
                m_lists[QString::fromLatin1(code)] = list->id;
            }
            for (const practicestore::CatalogueItem &item : practicestore::catalogue())
                if (auto added = addProduct(tx, item); !added)
                    return added;
            return Done{};
        });
    }

    Result<> addProduct(Tx &tx, const practicestore::CatalogueItem &item)
    {
        Product product;
        product.sku = QString::fromUtf8(item.sku);
        product.name = QString::fromUtf8(item.name);
        product.description = QString::fromUtf8(item.description);
        product.barcode = QString::fromUtf8(item.barcode);
        product.unit = QString::fromUtf8(item.unit);
        product.weight = Quantity::parse(QString::fromUtf8(item.weight)).value_or(Quantity());
        product.taxClass = QString::fromUtf8(item.taxClass);
        const auto saved = saveProduct(tx, product);
        if (!saved)
            return saved.error();
        m_products.emplace_back(saved->id, &item);
        const UnitPrice base = UnitPrice::parse(QString::fromUtf8(item.price), tx.currency()).value_or(UnitPrice{0, tx.currency()});
        const auto price = [&](Id<PriceList> list, Quantity minimum, Rate off) -> Result<> {
            Price row;
            row.product = saved->id;
            row.list = list;
            row.minimum = minimum;
            row.currency = tx.currency();
            row.price = UnitPrice::of(extend(discounted(base, off), Quantity::whole(1)));
            if (auto stored = savePrice(tx, row); !stored)
                return stored.error();
            return Done{};
        };
        for (const auto &[list, minimum, off] :
             {std::tuple(Id<PriceList>(), 0, 0), std::tuple(m_lists[QStringLiteral("TRADE")], 0, 80'000),
              std::tuple(m_lists[QStringLiteral("TRADE")], 10, 120'000), std::tuple(m_lists[QStringLiteral("LARGE")], 0, 150'000)})
            if (auto done = price(list, Quantity::whole(minimum), Rate{off}); !done)
                return done;
        return Done{};
    }

    /// Everything is bought from two suppliers; one bill is dearer than the receipt, one is not paid yet.
    Result<> takeInGoods()
    {
        return perform([&](Tx &tx) -> Result<> {
            std::vector<Id<Party>> suppliers;
            for (const char *name : {"Hanseatische Rohkaffee GmbH", "Tafel & Tasse Import"}) {
                Party party;
                party.kind = PartyKind::Supplier;
                party.name = QString::fromUtf8(name);
                party.termsDays = 30;
                const auto saved = saveParty(tx, party);
                if (!saved)
                    return saved.error();
                suppliers.push_back(saved->id);
            }
            int number = 0;
            for (size_t half = 0; half < suppliers.size(); ++half) {
                std::vector<Receipt> lines;
                Money worth = tx.zero();
                for (size_t i = half; i < m_products.size(); i += suppliers.size()) {
                    const auto &[id, item] = m_products[i];
                    const auto cost = UnitPrice::parse(QString::fromUtf8(item->cost), tx.currency()).value_or(UnitPrice{0, tx.currency()});
                    const Quantity units = Quantity::whole(item->stock + 60); // what three months will sell
                    lines.push_back({id, units, cost, {}, suppliers[half], tr("Opening stock")});
                    worth += extend(cost, units);
                }
                const auto receipt = receiveGoods(tx, lines, tx.today());
                if (!receipt)
                    return receipt.error();
                NewBill bill;
                bill.supplier = suppliers[half];
                bill.supplierNumber = QStringLiteral("2026-%1").arg(4711 + number++);
                bill.receipt = *receipt;
                bill.net = worth + Money(half == 0 ? 0 : 1250, tx.currency());
                bill.tax = taxOn(bill.net, Rate{190'000});
                if (auto entered = enterBill(tx, bill); !entered)
                    return entered.error();
                if (half == 0) {
                    MoneyMove move;
                    move.party = suppliers[half];
                    move.amount = bill.net + bill.tax;
                    if (auto paid = paySupplier(tx, move); !paid)
                        return paid.error();
                }
            }
            return Done{};
        });
    }

    Result<> addCustomers()
    {
        return perform([&](Tx &tx) -> Result<> {
            for (const PracticeCustomer &c : customers) {
                Party party;
                party.code = QString::fromUtf8(c.code);
                party.name = QString::fromUtf8(c.name);
                party.company = QString::fromUtf8(c.company);
                party.email = QString::fromUtf8(c.email);
                party.termsDays = c.terms;
                party.priceList = m_lists[QString::fromUtf8(c.list)];
                if (const auto limit = Money::parse(QString::fromUtf8(c.limit), tx.currency()))
                    party.creditLimit = limit->minor();
                const auto saved = saveParty(tx, party);
                if (!saved)
                    return saved.error();
                const Address address{party.name,
                                      party.company,
                                      QString::fromUtf8(c.street),
                                      {},
                                      QString::fromUtf8(c.postcode),
                                      QString::fromUtf8(c.city),
                                      {},
                                      QString::fromUtf8(c.country),
                                      {},
                                      party.email};
                if (auto stored = saveAddress(tx, saved->id, 1, address); !stored)
                    return stored;
                m_customers.push_back(saved->id);
            }
            Price special; // one customer has a price of its own
            special.product = m_products.front().first;
            special.party = m_customers[5];
            special.currency = tx.currency();
            special.price = UnitPrice::of(extend(
                discounted(UnitPrice::parse(QString::fromUtf8(m_products.front().second->price), tx.currency()).value_or(UnitPrice()), Rate{220'000}),
                Quantity::whole(1)));
            if (auto stored = savePrice(tx, special); !stored)
                return stored.error();
            return Done{};
        });
    }

    Result<> livesThreeMonths()
    {
        for (int day = 90; day >= 1; --day) {
            m_clock = m_now.plusSeconds(-day * 86400);
            const int weekday = m_clock.toDateTime().date().dayOfWeek();
            const int orders = weekday >= 6 ? dice(2) : 1 + dice(3);
            for (int i = 0; i < orders; ++i) {
                m_clock = m_clock.plusSeconds(1800 + dice(5400));
                if (auto done = oneOrder(day); !done)
                    return done;
            }
        }
        return Done{};
    }

    NewOrder basket()
    {
        NewOrder order;
        order.party = m_customers[size_t(dice(int(m_customers.size())))];
        order.reference = QStringLiteral("B-%1").arg(1000 + dice(9000));
        const int lines = 1 + dice(4);
        for (int i = 0; i < lines; ++i) {
            NewLine line;
            line.product = m_products[size_t(dice(int(m_products.size())))].first;
            const bool again = std::any_of(order.lines.begin(), order.lines.end(), [&](const NewLine &l) { return l.product == line.product; });
            line.quantity = Quantity::whole(1 + dice(dice(4) == 0 ? 12 : 4));
            if (!again)
                order.lines.push_back(line);
        }
        return order;
    }

    /// From order to cash, as far as a shop would be by now: old ones are paid, the newest wait for the warehouse.
    Result<> oneOrder(int daysAgo)
    {
        const auto placed = perform(placeOrder, basket(), false);
        if (!placed)
            return placed.error().code == QLatin1String("credit_limit") ? Result<>(Done{}) : placed.error();
        const Id<SalesOrder> id = placed->order.id;
        if (daysAgo <= 2)
            return Done{};
        const int fate = dice(40);
        if (fate == 0) {
            const auto cancelled = perform(cancelOrder, id, Part(), tr("Ordered twice by mistake"));
            return cancelled ? Result<>(Done{}) : cancelled.error();
        }
        if (fate == 1 && daysAgo < 20) {
            const auto held = perform(holdOrder, id, tr("Waits for the customer's word on the address"));
            return held ? Result<>(Done{}) : held.error();
        }
        m_clock = m_clock.plusSeconds(1200);
        Dispatch dispatch;
        dispatch.carrier = dice(2) ? QStringLiteral("DHL") : QStringLiteral("DPD");
        dispatch.tracking = QStringLiteral("%1").arg(100'000'000 + dice(899'999'999));
        if (auto shipped = perform(shipOrder, id, dispatch); !shipped)
            return shipped.error().code == QLatin1String("nothing_to_do") ? Result<>(Done{}) : shipped.error();
        const auto invoiced = perform([&](Tx &tx) { return invoiceOrder(tx, id); });
        if (!invoiced)
            return invoiced.error();
        if (daysAgo < 25 + dice(20))
            return Done{};
        MoneyMove money;
        money.order = id;
        money.amount = invoiced->total;
        if (auto paid = perform(receivePayment, money); !paid)
            return paid.error();
        if (fate != 2)
            return Done{};
        const auto returned = perform([&](Tx &tx) { return returnOrder(tx, id, {{1, Quantity::whole(1)}}, tr("Arrived broken")); });
        if (!returned)
            return returned.error();
        money.amount = returned->creditNote->total;
        const auto refunded = perform(refundPayment, money);
        return refunded ? Result<>(Done{}) : refunded.error();
    }

    Result<> joinStore(int port)
    {
        NewChannel channel;
        channel.name = QStringLiteral("practice");
        channel.kind = QStringLiteral("woocommerce");
        channel.url = QStringLiteral("http://127.0.0.1:%1").arg(port);
        channel.secrets = {QStringLiteral("ck_practice"), QStringLiteral("cs_practice")};
        channel.options.set(QStringLiteral("tax_inclusive"), QStringLiteral("no"));
        const auto added = addChannel(m_session, channel);
        return added ? Result<>(Done{}) : added.error();
    }

    Session &m_session;
    Instant m_now, m_clock;
    QRandomGenerator m_random;
    std::map<QString, Id<PriceList>> m_lists;
    std::vector<std::pair<Id<Product>, const practicestore::CatalogueItem *>> m_products;
    std::vector<Id<Party>> m_customers;
};

} // namespace

Result<Session> createPracticeCompany(const sql::Locator &where, Instant now, int port)
{
    NewCompany company;
    company.name = tr("Practice Coffee & Tea");
    company.currency = Eur;
    company.country = QStringLiteral("DE");
    company.chart = QStringLiteral("generic");
    company.timeZone = QStringLiteral("Europe/Berlin");
    company.practice = true;
    auto session = createCompany(where, company, now.plusSeconds(-92 * 86400));
    if (!session)
        return session;
    if (auto made = Maker(*session, now).make(port); !made)
        return made.error();
    return Session::open(where);
}

Result<sql::Locator> practiceCompany()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/purser");
    QDir().mkpath(folder);
    const sql::Locator where{folder + QStringLiteral("/practice.purser")};
    if (QFileInfo::exists(where.text) && Session::open(where))
        return where;
    const auto made = createPracticeCompany(where, Instant::of(QDateTime::currentDateTimeUtc()));
    if (!made)
        return made.error();
    return where;
}

std::shared_ptr<void> startPracticeStore()
{
    practicestore::PracticeStore::Options options;
    options.port = practicePort;
    options.stateFile = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/purser/practice-store.json");
    auto store = std::make_shared<practicestore::PracticeStore>(std::move(options));
    if (auto started = store->start(); !started)
        return {};
    if (store->orders().empty())
        store->takeRandomOrders(12);
    return store;
}

} // namespace channels

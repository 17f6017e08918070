#include "company.h"

#include "channels/secrets.h"
#include "core/company/company.h"
#include "core/parties/party.h"
#include "core/pricing/price.h"
#include "core/warehouse/warehouse.h"

namespace bench {

namespace {

const Instant opening = Instant::of(QDateTime({2024, 1, 2}, {8, 0}, Qt::UTC));

Result<Receipt> product(Tx &tx, int number, bool priced)
{
    Product product;
    product.sku = skuOf(number);
    product.name = nameOf(number);
    product.barcode = barcodeOf(number);
    const auto saved = saveProduct(tx, product);
    if (!saved)
        return saved.error();
    if (priced) {
        Price price;
        price.product = saved->id;
        price.currency = Eur;
        price.price = UnitPrice::of(Money(priceOf(number), Eur));
        if (const auto stored = savePrice(tx, price); !stored)
            return stored.error();
    }
    const UnitPrice cost = UnitPrice::of(Money(priceOf(number) * 2 / 5, Eur));
    return Receipt{saved->id, Quantity::whole(10'000'000), cost, {}, {}, {}};
}

Result<> customer(Tx &tx, const Channel &channel, int number)
{
    Party party;
    party.name = QStringLiteral("Mira Okonkwo-%1").arg(number);
    party.company = QStringLiteral("Kitchen Corner %1 GmbH").arg(number);
    party.email = emailOf(number);
    party.currency = Eur;
    const auto saved = saveParty(tx, party);
    if (!saved)
        return saved.error();
    tx.run("INSERT INTO channel_customer (channel_id, external_id, party_id) VALUES (?, ?, ?)", channel.id, QString::number(number + 1), saved->id);
    return Done{};
}

Result<> stockUp(Tx &tx, int first, int last, bool priced)
{
    std::vector<Receipt> receipts;
    for (int number = first; number < last; ++number) {
        const auto receipt = product(tx, number, priced);
        if (!receipt)
            return receipt.error();
        receipts.push_back(*receipt);
    }
    const auto received = receiveGoods(tx, receipts, tx.today());
    if (!received)
        return received.error();
    return Done{};
}

Result<> openShop(Tx &tx, const QString &url, const QByteArray &secret)
{
    Channel channel;
    channel.name = QStringLiteral("shop");
    channel.kind = QStringLiteral("woocommerce");
    channel.url = url;
    channel.secret = secret;
    channel.currency = Eur;
    channel.taxInclusive = false;
    channel.createdAt = tx.now();
    channel.options = QStringLiteral("{}");
    tx.insert(channel);
    for (int number = 0; number < customers; ++number)
        if (auto made = customer(tx, channel, number); !made)
            return made;
    return Done{};
}

/// The same words in every run, whoever runs it and wherever.
void setTheScene(Session &session)
{
    session.scene().actor = QStringLiteral("channel:shop");
    session.scene().station = QStringLiteral("bench");
}

} // namespace

QString skuOf(int product) { return QStringLiteral("MUG-%1").arg(product, 5, 10, QLatin1Char('0')); }
QString nameOf(int product) { return QStringLiteral("Enamel mug, %1 ml, glaze %2").arg(200 + product % 40 * 10).arg(product); }
QString barcodeOf(int product) { return QStringLiteral("400%1").arg(product, 10, 10, QLatin1Char('0')); }
QString emailOf(int customer) { return QStringLiteral("mira%1@kitchen-corner.example").arg(customer); }
int priceOf(int product) { return 500 + product * 7 % 4'500; }
Instant timeOf(qint64 number) { return opening.plusSeconds(3'600 + number * 30); }

Result<Session> found(const sql::Locator &where, const Size &size)
{
    const NewCompany company{QStringLiteral("Bench Trading"), Eur,  QStringLiteral("DE"), QStringLiteral("generic"),
                             QStringLiteral("Europe/Berlin"), false};
    auto session = createCompany(where, company, opening);
    if (!session)
        return session;
    setTheScene(*session);
    session->clock = [] { return opening; };
    constexpr int batch = 500;
    for (int first = 0; first < size.products; first += batch)
        if (auto stocked = session->perform(stockUp, first, std::min(size.products, first + batch), size.prices); !stocked)
            return stocked.error();
    QByteArray secret;
    if (!size.secrets.empty()) {
        const auto sealed = channels::seal(session->scene().companyUid, QStringLiteral("shop"), size.secrets);
        if (!sealed)
            return sealed.error();
        secret = *sealed;
    }
    if (auto opened = session->perform(openShop, size.url, secret); !opened)
        return opened.error();
    return session;
}

Result<Session> open(const sql::Locator &where)
{
    auto session = Session::open(where);
    if (session)
        setTheScene(*session);
    return session;
}

Channel shop(Session &session)
{
    return *session.ask([](Tx &tx) { return *channelByName(tx, QStringLiteral("shop")); });
}

qint64 orders(Session &session)
{
    // Every web order becomes a sales order and none is deleted, so that the last id is their count.
    return *session.ask([](Tx &tx) { return tx.number("SELECT MAX(id) FROM sales_order"); });
}

QString state(Session &session)
{
    return *session.ask([](Tx &tx) {
        QStringList parts;
        for (const char *question :
             {"SELECT last_entry FROM ledger_head", "SELECT MAX(id) FROM sales_order", "SELECT MAX(id) FROM stock_move",
              "SELECT MAX(id) FROM open_item", "SELECT MAX(id) FROM audit", "SELECT MAX(id) FROM payment", "SELECT SUM(allocated) FROM stock_balance",
              "SELECT SUM(on_hand) FROM stock_balance", "SELECT SUM(value) FROM stock_value", "SELECT SUM(debit) FROM account_balance"})
            parts << QString::number(tx.number(question));
        auto head = tx.run("SELECT last_hash FROM ledger_head");
        head.next();
        parts << QString::fromLatin1(head.bytes(0).toHex());
        return parts.join(u' ');
    });
}

} // namespace bench

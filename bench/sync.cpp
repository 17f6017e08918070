// Purser and the bare client against the practice store. bench/sync calls it; a measured call prints one line of figures (see figures.h), whose last
// one is the number of requests.
//
//   bench-sync found WHERE PRODUCTS URL     a company whose shop is at URL, its products linked with the shop's
//   bench-sync move WHERE URL               its shop is there now
//   bench-sync stir WHERE                   one unit more of everything is received
//   bench-sync pull WHERE ORDERS [RECORDING]
//   bench-sync memory WHERE ORDERS          the same with SQLite's cache of pages held to 4 MiB (else 128), so that it is not what grows
//   bench-sync push WHERE SKUS [RECORDING]  stock, prices, texts, shipments; SKUS must be sent and accepted
//   bench-sync replay RECORDING             the bare client

#include "channels/engine/listing.h"
#include "company.h"
#include "core/warehouse/warehouse.h"
#include "figures.h"
#include "line.h"

#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace {

[[noreturn]] void stop(const QString &why)
{
    std::fprintf(stderr, "bench-sync: %s\n", qPrintable(why));
    std::exit(1);
}

template <class T> T must(Result<T> result)
{
    if (!result)
        stop(result.error().code + QStringLiteral(": ") + result.error().text);
    return *std::move(result);
}

PushScope everything()
{
    PushScope scope;
    scope.orders = false; // they are measured by themselves
    scope.agreeAll = true;
    return scope;
}

/// The store was made with the company's names and prices, and says nothing of units and barcodes that could be compared: what a push would send of
/// them once is taken for sent.
void confirmContent(Session &session, const Channel &channel)
{
    must(session.perform([&](Tx &tx) -> Result<> {
        for (const Product &product : tx.all<Product>("stocked = 1 ORDER BY id"))
            tx.run("UPDATE listing SET confirmed_content = ? WHERE channel_id = ? AND product_id = ?", channels::contentHashes(product), channel.id,
                   product.id);
        return Done{};
    }));
}

void found(const QString &where, int products, const QString &url)
{
    {
        Session session = must(bench::found({where}, {products, url, {bench::storeKey, bench::storeSecret}, true}));
    }
    Session session = must(bench::open({where}));
    const Channel channel = bench::shop(session);
    bench::Shop shop(channel, false);
    SyncControl control;
    PushScope scope = everything();
    scope.products = false;
    const PushReport report = must(push(session, channel, shop.connector(), scope, false, control));
    confirmContent(session, channel);
    if (report.compared != products || report.accepted != report.sent)
        stop(QStringLiteral("%1 listings, %2 of %3 accepted").arg(report.compared).arg(report.accepted).arg(report.sent));
    std::fprintf(stderr, "  %d products linked: %d things sent in %d requests\n", products, report.sent, shop.requests());
}

void stir(const QString &where)
{
    Session session = must(bench::open({where}));
    const auto all = must(session.ask([](Tx &tx) { return tx.all<Product>("stocked = 1 ORDER BY id"); }));
    constexpr size_t batch = 500;
    for (size_t first = 0; first < all.size(); first += batch) {
        std::vector<Receipt> receipts;
        for (size_t at = first; at < std::min(all.size(), first + batch); ++at)
            receipts.push_back({all[at].id, Quantity::whole(1), {}, {}, {}, {}});
        must(session.perform([&](Tx &tx) { return receiveGoods(tx, receipts, tx.today()); }));
    }
}

void move(const QString &where, const QString &url)
{
    Session session = must(bench::open({where}));
    must(session.perform([&](Tx &tx) -> Result<> {
        tx.run("UPDATE channel SET url = ?, version = version + 1 WHERE name = 'shop'", url);
        return Done{};
    }));
}

void keep(const bench::Shop &shop, const QString &recording)
{
    if (!recording.isEmpty() && !shop.line().save(recording))
        stop(QStringLiteral("cannot write ") + recording);
}

void pullAll(const QString &where, int orders, const QString &recording, bool smallCache = false)
{
    Session session = must(bench::open({where}));
    if (smallCache && session.locator().engine() == sql::Engine::Sqlite)
        session.connection().script("PRAGMA cache_size=-4096");
    const Channel channel = bench::shop(session);
    bench::Shop shop(channel, !recording.isEmpty());
    SyncControl control;
    const bench::Meter meter;
    const PullReport report = must(pull(session, channel, shop.connector(), {}, control));
    meter.print(report.created, shop.requests());
    if (report.created != orders || report.exceptions > 0)
        stop(QStringLiteral("%1 of %2 orders came in, %3 exceptions").arg(report.created).arg(orders).arg(report.exceptions));
    keep(shop, recording);
}

void pushAll(const QString &where, int skus, const QString &recording)
{
    Session session = must(bench::open({where}));
    const Channel channel = bench::shop(session);
    bench::Shop shop(channel, !recording.isEmpty());
    SyncControl control;
    const bench::Meter meter;
    const PushReport report = must(push(session, channel, shop.connector(), everything(), false, control));
    meter.print(report.sent, shop.requests());
    if (report.sent != skus || report.accepted != skus)
        stop(QStringLiteral("%1 sent, %2 accepted, not %3").arg(report.sent).arg(report.accepted).arg(skus));
    keep(shop, recording);
}

void replayAll(const QString &recording)
{
    const bench::Meter meter;
    const int requests = bench::replay(recording);
    if (requests < 0)
        stop(QStringLiteral("the store refused the bare client"));
    meter.print(requests, requests);
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const QStringList words = QCoreApplication::arguments();
    const QString verb = words.value(1), where = words.value(2);
    if (verb == QLatin1String("found") && words.size() == 5)
        found(where, words[3].toInt(), words[4]);
    else if (verb == QLatin1String("move") && words.size() == 4)
        move(where, words[3]);
    else if (verb == QLatin1String("stir") && words.size() == 3)
        stir(where);
    else if (verb == QLatin1String("pull") && words.size() >= 4)
        pullAll(where, words[3].toInt(), words.value(4));
    else if (verb == QLatin1String("memory") && words.size() == 4)
        pullAll(where, words[3].toInt(), {}, true);
    else if (verb == QLatin1String("push") && words.size() >= 4)
        pushAll(where, words[3].toInt(), words.value(4));
    else if (verb == QLatin1String("replay") && words.size() == 3)
        replayAll(where);
    else
        stop(QStringLiteral("use: found | move | stir | pull | memory | push | replay; see bench/sync.cpp"));
    return 0;
}

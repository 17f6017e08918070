#include "channels/engine/noted.h"

#include "channels/channel.h"

namespace {

/// Above so many, one statement over all products is faster than one for each.
constexpr size_t mostOneByOne = 500;

} // namespace

Result<> noteChanged(Tx &tx, Id<Channel> channel, Work work, const std::set<Id<Product>> &products)
{
    const auto *kind = channels::findKind(tx.get(channel).kind);
    if (products.size() > mostOneByOne || (kind && kind->byItself))
        return makeDue(tx, channel, {work});
    for (const Id<Product> product : products)
        tx.run("INSERT INTO push_due (channel_id, work, product_id, times) VALUES (?, ?, ?, 1) ON CONFLICT (channel_id, work, product_id) DO UPDATE "
               "SET times = push_due.times + 1",
               channel, work, product);
    return Done{};
}

void noteOrdered(Tx &tx, Id<Channel> channel, const QString &externalOrder)
{
    tx.run("INSERT INTO push_due (channel_id, work, product_id, times) SELECT DISTINCT s.channel_id, s.work, l.product_id, 1 FROM channel_schedule s "
           "JOIN sales_order o ON o.channel_id = s.channel_id JOIN sales_line l ON l.order_id = o.id WHERE s.channel_id = ? AND s.work = ? AND "
           "s.rhythm = ? AND o.external_id = ? AND l.kind = 1 AND l.product_id IS NOT NULL ON CONFLICT (channel_id, work, product_id) DO UPDATE SET "
           "times = push_due.times + 1",
           channel, Work::Stock, Rhythm::OnChange, externalOrder);
}

std::vector<Noted> notedFor(Tx &tx, Id<Channel> channel, const std::set<Work> &work)
{
    std::vector<Noted> noted = tx.all<Noted>("channel_id = ?", channel);
    std::erase_if(noted, [&](const Noted &one) { return work.count(one.work) == 0; });
    return noted;
}

void forgetNoted(Tx &tx, const std::vector<Noted> &noted)
{
    for (const Noted &one : noted)
        tx.run("DELETE FROM push_due WHERE channel_id = ? AND work = ? AND product_id = ? AND times = ?", one.channel, one.work, one.product,
               one.times);
}

std::optional<std::vector<Id<Product>>> lookedAt(Tx &tx, const std::vector<Noted> &noted)
{
    std::set<Id<Product>> products;
    for (const Noted &one : noted)
        products.insert(one.product);
    for (const Id<Product> component : std::set(products)) {
        auto kits = tx.run("SELECT product_id FROM product_component WHERE component_id = ?", component);
        while (kits.next())
            products.insert({kits.integer(0)});
    }
    if (products.size() > mostOneByOne)
        return {};
    return std::vector(products.begin(), products.end());
}

#include "channels/htmltext.h"
#include "channels/woocommerce/push.h"

#include <functional>

namespace channels::woocommerce {
namespace {

constexpr size_t largestBatch = 100; // 413 beyond it

/// One row of a batch: what is sent for a listing, and what the shop must answer.
struct Change {
    const ListingRef *listing = nullptr;
    Json body;                                                 ///< without the id
    std::function<QString(const Json &answer)> differenceFrom; ///< empty if the shop holds what was sent
};

bool isId(const QString &text)
{
    bool isNumber = false;
    return text.toLongLong(&isNumber) > 0 && isNumber;
}

/// Variations are only reached through their product.
QString batchPath(const ListingRef &listing)
{
    return isId(listing.externalParent) ? QStringLiteral("/products/%1/variations/batch").arg(listing.externalParent)
                                        : QStringLiteral("/products/batch");
}

ItemResult resultOf(const Change &change, const Json &answer)
{
    ItemResult result;
    result.externalId = change.listing->externalId;
    result.externalParent = change.listing->externalParent;
    if (answer["error"].isObject()) // the batch as a whole always answers 200
        result.message = shopWords(answer["error"]["message"].text());
    else if (answer["id"].text() != change.listing->externalId)
        result.message = Words::tr("The shop did not say what became of it.");
    else
        result.message = change.differenceFrom(answer);
    result.done = result.message.isEmpty();
    return result;
}

/// Sends one batch; `rows` are indexes into changes.
void sendBatch(Client &client, const QString &path, const std::vector<Change> &changes, const std::vector<size_t> &rows,
               std::vector<ItemResult> &results)
{
    JsonArray updates;
    for (const size_t row : rows) {
        Json update = changes[row].body;
        update.set("id", changes[row].listing->externalId.toLongLong());
        updates.push_back(update);
    }
    try {
        const Json answer = client.post(path, Json::object({{"update", updates}}));
        for (size_t i = 0; i < rows.size(); ++i)
            results[rows[i]] = resultOf(changes[rows[i]], answer["update"].at(i));
    } catch (const Failure &failure) {
        const bool lost = failure.kind == Failure::Kind::Unknown;
        if (!lost && failure.kind != Failure::Kind::Rejected)
            throw; // the same for every other batch
        for (const size_t row : rows) {
            results[row].unknown = lost;
            results[row].message = failure.text();
        }
    }
}

std::vector<ItemResult> send(Client &client, const std::vector<Change> &changes)
{
    std::vector<ItemResult> results(changes.size());
    std::map<QString, std::vector<size_t>> batches;
    for (size_t i = 0; i < changes.size(); ++i) {
        if (isId(changes[i].listing->externalId))
            batches[batchPath(*changes[i].listing)].push_back(i);
        else
            results[i].message = Words::tr("%1 is not linked to a product of the shop.").arg(changes[i].listing->sku);
    }
    for (const auto &[path, rows] : batches)
        for (size_t start = 0; start < rows.size(); start += largestBatch) {
            const auto end = rows.begin() + qsizetype(std::min(start + largestBatch, rows.size()));
            sendBatch(client, path, changes, {rows.begin() + qsizetype(start), end}, results);
        }
    return results;
}

} // namespace

std::vector<ItemResult> setStock(Client &client, const std::vector<StockLevel> &items)
{
    std::vector<Change> changes;
    for (const StockLevel &item : items) {
        const qint64 units = std::max<qint64>(0, item.available.millionths / 1'000'000); // WooCommerce refuses fractions; a part of one is none
        // Without manage_stock a quantity is silently ignored. A bad quantity in a batch silently becomes 0: hence the comparison.
        changes.push_back({&item.listing, Json::object({{"manage_stock", true}, {"stock_quantity", units}}), [units](const Json &answer) {
                               return answer["stock_quantity"].toInteger(-1) == units
                                          ? QString()
                                          : Words::tr("The shop holds %1 instead of %2.").arg(answer["stock_quantity"].text()).arg(units);
                           }});
    }
    return send(client, changes);
}

std::vector<ItemResult> setPrices(Client &client, const std::vector<PriceLevel> &items)
{
    std::vector<Change> changes;
    for (const PriceLevel &item : items) {
        const QString price = priceText(item.price, client.access());
        changes.push_back({&item.listing, Json::object({{"regular_price", price}}), [price](const Json &answer) {
                               const auto held = decimal::parse(answer["regular_price"].text(), 6);
                               return held == decimal::parse(price, 6)
                                          ? QString()
                                          : Words::tr("The shop holds %1 instead of %2.").arg(answer["regular_price"].text(), price);
                           }});
    }
    return send(client, changes);
}

QString priceText(UnitPrice price, const Access &access)
{
    const int digits = int(std::clamp<qint64>(access.options["price_decimals"].toInteger(price.currency.exponent()), 0, 6));
    const qint64 shown = decimal::narrow(decimal::divide(price.millionths, decimal::powerOfTen(6 - digits)));
    return decimal::format(shown, digits, digits);
}

} // namespace channels::woocommerce

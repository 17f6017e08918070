#include "channels/vendure/push.h"

#include <algorithm>
#include <span>

namespace channels::vendure {
namespace {

const QString updateDocument =
    QStringLiteral("mutation($input:[UpdateProductVariantInput!]!){updateProductVariants(input:$input){id price priceWithTax currencyCode "
                   "stockLevels{stockLocationId stockOnHand}}}");

/// One variant of a batch: what is sent, and what the shop must answer.
struct Change {
    const ListingRef *listing = nullptr;
    Json input;
    std::function<QString(const Json &answer)> differenceFrom; ///< empty if the shop holds what was sent
};

const Json &variantIn(const Json &answer, const QString &id)
{
    static const Json none;
    for (const Json &variant : answer["updateProductVariants"].items())
        if (variant["id"].text() == id)
            return variant;
    return none;
}

class BatchSender {
public:
    BatchSender(Client &client, const std::vector<Change> &changes) : m_client(client), m_changes(changes), m_results(changes.size()) {}

    std::vector<ItemResult> send()
    {
        std::vector<size_t> rows;
        for (size_t i = 0; i < m_changes.size(); ++i) {
            m_results[i].externalId = m_changes[i].listing->externalId;
            m_results[i].externalParent = m_changes[i].listing->externalParent;
            if (m_changes[i].listing->externalId.isEmpty())
                m_results[i].message = Words::tr("%1 is not linked to a variant of the shop.").arg(m_changes[i].listing->sku);
            else
                rows.push_back(i);
        }
        if (!rows.empty())
            sendRows(rows);
        return std::move(m_results);
    }

private:
    /// Vendure takes a batch as a whole or not at all: one bad item is found by halving, so that it does not hold up the others.
    void sendRows(std::span<const size_t> rows)
    {
        try {
            accept(rows, m_client.mutate(updateDocument, variables(rows)));
            return;
        } catch (const Failure &failure) {
            const bool lost = failure.kind == Failure::Kind::Unknown;
            if (!lost && failure.kind != Failure::Kind::Rejected)
                throw;
            if (lost || rows.size() == 1) {
                for (const size_t row : rows) {
                    m_results[row].unknown = lost;
                    m_results[row].message = failure.text();
                }
                return;
            }
        }
        sendRows(rows.first(rows.size() / 2));
        sendRows(rows.last(rows.size() - rows.size() / 2));
    }

    Json variables(std::span<const size_t> rows) const
    {
        JsonArray input;
        for (const size_t row : rows)
            input.push_back(m_changes[row].input);
        return Json::object({{"input", input}});
    }

    void accept(std::span<const size_t> rows, const Json &answer)
    {
        for (const size_t row : rows) {
            const Json &held = variantIn(answer, m_changes[row].listing->externalId);
            m_results[row].message = held.isNull() ? Words::tr("The shop did not say what became of it.") : m_changes[row].differenceFrom(held);
            m_results[row].done = m_results[row].message.isEmpty();
        }
    }

    Client &m_client;
    const std::vector<Change> &m_changes;
    std::vector<ItemResult> m_results;
};

QString heldInstead(const Json &held, qint64 wanted)
{
    return held.toInteger(-1) == wanted ? QString() : Words::tr("The shop holds %1 instead of %2.").arg(held.text()).arg(wanted);
}

const Json &stockAt(const Json &variant, const QString &location)
{
    static const Json none;
    for (const Json &level : variant["stockLevels"].items())
        if (level["stockLocationId"].text() == location)
            return level["stockOnHand"];
    return none;
}

} // namespace

std::vector<ItemResult> setStock(Client &client, const Shop &shop, const std::vector<StockLevel> &items)
{
    std::vector<Change> changes;
    for (const StockLevel &item : items) {
        // On hand, not available: the shop subtracts what its own open orders have allocated.
        const qint64 units = std::max<qint64>(0, item.onHand.millionths / 1'000'000);
        const Json level = Json::object({{"stockLocationId", shop.location}, {"stockOnHand", units}});
        changes.push_back({&item.listing, Json::object({{"id", item.listing.externalId}, {"stockLevels", JsonArray{level}}}),
                           [units, location = shop.location](const Json &answer) { return heldInstead(stockAt(answer, location), units); }});
    }
    return BatchSender(client, changes).send();
}

std::vector<ItemResult> setPrices(Client &client, const Shop &shop, const std::vector<PriceLevel> &items)
{
    std::vector<Change> changes;
    for (const PriceLevel &item : items) {
        const qint64 amount = shop.amountOf(item.price);
        const bool isDefault = item.price.currency == shop.currency;
        Json input = Json::object({{"id", item.listing.externalId}});
        if (isDefault)
            input.set("price", amount);
        else
            input.set("prices", JsonArray{Json::object({{"currencyCode", item.price.currency.code()}, {"price", amount}})});
        changes.push_back({&item.listing, input, [amount, isDefault, gross = shop.pricesIncludeTax](const Json &answer) {
                               return isDefault ? heldInstead(answer[gross ? "priceWithTax" : "price"], amount) : QString();
                           }});
    }
    return BatchSender(client, changes).send();
}

} // namespace channels::vendure

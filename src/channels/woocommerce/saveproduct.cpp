#include "channels/htmltext.h"
#include "channels/woocommerce/push.h"

#include <algorithm>
#include <array>
#include <map>

namespace channels::woocommerce {
namespace {

/// The shop's pictures of a product: those it has by id, the others by an address from which it fetches them itself.
struct Images {
    JsonArray sent;
    std::vector<QString> hashes; ///< of `sent`; empty for those that are known already
    QStringList unreachable;     ///< names
};

Images imagesOf(const ProductContent &content, const Access &access)
{
    const QString base = access.options["image_base"].text();
    Images images;
    if (!content.listing.externalId.isEmpty() && !content.parts.images)
        return images;
    for (const ImageContent &image : content.images) {
        QString address = image.address;
        if (address.isEmpty() && !base.isEmpty())
            address = base + (base.endsWith(u'/') ? "" : "/") + QString::fromLatin1(Http::encode(image.name));
        if (!image.externalId.isEmpty()) {
            images.sent.push_back(Json::object({{"id", image.externalId.toLongLong()}}));
            images.hashes.emplace_back();
        } else if (!address.isEmpty()) {
            images.sent.push_back(Json::object({{"src", address}, {"name", image.name}}));
            images.hashes.push_back(image.sha256);
        } else {
            images.unreachable += image.name;
        }
    }
    return images;
}

struct WeightUnit {
    const char *name;
    qint64 perMillionKilograms; ///< millionths of the unit in one kilogram
};
constexpr std::array weightUnits{WeightUnit{"kg", 1'000'000}, WeightUnit{"g", 1'000'000'000}, WeightUnit{"lbs", 2'204'623},
                                 WeightUnit{"oz", 35'273'962}};

/// Weight in the shop's unit; empty where that is not one we know.
QString weightText(Quantity kilograms, const Access &access)
{
    const QString unit = access.options["weight_unit"].text();
    for (const WeightUnit &known : weightUnits)
        if (unit == QLatin1StringView(known.name) || (unit.isEmpty() && &known == weightUnits.data()))
            return Quantity{decimal::narrow(decimal::divide(Int128(kilograms.millionths) * known.perMillionKilograms, 1'000'000))}.toString();
    return {};
}

/// The shop's slug for our tax class: by the option tax_classes, or as WooCommerce calls the usual ones. Empty: the shop decides.
QString taxClassOf(const QString &ours, const Access &access)
{
    const QString told = access.options["tax_classes"][QStringView(ours)].text();
    if (!told.isEmpty())
        return told;
    if (ours == u"standard")
        return ours;
    return ours == u"reduced" || ours == u"zero" ? ours + QStringLiteral("-rate") : QString();
}

bool isVariation(const ListingRef &listing) { return listing.externalParent.toLongLong() > 0; }

void setDetails(Json &body, const ProductContent &content, const Access &access)
{
    if (!content.barcode.isEmpty())
        body.set("global_unique_id", content.barcode);
    if (const QString weight = weightText(content.weight, access); content.weight.isPositive() && !weight.isEmpty())
        body.set("weight", weight);
    if (const QString taxClass = taxClassOf(content.taxClass, access); !taxClass.isEmpty())
        body.set("tax_class", taxClass);
}

/// The parts of a product that are written. Prices and stock have calls of their own.
Json describe(const ProductContent &content, const ContentParts &parts, const Images &images, const Access &access)
{
    Json body = Json::object();
    if (parts.text)
        body.set("description", content.description);
    if (parts.details)
        setDetails(body, content, access);
    if (isVariation(content.listing)) {
        if (!images.sent.empty())
            body.set("image", images.sent.front());
        return body;
    }
    if (parts.title)
        body.set("name", content.name);
    if (!images.sent.empty()) // an empty list would take away what the shop has
        body.set("images", images.sent);
    return body;
}

Json describeNew(const ProductContent &content, const Images &images, const Access &access)
{
    Json body = describe(content, ContentParts(), images, access);
    body.set("type", "simple");
    body.set("sku", content.listing.sku);
    body.set("regular_price", priceText(content.price, access));
    body.set("manage_stock", true);
    body.set("stock_quantity", std::max<qint64>(0, content.available.millionths / 1'000'000));
    return body;
}

/// What has this SKU in the shop, in the trash aside: a product or a variation, as SKUs are unique.
std::optional<ListingRef> findBySku(Client &client, const QString &sku)
{
    const Answer answer = client.get("/products", {{"sku", sku}});
    for (const Json &product : answer.rows())
        if (product["sku"].text() == sku) {
            const qint64 parent = product["parent_id"].toInteger();
            return ListingRef{sku, product["id"].text(), parent > 0 ? QString::number(parent) : QString()};
        }
    return {};
}

QString pathOf(const ListingRef &listing)
{
    return isVariation(listing) ? QStringLiteral("/products/%1/variations/%2").arg(listing.externalParent, listing.externalId)
                                : QStringLiteral("/products/%1").arg(listing.externalId);
}

ItemResult saved(const Json &answer, const ProductContent &content, const Images &images)
{
    ItemResult result;
    result.done = true;
    result.externalId = answer["id"].text();
    result.externalParent = content.listing.externalParent;
    const JsonArray held = isVariation(content.listing) ? JsonArray{answer["image"]} : answer["images"].items();
    for (size_t i = 0; i < held.size() && i < images.hashes.size(); ++i)
        if (!images.hashes[i].isEmpty())
            result.imageIds.emplace_back(images.hashes[i], held[i]["id"].text());
    if (!images.unreachable.isEmpty())
        result.message = Words::tr("The shop cannot fetch these pictures, as they have no public address: %1.").arg(images.unreachable.join(u", "));
    return result;
}

ItemResult write(Client &client, const ProductContent &content, const Images &images)
{
    const bool isNew = content.listing.externalId.isEmpty();
    const Json answer = isNew ? client.post("/products", describeNew(content, images, client.access()))
                              : client.put(pathOf(content.listing), describe(content, content.parts, images, client.access()));
    return saved(answer, content, images);
}

/// One picture that the shop cannot fetch makes it refuse the whole product: the product is worth more than its picture.
ItemResult writeWithoutImages(Client &client, const ProductContent &content, const QString &why)
{
    ItemResult result = write(client, content, Images());
    result.message = why;
    return result;
}

ItemResult writeNew(Client &client, ProductContent content, const Images &images)
{
    try {
        return write(client, content, images);
    } catch (const Refusal &refusal) {
        if (refusal.code != u"product_invalid_sku" || !refusal.data["resource_id"].toInteger())
            throw;
        // It exists after all: somebody was faster, or the shop's search lags behind.
        const ListingRef named{content.listing.sku, refusal.data["resource_id"].text(), {}};
        content.listing = findBySku(client, content.listing.sku).value_or(named);
    }
    return write(client, content, images);
}

ItemResult save(Client &client, ProductContent content)
{
    if (content.listing.externalId.isEmpty()) // the interface has no way to repeat a creation safely: look before
        content.listing = findBySku(client, content.listing.sku).value_or(content.listing);
    const Images images = imagesOf(content, client.access());
    try {
        return content.listing.externalId.isEmpty() ? writeNew(client, content, images) : write(client, content, images);
    } catch (const Failure &failure) {
        if (failure.code != u"woocommerce_product_image_upload_error")
            throw;
        return writeWithoutImages(client, content, failure.text());
    }
}

/// What the shop names for these SKUs, which are asked for together: a comma separates them, so one that holds a comma is asked for alone.
std::map<QString, ListingRef> findBySku(Client &client, const QStringList &skus)
{
    std::map<QString, ListingRef> found;
    QStringList together;
    const auto ask = [&] {
        if (together.isEmpty())
            return;
        const Answer answer = client.get("/products", {{"sku", together.join(u',')}, {"per_page", "100"}});
        for (const Json &product : answer.rows()) {
            const qint64 parent = product["parent_id"].toInteger();
            const QString sku = product["sku"].text();
            found[sku] = {sku, product["id"].text(), parent > 0 ? QString::number(parent) : QString()};
        }
        together.clear();
    };
    qsizetype letters = 0;
    for (const QString &sku : skus) {
        if (sku.contains(u',')) {
            if (const auto one = findBySku(client, sku))
                found[sku] = *one;
            continue;
        }
        letters += sku.size() + 3; // an encoded comma
        if (letters > 1500) {      // addresses may not be of any length
            ask();
            letters = sku.size();
        }
        together << sku;
    }
    ask();
    return found;
}

/// Many products with few calls. The shop takes them one by one all the same: each has its own answer, and what went wrong with one that a call of
/// its own could cure (a picture, a SKU that is there after all) gets that.
class BatchSaver {
public:
    BatchSaver(Client &client, const std::vector<ProductContent> &items) : m_client(client), m_items(items), m_results(items.size()) {}

    std::vector<ItemResult> save()
    {
        std::map<QString, std::vector<size_t>> batches; // by path; those of one product's variations have their own
        const auto found = findBySku(m_client, unlinked());
        for (size_t i = 0; i < m_items.size(); ++i) {
            if (const auto known = found.find(m_items[i].listing.sku); m_items[i].listing.externalId.isEmpty() && known != found.end())
                m_items[i].listing = known->second;
            const ListingRef &listing = m_items[i].listing;
            m_results[i].externalId = listing.externalId;
            m_results[i].externalParent = listing.externalParent;
            if (listing.sku.isEmpty())
                m_results[i] = saveProduct(m_client, m_items[i]); // says why not
            else
                batches[isVariation(listing) ? QStringLiteral("/products/%1/variations/batch").arg(listing.externalParent)
                                             : QStringLiteral("/products/batch")]
                    .push_back(i);
        }
        for (const auto &[path, rows] : batches)
            sendAll(path, rows);
        return std::move(m_results);
    }

private:
    static constexpr int picturesPerCall = 20; ///< the shop fetches them while we wait

    QStringList unlinked() const
    {
        QStringList skus;
        for (const ProductContent &item : m_items)
            if (item.listing.externalId.isEmpty() && !item.listing.sku.isEmpty())
                skus << item.listing.sku;
        return skus;
    }

    void sendAll(const QString &path, const std::vector<size_t> &rows)
    {
        std::vector<size_t> part;
        qsizetype pictures = 0;
        for (const size_t row : rows) {
            const Images images = imagesOf(m_items[row], m_client.access());
            const auto fetched = std::count_if(images.hashes.begin(), images.hashes.end(), [](const QString &hash) { return !hash.isEmpty(); });
            if (!part.empty() && pictures + fetched > picturesPerCall) {
                send(path, part);
                part.clear();
                pictures = 0;
            }
            part.push_back(row);
            pictures += fetched;
        }
        send(path, part);
    }

    void send(const QString &path, const std::vector<size_t> &rows)
    {
        JsonArray created;
        JsonArray updated;
        for (const size_t row : rows) {
            const ProductContent &item = m_items[row];
            const Images images = imagesOf(item, m_client.access());
            if (item.listing.externalId.isEmpty()) {
                created.push_back(describeNew(item, images, m_client.access()));
                continue;
            }
            Json body = describe(item, item.parts, images, m_client.access());
            body.set("id", item.listing.externalId.toLongLong());
            updated.push_back(body);
        }
        Json body = Json::object();
        if (!created.empty())
            body.set("create", created);
        if (!updated.empty())
            body.set("update", updated);
        try {
            accept(rows, m_client.post(path, body));
        } catch (const Failure &failure) {
            const bool lost = failure.kind == Failure::Kind::Unknown;
            if (!lost && failure.kind != Failure::Kind::Rejected)
                throw;
            for (const size_t row : rows) {
                m_results[row].unknown = lost;
                m_results[row].message = failure.text();
            }
        }
    }

    void accept(const std::vector<size_t> &rows, const Json &answer)
    {
        size_t create = 0;
        size_t update = 0;
        for (const size_t row : rows) {
            const bool isNew = m_items[row].listing.externalId.isEmpty();
            const Json &told = isNew ? answer["create"].at(create++) : answer["update"].at(update++);
            const QString code = told["error"]["code"].text();
            if (code == u"woocommerce_product_image_upload_error" || code == u"product_invalid_sku")
                m_results[row] = saveProduct(m_client, m_items[row]);
            else if (told["error"].isObject())
                m_results[row].message = shopWords(told["error"]["message"].text());
            else if (told["id"].toInteger() <= 0 || (!isNew && told["id"].text() != m_items[row].listing.externalId))
                m_results[row].message = Words::tr("The shop did not say what became of it.");
            else
                m_results[row] = saved(told, m_items[row], imagesOf(m_items[row], m_client.access()));
        }
    }

    Client &m_client;
    std::vector<ProductContent> m_items; ///< with what the shop was found to have
    std::vector<ItemResult> m_results;
};

} // namespace

std::vector<ItemResult> saveProducts(Client &client, const std::vector<ProductContent> &items)
{
    if (items.size() == 1)
        return {saveProduct(client, items.front())};
    return BatchSaver(client, items).save();
}

ItemResult saveProduct(Client &client, const ProductContent &content)
{
    ItemResult refused;
    refused.externalId = content.listing.externalId;
    refused.externalParent = content.listing.externalParent;
    if (content.listing.sku.isEmpty()) {
        refused.message = Words::tr("A product needs a SKU: the shop is searched by it.");
        return refused;
    }
    try {
        return save(client, content);
    } catch (const Failure &failure) {
        refused.unknown = failure.kind == Failure::Kind::Unknown;
        if (!refused.unknown && failure.kind != Failure::Kind::Rejected)
            throw;
        refused.message = failure.text();
    }
    return refused;
}

} // namespace channels::woocommerce

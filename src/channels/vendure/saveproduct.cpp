#include "channels/vendure/push.h"

#include <QRegularExpression>

namespace channels::vendure {
namespace {

const QString findDocument = QStringLiteral("query($options:ProductVariantListOptions){productVariants(options:$options){items{id sku productId}}}");
const QString variantDocument = QStringLiteral("query($id:ID!){productVariant(id:$id){id productId product{variants{id}}}}");
const QString bySlugDocument = QStringLiteral("query($slug:String!){product(slug:$slug){id variants{id}}}");
const QString taxDocument = QStringLiteral("query{taxCategories(options:{take:100}){items{id name}}}");
const QString createProductDocument = QStringLiteral("mutation($input:CreateProductInput!){createProduct(input:$input){id}}");
const QString createVariantDocument = QStringLiteral("mutation($input:[CreateProductVariantInput!]!){createProductVariants(input:$input){id}}");
const QString updateProductDocument = QStringLiteral("mutation($input:UpdateProductInput!){updateProduct(input:$input){id}}");
const QString updateVariantDocument = QStringLiteral("mutation($input:[UpdateProductVariantInput!]!){updateProductVariants(input:$input){id}}");

QString slugOf(const QString &text)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    QString slug = text.normalized(QString::NormalizationForm_D).toLower().replace(others, QStringLiteral("-"));
    while (slug.startsWith(u'-'))
        slug.remove(0, 1);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

class ProductSaver {
public:
    ProductSaver(Client &client, const Shop &shop, const ProductContent &content)
        : m_client(client), m_shop(shop), m_content(content), m_listing(content.listing)
    {}

    ItemResult save()
    {
        if (m_listing.externalId.isEmpty() && !findVariant())
            return refused(Words::tr("The shop has the SKU %1 more than once: choose the variant that is meant.").arg(m_listing.sku));
        m_parts = m_listing.externalId.isEmpty() ? ContentParts() : m_content.parts;
        m_taxCategory = m_parts.details ? taxCategory() : QString();
        const Assets assets = m_parts.images ? uploadAssets(m_client, m_content.images) : Assets();
        if (m_listing.externalId.isEmpty())
            create(assets);
        else
            update(assets);
        ItemResult result = refused(assets.refused.join(u' '));
        result.done = true;
        result.imageIds = assets.uploaded;
        return result;
    }

private:
    ItemResult refused(const QString &why) const
    {
        ItemResult result;
        result.message = why;
        result.externalId = m_listing.externalId;
        result.externalParent = m_listing.externalParent;
        return result;
    }

    /// Looks for the SKU, as nothing keeps a repeated creation from making a second variant. False if it is not clear which one is meant.
    bool findVariant()
    {
        const Json bySku = Json::object({{"take", 10}, {"filter", Json::object({{"sku", Json::object({{"eq", m_listing.sku}})}})}});
        const Json found = m_client.query(findDocument, Json::object({{"options", bySku}}))["productVariants"]["items"];
        int matches = 0;
        for (const Json &variant : found.items())
            if (variant["sku"].text() == m_listing.sku) { // a database may compare without regard to case
                m_listing.externalId = variant["id"].text();
                m_listing.externalParent = variant["productId"].text();
                ++matches;
            }
        return matches <= 1;
    }

    /// The shop's category for our tax class: by the option tax_categories ({"standard": "Standard Tax"}), or the one whose name begins like it.
    /// None: the shop decides.
    QString taxCategory()
    {
        if (m_content.taxClass.isEmpty())
            return {};
        const QString told = m_client.access().options["tax_categories"][QStringView(m_content.taxClass)].text();
        const QString name = told.isEmpty() ? m_content.taxClass : told;
        const Json answer = m_client.query(taxDocument);
        for (const Json &category : answer["taxCategories"]["items"].items())
            if (category["name"].text().startsWith(name, Qt::CaseInsensitive))
                return category["id"].text();
        return {};
    }

    Json productTexts(bool isNew) const
    {
        Json texts = Json::object({{"languageCode", m_shop.language}});
        if (m_parts.title)
            texts.set("name", m_content.name);
        if (m_parts.text)
            texts.set("description", m_content.description);
        if (isNew)
            texts.set("slug", slug());
        return JsonArray{texts};
    }
    Json variantTexts() const { return JsonArray{Json::object({{"languageCode", m_shop.language}, {"name", m_content.name}})}; }
    QString slug() const { return slugOf(m_content.name + u' ' + m_listing.sku); }

    static void setAssets(Json &input, const Assets &assets)
    {
        if (assets.ids.empty())
            return; // an empty list would take away what the shop has
        input.set("assetIds", assets.ids);
        input.set("featuredAssetId", assets.ids.front());
    }

    void create(const Assets &assets)
    {
        m_listing.externalParent = unfinishedProduct();
        if (m_listing.externalParent.isEmpty()) {
            Json product = Json::object({{"enabled", true}, {"translations", productTexts(true)}});
            setAssets(product, assets);
            m_listing.externalParent = m_client.mutate(createProductDocument, Json::object({{"input", product}}))["createProduct"]["id"].text();
        }
        const qint64 units = std::max<qint64>(0, m_content.available.millionths / 1'000'000);
        Json variant = Json::object({{"productId", m_listing.externalParent},
                                     {"sku", m_listing.sku},
                                     {"translations", variantTexts()},
                                     {"price", m_shop.amountOf(m_content.price)},
                                     {"stockLevels", JsonArray{Json::object({{"stockLocationId", m_shop.location}, {"stockOnHand", units}})}}});
        if (!m_taxCategory.isEmpty())
            variant.set("taxCategoryId", m_taxCategory);
        const Json made = m_client.mutate(createVariantDocument, Json::object({{"input", JsonArray{variant}}}));
        m_listing.externalId = made["createProductVariants"].at(0)["id"].text();
    }

    /// A product without variants that an earlier attempt left behind when it was cut off.
    QString unfinishedProduct()
    {
        const Json product = m_client.query(bySlugDocument, Json::object({{"slug", slug()}}))["product"];
        return product["variants"].items().empty() ? product["id"].text() : QString();
    }

    /// A product that has only this variant is described by it; the texts of one with several belong to all of them.
    void update(const Assets &assets)
    {
        const Json variant = m_client.query(variantDocument, Json::object({{"id", m_listing.externalId}}))["productVariant"];
        if (variant.isNull())
            throw Failure(Failure::Kind::Rejected, Words::tr("The shop does not have the variant any more."), 200, -1,
                          QStringLiteral("ENTITY_NOT_FOUND"));
        m_listing.externalParent = variant["productId"].text();
        const bool isAlone = variant["product"]["variants"].items().size() <= 1;
        if (isAlone && (m_parts.title || m_parts.text || !assets.ids.empty())) {
            Json product = Json::object({{"id", m_listing.externalParent}});
            if (m_parts.title || m_parts.text)
                product.set("translations", productTexts(false));
            setAssets(product, assets);
            m_client.mutate(updateProductDocument, Json::object({{"input", product}}));
        }
        Json input = Json::object({{"id", m_listing.externalId}});
        if (m_parts.title)
            input.set("translations", variantTexts());
        if (!isAlone)
            setAssets(input, assets);
        if (!m_taxCategory.isEmpty())
            input.set("taxCategoryId", m_taxCategory);
        if (input.members().size() == 1)
            return; // nothing but the id
        m_client.mutate(updateVariantDocument, Json::object({{"input", JsonArray{input}}}));
    }

    Client &m_client;
    const Shop &m_shop;
    const ProductContent &m_content;
    ListingRef m_listing;
    ContentParts m_parts; ///< what is written
    QString m_taxCategory;
};

} // namespace

ItemResult saveProduct(Client &client, const Shop &shop, const ProductContent &content)
{
    ItemResult refused;
    refused.externalId = content.listing.externalId;
    refused.externalParent = content.listing.externalParent;
    if (content.listing.sku.isEmpty()) {
        refused.message = Words::tr("A product needs a SKU: the shop is searched by it.");
        return refused;
    }
    try {
        return ProductSaver(client, shop, content).save();
    } catch (const Failure &failure) {
        refused.unknown = failure.kind == Failure::Kind::Unknown;
        if (!refused.unknown && failure.kind != Failure::Kind::Rejected)
            throw;
        refused.message = failure.text();
    }
    return refused;
}

} // namespace channels::vendure

#include "core/catalog/product.h"

#include "core/audit/audit.h"
#include "core/catalog/kit.h"
#include "core/parties/party.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMimeDatabase>

static QString tr(const char *text) { return QCoreApplication::translate("Product", text); }

Result<Product> saveProduct(Tx &tx, Product product)
{
    product.sku = product.sku.trimmed();
    product.name = product.name.simplified();
    product.barcode = product.barcode.trimmed();
    product.unit = product.unit.trimmed();
    if (product.sku.isEmpty())
        return refuse(QStringLiteral("sku_missing"), tr("A product needs a SKU."));
    if (product.name.isEmpty())
        return refuse(QStringLiteral("name_missing"), tr("Product %1 needs a name.").arg(product.sku));
    if (product.weight.isNegative())
        return refuse(QStringLiteral("weight"), tr("The weight of %1 cannot be negative.").arg(product.sku));
    if (tx.number("SELECT COUNT(*) FROM tax WHERE tax_class = ?", product.taxClass) == 0)
        return refuse(QStringLiteral("unknown_tax"), tr("There is no tax class “%1”.").arg(product.taxClass));
    const auto same = tx.first<Product>("sku = ?", product.sku);
    if (same && same->id != product.id)
        return refuse(QStringLiteral("duplicate"), tr("The SKU %1 belongs to “%2” already.").arg(product.sku, same->name));
    if (product.id && (!same || same->stocked != product.stocked))
        if (auto good = checkStocked(tx, product); !good)
            return good.error();
    if (!product.barcode.isEmpty()) {
        const auto coded = tx.first<Product>("barcode = ?", product.barcode);
        if (coded && coded->id != product.id)
            return refuse(QStringLiteral("duplicate"), tr("The barcode %1 belongs to %2 already.").arg(product.barcode, coded->sku));
    }
    product.search = folded(QStringList{product.sku, product.barcode, product.name}.join(u' '));
    product.changedAt = tx.now();
    if (product.unit.isEmpty())
        product.unit = QStringLiteral("each");
    if (product.id) {
        tx.update(product);
        audit(tx, "product_changed", "product", product.id.value);
    } else {
        product.createdAt = tx.now();
        tx.insert(product);
        audit(tx, "product_created", "product", product.id.value);
    }
    return product;
}

Result<Product> productBySku(Tx &tx, const QString &sku)
{
    if (auto product = tx.first<Product>("sku = ?", sku))
        return *product;
    return notFound(QStringLiteral("unknown_sku"), tr("There is no product with SKU %1.").arg(sku), tr("See: purserctl product list"));
}

std::optional<Product> findProduct(Tx &tx, const QString &skuOrBarcode)
{
    const QString code = skuOrBarcode.trimmed();
    if (auto product = tx.first<Product>("sku = ?", code))
        return product;
    if (code.isEmpty())
        return {};
    return tx.first<Product>("barcode = ?", code);
}

Result<> setProductImage(Tx &tx, Id<Product> product, int position, const QString &name, const QByteArray &bytes)
{
    constexpr qsizetype largest = 10 * 1024 * 1024;
    if (bytes.size() > largest)
        return refuse(QStringLiteral("image_too_large"), tr("The picture %1 is larger than 10 MB.").arg(name));
    const QString type = QMimeDatabase().mimeTypeForData(bytes).name();
    if (type != QLatin1String("image/png") && type != QLatin1String("image/jpeg") && type != QLatin1String("image/webp")
        && type != QLatin1String("image/gif"))
        return refuse(QStringLiteral("no_image"), tr("%1 is no PNG, JPEG, WebP or GIF picture.").arg(name));
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    tx.run("INSERT INTO image (sha256, media_type, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING", hash, type, bytes);
    tx.run("DELETE FROM product_image WHERE product_id = ? AND position = ?", product, position);
    tx.insert(ProductImage{product, position, hash, name});
    tx.run("UPDATE product SET changed_at = ?, version = version + 1 WHERE id = ?", tx.now(), product);
    audit(tx, "image_set", "product", product.value, name);
    return Done{};
}

Result<> removeProductImage(Tx &tx, Id<Product> product, int position)
{
    const auto image = tx.first<ProductImage>("product_id = ? AND position = ?", product, position);
    if (!image)
        return notFound(QStringLiteral("no_image"), tr("There is no picture at position %1.").arg(position));
    tx.run("DELETE FROM product_image WHERE product_id = ? AND position = ?", product, position);
    tx.run("UPDATE product SET changed_at = ?, version = version + 1 WHERE id = ?", tx.now(), product);
    audit(tx, "image_removed", "product", product.value, image->name);
    return Done{};
}

std::vector<ProductImage> imagesOf(Tx &tx, Id<Product> product) { return tx.all<ProductImage>("product_id = ? ORDER BY position", product); }

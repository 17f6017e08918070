#include "core/imports/rows.h"
#include "core/pricing/price.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>

static QString tr(const char *text) { return QCoreApplication::translate("Import", text); }

namespace {

bool same(const Product &a, const Product &b)
{
    return a.name == b.name && a.description == b.description && a.unit == b.unit && a.barcode == b.barcode && a.weight == b.weight
           && a.taxClass == b.taxClass;
}

Result<Product> described(Tx &tx, const ImportRow &row, Product product)
{
    product.sku = row["sku"];
    if (row.has("name"))
        product.name = row["name"].simplified();
    if (row.has("description"))
        product.description = row["description"];
    if (row.has("unit") && !row["unit"].isEmpty())
        product.unit = row["unit"];
    if (row.has("barcode"))
        product.barcode = row["barcode"];
    if (row.has("tax") && !row["tax"].isEmpty()) {
        product.taxClass = row["tax"];
        if (tx.number("SELECT COUNT(*) FROM tax WHERE tax_class = ?", product.taxClass) == 0)
            return badCell("tax", tr("There is no tax class “%1”.").arg(product.taxClass));
    }
    if (row.has("weight")) {
        const auto weight = row["weight"].isEmpty() ? Quantity() : Quantity::parse(row["weight"]);
        if (!weight || weight->isNegative())
            return badCell("weight", tr("“%1” is no weight in kilograms.").arg(row["weight"]));
        product.weight = *weight;
    }
    if (product.sku.isEmpty())
        return badCell("sku", tr("The SKU is missing."));
    if (product.name.isEmpty())
        return badCell("name", tr("The name of %1 is missing.").arg(product.sku));
    return product;
}

/// The base price from one unit on; gives back whether it changed.
Result<bool> takePrice(Tx &tx, const ImportRow &row, Id<Product> product)
{
    if (!row.has("price") || row["price"].isEmpty())
        return false;
    const auto price = UnitPrice::parse(row["price"], tx.currency());
    if (!price || price->millionths < 0)
        return badCell("price", tr("“%1” is no price such as 12.50.").arg(row["price"]));
    auto base =
        tx.first<Price>("product_id = ? AND price_list_id IS NULL AND party_id IS NULL AND minimum = 0 AND currency = ? AND valid_from IS NULL",
                        product, tx.currency());
    if (base && base->price == *price)
        return false;
    if (!base) {
        base.emplace();
        base->product = product;
        base->currency = tx.currency();
    }
    base->price = *price;
    if (auto saved = savePrice(tx, *base); !saved)
        return saved.error();
    return true;
}

Result<bool> takeImage(Tx &tx, const ImportRow &row, Id<Product> product, const QDir &folder)
{
    if (!row.has("image") || row["image"].isEmpty())
        return false;
    const QString path = folder.absoluteFilePath(row["image"]);
    if (!QDir::cleanPath(path).startsWith(QDir::cleanPath(folder.absolutePath()) + u'/'))
        return badCell("image", tr("The picture %1 lies outside of the file's folder.").arg(row["image"]));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return badCell("image", tr("There is no picture %1 beside the file.").arg(row["image"]));
    const QByteArray bytes = file.read(10 * 1024 * 1024 + 1);
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    for (const ProductImage &image : imagesOf(tx, product))
        if (image.position == 1 && image.sha256 == hash)
            return false;
    if (auto set = setProductImage(tx, product, 1, QFileInfo(path).fileName(), bytes); !set)
        return badCell("image", set.error().text);
    return true;
}

Result<RowOutcome> takeProduct(Tx &tx, const ImportRow &row, const QDir &folder)
{
    const auto known = tx.first<Product>("sku = ?", row["sku"]);
    const auto product = described(tx, row, known.value_or(Product()));
    if (!product)
        return product.error();
    Id<Product> id = product->id;
    bool changed = !known || !same(*known, *product);
    if (changed) {
        const auto saved = saveProduct(tx, *product);
        if (!saved)
            return saved.error();
        id = saved->id;
    }
    const auto priced = takePrice(tx, row, id);
    if (!priced)
        return priced.error();
    const auto pictured = takeImage(tx, row, id, folder);
    if (!pictured)
        return pictured.error();
    changed = changed || *priced || *pictured;
    return !known ? RowOutcome::Created : changed ? RowOutcome::Changed : RowOutcome::Unchanged;
}

} // namespace

Result<ImportReport> importProducts(Session &session, const QByteArray &csv, const QString &folder, const ImportControl &control)
{
    static const QStringList known{QStringLiteral("sku"),    QStringLiteral("name"),    QStringLiteral("description"),
                                   QStringLiteral("price"),  QStringLiteral("tax"),     QStringLiteral("unit"),
                                   QStringLiteral("weight"), QStringLiteral("barcode"), QStringLiteral("image")};
    const QDir base(folder);
    return importRows(
        session, csv, known, "sku", [&](Tx &tx, const ImportRow &row) { return takeProduct(tx, row, base); }, control);
}

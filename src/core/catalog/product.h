#pragma once

#include "sql/tx.h"

struct Category {
    Id<Category> id;
    qint64 version = 1;
    QString code;
    QString name;
};

template <> struct sql::TableOf<Category> {
    static constexpr Table table{
        "category",
        Column{"id", &Category::id},
        Column{"version", &Category::version},
        Column{"code", &Category::code},
        Column{"name", &Category::name},
    };
};

struct Product {
    Id<Product> id;
    qint64 version = 1;
    QString sku;
    QString name;
    QString description;
    QString unit = QStringLiteral("each");
    QString barcode;
    Quantity weight; ///< kilograms
    QString taxClass = QStringLiteral("standard");
    Id<Category> category;
    bool stocked = true; ///< false: a service, never moves
    bool active = true;
    QString search; ///< filled in by save
    Instant createdAt;
    Instant changedAt;
};

template <> struct sql::TableOf<Product> {
    static constexpr Table table{
        "product",
        Column{"id", &Product::id},
        Column{"version", &Product::version},
        Column{"sku", &Product::sku},
        Column{"name", &Product::name},
        Column{"description", &Product::description},
        Column{"unit", &Product::unit},
        Column{"barcode", &Product::barcode},
        Column{"weight", &Product::weight},
        Column{"tax_class", &Product::taxClass},
        Column{"category_id", &Product::category},
        Column{"stocked", &Product::stocked},
        Column{"active", &Product::active},
        Column{"search", &Product::search},
        Column{"created_at", &Product::createdAt},
        Column{"changed_at", &Product::changedAt},
    };
};

struct Image {
    QString sha256;
    QString mediaType;
    QByteArray bytes;
};

template <> struct sql::TableOf<Image> {
    static constexpr Table table{
        "image",
        Column{"sha256", &Image::sha256},
        Column{"media_type", &Image::mediaType},
        Column{"bytes", &Image::bytes},
    };
};

struct ProductImage {
    Id<Product> product;
    int position = 1;
    QString sha256;
    QString name;
};

template <> struct sql::TableOf<ProductImage> {
    static constexpr Table table{
        "product_image",
        Column{"product_id", &ProductImage::product},
        Column{"position", &ProductImage::position},
        Column{"sha256", &ProductImage::sha256},
        Column{"name", &ProductImage::name},
    };
};

/// Stores a new or changed product. Refuses: no SKU, no name, a SKU that is taken, an unknown tax class, a barcode of another product.
Result<Product> saveProduct(Tx &tx, Product product);
Result<Product> productBySku(Tx &tx, const QString &sku);
/// By SKU, then by barcode: what a scanner or a person types.
std::optional<Product> findProduct(Tx &tx, const QString &skuOrBarcode);
/// Puts a picture at a position (1 is the main one). Refuses what is no picture or larger than 10 MB.
Result<> setProductImage(Tx &tx, Id<Product> product, int position, const QString &name, const QByteArray &bytes);
/// Takes the picture at a position away; the others stay where they are. Refuses where there is none.
Result<> removeProductImage(Tx &tx, Id<Product> product, int position);
std::vector<ProductImage> imagesOf(Tx &tx, Id<Product> product);

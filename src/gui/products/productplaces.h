#pragma once

#include "core/stock/productlist.h"
#include "gui/bind/fields.h"
#include "gui/bind/listplace.h"
#include "gui/bind/question.h"

class QLabel;
class QListWidget;

/// All products with their stock.
class ProductListPlace : public ListPlace<ProductRow> {
    Q_OBJECT

public:
    explicit ProductListPlace(Desk &desk);

signals:
    void newProduct();
};

/// One product: what it is, where it lies, how it moved, what it costs.
class ProductPlace : public Place {
    Q_OBJECT

public:
    ProductPlace(Desk &desk, Id<Product> product); ///< none: a new one
    void refresh() override;
    void enter() override { m_first->setFocus(); }

private:
    struct Move {
        Instant at;
        QString from, to, document, memo, actor;
        Quantity quantity;
        Money value;
    };
    struct PriceLine {
        QString whose;
        QString price;
        Quantity minimum;
        QDate from, to;
    };
    struct Shelf {
        QString location;
        StockBalance balance;
    };
    struct View {
        Product product;
        std::vector<Shelf> shelves;
        std::vector<Move> moves;
        std::vector<PriceLine> prices;
        std::vector<std::pair<ProductImage, QByteArray>> images;
        std::optional<UnitPrice> cost;
    };
    static View viewOf(Tx &tx, Id<Product> id);
    void show(const View &view);
    void save();
    void receive();
    void count();
    void move();
    void addPrice();
    void addImage();

    Id<Product> m_product;
    QFormLayout *m_form;
    Fields<Product> m_fields;
    QLineEdit *m_first;
    QLabel *m_stock;
    TableModel<Shelf> *m_shelves;
    TableModel<Move> *m_moves;
    TableModel<PriceLine> *m_prices;
    QListWidget *m_images;
    QAction *m_receive, *m_count, *m_transfer, *m_price, *m_image;
};

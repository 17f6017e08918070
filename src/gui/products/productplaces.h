#pragma once

#include "core/catalog/kit.h"
#include "core/pricing/price.h"
#include "core/stock/productlist.h"
#include "gui/bind/fields.h"
#include "gui/bind/listplace.h"
#include "gui/bind/question.h"
#include "gui/shell/editor.h"

class QLabel;
class QListWidget;

/// All products with their stock.
class ProductListPlace : public ListPlace<ProductRow> {
    Q_OBJECT

public:
    explicit ProductListPlace(Desk &desk);
    void refresh() override;

signals:
    void newProduct();
};

/// One product: what it is, where it lies, how it moved, what it costs.
class ProductPlace : public Editor {
    Q_OBJECT

public:
    ProductPlace(Desk &desk, Id<Product> product); ///< none: a new one
    void refresh() override;
    void enter() override { m_first->setFocus(); }
    bool save() override;
    void addImageFrom(const QString &path);

protected:
    void forgetTyped() override;

private:
    struct Move {
        Instant at;
        QString from, to, document, memo, actor;
        Quantity quantity;
        Money value;
    };
    struct PriceLine {
        QString whose;
        Price price;
    };
    struct Shelf {
        QString location;
        StockBalance balance;
    };
    struct ComponentLine {
        ProductComponent component;
        QString sku, name;
        Quantity available;
    };
    struct View {
        Product product;
        std::vector<ComponentLine> components;
        std::vector<Shelf> shelves;
        std::vector<Move> moves;
        std::vector<PriceLine> prices;
        std::vector<std::pair<ProductImage, QByteArray>> images;
        std::optional<UnitPrice> cost;
    };
    static View viewOf(Tx &tx, Id<Product> id);
    void makeActions();
    void makeFields();
    void makeSide(QVBoxLayout *side);
    void makeTabs();
    QTableView *makeComponents();
    static std::vector<ComponentLine> componentLines(Tx &tx, Id<Product> id);
    void present(const View &view);
    void showStock(const View &view);
    QString keptAs() const { return QStringLiteral("product-%1").arg(m_product.value); }

    std::vector<std::pair<QString, QString>> shelfChoices(); ///< (code, text), the ones with stock first
    void receive();
    void count();
    void move();
    void addPrice();
    void removePrice();
    void setComponent();
    void removeComponent();
    void addImage();
    void removeImage();

    Id<Product> m_product;
    QFormLayout *m_form;
    Fields<Product> m_fields;
    View m_view;
    QLineEdit *m_first;
    QLabel *m_stock;
    TableModel<Shelf> *m_shelves;
    TableModel<Move> *m_moves;
    TableModel<PriceLine> *m_prices;
    QTableView *m_priceTable;
    TableModel<ComponentLine> *m_components;
    QTableView *m_componentTable;
    QListWidget *m_images;
    std::vector<QAction *> m_whenStored; ///< what can be done with a product that exists
};

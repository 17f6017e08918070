#pragma once

#include "channels/engine/exception.h"
#include "channels/engine/overview.h"
#include "channels/engine/sync.h"
#include "support/testcompany.h"

#include <map>

/// A storefront without a network: what the engine asks is answered from these lists, and what it tells is kept in them.
class FakeShop : public channels::Connector {
public:
    struct Shelf {
        QString externalId;
        Quantity stock;
        std::optional<UnitPrice> price;
        QString content;
        QString text{};
    };
    std::vector<channels::RemoteOrder> orders;    ///< in the order of their changes
    std::map<QString, Shelf> shelves;             ///< by SKU
    std::vector<channels::RemoteProduct> doubles; ///< listed beside the shelves
    std::vector<channels::ShipmentNotice> shipments;
    std::vector<channels::ProductContent> saved; ///< every call of saveProducts
    channels::Capabilities can;
    int pageSize = 100;
    int stockCalls = 0;
    int orderPages = 0;
    std::function<void()> beforePage;        ///< may throw
    std::function<void()> afterSetStock;     ///< may throw: the shop has done it, the answer is lost
    std::function<void()> afterTellShipment; ///< likewise
    QString refusedSku;

    channels::Capabilities capabilities() const override { return can; }
    channels::ShopInfo probe() override { return {QStringLiteral("Fake"), QStringLiteral("1"), Eur, true, QStringLiteral("UTC")}; }
    channels::OrderPage ordersChanged(const channels::Window &window, const QString &page) override;
    channels::RemoteOrder order(const QString &externalId) override;
    channels::RemoteOrder readOrder(const Json &raw) const override;
    channels::ProductPage products(const QString &page) override;
    std::vector<channels::ItemResult> setStock(const std::vector<channels::StockLevel> &items) override;
    std::vector<channels::ItemResult> setPrices(const std::vector<channels::PriceLevel> &items) override;
    std::vector<channels::ItemResult> saveProducts(const std::vector<channels::ProductContent> &items) override;
    channels::ItemResult tellShipment(const channels::ShipmentNotice &notice) override;

    /// A paid order of one line with 19 % tax included in `gross`, changed at second `second` of the test's morning.
    channels::RemoteOrder &sells(const char *id, const char *sku, int units, const char *gross, int second = 0);
    void change(channels::RemoteOrder &order, int second); ///< gives it a new timestamp and a new text
};

/// A channel "web" of the company.
Channel webChannel(TestCompany &company);

/// A company with a channel whose shop is `shop`.
struct ShopCompany : TestCompany {
    ShopCompany();
    FakeShop shop;
    Channel channel;
    SyncControl control;

    PullReport pulled(const PullOptions &options = {});
    PushReport pushed(bool dryRun = false, const PushScope &scope = {});
    SalesOrder onlyOrder();
};

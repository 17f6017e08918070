#pragma once

#include "engine/fakeshop.h"

/// A shop of which one call fails: before anything was done, or with everything done and the answer lost. Like every connector it makes one shipment
/// of a notice that comes twice.
struct FailingShop : FakeShop {
    int failAt = -1; ///< counted from 0; -1: never
    bool isDone = false;
    channels::Failure::Kind kind = channels::Failure::Kind::Unreachable;
    int calls = 0;
    int creations = 0;

    channels::OrderPage ordersChanged(const channels::Window &window, const QString &page) override
    {
        return reading([&] { return FakeShop::ordersChanged(window, page); });
    }
    channels::RemoteOrder order(const QString &id) override
    {
        return reading([&] { return FakeShop::order(id); });
    }
    channels::ProductPage products(const QString &page) override
    {
        return reading([&] { return FakeShop::products(page); });
    }
    std::vector<channels::ItemResult> setStock(const std::vector<channels::StockLevel> &items) override
    {
        return writing([&] { return FakeShop::setStock(items); });
    }
    std::vector<channels::ItemResult> setPrices(const std::vector<channels::PriceLevel> &items) override
    {
        return writing([&] { return FakeShop::setPrices(items); });
    }
    std::vector<channels::ItemResult> saveProducts(const std::vector<channels::ProductContent> &items) override
    {
        return writing([&] {
            for (const auto &item : items)
                creations += !shelves.count(item.listing.sku);
            return FakeShop::saveProducts(items);
        });
    }
    channels::ItemResult tellShipment(const channels::ShipmentNotice &notice) override
    {
        return writing([&]() -> channels::ItemResult {
            for (const channels::ShipmentNotice &told : shipments)
                if (told.number == notice.number)
                    return {true, false, {}, QStringLiteral("there"), {}, {}};
            return FakeShop::tellShipment(notice);
        });
    }

private:
    template <class Call> auto reading(Call call) -> decltype(call())
    {
        if (calls++ == failAt)
            fail();
        return call();
    }
    template <class Call> auto writing(Call call) -> decltype(call())
    {
        const bool fails = calls++ == failAt;
        if (fails && !isDone)
            fail();
        auto result = call();
        if (fails)
            throw channels::Failure(channels::Failure::Kind::Unknown, QStringLiteral("The answer was lost."));
        return result;
    }
    [[noreturn]] void fail() const { throw channels::Failure(kind, QStringLiteral("The shop failed.")); }
};

#pragma once

#include "channels/channel.h"
#include "scriptedhttp.h"

#include <gtest/gtest.h>

/// What every connector must do, whatever the platform: contract_test.cpp asks it of each storefront that is registered with
///     INSTANTIATE_TEST_SUITE_P(WooCommerce, ConnectorContract, testing::Values(&makeShop));
/// The storefront is a small one that lives in the test and speaks the platform's wire format.
class ContractShop : public channels::Http {
public:
    /// Runs the faults, then asks answerTo().
    channels::Response send(const channels::Request &request) final;

    virtual std::unique_ptr<channels::Connector> connect() = 0;
    /// Adds paid orders of one line each, all changed in the same second.
    virtual void place(int orders, Instant changedAt) = 0;
    /// Changes an order that was placed.
    virtual void touch(size_t order, Instant changedAt) = 0;
    /// Two products that the shop has, of which the second will be refused: it is gone.
    virtual std::vector<channels::ListingRef> listings() const = 0;
    virtual qint64 stockOf(const channels::ListingRef &listing) const = 0;
    /// The order placed first: its id, and the id of its line.
    virtual std::pair<QString, QString> firstOrder() const = 0;
    virtual int shipmentsOf(const QString &order) const = 0;

    std::function<void(const channels::Request &)> before;                      ///< may throw
    std::function<void(const channels::Request &, channels::Response &)> after; ///< may change the answer, or throw: it is lost
    std::function<void(const channels::Request &)> check;                       ///< is it a request that the platform knows?
    int requests = 0;

protected:
    virtual channels::Response answerTo(const channels::Request &request) = 0;
};

using MakeContractShop = std::unique_ptr<ContractShop> (*)();

class ConnectorContract : public testing::TestWithParam<MakeContractShop> {
protected:
    void SetUp() override
    {
        shop = GetParam()();
        connector = shop->connect();
    }

    std::unique_ptr<ContractShop> shop;
    std::unique_ptr<channels::Connector> connector;
};

/// Sum of net and tax over the lines.
Money grossOf(const channels::RemoteOrder &order);
/// Every goods line names what was sold, how much and at what price, or the order says what is wrong; sums are the shop's own.
void expectSound(const channels::RemoteOrder &order);

#pragma once

#include "channels/scriptedhttp.h"
#include "channels/vendure/connector.h"

#include <gtest/gtest.h>

/// A connector before a scripted shop that takes an API key; each request is held against the published schema. The first call about prices, stock or
/// products asks for the shop's facts: see facts().
class VendureTest : public testing::Test {
protected:
    VendureTest();

    Instant now = *Instant::parse("2026-11-23T12:00:00Z");
    ScriptedHttp http;
    channels::vendure::ShopConnector shop;

    channels::vendure::ShopConnector connect(Json options, std::vector<QString> secrets = {"key-top-secret", ""});
    /// Answers to the questions about channel and stock locations: prices with tax, EUR, two digits.
    void facts();
    Json variablesOf(size_t request) const;
    QString documentOf(size_t request) const;
};

channels::Access vendureAccess(std::vector<QString> secrets, Json options, Instant now);
void expectPublishedDocument(const channels::Request &request); ///< the document is one of the published schema
channels::Response data(const char *json);                      ///< {"data": …}; ' stands for "
channels::Response data(const Json &json);
/// The data of a recorded answer as the connector's own queries get it: with the channel's and the shop's facts.
Json recordedData(const QString &name);

/// A paid order of two lines with shipping, to be changed by a test: 2 x 11.90 and 1 x 5.95, shipping 4.90.
Json plainVendureOrder();

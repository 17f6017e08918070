#pragma once

#include "channels/scriptedhttp.h"
#include "channels/woocommerce/connector.h"

#include <gtest/gtest.h>

/// A connector before a scripted shop; each request is held against the published interface.
class WooTest : public testing::Test {
protected:
    explicit WooTest(Json options = Json::object(), const QString &url = QStringLiteral("https://shop.example"));

    Instant now = *Instant::parse("2026-11-23T12:00:00Z");
    ScriptedHttp http;
    channels::woocommerce::ShopConnector shop;

    channels::woocommerce::ShopConnector connect(Json options, const QString &url = QStringLiteral("https://shop.example"));
    channels::RemoteOrder readOrder(const char *json) { return shop.readOrder(jsonText(json)); }
    const channels::Request &request(size_t index) const { return http.requests.at(index); }
    Json bodyOf(size_t index) const;
};

channels::Access wooAccess(const QString &url, Json options, Instant now);
void expectPublished(const channels::Request &request); ///< the request is one of the published interface

/// An order of two goods lines without anything special, to be changed by a test.
Json plainOrder();

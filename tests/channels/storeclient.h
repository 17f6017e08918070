#pragma once

#include "base/json.h"
#include "channels/http.h"
#include "channels/practicestore/practicestore.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <atomic>
#include <gtest/gtest.h>

/// A clock that stands still until a test sets it; the store's threads read it.
class StillClock {
public:
    explicit StillClock(Instant at) : m_micros(at.micros) {}
    StillClock &operator=(Instant at)
    {
        m_micros = at.micros;
        return *this;
    }
    operator Instant() const { return {m_micros}; }
    Instant plusSeconds(qint64 seconds) const { return Instant(*this).plusSeconds(seconds); }

private:
    std::atomic<qint64> m_micros;
};

/// A practice store on a clock of its own and somebody who calls it with signed requests.
class StoreClient {
public:
    explicit StoreClient(channels::practicestore::PracticeStore::Options options = {})
    {
        options.clock = [this] { return Instant(now); };
        store = std::make_unique<channels::practicestore::PracticeStore>(std::move(options));
        if (const auto started = store->start(); !started)
            ADD_FAILURE() << qPrintable(started.error().text);
    }

    using Query = std::vector<std::pair<QString, QString>>;
    StillClock now{*Instant::parse(QStringLiteral("2030-01-15T11:00:00Z"))}; ///< noon in Berlin
    std::unique_ptr<channels::practicestore::PracticeStore> store;           ///< after the clock that it reads
    channels::NetworkHttp http{{}};
    channels::Response last;
    QString key = QStringLiteral("ck_practice");
    QString secret = QStringLiteral("cs_practice");

    /// Adds the parameters of OAuth 1.0a, as RFC 5849 says it.
    channels::Request sign(channels::Request request) const
    {
        static int nonces = 0;
        const Query oauth{{QStringLiteral("oauth_consumer_key"), key},
                          {QStringLiteral("oauth_nonce"), QStringLiteral("n%1").arg(++nonces)},
                          {QStringLiteral("oauth_signature_method"), QStringLiteral("HMAC-SHA256")},
                          {QStringLiteral("oauth_timestamp"), QString::number(Instant(now).micros / 1'000'000)}};
        request.query.insert(request.query.end(), oauth.begin(), oauth.end());
        auto sorted = request.query;
        std::sort(sorted.begin(), sorted.end());
        const QByteArray text = request.method + '&' + channels::Http::encode(request.url) + '&'
                                + channels::Http::encode(QString::fromLatin1(channels::Http::encodeQuery(sorted)));
        const QByteArray signature = QMessageAuthenticationCode::hash(text, secret.toUtf8() + '&', QCryptographicHash::Sha256).toBase64();
        request.query.emplace_back(QStringLiteral("oauth_signature"), QString::fromLatin1(signature));
        return request;
    }
    channels::Request unsignedCall(const char *method, const QString &path, Query query = {}, const Json &body = {}) const
    {
        channels::Request request;
        request.method = method;
        request.url = store->url() + QStringLiteral("/wp-json/wc/v3/") + path;
        request.query = std::move(query);
        request.timeoutSeconds = 10;
        if (!body.isNull())
            request.body = body.toJson();
        return request;
    }
    Json call(const char *method, const QString &path, Query query = {}, const Json &body = {})
    {
        last = http.send(sign(unsignedCall(method, path, std::move(query), body)));
        auto json = Json::parse(last.body);
        return json ? *json : Json();
    }
    Json get(const QString &path, Query query = {}) { return call("GET", path, std::move(query)); }
    Json post(const QString &path, const Json &body) { return call("POST", path, {}, body); }
    Json put(const QString &path, const Json &body) { return call("PUT", path, {}, body); }
    int total() const { return last.header("x-wp-total").toInt(); }

    static Json parsed(const char *text) { return *Json::parse(text); }
    qint64 buy(std::vector<channels::practicestore::PurchaseItem> items, const char *payment = "card")
    {
        channels::practicestore::Purchase purchase;
        purchase.items = std::move(items);
        purchase.billing = buyer();
        purchase.paymentMethod = QString::fromLatin1(payment);
        const auto order = store->placeOrder(purchase);
        if (!order)
            ADD_FAILURE() << qPrintable(order.error().text);
        return order ? *order : 0;
    }
    static channels::practicestore::Address buyer(const char *country = "DE", const char *state = "DE-BE")
    {
        channels::practicestore::Address address;
        address.firstName = QStringLiteral("Jörg");
        address.lastName = QStringLiteral("Guest");
        address.company = QStringLiteral("ACME & Söhne GmbH");
        address.street = QStringLiteral("Straße 1");
        address.city = QStringLiteral("Berlin");
        address.postcode = QStringLiteral("10115");
        address.country = QString::fromLatin1(country);
        address.state = QString::fromLatin1(state);
        address.email = QStringLiteral("guest@example.org");
        return address;
    }
    channels::practicestore::Product article(const char *sku, const char *price, int stock = 100)
    {
        channels::practicestore::Product product;
        product.type = QStringLiteral("simple");
        product.sku = QString::fromLatin1(sku);
        product.name = QStringLiteral("Article ") + product.sku;
        product.regularPrice = QString::fromLatin1(price);
        product.managesStock = true;
        product.stock = stock;
        store->setProduct(product);
        return *store->product(product.sku);
    }
};

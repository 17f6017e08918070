#pragma once

#include "channels/practicestore/auth.h"
#include "channels/practicestore/faults.h"
#include "channels/practicestore/shop.h"
#include "web/server.h"

#include <memory>
#include <mutex>

namespace channels::practicestore {

class StateFile;

/// A web shop on this machine for rehearsal, demonstration and tests: it speaks the part of WooCommerce's REST v3 that Purser uses and the part of
/// the web that a person needs to buy something. Nothing in it is real. It behaves like the real shop down to its oddities, and on demand worse.
///
/// Safe to call from any thread, also while it serves.
class PracticeStore {
public:
    struct Options {
        int port = 0;      ///< 0: a free one
        QString faults;    ///< see FaultPlan
        QString stateFile; ///< empty: everything is forgotten at the end
        std::vector<ApiKey> keys{{QStringLiteral("ck_practice"), QStringLiteral("cs_practice"), true}};
        ShopSettings settings;
        QString home;        ///< the address that the shop takes itself to have, signed by callers; empty: the one that it is called by
        QString certificate; ///< PEM; with it, https only
        QString privateKey;
        quint64 seed = 1;               ///< of buyers and baskets
        std::function<Instant()> clock; ///< none: the machine's
    };
    struct Counters {
        qint64 requests = 0;             ///< of the interface for programs
        qint64 writes = 0;               ///< those that may have changed something
        qint64 refused = 0;              ///< not let in
        qint64 troubled = 0;             ///< met by a fault
        std::map<QString, qint64> calls; ///< "GET orders", "POST products/batch"
    };

    explicit PracticeStore(Options options);
    ~PracticeStore();

    /// Refuses: a plan of faults it does not know, a port that is taken, a file or certificate it cannot read.
    Result<> start();
    void stop();
    int port() const;
    QString url() const; ///< "http://127.0.0.1:8800"

    Result<qint64> placeOrder(const Purchase &purchase);
    /// Random buyers take what is there, and go home when nothing is left; with `restock` the shelves are filled again before they are empty.
    std::vector<qint64> takeRandomOrders(int count, bool restock = false);
    void setProduct(const Product &product); ///< in place of the one with its SKU, or new
    Result<> setFaults(const QString &plan);
    QString faults() const;

    std::vector<Order> orders() const; ///< oldest first
    std::optional<Order> order(qint64 id) const;
    std::optional<Product> product(const QString &sku) const;
    Counters counters() const;
    /// Anything else that a rehearsal wants to do to the shop.
    void change(const std::function<void(Shop &)> &act);

private:
    web::Options serverOptions() const;
    web::Response handle(const web::Request &request);
    web::Response answer(const web::Request &request);
    web::Response callInterface(const web::Request &request);
    web::Response rehearse(const web::Request &request);
    std::optional<web::Response> troubleBefore();
    void troubleAfter(const web::Request &request, web::Response &answer);
    bool strikes(FaultPlan::Kind kind);
    void count(const web::Request &request);
    void keep();
    std::vector<qint64> randomOrders(int count, bool restock);
    QString homeOf(const web::Request &request) const;

    Options m_options;
    mutable std::mutex m_mutex; ///< of all below
    Shop m_shop;
    FaultPlan m_faults;
    Gate m_gate;
    Counters m_counters;
    std::unique_ptr<StateFile> m_file;
    std::unique_ptr<web::Server> m_server; ///< its threads end before the rest
};

} // namespace channels::practicestore

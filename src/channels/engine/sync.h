#pragma once

#include "channels/engine/channel.h"

#include <atomic>
#include <set>

/// How a run shows how far it is, and how it is stopped. Called on the worker's thread.
struct SyncControl {
    std::function<void(const QString &what, qint64 done, qint64 total)> progress; ///< total -1: not known
    std::function<void(const QString &line)> log;                                 ///< one line per request, without secrets
    std::atomic_bool cancelled{false};
};

struct PullReport {
    int pages = 0;
    int seen = 0;
    int created = 0;
    int changed = 0;
    int unchanged = 0;
    int exceptions = 0; ///< new ones
    int requests = 0;
    qint64 milliseconds = 0;
    bool cancelled = false;
};

/// One thing that a push changes, or would change.
struct PushItem {
    QString sku;   ///< or the shipment's number
    QString field; ///< fieldWord: product (a new one), stock, price, title, text, details, images, shipment
    QString now;   ///< what the channel was last known to hold; empty: not known
    QString becomes;
    QString result; ///< planned, accepted, refused, unknown, held
    QString message;
};

struct PushScope {
    /// Before stock is set, the shop's orders are taken in. Stock is an absolute figure: set without knowing what the shop has sold meanwhile, it
    /// would give that back to be sold a second time. Only who has just pulled leaves it out; a dry run, which must store nothing, does not do it.
    bool orders = true;
    bool stock = true;
    bool prices = true;
    bool products = true;
    bool shipments = true;
    bool agreeAll = false;      ///< a person agreed to everything that the guard holds back
    std::set<QString> agreed{}; ///< or to what it holds back of these SKUs
    bool changedOnly = false;   ///< looks only at the products that were noted as changed since the last push looked (noted.h)
};

struct PushReport {
    int compared = 0; ///< listings
    int sent = 0;
    int accepted = 0;
    int refused = 0;
    int held = 0;
    int requests = 0;
    qint64 milliseconds = 0;
    bool cancelled = false;
    std::optional<PullReport> pulled; ///< the orders that were taken in first; their requests are counted with the push's
    qint64 batch = 0;                 ///< its number in the history; 0: nothing was changed
    std::vector<PushItem> items;
};

/// A channel ready to talk: network, pacing, credentials and connector. Belongs to one thread.
class OpenChannel {
public:
    /// Refuses: unknown kind, secrets that cannot be unsealed.
    static Result<std::unique_ptr<OpenChannel>> open(Session &session, const Channel &channel, SyncControl &control);
    virtual ~OpenChannel() = default;
    virtual channels::Connector &connector() = 0;
    virtual int requests() const = 0;
};

/// Asks the shop who it is.
Result<channels::ShopInfo> testChannel(Session &session, const QString &name, SyncControl &control);

struct PullOptions {
    bool dryRun = false;          ///< counts what would happen; stores nothing
    std::optional<Instant> since; ///< instead of the cursor
};
/// Fetches what changed since the cursor and applies it, page N+1 being fetched while page N is written. Errors of the shop are
/// "unreachable" (Kind::Unavailable); what was applied before stays applied.
Result<PullReport> pull(Session &session, const QString &channel, const PullOptions &options, SyncControl &control);
/// Brings the channel up to date: what it should show and was not confirmed to show. A dry run is the same question, shown. Where stock is set,
/// orders are pulled first, and if that fails nothing is set.
Result<PushReport> push(Session &session, const QString &channel, const PushScope &scope, bool dryRun, SyncControl &control);

/// Sends what the channel held before a push changed it, and holds those fields back so that the next push leaves them alone. Left out, with the
/// reason: stock (it is the truth of now), new products and shipments (they stay), what was changed again since, and what is not known of before.
/// Refuses a number that is no push of this channel.
Result<PushReport> undoPush(Session &session, const QString &channel, qint64 batch, SyncControl &control);

/// The same over a connector that is open already: tests and other transports use these.
Result<PullReport> pull(Session &session, Channel channel, channels::Connector &connector, const PullOptions &options, SyncControl &control);
Result<PushReport> push(Session &session, Channel channel, channels::Connector &connector, const PushScope &scope, bool dryRun, SyncControl &control);
Result<PushReport> undoPush(Session &session, Channel channel, channels::Connector &connector, qint64 batch, SyncControl &control);

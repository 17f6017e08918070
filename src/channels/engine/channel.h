#pragma once

#include "base/json.h"
#include "channels/channel.h"
#include "core/pricing/price.h"
#include "core/stock/stock.h"
#include "sql/session.h"

enum class ChannelState {
    Active = 1,
    Paused = 2, ///< by a person
    Resting = 3 ///< after failures; tries again by itself
};
QString channelStateWord(ChannelState state);  ///< stable: "active", "paused", "resting"
QString channelStateLabel(ChannelState state); ///< translated

/// Who may buy on a channel. Whoever may not: the order waits for a person, see buyers.h.
enum class Buyers {
    Anyone = 1,
    Approved = 2, ///< whom the company has approved; others may ask for it by ordering
    Invited = 3   ///< whom the company has invited
};
QString buyersWord(Buyers buyers);                         ///< stable: "open", "approved", "invited"
QString buyersLabel(Buyers buyers);                        ///< translated
std::optional<Buyers> buyersFromWord(const QString &word); ///< "anyone" is understood as well

/// One place where goods are sold, as the company set it up.
struct Channel {
    Id<Channel> id;
    qint64 version = 1;
    QString name; ///< unique
    QString kind; ///< of channels::kinds()
    QString url;
    QString options;   ///< JSON object
    QByteArray secret; ///< sealed, see secrets.h
    ChannelState state = ChannelState::Active;
    QString stateReason;
    Currency currency;
    bool taxInclusive = true; ///< prices are shown with tax
    Buyers buyers = Buyers::Anyone;
    Id<PriceList> priceList;
    Quantity buffer;  ///< units held back from every listing
    Instant cursorAt; ///< the shop's clock: everything changed before it has been read
    QString cursorPage;
    Instant lastPull;
    Instant lastPush;
    int failures = 0;
    QString leaseHolder;
    Instant leaseUntil;
    Instant createdAt;

    QString option(const char *key) const; ///< text of an option; empty if not set
};

template <> struct sql::TableOf<Channel> {
    static constexpr Table table{
        "channel",
        Column{"id", &Channel::id},
        Column{"version", &Channel::version},
        Column{"name", &Channel::name},
        Column{"kind", &Channel::kind},
        Column{"url", &Channel::url},
        Column{"options", &Channel::options},
        Column{"secret", &Channel::secret},
        Column{"state", &Channel::state},
        Column{"state_reason", &Channel::stateReason},
        Column{"currency", &Channel::currency},
        Column{"tax_inclusive", &Channel::taxInclusive},
        Column{"buyers", &Channel::buyers},
        Column{"price_list_id", &Channel::priceList},
        Column{"buffer", &Channel::buffer},
        Column{"cursor_at", &Channel::cursorAt},
        Column{"cursor_page", &Channel::cursorPage},
        Column{"last_pull", &Channel::lastPull},
        Column{"last_push", &Channel::lastPush},
        Column{"failures", &Channel::failures},
        Column{"lease_holder", &Channel::leaseHolder},
        Column{"lease_until", &Channel::leaseUntil},
        Column{"created_at", &Channel::createdAt},
    };
};

/// What a person says about a new channel. Secrets are sealed before they are stored.
struct NewChannel {
    QString name;
    QString kind;
    QString url;
    std::vector<QString> secrets;  ///< as many as the kind asks for
    Json options = Json::object(); ///< trust = path of a PEM file, publish = all | linked, price_list, warehouse, buffer, …
    bool allowPlainHttp = false;   ///< http:// beyond this machine
};

/// Refuses: a name that is taken, an unknown kind, an address that is no http(s) or is plain http beyond loopback (a site that is served by hand
/// needs none), missing secrets, an unknown price list or warehouse.
Result<Channel> addChannel(Session &session, const NewChannel &channel);
/// Gives a channel another platform, or none (by hand): what a shop that grows does, and what helps over an outage. Orders, customers, decisions,
/// prices and terms stay; orders that were entered by hand are recognised by their number when the shop tells of them. `name` and options of `wanted`
/// are not looked at. Refuses as addChannel() does.
Result<Channel> changePlatform(Session &session, Id<Channel> channel, const NewChannel &wanted);
/// What that keeps and what it does, a sentence each.
QStringList platformEffects(const Channel &channel, const channels::Kind &platform);
/// Stores changed settings (not secrets, cursor or lease).
Result<Channel> saveChannel(Tx &tx, Channel channel);
Result<Channel> setChannelSecrets(Session &session, Id<Channel> channel, const std::vector<QString> &secrets);
Result<Channel> channelByName(Tx &tx, const QString &name);
std::vector<Channel> allChannels(Tx &tx); ///< by name
Result<Channel> pauseChannel(Tx &tx, Id<Channel> channel, const QString &reason);
Result<Channel> resumeChannel(Tx &tx, Id<Channel> channel);

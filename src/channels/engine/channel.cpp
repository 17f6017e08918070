#include "channels/engine/channel.h"

#include "channels/engine/listing.h"
#include "channels/engine/offer.h"
#include "channels/secrets.h"
#include "core/audit/audit.h"

#include <QCoreApplication>
#include <QUrl>

static QString tr(const char *text) { return QCoreApplication::translate("Channel", text); }

QString channelStateWord(ChannelState state)
{
    switch (state) {
    case ChannelState::Active: return QStringLiteral("active");
    case ChannelState::Paused: return QStringLiteral("paused");
    case ChannelState::Resting: return QStringLiteral("resting");
    }
    return {};
}

QString channelStateLabel(ChannelState state)
{
    switch (state) {
    case ChannelState::Active: return tr("Active");
    case ChannelState::Paused: return tr("Paused");
    case ChannelState::Resting: return tr("Resting after failures");
    }
    return {};
}

QString buyersWord(Buyers buyers)
{
    switch (buyers) {
    case Buyers::Anyone: return QStringLiteral("open");
    case Buyers::Approved: return QStringLiteral("approved");
    case Buyers::Invited: break;
    }
    return QStringLiteral("invited");
}

QString buyersLabel(Buyers buyers)
{
    switch (buyers) {
    case Buyers::Anyone: return tr("Anyone");
    case Buyers::Approved: return tr("Customers that were approved");
    case Buyers::Invited: break;
    }
    return tr("Customers that were invited");
}

std::optional<Buyers> buyersFromWord(const QString &word)
{
    for (const Buyers buyers : {Buyers::Anyone, Buyers::Approved, Buyers::Invited})
        if (buyersWord(buyers) == word)
            return buyers;
    return word == QLatin1String("anyone") ? std::optional(Buyers::Anyone) : std::nullopt;
}

QString Channel::option(const char *key) const
{
    const auto parsed = Json::parse(options.toUtf8());
    return parsed ? (*parsed)[key].text() : QString();
}

namespace {

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
}

Result<QString> checkedAddress(const QString &text, bool allowPlainHttp)
{
    QUrl url(text.trimmed());
    const bool plain = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || (!plain && url.scheme() != QLatin1String("https")))
        return refuse(QStringLiteral("address"), tr("“%1” is no address of a shop.").arg(text), tr("It looks like https://shop.example."));
    if (!url.userInfo().isEmpty())
        return refuse(QStringLiteral("address"), tr("Keys do not belong into the address."), tr("They are asked for separately."));
    if (plain && !isLoopback(url.host()) && !allowPlainHttp)
        return refuse(QStringLiteral("plain_http"), tr("%1 would be talked to without encryption.").arg(url.host()),
                      tr("Use https://, or say --allow-plain-http if you know that the line is safe."));
    QString clean = url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (clean.endsWith(u'/'))
        clean.chop(1);
    return clean;
}

/// A site that nobody talks to needs no address.
Result<QString> addressOf(const channels::Kind &kind, const QString &text, bool allowPlainHttp)
{
    return !kind.talks && text.trimmed().isEmpty() ? Result<QString>(QString()) : checkedAddress(text, allowPlainHttp);
}

Result<> applyOptions(Tx &tx, Channel &channel, const Json &options)
{
    if (const QString code = options["price_list"].text(); !code.isEmpty()) {
        const auto list = priceListByCode(tx, code);
        if (!list)
            return list.error();
        channel.priceList = list->id;
    }
    if (const QString buffer = options["buffer"].text(); !buffer.isEmpty()) {
        const auto units = Quantity::parse(buffer);
        if (!units || units->isNegative())
            return refuse(QStringLiteral("quantity"), tr("The buffer “%1” is no quantity.").arg(buffer));
        channel.buffer = *units;
    }
    if (const QString code = options["currency"].text(); !code.isEmpty()) {
        const auto currency = Currency::of(code);
        if (!currency)
            return refuse(QStringLiteral("currency"), tr("There is no currency %1.").arg(code));
        channel.currency = *currency;
    }
    if (options.contains(u"tax_inclusive"))
        channel.taxInclusive = options["tax_inclusive"].toBool(options["tax_inclusive"].text() != QLatin1String("no"));
    return Done{};
}

Result<Channel> store(Tx &tx, Channel channel, const Json &options)
{
    if (tx.number("SELECT COUNT(*) FROM channel WHERE name = ?", channel.name) > 0)
        return refuse(QStringLiteral("duplicate"), tr("There is a channel “%1” already.").arg(channel.name));
    if (auto fits = applyOptions(tx, channel, options); !fits)
        return fits.error();
    channel.createdAt = tx.now();
    tx.insert(channel);
    if (const QString code = options["warehouse"].text(); !code.isEmpty())
        if (auto served = serveFrom(tx, channel.id, {code}); !served)
            return served.error();
    audit(tx, "channel_added", "channel", channel.id.value, channel.kind);
    return channel;
}

} // namespace

/// Kind, address and keys, put into a channel that has its name.
static Result<> join(const Session &session, const NewChannel &wanted, Channel &channel)
{
    const channels::Kind *kind = channels::findKind(wanted.kind);
    if (!kind)
        return notFound(QStringLiteral("unknown_kind"), tr("There is no channel kind “%1”.").arg(wanted.kind), tr("See: purserctl channel kinds"));
    if (channel.name.isEmpty())
        return refuse(QStringLiteral("name_missing"), tr("A channel needs a name."));
    const auto address = addressOf(*kind, wanted.url, wanted.allowPlainHttp);
    if (!address)
        return address.error();
    const bool needsKeys = !kind->secretNames.empty();
    if (needsKeys && (wanted.secrets.empty() || wanted.secrets.front().isEmpty()))
        return refuse(QStringLiteral("secret_missing"), tr("%1 needs its keys.").arg(kind->label), kind->secretHelp);
    channel.kind = kind->id;
    channel.url = *address;
    channel.secret.clear();
    if (needsKeys) {
        const auto sealed = channels::seal(session.scene().companyUid, channel.name, wanted.secrets);
        if (!sealed)
            return sealed.error();
        channel.secret = *sealed;
    }
    return Done{};
}

Result<Channel> addChannel(Session &session, const NewChannel &wanted)
{
    Channel channel;
    channel.name = wanted.name.simplified();
    channel.options = QString::fromUtf8(wanted.options.toJson());
    channel.currency = session.currency();
    if (auto joined = join(session, wanted, channel); !joined)
        return joined.error();
    return session.perform(store, channel, wanted.options);
}

QStringList platformEffects(const Channel &channel, const channels::Kind &platform)
{
    QStringList effects{tr("Orders, customers, decisions, prices and terms of %1 stay as they are.").arg(channel.name)};
    if (platform.id == channel.kind)
        return effects << tr("It is joined with the address and the keys that are said here.");
    if (platform.talks)
        return effects << tr(
                   "Orders that were entered by hand are recognised by their number when the shop tells of them; where they differ, a person "
                   "decides.")
                       << tr("Products are tied to those of the shop by their SKU, and compared with what it shows at the next push.");
    return effects << tr(
               "Nothing is pulled or pushed any more: orders are entered by hand, and the worksheet lists what has to be typed into the site; "
               "every product once, as nobody knows what it shows.")
                   << tr("The address is kept, the keys are not.");
}

Result<Channel> changePlatform(Session &session, Id<Channel> id, const NewChannel &wanted)
{
    auto channel = session.ask([id](Tx &tx) { return tx.get(id); });
    if (!channel)
        return channel.error();
    if (auto joined = join(session, wanted, *channel); !joined)
        return joined.error();
    return session.perform([&](Tx &tx) -> Result<Channel> {
        Channel row = tx.lock(id);
        if (row.kind != channel->kind) // another shop knows the articles by other ids: they are tied by SKU again
            tx.run("UPDATE listing SET external_id = '', external_parent = '', confirmed_stock = NULL, confirmed_price = NULL, presence = ?, "
                   "version = version + 1 WHERE channel_id = ?",
                   Presence::There, id);
        row.kind = channel->kind;
        row.url = channel->url;
        row.secret = channel->secret;
        row.failures = 0;
        tx.update(row);
        audit(tx, "channel_platform", "channel", id.value, row.kind);
        return row;
    });
}

Result<Channel> saveChannel(Tx &tx, Channel changed)
{
    Channel channel = tx.lock(changed.id);
    if (channel.version != changed.version)
        throw sql::Conflict(QStringLiteral("channel"));
    const channels::Kind *kind = channels::findKind(channel.kind);
    const auto address = kind ? addressOf(*kind, changed.url, true) : checkedAddress(changed.url, true);
    if (!address)
        return address.error();
    channel.url = *address;
    channel.options = changed.options;
    channel.currency = changed.currency;
    channel.taxInclusive = changed.taxInclusive;
    channel.priceList = changed.priceList;
    channel.buffer = changed.buffer;
    tx.update(channel);
    audit(tx, "channel_changed", "channel", channel.id.value);
    return channel;
}

Result<Channel> setChannelSecrets(Session &session, Id<Channel> id, const std::vector<QString> &secrets)
{
    const auto channel = session.ask([id](Tx &tx) { return tx.get(id); });
    if (!channel)
        return channel.error();
    const auto sealed = channels::seal(session.scene().companyUid, channel->name, secrets);
    if (!sealed)
        return sealed.error();
    return session.perform([&](Tx &tx) -> Result<Channel> {
        Channel row = tx.lock(id);
        row.secret = *sealed;
        tx.update(row);
        audit(tx, "channel_keys_changed", "channel", id.value);
        return row;
    });
}

Result<Channel> channelByName(Tx &tx, const QString &name)
{
    if (auto channel = tx.first<Channel>("name = ?", name))
        return *channel;
    return notFound(QStringLiteral("unknown_channel"), tr("There is no channel “%1”.").arg(name), tr("See: purserctl channel list"));
}

std::vector<Channel> allChannels(Tx &tx) { return tx.all<Channel>("id > 0 ORDER BY name"); }

static Result<Channel> changeState(Tx &tx, Id<Channel> id, ChannelState state, const QString &reason, const char *action)
{
    Channel channel = tx.lock(id);
    channel.state = state;
    channel.stateReason = reason;
    channel.failures = 0;
    tx.update(channel);
    audit(tx, action, "channel", id.value, reason);
    return channel;
}

Result<Channel> pauseChannel(Tx &tx, Id<Channel> id, const QString &reason)
{
    return changeState(tx, id, ChannelState::Paused, reason, "channel_paused");
}
Result<Channel> resumeChannel(Tx &tx, Id<Channel> id) { return changeState(tx, id, ChannelState::Active, {}, "channel_resumed"); }

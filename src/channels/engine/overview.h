#pragma once

#include "channels/engine/channel.h"

enum class Light { Good, Attention, Bad };

/// How a channel is doing: what lists, lights and `channel show` tell.
struct ChannelOverview {
    Channel channel;
    qint64 waiting = 0;                    ///< orders that are not shipped yet
    qint64 exceptions = 0;                 ///< open ones
    qint64 held = 0;                       ///< fields that a push leaves alone until a person releases them
    qint64 unpushed = 0;                   ///< shipments that the channel has not been told of
    std::optional<qint64> freshnessMedian; ///< seconds from the shop's timestamp to the sales order, of the last 200 orders
    std::optional<qint64> freshness95;
    Instant nextRun;  ///< of what it does by itself
    QStringList late; ///< what is overdue, in sentences
    QString runBy;    ///< the workstation that runs it right now

    /// Bad: rests after failures, or work is late. Attention: paused by a person, or something waits for a decision.
    Light light() const;
};
ChannelOverview overviewOf(Tx &tx, const Channel &channel);
std::vector<ChannelOverview> channelOverviews(Tx &tx);

struct ChannelRun {
    Id<ChannelRun> id;
    Id<Channel> channel;
    QString direction; ///< pull, push
    Instant startedAt;
    Instant finishedAt;
    QString outcome; ///< done, cancelled, failed
    QString summary; ///< JSON
};

template <> struct sql::TableOf<ChannelRun> {
    static constexpr Table table{
        "channel_run",
        Column{"id", &ChannelRun::id},
        Column{"channel_id", &ChannelRun::channel},
        Column{"direction", &ChannelRun::direction},
        Column{"started_at", &ChannelRun::startedAt},
        Column{"finished_at", &ChannelRun::finishedAt},
        Column{"outcome", &ChannelRun::outcome},
        Column{"summary", &ChannelRun::summary},
    };
};
std::vector<ChannelRun> lastRuns(Tx &tx, Id<Channel> channel, int limit);

/// What a channel sent, as it came. A fact.
struct InboundMessage {
    Id<InboundMessage> id;
    Id<Channel> channel;
    QString kind;
    QString externalId;
    QString hash;      ///< SHA-256 of the text as it came
    Instant changedAt; ///< the shop's timestamp
    Instant receivedAt;
    QByteArray body;  ///< compressed; see text()
    QString platform; ///< the kind of channel that wrote it; empty: the channel's own

    QByteArray text() const; ///< the JSON as it came
};

template <> struct sql::TableOf<InboundMessage> {
    static constexpr Table table{
        "inbound_message",
        Column{"id", &InboundMessage::id},
        Column{"channel_id", &InboundMessage::channel},
        Column{"kind", &InboundMessage::kind},
        Column{"external_id", &InboundMessage::externalId},
        Column{"hash", &InboundMessage::hash},
        Column{"changed_at", &InboundMessage::changedAt},
        Column{"received_at", &InboundMessage::receivedAt},
        Column{"body", &InboundMessage::body},
        Column{"platform", &InboundMessage::platform},
    };
};
/// Every version of an order that the channel sent, newest first.
std::vector<InboundMessage> messagesOf(Tx &tx, Id<Channel> channel, const QString &externalId);

#pragma once

#include "channels/engine/channel.h"

/// Webhooks: a shop knocks when something happened. A knock only makes the channel's pull due at once: what happened is read from the shop itself,
/// so that a knock that is repeated, late, out of order or about an order that cannot be read yet does no harm, and one that is lost only costs the
/// time until the next regular pull.

/// What a person enters in the shop.
struct Webhook {
    QString path;   ///< "/hooks/…"; names the channel to nobody but the shop
    QString secret; ///< with which the shop signs
};
/// Opens a channel to webhooks, with a new address and secret; the ones before are not listened to any more.
Result<Webhook> openWebhook(Session &session, const QString &channel);
Result<> closeWebhook(Tx &tx, Id<Channel> channel);

/// Listens for webhooks of every channel of one company.
class WebhookListener {
public:
    struct Options {
        sql::Locator company;
        QString address;               ///< "127.0.0.1:8090"
        QString certificate;           ///< PEM; with it, https
        QString privateKey;            ///< PEM
        bool behindProxy = false;      ///< a web server in front of it does the encryption: it may listen beyond this machine without
        std::function<void()> knocked; ///< from another thread
    };
    explicit WebhookListener(Options options);
    ~WebhookListener();

    /// Refuses: an address that is none, or beyond this machine in clear; a port that is taken.
    Result<> start();
    int port() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

#pragma once

#include "channels/engine/sync.h"

/// One thing that a channel showed otherwise than Purser believed.
struct CheckRow {
    QString sku;
    QString field; ///< stock, price, product
    QString believed;
    QString shows;
    QString result; ///< repaired, explained
    QString message;
};

struct CheckReport {
    int compared = 0; ///< listings
    int missed = 0;   ///< orders of the last days that no pull had brought
    std::vector<CheckRow> rows;

    int repaired() const;
    QString inWords() const;
};

/// Proves that a channel is up to date: reads the orders of the last days again, compares what the shop shows of every product with what it was last
/// confirmed to hold, and repairs what differs. What is gone from the shop is not put back unasked: it becomes an exception, once. An answer that
/// lacks a fifth of the products, or all of them, is taken for a broken one: nothing is changed ("channel_broken").
Result<CheckReport> checkChannel(Session &session, Channel channel, channels::Connector &connector, SyncControl &control);
/// The same over the channel's own connection.
Result<CheckReport> checkChannel(Session &session, const QString &channel, SyncControl &control);

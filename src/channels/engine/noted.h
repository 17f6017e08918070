#pragma once

#include "channels/engine/schedule.h"

/// Products that changed since a channel was last compared: what an at-once push looks at, however many there are on the channel. They stand in the
/// database until a push has looked at them, so a process that dies between forgets nothing.
struct Noted {
    Id<Channel> channel;
    Work work = Work::Stock;
    Id<Product> product;
    qint64 times = 1; ///< noted again while a push looked at it: it stays
};

template <> struct sql::TableOf<Noted> {
    static constexpr Table table{
        "push_due",
        Column{"channel_id", &Noted::channel},
        Column{"work", &Noted::work},
        Column{"product_id", &Noted::product},
        Column{"times", &Noted::times},
    };
};

/// Notes products for the work of a channel that follows every change. Of so many that all of them are compared as fast, and for a channel that
/// people or files serve, the whole work is made due instead.
Result<> noteChanged(Tx &tx, Id<Channel> channel, Work work, const std::set<Id<Product>> &products);
/// Notes what is on an order of the channel, for its stock: of these the shop's own count is not known any more.
void noteOrdered(Tx &tx, Id<Channel> channel, const QString &externalOrder);

std::vector<Noted> notedFor(Tx &tx, Id<Channel> channel, const std::set<Work> &work);
/// A push has looked at them. What was noted again meanwhile stays.
void forgetNoted(Tx &tx, const std::vector<Noted> &noted);
/// What a push at once looks at: these products, and the kits of which they are components. Nothing if they are so many that all are compared as
/// fast.
std::optional<std::vector<Id<Product>>> lookedAt(Tx &tx, const std::vector<Noted> &noted);

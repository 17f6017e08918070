#pragma once

#include "channels/engine/channel.h"

/// Which way of working fits a shop: the questions that decide, answered by a person or measured from the company's own history, and what follows.
namespace channels::advisor {

struct Situation {
    int ordersPerDay = 0;           ///< online, on a working day
    int orderStaff = 0;             ///< people whose job is handling orders
    int warehouseStaff = 0;         ///< people who pick, pack and ship
    Buyers buyers = Buyers::Anyone; ///< who may buy
    int otherChannels = 0;          ///< other places that sell the same stock
    bool customerPrices = false;    ///< customers with prices of their own
    int secondsPerOrder = 360;      ///< to enter one by hand
    Money hourlyWage;
};

/// What the company's history says: orders of the last 30 days, channels and to whom they are open, prices, the time that entering orders took. What
/// nobody can measure (staff) is left as it is in `answers`, and a stricter answer to who may buy.
struct Measured {
    Situation situation;
    QStringList sources; ///< a sentence per figure: where it comes from
};
Measured measure(Tx &tx, Situation answers);

enum class Store { Shop, ShopAndMarketplaces, Portal, ShopAndPortal };
QString storeLabel(Store store); ///< translated

/// What a level costs and saves, for the orders of the situation. A month has 21 working days.
struct Cost {
    int level = 1;
    int minutesPerMonth = 0; ///< of people's work
    int savedPerMonth = 0;   ///< minutes, against level 1; not below zero
    int setUpMinutes = 0;
    Money savedMoney;                   ///< per month
    std::optional<int> payBackDays = 0; ///< working days until setting it up has paid; none: never
};

struct Advice {
    int level = 1; ///< 1 by hand, 2 batches, 3 real time, 4 order portal
    Store store = Store::Shop;
    QStringList reasons; ///< the deciding one first
    std::vector<Cost> costs;
};
Advice advise(const Situation &situation);
QString levelLabel(int level); ///< translated

/// How a channel works now: 1 served by hand, 2 by button or at set times, 3 every few minutes or at once.
int levelOf(Tx &tx, const Channel &channel);
/// Sets a channel's rhythm for a level. Orders, customers, rules, cursor and what the shop is confirmed to hold stay as they are: nothing is entered
/// again, and going back is the same step. Level 1 is by hand, with a reminder every working day; 2 at 8, 12 and 16 o'clock on working days; 3 every
/// three minutes and at once, checked every night. Refuses: another level, and 2 or 3 for a site that Purser cannot talk to.
Result<> setLevel(Tx &tx, Id<Channel> channel, int level);
/// Sets a channel up as the answers say: its level, and who may buy there. Refuses what setLevel() refuses.
Result<> setUp(Tx &tx, Id<Channel> channel, int level, Buyers buyers);

} // namespace channels::advisor

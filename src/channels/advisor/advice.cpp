#include "channels/advisor/advice.h"

#include <QCoreApplication>

namespace channels::advisor {

static QString tr(const char *text) { return QCoreApplication::translate("Advisor", text); }

namespace {

constexpr int workingDays = 21; ///< of a month
constexpr int fewOrders = 5;    ///< a day: by hand is bearable
constexpr int manyOrders = 30;  ///< a day: batches leave too large a gap

/// Minutes of people's work on a working day: what an order costs, and what the level itself costs.
int minutesPerDay(const Situation &s, int level)
{
    constexpr int worksheet = 15, batches = 10, watching = 2, portal = 1;
    constexpr int exceptionsPerThousand = 20, minutesPerException = 5;
    const int exceptions = s.ordersPerDay * exceptionsPerThousand * minutesPerException / 1000;
    switch (level) {
    case 1: return s.ordersPerDay * s.secondsPerOrder / 60 + worksheet;
    case 2: return batches + exceptions;
    case 3: return watching + exceptions;
    default: return portal + exceptions / 2;
    }
}

int setUpMinutes(int level)
{
    constexpr int minutes[] = {30, 180, 240, 600};
    return minutes[level - 1];
}

Cost costOf(const Situation &s, int level)
{
    Cost cost;
    cost.level = level;
    cost.minutesPerMonth = minutesPerDay(s, level) * workingDays;
    cost.savedPerMonth = std::max(0, minutesPerDay(s, 1) * workingDays - cost.minutesPerMonth);
    cost.setUpMinutes = setUpMinutes(level);
    cost.savedMoney = share(s.hourlyWage, cost.savedPerMonth, 60);
    const int extra = setUpMinutes(level) - setUpMinutes(1);
    const int savedPerDay = cost.savedPerMonth / workingDays;
    if (level > 1)
        cost.payBackDays = savedPerDay > 0 ? std::optional((extra + savedPerDay - 1) / savedPerDay) : std::nullopt;
    return cost;
}

/// The level that the orders themselves ask for, raised by what else is true.
class Weighing {
public:
    explicit Weighing(const Situation &situation) : m_s(situation) {}

    Advice run()
    {
        volume();
        otherChannels();
        staff();
        buyers();
        std::reverse(m_advice.reasons.begin(), m_advice.reasons.end());
        for (int level = 1; level <= 4; ++level)
            m_advice.costs.push_back(costOf(m_s, level));
        return m_advice;
    }

private:
    void raise(int level, const QString &why)
    {
        if (level > m_advice.level) {
            m_advice.level = level;
            m_advice.reasons << why;
        }
    }
    void volume()
    {
        if (m_s.ordersPerDay <= fewOrders)
            m_advice.reasons << tr("%1 orders a day can be entered by hand.").arg(m_s.ordersPerDay);
        else if (m_s.ordersPerDay <= manyOrders)
            raise(2, tr("%1 orders a day take too long by hand; a few batches a day are enough.").arg(m_s.ordersPerDay));
        else
            raise(3, tr("With %1 orders a day the stock on the site would be wrong between two batches.").arg(m_s.ordersPerDay));
    }
    void otherChannels()
    {
        constexpr int risky = 10;
        if (m_s.otherChannels == 0)
            return;
        m_advice.store = Store::ShopAndMarketplaces;
        raise(2, tr("The same stock is sold in %1 other places: the site must learn of it several times a day.").arg(m_s.otherChannels));
        if (m_s.ordersPerDay > risky)
            raise(3, tr("%1 orders a day and %2 other places that sell the same stock: the last piece would be sold twice.")
                         .arg(m_s.ordersPerDay)
                         .arg(m_s.otherChannels));
    }
    void staff()
    {
        constexpr int aside = 2, stream = 15;
        if (m_s.orderStaff == 0 && m_s.ordersPerDay > aside)
            raise(2, tr("Nobody's job is entering orders."));
        if (m_s.warehouseStaff >= 2 && m_s.ordersPerDay > stream)
            raise(3, tr("%1 people pick and pack: orders should reach them as they come, not in heaps.").arg(m_s.warehouseStaff));
    }
    void buyers()
    {
        const bool restricted = m_s.buyers != Buyers::Anyone;
        if (restricted && (m_s.customerPrices || m_s.buyers == Buyers::Invited || m_s.ordersPerDay > fewOrders)) {
            m_advice.store = Store::Portal;
            raise(4, m_s.customerPrices
                         ? tr("Only known customers buy, each at prices of their own: they get a login and see their prices and the stock.")
                         : tr("Only known customers buy: they get a login of their own."));
        } else if (restricted) {
            m_advice.reasons << tr("Orders of buyers that are not approved can be held until somebody approves them.");
        } else if (m_s.customerPrices) {
            m_advice.store = Store::ShopAndPortal;
            m_advice.reasons << tr("Customers with prices of their own are served better by an order portal beside the shop.");
        }
    }

    const Situation &m_s;
    Advice m_advice;
};

} // namespace

QString storeLabel(Store store)
{
    switch (store) {
    case Store::Shop: return tr("A web shop");
    case Store::ShopAndMarketplaces: return tr("A web shop and marketplaces on one stock");
    case Store::Portal: return tr("An order portal for business customers");
    case Store::ShopAndPortal: break;
    }
    return tr("A web shop, and an order portal for business customers");
}

QString levelLabel(int level)
{
    switch (level) {
    case 1: return tr("1: by hand");
    case 2: return tr("2: in batches");
    case 3: return tr("3: in real time");
    default: return tr("4: order portal");
    }
}

Advice advise(const Situation &situation) { return Weighing(situation).run(); }

} // namespace channels::advisor

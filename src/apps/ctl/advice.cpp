#include "channels/advisor/advice.h"
#include "apps/ctl/call.h"

#include <QCoreApplication>

namespace ctl {

using namespace channels::advisor;

static QString tr(const char *text) { return QCoreApplication::translate("AdviceCommands", text); }

namespace {

/// Figures that were said replace those that were measured.
Result<> takeNumber(const Call &call, const char *name, int &figure)
{
    if (!call.has(name))
        return Done{};
    const auto number = call.number(name);
    if (!number)
        return number.error();
    if (**number < 0)
        return wrongUsage(tr("--%1 is at least 0.").arg(QLatin1String(name)));
    figure = **number;
    return Done{};
}

Result<Situation> said(const Call &call, Situation situation, Currency currency)
{
    for (const auto &[name, figure] : {std::pair("orders-per-day", &situation.ordersPerDay),
                                       {"order-staff", &situation.orderStaff},
                                       {"warehouse-staff", &situation.warehouseStaff},
                                       {"other-channels", &situation.otherChannels},
                                       {"seconds-per-order", &situation.secondsPerOrder}})
        if (auto taken = takeNumber(call, name, *figure); !taken)
            return taken.error();
    if (call.has("buyers")) {
        const auto buyers = buyersFromWord(call.option("buyers"));
        if (!buyers)
            return wrongUsage(tr("--buyers is anyone, approved or invited; not “%1”.").arg(call.option("buyers")));
        situation.buyers = *buyers;
    }
    if (call.has("customer-prices")) {
        const QString word = call.option("customer-prices");
        if (word != QLatin1String("yes") && word != QLatin1String("no"))
            return wrongUsage(tr("--customer-prices is yes or no."));
        situation.customerPrices = word == QLatin1String("yes");
    }
    const auto wage = call.money("wage", currency);
    if (!wage)
        return wage.error();
    situation.hourlyWage = wage->value_or(Money(0, currency));
    return situation;
}

Result<Answer> adviseOnIt(Call &call, Session &session)
{
    const auto measured = session.ask([](Tx &tx) { return measure(tx, {}); });
    if (!measured)
        return measured.error();
    const auto situation = said(call, measured->situation, session.currency());
    if (!situation)
        return situation.error();
    const Advice advice = advise(*situation);
    JsonArray levels;
    for (const Cost &cost : advice.costs)
        levels.push_back(object("level", cost.level, "minutes_per_month", cost.minutesPerMonth, "saved_minutes", cost.savedPerMonth, "saved_money",
                                money(cost.savedMoney), "set_up_minutes", cost.setUpMinutes, "pays_back_days",
                                cost.payBackDays ? Json(*cost.payBackDays) : Json()));
    return Answer(object("level", advice.level, "store", storeLabel(advice.store), "reasons", advice.reasons, "measured", measured->sources,
                         "orders_per_day", situation->ordersPerDay, "other_channels", situation->otherChannels, "customer_prices",
                         situation->customerPrices, "levels", Json(std::move(levels))));
}

Result<Answer> level(Call &call, Session &session)
{
    int wanted = 0;
    if (const QString word = call.word("LEVEL"); !word.isEmpty()) {
        bool isNumber = false;
        wanted = word.toInt(&isNumber);
        if (!isNumber)
            return wrongUsage(tr("“%1” is no level: it is 1, 2 or 3.").arg(word));
    }
    const auto now = session.perform([&](Tx &tx) -> Result<int> {
        const auto channel = channelByName(tx, call.word("NAME"));
        if (!channel)
            return channel.error();
        if (!call.word("LEVEL").isEmpty())
            if (auto set = setLevel(tx, channel->id, wanted); !set)
                return set.error();
        return levelOf(tx, tx.get(channel->id));
    });
    if (!now)
        return now.error();
    return Answer(object("channel", call.word("NAME"), "level", *now));
}

} // namespace

std::vector<Command> adviceCommands()
{
    return {
        {QStringLiteral(
             "advise [--orders-per-day N] [--order-staff N] [--warehouse-staff N] [--buyers WHO] [--other-channels N] [--customer-prices YES] "
             "[--seconds-per-order N] [--wage M]"),
         tr("Which level of integration fits, why, and what it saves. What is not said is measured. WHO: anyone, approved, invited."),
         adviseOnIt,
         {}},
        {QStringLiteral("channel level NAME [LEVEL]"), tr("1 by hand, 2 in batches, 3 in real time; shows it when no level is said."), level, {}},
    };
}

} // namespace ctl

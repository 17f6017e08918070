#include "channels/engine/buyers.h"
#include "apps/ctl/call.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("BuyerCommands", text); }

namespace {

struct Named {
    Channel channel;
    Party customer;
};
Result<Named> named(Tx &tx, const Call &call)
{
    const auto channel = channelByName(tx, call.word("NAME"));
    if (!channel)
        return channel.error();
    const auto customer = partyByCode(tx, PartyKind::Customer, call.word("CUSTOMER"));
    if (!customer)
        return customer.error();
    return Named{*channel, *customer};
}

Result<Answer> approve(Call &call, Session &session)
{
    const auto answer = session.perform([&](Tx &tx) -> Result<Json> {
        const auto both = named(tx, call);
        if (!both)
            return both.error();
        const auto resolved = approveBuyer(tx, both->channel.id, both->customer.id);
        if (!resolved)
            return resolved.error();
        return object("channel", both->channel.name, "customer", both->customer.code, "resolved", *resolved);
    });
    return answer ? Result<Answer>(Answer(*answer)) : Result<Answer>(answer.error());
}

Result<Answer> withdraw(Call &call, Session &session)
{
    const auto answer = session.perform([&](Tx &tx) -> Result<Json> {
        const auto both = named(tx, call);
        if (!both)
            return both.error();
        if (auto withdrawn = withdrawBuyer(tx, both->channel.id, both->customer.id); !withdrawn)
            return withdrawn.error();
        return object("channel", both->channel.name, "customer", both->customer.code);
    });
    return answer ? Result<Answer>(Answer(*answer)) : Result<Answer>(answer.error());
}

struct Listed {
    Channel channel;
    JsonArray customers;
};
Result<Listed> listedBuyers(Tx &tx, const Channel &channel)
{
    Listed listed{channel, {}};
    for (const Buyer &buyer : buyersOn(tx, channel.id))
        listed.customers.push_back(object("code", buyer.code, "name", buyer.name, "approved", buyer.approved, "since", instant(buyer.since), "by",
                                          buyer.by, "waiting", buyer.waiting));
    return listed;
}

Result<Answer> buyers(Call &call, Session &session)
{
    const QString word = call.word("WHO");
    const auto wanted = buyersFromWord(word);
    if (!word.isEmpty() && !wanted)
        return wrongUsage(tr("A channel is open, approved or invited; not “%1”.").arg(word));
    const auto listedOnes = session.perform([&](Tx &tx) -> Result<Listed> {
        auto channel = channelByName(tx, call.word("NAME"));
        if (channel && wanted)
            channel = setBuyers(tx, channel->id, *wanted);
        if (!channel)
            return channel.error();
        return listedBuyers(tx, *channel);
    });
    if (!listedOnes)
        return listedOnes.error();
    auto answer = listed(call, listedOnes->customers, "code");
    if (answer) {
        answer->json.set(QStringLiteral("channel"), listedOnes->channel.name);
        answer->json.set(QStringLiteral("buyers"), buyersWord(listedOnes->channel.buyers));
    }
    return answer;
}

Result<Answer> standing(Call &call, Session &session)
{
    const QString word = call.word("STANDING");
    const auto wanted = standingFromWord(word);
    if (!word.isEmpty() && !wanted)
        return wrongUsage(tr("A customer's standing is good, hold or suspended; not “%1”.").arg(word));
    const auto answer = session.perform([&](Tx &tx) -> Result<Json> {
        const auto customer = partyByCode(tx, PartyKind::Customer, call.word("CUSTOMER"));
        if (!customer)
            return customer.error();
        int resolved = 0;
        if (wanted) {
            const auto changed = changeStanding(tx, customer->id, *wanted);
            if (!changed)
                return changed.error();
            resolved = *changed;
        }
        JsonArray channels;
        for (const Buyer &on : channelsFor(tx, customer->id))
            channels.push_back(object("channel", on.channelName, "buyers", buyersWord(on.open), "approved", on.approved, "waiting", on.waiting));
        return object("customer", customer->code, "name", customer->displayName(), "standing", standingWord(standingOf(tx, tx.get(customer->id))),
                      "resolved", resolved, "channels", Json(std::move(channels)));
    });
    return answer ? Result<Answer>(Answer(*answer)) : Result<Answer>(answer.error());
}

} // namespace

std::vector<Command> buyerCommands()
{
    return {
        {QStringLiteral("channel buyers NAME [WHO] [--limit N] [--after CODE]"),
         tr("Who may buy there: open, approved or invited; and the customers that are, or whose orders wait for it."),
         buyers,
         {}},
        {QStringLiteral("channel approve NAME CUSTOMER"), tr("The customer may buy there from now on; orders that waited go on."), approve, {}},
        {QStringLiteral("channel withdraw NAME CUSTOMER"), tr("The customer may not buy there any more; what was ordered stays."), withdraw, {}},
        {QStringLiteral("customer standing CUSTOMER [STANDING]"),
         tr("good, hold (on credit hold) or suspended; shows it when nothing is said."),
         standing,
         {}},
    };
}

} // namespace ctl

#include "apps/ctl/call.h"
#include "core/ledger/exchange.h"
#include "core/ledger/period.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("LedgerCommands", text); }

namespace {

QString monthName(qint64 period) { return QStringLiteral("%1-%2").arg(period / 100).arg(period % 100, 2, 10, QLatin1Char('0')); }

Result<int> periodFrom(const Call &call)
{
    const QDate first = QDate::fromString(call.word("MONTH") + QStringLiteral("-01"), Qt::ISODate);
    if (!first.isValid())
        return wrongUsage(tr("“%1” is no month such as 2026-01.").arg(call.word("MONTH")));
    return periodOf(first);
}

Result<Answer> periods(Call &call, Session &session)
{
    const auto answer = session.ask([](Tx &tx) {
        JsonArray items;
        auto rows = tx.run("SELECT id, state FROM period ORDER BY id");
        while (rows.next())
            items.push_back(object("period", monthName(rows.integer(0)), "state",
                                   rows.integer(1) == 0   ? "open"
                                   : rows.integer(1) == 1 ? "closed"
                                                          : "locked"));
        return items;
    });
    if (!answer)
        return answer.error();
    return listed(call, *answer, "period");
}

template <class Command> Result<Answer> change(Call &call, Session &session, const char *state, Command command)
{
    const auto period = periodFrom(call);
    if (!period)
        return period.error();
    const auto done = session.perform([&](Tx &tx) { return command(tx, *period); });
    if (!done)
        return done.error();
    return Answer(object("period", monthName(*period), "state", state));
}

Result<Answer> accounts(Call &call, Session &session)
{
    static const char *const types[] = {"", "asset", "liability", "equity", "income", "expense"};
    const auto answer = session.ask([](Tx &tx) {
        std::map<qint64, QStringList> roles;
        {
            auto rows = tx.run("SELECT account_id, role, scope FROM account_role ORDER BY role");
            while (rows.next())
                roles[rows.integer(0)] << (rows.text(2).isEmpty() ? rows.text(1) : rows.text(1) + u'/' + rows.text(2));
        }
        JsonArray items;
        for (const Account &account : tx.all<Account>("id > 0 ORDER BY code"))
            items.push_back(
                object("account", account.code, "name", account.name, "type", types[int(account.type)], "roles", roles[account.id.value]));
        return items;
    });
    if (!answer)
        return answer.error();
    return listed(call, *answer, "account");
}

Result<Answer> addAccount(Call &call, Session &session)
{
    const QStringList types{QStringLiteral("asset"), QStringLiteral("liability"), QStringLiteral("equity"), QStringLiteral("income"),
                            QStringLiteral("expense")};
    const auto type = types.indexOf(call.option("type"));
    if (type < 0)
        return wrongUsage(tr("--type is one of %1.").arg(types.join(QStringLiteral(", "))));
    Account account;
    account.code = call.word("CODE");
    account.name = call.word("NAME");
    account.type = AccountType(type + 1);
    const auto saved = session.perform(saveAccount, account);
    if (!saved)
        return saved.error();
    return Answer(object("account", saved->code, "name", saved->name));
}

Result<Answer> map(Call &call, Session &session)
{
    const auto mapped = session.perform([&](Tx &tx) -> Result<> {
        const auto account = accountByCode(tx, call.word("ACCOUNT"));
        if (!account)
            return account.error();
        qint64 scopeId = 0;
        QString scope;
        if (call.has("channel")) {
            const auto channel = channelByName(tx, call.option("channel"));
            if (!channel)
                return channel.error();
            scope = QStringLiteral("channel");
            scopeId = channel->id.value;
        }
        return mapRole(tx, call.word("ROLE"), scope, scopeId, account->id);
    });
    if (!mapped)
        return mapped.error();
    return Answer(object("role", call.word("ROLE"), "account", call.word("ACCOUNT")));
}

Result<Answer> setRate(Call &call, Session &session)
{
    const auto on = call.day("day");
    if (!on)
        return on.error();
    const auto currency = Currency::of(call.word("CURRENCY").toUpper());
    const auto rate = ExchangeRate::parse(call.word("RATE"));
    if (!currency || !rate)
        return wrongUsage(tr("“%1 %2” is no rate such as USD 0.92.").arg(call.word("CURRENCY"), call.word("RATE")));
    const auto saved = session.perform([&](Tx &tx) { return saveExchangeRate(tx, *currency, on->value_or(tx.today()), *rate); });
    if (!saved)
        return saved.error();
    return Answer(object("currency", currency->code(), "rate", rate->toString()));
}

Result<Answer> rates(Call &call, Session &session)
{
    const auto answer = session.ask([](Tx &tx) {
        JsonArray items;
        auto rows = tx.run("SELECT currency, day, rate FROM exchange_rate ORDER BY currency, day");
        while (rows.next())
            items.push_back(object("currency", rows.text(0), "day", rows.text(1), "rate", ExchangeRate{rows.integer(2)}.toString(), "key",
                                   rows.text(0) + u'/' + rows.text(1)));
        return items;
    });
    if (!answer)
        return answer.error();
    return listed(call, *answer, "key");
}

} // namespace

std::vector<Command> ledgerCommands()
{
    return {
        {QStringLiteral("period list [--limit N] [--after MONTH]"), tr("Months and whether they are open."), periods, {}},
        {QStringLiteral("period close MONTH"),
         tr("Closes a month and every earlier one."),
         [](Call &c, Session &s) { return change(c, s, "closed", closePeriod); },
         {}},
        {QStringLiteral("period reopen MONTH --reason T"),
         tr("Opens the last closed month again; kept with the reason."),
         [](Call &c, Session &s) { return change(c, s, "open", [&](Tx &tx, int period) { return reopenPeriod(tx, period, c.option("reason")); }); },
         {}},
        {QStringLiteral("period lock MONTH"), tr("Closes it for good."), [](Call &c, Session &s) { return change(c, s, "locked", lockPeriod); }, {}},
        {QStringLiteral("account list [--limit N] [--after CODE]"), tr("The chart of accounts."), accounts, {}},
        {QStringLiteral("account add CODE NAME --type T"), tr("A new account."), addAccount, {}},
        {QStringLiteral("account map ROLE ACCOUNT [--channel NAME]"), tr("Which account an event posts to."), map, {}},
        {QStringLiteral("rate set CURRENCY RATE [--day D]"), tr("What a foreign unit is worth, from a day on."), setRate, {}},
        {QStringLiteral("rate list [--limit N] [--after KEY]"), tr("Exchange rates."), rates, {}},
    };
}

} // namespace ctl

#include "apps/ctl/format.h"

#include <QCoreApplication>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("ReportCommands", text); }

namespace {

struct Days {
    QDate asOf, from, to;
};
Result<Days> daysOf(const Call &call, QDate today)
{
    Days days{today, QDate(today.year(), 1, 1), today};
    for (const auto &[name, field] : {std::pair("as-of", &Days::asOf), std::pair("from", &Days::from), std::pair("to", &Days::to)}) {
        const auto given = call.day(name);
        if (!given)
            return given.error();
        if (*given)
            days.*field = **given;
    }
    return days;
}

/// A report that needs days: asked, then formatted.
template <class Ask> Result<Answer> reported(Call &call, Session &session, Ask ask)
{
    const auto answer = session.ask([&](Tx &tx) -> Result<std::pair<Report, Json>> {
        const auto days = daysOf(call, tx.today());
        if (!days)
            return days.error();
        return ask(tx, *days);
    });
    if (!answer)
        return answer.error();
    return formatted(call, session, answer->first, answer->second);
}

Result<Answer> trial(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const TrialBalance balance = trialBalance(tx, days.asOf);
        const Report report = reportOf(balance, tx.currency());
        Json json = object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total_debit",
                           money(balance.totalDebit), "total_credit", money(balance.totalCredit));
        return std::pair(report, json);
    });
}

Result<Answer> sheet(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const Statement statement = balanceSheet(tx, days.asOf);
        const Report report = balanceSheetReport(statement, days.asOf, tx.currency());
        return std::pair(report, object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "result",
                                        money(statement.result)));
    });
}

Result<Answer> profit(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const Statement statement = profitAndLoss(tx, days.from, days.to);
        const Report report = profitAndLossReport(statement, days.from, days.to, tx.currency());
        return std::pair(report, object("from", day(days.from), "to", day(days.to), "currency", tx.currency().code(), "rows", Json(rowsOf(report)),
                                        "result", money(statement.result)));
    });
}

Result<Answer> aged(Call &call, Session &session)
{
    return reported(call, session, [&](Tx &tx, const Days &days) {
        const Report report = reportOf(ageing(tx, call.has("payable"), days.asOf), days.asOf, tx.currency());
        return std::pair(report, object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total",
                                        report.totals.back().text));
    });
}

Result<Answer> worth(Call &call, Session &session)
{
    return reported(call, session, [](Tx &tx, const Days &days) {
        const Report report = reportOf(stockValue(tx, days.asOf), tx.currency(), days.asOf);
        return std::pair(report, object("as_of", day(days.asOf), "currency", tx.currency().code(), "rows", Json(rowsOf(report)), "total",
                                        report.totals.back().text));
    });
}

Result<Answer> sold(Call &call, Session &session)
{
    const QStringList words{QStringLiteral("channel"), QStringLiteral("product"), QStringLiteral("customer"), QStringLiteral("day")};
    const auto by = call.has("by") ? words.indexOf(call.option("by")) : 0;
    if (by < 0)
        return wrongUsage(tr("--by is channel, product, customer or day."));
    return reported(call, session, [by](Tx &tx, const Days &days) {
        const Report report = reportOf(sales(tx, days.from, days.to, SalesBy(by)), days.from, days.to, tx.currency());
        return std::pair(report, object("from", day(days.from), "to", day(days.to), "currency", tx.currency().code(), "rows", Json(rowsOf(report)),
                                        "total", report.totals.back().text));
    });
}

} // namespace

std::vector<Command> reportCommands()
{
    return {
        {QStringLiteral("report trial-balance [--as-of D] [--format F] [--output FILE]"),
         tr("All accounts. F: table, json, csv, xlsx, pdf; a file by its --output."),
         trial,
         {}},
        {QStringLiteral("report balance-sheet [--as-of D] [--format F] [--output FILE]"), tr("Assets, liabilities, equity."), sheet, {}},
        {QStringLiteral("report profit-and-loss [--from D] [--to D] [--format F] [--output FILE]"), tr("Income and expenses."), profit, {}},
        {QStringLiteral("report ageing [--payable] [--as-of D] [--format F] [--output FILE]"),
         tr("Open items by how long they are overdue."),
         aged,
         {}},
        {QStringLiteral("report stock-value [--as-of D] [--format F] [--output FILE]"), tr("What the stock is worth."), worth, {}},
        {QStringLiteral("report sales [--from D] [--to D] [--by B] [--format F] [--output FILE]"),
         tr("Invoices less credit notes, by channel, product, customer or day."),
         sold,
         {}},
    };
}

} // namespace ctl

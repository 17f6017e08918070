#pragma once

#include "apps/ctl/usage.h"
#include "base/json.h"
#include "channels/engine/sync.h"

#include <QIODevice>
#include <QTextStream>
#include <memory>

/// The command line: purserctl [--company WHERE] [--json] COMMAND …
namespace ctl {

enum Exit { Done_ = 0, Refused = 1, WrongUsage = 2, Unreachable = 3, Different = 4 };

/// What a command answers. People see it as tables, scripts as one JSON document.
struct Answer {
    Answer(Json document) : json(std::move(document)) {}
    Answer(Json document, int status) : json(std::move(document)), exit(status) {}
    /// What goes out as it is (an export, a CSV, a spreadsheet), whatever --json says.
    static Answer raw(QByteArray bytes)
    {
        Answer answer{Json()};
        answer.bytes = std::move(bytes);
        return answer;
    }
    Json json;
    std::optional<QByteArray> bytes;
    int exit = Done_;
};

/// Which of the program's three streams a person sits at.
struct Terminal {
    bool input = false;
    bool output = false;
    bool error = false;
};
/// What a run has around it.
struct Surroundings {
    Terminal terminal = {};
    std::function<Instant()> clock = [] { return Instant::of(QDateTime::currentDateTimeUtc()); };
};

/// The words and options of one call, taken apart by the command's own usage line.
class Call {
public:
    QString word(const char *name) const { return m_spoken.words.value(QString::fromLatin1(name)); }
    QString option(const char *name) const { return options(name).value(0); }
    QStringList options(const char *name) const { return m_spoken.options.value(QString::fromLatin1(name)); }
    bool has(const char *name) const { return m_spoken.options.contains(QString::fromLatin1(name)); }

    /// Typed options; a refusal says which one is wrong and how it should look. Missing: nothing.
    Result<std::optional<QDate>> day(const char *name) const;
    Result<std::optional<Quantity>> quantity(const char *name) const;
    Result<std::optional<Money>> money(const char *name, Currency currency) const;
    Result<std::optional<int>> number(const char *name) const;
    Result<std::optional<Instant>> moment(const char *name, bool endOfDay,
                                          const QTimeZone &zone) const; ///< a day stands for its first or last instant
    Result<Quantity> wordQuantity(const char *name) const;

    /// Keys, which must not stand in arguments: one line of standard input each, as many as there are names. A person is asked for each, unseen.
    std::vector<QString> secretLines(const std::vector<QString> &names) const;
    Result<QByteArray> bytes(const char *word) const; ///< the file that a word names; “-”: standard input
    sql::Locator where() const { return m_where; }
    bool json() const { return m_json; }
    const Terminal &terminal() const { return m_surroundings.terminal; }
    Instant now() const { return m_surroundings.clock(); }
    SyncControl &control() const { return *m_control; }
    QTextStream &progress() const { return *m_progress; } ///< standard error

private:
    friend class Program;
    Spoken m_spoken;
    sql::Locator m_where;
    bool m_json = false;
    Surroundings m_surroundings;
    QIODevice *m_input = nullptr;
    QTextStream *m_progress = nullptr;
    SyncControl *m_control = nullptr;
};

/// One command: its usage line is also what its call is checked against (see Usage).
struct Command {
    QString usage;
    QString help; ///< one line
    std::function<Result<Answer>(Call &, Session &)> run;
    std::function<Result<Answer>(Call &)> runAlone; ///< for commands that need no company, or make one
};

std::vector<Command> companyCommands();
std::vector<Command> productCommands();
std::vector<Command> kitCommands();
std::vector<Command> partyCommands();
std::vector<Command> priceCommands();
std::vector<Command> stockCommands();
std::vector<Command> channelCommands();
std::vector<Command> pushCommands();
std::vector<Command> offerCommands();
std::vector<Command> byHandCommands();
std::vector<Command> exceptionCommands();
std::vector<Command> mergeCommands();
std::vector<Command> buyerCommands();
std::vector<Command> orderCommands();
std::vector<Command> moneyCommands();
std::vector<Command> ledgerCommands();
std::vector<Command> reportCommands();
std::vector<Command> bookCommands();
std::vector<Command> storeCommands();
std::vector<Command> scheduleCommands();
std::vector<Command> adviceCommands();

/// Runs one command line. `arguments` without the program's name.
int run(const QStringList &arguments, QIODevice &input, QTextStream &output, QTextStream &error, SyncControl &control,
        const Surroundings &surroundings = {});

// How values stand in JSON.
inline Json money(Money amount) { return amount.toString(); }
inline Json quantity(Quantity units) { return units.toString(); }
inline Json day(QDate date) { return date.isValid() ? Json(date.toString(Qt::ISODate)) : Json(); }
inline Json instant(Instant at) { return at ? Json(at.toString()) : Json(); }
Json list(JsonArray items, const QString &next = {});
Json kitJson(Tx &tx, Id<Product> product); ///< its components
/// "key", value, "key", value …
template <class... Pairs> Json object(Pairs &&...pairs)
{
    JsonObject members;
    const auto add = [&](auto &&self, const char *key, auto &&value, auto &&...rest) -> void {
        members.emplace_back(QString::fromLatin1(key), Json(std::forward<decltype(value)>(value)));
        if constexpr (sizeof...(rest) > 0)
            self(self, std::forward<decltype(rest)>(rest)...);
    };
    if constexpr (sizeof...(pairs) > 0)
        add(add, std::forward<Pairs>(pairs)...);
    return Json::object(std::move(members));
}
/// The limit and the place to go on from, of commands that list. Default 100, at most 10,000.
struct Page {
    int limit = 100;
    QString after;
};
Result<Page> pageOf(const Call &call);
/// The part of a short list that --limit and --after ask for; `key` is the member that names an item.
Result<Answer> listed(const Call &call, JsonArray items, const char *key);

} // namespace ctl

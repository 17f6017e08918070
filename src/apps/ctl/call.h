#pragma once

#include "base/json.h"
#include "channels/engine/sync.h"

#include <QIODevice>
#include <QMap>
#include <QTextStream>
#include <memory>

/// The command line: purserctl [--company WHERE] [--json] COMMAND …
namespace ctl {

enum Exit { Done_ = 0, Refused = 1, WrongUsage = 2, Unreachable = 3, Different = 4 };

/// What a command answers. People see it as tables, scripts as one JSON document.
struct Answer {
    Answer(Json document) : json(std::move(document)) {}
    Answer(Json document, int status) : json(std::move(document)), exit(status) {}
    /// Text that goes out as it is (an export, a CSV), whatever --json says.
    static Answer raw(QByteArray bytes)
    {
        Answer answer{Json()};
        answer.bytes = std::move(bytes);
        return answer;
    }
    Json json;
    QByteArray bytes;
    int exit = Done_;
};

/// The words and options of one call, taken apart by the command's own usage line.
class Call {
public:
    QString word(const char *name) const { return m_words.value(QString::fromLatin1(name)); }
    QString option(const char *name) const { return m_options.value(QString::fromLatin1(name)).value(0); }
    QStringList options(const char *name) const { return m_options.value(QString::fromLatin1(name)); }
    bool has(const char *name) const { return m_options.contains(QString::fromLatin1(name)); }

    /// Typed options; a refusal says which one is wrong and how it should look. Missing: nothing.
    Result<std::optional<QDate>> day(const char *name) const;
    Result<std::optional<Quantity>> quantity(const char *name) const;
    Result<std::optional<Money>> money(const char *name, Currency currency) const;
    Result<std::optional<int>> number(const char *name) const;
    Result<Quantity> wordQuantity(const char *name) const;

    QStringList secretLines() const; ///< standard input, line by line; for keys that must not stand in arguments
    sql::Locator where() const { return m_where; }
    bool json() const { return m_json; }
    SyncControl &control() const { return *m_control; }
    QTextStream &progress() const { return *m_progress; } ///< standard error

private:
    friend class Program;
    QMap<QString, QString> m_words;
    QMap<QString, QStringList> m_options;
    sql::Locator m_where;
    bool m_json = false;
    QIODevice *m_input = nullptr;
    QTextStream *m_progress = nullptr;
    SyncControl *m_control = nullptr;
};

/// One command: its usage line is also what its call is checked against. Words in capitals are values, […] may be missing, … may be repeated.
struct Command {
    QString usage;
    QString help; ///< one line
    std::function<Result<Answer>(Call &, Session &)> run;
    std::function<Result<Answer>(Call &)> runAlone; ///< for commands that need no company, or make one
};

std::vector<Command> companyCommands();
std::vector<Command> productCommands();
std::vector<Command> partyCommands();
std::vector<Command> priceCommands();
std::vector<Command> stockCommands();
std::vector<Command> channelCommands();
std::vector<Command> orderCommands();
std::vector<Command> moneyCommands();
std::vector<Command> ledgerCommands();
std::vector<Command> reportCommands();
std::vector<Command> storeCommands();

/// Runs one command line. `arguments` without the program's name.
int run(const QStringList &arguments, QIODevice &input, QTextStream &output, QTextStream &error, SyncControl &control);

// How values stand in JSON.
inline Json money(Money amount) { return amount.toString(); }
inline Json quantity(Quantity units) { return units.toString(); }
inline Json day(QDate date) { return date.isValid() ? Json(date.toString(Qt::ISODate)) : Json(); }
inline Json instant(Instant at) { return at ? Json(at.toString()) : Json(); }
Json list(JsonArray items, const QString &next = {});
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

} // namespace ctl

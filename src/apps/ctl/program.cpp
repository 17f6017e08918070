#include "apps/ctl/call.h"
#include "apps/ctl/text.h"
#include "core/verify/seal.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Program", text); }

namespace {

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> every;
        for (const auto group : {companyCommands, productCommands, partyCommands, priceCommands, stockCommands, channelCommands, orderCommands,
                                 moneyCommands, ledgerCommands, reportCommands, storeCommands})
            for (Command &command : group())
                every.push_back(std::move(command));
        return every;
    }();
    return all;
}

bool isFixed(const QString &word) { return !word.isEmpty() && word[0].isLower(); }

/// A usage line taken apart: "stock receive SKU QTY [--cost C] [--option K=V]…".
struct Shape {
    QStringList fixed;
    std::vector<std::pair<QString, bool>> words;   ///< name, required
    QMap<QString, bool> options;                   ///< name -> takes a value
    QStringList required;                          ///< options that must be there
    QStringList repeated;
    bool wordsRepeat = false;

    explicit Shape(const QString &usage)
    {
        const QStringList tokens = usage.split(u' ', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < tokens.size(); ++i) {
            QString token = tokens[i];
            const bool optional = token.startsWith(u'[');
            bool repeats = token.endsWith(QChar(0x2026));
            QString bare = token;
            bare.remove(u'[').remove(u']').remove(QChar(0x2026));
            if (bare.startsWith(QLatin1String("--"))) {
                const bool takesValue = !token.endsWith(u']') && i + 1 < tokens.size() && !tokens[i + 1].startsWith(u'[') && !tokens[i + 1].startsWith(QLatin1String("--"));
                const QString name = bare.mid(2);
                options[name] = takesValue;
                if (!optional)
                    required << name;
                if (takesValue) {
                    ++i;
                    repeats = tokens[i].endsWith(QChar(0x2026));
                }
                if (repeats)
                    repeated << name;
            } else if (isFixed(bare) && words.empty()) {
                fixed << bare;
            } else {
                words.emplace_back(bare, !optional);
                wordsRepeat = wordsRepeat || repeats;
            }
        }
    }
};

/// The call does not fit the command.
struct Usage {
    QString message;
};

} // namespace

/// One run of the program.
class Program {
public:
    Program(QIODevice &input, QTextStream &output, QTextStream &error, SyncControl &control) : m_output(output), m_error(error)
    {
        m_call.m_input = &input;
        m_call.m_progress = &error;
        m_call.m_control = &control;
        m_call.m_where.text = qEnvironmentVariable("PURSER_COMPANY");
    }

    int run(QStringList arguments)
    {
        try {
            takeGlobalOptions(arguments);
            if (arguments.isEmpty() || arguments.front() == QLatin1String("help") || arguments == QStringList{QStringLiteral("--help")})
                return help(arguments.isEmpty() ? WrongUsage : Done_);
            if (arguments.front() == QLatin1String("--version")) {
                m_output << "purserctl " PURSER_VERSION << Qt::endl;
                return Done_;
            }
            const Command *command = find(arguments);
            if (!command)
                throw Usage{tr("There is no command “%1”.").arg(arguments.mid(0, 2).join(u' '))};
            if (arguments.contains(QStringLiteral("--help"))) {
                m_output << "purserctl [--company WHERE] [--json] " << command->usage << "\n\n" << command->help << Qt::endl;
                return Done_;
            }
            takeApart(*command, arguments);
            return answer(*command);
        } catch (const Usage &usage) {
            m_error << tr("purserctl: %1").arg(usage.message) << '\n' << tr("See: purserctl --help") << Qt::endl;
            return WrongUsage;
        }
    }

private:
    void takeGlobalOptions(QStringList &arguments)
    {
        for (qsizetype i = 0; i < arguments.size();) {
            if (arguments[i] == QLatin1String("--json")) {
                m_call.m_json = true;
                arguments.removeAt(i);
            } else if (arguments[i] == QLatin1String("--company") && i + 1 < arguments.size()) {
                m_call.m_where.text = arguments[i + 1];
                arguments.remove(i, 2);
            } else {
                ++i;
            }
        }
    }
    static const Command *find(const QStringList &arguments)
    {
        const Command *best = nullptr;
        qsizetype length = 0;
        for (const Command &command : commands()) {
            const QStringList fixed = Shape(command.usage).fixed;
            if (fixed.size() > length && arguments.mid(0, fixed.size()) == fixed) {
                best = &command;
                length = fixed.size();
            }
        }
        return best;
    }
    void takeApart(const Command &command, const QStringList &arguments)
    {
        const Shape shape(command.usage);
        QStringList words;
        for (qsizetype i = shape.fixed.size(); i < arguments.size(); ++i) {
            const QString &argument = arguments[i];
            if (!argument.startsWith(QLatin1String("--")) || argument.size() == 2) {
                words << argument;
                continue;
            }
            const qsizetype equals = argument.indexOf(u'=');
            const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
            if (!shape.options.contains(name))
                throw Usage{tr("“%1” has no option --%2. It is: %3").arg(shape.fixed.join(u' '), name, command.usage)};
            if (m_call.m_options.contains(name) && !shape.repeated.contains(name))
                throw Usage{tr("--%1 is given twice.").arg(name)};
            if (!shape.options[name]) {
                m_call.m_options[name] << QString();
                continue;
            }
            if (equals >= 0)
                m_call.m_options[name] << argument.mid(equals + 1);
            else if (i + 1 < arguments.size())
                m_call.m_options[name] << arguments[++i];
            else
                throw Usage{tr("--%1 needs a value.").arg(name)};
        }
        for (const QString &name : shape.required)
            if (!m_call.m_options.contains(name))
                throw Usage{tr("--%1 is missing. It is: %2").arg(name, command.usage)};
        for (size_t i = 0; i < shape.words.size(); ++i) {
            const auto &[name, required] = shape.words[i];
            if (qsizetype(i) < words.size())
                m_call.m_words[name] = words[qsizetype(i)];
            else if (required)
                throw Usage{tr("%1 is missing. It is: %2").arg(name, command.usage)};
        }
        if (words.size() > qsizetype(shape.words.size()))
            throw Usage{tr("“%1” is one word too many. It is: %2").arg(words[qsizetype(shape.words.size())], command.usage)};
    }
    int answer(const Command &command)
    {
        const auto result = perform(command);
        if (result) {
            if (!result->bytes.isEmpty())
                m_output << QString::fromUtf8(result->bytes);
            else
                m_output << (m_call.m_json ? QString::fromUtf8(result->json.toJson(true)) : toText(result->json));
            m_output.flush();
            return result->exit;
        }
        return say(result.error());
    }
    Result<Answer> perform(const Command &command)
    {
        if (command.runAlone)
            return command.runAlone(m_call);
        if (m_call.m_where.text.isEmpty())
            throw Usage{tr("Which company? Say --company WHERE, or set PURSER_COMPANY.")};
        if (m_call.m_where.engine() == sql::Engine::Sqlite && !QFileInfo::exists(m_call.m_where.text))
            return Error{Error::Kind::Unavailable, QStringLiteral("no_company"), tr("There is no company file %1.").arg(m_call.m_where.text),
                         tr("Make one with: purserctl --company %1 company create …").arg(m_call.m_where.text)};
        auto session = Session::open(m_call.m_where);
        if (!session)
            return session.error();
        auto result = command.run(m_call, *session);
        if (result)
            if (auto sealed = writeSeal(*session); !sealed)
                m_error << sealed.error().text << Qt::endl;
        return result;
    }
    int say(const Error &error)
    {
        if (error.code == QLatin1String("usage"))
            throw Usage{error.text};
        if (m_call.m_json)
            m_output << QString::fromUtf8(object("error", object("code", error.code, "message", error.text, "hint", error.hint)).toJson(true));
        else
            m_error << error.text << (error.hint.isEmpty() ? QString() : QStringLiteral("\n") + error.hint) << '\n';
        m_output.flush();
        m_error.flush();
        return error.kind == Error::Kind::Unavailable || error.kind == Error::Kind::Fault ? Unreachable : Refused;
    }
    int help(int status)
    {
        QTextStream &to = status == Done_ ? m_output : m_error;
        to << "purserctl [--company WHERE] [--json] COMMAND …\n\n"
           << tr("WHERE is a company file (shop.purser) or postgresql://user@host:port/database; default: PURSER_COMPANY.") << "\n\n";
        for (const Command &command : commands())
            to << "  " << command.usage << "\n      " << command.help << '\n';
        to << '\n' << tr("Exit status: 0 done, 1 refused, 2 wrong usage, 3 not reached, 4 verify found a difference.") << Qt::endl;
        return status;
    }

    Call m_call;
    QTextStream &m_output;
    QTextStream &m_error;
};

int run(const QStringList &arguments, QIODevice &input, QTextStream &output, QTextStream &error, SyncControl &control)
{
    return Program(input, output, error, control).run(arguments);
}

} // namespace ctl

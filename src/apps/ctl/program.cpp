#include "apps/ctl/call.h"
#include "apps/ctl/progress.h"
#include "apps/ctl/text.h"
#include "core/verify/seal.h"

#include <QCoreApplication>
#include <QFileDevice>
#include <QScopeGuard>

namespace ctl {

static QString tr(const char *text) { return QCoreApplication::translate("Program", text); }

namespace {

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> every;
        for (const auto group :
             {companyCommands, productCommands, kitCommands,      partyCommands,  priceCommands,     stockCommands, channelCommands,
              pushCommands,    offerCommands,   scheduleCommands, adviceCommands, orderCommands,     moneyCommands, ledgerCommands,
              reportCommands,  bookCommands,    storeCommands,    byHandCommands, exceptionCommands, mergeCommands, buyerCommands})
            for (Command &command : group())
                every.push_back(std::move(command));
        return every;
    }();
    return all;
}

} // namespace

/// One run of the program.
class Program {
public:
    Program(QIODevice &input, QTextStream &output, QTextStream &error, SyncControl &control, const Surroundings &surroundings)
        : m_output(output), m_error(error)
    {
        m_call.m_input = &input;
        m_call.m_progress = &error;
        m_call.m_control = &control;
        m_call.m_surroundings = surroundings;
        m_call.m_where.text = qEnvironmentVariable("PURSER_COMPANY");
    }

    int run(QStringList arguments)
    {
        m_call.m_json = arguments.contains(QStringLiteral("--json"));
        if (auto taken = takeGlobalOptions(arguments); !taken)
            return say(taken.error());
        if (arguments.isEmpty())
            return show({}, m_error, WrongUsage);
        if (arguments.front() == QLatin1String("--version")) {
            m_output << "purserctl " PURSER_VERSION << Qt::endl;
            return Done_;
        }
        const bool wantsHelp = arguments.removeAll(QStringLiteral("--help")) > 0 || arguments.front() == QLatin1String("help");
        if (wantsHelp && !arguments.isEmpty() && arguments.front() == QLatin1String("help"))
            arguments.removeFirst();
        const Command *command = find(arguments);
        if (wantsHelp)
            return show(command ? Usage(command->usage).fixed : arguments, m_output, Done_);
        if (!command)
            return noSuchCommand(arguments);
        return call(*command, arguments);
    }

private:
    /// --json and --company, in front of the command.
    Result<> takeGlobalOptions(QStringList &arguments)
    {
        while (!arguments.isEmpty()) {
            const QString &first = arguments.front();
            if (first == QLatin1String("--json")) {
                arguments.removeFirst();
            } else if (first.startsWith(QLatin1String("--company="))) {
                m_call.m_where.text = first.mid(10);
                arguments.removeFirst();
            } else if (first == QLatin1String("--company")) {
                if (arguments.size() < 2)
                    return wrongUsage(tr("--company needs a value."));
                m_call.m_where.text = arguments[1];
                arguments.remove(0, 2);
            } else if (first.startsWith(u'-') && first != QLatin1String("--help") && first != QLatin1String("--version")) {
                return wrongUsage(tr("There is no option %1 here.").arg(first));
            } else {
                break;
            }
        }
        return Done{};
    }
    static const Command *find(const QStringList &arguments)
    {
        const Command *best = nullptr;
        qsizetype length = 0;
        for (const Command &command : commands()) {
            const QStringList fixed = Usage(command.usage).fixed;
            if (fixed.size() > length && arguments.mid(0, fixed.size()) == fixed) {
                best = &command;
                length = fixed.size();
            }
        }
        return best;
    }

    int call(const Command &command, const QStringList &arguments)
    {
        Usage usage(command.usage);
        usage.options[QStringLiteral("json")] = false; // the program's own options may also stand behind the command
        usage.options[QStringLiteral("company")] = true;
        auto spoken = takeApart(usage, arguments);
        if (!spoken)
            return say(spoken.error(), &command);
        if (spoken->options.contains(QStringLiteral("company")))
            m_call.m_where.text = spoken->options.value(QStringLiteral("company")).front();
        m_call.m_spoken = *std::move(spoken);
        const auto result = watched(command);
        return result ? write(*result) : say(result.error(), &command);
    }
    /// Performs the command; somebody at a terminal sees how far it is.
    Result<Answer> watched(const Command &command)
    {
        ProgressBar bar(m_error);
        if (m_call.terminal().error)
            m_call.control().progress = [&bar](const QString &what, qint64 done, qint64 total) { bar.show(what, done, total); };
        const auto end = qScopeGuard([this] { m_call.control().progress = nullptr; });
        try {
            return perform(command);
        } catch (const std::exception &e) { // what no unit of work caught
            return Error{Error::Kind::Fault, QStringLiteral("fault"), QString::fromUtf8(e.what()), {}};
        }
    }
    Result<Answer> perform(const Command &command)
    {
        if (command.runAlone)
            return command.runAlone(m_call);
        if (m_call.m_where.text.isEmpty())
            return wrongUsage(tr("Which company? Say --company WHERE, or set PURSER_COMPANY."));
        auto session = Session::open(m_call.m_where);
        if (!session)
            return session.error();
        session->clock = m_call.m_surroundings.clock;
        auto result = command.run(m_call, *session);
        if (result)
            if (auto sealed = writeSeal(*session); !sealed)
                m_error << sealed.error().text << Qt::endl;
        return result;
    }

    int write(const Answer &answer)
    {
        if (!answer.bytes) {
            m_output << (m_call.m_json ? QString::fromUtf8(answer.json.toJson(true)) : toText(answer.json));
        } else if (m_output.device()) {
            m_output.flush();
            m_output.device()->write(*answer.bytes);
        } else {
            m_output << QString::fromUtf8(*answer.bytes);
        }
        m_output.flush();
        auto *file = qobject_cast<QFileDevice *>(m_output.device());
        if (m_output.status() == QTextStream::Ok && (!file || (file->flush() && file->error() == QFileDevice::NoError)))
            return answer.exit;
        m_error << tr("The answer could not be written.") << Qt::endl;
        return Refused;
    }
    int say(const Error &error, const Command *command = nullptr)
    {
        const bool wrong = error.code == QLatin1String("usage");
        const QString usage = command ? command->usage : QStringLiteral("COMMAND …");
        const QString hint = wrong ? tr("Usage: %1").arg(QStringLiteral("purserctl [--company WHERE] [--json] ") + usage) : error.hint;
        if (m_call.m_json)
            m_output << QString::fromUtf8(object("error", object("code", error.code, "message", error.text, "hint", hint)).toJson(true));
        if (!m_call.m_json || wrong)
            m_error << error.text << (hint.isEmpty() ? QString() : QStringLiteral("\n") + hint) << '\n';
        m_output.flush();
        m_error.flush();
        if (wrong)
            return WrongUsage;
        const bool unreachable = error.kind == Error::Kind::Unavailable || error.kind == Error::Kind::Fault;
        return unreachable && error.code != QLatin1String("cancelled") ? Unreachable : Refused;
    }

    /// Commands that begin with these words: all, those of a group, or one.
    int show(const QStringList &words, QTextStream &to, int status)
    {
        std::vector<const Command *> shown;
        for (const Command &command : commands())
            if (Usage(command.usage).fixed.mid(0, words.size()) == words)
                shown.push_back(&command);
        if (shown.empty())
            return noSuchCommand(words);
        to << tr("Usage: %1").arg(QStringLiteral("purserctl [--company WHERE] [--json] COMMAND …")) << '\n';
        for (const Command *command : shown)
            to << "  " << command->usage << "\n      " << command->help << '\n';
        if (words.isEmpty())
            to << '\n'
               << tr("WHERE is a company file (shop.purser) or postgresql://user@host:port/database; without it PURSER_COMPANY says where.") << '\n'
               << tr("Exit status: 0 done, 1 refused, 2 wrong usage, 3 not reached, 4 verify found a difference.") << '\n';
        to.flush();
        return status;
    }
    int noSuchCommand(const QStringList &words)
    {
        QStringList near;
        for (const Command &command : commands())
            if (const QStringList fixed = Usage(command.usage).fixed; fixed.front() == words.front())
                near << fixed.join(u' ');
        const QString named = words.mid(0, 2).join(u' ');
        return say(wrongUsage(near.isEmpty() ? tr("There is no command “%1”. See: purserctl --help").arg(named)
                                             : tr("There is no command “%1”. There are: %2.").arg(named, near.join(QStringLiteral(", ")))));
    }

    Call m_call;
    QTextStream &m_output;
    QTextStream &m_error;
};

int run(const QStringList &arguments, QIODevice &input, QTextStream &output, QTextStream &error, SyncControl &control,
        const Surroundings &surroundings)
{
    return Program(input, output, error, control, surroundings).run(arguments);
}

} // namespace ctl

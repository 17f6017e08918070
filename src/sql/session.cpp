#include "sql/session.h"

#include "sql/migrator.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSysInfo>
#include <QThread>

static QString tr(const char *text) { return QCoreApplication::translate("Session", text); }

QString Tx::overflowText() { return tr("A figure is larger than the books can hold. Nothing was stored."); }

static QString personAtTheKeyboard()
{
    for (const char *name : {"PURSER_USER", "LOGNAME", "USER"})
        if (const QString person = qEnvironmentVariable(name); !person.isEmpty())
            return person;
    return QStringLiteral("unknown");
}

Result<Session> Session::open(const sql::Locator &where)
{
    if (where.engine() == sql::Engine::Sqlite && !QFileInfo::exists(where.text))
        return Migrator::noCompany(where); // opening it would make an empty file
    try {
        auto connection = sql::Connection::open(where);
        if (auto ready = Migrator(connection).check(); !ready)
            return ready.error();
        auto rows = connection.run("SELECT uid, name, currency, time_zone FROM company");
        if (!rows.next())
            return Migrator::noCompany(where);
        Scene scene{personAtTheKeyboard(),
                    QSysInfo::machineHostName(),
                    rows.text(0),
                    rows.text(1),
                    Currency::of(rows.text(2)).value_or(Eur),
                    QTimeZone(rows.text(3).toLatin1())};
        if (!scene.zone.isValid())
            scene.zone = QTimeZone::utc();
        {
            const auto done = std::move(rows);
        }
        return Session(std::move(connection), std::move(scene));
    } catch (const sql::Fault &e) {
        return Error{Error::Kind::Unavailable, QStringLiteral("unreachable"), QString::fromUtf8(e.what()), {}};
    }
}

bool Session::waitAfter(int round)
{
    constexpr int rounds = 10;
    if (round >= rounds)
        return false;
    const int most = std::min(5 << round, 1000);
    QThread::msleep(ulong(QRandomGenerator::global()->bounded(most / 2, most)));
    return true;
}

Error Session::unavailable(const sql::Fault &fault)
{
    return {Error::Kind::Unavailable, QStringLiteral("unavailable"),
            tr("The company could not be reached just now: %1").arg(QString::fromUtf8(fault.what())), tr("Try again in a moment.")};
}

Error Session::notFound(const sql::Fault &fault)
{
    return {Error::Kind::NotFound, QStringLiteral("not_found"), tr("This no longer exists: %1.").arg(QString::fromUtf8(fault.what())), {}};
}

Error Session::conflict()
{
    return {Error::Kind::Conflict, QStringLiteral("conflict"), tr("Another workstation saved this in the meantime."),
            tr("Open it again to see what changed, then repeat your change.")};
}

Error Session::fault(const sql::Fault &fault)
{
    return {Error::Kind::Fault, QStringLiteral("database"), tr("The work could not be stored: %1").arg(QString::fromUtf8(fault.what())),
            tr("Nothing was stored.")};
}

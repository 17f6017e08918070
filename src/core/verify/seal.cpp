#include "core/verify/seal.h"

#include "base/json.h"
#include "core/audit/audit.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

static QString tr(const char *text) { return QCoreApplication::translate("Seal", text); }

QString sealFileOf(const sql::Locator &where, const QString &companyUid)
{
    if (where.engine() == sql::Engine::Sqlite)
        return where.text + QStringLiteral(".seal");
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/purser/seals/%1.seal").arg(companyUid);
}

namespace {

Json toJson(const Seal &seal)
{
    JsonObject series;
    for (const auto &[name, next] : seal.series)
        series.emplace_back(name, Json(next));
    return Json::object({{QStringLiteral("company"), seal.company},
                         {QStringLiteral("entry"), seal.entry},
                         {QStringLiteral("hash"), QString::fromLatin1(seal.hash.toHex())},
                         {QStringLiteral("series"), Json::object(std::move(series))},
                         {QStringLiteral("at"), seal.at.toString()},
                         {QStringLiteral("given_up"), seal.givenUp.join(u'\n')}});
}

QString checkOf(const Json &body)
{
    return QString::fromLatin1(QCryptographicHash::hash("purser seal " + body.toJson(), QCryptographicHash::Sha256).toHex());
}

Seal sealOf(Tx &tx)
{
    Seal seal;
    seal.company = tx.scene().companyUid;
    seal.at = tx.now();
    {
        auto rows = tx.run("SELECT last_entry, last_hash FROM ledger_head");
        rows.next();
        seal.entry = rows.integer(0);
        seal.hash = rows.bytes(1);
    }
    auto rows = tx.run("SELECT code, year, next FROM series");
    while (rows.next())
        seal.series[QStringLiteral("%1/%2").arg(rows.text(0)).arg(rows.integer(1))] = rows.integer(2);
    return seal;
}

/// Whether the seal knows of something that the company does not: then the company is older, or its chain was written anew.
bool knowsMore(Tx &tx, const Seal &old, const Seal &now)
{
    if (old.entry > now.entry)
        return true;
    for (const auto &[name, next] : old.series) {
        const auto found = now.series.find(name);
        if (found == now.series.end() || found->second < next)
            return true;
    }
    if (old.entry == 0)
        return false;
    auto rows = tx.run("SELECT hash FROM journal_entry WHERE id = ?", old.entry);
    return !rows.next() || rows.bytes(0) != old.hash;
}

Result<> store(const QString &path, const Seal &seal)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    const Json body = toJson(seal);
    const QByteArray text = Json::object({{QStringLiteral("seal"), body}, {QStringLiteral("check"), checkOf(body)}}).toJson(true);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return refuse(QStringLiteral("seal"), tr("The seal %1 could not be written.").arg(path));
    return Done{};
}

} // namespace

Result<std::optional<Seal>> readSeal(const sql::Locator &where, const QString &companyUid)
{
    QFile file(sealFileOf(where, companyUid));
    if (!file.exists())
        return std::optional<Seal>();
    const auto broken = [&] { return refuse(QStringLiteral("seal"), tr("The seal %1 has been changed by another hand.").arg(file.fileName())); };
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("seal"), tr("The seal %1 cannot be read.").arg(file.fileName()));
    const auto json = Json::parse(file.readAll());
    if (!json || (*json)["check"].text() != checkOf((*json)["seal"]))
        return broken();
    const Json &body = (*json)["seal"];
    Seal seal;
    seal.company = body["company"].text();
    seal.entry = body["entry"].toInteger();
    seal.hash = QByteArray::fromHex(body["hash"].text().toLatin1());
    for (const auto &[name, next] : body["series"].members())
        seal.series[name] = next.toInteger();
    seal.at = Instant::parse(body["at"].text()).value_or(Instant());
    seal.givenUp = body["given_up"].text().split(u'\n', Qt::SkipEmptyParts);
    if (seal.company != companyUid)
        return refuse(QStringLiteral("seal"), tr("The seal %1 belongs to another company.").arg(file.fileName()));
    return std::optional(seal);
}

Result<> writeSeal(Session &session)
{
    const auto old = readSeal(session.locator(), session.scene().companyUid);
    if (!old)
        return old.error();
    bool stays = false;
    auto now = session.ask([&](Tx &tx) {
        const Seal seal = sealOf(tx);
        stays = *old && (((*old)->entry == seal.entry && (*old)->hash == seal.hash && (*old)->series == seal.series) || knowsMore(tx, **old, seal));
        return seal;
    });
    if (!now)
        return now.error();
    if (stays)
        return Done{};
    if (*old)
        now->givenUp = (*old)->givenUp;
    return store(sealFileOf(session.locator(), session.scene().companyUid), *now);
}

Result<int> raiseSeries(Session &session)
{
    const auto old = readSeal(session.locator(), session.scene().companyUid);
    if (!old)
        return old.error();
    if (!*old)
        return 0;
    Seal now;
    const auto raised = session.perform([&](Tx &tx) -> Result<int> {
        int count = 0;
        for (const auto &[name, next] : (*old)->series) {
            const QString code = name.section(u'/', 0, 0);
            const int year = name.section(u'/', 1).toInt();
            if (year > 0)
                continue; // journal numbers follow the chain, which goes on where the backup ended
            const qint64 kept = std::max<qint64>(1, tx.number("SELECT next FROM series WHERE code = ? AND year = ?", code, year));
            if (kept >= next)
                continue;
            tx.run("INSERT INTO series (code, year, next) VALUES (?, ?, ?) ON CONFLICT (code, year) DO UPDATE SET next = excluded.next", code, year,
                   next);
            audit(tx, "series_raised", "series", 0, QStringLiteral("%1 %2 %3").arg(name).arg(kept).arg(next));
            ++count;
        }
        now = sealOf(tx);
        if (knowsMore(tx, **old, now))
            audit(tx, "seal_given_up", "journal_entry", (*old)->entry, QString::fromLatin1((*old)->hash.toHex()));
        return count;
    });
    if (!raised)
        return raised;
    now.givenUp = (*old)->givenUp;
    if (now.entry != (*old)->entry || now.hash != (*old)->hash)
        now.givenUp << QStringLiteral("%1 %2 %3").arg((*old)->entry).arg(QString::fromLatin1((*old)->hash.toHex()), (*old)->at.toString());
    if (auto stored = store(sealFileOf(session.locator(), session.scene().companyUid), now); !stored)
        return stored.error();
    return raised;
}

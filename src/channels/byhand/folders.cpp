#include "channels/byhand/importorders.h"
#include "channels/byhand/worksheet.h"
#include "channels/engine/run.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

// Watched folders: files come in and go out without anybody opening Purser.

namespace channels::byhand {

static QString tr(const char *text) { return QCoreApplication::translate("ByHand", text); }

Result<Channel> setFolders(Tx &tx, const Channel &channel, const QString &in, const QString &out)
{
    Channel changed = channel;
    auto options = Json::parse(channel.options.toUtf8());
    Json json = options ? *options : Json::object();
    json.set(QStringLiteral("in"), in);
    json.set(QStringLiteral("out"), out);
    changed.options = QString::fromUtf8(json.toJson());
    return saveChannel(tx, changed);
}

namespace {

constexpr int settledSeconds = 3;

class Folders {
public:
    Folders(Session &session, const Channel &channel, Run &run) : m_session(session), m_channel(channel), m_run(run) {}

    Result<FolderReport> run()
    {
        if (const QString in = m_channel.option("in"); !in.isEmpty())
            if (auto taken = takeIn(QDir(in)); !taken)
                return taken.error();
        if (const QString out = m_channel.option("out"); !out.isEmpty())
            if (auto given = giveOut(QDir(out)); !given)
                return given.error();
        return std::move(m_report);
    }

private:
    Result<> takeIn(const QDir &in)
    {
        if (!in.exists() || !in.mkpath(QStringLiteral("done")) || !in.mkpath(QStringLiteral("failed")))
            return refuse(QStringLiteral("folder"), tr("The folder %1 is not there, or cannot be written to.").arg(in.path()));
        static const QStringList kinds{QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.txt"), QStringLiteral("*.xlsx")};
        for (const QFileInfo &file : in.entryInfoList(kinds, QDir::Files, QDir::Time | QDir::Reversed))
            if (file.lastModified().secsTo(QDateTime::currentDateTime()) >= settledSeconds)
                if (auto taken = takeFile(in, file); !taken)
                    return taken;
        return Done{};
    }

    Result<> takeFile(const QDir &in, const QFileInfo &info)
    {
        m_run.renew();
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            return Done{}; // somebody holds it, or it is gone: next time
        const QByteArray bytes = file.readAll();
        file.close();
        FolderFile taken{info.fileName(), {}, {}};
        const auto report = importOrders(m_session, m_channel, bytes);
        if (report)
            taken.report = *report;
        else if (report.error().kind == Error::Kind::Refused || report.error().kind == Error::Kind::NotFound)
            taken.refused = QStringList{report.error().text, report.error().hint}.join(u' ').trimmed();
        else
            return report.error(); // the company cannot be reached: the file stays
        const bool good = report && report->clean();
        const QString place = freeName(QDir(in.filePath(good ? QStringLiteral("done") : QStringLiteral("failed"))), info.fileName());
        if (!QFile::rename(info.filePath(), place))
            return refuse(QStringLiteral("folder"), tr("%1 cannot be moved to %2.").arg(info.filePath(), place));
        if (!good)
            if (auto written = write(place + QStringLiteral(".errors.txt"), errorsOf(taken)); !written)
                return written.error();
        m_report.files.push_back(std::move(taken));
        return Done{};
    }

    static QByteArray errorsOf(const FolderFile &file)
    {
        QStringList lines;
        if (!file.refused.isEmpty())
            lines << file.refused;
        for (const QString &problem : file.report.problems)
            lines << problem;
        for (const FileOrder &order : file.report.orders)
            if (!order.problem.isEmpty())
                lines << tr("Order %1: %2").arg(order.number, order.problem);
        lines << tr("Taken in: %1 new, %2 changed, %3 unchanged. The file can be corrected and put in again: what was taken does not come twice.")
                     .arg(file.report.created)
                     .arg(file.report.changed)
                     .arg(file.report.unchanged);
        return lines.join(u'\n').toUtf8() + '\n';
    }

    static QString freeName(const QDir &folder, const QString &name)
    {
        QString place = folder.filePath(name);
        for (int again = 2; QFile::exists(place); ++again)
            place = folder.filePath(QStringLiteral("%1-%2.%3").arg(QFileInfo(name).completeBaseName()).arg(again).arg(QFileInfo(name).suffix()));
        return place;
    }

    Result<> giveOut(const QDir &out)
    {
        if (!out.exists())
            return refuse(QStringLiteral("folder"), tr("The folder %1 is not there.").arg(out.path()));
        const auto sheets = m_session.ask([this](Tx &tx) {
            return std::pair(toCsv(worksheetReport(m_channel, worksheetOf(tx, m_channel), tx.today())), toCsv(stockSheet(tx, m_channel)));
        });
        if (!sheets)
            return sheets.error();
        for (const auto &[name, bytes] : {std::pair("worksheet.csv", sheets->first), std::pair("stock.csv", sheets->second)}) {
            const QString path = out.filePath(QString::fromLatin1(name));
            const auto written = write(path, bytes);
            if (!written)
                return written.error();
            if (*written)
                m_report.written << path;
        }
        return Done{};
    }

    /// Whole or not at all, and only where it is another one than before.
    static Result<bool> write(const QString &path, const QByteArray &bytes)
    {
        if (QFile before(path); before.open(QIODevice::ReadOnly) && before.readAll() == bytes)
            return false;
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return refuse(QStringLiteral("file"), tr("%1 cannot be written: %2").arg(path, file.errorString()));
        return true;
    }

    Session &m_session;
    const Channel &m_channel;
    Run &m_run;
    FolderReport m_report;
};

Json countsOf(const FolderReport &report)
{
    int created = 0, changed = 0, unchanged = 0, exceptions = 0;
    for (const FolderFile &file : report.files) {
        created += file.report.created;
        changed += file.report.changed;
        unchanged += file.report.unchanged;
        exceptions += file.report.exceptions;
    }
    return Json::object({{QStringLiteral("files"), int(report.files.size())},
                         {QStringLiteral("created"), created},
                         {QStringLiteral("changed"), changed},
                         {QStringLiteral("unchanged"), unchanged},
                         {QStringLiteral("exceptions"), exceptions}});
}

} // namespace

Result<FolderReport> runFolders(Session &session, const QString &name)
{
    const auto channel = session.ask([&](Tx &tx) { return channelByName(tx, name); });
    if (!channel)
        return channel.error();
    if (channel->option("in").isEmpty() && channel->option("out").isEmpty())
        return refuse(QStringLiteral("no_folders"), tr("“%1” has no folders.").arg(name),
                      tr("See: purserctl folder set %1 --in FOLDER --out FOLDER").arg(name));
    auto run = Run::begin(session, *channel, {Work::Orders});
    if (!run)
        return run.error();
    try {
        auto report = Folders(session, *channel, *run).run();
        if (report)
            run->done(countsOf(*report), false);
        return report;
    } catch (const Failure &failure) { // somebody else is at it by now
        return run->failed(failure);
    }
}

} // namespace channels::byhand

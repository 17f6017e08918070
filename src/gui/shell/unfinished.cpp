#include "gui/shell/unfinished.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

namespace unfinished {

static QDir folderOf(const QString &companyUid)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/unfinished/") + companyUid);
}

static QString fileOf(const QString &companyUid, const QString &what) { return folderOf(companyUid).filePath(what + QStringLiteral(".json")); }

void keep(const QString &companyUid, const QString &what, const QJsonObject &typed)
{
    folderOf(companyUid).mkpath(QStringLiteral("."));
    QSaveFile file(fileOf(companyUid, what));
    if (!file.open(QIODevice::WriteOnly))
        return; // a full disk must not stop the person from typing on
    file.write(QJsonDocument(typed).toJson(QJsonDocument::Compact));
    file.commit();
}

QJsonObject kept(const QString &companyUid, const QString &what)
{
    QFile file(fileOf(companyUid, what));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void forget(const QString &companyUid, const QString &what) { QFile::remove(fileOf(companyUid, what)); }

QStringList all(const QString &companyUid)
{
    QStringList names = folderOf(companyUid).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(5);
    return names;
}

} // namespace unfinished

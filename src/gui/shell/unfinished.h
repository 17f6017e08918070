#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// What was typed and not stored yet, kept in small files of this user, so that neither a crash nor a power cut nor closing the window loses it.
namespace unfinished {

/// `what` names the editor: "product-12", "customer-0" for a new one.
void keep(const QString &companyUid, const QString &what, const QJsonObject &typed);
QJsonObject kept(const QString &companyUid, const QString &what); ///< empty if there is nothing
void forget(const QString &companyUid, const QString &what);
QStringList all(const QString &companyUid);

} // namespace unfinished

#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <vector>

/// The keys of a channel, sealed so that the database and its backups hold nothing that opens a shop. The key that opens them lies outside of
/// the database: in the file that PURSER_KEY_FILE names, or in purser/keys/<company>.key below the configuration folder of the person.
///
/// Sealed text is XChaCha20-Poly1305 bound to the company and the channel's name: what is copied to another channel does not open.
namespace channels {

/// Where the key of a company lies.
QString keyFileOf(const QString &companyUid);

/// Makes the company's key on first use (readable by its owner alone). Refuses a key that others can read, and one that is not a key.
Result<QByteArray> seal(const QString &companyUid, const QString &channel, const std::vector<QString> &secrets);
/// Refuses: no key on this machine, a key that others can read, another key than the one that sealed, a text that was changed.
Result<std::vector<QString>> unseal(const QString &companyUid, const QString &channel, const QByteArray &sealed);

} // namespace channels

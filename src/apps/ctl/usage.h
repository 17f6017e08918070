#pragma once

#include "base/result.h"

#include <QMap>
#include <QStringList>
#include <vector>

namespace ctl {

/// The call does not fit the command.
inline Error wrongUsage(QString message) { return refuse(QStringLiteral("usage"), std::move(message)); }

/// A usage line taken apart: "stock receive SKU QTY [--cost C] [--option K=V]…". Words in capitals are values, […] may be missing, … may be repeated.
struct Usage {
    explicit Usage(const QString &line);

    QString line;
    QStringList fixed;                           ///< the words that name the command
    std::vector<std::pair<QString, bool>> words; ///< name, required
    QMap<QString, bool> options;                 ///< name -> takes a value
    QStringList required;                        ///< options that must be there
    QStringList repeated;
};

/// What one call says: values by the names of its usage line.
struct Spoken {
    QMap<QString, QString> words;
    QMap<QString, QStringList> options;
};

/// Reads the arguments behind the command's fixed words. Refuses: an unknown option, one without its value, one that is given twice, a missing or
/// superfluous word. A value that begins with “--” is given as --name=--value; behind a lone “--” everything is a word.
Result<Spoken> takeApart(const Usage &usage, const QStringList &arguments);

} // namespace ctl

#pragma once

#include "channels/byhand/columns.h"

/// Orders from the files that a site exports: CSV, TSV or XLSX.
namespace channels::byhand {

struct FileImport {
    ColumnMap columns = {}; ///< headings that a person said the meaning of; learnt for this channel
    bool dryRun = false;    ///< says what would happen; stores nothing, learns nothing
};

struct FileOrder {
    QString number; ///< the site's
    Outcome outcome = Outcome::Unchanged;
    int exceptions = 0;
    QString problem; ///< why it could not be stored at all
};
struct FileReport {
    std::vector<FileOrder> orders;
    QStringList ignored; ///< headings without a meaning
    std::vector<QString> problems;
    int created = 0, changed = 0, unchanged = 0, exceptions = 0;
    bool clean() const; ///< everything in the file was taken
};

/// Rows of a file, whatever its kind. Refuses what cannot be read, and a file without rows.
Result<Table> tableIn(const QByteArray &bytes);

/// Takes a file's orders in, each as a transaction of its own: one bad order does not hold up the others. Importing the file again, or another one
/// with the same orders, changes nothing. Refuses: a channel with a connector ("not_by_hand"), an unreadable file, columns whose meaning is not known
/// ("columns", with what is missing).
Result<FileReport> importOrders(Session &session, const Channel &channel, const QByteArray &file, const FileImport &options = {});

/// What headings mean on a channel, as it was learnt.
ColumnMap learntColumns(Tx &tx, Id<Channel> channel);
/// Refuses a field that there is not.
Result<> learnColumns(Tx &tx, const Channel &channel, const ColumnMap &columns);

struct FolderFile {
    QString name;
    FileReport report;
    QString refused; ///< why nothing of it was taken
};
struct FolderReport {
    std::vector<FolderFile> files;
    QStringList written; ///< into the out folder
};
/// Folders to which a site's files go by hand, by a synchronised folder or over a share: options "in" and "out" of the channel. Each file of `in` is
/// imported and moved to in/done, or, with its errors beside it, to in/failed; `out` gets worksheet.csv and stock.csv where they are others than
/// before. A file that is still being written (changed within the last seconds) waits. Refuses: no folders are set, one is missing, the channel is at
/// work elsewhere. To be called every few minutes.
Result<FolderReport> runFolders(Session &session, const QString &channel);
Result<Channel> setFolders(Tx &tx, const Channel &channel, const QString &in, const QString &out); ///< empty: none

} // namespace channels::byhand

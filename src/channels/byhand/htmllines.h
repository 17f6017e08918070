#pragma once

#include <QString>
#include <QStringList>

namespace channels::byhand {

/// HTML as a person reads it: one line per line, the cells of a table's row parted by tabs. A row without figures whose cells hold several lines each
/// (two addresses side by side) becomes the lines of one cell after the other.
QStringList linesOfHtml(const QString &html);
/// Plain text likewise: without blank ends, hard spaces as spaces.
QStringList linesOfText(const QString &text);

} // namespace channels::byhand

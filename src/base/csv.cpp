#include "base/csv.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <algorithm>

static QString decode(QByteArray bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = utf8(bytes);
    if (!utf8.hasError())
        return text;
    // Windows-1252 differs from Latin-1 in 0x80..0x9f only.
    static const char16_t high[] = u"\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                                   u"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";
    text = QString::fromLatin1(bytes);
    for (QChar &c : text)
        if (c >= QChar(0x80) && c <= QChar(0x9f))
            c = QChar(high[c.unicode() - 0x80]);
    return text;
}

static QChar separatorOf(const QString &text)
{
    const QString first = text.left(text.indexOf(u'\n'));
    QChar best = u',';
    for (const QChar candidate : {QChar(u';'), QChar(u'\t')})
        if (first.count(candidate) > first.count(best))
            best = candidate;
    return best;
}

std::vector<CsvRow> readCsv(const QByteArray &bytes)
{
    const QString text = decode(bytes);
    const QChar separator = separatorOf(text);
    std::vector<CsvRow> rows;
    CsvRow row{1, {}};
    QString cell;
    bool quoted = false, wasQuoted = false;
    int line = 1;
    const auto endCell = [&] {
        row.cells << (wasQuoted ? cell : cell.trimmed());
        cell.clear();
        wasQuoted = false;
    };
    const auto endRow = [&] {
        endCell();
        if (row.cells.size() > 1 || !row.cells.front().isEmpty())
            rows.push_back(row);
        row = {line, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\n')
            ++line;
        if (quoted) {
            if (c != u'"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == u'"' && cell.trimmed().isEmpty()) {
            cell.clear();
            quoted = wasQuoted = true;
        } else if (c == separator) {
            endCell();
        } else if (c == u'\n') {
            endRow();
        } else if (c != u'\r' && !(wasQuoted && c.isSpace())) {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !row.cells.isEmpty())
        endRow();
    return rows;
}

QByteArray csvLine(const QStringList &cells)
{
    static const QRegularExpression number(QStringLiteral("^[-+]?[0-9][0-9.,]*$"));
    QStringList out;
    for (QString cell : cells) {
        const bool formula = !cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.front()) && !number.match(cell).hasMatch();
        if (formula)
            cell.prepend(u'\'');
        const bool padded = !cell.isEmpty() && (cell.front().isSpace() || cell.back().isSpace()); // bare cells are read without spaces
        if (padded || std::any_of(cell.begin(), cell.end(), [](QChar c) { return QStringLiteral("\",;\t\n\r").contains(c); }))
            cell = u'"' + cell.replace(u'"', QStringLiteral("\"\"")) + u'"';
        out << cell;
    }
    return out.join(u',').toUtf8() + '\n';
}

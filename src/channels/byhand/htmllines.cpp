#include "channels/byhand/htmllines.h"

#include "channels/byhand/textfigures.h"
#include "channels/htmltext.h"

#include <QRegularExpression>
#include <vector>

namespace channels::byhand {
namespace {

/// What stands in an element so far: finished lines and the one that grows.
struct Box {
    QStringList lines;
    QString line;

    void endLine()
    {
        const QString done = unescaped(line).replace(QChar(0xa0), u' ').simplified();
        if (!done.isEmpty())
            lines << done;
        line.clear();
    }
};

/// Reads tags one after the other; what does not close is closed by what is around it.
class HtmlReader {
public:
    QStringList read(QString html)
    {
        static const QRegularExpression unseen(QStringLiteral("<!--.*?-->|<(style|script|head|title)\\b.*?</\\1\\s*>"),
                                               QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression tag(QStringLiteral("<(/?)([A-Za-z][A-Za-z0-9]*)[^>]*>|<[!?][^>]*>"));
        html.remove(unseen);
        qsizetype at = 0;
        for (auto matches = tag.globalMatch(html); matches.hasNext();) {
            const auto match = matches.next();
            box().line += html.mid(at, match.capturedStart() - at);
            at = match.capturedEnd();
            take(match.captured(2).toLower(), !match.captured(1).isEmpty());
        }
        box().line += html.mid(at);
        while (!m_rows.empty())
            endRow();
        m_page.endLine();
        return m_page.lines;
    }

private:
    struct Row {
        std::vector<Box> cells;
    };
    Box &box()
    {
        for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row)
            if (!row->cells.empty())
                return row->cells.back();
        return m_page;
    }
    void take(const QString &name, bool isEnd)
    {
        static const QStringList blocks{QStringLiteral("br"), QStringLiteral("p"),     QStringLiteral("div"),     QStringLiteral("li"),
                                        QStringLiteral("ul"), QStringLiteral("h1"),    QStringLiteral("h2"),      QStringLiteral("h3"),
                                        QStringLiteral("h4"), QStringLiteral("table"), QStringLiteral("address"), QStringLiteral("hr"),
                                        QStringLiteral("dt"), QStringLiteral("dd")};
        if (name == QLatin1String("tr")) {
            if (isEnd) {
                endRow();
            } else {
                box().endLine();
                m_rows.emplace_back();
            }
        } else if (name == QLatin1String("td") || name == QLatin1String("th")) {
            if (!isEnd && !m_rows.empty())
                m_rows.back().cells.emplace_back();
        } else if (blocks.contains(name)) {
            box().endLine();
        }
    }
    void endRow()
    {
        if (m_rows.empty())
            return;
        Row row = std::move(m_rows.back());
        m_rows.pop_back();
        bool hasLines = false;
        QStringList cells;
        for (Box &cell : row.cells) {
            cell.endLine();
            hasLines = hasLines || cell.lines.size() > 1;
            cells << cell.lines.join(u' ');
        }
        Box &outer = box();
        outer.endLine();
        if (hasLines && (amountsIn(cells.join(u' ')).empty() || row.cells.size() == 1)) {
            for (const Box &cell : row.cells)
                outer.lines << cell.lines << QString(); // a gap between two blocks
        } else if (!cells.join(QString()).isEmpty()) {
            outer.lines << cells.join(u'\t').trimmed();
        }
    }

    Box m_page;
    std::vector<Row> m_rows;
};

} // namespace

QStringList linesOfHtml(const QString &html) { return HtmlReader().read(html); }

QStringList linesOfText(const QString &text)
{
    QStringList lines;
    for (QString line : text.split(u'\n')) {
        line.replace(QChar(0xa0), u' ').replace(QChar(0x202f), u' ');
        lines << line.trimmed();
    }
    return lines;
}

} // namespace channels::byhand

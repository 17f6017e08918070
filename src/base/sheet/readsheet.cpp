#include "base/sheet/readsheet.h"

#include "base/decimal.h"
#include "base/sheet/archive.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <map>
#include <set>

static QString tr(const char *text) { return QCoreApplication::translate("Workbook", text); }

bool isWorkbook(const QByteArray &bytes) { return bytes.startsWith(QByteArray("PK\x03\x04", 4)); }

namespace {

constexpr int mostColumns = 16'384;

/// All text inside the element that the reader stands on; phonetic hints are left out.
QString richText(QXmlStreamReader &xml)
{
    const QString end = xml.name().toString();
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == end)
            break;
        if (xml.isStartElement() && xml.name() == QLatin1String("rPh"))
            xml.skipCurrentElement();
        else if (xml.isStartElement() && xml.name() == QLatin1String("t"))
            text += xml.readElementText();
    }
    return text;
}

std::vector<QString> sharedStrings(const QByteArray &part)
{
    std::vector<QString> strings;
    QXmlStreamReader xml(part);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("si"))
            strings.push_back(richText(xml));
    return strings;
}

bool isDayFormat(const QString &code)
{
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\."));
    QString bare = code;
    bare.remove(quoted);
    return bare.contains(QRegularExpression(QStringLiteral("[dyDY]"))) || (bare.contains(u'h') && bare.contains(u'm'));
}

/// Which styles show a number as a day.
std::set<int> dayStyles(const QByteArray &part)
{
    std::map<int, QString> formats;
    std::set<int> days;
    QXmlStreamReader xml(part);
    bool inCells = false;
    int style = 0;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == QLatin1String("cellXfs"))
            inCells = false;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("numFmt")) {
            formats[xml.attributes().value(QLatin1String("numFmtId")).toInt()] = xml.attributes().value(QLatin1String("formatCode")).toString();
        } else if (xml.name() == QLatin1String("cellXfs")) {
            inCells = true;
        } else if (inCells && xml.name() == QLatin1String("xf")) {
            const int format = xml.attributes().value(QLatin1String("numFmtId")).toInt();
            const bool builtIn = (format >= 14 && format <= 22) || (format >= 27 && format <= 36) || (format >= 45 && format <= 47);
            const auto own = formats.find(format);
            if (own != formats.end() ? isDayFormat(own->second) : builtIn)
                days.insert(style);
            ++style;
        }
    }
    return days;
}

/// "45306.5" as a day, with its time where it has one. Both epochs of the format; the first has a 29 February 1900 that never was.
QString dayText(const QString &serial, bool since1904)
{
    const QString whole = serial.section(u'.', 0, 0), rest = serial.section(u'.', 1, 1);
    bool isNumber = false;
    const qint64 days = whole.toLongLong(&isNumber);
    if (!isNumber || days < 0 || days > 3'000'000)
        return serial;
    const QDate day = since1904 ? QDate(1904, 1, 1).addDays(days) : QDate(1899, 12, days < 60 ? 31 : 30).addDays(days);
    QString fraction = rest.left(9);
    fraction = fraction.leftJustified(9, u'0');
    const qint64 seconds = (fraction.toLongLong() * 86'400 + 500'000'000) / 1'000'000'000;
    if (seconds == 0)
        return day.toString(Qt::ISODate);
    if (seconds >= 86'400)
        return day.addDays(1).toString(Qt::ISODate);
    return day.toString(Qt::ISODate) + u' ' + QTime(0, 0).addSecs(int(seconds)).toString(QStringLiteral("HH:mm:ss"));
}

/// The digits of a number without an exponent and without the noise of a binary fraction: 11.9 is stored as 11.9, 0.1+0.2 as 0.30000000000000004.
QString figureText(const QString &stored)
{
    static const QRegularExpression noisy(QStringLiteral("^-?\\d+\\.\\d{12,}$|[eE]"));
    if (!noisy.match(stored).hasMatch())
        return stored;
    const auto figure = decimal::parse(stored, 9, decimal::Excess::Round);
    return figure ? decimal::format(*figure, 9, 0) : stored;
}

/// "BC12" -> 54; -1 where it is no place.
int columnOf(QStringView reference)
{
    int column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > mostColumns)
            return -1;
    }
    return column - 1;
}

class SheetReader {
public:
    SheetReader(const QByteArray &sheet, std::vector<QString> strings, std::set<int> days, bool since1904)
        : m_xml(sheet), m_strings(std::move(strings)), m_days(std::move(days)), m_since1904(since1904)
    {}

    std::vector<CsvRow> rows()
    {
        std::vector<CsvRow> rows;
        int line = 0;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isStartElement() && m_xml.name() == QLatin1String("row")) {
                const int said = m_xml.attributes().value(QLatin1String("r")).toInt();
                line = said > 0 ? said : line + 1;
                CsvRow row{line, cells()};
                if (!row.cells.join(QString()).isEmpty())
                    rows.push_back(std::move(row));
            }
        }
        return rows;
    }
    bool failed() const { return m_xml.hasError(); }

private:
    QStringList cells()
    {
        QStringList cells;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == QLatin1String("row"))
                break;
            if (!m_xml.isStartElement() || m_xml.name() != QLatin1String("c"))
                continue;
            const int said = columnOf(m_xml.attributes().value(QLatin1String("r")));
            const qsizetype column = said >= 0 ? said : cells.size();
            const QString text = cell();
            while (cells.size() < column)
                cells << QString();
            if (column < cells.size())
                cells[column] = text;
            else
                cells << text;
        }
        return cells;
    }
    QString cell()
    {
        const QString type = m_xml.attributes().value(QLatin1String("t")).toString();
        const int style = m_xml.attributes().value(QLatin1String("s")).toInt();
        QString value;
        while (!m_xml.atEnd()) {
            m_xml.readNext();
            if (m_xml.isEndElement() && m_xml.name() == QLatin1String("c"))
                break;
            if (m_xml.isStartElement() && m_xml.name() == QLatin1String("v"))
                value = m_xml.readElementText();
            else if (m_xml.isStartElement() && m_xml.name() == QLatin1String("is"))
                value = richText(m_xml);
        }
        if (type == QLatin1String("s")) {
            const size_t index = value.toULongLong();
            return index < m_strings.size() ? m_strings[index].trimmed() : QString();
        }
        if (type == QLatin1String("b"))
            return value == QLatin1String("1") ? QStringLiteral("yes") : QStringLiteral("no");
        if (type.isEmpty() || type == QLatin1String("n"))
            return m_days.contains(style) ? dayText(value, m_since1904) : figureText(value);
        return value.trimmed(); // a formula's text, a day in ISO, an error's word
    }

    QXmlStreamReader m_xml;
    std::vector<QString> m_strings;
    std::set<int> m_days;
    bool m_since1904;
};

/// Where the first sheet lies, and whether its days count from 1904.
std::pair<QString, bool> firstSheet(const QByteArray &workbook, const QByteArray &relations)
{
    QString id;
    bool since1904 = false;
    for (QXmlStreamReader xml(workbook); !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("workbookPr"))
            since1904 = xml.attributes().value(QLatin1String("date1904")) == QLatin1String("1")
                        || xml.attributes().value(QLatin1String("date1904")) == QLatin1String("true");
        else if (xml.name() == QLatin1String("sheet") && id.isEmpty())
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                if (attribute.name() == QLatin1String("id"))
                    id = attribute.value().toString();
    }
    for (QXmlStreamReader xml(relations); !xml.atEnd(); xml.readNext())
        if (xml.isStartElement() && xml.name() == QLatin1String("Relationship") && xml.attributes().value(QLatin1String("Id")) == id) {
            const QString target = xml.attributes().value(QLatin1String("Target")).toString();
            return {target.startsWith(u'/') ? target.mid(1) : QStringLiteral("xl/") + target, since1904};
        }
    return {QStringLiteral("xl/worksheets/sheet1.xml"), since1904};
}

} // namespace

Result<std::vector<CsvRow>> readWorkbook(const QByteArray &bytes, qint64 mostBytes)
{
    const Error unreadable = refuse(QStringLiteral("no_workbook"), tr("The file is no spreadsheet that can be read."),
                                    tr("Save it as .xlsx or as CSV, and not protected by a password."));
    try {
        auto archive = Archive::open(bytes, mostBytes);
        if (!archive || !archive->has(QStringLiteral("xl/workbook.xml")))
            return unreadable;
        const auto [place, since1904] =
            firstSheet(archive->part(QStringLiteral("xl/workbook.xml")), archive->part(QStringLiteral("xl/_rels/workbook.xml.rels")));
        const QByteArray sheet = archive->part(place);
        if (sheet.isEmpty())
            return unreadable;
        SheetReader reader(sheet, sharedStrings(archive->part(QStringLiteral("xl/sharedStrings.xml"))),
                           dayStyles(archive->part(QStringLiteral("xl/styles.xml"))), since1904);
        auto rows = reader.rows();
        if (reader.failed())
            return unreadable;
        return rows;
    } catch (const TooLarge &) {
        return refuse(QStringLiteral("too_large"), tr("The spreadsheet unpacks to more than %1 MB.").arg(mostBytes / (1024 * 1024)));
    }
}

#include "paper/reportpaper.h"

#include <QBuffer>
#include <QFontDatabase>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>
#include <numeric>

namespace paper {

namespace {

constexpr int pointsPerInch = 72;
constexpr qreal padding = 4;      // points on either side of a cell
constexpr qreal widestText = 180; // points; a longer text goes on below
constexpr qreal smallest = 6;     // points of a letter that can still be read

QString tr(const char *text) { return QCoreApplication::translate("Paper", text); }

QFont fontOf(qreal points, bool bold)
{
    static const bool loaded = [] {
        for (const char *file : {":/fonts/NotoSans-Regular.ttf", ":/fonts/NotoSans-Bold.ttf"})
            QFontDatabase::addApplicationFont(QLatin1String(file));
        return true;
    }();
    Q_UNUSED(loaded)
    QFont font(QStringLiteral("Noto Sans"));
    font.setPointSizeF(points);
    font.setBold(bold);
    return font;
}

class ReportPages {
public:
    ReportPages(const Report &report, const QString &companyName, const QLocale &locale) : m_report(report), m_company(companyName), m_locale(locale)
    {}

    QByteArray draw()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setResolution(pointsPerInch);
        writer.setTitle(m_report.title);
        writer.setCreator(QStringLiteral("Purser"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(40, 40, 40, 40), QPageLayout::Point);
        fit(writer);
        QPainter painter(&writer);
        m_painter = &painter;
        m_page = QRectF(0, 0, writer.width(), writer.height());
        beginPage();
        for (const auto &row : m_report.rows)
            line(writer, row, false);
        if (!m_report.totals.empty())
            line(writer, m_report.totals, true);
        painter.end();
        return bytes;
    }

private:
    static bool isFigure(Report::Kind kind) { return kind == Report::Kind::Money || kind == Report::Kind::Quantity || kind == Report::Kind::Number; }

    QString textOf(size_t column, const Report::Cell &cell) const
    {
        if (cell.text.isEmpty())
            return {};
        switch (m_report.columns[column].kind) {
        case Report::Kind::Money: return Money(cell.number, m_report.currency).toString(m_locale);
        case Report::Kind::Quantity: return Quantity{cell.number}.toString(m_locale);
        default: return cell.text;
        }
    }
    /// Upright at the usual size if it fits, else on its side, else smaller.
    void fit(QPdfWriter &writer)
    {
        measure(writer);
        if (sum() > writer.width())
            writer.setPageOrientation(QPageLayout::Landscape);
        while (sum() > writer.width() && m_points > smallest) {
            m_points -= 0.5;
            measure(writer);
        }
    }
    void measure(QPdfWriter &writer)
    {
        const QFontMetricsF bold(fontOf(m_points, true), &writer);
        m_widths.assign(m_report.columns.size(), 0);
        const auto widen = [&](const std::vector<Report::Cell> &row) {
            for (size_t i = 0; i < row.size(); ++i) {
                const qreal wanted = bold.horizontalAdvance(textOf(i, row[i])) + 2 * padding;
                m_widths[i] = std::max(m_widths[i], isFigure(m_report.columns[i].kind) ? wanted : std::min(wanted, widestText));
            }
        };
        for (size_t i = 0; i < m_widths.size(); ++i)
            m_widths[i] = bold.horizontalAdvance(m_report.columns[i].title) + 2 * padding;
        for (const auto &row : m_report.rows)
            widen(row);
        widen(m_report.totals);
        m_lineHeight = bold.height() * 1.35;
    }
    qreal sum() const { return std::accumulate(m_widths.begin(), m_widths.end(), qreal(0)); }

    void beginPage()
    {
        ++m_number;
        m_painter->setPen(Qt::black);
        qreal y = 0;
        if (m_number == 1) {
            m_painter->setFont(fontOf(14, true));
            m_painter->drawText(QRectF(0, 0, m_page.width(), 20), Qt::AlignLeft | Qt::AlignVCenter, m_report.title);
            m_painter->setFont(fontOf(9, false));
            m_painter->drawText(QRectF(0, 22, m_page.width(), 14), Qt::AlignLeft | Qt::AlignVCenter, m_report.note);
            y = 46;
        }
        const QRectF foot(0, m_page.height() - 12, m_page.width(), 12);
        m_painter->setFont(fontOf(8, false));
        m_painter->drawText(foot, Qt::AlignLeft | Qt::AlignBottom, m_company);
        m_painter->drawText(foot, Qt::AlignRight | Qt::AlignBottom, tr("Page %1").arg(m_number));
        m_y = y;
        std::vector<QString> titles;
        for (const auto &column : m_report.columns)
            titles.push_back(column.title);
        cells(titles, true);
        rule();
    }
    void line(QPdfWriter &writer, const std::vector<Report::Cell> &row, bool total)
    {
        std::vector<QString> texts;
        for (size_t i = 0; i < row.size(); ++i)
            texts.push_back(textOf(i, row[i]));
        texts = broken(texts, total);
        if (m_y + heightOf(texts, total) > m_page.height() - 20) {
            writer.newPage();
            beginPage();
        }
        if (total)
            rule();
        cells(texts, total);
    }
    /// As it stands in a cell: broken between words, and within one only where it is wider than the cell.
    QString broken(const QString &text, const QFont &font, qreal width) const
    {
        QTextLayout layout(QString(text).replace(u'\n', QChar::LineSeparator), font, m_painter->device());
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        QStringList lines;
        for (QTextLine one = layout.createLine(); one.isValid(); one = layout.createLine()) {
            one.setLineWidth(width + 0.5);
            lines << text.mid(one.textStart(), one.textLength()).trimmed();
        }
        layout.endLayout();
        return lines.join(u'\n');
    }
    std::vector<QString> broken(const std::vector<QString> &texts, bool bold) const
    {
        std::vector<QString> shown;
        for (size_t i = 0; i < texts.size(); ++i)
            shown.push_back(isFigure(m_report.columns[i].kind) ? texts[i] : broken(texts[i], fontOf(m_points, bold), m_widths[i] - 2 * padding));
        return shown;
    }
    qreal heightOf(const std::vector<QString> &shown, bool bold) const
    {
        const QFontMetricsF metrics(fontOf(m_points, bold), m_painter->device());
        qsizetype most = 1;
        for (const QString &text : shown)
            most = std::max(most, text.count(u'\n') + 1);
        return m_lineHeight + qreal(most - 1) * metrics.lineSpacing();
    }
    void rule() { m_painter->drawLine(QPointF(0, m_y), QPointF(sum(), m_y)); }
    void cells(const std::vector<QString> &texts, bool bold)
    {
        const qreal height = heightOf(texts, bold);
        m_painter->setFont(fontOf(m_points, bold));
        qreal x = 0;
        for (size_t i = 0; i < texts.size(); ++i) {
            const QRectF box(x + padding, m_y, m_widths[i] - 2 * padding, height);
            const bool figure = isFigure(m_report.columns[i].kind);
            m_painter->drawText(box, (figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextDontClip, texts[i]);
            x += m_widths[i];
        }
        m_y += height;
    }

    const Report &m_report;
    QString m_company;
    QLocale m_locale;
    QPainter *m_painter = nullptr;
    QRectF m_page;
    std::vector<qreal> m_widths;
    qreal m_points = 9;
    qreal m_lineHeight = 0;
    qreal m_y = 0;
    int m_number = 0;
};

} // namespace

QByteArray reportAsPdf(const Report &report, const QString &companyName, const QLocale &locale)
{
    return ReportPages(report, companyName, locale).draw();
}

} // namespace paper

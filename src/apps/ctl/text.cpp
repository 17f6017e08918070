#include "apps/ctl/text.h"

#include <QRegularExpression>

namespace ctl {

namespace {

QString title(const QString &key)
{
    QString text = key;
    text.replace(u'_', u' ');
    return text;
}

bool isTable(const Json &value) { return value.isArray() && !value.items().empty() && value.items().front().isObject(); }

QString cell(const Json &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isArray()) {
        QStringList parts;
        for (const Json &item : value.items())
            parts << cell(item);
        return parts.join(QStringLiteral(", "));
    }
    if (value.isObject()) {
        QStringList parts;
        for (const auto &[name, item] : value.members())
            if (const QString text = isTable(item) ? QString() : cell(item); !text.isEmpty())
                parts << name + u' ' + text; // its lists stand below (see fields())
        return parts.join(QStringLiteral(", "));
    }
    QString text = value.text();
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control)
            c = u' '; // what a shop sends must not steer a terminal
    return text;
}

bool isFigure(const QString &text)
{
    static const QRegularExpression figure(QStringLiteral("^-?[0-9]+(\\.[0-9]+)?$"));
    return text.isEmpty() || figure.match(text).hasMatch();
}

/// Columns in the order in which rows name them; figures to the right.
QString table(const JsonArray &rows)
{
    QStringList columns;
    for (const Json &row : rows)
        for (const auto &[name, value] : row.members())
            if (!columns.contains(name))
                columns << name;
    std::vector<QStringList> cells;
    std::vector<qsizetype> widths;
    std::vector<bool> right;
    for (const QString &column : columns) {
        widths.push_back(title(column).size());
        right.push_back(true);
    }
    for (const Json &row : rows) {
        QStringList line;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const QString whole = cell(row[columns[i]]);
            line << (whole.size() > 60 ? whole.left(59) + QChar(0x2026) : whole);
            widths[size_t(i)] = std::max(widths[size_t(i)], line.back().size());
            right[size_t(i)] = right[size_t(i)] && isFigure(line.back());
        }
        cells.push_back(line);
    }
    QString text;
    const auto write = [&](const QStringList &line) {
        QString out;
        for (qsizetype i = 0; i < line.size(); ++i)
            out += (right[size_t(i)] ? line[i].rightJustified(widths[size_t(i)]) : line[i].leftJustified(widths[size_t(i)])) + QStringLiteral("  ");
        while (out.endsWith(u' '))
            out.chop(1);
        text += out + u'\n';
    };
    QStringList titles;
    for (const QString &column : columns)
        titles << title(column);
    write(titles);
    for (const QStringList &line : cells)
        write(line);
    return text;
}

/// Sentences stand below each other, words beside each other.
QString lines(const Json &value, qsizetype indent)
{
    const JsonArray &items = value.items();
    if (items.size() < 2 || !items.front().text().endsWith(u'.'))
        return cell(value);
    QStringList sentences;
    for (const Json &item : items)
        sentences << cell(item);
    return sentences.join(u'\n' + QString(indent, u' '));
}

QString fields(const Json &object)
{
    qsizetype width = 0;
    for (const auto &[name, value] : object.members())
        if (!isTable(value))
            width = std::max(width, title(name).size());
    QString text;
    for (const auto &[name, value] : object.members())
        if (!isTable(value) && !value.isNull())
            if (const QString shown = lines(value, width + 2); !shown.isEmpty())
                text += (title(name) + u':').leftJustified(width + 2) + shown + u'\n';
    for (const auto &[name, value] : object.members()) {
        if (isTable(value))
            text += u'\n' + title(name) + u'\n' + table(value.items());
        for (const auto &[part, rows] : value.members())
            if (isTable(rows))
                text += u'\n' + title(name) + QStringLiteral(": ") + title(part) + u'\n' + table(rows.items());
    }
    return text;
}

} // namespace

QString toText(const Json &answer)
{
    if (answer.isObject() && answer.contains(u"items")) {
        const bool isList = answer.members().size() <= 2;
        if (isList && answer["items"].items().empty())
            return QStringLiteral("(nothing)\n");
        if (isList) {
            QString text = table(answer["items"].items());
            if (!answer["next"].isNull())
                text += QStringLiteral("… more: --after %1\n").arg(answer["next"].text());
            return text;
        }
    }
    if (answer.isObject())
        return fields(answer);
    return cell(answer) + u'\n';
}

} // namespace ctl

#include "channels/byhand/textfigures.h"

#include <QRegularExpression>
#include <map>

namespace channels::byhand {
namespace {

bool isGroup(QChar c) { return c == QChar(0x27) || c == QChar(0x2019) || c == QChar(0xa0) || c == QChar(0x202f) || c == u' '; }

/// Digits, marks and sign alone; empty if anything stands between the digits that does not belong there.
QString bareFigure(const QString &text)
{
    static const QRegularExpression figure(
        QStringLiteral("([-\u2212]?)\\s*(?:[\u20ac$\u00a3]|[A-Z]{3})?\\s*([-\u2212]?\\d[\\d.,'\u2019\u00a0\u202f ]*)"));
    static const QRegularExpression around(
        QStringLiteral("^[\\s()]*(?:[-+\u2212]?\\s*)(?:[A-Z]{3}\\s?|[A-Z]{1,2}(?=\\$))?[$\u20ac\u00a3\u00a5]?\\s*$"));
    static const QRegularExpression behind(QStringLiteral("^\\s*(?:-|\u2013)?\\s*(?:[A-Z]{3}|[\u20ac$\u00a3\u00a5%]|Euro|kr|z\u0142)?[\\s)*]*$"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = figure.match(text);
    if (!match.hasMatch() || !around.match(text.left(match.capturedStart(2))).hasMatch() || !behind.match(text.mid(match.capturedEnd(2))).hasMatch())
        return {};
    QString bare = match.captured(2);
    while (!bare.isEmpty() && !bare.back().isDigit())
        bare.chop(1);
    const bool minus = text.left(match.capturedStart(2)).contains(u'-') || text.left(match.capturedStart(2)).contains(QChar(0x2212));
    bare.replace(QChar(0x2212), u'-');
    return minus && !bare.startsWith(u'-') ? u'-' + bare : bare;
}

struct Marks {
    qsizetype points, commas, last;
    qsizetype behind; ///< digits behind the last mark
};
Marks marksOf(const QString &bare)
{
    const qsizetype last = std::max(bare.lastIndexOf(u'.'), bare.lastIndexOf(u','));
    return {bare.count(u'.'), bare.count(u','), last, last < 0 ? 0 : bare.size() - last - 1};
}

} // namespace

QChar decimalMarkOf(const QStringList &figures)
{
    for (const QString &figure : figures) {
        const QString bare = bareFigure(figure);
        const Marks marks = marksOf(bare);
        if (marks.last < 0)
            continue;
        if (marks.points > 0 && marks.commas > 0)
            return bare[marks.last];
        if (marks.points + marks.commas == 1 && marks.behind != 3)
            return bare[marks.last];
        if (marks.points + marks.commas > 1)
            return bare[marks.last] == u'.' ? u',' : u'.'; // it stands between thousands, so the other one is it
    }
    return {};
}

QString plainNumber(const QString &text, QChar mark)
{
    QString bare = bareFigure(text);
    if (bare.isEmpty())
        return {};
    bare.removeIf(isGroup);
    const Marks marks = marksOf(bare);
    bool isDecimal = marks.last >= 0 && (marks.behind != 3 || (marks.points > 0 && marks.commas > 0));
    if (marks.points + marks.commas > 1 && (marks.points == 0 || marks.commas == 0))
        isDecimal = false;
    else if (marks.last >= 0 && !mark.isNull() && marks.points + marks.commas == 1)
        isDecimal = bare[marks.last] == mark;
    QString plain;
    for (qsizetype i = 0; i < bare.size(); ++i) {
        if (bare[i].isDigit() || bare[i] == u'-')
            plain += bare[i];
        else if (i == marks.last && isDecimal)
            plain += u'.';
    }
    return plain;
}

std::optional<Money> moneyIn(const QString &text, Currency currency, QChar mark) { return Money::parse(plainNumber(text, mark), currency); }

std::optional<UnitPrice> priceIn(const QString &text, Currency currency, QChar mark) { return UnitPrice::parse(plainNumber(text, mark), currency); }

std::optional<Quantity> quantityIn(const QString &text)
{
    static const QRegularExpression dressed(
        QStringLiteral("^(?:(?:qty|quantity|menge|anzahl|quantit\u00e9|cantidad)\\.?\\s*:?\\s*)?(?:[x\u00d7]\\s*)?(\\d[\\d.,]*)"
                       "\\s*(?:[x\u00d7]|st(?:k|\u00fcck|ck)?\\.?|pcs?\\.?|pieces?|units?)?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression zeros(QStringLiteral("^(\\d+)[.,]0+$"));
    const auto match = dressed.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const QString figure = match.captured(1);
    if (const auto whole = zeros.match(figure); whole.hasMatch())
        return Quantity::parse(whole.captured(1));
    return Quantity::parse(plainNumber(figure));
}

std::optional<Rate> percentIn(const QString &text)
{
    QString bare = text;
    return Rate::parsePercent(plainNumber(bare.remove(u'%').trimmed()));
}

namespace {

int monthIn(const QString &word)
{
    static const std::map<QString, int> months = [] {
        std::map<QString, int> all;
        for (const auto language : {QLocale::English, QLocale::German, QLocale::French, QLocale::Spanish})
            for (int month = 1; month <= 12; ++month)
                for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    QString name = QLocale(language).monthName(month, format).toLower();
                    all.emplace(name.remove(u'.'), month);
                }
        return all;
    }();
    QString key = word.toLower();
    const auto found = months.find(key.remove(u'.'));
    return found == months.end() ? 0 : found->second;
}

QTime timeIn(const QString &text)
{
    static const QRegularExpression clock(QStringLiteral("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([ap]m)?"), QRegularExpression::CaseInsensitiveOption);
    const auto match = clock.match(text);
    if (!match.hasMatch())
        return QTime(0, 0);
    int hour = match.captured(1).toInt();
    const QString half = match.captured(4).toLower();
    if (!half.isEmpty())
        hour = hour % 12 + (half == QLatin1String("pm") ? 12 : 0);
    const QTime time(hour, match.captured(2).toInt(), match.captured(3).toInt());
    return time.isValid() ? time : QTime(0, 0);
}

QDate dayIn(const QString &text, bool dayFirst)
{
    static const QRegularExpression iso(QStringLiteral("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b"));
    static const QRegularExpression numbers(QStringLiteral("\\b(\\d{1,2})([./-])(\\d{1,2})[./-](\\d{4}|\\d{2})\\b"));
    static const QRegularExpression dayMonth(
        QStringLiteral("\\b(\\d{1,2})\\.?(?:st|nd|rd|th)?\\s+(?:de\\s+)?([\\p{L}]+)\\.?,?\\s+(?:de\\s+)?(\\d{4})\\b"));
    static const QRegularExpression monthDay(QStringLiteral("\\b([\\p{L}]+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b"));
    if (const auto m = iso.match(text); m.hasMatch())
        return QDate(m.captured(1).toInt(), m.captured(2).toInt(), m.captured(3).toInt());
    if (const auto m = numbers.match(text); m.hasMatch()) {
        const int year = m.captured(4).size() == 2 ? 2000 + m.captured(4).toInt() : m.captured(4).toInt();
        const int first = m.captured(1).toInt(), second = m.captured(3).toInt();
        const bool isDayFirst = m.captured(2) == QLatin1String(".") || first > 12 || (dayFirst && second <= 12);
        return isDayFirst ? QDate(year, second, first) : QDate(year, first, second);
    }
    if (const auto m = dayMonth.match(text); m.hasMatch() && monthIn(m.captured(2)) > 0)
        return QDate(m.captured(3).toInt(), monthIn(m.captured(2)), m.captured(1).toInt());
    if (const auto m = monthDay.match(text); m.hasMatch() && monthIn(m.captured(1)) > 0)
        return QDate(m.captured(3).toInt(), monthIn(m.captured(1)), m.captured(2).toInt());
    return {};
}

} // namespace

std::optional<Instant> momentIn(const QString &text, const QTimeZone &zone, bool dayFirst)
{
    if (const auto exact = Instant::parse(text.trimmed()))
        return exact;
    const QDate day = dayIn(text, dayFirst);
    if (!day.isValid())
        return {};
    return Instant::of(QDateTime(day, timeIn(text), zone));
}

QString countryIn(const QString &text)
{
    static const std::map<QString, QString> names = [] {
        std::map<QString, QString> all;
        for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
            const QString code = locale.name().section(u'_', -1);
            if (code.size() != 2)
                continue;
            all.emplace(QLocale::territoryToString(locale.territory()).toLower(), code);
            all.emplace(locale.nativeTerritoryName().toLower(), code);
        }
        const std::pair<const char *, const char *> others[] = {{"usa", "US"},
                                                                {"united states of america", "US"},
                                                                {"uk", "GB"},
                                                                {"great britain", "GB"},
                                                                {"england", "GB"},
                                                                {"frankreich", "FR"},
                                                                {"\u00f6sterreich", "AT"},
                                                                {"schweiz", "CH"},
                                                                {"italien", "IT"},
                                                                {"spanien", "ES"},
                                                                {"niederlande", "NL"},
                                                                {"holland", "NL"},
                                                                {"belgien", "BE"},
                                                                {"polen", "PL"},
                                                                {"d\u00e4nemark", "DK"},
                                                                {"schweden", "SE"},
                                                                {"allemagne", "DE"},
                                                                {"espagne", "ES"},
                                                                {"italie", "IT"},
                                                                {"autriche", "AT"},
                                                                {"pays-bas", "NL"},
                                                                {"alemania", "DE"},
                                                                {"francia", "FR"},
                                                                {"italia", "IT"},
                                                                {"vereinigtes k\u00f6nigreich", "GB"},
                                                                {"vereinigte staaten", "US"}};
        for (const auto &[name, code] : others)
            all.emplace(QString::fromUtf8(name), QString::fromLatin1(code));
        return all;
    }();
    const QString bare = text.trimmed();
    static const QRegularExpression code(QStringLiteral("^[A-Z]{2}$"));
    if (code.match(bare).hasMatch())
        return bare;
    const auto found = names.find(bare.toLower());
    return found == names.end() ? QString() : found->second;
}

std::vector<FoundAmount> amountsIn(const QString &line)
{
    static const QRegularExpression amount(
        QStringLiteral("(?<![\\w.,-])(?<before>(?:[-\u2212]\\s?)?(?:\u20ac|\\$|\u00a3|EUR|USD|GBP|CHF)\\s?)?"
                       "(?<figure>[-\u2212]?(?:\\d{1,3}(?:[.,'\u2019\u00a0\u202f]\\d{3})+|\\d+)(?<cents>[.,]\\d{1,2})?)"
                       "(?<behind>\\s?(?:\u20ac|\\$|\u00a3|EUR|USD|GBP|CHF)(?!\\w))?(?![\\w.,]\\d|\\d|\\s?%|[-]\\d)"));
    std::vector<FoundAmount> found;
    for (auto matches = amount.globalMatch(line); matches.hasNext();) {
        const auto match = matches.next();
        const bool hasSign = !match.captured(QStringLiteral("before")).isEmpty() || !match.captured(QStringLiteral("behind")).isEmpty();
        if (!hasSign && match.captured(QStringLiteral("cents")).size() != 3)
            continue;
        found.push_back({match.capturedStart(), match.capturedLength(), match.captured().trimmed()});
    }
    return found;
}

} // namespace channels::byhand

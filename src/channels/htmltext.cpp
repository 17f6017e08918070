#include "channels/htmltext.h"

#include <QRegularExpression>
#include <algorithm>
#include <iterator>

namespace channels {
namespace {

/// The entities of HTML 4 from U+00A0 on, in the order of their code points.
constexpr const char *latin1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",  "laquo",  "not",    "shy",
    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil", "sup1",   "ordm",   "raquo",
    "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig", "Ccedil", "Egrave", "Eacute",
    "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc", "Otilde", "Ouml",   "times",
    "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc", "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",   "ntilde", "ograve", "oacute",
    "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn", "yuml",
};

struct Named {
    const char *name;
    char32_t code;
};
constexpr Named others[] = {
    {"amp", '&'},      {"lt", '<'},        {"gt", '>'},        {"quot", '"'},     {"apos", '\''},    {"OElig", 0x152},   {"oelig", 0x153},
    {"Scaron", 0x160}, {"scaron", 0x161},  {"Yuml", 0x178},    {"fnof", 0x192},   {"circ", 0x2c6},   {"tilde", 0x2dc},   {"ensp", 0x2002},
    {"emsp", 0x2003},  {"thinsp", 0x2009}, {"zwnj", 0x200c},   {"zwj", 0x200d},   {"ndash", 0x2013}, {"mdash", 0x2014},  {"lsquo", 0x2018},
    {"rsquo", 0x2019}, {"sbquo", 0x201a},  {"ldquo", 0x201c},  {"rdquo", 0x201d}, {"bdquo", 0x201e}, {"dagger", 0x2020}, {"Dagger", 0x2021},
    {"bull", 0x2022},  {"hellip", 0x2026}, {"permil", 0x2030}, {"prime", 0x2032}, {"Prime", 0x2033}, {"lsaquo", 0x2039}, {"rsaquo", 0x203a},
    {"euro", 0x20ac},  {"trade", 0x2122},  {"larr", 0x2190},   {"uarr", 0x2191},  {"rarr", 0x2192},  {"darr", 0x2193},   {"harr", 0x2194},
    {"minus", 0x2212}, {"infin", 0x221e},  {"asymp", 0x2248},  {"ne", 0x2260},    {"le", 0x2264},    {"ge", 0x2265},
};

char32_t named(QStringView name)
{
    const auto is = [name](const char *candidate) { return name == QLatin1StringView(candidate); };
    const auto other = std::find_if(std::begin(others), std::end(others), [&](const Named &entity) { return is(entity.name); });
    if (other != std::end(others))
        return other->code;
    const auto found = std::find_if(std::begin(latin1), std::end(latin1), is);
    return found == std::end(latin1) ? 0 : char32_t(0xa0 + (found - std::begin(latin1)));
}

char32_t numbered(QStringView digits)
{
    const bool isHex = digits.startsWith(u'x', Qt::CaseInsensitive);
    bool isNumber = false;
    const uint code = isHex ? digits.mid(1).toUInt(&isNumber, 16) : digits.toUInt(&isNumber, 10);
    const bool isCharacter = isNumber && code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return isCharacter ? char32_t(code) : 0;
}

} // namespace

QString unescaped(const QString &text)
{
    constexpr qsizetype longestName = 10;
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype end = text[at] == u'&' ? text.indexOf(u';', at) : -1;
        if (end > at + 1 && end - at <= longestName) {
            const QStringView name = QStringView(text).mid(at + 1, end - at - 1);
            const char32_t code = name.startsWith(u'#') ? numbered(name.mid(1)) : named(name);
            if (code != 0) {
                result += QString::fromUcs4(&code, 1);
                at = end;
                continue;
            }
        }
        result += text[at];
    }
    return result;
}

QString shopWords(const QString &html)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    constexpr int longest = 300;
    QString text = html.left(longest * 10);
    text = unescaped(text.replace(tag, QStringLiteral(" "))).simplified();
    return text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
}

} // namespace channels

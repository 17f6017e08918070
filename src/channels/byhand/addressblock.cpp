#include "channels/byhand/recognise.h"
#include "channels/byhand/textfigures.h"

#include <QRegularExpression>

namespace channels::byhand {

/// From the end, where the country stands, to the name at the beginning; what is left between is company and street.
RemoteAddress addressIn(const QStringList &block)
{
    static const QRegularExpression mail(QStringLiteral("[\\w.+-]+@[\\w-]+\\.[\\w.-]*\\w"));
    static const QRegularExpression phone(QStringLiteral("^(?:(?:phone|tel|telefon|t\u00e9l)\\.?:?\\s*)?(\\+?[\\d][\\d ()/.-]{6,})$"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression continental(QStringLiteral("^(?:[A-Z]{1,2}-)?(\\d{4,5}|\\d{3} \\d{2}|\\d{4} ?[A-Z]{2})\\s+(\\D.*)$"));
    static const QRegularExpression american(QStringLiteral("^(.+?),?\\s+([A-Z]{2})\\s+(\\d{5}(?:-\\d{4})?)$"));
    static const QRegularExpression british(QStringLiteral("^(?:(.+?),?\\s+)?([A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2})$"));
    RemoteAddress address;
    QStringList lines;
    for (const QString &given : block) {
        const QString line = given.trimmed();
        if (line.isEmpty())
            continue;
        if (const auto found = mail.match(line); found.hasMatch())
            address.email = found.captured();
        else if (const auto number = phone.match(line); number.hasMatch() && !lines.isEmpty() && !continental.match(line).hasMatch())
            address.phone = number.captured(1).trimmed();
        else
            lines << line;
    }
    if (lines.size() > 1)
        if (const QString country = countryIn(lines.back()); !country.isEmpty()) {
            address.country = country;
            lines.removeLast();
        }
    for (qsizetype i = lines.size() - 1; i > 0; --i) {
        if (const auto m = american.match(lines[i]); m.hasMatch()) {
            address.city = m.captured(1);
            address.region = m.captured(2);
            address.postcode = m.captured(3);
        } else if (const auto c = continental.match(lines[i]); c.hasMatch()) {
            address.postcode = c.captured(1);
            address.city = c.captured(2);
        } else if (const auto b = british.match(lines[i]); b.hasMatch()) {
            address.postcode = b.captured(2);
            address.city = b.captured(1).isEmpty() && i > 1 ? lines.takeAt(--i) : b.captured(1);
        } else {
            continue;
        }
        lines.removeAt(i);
        break;
    }
    if (!lines.isEmpty())
        address.name = lines.takeFirst();
    static const QRegularExpression digit(QStringLiteral("\\d"));
    if (lines.size() > 1 && !digit.match(lines.front()).hasMatch())
        address.company = lines.takeFirst();
    if (!lines.isEmpty())
        address.street = lines.takeFirst();
    address.street2 = lines.join(QStringLiteral(", "));
    return address;
}

} // namespace channels::byhand

#pragma once

#include "channels/byhand/weborder.h"

/// What can be read of a web order from a text: a confirmation by e-mail as text or HTML, rows of a table on the clipboard, or the site's export.
/// Nothing of the database is asked; products are matched afterwards, as if the lines were typed.
namespace channels::byhand {

struct Recognised {
    WebOrder order;
    QStringList rest; ///< lines that nothing was made of: to be looked at by a person
};

Recognised recogniseText(const QString &text, Currency currency, const QTimeZone &zone);
Recognised recogniseHtml(const QString &html, Currency currency, const QTimeZone &zone);

/// An address as it stands on a label, line by line. Country codes where the country is known.
RemoteAddress addressIn(const QStringList &lines);

} // namespace channels::byhand

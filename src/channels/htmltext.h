#pragma once

#include <QString>

namespace channels {

/// Undoes HTML's escapes once: "ACME &amp; S&#246;hne" is ACME & Söhne. A lone & stays, and so does every tag: names may hold "<b>".
QString unescaped(const QString &text);
/// A storefront's message for people on one line: without tags and escapes, not longer than a sentence or two.
QString shopWords(const QString &html);

} // namespace channels

#pragma once

#include "base/instant.h"
#include "base/json.h"
#include "channels/http.h"

/// What connectors make of an HTTP answer.
namespace channels {

/// The JSON of an answer. Throws Failure (Broken) where the body is none: a page for people, a text that was cut off, nothing at all.
Json jsonOf(const Response &answer);
/// What a status other than success means. `text` and `code` are the storefront's own words and may be empty.
Failure failureOf(const Response &answer, Instant now, const QString &text, const QString &code);

} // namespace channels

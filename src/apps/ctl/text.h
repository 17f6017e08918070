#pragma once

#include "base/json.h"

namespace ctl {

/// An answer for people: lists as tables, objects as "name: value" lines with their lists as tables below.
QString toText(const Json &answer);

} // namespace ctl

#pragma once

#include "apps/ctl/call.h"

namespace ctl {

/// What serving a site by hand cost from one day to another.
Json effortJson(Tx &tx, const Channel &channel, QDate from, QDate to);

} // namespace ctl

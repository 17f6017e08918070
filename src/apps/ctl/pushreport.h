#pragma once

#include "apps/ctl/call.h"

namespace ctl {

/// What a push did or would do. For people, long texts are cut.
Json pushJson(const PushReport &report, bool whole);
/// Which guarded rows the call agrees to (--agree SKU…, --agree-all).
void takeAgreement(const Call &call, PushScope &scope);

} // namespace ctl

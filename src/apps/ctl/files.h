#pragma once

#include "apps/ctl/call.h"
#include "core/imports/import.h"

namespace ctl {

Json importJson(const ImportReport &report);
/// Progress on the terminal, and Ctrl-C between two parts.
ImportControl importControl(const Call &call);

} // namespace ctl

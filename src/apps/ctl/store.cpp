#include "apps/ctl/call.h"

namespace ctl {

std::vector<Command> storeCommands() { return {}; }

} // namespace ctl

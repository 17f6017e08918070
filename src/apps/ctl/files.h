#pragma once

#include "base/json.h"
#include "core/imports/import.h"

namespace ctl {

/// A whole file; refuses in words what cannot be read.
Result<QByteArray> fileBytes(const QString &path);
Json importJson(const ImportReport &report);

} // namespace ctl

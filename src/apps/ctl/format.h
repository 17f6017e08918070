#pragma once

#include "apps/ctl/call.h"
#include "core/reports/report.h"

namespace ctl {

/// Rows named by the columns' keys; figures as strings.
JsonArray rowsOf(const Report &report);
/// Whether --format asks for a file's format: then a report comes whole, not page by page.
bool wantsFile(const Call &call);
/// The answer in the format that --format asks for (table, json, csv, xlsx, pdf), to --output or standard output.
Result<Answer> formatted(const Call &call, const Session &session, const Report &report, Json json);
/// To the file that --output names, or to standard output as it is.
Result<Answer> delivered(const Call &call, const QByteArray &bytes);

} // namespace ctl

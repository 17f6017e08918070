#pragma once

#include "sql/session.h"

#include <memory>

/// The practice company: products, customers, prices and three months of history, joined to the practice store. For trying, learning and showing.
namespace channels {

inline constexpr int practicePort = 8890; ///< where the practice company expects its store

/// Makes a practice company. The history ends the day before `now` and was made by the program's own commands. Refuses where there is a company
/// already.
Result<Session> createPracticeCompany(const sql::Locator &where, Instant now, int port = practicePort);

/// Where this person's practice company lies; it is made if it is not there yet.
Result<sql::Locator> practiceCompany();

/// Runs the practice store in this process until the handle is let go. Nothing if its port is taken: then another Purser runs it already.
std::shared_ptr<void> startPracticeStore();

} // namespace channels

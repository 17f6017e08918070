#pragma once

/// Whether the tests have planted this fault (PURSER_PLANT=name), to see their suites turn red: tests that cannot fail prove nothing. Never in a
/// program that is built without tests.
#ifdef PURSER_PLANTED
bool planted(const char *fault);
#else
constexpr bool planted(const char *) { return false; }
#endif

#pragma once

#include <cstdint>

/// What a piece of work cost this process. Free of Qt: both sides of the comparison use it.
namespace bench {

class Meter {
public:
    Meter(); ///< starts counting
    /// One line for bench/run: orders, seconds, CPU seconds, syncs, bytes written, peak memory in KiB, statements.
    void print(int64_t orders, int64_t statements) const;

private:
    double m_wall;
    double m_cpu;
    int64_t m_syncs;
    int64_t m_written;
};

double wallSeconds();

} // namespace bench

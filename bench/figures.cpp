#include "figures.h"

#include <atomic>
#include <cstdio>
#include <cstring>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static std::atomic<int64_t> syncs{0};

// SQLite finds these before the C library's: every flush to the disk is counted.
extern "C" int fdatasync(int file)
{
    ++syncs;
    return int(syscall(SYS_fdatasync, file));
}
extern "C" int fsync(int file)
{
    ++syncs;
    return int(syscall(SYS_fsync, file));
}

namespace bench {

static double seconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

double wallSeconds() { return seconds(CLOCK_MONOTONIC); }

/// Bytes handed to write calls so far; 0 where the kernel does not tell.
static int64_t bytesWritten()
{
    long long bytes = 0;
    if (FILE *file = std::fopen("/proc/self/io", "r")) {
        char line[128];
        while (std::fgets(line, sizeof line, file))
            if (std::strncmp(line, "wchar:", 6) == 0)
                std::sscanf(line + 6, "%lld", &bytes);
        std::fclose(file);
    }
    return bytes;
}

Meter::Meter() : m_wall(wallSeconds()), m_cpu(seconds(CLOCK_PROCESS_CPUTIME_ID)), m_syncs(syncs), m_written(bytesWritten()) {}

void Meter::print(int64_t orders, int64_t statements) const
{
    const double wall = wallSeconds() - m_wall;
    const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - m_cpu;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%lld %.6f %.6f %lld %lld %ld %lld\n", (long long)orders, wall, cpu, (long long)(syncs - m_syncs),
                (long long)(bytesWritten() - m_written), usage.ru_maxrss, (long long)statements);
}

} // namespace bench

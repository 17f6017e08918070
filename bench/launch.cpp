// bench-launch PROGRAM [WORD]...: runs it once and prints how long it took (milliseconds) and its peak memory (MiB).

#include "figures.h"

#include <cstdio>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int count, char **words)
{
    if (count < 2)
        return 2;
    const double start = bench::wallSeconds();
    const pid_t child = fork();
    if (child == 0) {
        execvp(words[1], words + 1);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "bench-launch: %s failed\n", words[1]);
        return 1;
    }
    std::printf("%.1f %.1f\n", (bench::wallSeconds() - start) * 1e3, double(usage.ru_maxrss) / 1024);
    return 0;
}

#include "base/planted.h"

#ifdef PURSER_PLANTED
#include <cstdlib>
#include <cstring>

bool planted(const char *fault)
{
    const char *wanted = std::getenv("PURSER_PLANT");
    return wanted && std::strcmp(wanted, fault) == 0;
}
#endif

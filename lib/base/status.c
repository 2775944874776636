/* status.c - the words for a status, and the version that runs. */
#include "sheaf/base.h"

const char *sheaf_status_text(sheaf_status status)
{
    switch (status) {
    case SHEAF_OK:
        return "all is well";
    case SHEAF_NO_MEMORY:
        return "out of memory";
    case SHEAF_BAD_ARGUMENT:
        return "wrong argument";
    case SHEAF_BAD_INPUT:
        return "wrong input";
    case SHEAF_NO_FACE:
        return "no font face";
    case SHEAF_SYSTEM:
        return "the system failed";
    }
    return "unknown status";
}

const char *sheaf_version(void)
{
    return SHEAF_VERSION;
}

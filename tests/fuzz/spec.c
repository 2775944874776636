/* spec.c - whatever a spec says, it becomes a PDF or a message. Its data files are those of
 * samples/kaz-chn, for whoever starts this in the source folder. */
#include "documents.h"

/* Devices never end, so no spec is tried that may name one. */
static bool names_device(const uint8_t *data, size_t n)
{
    static const char *const folders[] = { "/dev", "/proc", "/sys" };

    for (size_t i = 0; i < 3; i++)
        for (size_t at = 0; at + strlen(folders[i]) <= n; at++)
            if (memcmp(data + at, folders[i], strlen(folders[i])) == 0)
                return true;
    return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (names_device(data, n))
        return 0;

    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, "samples/kaz-chn/fuzz.yaml", data, n);

    require_pdf(sheet);
    sheaf_sheet_destroy(sheet);
    return 0;
}

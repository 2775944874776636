/* spec.c - whatever a spec says, it becomes a PDF or a message. Its data files are those of
 * samples/kaz-chn, for whoever starts this in the source folder. */
#include "documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    if (names_device(data, n))
        return 0;

    sheaf_sheet *sheet = sheaf_sheet_read_bytes(NULL, "samples/kaz-chn/fuzz.yaml", data, n);

    require_pdf(sheet);
    sheaf_sheet_destroy(sheet);
    return 0;
}

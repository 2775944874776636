/* px.c - PX files become tables or messages, whatever they are. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    require_reading("px", data, n);
    return 0;
}

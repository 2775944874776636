/* sdmx_json.c - data messages of SDMX-JSON become tables or messages, whatever they are. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    require_reading("sdmx-json", data, n);
    return 0;
}

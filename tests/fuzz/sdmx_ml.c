/* sdmx_ml.c - data messages of SDMX-ML, and XML of any kind, become tables or messages, whatever they are. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    require_reading("sdmx-ml", data, n);
    return 0;
}

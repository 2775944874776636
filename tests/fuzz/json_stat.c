/* json_stat.c - cubes of JSON-stat become tables or messages, whatever they are. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    require_reading("json-stat", data, n);
    return 0;
}

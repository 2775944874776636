/* statcan_table.c - Statistics Canada's tables as displayed become tables or messages, whatever they are. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    require_reading("statcan-table", data, n);
    return 0;
}

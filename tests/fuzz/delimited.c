/* delimited.c - delimited values become tables or messages, whatever they are: by each of the
 * formats in turn, and by the one that they look like. */
#include "readers/formats/format.h"
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    size_t count = 0, which = n > 0 ? data[n - 1] : 0;

    while (format_name_at(count) != NULL)
        count++;
    require_reading(format_name_at(which % count), data, n);
    return 0;
}

/* delimited.c - delimited values become tables or messages, whatever they are: by each of the
 * formats in turn, and by the one that they look like. */
#include "reading.h"

static const char *const formats[] = { "tidy",     "comtrade",     "comtrade-legacy",
                                       "sdmx-csv", "eurostat-tsv", "wdi",
                                       "wits",     "baci",         "wto",
                                       "russia" };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    size_t which = n > 0 ? data[n - 1] % (sizeof formats / sizeof *formats) : 0;

    require_reading(formats[which], data, n);
    return 0;
}

/* comtrade_json.c - answers of UN Comtrade become tables or messages, whatever they are. */
#include "reading.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    require_reading("comtrade-json", data, n);
    return 0;
}

/* number.c - a number that is read is finite, and its shortest text reads back as it. */
#include "require.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

static void require_round_trip(double value)
{
    char text[NUMBER_TEXT];
    double again = 0;
    size_t n = number_write(text, value);

    require(n > 0 && n < sizeof text && text[n] == '\0');
    require(number_read(text, n, &again, NULL) && again == value);
}

static void require_fixed(double value, int decimals)
{
    char text[2 * NUMBER_TEXT];
    double again = 0;
    size_t n = number_write_fixed(text, value, decimals);

    require((n > 0) == (fabs(value) < 1e18));
    require(n == 0 || (number_read(text, n, &again, NULL) &&
                       fabs(again - value) <= 0.5 + fabs(value) * 1e-15));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *text = (const char *)data;
    int64_t whole = 7;
    double value = 0;
    int decimals = 0;

    if (number_read(text, n, &value, &decimals)) {
        require(isfinite(value) && decimals >= -999 && decimals <= 999);
        require_round_trip(value);
        require_fixed(value, decimals < 0 ? 0 : decimals > 17 ? 17 : decimals);
    }
    if (number_read_integer(text, n, -1000, 1000, &whole))
        require(whole >= -1000 && whole <= 1000);
    else
        require(whole == 7);
    if (n >= sizeof value) { /* any double at all */
        memcpy(&value, data, sizeof value);
        if (isfinite(value))
            require_round_trip(value);
    }
    return 0;
}

/* period.c - a period that is read is one of the calendar, and reads back as written. */
#include "require.h"

#include <string.h>

#include "period/period.h"
#include "period/period_words.h"

static void require_round_trip(sheaf_period period)
{
    char text[SHEAF_PERIOD_TEXT];
    sheaf_period back = { SHEAF_NO_PERIOD, 0, 0 };
    size_t n = sheaf_period_write(period, text);

    require(period_valid(period));
    require(n > 0 && n == strlen(text));
    require(sheaf_period_read(text, n, &back) && memcmp(&back, &period, sizeof back) == 0);
    require(sheaf_period_compare(back, period) == 0 && sheaf_period_contains(back, period));
    sheaf_period_is_part_of_year(period);
    sheaf_period_year_before(period);
    sheaf_period_before(period);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *text = (const char *)data, *cut = n > 0 ? memchr(text, '|', n) : NULL;
    sheaf_period period = { SHEAF_NO_PERIOD, 0, 0 };

    if (sheaf_period_read(text, n, &period))
        require_round_trip(period);
    period_refusal(text, n);
    if (cut == NULL)
        return 0;
    for (int kind = PERIOD_PART_MONTH; kind <= PERIOD_PART_QUARTER; kind++)
        if (period_read_parts(text, (size_t)(cut - text), cut + 1, n - (size_t)(cut - text) - 1,
                              (enum period_part)kind, &period))
            require_round_trip(period);
    return 0;
}

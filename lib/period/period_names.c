/* period_names.c - periods as programs write them in names: 2023_01, Jan_2023, and what R makes of a
 * header that begins with a digit (X2023, X2023.01, X2022..YR2022.). */
#include "period/period_usage.h"

#include <string.h>

enum { LONGEST = 64, YEAR_DIGITS = 4 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t count_digits(const char *text, size_t n)
{
    size_t digits = 0;

    while (digits < n && is_digit(text[digits]))
        digits++;
    return digits;
}

/* R puts an X before a digit and a point for every character that a name cannot have. */
static bool is_name_of_r(const char *text, size_t n)
{
    return n > YEAR_DIGITS && *text == 'X' && count_digits(text + 1, n - 1) >= YEAR_DIGITS;
}

/* "2022..YR2022." was "2022 [YR2022]" at the World Bank. */
static bool repeats_year(const char *text, size_t n)
{
    static const char between[] = "..YR";
    size_t prefix = sizeof between - 1;

    return n == 2 * (size_t)YEAR_DIGITS + prefix + 1 && text[n - 1] == '.' &&
           memcmp(text + YEAR_DIGITS, between, prefix) == 0 &&
           memcmp(text, text + YEAR_DIGITS + prefix, YEAR_DIGITS) == 0;
}

/* A mark between a year and digits is a dash, any other one a space. */
static void put_marks(char *text, size_t n, char mark)
{
    for (size_t i = 0; i < n; i++) {
        if (text[i] != mark)
            continue;
        text[i] = i == YEAR_DIGITS && count_digits(text, n) == YEAR_DIGITS ? '-' : ' ';
    }
}

bool period_read_name(const char *text, size_t n, const struct period_usage *usage,
                      sheaf_period *period)
{
    bool is_of_r = n > 0 && is_name_of_r(text, n);
    char written[LONGEST];

    if (n == 0 || n >= LONGEST || (!is_of_r && memchr(text, '_', n) == NULL))
        return false;
    if (is_of_r) {
        text++;
        n--;
    }
    if (is_of_r && repeats_year(text, n))
        n = YEAR_DIGITS;
    memcpy(written, text, n);
    put_marks(written, n, is_of_r ? '.' : '_');
    return memchr(written, '_', n) == NULL && period_read_as(written, n, usage, period);
}

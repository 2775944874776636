/* unit_powers.c - powers of ten in a column of their own. */
#include "base/number.h"
#include "vocabulary/units.h"

/* Words for 10^0. */
static bool is_one(const struct normalised *normalised)
{
    static const char *const words[] = { "units", "unit",    "one",     "ones",    "actual",
                                         "none",  "единицы", "единица", "единиц",  "бірлік",
                                         "个",    "個",      "unités",  "einheit", "einheiten" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (normalised_is(normalised, words[i]))
            return true;
    return false;
}

/* 1, 10, 100 …: *power is the number of zeros. */
static bool is_written_out(const char *text, size_t n, int *power)
{
    if (n == 0 || *text != '1')
        return false;
    for (size_t i = 1; i < n; i++)
        if (text[i] != '0')
            return false;
    *power = (int)n - 1;
    return true;
}

bool power_find(const char *text, size_t n, int *power, bool *is_factor)
{
    enum { LEAST = -15, MOST = 24 };
    struct normalised normalised;
    struct unit_parts parts = { 0 };
    int64_t number;

    *is_factor = false;
    if (number_read_integer(text, n, LEAST, MOST, &number)) {
        *power = (int)number;
        return true;
    }
    n = code_length(text, n);
    if (number_read_integer(text, n, LEAST, MOST, &number)) {
        *power = (int)number;
        return true;
    }
    if (!normalise(&normalised, text, n))
        return false;
    if (is_written_out(normalised.text, normalised.n, power) && *power <= MOST) {
        *is_factor = true;
        return true;
    }
    *power = 0;
    if (is_one(&normalised))
        return true;
    if (!unit_parts_read(text, n, false, &parts) || (parts.name != NULL && parts.name[0] != '\0'))
        return false;
    *power = parts.multiplier;
    return true;
}

/* worded_period.h - a header with a period and words: "Exports 2022 (USD bn)", "2022年 (亿美元)". */
#ifndef SHEAF_READERS_CSV_WORDED_PERIOD_H
#define SHEAF_READERS_CSV_WORDED_PERIOD_H

#include "readers/csv/flagged_period.h"
#include "vocabulary/headers.h"

enum { WORDED_PERIOD_LONGEST = 160 };

struct worded_period {
    struct flagged_period found;
    char rest[WORDED_PERIOD_LONGEST + 2]; /* the other words, without a NUL */
    size_t rest_n;
    struct header words; /* what they name; unclear is within rest */
    /* The year stands before a unit ("2015 US$"), so that it may be the year of constant prices. */
    bool may_be_price_year;
    bool is_understood; /* the other words name a flow, a measure or a unit and nothing else */
};

/* False: no part of the text is a period, or all of it is. */
bool worded_period_read(const char *text, size_t n, const struct period_usage *usage,
                        struct worded_period *out);

#endif

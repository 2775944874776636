/* flagged_period.h - a period with a flag or a footnote glued to it. */
#ifndef SHEAF_READERS_CSV_FLAGGED_PERIOD_H
#define SHEAF_READERS_CSV_FLAGGED_PERIOD_H

#include "input/csv.h"
#include "period/period_usage.h"

struct flagged_period {
    sheaf_period period;
    const char *flag; /* the text behind the period */
    size_t flag_n;    /* 0: there is none */
    char status;      /* of the flag, by SDMX; '\0': it is none, or unknown */
    bool is_footnote; /* the flag is a mark or a number: "2023*", "20231)" */
};

/* Reads "2023p", "2023 (p)", "2023r", "2023*", "20231)", "2023²", "Q1 2023 [e]". A letter may be in
 * either case; r (revised) is a normal value. A plain period is read with flag_n 0. False: the text
 * is no period, or something else follows it. */
bool flagged_period_read(const char *text, size_t n, const struct period_usage *usage,
                         struct flagged_period *out);

#endif

/* period_evidence.h - what the texts of one column, or of the headers, show about how a file writes its
 * periods: 31/01/2023 says that 01/02/2023 is 1 February. */
#ifndef SHEAF_READERS_CSV_PERIOD_EVIDENCE_H
#define SHEAF_READERS_CSV_PERIOD_EVIDENCE_H

#include "input/csv.h"
#include "period/period_usage.h"

/* Zeroed: no text has been seen. */
struct period_evidence {
    bool has_day_first, has_month_first; /* 31/01/2023; 01/31/2023 */
    bool has_bare_month;                 /* 5/2023: there is no fifth quarter */
    bool has_fourth_t;                   /* 2023-T4: there is no fourth third of a year */
    bool has_slash_month;                /* 2023/02 */
    bool has_dashed_month;               /* 2023-02 */
    size_t split_years;            /* 2009-10 and the like, which differ from the latest one */
    bool has_split_year;           /* 2022/23: no month */
    int split_year;                /* the latest one */
    int month, digits;             /* of the latest Jan-23; month 0: there is none */
    size_t month_steps, day_steps; /* to Feb-23; to Jan-24 */
};

void period_evidence_add(struct period_evidence *evidence, const struct csv_field *field);
/* Sets in the usage what it does not know yet and the texts show. */
void period_evidence_settle(const struct period_evidence *evidence, struct period_usage *usage);

#endif

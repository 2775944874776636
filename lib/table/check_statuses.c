/* check_statuses.c - finds values whose status says that there is no value. */
#include "series/series.h"
#include "sheaf/period.h"
#include "table/check.h"
#include "table/table_parts.h"

#include <math.h>

static const char *words_of(char status)
{
    switch (status) {
    case SHEAF_SUPPRESSED:
        return "suppressed";
    case SHEAF_NOT_COLLECTED:
        return "not collected";
    case SHEAF_CANNOT_EXIST:
        return "cannot exist";
    default:
        return "missing";
    }
}

void check_statuses(sheaf_table *table, struct arena *arena)
{
    for (size_t i = 0, n = sheaf_table_row_count(table), next; i < n; i = next) {
        char status = table_row_status(table, i);
        bool is_denied = status != SHEAF_NORMAL && status_denies_value(status);

        next = i + (is_denied ? 1 : table_count_alike(table, i));
        if (!is_denied)
            continue;
        struct table_row row = table_row_at(table, i);
        char when[SHEAF_PERIOD_TEXT], figure[CHECK_FIGURE];

        if (isnan(row.value))
            continue;
        sheaf_period_write(row.period, when);
        table_warn(table, "denied", check_place(table, i),
                   "the status %c (%s) says that there is no value, and %s stands in %s%s; it is "
                   "not shown",
                   row.status, words_of(row.status), check_figure(table, i, figure), when,
                   check_subject(table, i, arena));
    }
}

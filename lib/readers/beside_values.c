/* beside_values.c - columns that stand beside values and tell no rows apart. */
#include "readers/beside_values.h"

#include <string.h>

/* "2023 total" beside columns of years: figures, of which it is not understood what they are. */
static bool begins_with_year(const char *header)
{
    int year = 0;

    for (int i = 0; i < 4; i++) {
        if (header[i] < '0' || header[i] > '9')
            return false;
        year = year * 10 + (header[i] - '0');
    }
    return year >= 1900 && year < 2100 && (header[4] < '0' || header[4] > '9');
}

bool header_is_of_figures(const char *header, const struct header *words)
{
    /* In brackets a unit is one even if the word beside it took it back: "bananas (kg)". */
    bool has_unit = (words->unit != NULL && strpbrk(header, " _(") != NULL) ||
                    (words->unclear != NULL && strchr(header, '(') != NULL);

    return begins_with_year(header) || has_unit || words->is_ratio ||
           header_is_rank(header, strlen(header));
}

void warn_of_notes(sheaf_table *table, struct place place, const char *header)
{
    table_warn(table, "notes", place,
               "the notes in the column '%.60s' are skipped; if they tell rows apart, say so "
               "with " SETTING("columns: {note: %.60s}"),
               header, header);
}

void warn_of_figures(sheaf_table *table, struct place place, const char *header)
{
    table_pass_over(table, header);
    table_warn(table, "passed over", place,
               "the numbers of the column '%.60s' are skipped; if they are the values, say so "
               "with " SETTING("columns: {value: %.60s}"),
               header, header);
}

/* layout_series_rows.c - the tables of France's statistics office with a row a series: "Libellé",
 * "idBank", "Dernière mise à jour", "Période", then a column a period. Statuses are in a row "Codes"
 * below each series, or in a column "Codes", perhaps without that header, behind each period. */
#include "base/strings.h"
#include "readers/csv/layout_parts.h"

static bool is_column(const struct layout_column *column, const char *header)
{
    return string_equal_ignoring_case(column->header, header);
}

/* The column of titles; NO_COLUMN: this is no such table. */
static int find_titles(const struct layout *layout)
{
    bool has_bank = false;
    int titles = NO_COLUMN;

    for (size_t i = 0; i < layout->count; i++) {
        has_bank |= is_column(&layout->columns[i], "idBank");
        if (is_column(&layout->columns[i], "Libellé"))
            titles = (int)i;
    }
    return has_bank ? titles : NO_COLUMN;
}

static bool is_of_codes(const struct layout *layout, size_t at)
{
    const struct layout_column *column = &layout->columns[at];
    struct flagged_period found;

    return is_column(column, "Codes") ||
           (column->header[0] == '\0' && at > 0 &&
            header_read_period(layout, layout->columns[at - 1].header, &found));
}

void layout_read_series_rows(struct layout *layout)
{
    if (layout->format->recognises != NULL)
        return;
    layout->codes_column = find_titles(layout);
    for (size_t i = 0; i < layout->count && layout->codes_column != NO_COLUMN; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->is_named)
            continue;
        if (is_column(column, "Dernière mise à jour") || is_column(column, "Mises à jour"))
            column->role = COLUMN_SKIPPED;
        else if (is_of_codes(layout, i))
            column->role = COLUMN_STATUS;
        else
            continue;
        column->is_unknown = false;
    }
}

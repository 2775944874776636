/* chart.c - the bytes of a table become a chart: a picture or a message. The last byte of the
 * data chooses its type, language and size. */
#include "documents.h"
#include "sheaf/table.h"

enum { MOST_SERIES = 20 }; /* more than a chart of several periods takes */

/* A series for each member of the first dimension that has several; else the only series. */
static void add_series(sheaf_chart *chart, const sheaf_table *table)
{
    const char *by = NULL;
    sheaf_filter filter;

    for (size_t i = 0; by == NULL && i < sheaf_table_dimension_count(table); i++)
        if (sheaf_table_member_count(table, sheaf_table_dimension(table, i)) > 1)
            by = sheaf_table_dimension(table, i);
    size_t n = by != NULL ? sheaf_table_member_count(table, by) : 1;

    for (size_t i = 0; i < n && i < MOST_SERIES; i++) {
        if (by != NULL)
            filter = (sheaf_filter){ by, sheaf_table_member(table, by, i) };
        sheaf_series *series = sheaf_table_select(table, &filter, by != NULL ? 1 : 0);

        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
}

static void draw(const sheaf_table *table, uint8_t choice)
{
    static const sheaf_chart_type types[] = { SHEAF_AUTO, SHEAF_BARS, SHEAF_LINES,
                                              SHEAF_BARS_LINE };
    struct document_start start = { .n = 0 };
    sheaf_chart *chart = sheaf_chart_create(NULL, types[choice % 4]);

    sheaf_chart_set_language(chart, language_of(choice / 4));
    sheaf_chart_set_title(chart, "Exports rose");
    add_series(chart, table);
    sheaf_chart_write_sink(chart, SHEAF_PNG, (sheaf_sink){ &start, document_write },
                           choice < 128 ? 200 : 480, choice < 128 ? 120 : 300, 0.5);
    require_document(sheaf_chart_error(chart), &start, "\x89PNG");
    sheaf_chart_destroy(chart);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "fuzz", data, n);

    if (sheaf_table_status(table) == SHEAF_OK)
        draw(table, n > 0 ? data[n - 1] : 0);
    sheaf_table_destroy(table);
    return 0;
}

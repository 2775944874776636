/* report.c - a fact sheet that a C program makes of its own figures: no spec, no data file.
 *
 *     cc report.c $(pkg-config --cflags --libs sheaf) -o report
 *     ./report FOLDER        # report.pdf and report.html
 *
 * The figures are those of the Office for National Statistics (UK total trade: all countries, Open
 * Government Licence v3.0), in millions of pounds. */
#include <sheaf/sheaf.h>
#include <stdio.h>

enum { FIRST_YEAR = 2014, YEARS = 10 };

static const double exports_figures[YEARS] = { 45068, 44919, 49453, 56889, 56430,
                                               56518, 50275, 49589, 57491, 59403 };
static const double imports_figures[YEARS] = { 69958, 70324, 74643, 80837, 80874,
                                               78095, 67188, 68084, 79878, 87261 };

/* The flow decides the colour, and what the chart's readers are told. */
static sheaf_series *flow(const char *name, const char *word, const double *figures)
{
    sheaf_series *series = sheaf_series_from_years(name, "GBP", 6, FIRST_YEAR, figures, YEARS);

    sheaf_series_set_flow(series, name);
    sheaf_series_set_label(series, word);
    sheaf_series_set_reporter(series, "GBR");
    sheaf_series_set_partner(series, "DEU");
    sheaf_series_set_source(series, "Office for National Statistics");
    return series;
}

/* A chart is copied into the sheet, which lays it out with its own type and colours. */
static void add_chart(sheaf_sheet *sheet, sheaf_chart_type type, const char *title,
                      const sheaf_series *const *series, size_t n)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, type);

    sheaf_chart_set_title(chart, title);
    for (size_t i = 0; i < n; i++)
        sheaf_chart_add(chart, series[i]);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
}

static void add_table(sheaf_sheet *sheet, const sheaf_series *const *series, size_t n)
{
    sheaf_table_column columns[5] = { SHEAF_TABLE_COLUMN_INIT, SHEAF_TABLE_COLUMN_INIT,
                                      SHEAF_TABLE_COLUMN_INIT, SHEAF_TABLE_COLUMN_INIT,
                                      SHEAF_TABLE_COLUMN_INIT };

    for (int i = 0; i < 5; i++)
        columns[i].period = sheaf_period_year(i < 4 ? 2020 + i : 2023);
    columns[4].growth = true;
    sheaf_sheet_add_table_of(sheet, "The last four years", series, n, columns, 5);
}

/* A failure while the sheet is built sticks to it: nothing is asked before the output. */
static void fill(sheaf_sheet *sheet, const sheaf_series *exports, const sheaf_series *imports,
                 const sheaf_series *turnover, const sheaf_series *balance)
{
    const sheaf_period year = sheaf_period_year(2023);
    const sheaf_series *const flows[] = { exports, imports };
    const sheaf_series *const rows[] = { exports, imports, turnover, balance };
    static const char *const notes[] = { "Goods and services, as the United Kingdom states them." };

    sheaf_sheet_add_series(sheet, exports); /* for the fields in texts */
    sheaf_sheet_add_series(sheet, turnover);
    sheaf_sheet_set_title(sheet,
                          "The United Kingdom and Germany: trade {growth(turnover)[2023] ? rose by "
                          "{} | fell by {} | did not change} in 2023");
    sheaf_sheet_set_header(sheet, "Trade fact sheet");
    sheaf_sheet_set_date(sheet, "2024-06-26");
    sheaf_sheet_set_author(sheet, "Department of Trade Statistics");

    sheaf_sheet_add_figure(sheet, NULL, turnover, year, true);
    sheaf_sheet_add_figure(sheet, NULL, exports, year, true);
    sheaf_sheet_add_figure(sheet, NULL, imports, year, true);
    sheaf_sheet_add_text(sheet,
                         "In 2023 UK exports to Germany {growth(exports)[2023] ? rose by {} to "
                         "| fell by {} to | stayed at} **{exports[2023]}**.");
    sheaf_sheet_begin_row(sheet);
    add_chart(sheet, SHEAF_SURPLUS, "Imports exceed exports", flows, 2);
    add_chart(sheet, SHEAF_BARS, "Balance", &balance, 1);
    sheaf_sheet_end_row(sheet);
    add_table(sheet, rows, 4);
    sheaf_sheet_add_notes(sheet, notes, 1);
}

int main(int n_words, char **words)
{
    const char *folder = n_words > 1 ? words[1] : ".";
    char path[1024];
    sheaf_series *exports = flow("exports", "Exports", exports_figures);
    sheaf_series *imports = flow("imports", "Imports", imports_figures);
    sheaf_series *turnover = sheaf_series_turnover(exports, imports); /* "turnover" in texts */
    sheaf_series *balance = sheaf_series_balance(exports, imports);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    fill(sheet, exports, imports, turnover, balance);
    snprintf(path, sizeof path, "%s/report.pdf", folder);
    int failed = sheaf_sheet_write_pdf(sheet, path) != SHEAF_OK;
    if (!failed) {
        snprintf(path, sizeof path, "%s/report.html", folder);
        failed = sheaf_sheet_write_html(sheet, path) != SHEAF_OK;
    }
    if (failed)
        fprintf(stderr, "%s: %s\n", path, sheaf_sheet_message(sheet));
    sheaf_sheet_destroy(sheet);
    sheaf_series_destroy(balance);
    sheaf_series_destroy(turnover);
    sheaf_series_destroy(imports);
    sheaf_series_destroy(exports);
    return failed;
}

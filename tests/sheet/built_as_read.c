/* built_as_read.c - a sheet built by calls is the sheet that a spec describes; and
 * calls that cannot be answered fail once, for good, with words. */
#include "support/check.h"

#include <math.h>

#include "pages.h"
#include "support/agree.h"
#include "support/quota.h"

static const char spec[] =
    "sheaf: 1\n"
    "title: Trade grew\n"
    "deck: 'Exports: {exports[2023]}'\n"
    "header: Fact sheet\n"
    "footer: Sheaf\n"
    "date: 2024-06-26\n"
    "sources: {s: {title: An office, date: 2024-01-02}}\n"
    "data: {d: test.csv}\n"
    "series: {exports: 'd[flow:exports]', imports: 'd[flow:imports]'}\n"
    "sheet:\n"
    "  - heading: The figures\n"
    "  - figures:\n"
    "      - {value: 'exports[2023]', label: 'Exports, {period}', change: growth}\n"
    "      - {value: 'imports[2023]'}\n"
    "  - row:\n"
    "      - {chart: {type: bars, title: Both, series: 'd[flow: exports | imports]'}, span: 7}\n"
    "      - column:\n"
    "          - text: |\n"
    "              Exports in {period:2023} were **{exports[2023]}**.\n"
    "\n"
    "              A second paragraph.\n"
    "  - table: {rows: [exports, imports], columns: [2022, 2023, growth(2023)]}\n"
    "  - table: {title: 'In {period:2023}', rows: [imports], columns: [growth(2023), 2023]}\n"
    "  - notes: [A note]\n";

static sheaf_series *make_series(const char *flow, double first, double second)
{
    const double values[] = { first, second };
    sheaf_series *series = sheaf_series_from_years(flow, "USD", 9, 2022, values, 2);

    sheaf_series_set_flow(series, flow);
    return series;
}

static void fill(sheaf_sheet *sheet, const sheaf_series *exports, const sheaf_series *imports)
{
    const sheaf_period years[] = { sheaf_period_year(2022), sheaf_period_year(2023) };
    const sheaf_series *const rows[] = { exports, imports };
    const sheaf_table_column columns[] = { { .period = years[1], .growth = true },
                                           { .period = years[1] } };
    const char *const notes[] = { "A note" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    sheaf_chart_set_title(chart, "Both");
    sheaf_chart_add(chart, exports);
    sheaf_chart_add(chart, imports);
    sheaf_sheet_add_series(sheet, exports);
    sheaf_sheet_add_source(sheet, "An office", "2024-01-02", NULL);
    sheaf_sheet_set_title(sheet, "Trade grew");
    sheaf_sheet_set_deck(sheet, "Exports: {exports[2023]}");
    sheaf_sheet_set_header(sheet, "Fact sheet");
    sheaf_sheet_set_footer(sheet, "Sheaf");
    sheaf_sheet_set_date(sheet, "2024-06-26");
    sheaf_sheet_add_heading(sheet, "The figures");
    sheaf_sheet_add_figure(sheet, "Exports, {period}", exports, years[1], true);
    sheaf_sheet_add_figure(sheet, NULL, imports, years[1], false);
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_sheet_set_span(sheet, 7);
    sheaf_sheet_begin_column(sheet);
    sheaf_sheet_add_text(sheet, "Exports in {period:2023} were **{exports[2023]}**.\n\n"
                                "A second paragraph.\n");
    sheaf_sheet_end_column(sheet);
    sheaf_sheet_end_row(sheet);
    sheaf_sheet_add_table(sheet, rows, 2, years, 2, true);
    sheaf_sheet_add_table_of(sheet, "In {period:2023}", rows + 1, 1, columns, 2);
    sheaf_sheet_add_notes(sheet, notes, 1);
    sheaf_chart_destroy(chart);
}

/* The spec's data file, in the build folder. */
static void write_data(char *path, size_t capacity)
{
    char data[600];

    snprintf(data, sizeof data, "%s/tests/sheet/test.csv", golden_build_folder());
    assert_true(golden_make_folders(data));
    FILE *file = fopen(data, "wb");
    assert_non_null(file);
    fputs("period,flow,value,unit,unit_mult\n"
          "2022,exports,10.5,USD,9\n2023,exports,14.8,USD,9\n"
          "2022,imports,12.0,USD,9\n2023,imports,11.5,USD,9\n",
          file);
    assert_int_equal(fclose(file), 0);
    snprintf(path, capacity, "%s/tests/sheet/built.yaml", golden_build_folder());
}

static void painters_draw_alike(sheaf_sheet *sheet)
{
    struct sheet_pages *pages = sheet_layout(sheet);

    assert_non_null(pages);
    painters_agree("sheet/small", pages->scenes[0]);
    sheet_pages_destroy(pages);
}

static void test_same_pages(void **state)
{
    sheaf_series *exports = make_series("exports", 10.5, 14.8);
    sheaf_series *imports = make_series("imports", 12, 11.5);
    sheaf_sheet *built = sheaf_sheet_create(NULL), *read;
    struct buffer from_calls, from_spec;
    char path[600];

    (void)state;
    write_data(path, sizeof path);
    read = sheaf_sheet_read_bytes(NULL, path, spec, strlen(spec));
    fill(built, exports, imports);
    assert_int_equal(pages_dump(read, &from_spec), 1);
    assert_int_equal(pages_dump(built, &from_calls), 1);
    assert_string_equal(from_calls.bytes, from_spec.bytes);
    golden_text("sheet/small.scene", from_spec.bytes, from_spec.length);
    painters_draw_alike(read);
    buffer_free(&from_calls);
    buffer_free(&from_spec);
    sheaf_sheet_destroy(built);
    sheaf_sheet_destroy(read);
    sheaf_series_destroy(exports);
    sheaf_series_destroy(imports);
}

/* Figures stand in every text, whether it is a spec's or a program's. */
static const char texts[] = "sheaf: 1\n"
                            "title: 'Exports of {exports[2023]}'\n"
                            "header: 'In {period:2023}, **all**'\n"
                            "footer: 'After {exports[2022]}'\n"
                            "data: {d: test.csv}\n"
                            "series: {exports: 'd[flow:exports]'}\n"
                            "sheet:\n"
                            "  - chart: {type: bars, title: 'To {exports[2023]}', subtitle: 'Of "
                            "{exports[2022]} in {unit}',\n"
                            "            series: exports}\n";

static sheaf_sheet *build_texts(const sheaf_series *exports)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    sheaf_sheet_add_series(sheet, exports);
    sheaf_sheet_set_title(sheet, "Exports of {exports[2023]}");
    sheaf_sheet_set_header(sheet, "In {period:2023}, **all**");
    sheaf_sheet_set_footer(sheet, "After {exports[2022]}");
    sheaf_chart_set_title(chart, "To {exports[2023]}");
    sheaf_chart_set_subtitle(chart, "Of {exports[2022]} in {unit}");
    sheaf_chart_add(chart, exports);
    sheaf_sheet_add_chart(sheet, chart);
    sheaf_chart_destroy(chart);
    return sheet;
}

static void test_same_texts(void **state)
{
    static const char *const shown[] = { "Exports of $14.8\xC2\xA0"
                                         "bn",
                                         "IN 2023, ALL",
                                         "After $10.5\xC2\xA0"
                                         "bn",
                                         "To $14.8\xC2\xA0"
                                         "bn",
                                         "Of $10.5\xC2\xA0"
                                         "bn in USD billion" };
    sheaf_series *exports = make_series("exports", 10.5, 14.8);
    sheaf_sheet *built = build_texts(exports), *read;
    struct buffer from_calls, from_spec;
    char path[600];

    (void)state;
    write_data(path, sizeof path);
    read = sheaf_sheet_read_bytes(NULL, path, texts, strlen(texts));
    assert_int_equal(pages_dump(read, &from_spec), 1);
    assert_int_equal(pages_dump(built, &from_calls), 1);
    assert_string_equal(from_calls.bytes, from_spec.bytes);
    for (size_t i = 0; i < LENGTH(shown); i++) {
        print_message("  %s\n", shown[i]);
        assert_non_null(strstr(from_calls.bytes, shown[i]));
    }
    buffer_free(&from_calls);
    buffer_free(&from_spec);
    sheaf_sheet_destroy(built);
    sheaf_sheet_destroy(read);
    sheaf_series_destroy(exports);
}

/* Columns as a program knows them that was compiled before they could show growth, and as one does
 * that was compiled later. */
enum { SMALLER = offsetof(sheaf_table_column, growth) };

struct larger_column {
    sheaf_table_column known;
    double later;
};

static sheaf_sheet *table_of(const sheaf_series *series, const void *columns)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);

    sheaf_sheet_set_title(sheet, "Trade grew");
    sheaf_sheet_add_table_of(sheet, NULL, &series, 1, columns, 2);
    return sheet;
}

static void test_columns_of_other_versions(void **state)
{
    const sheaf_period a = sheaf_period_year(2022), b = sheaf_period_year(2023);
    sheaf_table_column columns[2];
    sheaf_table_column smaller[2]; /* only the memory */
    struct larger_column larger[] = { { { sizeof larger[0], a, false }, 0 },
                                      { { sizeof larger[0], b, false }, 0 } };
    const void *const others[] = { smaller, larger };
    sheaf_series *series = make_series("exports", 10.5, 14.8);
    struct buffer expected;

    (void)state;
    columns[0] = (sheaf_table_column){ .size = SMALLER, .period = a };
    columns[1] = (sheaf_table_column){ .size = SMALLER, .period = b };
    memcpy(smaller, &columns[0], SMALLER);
    memcpy((char *)smaller + SMALLER, &columns[1], SMALLER);
    columns[0] = columns[1] = (sheaf_table_column)SHEAF_TABLE_COLUMN_INIT;
    columns[0].period = a;
    columns[1].period = b;
    sheaf_sheet *sheet = table_of(series, columns);
    assert_int_equal(pages_dump(sheet, &expected), 1);
    assert_non_null(strstr(expected.bytes, "14.8"));
    sheaf_sheet_destroy(sheet);
    for (size_t i = 0; i < LENGTH(others); i++) {
        struct buffer pages;
        sheet = table_of(series, others[i]);
        assert_int_equal(pages_dump(sheet, &pages), 1);
        assert_string_equal(pages.bytes, expected.bytes);
        buffer_free(&pages);
        sheaf_sheet_destroy(sheet);
    }
    larger[1].later = 1;
    sheet = table_of(series, larger);
    assert_non_null(
        strstr(sheaf_sheet_message(sheet), "column 2 of 2 says more than this version"));
    sheaf_sheet_destroy(sheet);
    buffer_free(&expected);
    sheaf_series_destroy(series);
}

static void begin_twice_end_wrongly(sheaf_sheet *sheet)
{
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_heading(sheet, "a");
    sheaf_sheet_end_column(sheet);
}

static void empty_row(sheaf_sheet *sheet)
{
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_end_row(sheet);
}

static void span_outside(sheaf_sheet *sheet)
{
    sheaf_sheet_add_heading(sheet, "a");
    sheaf_sheet_set_span(sheet, 3);
}

static void bad_date(sheaf_sheet *sheet)
{
    sheaf_sheet_set_date(sheet, "yesterday");
}

static void bad_language(sheaf_sheet *sheet)
{
    sheaf_sheet_set_language(sheet, "e");
}

static void unknown_series(sheaf_sheet *sheet)
{
    sheaf_sheet_add_text(sheet, "{exports[2023]}");
}

static void missing_period(sheaf_sheet *sheet)
{
    sheaf_series *series = make_series("exports", 1, 2);

    sheaf_sheet_add_figure(sheet, NULL, series, sheaf_period_year(1999), false);
    sheaf_series_destroy(series);
}

static void failed_series(sheaf_sheet *sheet)
{
    sheaf_series *series = make_series("exports", 1, 2);

    sheaf_series_add(series, sheaf_period_year(2022), 1, 0, SHEAF_NORMAL);
    sheaf_sheet_add_figure(sheet, NULL, series, sheaf_period_year(2022), false);
    sheaf_series_destroy(series);
}

static void table_of_nothing(sheaf_sheet *sheet)
{
    sheaf_sheet_add_table(sheet, NULL, 0, NULL, 0, true);
}

static void no_series(sheaf_sheet *sheet)
{
    const sheaf_period year = sheaf_period_year(2023);
    const sheaf_series *const rows[] = { NULL };

    sheaf_sheet_add_table(sheet, rows, 1, &year, 1, true);
    sheaf_sheet_add_figure(sheet, NULL, NULL, year, true);
    sheaf_sheet_add_series(sheet, NULL);
}

static void no_chart(sheaf_sheet *sheet)
{
    sheaf_sheet_add_chart(sheet, NULL);
}

static void blank_title(sheaf_sheet *sheet)
{
    sheaf_sheet_set_title(sheet, " \xC2\xA0");
}

static void no_heading(sheaf_sheet *sheet)
{
    sheaf_sheet_add_heading(sheet, NULL);
}

static void no_text(sheaf_sheet *sheet)
{
    sheaf_sheet_add_text(sheet, NULL);
}

static void zeroed_column(sheaf_sheet *sheet)
{
    sheaf_series *series = make_series("exports", 1, 2);
    const sheaf_series *const rows[] = { series };
    const sheaf_table_column column = { .growth = false };

    sheaf_sheet_add_table_of(sheet, NULL, rows, 1, &column, 1);
    sheaf_series_destroy(series);
}

static void columns_of_two_sizes(sheaf_sheet *sheet)
{
    sheaf_series *series = make_series("exports", 1, 2);
    const sheaf_series *const rows[] = { series };
    const sheaf_table_column columns[] = {
        { .size = sizeof columns[0], .period = sheaf_period_year(2022) },
        { .size = 1, .period = sheaf_period_year(2023) },
    };

    sheaf_sheet_add_table_of(sheet, NULL, rows, 1, columns, 2);
    sheaf_series_destroy(series);
}

static void zeroed_period(sheaf_sheet *sheet)
{
    sheaf_series *series = make_series("exports", 1, 2);

    sheaf_sheet_add_figure(sheet, NULL, series, (sheaf_period){ 0 }, true);
    sheaf_series_destroy(series);
}

static void commanding_title(sheaf_sheet *sheet)
{
    sheaf_sheet_set_title(sheet, "red\x1B[31m");
}

static void commanding_deck(sheaf_sheet *sheet)
{
    sheaf_sheet_set_deck(sheet, "next\xC2\x85line");
}

static const struct {
    const char *name;
    void (*call)(sheaf_sheet *sheet);
    const char *words; /* part of the message */
} wrong[] = {
    { "column ended in a row", begin_twice_end_wrongly, "a column is ended that was not begun" },
    { "row without blocks", empty_row, "a row without blocks" },
    { "span outside a row", span_outside, "within a row" },
    { "date", bad_date, "'yesterday' is no date" },
    { "language", bad_language, "'e' is no known language" },
    { "series in a text", unknown_series, "no series named 'exports'" },
    { "period of a figure", missing_period, "'exports' has no figure for 1999" },
    { "failed series", failed_series, "2022" },
    { "no series", no_series, "no series where one is needed" },
    { "no chart", no_chart, "no chart where one is needed" },
    { "blank title", blank_title, "the title is blank" },
    { "control character", commanding_title, "cannot hold the control character U+001B" },
    { "control of two bytes", commanding_deck, "cannot hold the control character U+0085" },
    { "heading", no_heading, "no text where one is needed" },
    { "text", no_text, "no text where one is needed" },
    { "zeroed column", zeroed_column, "column 1 of 1 has no period" },
    { "sizes of columns", columns_of_two_sizes, "column 2 of 2 has a wrong size" },
    { "zeroed period", zeroed_period, "a key figure needs a period" },
    { "table", table_of_nothing, "a table needs series and periods" },
};

static void test_wrong_calls(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        sheaf_sheet *sheet = sheaf_sheet_create(NULL);
        char message[512];

        wrong[i].call(sheet);
        print_message("  %s: %s\n", wrong[i].name, sheaf_sheet_message(sheet));
        assert_int_not_equal(sheaf_sheet_status(sheet), SHEAF_OK);
        assert_non_null(strstr(sheaf_sheet_message(sheet), wrong[i].words));
        /* It sticks: nothing that follows changes it. */
        snprintf(message, sizeof message, "%s", sheaf_sheet_message(sheet));
        sheaf_sheet_set_title(sheet, "{x[1]}");
        assert_string_equal(sheaf_sheet_message(sheet), message);
        assert_null(sheet_layout(sheet));
        sheaf_sheet_destroy(sheet);
    }
    sheaf_sheet_destroy(NULL);
    assert_int_equal(sheaf_sheet_status(NULL), SHEAF_BAD_ARGUMENT);
}

static sheaf_status build(const sheaf_alloc *alloc, const void *context)
{
    sheaf_series *const *series = context;
    sheaf_context *shared = sheaf_context_create(alloc);
    sheaf_sheet *sheet = sheaf_sheet_create(shared);

    fill(sheet, series[0], series[1]);
    struct sheet_pages *pages = sheet_layout(sheet);
    sheaf_status status = sheaf_sheet_status(sheet);
    assert_int_equal(pages != NULL, status == SHEAF_OK);
    sheet_pages_destroy(pages);
    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(shared);
    return status;
}

struct spec_file {
    const char *path, *text, *language, *value;
};

static sheaf_status read_file(const sheaf_alloc *alloc, const void *context)
{
    const struct spec_file *file = context;
    sheaf_context *shared = sheaf_context_create(alloc);
    sheaf_sheet *sheet = sheaf_sheet_read_bytes(shared, file->path, file->text, strlen(file->text));
    if (file->language != NULL)
        sheaf_sheet_set_language(sheet, file->language);
    if (file->value != NULL)
        sheaf_sheet_set_parameter(sheet, "flow", file->value);
    sheaf_status status = sheet_begin_output(sheet)->status;

    sheaf_sheet_destroy(sheet);
    sheaf_context_destroy(shared);
    return status;
}

/* Parameters, languages, a catalogue, and blocks without data. */
static const char template[] =
    "sheaf: 1\nlanguage: en\ntexts: 'oom-{lang}.yaml'\n"
    "parameters: {flow: exports, year: latest(it)}\ntitle: {en: Trade, kk: Сауда}\n"
    "data: {d: test.csv}\nseries: {it: {value: 'd[flow: $flow]', label: Exports}}\nsheet:\n"
    "  - heading: In the catalogue\n  - text: Not there\n    when: it\n    otherwise: None\n"
    "  - chart: {series: 'd[flow: $flow]', periods: 2022..$year}\n"
    "  - table: {rows: [it], columns: [$year]}\n    otherwise: {en: No table}\n";

static void write_catalogue(const char *spec_path)
{
    char path[700];

    snprintf(path, sizeof path, "%.*soom-ru.yaml", (int)(strrchr(spec_path, '/') + 1 - spec_path),
             spec_path);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("In the catalogue: В каталоге\n", file);
    fclose(file);
}

static void test_survives_every_oom(void **state)
{
    /* The second with what is looked for in series that memory may not have sufficed for. */
    static const char *const specs[] = {
        spec,
        "sheaf: 1\ntitle: T\ndata: {d: test.csv}\nseries: {exports: 'd[flow:exports]'}\nsheet:\n"
        "  - chart: {series: exports, periods: 2022..2023}\n"
        "  - chart: {series: exports, periods: [2022, 2023]}\n"
        "  - figures: [{value: 'exports[2023]', decimals: 1}]\n"
        "  - text: 'a {exports[2022], decimals: 1}'\n"
        "  - table: {rows: [exports], columns: [2022, growth(2023)], decimals: 1}\n",
    };
    sheaf_series *series[] = { make_series("exports", 10.5, 14.8),
                               make_series("imports", 12, 11.5) };
    size_t requests = quota_sweep(build, series);
    char path[600];

    (void)state;
    print_message("  %zu requests to build and lay out\n", requests);
    assert_true(requests >= 20);
    write_data(path, sizeof path);
    for (size_t i = 0; i < LENGTH(specs); i++) {
        requests = quota_sweep(read_file, &(struct spec_file){ .path = path, .text = specs[i] });
        print_message("  %zu requests to read\n", requests);
    }
    write_catalogue(path);
    requests = quota_sweep(
        read_file, &(struct spec_file){ .path = path, .text = template, .language = "ru-KZ" });
    print_message("  %zu requests to read it in another language\n", requests);
    requests = quota_sweep(read_file,
                           &(struct spec_file){ .path = path, .text = template, .value = "no" });
    print_message("  %zu requests to find no data\n", requests);
    sheaf_series_destroy(series[0]);
    sheaf_series_destroy(series[1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_pages),
        cmocka_unit_test(test_same_texts),
        cmocka_unit_test(test_columns_of_other_versions),
        cmocka_unit_test(test_wrong_calls),
        cmocka_unit_test(test_survives_every_oom),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* tables_fit_their_words.c - each row of a table is as tall as its own text, and no header is broken
 * within a word. */
#include "support/check.h"

#include "pages.h"

#define DATA                                                                                       \
    "period,flow,value,unit,unit_mult\n2022,exports,1,USD,6\n2023,exports,5,USD,6\n"               \
    "2022,imports,40,USD,6\n2023,imports,44,USD,6\n"
#define SPEC(ROWS)                                                                                 \
    "sheaf: 1\ntitle: W\ndata: {d: fit.csv}\nseries:\n"                                            \
    "  e: {value: \"d[flow: exports]\", label: Exports}\n"                                         \
    "  m: {value: \"d[flow: imports]\", label: A label that is longer than its column is wide}\n"  \
    "sheet:\n  - row:\n    - {span: 4, table: {rows: " ROWS                                        \
    ", columns: [2022, 2023, growth(2023)]}}\n    - {span: 8, text: x}\n"

/* The baseline of the n-th text of the dump that is exactly this; NAN: there are fewer. */
static double baseline_of(const char *dump, const char *words, size_t n)
{
    char text[80];
    double x, y;

    snprintf(text, sizeof text, "\"%s\"", words);
    for (const char *at = strstr(dump, text); at != NULL; at = strstr(at + 1, text)) {
        const char *line = at;
        while (line > dump && line[-1] != '\n')
            line--;
        const char *place = strstr(line, " at ");
        if (place == NULL || sscanf(place, " at %lf,%lf", &x, &y) != 2 || n-- > 0)
            continue;
        return y;
    }
    return -1;
}

static void test_rows(void **state)
{
    sheaf_sheet *sheet = pages_read_data("fit", DATA, SPEC("[e, e, m, e]"));
    struct buffer dump;

    (void)state;
    assert_int_equal(pages_dump(sheet, &dump), 1);
    double first = baseline_of(dump.bytes, "Exports", 0);
    double second = baseline_of(dump.bytes, "Exports", 1);
    double last = baseline_of(dump.bytes, "Exports", 2);
    assert_true(first > 0);
    assert_true(second - first > 15.9 &&
                second - first < 16.1); /* the same series, twice: as written */
    assert_true(last - second > 30);    /* only this one has lines */
    assert_non_null(strstr(dump.bytes, "\"Change"));
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

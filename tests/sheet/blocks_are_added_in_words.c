/* blocks_are_added_in_words.c - a program adds blocks in the words of a spec, and gets what a spec makes
 * of them. */
#include "support/check.h"

#include "pages.h"

#define BLOCKS                                                                                     \
    "  - heading: One\n    id: one\n"                                                              \
    "  - table:\n      title: All of them\n"                                                       \
    "      rows: [{group: Both, rows: [exports, imports], total: yes}]\n"                          \
    "      columns: [2022, {label: Change, value: \"change(row)[2023]\"}, {label: Course, spark: " \
    "row}]\n      sort: {by: 1}\n"                                                                 \
    "  - text: As [above](#one), exports were {exports[2023]}.\n"

static sheaf_series *series_of(const char *name, double first, double second)
{
    const double values[] = { first, second };

    return sheaf_series_from_years(name, "USD", 9, 2022, values, 2);
}

static sheaf_sheet *sheet_of_series(void)
{
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    sheaf_series *exports = series_of("exports", 13.1, 14.7);
    sheaf_series *imports = series_of("imports", 11.1, 16.8);

    sheaf_sheet_set_title(sheet, "T");
    sheaf_sheet_add_series(sheet, exports);
    sheaf_sheet_add_series(sheet, imports);
    sheaf_series_destroy(exports);
    sheaf_series_destroy(imports);
    return sheet;
}

static void test_same(void **state)
{
    static const char data[] = "period,flow,value,unit,unit_mult\n2022,exports,13.1,USD,9\n"
                               "2023,exports,14.7,USD,9\n2022,imports,11.1,USD,9\n"
                               "2023,imports,16.8,USD,9\n";
    sheaf_sheet *added = sheet_of_series();
    sheaf_sheet *read = pages_read_data("added", data,
                                        "sheaf: 1\ntitle: T\ndata: {d: added.csv}\nseries:\n"
                                        "  exports: d[flow:exports]\n  imports: d[flow:imports]\n"
                                        "sheet:\n" BLOCKS);
    struct buffer one, other;

    (void)state;
    sheaf_sheet_add_blocks(added, BLOCKS);
    assert_string_equal(sheaf_sheet_message(added), "");
    assert_int_equal(pages_dump(added, &one), 1);
    assert_int_equal(pages_dump(read, &other), 1);
    buffer_put(&one, "", 1);
    buffer_put(&other, "", 1);
    assert_non_null(strstr(one.bytes, "\"+5.7\""));
    assert_string_equal(one.bytes, other.bytes);
    buffer_free(&one);
    buffer_free(&other);
    sheaf_sheet_destroy(added);
    sheaf_sheet_destroy(read);
}

/* Behind the blocks of a spec, of whose series they are. */
static void test_behind_a_spec(void **state)
{
    sheaf_sheet *sheet = pages_read(NULL, PAGES_HEAD "  - text: First\n");
    struct buffer dump;

    (void)state;
    sheaf_sheet_begin_row(sheet);
    sheaf_sheet_add_blocks(sheet, "[{span: 4, text: \"{exports[2023]}\"}, {text: Last}]");
    sheaf_sheet_end_row(sheet);
    assert_string_equal(sheaf_sheet_message(sheet), "");
    assert_int_equal(pages_dump(sheet, &dump), 1);
    buffer_put(&dump, "", 1);
    assert_non_null(strstr(dump.bytes, "\"First\""));
    assert_non_null(strstr(dump.bytes, "\"$14.7"));
    assert_non_null(strstr(dump.bytes, "\"Last\""));
    buffer_free(&dump);
    sheaf_sheet_destroy(sheet);
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *blocks, *message;
    } cases[] = {
        { NULL, "there are no blocks to add" },
        { "", "there are no blocks to add" },
        { "text: x", "a list of blocks is expected" },
        { "- txt: x", "unknown block 'txt'; did you mean 'text'?" },
        { "- table: {rows: exprts, columns: [2023]}", "'exprts'; did you mean 'exports'?" },
        { "- text: x\n  span: 3", "'span' is for blocks within a row" },
        { "- text: [", "" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = sheet_of_series();

        sheaf_sheet_add_blocks(sheet, cases[i].blocks);
        print_message("  %s\n", sheaf_sheet_message(sheet));
        assert_int_not_equal(sheaf_sheet_status(sheet), SHEAF_OK);
        assert_non_null(strstr(sheaf_sheet_message(sheet), cases[i].message));
        sheaf_sheet_destroy(sheet);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_same),
                                        cmocka_unit_test(test_behind_a_spec),
                                        cmocka_unit_test(test_mistakes) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

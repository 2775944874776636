/* json_stat_cubes_become_rows.c - cubes of JSON-stat become rows; a wrong one is refused with the
 * path of the mistake. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "readers/rows_text.h"
#include "support/check.h"

static const struct {
    const char *fixture, *rows;
} fixtures[] = {
    { "cube.json",
      "2023 14.7*10^6 reporter=KAZ partner=WLD indicator=value flow=exports unit=USD source=Own "
      "figures @8\n"
      "2023 16.8*10^6 P reporter=KAZ partner=WLD indicator=value flow=imports unit=USD source=Own "
      "figures @8\n"
      "2024-T1 :*10^6 O conf=C reporter=KAZ partner=WLD indicator=value flow=exports unit=USD "
      "source=Own figures @8\n"
      "2024-T1 9.0*10^6 reporter=KAZ partner=WLD indicator=value flow=imports unit=USD source=Own "
      "figures @9\n"
      "2023 1100 reporter=KAZ partner=WLD indicator=mass flow=exports unit=t source=Own figures "
      "@10\n"
      "2023 1200.5 reporter=KAZ partner=WLD indicator=mass flow=imports unit=t source=Own figures "
      "@10\n"
      "2024-T1 : O reporter=KAZ partner=WLD indicator=mass flow=exports unit=t source=Own figures "
      "@10\n"
      "2024-T1 : O reporter=KAZ partner=WLD indicator=mass flow=imports unit=t source=Own figures "
      "@10\n"
      "2023 1.5*10^6 reporter=KAZ partner=CHN indicator=value flow=exports unit=USD source=Own "
      "figures @12\n"
      "2023 2.0*10^6 E reporter=KAZ partner=CHN indicator=value flow=imports unit=USD source=Own "
      "figures @12\n"
      "2024-T1 3.0*10^6 reporter=KAZ partner=CHN indicator=value flow=exports unit=USD source=Own "
      "figures @12\n"
      "2024-T1 :*10^6 O reporter=KAZ partner=CHN indicator=value flow=imports unit=USD source=Own "
      "figures @12\n"
      "2023 5 reporter=KAZ partner=CHN indicator=mass flow=exports unit=t source=Own figures @12\n"
      "2023 6 reporter=KAZ partner=CHN indicator=mass flow=imports unit=t source=Own figures @12\n"
      "2024-T1 7 reporter=KAZ partner=CHN indicator=mass flow=exports unit=t source=Own figures "
      "@12\n"
      "2024-T1 8 reporter=KAZ partner=CHN indicator=mass flow=imports unit=t source=Own figures "
      "@12\n"
      "warning: the status 'odd' is unknown; its values are taken as normal (1)\n" },
    { "sparse.json", "2021 1.0 siec=G3000 @8\n"
                     "2022 2.50 siec=O4000 @8\n"
                     "2023-Q1 -3 E siec=O4000 @9\n" },
    { "collection.json", "2022 1 dataset=exports @3\n"
                         "2023 2 dataset=exports @3\n"
                         "2023 3 P partner=CHN dataset=imports @5\n" },
    { "bundle.json", "2022-01 1.50 E flow=exports @1\n"
                     "2022-02 : O flow=exports @1\n" },
};

static void test_cubes_become_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(fixtures); i++) {
        sheaf_table *table = rows_fixture(fixtures[i].fixture);

        print_message("  %s\n", fixtures[i].fixture);
        assert_string_equal(sheaf_table_format(table), "json-stat");
        assert_rows(table, fixtures[i].rows);
    }
}

#define CUBE(id, size, dimensions, rest)                                                           \
    "{\"class\": \"dataset\", \"id\": " id ", \"size\": " size ",\n \"dimension\": {" dimensions   \
    "},\n " rest "}"
#define TIME "\"time\": {\"category\": {\"index\": [\"2022\", \"2023\"]}}"

static const struct {
    const char *name, *text, *message;
} refusals[] = {
    { "too few values", CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1]"),
      "cube.json:3:11: error: value: its length is 1, and the sizes require 2" },
    { "too many values", CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2, 3]"),
      "cube.json:3:11: error: value: its length is 3, and the sizes require 2" },
    { "no statuses in their list",
      CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2], \"status\": []"),
      "cube.json:3:29: error: status: its length is 0, and the sizes require 2" },
    { "a place beyond the cube", CUBE("[\"time\"]", "[2]", TIME, "\"value\": {\"2\": 1}"),
      "cube.json:3:11: error: value: '2' is no position among the 2 of the sizes" },
    { "a place that is no number", CUBE("[\"time\"]", "[2]", TIME, "\"value\": {\"1a\": 1}"),
      "cube.json:3:11: error: value: '1a' is no position among the 2 of the sizes" },
    { "a value that is no number", CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, \"one\"]"),
      "cube.json:3:15: error: value[1]: 'one' is not a number here; 12.5 is one" },
    { "a value that is true", CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, true]"),
      "cube.json:3:15: error: value[1]: a number is expected, not true or false" },
    { "a number beyond any", CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 1e999]"),
      "cube.json:3:15: error: value[1]: a number is expected, not a number beyond all bounds" },
    { "values that are no list", CUBE("[\"time\"]", "[2]", TIME, "\"value\": 7"),
      "cube.json:3:11: error: value: an array or an object is expected, not a number" },
    { "sizes that are no numbers", CUBE("[\"time\"]", "[\"2\"]", TIME, "\"value\": [1, 2]"),
      "cube.json:1:47: error: size[0]: a count of categories is expected, not a text" },
    { "a size of none", CUBE("[\"time\"]", "[0]", TIME, "\"value\": []"),
      "cube.json:1:47: error: size[0]: 'time' has no categories: the query found nothing" },
    { "a negative size", CUBE("[\"time\"]", "[-1]", TIME, "\"value\": []"),
      "cube.json:1:47: error: size[0]: a count of categories is expected, not a number" },
    { "no values at all", CUBE("[\"time\"]", "[2]", TIME, "\"value\": {}"),
      "cube.json:1:1: error: there are no values: the query found nothing" },
    { "a status beyond the cube",
      CUBE("[\"time\"]", "[2]", TIME, "\"value\": {\"0\": 1}, \"status\": {\"2\": \"c\"}"),
      "error: status: '2' is no position among the 2 of the sizes" },
    { "fewer sizes than dimensions", CUBE("[\"time\"]", "[]", TIME, "\"value\": [1, 2]"),
      "cube.json:1:46: error: size: id and size must be arrays of one length" },
    { "a size that the categories do not have",
      CUBE("[\"time\"]", "[3]", TIME, "\"value\": [1, 2, 3]"),
      "cube.json:2:37: error: dimension.time.category: there are 2 categories, and the size says "
      "3" },
    { "sizes beyond all counting",
      CUBE("[\"time\", \"a\", \"b\", \"c\"]", "[2147483647, 2147483647, 2147483647, 2147483647]",
           TIME ", \"a\": {}, \"b\": {}, \"c\": {}", "\"value\": {}"),
      "cube.json:1:61: error: size: the sizes make more values than can be counted" },
    { "a dimension that is not there", CUBE("[\"time\", \"a\"]", "[2, 1]", TIME, "\"value\": {}"),
      "cube.json:2:15: error: dimension: there is no dimension 'a', which id names" },
    { "two of a kind",
      CUBE("[\"time\", \"partner\", \"partner\"]", "[2, 1, 1]",
           TIME ", \"partner\": {\"category\": {\"index\": [\"CHN\"]}}", "\"value\": {}"),
      "cube.json:1:28: error: id: two dimensions are 'partner'" },
    { "no time",
      CUBE("[\"a\"]", "[1]", "\"a\": {\"category\": {\"index\": [\"x\"]}}", "\"value\": [1]"),
      "no dimension is the time" },
    { "two times",
      CUBE("[\"time\", \"period\"]", "[2, 2]",
           TIME ", \"period\": {\"category\": {\"index\": [\"2022\", \"2023\"]}}",
           "\"value\": [1, 2, 3, 4]"),
      "two dimensions are the time" },
    { "a time that is none",
      CUBE("[\"time\"]", "[1]", "\"time\": {\"category\": {\"index\": [\"soon\"]}}",
           "\"value\": [1]"),
      "cube.json:2:37: error: dimension.time.category: 'soon' is not a period" },
    { "categories in one place",
      CUBE("[\"time\"]", "[2]", "\"time\": {\"category\": {\"index\": {\"2022\": 1, \"2023\": 1}}}",
           "\"value\": [1, 2]"),
      "index must give each of the 2 categories a place of its own" },
    { "categories out of place",
      CUBE("[\"time\"]", "[2]", "\"time\": {\"category\": {\"index\": {\"2022\": 0, \"2023\": 2}}}",
           "\"value\": [1, 2]"),
      "index must give each of the 2 categories a place of its own" },
    { "two values of one key",
      CUBE("[\"time\", \"flow\"]", "[2, 2]",
           TIME ", \"flow\": {\"category\": {\"index\": [\"X\", \"exports\"]}}",
           "\"value\": [1, 2, 3, 3]"),
      "warning: two rows in line 3 of cube.json are both about 2022 and differ" },
    { "a dimension alone", "{\"class\": \"dimension\", \"category\": {\"index\": [\"a\"]}}",
      "there is no dataset with values and dimensions" },
    { "references alone", "{\"class\": \"collection\", \"link\": {\"item\": [{\"href\": \"x\"}]}}",
      "cube.json:1:42: error: link.item: the collection only names datasets (href); read one of "
      "them" },
    { "an item list that is none", "{\"class\": \"collection\", \"link\": {\"item\": 1}}",
      "link.item: an array is expected, not a number" },
};

static void test_wrong_cubes_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++) {
        print_message("  %s\n", refusals[i].name);
        assert_rows_say(
            sheaf_table_read_bytes(NULL, "cube.json", refusals[i].text, strlen(refusals[i].text)),
            refusals[i].message);
    }
}

/* Spellings of Eurostat, of statistics offices with PxWeb, and of others. */
static const struct {
    const char *name, *text, *rows;
} quirks[] = {
    { "confidential places without a value",
      CUBE("[\"time\"]", "[2]", TIME,
           "\"value\": {\"0\": 1.5}, \"status\": {\"0\": \"p\", \"1\": \"c\"}"),
      "2022 1.5 P @3\n2023 : O conf=C @3\n" },
    { "places that are said to be missing",
      CUBE("[\"time\"]", "[2]", TIME, "\"value\": {\"1\": 2}, \"status\": {\"0\": \":\"}"),
      "2023 2 @3\n" },
    { "two flags of one place",
      CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2], \"status\": {\"1\": \"bp\"}"),
      "2022 1 @3\n2023 2 P @3\n" },
    { "one status for all", CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2], \"status\": \"e\""),
      "2022 1 E @3\n2023 2 E @3\n" },
    { "one status in a list for all",
      CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2], \"status\": [\"e\"]"),
      "2022 1 E @3\n2023 2 E @3\n" },
    { "statuses with nulls",
      CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2], \"status\": [null, \"p\"]"),
      "2022 1 @3\n2023 2 P @3\n" },
    { "an index in any order",
      CUBE("[\"time\"]", "[2]",
           "\"time\": {\"category\": {\"index\": {\"2023\": 1, \"2022\": 0}, \"label\": "
           "{\"2023\": \"2023\", \"2022\": \"2022\"}}}",
           "\"value\": [1, 2]"),
      "2022 1 @3\n2023 2 @3\n" },
    { "months as a label",
      CUBE("[\"t\"]", "[1]", "\"t\": {\"category\": {\"label\": {\"0\": \"April 2024\"}}}",
           "\"role\": {\"time\": [\"t\"]}, \"value\": [1]"),
      "2024-04 1 @3\n" },
    { "months of PxWeb",
      CUBE("[\"Tid\"]", "[1]",
           "\"Tid\": {\"category\": {\"index\": "
           "{\"2024M04\": 0}}}",
           "\"role\": {\"time\": [\"Tid\"]}, \"value\": [1]"),
      "2024-04 1 @3\n" },
    { "the role within the dimension, as in version 1",
      "{\"class\": \"dataset\", \"dimension\": {\"id\": [\"x\"], \"size\": [1],\n"
      "\"role\": {\"time\": [\"x\"]}, \"x\": {\"category\": {\"index\": [\"2022\"]}}},\n"
      "\"value\": [1]}",
      "2022 1 @3\n" },
    { "a collection with a dataset that is only named",
      "{\"class\": \"collection\", \"link\": {\"item\": [{\"class\": \"dataset\", \"href\": "
      "\"a.json\"},\n" CUBE("[\"time\"]", "[2]", TIME, "\"value\": [1, 2]") "]}}",
      "2022 1 @4\n2023 2 @4\n" },
    { "extensions, notes and links are passed over",
      CUBE("[\"time\"]", "[2]", TIME,
           "\"version\": \"2.0\", \"updated\": \"2024-05-02\", \"note\": [\"Own.\"], "
           "\"extension\": {\"id\": \"X\", \"annotation\": [{\"type\": \"A\"}]}, "
           "\"href\": \"x\", \"link\": {}, \"value\": [1, 2]"),
      "2022 1 @3\n2023 2 @3\n" },
};

static void test_quirks_of_offices(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(quirks); i++) {
        print_message("  %s\n", quirks[i].name);
        assert_rows(
            sheaf_table_read_bytes(NULL, "cube.json", quirks[i].text, strlen(quirks[i].text)),
            quirks[i].rows);
    }
}

static void test_columns_and_constants_are_as_the_caller_says(void **state)
{
    static const sheaf_column columns[] = { { "measure", "product" }, { "year", "period" } };
    static const sheaf_filter constants[] = { { "unit_mult", "3" }, { "survey", "own" } };
    static const sheaf_filter again[] = { { "flow", "exports" } };
    sheaf_read_options options = {
        .columns = columns, .n_columns = 2, .constants = constants, .n_constants = 2
    };
    char path[4096];
    sheaf_table *table;

    (void)state;
    snprintf(path, sizeof path, "%s/tests/readers/fixtures/bundle.json", getenv("SHEAF_SOURCE"));
    table = sheaf_table_read_with(NULL, path, &options);
    assert_rows(table, "2022-01 1.50*10^3 E flow=exports survey=own @1\n"
                       "2022-02 :*10^3 O flow=exports survey=own @1\n");
    options.constants = again;
    options.n_constants = 1;
    table = sheaf_table_read_with(NULL, path, &options);
    assert_rows_say(table, "'flow' is given for the whole file, and the file "
                           "has its own");
}

/* Decimals as written, which a double does not keep. */
static void test_numbers_keep_their_decimals(void **state)
{
    static const char text[] =
        "{\"class\": \"dataset\", \"id\": [\"time\"], \"size\": [6],\n"
        "\"dimension\": {\"time\": {\"category\": {\"index\": [\"2001\", "
        "\"2002\", \"2003\", \"2004\", \"2005\", \"2006\"]}}}, \"value\": [\n"
        "12.50,\n12, 1.5e3,\n-0.010, 3E-2, 25e2]}";
    static const struct {
        double value;
        int decimals;
        size_t line;
    } expected[] = { { 12.5, 2, 3 },  { 12, 0, 4 },   { 1500, -2, 4 },
                     { -0.01, 3, 5 }, { 0.03, 2, 5 }, { 2500, -2, 5 } };
    sheaf_table *table = sheaf_table_read_bytes(NULL, "a.json", text, sizeof text - 1);

    (void)state;
    for (size_t i = 0; i < LENGTH(expected); i++) {
        sheaf_row row = { 0 };

        assert_true(sheaf_table_row(table, i, &row));
        assert_true(row.value == expected[i].value);
        assert_int_equal(row.decimals, expected[i].decimals);
        assert_int_equal(row.line, expected[i].line);
    }
    sheaf_table_destroy(table);
}

#define YEARS                                                                                      \
    "\"id\": [\"time\"], \"size\": [2], \"time\": {\"category\": {\"index\": [\"2022\", "          \
    "\"2023\"]}}"

/* The format is found whatever a bundle calls its datasets, and in whatever order keys come. */
static const char *const found[][2] = {
    { "{\"exports\": {\"label\": \"x\", \"value\": [1, 2], \"dimension\": {" YEARS "}}}",
      "2022 1 @1\n2023 2 @1\n" },
    { "{\"about\": {\"a\": 1}, \"oecd\": {\"dimension\": {" YEARS "}, \"value\": [1, 2]}, "
      "\"canada\": {\"dimension\": {" YEARS "}, \"value\": {\"1\": 4}}}",
      "2022 1 dataset=oecd @1\n2023 2 dataset=oecd @1\n2023 4 dataset=canada @1\n" },
    { "{\"value\": [1, 2], \"size\": [2], \"id\": [\"time\"], \"dimension\": {\"time\": "
      "{\"category\": "
      "{\"index\": [\"2022\", \"2023\"]}}}, \"class\": \"dataset\"}",
      "2022 1 @1\n2023 2 @1\n" },
};

static void test_names_and_order_of_keys_are_free(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(found); i++)
        assert_rows(sheaf_table_read_bytes(NULL, "a.json", found[i][0], strlen(found[i][0])),
                    found[i][1]);
    assert_rows_say(sheaf_table_read_bytes(NULL, "a.json", "{\"value\": [{\"a\": 1}]}", 21),
                    "this JSON is in none of the formats that are read");
}

/* Values, or categories, that run past the first bytes of the file. */
static void test_long_members_may_come_first(void **state)
{
    enum { YEARS_WRITTEN = 5000 };
    static const char *const orders[][3] = { { "\"value\": [", "], \"dimension\": {", "}" },
                                             { "\"dimension\": {", "}, \"value\": [", "]" } };
    struct buffer values, dimension;

    (void)state;
    buffer_init(&values, NULL, NULL);
    buffer_init(&dimension, NULL, NULL);
    buffer_format(&dimension,
                  "\"id\": [\"time\"], \"size\": [%d], \"time\": {\"category\": {\"index\": [",
                  YEARS_WRITTEN);
    for (int i = 0; i < YEARS_WRITTEN; i++) {
        buffer_format(&values, "%s%d", i > 0 ? ", " : "", i);
        buffer_format(&dimension, "%s\"%d\"", i > 0 ? ", " : "", 1001 + i);
    }
    buffer_text(&dimension, "]}}");
    for (size_t o = 0; o < 2; o++)
        for (int bundled = 0; bundled < 2; bundled++) {
            struct buffer text;
            sheaf_table *table;

            buffer_init(&text, NULL, NULL);
            buffer_format(&text, "%s{%s", bundled ? "{\"x\": " : "", orders[o][0]);
            buffer_put(&text, o == 0 ? values.bytes : dimension.bytes,
                       o == 0 ? values.length : dimension.length);
            buffer_text(&text, orders[o][1]);
            buffer_put(&text, o == 0 ? dimension.bytes : values.bytes,
                       o == 0 ? dimension.length : values.length);
            buffer_format(&text, "%s}%s", orders[o][2], bundled ? "}" : "");
            table = sheaf_table_read_bytes(NULL, "a.json", text.bytes, text.length);
            assert_string_equal(sheaf_table_error(table)->message, "");
            assert_int_equal(sheaf_table_row_count(table), YEARS_WRITTEN);
            assert_string_equal(sheaf_table_format(table), "json-stat");
            sheaf_table_destroy(table);
            buffer_free(&text);
        }
    buffer_free(&values);
    buffer_free(&dimension);
}

static void test_survives_every_oom(void **state)
{
    static const char text[] =
        CUBE("[\"time\", \"flow\"]", "[2, 1]",
             TIME ", \"flow\": {\"category\": {\"label\": {\"X\": \"exports\"}}}",
             "\"value\": [1.5, null], \"status\": {\"0\": \"P\"}, \"source\": \"own\"");

    (void)state;
    rows_survive_every_oom("cube.json", text, sizeof text - 1);
}

/* The expected counts and sums were computed with Python's json module. */
static void test_reads_public_cubes(void **state)
{
    sheaf_table *table;
    size_t count;

    (void)state;
    table = sheaf_table_read(NULL, rows_shared("json-stat/rjstat-oecd.json"));
    assert_int_equal(sheaf_table_row_count(table), 432);
    assert_true(fabs(rows_sum(table, "", NULL, &count) - 3323.825331658) < 1e-8);
    assert_true(fabs(rows_sum(table, "indicator", "UNR", &count) - 3323.825331658) < 1e-8);
    assert_int_equal(count, 432);
    sheaf_table_destroy(table);
    table = sheaf_table_read(NULL, rows_shared("json-stat/pyjstat-galicia-2.0.json"));
    assert_int_equal(sheaf_table_row_count(table), 3960);
    assert_true(rows_sum(table, "", NULL, &count) == 87493659);
    assert_int_equal(count, 3956);
    assert_true(rows_sum(table, "residence", "32", &count) == 5336477);
    assert_int_equal(count, 789);
    assert_true(rows_sum(table, "gender", "F", &count) == 22665275);
    sheaf_table_destroy(table);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cubes_become_rows),
        cmocka_unit_test(test_wrong_cubes_are_refused),
        cmocka_unit_test(test_quirks_of_offices),
        cmocka_unit_test(test_columns_and_constants_are_as_the_caller_says),
        cmocka_unit_test(test_numbers_keep_their_decimals),
        cmocka_unit_test(test_names_and_order_of_keys_are_free),
        cmocka_unit_test(test_long_members_may_come_first),
        cmocka_unit_test(test_survives_every_oom),
        cmocka_unit_test(test_reads_public_cubes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* arrow_arrays_become_tables.c - record batches of the Arrow C data interface become the rows that a
 * CSV of the same figures gives; whatever is wrong in them is one message; and all that is handed over
 * is released exactly once. */
#include "readers/rows_text.h"
#include "support/arrow.h"
#include "support/check.h"
#include "support/quota.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) ((int64_t)(sizeof(array) / sizeof *(array)))
#define COLUMN(name, format, data)                                                                 \
    {                                                                                              \
        name, format, COUNT(data), 0, 0, 0, { NULL, data }, NULL                                   \
    }
#define END                                                                                        \
    {                                                                                              \
        NULL, NULL, 0, 0, 0, 0, { NULL }, NULL                                                     \
    }

static const int32_t years[] = { 2022, 2023 };
static const int32_t falling[] = { 5, 1, 7 }; /* as offsets */
static const struct arrow_made_column period = COLUMN("period", "i", years);

/* Reads and destroys what was made; asserts that it was released once. */
static sheaf_table *read_made(struct arrow_made *made, const sheaf_read_options *options)
{
    sheaf_table *table =
        sheaf_table_from_arrow_with(NULL, "frame", &made->schema, &made->array, options);

    assert_int_equal(made->schema_releases, 1);
    assert_int_equal(made->array_releases, 1);
    assert_null(made->schema.release);
    assert_null(made->array.release);
    return table;
}

static sheaf_table *read_columns(const struct arrow_made_column *columns,
                                 const sheaf_read_options *options)
{
    struct arrow_made made;

    arrow_make(&made, columns);
    return read_made(&made, options);
}

/* Types -------------------------------------------------------------------------------------- */

static const int8_t i8[] = { -3, 7 };
static const uint8_t u8[] = { 3, 200 };
static const int16_t i16[] = { -300, 7 };
static const uint16_t u16[] = { 3, 60000 };
static const int32_t i32[] = { -70000, 7 };
static const uint32_t u32[] = { 3, 4000000000U };
static const int64_t i64[] = { -5000000000, 9007199254740992 };
static const uint64_t u64[] = { 3, 18446744073709549568U };
static const uint16_t f16[] = { 0x2e66 /* 0.1 */, 0xc900 /* -10 */ };
static const float f32[] = { 14.7F, -0.001F };
static const double f64[] = { 1234.5678, 1e-7 };
static const int32_t d32[] = { 12345, -5 };
static const int64_t d64[] = { 12345, -5 };
/* 12345 and -5 of 128 and 256 bits, and the largest that 76 digits hold */
static const uint64_t d128[] = { 12345, 0, (uint64_t)-5, UINT64_MAX };
static const uint64_t d256[] = { 12345, 0, 0, 0, UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX };
static const int32_t offsets[] = { 0, 5, 7 };
static const int64_t large_offsets[] = { 0, 5, 7 };
static const char texts[] = "12.509p";
static const char views[32] = "\5\0\0\0"
                              "12.50\0\0\0\0\0\0\0"
                              "\2\0\0\0"
                              "9p";

static const struct {
    const char *format, *rows;
    const void *data, *text;
} numbers[] = {
    { "c", "2022 -3 @1\n2023 7 @2\n", i8, NULL },
    { "C", "2022 3 @1\n2023 200 @2\n", u8, NULL },
    { "s", "2022 -300 @1\n2023 7 @2\n", i16, NULL },
    { "S", "2022 3 @1\n2023 60000 @2\n", u16, NULL },
    { "i", "2022 -70000 @1\n2023 7 @2\n", i32, NULL },
    { "I", "2022 3 @1\n2023 4000000000 @2\n", u32, NULL },
    { "l", "2022 -5000000000 @1\n2023 9007199254740992 @2\n", i64, NULL },
    { "L", "2022 3 @1\n2023 9007199254740992 @2\n", (const uint64_t[]){ 3, 9007199254740992 },
      NULL },
    { "e", "2022 0.1 @1\n2023 -10 @2\n", f16, NULL },
    { "f", "2022 14.7 @1\n2023 -0.001 @2\n", f32, NULL },
    { "g", "2022 1234.5678 @1\n2023 0.0000001 @2\n", f64, NULL },
    { "d:9,2,32", "2022 123.45 @1\n2023 -0.05 @2\n", d32, NULL },
    { "d:18,2,64", "2022 123.45 @1\n2023 -0.05 @2\n", d64, NULL },
    { "d:38,2", "2022 123.45 @1\n2023 -0.05 @2\n", d128, NULL },
    { "d:38,2,128", "2022 123.45 @1\n2023 -0.05 @2\n", d128, NULL },
    { "d:38,0", "2022 12345 @1\n2023 -5 @2\n", d128, NULL },
    { "d:38,3", "2022 12.345 @1\n2023 -0.005 @2\n", d128, NULL },
    { "d:38,-3", "2022 12345000 @1\n2023 -5000 @2\n", d128, NULL },
    { "d:76,2,256", "2022 123.45 @1\n2023 -0.01 @2\n", d256, NULL },
    { "u", "2022 12.50 @1\n2023 9 P @2\n", offsets, texts },
    { "U", "2022 12.50 @1\n2023 9 P @2\n", large_offsets, texts },
    { "vu", "2022 12.50 @1\n2023 9 P @2\n", views, NULL },
};

static void every_type_of_number_is_a_value(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        const struct arrow_made_column columns[] = { period,
                                                     { "value",
                                                       numbers[i].format,
                                                       2,
                                                       0,
                                                       0,
                                                       3,
                                                       { NULL, numbers[i].data, numbers[i].text },
                                                       NULL },
                                                     END };
        sheaf_table *table = read_columns(columns, NULL);

        print_message("  %s\n", numbers[i].format);
        assert_string_equal(sheaf_table_format(table), "arrow");
        assert_rows(table, numbers[i].rows);
    }
}

/* Numbers that no text of a test shows: they are the doubles of their own shortest texts. */
static void numbers_at_the_edges_are_kept(void **state)
{
    static const float f32_edges[] = { 1.17549435e-38F, 3.4028235e38F, 1e-45F, 16777216, 0.5F };
    static const double expected[] = { 1.1754944e-38, 3.4028235e38, 1e-45, 16777216, 0.5 };
    static const int32_t from[] = { 2019, 2020, 2021, 2022, 2023 };
    const struct arrow_made_column columns[] = { COLUMN("period", "i", from),
                                                 COLUMN("value", "f", f32_edges), END };
    const struct arrow_made_column large[] = { period, COLUMN("value", "L", u64), END };
    sheaf_table *table = read_columns(columns, NULL);
    sheaf_row row = SHEAF_ROW_INIT;

    (void)state;
    for (size_t i = 0; i < LENGTH(expected); i++) {
        assert_true(sheaf_table_row(table, i, &row));
        assert_true(row.value == expected[i]);
    }
    sheaf_table_destroy(table);
    table = read_columns(large, NULL);
    assert_true(sheaf_table_row(table, 1, &row));
    assert_true(row.value == 18446744073709549568.0);
    assert_rows_say(table, "may have had more digits than are kept");
}

static const unsigned char second_bit[] = { 2 };
static const int32_t ships_at[] = { 0, 1, 3 };

static const struct {
    const char *format, *rows;
    const void *data, *text;
} members[] = {
    { "u", "2022 1 ship=a @1\n2023 2 ship=bb @2\n", ships_at, "abb" },
    { "b", "2022 1 ship=false @1\n2023 2 ship=true @2\n", second_bit, NULL },
    { "s", "2022 1 ship=-300 @1\n2023 2 ship=7 @2\n", i16, NULL },
    { "tdD", "2022 1 ship=1970-01-13 @1\n2023 2 ship=1969-12-27 @2\n", (const int32_t[]){ 12, -5 },
      NULL },
    { "n", "2022 1 @1\n2023 2 @2\n", NULL, NULL },
};

static void every_type_is_a_member(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(members); i++) {
        static const int32_t values[] = { 1, 2 };
        const struct arrow_made_column columns[] = { period,
                                                     COLUMN("value", "i", values),
                                                     { "ship",
                                                       members[i].format,
                                                       2,
                                                       0,
                                                       0,
                                                       3,
                                                       { NULL, members[i].data, members[i].text },
                                                       NULL },
                                                     END };

        print_message("  %s\n", members[i].format);
        assert_rows(read_columns(columns, NULL), members[i].rows);
    }
}

/* Dates -------------------------------------------------------------------------------------- */

/* 2023-01-01 is day 19358. */
static const int32_t months[] = { 19358, 19389, 19417 };
static const int64_t noons[] = { 19358 * INT64_C(86400) + 43200, 19389 * INT64_C(86400),
                                 19417 * INT64_C(86400) };
static const int64_t milliseconds[] = { 19358 * INT64_C(86400000), 19389 * INT64_C(86400000),
                                        19417 * INT64_C(86400000) };
/* five hours before, as UTC has midnights of Almaty */
static const int64_t nanoseconds[] = { (19358 * INT64_C(86400) - 18000) * 1000000000,
                                       (19389 * INT64_C(86400) - 18000) * 1000000000,
                                       (19417 * INT64_C(86400) - 18000) * 1000000000 };

static const struct {
    const char *format, *frequency, *rows;
    const void *data;
} dates[] = {
    { "tdD", NULL, "2023-01 1 @1\n2023-02 2 @2\n2023-03 3 @3\n", months },
    { "tdm", NULL, "2023-01 1 @1\n2023-02 2 @2\n2023-03 3 @3\n", milliseconds },
    { "tss:", "D", "2023-01-01 1 @1\n2023-02-01 2 @2\n2023-03-01 3 @3\n", noons },
    { "tsm:UTC", NULL, "2023-01 1 @1\n2023-02 2 @2\n2023-03 3 @3\n", milliseconds },
    { "tsn:+05:00", "M", "2023-01 1 @1\n2023-02 2 @2\n2023-03 3 @3\n", nanoseconds },
    { "tsn:+0500", "M", "2023-01 1 @1\n2023-02 2 @2\n2023-03 3 @3\n", nanoseconds },
    { "tsn:", "D", "2022-12-31 1 @1\n2023-01-31 2 @2\n2023-02-28 3 @3\n", nanoseconds },
};

static void dates_are_periods(void **state)
{
    static const int32_t values[] = { 1, 2, 3 };

    (void)state;
    for (size_t i = 0; i < LENGTH(dates); i++) {
        const sheaf_read_options options = { .frequency = dates[i].frequency };
        const struct arrow_made_column columns[] = {
            { "date", dates[i].format, 3, 0, 0, 2, { NULL, dates[i].data }, NULL },
            COLUMN("value", "i", values),
            END
        };

        print_message("  %s\n", dates[i].format);
        assert_rows(read_columns(columns, &options), dates[i].rows);
    }
}

/* Slices, nulls, dictionaries ------------------------------------------------------------------ */

static void slices_are_read_where_they_begin(void **state)
{
    static const int32_t from[] = { 1, 2, 2021, 2022, 2023 };
    static const double values[] = { 9, 21.5, 22.5, 23.5 };
    static const int32_t at[] = { 0, 1, 2, 4 };
    struct arrow_made made;
    const struct arrow_made_column columns[] = {
        { "year", "i", 3, 2, 0, 0, { NULL, from }, NULL },
        { "value", "g", 3, 1, 0, 0, { NULL, values }, NULL },
        { "ship", "u", 3, 0, 0, 3, { NULL, at, "abcd" }, NULL },
        END
    };

    (void)state;
    arrow_make(&made, columns);
    assert_rows(read_made(&made, NULL), "2021 21.5 ship=a @1\n2022 22.5 ship=b @2\n"
                                        "2023 23.5 ship=cd @3\n");
    arrow_make(&made, columns);
    made.array.offset = 1;
    made.array.length = 2;
    assert_rows(read_made(&made, NULL), "2022 22.5 ship=b @1\n2023 23.5 ship=cd @2\n");
}

static void nulls_are_missing(void **state)
{
    static const int32_t from[] = { 2019, 2020, 2021, 2022, 2023 };
    static const double values[] = { 1, 2, NAN, 4, 5 };
    static const unsigned char valid[] = { 0x3a }; /* from bit 1 on: 1 0 1 1 1 */
    static const int32_t at[] = { 0, 0, 1, 1, 1, 1 };
    static const unsigned char third[] = { 0x1f & ~4 };
    struct arrow_made made;
    const struct arrow_made_column columns[] = {
        COLUMN("period", "i", from),
        { "value", "g", 5, 1, 1, 0, { valid, (const double[]){ 0, 1, 2, NAN, 4, 5 } }, NULL },
        { "ship", "u", 5, 0, -1, 3, { third, at, "a" }, NULL },
        { "nothing", "n", 5, 0, 5, 0, { NULL }, NULL },
        END
    };

    (void)state;
    (void)values;
    assert_rows(read_columns(columns, NULL), "2019 1 @1\n2020 : O ship=a @2\n2021 : O @3\n"
                                             "2022 4 @4\n2023 5 @5\n");
    /* Of a batch with nulls of its own, rows have no cells: here no period. */
    arrow_make(&made, columns);
    made.own_buffers[0] = third;
    made.array.null_count = 1;
    assert_rows_say(read_made(&made, NULL), "row 3, column 'value': there is no period");
}

static void dictionaries_are_looked_up(void **state)
{
    static const int32_t at[] = { 0, 1, 11, 16 };
    static const struct arrow_made_column names = {
        "", "u", 2, 1, 0, 3, { NULL, at, "?KazakhstanChina" }, NULL
    };
    static const struct arrow_made_column amounts = { "", "d:9,2,32",          2,   0, 1,
                                                      0,  { second_bit, d32 }, NULL };
    static const uint8_t first[] = { 1, 0 };
    static const int64_t second[] = { 0, 1 };
    const struct arrow_made_column columns[] = {
        period,
        { "value", "l", 2, 0, 0, 0, { NULL, second }, &amounts },
        { "reporter", "C", 2, 0, 0, 0, { NULL, first }, &names },
        { "partner", "l", 2, 0, 1, 0, { second_bit, second }, &names },
        END
    };

    (void)state;
    assert_rows(read_columns(columns, NULL),
                "2022 : O reporter=CHN @1\n2023 -0.05 reporter=KAZ partner=CHN @2\n");
}

/* Indices are remembered below 4096, and looked up from there on. */
static void large_dictionaries_are_looked_up(void **state)
{
    enum { TEXTS = 4098 };
    static int32_t at[TEXTS + 1];
    static const int32_t codes[] = { 4096, 4097, 4095, 4095, 4096 };
    static const int32_t five_years[] = { 2019, 2020, 2021, 2022, 2023 };
    const struct arrow_made_column names = { "", "u", TEXTS, 0, 0, 3, { NULL, at, "abc" }, NULL };
    const struct arrow_made_column columns[] = {
        COLUMN("period", "i", five_years),
        COLUMN("value", "i", five_years),
        { "ship", "i", 5, 0, 0, 0, { NULL, codes }, &names },
        END
    };

    (void)state;
    for (int i = 0; i < 3; i++)
        at[TEXTS - 2 + i] = i + 1;
    assert_rows(read_columns(columns, NULL),
                "2019 2019 ship=b @1\n2020 2020 ship=c @2\n2021 2021 ship=a @3\n"
                "2022 2022 ship=a @4\n2023 2023 ship=b @5\n");
}

static void long_views_are_in_their_buffers(void **state)
{
    static const char long_views[32] = "\xd\0\0\0"
                                       "Trin\1\0\0\0\2\0\0\0"
                                       "\0\0\0\0";
    static const int64_t lengths[] = { 3, 15 };
    const struct arrow_made_column columns[] = {
        period,
        COLUMN("value", "i", years),
        { "ship", "vu", 2, 0, 0, 5, { NULL, long_views, "abc", "..Trinidad Line", lengths }, NULL },
        END
    };

    (void)state;
    assert_rows(read_columns(columns, NULL), "2022 2022 ship=Trinidad Line @1\n2023 2023 @2\n");
}

/* Names and options ----------------------------------------------------------------------------- */

static void names_and_options_are_those_of_csv(void **state)
{
    static const double exports[] = { 14.5, 15 }, imports[] = { 9, 10.25 };
    const struct arrow_made_column columns[] = { COLUMN("jahr", "i", years),
                                                 COLUMN("exports_bn", "g", exports),
                                                 COLUMN("imports_bn", "g", imports),
                                                 COLUMN("k\u0113", "s", i16), END };
    static const sheaf_column roles[] = { { "jahr", "year" }, { "k\u0113", "" } };
    static const sheaf_filter constants[] = { { "reporter", "KAZ" }, { "unit", "USD" } };
    const sheaf_read_options options = { .columns = roles,
                                         .n_columns = LENGTH(roles),
                                         .constants = constants,
                                         .n_constants = LENGTH(constants) };

    (void)state;
    assert_rows(read_columns(columns, &options),
                "2022 14.5*10^9 flow=exports reporter=KAZ unit=USD @1\n"
                "2022 9*10^9 flow=imports reporter=KAZ unit=USD @1\n"
                "2023 15*10^9 flow=exports reporter=KAZ unit=USD @2\n"
                "2023 10.25*10^9 flow=imports reporter=KAZ unit=USD @2\n");
}

/* Where names do not say it all, columns are laid out as those of a CSV may be. */
static void other_layouts_are_those_of_csv(void **state)
{
    static const double first[] = { 1.234, 5.678 }, second[] = { 2.345, NAN };
    static const int32_t at[] = { 0, 6, 13 };
    static const struct arrow_made_column flow = {
        "flow", "u", 2, 0, 0, 3, { NULL, at, "import\nexports" }, NULL
    };
    const struct arrow_made_column wide[] = { flow, COLUMN("2022", "g", first),
                                              COLUMN("2023", "g", second), END };
    const struct arrow_made_column distances[] = { COLUMN("distance", "g", first),
                                                   COLUMN("value", "g", second), END };
    const struct arrow_made_column damaged[] = {
        { "flow", "u", 2, 0, 0, 3, { NULL, falling, "imports" }, NULL },
        COLUMN("2022", "g", first),
        END
    };
    const sheaf_read_options options = { .x = "number" };

    (void)state;
    assert_rows(read_columns(wide, NULL), "2022 1.234 flow=imports @1\n2023 2.345 flow=imports @1\n"
                                          "2022 5.678 flow=exports @2\n");
    assert_rows(read_columns(distances, &options), "1.234 2.345 @1\n5.678 : O @2\n");
    assert_rows_say(read_columns(damaged, NULL),
                    "row 1, column 'flow': the offsets of the text are impossible");
}

static void growth_has_a_point_and_no_groups(void **state)
{
    static const double growths[] = { 1.234, NAN };
    const struct arrow_made_column columns[] = { period, COLUMN("value", "i", years),
                                                 COLUMN("growth_pct", "g", growths), END };
    sheaf_table *table = read_columns(columns, NULL);
    sheaf_row row = SHEAF_ROW_INIT;

    (void)state;
    assert_true(sheaf_table_row(table, 0, &row));
    assert_true(row.stated_growth == 1.234 && row.value == 2022);
    assert_true(sheaf_table_row(table, 1, &row));
    assert_true(isnan(row.stated_growth) && row.value == 2023);
    sheaf_table_destroy(table);
}

static void options_of_files_are_refused(void **state)
{
    static const struct {
        sheaf_read_options options;
        const char *message;
    } cases[] = {
        { { .query = "SELECT 1" }, "no use for a query" },
        { { .sheet = "1" }, "no use for a sheet" },
        { { .encoding = "UTF-8" }, "no use for an encoding" },
        { { .separator = ";" }, "no use for a separator" },
        { { .header = 2 }, "no use for a line of headers" },
        { { .format = "comtrade" }, "no use for another format" },
        { { .decimal = "x" }, "decimal" },
        { { .size = 1 }, "" },
    };
    const struct arrow_made_column columns[] = { period, COLUMN("value", "i", years), END };
    const sheaf_read_options own = { .format = "arrow" };

    (void)state;
    for (size_t i = 0; i + 1 < LENGTH(cases); i++)
        assert_rows_say(read_columns(columns, &cases[i].options), cases[i].message);
    assert_rows(read_columns(columns, &own), "2022 2022 @1\n2023 2023 @2\n");
}

/* What is refused -------------------------------------------------------------------------------- */

static void other_types_are_refused(void **state)
{
    static const struct {
        const char *format, *message;
    } cases[] = {
        { "+l", "it is nested (a list)" },
        { "+vL", "it is nested (a list)" },
        { "+w:3", "it is nested (a list)" },
        { "+s", "it is nested (a struct)" },
        { "+m", "it is nested (a map)" },
        { "+ud:1,2", "it is nested (a union)" },
        { "+r", "it is nested (run-end encoded)" },
        { "z", "it is binary" },
        { "vz", "it is binary" },
        { "w:16", "it is binary" },
        { "ttm", "it has times of a day" },
        { "tDs", "it has durations" },
        { "tin", "it has intervals" },
        { "tsu:Asia/Almaty", "its times are in a time zone" },
        { "tsu:+5", "its times are in a time zone" },
        { "tsu:+05:0x", "its times are in a time zone" },
        { "tsx:", "its format is no timestamp's" },
        { "tsu", "its format is no timestamp's" },
        { "ts", "its format is no timestamp's" },
        { "d:", "its format is no decimal's" },
        { "d:9", "its format is no decimal's" },
        { "d:9,", "its format is no decimal's" },
        { "d:9,2,128,7", "its format is no decimal's" },
        { "d:9,2,48", "its format is no decimal's" },
        { "d:9,77", "its format is no decimal's" },
        { "", "its format is unknown" },
        { "?", "its format is unknown" },
        { NULL, "it has no format (NULL)" },
    };
    static const sheaf_column roles[] = { { "odd", "" } };
    const sheaf_read_options without = { .columns = roles, .n_columns = 1 };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        const struct arrow_made_column columns[] = {
            period,
            COLUMN("value", "i", years),
            { "odd", cases[i].format, 2, 0, 0, 2, { NULL, years }, NULL },
            END
        };

        print_message("  %s\n", cases[i].format);
        assert_rows_say(read_columns(columns, NULL), cases[i].message);
        assert_rows(read_columns(columns, &without), "2022 2022 @1\n2023 2023 @2\n");
    }
}

/* What is broken, in a batch of period, value, a text, a view and a dictionary. */
enum { PERIOD, VALUE, TEXT, VIEW, NAMED };

static const int32_t negative[] = { -1, 1, 7 };
static const char beyond_buffers[32] = "\xd\0\0\0Trin\1\0\0\0\2\0\0\0",
                  negative_views[32] = "\xff\xff\xff\xff";
static const int8_t high[] = { 0, 1 }, low[] = { 0, -1 };
static const double infinite[] = { 1, INFINITY };

#define DAMAGE(name, statement)                                                                    \
    static void name(struct arrow_made *made)                                                      \
    {                                                                                              \
        statement;                                                                                 \
    }
DAMAGE(negative_length, made->array.length = -1)
DAMAGE(negative_offset, made->array.offset = -1)
DAMAGE(fewer_arrays, made->array.n_children = 4)
DAMAGE(no_arrays, made->array.children = NULL)
DAMAGE(null_array, made->array_list[VALUE] = NULL)
DAMAGE(negative_cells, made->arrays[VALUE].length = -1)
DAMAGE(negative_start, made->arrays[VALUE].offset = -1)
DAMAGE(short_column, made->arrays[VALUE].length = 1)
DAMAGE(endless_column, made->arrays[VALUE].length = INT64_MAX)
DAMAGE(endless_offset, made->arrays[VALUE].offset = INT64_MAX)
DAMAGE(no_values, made->buffers[VALUE][1] = NULL)
DAMAGE(no_buffers, made->arrays[VALUE].buffers = NULL)
DAMAGE(few_buffers, made->arrays[VALUE].n_buffers = 1)
DAMAGE(no_bitmap, made->arrays[VALUE].null_count = 1)
DAMAGE(many_nulls, made->arrays[VALUE].null_count = 3)
DAMAGE(negative_nulls, made->arrays[VALUE].null_count = -2)
DAMAGE(falling_offsets, made->buffers[TEXT][1] = falling)
DAMAGE(negative_text, made->buffers[TEXT][1] = negative)
DAMAGE(no_text, made->buffers[TEXT][2] = NULL)
DAMAGE(bad_view, made->buffers[VIEW][1] = beyond_buffers)
DAMAGE(negative_view, made->buffers[VIEW][1] = negative_views)
DAMAGE(high_index, made->buffers[NAMED][1] = high)
DAMAGE(low_index, made->buffers[NAMED][1] = low)
DAMAGE(no_dictionary, made->arrays[NAMED].dictionary = NULL)
DAMAGE(negative_dictionary, made->arrays[NAMED].dictionary->length = -1)
DAMAGE(lone_column, made->schema.format = "i")
DAMAGE(no_format, made->schema.format = NULL)
DAMAGE(negative_columns, made->schema.n_children = -1)
DAMAGE(no_columns, made->schema.children = NULL)
DAMAGE(null_column, made->schema_list[VALUE] = NULL)
DAMAGE(float_indices, made->schemas[NAMED].format = "g")
DAMAGE(deep_dictionary, made->schemas[NAMED].dictionary->dictionary = &made->schemas[VALUE])
DAMAGE(nested_dictionary, made->schemas[NAMED].dictionary->format = "+l")
DAMAGE(odd_name, made->schemas[VALUE].name = "\xff")
DAMAGE(infinite_value, made->buffers[VALUE][1] = infinite)
DAMAGE(odd_text, made->buffers[TEXT][2] = "\xff\xff\xff\xff\xff\xff\xff")
DAMAGE(null_rows, made->array.null_count = 1)
DAMAGE(no_rows, made->array.length = 0)
#undef DAMAGE

static const struct {
    void (*damage)(struct arrow_made *made);
    const char *complaint;
} damages[] = {
    { negative_length, "record batch is damaged: its length or offset is negative" },
    { negative_offset, "record batch is damaged: its length or offset is negative" },
    { fewer_arrays, "record batch is damaged: it has not the columns of its schema" },
    { no_arrays, "record batch is damaged: it has not the columns of its schema" },
    { null_array, "column 'value' is damaged: there is no array (NULL)" },
    { negative_cells, "column 'value' is damaged: its length or offset is negative" },
    { negative_start, "column 'value' is damaged: its length or offset is negative" },
    { short_column, "column 'value' is damaged: it is shorter than its batch" },
    { endless_column, "column 'value' is damaged: its length or offset is impossible" },
    { endless_offset, "column 'value' is damaged: its length or offset is impossible" },
    { no_values, "column 'value' is damaged: the buffer of its values is NULL" },
    { no_buffers, "column 'value' is damaged: it lacks buffers" },
    { few_buffers, "column 'value' is damaged: it lacks buffers" },
    { no_bitmap, "column 'value' is damaged: it has nulls and no bitmap of them" },
    { many_nulls, "column 'value' is damaged: its count of nulls is impossible" },
    { negative_nulls, "column 'value' is damaged: its count of nulls is impossible" },
    { falling_offsets, "row 1, column 'text': the offsets of the text are impossible" },
    { negative_text, "row 1, column 'text': the offsets of the text are impossible" },
    { no_text, "row 1, column 'text': the buffer of the texts is NULL" },
    { bad_view, "row 1, column 'view': the view is beyond its buffer" },
    { negative_view, "row 1, column 'view': the view is beyond its buffer" },
    { high_index, "row 2, column 'named': the index is beyond the dictionary" },
    { low_index, "row 2, column 'named': the index is beyond the dictionary" },
    { no_dictionary, "column 'named' is damaged: it has no dictionary" },
    { negative_dictionary, "column 'named' is damaged: its length or offset is negative" },
    { lone_column, "whose format is '+s' (a struct of columns), not 'i'" },
    { no_format, "whose format is '+s' (a struct of columns), not ''" },
    { negative_columns, "the schema is damaged: its columns are missing" },
    { no_columns, "the schema is damaged: its columns are missing" },
    { null_column, "the schema is damaged: column 2 is NULL" },
    { float_indices, "the indices of its dictionary are no integers" },
    { deep_dictionary, "its dictionary has a dictionary" },
    { nested_dictionary, "it is nested (a list)" },
    { odd_name, "the name of column 2 is not UTF-8" },
    { infinite_value, "row 2, column 'value': an infinite number" },
    { odd_text, "row 1, column 'text': the text is not UTF-8" },
    { null_rows, "record batch is damaged: it has nulls and no bitmap of them" },
    { no_rows, "the result has no rows" },
};

static void damaged_arrays_are_one_message(void **state)
{
    static const double values[] = { 1.5, 2.5 };
    static const int8_t first[] = { 0, 0 };
    static const int32_t at[] = { 0, 1 };
    static const struct arrow_made_column names = { "", "u", 1, 0, 0, 3, { NULL, at, "x" }, NULL };
    const struct arrow_made_column columns[] = {
        period,
        COLUMN("value", "g", values),
        { "text", "u", 2, 0, 0, 3, { NULL, offsets, "letters" }, NULL },
        { "view", "vu", 2, 0, 0, 3, { NULL, views, NULL }, NULL },
        { "named", "c", 2, 0, 0, 0, { NULL, first }, &names },
        END
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(damages); i++) {
        struct arrow_made made;

        print_message("  %s\n", damages[i].complaint);
        arrow_make(&made, columns);
        damages[i].damage(&made);
        assert_rows_say(read_made(&made, NULL), damages[i].complaint);
    }
}

static void what_is_not_there_is_told(void **state)
{
    const struct arrow_made_column columns[] = { period, COLUMN("value", "i", years), END };
    struct arrow_made made;

    (void)state;
    arrow_make(&made, columns);
    assert_rows_say(sheaf_table_from_arrow(NULL, NULL, NULL, &made.array), "there is no schema");
    assert_int_equal(made.array_releases, 1);
    assert_rows_say(sheaf_table_from_arrow(NULL, NULL, &made.schema, &made.array),
                    "there is no array to read (NULL, or released already)");
    assert_int_equal(made.schema_releases, 1);
    assert_int_equal(made.array_releases, 1);
}

/* Streams ------------------------------------------------------------------------------------------ */

enum { BATCHES = 3 };

static void make_batches(struct arrow_made batches[BATCHES])
{
    static const int32_t later[] = { 2024 };
    const struct arrow_made_column first[] = { period, COLUMN("value", "i", years), END };
    const struct arrow_made_column last[] = { COLUMN("period", "i", later),
                                              COLUMN("value", "i", later), END };

    arrow_make(&batches[0], first);
    arrow_make(&batches[1], first);
    batches[1].array.length = 0;
    arrow_make(&batches[2], last);
}

static void streams_are_read_batch_by_batch(void **state)
{
    static const struct {
        int fails_at;
        const char *words, *rows;
        int releases[BATCHES]; /* of the batches */
    } cases[] = {
        { 0, NULL, "2022 2022 @1\n2023 2023 @2\n2024 2024 @3\n", { 1, 1, 1 } },
        { 1, "the disk is gone", "cannot read the next batch: the disk is gone", { 0, 0, 0 } },
        { 3, "", "cannot read the next batch: ", { 1, 1, 0 } },
        { -1, "no such table", "cannot read the schema: no such table", { 0, 0, 0 } },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        struct arrow_made batches[BATCHES];
        struct arrow_made_stream made;
        sheaf_table *table;

        make_batches(batches);
        arrow_make_stream(&made, batches, BATCHES);
        made.fails_at = cases[i].fails_at;
        made.words = cases[i].words;
        table = sheaf_table_from_arrow_stream(NULL, "frames", &made.stream);
        assert_int_equal(made.releases, 1);
        assert_null(made.stream.release);
        assert_int_equal(batches[0].schema_releases, cases[i].fails_at < 0 ? 0 : 1);
        for (size_t b = 0; b < BATCHES; b++)
            assert_int_equal(batches[b].array_releases, cases[i].releases[b]);
        if (cases[i].fails_at == 0)
            assert_rows(table, cases[i].rows);
        else
            assert_rows_say(table, cases[i].rows);
    }
}

/* The same index is another text in the next batch. */
static void each_batch_has_dictionaries_of_its_own(void **state)
{
    static const int32_t ships[] = { 0, 0 }, next_years[] = { 2024, 2025 }, at[] = { 0, 4, 8 };
    const struct arrow_made_column names[] = {
        { "", "u", 2, 0, 0, 3, { NULL, at, "MaryJohn" }, NULL },
        { "", "u", 2, 0, 0, 3, { NULL, at, "JohnMary" }, NULL },
    };
    struct arrow_made batches[2];
    struct arrow_made_stream made;

    (void)state;
    for (size_t i = 0; i < LENGTH(batches); i++) {
        const struct arrow_made_column when = COLUMN("period", "i", next_years);
        const struct arrow_made_column columns[] = {
            i == 0 ? period : when,
            COLUMN("value", "i", years),
            { "ship", "i", 2, 0, 0, 0, { NULL, ships }, &names[i] },
            END
        };

        arrow_make(&batches[i], columns);
    }
    arrow_make_stream(&made, batches, LENGTH(batches));
    assert_rows(sheaf_table_from_arrow_stream(NULL, "frames", &made.stream),
                "2022 2022 ship=Mary @1\n2023 2023 ship=Mary @2\n"
                "2024 2022 ship=John @3\n2025 2023 ship=John @4\n");
}

static void a_batch_of_other_columns_is_refused(void **state)
{
    struct arrow_made batches[BATCHES];
    struct arrow_made_stream made;

    (void)state;
    make_batches(batches);
    batches[2].array.n_children = 1;
    arrow_make_stream(&made, batches, BATCHES);
    assert_rows_say(sheaf_table_from_arrow_stream(NULL, "frames", &made.stream),
                    "it has not the columns of its schema");
    assert_int_equal(made.releases, 1);
    assert_int_equal(batches[2].array_releases, 1);
    assert_rows_say(sheaf_table_from_arrow_stream(NULL, "frames", &made.stream),
                    "there is no stream to read (NULL, or released already)");
    assert_int_equal(made.releases, 1);
}

/* Memory ------------------------------------------------------------------------------------------- */

static sheaf_status read_in_quota(const sheaf_alloc *alloc, const void *nothing)
{
    struct arrow_made batches[BATCHES];
    struct arrow_made_stream made;
    sheaf_context *context = sheaf_context_create(alloc);
    sheaf_table *table;
    sheaf_status status;

    (void)nothing;
    make_batches(batches);
    arrow_make_stream(&made, batches, BATCHES);
    table = sheaf_table_from_arrow_stream(context, "frames", &made.stream);
    assert_int_equal(made.releases, 1);
    for (size_t b = 0; b < BATCHES; b++)
        assert_true(batches[b].array.release == NULL || batches[b].array_releases <= 1);
    status = sheaf_table_status(table);
    sheaf_table_destroy(table);
    sheaf_context_destroy(context);
    return status;
}

static sheaf_status read_wide_in_quota(const sheaf_alloc *alloc, const void *nothing)
{
    static const double first[] = { 1.5, 2.5 };
    const struct arrow_made_column wide[] = {
        { "flow", "u", 2, 0, 0, 3, { NULL, offsets, "importsxx" }, NULL },
        COLUMN("2022", "g", first),
        COLUMN("2023", "g", first),
        END
    };
    sheaf_context *context = sheaf_context_create(alloc);
    struct arrow_made made;
    sheaf_status status;

    (void)nothing;
    arrow_make(&made, wide);
    sheaf_table *table = sheaf_table_from_arrow(context, NULL, &made.schema, &made.array);
    assert_int_equal(made.schema_releases, 1);
    assert_int_equal(made.array_releases, 1);
    status = sheaf_table_status(table);
    sheaf_table_destroy(table);
    sheaf_context_destroy(context);
    return status;
}

static void a_lack_of_memory_is_clean(void **state)
{
    (void)state;
    assert_true(quota_sweep(read_in_quota, NULL) > 5);
    assert_true(quota_sweep(read_wide_in_quota, NULL) > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_of_number_is_a_value),
        cmocka_unit_test(numbers_at_the_edges_are_kept),
        cmocka_unit_test(every_type_is_a_member),
        cmocka_unit_test(dates_are_periods),
        cmocka_unit_test(slices_are_read_where_they_begin),
        cmocka_unit_test(nulls_are_missing),
        cmocka_unit_test(dictionaries_are_looked_up),
        cmocka_unit_test(large_dictionaries_are_looked_up),
        cmocka_unit_test(long_views_are_in_their_buffers),
        cmocka_unit_test(names_and_options_are_those_of_csv),
        cmocka_unit_test(other_layouts_are_those_of_csv),
        cmocka_unit_test(growth_has_a_point_and_no_groups),
        cmocka_unit_test(options_of_files_are_refused),
        cmocka_unit_test(other_types_are_refused),
        cmocka_unit_test(damaged_arrays_are_one_message),
        cmocka_unit_test(what_is_not_there_is_told),
        cmocka_unit_test(streams_are_read_batch_by_batch),
        cmocka_unit_test(each_batch_has_dictionaries_of_its_own),
        cmocka_unit_test(a_batch_of_other_columns_is_refused),
        cmocka_unit_test(a_lack_of_memory_is_clean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

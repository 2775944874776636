/* runs_of_days_are_read_as_rows.c - rows that are as the one above but for day and number are read together,
 * and make the same table, messages and places as each read alone. */
#include "support/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/number_form.h"
#include "readers/csv/delimited_parts.h"
#include "sheaf/table.h"

/* Looks for runs and rows that they took; while is_off, each row is read alone. */
static struct {
    bool is_off;
    size_t looks, rows;
} runs;

size_t __real_delimited_run(struct delimited *s);
size_t __wrap_delimited_run(struct delimited *s);
size_t __wrap_delimited_run(struct delimited *s)
{
    size_t rows = runs.is_off ? 0 : __real_delimited_run(s);

    runs.looks++;
    runs.rows += rows;
    return rows;
}

static sheaf_table *read_text(const char *text, size_t n, bool has_runs)
{
    runs.is_off = !has_runs;
    runs.looks = runs.rows = 0;
    return sheaf_table_read_bytes(NULL, "days.csv", text, n);
}

static void assert_same_row(const sheaf_table *a, const sheaf_table *b, size_t i)
{
    sheaf_row one = SHEAF_ROW_INIT, other = SHEAF_ROW_INIT;

    assert_true(sheaf_table_row(a, i, &one) && sheaf_table_row(b, i, &other));
    assert_int_equal(sheaf_period_compare(one.period, other.period), 0);
    assert_memory_equal(&one.value, &other.value, sizeof one.value);
    assert_int_equal(one.decimals, other.decimals);
    assert_int_equal(one.multiplier, other.multiplier);
    assert_int_equal(one.status, other.status);
    assert_int_equal(one.confidentiality, other.confidentiality);
    assert_int_equal(one.line, other.line);
    assert_string_equal(one.file, other.file);
    for (size_t d = 0; d < sheaf_table_dimension_count(a); d++)
        assert_string_equal(sheaf_table_row_member(a, i, d), sheaf_table_row_member(b, i, d));
}

static void assert_same_warnings(const sheaf_table *a, const sheaf_table *b)
{
    sheaf_warning one = SHEAF_WARNING_INIT, other = SHEAF_WARNING_INIT;

    assert_int_equal(sheaf_table_warning_count(a), sheaf_table_warning_count(b));
    for (size_t i = 0; sheaf_table_warning(a, i, &one); i++) {
        assert_true(sheaf_table_warning(b, i, &other));
        assert_string_equal(one.message, other.message);
        assert_int_equal(one.line, other.line);
        assert_int_equal(one.count, other.count);
    }
}

/* Reads the text in both ways and compares. Returns how many rows runs took. */
static size_t assert_same(const char *text, size_t n)
{
    sheaf_table *alone = read_text(text, n, false), *together = read_text(text, n, true);
    char one[2048], other[2048];

    sheaf_error_text(sheaf_table_error(alone), one, sizeof one);
    sheaf_error_text(sheaf_table_error(together), other, sizeof other);
    assert_string_equal(one, other);
    assert_int_equal(sheaf_table_row_count(alone), sheaf_table_row_count(together));
    assert_int_equal(sheaf_table_dimension_count(alone), sheaf_table_dimension_count(together));
    for (size_t i = 0; i < sheaf_table_row_count(alone); i++)
        assert_same_row(alone, together, i);
    assert_same_warnings(alone, together);
    sheaf_table_destroy(alone);
    sheaf_table_destroy(together);
    return runs.rows;
}

/* Hostile rows ------------------------------------------------------------------------------- */

static const struct shape_of_rows {
    const char *name, *header, *before, *between, *after;
    bool is_value_first;
    bool has_runs;
} shapes[] = {
    { "a member", "period,partner,value\n", "", ",P,", "\n", false, true },
    { "semicolons and returns", "period;partner;value\r\n", "", ";P;", "\r\n", false, true },
    { "the value first", "value\tpartner\tperiod\n", "", "\tP\t", "\n", true, true },
    { "no member", "period,value\n", "", ",", "\n", false, true },
    { "a quoted member in front", "partner,period,value\n", "\"P, Q\",", ",", "\n", false, true },
    { "a long member", "period,partner,value\n", "", ",Kazakhstan and the others,", "\n", false,
      true },
    { "an empty member behind", "period,value,partner\n", "", ",", ",\n", false, true },
    { "a column of statuses", "period,partner,value,status\n", "", ",P,", ",E\n", false, false },
};

/* Parts of a row; NULL: those of the shape. */
enum { SHARE = -19 };

static const struct hostile_row {
    const char *name, *day, *between, *value, *after;
    int taken; /* 1: by a run of the first shape; SHARE: the column is no plain one then */
} hostile[] = {
    { "nothing", NULL, NULL, NULL, NULL, 1 },
    { "a quoted value", NULL, NULL, "\"1.5\"", NULL, 0 },
    { "a quoted day", "\"2005-02-01\"", NULL, NULL, NULL, 0 },
    { "a quoted member", NULL, ",\"P\",", NULL, NULL, 0 },
    { "doubled quotes", NULL, ",\"P\"\"\",", NULL, NULL, 0 },
    { "an open quote", NULL, NULL, "\"1.5", NULL, 0 },
    { "a quote in a member", NULL, ",P\"Q,", NULL, NULL, 0 },
    { "another member", NULL, ",Q,", NULL, NULL, 0 },
    { "no member", NULL, ",,", NULL, NULL, 0 },
    { "one field less", NULL, ",", NULL, NULL, 0 },
    { "one field more", NULL, ",P,7,", NULL, NULL, 0 },
    { "an empty field more", NULL, NULL, NULL, ",\n", 0 },
    { "a plus", NULL, NULL, "+1.5", NULL, 0 },
    { "a minus", NULL, NULL, "-1.5", NULL, 1 },
    { "two minuses", NULL, NULL, "--1.5", NULL, 0 },
    { "a minus alone", NULL, NULL, "-", NULL, 0 },
    { "minus nothing", NULL, NULL, "-0.0", NULL, 1 },
    { "a long minus", NULL, NULL,
      "\xE2\x88\x92"
      "1.5",
      NULL, 0 },
    { "zeros in front", NULL, NULL, "007.5", NULL, 1 },
    { "a point in front", NULL, NULL, ".5", NULL, 0 },
    { "a point behind", NULL, NULL, "5.", NULL, 0 },
    { "two points", NULL, NULL, "1.2.3", NULL, 0 },
    { "neighbouring points", NULL, NULL, "1..3", NULL, 0 },
    { "points alone", NULL, NULL, "..", NULL, 0 },
    { "a power", NULL, NULL, "1e3", NULL, 0 },
    { "thousands", NULL, NULL, "1 234.5", NULL, 0 },
    { "a comma", NULL, NULL, "1,5", NULL, 0 },
    { "no decimals", NULL, NULL, "15", NULL, 1 },
    { "two decimals", NULL, NULL, "1.25", NULL, 1 },
    { "seven digits", NULL, NULL, "1234567", NULL, 1 },
    { "six digits and a point", NULL, NULL, "12345.6", NULL, 1 },
    { "eight digits", NULL, NULL, "12345678", NULL, 1 },
    { "seven digits and a point", NULL, NULL, "123456.7", NULL, 1 },
    { "many decimals", NULL, NULL, "0.00000000000001", NULL, 1 },
    { "15 digits", NULL, NULL, "123456789012345", NULL, 1 },
    { "15 digits and a point", NULL, NULL, "9007199254740.99", NULL, 1 },
    { "16 digits", NULL, NULL, "9007199254740993", NULL, 0 },
    { "17 digits and a point", NULL, NULL, "90071992547409.935", NULL, 0 },
    { "19 digits", NULL, NULL, "1234567890123456789", NULL, 0 },
    { "40 digits", NULL, NULL, "1234567890123456789012345678901234567890", NULL, 0 },
    { "a letter", NULL, NULL, "1.5p", NULL, 0 },
    { "a letter apart", NULL, NULL, "1.5 e", NULL, 0 },
    { "a star", NULL, NULL, "1.5*", NULL, 0 },
    { "per cent", NULL, NULL, "1.5%", NULL, SHARE },
    { "a word", NULL, NULL, "none", NULL, 0 },
    { "a colon", NULL, NULL, ":", NULL, 0 },
    { "no value", NULL, NULL, "", NULL, 0 },
    { "infinity", NULL, NULL, "inf", NULL, 0 },
    { "Arabic digits", NULL, NULL, "\xD9\xA1\xD9\xA2", NULL, 0 },
    { "a slash", NULL, NULL, "1/5", NULL, 0 },
    { "a byte after the digits", NULL, NULL, "1:5", NULL, 0 },
    { "a space in front", " 2005-02-01", NULL, NULL, NULL, 0 },
    { "a space behind the day", "2005-02-01 ", NULL, NULL, NULL, 0 },
    { "a space before the value", NULL, NULL, " 1.5", NULL, 0 },
    { "a space behind the value", NULL, NULL, "1.5 ", NULL, 0 },
    { "a tab behind the value", NULL, NULL, "1.5\t", NULL, 0 },
    { "a return", NULL, NULL, NULL, "\r\n", 0 },
    { "no return", NULL, NULL, NULL, "\n", 1 },
    { "a lone return", NULL, NULL, "1.5\r7", NULL, 0 },
    { "an empty line", NULL, NULL, NULL, "\n\n", 1 },
    { "no end of the line", NULL, NULL, NULL, "", 1 },
    { "a note", "Source: the bank", ",,", "", NULL, 0 },
    { "the day again, the same", "2005-01-20", NULL, "1.5", NULL, 0 },
    { "the day again, another", "2005-01-20", NULL, "7.5", NULL, 0 },
    { "a day before", "2005-01-10", NULL, NULL, NULL, 0 },
    { "some days later", "2005-02-15", NULL, NULL, NULL, 1 },
    { "a leap day that is none", "2005-02-29", NULL, NULL, NULL, 0 },
    { "a leap day in the past", "2004-02-29", NULL, NULL, NULL, 0 },
    { "day 0", "2005-02-00", NULL, NULL, NULL, 0 },
    { "day 31 of a short month", "2005-02-31", NULL, NULL, NULL, 0 },
    { "month 0", "2005-00-01", NULL, NULL, NULL, 0 },
    { "month 13", "2005-13-01", NULL, NULL, NULL, 0 },
    { "no year", "0000-01-01", NULL, NULL, NULL, 0 },
    { "the last day", "9999-12-31", NULL, NULL, NULL, 1 },
    { "a day with letters", "2005-02-1x", NULL, NULL, NULL, 0 },
    { "a day with a colon", "2005-01-2:", NULL, NULL, NULL, 0 },
    { "points in the day", "2005.02.01", NULL, NULL, NULL, 0 },
    { "a day before the year", "01.02.2005", NULL, NULL, NULL, 0 },
    { "a month", "2005-02", NULL, NULL, NULL, 0 },
    { "a year", "2005", NULL, NULL, NULL, 0 },
    { "no day", "", NULL, NULL, NULL, 0 },
    { "a flag behind the day", "2005-02-01p", NULL, NULL, NULL, 0 },
};

/* A text under construction. */
struct text {
    char bytes[4096];
    size_t n;
};

static void add(struct text *text, const char *part)
{
    size_t n = strlen(part);

    assert_true(text->n + n < sizeof text->bytes);
    memcpy(text->bytes + text->n, part, n);
    text->n += n;
}

static void add_row(struct text *text, const struct shape_of_rows *shape, const char *day,
                    const struct hostile_row *row)
{
    const char *value = row->value != NULL ? row->value : "1.5";

    day = row->day != NULL ? row->day : day;
    add(text, shape->before);
    add(text, shape->is_value_first ? value : day);
    add(text, row->between != NULL ? row->between : shape->between);
    add(text, shape->is_value_first ? day : value);
    add(text, row->after != NULL ? row->after : shape->after);
}

static void add_days(struct text *text, const struct shape_of_rows *shape, int month, int n)
{
    char day[32];

    for (int i = 1; i <= n; i++) {
        snprintf(day, sizeof day, "2005-%02d-%02d", month, i);
        add_row(text, shape, day, &hostile[0]);
    }
}

/* 20 rows, the hostile one, and 20 more. */
static void make(struct text *text, const struct shape_of_rows *shape,
                 const struct hostile_row *row, int after)
{
    text->n = 0;
    add(text, shape->header);
    add_days(text, shape, 1, 20);
    add_row(text, shape, "2005-02-01", row);
    add_days(text, shape, 3, after);
}

static void test_hostile_rows(void **state)
{
    struct text text;

    (void)state;
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++)
        for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
            print_message("  %s: %s\n", shapes[s].name, hostile[i].name);
            make(&text, &shapes[s], &hostile[i], 20);
            size_t rows = assert_same(text.bytes, text.n);
            if (i == 0 || !shapes[s].has_runs)
                assert_true(shapes[s].has_runs ? rows >= 35 : rows == 0);
            if (s > 1)
                continue;
            make(&text, &shapes[s], &hostile[i], 0);
            assert_same(text.bytes, text.n);
            assert_same(text.bytes, text.n - 1); /* without the last byte */
        }
}

/* Of 20 rows all but the first, and the one behind them if it is as they are. There is as much text behind it as
 * runs look at. */
static void test_what_is_taken(void **state)
{
    struct text text;

    (void)state;
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        print_message("  %s\n", hostile[i].name);
        make(&text, &shapes[0], &hostile[i], 0);
        for (int k = 0; k < 100; k++)
            add(&text, "\n");
        sheaf_table_destroy(read_text(text.bytes, text.n, true));
        assert_int_equal((int)runs.rows, 19 + hostile[i].taken);
    }
}

/* Each byte of a row in turn is replaced by others that may mean something. */
static void test_each_byte(void **state)
{
    static const char bytes[] = "\n\r\",\t -.:9P";
    struct text text;

    (void)state;
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s += 2) {
        make(&text, &shapes[s], &hostile[0], 6);
        const char *end = text.bytes + text.n;
        size_t row = strlen(shapes[s].before) + strlen(shapes[s].between) +
                     strlen(shapes[s].after) + strlen("2005-02-011.5");
        size_t from = (size_t)(end - text.bytes) - 7 * row;
        for (size_t at = from; at < from + row; at++)
            for (size_t b = 0; b < sizeof bytes; b++) { /* the NUL, too */
                char before = text.bytes[at];
                text.bytes[at] = bytes[b];
                assert_same(text.bytes, text.n);
                text.bytes[at] = before;
            }
    }
}

/* Long series --------------------------------------------------------------------------------- */

static int length_of(int year, int month)
{
    static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return lengths[month - 1] + (month == 2 && leaps);
}

/* Days of a series, of which it has each `step`th. Returns the end of the text. */
static char *write_days(char *at, const char *member, int days, int step, unsigned seed)
{
    int year = 1900, month = 1, day = 1;

    for (int i = 0; i < days; i++) {
        seed = seed * 1664525U + 1013904223U;
        if (i % step == 0)
            at += sprintf(at, "%04d-%02d-%02d,%s,%u.%02u\n", year, month, day, member,
                          seed >> (8 + seed % 16), (seed >> 4) % 100);
        if (++day > length_of(year, month)) {
            day = 1;
            year += month == 12;
            month = month % 12 + 1;
        }
    }
    return at;
}

/* Rows begin anywhere in the window, at its end, too: their numbers are of many lengths. */
static void test_long_series(void **state)
{
    enum { DAYS = 20000, BYTES_A_ROW = 40, WINDOW = 65536 };
    char *text = malloc(3 * DAYS * BYTES_A_ROW), *at = text;

    (void)state;
    assert_non_null(text);
    at += sprintf(at, "period,partner,value\n");
    at = write_days(at, "P", DAYS, 1, 1);
    at = write_days(at, "another member", DAYS, 1, 2);
    at = write_days(at, "Q", DAYS, 7, 3);
    size_t n = (size_t)(at - text), rows = 2 * DAYS + DAYS / 7 + 1;
    assert_true(assert_same(text, n) > rows - 40);
    assert_true(assert_same(text, n - 1) > rows - 40);
    /* Looks: one a row that is read alone, of which there are a few a window and a member. */
    sheaf_table_destroy(read_text(text, n, true));
    assert_int_equal(runs.rows + runs.looks, rows);
    assert_true(runs.looks < 8 * (n / WINDOW + 3));
    free(text);
}

/* Where members alternate, runs are looked for at fewer and fewer rows; no row is taken. */
static void test_alternating_members(void **state)
{
    struct text text = { .n = 0 };
    char row[64];

    (void)state;
    add(&text, "period,partner,value\n");
    for (int i = 0; i < 100; i++) {
        snprintf(row, sizeof row, "2005-%02d-%02d,%c,%d.5\n", 1 + i / 2 / 28, 1 + i / 2 % 28,
                 i % 2 == 0 ? 'P' : 'Q', i);
        add(&text, row);
    }
    assert_int_equal(assert_same(text.bytes, text.n), 0);
}

static void test_other_periods(void **state)
{
    static const char *const texts[] = {
        "year,month,value\n2021,4,5.0\n2021,5,5.0\n2021,6,5.0\n2021,7,5.0\n2021,8,5.0\n2021,9,5."
        "0\n",
        "period,value\n2021,1.5\n2022,1.5\n2023,1.5\n2024,1.5\n2025,1.5\n2026,1.5\n2027,1.5\n",
        "period,value\n2021-01,1.5\n2021-02,1.5\n2021-03,1.5\n2021-04,1.5\n2021-05,1.5\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(assert_same(texts[i], strlen(texts[i])), 0);
}

/* Numbers -------------------------------------------------------------------------------------- */

/* What the form of one number reads of another is what number_read reads of it. */
static void test_forms(void **state)
{
    static const char *const numbers[] = { "0",       "7",       "1.5",    "2.25",    "12.5",
                                           "12.50",   "999.04",  "123456", "1234567", "12345.6",
                                           "1.23456", "0.00001", "-1.5",   "1.",      ".5",
                                           "1..5",    "1.5.5",   "5e3",    "5:5",     "5/5",
                                           "99999.9", "9999999", "x",      "" };
    enum { COUNT = sizeof numbers / sizeof *numbers };

    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++) {
            char one[NUMBER_PREFIX + 16] = "", other[NUMBER_PREFIX + 16] = "";
            struct number_form form;
            double value, again;
            int decimals;

            snprintf(one, sizeof one, "%s,2005-01-01", numbers[i]);
            snprintf(other, sizeof other, "%s,2005-01-01", numbers[k]);
            size_t n = number_read_prefix(one, &form, &value, &decimals);
            if (n > 0 && one[n] == ',') {
                assert_true(number_read(one, n, &again, NULL));
                assert_memory_equal(&value, &again, sizeof value);
            }
            if (!number_read_alike(other, &form, &value))
                continue;
            int read;
            assert_true(number_read(other, form.n, &again, &read));
            assert_memory_equal(&value, &again, sizeof value);
            assert_int_equal(form.decimals, read);
            assert_int_equal(form.n, n);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hostile_rows),        cmocka_unit_test(test_what_is_taken),
        cmocka_unit_test(test_each_byte),           cmocka_unit_test(test_long_series),
        cmocka_unit_test(test_alternating_members), cmocka_unit_test(test_forms),
        cmocka_unit_test(test_other_periods),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* tidy_files_become_tables.c - a tidy CSV file is read correctly, or refused with its place and a way
 * out; a selection gives one series, or says what else there is. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "series/observation.h"
#include "sheaf/table.h"
#include "support/quota.h"
#include "support/table_in.h"

static sheaf_table *read_text(const char *text)
{
    return sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
}

static const char *message_of(const sheaf_error *error)
{
    static char text[1024];

    sheaf_error_text(error, text, sizeof text);
    return text;
}

static void check_ok(const sheaf_table *table)
{
    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", message_of(sheaf_table_error(table)));
}

static sheaf_table *read_fixture(const char *name)
{
    char path[4096];
    sheaf_table *table;

    snprintf(path, sizeof path, "%s/tests/readers/fixtures/%s", getenv("SHEAF_SOURCE"), name);
    table = sheaf_table_read(NULL, path);
    check_ok(table);
    return table;
}

static void test_rows_say_what_the_file_says(void **state)
{
    sheaf_table *table = read_text("period,flow,value,unit_mult,status,conf_status\n"
                                   "2022,exports,13.10,9,P,\n"
                                   "2023,imports,,9,,C\n");
    sheaf_row row = SHEAF_ROW_INIT;

    (void)state;
    check_ok(table);
    assert_string_equal(sheaf_table_format(table), "tidy");
    assert_true(sheaf_table_row(table, 0, &row));
    assert_true(row.value == 13.1 && row.decimals == 2 && row.multiplier == 9);
    assert_int_equal(row.status, SHEAF_PROVISIONAL);
    assert_int_equal(row.confidentiality, 'F');
    assert_string_equal(row.file, "trade.csv");
    assert_int_equal(row.line, 2);
    assert_string_equal(sheaf_table_row_member(table, 0, 0), "exports");
    assert_true(sheaf_table_row(table, 1, &row));
    assert_true(isnan(row.value) && isnan(row.stated_growth));
    assert_int_equal(row.confidentiality, 'C');
    assert_string_equal(sheaf_table_row_member(table, 1, 0), "imports");
    assert_false(sheaf_table_row(table, 2, &row));
    assert_null(sheaf_table_row_member(table, 2, 0));
    assert_null(sheaf_table_row_member(table, 0, 1));
    assert_int_equal(sheaf_table_warning_count(table), 0);
    sheaf_table_destroy(table);
}

static void test_reads_the_first_sample(void **state)
{
    static const sheaf_filter turnover[] = { { "flow", "turnover" } };
    char path[4096];
    sheaf_table *table;
    sheaf_series *series;

    (void)state;
    snprintf(path, sizeof path, "%s/../shared/data/first-sample/kaz-chn.csv",
             getenv("SHEAF_SOURCE"));
    if (access(path, R_OK) != 0) {
        print_message("  %s is not there\n", path);
        skip();
    }
    table = sheaf_table_read(NULL, path);
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), 3);
    series = sheaf_table_select(table, turnover, 1);
    assert_string_equal(sheaf_series_message(series), "");
    assert_int_equal(sheaf_series_count(series), 2);
    assert_true(sheaf_series_find(series, sheaf_period_year(2023), ROOM)->value == 31.5);
    assert_true(sheaf_series_find(series, sheaf_period_year(2023), ROOM)->stated_growth == 30.1);
    assert_int_equal(sheaf_series_find(series, sheaf_period_trimester(2024, 1), ROOM)->decimals, 0);
    assert_string_equal(sheaf_series_name(series), "turnover");
    assert_string_equal(sheaf_series_partner(series), "CHN");
    assert_string_equal(sheaf_series_source(series), "kazinform-2024-06-26");
    assert_int_equal(sheaf_series_multiplier(series), 9);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

static void test_selects_one_series(void **state)
{
    static const sheaf_filter russia[] = { { "partner", "RUS" },
                                           { "product", "" },
                                           { "flow", "exports" } };
    sheaf_table *table = read_fixture("partners.csv");
    sheaf_series *series = sheaf_table_select(table, russia, 3);

    (void)state;
    assert_string_equal(sheaf_series_message(series), "");
    assert_string_equal(sheaf_series_name(series), "exports");
    assert_string_equal(sheaf_series_flow(series), "exports");
    assert_string_equal(sheaf_series_reporter(series), "KAZ");
    assert_string_equal(sheaf_series_source(series), "Office \"A\"");
    assert_int_equal(sheaf_series_multiplier(series), 9);
    assert_int_equal(sheaf_series_count(series), 3);
    assert_true(sheaf_series_at(series, 0, ROOM)->value == 8.8);
    assert_int_equal(sheaf_series_at(series, 0, ROOM)->status, SHEAF_ESTIMATED);
    assert_true(isnan(sheaf_series_at(series, 1, ROOM)->value)); /* 2023-T1 */
    assert_int_equal(sheaf_series_at(series, 1, ROOM)->status, SHEAF_MISSING);
    assert_true(sheaf_series_at(series, 2, ROOM)->value == 9.791); /* 9791 million */
    assert_int_equal(sheaf_series_at(series, 2, ROOM)->decimals, 3);
    sheaf_series_destroy(series);
    assert_int_equal(sheaf_table_member_count(table, "partner"), 2);
    assert_string_equal(sheaf_table_member(table, "partner", 1), "RUS");
    assert_null(sheaf_table_member(table, "partner", 2));
    assert_null(sheaf_table_member(table, "planet", 0));
    sheaf_table_destroy(table);
}

static const struct {
    sheaf_filter filters[3];
    size_t n;
    const char *message;
} refusals[] = {
    { { { "flow", "exprots" } }, 1, "no flow named 'exprots'; did you mean 'exports'?" },
    { { { "flow", "transit" } }, 1, "no flow named 'transit'; there is: exports, imports" },
    { { { "flwo", "exports" } }, 1, "no dimension named 'flwo'; did you mean 'flow'?" },
    { { { "country", "CHN" } },
      1,
      "no dimension named 'country'; there is: reporter, partner, flow, product, unit, source" },
    { { { "flow", "exports" } },
      1,
      "more than one partner is left: CHN, RUS; pick one, as in partner: CHN" },
    { { { "flow", "exports" }, { "partner", "RUS" } },
      2,
      "more than one product is left: (empty), wheat; pick one, as in product: wheat" },
    { { { "flow", "imports" }, { "partner", "RUS" } },
      2,
      "no row has partner: RUS together with the rest of the selection" },
    { { { "flow", NULL } }, 1, "a filter has a dimension and a member" },
};

static void test_says_what_else_there_is(void **state)
{
    sheaf_table *table = read_fixture("partners.csv");

    (void)state;
    for (size_t i = 0; i < LENGTH(refusals); i++) {
        sheaf_series *series = sheaf_table_select(table, refusals[i].filters, refusals[i].n);

        assert_string_equal(sheaf_series_message(series), refusals[i].message);
        assert_int_equal(sheaf_series_count(series), 0);
        sheaf_series_destroy(series);
    }
    sheaf_table_destroy(table);
}

static sheaf_table *read_panel(const sheaf_read_options *options)
{
    char path[4096];
    const char *source = getenv("SHEAF_SOURCE");

    snprintf(path, sizeof path, "%s/tests/readers/fixtures/panel.csv",
             source != NULL ? source : ".");
    return sheaf_table_read_with(NULL, path, options);
}

static void test_columns_are_those_that_the_caller_names(void **state)
{
    static const char *const values[] = { "exports_bn", "imports_bn" };
    static const char *const dimensions[] = { "area" };
    static const sheaf_filter filters[] = { { "area", "KAZ" }, { "flow", "imports" } };
    sheaf_table *table = read_panel(&(sheaf_read_options){ .period = "year",
                                                           .values = values,
                                                           .n_values = 2,
                                                           .dimensions = dimensions,
                                                           .n_dimensions = 1 });
    sheaf_series *series = sheaf_table_select(table, filters, 2);

    (void)state;
    check_ok(table);
    assert_int_equal(sheaf_table_row_count(table), 8);
    assert_int_equal(sheaf_table_dimension_count(table), 2);
    assert_string_equal(sheaf_table_dimension(table, 0), "flow");
    assert_string_equal(sheaf_table_dimension(table, 1), "area");
    assert_null(sheaf_table_dimension(table, 2));
    assert_int_equal(sheaf_series_count(series), 2);
    assert_true(sheaf_series_at(series, 1, ROOM)->value == 16.8);
    assert_string_equal(sheaf_series_name(series), "imports");
    assert_int_equal(sheaf_series_multiplier(series), 9); /* as the headers say, named or not */
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

static void test_a_column_that_is_not_there_is_guessed_at(void **state)
{
    static const char *const values[] = { "exprots_bn" };
    static const struct {
        sheaf_read_options options;
        const char *says;
    } wrong[] = {
        { { .period = "yaer", .values = values, .n_values = 1 }, "(did you mean 'year'?)" },
        { { .values = values, .n_values = 1 }, "(did you mean 'exports_bn'?)" },
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(wrong); i++) {
        sheaf_table *table = read_panel(&wrong[i].options);

        assert_int_equal(sheaf_table_status(table), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_table_error(table)->message, wrong[i].says));
        sheaf_table_destroy(table);
    }
}

static void test_two_sources_are_not_mixed(void **state)
{
    static const sheaf_filter of_b = { "source", "B" };
    sheaf_table *table = read_text("period,value,source\n2022,1,A\n2023,2,A\n2023,3,B\n2024,4,B\n");
    sheaf_series *series = sheaf_table_select(table, NULL, 0);

    (void)state;
    assert_string_equal(sheaf_series_message(series),
                        "more than one source has 2023: A, B; pick one, as in source: B");
    sheaf_series_destroy(series);
    series = sheaf_table_select(table, &of_b, 1);
    assert_int_equal(sheaf_series_count(series), 2);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);

    table = read_text("period,value,source\n2022,1,A\n2023,3,B\n");
    series = sheaf_table_select(table, NULL, 0);
    assert_string_equal(sheaf_series_source(series), "A; B");
    assert_string_equal(sheaf_series_name(series), "value");
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
}

/* Each says: 2023, exports, 14.7 (one decimal), then 2022, exports, 13. */
static const struct {
    const char *name, *text;
} spellings[] = {
    { "comma", "period,flow,value\n2023,exports,14.7\n2022,exports,13\n" },
    { "semicolon", "period;flow;value\n2023;exports;14.7\n2022;exports;13\n" },
    { "tab", "period\tflow\tvalue\n2023\texports\t14.7\n2022\texports\t13\n" },
    { "CR LF", "period,flow,value\r\n2023,exports,14.7\r\n2022,exports,13\r\n" },
    { "no last line end", "period,flow,value\n2023,exports,14.7\n2022,exports,13" },
    { "last line ends in CR", "period,flow,value\r\n2023,exports,14.7\r\n2022,exports,13\r" },
    { "byte order mark", "\xEF\xBB\xBFperiod,flow,value\n2023,exports,14.7\n2022,exports,13\n" },
    { "another order", "value,period,flow\n14.7,2023,exports\n13,2022,exports\n" },
    { "another case", "Period,FLOW,Value\n2023,exports,14.7\n2022,exports,13\n" },
    { "SDMX's names",
      "TIME_PERIOD,FLOW,OBS_VALUE,OBS_STATUS\n2023-A1,exports,14.7,A\n2022,exports,13,\n" },
    { "quotes", "\"period\",\"flow\",\"value\"\n\"2023\",\"exports\",\"14.7\"\n2022,exports,13\n" },
    { "spaces", "period, flow ,value\n2023 , exports, 14.7\n2022,exports , 13 \n" },
    { "empty lines", "\n\nperiod,flow,value\n\n2023,exports,14.7\n\n2022,exports,13\n\n" },
    { "a decimals column",
      "period,flow,value,decimals\n2023,exports,14.70,1\n2022,exports,13,0\n" },
    { "a column without name", "period,flow,value,\n2023,exports,14.7,\n2022,exports,13,\n" },
    { "the same twice",
      "period,flow,value\n2023,exports,14.7\n2023,exports,14.7\n2022,exports,13" },
};

static void test_reads_every_spelling(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(spellings); i++) {
        sheaf_table *table;
        sheaf_series *series;

        print_message("  %s\n", spellings[i].name);
        table = read_text(spellings[i].text);
        check_ok(table);
        assert_int_equal(sheaf_table_row_count(table), 2);
        series = sheaf_table_select(table, NULL, 0);
        assert_string_equal(sheaf_series_message(series), "");
        assert_string_equal(sheaf_series_flow(series), "exports");
        assert_true(sheaf_series_at(series, 0, ROOM)->value == 13);
        assert_int_equal(sheaf_series_at(series, 0, ROOM)->decimals, 0);
        assert_true(sheaf_series_at(series, 1, ROOM)->value == 14.7);
        assert_int_equal(sheaf_series_at(series, 1, ROOM)->decimals, 1);
        sheaf_series_destroy(series);
        sheaf_table_destroy(table);
    }
}

static void test_text_comes_out_as_it_was_quoted(void **state)
{
    static const char *const members[] = { "a,b",      "say \"so\"",   "two\nlines", "",
                                           "5\" pipe", "\u4e2d\u56fd", "\"" };
    sheaf_table *table = read_text("period,value,kind\n"
                                   "2020,1,\"a,b\"\n"
                                   "2020,1,\"say \"\"so\"\"\"\n"
                                   "2020,1,\"two\nlines\"\n"
                                   "2020,1,\"\"\n"
                                   "2020,1,5\" pipe\n"
                                   "2020,1,\u4e2d\u56fd\n"
                                   "2020,1,\"\"\"\"\n");

    (void)state;
    check_ok(table);
    assert_int_equal(sheaf_table_member_count(table, "kind"), LENGTH(members));
    for (size_t i = 0; i < LENGTH(members); i++)
        assert_string_equal(sheaf_table_member(table, "kind", i), members[i]);
    sheaf_table_destroy(table);
}

#define HEADER "period,value,status,unit_mult,growth_pct\n"

/* Neither message nor excerpt tells a figure whose row is confidential. */
static void test_warnings_tell_no_secret(void **state)
{
    static const char *const texts[] = {
        "period,value,conf_status\n2023,777313x,C\n",
        "period,value,conf_status\n2023,777313.12345678901234567,C\n",
    };

    (void)state;
    for (size_t i = 0; i < LENGTH(texts); i++) {
        sheaf_table *table = read_text(texts[i]);
        sheaf_warning warning = SHEAF_WARNING_INIT;

        check_ok(table);
        assert_true(sheaf_table_warning(table, 0, &warning));
        assert_null(strstr(warning.message, "777313"));
        sheaf_table_destroy(table);
    }
}

static const struct {
    const char *text, *message, *excerpt;
} mistakes[] = {
    { "", "trade.csv: error: the file is empty; a header line and rows are expected", "" },
    { "\n\n", "trade.csv: error: the file is empty; a header line and rows are expected", "" },
    { "\xEF\xBB\xBF", "trade.csv: error: the file is empty; a header line and rows are expected",
      "" },
    { HEADER, "trade.csv: error: the file has a header and no rows", "" },
    { "period,vlaue\n",
      "trade.csv:1:1: error: no 'value' column (is 'vlaue' meant?); found: "
      "period, vlaue",
      "period,vlaue" },
    { "country,value\n", "trade.csv:1:1: error: no 'period' column; found: country, value",
      "country,value" },
    { "hello world", "trade.csv:1:1: error: no 'period' column; found: hello world",
      "hello world" },
    { "period,value,Value\n", "trade.csv:1:14: error: two columns are 'value'",
      "period,value,Value" },
    { "period,value,REF_AREA,reporter\n", "trade.csv:1:23: error: two columns are 'reporter'",
      "period,value,REF_AREA,reporter" },
    { "period,value\n2023,\"12,5\"\n",
      "trade.csv:2:6: error: '12,5' is not a number here; a decimal point is expected: 12.5; "
      "say decimal: ',' if the comma is meant",
      "2023,\"12,5\"" },
    { "period;value\n2023;1,234\n",
      "trade.csv:2:6: error: '1,234' can be read in two ways; say which mark is the decimal one, "
      "with decimal: '.' or ','",
      "2023;1,234" },
    { "\u043f,period,value\n\u043d\u0435\u0444\u0442\u044c,2023,Inf\n",
      "trade.csv:2:12: error: 'Inf' is not a number here; leave the cell empty for a missing "
      "value, and say why in a status column",
      "\u043d\u0435\u0444\u0442\u044c,2023,Inf" },
    { "period,exports,imports,unit_price\n2023,5,7,inf\n",
      "trade.csv:2:10: error: 'inf' is not a number here; leave the cell empty for a missing "
      "value, or "
      "the column out with columns: {\"\": unit_price}",
      "2023,5,7,inf" },
    { "period,value\n2023,-inf\n",
      "trade.csv:2:6: error: '-inf' is not a number here; leave the cell empty for a missing "
      "value, and say why in a status column",
      "2023,-inf" },
    { "period,value\n2023,1e999\n",
      "trade.csv:2:6: error: '1e999' is not a number here; it is too large; the largest number is "
      "about 1.8e308",
      "2023,1e999" },
    { "period,value\n2023/24,1\n",
      "trade.csv:2:1: error: '2023/24' could be a financial year or two calendar years; say which "
      "with financial_year: 4 or calendar (4: it begins in April)",
      "2023/24,1" },
    { "period,value\n,1\n", "trade.csv:2:1: error: this row has no period", ",1" },
    { "period,value\n2023,1,2\n", "trade.csv:2:8: error: this row has 3 fields, the header 2",
      "2023,1,2" },
    { "period,value\n2023,1\n2024\n", "trade.csv:3:1: error: this row has 1 fields, the header 2",
      "2024" },
    { "period,value,\n2023,1,x\n", "trade.csv:2:8: error: a value in a column that has no name",
      "2023,1,x" },
    { HEADER "2023,1,8,,\n",
      "trade.csv:2:8: error: '8' is no status; SDMX's letters are A normal, B break, D definition "
      "differs, E estimated, F forecast, G experimental, I imputed, L not collected, M cannot "
      "exist, N not significant, O missing, P provisional, Q suppressed, U low reliability, V "
      "unvalidated; to keep the column as it is, say columns: {mark: status}",
      "" }, /* it may be the office's own mark of a secret */
    { "period,value,status,conf_status\n2023,\"777,313\",A,C\n",
      "trade.csv:2:6: error: '\xE2\x80\xA6' can be read in two ways; say which mark is the decimal "
      "one, "
      "with decimal: '.' or ','",
      "" },
    { "period;value;conf_status\n2022;1.55;F\n2023;7773,13;C\n",
      "trade.csv:3:6: error: the decimal mark of '\xE2\x80\xA6' differs from that in line 2; say "
      "which is "
      "meant, with decimal: '.' or ','",
      "" },
    { "period,value,conf_status\n2022,1.5,F\n2023,777x313,C\n",
      "trade.csv:3:6: error: '\xE2\x80\xA6' is not a number here; a number has digits and perhaps "
      "a "
      "decimal point: 12.5",
      "" },
    { "period,value\n2022,1.5\n2023,777x313 C\n",
      "trade.csv:3:6: error: '\xE2\x80\xA6' is not a number here; a number has digits and perhaps "
      "a "
      "decimal point: 12.5",
      "" },
    { "period,value,unit,conf_status\n2023,$777313,EUR,C\n",
      "trade.csv:2:6: error: '\xE2\x80\xA6' is in USD, and the unit of the row is EUR; correct one "
      "of "
      "the two",
      "" },
    { "period,value,conf_status\n2023,777313k,C\n",
      "trade.csv:2:6: error: '\xE2\x80\xA6' has a power of ten; write the number out, or the power "
      "in a "
      "column of its own (unit_mult)",
      "" },
    { HEADER "2023,1,A,1.5,\n",
      "trade.csv:2:10: error: '1.5' is no power of ten; a whole number from -15 to 24 is "
      "expected, or a word such as Millions",
      "2023,1,A,1.5," },
    { HEADER "2023,1,A,99,\n",
      "trade.csv:2:10: error: '99' is no power of ten; a whole number from -15 to 24 is "
      "expected, or a word such as Millions",
      "2023,1,A,99," },
    { HEADER "2023,1,A,9,ten\n",
      "trade.csv:2:12: error: 'ten' is not a number here; a number has digits and perhaps a "
      "decimal point: 12.5",
      "2023,1,A,9,ten" },
    { "period,value\n2023,\"1\n", "trade.csv:2:6: error: this quote is never closed", "2023,\"1" },
    { "period,value\n2023,\"1\"2\n",
      "trade.csv:2:9: error: after a closing quote a separator or the end of the line is expected; "
      "a quote inside quotes is doubled",
      "2023,\"1\"2" },
};

static void test_a_mistake_has_its_place_and_a_way_out(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(mistakes); i++) {
        sheaf_table *table = read_text(mistakes[i].text);

        assert_int_equal(sheaf_table_status(table), SHEAF_BAD_INPUT);
        assert_string_equal(message_of(sheaf_table_error(table)), mistakes[i].message);
        assert_string_equal(sheaf_table_error(table)->excerpt, mistakes[i].excerpt);
        assert_int_equal(sheaf_table_row_count(table), 0);
        sheaf_table_destroy(table);
    }
}

static void check_bytes(const char *bytes, size_t n, const char *message)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", bytes, n);

    assert_string_equal(message_of(sheaf_table_error(table)), message);
    sheaf_table_destroy(table);
}

static void test_binary_junk_is_refused(void **state)
{
    size_t n = 300000;
    char *line = malloc(n);

    (void)state;
    assert_non_null(line);
    check_bytes("\x7F"
                "ELF\x02\x01\x01\0",
                8, "trade.csv: error: this is not a text table: byte 7 is NUL");
    memset(line, 'x', n);
    check_bytes(line, n,
                "trade.csv:1:1: error: this field is longer than 65536 bytes; is a quote or a "
                "separator missing?");
    memset(line, ',', n);
    check_bytes(line, n,
                "trade.csv:1:16384: error: a row has at most 16384 fields; give periods or series "
                "rows of their own");
    memset(line, '"', n);
    check_bytes(line, n, "trade.csv:1:1: error: this quote is not closed within 65536 bytes");
    memcpy(line, "period,value,kind\n2023,1,", 25);
    memset(line + 25, ' ', n - 25);
    line[6000] = '\0';
    check_bytes(line, n,
                "trade.csv:2:8: error: this field is longer than 65536 bytes; is a quote or a "
                "separator missing?");
    check_bytes(line, 7000,
                "trade.csv:2:8: error: this field holds a NUL byte; a text table has "
                "none");
    free(line);
}

static void test_a_file_that_is_not_there(void **state)
{
    sheaf_table *table = sheaf_table_read(NULL, "/nowhere/trade.csv");
    sheaf_series *series = sheaf_table_select(table, NULL, 0);

    (void)state;
    assert_int_equal(sheaf_table_status(table), SHEAF_BAD_INPUT);
    assert_int_equal(sheaf_series_status(series), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_series_message(series), sheaf_table_error(table)->message);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
    table = sheaf_table_read(NULL, "/");
    assert_int_equal(sheaf_table_status(table), SHEAF_BAD_INPUT);
    sheaf_table_destroy(table);
    assert_int_equal(sheaf_table_status(NULL), SHEAF_BAD_ARGUMENT);
    series = sheaf_table_select(NULL, NULL, 0);
    assert_int_equal(sheaf_series_status(series), SHEAF_BAD_ARGUMENT);
    sheaf_series_destroy(series);
    sheaf_table_destroy(NULL);
}

/* Every prefix with its last byte replaced, and the whole with any byte replaced:
 * read, or refused with a message. */
static void test_any_bytes_are_answered(void **state)
{
    static const char text[] = "period;kind;value;status\r\n2023;\"a \"\"b\"\"\";14.7;A\r\n"
                               "2024-01/P4M;\u20ac;1e3;P\n";
    static const char bytes[] = {
        '\0', '"', ';', '\n', '\r', (char)0xC3, (char)0xFF, ',', 'e', '9'
    };

    (void)state;
    for (size_t n = 0; n < sizeof text; n++)
        for (size_t b = 0; b < sizeof bytes; b++)
            for (size_t whole = 0; whole < 2; whole++) {
                size_t length = whole ? sizeof text - 1 : n;
                char *changed =
                    malloc(length > 0 ? length : 1); /* no byte more, for the sanitizers */
                sheaf_table *table;
                sheaf_series *series;

                assert_non_null(changed);
                memcpy(changed, text, length);
                if (length > 0)
                    changed[n < length ? n : length - 1] = bytes[b];
                table = sheaf_table_read_bytes(NULL, "x", changed, length);
                free(changed);
                series = sheaf_table_select(table, NULL, 0);
                assert_true(sheaf_table_status(table) == SHEAF_OK ||
                            sheaf_table_error(table)->message[0] != '\0');
                sheaf_series_destroy(series);
                sheaf_table_destroy(table);
            }
}

static sheaf_status read_and_select(const sheaf_alloc *alloc, const void *context)
{
    static const sheaf_filter filters[] = { { "partner", "P7" }, { "flow", "exports" } };
    static char text[8192];
    size_t n = (size_t)snprintf(text, sizeof text, "period,partner,flow,value,source\n");
    sheaf_table *table;
    sheaf_series *series;
    sheaf_status status;

    (void)context;
    for (int i = 0; i < 200; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%d,P%d,\"exp%s\",%d,s%d\n", 2020 - i / 20,
                              i % 20, "orts", i, i);
    table = table_read_in(alloc, "x", text, n);
    series = sheaf_table_select(table, filters, 2);
    status = sheaf_table_status(table) != SHEAF_OK ? sheaf_table_status(table)
                                                   : sheaf_series_status(series);
    if (status == SHEAF_OK) {
        assert_int_equal(sheaf_series_count(series), 10);
        assert_true(sheaf_series_at(series, 0, ROOM)->value == 187);
    }
    sheaf_series_destroy(series);
    series = sheaf_table_select(table, filters + 1, 1);
    assert_int_not_equal(sheaf_series_status(series), SHEAF_OK);
    sheaf_series_destroy(series);
    sheaf_table_destroy(table);
    return status;
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    quota_sweep(read_and_select, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rows_say_what_the_file_says),
        cmocka_unit_test(test_reads_the_first_sample),
        cmocka_unit_test(test_selects_one_series),
        cmocka_unit_test(test_says_what_else_there_is),
        cmocka_unit_test(test_columns_are_those_that_the_caller_names),
        cmocka_unit_test(test_a_column_that_is_not_there_is_guessed_at),
        cmocka_unit_test(test_two_sources_are_not_mixed),
        cmocka_unit_test(test_reads_every_spelling),
        cmocka_unit_test(test_text_comes_out_as_it_was_quoted),
        cmocka_unit_test(test_a_mistake_has_its_place_and_a_way_out),
        cmocka_unit_test(test_warnings_tell_no_secret),
        cmocka_unit_test(test_binary_junk_is_refused),
        cmocka_unit_test(test_a_file_that_is_not_there),
        cmocka_unit_test(test_any_bytes_are_answered),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

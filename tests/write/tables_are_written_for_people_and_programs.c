/* tables_are_written_for_people_and_programs.c - tables as text for people, and in formats that programs read back. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "sheaf/expression.h"
#include "support/quota.h"
#include "support/table_in.h"
#include "write/writer.h"

struct text {
    char *bytes;
    size_t n;
};

static int append(void *context, const void *bytes, size_t n)
{
    struct text *text = context;
    char *more = realloc(text->bytes, text->n + n + 1);

    assert_non_null(more);
    memcpy(more + text->n, bytes, n);
    text->bytes = more;
    text->n += n;
    more[text->n] = '\0';
    return 0;
}

static sheaf_table *read_text(const char *text)
{
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));

    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s\n%s", sheaf_table_error(table)->message, text);
    return table;
}

static struct text written(sheaf_table *table, sheaf_data_format format)
{
    struct text text = { NULL, 0 };

    assert_int_equal(sheaf_table_write_sink(table, format, (sheaf_sink){ &text, append }, NULL),
                     SHEAF_OK);
    return text;
}

static const struct {
    double value;
    int decimals;
    const char *text;
} numbers[] = {
    { 12.5, 1, "12.5" },       { 12.5, 2, "12.50" }, { 12, 0, "12" },
    { 12, 2, "12.00" },        { 3000, -3, "3e3" },  { 3000, -1, "300e1" },
    { 3001, -3, "3001" },      { 0, -2, "0" },       { -0.5, 1, "-0.5" },
    { 14.7601, 1, "14.7601" }, { NAN, 0, "" },       { 5351587.74833999, 8, "5351587.74833999" },
    { 1e22, 0, "1e+22" },
};

static void test_numbers_keep_their_decimals(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(numbers); i++) {
        char text[NUMBER_GIVEN];

        assert_int_equal(number_write_given(text, numbers[i].value, numbers[i].decimals),
                         strlen(numbers[i].text));
        assert_string_equal(text, numbers[i].text);
    }
}

static const char trade[] = "period,reporter,partner,flow,value,unit,unit_mult,status,source\n"
                            "2022,KAZ,CHN,exports,13.20,USD,9,P,bns\n"
                            "2023,KAZ,CHN,exports,14.7,USD,9,,\"bns, \"\"revised\"\"\"\n"
                            "2024-01-01/P4M,KAZ,CHN,exports,,USD,9,L,bns\n";

static const struct {
    sheaf_data_format format;
    const char *text;
} formats[] = {
    { SHEAF_TEXT, "trade.csv: tidy, 3 observations, 2022 to 2024-T1\n"
                  "reporter KAZ · partner CHN · flow exports · unit USD billion\n"
                  "\n"
                  "period   source          value\n"
                  "2022     bns             13.20  [p]\n"
                  "2023     bns, \"revised\"  14.7\n"
                  "2024-T1  bns                    [l]\n"
                  "\n"
                  "[l] not collected: 1\n"
                  "[p] provisional: 1\n"
                  "\n"
                  "source bns: 2\n"
                  "source bns, \"revised\": 1\n" },
    { SHEAF_CSV, "period,reporter,partner,flow,unit,source,value,unit_mult,status\n"
                 "2022,KAZ,CHN,exports,USD,bns,13.20,9,P\n"
                 "2023,KAZ,CHN,exports,USD,\"bns, \"\"revised\"\"\",14.7,9,A\n"
                 "2024-T1,KAZ,CHN,exports,USD,bns,,9,L\n" },
    { SHEAF_SDMX_CSV,
      "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,COUNTERPART_AREA,FLOW,UNIT_MEASURE,SOURCE,"
      "TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS\n"
      "dataflow,SHEAF:TRADE(1.0),I,KAZ,CHN,exports,USD,bns,2022,13.20,9,P\n"
      "dataflow,SHEAF:TRADE(1.0),I,KAZ,CHN,exports,USD,\"bns, \"\"revised\"\"\",2023,14.7,9,A\n"
      "dataflow,SHEAF:TRADE(1.0),I,KAZ,CHN,exports,USD,bns,2024-T1,NaN,9,L\n" },
    { SHEAF_JSON,
      "[\n"
      "{\"period\": \"2022\", \"reporter\": \"KAZ\", \"partner\": \"CHN\", \"flow\": \"exports\", "
      "\"unit\": \"USD\", \"source\": \"bns\", \"value\": 13.20, \"unit_mult\": 9, \"decimals\": "
      "2, "
      "\"status\": \"P\", \"file\": \"trade.csv\", \"line\": 2},\n"
      "{\"period\": \"2023\", \"reporter\": \"KAZ\", \"partner\": \"CHN\", \"flow\": \"exports\", "
      "\"unit\": \"USD\", \"source\": \"bns, \\\"revised\\\"\", \"value\": 14.7, \"unit_mult\": 9, "
      "\"decimals\": 1, \"status\": \"A\", \"file\": \"trade.csv\", \"line\": 3},\n"
      "{\"period\": \"2024-T1\", \"reporter\": \"KAZ\", \"partner\": \"CHN\", \"flow\": "
      "\"exports\", "
      "\"unit\": \"USD\", \"source\": \"bns\", \"value\": null, \"unit_mult\": 9, \"decimals\": 0, "
      "\"status\": \"L\", \"file\": \"trade.csv\", \"line\": 4}\n"
      "]\n" },
};

static void test_every_format(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(formats); i++) {
        sheaf_table *table = read_text(trade);
        struct text text = written(table, formats[i].format);

        assert_string_equal(text.bytes, formats[i].text);
        free(text.bytes);
        sheaf_table_destroy(table);
    }
}

static void test_wide_letters_take_two_columns(void **state)
{
    sheaf_table *table = read_text("period,segment,value\n2023,中国,1\n2023,Ко\xCC\x81я,2\n");
    struct text text = written(table, SHEAF_TEXT);

    (void)state;
    assert_non_null(strstr(text.bytes, "2023    中国         1\n"));
    assert_non_null(strstr(text.bytes, "2023    Ко\xCC\x81я          2\n"));
    free(text.bytes);
    sheaf_table_destroy(table);
}

static void test_cut_names_stand_below(void **state)
{
    static const char data[] = "product,product_name,flow,period,value,unit\n"
                               "270900,\"Petroleum oils and oils obtained from bituminous "
                               "minerals, crude\",exports,2022,3,USD\n"
                               "260300,Copper ores,exports,2022,4,USD\n";
    sheaf_table *table = read_text(data);
    struct text text = written(table, SHEAF_TEXT);

    (void)state;
    assert_non_null(strstr(text.bytes, "270900 Petroleum oils and oils obtained from b\u2026"));
    assert_non_null(strstr(text.bytes, "\nname 270900: Petroleum oils and oils obtained from "
                                       "bituminous minerals, crude\n"));
    assert_null(strstr(text.bytes, "name 260300"));
    free(text.bytes);
    sheaf_table_destroy(table);
}

static void test_control_characters_stay_off_the_terminal(void **state)
{
    sheaf_table *table = read_text("period,partner,value\n2023,a\x1B[2Jb,1\n2023,c,2\n");
    struct text text = written(table, SHEAF_TEXT);

    (void)state;
    assert_null(strchr(text.bytes, 0x1B));
    assert_non_null(strstr(text.bytes, "a\uFFFD[2Jb"));
    free(text.bytes);
    sheaf_table_destroy(table);
}

/* Whatever is in a table, what was written of it reads back to the same rows. */

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static const char *pick_word(unsigned *seed)
{
    static const char *const words[] = { "CHN",    "RUS",        "\"a \"\"b\"\", c\"", "x y",
                                         "\"\n\"", "Ünïcode 中", "\" lead\"",          "TOTAL" };

    return words[next_random(seed) % LENGTH(words)];
}

static void add_value(char *out, size_t capacity, unsigned *seed)
{
    static const char *const values[] = {
        "1.50", "", "3e3", "0.000125", "-7", "123456789.25", "5"
    };

    snprintf(out, capacity, "%s", values[next_random(seed) % LENGTH(values)]);
}

static struct text random_table(unsigned seed)
{
    static const char statuses[] = "ABEFIPUV";
    static const char *const periods[] = { "2023",           "2023-04",  "2023-Q1",
                                           "2024-01-01/P4M", "2023-W05", "2024-02-29",
                                           "2022-07-01/P6M" };
    struct text text = { NULL, 0 };
    char line[256], value[32];

    snprintf(line, sizeof line,
             "period,partner,colour,row,value,unit_mult,status,conf_status,derived,growth_pct\n");
    append(&text, line, strlen(line));
    for (int i = 0; i < 40; i++) {
        const char *partner = pick_word(&seed), *colour = pick_word(&seed);

        add_value(value, sizeof value, &seed);
        snprintf(line, sizeof line, "%s,%s,%s,%d,%s,%d,%c,%s,%s,%s\n",
                 periods[next_random(&seed) % LENGTH(periods)], partner, colour, i, value,
                 (int)(next_random(&seed) % 4) * 3, statuses[next_random(&seed) % 8],
                 next_random(&seed) % 3 == 0 ? "C" : "", next_random(&seed) % 3 == 0 ? "true" : "",
                 next_random(&seed) % 3 == 0 ? "-1.20" : "");
        append(&text, line, strlen(line));
    }
    return text;
}

static bool same_number(double a, double b)
{
    return a == b || (isnan(a) && isnan(b));
}

static void check_same(const sheaf_table *a, const sheaf_table *b)
{
    sheaf_row row_a = SHEAF_ROW_INIT, row_b = SHEAF_ROW_INIT;

    assert_int_equal(sheaf_table_row_count(a), sheaf_table_row_count(b));
    assert_int_equal(sheaf_table_dimension_count(a), sheaf_table_dimension_count(b));
    for (size_t i = 0; sheaf_table_row(a, i, &row_a); i++) {
        assert_true(sheaf_table_row(b, i, &row_b));
        assert_int_equal(sheaf_period_compare(row_a.period, row_b.period), 0);
        assert_true(same_number(row_a.value, row_b.value));
        assert_true(isnan(row_a.value) || row_a.decimals == row_b.decimals);
        assert_int_equal(row_a.multiplier, row_b.multiplier);
        assert_int_equal(row_a.status, row_b.status);
        assert_int_equal(row_a.confidentiality, row_b.confidentiality);
        assert_int_equal(row_a.derived, row_b.derived);
        assert_int_equal(row_a.estimated, row_b.estimated);
        assert_true(same_number(row_a.low, row_b.low));
        assert_true(same_number(row_a.high, row_b.high));
        assert_true(same_number(row_a.stated_growth, row_b.stated_growth));
        for (size_t d = 0; d < sheaf_table_dimension_count(a); d++)
            for (size_t e = 0; e < sheaf_table_dimension_count(b); e++)
                if (strcmp(sheaf_table_dimension(a, d), sheaf_table_dimension(b, e)) == 0)
                    assert_string_equal(sheaf_table_row_member(a, i, d),
                                        sheaf_table_row_member(b, i, e));
    }
}

static void check_read_back(const sheaf_table *table, const char *text)
{
    sheaf_table *again = read_text(text);

    check_same(table, again);
    sheaf_table_destroy(again);
}

/* JSON last: of computed figures it has more than a table holds. */
static void check_read_back_as(sheaf_table *table, size_t count)
{
    static const sheaf_data_format all[] = { SHEAF_CSV, SHEAF_SDMX_CSV, SHEAF_JSON };

    for (size_t f = 0; f < count; f++) {
        struct text text = written(table, all[f]);

        check_read_back(table, text.bytes);
        free(text.bytes);
    }
}

static void test_what_is_written_reads_back(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed <= 60; seed++) {
        struct text source = random_table(seed);
        sheaf_table *table = read_text(source.bytes);

        check_read_back_as(table, 3);
        sheaf_table_destroy(table);
        free(source.bytes);
    }
}

/* What is computed is marked, with the digits that hold. */

static const char computed[] = "2 * exports; growth(exports); exports[2022]";

static sheaf_table *compute(const char *text)
{
    sheaf_table *table = read_text(text), *result;
    sheaf_series_list *all = sheaf_series_list_create(NULL);
    char copy[sizeof computed];

    memcpy(copy, computed, sizeof copy);
    for (char *one = strtok(copy, ";"); one != NULL; one = strtok(NULL, ";")) {
        sheaf_series_list *list = sheaf_table_evaluate(table, one);

        sheaf_series_list_append(all, list);
        sheaf_series_list_destroy(list);
    }
    result = sheaf_table_from_series(all, "trade.csv");
    if (sheaf_table_status(result) != SHEAF_OK)
        fail_msg("%s", sheaf_table_error(result)->message);
    sheaf_series_list_destroy(all);
    sheaf_table_destroy(table);
    return result;
}

static const struct {
    sheaf_data_format format;
    const char *text;
} derived[] = {
    { SHEAF_TEXT, "trade.csv: series, 4 observations, 2022 to 2023\n"
                  "flow exports\n"
                  "\n"
                  "period  series           unit  value  unit_mult\n"
                  "2022    2 * exports      USD    26.4          9  [p]\n"
                  "2023    2 * exports      USD    29.4          9\n"
                  "2023    growth(exports)  %      11            0  [p]\n"
                  "2022    exports          USD    13.2          9  [p]\n"
                  "\n"
                  "computed: 3\n"
                  "    2 * exports 2022 = 2 × 13.2, between 26.30 and 26.50\n"
                  "    2 * exports 2023 = 2 × 14.7, between 29.30 and 29.50\n"
                  "    growth(exports) 2023 = 14.7 / 13.2 − 1, between 10.5 and 12.2\n"
                  "[p] provisional: 3\n" },
    { SHEAF_CSV,
      "period,series,flow,unit,value,low,high,unit_mult,decimals,status,derived\n"
      "2022,2 * exports,exports,USD,26.4,26.3,26.5,9,1,P,true\n"
      "2023,2 * exports,exports,USD,29.4,29.3,29.5,9,1,A,true\n"
      "2023,growth(exports),exports,%,11.363636363636,10.566037735849,12.167300380228,0,0,"
      "P,true\n"
      "2022,exports,exports,USD,13.2,13.15,13.25,9,1,P,false\n" },
    { SHEAF_SDMX_CSV,
      "STRUCTURE,STRUCTURE_ID,ACTION,series,FLOW,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,LOW,HIGH,"
      "UNIT_MULT,DECIMALS,OBS_STATUS,DERIVED\n"
      "dataflow,SHEAF:TRADE(1.0),I,2 * exports,exports,USD,2022,26.4,26.3,26.5,9,1,P,true\n"
      "dataflow,SHEAF:TRADE(1.0),I,2 * exports,exports,USD,2023,29.4,29.3,29.5,9,1,A,true\n"
      "dataflow,SHEAF:TRADE(1.0),I,growth(exports),exports,%,2023,11.363636363636,10.566037735849,"
      "12.167300380228,0,0,P,true\n"
      "dataflow,SHEAF:TRADE(1.0),I,exports,exports,USD,2022,13.2,13.15,13.25,9,1,P,false\n" },
    { SHEAF_JSON, NULL },
};

static void test_derived_figures_are_marked(void **state)
{
    static const char csv[] = "period,flow,value,unit,unit_mult,status\n"
                              "2022,exports,13.2,USD,9,P\n2023,exports,14.7,USD,9,A\n";

    (void)state;
    for (size_t i = 0; i < LENGTH(derived); i++) {
        sheaf_table *table = compute(csv);
        struct text text = written(table, derived[i].format);

        if (derived[i].text != NULL)
            assert_string_equal(text.bytes, derived[i].text);
        if (derived[i].format == SHEAF_JSON) {
            assert_non_null(strstr(text.bytes, "\"status\": \"P\", \"derived\": true, "));
            assert_non_null(strstr(text.bytes, "\"value\": 13.2, \"unit_mult\": 9, \"decimals\": "
                                               "1, \"status\": \"P\", \"file\""));
        } else if (derived[i].format != SHEAF_TEXT) {
            check_read_back(table, text.bytes);
        }
        free(text.bytes);
        sheaf_table_destroy(table);
    }
}

/* Computed figures, too, read back to the same table, whatever their digits. */
static void test_computed_tables_read_back(void **state)
{
    static const char *const values[] = { "12.5", "3e3", "0.0125", "700", "123456789.25", "5" };

    (void)state;
    for (unsigned seed = 1; seed <= 60; seed++) {
        unsigned random = seed;
        char csv[512] = "period,flow,value,unit,unit_mult,status\n";

        for (int year = 2019; year <= 2023; year++)
            snprintf(csv + strlen(csv), sizeof csv - strlen(csv), "%d,exports,%s,USD,%d,%c\n", year,
                     values[next_random(&random) % LENGTH(values)],
                     (int)(next_random(&random) % 3) * 3, "AEP"[next_random(&random) % 3]);

        sheaf_table *table = compute(csv);
        check_read_back_as(table, 2);
        sheaf_table_destroy(table);
    }
}

/* Of many, the first few are explained. */
static void test_few_derivations_are_told(void **state)
{
    static const char csv[] = "period,flow,value,unit\n2019,exports,1,USD\n2020,exports,2,USD\n"
                              "2021,exports,3,USD\n2022,exports,4,USD\n2023,exports,5,USD\n";
    sheaf_table *table = compute(csv);
    struct text text = written(table, SHEAF_TEXT);

    (void)state;
    assert_non_null(strstr(text.bytes, "computed: 9\n    2 * exports 2019 = 2 × 1, between"));
    assert_non_null(strstr(text.bytes, "\n    … and 1 more\n"));
    free(text.bytes);
    sheaf_table_destroy(table);
}

static void test_derived_is_true_or_false(void **state)
{
    static const char csv[] = "period,value,derived\n2023,1,maybe\n";
    sheaf_table *table = sheaf_table_read_bytes(NULL, "trade.csv", csv, strlen(csv));
    char text[512];

    (void)state;
    sheaf_error_text(sheaf_table_error(table), text, sizeof text);
    assert_string_equal(text, "trade.csv:2:8: error: 'maybe' is neither true nor false; derived "
                              "values are true, stated ones false");
    sheaf_table_destroy(table);
}

static void test_memory_may_run_out(void **state)
{
    (void)state;
    for (size_t f = 0; f < LENGTH(formats); f++)
        for (size_t k = 0;; k++) {
            struct quota quota = { .left = 10000 };
            sheaf_alloc alloc = quota_alloc(&quota);
            sheaf_table *table = table_read_in(&alloc, "x", trade, strlen(trade));
            struct text text = { NULL, 0 };
            sheaf_status status;

            quota.left = k;
            status = sheaf_table_write_sink(table, formats[f].format, (sheaf_sink){ &text, append },
                                            NULL);
            sheaf_table_destroy(table);
            assert_int_equal(quota.live, 0);
            assert_true(status == SHEAF_OK ? text.n > 0 : text.n == 0);
            assert_true(status == SHEAF_OK || status == SHEAF_NO_MEMORY);
            free(text.bytes);
            if (status == SHEAF_OK)
                break;
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_keep_their_decimals),
        cmocka_unit_test(test_every_format),
        cmocka_unit_test(test_wide_letters_take_two_columns),
        cmocka_unit_test(test_cut_names_stand_below),
        cmocka_unit_test(test_control_characters_stay_off_the_terminal),
        cmocka_unit_test(test_what_is_written_reads_back),
        cmocka_unit_test(test_derived_figures_are_marked),
        cmocka_unit_test(test_computed_tables_read_back),
        cmocka_unit_test(test_few_derivations_are_told),
        cmocka_unit_test(test_derived_is_true_or_false),
        cmocka_unit_test(test_memory_may_run_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

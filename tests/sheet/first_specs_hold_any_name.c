/* first_specs_hold_any_name.c - a first spec is YAML that says what the data do, whatever their members
 * are called, and takes the member that suits. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "sheaf/sheet.h"
#include "support/quota.h"
#include "support/table_in.h"

struct text {
    char bytes[16384];
    size_t length;
};

static int take(void *context, const void *bytes, size_t n)
{
    struct text *text = context;

    assert_true(text->length + n < sizeof text->bytes);
    memcpy(text->bytes + text->length, bytes, n);
    text->length += n;
    text->bytes[text->length] = '\0';
    return 0;
}

static sheaf_status suggest(const char *csv, const sheaf_suggest_options *given, struct text *spec,
                            sheaf_error *error)
{
    sheaf_suggest_options options = SHEAF_SUGGEST_OPTIONS_INIT;
    sheaf_table *table = sheaf_table_read_bytes(NULL, "data.csv", csv, strlen(csv));

    if (given != NULL)
        options = *given;
    options.file = options.file != NULL ? options.file : "data.csv";
    spec->length = 0;
    spec->bytes[0] = '\0';
    const sheaf_status status =
        sheaf_sheet_suggest_sink(table, &options, (sheaf_sink){ spec, take }, error);
    sheaf_table_destroy(table);
    return status;
}

/* A member with more figures than the other, and what the spec makes of it. */
static const struct {
    const char *member; /* as CSV has it */
    const char *said;
} names[] = {
    { "Plain", "  main: {value: \"figures[grade: Plain]\", label: Plain}\n" },
    { "\"He said \"\"no\"\"\"",
      "  main: {value: \"figures[grade: 'He said \\\"no\\\"']\", label: 'He said \"no\"'}\n" },
    { "it's", "  main: {value: \"figures[grade: \\\"it's\\\"]\", label: \"it's\"}\n" },
    { "*", "  main: {value: 'figures[grade: \"*\"]', label: \"*\"}\n" },
    { "$partner", "  main: {value: 'figures[grade: \"$partner\"]', label: \"$partner\"}\n" },
    { "{x}", "  main: {value: 'figures[grade: \"{x}\"]', label: Main series}\n" },
    { "\"a\nb\"", "  main: {value: \"figures[grade: \\\"a\\nb\\\"]\", label: \"a\\nb\"}\n" },
    { "a|b", "  main: {value: 'figures[grade: \"a|b\"]', label: \"a|b\"}\n" },
    { "a]b", "  main: {value: 'figures[grade: \"a]b\"]', label: \"a]b\"}\n" },
    { "# no comment", "label: \"# no comment\"}\n" },
    { "- no list", "label: \"- no list\"}\n" },
    { "yes", "label: \"yes\"}\n" },
    { "null", "label: \"null\"}\n" },
    { "~x", "label: \"~x\"}\n" },
    { "\\back", "label: \"\\\\back\"}\n" },
    { "**bold**", "title: \"\\\\*\\\\*bold\\\\*\\\\*{rise ? " },
    { "\xC3\xBC \xE4\xB8\xAD", "label: \xC3\xBC \xE4\xB8\xAD}\n" },
    /* In a filter '!' leaves out, and there are two kinds of quote only: the other one is taken. */
    { "!not", "  main: {value: \"figures[grade: Other one]\", label: Other one}\n" },
    { "\"both \"\" and '\"", "  main: {value: \"figures[grade: Other one]\"" },
};

static void any_name_is_a_member(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(names); i++) {
        struct text spec;
        sheaf_error error;
        char csv[600];

        snprintf(csv, sizeof csv,
                 "period,grade,value,unit\n2021,%s,7,USD\n2022,%s,8,USD\n2023,%s,9,USD\n"
                 "2022,Other one,3,USD\n2023,Other one,2,USD\n",
                 names[i].member, names[i].member, names[i].member);
        print_message("  %s\n", names[i].member);
        if (suggest(csv, NULL, &spec, &error) != SHEAF_OK)
            fail_msg("%s", error.message);
        /* A sentence's figures and brackets are for markup where a title is, the rest is YAML's. */
        if (strstr(spec.bytes, names[i].said) == NULL)
            fail_msg("%s", spec.bytes);
    }
}

#define MONTHS                                                                                     \
    "2022-01,1\n2022-02,2\n2022-03,3\n2022-04,4\n2022-05,5\n2022-06,6\n2022-07,7\n2022-08,8\n"     \
    "2022-09,9\n2022-10,8\n2022-11,7\n2022-12,6\n2023-01,1\n2023-02,2\n2023-03,3\n2023-04,4\n"     \
    "2023-05,5\n2023-06,6\n2023-07,7\n2023-08,8\n2023-09,9\n2023-10,8\n2023-11,7\n2023-12,6\n"

#define PARTNERS(world)                                                                            \
    "period,partner,flow,value,unit\n"                                                             \
    "2022,CHN,exports,5,USD\n2023,CHN,exports,6,USD\n2022,RUS,exports,4,USD\n"                     \
    "2023,RUS,exports,3,USD\n2022,UZB,exports,2,USD\n2023,UZB,exports,2,USD\n"                     \
    "2022,KGZ,exports,1,USD\n2023,KGZ,exports,1,USD\n" world

/* What suits some data; said NULL: it is not there. */
static const struct {
    const char *name, *csv, *said, *not_said;
} shapes[] = {
    { "a stated whole is the default, and no part",
      PARTNERS("2022,WLD,exports,15,USD\n2023,WLD,exports,16,USD\n"), "  partner: WLD\n",
      "partner: *" },
    { "shares are of the stated whole",
      PARTNERS("2022,WLD,exports,15,USD\n2023,WLD,exports,16,USD\n"),
      "share(row, of: world)[$year]", NULL },
    { "parts without a whole are added up", PARTNERS(""),
      "  exports: \"total(trade[flow: exports], by: partner)\"\n", "parameters:\n  partner" },
    { "a ranking is of the parts alone", PARTNERS(""),
      "    type: ranking\n          title: Exports by partner\n          series: "
      "\"exports_by_partner[series: !other]\"\n",
      NULL },
    { "exports and imports over nine years",
      "period,flow,value,unit\n2015,exports,1,USD\n2016,exports,2,USD\n2017,exports,3,USD\n"
      "2018,exports,3,USD\n2019,exports,3,USD\n2020,exports,3,USD\n2021,exports,3,USD\n"
      "2022,exports,3,USD\n2023,exports,3,USD\n2015,imports,1,USD\n2016,imports,2,USD\n"
      "2017,imports,3,USD\n2018,imports,3,USD\n2019,imports,3,USD\n2020,imports,3,USD\n"
      "2021,imports,3,USD\n2022,imports,3,USD\n2023,imports,3,USD\n",
      "type: surplus", "type: bars" },
    { "two years of two flows",
      "period,flow,value,unit\n2022,exports,1,USD\n2023,exports,2,USD\n2022,imports,1,USD\n"
      "2023,imports,2,USD\n",
      "type: bars", "type: surplus" },
    { "two years of months", "period,value\n" MONTHS, "type: seasonal", "type: bars" },
    { "a stated growth implies the year before",
      "period,flow,value,unit,growth_pct\n2023,exports,5,USD,10\n",
      "exports: \"imply(trade[flow: exports])\"", NULL },
    { "a part of a year beside years",
      "period,flow,value,unit\n2022,exports,5,USD\n2023,exports,6,USD\n2023-T1,exports,2,USD\n"
      "2024-T1,exports,3,USD\n",
      "periods: [2023-T1, 2024-T1]", "2024-T1]\n    columns" },
    { "value and quantity, each on its own axis",
      "period,flow,indicator,value,unit\n2022,exports,value,5,USD\n2023,exports,value,6,USD\n"
      "2022,exports,quantity,5,t\n2023,exports,quantity,6,t\n",
      "type: panels", NULL },
    { "reporters are compared, and never added up",
      "period,reporter,flow,value,unit\n2022,KAZ,exports,5,USD\n2023,KAZ,exports,6,USD\n"
      "2022,UZB,exports,5,USD\n2023,UZB,exports,6,USD\n",
      "  reporter: KAZ\n", "total" },
    { "shares are not added up",
      "period,sector,value,unit\n2022,A,50,%\n2023,A,40,%\n2022,B,40,%\n2023,B,45,%\n", "by_sector",
      "total" },
    { "one figure", "period,value,unit\n2023,5,USD\n", "- figures:", "- chart:" },
    { "numbers in place of periods", "price,exports\n10.5,9\n11.5,8\n12.5,7\n13.5,5\n",
      "- chart:", "$year" },
    { "sectors make a sum",
      "period,sector,flow,value,unit\n2022,A,exports,5,USD\n2023,A,exports,4,USD\n"
      "2022,B,exports,4,USD\n2023,B,exports,6,USD\n",
      "exports: \"total(trade[flow: exports], by: sector)\"", "title: \"A: " },
    { "what else a headline is of is said",
      "period,grade,flow,value,unit\n2021,A,exports,4,USD\n2022,A,exports,5,USD\n"
      "2023,A,exports,4,USD\n2022,B,exports,4,USD\n2023,B,exports,6,USD\n",
      "title: \"A: exports {rise ? ", NULL },
    { "columns of flows, each with its own",
      "year,china_exp_bn,china_imp_bn,russia_exp_bn,russia_imp_bn,share_pct\n2022,1,2,3,4,5\n"
      "2023,2,3,4,5,6\n",
      "  exports: \"trade[flow: exports, series: china_exp_bn]\"\n"
      "  imports: \"trade[flow: imports, series: china_imp_bn]\"\n",
      "total(" },
    { "a column is called without its flow and unit",
      "year,china_exp_bn,china_imp_bn,russia_exp_bn,russia_imp_bn\n2022,1,2,3,4\n2023,2,3,4,5\n",
      "title: \"China: trade {rise ? ", NULL },
    { "columns are lines, which may be parts beside their whole",
      "year,kaz_exports_bn,world_exports_bn\n2022,1,2\n2023,2,3\n", "title: Exports side by side\n",
      "type: stacked" },
    { "columns in other units are in a table",
      "year,gdp_usd,people,jobless_pct\n2022,1,2,3\n2023,2,3,4\n",
      "title: Other figures\n      rows: \"figures[series: people | jobless_pct]\"\n", NULL },
    { "indicators in other units are in a table",
      "period,indicator,unit,value\n2022,GDP,USD,5\n2023,GDP,USD,6\n2022,Jobless,%,5\n"
      "2023,Jobless,%,6\n",
      "rows: \"figures[indicator: Jobless]\"\n", NULL },
    { "quantities of all partners have a unit value",
      "period,partner,value,qty,unit\n2022,CHN,6,3,t\n2023,CHN,8,3,t\n2022,RUS,6,2,t\n"
      "2023,RUS,6,2,t\n",
      "  quantity: {value: \"total(figures[indicator: quantity], by: partner)\", label: "
      "Quantity}\n",
      NULL },
    { "value, quantity and unit value", "period,value,qty\n2022,6,3\n2023,8,3\n",
      "title: \"Value, quantity and unit value\"\n      series: [main, quantity, unit_value]\n",
      "type: bars" },
    { "a unit in brackets",
      "period,indicator,value\n2022,Jobless (% of labour),30\n2023,Jobless (% of labour),31\n",
      "set: {unit: \"%\"}}\n", "change: growth" },
    { "no unit", "period,value\n2022,6\n2023,8\n",
      "  # The data name no unit. If you know it, add it to them: set: {unit: USD}\n", NULL },
    { "a column of numbers that is not read",
      "period,partner,value,index_a\n2022,CHN,6,3.5\n2023,CHN,8,3.25\n2022,RUS,6,2.5\n",
      "#   sheaf new DATA --columns 'value: index_a'\n", NULL },
    { "a member without a name", "period,partner,value\n2022,,5\n2023,,6\n2023,CHN,1\n",
      "figures[partner: \"\"]", NULL },
};

static void charts_suit_the_data(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(shapes); i++) {
        struct text spec;
        sheaf_error error;

        print_message("  %s\n", shapes[i].name);
        if (suggest(shapes[i].csv, NULL, &spec, &error) != SHEAF_OK)
            fail_msg("%s", error.message);
        if (strstr(spec.bytes, shapes[i].said) == NULL ||
            (shapes[i].not_said != NULL && strstr(spec.bytes, shapes[i].not_said) != NULL))
            fail_msg("%s", spec.bytes);
    }
}

static void options_are_repeated(void **state)
{
    static const sheaf_filter filters[] = { { "flow", "exports" },
                                            { "partner", "!WLD" },
                                            { "partner", "!KGZ" } };
    static const sheaf_column columns[] = { { "Wert: EUR", "value" } };
    sheaf_read_options reading = SHEAF_READ_OPTIONS_INIT;
    sheaf_suggest_options options = SHEAF_SUGGEST_OPTIONS_INIT;
    struct text spec, again;
    sheaf_error error;

    (void)state;
    reading.decimal = ",";
    reading.sheet = "Q1 'a'";
    reading.columns = columns;
    reading.n_columns = 1;
    options.reading = &reading;
    options.filters = filters;
    options.n_filters = LENGTH(filters);
    options.file = "../my data.csv";
    options.language = "ru";
    assert_int_equal(suggest(PARTNERS("2023,WLD,exports,16,USD\n"), &options, &spec, &error),
                     SHEAF_OK);
    assert_non_null(strstr(spec.bytes, "language: ru\n"));
    assert_non_null(strstr(spec.bytes, "sheaf sheet spec.yaml -o spec.pdf "));
    assert_non_null(strstr(spec.bytes,
                           "  trade: {file: \"../my data.csv\", decimal: \",\", sheet: \"Q1 'a'\", "
                           "columns: {value: \"Wert: EUR\"}, without: {partner: [WLD, KGZ]}}\n"));
    assert_int_equal(suggest(PARTNERS("2023,WLD,exports,16,USD\n"), &options, &again, &error),
                     SHEAF_OK);
    assert_string_equal(spec.bytes, again.bytes);
}

static void what_cannot_be_is_told(void **state)
{
    sheaf_suggest_options options = SHEAF_SUGGEST_OPTIONS_INIT;
    struct text spec;
    sheaf_error error;

    (void)state;
    assert_int_equal(suggest("period,value\n2022,\n2023,..\n", NULL, &spec, &error),
                     SHEAF_BAD_INPUT);
    assert_non_null(strstr(error.message, "no figure has a value"));
    assert_int_equal(spec.length, 0);
    options.language = "xx";
    assert_int_equal(suggest("period,value\n2022,1\n", &options, &spec, &error),
                     SHEAF_BAD_ARGUMENT);
    options.language = NULL;
    options.file = "odbc:DSN=trade;PWD=secret";
    assert_int_equal(suggest("period,value\n2022,1\n", &options, &spec, &error), SHEAF_BAD_INPUT);
    assert_non_null(strstr(error.message, "would show the password"));
    assert_null(strstr(error.message, "secret"));
    options.file = "odbc:DSN=trade;PWD=$SECRET";
    assert_int_equal(suggest("period,value\n2022,1\n", &options, &spec, &error), SHEAF_OK);
    assert_non_null(strstr(spec.bytes, "{odbc: \"DSN=trade;PWD=$SECRET\"}"));
}

/* Every request would be too many: each of the first, then fewer and fewer. */
static void memory_may_run_out(void **state)
{
    static const char csv[] = PARTNERS("2022,WLD,exports,15,USD\n2023,WLD,exports,16,USD\n");
    sheaf_status status = SHEAF_NO_MEMORY;

    (void)state;
    for (size_t left = 0; status == SHEAF_NO_MEMORY; left += 1 + left / 100) {
        struct quota quota = { .left = left };
        sheaf_alloc alloc = quota_alloc(&quota);
        sheaf_suggest_options options = SHEAF_SUGGEST_OPTIONS_INIT;
        sheaf_table *table = table_read_in(&alloc, "data.csv", csv, sizeof csv - 1);
        struct text spec = { .length = 0 };
        sheaf_error error;

        options.file = "data.csv";
        status = sheaf_sheet_suggest_sink(table, &options, (sheaf_sink){ &spec, take }, &error);
        sheaf_table_destroy(table);
        assert_int_equal(quota.live, 0);
        if (status != SHEAF_OK && status != SHEAF_NO_MEMORY)
            fail_msg("%s", error.message);
        assert_true(status == SHEAF_OK ? spec.length > 0 : spec.length == 0);
    }
    assert_int_equal(status, SHEAF_OK);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_name_is_a_member), cmocka_unit_test(charts_suit_the_data),
        cmocka_unit_test(options_are_repeated), cmocka_unit_test(what_cannot_be_is_told),
        cmocka_unit_test(memory_may_run_out),
    };
    return cmocka_run_group_tests_name("sheet/first_specs_hold_any_name", tests, NULL, NULL);
}

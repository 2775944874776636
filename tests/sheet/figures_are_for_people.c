/* figures_are_for_people.c - sheets show figures as people read them, by one rule in key
 * figures, texts, tables, charts and notes: digits that hold, and no more than are read. */
#include "support/check.h"

#include "pages.h"

#define NB "\xC2\xA0"

static const struct {
    const char *name;
    const char *data;   /* rows below "period,flow,value,unit,unit_mult" */
    const char *series; /* in braces, as YAML */
    const char *blocks; /* of the sheet */
    const char *language;
    const char *shown[8]; /* each stands in the pages */
    const char *never[4];
} cases[] = {
    { "changes of percentages are in points",
      "2022,exports,10.00,USD,9\n2023,exports,20.00,USD,9\n"
      "2022,imports,40.00,USD,9\n2023,imports,50.00,USD,9\n",
      "share: 'share(d[flow:exports], of: d[flow:imports])'",
      "  - figures: [{value: 'share[2023]', change: growth}]\n"
      "  - text: 'by {growth(share)[2023]}.'\n"
      "  - table: {rows: [share], columns: [2022, 2023, growth(2023)]}\n",
      "en",
      { "\"15.0" NB "pp\"", "\"+15.0" NB "pp\"" },
      { "+15.0%" } },
    { "also in Russian",
      "2022,exports,10.00,USD,9\n2023,exports,20.00,USD,9\n"
      "2022,imports,40.00,USD,9\n2023,imports,50.00,USD,9\n",
      "share: 'share(d[flow:exports], of: d[flow:imports])'",
      "  - table: {rows: [share], columns: [2022, 2023, growth(2023)]}\n",
      "ru",
      { "\"+15,0" NB "п.п.\"" },
      { "+15,0" NB "%" } },
    { "percentages have one decimal and two digits",
      "2022,exports,14819246516,USD,0\n2022,imports,2715997517261,USD,0\n"
      "2022,turnover,42016266,USD,0\n",
      "s: 'share(d[flow:exports], of: d[flow:imports])', "
      "t: 'share(d[flow:turnover], of: d[flow:imports])'",
      "  - figures: [{value: 's[2022]'}]\n"
      "  - text: 'a {t[2022]}.'\n"
      "  - table: {rows: [s, t], columns: [2022]}\n",
      "en",
      { "\"0.55%\"", "\"0.0015%\"", "\"0.546\"", "\"0.002\"" },
      { "0.5456", "0.00154" } },
    { "growth that may be nothing is about so much",
      "2020,exports,6.8,USD,9\n2021,exports,6.9,USD,9\n",
      "e: 'd[flow:exports]'",
      "  - figures: [{value: 'e[2021]', change: growth}]\n"
      "  - text: 'a {growth(e)[2021]}.'\n"
      "  - table: {rows: [e], columns: [2020, 2021, growth(2021)]}\n"
      "  - notes\n",
      "en",
      { "\"≈1.5%\"", "\"≈+1.5%\"" },
      { "\"0%\"", "\"+0%\"", "0–3" } },
    { "and growth of which hardly a digit holds",
      "2022,exports,8.8,USD,9\n2023,exports,9.8,USD,9\n",
      "e: 'd[flow:exports]'",
      "  - text: 'a {growth(e)[2023]}.'\n"
      "  - table: {rows: [e], columns: [2022, 2023, growth(2023)]}\n",
      "en",
      { "\"≈11%\"", "\"≈+11%\"" },
      { "\"10%\"", "\"+10%\"" } },
    { "or may go either way",
      "2020,exports,6.8,USD,9\n2021,exports,6.78,USD,9\n",
      "e: 'd[flow:exports]'",
      "  - figures: [{value: 'e[2021]', change: growth}]\n",
      "en",
      { "\"≈\xE2\x88\x92"
        "0.29%\"" },
      { "\"0%\"" } },
    { "ranges stand where an author asks for them",
      "2020,exports,6.8,USD,9\n2021,exports,6.9,USD,9\n",
      "e: 'd[flow:exports]'",
      "  - figures: [{value: 'growth(e)[2021]', show: range}]\n"
      "  - table: {rows: [e], columns: [2020, growth(2021)], show: range}\n",
      "en",
      { "\"0–3%\"" },
      { "≈", "6.75" } },
    { "amounts are rounded, in a multiplier that suits them",
      "2020,exports,14.758685496000002,USD,9\n2021,exports,15.897477205,USD,9\n"
      "2020,imports,79138754.67736,USD,3\n2021,imports,60812345.12345,USD,3\n",
      "e: 'd[flow:exports]', i: 'd[flow:imports]'",
      "  - figures: [{value: 'e[2020]'}, {value: 'i[2020]', decimals: 2}]\n"
      "  - text: 'a {e[2021]}, {i[2021]}, {e[2021], decimals: 3}.'\n"
      "  - table: {rows: [e, i], columns: [2020, 2021]}\n"
      "  - table: {rows: [e], columns: [2020], decimals: 4}\n",
      "en",
      { "\"$14.8\"", "\"$79.14\"", "\"$15.9" NB "bn\"", "\"$60.8" NB "bn\"", "\"$15.897" NB "bn\"",
        "\"79.1\"", "\"14.7587\"", "\"USD billion\"" },
      { "754", "14.75868" } },
    { "a small balance is of millions, and so is the table that has it",
      "2022,exports,14.9,USD,9\n2022,balance,-0.256,USD,9\n",
      "e: 'd[flow:exports]', b: 'd[flow:balance]'",
      "  - figures: [{value: 'e[2022]'}, {value: 'b[2022]'}]\n"
      "  - text: 'a {b[2022]}.'\n"
      "  - table: {rows: [e, b], columns: [2022]}\n",
      "en",
      { "\"$14.9\"", "\"\xE2\x88\x92$256\"", "\"\xE2\x88\x92$256" NB "m\"", "\"14,900\"",
        "\"\xE2\x88\x92"
        "256\"",
        "\"USD million\"" },
      { "0.256", "0.3\"" } },
    { "the multiplier is that of the rounded figure",
      "2020,exports,999999,USD,0\n2021,exports,999.9996,USD,6\n2022,exports,999.4,USD,6\n",
      "e: 'd[flow:exports]'",
      "  - text: 'a {e[2020]}, {e[2021]}, {e[2022]}, {e[2020], decimals: 3}.'\n"
      "  - chart: {type: bars, series: [e], periods: [2021]}\n"
      "  - table: {rows: [e], columns: [2021]}\n",
      "en",
      { "\"$1.00" NB "m\"", "\"$1.00" NB "bn\"", "\"$999" NB "m\"", "\"$999.999" NB "thousand\"",
        "\"1.00\"", "billion" },
      { "1,000", "1.000" } },
    { "by ten thousands as well",
      "2020,exports,99999999,USD,0\n2021,exports,9999.9,USD,0\n2022,exports,256,USD,6\n",
      "e: 'd[flow:exports]'",
      "  - text: 'a {e[2020]}, {e[2022]}.'\n",
      "zh",
      { "\"1.00\"", "\"2.56\"", "\"亿美元\"" },
      { "10,000", "25,600" } },
    { "never more digits than the source's",
      "2020,exports,13,USD,9\n2021,exports,14.7,USD,9\n",
      "e: 'd[flow:exports]'",
      "  - text: 'a {e[2020], decimals: 2}.'\n"
      "  - table: {rows: [e], columns: [2020, 2021], decimals: 2}\n",
      "en",
      { "\"$13" NB "bn\"", "\"13\"", "\"14.7\"" },
      { "13.0", "14.70" } },
    { "all rows of a unit have one number of decimals",
      "2020,exports,31.52,USD,9\n2020,imports,5.04,USD,9\n",
      "e: 'd[flow:exports]', i: 'd[flow:imports]'",
      "  - table: {rows: [e, i], columns: [2020]}\n",
      "en",
      { "\"31.5\"", "\"5.0\"" },
      { "5.04" } },
    { "a column has one number of decimals, the fewest of its figures",
      "2022,exports,9.0,USD,9\n2022,imports,12.5,USD,9\n2022,turnover,60.0,USD,9\n"
      "2023,exports,14,USD,9\n2023,imports,16.8,USD,9\n2023,turnover,80.4,USD,9\n",
      "e: 'd[flow:exports]', i: 'd[flow:imports]', t: 'd[flow:turnover]'",
      "  - table: {rows: [e, i, t], columns: [2023, growth(2023)]}\n",
      "en",
      { "\"14\"", "\"17\"", "\"80\"", "\"+60%\"", "\"+34%\"" },
      { "16.8", "80.4", "34.4" } },
    { "unless a figure would lose by it: then one that is short of a digit is about so much",
      "2023,exports,14.9,USD,9\n2023,imports,4.1,USD,9\n2023,turnover,50.4,USD,9\n",
      "e: 'd[flow:exports]', i: 'd[flow:imports]', "
      "r: 'd[flow:turnover] - d[flow:exports] - d[flow:imports]'",
      "  - table: {rows: [e, i, r], columns: [2023]}\n"
      "  - chart: {type: bars, series: [e, i, r]}\n",
      "en",
      { "\"14.9\"", "\"4.1\"", "\"≈31.4\"" },
      { "\"31\"", "\"15\"" } },
    { "a stated one stays as it is stated",
      "2023,exports,14.9,USD,9\n2023,imports,4.1,USD,9\n2023,turnover,31,USD,9\n",
      "e: 'd[flow:exports]', i: 'd[flow:imports]', t: 'd[flow:turnover]'",
      "  - table: {rows: [e, i, t], columns: [2023]}\n",
      "en",
      { "\"14.9\"", "\"4.1\"", "\"31\"" },
      { "≈", "31.0" } },
    { "formulas are no part of the notes",
      "2020,exports,14.758685496000002,USD,9\n2021,exports,15.897477205,USD,9\n"
      "2020,imports,14.758001,USD,9\n2021,imports,15.1,USD,9\n",
      "b: 'd[flow:exports] - d[flow:imports]'",
      "  - table: {rows: [b], columns: [2020, growth(2021)]}\n"
      "  - notes\n",
      "en",
      { "T" },
      { "14.7586855", "14.758001" } },
    { "Sheaf's words are of the language",
      "2022-01,exports,1,USD,9\n2022-02,exports,2,USD,9\n2022-03,exports,4,USD,9\n",
      "x: 'd[flow:exports]'",
      "  - table: {rows: ['sum(x, to: quarter)'], columns: [2022-Q1]}\n"
      "  - chart: {series: x, source: An office}\n"
      "  - notes\n",
      "fr",
      { "somme des périodes plus courtes", "Source" NB ": " },
      { "sum(" } },
    { "what functions compute is defined",
      "2022-01,exports,1.0,USD,9\n2022-01-01/P2M,exports,3.5,USD,9\n2022,imports,14.7,USD,9\n"
      "2022,re-exports,4.5,USD,9\n2022,rate,0.9500,EUR/USD,0\n2022,prices,104.0,2019 = 100,0\n"
      "2019,prices,100.0,2019 = 100,0\n",
      "x: 'd[flow:exports]', i: 'd[flow:imports]', r: 'd[flow:rate]', p: 'd[flow:prices]'",
      "  - figures: [{value: 'months(x)[2022-02]'}, {value: 'convert(i, to: EUR, at: r)[2022]'}]\n"
      "  - figures: [{value: 'constant(i, prices: p, base: 2019)[2022]'}]\n"
      "  - text: '{count(d[flow:imports | re-exports], by: flow)[2022]}'\n"
      "  - notes\n",
      "en",
      { "difference of the sums since", "converted at the rates: r", "deflated by the",
        "number of "
        "parts" },
      { NULL } },
    { "and so are its colons",
      "2022,exports,1,USD,9\n2023,exports,2,USD,9\n",
      "x: 'd[flow:exports]'",
      "  - chart: {series: x, source: An office}\n",
      "zh",
      { "来源：" },
      { "来源:" } },
    { "a figure stands as one piece in a sentence of the other direction",
      "2022,exports,13.1,USD,9\n2023,exports,14.7,USD,9\n",
      "x: 'd[flow:exports]'",
      "  - text: 'In 2023 it was {x[2023]}, {growth(x)[2023]} more than before.'\n",
      "ug",
      { "\"12%\u2069\"" },
      { "\"12\"", "\"%\"" } },
};

static sheaf_sheet *read_case(size_t i)
{
    char data[2000], spec[4000];

    snprintf(data, sizeof data, "period,flow,value,unit,unit_mult\n%s", cases[i].data);
    snprintf(spec, sizeof spec,
             "sheaf: 1\ntitle: T\nlanguage: %s\ndata: {d: people.csv}\nseries: {%s}\nsheet:\n%s",
             cases[i].language, cases[i].series, cases[i].blocks);
    return pages_read_data("people", data, spec);
}

static void test_sheets(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++) {
        sheaf_sheet *sheet = read_case(i);
        struct buffer dump;
        size_t n_pages = pages_dump(sheet, &dump);

        print_message("  %s\n", cases[i].name);
        assert_string_equal(sheaf_sheet_message(sheet), "");
        assert_int_equal(n_pages, 1);
        for (size_t k = 0; k < LENGTH(cases[i].shown) && cases[i].shown[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].shown[k]) == NULL)
                fail_msg("%s is not shown in\n%s", cases[i].shown[k], dump.bytes);
        for (size_t k = 0; k < LENGTH(cases[i].never) && cases[i].never[k] != NULL; k++)
            if (strstr(dump.bytes, cases[i].never[k]) != NULL)
                fail_msg("%s is shown in\n%s", cases[i].never[k], dump.bytes);
        buffer_free(&dump);
        sheaf_sheet_destroy(sheet);
    }
}

static void test_calls_say_decimals(void **state)
{
    const double values[] = { 14.76, 15.25 };
    const sheaf_period year = sheaf_period_year(2021);
    sheaf_series *series = sheaf_series_from_years("exports", "USD", 9, 2020, values, 2);
    const sheaf_series *const rows[] = { series };
    sheaf_sheet *sheet = sheaf_sheet_create(NULL);
    struct buffer dump;

    (void)state;
    sheaf_sheet_add_figure(sheet, NULL, series, year, false);
    sheaf_sheet_set_decimals(sheet, 2);
    sheaf_sheet_add_table(sheet, rows, 1, &year, 1, false);
    sheaf_sheet_set_decimals(sheet, 0);
    assert_int_equal(pages_dump(sheet, &dump), 1);
    assert_non_null(strstr(dump.bytes, "\"$15.25\""));
    assert_non_null(strstr(dump.bytes, "\"15\""));
    buffer_free(&dump);
    sheaf_sheet_add_heading(sheet, "A heading");
    sheaf_sheet_set_decimals(sheet, 1);
    assert_int_equal(sheaf_sheet_status(sheet), SHEAF_BAD_ARGUMENT);
    sheaf_sheet_destroy(sheet);
    sheaf_series_destroy(series);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_sheets),
                                        cmocka_unit_test(test_calls_say_decimals) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

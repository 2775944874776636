/* public_files_keep_their_sums.c - how many rows public files have, and what their values add
 * up to, digit for digit: no change to a reader may lose or alter a figure unseen.
 *
 * The files lie in ../shared/data, beside the sources. Where they are not, this is skipped. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/number.h"
#include "sheaf/table.h"
#include "support/golden.h"

static const char *const files[] = {
    "bns-kazakhstan/exports.csv",
    "bns-kazakhstan/imports.csv",
    "china-minerals/country_monthly_stats.csv",
    "china-minerals/overview_monthly.csv",
    "comtrade/new-portal-2022.csv",
    "first-sample/kaz-chn.csv",
    "json-stat/pyjstat-galicia-2.0.json",
    "json-stat/rjstat-dataset.json",
    "json-stat/rjstat-oecd.json",
    "sdmx-csv/example-01.csv",
    "sdmx-csv/example-02.csv",
    "sdmx-csv/example-04.csv",
    "sdmx-csv/example-05.csv",
    "sdmx-csv/example-09A.csv",
    "sdmx-csv/example-14.csv",
    "uk-all-partners/uk-total-trade-all-countries-annual.csv",
    "wdi/API_NE.EXP.GNFS.ZS_DS2_en_csv_v2.csv",
    "wits-kaz-chn/annual-panel-2015-2024.csv",
    "wits-kaz-chn/partners-china-russia-eu-uk-2015-2024.csv",
    "wits-kaz-chn/sectoral-2015-2024.csv",
};

/* A decimal number of any size: digits[PLACES + k] counts 10^k. Digits are added column by
 * column and carried once, at the end, so nothing is ever rounded. */
enum { PLACES = 40 };
struct sum {
    long long digits[2 * PLACES];
};

/* A value as its shortest text, which has the digits of the file. */
static void sum_add(struct sum *sum, double value)
{
    char text[NUMBER_TEXT];
    size_t n = number_write(text, value);
    const char *exponent = memchr(text, 'e', n);
    const char *end = exponent != NULL ? exponent : text + n;
    const char *point = memchr(text, '.', (size_t)(end - text));
    int place = exponent != NULL ? atoi(exponent + 1) : 0;

    place += (int)((point != NULL ? point : end) - text) - 1;
    for (const char *at = text; at < end; at++) {
        if (*at == '.')
            continue;
        if (*at != '-') {
            assert_in_range(PLACES + place, 0, 2 * PLACES - 1);
            sum->digits[PLACES + place] += (text[0] == '-' ? -1 : 1) * (*at - '0');
        }
        place--;
    }
}

/* Carries, towards the sign of the whole. */
static int sum_carry(struct sum *sum)
{
    int top = 2 * PLACES - 1, sign;

    for (int i = 0; i < top; i++) {
        long long carry = sum->digits[i] / 10;

        sum->digits[i] -= 10 * carry;
        sum->digits[i + 1] += carry;
    }
    for (; top > 0 && sum->digits[top] == 0; top--)
        continue;
    sign = sum->digits[top] < 0 ? -1 : 1;
    for (int i = 0; i < top; i++)
        if (sign * sum->digits[i] < 0) {
            sum->digits[i] += sign * 10;
            sum->digits[i + 1] -= sign;
        }
    return sign;
}

static void sum_write(struct sum *sum, struct buffer *into)
{
    int sign = sum_carry(sum), top = 2 * PLACES - 1, last = 0;

    while (top > PLACES && sum->digits[top] == 0)
        top--;
    while (last < PLACES && sum->digits[last] == 0)
        last++;
    if (sign < 0)
        buffer_byte(into, '-');
    for (int i = top; i >= last; i--) {
        if (i == PLACES - 1)
            buffer_byte(into, '.');
        buffer_byte(into, (char)('0' + sign * sum->digits[i]));
    }
}

static void put_table(struct buffer *into, const sheaf_table *table)
{
    struct sum sum = { .digits = { 0 } };
    size_t n_values = 0;
    sheaf_row row = SHEAF_ROW_INIT;

    if (sheaf_table_status(table) != SHEAF_OK) {
        buffer_text(into, "refused\n");
        return;
    }
    for (size_t i = 0; sheaf_table_row(table, i, &row); i++)
        if (!isnan(row.value)) {
            sum_add(&sum, row.value);
            n_values++;
        }
    buffer_format(into, "%zu rows, %zu values, sum ", sheaf_table_row_count(table), n_values);
    sum_write(&sum, into);
    buffer_byte(into, '\n');
}

static void test_sum(void **state)
{
    static const double cases[][3] = {
        { 0.1, 0.2, -0.3 }, { 1e20, 1, -1e-7 }, { -5, 4.5, 0 }, { 12.5, -20, 0 }
    };
    static const char *const sums[] = { "0", "100000000000000000000.9999999", "-0.5", "-7.5" };

    (void)state;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) {
        struct sum sum = { .digits = { 0 } };
        struct buffer text;

        buffer_init(&text, NULL, NULL);
        for (size_t k = 0; k < 3; k++)
            sum_add(&sum, cases[i][k]);
        sum_write(&sum, &text);
        assert_string_equal(text.bytes, sums[i]);
        buffer_free(&text);
    }
}

static void test_public_files(void **state)
{
    char path[1000];
    struct buffer text;

    (void)state;
    snprintf(path, sizeof path, "%s/../shared/data/%s", golden_source_folder(), files[0]);
    if (access(path, R_OK) != 0) {
        print_message("skipped: no '%s'\n", path);
        skip();
    }
    buffer_init(&text, NULL, NULL);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "%s/../shared/data/%s", golden_source_folder(), files[i]);
        sheaf_table *table = sheaf_table_read(NULL, path);

        buffer_format(&text, "%s: ", files[i]);
        put_table(&text, table);
        sheaf_table_destroy(table);
    }
    golden_text("data/public-files.txt", text.bytes, text.length);
    buffer_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sum),
        cmocka_unit_test(test_public_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

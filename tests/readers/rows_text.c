/* rows_text.c - writes rows as text. */
#include "readers/rows_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/number.h"
#include "support/check.h"
#include "support/quota.h"
#include "support/table_in.h"

static char text[1 << 16];
static size_t length;

static void put(const char *format, ...) __attribute__((format(printf, 1, 2)));
static void put(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    length += (size_t)vsnprintf(text + length, sizeof text - length, format, arguments);
    va_end(arguments);
    assert_true(length < sizeof text);
}

static void put_row(const sheaf_table *table, size_t index)
{
    char period[SHEAF_PERIOD_TEXT], number[2 * NUMBER_TEXT] = ":";
    sheaf_row row = SHEAF_ROW_INIT;

    assert_true(sheaf_table_row(table, index, &row));
    sheaf_period_write(row.period, period);
    if (!isnan(row.value))
        number_write_fixed(number, row.value, row.decimals > 0 ? row.decimals : 0);
    put("%s %s", period, number);
    if (row.multiplier != 0)
        put("*10^%d", row.multiplier);
    if (row.status != SHEAF_NORMAL)
        put(" %c", row.status);
    if (row.confidentiality != 'F')
        put(" conf=%c", row.confidentiality);
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++)
        if (sheaf_table_row_member(table, index, i)[0] != '\0')
            put(" %s=%s", sheaf_table_dimension(table, i), sheaf_table_row_member(table, index, i));
    put(" @%zu\n", row.line);
}

const char *rows_text(const sheaf_table *table)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;
    char message[1024];

    length = 0;
    if (sheaf_table_status(table) != SHEAF_OK) {
        sheaf_error_text(sheaf_table_error(table), message, sizeof message);
        put("%s", message);
    }
    for (size_t i = 0; i < sheaf_table_row_count(table); i++)
        put_row(table, i);
    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        put("warning: %s (%zu)\n", warning.message, warning.count);
    return text;
}

void assert_rows(sheaf_table *table, const char *rows)
{
    assert_string_equal(rows_text(table), rows);
    sheaf_table_destroy(table);
}

void assert_rows_say(sheaf_table *table, const char *message)
{
    if (strstr(rows_text(table), message) == NULL)
        fail_msg("no '%s' in\n%s", message, text);
    sheaf_table_destroy(table);
}

sheaf_table *rows_fixture(const char *name)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/tests/readers/fixtures/%s", getenv("SHEAF_SOURCE"), name);
    return sheaf_table_read(NULL, path);
}

const char *rows_shared(const char *name)
{
    static char path[4096];

    snprintf(path, sizeof path, "%s/../shared/data/%s", getenv("SHEAF_SOURCE"), name);
    if (access(path, R_OK) != 0) {
        print_message("  %s is not there\n", path);
        skip();
    }
    return path;
}

double rows_sum(const sheaf_table *table, const char *dimension, const char *member, size_t *count)
{
    double sum = 0;
    sheaf_row row = SHEAF_ROW_INIT;

    *count = 0;
    for (size_t i = 0; sheaf_table_row(table, i, &row); i++) {
        bool counts = member == NULL;

        for (size_t k = 0; k < sheaf_table_dimension_count(table) && !counts; k++)
            counts = strcmp(sheaf_table_dimension(table, k), dimension) == 0 &&
                     strcmp(sheaf_table_row_member(table, i, k), member) == 0;
        if (counts && !isnan(row.value)) {
            sum += row.value;
            ++*count;
        }
    }
    return sum;
}

struct file {
    const char *name;
    const void *bytes;
    size_t n;
};

static sheaf_status read_file(const sheaf_alloc *alloc, const void *context)
{
    const struct file *file = context;
    sheaf_table *table = table_read_in(alloc, file->name, file->bytes, file->n);
    sheaf_status status = sheaf_table_status(table);

    sheaf_table_destroy(table);
    return status;
}

void rows_survive_every_oom(const char *name, const void *bytes, size_t n)
{
    quota_sweep(read_file, &(struct file){ name, bytes, n });
}

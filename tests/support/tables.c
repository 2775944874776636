#include "support/tables.h"

#include "support/check.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct text {
    char *bytes;
    size_t length, capacity;
};

static void put(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void put(struct text *text, const char *format, ...)
{
    va_list arguments;
    int n;

    if (text->capacity - text->length < 4096) {
        text->capacity = 2 * text->capacity + 8192;
        text->bytes = realloc(text->bytes, text->capacity);
        assert_non_null(text->bytes);
    }
    va_start(arguments, format);
    n = vsnprintf(text->bytes + text->length, text->capacity - text->length, format, arguments);
    va_end(arguments);
    assert_true(n >= 0 && (size_t)n < text->capacity - text->length);
    text->length += (size_t)n;
}

static void put_row(struct text *text, const sheaf_table *table, size_t index)
{
    char period[SHEAF_PERIOD_TEXT];
    sheaf_row row = SHEAF_ROW_INIT;

    assert_true(sheaf_table_row(table, index, &row));
    sheaf_period_write(row.period, period);
    put(text, "%s ", period);
    if (isnan(row.value))
        put(text, "-");
    else
        put(text, "%.*f", row.decimals > 0 ? row.decimals : 0, row.value);
    if (row.multiplier != 0)
        put(text, " e%d", row.multiplier);
    if (row.status != SHEAF_NORMAL)
        put(text, " %c", (char)row.status);
    if (row.confidentiality != 'F')
        put(text, " conf:%c", row.confidentiality);
    if (!isnan(row.stated_growth))
        put(text, " g%.*f", row.stated_growth_decimals, row.stated_growth);
    put(text, " |");
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        put(text, " %s%s", sheaf_table_row_member(table, index, d),
            d + 1 < sheaf_table_dimension_count(table) ? "," : "");
    put(text, "\n");
}

char *table_text(const sheaf_table *table)
{
    struct text text = { NULL, 0, 0 };
    sheaf_warning warning = SHEAF_WARNING_INIT;

    put(&text, "%s:", sheaf_table_format(table));
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        put(&text, " %s", sheaf_table_dimension(table, d));
    put(&text, "\n");
    for (size_t i = 0; i < sheaf_table_row_count(table); i++)
        put_row(&text, table, i);
    for (size_t i = 0; sheaf_table_warning(table, i, &warning); i++)
        put(&text, "! %s (%zu)\n", warning.message, warning.count);
    return text.bytes;
}

/* Options are for files only; messages name the file as it was given. */
static sheaf_table *read_text(const struct reading *reading)
{
    char here[4096], directory[] = "/tmp/sheaf-table-XXXXXX";
    FILE *file;
    sheaf_table *table;

    assert_non_null(getcwd(here, sizeof here));
    assert_non_null(mkdtemp(directory));
    assert_int_equal(chdir(directory), 0);
    file = fopen("trade.csv", "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(reading->text, 1, strlen(reading->text), file), strlen(reading->text));
    assert_int_equal(fclose(file), 0);
    table = sheaf_table_read_with(NULL, "trade.csv", &reading->options);
    assert_int_equal(unlink("trade.csv"), 0);
    assert_int_equal(chdir(here), 0);
    assert_int_equal(rmdir(directory), 0);
    return table;
}

static sheaf_table *read_file(const struct reading *reading)
{
    char path[4096];

    if (reading->fixture == NULL)
        return read_text(reading);
    snprintf(path, sizeof path, "%s/tests/readers/fixtures/%s", getenv("SHEAF_SOURCE"),
             reading->fixture);
    return sheaf_table_read_with(NULL, path, &reading->options);
}

void check_reading(const struct reading *reading)
{
    sheaf_table *table;
    char message[1024], *text;

    print_message("  %s\n", reading->name);
    table = read_file(reading);
    sheaf_error_text(sheaf_table_error(table), message, sizeof message);
    if (reading->rows == NULL) {
        assert_string_equal(message, reading->message);
    } else {
        if (sheaf_table_status(table) != SHEAF_OK)
            fail_msg("%s", message);
        text = table_text(table);
        assert_string_equal(text, reading->rows);
        free(text);
    }
    sheaf_table_destroy(table);
}

sheaf_table *read_shared(const char *name, const sheaf_read_options *options)
{
    char path[4096], message[1024];
    sheaf_table *table;

    snprintf(path, sizeof path, "%s/../shared/data/%s", getenv("SHEAF_SOURCE"), name);
    if (access(path, R_OK) != 0) {
        print_message("  %s is not there\n", path);
        return NULL;
    }
    table = sheaf_table_read_with(NULL, path, options);
    sheaf_error_text(sheaf_table_error(table), message, sizeof message);
    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", message);
    return table;
}

static bool has_member(const sheaf_table *table, size_t row, const char *dimension,
                       const char *member)
{
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        if (strcmp(sheaf_table_dimension(table, d), dimension) == 0)
            return strcmp(sheaf_table_row_member(table, row, d), member) == 0;
    fail_msg("no dimension %s", dimension);
    return false;
}

double sum_of(const sheaf_table *table, const char *period, size_t *count, ...)
{
    double sum = 0;

    *count = 0;
    for (size_t i = 0; i < sheaf_table_row_count(table); i++) {
        char when[SHEAF_PERIOD_TEXT];
        const char *dimension;
        bool is_one = true;
        va_list members;
        sheaf_row row = SHEAF_ROW_INIT;

        sheaf_table_row(table, i, &row);
        sheaf_period_write(row.period, when);
        va_start(members, count);
        while ((dimension = va_arg(members, const char *)) != NULL)
            is_one &= has_member(table, i, dimension, va_arg(members, const char *));
        va_end(members);
        if (!is_one || isnan(row.value) || (period != NULL && strcmp(period, when) != 0))
            continue;
        sum += row.value * pow(10, row.multiplier);
        ++*count;
    }
    return sum;
}

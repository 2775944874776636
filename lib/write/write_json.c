/* write_json.c - a table as JSON (RFC 8259): an array with one object for each observation. Keys
 * without a value are left out; a missing observation value is null. */
#include <math.h>

#include "write/writer.h"

#include "base/number.h"

static void write_string(struct buffer *into, const char *text)
{
    buffer_byte(into, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            buffer_byte(into, '\\');
        if ((unsigned char)*text < 0x20)
            buffer_format(into, "\\u%04x", (unsigned)(unsigned char)*text);
        else
            buffer_byte(into, *text);
    }
    buffer_byte(into, '"');
}

static void write_key(struct buffer *into, const char *key)
{
    buffer_text(into, ", ");
    write_string(into, key);
    buffer_text(into, ": ");
}

static void write_letter(struct buffer *into, const char *key, char letter)
{
    write_key(into, key);
    buffer_format(into, "\"%c\"", letter);
}

static void write_number(struct buffer *into, const char *key, double value, int decimals)
{
    char number[NUMBER_GIVEN];

    write_key(into, key);
    number_write_given(number, value, decimals);
    buffer_text(into, isnan(value) ? "null" : number);
}

static void write_bound(struct buffer *into, const char *key, double bound)
{
    char number[NUMBER_TEXT];

    write_key(into, key);
    number_write(number, bound);
    buffer_text(into, number);
}

static void write_value(struct buffer *into, const sheaf_row *row)
{
    char number[NUMBER_GIVEN];

    write_key(into, "value");
    writer_value(number, row);
    buffer_text(into, isnan(row->value) ? "null" : number);
    if (!row->derived || isnan(row->value))
        return;
    write_bound(into, "low", row->low);
    write_bound(into, "high", row->high);
}

static void write_row(const sheaf_table *table, size_t index, const sheaf_row *row,
                      struct buffer *into)
{
    char period[SHEAF_PERIOD_TEXT];

    sheaf_period_write(row->period, period);
    buffer_format(into, "{\"period\": \"%s\"", period);
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++) {
        const char *member = sheaf_table_row_member(table, index, d);

        if (member[0] == '\0')
            continue;
        write_key(into, sheaf_table_dimension(table, d));
        write_string(into, member);
    }
    write_value(into, row);
    write_key(into, "unit_mult");
    buffer_integer(into, row->multiplier);
    write_key(into, "decimals");
    buffer_integer(into, row->decimals);
    write_letter(into, "status", (char)row->status);
    if (row->confidentiality != 'F')
        write_letter(into, "conf_status", row->confidentiality);
    if (row->derived) {
        write_key(into, "derived");
        buffer_text(into, "true");
    }
    if (row->estimated) {
        write_key(into, "estimated");
        buffer_text(into, "true");
    }
    if (!isnan(row->stated_growth))
        write_number(into, "growth_pct", row->stated_growth, row->stated_growth_decimals);
    write_key(into, "file");
    write_string(into, row->file);
    write_key(into, "line");
    buffer_integer(into, (int64_t)row->line);
    buffer_byte(into, '}');
}

static void write_json(const sheaf_table *table, struct buffer *into)
{
    sheaf_row row = SHEAF_ROW_INIT;

    buffer_byte(into, '[');
    for (size_t i = 0; sheaf_table_row(table, i, &row) && !into->failed; i++) {
        buffer_text(into, i > 0 ? ",\n" : "\n");
        write_row(table, i, &row, into);
    }
    buffer_text(into, "\n]\n");
}

const struct writer json_writer = { SHEAF_JSON, "json", write_json };

/* write_json.c - a table as JSON (RFC 8259): an array with one object for each observation. Keys
 * without a value are left out; a missing observation value is null.
 *
 * A figure of sheaf_table_from_series that is derived has its formula and inputs, and in "steps" the
 * derivations of derived inputs (sheaf/table.h says what they hold). */
#include <math.h>
#include <stdio.h>

#include "write/writer.h"

#include "base/escape.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/string_cache.h"
#include "series/rounding.h"
#include "series/series.h"
#include "table/table.h"

static void write_key(struct buffer *into, const char *key)
{
    buffer_text(into, ", ");
    escape_json(into, key);
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

static void write_place(struct buffer *into, const char *file, size_t line)
{
    write_key(into, "file");
    escape_json(into, file);
    write_key(into, "line");
    buffer_integer(into, (int64_t)line);
}

/* Derivations --------------------------------------------------------------------------- */

/* The derivations of all figures of a table and of their inputs, found by series, period and value. */
struct steps {
    const sheaf_series *all; /* NULL: there are none */
    struct string_cache found;
    struct arena arena;
    size_t *queue, *written; /* [derivation]: those of one row; the row that it was written for */
    size_t row;
};

enum { STEP_KEY = 512 };

/* The same of a figure and of the row that was made of it: without the noise of its last digits. */
static size_t write_step_key(char key[STEP_KEY], const char *series, sheaf_period period,
                             double value)
{
    char when[SHEAF_PERIOD_TEXT], number[NUMBER_TEXT];
    double clean = isnan(value) ? value : round_to(value, decimals_of_double(value));

    sheaf_period_write(period, when);
    number_write(number, clean);
    int n = snprintf(key, STEP_KEY, "%s\n%s\n%.400s", when, number, series);
    return n < STEP_KEY ? (size_t)n : STEP_KEY - 1;
}

static void steps_open(struct steps *steps, const sheaf_table *table, struct buffer *into)
{
    size_t n = sheaf_series_derivation_count(table_steps(table));
    char key[STEP_KEY];

    *steps = (struct steps){ .all = n > 0 ? table_steps(table) : NULL };
    arena_init(&steps->arena, &into->alloc, into->error);
    if (n == 0)
        return;
    steps->queue = arena_array(&steps->arena, size_t, n);
    steps->written = arena_array(&steps->arena, size_t, n);
    for (size_t i = 0; i < n && steps->written != NULL; i++) {
        const struct derivation *step = series_derivation_at(steps->all, i);
        size_t length =
            write_step_key(key, step->text->label, step->period, step->text->figures.value);
        uint64_t same;

        if (!string_cache_find(&steps->found, key, length, &same) &&
            !string_cache_add(&steps->found, &steps->arena, key, length, i))
            break;
    }
    into->failed |= into->error->status != SHEAF_OK;
}

static void steps_close(struct steps *steps)
{
    string_cache_free(&steps->found, &steps->arena.alloc);
    arena_free(&steps->arena);
}

/* Puts a derived figure's derivation into the queue, unless it is there. */
static void queue_step(struct steps *steps, size_t *n, const char *series, sheaf_period period,
                       double value)
{
    char key[STEP_KEY];
    size_t length = write_step_key(key, series, period, value);
    uint64_t number;

    if (!string_cache_find(&steps->found, key, length, &number) ||
        steps->written[number] == steps->row)
        return;
    steps->written[number] = steps->row;
    steps->queue[(*n)++] = (size_t)number;
}

static void write_text(struct buffer *into, const char *key, const char *text)
{
    if (text[0] == '\0')
        return;
    write_key(into, key);
    escape_json(into, text);
}

/* {"series": "exports", "period": "2023", "value": 14.7, "low": …, "high": …, "unit": …} */
static void write_figure(struct buffer *into, const struct derivation_input *figure)
{
    sheaf_row row = { .size = sizeof row,
                      .value = figure->value,
                      .decimals = figure->decimals,
                      .derived = true, /* the interval is told, too */
                      .low = figure->low,
                      .high = figure->high };
    char period[SHEAF_PERIOD_TEXT];

    sheaf_period_write(figure->period, period);
    buffer_text(into, "{\"series\": ");
    escape_json(into, figure->series);
    write_key(into, "period");
    escape_json(into, period);
    write_value(into, &row);
    write_text(into, "unit", figure->unit);
    write_key(into, "unit_mult");
    buffer_integer(into, figure->multiplier);
    write_key(into, "origin");
    escape_json(into, figure->origin == SHEAF_ORIGIN_STATED     ? "stated"
                      : figure->origin == SHEAF_ORIGIN_COMPUTED ? "computed"
                                                                : "estimated");
    write_text(into, "source", figure->source);
    if (figure->line > 0)
        write_place(into, figure->file, figure->line);
}

/* Writes the formula and the inputs of a derivation, and queues what these were derived from. */
static void write_step(struct steps *steps, size_t *n, const struct derivation_text *text,
                       struct buffer *into)
{
    write_text(into, "formula", text->formula);
    write_key(into, "inputs");
    buffer_byte(into, '[');
    for (size_t i = 0; i < text->figures.n_inputs; i++) {
        const struct derivation_input *input = &text->figures.inputs[i];

        buffer_text(into, i > 0 ? ", " : "");
        write_figure(into, input);
        buffer_byte(into, '}');
        if (input->origin != SHEAF_ORIGIN_STATED)
            queue_step(steps, n, input->series, input->period, input->value);
    }
    buffer_byte(into, ']');
    if (text->figures.n_left_out > 0) {
        write_key(into, "inputs_left_out");
        buffer_integer(into, (int64_t)text->figures.n_left_out);
    }
}

/* What a row's series is called: its label, or its name. */
static const char *label_of(const sheaf_table *table, size_t index)
{
    size_t dimension = table_find_dimension(table, "series");

    if (dimension == SIZE_MAX)
        return "";
    const char *name =
        table_member_name(table, dimension, table_row_member(table, index, dimension));
    return name[0] != '\0' ? name : sheaf_table_row_member(table, index, dimension);
}

/* The row's own formula and inputs; then those of all derived figures that went in, each once. */
static void write_derivation(struct steps *steps, const sheaf_table *table, size_t index,
                             const sheaf_row *row, struct buffer *into)
{
    size_t n = 0;

    if (steps->all == NULL || into->failed)
        return;
    steps->row = index + 1;
    queue_step(steps, &n, label_of(table, index), row->period, row->value);
    if (n == 0)
        return;
    write_step(steps, &n, series_derivation_at(steps->all, steps->queue[0])->text, into);
    if (n == 1)
        return;
    write_key(into, "steps");
    buffer_byte(into, '[');
    for (size_t i = 1; i < n && !into->failed; i++) {
        const struct derivation *step = series_derivation_at(steps->all, steps->queue[i]);
        const struct derivation_figures *figures = &step->text->figures;

        buffer_text(into, i > 1 ? ", " : "");
        write_figure(into, &(struct derivation_input){ .series = step->text->label,
                                                       .unit = step->text->unit,
                                                       .source = "",
                                                       .file = "",
                                                       .period = step->period,
                                                       .value = figures->value,
                                                       .low = figures->low,
                                                       .high = figures->high,
                                                       .decimals = figures->decimals,
                                                       .multiplier = figures->multiplier,
                                                       .origin = figures->origin });
        write_step(steps, &n, step->text, into);
        buffer_byte(into, '}');
    }
    buffer_byte(into, ']');
}

/* Rows ---------------------------------------------------------------------------------- */

static void write_row(const sheaf_table *table, size_t index, const sheaf_row *row,
                      struct steps *steps, struct buffer *into)
{
    char period[SHEAF_PERIOD_TEXT];

    sheaf_period_write(row->period, period);
    buffer_format(into, "{\"period\": \"%s\"", period);
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++) {
        const char *member = sheaf_table_row_member(table, index, d);

        if (member[0] == '\0')
            continue;
        write_key(into, sheaf_table_dimension(table, d));
        escape_json(into, member);
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
    if (!row->derived || row->line > 0)
        write_place(into, row->file, row->line);
    if (row->derived && !isnan(row->value))
        write_derivation(steps, table, index, row, into);
    buffer_byte(into, '}');
}

static void write_json(const sheaf_table *table, struct buffer *into)
{
    sheaf_row row = SHEAF_ROW_INIT;
    struct steps steps;

    steps_open(&steps, table, into);
    buffer_byte(into, '[');
    for (size_t i = 0; sheaf_table_row(table, i, &row) && !into->failed; i++) {
        buffer_text(into, i > 0 ? ",\n" : "\n");
        write_row(table, i, &row, &steps, into);
    }
    buffer_text(into, "\n]\n");
    steps_close(&steps);
}

const struct writer json_writer = { SHEAF_JSON, "json", write_json };

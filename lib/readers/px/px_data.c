/* px_data.c - the figures of a PX file, behind DATA=.
 *
 * The variables of the stub, then those of the heading make a cube whose last variable runs
 * fastest. With KEYS, each row begins with the members of the stub, and rows of nothing but zeros
 * are left out. One to six dots are missing values; "-" is nil, which PX-Win saves and counts as
 * 0. Format: scb.se, "PX file format specification". */
#include "readers/px/px_parts.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"

struct data {
    struct px *px;
    size_t total, row_total; /* cells; rows of the stub */
    size_t row_size;         /* cells of a row */
    size_t done;
    struct place place;
    unsigned char *seen; /* a bit for each row; NULL: they are not counted */
    size_t seen_size, seen_count;
};

static void fail_in_data(struct data *data, const char *reason)
{
    fail_at(table_error(data->px->builder.table), SHEAF_BAD_INPUT, data->place, "%s", reason);
}

/* Observations ----------------------------------------------------------------------------- */

/* A month of a year: of both the code or the label, whichever is one. */
static bool put_part(struct px *px, const struct px_variable *year, const struct px_variable *part)
{
    const struct px_category *of = &year->categories[year->current];
    const struct px_category *in = &part->categories[part->current];
    enum period_part kind = part->role == HEADER_MONTH ? PERIOD_PART_MONTH : PERIOD_PART_QUARTER;
    const char *written = strlen(of->code) < 4 && of->label != NULL ? of->label : of->code;

    return (in->label != NULL && builder_period_parts(&px->builder, written, in->label, kind)) ||
           builder_period_parts(&px->builder, written, in->code, kind);
}

static bool put_period(struct px *px)
{
    const struct px_variable *variable = &px->variables[px->period];

    if (px->part != SIZE_MAX)
        return put_part(px, variable, &px->variables[px->part]);
    px->builder.row.period = variable->categories[variable->current].period;
    return true;
}

/* Sets the members of the current cell. *decimals: those that are shown. */
static bool put_members(struct px *px, int *decimals)
{
    *decimals = px->decimals;
    if (px->unit_dimension != SIZE_MAX)
        builder_put(&px->builder, px->unit_dimension, px->unit);
    if (px->source_dimension != SIZE_MAX)
        builder_put(&px->builder, px->source_dimension, px->source);
    if (px->flow_dimension != SIZE_MAX)
        builder_put(&px->builder, px->flow_dimension, px->flow);
    for (size_t i = 0; i < px->variable_count; i++) {
        const struct px_variable *variable = &px->variables[i];
        const struct px_category *category = &variable->categories[variable->current];

        if (variable->dimension != SIZE_MAX)
            builder_put(&px->builder, variable->dimension, category->member);
        else if (variable->kind == PX_FREQUENCY)
            builder_frequency(&px->builder, category->code, strlen(category->code));
        if (category->has_unit)
            builder_put(&px->builder, px->unit_dimension, category->unit);
        if (category->decimals != PX_END)
            *decimals = category->decimals;
    }
    return px->period == SIZE_MAX || put_period(px);
}

static void put_symbol(struct px *px, size_t symbol)
{
    builder_value(&px->builder, NAN, 0);
    if (px->symbol_status[symbol] != '\0' && px->symbol_status[symbol] != SHEAF_NORMAL)
        px->builder.row.status = px->symbol_status[symbol];
    if (px->symbol_confidentiality[symbol] != '\0')
        px->builder.row.confidentiality = px->symbol_confidentiality[symbol];
}

static bool put_value(struct px *px, const char *text, size_t n, int shown)
{
    size_t dots = 0;
    double value;
    int decimals;

    while (dots < n && text[dots] == '.')
        dots++;
    if (n > 0 && dots == n) {
        put_symbol(px, n <= 6 ? n : 6);
        return true;
    }
    if (n == 1 && *text == '-') {
        /* An office that means no zero says so: DATASYMBOLNIL=".." */
        if (px->symbols[0] != NULL && px->symbols[0][0] == '.')
            put_symbol(px, 0);
        else
            builder_value(&px->builder, 0, shown > 0 ? shown : 0);
        return true;
    }
    /* A file may save more digits than it shows, and leaves out zeros at the end. */
    if (number_read(text, n, &value, &decimals)) {
        builder_value(&px->builder, value, decimals > shown ? decimals : shown);
        return true;
    }
    return builder_value_text(&px->builder, text, n);
}

static void add_cell(struct data *data, const char *text, size_t n)
{
    struct px *px = data->px;
    int shown;

    builder_clear(&px->builder, data->place.line);
    if (!put_members(px, &shown) || !put_value(px, text, n, shown) || !builder_add(&px->builder))
        fail_in_data(data, px->builder.reason);
}

/* Moves to the next cell, in the variables from first on. */
static void advance(struct px *px, size_t first)
{
    for (size_t i = px->variable_count; i-- > first;) {
        if (++px->variables[i].current < px->variables[i].count)
            return;
        px->variables[i].current = 0;
    }
}

/* Tokens ------------------------------------------------------------------------------------ */

/* Reads a cell or a key into px->word, and its place. False: the data have ended, or failed.
 * Blanks, commas and semicolons separate cells. */
static bool read_token(struct data *data, bool *is_quoted)
{
    struct px *px = data->px;
    int byte = px_peek(&px->text);

    while (byte == ' ' || byte == ',' || byte == ';' || byte == '\t' || byte == '\r' ||
           byte == '\n') {
        px_next(&px->text);
        byte = px_peek(&px->text);
    }
    data->place = px_place(px);
    *is_quoted = byte == '"';
    if (*is_quoted)
        return px_read_quoted(px);
    buffer_clear(&px->word);
    while (byte != PX_END && strchr(" ,;\t\r\n\"", byte) == NULL && px->word.length < 400) {
        buffer_byte(&px->word, (char)byte);
        px_next(&px->text);
        byte = px_peek(&px->text);
    }
    return px->word.length > 0 && !px->word.failed && !px_failed(px);
}

static const char *word_text(const struct px *px)
{
    return px->word.length > 0 ? px->word.bytes : "";
}

/* Without keys -------------------------------------------------------------------------------- */

static void fail_count(struct data *data)
{
    if (!px_failed(data->px))
        fail_at(table_error(data->px->builder.table), SHEAF_BAD_INPUT, data->place,
                data->done < data->total
                    ? "the data end after %zu of the %zu figures that the variables make"
                    : "there are more than %zu figures, and the variables make %zu",
                data->done, data->total);
}

static void read_cells(struct data *data)
{
    bool is_quoted;

    while (read_token(data, &is_quoted)) {
        if (data->done == data->total) {
            fail_count(data);
            return;
        }
        add_cell(data, word_text(data->px), data->px->word.length);
        if (px_failed(data->px))
            return;
        data->done++;
        advance(data->px, 0);
    }
    if (data->done < data->total)
        fail_count(data);
}

/* With keys ----------------------------------------------------------------------------------- */

static bool add_key(struct px *px, struct px_variable *variable, const char *text, size_t index)
{
    return string_cache_add(&variable->keys, &px->arena, text, strlen(text), index);
}

/* Fills the table of keys of each variable in the stub: by KEYS, its codes or its values, which are
 * in the main language. */
static bool start_keys(struct px *px)
{
    for (size_t i = 0; i < px->stub_count; i++) {
        struct px_variable *variable = &px->variables[i];
        const struct px_keyword *keys = px_find_main(px, "KEYS", variable);
        const struct px_keyword *texts = px_find_main(
            px,
            keys != NULL && string_equal_ignoring_case(keys->values[0], "CODES") ? "CODES"
                                                                                 : "VALUES",
            variable);

        for (size_t k = 0; k < variable->count; k++)
            if (!add_key(px, variable,
                         texts != NULL && k < texts->count ? texts->values[k]
                                                           : variable->categories[k].code,
                         k))
                return false;
    }
    return true;
}

static bool find_key(struct data *data, struct px_variable *variable)
{
    struct px *px = data->px;
    uint64_t index;

    if (!string_cache_find(&variable->keys, word_text(px), px->word.length, &index)) {
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, data->place,
                "'%.60s' is no member of '%.60s', for which this row is to have a key",
                word_text(px), variable->main_name);
        return false;
    }
    variable->current = (size_t)index;
    return true;
}

static void note_row(struct data *data)
{
    size_t row = 0;

    if (data->seen == NULL)
        return;
    for (size_t i = 0; i < data->px->stub_count; i++)
        row = row * data->px->variables[i].count + data->px->variables[i].current;
    data->seen[row / 8] |= (unsigned char)(1 << row % 8);
}

/* The cells of a row, behind its keys. */
static bool read_row(struct data *data)
{
    struct px *px = data->px;
    bool is_quoted;

    for (size_t i = px->stub_count; i < px->variable_count; i++)
        px->variables[i].current = 0;
    for (size_t i = 0; i < data->row_size; i++) {
        if (!read_token(data, &is_quoted)) {
            data->done += i;
            fail_in_data(data, "the data end within a row");
            return false;
        }
        add_cell(data, word_text(px), px->word.length);
        if (px_failed(px))
            return false;
        advance(px, px->stub_count);
    }
    note_row(data);
    return true;
}

/* Rows that are left out are zeros. */
static void fill_rows(struct data *data)
{
    struct px *px = data->px;

    for (size_t i = 0; i < px->variable_count; i++)
        px->variables[i].current = 0;
    for (size_t row = 0; row < data->row_total && !px_failed(px); row++) {
        bool is_seen = (data->seen[row / 8] >> row % 8 & 1) != 0;

        for (size_t i = 0; i < data->row_size && !px_failed(px); i++) {
            if (!is_seen)
                add_cell(data, "0", 1);
            advance(px, 0);
        }
    }
}

static void read_keyed_rows(struct data *data)
{
    struct px *px = data->px;
    size_t key = 0;
    bool is_quoted;

    if (data->total <= PX_FILL_LIMIT) {
        data->seen_size = data->row_total / 8 + 1;
        data->seen = memory_resize(table_alloc(px->builder.table), NULL, 0, data->seen_size);
        if (data->seen == NULL) {
            fail_memory(table_error(px->builder.table));
            return;
        }
        memset(data->seen, 0, data->seen_size);
    }
    if (!start_keys(px))
        return;
    while (read_token(data, &is_quoted)) {
        if (!find_key(data, &px->variables[key]))
            return;
        if (++key < px->stub_count)
            continue;
        key = 0;
        if (!read_row(data))
            return;
    }
    if (px_failed(px))
        return;
    if (data->seen != NULL)
        fill_rows(data);
    else
        table_warn(px->builder.table, "zeros", px->data,
                   "rows of zeros, which a file with KEYS leaves out, are not filled in, as the "
                   "variables make %zu figures; what is missing here is 0",
                   data->total);
}

/* The data -------------------------------------------------------------------------------------- */

static bool has_keys(const struct px *px)
{
    for (size_t i = 0; i < px->keyword_count; i++)
        if (string_equal_ignoring_case(px->keywords[i].name, "KEYS"))
            return px->stub_count > 0;
    return false;
}

void px_read_data(struct px *px)
{
    struct data data = { .px = px, .total = 1, .row_total = 1, .row_size = 1 };

    for (size_t i = 0; i < px->variable_count; i++) {
        size_t count = px->variables[i].count;

        if (count > SIZE_MAX / data.total) {
            fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px->data,
                    "the variables make more figures than can be counted");
            return;
        }
        data.total *= count;
        data.row_total *= i < px->stub_count ? count : 1;
        data.row_size *= i < px->stub_count ? 1 : count;
    }
    data.place = px->data;
    if (has_keys(px))
        read_keyed_rows(&data);
    else
        read_cells(&data);
    memory_free(table_alloc(px->builder.table), data.seen, data.seen_size);
}

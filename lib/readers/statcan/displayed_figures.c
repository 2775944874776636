/* displayed_figures.c - the figures of Statistics Canada's displayed tables, with their members, units and
 * statuses. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "readers/cell.h"
#include "readers/formats/format.h"
#include "readers/statcan/displayed_parts.h"

/* The text of a merged cell is in its first column. A text in a row above ends it. */
static struct csv_field text_above(const struct displayed *s, size_t row, size_t column, int *power)
{
    for (; column >= s->stubs; column--) {
        struct csv_field text = displayed_cell(s, row, column, power);

        if (text.n > 0)
            return text;
    }
    return (struct csv_field){ .text = "" };
}

static void put_member(struct displayed *s, size_t dimension, const struct csv_field *text)
{
    const char *name = table_dimension_name(s->table, dimension);
    struct csv_field known = *text;

    for (const struct format_alias *alias = statcan_format.aliases; alias->dimension != NULL;
         alias++)
        if (strcmp(alias->dimension, name) == 0 && string_is(text->text, text->n, alias->text))
            known = (struct csv_field){ .text = alias->member, .n = strlen(alias->member) };
    builder_put(&s->builder, dimension,
                builder_member(&s->builder, dimension, known.text, known.n));
}

/* Takes a flag of the office. False: it has no such flag. */
static bool take_flag(struct displayed *s, const char *text, size_t n)
{
    for (const struct format_flag *flag = statcan_format.flags; flag->text != NULL; flag++)
        if (string_is(text, n, flag->text)) {
            if (flag->status != '\0')
                s->builder.row.status = flag->status;
            if (flag->confidentiality != '\0')
                s->builder.row.confidentiality = flag->confidentiality;
            return true;
        }
    return false;
}

/* Reads "1,234.5", "1,234.5E", "12.5 p" or a symbol in place of a figure. */
static bool put_value(struct displayed *s, size_t row, const struct csv_field *field)
{
    struct cell cell = cell_read(field->text, field->n, s->decimal);

    if (take_flag(s, field->text, field->n)) {
        bool is_zero = string_is(field->text, field->n, "0s"); /* rounded to zero */

        builder_value(&s->builder, is_zero ? 0 : NAN, 0);
        return true;
    }
    if (cell.kind == CELL_WRONG || cell.kind == CELL_AMBIGUOUS) {
        displayed_fail(s, row,
                       "a cell of the table is neither a number nor one of Statistics Canada's "
                       "symbols");
        return false;
    }
    builder_value(&s->builder, cell.value, cell.decimals);
    for (size_t i = 0; i < cell.flag_n && !take_flag(s, cell.flag, cell.flag_n); i++)
        if (cell.flag[i] != ' ' && !take_flag(s, cell.flag + i, 1)) {
            displayed_fail(s, row, "a flag behind a number is none of Statistics Canada's symbols");
            return false;
        }
    return true;
}

static bool put_period(struct displayed *s, size_t row, size_t column)
{
    int power;
    struct csv_field text = { .text = "" };

    if (s->has_periods)
        text = displayed_cell(s, s->names, column, &power);
    for (size_t i = 0; i < s->stubs && !s->has_periods; i++)
        if (s->beside[i].dimension == SIZE_MAX)
            text = s->beside[i].member;
    if (builder_period(&s->builder, text.text, text.n))
        return true;
    displayed_fail(s, row, s->builder.reason);
    return false;
}

static bool add_figure(struct displayed *s, size_t row, size_t column)
{
    struct csv_field field = displayed_field(s, row, column);
    int power = s->title_power;

    if (field.n == 0)
        return true;
    builder_clear(&s->builder, s->rows[row].line);
    if (!put_value(s, row, &field) || !put_period(s, row, column))
        return false;
    for (size_t i = 0; i < s->names; i++)
        if (s->above[i].dimension != SIZE_MAX) {
            struct csv_field text = text_above(s, i, column, &power);

            put_member(s, s->above[i].dimension, &text);
        }
    for (size_t i = 0; i < s->stubs; i++)
        if (s->beside[i].dimension != SIZE_MAX) {
            put_member(s, s->beside[i].dimension, &s->beside[i].member);
            power = s->beside[i].power != 0 ? s->beside[i].power : power;
        }
    if (s->unit_dimension != SIZE_MAX && s->unit_row != SIZE_MAX) {
        struct csv_field text = text_above(s, s->unit_row, column, &power);

        put_member(s, s->unit_dimension, &text);
    }
    if ((power == 0 || builder_multiplier(&s->builder, power)) && builder_add(&s->builder))
        return true;
    displayed_fail(s, row, s->builder.reason);
    return false;
}

/* A member that several rows share is in the first of them. */
static void take_members(struct displayed *s, size_t row)
{
    for (size_t i = 0; i < s->stubs; i++) {
        int power = 0;
        struct csv_field text = displayed_cell(s, row, i, &power);

        if (text.n == 0)
            continue;
        s->beside[i].member = text;
        s->beside[i].power = power;
    }
}

void displayed_read_figures(struct displayed *s)
{
    for (size_t row = s->names + 1; row < s->count && !displayed_failed(s); row++) {
        if (displayed_is_unit_row(s, row)) {
            s->unit_row = row;
            continue;
        }
        take_members(s, row);
        for (size_t i = s->stubs; i < s->width; i++)
            if (!add_figure(s, row, i))
                return;
    }
}

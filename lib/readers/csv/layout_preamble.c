/* layout_preamble.c - units in the lines above a table. They are told and not taken over: such a
 * line may speak of a part of the columns only. */
#include <string.h>

#include "readers/csv/layout_parts.h"
#include "vocabulary/unit_mentions.h"

/* A unit that a line above the headers mentions. */
struct unit_above {
    struct unit_mention mention;
    const char *text;
    size_t line;
};

static bool is_same(const struct unit_mention *a, const struct unit_mention *b)
{
    return a->multiplier == b->multiplier &&
           (a->name == b->name ||
            (a->name != NULL && b->name != NULL && strcmp(a->name, b->name) == 0));
}

/* The fields of a row with commas between them, as a title has that was not quoted. */
static const char *text_of_row(const struct layout *layout, size_t row)
{
    const struct sample_row *fields = &layout->sample->rows[row];
    const char *text = "";

    for (size_t i = 0; i < fields->count && text != NULL; i++) {
        struct csv_field field = sample_cell(layout->sample, row, i);

        if (field.n > 0 && field.n <= NORMALISED_MAX_BYTES)
            text = arena_format(layout->arena, "%s%s%.*s", text, *text != '\0' ? ", " : "",
                                (int)field.n, field.text);
        if (text != NULL && strlen(text) > NORMALISED_MAX_BYTES)
            break;
    }
    return text;
}

/* Finds the different units of the rows above the headers, two at most. Returns how many. */
static size_t find_units(const struct layout *layout, struct unit_above found[2])
{
    size_t count = 0;

    for (size_t i = 0; i < layout->above && count < 2; i++) {
        const char *text = text_of_row(layout, i);
        struct normalised normalised;
        struct unit_mention mention;
        size_t at = 0;

        if (text == NULL || !normalise(&normalised, text, strlen(text)))
            continue;
        while (count < 2 && unit_mention_next(&normalised, &at, &mention))
            if (count == 0 || !is_same(&mention, &found[0].mention))
                found[count++] = (struct unit_above){ mention, text, layout->sample->rows[i].line };
    }
    return count;
}

/* True when the values of a column may be in the unit: their header and cells say no other, and no
 * power. */
static bool may_have(const struct layout_column *column, const struct unit_mention *mention)
{
    const struct header *words = &column->words;

    if (column->role != COLUMN_VALUE || words->multiplier != 0 || words->is_ratio ||
        column->unit_column != NO_COLUMN)
        return false;
    return words->unit == NULL || (mention->multiplier > 0 && mention->name != NULL &&
                                   strcmp(words->unit, mention->name) == 0);
}

static bool is_wanted(const struct layout *layout, const struct unit_mention *mention)
{
    for (size_t i = 0; i < layout->count; i++)
        if (may_have(&layout->columns[i], mention))
            return true;
    return false;
}

static void warn_of_two(const struct layout *layout, const struct unit_above found[2])
{
    const struct unit_mention *a = &found[0].mention, *b = &found[1].mention;

    table_warn(layout->table, "unit above",
               (struct place){ .file = table_name(layout->table), .line = found[0].line },
               "line %zu says '%.*s' and line %zu '%.*s', which are not taken over; say what the "
               "values are in, with " SETTING("set: {unit: USD, unit_mult: 6}"),
               found[0].line, (int)a->n, found[0].text + a->from, found[1].line, (int)b->n,
               found[1].text + b->from);
}

void layout_warn_unit_above(const struct layout *layout)
{
    struct unit_above found[2];
    const struct unit_mention *mention = &found[0].mention;
    struct place place = { .file = table_name(layout->table) };
    int n;
    size_t count;

    if (layout->format->recognises != NULL || layout->has_multiplier || layout_failed(layout) ||
        layout_has_dimension(layout, "unit") || layout_has(layout, COLUMN_MULTIPLIER))
        return;
    count = find_units(layout, found);
    if (count == 0 || !is_wanted(layout, mention))
        return;
    if (count == 2) {
        warn_of_two(layout, found);
        return;
    }
    place.line = found[0].line;
    n = (int)mention->n;
    if (mention->name == NULL)
        table_warn(layout->table, "unit above", place,
                   "line %zu says '%.*s', which is not taken over; if the values are so, say "
                   "it with " SETTING("set: {unit_mult: %d}"),
                   found[0].line, n, found[0].text + mention->from, mention->multiplier);
    else
        table_warn(layout->table, "unit above", place,
                   "line %zu says '%.*s', which is not taken over; if the values are so, say "
                   "it with " SETTING("set: {unit: %s, unit_mult: %d}"),
                   found[0].line, n, found[0].text + mention->from, mention->name,
                   mention->multiplier);
}

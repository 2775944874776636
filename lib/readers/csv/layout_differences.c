/* layout_differences.c - makes dimensions of what the headers of several columns of values name. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/layout_parts.h"
#include "vocabulary/unit_mentions.h"

struct differences {
    size_t count;                    /* of columns of values */
    size_t flows, indicators, units; /* of headers that name one */
    size_t quantities, unit_columns; /* of columns that are quantities, that have a unit column */
    size_t nameless;                 /* columns that only their header tells from flows */
    bool headers_differ;             /* every two headers */
    bool words_differ;               /* every two columns, in flow or indicator */
};

static bool same_word(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* True for a column without a flow or indicator beside columns of flows: "gdp" beside "exports". */
static bool is_nameless(const struct layout_column *column)
{
    return column->role == COLUMN_VALUE && column->period.unit == SHEAF_NO_PERIOD &&
           column->is_unknown && column->words.flow == NULL && column->words.indicator == NULL;
}

static struct differences compare_values(const struct layout *layout)
{
    struct differences differ = { .headers_differ = true, .words_differ = true };

    for (size_t b = 0; b < layout->count; b++) {
        const struct layout_column *column = &layout->columns[b];

        if (column->role != COLUMN_VALUE || has_own_period(column))
            continue;
        differ.count++;
        differ.flows += column->words.flow != NULL;
        differ.indicators += column->words.indicator != NULL;
        differ.units += column->words.unit != NULL;
        differ.quantities += layout_is_quantity(column);
        differ.unit_columns += column->unit_column != NO_COLUMN;
        differ.nameless += is_nameless(column);
        for (size_t a = 0; a < b; a++) {
            const struct layout_column *other = &layout->columns[a];

            if (other->role != COLUMN_VALUE)
                continue;
            differ.headers_differ &= !string_equal_ignoring_case(other->header, column->header);
            differ.words_differ &= !same_word(column->words.flow, other->words.flow) ||
                                   !same_word(column->words.indicator, other->words.indicator);
        }
    }
    return differ;
}

/* True if nothing but the header says what the figures of a lone column are: no series, indicator or
 * flow stands beside them. */
static bool is_alone(const struct layout *layout)
{
    static const char *const names[] = { "series", "indicator", "flow" };
    bool is_named = layout->format->recognises != NULL;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        is_named |= layout_has_dimension(layout, names[i]);
    return !is_named;
}

/* A header without its unit: "GDP (USD bn)", "Wert in Mio. EUR". A base of an index ("2015=100") is the
 * last thing in its header. */
static const char *without_unit(const struct layout *layout, const struct layout_column *column)
{
    const char *header = column->header, *mark = strrchr(header, '('),
               *comma = strrchr(header, ',');
    size_t n = strlen(header);
    char *name = arena_array(layout->arena, char, n + 3);

    if (name == NULL)
        return "";
    if (column->words.unit == NULL && column->words.multiplier == 0)
        return header;
    if (unit_cut_from(header, n, name))
        return name;
    if (mark == NULL || (comma != NULL && comma > mark && strchr(mark, ')') == NULL))
        mark = comma;
    if (mark == NULL)
        return header;
    for (n = (size_t)(mark - header); n > 0 && header[n - 1] == ' ';)
        n--;
    header = n > 0 ? arena_text(layout->arena, header, n) : header;
    return header != NULL ? header : "";
}

static const char *word_or(const char *word, const char *otherwise)
{
    return word != NULL ? word : otherwise;
}

const char *layout_constant_unit(const struct layout *layout)
{
    size_t unit = table_find_dimension(layout->table, "unit");

    return unit != SIZE_MAX ? table_member(layout->table, unit, 0) : NULL;
}

/* A unit and power of ten of their own: percentages, quantities beside money, and a unit other than
 * the one given for the file. */
static bool has_own_unit(const struct layout_column *column, const char *unit, bool has_money)
{
    const struct header *words = &column->words;

    return words->is_ratio || same_word(words->unit, "%") ||
           (has_money && layout_is_quantity(column)) ||
           (unit != NULL && words->unit != NULL && !same_word(words->unit, unit));
}

/* Columns of values that differ in neither flow nor indicator make a dimension "series", and so does
 * a column beside flows that is none. */
void layout_distinguish_values(struct layout *layout)
{
    struct differences differ = compare_values(layout);
    const char *unit = layout_constant_unit(layout);
    bool by_flow = differ.flows > 0 && !layout_has_dimension(layout, "flow");
    bool by_indicator = differ.indicators > 0 && !layout_has_dimension(layout, "indicator");
    bool by_unit = (differ.units > 0 || differ.unit_columns > 0) &&
                   (unit != NULL || !layout_has_dimension(layout, "unit"));
    bool by_header = (differ.count > 1 && !differ.words_differ) ||
                     (differ.nameless > 0 && (differ.count > 1 || is_alone(layout)));

    if (differ.count > 1 && !differ.headers_differ)
        return;
    for (size_t i = 0; i < layout->count && !layout_failed(layout); i++) {
        struct layout_column *column = &layout->columns[i];
        const struct header *words = &column->words;

        if (column->role != COLUMN_VALUE || has_own_period(column))
            continue;
        column->multiplier = words->multiplier;
        column->has_own_unit = has_own_unit(column, unit, differ.count > differ.quantities);
        if (by_header)
            layout_fix(layout, column, layout->format->has_attributes ? "indicator" : "series",
                       differ.count == 1 ? without_unit(layout, column) : column->header);
        if (by_flow)
            layout_fix(layout, column, "flow", word_or(words->flow, ""));
        if (by_indicator)
            layout_fix(layout, column, "indicator", word_or(words->indicator, "value"));
        if (column->unit_column == NO_COLUMN && (by_unit || (unit != NULL && column->has_own_unit)))
            layout_fix(layout, column, "unit",
                       word_or(words->unit, column->has_own_unit ? "" : word_or(unit, "")));
    }
}

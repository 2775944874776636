/* layout_sdmx.c - what heads of SDMX and Eurostat mean by where they stand: several dimensions in
 * one, names behind codes, attributes behind values. */
#include <string.h>

#include "base/strings.h"
#include "data/layout_parts.h"

/* "freq,unit,geo\TIME_PERIOD" */
void layout_split_compound(struct layout *layout, struct column *column)
{
    const char *slash = strchr(column->head, '\\'), *at = column->head;

    if (slash == NULL || layout->format->recognises == NULL)
        return;
    column->use = USE_COMPOUND;
    layout->compound_column = 0;
    column->parts = arena_array(layout->arena, struct members, CSV_COLUMN_LIMIT);
    while (at < slash && column->parts != NULL && column->n_parts < CSV_COLUMN_LIMIT) {
        const char *comma = memchr(at, ',', (size_t)(slash - at));
        struct column part = { .head = NULL };

        comma = comma != NULL ? comma : slash;
        part.head = arena_text(layout->arena, at, (size_t)(comma - at));
        if (part.head == NULL)
            return;
        if (!layout_use_as_listed(layout, &part))
            part.name = part.head;
        column->parts[column->n_parts++].name = part.name;
        at = comma + 1;
    }
}

/* SDMX with STRUCTURE_NAME: behind each column of codes, from ACTION on, one of names. */
void layout_pass_over_names(struct layout *layout)
{
    bool is_name = false, after_action = false;

    for (size_t i = 0; i < layout->count && layout->format->has_names; i++) {
        struct column *column = &layout->columns[i];

        if (i == 0 && !(layout->count > 2 &&
                        string_equal_ignoring_case(layout->columns[2].head, "STRUCTURE_NAME")))
            return;
        if (!after_action || string_equal_ignoring_case(column->head, "SERIES_KEY") ||
            string_equal_ignoring_case(column->head, "OBS_KEY")) {
            after_action |= column->use == USE_ACTION;
            continue;
        }
        if (is_name && !column->is_named)
            column->use = USE_PASSED;
        is_name = !is_name;
    }
}

/* SDMX: OBS_VALUE1, OBS_VALUE2; and what stands behind the values says more of them, where the
 * dimensions stand before. */
void layout_tell_attributes(struct layout *layout)
{
    static const char mark[] = "OBS_VALUE";
    size_t value;
    bool has_dimension = false;

    if (!layout->format->has_attributes)
        return;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].is_unknown && layout->columns[i].use == USE_DIMENSION &&
            strncmp(layout->columns[i].head, mark, sizeof mark - 1) == 0)
            layout->columns[i].use = USE_VALUE;
    value = layout_first_value(layout);
    for (size_t i = 0; i < layout->count; i++) {
        struct column *column = &layout->columns[i];

        has_dimension |= i < value && column->use == USE_DIMENSION;
        if (i > value && has_dimension && column->is_unknown && column->use == USE_DIMENSION)
            column->use = USE_PASSED;
    }
}

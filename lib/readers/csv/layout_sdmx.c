/* layout_sdmx.c - headers of SDMX and Eurostat whose role depends on their order: several dimensions
 * in one header, names after codes, attributes after values. */
#include <string.h>

#include "base/strings.h"
#include "readers/csv/layout_parts.h"

/* Splits "freq,unit,geo\TIME_PERIOD" into its dimensions. */
void layout_split_compound(struct layout *layout, struct layout_column *column)
{
    const char *slash = strchr(column->header, '\\'), *at = column->header;

    if (slash == NULL || layout->format->recognises == NULL)
        return;
    column->role = COLUMN_COMPOUND;
    layout->compound_column = 0;
    column->parts = arena_array(layout->arena, struct members, strlen(at) + 1);
    while (at < slash && column->parts != NULL) {
        const char *comma = memchr(at, ',', (size_t)(slash - at));
        struct layout_column part = { .header = NULL };

        comma = comma != NULL ? comma : slash;
        part.header = arena_text(layout->arena, at, (size_t)(comma - at));
        if (part.header == NULL)
            return;
        if (!layout_set_listed_role(layout, &part))
            part.name = part.header;
        column->parts[column->n_parts++].name = part.name;
        at = comma + 1;
    }
}

/* Columns of names --------------------------------------------------------------------- */

static bool is_between(char c, char first, char last)
{
    return c >= first && c <= last;
}

static bool has_letters(const char *header, char first, char last)
{
    for (; *header != '\0' && *header != '['; header++)
        if (is_between(*header, first, last))
            return true;
    return false;
}

/* Identifiers of SDMX have letters of one case: "REF_AREA", "indic_et", "CONTACT[]". Names have
 * spaces, letters of both cases, or of other scripts. */
static bool is_identifier(const char *header)
{
    const char *at = header;

    while (is_between(*at, 'A', 'Z') || is_between(*at, 'a', 'z') || *at == '_' ||
           (at > header && (is_between(*at, '0', '9') || *at == '.')))
        at++;
    return at > header && (*at == '\0' || *at == '[') &&
           has_letters(header, 'A', 'Z') != has_letters(header, 'a', 'z');
}

/* True when the first column holds the names of the second, which precedes it: "SITC" after
 * "sitc06". If there is no column of names, the next one is another identifier. */
static bool is_name_of(const struct layout_column *name, const struct layout_column *id)
{
    return !is_identifier(name->header) || string_equal_ignoring_case(name->header, id->header) ||
           (name->is_unknown && has_letters(id->header, 'a', 'z') &&
            has_letters(name->header, 'A', 'Z') && strchr(name->header, '_') == NULL);
}

/* True for columns without names: those that describe the file or its rows, and codes that have
 * labels in their own cells. */
static bool is_nameless(const struct layout *layout, size_t at)
{
    struct layout_column listed = { .header = layout->columns[at].header };

    return at == 0 || layout->columns[at].is_labelled ||
           (layout_set_listed_role(layout, &listed) &&
            (listed.role == COLUMN_SKIPPED || listed.role == COLUMN_ACTION));
}

/* "countries-territories", as the ONS writes it. */
static bool is_dashed(const char *header)
{
    bool has_dash = false;

    for (; is_between(*header, 'a', 'z') || *header == '-'; header++)
        has_dash |= *header == '-';
    return has_dash && *header == '\0';
}

/* The OECD's files have codes in capitals before names, "LOCATION" before "Country"; those of the
 * ONS have codes in small letters. The other columns are listed. */
static bool has_paired_name(const struct layout *layout, size_t at)
{
    const struct layout_column *id = &layout->columns[at], *name = id + 1;

    return at + 1 < layout->count && (is_identifier(id->header) || is_dashed(id->header)) &&
           !is_identifier(name->header) && !is_dashed(name->header) &&
           (name->is_unknown || string_equal_ignoring_case(name->header, id->header));
}

static bool has_name(const struct layout *layout, size_t at)
{
    if (layout->format->has_pairs)
        return has_paired_name(layout, at);
    return !is_nameless(layout, at) && at + 1 < layout->count &&
           is_name_of(&layout->columns[at + 1], &layout->columns[at]);
}

/* True if there is STRUCTURE_NAME, or if every identifier is followed by a name, except perhaps
 * those of periods and values. */
static bool has_columns_of_names(const struct layout *layout)
{
    size_t names = 0;

    for (size_t i = 0; i < layout->count; i++)
        if (string_equal_ignoring_case(layout->columns[i].header, "STRUCTURE_NAME"))
            return true;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];

        if (is_nameless(layout, i) && !column->is_labelled)
            continue;
        if (!is_identifier(column->header) ||
            (!has_name(layout, i) && column->role != COLUMN_PERIOD && column->role != COLUMN_VALUE))
            return false;
        if (has_name(layout, i)) {
            names++;
            i++;
        }
    }
    return names > 1;
}

/* What Sheaf writes beside the expressions of computed series: their names in words. */
static void link_labels(struct layout *layout)
{
    for (size_t i = 1; i < layout->count; i++) {
        struct layout_column *series = &layout->columns[i - 1], *label = series + 1;

        if (!string_equal_ignoring_case(series->header, "series") ||
            !string_equal_ignoring_case(label->header, "series label") || label->is_named ||
            series->role != COLUMN_DIMENSION)
            continue;
        label->role = COLUMN_SKIPPED;
        label->is_unknown = false;
        series->fallback = (int)i;
    }
}

/* SDMX with labels=name: each column of codes is followed by one of their names, which becomes its
 * fallback instead of a dimension of its own. */
void layout_link_names(struct layout *layout)
{
    if (layout->format->recognises == NULL)
        link_labels(layout);
    if (!layout->format->has_pairs && (!layout->format->has_names || !has_columns_of_names(layout)))
        return;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i], *name = column + 1;

        if (!has_name(layout, i))
            continue;
        i++;
        if (name->is_named)
            continue;
        name->role = COLUMN_SKIPPED;
        name->is_unknown = name->is_labelled = false;
        if (column->role == COLUMN_DIMENSION || column->role == COLUMN_FREQUENCY)
            column->fallback = (int)i;
    }
}

/* Attributes --------------------------------------------------------------------------- */

/* Columns OBS_VALUE1, OBS_VALUE2 … are values. Unknown columns after them are attributes, provided
 * that the dimensions stand before them. */
void layout_skip_attributes(struct layout *layout)
{
    static const char mark[] = "OBS_VALUE";
    size_t value;
    bool has_dimension = false;

    if (!layout->format->has_attributes)
        return;
    for (size_t i = 0; i < layout->count; i++)
        if (layout->columns[i].is_unknown && layout->columns[i].role == COLUMN_DIMENSION &&
            strncmp(layout->columns[i].header, mark, sizeof mark - 1) == 0)
            layout->columns[i].role = COLUMN_VALUE;
    value = layout_first_value(layout);
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        has_dimension |= i < value && column->role == COLUMN_DIMENSION;
        if (i > value && has_dimension && column->is_unknown && column->role == COLUMN_DIMENSION)
            column->role = COLUMN_SKIPPED;
    }
}

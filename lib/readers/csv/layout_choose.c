/* layout_choose.c - chooses among columns with the same meaning, such as a code and its name. */
#include <string.h>

#include "readers/csv/layout_parts.h"

bool layout_same_meaning(const struct layout_column *a, const struct layout_column *b)
{
    return a->role == b->role && strcmp(a->name, b->name) == 0 && a->role != COLUMN_SKIPPED &&
           a->role != COLUMN_UNNAMED && a->role != COLUMN_UNIT && a->role != COLUMN_ESTIMATE_FLAG &&
           a->role != COLUMN_FLAG && a->role != COLUMN_GROWTH;
}

static bool same_text(struct csv_field a, struct csv_field b)
{
    return a.n == b.n && memcmp(a.text, b.text, a.n) == 0;
}

/* Functional dependency in the sample: rows that are equal in column a are equal in b. */
static bool determines(struct layout *layout, size_t a, size_t b)
{
    struct string_cache first = { 0 };
    bool does = layout->sample->count > layout->first;

    for (size_t i = layout->first; i < layout->sample->count && does; i++) {
        struct csv_field from = sample_cell(layout->sample, i, a);
        struct csv_field to = sample_cell(layout->sample, i, b);
        uint64_t row;

        if (from.n == 0 || to.n == 0)
            continue;
        if (string_cache_find(&first, from.text, from.n, &row))
            does = same_text(to, sample_cell(layout->sample, row, b));
        else
            does = string_cache_add(&first, layout->arena, from.text, from.n, i);
    }
    string_cache_free(&first, table_alloc(layout->table));
    return does;
}

/* How suitable a column is if another has the same meaning: an ISO 3166 alpha-3 code is best, then
 * names of countries, and codes of anything else. */
static int suitability(const struct layout *layout, size_t column)
{
    struct csv_field cell = sample_cell(layout->sample, layout->first, column);
    bool is_code = cell.n > 0, is_country = false;

    is_country = member_kind_of(layout->columns[column].name) == MEMBER_COUNTRY;
    for (size_t i = 0; i < cell.n; i++)
        is_code &= (cell.text[i] >= 'A' && cell.text[i] <= 'Z') ||
                   (cell.text[i] >= '0' && cell.text[i] <= '9');
    if (is_code && cell.n == 3 && cell.text[0] > '9')
        return 2;
    return is_code == is_country ? 0 : 1;
}

/* The loser becomes the fallback of the winner, for empty cells. */
static void prefer(struct layout *layout, size_t winner, size_t loser)
{
    struct layout_column *last = &layout->columns[winner];

    layout->columns[loser].role = COLUMN_SKIPPED;
    while (last->fallback != NO_COLUMN)
        last = &layout->columns[last->fallback];
    if (last->role == COLUMN_DIMENSION || last->role == COLUMN_SKIPPED)
        last->fallback = (int)loser;
}

/* Of a code and its name one column is enough: the one with more distinct members, or the more
 * suitable one. */
static void choose_finer(struct layout *layout, size_t a, size_t b)
{
    bool by_a = determines(layout, a, b), by_b = determines(layout, b, a);
    bool is_b = by_b && (!by_a || suitability(layout, b) > suitability(layout, a));

    if (by_a || by_b)
        prefer(layout, is_b ? b : a, is_b ? a : b);
}

enum { ROWS_COMPARED = 20 };

/* How many rows of the sample name a country in both columns, and in how many it is the same. */
static void compare_countries(const struct layout *layout, size_t a, size_t b, size_t rows,
                              size_t *both, size_t *same)
{
    *both = *same = 0;
    for (size_t i = 0; i < rows && layout->first + i < layout->sample->count; i++) {
        struct csv_field one = sample_cell(layout->sample, layout->first + i, a);
        struct csv_field other = sample_cell(layout->sample, layout->first + i, b);
        const char *first = country_find(one.text, one.n);
        const char *second = country_find(other.text, other.n);

        if (first == NULL || second == NULL)
            continue;
        ++*both;
        *same += strcmp(first, second) == 0;
    }
}

/* True when both columns name the same country in each row of the sample, as "KAZ" and
 * "Kazakhstan" do. */
static bool name_same_countries(const struct layout *layout, size_t a, size_t b)
{
    size_t both, same;

    compare_countries(layout, a, b, ROWS_COMPARED, &both, &same);
    return both > 0 && both == same;
}

static bool is_country(const struct layout_column *column)
{
    return column->role == COLUMN_DIMENSION && member_kind_of(column->name) == MEMBER_COUNTRY;
}

/* A name beside a code wins if the code is a number, or means another country: China's customs 304
 * is Germany, the CIA's CH China. */
static bool name_wins(const struct layout *layout, size_t code, size_t name)
{
    size_t both, same;

    if (layout_has_numbers_only(layout, name))
        return false;
    if (layout_has_numbers_only(layout, code))
        return true;
    if (!layout->columns[name].words.is_label || layout->columns[code].words.is_label)
        return false;
    compare_countries(layout, code, name, SAMPLE_ROWS, &both, &same);
    return both > same;
}

/* Chooses one of two columns with the same meaning: one that the caller named, or that the format
 * lists first, or that holds codes. */
static void choose(struct layout *layout, size_t a, size_t b)
{
    struct layout_column *one = &layout->columns[a], *other = &layout->columns[b];

    if (one->is_named != other->is_named)
        (one->is_named ? other : one)->role = COLUMN_SKIPPED;
    else if (layout->format->recognises != NULL && one->rank != other->rank &&
             one->rank != SIZE_MAX && other->rank != SIZE_MAX)
        prefer(layout, one->rank < other->rank ? a : b, one->rank < other->rank ? b : a);
    else if (is_country(one) && layout->format->recognises == NULL && name_wins(layout, a, b))
        prefer(layout, b, a);
    else if (is_country(one) && layout->format->recognises == NULL && name_wins(layout, b, a))
        prefer(layout, a, b);
    else if (one->words.is_label != other->words.is_label)
        prefer(layout, one->words.is_label ? b : a, one->words.is_label ? a : b);
    else if (one->role == COLUMN_DIMENSION)
        choose_finer(layout, a, b);
}

void layout_choose(struct layout *layout)
{
    for (size_t b = 1; b < layout->count; b++)
        for (size_t a = 0; a < b; a++)
            if (layout->columns[b].role != COLUMN_VALUE &&
                layout_same_meaning(&layout->columns[a], &layout->columns[b]))
                choose(layout, a, b);
}

/* A column "Country" is the partner if the reporter is known; otherwise it is the reporter. Beside a
 * column that the caller named and that has the same countries, it is only a fallback. */
void layout_resolve_countries(struct layout *layout)
{
    const char *name = layout_has_dimension(layout, "reporter") ? "partner" : "reporter";

    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_DIMENSION || strcmp(column->name, layout_countries) != 0 ||
            column->is_named)
            continue;
        column->name = name;
        for (size_t k = 0; k < layout->count; k++)
            if (layout->columns[k].role == COLUMN_DIMENSION && layout->columns[k].is_named &&
                member_kind_of(layout->columns[k].name) == MEMBER_COUNTRY &&
                column->role == COLUMN_DIMENSION && name_same_countries(layout, i, k))
                prefer(layout, k, i);
    }
}

/* In a file with flows and one column of countries, these could be reporters or partners. */
void layout_warn_assumed_reporter(const struct layout *layout)
{
    bool has_flow = layout_has_dimension(layout, "flow");

    for (size_t i = 0; i < layout->count; i++)
        has_flow |=
            layout->columns[i].role == COLUMN_VALUE && layout->columns[i].words.flow != NULL;
    for (size_t i = 0; i < layout->count; i++) {
        const struct layout_column *column = &layout->columns[i];

        if (has_flow && column->role == COLUMN_DIMENSION && column->words.role == HEADER_COUNTRY &&
            strcmp(column->name, "reporter") == 0 && !layout_has_dimension(layout, "partner"))
            table_warn(
                layout->table, "country",
                (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
                "'%.60s' is read as the reporter, whose trade it is; if it is the partner, "
                "say " SETTING("columns: {partner: %.60s}"),
                column->header, column->header);
    }
}

/* table_names.c - what the rows of a table are called, and how tall each is. */
#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/words/names.h"
#include "sheet/blocks/table_parts.h"

/* The rows' series, each once: a series that an author lists twice is meant twice. */
struct distinct {
    const sheaf_series **series;
    const char **labels;
    size_t n;
    size_t *of_row;
    struct string_cache by_name; /* the first of each name */
};

static bool is_same_observation(const sheaf_observation *a, const sheaf_observation *b)
{
    bool is_same = a->value == b->value || (isnan(a->value) && isnan(b->value));

    return is_same && a->status == b->status && sheaf_period_compare(a->period, b->period) == 0;
}

/* Copies of one series: of one name, unit and label, with the same figures. */
static bool is_same_series(const sheaf_series *a, const sheaf_series *b)
{
    size_t n = sheaf_series_count(a);

    if (a == b)
        return true;
    if (n != sheaf_series_count(b) || strcmp(sheaf_series_unit(a), sheaf_series_unit(b)) != 0 ||
        sheaf_series_multiplier(a) != sheaf_series_multiplier(b) ||
        strcmp(sheaf_series_label(a), sheaf_series_label(b)) != 0)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!is_same_observation(sheaf_series_at(a, i), sheaf_series_at(b, i)))
            return false;
    return true;
}

static bool find_distinct(struct sheet_layout *layout, const struct table_content *content,
                          struct distinct *distinct)
{
    for (size_t i = 0; i < content->n_rows; i++) {
        const sheaf_series *series = content->rows[i].series;
        const char *name = sheaf_series_name(series);
        uint64_t first = distinct->n;
        bool known = string_cache_find(&distinct->by_name, name, strlen(name), &first);

        distinct->of_row[i] = distinct->n;
        if (known && is_same_series(series, distinct->series[first])) {
            distinct->of_row[i] = (size_t)first;
            continue;
        }
        if (!known &&
            !string_cache_add(&distinct->by_name, &layout->arena, name, strlen(name), distinct->n))
            return false;
        distinct->labels[distinct->n] = series_label(layout, series);
        if (distinct->labels[distinct->n] == NULL)
            return false;
        distinct->series[distinct->n++] = series;
    }
    return true;
}

const char **table_labels(struct sheet_layout *layout, const struct table_content *content)
{
    struct arena *arena = &layout->arena;
    const char **labels = arena_array(arena, const char *, content->n_rows);
    struct distinct distinct = { .series =
                                     arena_array(arena, const sheaf_series *, content->n_rows),
                                 .labels = arena_array(arena, const char *, content->n_rows),
                                 .of_row = arena_array(arena, size_t, content->n_rows) };

    if (labels == NULL || distinct.series == NULL || distinct.labels == NULL ||
        distinct.of_row == NULL)
        return NULL;
    bool well =
        find_distinct(layout, content, &distinct) &&
        names_tell_apart(distinct.labels, distinct.series, distinct.n, layout->text, arena) &&
        names_differ(distinct.labels, distinct.series, distinct.n, arena);
    string_cache_free(&distinct.by_name, &arena->alloc);
    for (size_t i = 0; well && i < content->n_rows; i++)
        labels[i] = distinct.labels[distinct.of_row[i]];
    return well ? labels : NULL;
}

double table_row_height(const struct sheet_layout *layout, const struct table_layout *table,
                        size_t i)
{
    return fmax(layout->theme->table.leading, table->names[i]->height) + 4;
}

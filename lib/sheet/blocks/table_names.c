/* table_names.c - what the rows of a table are called, and how tall each is. */
#include <math.h>
#include <string.h>

#include "base/string_cache.h"
#include "chart/words/names.h"
#include "chart/words/words.h"
#include "series/observation.h"
#include "sheet/blocks/table_parts.h"
#include "text/format.h"

/* The series of the rows of a group, each once: a series that an author lists twice is meant twice. */
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
        if (!is_same_observation(sheaf_series_at(a, i, ROOM), sheaf_series_at(b, i, ROOM)))
            return false;
    return true;
}

/* Whether a row is not called by its series. */
static bool has_own_label(const struct sheet_row *row)
{
    return row->kind != ROW_OF_SERIES || row->label != NULL;
}

/* What it is called then; NULL after a failure. */
static const char *own_label(struct sheet_layout *layout, const struct sheet_row *row)
{
    struct arena *arena = &layout->arena;

    if (row->label != NULL)
        return markup_text(row->label, layout->text, arena, (sheaf_period){ 0 });
    if (row->region != NULL)
        return format_region(layout->text, arena, row->region);
    if (row->name != NULL)
        return row->name;
    return capitalized(arena, format_word(layout->text, row->is_rest ? WORD_OTHER : WORD_TOTAL));
}

static bool find_distinct(struct sheet_layout *layout, const struct table_content *content,
                          size_t begin, size_t end, struct distinct *distinct)
{
    for (size_t i = begin; i < end; i++) {
        const sheaf_series *series = content->rows[i].series;
        if (has_own_label(&content->rows[i]))
            continue;
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

/* Where the rows end that are read together with the first: those of its group, or those in none. */
static size_t group_end(const struct table_content *content, size_t first)
{
    const struct sheet_row *rows = content->rows;
    size_t i = first + 1;

    while (i < content->n_rows && rows[i].kind != ROW_OF_GROUP &&
           (rows[i].indent > 0 || rows[i - 1].indent == 0))
        i++;
    return i;
}

/* The names of the rows of one group are told apart; what its head says ("Exports") is not said again
 * beside each. False after a failure: two series have one label. */
static bool label_group(struct sheet_layout *layout, const struct table_content *content,
                        size_t first, size_t end, struct distinct *distinct, const char **labels)
{
    struct arena *arena = &layout->arena;

    distinct->n = 0;
    distinct->by_name = (struct string_cache){ 0 };
    bool well =
        find_distinct(layout, content, first, end, distinct) &&
        names_tell_apart(distinct->labels, distinct->series, distinct->n, layout->text, arena) &&
        names_differ(distinct->labels, distinct->series, distinct->n, arena);
    string_cache_free(&distinct->by_name, &arena->alloc);
    for (size_t i = first; well && i < end; i++) {
        labels[i] = has_own_label(&content->rows[i]) ? own_label(layout, &content->rows[i])
                                                     : distinct->labels[distinct->of_row[i]];
        well = labels[i] != NULL;
    }
    return well;
}

/* NULL after a failure. */
static const char **labels_of(struct sheet_layout *layout, const struct table_content *content)
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
    for (size_t first = 0, end; first < content->n_rows; first = end) {
        end = group_end(content, first);
        if (!label_group(layout, content, first, end, &distinct, labels))
            return NULL;
    }
    return labels;
}

static double indent_of(const struct table_layout *table, size_t i)
{
    return TABLE_INDENT * table->factor * table->content->rows[i].indent;
}

static struct text_style name_style(const struct sheet_layout *layout,
                                    const struct table_layout *table, size_t i)
{
    struct text_style style = table_style(table, &layout->theme->table);

    style.semibold |= row_is_strong(&table->content->rows[i]);
    if (has_own_label(&table->content->rows[i]))
        style.language = markup_language(table->content->rows[i].label);
    return style;
}

bool table_measure_names(struct sheet_layout *layout, struct table_layout *table)
{
    table->labels = labels_of(layout, table->content);
    if (table->labels == NULL)
        return false;
    for (size_t i = 0; i < table->content->n_rows; i++) {
        struct text_style style = name_style(layout, table, i);
        const char *label = table->labels[i];

        const double width = text_width(layout->text, label, &style);
        const double word = label[strcspn(label, " \n")] == '\0'
                                ? width
                                : table_longest_word(layout, false, label, &style);

        table->widest_name = fmax(table->widest_name, indent_of(table, i) + width);
        table->longest_word = fmax(table->longest_word, indent_of(table, i) + word);
        if (table->divides_words)
            table->longest_part =
                fmax(table->longest_part,
                     indent_of(table, i) + table_longest_word(layout, true, label, &style));
        text_forget_when_full(layout->text);
    }
    if (table->unit_words != NULL) {
        struct text_style style = table_style(table, &layout->theme->table);
        double word = table_longest_word(layout, false, table->unit_words, &style);

        table->longest_word = fmax(table->longest_word, word);
        table->longest_part = fmax(table->longest_part, word);
        table->widest_name = fmax(table->widest_name, word);
    }
    return layout_is_well(layout);
}

/* "Exports, index (2021 = 100)" says its unit already. */
static struct text_block *set_name(struct sheet_layout *layout, const struct table_layout *table,
                                   size_t i)
{
    const char *own = table->row_units != NULL ? table->row_units[i] : NULL;
    const char *sign = table_note_sign(layout, table->content->rows[i].note);
    struct text_style style = name_style(layout, table, i), weak = style;
    size_t n = 0;

    weak.color = layout->theme->grey;
    weak.language = NULL;
    if (own != NULL && (own[0] == '\0' || strstr(table->labels[i], own) != NULL))
        own = NULL;
    struct text_span spans[4] = { { table->labels[i], &style, NULL } };
    n = 1;
    if (own != NULL) {
        spans[n++] =
            (struct text_span){ punctuation_of(text_locale(layout->text))->comma, &weak, NULL };
        spans[n++] = (struct text_span){ own, &weak, NULL };
    }
    if (sign != NULL && sign[0] != '\0')
        spans[n++] = (struct text_span){ sign, &weak, NULL };
    return sign == NULL ? NULL
                        : table_wrap(layout, table, layout->words, spans, n,
                                     table->name_width - indent_of(table, i));
}

const struct text_block *table_row_name(struct sheet_layout *layout,
                                        const struct table_layout *table, size_t i)
{
    return table->names != NULL ? table->names[i] : set_name(layout, table, i);
}

static bool measure_name(struct sheet_layout *layout, struct table_layout *table, size_t i)
{
    struct text_block *name = set_name(layout, table, i);

    if (name != NULL)
        table->name_heights[i] = name->height;
    if (table->names != NULL)
        table->names[i] = name;
    return name != NULL;
}

static bool measure_names(struct sheet_layout *layout, struct table_layout *table)
{
    const bool is_aside = table->names == NULL;
    struct layout_aside aside;
    bool well = true;

    if (is_aside)
        layout_aside_begin(layout, &aside);
    for (size_t i = 0; well && i < table->content->n_rows; i++) {
        if (is_aside && i % TABLE_ROWS_ASIDE == 0) {
            layout_aside_end(layout, &aside);
            layout_aside_begin(layout, &aside);
        }
        well = measure_name(layout, table, i);
    }
    if (is_aside)
        layout_aside_end(layout, &aside);
    return well;
}

bool table_set_names(struct sheet_layout *layout, struct table_layout *table)
{
    struct text_style weak = table_style(table, &layout->theme->table);

    if (!measure_names(layout, table))
        return false;
    if (table->unit_words == NULL)
        return layout_is_well(layout);
    weak.color = layout->theme->grey;
    weak.leading = 10;
    const struct text_span span = { table->unit_words, &weak, NULL };
    table->unit = table_wrap(layout, table, &layout->arena, &span, 1, table->name_width);
    if (table->unit == NULL)
        return false;
    table->header_height = fmax(table->header_height, table->unit->height);
    return true;
}

double table_space_above(const struct table_layout *table, size_t i)
{
    return i > 0 && table->content->rows[i].kind == ROW_OF_GROUP ? TABLE_GROUP_SPACE : 0;
}

double table_row_height(const struct sheet_layout *layout, const struct table_layout *table,
                        size_t i)
{
    return fmax(table_style(table, &layout->theme->table).leading, table->name_heights[i]) +
           table->row_space;
}

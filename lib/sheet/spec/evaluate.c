/* evaluate.c - expressions of specs and texts, evaluated over the sheet's series. */
#include "sheet/spec/evaluate.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "chart/theme.h"
#include "expression/expression.h"
#include "series/series.h"
#include "series/series_list.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/reader.h"
#include "sheet/spec/spec.h"
#include "sheet/words/names.h"
#include "table/select.h"
#include "table/table.h"

static void take_named(struct named *named, const struct named_series *known, bool is_previous)
{
    named->series = known->series;
    named->list = known->list;
    named->table = is_previous && known->previous != NULL ? known->previous : known->table;
}

static const sheaf_table *previous_of(const struct named_table *table)
{
    return table->previous_rest != NULL ? table->previous_rest : kept_table(table->previous);
}

/* A series that the sheet has already. */
static bool find_kept(const sheaf_sheet *sheet, const char *name, struct named *named,
                      bool is_previous)
{
    for (const struct named_series *known = sheet->series; known != NULL; known = known->next)
        if (strcmp(known->name, name) == 0) {
            take_named(named, known, is_previous);
            return true;
        }
    return false;
}

/* A spec's series are computed when they are first used, so that they can stand in any order.
 * Mistakes in them are reported at their own place. */
static bool find_in_spec(struct spec_reader *reader, const char *name, struct named *named,
                         sheaf_error *error)
{
    for (const struct named_table *table = reader->tables; table != NULL; table = table->next)
        if (strcmp(table->name, name) == 0) {
            if (table->failed)
                spec_fail_again(reader);
            error_take(error, &reader->sheet->error);
            named->table =
                reader->is_previous && table->previous != NULL ? previous_of(table) : table->table;
            return !table->failed;
        }
    for (struct spec_series *entry = reader->entries; entry != NULL; entry = entry->next)
        if (strcmp(entry->name, name) == 0) {
            const struct named_series *known = spec_compute_series(reader, entry);
            error_take(error, &reader->sheet->error);
            if (known != NULL)
                take_named(named, known, false);
            return known != NULL;
        }
    return reader->is_added && find_kept(reader->sheet, name, named, reader->is_previous);
}

static void take_rows(struct named *named, const struct sheet_rows *rows)
{
    named->series = rows->total != NULL ? rows->total : sheaf_series_list_at(rows->list, 0);
    named->list = rows->total == NULL && rows->is_several ? rows->list : NULL;
}

static bool find(void *context, const char *name, struct named *named, sheaf_error *error)
{
    const struct sheet_scope *scope = context;

    if (scope->rows != NULL && strcmp(name, "row") == 0) {
        take_rows(named, scope->rows);
        return true;
    }
    if (scope->reader != NULL)
        return find_in_spec(scope->reader, name, named, error);
    return find_kept(scope->sheet, name, named, false);
}

static const char *name_at(void *context, size_t index)
{
    const struct sheet_scope *scope = context;

    if (scope->reader != NULL && !scope->reader->is_added) {
        for (const struct spec_series *entry = scope->reader->entries; entry != NULL;
             entry = entry->next)
            if (index-- == 0)
                return entry->name;
        for (const struct named_table *table = scope->reader->tables; table != NULL;
             table = table->next)
            if (index-- == 0)
                return table->name;
        return NULL;
    }
    for (const struct named_series *known = scope->sheet->series; known != NULL;
         known = known->next)
        if (index-- == 0)
            return known->name;
    return NULL;
}

/* Notes which series of a table are read: only these are checked. */
static void use(void *context, const sheaf_table *table, const sheaf_filter *filters, size_t n)
{
    const struct sheet_scope *scope = context;
    struct named_table *named = scope->reader != NULL ? scope->reader->tables : NULL;

    while (named != NULL && named->table != table)
        named = named->next;
    if (named == NULL)
        return;
    if (named->used == NULL)
        named->used = arena_array(&scope->reader->arena, bool, table_series_count(table));
    if (named->used != NULL)
        select_mark(table, filters, n, named->used);
}

static void name(void *context, sheaf_series_list *list)
{
    const struct sheet_scope *scope = context;

    names_give(scope->sheet, list);
}

/* Its own failure is told at the place where the expression names it. */
static const char *find_parameter(void *context, const char *name, size_t n, sheaf_error *error)
{
    const struct sheet_scope *scope = context;

    if (scope->rows != NULL && !scope->rows->is_several && string_is(name, n, "row"))
        return scope->rows->members[0];
    const struct spec_parameter *parameter = parameter_find(scope, name, n, error);

    return parameter != NULL ? parameter->value : NULL;
}

static const char *const *find_rows(void *context, const char *name, size_t n, size_t *count)
{
    const struct sheet_scope *scope = context;

    if (scope->rows == NULL || !scope->rows->is_several || !string_is(name, n, "row"))
        return NULL;
    *count = scope->rows->n;
    return scope->rows->members;
}

/* Length in bytes of the first characters of a text. */
static size_t bytes_of(const char *text, size_t n, size_t characters)
{
    const char *at = text, *end = text + n;

    while (characters-- > 0 && at < end)
        utf8_next(&at, end);
    return (size_t)(at - text);
}

static void fail_within(const struct sheet_scope *scope, const char *text, size_t n,
                        const sheaf_error *error)
{
    size_t start = 0, length = n;

    if (error->status == SHEAF_NO_MEMORY) {
        error_take(&scope->sheet->error, error);
        return;
    }
    if (error->column > 0) {
        start = bytes_of(text, n, error->column - 1);
        length = bytes_of(text + start, n - start, error->length);
    }
    scope_fail(scope, text + start, length, "%s", error->message);
}

/* The caller destroys the value's list. */
static bool evaluate(const struct sheet_scope *scope, const char *text, size_t n,
                     struct expression_value *value)
{
    struct environment environment = {
        .context = (void *)scope,
        .find = find,
        .name_at = name_at,
        .use = use,
        .name = name,
        .sums_rows = scope->rows != NULL && scope->rows->total != NULL,
        .skips_absent = scope->reader != NULL && scope->reader->is_previous,
    };
    sheaf_error error = { 0 };
    struct arena arena;

    *value = (struct expression_value){ 0 };
    arena_init(&arena, &scope->sheet->alloc, &error);
    const struct expression_parameters parameters = { (void *)scope, find_parameter, find_rows };
    const struct expression *expression =
        expression_parse_with(&arena, text, n, &parameters, &error);
    if (expression != NULL && expression_evaluate(expression, &environment, &scope->sheet->alloc,
                                                  value, &error) != SHEAF_OK)
        value->list = NULL;
    arena_free(&arena);
    if (value->list == NULL) {
        /* Within a series that is computed for this one the failure is told already. */
        if (sheet_is_well(scope->sheet))
            scope->sheet->is_nothing = value->is_nothing;
        fail_within(scope, text, n, &error);
    }
    return value->list != NULL;
}

/* "5 series stand here where one is wanted: CHN, RUS, …" */
static void fail_several(const struct sheet_scope *scope, const char *text, size_t n,
                         const sheaf_series_list *list)
{
    size_t count = sheaf_series_list_count(list), shown = count < 3 ? count : 3;
    char names[3 * 32] = "";

    for (size_t i = 0; i < shown; i++) {
        const char *name = sheaf_series_name(sheaf_series_list_at(list, i));
        size_t length = strlen(names);

        snprintf(names + length, sizeof names - length, "%s%.*s", i > 0 ? ", " : "",
                 (int)utf8_floor(name, strlen(name) < 24 ? strlen(name) : 24), name);
    }
    scope_fail(scope, text, n, "%zu series stand here where one is wanted: %s%s", count, names,
               shown < count ? ", …" : "");
}

/* Takes the only series of the value; the sheet owns it. */
static sheaf_series *keep_one(const struct sheet_scope *scope, const char *text, size_t n,
                              struct expression_value *value)
{
    sheaf_series *series = NULL;

    if (sheaf_series_list_count(value->list) == 1)
        series = sheaf_series_list_take(value->list, 0);
    else
        fail_several(scope, text, n, value->list);
    sheaf_series_list_destroy(value->list);
    value->list = NULL;
    return series != NULL && sheet_keep_series(scope->sheet, series) != NULL ? series : NULL;
}

static bool check_whole(const struct sheet_scope *scope, const char *text, size_t n,
                        const struct expression_value *value)
{
    if (value->period.unit == SHEAF_NO_PERIOD)
        return true;
    scope_fail(scope, text, n, "one figure stands here where a series is wanted");
    return false;
}

static const sheaf_series *name_series(sheaf_sheet *sheet, sheaf_series *series, const char *name)
{
    if (series == NULL)
        return NULL;
    /* "exports: Exports of goods = a + b": the name within the expression is a label. */
    const char *label = series_is_called_by_author(series) ? sheaf_series_name(series) : NULL;
    series_set_name(series, name);
    /* A series that the author calls imports has the flow imports, however it was computed. */
    if (sheaf_series_flow(series)[0] == '\0' && theme_knows_flow(name))
        sheaf_series_set_flow(series, name);
    sheaf_series_set_label(series, label); /* NULL: the name replaces the label of the file */
    error_take(&sheet->error, sheaf_series_error(series));
    return series;
}

struct named_series *evaluate_named(const struct sheet_scope *scope, const char *name)
{
    const char *text = scope->node->text;
    size_t n = scope->node->length;
    struct named_series *named = arena_new(&scope->sheet->arena, struct named_series);
    struct expression_value value;

    if (named == NULL || !evaluate(scope, text, n, &value))
        return NULL;
    named->name = arena_string(&scope->sheet->arena, name);
    if (value.several)
        named->list = sheet_keep_list(scope->sheet, value.list);
    else
        named->series = name_series(scope->sheet, keep_one(scope, text, n, &value), name);
    return sheet_is_well(scope->sheet) && check_whole(scope, text, n, &value) ? named : NULL;
}

void evaluate_label(sheaf_sheet *sheet, const struct named_series *named, const char *label)
{
    sheaf_series *series = (sheaf_series *)named->series; /* the sheet's own */

    sheaf_series_set_label(series, label);
    error_take(&sheet->error, sheaf_series_error(series));
}

bool evaluate_each(const struct sheet_scope *scope, const char *text, size_t n,
                   void (*take)(void *context, const sheaf_series *series), void *context)
{
    struct expression_value value;

    if (!evaluate(scope, text, n, &value))
        return false;
    const sheaf_series_list *list = sheet_keep_list(scope->sheet, value.list);
    if (list == NULL || !check_whole(scope, text, n, &value))
        return false;
    for (size_t i = 0; i < sheaf_series_list_count(list); i++)
        take(context, sheaf_series_list_at(list, i));
    return true;
}

bool evaluate_series(const struct sheet_scope *scope, const sheaf_series_list **list,
                     bool *is_several)
{
    struct expression_value value;

    if (!evaluate(scope, scope->node->text, scope->node->length, &value))
        return false;
    *is_several = value.several;
    *list = sheet_keep_list(scope->sheet, value.list);
    return *list != NULL && check_whole(scope, scope->node->text, scope->node->length, &value);
}

bool evaluate_rows(const struct sheet_scope *scope, struct expression_value *value)
{
    return evaluate(scope, scope->node->text, scope->node->length, value);
}

bool evaluate_any(const struct sheet_scope *scope,
                  void (*take)(void *context, const sheaf_series *series), void *context)
{
    struct expression_value value;

    if (!evaluate(scope, scope->node->text, scope->node->length, &value))
        return false;
    const sheaf_series_list *list = sheet_keep_list(scope->sheet, value.list);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const sheaf_series *series = sheaf_series_list_at(list, i);
        const sheaf_observation *figure = sheaf_series_find(series, value.period, ROOM);

        if (value.period.unit == SHEAF_NO_PERIOD || (figure != NULL && !isnan(figure->value)))
            take(context, series);
    }
    return true;
}

bool evaluate_observation(const struct sheet_scope *scope, const char *text, size_t n,
                          const sheaf_series **series, sheaf_observation *observation)
{
    struct expression_value value;

    if (!evaluate(scope, text, n, &value))
        return false;
    *series = keep_one(scope, text, n, &value);
    if (*series == NULL)
        return false;
    const sheaf_observation *found = sheaf_series_find(*series, value.period, ROOM);
    if (found == NULL) {
        scope_fail(scope, text, n, "a period is missing here, such as %.*s[2023]",
                   n < 60 ? (int)n : 60, text);
        return false;
    }
    *observation = *found;
    return true;
}

/* The argument "of" of a rank and the comma before it: n bytes. NULL: it is no rank of one series. */
static const char *find_of(const char *text, size_t n, size_t *length)
{
    const char *end = text + n, *comma = NULL, *of = NULL;
    int depth = 0;

    if (n < 5 || memcmp(text, "rank(", 5) != 0)
        return NULL;
    for (const char *at = text + 4; at < end; at++) {
        bool ends = depth == 1 && (*at == ',' || *at == ')');

        if (ends && of != NULL) {
            *length = (size_t)(at - of);
            return of;
        }
        if (*at == '"' || *at == '\'') {
            const char *close = memchr(at + 1, *at, (size_t)(end - at - 1));
            at = close != NULL ? close : at;
        } else if (*at == '(' || *at == '[') {
            depth++;
        } else if (*at == ')' || *at == ']') {
            if (--depth == 0)
                return NULL;
        }
        if (ends)
            comma = at;
        if (comma != NULL && end - at > 3 && memcmp(at, "of:", 3) == 0 && depth == 1)
            of = comma;
    }
    return NULL;
}

bool evaluate_tie(const struct sheet_scope *scope, const char *text, size_t n,
                  const sheaf_observation *rank, bool *is_tied)
{
    size_t length = 0, with_rank = 0;
    const char *of = find_of(text, n, &length);
    struct expression_value value;

    *is_tied = false;
    if (of == NULL)
        return true;
    const size_t before = (size_t)(of - text);
    char *all = arena_text(&scope->sheet->arena, text, n);
    if (all == NULL)
        return false;
    memmove(all + before, of + length, n - before - length);
    if (!evaluate(scope, all, n - length, &value))
        return false;
    for (size_t i = 0; i < sheaf_series_list_count(value.list); i++) {
        const sheaf_observation *other =
            sheaf_series_find(sheaf_series_list_at(value.list, i), rank->period, ROOM);
        with_rank += other != NULL && other->value == rank->value;
    }
    sheaf_series_list_destroy(value.list);
    *is_tied = with_rank > 1;
    return true;
}

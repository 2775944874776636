/* figures.c - reads provenance.json as publish/provenance.c writes it. */
#include "compare/figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "input/json.h"

void figures_init(struct figure_list *figures, const char *path, struct arena *arena)
{
    *figures = (struct figure_list){ .arena = arena, .path = path };
}

void figures_free(struct figure_list *figures)
{
    memory_free(&figures->arena->alloc, figures->items, figures->capacity * sizeof *figures->items);
    figures->items = NULL;
    figures->n = figures->capacity = 0;
}

struct read_figure *figures_add(struct figure_list *figures)
{
    if (!memory_grow(&figures->arena->alloc, figures->arena->error, &figures->items,
                     &figures->capacity, figures->n + 1, sizeof *figures->items))
        return NULL;
    struct read_figure *figure = &figures->items[figures->n];
    *figure = (struct read_figure){ "", "", "", "", "", "", "", "", "", NAN, 0, false, figures->n };
    figures->n++;
    return figure;
}

static void fail_file(struct figure_list *figures, const char *why)
{
    fail_at(figures->arena->error, SHEAF_BAD_INPUT, (struct place){ .file = figures->path }, "%s",
            why);
}

static const char *text_of(const struct json_value *object, const char *key)
{
    const char *text = json_text(json_member(object, key));

    return text != NULL ? text : "";
}

static void take_told(struct figure_list *figures, const char *name)
{
    for (struct spare_file *file = figures->spare; file != NULL && name[0] != '\0';
         file = file->next)
        if (strcmp(file->name, name) == 0)
            file->is_told = true;
}

static bool take_figure(struct figure_list *figures, const struct json_value *told)
{
    struct read_figure *figure = figures_add(figures);
    int64_t multiplier = 0;
    int decimals;

    if (figure == NULL)
        return false;
    figure->series = text_of(told, "series");
    figure->reporter = text_of(told, "reporter");
    figure->partner = text_of(told, "partner");
    figure->flow = text_of(told, "flow");
    figure->product = text_of(told, "product");
    figure->measure = text_of(told, "measure");
    figure->period = text_of(told, "period");
    figure->unit = text_of(told, "unit");
    figure->is_confidential = json_is(json_member(told, "confidential"), JSON_TRUE);
    /* A confidential figure has none of the two; should another program have put them, nobody sees them. */
    if (!figure->is_confidential) {
        figure->shown = text_of(told, "shown");
        if (!json_number(json_member(told, "value"), &figure->value, &decimals))
            figures->n--;
    }
    if (json_whole_number(json_member(told, "unit_mult"), -99, 99, &multiplier))
        figure->unit_mult = (int)multiplier;
    take_told(figures, text_of(told, "in"));
    return true;
}

bool figures_read_provenance(struct figure_list *figures, const char *bytes, size_t n)
{
    struct json_failure failure;
    const struct json_value *root = json_value_read(figures->arena, bytes, n, &failure);
    const struct json_value *list = json_member(root, "figures");

    if (root == NULL && figures->arena->error->status != SHEAF_OK)
        return false;
    if (!json_is(list, JSON_ARRAY)) {
        fail_file(figures, "its provenance.json is damaged");
        return false;
    }
    for (size_t i = 0; i < list->count; i++)
        if (!take_figure(figures, &list->items[i]))
            return false;
    return true;
}

/* The files --------------------------------------------------------------------- */

static bool ends_with(const char *name, const char *end)
{
    const size_t n = strlen(name), m = strlen(end);

    return n >= m && strcmp(name + n - m, end) == 0;
}

struct taken {
    struct figure_list *figures;
    const char *provenance;
    size_t n;
};

static bool take_file(void *context, const char *name, const char *bytes, size_t n)
{
    struct taken *taken = context;
    struct figure_list *figures = taken->figures;

    if (strcmp(name, "provenance.json") == 0) {
        taken->provenance = arena_text(figures->arena, bytes, n);
        taken->n = n;
        return taken->provenance != NULL;
    }
    if (!ends_with(name, ".csv") ||
        (strncmp(name, "chart-", 6) != 0 && strncmp(name, "table-", 6) != 0))
        return true;
    struct spare_file *file = arena_new(figures->arena, struct spare_file);
    const char *kept_name = arena_string(figures->arena, name);
    const char *kept = arena_text(figures->arena, bytes, n);
    if (file == NULL || kept_name == NULL || kept == NULL)
        return false;
    *file = (struct spare_file){ kept_name, kept, n, false, figures->spare };
    figures->spare = file;
    return true;
}

bool figures_read(struct figure_list *figures, const struct pdf_reader *reader, const char *bytes,
                  size_t n)
{
    struct taken taken = { .figures = figures };
    sheaf_error *error = figures->arena->error;

    if (!pdf_each_file(reader, figures->path, bytes, n, take_file, &taken, &figures->arena->alloc,
                       error))
        return false;
    figures->has_data = taken.provenance != NULL || figures->spare != NULL;
    if (taken.provenance != NULL && !figures_read_provenance(figures, taken.provenance, taken.n))
        return false;
    /* The figures of a chart of more than a thousand are in its CSV only, and so are those that a table
     * leaves blank. */
    for (const struct spare_file *file = figures->spare; file != NULL; file = file->next)
        if (!figures_read_csv(figures, file))
            return false;
    figures_settle(figures);
    return error->status == SHEAF_OK;
}

/* Order ------------------------------------------------------------------------- */

int figure_compare(const struct read_figure *a, const struct read_figure *b)
{
    int order = strcmp(a->series, b->series);

    order = order != 0 ? order : strcmp(a->reporter, b->reporter);
    order = order != 0 ? order : strcmp(a->partner, b->partner);
    order = order != 0 ? order : strcmp(a->flow, b->flow);
    order = order != 0 ? order : strcmp(a->product, b->product);
    order = order != 0 ? order : strcmp(a->measure, b->measure);
    return order != 0 ? order : strcmp(a->period, b->period);
}

/* What is confidential, and has no value, comes first. */
static int compare_values(const struct read_figure *a, const struct read_figure *b)
{
    if (a->is_confidential != b->is_confidential)
        return a->is_confidential ? -1 : 1;
    if (a->is_confidential || a->value == b->value)
        return 0;
    return a->value < b->value ? -1 : 1;
}

static int compare_for_sorting(const void *one, const void *other)
{
    const struct read_figure *a = one, *b = other;
    int order = figure_compare(a, b);

    order = order != 0 ? order : compare_values(a, b);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

void figures_settle(struct figure_list *figures)
{
    size_t kept = 0;

    if (figures->n > 1)
        qsort(figures->items, figures->n, sizeof *figures->items, compare_for_sorting);
    for (size_t i = 0; i < figures->n; i++) {
        const struct read_figure *figure = &figures->items[i];
        const struct read_figure *last = kept > 0 ? &figures->items[kept - 1] : NULL;

        if (last == NULL || figure_compare(last, figure) != 0 ||
            compare_values(last, figure) != 0 ||
            (!figure->is_confidential &&
             (strcmp(last->unit, figure->unit) != 0 || last->unit_mult != figure->unit_mult)))
            figures->items[kept++] = *figure;
    }
    figures->n = kept;
}

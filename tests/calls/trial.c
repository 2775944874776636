/* trial.c - the objects of one call, and the one choice that makes no sense. */
#include "calls/trial.h"

static size_t choose(struct giver *g, size_t n)
{
    struct trial *trial = (struct trial *)g;

    if (trial->chosen++ != trial->number)
        return 0;
    trial->there_is = trial->value < n;
    return trial->there_is ? trial->value : 0;
}

static void keep(struct giver *g, enum kind kind, void *object)
{
    struct trial *trial = (struct trial *)g;

    if (object == NULL)
        return;
    call_require(g, trial->n_objects < MOST_OBJECTS);
    trial->objects[trial->n_objects].kind = kind;
    trial->objects[trial->n_objects++].object = object;
}

/* An object that has failed; NULL where none of this kind can. */
static void *failed(struct trial *trial, enum kind kind)
{
    void *object = object_make(kind, trial->context, trial->alloc);

    if (kind == KIND_sheaf_series)
        sheaf_series_add_many(object, sheaf_period_year(2023), NULL, 3, 0, NULL);
    else if (kind == KIND_sheaf_series_list)
        sheaf_series_list_add(object, NULL);
    else if (kind == KIND_sheaf_theme)
        sheaf_theme_set_colors(object, NULL, 2);
    else if (kind == KIND_sheaf_chart)
        sheaf_chart_add(object, NULL);
    else if (kind == KIND_sheaf_sheet)
        sheaf_sheet_add_series(object, NULL);
    else if (kind == KIND_sheaf_table)
        object_destroy(kind, object), object = sheaf_table_read_bytes(trial->context, "x", NULL, 5);
    else if (kind == KIND_sheaf_batch)
        object_destroy(kind, object), object = sheaf_batch_create(trial->context, NULL, NULL);
    else if (kind == KIND_sheaf_diff)
        object_destroy(kind, object), object = sheaf_diff_create(NULL, NULL, NULL, NULL, NULL);
    return object;
}

static void *object(struct giver *g, enum kind kind, bool taken)
{
    struct trial *trial = (struct trial *)g;
    const size_t i = choose(g, 3);

    if (i == 1)
        return NULL;
    if (kind == KIND_sheaf_context && !taken)
        return trial->context; /* warm: a private one opens faces each time */
    void *made = i == 2 ? failed(trial, kind) : object_make(kind, trial->context, trial->alloc);
    if (i == 0)
        object_prepare(kind, made, g->function);
    if (kind == KIND_sheaf_series && trial->n_objects == 1)
        sheaf_series_set_flow(made, "imports"); /* exports come first */
    if (!taken)
        keep(g, kind, made);
    return made;
}

/* The last made goes first: charts before the series that they were given. */
void trial_clear(struct trial *trial)
{
    while (trial->n_objects > 0) {
        trial->n_objects--;
        object_destroy(trial->objects[trial->n_objects].kind,
                       trial->objects[trial->n_objects].object);
    }
    giver_clear(&trial->giver);
}

void trial_begin(struct trial *trial, sheaf_context *context, const sheaf_alloc *alloc)
{
    *trial = (struct trial){ .giver = { .choose = choose, .object = object, .keep = keep },
                             .context = context,
                             .alloc = alloc,
                             .number = SIZE_MAX };
}

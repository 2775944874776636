/* picture.c - a chart laid out, as an object: what is drawn, and the data that stand in it. */
#include "chart/picture.h"

#include <math.h>

#include "base/sized.h"
#include "chart/chart.h"
#include "chart/datum.h"
#include "chart/datum_index.h"
#include "chart/layout.h"
#include "chart/picture_axes.h"
#include "chart/picture_layout.h"
#include "chart/theme_object.h"
#include "scene/coverage.h"
#include "scene/hit_index.h"

struct sheaf_picture {
    sheaf_alloc alloc;
    struct arena arena; /* of the data */
    struct scene *scene;
    struct color paper;
    struct datum_list data;
    struct hit_index *marks; /* both NULL or empty unless places are asked for */
    struct datum_index places;
    struct picture_axes axes;
    struct coverages coverages; /* behind their lock: the only part that changes */
};

static void arrange(sheaf_picture *picture)
{
    picture->marks = hit_index_create(picture->scene, &picture->arena);
    if (picture->marks != NULL && !datum_index_init(&picture->places, &picture->data))
        picture->marks = NULL;
}

static void log_warnings(const sheaf_chart *chart)
{
    const sheaf_context *context = chart->context;
    sheaf_warning warning = SHEAF_WARNING_INIT;

    if (context_callbacks(context)->log == NULL)
        return;
    for (size_t i = 0; sheaf_chart_warning(chart, i, &warning); i++)
        context_log(context, &warning);
}

sheaf_picture *picture_create(sheaf_chart *chart, double width, double height,
                              const struct picture_options *options)
{
    sheaf_error *error = chart_begin_output(chart);
    const sheaf_alloc *alloc = chart_alloc(chart);

    if (error->status != SHEAF_OK)
        return NULL;
    sheaf_picture *picture = memory_resize(alloc, NULL, 0, sizeof *picture);
    if (picture == NULL) {
        fail_memory(error);
        return NULL;
    }
    *picture = (sheaf_picture){ .alloc = *alloc, .paper = theme_look(chart->theme)->paper };
    coverages_init(&picture->coverages);
    arena_init(&picture->arena, alloc, error);
    picture->data.arena = &picture->arena;
    picture->data.most_of_lines = options->most_of_lines;
    picture->data.with_squares = options->with_squares;
    picture->data.axes = options->is_asked ? &picture->axes : NULL;
    picture->scene = picture_draw_scene(chart, width, height, options,
                                        options->with_data ? &picture->data : NULL);
    error_take(error, scene_error(picture->scene));
    if (options->is_asked && error->status == SHEAF_OK)
        arrange(picture);
    picture->arena.error = NULL; /* nothing is added any more, and the chart may go */
    if (error->status == SHEAF_OK) {
        log_warnings(chart);
        return picture;
    }
    sheaf_picture_destroy(picture);
    return NULL;
}

sheaf_picture *sheaf_chart_layout(sheaf_chart *chart, double width, double height)
{
    const struct picture_options options = { .pixels = true, .with_data = true, .is_asked = true };

    return picture_create(chart, width, height, &options);
}

void sheaf_picture_destroy(sheaf_picture *picture)
{
    if (picture == NULL)
        return;
    sheaf_alloc alloc = picture->alloc;
    coverages_free(&picture->coverages);
    scene_destroy(picture->scene);
    arena_free(&picture->arena);
    memory_free(&alloc, picture, sizeof *picture);
}

const struct scene *picture_scene(const sheaf_picture *picture)
{
    return picture->scene;
}

struct color picture_paper(const sheaf_picture *picture)
{
    return picture->paper;
}

/* The lock in it makes this the one part that a picture, which is const to all, may change. */
struct coverages *picture_coverages(const sheaf_picture *picture)
{
    return &((sheaf_picture *)picture)->coverages;
}

const struct datum_list *picture_data(const sheaf_picture *picture)
{
    return &picture->data;
}

/* Fills as much of the struct as the caller was compiled with. */
static bool give(const struct datum_note *note, sheaf_datum *datum)
{
    return note != NULL && datum != NULL &&
           sized_give(datum, sizeof *datum, &note->datum, sizeof note->datum);
}

bool picture_nearest(const sheaf_picture *picture, double x, double y, double within,
                     sheaf_datum *datum, size_t *looks)
{
    const struct point at = { x, y };

    return picture != NULL && give(datum_index_nearest(&picture->places, at, within, looks), datum);
}

bool picture_hit(const sheaf_picture *picture, double x, double y, sheaf_datum *datum,
                 size_t *looks)
{
    const struct group *group =
        picture != NULL ? hit_index_find(picture->marks, x, y, looks) : NULL;
    const struct datum_note *note = group != NULL && group->datum != NULL
                                        ? datum_index_find(&picture->places, group->datum, x, looks)
                                        : NULL;

    /* Marks that stand for several data have no group of one, and words may lie over a mark. */
    return note != NULL ? give(note, datum) : picture_nearest(picture, x, y, 0, datum, looks);
}

bool sheaf_picture_hit(const sheaf_picture *picture, double x, double y, sheaf_datum *datum)
{
    return picture_hit(picture, x, y, datum, NULL);
}

bool sheaf_picture_nearest(const sheaf_picture *picture, double x, double y, double within,
                           sheaf_datum *datum)
{
    return picture_nearest(picture, x, y, within, datum, NULL);
}

static bool touches(const sheaf_box *a, const sheaf_box *b)
{
    return a->left <= b->right && a->right >= b->left && a->top <= b->bottom && a->bottom >= b->top;
}

size_t sheaf_picture_brush(const sheaf_picture *picture, sheaf_box box, size_t *indexes,
                           size_t capacity)
{
    const sheaf_box taken = { fmin(box.left, box.right), fmin(box.top, box.bottom),
                              fmax(box.left, box.right), fmax(box.top, box.bottom) };
    size_t n = 0;

    if (isnan(box.left) || isnan(box.top) || isnan(box.right) || isnan(box.bottom))
        return 0; /* fmin and fmax pass over NaN */
    for (size_t i = 0; i < sheaf_picture_datum_count(picture); i++)
        if (touches(&picture->data.notes[i].datum.box, &taken)) {
            if (indexes != NULL && n < capacity)
                indexes[n] = i;
            n++;
        }
    return n;
}

bool sheaf_picture_value_at(const sheaf_picture *picture, double x, double y, sheaf_period *period,
                            double *value)
{
    const struct point at = { x, y };

    return picture != NULL && picture_axes_value_at(&picture->axes, at, period, value);
}

bool sheaf_picture_position_of(const sheaf_picture *picture, sheaf_period period, double value,
                               double *x, double *y)
{
    struct point at;

    if (picture == NULL || !picture_axes_position_of(&picture->axes, period, value, &at))
        return false;
    if (x != NULL)
        *x = at.x;
    if (y != NULL)
        *y = at.y;
    return true;
}

size_t sheaf_picture_datum_count(const sheaf_picture *picture)
{
    return picture != NULL ? picture->data.n : 0;
}

bool sheaf_picture_datum(const sheaf_picture *picture, size_t index, sheaf_datum *datum)
{
    return index < sheaf_picture_datum_count(picture) && give(&picture->data.notes[index], datum);
}

const char *sheaf_picture_description(const sheaf_picture *picture)
{
    const char *words = picture != NULL ? scene_alternative(picture->scene) : NULL;

    return words != NULL ? words : "";
}

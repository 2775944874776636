/* picture.c - a chart on its own ground, laid out once: the scene behind a PNG, an SVG, a page, and
 * the data that stand in it. */
#include "chart/picture.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/sized.h"
#include "chart/datum.h"
#include "chart/plan.h"

/* Label sizes: 13 px in a picture 1200 px wide, 7.5 pt on paper as wide as an A4 page's text.
 * Around that width they grow with its square root. */
static const struct {
    double label, width, min_label;
} screen = { 13, 1200, 11 }, paper = { 7.5, 505, 6.5 };
/* Beyond 1.3 times that width labels grow in proportion: such a picture is an enlargement, seen
 * from farther away. */
static const double much_wider = 1.3;

/* A strip wider than 2 : 1 has the label size of a 2 : 1 chart of its height. */
static double label_size(double width, double height, bool pixels)
{
    double label = pixels ? screen.label : paper.label;
    double base = pixels ? screen.width : paper.width;
    double least = pixels ? screen.min_label : paper.min_label;

    double times = fmin(width, 2 * height) / base, far = fmax(times / much_wider, 1);

    return fmax(least, label * sqrt(times / far) * far);
}

static double margin_of(double width, double height, double label, bool pixels)
{
    double margin = fmin(2 * label, fmin(0.05 * width, 0.075 * height));

    return pixels ? floor(margin) : margin;
}

/* Hairlines of whole pixels are sharp. */
static void round_lines(struct theme *theme)
{
    theme->grid_width = fmax(1, floor(theme->grid_width + 0.5));
    theme->zero_width = fmax(1, floor(theme->zero_width + 0.5));
    theme->rule_width = fmax(1, floor(theme->rule_width + 0.5));
}

static void draw_ground(struct scene *scene, double width, double height, struct color color)
{
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_rectangle(scene, 0, 0, width, height);
    scene_fill(scene, color);
    scene_close(scene);
}

enum { MAX_HEIGHT = 3000 }; /* of a file: see sheaf/chart.h */

/* Tells the author in what height nothing would be left out. Labels may be larger then. */
static void note_left_out(sheaf_chart *chart, const struct chart_plan *plan, double width,
                          bool pixels)
{
    double needed = chart_plan_full_height(plan), full = needed;

    if (needed <= 0)
        return;
    for (int i = 0; i < 8; i++) { /* a higher picture may have larger labels, which need more */
        double label = label_size(width, full, pixels);
        full = ceil((needed * fmax(label / plan->pen.em, 1) + 4.5 * label) / 10) * 10;
    }
    int n = snprintf(chart->left_out, sizeof chart->left_out,
                     "the %s shows %zu of %zu %s, because no more have room; ",
                     plan->type->members != NULL ? "chart" : "ranking", plan->top.shown,
                     plan->top.all, plan->type->members != NULL ? "members" : "series");
    snprintf(chart->left_out + n, sizeof chart->left_out - (size_t)n,
             full <= MAX_HEIGHT ? "a height of %.0f would show all"
                                : "all need a height of %.0f, so choose those that matter most",
             full);
}

static void draw_chart(sheaf_chart *chart, struct text *text, struct scene *scene, bool pixels,
                       struct datum_list *data, sheaf_error *error)
{
    double width = scene_width(scene), height = scene_height(scene);
    double label = label_size(width, height, pixels);
    double margin = margin_of(width, height, label, pixels);
    const struct theme *print = theme_default();
    const struct chart_options options = { .data = data, .pixels = pixels };
    struct theme theme = theme_scaled(print, label / print->label.size);
    struct arena arena;

    if (pixels)
        round_lines(&theme);
    arena_init(&arena, chart_alloc(chart), error);
    struct chart_plan *plan = chart_plan_create(chart, &options, &theme, text, &arena,
                                                width - 2 * margin, height - 2 * margin);
    draw_ground(scene, width, height, theme.paper);
    if (plan != NULL) {
        chart_plan_draw(plan, scene, margin, margin);
        note_left_out(chart, plan, width, pixels);
    }
    arena_free(&arena);
}

struct scene *chart_scene(sheaf_chart *chart, double width, double height, bool pixels,
                          struct datum_list *data)
{
    struct scene *scene = scene_create(chart_alloc(chart), width, height);
    sheaf_error *error = chart_begin_output(chart);

    if (error->status != SHEAF_OK || scene_status(scene) != SHEAF_OK)
        return scene;
    struct text *text =
        text_begin(chart_context(chart), chart_language(chart), chart_font_folder(chart), error);
    if (text != NULL)
        draw_chart(chart, text, scene, pixels, data, error);
    text_end(text);
    scene_finish(scene);
    chart_note_missing(chart, scene);
    return scene;
}

/* The picture ------------------------------------------------------------------------------ */

struct sheaf_picture {
    sheaf_alloc alloc;
    struct arena arena; /* of the data */
    struct scene *scene;
    struct datum_list data;
};

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
    *picture = (sheaf_picture){ .alloc = *alloc };
    arena_init(&picture->arena, alloc, error);
    picture->data.arena = &picture->arena;
    picture->scene = chart_scene(chart, width, height, options->pixels,
                                 options->with_data ? &picture->data : NULL);
    error_take(error, scene_error(picture->scene));
    picture->arena.error = NULL; /* nothing is added any more, and the chart may go */
    if (error->status == SHEAF_OK)
        return picture;
    sheaf_picture_destroy(picture);
    return NULL;
}

sheaf_picture *sheaf_chart_layout(sheaf_chart *chart, double width, double height)
{
    return picture_create(chart, width, height,
                          &(struct picture_options){ .pixels = true, .with_data = true });
}

void sheaf_picture_destroy(sheaf_picture *picture)
{
    if (picture == NULL)
        return;
    sheaf_alloc alloc = picture->alloc;
    scene_destroy(picture->scene);
    arena_free(&picture->arena);
    memory_free(&alloc, picture, sizeof *picture);
}

const struct scene *picture_scene(const sheaf_picture *picture)
{
    return picture->scene;
}

/* Fills as much of the struct as the caller was compiled with. */
static bool give(const struct datum_note *note, sheaf_datum *datum)
{
    return note != NULL && datum != NULL &&
           sized_give(datum, sizeof *datum, &note->datum, sizeof note->datum);
}

bool sheaf_picture_hit(const sheaf_picture *picture, double x, double y, sheaf_datum *datum)
{
    const struct group *group = picture != NULL ? scene_hit(picture->scene, x, y) : NULL;

    return group != NULL && group->datum != NULL &&
           give(datum_list_find(&picture->data, group->datum, x), datum);
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

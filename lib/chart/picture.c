/* picture.c - a chart on its own ground: the scene behind a PNG, an SVG, a page. */
#include <math.h>

#include "chart/plan.h"

/* Labels of 13 px on a picture of 1200; of 7.5 pt on paper as wide as an A4 page's
 * text. Both grow with the square root of the width, to begin with. */
static const struct {
    double label, width, least_label;
} screen = { 13, 1200, 11 }, paper = { 7.5, 505, 6.5 };
/* Far beyond that width a picture is not a larger sheet but the same one, larger. */
static const double much_wider = 1.3;

/* A wide strip has the type of a chart twice as wide as high. */
static double label_size(double width, double height, bool pixels)
{
    double label = pixels ? screen.label : paper.label;
    double base = pixels ? screen.width : paper.width;
    double least = pixels ? screen.least_label : paper.least_label;

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

static void draw_chart(sheaf_chart *chart, struct text *text, struct scene *scene, bool pixels,
                       sheaf_error *error)
{
    double width = scene_width(scene), height = scene_height(scene);
    double label = label_size(width, height, pixels);
    double margin = margin_of(width, height, label, pixels);
    const struct theme *print = theme_default();
    struct theme theme = theme_scaled(print, label / print->label.size);
    struct arena arena;

    if (pixels)
        round_lines(&theme);
    arena_init(&arena, chart_alloc(chart), error);
    const struct chart_options options = { .pixels = pixels };
    struct chart_plan *plan = chart_plan_create(chart, &options, &theme, text, &arena,
                                                width - 2 * margin, height - 2 * margin);
    draw_ground(scene, width, height, theme.paper);
    if (plan != NULL)
        chart_plan_draw(plan, scene, margin, margin);
    arena_free(&arena);
}

struct scene *chart_scene(sheaf_chart *chart, double width, double height, bool pixels)
{
    struct scene *scene = scene_create(chart_alloc(chart), width, height);
    sheaf_error *error = chart_begin_output(chart);

    if (error->status != SHEAF_OK || scene_status(scene) != SHEAF_OK)
        return scene;
    struct text *text =
        text_begin(chart_context(chart), chart_language(chart), chart_font_folder(chart), error);
    if (text != NULL)
        draw_chart(chart, text, scene, pixels, error);
    text_end(text);
    scene_finish(scene);
    return scene;
}

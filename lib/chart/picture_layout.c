/* picture_layout.c - a chart on its own ground, laid out once: the scene behind a PNG, an SVG, a page. */
#include "chart/picture_layout.h"

#include <math.h>
#include <stdio.h>

#include "chart/datum.h"
#include "chart/larger.h"
#include "chart/plan.h"
#include "chart/theme_object.h"

/* Label sizes: 15 px in a picture 1200 px wide, 7.5 pt on paper as wide as an A4 page's text.
 * Around that width they grow with its square root. */
static const struct {
    double label, width, min_label;
} screen = { 15, 1200, 11 }, paper = { 7.5, 505, 6.5 };
/* Beyond 1.3 times that width labels grow in proportion: such a picture is an enlargement, seen
 * from farther away. */
static const double much_wider = 1.3;

/* Of pictures whose size nobody chose. */
static const double usual_aspect = 8.0 / 5;

static double height_for(double width)
{
    return ceil(width / usual_aspect);
}

/* A strip wider than 2 : 1 has the label size of a 2 : 1 chart of its height. */
static double label_size(double width, double height, bool pixels)
{
    double label = pixels ? screen.label : paper.label;
    double base = pixels ? screen.width : paper.width;
    double least = pixels ? screen.min_label : paper.min_label;

    double times = fmin(width, 2 * height) / base, far = fmax(times / much_wider, 1);

    return fmax(least, label * sqrt(times / far) * far);
}

/* At 1200 px the title has 1.5 times the label's size. Smaller pictures come to print's ratio, 1.27,
 * where labels are as small as they may be: a larger title would take the plot's room there. */
static double title_times(const struct theme *print, double label)
{
    static const double times = 1.5;
    double ratio = print->headline.size / print->label.size,
           part = (label - screen.min_label) / (screen.label - screen.min_label);

    return 1 + (fmax(times / ratio, 1) - 1) * fmin(fmax(part, 0), 1);
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

static void draw_ground(struct scene *scene, double width, double height, const struct theme *theme)
{
    if (theme->is_transparent) {
        scene_set_transparent(scene);
        return;
    }
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_rectangle(scene, 0, 0, width, height);
    scene_fill(scene, theme->paper);
    scene_close(scene);
}

/* Tells the author in what height nothing would be left out. Labels may be larger then. */
static void note_left_out(sheaf_chart *chart, const struct chart_plan *plan, double width,
                          bool pixels)
{
    double needed = chart_plan_full_height(plan), full = needed;

    if (needed <= 0)
        return;
    if (plan->type->gathers_largest) {
        snprintf(chart->left_out, sizeof chart->left_out,
                 "the chart shows %zu of %zu series, those with the largest last figures, because "
                 "readers cannot follow more lines; choose those that matter most",
                 plan->top.shown, plan->top.all);
        return;
    }
    for (int i = 0; i < 8; i++) { /* a higher picture may have larger labels, which need more */
        double label = label_size(width, full, pixels);
        full = ceil((needed * fmax(label / plan->pen.em, 1) + 4.5 * label) / 10) * 10;
    }
    int n = snprintf(chart->left_out, sizeof chart->left_out,
                     "the %s shows %zu of %zu %s, because no more have room; ",
                     plan->type->members != NULL ? "chart" : "ranking", plan->top.shown,
                     plan->top.all, plan->type->members != NULL ? "members" : "series");
    snprintf(chart->left_out + n, sizeof chart->left_out - (size_t)n,
             full <= MAX_PICTURE_HEIGHT
                 ? "a height of %.0f would show all"
                 : "all need a height of %.0f, so choose those that matter most",
             full);
}

/* A picture of one size: its theme and its plan. */
struct sized {
    double width, height, margin;
    struct theme theme;
    struct chart_plan *plan;
};

/* usual: the size of labels in the default theme. */
static struct sized lay_out_with(sheaf_chart *chart, const struct chart_options *options,
                                 struct text *text, struct arena *arena, double width,
                                 double height, double usual)
{
    const struct theme *print = theme_look(chart->theme);
    /* Of a theme with larger or smaller labels than the default one's, down to what can be read. */
    double label = fmax(usual * print->label.size / theme_default()->label.size,
                        options->pixels ? screen.min_label : paper.min_label);
    struct sized sized = { .width = width,
                           .height = height,
                           .margin = margin_of(width, height, label, options->pixels),
                           .theme = theme_scaled(print, label / print->label.size) };

    if (options->pixels) {
        double times = title_times(print, label);
        sized.theme.headline.size *= times;
        sized.theme.headline.leading *= times;
        round_lines(&sized.theme);
    }
    sized.plan = chart_plan_create(chart, options, &sized.theme, text, arena,
                                   width - 2 * sized.margin, height - 2 * sized.margin);
    return sized;
}

/* A flat picture whose labels leave its plots too little height has those of the 8 : 5 picture of its
 * height. Where more words, which such a picture has room for across, still leave too little, and in tall
 * ones, the chart is as large as that picture. So whatever is drawn in some size is drawn in every larger one. */
static struct sized lay_out(sheaf_chart *chart, const struct chart_options *options,
                            struct text *text, struct arena *arena, double width, double height)
{
    double flat = fmin(width, usual_aspect * height), tall = fmin(height, height_for(width));
    const struct {
        double width, height, label;
    } ways[] = { { width, height, label_size(width, height, options->pixels) },
                 { width, height, label_size(flat, height, options->pixels) },
                 { flat, tall, label_size(flat, tall, options->pixels) } };
    struct sized sized = { 0 };

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        bool is_other = i == 0 || ways[i].label < ways[0].label || ways[i].width < width ||
                        ways[i].height < height - 1;
        if (!is_other)
            continue;
        struct sized one =
            lay_out_with(chart, options, text, arena, ways[i].width, ways[i].height, ways[i].label);
        if (i == 0)
            sized = one;
        if (one.plan != NULL ? chart_plan_has_room(one.plan)
                             : i == 0 || text_error(text)->status == SHEAF_NO_MEMORY)
            return one;
        if (one.plan == NULL)
            *text_error(text) =
                (sheaf_error){ 0 }; /* that of a smaller chart, which nobody asked for */
    }
    return sized;
}

/* A chart whose room is asked for. */
struct cramped {
    sheaf_chart *chart;
    const struct chart_options *options;
    struct text *text;
};

/* From this width on labels grow in proportion. */
static double enlarged_from(const struct chart_options *options)
{
    return much_wider * (options->pixels ? screen.width : paper.width);
}

static bool has_room(void *own, double width, double height)
{
    const struct cramped *cramped = own;
    struct text *text = cramped->text;
    struct arena arena;

    if (text_error(text)->status != SHEAF_OK)
        return false;
    arena_init(&arena, chart_alloc(cramped->chart), text_error(text));
    struct sized sized = lay_out(cramped->chart, cramped->options, text, &arena, width, height);
    bool has = sized.plan != NULL && chart_plan_has_room(sized.plan);
    arena_free(&arena);
    return has;
}

/* Tells the author a size that would do, near to the one that does not, if there is one. */
static void refuse_size(sheaf_chart *chart, const struct chart_options *options, struct text *text,
                        const char *type, double width, double height, bool advises)
{
    struct cramped cramped = { chart, options, text };
    const struct larger_sizes sizes = { .would_do = has_room,
                                        .own = &cramped,
                                        .enlarged_from = enlarged_from(options),
                                        .evenly = true };
    struct picture_size size = { width, height };

    if (!advises)
        fail(text_error(text), SHEAF_BAD_ARGUMENT,
             "%.0fx%.0f has no room for the words of a chart of type '%s'", width, height, type);
    else if (larger_find(&sizes, &size) && text_error(text)->status == SHEAF_OK)
        fail(text_error(text), SHEAF_BAD_ARGUMENT,
             "%.0fx%.0f has no room for the words of a chart of type '%s'; %.0fx%.0f would do",
             width, height, type, size.width, size.height);
    else
        fail(text_error(text), SHEAF_BAD_ARGUMENT,
             "%.0fx%.0f has no room for the words of a chart of type '%s', nor has any size; "
             "shorten them, or leave series out",
             width, height, type);
}

/* Where nobody named a type and there is no room for the one that suits, a sparkline. Else what
 * there is room for or, in a file that others will read without its author, an error. */
static struct sized lay_out_well(sheaf_chart *chart, struct chart_options *options,
                                 struct text *text, struct arena *arena, double width,
                                 double height, const struct picture_options *how)
{
    struct sized sized = lay_out(chart, options, text, arena, width, height);

    if (sized.plan == NULL || chart_plan_has_room(sized.plan))
        return sized;
    const char *type = chart_plan_type_name(sized.plan);
    if (chart_plan_may_be_small(sized.plan)) {
        options->type = SHEAF_SPARKLINE;
        struct sized small = lay_out(chart, options, text, arena, width, height);
        if (small.plan == NULL || chart_plan_has_room(small.plan))
            return small;
        options->type = SHEAF_AUTO;
    }
    if (how->refuses_small) {
        refuse_size(chart, options, text, type, width, height, !how->without_advice);
        sized.plan = NULL;
    }
    return sized;
}

/* Whether a picture of this size would show every text in full. */
static bool shows_all(void *own, double width, double height)
{
    const struct cramped *cramped = own;
    const sheaf_alloc *alloc = chart_alloc(cramped->chart);
    struct text *text = cramped->text;
    struct arena arena;
    bool shows = false;

    if (text_error(text)->status != SHEAF_OK)
        return false;
    struct scene *scene = scene_create(alloc, width, height);

    arena_init(&arena, alloc, text_error(text));
    struct sized sized = lay_out(cramped->chart, cramped->options, text, &arena, width, height);
    if (sized.plan != NULL && chart_plan_has_room(sized.plan)) {
        chart_plan_draw(sized.plan, scene, sized.margin, sized.margin);
        shows = scene_status(scene) == SHEAF_OK && scene_cuts(scene) == NULL;
    }
    arena_free(&arena);
    scene_destroy(scene);
    return shows;
}

enum { WAY_OUT = 80 };

/* Tells the author a size, wider or else larger, in which nothing would be cut. */
static void find_way_out(sheaf_chart *chart, const struct chart_options *options, struct text *text,
                         double width, double height, char way_out[WAY_OUT])
{
    struct chart_options own = *options;
    sheaf_error *error = text_error(text);

    own.data = NULL;
    struct cramped cramped = { chart, &own, text };
    const struct larger_sizes sizes = { .would_do = shows_all,
                                        .own = &cramped,
                                        .enlarged_from = enlarged_from(options) };
    struct picture_size size = { width, height };
    bool shows = larger_find(&sizes, &size) && error->status == SHEAF_OK;
    if (error->status != SHEAF_NO_MEMORY)
        *error = (sheaf_error){ 0 }; /* that of a larger picture, which nobody asked for */
    if (!shows)
        snprintf(way_out, WAY_OUT, "no width shows it in full, so shorten it");
    else if (size.height > height)
        snprintf(way_out, WAY_OUT, "%.0fx%.0f would show it in full", size.width, size.height);
    else
        snprintf(way_out, WAY_OUT, "a width of %.0f would show it in full", size.width);
}

/* One pixel of the device, so that a line has few points in each; in print as the layout wants it. */
static double column_width(const struct picture_options *how)
{
    static const double dense_screen = 2;

    return how->pixels ? 1 / (how->scale > 0 ? how->scale : dense_screen) : 0;
}

static void draw_chart(sheaf_chart *chart, struct text *text, struct scene *scene,
                       const struct picture_options *how, struct datum_list *data,
                       sheaf_error *error, char way_out[WAY_OUT])
{
    struct chart_options options = { .data = data,
                                     .pixels = how->pixels,
                                     .images = how->images,
                                     .column = column_width(how),
                                     .title_is_heading = how->title_is_heading };
    struct arena arena;

    arena_init(&arena, chart_alloc(chart), error);
    struct sized sized =
        lay_out_well(chart, &options, text, &arena, scene_width(scene), scene_height(scene), how);
    draw_ground(scene, scene_width(scene), scene_height(scene), &sized.theme);
    if (sized.plan != NULL) {
        scene_set_name(scene, chart_plan_name(sized.plan));
        scene_set_data(scene, how->data_file);
        chart_plan_draw(sized.plan, scene, sized.margin, sized.margin);
        note_left_out(chart, sized.plan, scene_width(scene), how->pixels);
        chart_plan_warn(sized.plan, chart);
    }
    if (!how->without_advice && scene_status(scene) == SHEAF_OK && scene_cuts(scene) != NULL)
        find_way_out(chart, &options, text, scene_width(scene), scene_height(scene), way_out);
    arena_free(&arena);
}

struct scene *picture_draw_scene(sheaf_chart *chart, double width, double height,
                                 const struct picture_options *how, struct datum_list *data)
{
    struct scene *scene = scene_create(chart_alloc(chart), width, height);
    sheaf_error *error = chart_begin_output(chart);
    char way_out[WAY_OUT] = "";

    if (error->status != SHEAF_OK || scene_status(scene) != SHEAF_OK)
        return scene;
    struct text *text =
        text_begin(chart_context(chart), chart_language(chart), chart_font_folder(chart), error);
    if (text != NULL)
        draw_chart(chart, text, scene, how, data, error, way_out);
    text_end(text);
    scene_finish(scene);
    chart_note_missing(chart, scene, way_out);
    return scene;
}

struct scene *chart_scene(sheaf_chart *chart, double width, double height, bool pixels,
                          struct datum_list *data)
{
    const struct picture_options options = { .pixels = pixels, .without_advice = true };

    return picture_draw_scene(chart, width, height, &options, data);
}

/* The least size ------------------------------------------------------------------------------ */

typedef bool (*size_test)(void *own, double width, double height);

static bool passes(struct cramped *cramped, size_test would_do, double width)
{
    sheaf_error *error = text_error(cramped->text);
    bool does = would_do(cramped, width, height_for(width));

    if (error->status != SHEAF_NO_MEMORY) /* some types refuse to be drawn so small */
        *error = (sheaf_error){ 0 };
    return does;
}

/* The least whole width above one that does not, up to one that does. */
static double between(struct cramped *cramped, size_test would_do, double none, double does)
{
    while (does - none > 1 && text_error(cramped->text)->status == SHEAF_OK) {
        double width = floor((none + does) / 2);
        if (passes(cramped, would_do, width))
            does = width;
        else
            none = width;
    }
    return does;
}

/* Above a width that does, up to half as much again, more words that have room may leave too little for
 * others: the first width without such a one above it. */
static double beyond_gaps(struct cramped *cramped, size_test would_do, double width)
{
    static const double step = 1.03, end = 1.5;
    double none = 0, does = width;

    for (double next = width + 1; next <= end * width; next = ceil(step * next)) {
        if (!passes(cramped, would_do, next))
            none = next;
        else if (none > does)
            does = next;
    }
    return none > 0 ? between(cramped, would_do, none, does) : does;
}

/* The least whole width of an 8 : 5 chart that does, as all wider ones do; 0: none, short of an
 * enlargement. Sizes are tried from there down, because between small ones that do may be one that does
 * not. */
static double least_width(struct cramped *cramped, size_test would_do)
{
    static const double step = 0.88;
    double does = floor(enlarged_from(cramped->options)), none = floor(step * does);

    if (!would_do(cramped, does, height_for(does)))
        return 0;
    for (; none >= 1 && passes(cramped, would_do, none); none = floor(step * none))
        does = none;
    return beyond_gaps(cramped, would_do, between(cramped, would_do, none, does));
}

/* Words that no size shows in full are cut in all. */
static double least_width_of_all(struct cramped *cramped)
{
    double least = least_width(cramped, shows_all);

    return least > 0 || text_error(cramped->text)->status != SHEAF_OK
               ? least
               : least_width(cramped, has_room);
}

bool sheaf_chart_least_size(sheaf_chart *chart, double *width, double *height)
{
    sheaf_error *error = chart_begin_output(chart);
    const struct chart_options options = { .pixels = true, .column = 1 };
    double least = 0;

    if (error->status != SHEAF_OK)
        return false;
    struct text *text =
        text_begin(chart_context(chart), chart_language(chart), chart_font_folder(chart), error);
    if (text != NULL)
        least = least_width_of_all(&(struct cramped){ chart, &options, text });
    text_end(text);
    if (least == 0 && error->status == SHEAF_OK)
        fail(error, SHEAF_BAD_INPUT,
             "no size has room for all words of the chart; shorten them, or leave series out");
    if (error->status != SHEAF_OK)
        return false;
    if (width != NULL)
        *width = least;
    if (height != NULL)
        *height = height_for(least);
    return true;
}

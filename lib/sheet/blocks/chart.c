/* chart.c - a chart within the sheet: what it shows, its height, its texts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/chart.h"
#include "chart/layout.h"
#include "chart/theme_object.h"
#include "chart/types/types.h"
#include "series/observation.h"
#include "sheet/blocks/block.h"
#include "sheet/blocks/chart_read.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"

struct chart_content {
    struct block block;
    sheaf_chart *chart;
    const struct markup *title, *subtitle;
    const struct theme *look; /* the chart's own; NULL: the sheet's */
    bool is_described;        /* its description stands below it */
    double height;            /* that the author wants; 0: what suits the page */
};

struct chart_block_plan {
    struct block_plan plan;
    struct chart_plan *chart;
    sheaf_chart *told;              /* gets the warnings */
    struct text_block *description; /* NULL: none stands below the chart */
    const struct theme *look;
};

/* Paper of another colour than the page's lies so far around a chart: less than half a gutter. */
static const double ground_margin = 6;
/* Clear space between a chart and its description. */
static const double description_gap = 6;

struct block *block_chart_create(sheaf_sheet *sheet, sheaf_chart *chart, const struct markup *title,
                                 const struct markup *subtitle)
{
    struct chart_content *content =
        chart != NULL ? block_new(sheet, &block_chart, sizeof *content) : NULL;

    if (content == NULL)
        return NULL;
    content->chart = chart;
    content->title = title;
    content->subtitle = subtitle;
    content->look = chart->theme != NULL ? theme_look(chart->theme) : NULL;
    return &content->block;
}

bool block_chart_set_height(struct block *block, double height)
{
    if (block->type != &block_chart)
        return false;
    ((struct chart_content *)block)->height = height;
    return true;
}

bool block_chart_set_described(struct block *block, bool described)
{
    if (block->type != &block_chart)
        return false;
    ((struct chart_content *)block)->is_described = described;
    return true;
}

const struct theme *block_chart_look(const struct block *block)
{
    return block->type == &block_chart ? ((const struct chart_content *)block)->look : NULL;
}

static int by_period(const void *a, const void *b)
{
    return sheaf_period_compare(*(const sheaf_period *)a, *(const sheaf_period *)b);
}

/* The periods that the chart is limited to, sorted; NULL: it shows all, or memory ran out. */
static const sheaf_period *sort_periods(const sheaf_chart *chart, struct arena *arena)
{
    size_t n = chart->n_periods;
    sheaf_period *periods = n > 0 ? arena_array(arena, sheaf_period, n) : NULL;

    if (periods == NULL)
        return NULL;
    memcpy(periods, chart->periods, n * sizeof *periods);
    qsort(periods, n, sizeof *periods, by_period);
    return periods;
}

void chart_show(const sheaf_chart *chart, struct shown *shown)
{
    const sheaf_period *periods = sort_periods(chart, shown->arena);
    const struct display display = { .flags = chart->flags, .has_flags = chart->has_flags };

    for (size_t i = 0; i < chart_series_count(chart); i++) {
        const sheaf_series *series = chart_series(chart, i);
        for (size_t k = 0; k < sheaf_series_count(series); k++) {
            const sheaf_observation *at = sheaf_series_at(series, k, ROOM);
            if (periods != NULL &&
                bsearch(&at->period, periods, chart->n_periods, sizeof *periods, by_period) == NULL)
                continue;
            shown_add(shown, series, at, &display);
            shown_gather_own(shown, series, at->period);
        }
    }
    shown->has_flows |=
        series_show_flows((const sheaf_series *const *)chart->series, chart->n_series);
}

static void show(const struct block *block, struct shown *shown)
{
    const struct chart_content *content = (const struct chart_content *)block;

    chart_show(content->chart, shown);
    markup_show(content->title, shown);
    markup_show(content->subtitle, shown);
}

static const struct markup *title_of(const struct block *block)
{
    return ((const struct chart_content *)block)->title;
}

/* With the space above it. */
static double description_height(const struct chart_block_plan *plan)
{
    return plan->description != NULL ? rhythm(description_gap + plan->description->height) : 0;
}

static void fix(struct sheet_layout *layout, struct block_plan *plan, double height)
{
    struct chart_plan *chart = ((struct chart_block_plan *)plan)->chart;

    (void)layout;
    height -= description_height((struct chart_block_plan *)plan);
    if (chart_plan_resize(chart, height))
        plan->chart = chart;
    plan->chart_height = height;
}

/* The paper of a chart with a theme of its own, where the page has another. */
static void draw_ground(const struct sheet_layout *layout, const struct chart_block_plan *plan,
                        struct scene *scene, double x, double y)
{
    if (plan->look == NULL || plan->look->is_transparent ||
        color_equal(plan->look->paper, layout->theme->paper))
        return;
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_rectangle(scene, x - ground_margin, y - ground_margin,
                    plan->plan.width + 2 * ground_margin,
                    plan->plan.chart_height + 2 * ground_margin);
    scene_fill(scene, plan->look->paper);
    scene_close(scene);
}

static void draw_description(const struct sheet_layout *layout, const struct chart_block_plan *plan,
                             struct scene *scene, double x, double y)
{
    if (plan->description == NULL)
        return;
    scene_open_role(scene, ROLE_PARAGRAPH);
    layout_draw_text(layout, plan->description, scene, x,
                     y + plan->plan.chart_height + description_gap, plan->plan.width);
    scene_close(scene);
}

static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    (void)first;
    (void)n;
    if (plan->chart != NULL)
        draw_ground(layout, (const struct chart_block_plan *)plan, scene, x, y);
    if (plan->chart == NULL)
        return;
    chart_plan_draw(plan->chart, scene, x, y);
    draw_description(layout, (const struct chart_block_plan *)plan, scene, x, y);
    chart_plan_warn(plan->chart, ((const struct chart_block_plan *)plan)->told);
}

static const struct plan_operations operations = { .fix = fix, .draw = draw };

/* Texts in the sheet's language; false after a failure. */
static bool set_texts(struct sheet_layout *layout, const struct chart_content *content,
                      struct chart_options *options)
{
    const sheaf_period none = { 0 };

    options->title = layout_title(layout, &content->block);
    if (content->title != NULL)
        options->title_language = content->title->language;
    if (content->subtitle != NULL)
        options->subtitle = markup_text(content->subtitle, layout->text, &layout->arena, none);
    if (content->subtitle != NULL)
        options->subtitle_language = content->subtitle->language;
    return layout_is_well(layout);
}

/* Rows of targets hardly stretch: more height would only separate them further. */
static void set_target_heights(const struct sheet_layout *layout, struct block_plan *plan,
                               const sheaf_chart *chart)
{
    double em = layout->theme->label.size * (double)chart->n_targets;

    plan->preferred_height = rhythm(plan->min_height + 1.4 * em);
    plan->max_height = plan->limit_height = rhythm(plan->min_height + 2.2 * em);
    plan->stretch = 0.25;
}

/* A height of the author's own; what the words of the chart need is its least. */
static void set_own_height(const struct sheet_layout *layout, struct block_plan *plan, double own)
{
    double least = plan->min_height, most = layout->largest_height;

    own *= layout->screen_scale > 0 ? layout->screen_scale : 1;
    own = rhythm(own < least ? least : own);
    plan->min_height = plan->preferred_height = plan->max_height = plan->limit_height =
        own > most && most > least ? most : own;
}

static void set_heights(struct block_plan *plan, double wanted)
{
    double more, landscape = 0.85 * plan->width;

    plan->preferred_height = wanted < plan->min_height ? plan->min_height : wanted;
    more = 1.5 * plan->preferred_height;
    plan->max_height = more > landscape ? more : landscape;
    plan->limit_height = 2.5 * plan->preferred_height;
    plan->stretch = 1;
}

/* Sets the description, and makes room for it below the chart. */
static bool describe(struct sheet_layout *layout, struct chart_block_plan *planned)
{
    const char *words = chart_plan_describe(planned->chart);
    const struct text_span span = { words, &layout->theme->note, NULL };

    if (words == NULL)
        return false;
    planned->description = text_wrap_prose(layout->text, &layout->arena, &span, 1,
                                           planned->plan.width, layout->sheet->language);
    if (planned->description == NULL)
        return false;
    const double more = description_height(planned);
    planned->plan.min_height += more;
    planned->plan.preferred_height += more;
    planned->plan.max_height += more;
    planned->plan.limit_height += more;
    return true;
}

static struct block_plan *plan(struct sheet_layout *layout, const struct block *block, double width)
{
    const struct chart_content *content = (const struct chart_content *)block;
    struct chart_block_plan *planned = plan_new(layout, &operations, sizeof *planned, width);
    double height = rhythm(96 + 0.27 * width);
    struct theme look = *(content->look != NULL ? content->look : layout->theme);
    struct chart_options options = { .colors = &layout->colors,
                                     .data = layout->chart_data,
                                     .pixels = layout->screen_scale > 0,
                                     .images = layout->screen_scale <= 0,
                                     .flags = layout_flags(layout, NULL),
                                     .sources_elsewhere = true,
                                     .title_is_heading = true };

    if (planned == NULL || !set_texts(layout, content, &options))
        return NULL;
    layout->colors.shows_flows = layout->shown.has_flows;
    planned->look = content->look;
    planned->told = content->chart;
    if (layout->screen_scale > 0)
        look = theme_scaled(&look, layout->screen_scale);
    planned->chart = chart_plan_create(content->chart, &options, &look, layout->text,
                                       &layout->arena, width, height);
    if (planned->chart == NULL)
        return NULL;
    planned->plan.chart = planned->chart;
    /* A chart may be one line lower than its minimum rather than need another page. */
    planned->plan.min_height =
        rhythm(chart_plan_min_height(planned->chart) - layout->theme->label.size);
    planned->plan.space_above = 16;
    if (content->height > 0)
        set_own_height(layout, &planned->plan, content->height);
    else if (sheaf_chart_type_takes_targets(content->chart->type))
        set_target_heights(layout, &planned->plan, content->chart);
    else
        set_heights(&planned->plan, height);
    if (content->is_described && !describe(layout, planned))
        return NULL;
    return &planned->plan;
}

const struct block_type block_chart = { .name = "chart",
                                        .takes = SPEC_MAPPING,
                                        .grammar = &chart_grammar,
                                        .target = TARGET_CHART,
                                        .title = title_of,
                                        .may_be_nothing = true,
                                        .read = chart_read,
                                        .show = show,
                                        .shows_labels = true,
                                        .plan = plan };

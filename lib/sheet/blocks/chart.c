/* chart.c - a chart within the sheet: its keys, its height, its texts. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "chart/chart.h"
#include "chart/layout.h"
#include "chart/theme_object.h"
#include "chart/types/types.h"
#include "series/observation.h"
#include "sheet/blocks/block.h"
#include "sheet/blocks/chart_annotations.h"
#include "sheet/layout/layout.h"
#include "sheet/spec/evaluate.h"
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

enum {
    CHART_TYPE,
    CHART_TITLE,
    CHART_SUBTITLE,
    CHART_SERIES,
    CHART_PERIODS,
    CHART_TARGETS,
    CHART_EVENTS,
    CHART_BANDS,
    CHART_REFERENCES,
    CHART_CALLOUTS,
    CHART_SOURCE,
    CHART_ALTERNATIVE,
    CHART_DESCRIPTION,
    CHART_DESCRIBE,
    CHART_FLAGS,
    CHART_SHOW,
    CHART_BASE,
    CHART_THEME,
    CHART_AXIS,
    CHART_LYING,
    CHART_HEIGHT,
    CHART_OF,
    CHART_KEYS
};
static const char *const axis_choices[] = { "linear", "log", "symlog", NULL };
static const char *const description_choices[] = { "full", "short", NULL };
static const char *const panel_types[] = { "auto", "bars", "lines", "area", NULL };
static const char *const describe_choices[] = { "visible", NULL };
static const char *const yes_or_no[] = { "yes", "no", NULL };
static const struct spec_key chart_keys[CHART_KEYS] = {
    [CHART_TYPE] = { "type", SPEC_TEXT, false, chart_type_names },
    [CHART_TITLE] = { "title", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [CHART_SUBTITLE] = { "subtitle", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [CHART_SERIES] = { "series", SPEC_TEXT | SPEC_LIST | SPEC_EXPRESSION, false, NULL },
    [CHART_PERIODS] = { "periods", SPEC_TEXT | SPEC_LIST | SPEC_EXPRESSION, false, NULL },
    [CHART_TARGETS] = { "targets", SPEC_LIST, false, NULL },
    [CHART_EVENTS] = { "events", SPEC_MAPPING, false, NULL },
    [CHART_BANDS] = { "bands", SPEC_MAPPING, false, NULL },
    [CHART_REFERENCES] = { "references", SPEC_MAPPING, false, NULL },
    [CHART_CALLOUTS] = { "callouts", SPEC_MAPPING, false, NULL },
    [CHART_SOURCE] = { "source", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [CHART_ALTERNATIVE] = { "alternative", SPEC_TEXT | SPEC_WORDS, false, NULL },
    [CHART_DESCRIPTION] = { "description", SPEC_TEXT, false, description_choices },
    [CHART_DESCRIBE] = { "describe", SPEC_TEXT, false, describe_choices },
    [CHART_FLAGS] = { "flags", SPEC_TEXT, false, flags_choices },
    [CHART_SHOW] = { "show", SPEC_TEXT, false, show_choices },
    [CHART_BASE] = { "base", SPEC_TEXT, false, NULL },
    [CHART_THEME] = { "theme", SPEC_TEXT, false, NULL },
    [CHART_AXIS] = { "axis", SPEC_TEXT, false, axis_choices },
    [CHART_LYING] = { "lying", SPEC_TEXT, false, yes_or_no },
    [CHART_HEIGHT] = { "height", SPEC_TEXT, false, NULL },
    [CHART_OF] = { "of", SPEC_TEXT, false, panel_types },
};
const struct grammar chart_grammar = { "a chart", "chart", chart_keys, CHART_KEYS };

enum { TARGET_LABEL, TARGET_VALUE, TARGET_UNIT, TARGET_REACHED, TARGET_KEYS };
static const struct spec_key target_keys[TARGET_KEYS] = {
    [TARGET_LABEL] = { "label", SPEC_TEXT | SPEC_WORDS, true, NULL },
    [TARGET_VALUE] = { "value", SPEC_NUMBER, true, NULL },
    [TARGET_UNIT] = { "unit", SPEC_TEXT, true, NULL },
    [TARGET_REACHED] = { "reached", SPEC_NUMBER, false, NULL },
};
const struct grammar target_grammar = { "a target", "target", target_keys, TARGET_KEYS };

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

static bool read_height(struct spec_reader *reader, const struct node *node, struct block *block)
{
    double height = 0;

    if (node == NULL)
        return true;
    if (page_length_read(node->text, node->length, &height) && height > 0)
        return block_chart_set_height(block, height);
    spec_fail(reader, node->place, "'height' is a length, such as 60 mm, and not '%.40s'",
              node->text);
    return false;
}

static void take_series(void *chart, const sheaf_series *series)
{
    sheaf_chart_add(chart, series);
}

/* Adds the series that an expression gives, one or several. */
static bool add_series(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };

    if (!keys_check_kind(reader, node, SPEC_TEXT, "a series of a chart"))
        return false;
    return evaluate_each(&scope, node->text, node->length, take_series, chart);
}

/* One of several series may have no data; a chart of which none has is nothing. */
static bool go_on_without(struct spec_reader *reader, const sheaf_chart *chart,
                          const struct node_item *item)
{
    bool is_all = item->next == NULL && chart_series_count(chart) == 0;

    return !is_all && spec_pass_over(reader);
}

static bool read_series(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    if (node == NULL)
        return true;
    if (node->kind == NODE_SCALAR)
        return add_series(reader, node, chart);
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (!add_series(reader, item->value, chart) && !go_on_without(reader, chart, item))
            return false;
    return true;
}

/* Splits "thousand t" or "USD billion" into the unit and its power of ten. */
static const char *split_unit(struct spec_reader *reader, const char *words, int *multiplier)
{
    static const struct {
        const char *word;
        int multiplier;
    } scales[] = { { "thousand", 3 }, { "million", 6 }, { "billion", 9 }, { "trillion", 12 } };
    const char *space = strchr(words, ' ');

    *multiplier = 0;
    if (space == NULL)
        return words;
    const char *last = strrchr(words, ' ');
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        if (string_is(words, (size_t)(space - words), scales[i].word)) {
            *multiplier = scales[i].multiplier;
            return space + 1;
        }
        if (strcmp(last + 1, scales[i].word) == 0) {
            *multiplier = scales[i].multiplier;
            return arena_text(&reader->arena, words, (size_t)(last - words));
        }
    }
    return words;
}

/* Mistakes that only the chart finds, such as series of different units. False: there is one. */
static bool take_error(struct spec_reader *reader, const sheaf_chart *chart,
                       const struct node *node)
{
    const sheaf_error *error = sheaf_chart_error(chart);

    if (error->status == SHEAF_OK)
        return true;
    if (error->status != SHEAF_NO_MEMORY)
        spec_fail(reader, node->place, "%s", error->message);
    error_take(&reader->sheet->error, error);
    return false;
}

static bool read_target(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    const struct node *values[TARGET_KEYS];
    double value = NAN, reached = NAN;
    int multiplier;

    if (!keys_read(reader, node, &target_grammar, values))
        return false;
    number_read(values[TARGET_VALUE]->text, values[TARGET_VALUE]->length, &value, NULL);
    if (values[TARGET_REACHED] != NULL)
        number_read(values[TARGET_REACHED]->text, values[TARGET_REACHED]->length, &reached, NULL);
    const char *unit = split_unit(reader, values[TARGET_UNIT]->text, &multiplier);
    if (unit == NULL)
        return false;
    const char *label = spec_words(reader, values[TARGET_LABEL]);
    if (label == NULL)
        return false;
    sheaf_chart_add_target(chart, label, value, reached, unit, multiplier);
    return take_error(reader, chart,
                      label[0] == '\0' ? values[TARGET_LABEL]
                      : value > 0 && chart_has_room(value) && values[TARGET_REACHED] != NULL
                          ? values[TARGET_REACHED]
                          : values[TARGET_VALUE]);
}

static bool read_targets(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    if (node == NULL)
        return true;
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (!read_target(reader, item->value, chart))
            return false;
    return true;
}

static bool has_period(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart_series_count(chart); i++)
        if (sheaf_series_find(chart_series(chart, i), period, ROOM) != NULL)
            return true;
    return false;
}

/* Limits the chart to the periods of its series that lie in the range and have the length of its
 * ends. */
static bool take_range(struct spec_reader *reader, const struct node *node, sheaf_chart *chart,
                       sheaf_period first, sheaf_period last)
{
    sheaf_period *periods = NULL;
    size_t n = 0, most = 0;

    for (size_t i = 0; i < chart_series_count(chart); i++)
        most += sheaf_series_count(chart_series(chart, i));
    periods = arena_array(&reader->arena, sheaf_period, most);
    if (periods == NULL)
        return false;
    for (size_t i = 0; i < chart_series_count(chart); i++) {
        const sheaf_series *series = chart_series(chart, i);
        for (size_t k = 0; k < sheaf_series_count(series); k++) {
            sheaf_period period = sheaf_series_at(series, k, ROOM)->period;
            if (period.unit == first.unit && period.count == first.count &&
                sheaf_period_compare(first, period) <= 0 && sheaf_period_compare(period, last) <= 0)
                periods[n++] = period;
        }
    }
    if (n == 0)
        spec_fail_nothing(reader, node->place, "the chart's series have nothing in '%.60s'",
                          node->text);
    else
        sheaf_chart_set_periods(chart, periods, n);
    chart->is_range = n > 0;
    return n > 0;
}

static bool read_range(struct spec_reader *reader, const struct node *node, const char *dots,
                       sheaf_chart *chart)
{
    const struct sheet_scope scope = { .sheet = reader->sheet, .reader = reader, .node = node };
    const char *second = dots + 2;
    sheaf_period first, last;

    if (!scope_period(&scope, node->text, (size_t)(dots - node->text), &first) ||
        !scope_period(&scope, second, strlen(second), &last))
        return false;
    if (first.unit != last.unit || first.count != last.count) {
        spec_fail(reader, node->place, "a range runs between periods of the same length");
        return false;
    }
    if (sheaf_period_compare(first, last) > 0) {
        spec_fail(reader, node->place, "this range ends before it begins");
        return false;
    }
    return take_range(reader, node, chart, first, last);
}

static bool read_periods(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    size_t n = 0;

    if (node == NULL)
        return true;
    /* If adding a series failed, that is the mistake to report, not a period without figures. */
    error_take(&reader->sheet->error, sheaf_chart_error(chart));
    if (!sheet_is_well(reader->sheet))
        return false;
    const char *dots = node->kind == NODE_SCALAR ? strstr(node->text, "..") : NULL;
    if (dots != NULL)
        return read_range(reader, node, dots, chart);

    const struct node_item only = { .value = node };
    const struct node_item *item = node->kind == NODE_LIST ? node->items : &only;
    sheaf_period *periods = arena_array(&reader->arena, sheaf_period, node->n_items + 1);
    if (periods == NULL)
        return false;
    for (; item != NULL; item = item->next) {
        const struct node *value = item->value;
        if (!keys_check_kind(reader, value, SPEC_TEXT, "a period") ||
            !spec_period(reader, value, &periods[n]))
            return false;
        if (has_period(chart, periods[n])) {
            n++;
            continue;
        }
        spec_fail_nothing(reader, value->place, "the chart's series have nothing for %.60s",
                          value->text);
        if ((item->next == NULL && n == 0) || !spec_pass_over(reader))
            return false;
    }
    sheaf_chart_set_periods(chart, periods, n);
    return true;
}

/* Where the axis begins, or the period in which an index is 100. */
static bool read_base(struct spec_reader *reader, const struct node *node, sheaf_chart *chart)
{
    sheaf_base base = SHEAF_BASE_AUTO;
    sheaf_period period;

    if (node == NULL)
        return true;
    if (sheaf_base_named(node->text, &base))
        sheaf_chart_set_base(chart, base);
    else if (sheaf_period_read(node->text, node->length, &period))
        sheaf_chart_set_base_period(chart, period);
    else
        spec_fail(reader, node->place,
                  "'base' is auto, zero, data or, of an index, a period such as 2015, not '%.40s'",
                  node->text);
    return sheet_is_well(reader->sheet);
}

static bool is_shown(const sheaf_chart *chart, sheaf_period period)
{
    for (size_t i = 0; i < chart->n_periods; i++)
        if (sheaf_period_compare(chart->periods[i], period) == 0)
            return true;
    return chart->n_periods == 0;
}

/* Whether any of its series has a value in a period that is shown. */
static bool has_value(const sheaf_chart *chart)
{
    for (size_t i = 0; i < chart_series_count(chart); i++) {
        const sheaf_series *series = chart_series(chart, i);

        for (size_t k = 0; k < sheaf_series_count(series); k++) {
            const sheaf_observation *at = sheaf_series_at(series, k, ROOM);
            if (!isnan(at->value) && is_shown(chart, at->period))
                return true;
        }
    }
    return false;
}

static struct block *read(struct spec_reader *reader, const struct node *value)
{
    const struct node *values[CHART_KEYS];
    sheaf_chart_type type = SHEAF_AUTO;

    if (!keys_read(reader, value, &chart_grammar, values))
        return NULL;
    if (values[CHART_SERIES] == NULL && values[CHART_TARGETS] == NULL) {
        spec_fail(reader, value->place, "a chart needs 'series' or 'targets'");
        return NULL;
    }
    if (values[CHART_TYPE] != NULL)
        sheaf_chart_type_named(values[CHART_TYPE]->text, &type);
    sheaf_chart *chart =
        sheet_keep_chart(reader->sheet, sheaf_chart_create(reader->sheet->context, type));
    if (chart == NULL || !read_series(reader, values[CHART_SERIES], chart) ||
        !read_targets(reader, values[CHART_TARGETS], chart) ||
        !read_periods(reader, values[CHART_PERIODS], chart) ||
        !chart_read_events(reader, values[CHART_EVENTS], chart) ||
        !chart_read_bands(reader, values[CHART_BANDS], chart) ||
        !chart_read_references(reader, values[CHART_REFERENCES], chart) ||
        !chart_read_callouts(reader, values[CHART_CALLOUTS], chart))
        return NULL;
    if (values[CHART_TARGETS] == NULL && sheaf_chart_error(chart)->status == SHEAF_OK &&
        !has_value(chart)) {
        spec_fail_nothing(reader, value->place, "the chart's series have no values");
        return NULL;
    }
    const char *source = spec_words(reader, values[CHART_SOURCE]);
    const char *alternative = spec_words(reader, values[CHART_ALTERNATIVE]);
    if (source != NULL)
        sheaf_chart_set_source(chart, source);
    if (alternative != NULL)
        sheaf_chart_set_alternative(chart, alternative);
    const struct display display = block_read_display(values[CHART_FLAGS], values[CHART_SHOW]);
    if (display.has_flags)
        sheaf_chart_set_flags(chart, display.flags);
    sheaf_chart_set_ranges(chart, display.ranges);
    sheaf_axis axis = SHEAF_AXIS_LINEAR;
    if (values[CHART_AXIS] != NULL && sheaf_axis_named(values[CHART_AXIS]->text, &axis))
        sheaf_chart_set_axis(chart, axis);
    sheaf_description description = SHEAF_DESCRIPTION_FULL;
    if (values[CHART_DESCRIPTION] != NULL &&
        sheaf_description_named(values[CHART_DESCRIPTION]->text, &description))
        sheaf_chart_set_description(chart, description);
    sheaf_chart_set_lying(chart, values[CHART_LYING] != NULL &&
                                     strcmp(values[CHART_LYING]->text, "yes") == 0);
    sheaf_chart_type of = SHEAF_AUTO;
    if (values[CHART_OF] != NULL && sheaf_chart_type_named(values[CHART_OF]->text, &of))
        sheaf_chart_set_plots(chart, of);
    if (!read_base(reader, values[CHART_BASE], chart))
        return NULL;
    if (!take_error(reader, chart, value) ||
        !spec_read_theme(reader, values[CHART_THEME], &chart->theme))
        return NULL;
    struct markup *title = spec_markup(reader, values[CHART_TITLE], MARKUP_CHART);
    struct markup *subtitle = spec_markup(reader, values[CHART_SUBTITLE], MARKUP_CHART);
    if (!sheet_is_well(reader->sheet))
        return NULL;
    struct block *block = block_chart_create(reader->sheet, chart, title, subtitle);
    if (block != NULL)
        ((struct chart_content *)block)->is_described = values[CHART_DESCRIBE] != NULL;
    return block != NULL && read_height(reader, values[CHART_HEIGHT], block) ? block : NULL;
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
    own = own > most && most > least ? most : own;
    plan->min_height = plan->preferred_height = plan->max_height = plan->limit_height =
        rhythm(own < least ? least : own);
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
                                        .read = read,
                                        .show = show,
                                        .shows_labels = true,
                                        .plan = plan };

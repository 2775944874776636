/* chart_read.c - reads a chart from a spec: its keys, series, targets and choices. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/strings.h"
#include "chart/chart.h"
#include "chart/layout.h"
#include "chart/types/types.h"
#include "series/observation.h"
#include "sheet/blocks/block.h"
#include "sheet/blocks/chart_annotations.h"
#include "sheet/blocks/chart_read.h"
#include "sheet/spec/evaluate.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"

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

bool chart_take_error(struct spec_reader *reader, const sheaf_chart *chart, const struct node *node)
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
    return chart_take_error(reader, chart,
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

struct block *chart_read(struct spec_reader *reader, const struct node *value)
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
        !chart_read_periods(reader, values[CHART_PERIODS], chart) ||
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
    if (!chart_read_base(reader, values[CHART_BASE], chart))
        return NULL;
    if (!chart_take_error(reader, chart, value) ||
        !spec_read_theme(reader, values[CHART_THEME], &chart->theme))
        return NULL;
    struct markup *title = spec_markup(reader, values[CHART_TITLE], MARKUP_CHART);
    struct markup *subtitle = spec_markup(reader, values[CHART_SUBTITLE], MARKUP_CHART);
    if (!sheet_is_well(reader->sheet))
        return NULL;
    struct block *block = block_chart_create(reader->sheet, chart, title, subtitle);
    if (block != NULL)
        block_chart_set_described(block, values[CHART_DESCRIBE] != NULL);
    return block != NULL && read_height(reader, values[CHART_HEIGHT], block) ? block : NULL;
}

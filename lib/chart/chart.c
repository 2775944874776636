/* chart.c - the chart as an object: what it was told, kept until it is drawn. */
#include "chart/chart.h"

#include <math.h>
#include <string.h>

#include "base/sized.h"
#include "base/strings.h"
#include "chart/layout.h"
#include "chart/model/annotations.h"
#include "chart/model/units.h"
#include "chart/types/types.h"
#include "period/period.h"
#include "series/series.h"
#include "text/text.h"

/* What create gives when there is no memory for a chart: says so, does nothing. */
static const sheaf_chart inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};
/* What NULL stands for. */
static const sheaf_chart absent = {
    .error = { .status = SHEAF_BAD_ARGUMENT, .message = "there is no chart (NULL)" },
};

static const sheaf_chart *present(const sheaf_chart *chart)
{
    return chart != NULL ? chart : &absent;
}

static bool is_well(const sheaf_chart *chart)
{
    return present(chart)->error.status == SHEAF_OK;
}

/* What every function that changes the chart asks first. */
bool chart_may_change(sheaf_chart *chart)
{
    if (!is_well(chart))
        return false;
    chart->output = (sheaf_error){ 0 };
    return true;
}

/* The construction's failure, else the last call's. */
static const sheaf_error *told(const sheaf_chart *chart)
{
    return is_well(chart) ? &present(chart)->output : &present(chart)->error;
}

static void set_type(sheaf_chart *chart, sheaf_chart_type type)
{
    if (type == SHEAF_AUTO || chart_type_find(type) != NULL)
        chart->type = type;
    else
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no chart type has the number %d", (int)type);
}

sheaf_chart *sheaf_chart_create(sheaf_context *context, sheaf_chart_type type)
{
    context = context_hold(context);
    sheaf_chart *chart = memory_resize(context_alloc(context), NULL, 0, sizeof *chart);

    if (chart == NULL) {
        context_drop(context);
        return (sheaf_chart *)&inert;
    }
    memset(chart, 0, sizeof *chart);
    chart->context = context;
    chart->alloc = *context_alloc(context);
    error_take(&chart->error, context_error(context));
    set_type(chart, type);
    return chart;
}

void chart_free_text(sheaf_chart *chart, char *text)
{
    if (text != NULL)
        memory_free(&chart->alloc, text, strlen(text) + 1);
}

void sheaf_chart_destroy(sheaf_chart *chart)
{
    if (chart == NULL || chart == &inert)
        return;
    char *texts[] = { chart->title,       chart->subtitle, chart->source,
                      chart->alternative, chart->language, chart->font_folder };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        chart_free_text(chart, texts[i]);
    for (size_t i = 0; i < chart->n_series; i++)
        sheaf_series_destroy(chart->series[i]);
    for (size_t i = 0; i < chart->n_targets; i++) {
        chart_free_text(chart, chart->targets[i].label);
        chart_free_text(chart, chart->targets[i].unit);
    }
    annotations_free(chart);
    sheaf_theme_destroy(chart->theme);
    sheaf_alloc alloc = chart->alloc;
    memory_free(&alloc, chart->series, chart->series_capacity * sizeof *chart->series);
    memory_free(&alloc, chart->targets, chart->targets_capacity * sizeof *chart->targets);
    cuts_free(&chart->cuts);
    memory_free(&alloc, chart->periods, chart->periods_capacity * sizeof *chart->periods);
    sheaf_context *context = chart->context;
    memory_free(&alloc, chart, sizeof *chart);
    context_drop(context);
}

sheaf_status sheaf_chart_status(const sheaf_chart *chart)
{
    return told(chart)->status;
}

const char *sheaf_chart_message(const sheaf_chart *chart)
{
    return told(chart)->message;
}

const sheaf_error *sheaf_chart_error(const sheaf_chart *chart)
{
    return told(chart);
}

/* The index-th warning; NULL: there are fewer. */
static const char *warning_of(const sheaf_chart *chart, size_t index)
{
    const char *all[] = { present(chart)->left_out,
                          present(chart)->wholes,
                          present(chart)->crowded,
                          present(chart)->unplaced,
                          present(chart)->untold,
                          present(chart)->unmarked,
                          missing_message(&present(chart)->missing) };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i] != NULL && all[i][0] != '\0' && index-- == 0)
            return all[i];
    const struct cut_note *cut = cuts_at(&present(chart)->cuts, index);
    return cut != NULL ? cut->message : NULL;
}

size_t sheaf_chart_warning_count(const sheaf_chart *chart)
{
    size_t n = 0;

    while (warning_of(chart, n) != NULL)
        n++;
    return n;
}

bool sheaf_chart_warning(const sheaf_chart *chart, size_t index, sheaf_warning *warning)
{
    sheaf_warning own = SHEAF_WARNING_INIT;

    own.message = warning_of(chart, index);
    if (own.message == NULL || warning == NULL)
        return false;
    own.count = 1;
    return sized_give(warning, sizeof *warning, &own, sizeof own);
}

char *chart_copy_text(sheaf_chart *chart, const char *what, const char *text)
{
    size_t length = strlen(text), bad;
    uint32_t control;

    if (!utf8_valid(text, length, &bad)) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "the %s is not UTF-8 at byte %zu", what, bad + 1);
        return NULL;
    }
    if (utf8_find_control(text, length, &control)) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "the %s cannot hold the control character U+%04X",
             what, (unsigned)control);
        return NULL;
    }
    char *copy = memory_resize(&chart->alloc, NULL, 0, length + 1);
    if (copy == NULL)
        fail_memory(&chart->error);
    else
        memcpy(copy, text, length + 1);
    return copy;
}

static void set_text(sheaf_chart *chart, char **place, const char *what, const char *text)
{
    char *copy = text != NULL && text[0] != '\0' ? chart_copy_text(chart, what, text) : NULL;
    if (!is_well(chart))
        return;
    chart_free_text(chart, *place);
    *place = copy;
}

void sheaf_chart_set_title(sheaf_chart *chart, const char *title)
{
    if (chart_may_change(chart))
        set_text(chart, &chart->title, "title", title);
}

void sheaf_chart_set_subtitle(sheaf_chart *chart, const char *subtitle)
{
    if (chart_may_change(chart))
        set_text(chart, &chart->subtitle, "subtitle", subtitle);
}

void sheaf_chart_set_source(sheaf_chart *chart, const char *source)
{
    if (chart_may_change(chart))
        set_text(chart, &chart->source, "source", source);
}

void sheaf_chart_set_alternative(sheaf_chart *chart, const char *text)
{
    if (chart_may_change(chart))
        set_text(chart, &chart->alternative, "alternative text", text);
}

void sheaf_chart_set_language(sheaf_chart *chart, const char *language)
{
    if (!chart_may_change(chart))
        return;
    if (language == NULL || language[0] == '\0' || text_language_is_known(language))
        set_text(chart, &chart->language, "language", language);
    else
        fail(&chart->error, SHEAF_BAD_ARGUMENT,
             "'%.40s' is no known language; write it as en, ru, kk or zh-Hans", language);
}

void sheaf_chart_set_font_folder(sheaf_chart *chart, const char *path)
{
    if (chart_may_change(chart))
        set_text(chart, &chart->font_folder, "font folder", path);
}

bool series_over_numbers(const sheaf_series *series)
{
    const sheaf_observation *first = sheaf_series_at(series, 0, ROOM);

    return first != NULL && first->period.unit == SHEAF_NUMBER;
}

bool chart_over_numbers(const sheaf_chart *chart)
{
    return chart->n_series > 0 && series_over_numbers(chart->series[0]);
}

/* A chart whose type is found may become panels: that is decided when it is laid out. */
static bool check_unit(sheaf_chart *chart, const sheaf_series *series)
{
    const struct chart_type *type = chart_type_find(chart->type);

    if (chart->n_series == 0 || type == NULL || type->takes_measures > 0 || type->splits_units ||
        units_are_one(chart->series[0], series))
        return true;
    units_refuse(&chart->error, chart->series[0], series);
    return false;
}

void sheaf_chart_set_type(sheaf_chart *chart, sheaf_chart_type type)
{
    if (!chart_may_change(chart))
        return;
    set_type(chart, type);
    for (size_t i = 1; is_well(chart) && i < chart->n_series; i++)
        check_unit(chart, chart->series[i]);
}

/* Larger figures have no room for their digits on any chart; a double's range ends at 1.8e308, where
 * nothing can be computed from them. The largest figures of trade are below 1e20. */
static const double largest_figure = 1e36;

bool chart_has_room(double value)
{
    return fabs(value) < largest_figure;
}

static void check_size(sheaf_chart *chart, const sheaf_series *series)
{
    for (size_t i = 0, n = sheaf_series_count(series); i < n; i++) {
        struct plain_run run = series_plain_from(series, i);
        size_t fit = 0;
        while (fit < run.n && chart_has_room(run.figures[fit].value))
            fit++;
        i += fit;
        if (i == n)
            return;
        double value = series_value_at(series, i);
        char period[SHEAF_PERIOD_TEXT];

        if (isnan(value) || chart_has_room(value))
            continue;
        sheaf_period_write(series_period_at(series, i), period);
        fail(
            &chart->error, SHEAF_BAD_INPUT,
            "'%s' is %.3g in %s; a chart shows figures below %g, so look for a mistake in the data",
            sheaf_series_name(series), value, period, largest_figure);
        return;
    }
}

/* Whether the series suits the chart, which then has room for it. */
static bool accepts(sheaf_chart *chart, const sheaf_series *series)
{
    if (!chart_may_change(chart))
        return false;
    if (series == NULL) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "there is no series to add");
        return false;
    }
    error_take(&chart->error, sheaf_series_error(series));
    return is_well(chart) && check_unit(chart, series) &&
           memory_grow(&chart->alloc, &chart->error, &chart->series, &chart->series_capacity,
                       chart->n_series + 1, sizeof *chart->series);
}

/* Adds a series that is the chart's own. */
static void own(sheaf_chart *chart, sheaf_series *series)
{
    series_hide_confidential(series);
    error_take(&chart->error, sheaf_series_error(series));
    check_size(chart, series);
    if (chart->error.status == SHEAF_OK)
        chart->series[chart->n_series++] = series;
    else
        sheaf_series_destroy(series);
}

void sheaf_chart_add(sheaf_chart *chart, const sheaf_series *series)
{
    if (accepts(chart, series))
        own(chart, series_copy(&chart->alloc, series));
}

void sheaf_chart_take(sheaf_chart *chart, sheaf_series *series)
{
    if (accepts(chart, series))
        own(chart, series);
    else
        sheaf_series_destroy(series);
}

void sheaf_chart_add_target(sheaf_chart *chart, const char *label, double aim, double reached,
                            const char *unit, int multiplier)
{
    if (!chart_may_change(chart))
        return;
    if (label == NULL || label[0] == '\0') {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "a target needs a label");
        return;
    }
    if (!(aim > 0) || !chart_has_room(aim)) {
        fail(&chart->error, SHEAF_BAD_INPUT, "the target '%s' must be more than 0 and less than %g",
             label, largest_figure);
        return;
    }
    if (reached < 0 || !(isnan(reached) || chart_has_room(reached))) {
        fail(&chart->error, SHEAF_BAD_INPUT,
             "what is reached of the target '%s' must be from 0 to less than %g", label,
             largest_figure);
        return;
    }
    if (!memory_grow(&chart->alloc, &chart->error, &chart->targets, &chart->targets_capacity,
                     chart->n_targets + 1, sizeof *chart->targets))
        return;
    struct target target = { .aim = aim, .reached = reached, .multiplier = multiplier };
    target.label = chart_copy_text(chart, "label of a target", label);
    target.unit = chart_copy_text(chart, "unit of a target", unit != NULL ? unit : "");
    if (chart->error.status == SHEAF_OK) {
        chart->targets[chart->n_targets++] = target;
        return;
    }
    chart_free_text(chart, target.label);
    chart_free_text(chart, target.unit);
}

void sheaf_chart_set_periods(sheaf_chart *chart, const sheaf_period *periods, size_t n)
{
    if (!chart_may_change(chart))
        return;
    if (periods == NULL && n > 0) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "there are no periods to choose");
        return;
    }
    for (size_t i = 0; i < n; i++)
        if (!period_valid(periods[i])) {
            fail(&chart->error, SHEAF_BAD_ARGUMENT, "period %zu of %zu is none", i + 1, n);
            return;
        }
    if (!memory_grow(&chart->alloc, &chart->error, &chart->periods, &chart->periods_capacity, n,
                     sizeof *chart->periods))
        return;
    if (n > 0 && chart->periods != NULL) /* there is room, and so it is not NULL */
        memcpy(chart->periods, periods, n * sizeof *periods);
    chart->n_periods = n;
    chart->is_range = false;
}

void sheaf_chart_set_flags(sheaf_chart *chart, sheaf_flags flags)
{
    if (!chart_may_change(chart))
        return;
    if ((int)flags < 0 || flags > SHEAF_FLAGS_NONE) {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such choice of flags: %d", (int)flags);
        return;
    }
    chart->flags = flags;
    chart->has_flags = true;
}

void sheaf_chart_set_ranges(sheaf_chart *chart, bool ranges)
{
    if (chart_may_change(chart))
        chart->shows_ranges = ranges;
}

static const char *const base_names[] = { "auto", "zero", "data" };
enum { BASES = sizeof base_names / sizeof *base_names };

void sheaf_chart_set_base(sheaf_chart *chart, sheaf_base base)
{
    if (!chart_may_change(chart))
        return;
    if ((int)base < 0 || (int)base >= BASES)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such base of an axis: %d", (int)base);
    else
        chart->base = base;
}

void sheaf_chart_set_base_period(sheaf_chart *chart, sheaf_period period)
{
    if (!chart_may_change(chart))
        return;
    if (period_valid(period))
        chart->base_period = period;
    else
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "the base period is none");
}

void sheaf_chart_set_lying(sheaf_chart *chart, bool lying)
{
    if (chart_may_change(chart))
        chart->lies = lying;
}

void sheaf_chart_set_pdf(sheaf_chart *chart, sheaf_pdf pdf)
{
    if (!chart_may_change(chart))
        return;
    if (pdf != SHEAF_PDF_1_7 && pdf != SHEAF_PDF_2_0)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such PDF: %d", (int)pdf);
    else
        chart->is_pdf_2 = pdf == SHEAF_PDF_2_0;
}

void sheaf_chart_set_plots(sheaf_chart *chart, sheaf_chart_type type)
{
    if (!chart_may_change(chart))
        return;
    if (sheaf_chart_type_name(type) == NULL)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such type of a chart: %d", (int)type);
    else
        chart->plots = type;
}

bool sheaf_base_named(const char *name, sheaf_base *base)
{
    for (size_t i = 0; name != NULL && base != NULL && i < BASES; i++)
        if (strcmp(name, base_names[i]) == 0) {
            *base = (sheaf_base)i;
            return true;
        }
    return false;
}

static const char *const axis_names[] = { "linear", "log", "symlog" };
enum { AXES = sizeof axis_names / sizeof *axis_names };

void sheaf_chart_set_axis(sheaf_chart *chart, sheaf_axis axis)
{
    if (!chart_may_change(chart))
        return;
    if ((int)axis < 0 || (int)axis >= AXES)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such scale of an axis: %d", (int)axis);
    else
        chart->axis = axis;
}

bool sheaf_axis_named(const char *name, sheaf_axis *axis)
{
    for (size_t i = 0; name != NULL && axis != NULL && i < AXES; i++)
        if (strcmp(name, axis_names[i]) == 0) {
            *axis = (sheaf_axis)i;
            return true;
        }
    return false;
}

static const char *const description_names[] = { "full", "short" };
enum { DESCRIPTIONS = sizeof description_names / sizeof *description_names };

void sheaf_chart_set_description(sheaf_chart *chart, sheaf_description description)
{
    if (!chart_may_change(chart))
        return;
    if ((int)description < 0 || (int)description >= DESCRIPTIONS)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such description: %d", (int)description);
    else
        chart->description = description;
}

bool sheaf_description_named(const char *name, sheaf_description *description)
{
    for (size_t i = 0; name != NULL && description != NULL && i < DESCRIPTIONS; i++)
        if (strcmp(name, description_names[i]) == 0) {
            *description = (sheaf_description)i;
            return true;
        }
    return false;
}

const sheaf_alloc *chart_alloc(const sheaf_chart *chart)
{
    return memory_or_default(chart == NULL || chart == &inert ? NULL : &chart->alloc);
}

sheaf_context *chart_context(const sheaf_chart *chart)
{
    return chart->context;
}

const char *chart_source(const sheaf_chart *chart)
{
    return chart->source;
}

const char *chart_language(const sheaf_chart *chart)
{
    return chart->language != NULL ? chart->language : "en";
}

const char *chart_font_folder(const sheaf_chart *chart)
{
    return chart->font_folder;
}

size_t chart_series_count(const sheaf_chart *chart)
{
    return chart->n_series;
}

const sheaf_series *chart_series(const sheaf_chart *chart, size_t index)
{
    return chart->series[index];
}

static sheaf_error *chart_error(sheaf_chart *chart)
{
    /* A failed error is not written to again. */
    return chart != NULL ? &chart->error : (sheaf_error *)&absent.error;
}

sheaf_error *chart_begin_output(sheaf_chart *chart)
{
    if (!is_well(chart))
        return chart_error(chart);
    chart->output = (sheaf_error){ 0 };
    chart->missing.n = 0;
    cuts_begin(&chart->cuts, &chart->alloc, &chart->output);
    chart->left_out[0] = chart->wholes[0] = chart->crowded[0] = '\0';
    chart->unplaced[0] = chart->untold[0] = chart->unmarked[0] = '\0';
    return &chart->output;
}

void chart_note_missing(sheaf_chart *chart, const struct scene *scene, const char *way_out)
{
    missing_note(&chart->missing, scene);
    cuts_note(&chart->cuts, scene, (struct place){ 0 });
    cuts_write(&chart->cuts, way_out);
}

sheaf_chart *sheaf_chart_copy(const sheaf_chart *chart, sheaf_context *context)
{
    return chart_copy(present(chart), context);
}

sheaf_chart *chart_copy(const sheaf_chart *chart, sheaf_context *context)
{
    sheaf_chart *copy = sheaf_chart_create(context, chart->type);

    sheaf_chart_set_title(copy, chart->title);
    sheaf_chart_set_subtitle(copy, chart->subtitle);
    sheaf_chart_set_source(copy, chart->source);
    sheaf_chart_set_alternative(copy, chart->alternative);
    sheaf_chart_set_language(copy, chart->language);
    sheaf_chart_set_font_folder(copy, chart->font_folder);
    for (size_t i = 0; i < chart->n_series; i++)
        sheaf_chart_add(copy, chart->series[i]);
    for (size_t i = 0; i < chart->n_targets; i++) {
        const struct target *target = &chart->targets[i];
        sheaf_chart_add_target(copy, target->label, target->aim, target->reached, target->unit,
                               target->multiplier);
    }
    annotations_copy(copy, chart);
    sheaf_chart_set_periods(copy, chart->periods, chart->n_periods);
    if (copy->error.status == SHEAF_OK) {
        copy->is_range = chart->is_range;
        copy->flags = chart->flags;
        copy->has_flags = chart->has_flags;
        copy->shows_ranges = chart->shows_ranges;
        copy->base = chart->base;
        copy->axis = chart->axis;
        copy->description = chart->description;
        copy->base_period = chart->base_period;
        copy->lies = chart->lies;
        copy->plots = chart->plots;
        copy->begins_with_total = chart->begins_with_total;
        copy->svg_text = chart->svg_text;
        memcpy(copy->svg_prefix, chart->svg_prefix, sizeof copy->svg_prefix);
        copy->leaves_out_data = chart->leaves_out_data;
        copy->is_pdf_2 = chart->is_pdf_2;
        copy->error = chart->error;
    }
    if (chart->theme != NULL)
        sheaf_chart_set_theme(copy, chart->theme);
    return copy;
}

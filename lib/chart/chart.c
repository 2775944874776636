/* chart.c - the chart as an object: made, asked how it is, copied and freed. */
#include "chart/chart.h"

#include <string.h>

#include "base/sized.h"
#include "chart/layout.h"
#include "chart/model/annotations.h"
#include "chart/types/types.h"
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

void sheaf_chart_set_type(sheaf_chart *chart, sheaf_chart_type type)
{
    if (!chart_may_change(chart))
        return;
    set_type(chart, type);
    for (size_t i = 1; is_well(chart) && i < chart->n_series; i++)
        chart_check_unit(chart, chart->series[i]);
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

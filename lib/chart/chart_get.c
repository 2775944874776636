/* chart_get.c - what a chart was told, for programs that show or change it. */
#include "chart/chart.h"

#include "base/sized.h"
#include "chart/layout.h"
#include "chart/model/annotations.h"

static const char *or_empty(const char *text)
{
    return text != NULL ? text : "";
}

/* A failed chart keeps what it was told before. */
sheaf_chart_type sheaf_chart_get_type(const sheaf_chart *chart)
{
    return chart != NULL ? chart->type : SHEAF_AUTO;
}

const char *sheaf_chart_get_title(const sheaf_chart *chart)
{
    return or_empty(chart != NULL ? chart->title : NULL);
}

const char *sheaf_chart_get_subtitle(const sheaf_chart *chart)
{
    return or_empty(chart != NULL ? chart->subtitle : NULL);
}

const char *sheaf_chart_get_source(const sheaf_chart *chart)
{
    return or_empty(chart != NULL ? chart->source : NULL);
}

const char *sheaf_chart_get_alternative(const sheaf_chart *chart)
{
    return or_empty(chart != NULL ? chart->alternative : NULL);
}

sheaf_description sheaf_chart_get_description(const sheaf_chart *chart)
{
    return chart != NULL ? chart->description : SHEAF_DESCRIPTION_FULL;
}

const char *sheaf_chart_get_language(const sheaf_chart *chart)
{
    return chart != NULL ? chart_language(chart) : "en";
}

const char *sheaf_chart_get_font_folder(const sheaf_chart *chart)
{
    return or_empty(chart != NULL ? chart->font_folder : NULL);
}

sheaf_svg_text sheaf_chart_get_svg_text(const sheaf_chart *chart)
{
    return chart != NULL ? chart->svg_text : SHEAF_SVG_NAMED;
}

const char *sheaf_chart_get_svg_prefix(const sheaf_chart *chart)
{
    return chart != NULL ? chart->svg_prefix : "";
}

bool sheaf_chart_get_attachments(const sheaf_chart *chart)
{
    return chart == NULL || !chart->leaves_out_data;
}

sheaf_pdf sheaf_chart_get_pdf(const sheaf_chart *chart)
{
    return chart != NULL && chart->is_pdf_2 ? SHEAF_PDF_2_0 : SHEAF_PDF_1_7;
}

sheaf_flags sheaf_chart_get_flags(const sheaf_chart *chart)
{
    return chart != NULL ? chart->flags : SHEAF_FLAGS_ESTIMATED;
}

bool sheaf_chart_get_ranges(const sheaf_chart *chart)
{
    return chart != NULL && chart->shows_ranges;
}

sheaf_base sheaf_chart_get_base(const sheaf_chart *chart)
{
    return chart != NULL ? chart->base : SHEAF_BASE_AUTO;
}

sheaf_period sheaf_chart_get_base_period(const sheaf_chart *chart)
{
    return chart != NULL ? chart->base_period : (sheaf_period){ SHEAF_NO_PERIOD, 0, 0 };
}

bool sheaf_chart_get_lying(const sheaf_chart *chart)
{
    return chart != NULL && chart->lies;
}

sheaf_chart_type sheaf_chart_get_plots(const sheaf_chart *chart)
{
    return chart != NULL ? chart->plots : SHEAF_AUTO;
}

sheaf_axis sheaf_chart_get_axis(const sheaf_chart *chart)
{
    return chart != NULL ? chart->axis : SHEAF_AXIS_LINEAR;
}

const sheaf_period *sheaf_chart_get_periods(const sheaf_chart *chart, size_t *n)
{
    size_t count = chart != NULL ? chart->n_periods : 0;

    if (n != NULL)
        *n = count;
    return count > 0 ? chart->periods : NULL;
}

size_t sheaf_chart_series_count(const sheaf_chart *chart)
{
    return chart != NULL ? chart->n_series : 0;
}

const sheaf_series *sheaf_chart_series(const sheaf_chart *chart, size_t index)
{
    return index < sheaf_chart_series_count(chart) ? chart->series[index] : NULL;
}

size_t sheaf_chart_target_count(const sheaf_chart *chart)
{
    return chart != NULL ? chart->n_targets : 0;
}

bool sheaf_chart_target_at(const sheaf_chart *chart, size_t index, sheaf_target *target)
{
    if (index >= sheaf_chart_target_count(chart) || target == NULL)
        return false;
    const struct target *given = &chart->targets[index];
    const sheaf_target own = { sizeof own,     given->label, given->aim,
                               given->reached, given->unit,  given->multiplier };
    return sized_give(target, sizeof *target, &own, sizeof own);
}

size_t sheaf_chart_annotation_count(const sheaf_chart *chart)
{
    return chart != NULL ? chart->n_annotations : 0;
}

bool sheaf_chart_annotation_at(const sheaf_chart *chart, size_t index, sheaf_annotation *annotation)
{
    static const sheaf_annotation_kind kinds[] = { [ANNOTATION_EVENT] = SHEAF_EVENT,
                                                   [ANNOTATION_BAND] = SHEAF_BAND,
                                                   [ANNOTATION_REFERENCE] = SHEAF_REFERENCE,
                                                   [ANNOTATION_CALLOUT] = SHEAF_CALLOUT };

    if (index >= sheaf_chart_annotation_count(chart) || annotation == NULL)
        return false;
    const struct annotation *given = &chart->annotations[index];
    const sheaf_annotation own = { .size = sizeof own,
                                   .kind = kinds[given->kind],
                                   .first = given->first,
                                   .last = given->last,
                                   .value = given->value,
                                   .series = or_empty(given->series),
                                   .text = given->text };
    return sized_give(annotation, sizeof *annotation, &own, sizeof own);
}

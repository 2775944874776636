/* annotations.c - what an author writes into a chart, kept with it. */
#include "chart/model/annotations.h"

#include <string.h>

#include "chart/chart.h"
#include "period/period.h"

const char *annotation_called(const struct annotation *annotation)
{
    static const char *const called[] = { [ANNOTATION_EVENT] = "event",
                                          [ANNOTATION_BAND] = "band",
                                          [ANNOTATION_REFERENCE] = "reference",
                                          [ANNOTATION_CALLOUT] = "call-out" };

    return called[annotation->kind];
}

bool annotations_have(const sheaf_chart *chart, enum annotation_kind kind)
{
    for (size_t i = 0; i < chart->n_annotations; i++)
        if (chart->annotations[i].kind == kind)
            return true;
    return false;
}

void annotations_free(sheaf_chart *chart)
{
    for (size_t i = 0; i < chart->n_annotations; i++) {
        chart_free_text(chart, chart->annotations[i].series);
        chart_free_text(chart, chart->annotations[i].text);
    }
    memory_free(&chart->alloc, chart->annotations,
                chart->annotations_capacity * sizeof *chart->annotations);
}

static bool has_period(sheaf_chart *chart, const struct annotation *given)
{
    if (given->kind == ANNOTATION_REFERENCE)
        return true;
    if (!period_valid(given->first) || !period_valid(given->last))
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "the %s '%.60s' needs a period",
             annotation_called(given), given->text);
    else if (sheaf_period_compare(given->first, given->last) > 0)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "the band '%.60s' ends before it begins",
             given->text);
    return chart->error.status == SHEAF_OK;
}

static void add(sheaf_chart *chart, const struct annotation *given)
{
    struct annotation copy = *given;

    if (!chart_may_change(chart))
        return;
    if (given->text == NULL || given->text[0] == '\0') {
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "the %s needs a text", annotation_called(given));
        return;
    }
    if (chart->n_annotations == MOST_ANNOTATIONS) {
        fail(&chart->error, SHEAF_BAD_INPUT,
             "a chart has room for %d events, bands, references and call-outs at most",
             MOST_ANNOTATIONS);
        return;
    }
    if (!has_period(chart, given) ||
        !memory_grow(&chart->alloc, &chart->error, &chart->annotations,
                     &chart->annotations_capacity, chart->n_annotations + 1,
                     sizeof *chart->annotations))
        return;
    copy.text = chart_copy_text(chart, "text of an annotation", given->text);
    copy.series = given->series != NULL && given->series[0] != '\0'
                      ? chart_copy_text(chart, "series of a call-out", given->series)
                      : NULL;
    if (chart->error.status == SHEAF_OK) {
        chart->annotations[chart->n_annotations++] = copy;
        return;
    }
    chart_free_text(chart, copy.text);
    chart_free_text(chart, copy.series);
}

void annotations_copy(sheaf_chart *to, const sheaf_chart *from)
{
    for (size_t i = 0; i < from->n_annotations; i++)
        add(to, &from->annotations[i]);
}

void sheaf_chart_add_event(sheaf_chart *chart, sheaf_period when, const char *text)
{
    add(chart, &(struct annotation){ ANNOTATION_EVENT, when, when, 0, NULL, (char *)text });
}

void sheaf_chart_add_band(sheaf_chart *chart, sheaf_period first, sheaf_period last,
                          const char *text)
{
    add(chart, &(struct annotation){ ANNOTATION_BAND, first, last, 0, NULL, (char *)text });
}

void sheaf_chart_add_reference(sheaf_chart *chart, double value, const char *text)
{
    if (chart_may_change(chart) && !chart_has_room(value))
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "a reference needs a value that a chart can show");
    add(chart,
        &(struct annotation){ ANNOTATION_REFERENCE, { 0 }, { 0 }, value, NULL, (char *)text });
}

void sheaf_chart_add_callout(sheaf_chart *chart, const char *series, sheaf_period period,
                             const char *text)
{
    add(chart, &(struct annotation){ ANNOTATION_CALLOUT, period, period, 0, (char *)series,
                                     (char *)text });
}

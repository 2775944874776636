/* chart_set.c - what a chart is told of its words, its looks and its file. */
#include <string.h>

#include "base/strings.h"
#include "chart/chart.h"
#include "period/period.h"
#include "text/text.h"

/* Words -------------------------------------------------------------------------------- */

void chart_free_text(sheaf_chart *chart, char *text)
{
    if (text != NULL)
        memory_free(&chart->alloc, text, strlen(text) + 1);
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
    if (chart->error.status != SHEAF_OK)
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

/* Looks -------------------------------------------------------------------------------- */

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

void sheaf_chart_set_lying(sheaf_chart *chart, bool lying)
{
    if (chart_may_change(chart))
        chart->lies = lying;
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

bool sheaf_base_named(const char *name, sheaf_base *base)
{
    for (size_t i = 0; name != NULL && base != NULL && i < BASES; i++)
        if (strcmp(name, base_names[i]) == 0) {
            *base = (sheaf_base)i;
            return true;
        }
    return false;
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

void sheaf_chart_set_pdf(sheaf_chart *chart, sheaf_pdf pdf)
{
    if (!chart_may_change(chart))
        return;
    if (pdf != SHEAF_PDF_1_7 && pdf != SHEAF_PDF_2_0)
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no such PDF: %d", (int)pdf);
    else
        chart->is_pdf_2 = pdf == SHEAF_PDF_2_0;
}

/* The SVG ------------------------------------------------------------------------------ */

void sheaf_chart_set_svg_text(sheaf_chart *chart, sheaf_svg_text text)
{
    if (!chart_may_change(chart))
        return;
    if (text == SHEAF_SVG_NAMED || text == SHEAF_SVG_EMBEDDED || text == SHEAF_SVG_OUTLINES)
        chart->svg_text = text;
    else
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no way to write an SVG's text has the number %d",
             (int)text);
}

void sheaf_chart_set_svg_prefix(sheaf_chart *chart, const char *prefix)
{
    if (!chart_may_change(chart))
        return;
    if (prefix == NULL || prefix[0] == '\0')
        chart->svg_prefix[0] = '\0';
    else if (string_is_identifier(prefix, sizeof chart->svg_prefix - 1))
        memcpy(chart->svg_prefix, prefix, strlen(prefix) + 1);
    else
        fail(&chart->error, SHEAF_BAD_ARGUMENT,
             "'%.70s' cannot begin ids: a letter, then letters, digits, '-' and '_', at most %d",
             prefix, (int)sizeof chart->svg_prefix - 1);
}

void sheaf_chart_set_attachments(sheaf_chart *chart, bool attachments)
{
    if (chart_may_change(chart))
        chart->leaves_out_data = !attachments;
}

/* chart_svg.c - how a chart's SVG has its letters and its ids, and whether it has the data. */
#include <string.h>

#include "base/strings.h"
#include "chart/chart.h"

static bool may_change(sheaf_chart *chart)
{
    if (chart == NULL || chart->error.status != SHEAF_OK)
        return false;
    chart->output = (sheaf_error){ 0 };
    return true;
}

void sheaf_chart_set_svg_text(sheaf_chart *chart, sheaf_svg_text text)
{
    if (!may_change(chart))
        return;
    if (text == SHEAF_SVG_NAMED || text == SHEAF_SVG_EMBEDDED || text == SHEAF_SVG_OUTLINES)
        chart->svg_text = text;
    else
        fail(&chart->error, SHEAF_BAD_ARGUMENT, "no way to write an SVG's text has the number %d",
             (int)text);
}

void sheaf_chart_set_svg_prefix(sheaf_chart *chart, const char *prefix)
{
    if (!may_change(chart))
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
    if (may_change(chart))
        chart->leaves_out_data = !attachments;
}

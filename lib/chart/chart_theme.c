/* chart_theme.c - the theme that a chart is drawn in. */
#include "chart/chart.h"
#include "chart/theme_object.h"

void sheaf_chart_set_theme(sheaf_chart *chart, const sheaf_theme *theme)
{
    if (chart == NULL || chart->error.status != SHEAF_OK)
        return;
    sheaf_theme *copy = theme != NULL ? theme_copy(chart->context, theme) : NULL;

    chart->output = (sheaf_error){ 0 };
    sheaf_theme_destroy(chart->theme);
    chart->theme = copy;
    if (copy != NULL)
        error_take(&chart->error, sheaf_theme_error(copy));
}

const sheaf_theme *sheaf_chart_get_theme(const sheaf_chart *chart)
{
    return chart != NULL ? chart->theme : NULL;
}

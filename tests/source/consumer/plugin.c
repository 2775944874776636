/* plugin.c - a plug-in that shows one function of its own and nothing of what it is made of. */
#include <sheaf/sheaf.h>

__attribute__((visibility("default"))) int plugin_draw(const char *path);

int plugin_draw(const char *path)
{
    const double exports[] = { 8.0, 6.8, 6.9, 10.5, 14.8 };
    sheaf_series *series = sheaf_series_from_years("Exports", "USD", 9, 2019, exports, 5);
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);
    sheaf_status status;

    sheaf_chart_add(chart, series);
    status = sheaf_chart_write_png(chart, path, 400, 300);
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(series);
    return (int)status;
}

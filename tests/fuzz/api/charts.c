/* charts.c - charts: made, filled, set and written. */
#include "api/machine.h"

void make_chart(struct machine *m)
{
    size_t i = slot(m);

    put(m, KIND_sheaf_chart, i,
        sheaf_chart_create(take(m) % 4 ? m->context : NULL,
                           (sheaf_chart_type)(take(m) % (sheaf_chart_type_count() + 2))));
}

void fill_chart(struct machine *m)
{
    sheaf_chart *chart = some(m, KIND_sheaf_chart);

    sheaf_chart_add(chart, some(m, KIND_sheaf_series));
    require_said(sheaf_chart_error(chart));
}

void set_chart(struct machine *m)
{
    sheaf_chart *chart = some(m, KIND_sheaf_chart);
    const sheaf_period periods[] = { period(m), period(m) };

    switch (take(m) % 16) {
    case 0:
        sheaf_chart_set_title(chart, word(m));
        break;
    case 1:
        sheaf_chart_set_subtitle(chart, word(m));
        break;
    case 2:
        sheaf_chart_set_source(chart, word(m));
        break;
    case 3:
        sheaf_chart_set_language(chart, word(m));
        break;
    case 4:
        sheaf_chart_add_target(chart, word(m), number(m), number(m), word(m), (int)take(m) % 30);
        break;
    case 5:
        sheaf_chart_add_event(chart, periods[0], word(m));
        break;
    case 6:
        sheaf_chart_add_band(chart, periods[0], periods[1], word(m));
        break;
    case 7:
        sheaf_chart_add_reference(chart, number(m), word(m));
        break;
    case 8:
        sheaf_chart_add_callout(chart, word(m), periods[0], word(m));
        break;
    case 9:
        sheaf_chart_set_periods(chart, periods, take(m) % 3);
        break;
    case 10:
        sheaf_chart_set_base(chart, (sheaf_base)(take(m) % 5));
        break;
    case 11:
        sheaf_chart_set_axis(chart, (sheaf_axis)(take(m) % 5));
        break;
    case 12:
        sheaf_chart_set_flags(chart, (sheaf_flags)(take(m) % 5));
        break;
    case 13:
        sheaf_chart_set_theme(chart, some(m, KIND_sheaf_theme));
        break;
    case 14:
        sheaf_chart_set_plots(chart, (sheaf_chart_type)(take(m) % 50));
        break;
    default:
        sheaf_chart_set_base_period(chart, periods[0]);
        break;
    }
    require_said(sheaf_chart_error(chart));
}

void write_chart(struct machine *m)
{
    sheaf_chart *chart = some(m, KIND_sheaf_chart);
    size_t n = 0;
    double width = 60 + 4.0 * take(m), height = 14 + 3.0 * take(m);
    sheaf_format format = (sheaf_format)(take(m) % 6);

    if (!may_output(m))
        return;
    if (take(m) % 16 == 0)
        width = number(m);
    sheaf_status status =
        sheaf_chart_write_sink(chart, format, (sheaf_sink){ &n, count_bytes }, width, height, 0.5);
    require((status == SHEAF_OK) == (n > 0));
    require_said(sheaf_chart_error(chart));
}

/* embed.c - a chart in a C program: into a PNG, and on a cairo_t of its own.
 *
 *     cc embed.c $(pkg-config --cflags --libs sheaf) -o embed
 *     ./embed FOLDER
 *
 * The figures are Kazakhstan's trade with China in 2023 as Kazinform reported it on
 * 26 June 2024; imports are turnover less exports. */
#include <cairo-pdf.h>
#include <sheaf/sheaf.h>
#include <stdio.h>

static sheaf_series *exports_with_implied_2022(void)
{
    sheaf_series *stated = sheaf_series_create(NULL, "Exports", "USD", 9);
    const sheaf_observation year_2023 = {
        .period = sheaf_period_year(2023),
        .value = 14.7,
        .low = 14.65,
        .high = 14.75,
        .decimals = 1,
        .status = SHEAF_NORMAL,
        .has_stated_growth = true,
        .stated_growth = 12.6, /* per cent on 2022 */
        .stated_growth_decimals = 1,
    };

    sheaf_series_set_flow(stated, "exports");
    sheaf_series_set_source(stated, "Kazinform News Agency, 26 June 2024");
    sheaf_series_add_observation(stated, &year_2023);
    sheaf_series *complete = sheaf_series_imply(stated); /* adds 2022, marked as derived */
    sheaf_series_destroy(stated);
    return complete;
}

/* A page of the program's own, with the chart on the lower half. */
static int draw_on_own_page(sheaf_chart *chart, const char *path)
{
    cairo_surface_t *surface = cairo_pdf_surface_create(path, 595, 842);
    cairo_t *cr = cairo_create(surface);

    cairo_set_source_rgb(cr, 0.12, 0.37, 0.66);
    cairo_rectangle(cr, 45, 40, 505, 4);
    cairo_fill(cr);
    int failed = sheaf_chart_draw(chart, cr, 45, 421, 505, 316) != SHEAF_OK;
    cairo_show_page(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    failed |= cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    return failed;
}

int main(int n_words, char **words)
{
    const char *folder = n_words > 1 ? words[1] : ".";
    char path[1024];
    sheaf_series *exports = exports_with_implied_2022();
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_BARS);

    sheaf_chart_set_title(chart, "Exports to China grew by an eighth in 2023");
    sheaf_chart_set_subtitle(chart, "Goods from Kazakhstan, {unit}");
    sheaf_chart_set_source(chart, sheaf_series_source(exports));
    sheaf_chart_add(chart, exports);

    snprintf(path, sizeof path, "%s/embed.png", folder);
    int failed = sheaf_chart_write_png(chart, path, 1200, 750) != SHEAF_OK; /* pixels */
    if (failed) /* that is no reason not to draw it elsewhere */
        fprintf(stderr, "%s\n", sheaf_chart_message(chart));
    snprintf(path, sizeof path, "%s/embed.pdf", folder);
    if (draw_on_own_page(chart, path) != 0) {
        fprintf(stderr, "cannot draw %s: %s\n", path, sheaf_chart_message(chart));
        failed = 1;
    }
    sheaf_chart_destroy(chart);
    sheaf_series_destroy(exports);
    return failed;
}

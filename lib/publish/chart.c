/* chart.c - a chart to a context, a file or a sink. */
#include <math.h>
#include <string.h>

#include "base/file.h"
#include "chart/chart.h"
#include "chart/datum.h"
#include "chart/layout.h"
#include "chart/picture.h"
#include "paint/paint.h"
#include "publish/chart_data.h"
#include "publish/files.h"
#include "publish/publish.h"

/* A picture always has a title: viewers show it, and screen readers say it first. */
static struct paint_metadata describe(const sheaf_chart *chart, const sheaf_picture *picture)
{
    return (struct paint_metadata){ .title = scene_name(picture_scene(picture)),
                                    .source = chart_source(chart),
                                    .alternative = sheaf_picture_description(picture),
                                    .language = chart_language(chart),
                                    .creator = "Sheaf" };
}

/* The picture's data for the painter; NULL, and an error, when memory runs out. */
static struct svg_datum *list_data(const sheaf_picture *picture, struct arena *arena)
{
    const struct datum_list *list = picture_data(picture);
    struct svg_datum *data = arena_array(arena, struct svg_datum, list->n);

    for (size_t i = 0; data != NULL && i < list->n; i++) {
        const struct datum_note *note = &list->notes[i];
        const sheaf_box *box = &note->datum.box;
        data[i] = (struct svg_datum){ note->series,
                                      note->period,
                                      { box->left, box->top, box->right, box->bottom },
                                      note->datum.label };
    }
    return data;
}

/* Likewise its squares. */
static struct svg_square *list_squares(const sheaf_picture *picture, struct arena *arena)
{
    const struct datum_list *list = picture_data(picture);
    struct svg_square *squares = arena_array(arena, struct svg_square, list->n_squares);

    for (size_t i = 0; squares != NULL && i < list->n_squares; i++)
        squares[i] = (struct svg_square){ list->squares[i].box, list->squares[i].label };
    return squares;
}

static void paint_as_svg(const sheaf_chart *chart, const sheaf_picture *picture,
                         const struct paint_metadata *metadata, struct buffer *into,
                         sheaf_error *error)
{
    struct svg_options options = { .metadata = *metadata,
                                   .text = (enum svg_text)chart->svg_text,
                                   .prefix = chart->svg_prefix,
                                   .n_data = sheaf_picture_datum_count(picture),
                                   .n_squares = picture_data(picture)->n_squares };
    struct arena arena;
    struct buffer table;

    arena_init(&arena, &into->alloc, error);
    buffer_init(&table, &into->alloc, error);
    options.data = list_data(picture, &arena);
    if (!chart->leaves_out_data)
        chart_data_write(chart, SVG_MOST_SYMBOLS, &table);
    options.table = table.bytes;
    options.table_length = table.length;
    options.squares = list_squares(picture, &arena);
    if (options.data != NULL && options.squares != NULL && error->status == SHEAF_OK)
        paint_svg(picture_scene(picture), &options, into, error);
    buffer_free(&table);
    arena_free(&arena);
}

/* A document of one page, as a sheet's. */
static void paint_as_pdf(const sheaf_chart *chart, const struct scene *scene,
                         const struct paint_metadata *metadata, struct buffer *into,
                         sheaf_error *error)
{
    struct document_files files;

    document_files_init(&files, chart_alloc(chart));
    chart_files_make(chart, metadata->title, &files, error);
    struct pdf_options options = { .context = chart->context,
                                   .metadata = *metadata,
                                   .files = files.files,
                                   .n_files = files.n,
                                   .is_2 = chart->is_pdf_2 };
    if (options.metadata.subject == NULL)
        options.metadata.subject = metadata->alternative;
    if (error->status == SHEAF_OK)
        paint_pdf(&scene, 1, &options, &into->alloc, into, error);
    document_files_free(&files);
}

static void paint_format(const sheaf_chart *chart, const sheaf_picture *picture,
                         sheaf_format format, double scale, struct buffer *into, sheaf_error *error)
{
    const struct scene *scene = picture_scene(picture);
    struct paint_metadata metadata = describe(chart, picture);

    switch (format) {
    case SHEAF_PNG:
        paint_png(scene, scale, 96 * scale, &metadata, into, error);
        return;
    case SHEAF_SVG:
        paint_as_svg(chart, picture, &metadata, into, error);
        return;
    case SHEAF_PDF:
        paint_as_pdf(chart, scene, &metadata, into, error);
        return;
    case SHEAF_EPS:
        paint_eps(scene, &metadata, into, error);
        return;
    }
    fail(error, SHEAF_BAD_ARGUMENT, "no such picture format: %d", (int)format);
}

static bool size_is_drawable(sheaf_error *error, double width, double height, double scale)
{
    if (width >= CHART_LEAST_WIDTH && width <= CHART_MOST_WIDTH && height >= CHART_LEAST_HEIGHT &&
        height <= CHART_MOST_HEIGHT && scale >= 0.25 && scale <= 8)
        return true;
    fail(error, SHEAF_BAD_ARGUMENT,
         "a chart is drawn from %dx%d to %dx%d, at a scale from 0.25 to 8", CHART_LEAST_WIDTH,
         CHART_LEAST_HEIGHT, CHART_MOST_WIDTH, CHART_MOST_HEIGHT);
    return false;
}

/* The whole picture in memory, so that nothing is written unless all went well. */
static bool paint_chart(sheaf_chart *chart, sheaf_format format, double width, double height,
                        double scale, struct buffer *into)
{
    sheaf_error *error = chart_begin_output(chart);

    if (error->status != SHEAF_OK || !size_is_drawable(error, width, height, scale))
        return false;
    const struct picture_options options = { .pixels = format == SHEAF_PNG || format == SHEAF_SVG,
                                             .images = format == SHEAF_PDF,
                                             .title_is_heading = format == SHEAF_PDF,
                                             .data_file = format == SHEAF_PDF ? 1 : 0,
                                             .scale = format == SHEAF_PNG ? scale : 0,
                                             .with_data = format == SHEAF_SVG,
                                             .most_of_lines = SVG_MOST_SYMBOLS,
                                             .with_squares = format == SHEAF_SVG,
                                             .refuses_small = true };
    sheaf_picture *picture = picture_create(chart, width, height, &options);
    if (picture == NULL)
        return false;
    const bool tells = format != SHEAF_PDF; /* whose painter tells of its page */
    if (!tells || publish_goes_on(chart->context, NULL, 0, 1, error))
        paint_format(chart, picture, format, scale, into, error);
    if (tells)
        publish_goes_on(chart->context, NULL, 1, 1, error);
    sheaf_picture_destroy(picture);
    return error->status == SHEAF_OK;
}

sheaf_status sheaf_chart_write(sheaf_chart *chart, sheaf_format format, const char *path,
                               double width, double height, double scale)
{
    sheaf_error *error = chart_begin_output(chart);
    struct buffer bytes;

    buffer_init(&bytes, chart_alloc(chart), error);
    if (paint_chart(chart, format, width, height, scale, &bytes))
        publish_file(path, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}

sheaf_status sheaf_chart_write_png(sheaf_chart *chart, const char *path, int width, int height)
{
    return sheaf_chart_write(chart, SHEAF_PNG, path, width, height, 1);
}

sheaf_status sheaf_chart_write_sink(sheaf_chart *chart, sheaf_format format, sheaf_sink sink,
                                    double width, double height, double scale)
{
    sheaf_error *error = chart_begin_output(chart);
    struct buffer bytes;

    buffer_init(&bytes, chart_alloc(chart), error);
    if (paint_chart(chart, format, width, height, scale, &bytes))
        publish_sink(&sink, &bytes, error);
    buffer_free(&bytes);
    return error->status;
}

/* chart.c - sheaf chart: a data file to a picture. */
#include <string.h>
#include <unistd.h>

#include "chart_options.h"
#include "chart_targets.h"
#include "depfile.h"
#include "preview.h"
#include "progress.h"
#include "spec.h"

static void set_texts(const struct chart_job *job, sheaf_chart *chart)
{
    const char *const *values = job->values;

    if (values[TITLE] != NULL)
        sheaf_chart_set_title(chart, values[TITLE]);
    if (values[SUBTITLE] != NULL)
        sheaf_chart_set_subtitle(chart, values[SUBTITLE]);
    if (values[SOURCE] != NULL)
        sheaf_chart_set_source(chart, values[SOURCE]);
    if (values[LANGUAGE] != NULL)
        sheaf_chart_set_language(chart, values[LANGUAGE]);
    if (values[FLAGS] != NULL)
        sheaf_chart_set_flags(chart, job->flags);
    sheaf_chart_set_base(chart, job->base);
    sheaf_chart_set_axis(chart, job->axis);
    sheaf_chart_set_description(chart, job->description);
    sheaf_chart_set_lying(chart, values[LYING] != NULL);
    sheaf_chart_set_plots(chart, job->plots);
    if (job->base_period.unit != SHEAF_NO_PERIOD)
        sheaf_chart_set_base_period(chart, job->base_period);
    if (job->theme != NULL)
        sheaf_chart_set_theme(chart, job->theme);
    if (values[FONTS] != NULL)
        sheaf_chart_set_font_folder(chart, values[FONTS]);
    if (values[EMBED_FONTS] != NULL || values[OUTLINES] != NULL)
        sheaf_chart_set_svg_text(chart, values[OUTLINES] != NULL ? SHEAF_SVG_OUTLINES
                                                                 : SHEAF_SVG_EMBEDDED);
    if (values[PDF] != NULL)
        sheaf_chart_set_pdf(chart, strcmp(values[PDF], "2.0") == 0 ? SHEAF_PDF_2_0 : SHEAF_PDF_1_7);
    if (values[ID] != NULL)
        sheaf_chart_set_svg_prefix(chart, values[ID]);
    if (values[ATTACHMENTS] != NULL)
        sheaf_chart_set_attachments(chart, strcmp(values[ATTACHMENTS], "yes") == 0);
}

static void print_chart_warnings(const sheaf_chart *chart)
{
    sheaf_warning warning = SHEAF_WARNING_INIT;

    for (size_t i = 0; sheaf_chart_warning(chart, i, &warning); i++)
        print_warning(stderr, &warning);
}

/* The description is that of the picture, of whatever size it would be drawn in. */
static int describe_chart(const struct chart_job *job, sheaf_chart *chart)
{
    sheaf_picture *picture = sheaf_chart_layout(chart, job->width, job->height);
    int code = EXIT_FINE;

    if (picture == NULL) {
        code = report_data(sheaf_chart_error(chart));
    } else {
        fprintf(stdout, "%s\n", sheaf_picture_description(picture));
        code = finish_output();
    }
    sheaf_picture_destroy(picture);
    return code;
}

/* Cells show no letters: the description tells below them what the chart says. */
static int preview_chart(const struct chart_job *job, sheaf_chart *chart)
{
    const struct preview preview = preview_ask();
    const bool is_sized = job->values[SIZE] != NULL;
    const bool has_letters = preview.way == PREVIEW_KITTY || preview.way == PREVIEW_SIXELS;
    struct preview_png png = { NULL, 0, 0 };

    const sheaf_status status = sheaf_chart_write_sink(
        chart, SHEAF_PNG, preview_sink(&png), is_sized ? job->width : preview.width,
        is_sized ? job->height : preview.height, job->scale);
    print_chart_warnings(chart);
    int code =
        status == SHEAF_OK ? preview_show(&preview, &png) : report_data(sheaf_chart_error(chart));
    preview_free(&png);
    return code == EXIT_FINE && !has_letters ? describe_chart(job, chart) : code;
}

static int write_chart(const struct chart_job *job, sheaf_chart *chart)
{
    const char *output = job->values[OUTPUT];
    bool to_stream = output == NULL || strcmp(output, "-") == 0;
    progress_begin();
    sheaf_status status = to_stream ? sheaf_chart_write_sink(chart, job->format, standard_output(),
                                                             job->width, job->height, job->scale)
                                    : sheaf_chart_write(chart, job->format, output, job->width,
                                                        job->height, job->scale);

    progress_end();
    print_chart_warnings(chart);
    return status == SHEAF_OK ? EXIT_FINE : report_data(sheaf_chart_error(chart));
}

/* A chart of targets has no axis of periods: its subtitle says of which the figures are. */
static int add_targets(struct chart_job *job, sheaf_chart *chart, const sheaf_table *table)
{
    char when[SHEAF_PERIOD_TEXT];
    sheaf_period period;
    int code = chart_targets_add(&job->series, &job->targets, chart, table, &period);

    if (code == EXIT_FINE) {
        sheaf_period_write(period, when);
        sheaf_chart_set_subtitle(chart, when);
    }
    return code;
}

/* The chart has its own copy of the figures, so the table goes before it is drawn: of a million rows
 * 60 MB. */
static int chart_table(struct chart_job *job, sheaf_table *table)
{
    sheaf_chart *chart = sheaf_chart_create(NULL, job->type);
    int code;

    if (job->targets.count > 0) {
        code = add_targets(job, chart, table);
        sheaf_table_destroy(table);
    } else {
        code = chart_series_add(&job->series, chart, table);
    }
    if (code == EXIT_FINE) {
        annotations_add(&job->annotations, chart);
        set_texts(job, chart);
        code = job->values[DESCRIBE] != NULL ? describe_chart(job, chart)
               : chart_previews(job->values) ? preview_chart(job, chart)
                                             : write_chart(job, chart);
    }
    sheaf_chart_destroy(chart);
    return code;
}

/* With the columns that the options name. */
static sheaf_table *read_table(const struct chart_job *job, const char *path)
{
    const char *dimensions[2 * MOST_PAIRS + 1], *columns[MOST_PAIRS];
    sheaf_read_options how = job->reading.options;

    if (job->values[X] != NULL && strcmp(job->values[X], "number") == 0)
        how.x = job->values[X]; /* what rows run over, and no column's name */
    else
        how.period = job->values[X];
    how.values = columns;
    how.dimensions = dimensions;
    for (; how.n_values < job->columns.count; how.n_values++)
        columns[how.n_values] = job->columns.items[how.n_values].word;
    for (; how.n_dimensions < job->series.n_filters; how.n_dimensions++)
        dimensions[how.n_dimensions] = job->series.filters[how.n_dimensions].dimension;
    if (job->values[BY] != NULL)
        dimensions[how.n_dimensions++] = job->values[BY];
    sheaf_context *context = reading_context();
    progress_begin();
    sheaf_table *table = sheaf_table_read_with(context, path, &how);
    progress_end();
    sheaf_context_destroy(context);
    return table;
}

/* Checks the rows that are selected: of a large file the chart shows few. */
static void print_findings(const struct chart_job *job, sheaf_table *table)
{
    const struct chart_series *series = &job->series;
    sheaf_table *selected = series->n_filters > 0
                                ? sheaf_table_filter(table, series->filters, series->n_filters)
                                : NULL;
    sheaf_table *checked = sheaf_table_status(selected) == SHEAF_OK ? selected : table;

    progress_begin();
    sheaf_table_check(checked);
    progress_end();
    print_warnings(stderr, checked);
    sheaf_table_destroy(selected);
}

static int draw(struct chart_job *job, const char *path)
{
    sheaf_table *table = read_table(job, path);
    int code;

    print_findings(job, table);
    if (sheaf_table_status(table) == SHEAF_OK)
        return chart_table(job, table);
    code = report_data(sheaf_table_error(table));
    sheaf_table_destroy(table);
    return code;
}

/* The data, and the files of the theme. */
static int write_depfile(struct chart_job *job, struct depfile *depfile, const char *path)
{
    depfile_add_output(depfile, job->values[OUTPUT]);
    depfile_add_input(depfile, path);
    depfile_add_theme(depfile, job->theme);
    return depfile_write(depfile);
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    struct depfile depfile = { 0 };
    struct chart_job job = { .command = command,
                             .values = values,
                             .series = { .command = command } };
    int code;

    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a data file" : "one file at a time");
    code = refuse_specs(command, operands, n_operands);
    if (code == EXIT_FINE)
        code = check_output(command, values[OUTPUT], operands[0]);
    if (code == EXIT_FINE)
        code = depfile_open(command, values[DEPFILE], values[DEPFILE_FORMAT],
                            values[OUTPUT] != NULL && strcmp(values[OUTPUT], "-") != 0, &depfile);
    if (code == EXIT_FINE)
        code = chart_job_read(&job);
    if (code == EXIT_FINE && isatty(STDOUT_FILENO) && job.format != SHEAF_SVG &&
        !chart_previews(values) && (values[OUTPUT] == NULL || strcmp(values[OUTPUT], "-") == 0))
        code = usage_error(command, "a picture is not for a terminal; name a file with -o");
    if (code == EXIT_FINE)
        code = draw(&job, operands[0]);
    if (code == EXIT_FINE)
        code = write_depfile(&job, &depfile, operands[0]);
    depfile_free(&depfile);
    chart_series_free(&job.series);
    pairs_free(&job.columns);
    pairs_free(&job.targets);
    annotations_free(&job.annotations);
    reading_free(&job.reading);
    sheaf_theme_destroy(job.theme);
    return code;
}

const struct command chart_command = {
    .name = "chart",
    .usage = "DATA.csv [-o FILE] [OPTION]…",
    .summary = "Draw a chart: a data file to a picture.",
    .options = chart_options,
    .repeats = 1ULL << EVENT | 1ULL << BAND | 1ULL << REFERENCE | 1ULL << CALLOUT,
    .examples =
        "  sheaf chart trade.csv -o trade.png\n"
        "  sheaf chart trade.csv --type lines --by flow --periods 2019..2023 -o trade.svg\n"
        "  sheaf chart panel.csv -x year -y exports_bn,imports_bn -o panel.pdf\n"
        "  sheaf chart trade.csv --series 'exports + imports' -o turnover.png\n"
        "  sheaf chart trade.csv --by product --targets 'Beef: 500, Cheese: 50' -o aims.png\n"
        "  sheaf chart trade.csv --select 'partner: CHN' --scale 2 -o china.png\n"
        "  sheaf chart trade.csv --type lines --lang fr --describe\n"
        "  sheaf chart trade.csv --event '2022: new customs rules' -o trade.png\n"
        "  sheaf chart trade.csv --theme dark --transparent -o trade.svg\n"
        "  curl … | sheaf chart - --format svg > trade.svg\n",
    .list_title = "Chart types (--type)",
    .listed = chart_type_at,
    .run = run,
};

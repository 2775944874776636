/* chart.c - sheaf chart: a data file to a picture. */
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "annotations.h"
#include "chart_targets.h"
#include "depfile.h"
#include "preview.h"
#include "progress.h"
#include "reading.h"
#include "theme.h"

enum {
    OUTPUT,
    FORMAT,
    TYPE,
    X,
    Y,
    BY,
    TARGETS,
    SELECT,
    WITHOUT,
    SERIES,
    PERIODS,
    TITLE,
    SUBTITLE,
    SOURCE,
    EVENT,
    BAND,
    REFERENCE,
    CALLOUT,
    SIZE,
    SCALE,
    LANGUAGE,
    FLAGS,
    BASE,
    AXIS,
    LYING,
    OF,
    FONTS,
    THEME,
    TRANSPARENT,
    EMBED_FONTS,
    OUTLINES,
    ID,
    PDF,
    ATTACHMENTS,
    DESCRIBE,
    DESCRIPTION,
    DEPFILE,
    DEPFILE_FORMAT,
    QUIET,
    READING
};

static const struct option options[] = {
    [OUTPUT] = { 'o', "output", "FILE",
                 "write here: .png, .svg, .pdf or .eps;\n"
                 "- is standard output; without it the chart is\n"
                 "shown in the terminal" },
    [FORMAT] = { 'f', "format", "FORMAT", "png, svg, pdf or eps (found from FILE)" },
    [TYPE] = { 't', "type", "TYPE", "what is drawn (auto: found from the data)" },
    [X] = { 'x', "x", "COLUMN", "the column of periods (period)" },
    [Y] = { 'y', "y", "COLUMN[,COLUMN]…", "the column or columns of values (value)" },
    [BY] = { 'b', "by", "DIMENSION",
             "a series for each member of this column (the one\n"
             "that varies)" },
    [TARGETS] = { '\0', "targets", "'MEMBER: FIGURE, …'",
                  "what is aimed at, in the unit of the file, for a\n"
                  "bullet chart: 'Beef: 500, Cheese: 50'" },
    [SELECT] = { 's', "select", "'DIMENSION: MEMBER, …'",
                 "only these rows; 'partner: !World' leaves one out" },
    [WITHOUT] = { '\0', "without", "'DIMENSION: MEMBER, …'",
                  "without these rows: as '!' in --select" },
    [SERIES] = { '\0', "series", "'EXPRESSION; …'", "computed ones: 'exports; exports + imports'" },
    [PERIODS] = { 'p', "periods", "PERIOD..PERIOD",
                  "only these: 2019..2023, 2019.., or a list\n"
                  "2023-T1,2024-T1" },
    [TITLE] = { '\0', "title", "TEXT", "what the chart shows: the finding" },
    [SUBTITLE] = { '\0', "subtitle", "TEXT", "what, where and unit ({unit} stands for it)" },
    [SOURCE] = { '\0', "source", "TEXT", "who says so" },
    [EVENT] = { '\0', "event", "'PERIOD: TEXT'",
                "a line through the plot, such as\n"
                "'2022: new customs rules'; may be given again" },
    [BAND] = { '\0', "band", "'PERIOD..PERIOD: TEXT'",
               "a stretch of time, shaded: '2020..2021: pandemic';\n"
               "may be given again" },
    [REFERENCE] = { '\0', "reference", "'VALUE: TEXT'",
                    "a line at a value, in the unit of the file:\n"
                    "'100: target'; may be given again" },
    [CALLOUT] = { '\0', "callout", "'SERIES@PERIOD: TEXT'",
                  "words at a figure: 'Exports@2022: a record';\n"
                  "of one series '2022: a record'; may be given again" },
    [SIZE] = { '\0', "size", "WIDTHxHEIGHT",
               "in pixels (1200x750) for png and svg, in points\n"
               "(480x300) for pdf and eps" },
    [SCALE] = { '\0', "scale", "NUMBER", "pixels a unit: 2 for dense screens (png)" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE",
                   "numbers, periods and words: en, ru, kk, zh, fr,\n"
                   "de, ar, ug" },
    [FLAGS] = { '\0', "flags", "WHICH",
                "which figures are told apart: estimated ones and\n"
                "those that their source flags (estimated, the\n"
                "default), computed ones too (all), or none" },
    [BASE] = { '\0', "base", "WHERE",
               "where the axis of lines begins: at zero, at the\n"
               "data, or as suits (auto, the default); of an\n"
               "index, the period in which it is 100" },
    [AXIS] = { '\0', "axis", "SCALE",
               "log: equal steps for equal ratios; symlog: the same\n"
               "on either side of zero; or linear (the default)" },
    [LYING] = { '\0', "lying", NULL, "bars of two or three parts lie down (stacked types)" },
    [OF] = { '\0', "of", "TYPE",
             "what small multiples are of: bars, lines or area\n"
             "(bars of up to six periods, else lines)" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
    [THEME] = { '\0', "theme", "NAME|FILE",
                "colours and sizes: default, print, dark,\n"
                "high-contrast, analysis, or a file house.yaml" },
    [TRANSPARENT] = { '\0', "transparent", NULL,
                      "no ground, for a page of the theme's paper\n"
                      "(png and svg)" },
    [EMBED_FONTS] = { '\0', "embed-fonts", NULL, "put the letters used of each face into the svg" },
    [OUTLINES] = { '\0', "outlines", NULL,
                   "draw letters as shapes, for programs without the\n"
                   "faces (svg)" },
    [ID] = { '\0', "id", "NAME",
             "what ids begin with, where several pictures stand\n"
             "in one page (svg; found from the picture)" },
    [PDF] = { '\0', "pdf", "VERSION",
              "1.7, PDF/UA-1 with PDF/A-3a (the default), or 2.0,\n"
              "PDF/UA-2 with PDF/A-4f (pdf)" },
    [ATTACHMENTS] = { '\0', "attachments", "yes|no",
                      "whether the pdf holds the chart's data and where each\n"
                      "figure is from, and the svg up to 1,000 figures as\n"
                      "CSV (yes)" },
    [DESCRIBE] = { '\0', "describe", NULL,
                   "draw nothing; print what the chart says to those\n"
                   "who do not see it" },
    [DESCRIPTION] = { '\0', "description", "LEVEL",
                      "how much it says of that: full (the default), or\n"
                      "short, what the chart is" },
    [DEPFILE] = DEPFILE_OPTION,
    [DEPFILE_FORMAT] = DEPFILE_FORMAT_OPTION,
    [QUIET] = QUIET_OPTION,
    READING_ROWS(READING),
    { '\0', NULL, NULL, NULL },
};

static const char *const format_names[] = { "png", "svg", "pdf", "eps" };
static const sheaf_format formats[] = { SHEAF_PNG, SHEAF_SVG, SHEAF_PDF, SHEAF_EPS };

enum { FORMATS = sizeof formats / sizeof *formats };

static bool format_named(const char *name, sheaf_format *format)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcasecmp(name, format_names[i]) == 0) {
            *format = formats[i];
            return true;
        }
    return false;
}

/* Whether the chart is shown in the terminal, as no output is named. */
static bool previews(const char *const *values)
{
    return values[OUTPUT] == NULL && values[FORMAT] == NULL && values[DESCRIBE] == NULL &&
           preview_is_possible();
}

/* From --format, else from the output's ending. */
static int choose_format(const struct command *command, const char *const *values,
                         sheaf_format *format)
{
    const char *output = values[OUTPUT], *name = values[FORMAT];
    const char *ending = output != NULL ? strrchr(output, '.') : NULL;

    if (values[DESCRIBE] != NULL) {
        *format = SHEAF_SVG;
        return output == NULL && name == NULL
                   ? EXIT_FINE
                   : usage_error(command, "--describe draws nothing; it takes no %s",
                                 output != NULL ? "output" : "format");
    }
    if (name != NULL)
        return format_named(name, format)
                   ? EXIT_FINE
                   : usage_error(command, "no picture format '%s'; there are png, svg, pdf and eps",
                                 name);
    if (output == NULL && preview_is_possible()) {
        *format = SHEAF_PNG;
        return EXIT_FINE;
    }
    if (output == NULL || strcmp(output, "-") == 0)
        return usage_error(command, "name the output (-o FILE), or its --format");
    if (ending != NULL && format_named(ending + 1, format))
        return EXIT_FINE;
    return usage_error(command,
                       "no picture format in '%s': end it in .png, .svg, .pdf or .eps, "
                       "or give --format",
                       output);
}

/* The types by their position in a list; NULL beyond its end. */
static const char *type_at(size_t index)
{
    return sheaf_chart_type_name((sheaf_chart_type)index);
}

static int choose_type(const struct command *command, const char *name, sheaf_chart_type *type)
{
    const char *names[MOST_OPTIONS];
    size_t n = 0;

    if (name == NULL)
        return EXIT_FINE;
    if (sheaf_chart_type_named(name, type))
        return EXIT_FINE;
    while (n < MOST_OPTIONS && (names[n] = type_at(n)) != NULL)
        n++;
    return usage_error(command, "no chart type '%s'%s", name, suggestion("", name, names, n));
}

/* Targets are drawn by one type, and that type draws nothing else. */
static int check_targets(const struct command *command, const char *const *values,
                         sheaf_chart_type *type)
{
    bool has_targets = values[TARGETS] != NULL;

    if (has_targets && values[TYPE] == NULL)
        *type = SHEAF_BULLET;
    if (has_targets && !sheaf_chart_type_takes_targets(*type))
        return usage_error(command, "--targets are drawn by --type bullet, not by '%s'",
                           values[TYPE]);
    if (!has_targets && sheaf_chart_type_takes_targets(*type))
        return usage_error(command, "'%s' draws targets; give them: --targets 'Beef: 500, …'",
                           values[TYPE]);
    if (has_targets && values[SERIES] != NULL)
        return usage_error(command, "--targets are for members of the data, not for --series");
    return EXIT_FINE;
}

struct job {
    const struct command *command;
    const char *const *values;
    sheaf_format format;
    sheaf_chart_type type, plots; /* and of its small multiples */
    sheaf_flags flags;
    sheaf_base base;
    sheaf_axis axis;
    sheaf_description description;
    sheaf_period base_period; /* of an index; SHEAF_NO_PERIOD: none */
    double width, height, scale;
    struct chart_series series;
    struct pairs columns; /* of --y */
    struct pairs targets;
    struct annotations annotations;
    struct reading reading;
    sheaf_theme *theme; /* NULL: the default one */
};

/* Of --theme and --transparent. */
static int read_theme(struct job *job)
{
    bool transparent = job->values[TRANSPARENT] != NULL;
    int code = theme_open(job->command, job->values[THEME], &job->theme);

    if (code != EXIT_FINE || !transparent)
        return code;
    if (job->format != SHEAF_PNG && job->format != SHEAF_SVG)
        return usage_error(job->command, "--transparent is for png and svg; paper has a ground");
    if (job->theme == NULL)
        job->theme = sheaf_theme_create(NULL, sheaf_theme_name(0));
    sheaf_theme_set_transparent(job->theme, true);
    return EXIT_FINE;
}

static int check_svg(const struct job *job)
{
    static const int only[] = { EMBED_FONTS, OUTLINES, ID };

    for (size_t i = 0; i < sizeof only / sizeof *only && job->format != SHEAF_SVG; i++)
        if (job->values[only[i]] != NULL)
            return usage_error(job->command, "--%s is for svg", options[only[i]].name);
    if (job->values[EMBED_FONTS] != NULL && job->values[OUTLINES] != NULL)
        return usage_error(job->command, "--outlines need no fonts to embed");
    return EXIT_FINE;
}

/* What kind of PDF it is to be, and what the file holds beside the picture. */
static int check_kind(const struct job *job)
{
    const char *pdf = job->values[PDF], *attachments = job->values[ATTACHMENTS];

    if (job->format != SHEAF_PDF && pdf != NULL)
        return usage_error(job->command, "--pdf is for pdf");
    if (job->format != SHEAF_PDF && job->format != SHEAF_SVG && attachments != NULL)
        return usage_error(job->command, "--attachments is for pdf and svg");
    return check_pdf(job->command, pdf, attachments);
}

static int read_options(struct job *job)
{
    const char *const *values = job->values;
    int code = choose_format(job->command, values, &job->format);
    bool paper = job->format == SHEAF_PDF || job->format == SHEAF_EPS;

    job->width = paper ? 480 : 1200;
    job->height = paper ? 300 : 750;
    job->scale = 1;
    if (code != EXIT_FINE)
        return code;
    code = choose_type(job->command, values[TYPE], &job->type);
    if (code == EXIT_FINE)
        code = choose_type(job->command, values[OF], &job->plots);
    if (code == EXIT_FINE)
        code = check_targets(job->command, values, &job->type);
    if (code == EXIT_FINE)
        code = pairs_read(job->command, "targets", values[TARGETS], &job->targets);
    const char *const given[ANNOTATIONS] = { values[EVENT], values[BAND], values[REFERENCE],
                                             values[CALLOUT] };
    if (code == EXIT_FINE)
        code = annotations_read(job->command, given, &job->annotations);
    if (code != EXIT_FINE)
        return code;
    chart_series_suit(&job->series, job->type);
    if (values[SIZE] != NULL && !read_size(values[SIZE], &job->width, &job->height))
        return usage_error(job->command, "'%s' is not a size such as 1200x750", values[SIZE]);
    if (values[SCALE] != NULL && !read_number(values[SCALE], &job->scale))
        return usage_error(job->command, "'%s' is not a scale such as 2", values[SCALE]);
    if (values[SCALE] != NULL && job->format != SHEAF_PNG)
        return usage_error(job->command, "--scale is for png; other pictures have no pixels");
    if (values[BASE] != NULL && !sheaf_base_named(values[BASE], &job->base) &&
        !sheaf_period_read(values[BASE], strlen(values[BASE]), &job->base_period))
        return usage_error(job->command,
                           "--base is auto, zero, data or, of an index, a period, not '%s'",
                           values[BASE]);
    if (values[AXIS] != NULL && !sheaf_axis_named(values[AXIS], &job->axis))
        return usage_error(job->command, "--axis is linear, log or symlog, not '%s'", values[AXIS]);
    if (values[DESCRIPTION] != NULL &&
        !sheaf_description_named(values[DESCRIPTION], &job->description))
        return usage_error(job->command, "--description is full or short, not '%s'",
                           values[DESCRIPTION]);
    code = check_flags(job->command, values[FLAGS], &job->flags);
    if (code == EXIT_FINE)
        code = check_folder(job->command, "fonts", values[FONTS]);
    if (code == EXIT_FINE)
        code = check_svg(job);
    if (code == EXIT_FINE)
        code = check_kind(job);
    if (code == EXIT_FINE)
        code = read_theme(job);
    if (code != EXIT_FINE)
        return code;
    job->series.by = values[BY];
    code = chart_series_select(&job->series, values[SELECT], values[WITHOUT]);
    if (code == EXIT_FINE)
        code = chart_series_expressions(&job->series, values[SERIES]);
    if (code == EXIT_FINE)
        code = chart_series_periods(&job->series, values[PERIODS]);
    if (code == EXIT_FINE)
        code = words_read(job->command, "y", values[Y], &job->columns);
    return code == EXIT_FINE ? reading_read(job->command, values + READING, &job->reading) : code;
}

/* The picture ----------------------------------------------------------------------- */

static void set_texts(const struct job *job, sheaf_chart *chart)
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
static int describe_chart(const struct job *job, sheaf_chart *chart)
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
static int preview_chart(const struct job *job, sheaf_chart *chart)
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

static int write_chart(const struct job *job, sheaf_chart *chart)
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
static int add_targets(struct job *job, sheaf_chart *chart, const sheaf_table *table)
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
static int chart_table(struct job *job, sheaf_table *table)
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
               : previews(job->values)       ? preview_chart(job, chart)
                                             : write_chart(job, chart);
    }
    sheaf_chart_destroy(chart);
    return code;
}

/* With the columns that the options name. */
static sheaf_table *read_table(const struct job *job, const char *path)
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
static void print_findings(const struct job *job, sheaf_table *table)
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

static int draw(struct job *job, const char *path)
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
static int write_depfile(struct job *job, struct depfile *depfile, const char *path)
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
    struct job job = { .command = command, .values = values, .series = { .command = command } };
    int code;

    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a data file" : "one file at a time");
    code = check_output(command, values[OUTPUT], operands[0]);
    if (code == EXIT_FINE)
        code = depfile_open(command, values[DEPFILE], values[DEPFILE_FORMAT],
                            values[OUTPUT] != NULL && strcmp(values[OUTPUT], "-") != 0, &depfile);
    if (code == EXIT_FINE)
        code = read_options(&job);
    if (code == EXIT_FINE && isatty(STDOUT_FILENO) && job.format != SHEAF_SVG &&
        !previews(values) && (values[OUTPUT] == NULL || strcmp(values[OUTPUT], "-") == 0))
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
    .options = options,
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
    .listed = type_at,
    .run = run,
};

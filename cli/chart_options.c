/* chart_options.c - the options of sheaf chart, and what they say of one. */
#include "chart_options.h"

#include <string.h>
#include <strings.h>

#include "depfile.h"
#include "preview.h"
#include "progress.h"
#include "theme.h"

const struct option chart_options[] = {
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

bool chart_previews(const char *const *values)
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

const char *chart_type_at(size_t index)
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
    while (n < MOST_OPTIONS && (names[n] = chart_type_at(n)) != NULL)
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

/* Of --theme and --transparent. */
static int read_theme(struct chart_job *job)
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

static int check_svg(const struct chart_job *job)
{
    static const int only[] = { EMBED_FONTS, OUTLINES, ID };

    for (size_t i = 0; i < sizeof only / sizeof *only && job->format != SHEAF_SVG; i++)
        if (job->values[only[i]] != NULL)
            return usage_error(job->command, "--%s is for svg", chart_options[only[i]].name);
    if (job->values[EMBED_FONTS] != NULL && job->values[OUTLINES] != NULL)
        return usage_error(job->command, "--outlines need no fonts to embed");
    return EXIT_FINE;
}

/* What kind of PDF it is to be, and what the file holds beside the picture. */
static int check_kind(const struct chart_job *job)
{
    const char *pdf = job->values[PDF], *attachments = job->values[ATTACHMENTS];

    if (job->format != SHEAF_PDF && pdf != NULL)
        return usage_error(job->command, "--pdf is for pdf");
    if (job->format != SHEAF_PDF && job->format != SHEAF_SVG && attachments != NULL)
        return usage_error(job->command, "--attachments is for pdf and svg");
    return check_pdf(job->command, pdf, attachments);
}

int chart_job_read(struct chart_job *job)
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

/* chart.c - sheaf chart: a data file to a picture. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "command.h"

enum {
    OUTPUT,
    FORMAT,
    TYPE,
    X,
    Y,
    BY,
    SELECT,
    PERIODS,
    TITLE,
    SUBTITLE,
    SOURCE,
    SIZE,
    SCALE,
    LANGUAGE,
    FONTS
};

static const struct option options[] = {
    [OUTPUT] = { 'o', "output", "FILE", "write here: .png, .svg, .pdf or .eps;\n"
                                        "- is standard output" },
    [FORMAT] = { 'f', "format", "FORMAT", "png, svg, pdf or eps (found from FILE)" },
    [TYPE] = { 't', "type", "TYPE", "bars, lines, bars+line or auto (the default)" },
    [X] = { 'x', "x", "COLUMN", "the column of periods (period)" },
    [Y] = { 'y', "y", "COLUMN[,COLUMN]…", "the column or columns of values (value)" },
    [BY] = { 'b', "by", "DIMENSION", "a series for each member of this column (the one\n"
                                     "that varies)" },
    [SELECT] = { 's', "select", "'DIMENSION: MEMBER, …'", "only these rows" },
    [PERIODS] = { 'p', "periods", "PERIOD..PERIOD", "only these: 2019..2023, or a list\n"
                                                    "2023-T1,2024-T1" },
    [TITLE] = { '\0', "title", "TEXT", "what the chart shows: the finding" },
    [SUBTITLE] = { '\0', "subtitle", "TEXT", "what, where and unit ({unit} stands for it)" },
    [SOURCE] = { '\0', "source", "TEXT", "who says so" },
    [SIZE] = { '\0', "size", "WIDTHxHEIGHT", "in pixels (1200x750) for png and svg, in points\n"
                                             "(480x300) for pdf and eps" },
    [SCALE] = { '\0', "scale", "NUMBER", "pixels a unit: 2 for dense screens (png)" },
    [LANGUAGE] = { 'l', "lang", "LANGUAGE", "numbers, periods and words: en, ru, kk, zh" },
    [FONTS] = { '\0', "fonts", "FOLDER", "look here first for faces of other scripts" },
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

/* From --format, else from the output's ending. */
static int choose_format(const struct command *command, const char *const *values,
                         sheaf_format *format)
{
    const char *output = values[OUTPUT], *name = values[FORMAT];
    const char *ending = output != NULL ? strrchr(output, '.') : NULL;

    if (name != NULL)
        return format_named(name, format)
                   ? EXIT_FINE
                   : usage_error(command, "no picture format '%s'; there are png, svg, pdf and eps",
                                 name);
    if (output == NULL || strcmp(output, "-") == 0)
        return usage_error(command, "name the output (-o FILE), or its --format");
    if (ending != NULL && format_named(ending + 1, format))
        return EXIT_FINE;
    return usage_error(command, "no picture format in '%s': end it in .png, .svg, .pdf or .eps, "
                                "or give --format",
                       output);
}

struct job {
    const struct command *command;
    const char *const *values;
    sheaf_format format;
    sheaf_chart_type type;
    double width, height, scale;
    sheaf_period *periods;
    size_t n_periods;
    sheaf_period first, last; /* of a range; no period: all */
};

static int read_period(const struct job *job, const char *text, size_t n, sheaf_period *period)
{
    if (sheaf_period_read(text, n, period))
        return EXIT_FINE;
    return usage_error(job->command, "'%.*s' is not a period (2023, 2023-Q1, 2023-04, 2024-T1)",
                       (int)n, text);
}

/* "2019..2023" or "2023-T1,2024-T1". */
static int read_periods(struct job *job, const char *text)
{
    const char *dots = strstr(text, "..");

    if (dots != NULL) {
        int code = read_period(job, text, (size_t)(dots - text), &job->first);
        return code != EXIT_FINE ? code : read_period(job, dots + 2, strlen(dots + 2), &job->last);
    }
    job->periods = calloc(strlen(text) + 1, sizeof *job->periods);
    if (job->periods == NULL)
        return report(&(sheaf_error){ .status = SHEAF_NO_MEMORY, .message = "out of memory" });
    for (;;) {
        size_t n = strcspn(text, ",");
        int code = read_period(job, text, n, &job->periods[job->n_periods]);

        if (code != EXIT_FINE)
            return code;
        job->n_periods++;
        if (text[n] == '\0')
            return EXIT_FINE;
        text += n + 1;
    }
}

static int read_options(struct job *job)
{
    const char *const *values = job->values;
    static const char *const types[] = { "auto", "bars", "lines", "bars+line" };
    int code = choose_format(job->command, values, &job->format);
    bool paper = job->format == SHEAF_PDF || job->format == SHEAF_EPS;

    job->width = paper ? 480 : 1200;
    job->height = paper ? 300 : 750;
    job->scale = 1;
    if (code != EXIT_FINE)
        return code;
    if (values[TYPE] != NULL && (!sheaf_chart_type_named(values[TYPE], &job->type) ||
                                 job->type == SHEAF_BULLET))
        return usage_error(job->command, "no chart type '%s'%s", values[TYPE],
                           suggestion("", values[TYPE], types, sizeof types / sizeof *types));
    if (values[SIZE] != NULL && !read_size(values[SIZE], &job->width, &job->height))
        return usage_error(job->command, "'%s' is not a size such as 1200x750", values[SIZE]);
    if (values[SCALE] != NULL && !read_number(values[SCALE], &job->scale))
        return usage_error(job->command, "'%s' is not a scale such as 2", values[SCALE]);
    if (values[PERIODS] != NULL)
        return read_periods(job, values[PERIODS]);
    return EXIT_FINE;
}

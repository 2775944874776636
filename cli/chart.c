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
    [OUTPUT] = { 'o', "output", "FILE",
                 "write here: .png, .svg, .pdf or .eps;\n"
                 "- is standard output" },
    [FORMAT] = { 'f', "format", "FORMAT", "png, svg, pdf or eps (found from FILE)" },
    [TYPE] = { 't', "type", "TYPE", "bars, lines, bars+line or auto (the default)" },
    [X] = { 'x', "x", "COLUMN", "the column of periods (period)" },
    [Y] = { 'y', "y", "COLUMN[,COLUMN]…", "the column or columns of values (value)" },
    [BY] = { 'b', "by", "DIMENSION",
             "a series for each member of this column (the one\n"
             "that varies)" },
    [SELECT] = { 's', "select", "'DIMENSION: MEMBER, …'", "only these rows" },
    [PERIODS] = { 'p', "periods", "PERIOD..PERIOD",
                  "only these: 2019..2023, or a list\n"
                  "2023-T1,2024-T1" },
    [TITLE] = { '\0', "title", "TEXT", "what the chart shows: the finding" },
    [SUBTITLE] = { '\0', "subtitle", "TEXT", "what, where and unit ({unit} stands for it)" },
    [SOURCE] = { '\0', "source", "TEXT", "who says so" },
    [SIZE] = { '\0', "size", "WIDTHxHEIGHT",
               "in pixels (1200x750) for png and svg, in points\n"
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
    return usage_error(command,
                       "no picture format in '%s': end it in .png, .svg, .pdf or .eps, "
                       "or give --format",
                       output);
}

enum { MOST_PICKS = 16, MOST_VALUES = 16 };

/* Words cut out of an option's text, which is copied so that they can end in NUL. */
struct pieces {
    char *copy;
    sheaf_pick picks[MOST_PICKS + 1];
    size_t n_picks;
    const char *values[MOST_VALUES];
    size_t n_values;
};

struct job {
    const struct command *command;
    const char *const *values;
    sheaf_format format;
    sheaf_chart_type type;
    double width, height, scale;
    sheaf_period *periods;
    size_t n_periods;
    sheaf_period first, last;        /* of a range; no period: all */
    struct pieces selected, columns; /* of --select and --y */
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
    if (values[TYPE] != NULL &&
        (!sheaf_chart_type_named(values[TYPE], &job->type) || job->type == SHEAF_BULLET))
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

/* The data ------------------------------------------------------------------------ */

static char *trim(char *text)
{
    text += strspn(text, " \t");
    for (size_t n = strlen(text); n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t'); n--)
        text[n - 1] = '\0';
    return text;
}

/* "reporter: KAZ, partner: CHN" */
static int read_picks(const struct job *job, struct pieces *pieces)
{
    char *rest = NULL;

    for (char *word = strtok_r(pieces->copy, ",", &rest); word != NULL;
         word = strtok_r(NULL, ",", &rest)) {
        char *colon = strchr(word, ':');

        if (colon == NULL)
            return usage_error(job->command, "'%s' in --select is not 'dimension: member'",
                               trim(word));
        if (pieces->n_picks == MOST_PICKS)
            return usage_error(job->command, "--select takes at most %d members", MOST_PICKS);
        *colon = '\0';
        pieces->picks[pieces->n_picks++] = (sheaf_pick){ trim(word), trim(colon + 1) };
    }
    return EXIT_FINE;
}

/* "exports_bn,imports_bn" */
static int read_values(const struct job *job, struct pieces *pieces)
{
    char *rest = NULL;

    for (char *word = strtok_r(pieces->copy, ",", &rest); word != NULL;
         word = strtok_r(NULL, ",", &rest)) {
        if (pieces->n_values == MOST_VALUES)
            return usage_error(job->command, "--y takes at most %d columns", MOST_VALUES);
        pieces->values[pieces->n_values++] = trim(word);
    }
    return EXIT_FINE;
}

static int cut(const struct job *job, const char *text, struct pieces *pieces,
               int (*read)(const struct job *, struct pieces *))
{
    *pieces = (struct pieces){ .copy = strdup(text != NULL ? text : "") };
    if (pieces->copy == NULL)
        return report(&(sheaf_error){ .status = SHEAF_NO_MEMORY, .message = "out of memory" });
    return read(job, pieces);
}

static bool is_picked(const struct pieces *picks, const char *dimension)
{
    for (size_t i = 0; i < picks->n_picks; i++)
        if (strcmp(picks->picks[i].dimension, dimension) == 0)
            return true;
    return false;
}

/* The dimension whose members become series: the one named, or the only one that
 * varies. *dimension is NULL when nothing varies. */
static int choose_dimension(const struct job *job, const sheaf_table *table,
                            const struct pieces *picks, const char **dimension)
{
    const char *names[64];
    size_t n = sheaf_table_dimension_count(table) < 64 ? sheaf_table_dimension_count(table) : 64;

    *dimension = NULL;
    for (size_t i = 0; i < n; i++) {
        const char *name = names[i] = sheaf_table_dimension(table, i);

        if (job->values[BY] != NULL && strcmp(name, job->values[BY]) == 0) {
            *dimension = name;
            return EXIT_FINE;
        }
        if (job->values[BY] != NULL || is_picked(picks, name) ||
            sheaf_table_member_count(table, name) < 2)
            continue;
        if (*dimension != NULL)
            return usage_error(job->command,
                               "both %s and %s vary here; choose one with --by, "
                               "and a member of the other with --select",
                               *dimension, name);
        *dimension = name;
    }
    if (job->values[BY] != NULL)
        return usage_error(job->command, "no column '%s' to tell series apart%s", job->values[BY],
                           suggestion("", job->values[BY], names, n));
    return EXIT_FINE;
}

static bool is_wanted(const struct job *job, sheaf_period period)
{
    return job->first.unit == SHEAF_NO_PERIOD || (sheaf_period_compare(job->first, period) <= 0 &&
                                                  (sheaf_period_compare(period, job->last) <= 0 ||
                                                   sheaf_period_contains(job->last, period)));
}

/* A range keeps the periods that lie in it: they are named to the chart one by one. */
static int keep_range(struct job *job, const sheaf_series *series)
{
    size_t n = sheaf_series_count(series);

    if (job->first.unit == SHEAF_NO_PERIOD)
        return EXIT_FINE;
    sheaf_period *more = realloc(job->periods, (job->n_periods + n + 1) * sizeof *more);
    if (more == NULL)
        return report(&(sheaf_error){ .status = SHEAF_NO_MEMORY, .message = "out of memory" });
    job->periods = more;
    for (size_t i = 0; i < n; i++) {
        sheaf_period period = sheaf_series_at(series, i)->period;
        bool known = !is_wanted(job, period);

        for (size_t k = 0; k < job->n_periods && !known; k++)
            known = sheaf_period_compare(job->periods[k], period) == 0;
        if (!known)
            job->periods[job->n_periods++] = period;
    }
    return EXIT_FINE;
}

static int add_series(struct job *job, sheaf_chart *chart, const sheaf_table *table,
                      const struct pieces *picks)
{
    sheaf_series *series = sheaf_table_select(table, picks->picks, picks->n_picks);
    int code = sheaf_series_status(series) == SHEAF_OK ? keep_range(job, series)
                                                       : report(sheaf_series_error(series));

    if (code == EXIT_FINE)
        sheaf_chart_add(chart, series);
    sheaf_series_destroy(series);
    return code;
}

static int add_all_series(struct job *job, sheaf_chart *chart, const sheaf_table *table,
                          struct pieces *picks)
{
    const char *by;
    int code = choose_dimension(job, table, picks, &by);

    if (code != EXIT_FINE)
        return code;
    if (by == NULL)
        return add_series(job, chart, table, picks);
    picks->picks[picks->n_picks++].dimension = by;
    for (size_t i = 0; i < sheaf_table_member_count(table, by) && code == EXIT_FINE; i++) {
        picks->picks[picks->n_picks - 1].member = sheaf_table_member(table, by, i);
        code = add_series(job, chart, table, picks);
    }
    return code;
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
    if (values[FONTS] != NULL)
        sheaf_chart_set_font_folder(chart, values[FONTS]);
}

static int write_chart(const struct job *job, sheaf_chart *chart)
{
    const char *output = job->values[OUTPUT];

    if (output == NULL || strcmp(output, "-") == 0)
        sheaf_chart_write_sink(chart, job->format, standard_output(), job->width, job->height,
                               job->scale);
    else
        sheaf_chart_write(chart, job->format, output, job->width, job->height, job->scale);
    return sheaf_chart_status(chart) == SHEAF_OK ? EXIT_FINE : report(sheaf_chart_error(chart));
}

static int chart_table(struct job *job, const sheaf_table *table)
{
    sheaf_chart *chart = sheaf_chart_create(job->type);
    int code = add_all_series(job, chart, table, &job->selected);

    if (code == EXIT_FINE && job->first.unit != SHEAF_NO_PERIOD && job->n_periods == 0)
        code = usage_error(job->command, "nothing in the data lies in %s", job->values[PERIODS]);
    if (code == EXIT_FINE) {
        sheaf_chart_set_periods(chart, job->periods, job->n_periods);
        set_texts(job, chart);
        code = write_chart(job, chart);
    }
    sheaf_chart_destroy(chart);
    return code;
}

/* With the columns that the options name. */
static sheaf_table *read_table(const struct job *job, const char *path)
{
    const char *dimensions[MOST_PICKS + 1];
    sheaf_read_options reading = { .period = job->values[X],
                                   .values = job->columns.values,
                                   .n_values = job->columns.n_values,
                                   .dimensions = dimensions };

    for (; reading.n_dimensions < job->selected.n_picks; reading.n_dimensions++)
        dimensions[reading.n_dimensions] = job->selected.picks[reading.n_dimensions].dimension;
    if (job->values[BY] != NULL)
        dimensions[reading.n_dimensions++] = job->values[BY];
    return sheaf_table_read_with(NULL, path, &reading);
}

static int run(const struct command *command, const char *const *values,
               const char *const *operands, int n_operands)
{
    struct job job = { .command = command, .values = values };

    if (n_operands != 1)
        return usage_error(command, n_operands == 0 ? "name a data file" : "one file at a time");
    int code = read_options(&job);
    if (code == EXIT_FINE)
        code = cut(&job, values[Y], &job.columns, read_values);
    if (code == EXIT_FINE)
        code = cut(&job, values[SELECT], &job.selected, read_picks);
    if (code == EXIT_FINE && isatty(STDOUT_FILENO) && job.format != SHEAF_SVG &&
        (values[OUTPUT] == NULL || strcmp(values[OUTPUT], "-") == 0))
        code = usage_error(command, "a picture is not for a terminal; name a file with -o");
    if (code == EXIT_FINE) {
        sheaf_table *table = read_table(&job, operands[0]);

        code = sheaf_table_status(table) == SHEAF_OK ? chart_table(&job, table)
                                                     : report(sheaf_table_error(table));
        sheaf_table_destroy(table);
    }
    free(job.columns.copy);
    free(job.selected.copy);
    free(job.periods);
    return code;
}

const struct command chart_command = {
    .name = "chart",
    .usage = "DATA.csv -o FILE [OPTION]…",
    .summary = "Draw a chart: a data file to a picture.",
    .options = options,
    .examples = "  sheaf chart trade.csv -o trade.png\n"
                "  sheaf chart trade.csv --type lines --by flow --periods 2019..2023 -o trade.svg\n"
                "  sheaf chart panel.csv -x year -y exports_bn,imports_bn -o panel.pdf\n"
                "  sheaf chart trade.csv --select 'partner: CHN' --scale 2 -o china.png\n"
                "  curl … | sheaf chart - --format svg > trade.svg\n",
    .run = run,
};

/* chart_options.h - the options of sheaf chart, and what they say of one. */
#ifndef CLI_CHART_OPTIONS_H
#define CLI_CHART_OPTIONS_H

#include "annotations.h"
#include "chart_series.h"
#include "reading.h"

/* Positions in the table of options and among the values that were given. */
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

extern const struct option chart_options[];

/* One chart that is asked for. */
struct chart_job {
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

/* Reads what the options say; job has the command and the values. Returns an exit code. */
int chart_job_read(struct chart_job *job);
/* Whether the chart is shown in the terminal, as no output is named. */
bool chart_previews(const char *const *values);
/* The types by their position in a list; NULL beyond its end. */
const char *chart_type_at(size_t index);

#endif

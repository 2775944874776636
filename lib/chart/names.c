/* names.c - what series are called: flows, countries and "other" in the language of the chart or
 * the sheet, others as they were given. */
#include "chart/names.h"

#include <string.h>

#include "data/flows.h"
#include "text/format.h"

const char *series_flow(const sheaf_series *series)
{
    const char *flow = sheaf_series_flow(series);

    return flow[0] != '\0' ? flow : sheaf_series_name(series);
}

/* "crude_oil" as it is read, and "exports - imports" with a minus sign. */
static const char *readable(const char *name, struct arena *arena)
{
    const char *minus = strstr(name, " - ");
    char *copy = strchr(name, '_') != NULL ? arena_string(arena, name) : NULL;

    if (minus != NULL)
        return arena_format(arena, "%.*s \xE2\x88\x92 %s", (int)(minus - name), name, minus + 3);
    for (char *at = copy; at != NULL && (at = strchr(at, '_')) != NULL;)
        *at = ' ';
    return copy != NULL ? copy : name;
}

static bool is_its_country(const sheaf_series *series, const char *name)
{
    return name[0] != '\0' && (strcmp(name, sheaf_series_partner(series)) == 0 ||
                               strcmp(name, sheaf_series_reporter(series)) == 0);
}

static bool names_remainder(const char *name)
{
    return strcmp(name, "other") == 0;
}

bool is_remainder(const sheaf_series *series)
{
    return names_remainder(sheaf_series_name(series));
}

const char *name_in_words(const sheaf_series *series, const char *name, struct text *text,
                          struct arena *arena)
{
    if (theme_knows_flow(name))
        return format_flow(text, name);
    if (names_remainder(name))
        return format_word(text, WORD_OTHER);
    return is_its_country(series, name) ? format_country(text, arena, name) : readable(name, arena);
}

const char *series_name(const sheaf_series *series, struct text *text, struct arena *arena,
                        const char **code)
{
    const char *label = sheaf_series_label(series), *flow = sheaf_series_flow(series);

    *code = NULL;
    if (strcmp(label, sheaf_series_name(series)) != 0)
        return label;
    if (is_its_country(series, label)) {
        const char *name = format_country(text, arena, label);
        *code = name != NULL && strcmp(name, label) != 0 ? label : NULL;
        return name;
    }
    return name_in_words(series, head_is_of_flow(label, flow) ? flow : label, text, arena);
}

const char *common_flow(const sheaf_chart *chart)
{
    const char *flow = sheaf_series_flow(chart->series[0]);

    for (size_t i = 1; i < chart->n_series; i++)
        if (strcmp(flow, sheaf_series_flow(chart->series[i])) != 0)
            return "";
    return flow;
}

/* names.c - what series are called: flows, countries and "other" in the language of the chart or
 * the sheet, others as they were given. */
#include "chart/names.h"

#include <string.h>

#include "series/series.h"
#include "text/format.h"
#include "vocabulary/flows.h"

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

static bool is_its_product(const sheaf_series *series, const char *name)
{
    return name[0] != '\0' && strcmp(name, sheaf_series_product(series)) == 0 &&
           series_product_name(series)[0] != '\0';
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
    if (is_its_product(series, name))
        return series_product_name(series);
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
    return name_in_words(series, header_is_of_flow(label, flow) ? flow : label, text, arena);
}

/* Telling apart ---------------------------------------------------------------------------- */

enum { PROPERTIES = 4 };

static const char *code_of(const sheaf_series *series)
{
    return is_remainder(series) ? "" : sheaf_series_name(series);
}

/* What may tell series of one name apart; the code of a name stands in brackets. */
static const char *(*const properties[PROPERTIES])(const sheaf_series *) = {
    sheaf_series_flow, sheaf_series_partner, sheaf_series_reporter, code_of
};

static const char *with_property(const char *name, const sheaf_series *series, size_t property,
                                 struct text *text, struct arena *arena)
{
    const char *value = properties[property](series), *words = value;

    if (value[0] == '\0')
        return name;
    if (properties[property] == code_of)
        return arena_format(arena, "%s (%s)", name, value);
    words = properties[property] == sheaf_series_flow ? format_flow(text, value)
                                                      : format_country(text, arena, value);
    return words != NULL ? arena_format(arena, "%s%s%s", name,
                                        punctuation_of(text_locale(text))->comma, words)
                         : NULL;
}

/* True when the property is another one in each series of that name. */
static bool tells_apart(const char *const *names, const sheaf_series *const *series, size_t n,
                        const char *name, size_t property)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(names[i], name) == 0 && strcmp(names[k], name) == 0 &&
                strcmp(properties[property](series[i]), properties[property](series[k])) == 0)
                return false;
    return true;
}

static bool repeats(const char *const *names, size_t n, size_t at)
{
    for (size_t i = 0; i < n; i++)
        if (i != at && strcmp(names[i], names[at]) == 0)
            return true;
    return false;
}

bool names_tell_apart(const char **names, const sheaf_series *const *series, size_t n,
                      struct text *text, struct arena *arena)
{
    for (size_t i = 0; i < n; i++) {
        const char *name = names[i];
        size_t property = 0;

        if (!repeats(names, n, i))
            continue;
        while (property < PROPERTIES && !tells_apart(names, series, n, name, property))
            property++;
        for (size_t k = i; k < n && property < PROPERTIES; k++)
            if (strcmp(names[k], name) == 0) {
                names[k] = with_property(names[k], series[k], property, text, arena);
                if (names[k] == NULL)
                    return false;
            }
    }
    return true;
}

const char *common_flow(const sheaf_chart *chart)
{
    const char *flow = sheaf_series_flow(chart->series[0]);

    for (size_t i = 1; i < chart->n_series; i++)
        if (strcmp(flow, sheaf_series_flow(chart->series[i])) != 0)
            return "";
    return flow;
}

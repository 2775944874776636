/* names.c - names of series: flows, countries and "other" in the language of the chart or the
 * sheet, others as given. */
#include "chart/words/names.h"

#include <string.h>

#include "base/string_cache.h"
#include "chart/words/computed.h"
#include "chart/words/words.h"
#include "series/series.h"
#include "text/format.h"
#include "vocabulary/countries.h"
#include "vocabulary/flows.h"
#include "vocabulary/headers.h"

const char *series_flow(const sheaf_series *series)
{
    const char *flow = sheaf_series_flow(series);

    return flow[0] != '\0' ? flow : sheaf_series_name(series);
}

/* The length of "kaz_world_exports" in "kaz_world_exports_bn": a power of ten or a per cent is said by the unit. */
static size_t without_power(const char *name)
{
    const char *last = strrchr(name, '_');

    if (last == NULL || last == name)
        return strlen(name);
    const struct header word = header_find(last + 1, strlen(last + 1));
    const bool is_power = word.multiplier != 0 && word.unit == NULL && word.indicator == NULL;
    const bool is_per_cent = word.unit != NULL && strcmp(word.unit, "%") == 0;
    return is_power || is_per_cent ? (size_t)(last - name) : strlen(name);
}

/* "crude_oil" as it is read, and "exports - imports" with a minus sign. */
static const char *readable(const char *name, struct arena *arena)
{
    const char *minus = strstr(name, " - ");
    char *copy = strchr(name, '_') != NULL ? arena_text(arena, name, without_power(name)) : NULL;

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

const char *country_of_series(const sheaf_series *series, const char *code, struct text *text,
                              struct arena *arena)
{
    const char *own = series_country_name(series, code), *known = country_to_name(code);

    if (own[0] != '\0')
        return own;
    /* CLDR has "world" and "еврозона". */
    const char *name = format_country(text, arena, known != NULL ? known : code);
    return name != NULL && strcmp(name, code) != 0 ? format_capitalised(text, arena, name) : name;
}

const char *name_in_words(const sheaf_series *series, const char *name, struct text *text,
                          struct arena *arena)
{
    if (theme_knows_flow(name))
        return format_flow(text, name);
    if (sheaf_series_is_remainder(series) && strcmp(name, "other") == 0)
        return format_word(text, WORD_OTHER);
    if (is_its_product(series, name))
        return series_product_name(series);
    return is_its_country(series, name) ? country_of_series(series, name, text, arena)
                                        : readable(name, arena);
}

const char *series_name(const sheaf_series *series, struct text *text, struct arena *arena,
                        const char **code)
{
    const char *label = sheaf_series_label(series), *flow = sheaf_series_flow(series);

    *code = NULL;
    if (strcmp(label, sheaf_series_name(series)) != 0 || series_is_called_by_author(series))
        return label;
    const char *computed = computed_name(series, text, arena);
    if (computed == NULL || computed[0] != '\0')
        return computed;
    if (is_its_country(series, label)) {
        const char *name = country_of_series(series, label, text, arena);
        *code =
            name != NULL && strcmp(name, label) != 0 ? format_country_shortly(text, label) : NULL;
        return name;
    }
    return name_in_words(series, header_is_of_flow(label, flow) ? flow : label, text, arena);
}

/* Telling apart ---------------------------------------------------------------------------- */

enum { PROPERTIES = 4 };

static const char *code_of(const sheaf_series *series)
{
    return sheaf_series_is_remainder(series) ? "" : sheaf_series_name(series);
}

/* Attributes that may tell series of one name apart; a code stands in brackets. */
static const char *(*const properties[PROPERTIES])(const sheaf_series *) = {
    sheaf_series_flow, sheaf_series_partner, sheaf_series_reporter, code_of
};

static const char *with_property(const char *name, const sheaf_series *series, size_t property,
                                 struct text *text, struct arena *arena)
{
    const char *value = properties[property](series), *words;

    if (value[0] == '\0')
        return name;
    if (properties[property] == code_of)
        return arena_format(arena, "%s (%s)", name, value);
    words = properties[property] == sheaf_series_flow
                ? format_flow(text, value)
                : country_of_series(series, value, text, arena);
    return words != NULL ? arena_format(arena, "%s%s%s", name,
                                        punctuation_of(text_locale(text))->comma, words)
                         : NULL;
}

/* Series grouped by their present names. */
struct same_names {
    const sheaf_series *const *series;
    size_t n;
    struct string_cache firsts; /* of each name: the first series that has it */
    size_t *next;               /* the next series of the same name; n: there is none */
    size_t *last;               /* of a first series: the last of its name */
};

static bool group_names(struct same_names *same, const char *const *names, struct arena *arena)
{
    string_cache_free(&same->firsts, &arena->alloc);
    for (size_t i = 0; i < same->n; i++) {
        size_t length = strlen(names[i]);
        uint64_t first;

        same->next[i] = same->n;
        same->last[i] = i;
        if (string_cache_find(&same->firsts, names[i], length, &first)) {
            same->next[same->last[first]] = i;
            same->last[first] = i;
        } else if (!string_cache_add(&same->firsts, arena, names[i], length, i)) {
            return false;
        }
    }
    return true;
}

/* Whether no two series of the first one's name have the same property. False after a failure of
 * memory, too, which is in the arena's error. */
static bool tells_apart(const struct same_names *same, size_t first, size_t property,
                        struct arena *arena)
{
    struct string_cache values = { 0 };
    bool apart = true;

    for (size_t i = first; apart && i < same->n; i = same->next[i]) {
        const char *value = properties[property](same->series[i]);
        uint64_t meaning;

        apart = !string_cache_find(&values, value, strlen(value), &meaning) &&
                string_cache_add(&values, arena, value, strlen(value), 0);
    }
    string_cache_free(&values, &arena->alloc);
    return apart;
}

/* Adds the first property that tells all series of a name apart. False after a failure. */
static bool rename_group(const struct same_names *same, size_t first, const char **names,
                         struct text *text, struct arena *arena, bool *renamed)
{
    size_t property = 0;

    while (property < PROPERTIES && !tells_apart(same, first, property, arena))
        property++;
    for (size_t i = first; i < same->n && property < PROPERTIES; i = same->next[i]) {
        const char *name = with_property(names[i], same->series[i], property, text, arena);
        if (name == NULL)
            return false;
        *renamed |= name != names[i];
        names[i] = name;
    }
    return true;
}

/* A new name may be another series' name: then both are told apart in the next round. */
static bool rename_groups(struct same_names *same, const char **names, struct text *text,
                          struct arena *arena)
{
    bool renamed = true;

    for (size_t round = 0; renamed && round < PROPERTIES; round++) {
        renamed = false;
        if (!group_names(same, names, arena))
            return false;
        for (size_t i = 0; i < same->n; i++)
            if (same->last[i] != i && !rename_group(same, i, names, text, arena, &renamed))
                return false;
    }
    return true;
}

/* Not yet grouped. False when memory ran out. */
static bool same_names_open(struct same_names *same, const sheaf_series *const *series, size_t n,
                            struct arena *arena)
{
    *same = (struct same_names){ .series = series,
                                 .n = n,
                                 .next = arena_array(arena, size_t, n),
                                 .last = arena_array(arena, size_t, n) };
    return same->next != NULL && same->last != NULL;
}

bool names_tell_apart(const char **names, const sheaf_series *const *series, size_t n,
                      struct text *text, struct arena *arena)
{
    struct same_names same;
    bool well =
        same_names_open(&same, series, n, arena) && rename_groups(&same, names, text, arena);

    string_cache_free(&same.firsts, &arena->alloc);
    return well;
}

static bool units_differ(const struct same_names *same, size_t first, const char *name,
                         sheaf_error *error)
{
    for (size_t i = same->next[first]; i < same->n; i = same->next[i])
        for (size_t k = first; k < i; k = same->next[k])
            if (strcmp(sheaf_series_unit(same->series[i]), sheaf_series_unit(same->series[k])) ==
                0) {
                fail(error, SHEAF_BAD_INPUT,
                     "series %zu ('%.100s') and series %zu ('%.100s') are both called '%.100s' and "
                     "differ in no member; leave one out, or give one a label of its own",
                     k + 1, sheaf_series_name(same->series[k]), i + 1,
                     sheaf_series_name(same->series[i]), name);
                return false;
            }
    return true;
}

bool names_differ(const char *const *names, const sheaf_series *const *series, size_t n,
                  struct arena *arena)
{
    struct same_names same;
    bool well = same_names_open(&same, series, n, arena) && group_names(&same, names, arena);

    for (size_t i = 0; well && i < n; i++)
        if (same.last[i] != i)
            well = units_differ(&same, i, names[i], arena->error);
    string_cache_free(&same.firsts, &arena->alloc);
    return well;
}

const char *common_flow(const sheaf_chart *chart)
{
    const char *flow = sheaf_series_flow(chart->series[0]);

    for (size_t i = 1; i < chart->n_series; i++)
        if (strcmp(flow, sheaf_series_flow(chart->series[i])) != 0)
            return "";
    return flow;
}

static bool varies(const struct model *model, const char *(*dimension)(const sheaf_series *))
{
    for (size_t i = 1; i < model->n_series; i++)
        if (strcmp(dimension(model->series[0].series), dimension(model->series[i].series)) != 0)
            return true;
    return false;
}

enum word names_counted(const struct model *model)
{
    if (model->n_series == 1)
        return WORD_NUMBER_OF_PERIODS;
    if (varies(model, sheaf_series_partner))
        return WORD_NUMBER_OF_PARTNERS;
    if (varies(model, sheaf_series_reporter))
        return WORD_NUMBER_OF_REPORTERS;
    return varies(model, sheaf_series_product) ? WORD_NUMBER_OF_PRODUCTS : WORD_NUMBER;
}

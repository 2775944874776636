/* sdmx_json_attributes.c - reads the attributes of an SDMX-JSON message (statuses, units, powers of
 * ten) at the levels of data sets, groups, series and observations. */
#include "readers/json/sdmx_json_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"

bool sdmx_element_text(struct sdmx *sdmx, const struct component *component,
                       const struct json_value *element, const struct json_path *path,
                       const char **text)
{
    int64_t place;

    *text = NULL;
    if (json_is(element, JSON_ARRAY)) /* of several values the first is taken */
        element = json_element(element, 0);
    if (element == NULL || json_is(element, JSON_NULL)) {
        *text = json_word(json_member(component->node, "default"));
        return true;
    }
    if (component->values == NULL) {
        *text = json_word(element);
        return true;
    }
    if (!json_whole_number(element, 0, INT32_MAX, &place) || (size_t)place >= component->count) {
        json_fail(&sdmx->json, path, "a place among the %zu values of '%.60s' is expected",
                  component->count, component->id);
        return false;
    }
    *text = sdmx_value_text(json_element(component->values, (size_t)place));
    return true;
}

static bool put_attribute(struct sdmx *sdmx, const struct component *component, const char *text)
{
    size_t n = strlen(text);

    if (component->is_year_start) {
        sdmx->year_start = text;
        return true;
    }
    if (component->dimension != SIZE_MAX) {
        builder_put(&sdmx->builder, component->dimension,
                    builder_member(&sdmx->builder, component->dimension, text, n));
        return true;
    }
    switch (component->role) {
    case HEADER_STATUS:
        return builder_status(&sdmx->builder, text, n);
    case HEADER_CONFIDENTIALITY:
        return builder_confidentiality(&sdmx->builder, text, n);
    case HEADER_MULTIPLIER:
        return builder_multiplier_text(&sdmx->builder, text, n);
    case HEADER_DECIMALS:
        return builder_whole_number(&sdmx->builder, text, n, builder_decimals);
    default:
        return true;
    }
}

void sdmx_put_attributes(struct sdmx *sdmx, const struct components *attributes,
                         const struct json_value *list, size_t first, const struct json_path *path)
{
    for (size_t i = 0; i < attributes->count && !sdmx_failed(sdmx); i++) {
        const struct component *component = &attributes->items[i];
        const struct json_path at = { path, NULL, first + i };
        const char *text;

        if ((component->role == HEADER_NONE && !component->is_year_start) ||
            !sdmx_element_text(sdmx, component, json_element(list, first + i), &at, &text))
            continue;
        if (text != NULL && !put_attribute(sdmx, component, text))
            json_fail_refused(&sdmx->json, &at, &sdmx->builder);
    }
}

/* Groups of attributes ------------------------------------------------------ */

/* True when both keys leave out the same dimensions. */
static bool same_pattern(const char *a, const char *b)
{
    for (; *a != '\0' || *b != '\0'; a += *a == ':', b += *b == ':') {
        bool a_names = *a != ':' && *a != '\0', b_names = *b != ':' && *b != '\0';

        a += strcspn(a, ":");
        b += strcspn(b, ":");
        if (a_names != b_names || *a != *b)
            return false;
    }
    return true;
}

void sdmx_find_groups(struct sdmx *sdmx, const struct json_value *groups,
                      const struct json_path *path)
{
    sdmx->pattern_count = 0;
    for (size_t k = 0; k < json_count(groups, JSON_OBJECT); k++) {
        const char *key = groups->items[k].key;
        bool known = false;

        for (size_t i = 0; i < sdmx->pattern_count && !known; i++)
            known = same_pattern(key, sdmx->patterns[i]);
        if (!known && sdmx->pattern_count == MAX_PATTERNS) {
            json_fail(&sdmx->json, path, "attributes of more than %d kinds of groups",
                      MAX_PATTERNS);
            return;
        }
        if (!known)
            sdmx->patterns[sdmx->pattern_count++] = key;
    }
}

static const struct component *dimension_at(const struct sdmx_json_structure *structure,
                                            size_t position)
{
    for (enum level level = 0; level < LEVELS; level++)
        for (size_t i = 0; i < structure->dimensions[level].count; i++)
            if (structure->dimensions[level].items[i].position == position)
                return &structure->dimensions[level].items[i];
    return NULL;
}

/* Writes the key of the current observation's group in a pattern. False when the key is too long,
 * or the pattern does not fit the structure. */
static bool write_group_key(const struct sdmx_json_structure *structure, const char *pattern,
                            char *key, size_t size)
{
    size_t n = 0;

    for (size_t position = 0;; position++) {
        const struct component *component = dimension_at(structure, position);

        if (*pattern != ':' && *pattern != '\0') {
            if (component == NULL)
                return false;
            n += (size_t)snprintf(key + n, size - n, "%zu", component->place);
            pattern += strcspn(pattern, ":");
        }
        if (n + 2 > size)
            return false;
        key[n] = *pattern;
        if (*pattern++ == '\0')
            return true;
        n++;
    }
}

void sdmx_put_group_attributes(struct sdmx *sdmx, const struct sdmx_json_structure *structure,
                               const struct json_value *groups, const struct json_path *path)
{
    char key[512];

    for (size_t i = 0; i < sdmx->pattern_count && !sdmx_failed(sdmx); i++)
        if (write_group_key(structure, sdmx->patterns[i], key, sizeof key))
            sdmx_put_attributes(sdmx, &structure->attributes[LEVEL_GROUP], json_member(groups, key),
                                0, &(struct json_path){ path, key, 0 });
}

/* country_names.c - names of countries by code, and back. */
#include "text/country_names.h"

#include <string.h>

#include <unicode/uloc.h>

#include "base/string_cache.h"
#include "context/context.h"
#include "text/figures.h"

enum { LONGEST_NAME = 160, LONGEST_CODE = 3 };

struct country_names {
    struct string_cache codes; /* the meaning: index into names */
    const char **names;
    size_t n, capacity;
    struct string_cache countries; /* by name; the meaning: index into ICU's list */
    bool has_countries;
};

static struct country_names *names_of(struct text *text)
{
    struct engine *engine = text->engine;

    if (engine->country_names == NULL)
        engine->country_names = arena_new(&engine->arena, struct country_names);
    if (engine->country_names == NULL)
        fail_memory(text->error);
    return engine->country_names;
}

const char *country_code_of_icu(const char *code)
{
    static const char *const codes[][2] = { { "WLD", "001" }, { "EA", "EZ" }, { "XKX", "XK" } };

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(code, codes[i][0]) == 0)
            return codes[i][1];
    return code;
}

static const char *ask(struct text *text, const char *code)
{
    struct formatters *formatters = formatters_of(text);
    char region[sizeof "und_" + LONGEST_CODE] = "und_";
    UChar wide[LONGEST_NAME];
    UErrorCode status = U_ZERO_ERROR;

    if (formatters == NULL)
        return NULL;
    const char *known = country_code_of_icu(code);
    memcpy(region + 4, known, strlen(known) + 1);
    context_count(text->context, COUNTED_COUNTRIES);
    int32_t n = uloc_getDisplayCountry(region, formatters->locale, wide, LONGEST_NAME, &status);
    /* For a code without a name ICU returns the code and a warning. */
    if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING)
        return arena_string(&text->engine->arena, code);
    return text_of_wide(text, &text->engine->arena, wide, n);
}

const char *country_name(struct text *text, const char *code)
{
    struct country_names *kept = names_of(text);
    struct arena *arena = &text->engine->arena;
    const size_t length = strlen(code);
    uint64_t number;

    if (kept == NULL || length > LONGEST_CODE)
        return kept != NULL ? code : NULL;
    if (string_cache_find(&kept->codes, code, length, &number))
        return kept->names[number];
    const char *name = ask(text, code);
    if (name != NULL &&
        memory_grow(&arena->alloc, NULL, &kept->names, &kept->capacity, kept->n + 1,
                    sizeof *kept->names) &&
        string_cache_add(&kept->codes, arena, code, length, kept->n)) {
        kept->names[kept->n++] = name;
        return name;
    }
    fail_memory(text->error);
    return NULL;
}

static bool read_countries(struct text *text, struct country_names *kept)
{
    const char *const *codes = uloc_getISOCountries();
    struct arena *arena = &text->engine->arena;
    uint64_t first;

    for (size_t i = 0; codes[i] != NULL; i++) {
        const char *name = format_country(text, arena, codes[i]);

        if (name == NULL)
            return false;
        /* Two of one name keep the first's. */
        if (!string_cache_find(&kept->countries, name, strlen(name), &first) &&
            !string_cache_add(&kept->countries, arena, name, strlen(name), i)) {
            fail_memory(text->error);
            return false;
        }
    }
    return true;
}

const char *country_of_name(struct text *text, const char *name)
{
    struct country_names *kept = names_of(text);
    uint64_t number;

    if (kept == NULL)
        return NULL;
    if (!kept->has_countries)
        kept->has_countries = read_countries(text, kept);
    if (!kept->has_countries)
        return NULL;
    return string_cache_find(&kept->countries, name, strlen(name), &number)
               ? uloc_getISOCountries()[number]
               : "";
}

void country_names_close(struct engine *engine)
{
    struct country_names *kept = engine->country_names;

    if (kept == NULL)
        return;
    string_cache_free(&kept->codes, &engine->arena.alloc);
    string_cache_free(&kept->countries, &engine->arena.alloc);
    memory_free(&engine->arena.alloc, kept->names, kept->capacity * sizeof *kept->names);
    engine->country_names = NULL;
}

/* make_country_table.c - a program that the build runs: writes country_table.c (see
 * country_table.h) from country_names.c and ICU's names of countries and regions in all its languages. */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/memory.h"
#include "vocabulary/country_codes.h"
#include "vocabulary/country_names.h"
#include "vocabulary/country_words.h"

struct name {
    char *words;
    const char *iso3; /* "": two languages use it for different countries */
    bool is_usual;    /* goes into country_usual_names */
    size_t order;     /* in which the names were added */
};

struct names {
    struct name *list;
    size_t count, capacity;
};

static void give_up(const char *reason)
{
    fprintf(stderr, "make_country_table: %s\n", reason);
    exit(1);
}

static void add_name(struct names *names, const char *text, size_t n, const char *iso3,
                     bool is_usual)
{
    struct country_words words;
    char key[COUNTRY_KEY_BYTES];
    struct name name = { .iso3 = iso3, .is_usual = is_usual, .order = names->count };

    if (!country_words_read(&words, text, n) || country_words_join(&words, NULL, key) == 0)
        return;
    name.words = strdup(key);
    if (name.words == NULL || !memory_grow(memory_or_default(NULL), NULL, &names->list,
                                           &names->capacity, names->count + 1, sizeof name))
        give_up("out of memory");
    names->list[names->count++] = name;
}

static void add_listed(struct names *names)
{
    for (size_t i = 0; i < country_names_count; i++)
        for (const char *at = country_names[i].names; *at != '\0'; at += strspn(at, "|")) {
            size_t n = strcspn(at, "|");

            add_name(names, at, n, country_names[i].iso3, true);
            at += n;
        }
}

/* Adds the names of all countries in a language. Short names of up to three letters are added in
 * the usual languages only: in a file, "EUA" is more likely a code than the United States in
 * Portuguese. */
static void add_language(struct names *names, const char *language, bool is_usual,
                         UDisplayContext length)
{
    UErrorCode status = U_ZERO_ERROR;
    ULocaleDisplayNames *display = uldn_openForContext(language, &length, 1, &status);

    for (size_t i = 0; i < country_code_count && U_SUCCESS(status); i++) {
        UErrorCode found = U_ZERO_ERROR;
        UChar wide[COUNTRY_MAX_BYTES];
        char text[COUNTRY_KEY_BYTES];
        int32_t n =
            uldn_regionDisplayName(display, country_codes[i].iso2, wide, COUNTRY_MAX_BYTES, &found);

        u_strToUTF8(text, sizeof text, &n, wide, n, &found);
        if (U_FAILURE(found) || strcmp(text, country_codes[i].iso2) == 0)
            continue; /* ICU has no name and gives the code */
        if (is_usual || length == UDISPCTX_LENGTH_FULL || n > 3)
            add_name(names, text, (size_t)n, country_codes[i].iso3, is_usual);
    }
    uldn_close(display);
}

/* The world, and regions of M49 that ICU names; EU and EZ (the euro area) have ICU's codes. Their
 * names are entries that begin with a digit, which are no country's. */
static void add_regions(struct names *names, const char *language, bool is_usual)
{
    static const char *const regions[][2] = {
        { "001", "WLD" }, { "002", "002" }, { "003", "003" }, { "005", "005" }, { "009", "009" },
        { "011", "011" }, { "013", "013" }, { "014", "014" }, { "015", "015" }, { "017", "017" },
        { "018", "018" }, { "019", "019" }, { "021", "021" }, { "029", "029" }, { "030", "030" },
        { "034", "034" }, { "035", "035" }, { "039", "039" }, { "053", "053" }, { "054", "054" },
        { "057", "057" }, { "061", "061" }, { "142", "142" }, { "143", "143" }, { "145", "145" },
        { "150", "150" }, { "151", "151" }, { "154", "154" }, { "155", "155" }, { "202", "202" },
        { "419", "419" }, { "EU", "0EU" },  { "EZ", "0EZ" },
    };
    UErrorCode status = U_ZERO_ERROR;
    UDisplayContext length = UDISPCTX_LENGTH_FULL;
    ULocaleDisplayNames *display = uldn_openForContext(language, &length, 1, &status);

    for (size_t i = 0; i < sizeof regions / sizeof *regions && U_SUCCESS(status); i++) {
        UErrorCode found = U_ZERO_ERROR;
        UChar wide[COUNTRY_MAX_BYTES];
        char text[COUNTRY_KEY_BYTES];
        int32_t n = uldn_regionDisplayName(display, regions[i][0], wide, COUNTRY_MAX_BYTES, &found);

        u_strToUTF8(text, sizeof text, &n, wide, n, &found);
        if (U_SUCCESS(found) && strcmp(text, regions[i][0]) != 0)
            add_name(names, text, (size_t)n, regions[i][1], is_usual);
    }
    uldn_close(display);
}

static void add_other_languages(struct names *names)
{
    for (int32_t i = 0; i < uloc_countAvailable(); i++) {
        add_language(names, uloc_getAvailable(i), false, UDISPCTX_LENGTH_FULL);
        add_language(names, uloc_getAvailable(i), false, UDISPCTX_LENGTH_SHORT);
        add_regions(names, uloc_getAvailable(i), false);
    }
}

/* By the words, then usual names first, then in the order of addition. */
static int order_of(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = strcmp(a->words, b->words);

    if (order == 0)
        order = (int)b->is_usual - (int)a->is_usual;
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static bool is_region(const struct name *name)
{
    return name->iso3[0] >= '0' && name->iso3[0] <= '9';
}

/* Keeps one entry for each name. A country goes before a region. If countries share a usual name, the first one has it, as the
 * order of those languages is ours. If they share a name of other languages, it finds neither. */
static void resolve_duplicates(struct names *names)
{
    size_t kept = 0;

    qsort(names->list, names->count, sizeof *names->list, order_of);
    for (size_t i = 0; i < names->count; i++) {
        struct name *last = kept > 0 ? &names->list[kept - 1] : NULL;
        const struct name *name = &names->list[i];

        if (last == NULL || strcmp(last->words, name->words) != 0) {
            names->list[kept++] = *name;
            continue;
        }
        if (is_region(last) && !is_region(name))
            last->iso3 = name->iso3;
        else if (!last->is_usual && !is_region(name) && strcmp(last->iso3, name->iso3) != 0)
            last->iso3 = "";
        free(name->words);
    }
    names->count = kept;
}

static void write_text(FILE *out, const struct names *names)
{
    fputs("const char country_table_text[] =\n", out);
    for (size_t i = 0; i < names->count; i++)
        fprintf(out, "    \"%s\\0\"\n", names->list[i].words);
    fputs("    ;\n", out);
}

static void write_names(FILE *out, const struct names *names, const char *which, bool is_usual)
{
    size_t at = 0, count = 0;

    fprintf(out, "\nstatic const struct country_name %s_names[] = {\n", which);
    for (size_t i = 0; i < names->count; i++) {
        if (names->list[i].is_usual == is_usual) {
            fprintf(out, "    { %zu, \"%s\" },\n", at, names->list[i].iso3);
            count++;
        }
        at += strlen(names->list[i].words) + 1;
    }
    fprintf(out, "};\nconst struct country_table country_%s_names = { %s_names, %zu };\n", which,
            which, count);
}

static void write_table(const char *path, const struct names *names)
{
    FILE *out = fopen(path, "w");

    if (out == NULL)
        give_up("the file cannot be written");
    fputs("/* Written by make_country_table.c. */\n#include \"vocabulary/country_table.h\"\n\n",
          out);
    write_text(out, names);
    write_names(out, names, "usual", true);
    write_names(out, names, "other", false);
    if (ferror(out) != 0 || fclose(out) != 0)
        give_up("the file cannot be written");
}

/* English; Russian and Kazakh; Chinese. */
static const char *const usual_languages[] = { "en", "ru", "kk", "zh", "zh_Hant" };

int main(int argc, char **argv)
{
    struct names names = { 0 };

    if (argc != 2)
        give_up("give the file to write");
    add_listed(&names);
    for (size_t i = 0; i < sizeof usual_languages / sizeof *usual_languages; i++) {
        add_language(&names, usual_languages[i], true, UDISPCTX_LENGTH_FULL);
        add_language(&names, usual_languages[i], true, UDISPCTX_LENGTH_SHORT);
        add_regions(&names, usual_languages[i], true);
    }
    add_other_languages(&names);
    resolve_duplicates(&names);
    write_table(argv[1], &names);
    for (size_t i = 0; i < names.count; i++)
        free(names.list[i].words);
    memory_free(memory_or_default(NULL), names.list, names.capacity * sizeof *names.list);
    return 0;
}

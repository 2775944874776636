/* names.c - finds an author's names of members, and gives them to series. */
#include "sheet/words/names.h"

#include <string.h>

#include "base/strings.h"
#include "series/series.h"
#include "series/series_list.h"
#include "vocabulary/countries.h"

const struct member_names *names_find(const sheaf_sheet *sheet, const char *member)
{
    const struct member_names *names = sheet->names;

    while (names != NULL && strcmp(names->member, member) != 0)
        names = names->next;
    /* Digits are a country's code in some columns only. */
    if (names != NULL || sheet->names == NULL || (member[0] >= '0' && member[0] <= '9'))
        return names;
    const char *code = country_find(member, strlen(member));
    for (names = sheet->names; code != NULL && names != NULL; names = names->next)
        if (names->code != NULL && strcmp(names->code, code) == 0)
            return names;
    return NULL;
}

static char lower_tag(char c)
{
    if (c == '_')
        return '-';
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether a tag is the first n bytes of another; ICU writes "zh_Hant" for "zh-Hant". */
static bool is_tag(const char *tag, const char *other, size_t n)
{
    size_t i = 0;

    while (i < n && tag[i] != '\0' && lower_tag(tag[i]) == lower_tag(other[i]))
        i++;
    return i == n && tag[i] == '\0';
}

const struct name_in_language *names_in_language(const struct member_names *names, const char *tag)
{
    for (size_t n = strlen(tag); n > 0;) {
        const struct name_in_language *name = names->languages;

        while (name != NULL && !is_tag(name->tag, tag, n))
            name = name->next;
        if (name != NULL)
            return name;
        while (n > 0 && tag[n - 1] != '-' && tag[n - 1] != '_')
            n--;
        n -= n > 0;
    }
    return NULL;
}

/* The name for labels: in the sheet's language, or else in the spec's own (tag; may be NULL). NULL: there
 * is none. */
static const char *names_label(const sheaf_sheet *sheet, const char *member)
{
    const struct member_names *names = names_find(sheet, member);
    const struct name_in_language *name = NULL;

    if (names != NULL && sheet->language != NULL)
        name = names_in_language(names, sheet->language);
    if (name == NULL && names != NULL)
        name = names->languages; /* the spec's own language, or what comes nearest to it */
    return name != NULL ? name->name : NULL;
}

/* "transport: road\nregime: general" with the names of the members. */
static void name_other_members(const sheaf_sheet *sheet, sheaf_series *series, struct arena *arena)
{
    const char *lines = series_other_members(series), *named = "";
    bool any = false;

    while (*lines != '\0' && named != NULL) {
        size_t n = strcspn(lines, "\n");
        const char *line = arena_text(arena, lines, n),
                   *colon = line != NULL ? strstr(line, ": ") : NULL;
        const char *name = colon != NULL ? names_label(sheet, colon + 2) : NULL;

        any |= name != NULL;
        if (name != NULL)
            line = arena_format(arena, "%.*s: %s", (int)(colon - line), line, name);
        named = line != NULL
                    ? arena_format(arena, "%s%s%s", named, named[0] != '\0' ? "\n" : "", line)
                    : NULL;
        lines += n + (lines[n] == '\n');
    }
    if (any && named != NULL)
        series_set_other_members(series, named);
}

/* A series is called by its member's code or, where the file has one, by its name. */
void names_give(const sheaf_sheet *sheet, sheaf_series_list *list)
{
    if (sheet->names == NULL)
        return;
    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        sheaf_series *series = series_list_item(list, i);
        const char *label = names_label(sheet, sheaf_series_name(series));
        const char *product = names_label(sheet, sheaf_series_product(series));

        if (label == NULL)
            label = names_label(sheet, sheaf_series_label(series));
        if (product == NULL && series_product_name(series)[0] != '\0')
            product = names_label(sheet, series_product_name(series));
        if (product != NULL)
            series_set_product_name(series, product);
        if (label != NULL && strcmp(label, sheaf_series_name(series)) != 0)
            sheaf_series_set_label(series, label);
        series_set_country_names(series, names_label(sheet, sheaf_series_reporter(series)),
                                 names_label(sheet, sheaf_series_partner(series)));
        name_other_members(sheet, series, series_arena(series));
    }
}

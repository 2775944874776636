/* filters.c - finds dimensions and members by any of their names; suggests near misses. */
#include "table/filters.h"

#include <string.h>

#include "base/strings.h"
#include "vocabulary/member_kinds.h"
#include "vocabulary/vocabulary.h"

enum { NAMES_LISTED = 6, LONGEST_NAME = 40 /* bytes */ };

const char *member_shown(const char *member)
{
    return member[0] != '\0' ? member : "(empty)";
}

const char *member_list(struct arena *arena, const char *const *names, size_t count)
{
    const char *list = count > 0 ? member_shown(names[0]) : "none";

    for (size_t i = 1; i < count && i < NAMES_LISTED && list != NULL; i++)
        list = arena_format(arena, "%s, %.60s", list, member_shown(names[i]));
    if (count > NAMES_LISTED && list != NULL)
        list = arena_format(arena, "%s, \u2026 (%zu in all)", list, count);
    return list != NULL ? list : "";
}

/* "no flow named 'exprots'; did you mean 'exports'?", or a list of the names there are. */
static void fail_unknown(const sheaf_table *table, struct arena *arena, sheaf_error *error,
                         const char *kind, const char *word, const char *const *names,
                         size_t name_count, const char *const *shown, size_t count)
{
    const char *nearest = string_nearest(word, strlen(word), names, name_count);
    struct place at = { .file = table_name(table) };

    if (*word == '\0')
        fail_at(error, SHEAF_BAD_INPUT, at, "no %.60s is given; there is: %s", kind,
                member_list(arena, shown, count));
    else if (nearest != NULL)
        fail_at(error, SHEAF_BAD_INPUT, at, "no %.60s named '%.100s'; did you mean '%.100s'?", kind,
                word, nearest);
    else
        fail_at(error, SHEAF_BAD_INPUT, at, "no %.60s named '%.100s'; there is: %s", kind, word,
                member_list(arena, shown, count));
}

size_t filter_find_dimension(const sheaf_table *table, const char *name, struct arena *arena,
                             sheaf_error *error)
{
    size_t found = table_find_dimension(table, name), count = sheaf_table_dimension_count(table);
    const char **names;

    if (found != SIZE_MAX)
        return found;
    names = arena_array(arena, const char *, count);
    for (size_t i = 0; i < count && names != NULL; i++)
        names[i] = sheaf_table_dimension(table, i);
    if (names != NULL)
        fail_unknown(table, arena, error, "dimension", name, names, count, names, count);
    return SIZE_MAX;
}

/* "72 Iron and steel": a code and its name, cut at LONGEST_NAME bytes. */
static const char *code_and_name(const sheaf_table *table, struct arena *arena, size_t dimension,
                                 uint32_t member)
{
    const char *code = table_member(table, dimension, member);
    const char *name = table_member_name(table, dimension, member);
    size_t n = strlen(name) > LONGEST_NAME ? utf8_floor(name, LONGEST_NAME) : strlen(name);

    if (n == 0)
        return code;
    return arena_format(arena, "%s %.*s%s", code, (int)n, name, name[n] != '\0' ? "\u2026" : "");
}

static void fail_member(const sheaf_table *table, struct arena *arena, sheaf_error *error,
                        size_t dimension, const char *word)
{
    const char *kind = table_dimension_name(table, dimension);
    size_t count = sheaf_table_member_count(table, kind);
    const char **known = arena_array(arena, const char *, 2 * count); /* codes, then names */
    const char **shown = arena_array(arena, const char *, count);

    for (size_t i = 0; i < count && known != NULL && shown != NULL; i++) {
        known[i] = table_member(table, dimension, (uint32_t)i);
        known[count + i] = table_member_name(table, dimension, (uint32_t)i);
        shown[i] = code_and_name(table, arena, dimension, (uint32_t)i);
        if (shown[i] == NULL)
            return;
    }
    if (known != NULL && shown != NULL)
        fail_unknown(table, arena, error, kind, word, known, 2 * count, shown, count);
}

/* The member with this name in the file; *several is true if more than one has it. */
static bool find_named(const sheaf_table *table, size_t dimension, const char *text,
                       uint32_t *member, bool *several)
{
    size_t count = sheaf_table_member_count(table, table_dimension_name(table, dimension));
    size_t found = 0;

    for (size_t i = 0; i < count && text[0] != '\0'; i++)
        if (string_equal_ignoring_case(table_member_name(table, dimension, (uint32_t)i), text)) {
            *member = found == 0 ? (uint32_t)i : *member;
            found++;
        }
    *several = found > 1;
    return found > 0;
}

/* A text without letters may be a numeric country code (398), but in a dimension that does not hold
 * countries it is just a number. */
static bool has_letter(const char *text)
{
    for (; *text != '\0'; text++)
        if ((*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z') ||
            (unsigned char)*text >= 0x80)
            return true;
    return false;
}

bool is_same_country(const char *a, const char *b)
{
    const char *code = has_letter(a) && has_letter(b) ? country_find(a, strlen(a)) : NULL;
    const char *other = code != NULL ? country_find(b, strlen(b)) : NULL;

    return other != NULL && strcmp(code, other) == 0;
}

/* Readers do not rewrite members of the file's own dimensions to codes, so countries there are
 * compared by name. */
static bool find_country(const sheaf_table *table, size_t dimension, const char *text,
                         uint32_t *member)
{
    size_t count = sheaf_table_member_count(table, table_dimension_name(table, dimension));

    if (!has_letter(text) || country_find(text, strlen(text)) == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        if (is_same_country(text, table_member(table, dimension, (uint32_t)i))) {
            *member = (uint32_t)i;
            return true;
        }
    return false;
}

bool filter_find_renamed(const sheaf_table *table, size_t dimension, const char *text,
                         uint32_t *member)
{
    const char *own = table_dimension_name(table, dimension);
    const char *name = vocabulary_member(own, text, strlen(text));
    bool known = false;

    if (name != NULL)
        *member = table_find_member(table, dimension, name, strlen(name), &known);
    else if (member_kind_of(own) == MEMBER_TEXT)
        known = find_country(table, dimension, text, member);
    return known;
}

/* The member that is the sum of what the text is the sum of: "World" finds W1, "EU" finds EU27_2020,
 * "TOTAL" finds AllSubHeading. *several is true if more than one is. */
static bool find_sum(const sheaf_table *table, size_t dimension, const char *text, uint32_t *member,
                     bool *several)
{
    const char *kind = table_dimension_name(table, dimension);
    const char *sum = member_sum_of(kind, text, NULL);
    size_t count = sheaf_table_member_count(table, kind), found = 0;

    for (size_t i = 0; i < count && sum != NULL; i++) {
        const char *own = member_sum_of(kind, table_member(table, dimension, (uint32_t)i),
                                        table_member_name(table, dimension, (uint32_t)i));

        if (own == NULL || strcmp(own, sum) != 0)
            continue;
        *member = found == 0 ? (uint32_t)i : *member;
        found++;
    }
    *several = found > 1;
    return found > 0;
}

bool filter_leaves_out(const sheaf_filter *filter)
{
    return filter->member != NULL && filter->member[0] == '!';
}

bool filter_find(const sheaf_table *table, const sheaf_filter *filter, struct arena *arena,
                 sheaf_error *error, size_t *dimension, uint32_t *member)
{
    bool known, several = false;
    const char *text = filter->member;

    if (filter->dimension == NULL || filter->member == NULL) {
        fail(error, SHEAF_BAD_ARGUMENT, "a filter has a dimension and a member");
        return false;
    }
    *dimension = filter_find_dimension(table, filter->dimension, arena, error);
    if (*dimension == SIZE_MAX)
        return false;
    if (filter_leaves_out(filter))
        text += 1 + strspn(text + 1, " ");
    *member = table_find_member(table, *dimension, text, strlen(text), &known);
    if (known || filter_find_renamed(table, *dimension, text, member))
        return true;
    if (find_named(table, *dimension, text, member, &several) && !several)
        return true;
    if (!several && find_sum(table, *dimension, text, member, &several) && !several)
        return true;
    if (several)
        fail_at(error, SHEAF_BAD_INPUT, (struct place){ .file = table_name(table) },
                "more than one %.60s is called '%.100s'; pick one by its code, as in " SETTING(
                    "%.60s: %.60s"),
                table_dimension_name(table, *dimension), text,
                table_dimension_name(table, *dimension), table_member(table, *dimension, *member));
    else
        fail_member(table, arena, error, *dimension, text);
    return false;
}

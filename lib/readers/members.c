/* members.c - finds the member that a text names. */
#include "readers/members.h"

#include <string.h>

#include "base/strings.h"
#include "readers/country_evidence.h"
#include "readers/csv/sample.h"
#include "vocabulary/country_codes.h"

/* The label "Annual" of "A: Annual". */
static struct csv_field field_name(const struct csv_field *field)
{
    struct csv_field name = *field;
    const char *colon = memchr(field->text, ':', field->n);

    name.text = colon != NULL ? colon + 1 : field->text + field->n;
    name.n = (size_t)(field->text + field->n - name.text);
    return field_trimmed(&name);
}

struct csv_field field_code(const struct csv_field *field)
{
    struct csv_field code = *field;
    const char *colon = memchr(field->text, ':', field->n);

    if (colon != NULL)
        code.n = (size_t)(colon - field->text);
    return field_trimmed(&code);
}

static const char *alias_of(const struct delimited_format *format, const char *dimension,
                            const char *text, size_t n)
{
    for (const struct format_alias *alias = format->aliases;
         alias != NULL && alias->dimension != NULL; alias++)
        if (strcmp(alias->dimension, dimension) == 0 &&
            string_is_ignoring_case(text, n, alias->text))
            return alias->member;
    return NULL;
}

static bool is_number(const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (text[i] < '0' || text[i] > '9')
            return false;
    return n > 0;
}

/* "JP_304" for Japan's 304. NULL: the number itself is the name. */
static const char *own_code(const struct members *members, struct member_lookup *lookup,
                            const char *text, size_t n)
{
    const char *prefix = lookup->format->code_prefix;

    return prefix != NULL && members->kind == MEMBER_COUNTRY
               ? arena_format(lookup->arena, "%s%.*s", prefix, (int)n, text)
               : NULL;
}

static const char *canonical_unit(const struct members *members, struct member_lookup *lookup,
                                  const char *text, size_t n, struct unit *unit)
{
    bool known = members->is_of_quantity ? unit_read_of_quantity(lookup->arena, text, n, unit)
                                         : unit_read(lookup->arena, text, n, unit);

    return known ? unit->name : NULL;
}

static bool is_missing_country(const struct members *members, const char *text, size_t n)
{
    return country_is_missing(text, n) || (members->na_is_missing && country_is_na(text, n));
}

static const char *canonical_country(const struct members *members, const char *text, size_t n)
{
    if (is_missing_country(members, text, n))
        return COUNTRY_MISSING;
    return members->keeps_numbers && is_number(text, n) ? NULL : country_find(text, n);
}

/* The canonical name of a member. NULL: the text itself is the name. */
static const char *canonical(const struct members *members, struct member_lookup *lookup,
                             const char *text, size_t n, struct unit *unit)
{
    const char *alias = alias_of(lookup->format, members->name, text, n);

    if (alias != NULL || n == 0)
        return alias;
    if (members->is_code && is_number(text, n))
        return own_code(members, lookup, text, n);
    switch (members->kind) {
    case MEMBER_COUNTRY:
        return canonical_country(members, text, n);
    case MEMBER_FLOW:
        return lookup->format->recognises == NULL && is_number(text, n) ? NULL : flow_find(text, n);
    case MEMBER_IN_TEXT:
        text = members->in_text->read(text, n);
        return text != NULL ? text : "";
    case MEMBER_UNIT:
        return canonical_unit(members, lookup, text, n, unit);
    case MEMBER_PRODUCT:
        text = arena_text(lookup->arena, text, n);
        return text != NULL && product_is_total(text) ? "TOTAL" : NULL;
    default:
        return NULL;
    }
}

static uint64_t meaning_of(uint32_t member, int multiplier)
{
    return (uint64_t)(multiplier + MULTIPLIER_BIAS) << 32 | member;
}

static bool add(struct members *members, struct member_lookup *lookup, const char *text, size_t n,
                uint32_t *member, struct unit *unit)
{
    const char *other = canonical(members, lookup, text, n, unit);

    if (other != NULL) {
        text = other;
        n = strlen(other);
    }
    *member = table_intern_member(lookup->table, members->dimension, text, n);
    return sheaf_table_status(lookup->table) == SHEAF_OK;
}

/* The text of a cell without its label and, in some formats, without apostrophes. */
static struct csv_field text_of(const struct members *members, const struct member_lookup *lookup,
                                const struct csv_field *field)
{
    struct csv_field text = members->is_labelled ? field_code(field) : field_trimmed(field);

    if (!lookup->format->has_apostrophes || text.n < 2 || *text.text != '\'')
        return text;
    text.text++;
    text.n--;
    if (text.text[text.n - 1] == '\'')
        text.n--;
    return text;
}

/* Marks of missing countries, and words that are codes. No format but that of its office makes them
 * codes: a file of alpha-3 codes has no Namibia called NA. */
static void warn_country(const struct members *members, const struct member_lookup *lookup,
                         const struct csv *csv, const struct csv_field *text)
{
    struct place here = { .file = table_name(lookup->table), .line = csv->row_line };
    const char *what = NULL;

    if (members->kind != MEMBER_COUNTRY ||
        alias_of(lookup->format, members->name, text->text, text->n) != NULL)
        return;
    if (country_is_na(text->text, text->n))
        what = members->na_is_missing ? COUNTRY_NA_IS_MISSING : NULL;
    else if (country_is_missing(text->text, text->n))
        what = COUNTRY_WORD_IS_MISSING;
    else if (members->has_other_codes && country_is_word(text->text, text->n))
        what = COUNTRY_WORD_AMONG_OTHERS;
    if (what != NULL)
        table_warn(lookup->table, "code", here, "'%.*s' is %s", (int)text->n, text->text, what);
}

/* Units and codes that could mean something else. A named format says what they mean. */
static void warn_unclear(const struct members *members, const struct member_lookup *lookup,
                         const struct csv *csv, const struct csv_field *text,
                         const struct unit *unit)
{
    struct place here = { .file = table_name(lookup->table), .line = csv->row_line };
    int n = (int)(text->n <= 60 ? text->n : utf8_floor(text->text, 60));

    if (lookup->format->recognises != NULL)
        return;
    if (unit->unclear != NULL && unit->unclear_n == text->n)
        table_warn(lookup->table, "unit", here,
                   "the unit '%.*s' may mean two things (kgs: kilograms or som; T: tonnes or a "
                   "thousand) and is kept as it is written; if it is known, say " SETTING(
                       "set: {unit: kg}") " and leave its column out",
                   n, text->text);
    else if (unit->unclear != NULL)
        table_warn(
            lookup->table, "unit", here,
            "'%.*s' of the unit '%.*s' is not understood and may be a power of ten; the unit "
            "is kept as it is written; say " SETTING(
                "set: {unit: USD, unit_mult: 6}") " and leave its column out",
            (int)(unit->unclear_n <= 60 ? unit->unclear_n : utf8_floor(unit->unclear, 60)),
            unit->unclear, n, text->text);
    else if (members->kind == MEMBER_COUNTRY && is_number(text->text, text->n) &&
             !members->keeps_numbers && !country_number_is_known(text->text, text->n))
        table_warn(lookup->table, "code", here, "'%.*s' is " COUNTRY_NUMBER, n, text->text);
    else if (members->kind == MEMBER_FLOW && is_number(text->text, text->n))
        table_warn(lookup->table, "code", here, "'%.*s' is " FLOW_NUMBER, n, text->text);
}

bool members_look_up(struct members *members, struct member_lookup *lookup, struct csv *csv,
                     const struct csv_field *field, uint64_t *meaning)
{
    struct csv_field text = text_of(members, lookup, field);
    struct unit unit = { .name = NULL };
    uint32_t member;

    if (!csv_check_text(csv, &text) || !add(members, lookup, text.text, text.n, &member, &unit))
        return false;
    if (members->is_labelled && members->kind != MEMBER_UNIT) {
        struct csv_field name = field_name(field);

        table_name_member(lookup->table, members->dimension, member, name.text, name.n);
    }
    if (members->kind == MEMBER_COUNTRY && is_missing_country(members, text.text, text.n))
        table_name_member(lookup->table, members->dimension, member, text.text, text.n);
    warn_country(members, lookup, csv, &text);
    warn_unclear(members, lookup, csv, &text, &unit);
    *meaning = meaning_of(member, unit.multiplier);
    return string_cache_add(&members->cache, lookup->arena, field->text, field->n, *meaning);
}

bool members_add(struct members *members, struct member_lookup *lookup, const char *text,
                 uint32_t *member, int *multiplier)
{
    struct unit unit = { .name = NULL };
    bool ok = add(members, lookup, text, strlen(text), member, &unit);

    *multiplier = unit.multiplier;
    return ok;
}

/* members.c - finds the member that a text names. */
#include "readers/members.h"

#include <string.h>

#include "base/strings.h"
#include "readers/csv/sample.h"

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

/* The canonical name of a member. NULL: the text itself is the name. */
static const char *canonical(const struct members *members, struct member_lookup *lookup,
                             const char *text, size_t n, int *multiplier)
{
    const char *alias = alias_of(lookup->format, members->name, text, n);
    struct unit unit = { NULL, 0 };

    if (alias != NULL || n == 0)
        return alias;
    switch (members->kind) {
    case MEMBER_COUNTRY:
        return country_find(text, n);
    case MEMBER_FLOW:
        return flow_find(text, n);
    case MEMBER_FLOW_IN_TEXT:
        text = lookup->format->read_flow(text, n);
        return text != NULL ? text : "";
    case MEMBER_UNIT:
        if (unit_read(lookup->arena, text, n, &unit))
            *multiplier = unit.multiplier;
        return unit.name;
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
                uint32_t *member, int *multiplier)
{
    const char *other = canonical(members, lookup, text, n, multiplier);

    if (other != NULL) {
        text = other;
        n = strlen(other);
    }
    *member = table_intern_member(lookup->table, members->dimension, text, n);
    return sheaf_table_status(lookup->table) == SHEAF_OK;
}

bool members_look_up(struct members *members, struct member_lookup *lookup, struct csv *csv,
                     const struct csv_field *field, uint64_t *meaning)
{
    struct csv_field text = members->is_labelled ? field_code(field) : field_trimmed(field);
    uint32_t member;
    int multiplier = 0;

    if (!csv_check_text(csv, &text) ||
        !add(members, lookup, text.text, text.n, &member, &multiplier))
        return false;
    if (members->is_labelled && members->kind != MEMBER_UNIT) {
        struct csv_field name = field_name(field);

        table_name_member(lookup->table, members->dimension, member, name.text, name.n);
    }
    *meaning = meaning_of(member, multiplier);
    return string_cache_add(&members->cache, lookup->arena, field->text, field->n, *meaning);
}

bool members_add(struct members *members, struct member_lookup *lookup, const char *text,
                 uint32_t *member, int *multiplier)
{
    *multiplier = 0;
    return add(members, lookup, text, strlen(text), member, multiplier);
}

/* part_roles.c - tells the whole from its parts among several series. */
#include "series/part_roles.h"

#include <string.h>

#include "series/series.h"
#include "vocabulary/vocabulary.h"

/* The attributes that are dimensions with wholes. */
static const struct attribute {
    const char *dimension;
    const char *(*of)(const sheaf_series *series);
} attributes[] = {
    { "partner", sheaf_series_partner },
    { "reporter", sheaf_series_reporter },
    { "product", sheaf_series_product },
    { "flow", sheaf_series_flow },
};

enum { ATTRIBUTES = sizeof attributes / sizeof *attributes };

/* A series that differs in none of the attributes differs by its name, which is a member of a
 * dimension of the file's own. */
static const struct attribute by_name = { "", sheaf_series_name };

/* The name that the file gives beside the member; "": none. */
static const char *name_of(const struct attribute *attribute, const sheaf_series *series)
{
    if (attribute->of == sheaf_series_product)
        return series_product_name(series);
    return strcmp(attribute->of(series), sheaf_series_name(series)) == 0
               ? sheaf_series_label(series)
               : "";
}

static enum member_role role_of(const struct attribute *attribute, const sheaf_series *series)
{
    return member_role_of(attribute->dimension, attribute->of(series), name_of(attribute, series));
}

/* True when the series are of different members. The remainder of others has none. */
static bool differs(const struct attribute *attribute, const sheaf_series_list *list)
{
    const char *first = NULL;

    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const char *member = attribute->of(sheaf_series_list_at(list, i));

        if (member[0] == '\0')
            continue;
        if (first != NULL && strcmp(first, member) != 0)
            return true;
        first = member;
    }
    return false;
}

/* Series of one member are of the dimension that names them. */
static bool is_named_by(const struct attribute *attribute, const sheaf_series_list *list)
{
    const sheaf_series *first = sheaf_series_list_at(list, 0);

    return sheaf_series_list_count(list) == 1 && first != NULL && attribute->of(first)[0] != '\0' &&
           strcmp(attribute->of(first), sheaf_series_name(first)) == 0;
}

/* One attribute -------------------------------------------------------------------------- */

struct kinds {
    const sheaf_series *part, *group, *whole, *rest; /* the first of each; NULL: there is none */
};

/* What each series is by the attribute, each text read once: check_group asks for all of them a group.
 * NULL when memory runs out. */
static enum member_role *read_roles(const struct attribute *attribute,
                                    const sheaf_series_list *list, struct arena *arena)
{
    size_t n = sheaf_series_list_count(list);
    enum member_role *roles = arena_array(arena, enum member_role, n);

    for (size_t i = 0; roles != NULL && i < n; i++)
        roles[i] = role_of(attribute, sheaf_series_list_at(list, i));
    return roles;
}

static struct kinds find_kinds(const struct attribute *attribute, const sheaf_series_list *list,
                               const enum member_role *roles)
{
    struct kinds kinds = { NULL, NULL, NULL, NULL };

    for (size_t i = sheaf_series_list_count(list); i-- > 0;) {
        const sheaf_series *series = sheaf_series_list_at(list, i);

        switch (roles[i]) {
        case MEMBER_WHOLE:
            kinds.whole = series;
            break;
        case MEMBER_GROUP:
            kinds.group = series;
            break;
        case MEMBER_UNSPECIFIED:
            kinds.rest = series;
            break;
        default:
            if (attribute->of(series)[0] != '\0')
                kinds.part = series;
            break;
        }
    }
    return kinds;
}

static void check_products(const sheaf_series_list *list, sheaf_error *error)
{
    const sheaf_series *first = NULL;
    char one[PRODUCT_SPLIT_TEXT], other[PRODUCT_SPLIT_TEXT];

    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const sheaf_series *series = sheaf_series_list_at(list, i);
        const char *product = sheaf_series_product(series);
        struct product_split a, b;

        if (product[0] == '\0' || member_role_of("product", product, NULL) != MEMBER_PART)
            continue;
        first = first == NULL ? series : first;
        a = product_split_of(sheaf_series_product(first));
        b = product_split_of(product);
        if (!product_splits_equal(&a, &b))
            fail(error, SHEAF_BAD_INPUT,
                 "products are split in two ways here, by %s ('%.60s') and by %s ('%.60s'), which "
                 "are never added together; leave one split out",
                 product_split_text(&a, one), sheaf_series_product(first),
                 product_split_text(&b, other), product);
    }
}

/* Few flows have parts, so series are compared with those of whole flows only. */
static void check_flows(const sheaf_series_list *list, sheaf_error *error)
{
    static const char *const wholes[] = { "exports", "imports" };
    size_t n = sheaf_series_list_count(list);

    for (size_t w = 0; w < sizeof wholes / sizeof *wholes; w++) {
        const sheaf_series *whole = NULL, *part = NULL;

        for (size_t i = 0; i < n; i++) {
            const sheaf_series *series = sheaf_series_list_at(list, i);

            if (strcmp(sheaf_series_flow(series), wholes[w]) == 0)
                whole = series;
            else if (flow_is_part_of(sheaf_series_flow(series), wholes[w]))
                part = series;
        }
        if (whole != NULL && part != NULL)
            fail(error, SHEAF_BAD_INPUT,
                 "'%.60s' are part of '%.60s' already, and never added to them; leave one out",
                 sheaf_series_name(part), sheaf_series_name(whole));
    }
}

/* A group must not hold the members of the other groups, or the parts beside it. */
static void check_group(const struct attribute *attribute, const sheaf_series_list *list,
                        const enum member_role *roles, size_t at, sheaf_error *error)
{
    const sheaf_series *group = sheaf_series_list_at(list, at);
    const char *sum =
        member_sum_of(attribute->dimension, attribute->of(group), name_of(attribute, group));

    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        const sheaf_series *other = sheaf_series_list_at(list, i);
        const char *member = attribute->of(other);

        if (roles[i] == MEMBER_PART && member[0] != '\0' && group_may_hold(sum, member))
            fail(error, SHEAF_BAD_INPUT,
                 "'%.60s' is a group, and '%.60s' may be in it; they are never added or ranked "
                 "together: leave one out",
                 sheaf_series_name(group), sheaf_series_name(other));
        else if (roles[i] == MEMBER_GROUP && i > at &&
                 groups_overlap(
                     sum, member_sum_of(attribute->dimension, member, name_of(attribute, other))))
            fail(error, SHEAF_BAD_INPUT,
                 "the groups '%.60s' and '%.60s' may have members in common; they are never added "
                 "or ranked together: leave one out",
                 sheaf_series_name(group), sheaf_series_name(other));
    }
}

/* Gives the series their roles by one attribute. Where nothing but groups and wholes is here, the
 * groups are parts, and where nothing but wholes is, they are. */
static void take_attribute(struct part_roles *roles, const struct attribute *attribute,
                           const sheaf_series_list *list, struct arena *arena, sheaf_error *error)
{
    const enum member_role *read = read_roles(attribute, list, arena);

    if (read == NULL) {
        fail_memory(error);
        return;
    }
    struct kinds kinds = find_kinds(attribute, list, read);
    bool has_parts = kinds.part != NULL || kinds.group != NULL || kinds.rest != NULL;

    for (size_t i = 0; i < sheaf_series_list_count(list); i++) {
        if (read[i] == MEMBER_GROUP && error->status == SHEAF_OK)
            check_group(attribute, list, read, i, error);
        if (read[i] == MEMBER_WHOLE && has_parts)
            roles->of[i] = PART_LEFT_OUT;
        else if (read[i] == MEMBER_UNSPECIFIED && roles->of[i] == PART_COUNTED)
            roles->of[i] = PART_UNRANKED;
    }
    if (has_parts && roles->whole == NULL)
        roles->whole = kinds.whole;
}

bool part_roles_find(struct part_roles *roles, const sheaf_series_list *list, struct arena *arena,
                     sheaf_error *error)
{
    bool any = false;
    sheaf_error own = { 0 };

    *roles = (struct part_roles){ arena_array(arena, enum part_role, sheaf_series_list_count(list)),
                                  NULL };
    if (roles->of == NULL)
        return false;
    for (size_t i = 0; i < ATTRIBUTES; i++)
        if (differs(&attributes[i], list) || is_named_by(&attributes[i], list)) {
            take_attribute(roles, &attributes[i], list, arena, &own);
            any = true;
        }
    if (!any)
        take_attribute(roles, &by_name, list, arena, &own);
    if (differs(&attributes[2], list))
        check_products(list, &own);
    if (differs(&attributes[3], list))
        check_flows(list, &own);
    error_take(error, &own);
    return own.status == SHEAF_OK;
}

bool series_is_part(const sheaf_series *series)
{
    const char *name = sheaf_series_name(series);
    enum member_role role = role_of(&by_name, series);

    for (size_t i = 0; i < ATTRIBUTES; i++)
        if (strcmp(attributes[i].of(series), name) == 0)
            role = role_of(&attributes[i], series);
    return role != MEMBER_WHOLE && role != MEMBER_GROUP;
}

bool series_is_part_of(const sheaf_series *part, const sheaf_series *whole)
{
    bool found = false;

    for (size_t i = 0; i < ATTRIBUTES; i++) {
        const char *a = attributes[i].of(part), *b = attributes[i].of(whole);

        if (strcmp(a, b) == 0)
            continue;
        if (a[0] == '\0' || role_of(&attributes[i], whole) != MEMBER_WHOLE ||
            role_of(&attributes[i], part) == MEMBER_WHOLE)
            return false;
        found = true;
    }
    return found;
}

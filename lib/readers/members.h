/* members.h - the texts of a column made members of a dimension: countries, flows, units and
 * products in one spelling whatever the file has. */
#ifndef SHEAF_READERS_MEMBERS_H
#define SHEAF_READERS_MEMBERS_H

#include "base/string_cache.h"
#include "input/csv.h"
#include "readers/formats/format.h"
#include "table/table.h"
#include "vocabulary/member_kinds.h"
#include "vocabulary/vocabulary.h"

/* What several dimensions of one file look their members up with. */
struct member_lookup {
    sheaf_table *table;
    struct arena *arena;
    const struct delimited_format *format;
};

struct members {
    size_t dimension; /* of the table */
    const char *name;
    enum member_kind kind;
    bool is_labelled; /* "A: Annual": the code is meant */
    struct string_cache cache;
};

/* A member and its power of ten, as a cache keeps them. */
enum { MULTIPLIER_BIAS = 128 };

/* Looks a text up that the cache has not met. */
bool members_look_up(struct members *members, struct member_lookup *lookup, struct csv *csv,
                     const struct csv_field *field, uint64_t *meaning);

/* The member that a text is, added to the table where it is new; of a unit, *multiplier
 * is its power of ten. False: the table's error says why (place is the field's). */
static inline bool members_find(struct members *members, struct member_lookup *lookup,
                                struct csv *csv, const struct csv_field *field, uint32_t *member,
                                int *multiplier)
{
    uint64_t meaning;

    if (!string_cache_find(&members->cache, field->text, field->n, &meaning) &&
        !members_look_up(members, lookup, csv, field, &meaning))
        return false;
    *member = (uint32_t)meaning;
    *multiplier = (int)(meaning >> 32) - MULTIPLIER_BIAS;
    return true;
}

/* The same for a text that is not the file's: a constant's. */
bool members_add(struct members *members, struct member_lookup *lookup, const char *text,
                 uint32_t *member, int *multiplier);
/* The code of "A: Annual". */
struct csv_field field_code(const struct csv_field *field);

#endif

/* members.h - turns the texts of a column into members of a dimension; countries, flows, units and
 * products get their canonical names. */
#ifndef SHEAF_READERS_MEMBERS_H
#define SHEAF_READERS_MEMBERS_H

#include "base/string_cache.h"
#include "input/csv.h"
#include "readers/formats/format.h"
#include "table/table.h"
#include "vocabulary/member_kinds.h"
#include "vocabulary/vocabulary.h"

/* What all dimensions of a file use to look members up. */
struct member_lookup {
    sheaf_table *table;
    struct arena *arena;
    const struct delimited_format *format;
};

struct members {
    size_t dimension; /* of the table */
    const char *name;
    enum member_kind kind;
    const struct format_text *in_text; /* of MEMBER_IN_TEXT */
    bool is_code;         /* numbers are codes of the format's office, not of ISO 3166 */
    bool is_labelled;     /* cells are "A: Annual", of which the code counts */
    bool is_of_quantity;  /* units of quantities: "kgs" are kilograms */
    bool keeps_numbers;   /* countries: numbers are the office's own codes, not ISO 3166's */
    bool na_is_missing;   /* countries: "NA" is not Namibia */
    bool has_other_codes; /* countries: names or alpha-3 codes, so that "No" is likely a word */
    struct string_cache cache; /* texts to member numbers (low half), powers of ten (high half) */
};

enum { MULTIPLIER_BIAS = 128 }; /* keeps powers of ten in the cache positive */

/* Messages about numeric codes that no format explains. */
#define FLOW_NUMBER                                                                                \
    "a flow's number, which stands for imports at one office and for exports at another; it is "   \
    "kept as it is"
#define COUNTRY_NUMBER                                                                             \
    "no country of ISO 3166, whose numbers the others are taken for; if they are an office's own " \
    "codes, read the column under another name, with " SETTING(                                    \
        "columns: {partner_code: its header}")

/* Looks up a text that is not in the cache, and adds it. */
bool members_look_up(struct members *members, struct member_lookup *lookup, struct csv *csv,
                     const struct csv_field *field, uint64_t *meaning);

/* The member that a field names, which is added to the table if it is new. *multiplier is the power
 * of ten of a unit. False: failed, at the field. */
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

/* The same for a constant, which is not in the file. */
bool members_add(struct members *members, struct member_lookup *lookup, const char *text,
                 uint32_t *member, int *multiplier);
/* The code of "A: Annual". */
struct csv_field field_code(const struct csv_field *field);

#endif

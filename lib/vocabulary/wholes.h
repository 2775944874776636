/* wholes.h - what a member is to the others of its dimension: a part, the sum of all, the sum of
 * some, or unknown. Sums must not be added to their parts. */
#ifndef SHEAF_VOCABULARY_WHOLES_H
#define SHEAF_VOCABULARY_WHOLES_H

#include <stdbool.h>
#include <stddef.h>

enum member_role {
    MEMBER_PART,       /* an ordinary member: a country, a product, exports */
    MEMBER_WHOLE,      /* the sum of all: partner WLD, product TOTAL, flow turnover, "_T" */
    MEMBER_GROUP,      /* the sum of some, or another split of the whole: EU27_2020, ASEAN, M49's
                        * regions, WITS's WTO_H4_Aggri; flow balance */
    MEMBER_UNSPECIFIED /* secret, unknown or the rest: QP to QZ, _X, "Areas, nes", "Other". It
                        * counts in sums and has no rank */
};

/* The role of a member by its code, or by the name that the file gives beside the code (may be NULL
 * or ""). A name that is a country's makes any code a part: "004 Germany". */
enum member_role member_role_of(const char *dimension, const char *code, const char *name);

/* What a whole or a group is the sum of, whatever it is called: "WLD" for W1 and "всего по странам",
 * "EU" for EU27_2020 and EU28, "TOTAL" for AllSubHeading. NULL: it is no sum, or of nothing that has
 * a name. */
const char *member_sum_of(const char *dimension, const char *code, const char *name);

/* True when two groups, by what they are sums of, are known to have members in common. Of NULL nothing is
 * known. */
bool groups_overlap(const char *a, const char *b);
/* True unless a group, by what it is a sum of, is known to have no such member. */
bool group_may_hold(const char *sum, const char *country);

/* True for a product that readers call TOTAL: a phrase for all goods. Codes such as AllSubHeading
 * keep their spelling. */
bool product_is_total(const char *text);

/* True when a flow is a part of another one: re-exports and domestic exports of exports, re-imports
 * and foreign imports of imports. */
bool flow_is_part_of(const char *flow, const char *of);

#endif

/* part_roles.h - which of several series are parts of a whole, which are the whole itself, and which
 * are unspecified. The series differ in one attribute (partner, product …); one that differs in none
 * is judged by its name. */
#ifndef SHEAF_SERIES_PART_ROLES_H
#define SHEAF_SERIES_PART_ROLES_H

#include "base/memory.h"
#include "sheaf/algebra.h"

enum part_role {
    PART_COUNTED,  /* counts in sums and ranks */
    PART_UNRANKED, /* secret, unspecified or the rest: counts in sums only */
    PART_LEFT_OUT  /* the whole, which its parts add up to */
};

struct part_roles {
    enum part_role *of;        /* [series] */
    const sheaf_series *whole; /* NULL: none of them is */
};

/* Memory comes from the arena. False, and error says why: a group stands beside its members, products
 * are split in two ways, or re-exports stand beside exports. */
bool part_roles_find(struct part_roles *roles, const sheaf_series_list *list, struct arena *arena,
                     sheaf_error *error);

/* Of one of several, which is called by its member: whether that is neither a whole nor a group. */
bool series_is_part(const sheaf_series *series);

/* True when whole is the sum of all in an attribute in which part is a part, and both agree in all
 * others. */
bool series_is_part_of(const sheaf_series *part, const sheaf_series *whole);

#endif

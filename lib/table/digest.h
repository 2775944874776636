/* digest.h - whether a table, or some of its series, is what it was in an earlier process. Lines do not
 * count: rows may have moved. */
#ifndef SHEAF_TABLE_DIGEST_H
#define SHEAF_TABLE_DIGEST_H

#include "table/table.h"

/* 128 bits against chance, not against forgery. {0}: of nothing. */
struct table_digest {
    uint64_t a, b;
};

/* Adds all but the rows: dimensions, members with their names, which series there are, and how
 * figures were derived. */
void table_digest_frame(const sheaf_table *table, struct table_digest *digest);
/* Adds the rows of the series, in their order. */
void table_digest_series(const sheaf_table *table, uint32_t series, struct table_digest *digest);
void table_digest_add(struct table_digest *digest, const struct table_digest *other);

#endif

/* without.h - the members that a data entry leaves out: "partner: EU", a list of these, or a mapping
 * {partner: [EU, World]}. */
#ifndef SHEAF_SHEET_SPEC_WITHOUT_H
#define SHEAF_SHEET_SPEC_WITHOUT_H

#include "sheet/spec/reader.h"

/* The table without these rows, which the caller destroys; NULL when node is NULL, and after a
 * failure. */
sheaf_table *spec_table_without(struct spec_reader *reader, const struct node *node,
                                const sheaf_table *table);

#endif

/* entry_parts.h - what the files of an entry share. */
#ifndef SHEAF_READERS_ENTRY_PARTS_H
#define SHEAF_READERS_ENTRY_PARTS_H

#include "readers/entry.h"

static inline bool is_dimension(enum header_role role)
{
    return role == HEADER_NONE || role >= HEADER_REPORTER;
}

static inline bool failed(const struct entry *entry)
{
    return sheaf_table_status(entry->table) != SHEAF_OK;
}

/* Both leave the reason in the entry; false. */
bool entry_refuse(struct entry *entry, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool entry_refuse_doubled(struct entry *entry, const char *name);

#endif

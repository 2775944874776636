/* observation_builder_parts.h - shared by the files observation_builder*.c. */
#ifndef SHEAF_READERS_OBSERVATION_BUILDER_PARTS_H
#define SHEAF_READERS_OBSERVATION_BUILDER_PARTS_H

#include "readers/observation_builder.h"

static inline bool is_dimension(enum header_role role)
{
    return role == HEADER_NONE || role >= HEADER_REPORTER;
}

static inline bool failed(const struct observation_builder *builder)
{
    return sheaf_table_status(builder->table) != SHEAF_OK;
}

/* Leave the reason in the builder. Return false. */
bool builder_refuse(struct observation_builder *builder, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool builder_refuse_doubled(struct observation_builder *builder, const char *name);

#endif

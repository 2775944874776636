/* reading.h - for the fuzzers of readers: whatever the bytes, the table that comes of them is
 * whole, or there is one message. */
#ifndef TESTS_FUZZ_READING_H
#define TESTS_FUZZ_READING_H

#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "period/period.h"
#include "require.h"
#include "sheaf/table.h"

static inline void require_row(const sheaf_table *table, size_t index)
{
    sheaf_row row = SHEAF_ROW_INIT;

    require(sheaf_table_row(table, index, &row));
    require(period_valid(row.period));
    require(!isinf(row.value));
    require(row.status >= 'A' && row.status <= 'Z');
    require(row.confidentiality >= 'A' && row.confidentiality <= 'Z');
    for (size_t i = 0; i < sheaf_table_dimension_count(table); i++) {
        const char *member = sheaf_table_row_member(table, index, i);

        require(member != NULL && utf8_valid(member, strlen(member), NULL));
    }
}

static inline void require_whole(sheaf_table *table)
{
    const sheaf_error *error = sheaf_table_error(table);

    if (sheaf_table_status(table) == SHEAF_OK) {
        for (size_t i = 0; i < sheaf_table_row_count(table); i++)
            require_row(table, i);
    } else {
        require(error->message[0] != '\0');
        require(utf8_valid(error->message, strlen(error->message), NULL));
    }
    sheaf_table_destroy(table);
}

/* By the format of that name, and by the one that the bytes look like. */
static inline void require_reading(const char *format, const uint8_t *data, size_t n)
{
    sheaf_read_options options = { .format = format };

    require_whole(sheaf_table_read_bytes_with(NULL, "fuzz", data, n, &options));
    require_whole(sheaf_table_read_bytes(NULL, "fuzz", data, n));
}

#endif

/* writer.h - the formats that tables are written in. A new format is one file with a
 * struct writer, one row in writer.c and one value of sheaf_data_format. */
#ifndef SHEAF_WRITE_WRITER_H
#define SHEAF_WRITE_WRITER_H

#include "base/buffer.h"
#include "base/number.h"
#include "sheaf/table.h"

struct writer {
    sheaf_data_format format;
    const char *name; /* as --to names it */
    /* Failures go to the buffer's error. The table has not failed. */
    void (*write)(const sheaf_table *table, struct buffer *into);
};

extern const struct writer text_writer, csv_writer, json_writer, sdmx_csv_writer, xlsx_writer;

/* Which optional columns are needed, because a row has something to say in them. */
struct writer_columns {
    bool multiplier, decimals, status, confidentiality, derived, estimated, growth;
    bool bounds; /* the interval is not that of the decimals */
};
struct writer_columns writer_columns(const sheaf_table *table);

/* Writes a row's value as given. A derived one, whose digits need not hold, is never rounded to tens:
 * 10, not 1e1. "" for NaN. */
size_t writer_value(char out[NUMBER_GIVEN], const sheaf_row *row);

/* Writes a field of delimited values, quoted if necessary (RFC 4180). */
void writer_field(struct buffer *into, const char *text);

#endif

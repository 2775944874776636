/* spec_reading.h - what a spec says of how its data files are to be read. */
#ifndef SHEAF_SHEET_SPEC_READING_H
#define SHEAF_SHEET_SPEC_READING_H

#include "sheet/reader.h"

enum {
    DATA_FILE,
    DATA_SOURCE,
    DATA_FORMAT,
    DATA_ENCODING,
    DATA_SEPARATOR,
    DATA_DECIMAL,
    DATA_HEADER,
    DATA_FREQUENCY,
    DATA_QUERY,
    DATA_COLUMNS,
    DATA_SET,
    DATA_KEYS
};

/* From the values of a data entry's keys; the texts are the document's. False after a
 * failure. */
bool reading_options(struct reader *reader, const struct node *const *values,
                     sheaf_read_options *options);

#endif

/* read_options.h - what a spec says of how its data files are to be read. */
#ifndef SHEAF_SHEET_SPEC_READ_OPTIONS_H
#define SHEAF_SHEET_SPEC_READ_OPTIONS_H

#include "sheet/spec/reader.h"

enum {
    DATA_FILE,
    DATA_ODBC,
    DATA_SOURCE,
    DATA_FORMAT,
    DATA_ENCODING,
    DATA_SEPARATOR,
    DATA_DECIMAL,
    DATA_HEADER,
    DATA_FREQUENCY,
    DATA_DATES,
    DATA_X,
    DATA_FINANCIAL_YEAR,
    DATA_QUERY,
    DATA_SHEET,
    DATA_COLUMNS,
    DATA_SET,
    DATA_WITHOUT,
    DATA_PREVIOUS,
    DATA_KEYS
};

/* From the values of a data entry's keys; the texts are the document's. False after a
 * failure. */
bool spec_read_options(struct spec_reader *reader, const struct node *const *values,
                       sheaf_read_options *options);

#endif

/* comtrade_json.h - the differences between UN Comtrade's APIs, for the files of their reader
 * only. */
#ifndef SHEAF_READERS_JSON_COMTRADE_JSON_H
#define SHEAF_READERS_JSON_COMTRADE_JSON_H

#include "readers/formats/format.h"

struct comtrade_answer {
    const char *records;                   /* name of the member with the records */
    const struct format_column *columns;   /* only those of COLUMN_DIMENSION are used */
    const struct format_measure *measures; /* the first is the value */
    const char *year, *month;              /* keys in records without "period"; month may be NULL */
};

/* The API before 2023 (comtrade_json_legacy.c). */
extern const struct comtrade_answer comtrade_legacy_answer;

#endif

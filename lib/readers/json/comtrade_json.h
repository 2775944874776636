/* comtrade_json.h - what sets the answers of UN Comtrade's interfaces apart, for the files of
 * their reader only. */
#ifndef SHEAF_READERS_JSON_COMTRADE_JSON_H
#define SHEAF_READERS_JSON_COMTRADE_JSON_H

#include "readers/formats/format.h"

struct comtrade_answer {
    const char *records;                   /* the member that holds them */
    const struct format_column *columns;   /* of use for COLUMN_DIMENSION only */
    const struct format_measure *measures; /* the first is the value */
    const char *year, *month;              /* of a record without "period"; month: NULL, none */
};

/* The interface before 2023 (comtrade_json_legacy.c). */
extern const struct comtrade_answer comtrade_legacy_answer;

#endif

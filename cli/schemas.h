/* schemas.h - the JSON Schemas of samples/, in the program. */
#ifndef CLI_SCHEMAS_H
#define CLI_SCHEMAS_H

#include <stddef.h>

extern const unsigned char sheet_schema[], theme_schema[];
extern const size_t sheet_schema_size, theme_schema_size;

#endif

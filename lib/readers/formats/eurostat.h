/* eurostat.h - Eurostat's flags of values. */
#ifndef SHEAF_READERS_FORMATS_EUROSTAT_H
#define SHEAF_READERS_FORMATS_EUROSTAT_H

#include <stdbool.h>
#include <stddef.h>

/* Reads flags of the letters b c d e f i n p r s u z as SDMX's status and confidentiality. False:
 * there is another letter. */
bool eurostat_read_flags(const char *text, size_t n, char *status, char *confidentiality);

#endif

/* eurostat.h - the letters that Eurostat sets beside its figures. */
#ifndef SHEAF_READERS_FORMATS_EUROSTAT_H
#define SHEAF_READERS_FORMATS_EUROSTAT_H

#include <stdbool.h>
#include <stddef.h>

/* b c d e f n p r s u z, one or more: SDMX's status and confidentiality. False: another. */
bool eurostat_read_flags(const char *text, size_t n, char *status, char *confidentiality);

#endif

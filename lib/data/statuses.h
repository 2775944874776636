/* statuses.h - how sure a figure is, and whether it may be shown. */
#ifndef SHEAF_DATA_STATUSES_H
#define SHEAF_DATA_STATUSES_H

#include <stddef.h>

/* SDMX CL_OBS_STATUS, or CL_CONF_STATUS, from a letter in either case, "P: Provisional value"
 * or a word ("provisional", "предварительно", "estimate"). '\0': not known. What letters a
 * single office uses otherwise (Eurostat's s, z, r, c) is its reader's business. */
char status_find(const char *text, size_t n);
char confidentiality_find(const char *text, size_t n);

#endif

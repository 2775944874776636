/* statuses.h - how sure a figure is, and whether it may be shown. */
#ifndef SHEAF_VOCABULARY_STATUSES_H
#define SHEAF_VOCABULARY_STATUSES_H

#include <stddef.h>

/* SDMX CL_OBS_STATUS, or CL_CONF_STATUS, from a letter in either case, "P: Provisional value"
 * or a word ("provisional", "предварительно", "estimate"). '\0': not known. What letters a
 * single office uses otherwise (Eurostat's s, z, r, c) is its reader's business. */
char status_find(const char *text, size_t n);
char confidentiality_find(const char *text, size_t n);

/* What is said of another text: formats, of its bytes and their count. */
#define NO_STATUS                                                                                  \
    "'%.*s' is no status; SDMX's letters are A normal, B break, D definition differs, "            \
    "E estimated, F forecast, G experimental, I imputed, L not collected, M cannot exist, "        \
    "N not significant, O missing, P provisional, Q suppressed, U low reliability, V unvalidated"
#define NO_CONFIDENTIALITY                                                                         \
    "'%.*s' is no confidentiality; SDMX's letters are F free, C confidential, "                    \
    "N not for publication, D secondary confidentiality"

#endif

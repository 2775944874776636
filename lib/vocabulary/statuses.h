/* statuses.h - observation statuses (estimated, provisional …) and confidentiality. */
#ifndef SHEAF_VOCABULARY_STATUSES_H
#define SHEAF_VOCABULARY_STATUSES_H

#include <stddef.h>

/* The letter of SDMX's CL_OBS_STATUS, or CL_CONF_STATUS, for a letter in either case, "P:
 * Provisional value", or a word ("provisional", "предварительно", "estimate"). '\0': unknown.
 * Letters that one office uses differently (Eurostat's s, z, r, c) are left to its reader. */
char status_find(const char *text, size_t n);
char confidentiality_find(const char *text, size_t n);

/* Messages about other texts: formats that take the length of the text and the text. */
#define NO_STATUS                                                                                  \
    "'%.*s' is no status; SDMX's letters are A normal, B break, D definition differs, "            \
    "E estimated, F forecast, G experimental, I imputed, L not collected, M cannot exist, "        \
    "N not significant, O missing, P provisional, Q suppressed, U low reliability, V unvalidated"
#define NO_CONFIDENTIALITY                                                                         \
    "'%.*s' is no confidentiality; SDMX's letters are F free, C confidential, "                    \
    "N not for publication, D secondary confidentiality"

#endif

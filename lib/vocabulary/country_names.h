/* country_names.h - names of countries in trade files that ICU does not have. */
#ifndef SHEAF_VOCABULARY_COUNTRY_NAMES_H
#define SHEAF_VOCABULARY_COUNTRY_NAMES_H

#include <stddef.h>

struct country_names {
    const char *iso3;
    const char *names; /* delimited by '|'; compared as country_words.h says */
};

extern const struct country_names country_names[];
extern const size_t country_names_count;

#endif

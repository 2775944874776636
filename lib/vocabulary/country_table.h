/* country_table.h - every name of a country that ICU knows, sorted; written when Sheaf is built
 * by make_country_table.c, so that finding a name asks for no memory and no gathering. */
#ifndef SHEAF_VOCABULARY_COUNTRY_TABLE_H
#define SHEAF_VOCABULARY_COUNTRY_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* Offsets instead of pointers: a table of pointers would be relocated at every start. */
struct country_name {
    uint32_t words; /* in country_table_text, as country_words_join gives them */
    char iso3[4];   /* "": several countries are called so */
};

struct country_table {
    const struct country_name *names; /* by their words' bytes */
    size_t count;
};

/* What trade files write (country_names.c), and the names in English, Russian, Kazakh and
 * Chinese; the names in all other languages that are none of these. */
extern const struct country_table country_usual_names, country_other_names;
extern const char country_table_text[];

#endif

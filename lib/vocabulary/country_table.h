/* country_table.h - every name of a country in every language of ICU, sorted.
 *
 * make_country_table.c writes the table when Sheaf is built: a look-up then allocates nothing, and
 * no program has to collect the names first. */
#ifndef SHEAF_VOCABULARY_COUNTRY_TABLE_H
#define SHEAF_VOCABULARY_COUNTRY_TABLE_H

#include <stddef.h>
#include <stdint.h>

/* Offsets instead of pointers: a table of pointers would be relocated at every start. */
struct country_name {
    uint32_t words; /* offset in country_table_text; as country_words_join writes them */
    char iso3[4];   /* "": several countries have this name; "150", "0EU": a region has it */
};

struct country_table {
    const struct country_name *names; /* sorted by strcmp of their words */
    size_t count;
};

/* usual: names in trade files (country_names.c), and in English, Russian, Kazakh and Chinese.
 * other: names in all other languages, without those that are usual already. */
extern const struct country_table country_usual_names, country_other_names;
extern const char country_table_text[];

#endif

/* country_codes.h - countries by code: ISO 3166-1, M49, and what UN Comtrade, the World Bank
 * and Eurostat write instead. Plain tables; nothing is allocated. */
#ifndef SHEAF_VOCABULARY_COUNTRY_CODES_H
#define SHEAF_VOCABULARY_COUNTRY_CODES_H

#include <stdbool.h>
#include <stddef.h>

struct country_code {
    char iso3[4], iso2[3];
    unsigned short m49; /* 0: none */
};

extern const struct country_code country_codes[];
extern const size_t country_code_count;

/* Returns the alpha-3 code (static) of an alpha-2 ("KZ", "UK", "EL"), alpha-3 ("KAZ", the World
 * Bank's "ROM") or numeric code ("398", "4", "004", Comtrade's "842"); letters must be capitals.
 * W00, 0 and 001 give "WLD". An area of statistics ("EU27_2020", "EA20") is its own code. NULL:
 * the text is none of these. */
const char *country_code_find(const char *text, size_t n);

/* True for a number of ISO 3166-1 or M49, of now or before, and for those that UN Comtrade uses
 * beside them ("899", areas not specified). Other offices number countries in their own ways:
 * China's customs 116 is Japan, 304 Germany. */
bool country_number_is_known(const char *text, size_t n);

/* True for an alpha-3 code of ISO 3166, which has a name in every language; false for WLD and
 * other areas. */
bool country_is_iso3(const char *code);

#endif

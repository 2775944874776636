/* countries.h - whatever a file calls a country, tables call it by ISO 3166 alpha-3. */
#ifndef SHEAF_VOCABULARY_COUNTRIES_H
#define SHEAF_VOCABULARY_COUNTRIES_H

#include <stddef.h>

/* "KAZ" for KZ, KAZ, 398, "Kazakhstan", "Казахстан", "Қазақстан", "哈萨克斯坦",
 * "KZ: Kazakhstan"; "WLD" for W00, 0, "World", "весь мир", "世界"; the European Union
 * ("EU27_2020") and its kin stay as they are. NULL: none that we know; the text is then kept
 * as it stands. Static. Surrounding spaces, case, accents and the order of words do not count.
 * UK is GBR and EL is GRC, as Eurostat writes them; 842 is USA, as Comtrade does. Names are
 * known in each of ICU's languages; one that two countries have is neither's. */
const char *country_find(const char *text, size_t n);

#endif

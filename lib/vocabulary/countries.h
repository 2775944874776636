/* countries.h - countries by ISO 3166 alpha-3, whatever a file calls them. */
#ifndef SHEAF_VOCABULARY_COUNTRIES_H
#define SHEAF_VOCABULARY_COUNTRIES_H

#include <stdbool.h>
#include <stddef.h>

/* Returns a static code, or NULL when the text is no known country; callers then keep the text.
 *
 * "KAZ" for KZ, KAZ, 398, "Kazakhstan", "Казахстан", "Қазақстан", "哈萨克斯坦" and
 * "KZ: Kazakhstan"; "WLD" for W00, 0, "World", "весь мир" and "世界". Areas such as the European
 * Union ("EU27_2020") keep their own code. Surrounding spaces, case, accents and the order of
 * words are ignored. UK is GBR and EL is GRC, as Eurostat writes them; 842 is USA, as in
 * Comtrade. Names are known in every language of ICU; a name that two countries share finds
 * neither. */
const char *country_find(const char *text, size_t n);
/* The code by which a member is named to readers: country_find's, or WLD for W0 and W1, which the UK's statistics
 * and SDMX write for the world. They keep their codes in tables, where one may stand beside the other. */
const char *country_to_name(const char *member);
/* True for the name of a region of M49 ("Central Asia", "Африка", "Amérique du Nord"), of the EU or
 * of the euro area, in any language. */
bool country_is_region(const char *text, size_t n);
/* Both, for a text that is looked up once: *region is told where the result is NULL. */
const char *country_find_or_region(const char *text, size_t n, bool *region);

#endif

/* countries.h - whatever a file calls a country, tables call it by ISO 3166 alpha-3. */
#ifndef SHEAF_DATA_COUNTRIES_H
#define SHEAF_DATA_COUNTRIES_H

#include "base/memory.h"

/* Names are gathered only when they are asked for: none for codes; then what trade files
 * write and the English names (Russian and Kazakh for a Cyrillic text, Chinese for Han); and
 * those in all of ICU's languages of the text's script only for a text that is none of these
 * nor looks like a region ("Other Asia, nes"): about 80 ms, once. One object is for one thread at a time. */
struct countries;

/* NULL when memory runs out (error says so; later failures, too, go there). */
struct countries *countries_create(const sheaf_alloc *alloc, sheaf_error *error);
void countries_destroy(struct countries *countries); /* NULL: nothing happens */

/* "KAZ" for KZ, KAZ, 398, "Kazakhstan", "Казахстан", "Қазақстан", "哈萨克斯坦",
 * "KZ: Kazakhstan"; "WLD" for W00, 0, "World", "весь мир", "世界"; the European Union
 * ("EU27_2020") and its kin stay as they are. NULL: none that we know; the text is then kept
 * as it stands. Static. Surrounding spaces, case, accents and the order of words do not count.
 * UK is GBR and EL is GRC, as Eurostat writes them; 842 is USA, as Comtrade does. */
const char *country_find(struct countries *countries, const char *text, size_t n);

#endif

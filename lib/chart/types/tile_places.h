/* tile_places.h - where countries lie as equal tiles: rows from the north, columns from the west. */
#ifndef SHEAF_CHART_TILE_PLACES_H
#define SHEAF_CHART_TILE_PLACES_H

#include <stddef.h>

struct tile_place {
    char code[4]; /* ISO 3166 alpha-3 */
    int row, column;
};

/* NULL: the country has no tile. */
const struct tile_place *tile_place_of(const char *code);
size_t tile_place_count(void);
const struct tile_place *tile_place_at(size_t index);

#endif

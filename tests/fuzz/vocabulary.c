/* vocabulary.c - any bytes as a header, a flow, a unit, a country, a status. */
#include "require.h"

#include <string.h>

#include "vocabulary/vocabulary.h"

static void read_unit(const char *text, size_t n)
{
    struct arena arena;
    struct unit unit;

    arena_init(&arena, NULL, NULL);
    if (unit_read(&arena, text, n, &unit))
        require(strlen(unit.name) <= n + 8 && unit.multiplier >= 0);
    arena_free(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *text = (const char *)data, *found;
    struct header header = header_find(text, n);

    require(header.role >= HEADER_NONE && header.role <= HEADER_SOURCE && header.multiplier >= 0);
    read_unit(text, n);
    found = flow_find(text, n);
    require(found == NULL || flow_find(found, strlen(found)) == found);
    found = country_find(text, n);
    require(found == NULL || strcmp(country_find(found, strlen(found)), found) == 0);
    status_find(text, n);
    confidentiality_find(text, n);
    return 0;
}

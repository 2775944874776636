/* regions.c - the regions of the world that countries lie in. */
#include "text/regions.h"

#include <stddef.h>

#include <unicode/uregion.h>

const char *region_of_country(const char *country, enum region_kind kind)
{
    UErrorCode status = U_ZERO_ERROR;
    const URegion *region = uregion_getRegionFromCode(country, &status);

    if (U_FAILURE(status) || uregion_getType(region) != URGN_TERRITORY)
        return NULL;
    region = uregion_getContainingRegionOfType(
        region, kind == REGION_CONTINENT ? URGN_CONTINENT : URGN_SUBCONTINENT);
    return region != NULL ? uregion_getRegionCode(region) : NULL;
}

/* regions.h - the regions of the world that countries lie in, by the United Nations' M49, as ICU has
 * them. */
#ifndef SHEAF_TEXT_REGIONS_H
#define SHEAF_TEXT_REGIONS_H

enum region_kind {
    REGION_CONTINENT, /* "142" of KAZ: Asia */
    REGION_PART       /* "143" of KAZ: Central Asia */
};

/* The static code of the region of a country by ISO 3166, alpha-2 or alpha-3, which format_country
 * names; NULL: it is no country, or lies in no region. */
const char *region_of_country(const char *country, enum region_kind kind);

#endif

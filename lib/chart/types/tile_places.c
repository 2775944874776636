/* tile_places.c - where countries lie as equal tiles.
 *
 * The arrangement is ours, and follows a rule: samples/tile-map.md publishes both, and the test
 * tiles_follow_their_rule.c computes the rule anew. */
#include "chart/types/tile_places.h"

#include <stdlib.h>
#include <string.h>

/* By code. */
static const struct tile_place places[] = {
    { "AFG", 5, 21 },  { "AGO", 13, 13 }, { "ALB", 5, 14 },  { "ARE", 7, 20 },  { "ARG", 16, 4 },
    { "ARM", 4, 18 },  { "ATG", 7, 5 },   { "AUS", 15, 27 }, { "AUT", 2, 12 },  { "AZE", 4, 19 },
    { "BDI", 12, 16 }, { "BEL", 2, 10 },  { "BEN", 10, 11 }, { "BFA", 9, 10 },  { "BGD", 7, 23 },
    { "BGR", 4, 16 },  { "BHR", 6, 20 },  { "BHS", 6, 2 },   { "BIH", 4, 13 },  { "BLR", 2, 16 },
    { "BLZ", 7, 1 },   { "BOL", 14, 4 },  { "BRA", 13, 5 },  { "BRB", 9, 5 },   { "BRN", 11, 26 },
    { "BTN", 6, 23 },  { "BWA", 14, 14 }, { "CAF", 10, 14 }, { "CAN", 1, 0 },   { "CHE", 3, 11 },
    { "CHL", 15, 3 },  { "CHN", 5, 24 },  { "CIV", 10, 9 },  { "CMR", 10, 12 }, { "COD", 12, 14 },
    { "COG", 12, 13 }, { "COL", 11, 3 },  { "COM", 13, 18 }, { "CPV", 8, 7 },   { "CRI", 10, 1 },
    { "CUB", 7, 2 },   { "CYP", 5, 16 },  { "CZE", 2, 13 },  { "DEU", 2, 11 },  { "DJI", 9, 18 },
    { "DMA", 8, 4 },   { "DNK", 1, 11 },  { "DOM", 8, 3 },   { "DZA", 6, 10 },  { "ECU", 12, 2 },
    { "EGY", 6, 16 },  { "ERI", 8, 18 },  { "ESP", 4, 9 },   { "EST", 1, 15 },  { "ETH", 10, 18 },
    { "FIN", 0, 15 },  { "FJI", 14, 30 }, { "FRA", 4, 10 },  { "FSM", 10, 29 }, { "GAB", 12, 12 },
    { "GBR", 2, 9 },   { "GEO", 3, 18 },  { "GHA", 11, 10 }, { "GIN", 9, 9 },   { "GMB", 9, 7 },
    { "GNB", 9, 8 },   { "GNQ", 11, 12 }, { "GRC", 5, 15 },  { "GRD", 9, 3 },   { "GRL", 0, 6 },
    { "GTM", 8, 0 },   { "GUY", 10, 5 },  { "HKG", 7, 25 },  { "HND", 8, 1 },   { "HRV", 4, 12 },
    { "HTI", 7, 3 },   { "HUN", 3, 13 },  { "IDN", 12, 26 }, { "IND", 7, 22 },  { "IRL", 2, 8 },
    { "IRN", 5, 20 },  { "IRQ", 5, 19 },  { "ISL", 1, 7 },   { "ISR", 6, 17 },  { "ITA", 4, 11 },
    { "JAM", 8, 2 },   { "JOR", 6, 18 },  { "JPN", 5, 27 },  { "KAZ", 3, 21 },  { "KEN", 11, 18 },
    { "KGZ", 4, 22 },  { "KHM", 9, 25 },  { "KIR", 11, 30 }, { "KNA", 7, 4 },   { "KOR", 5, 26 },
    { "KWT", 6, 19 },  { "LAO", 8, 24 },  { "LBN", 5, 17 },  { "LBR", 11, 8 },  { "LBY", 6, 13 },
    { "LCA", 8, 5 },   { "LKA", 10, 22 }, { "LSO", 15, 16 }, { "LTU", 1, 14 },  { "LUX", 3, 10 },
    { "LVA", 2, 15 },  { "MAR", 5, 9 },   { "MDA", 3, 16 },  { "MDG", 14, 19 }, { "MDV", 11, 22 },
    { "MEX", 7, 0 },   { "MHL", 10, 30 }, { "MKD", 4, 15 },  { "MLI", 8, 10 },  { "MLT", 5, 12 },
    { "MMR", 7, 24 },  { "MNE", 5, 13 },  { "MNG", 3, 24 },  { "MOZ", 14, 17 }, { "MRT", 7, 8 },
    { "MUS", 14, 20 }, { "MWI", 13, 17 }, { "MYS", 11, 24 }, { "NAM", 14, 13 }, { "NER", 8, 11 },
    { "NGA", 9, 11 },  { "NIC", 9, 2 },   { "NLD", 1, 10 },  { "NOR", 0, 11 },  { "NPL", 6, 22 },
    { "NRU", 12, 29 }, { "NZL", 16, 30 }, { "OMN", 7, 21 },  { "PAK", 6, 21 },  { "PAN", 10, 2 },
    { "PER", 13, 3 },  { "PHL", 9, 26 },  { "PLW", 10, 27 }, { "PNG", 12, 28 }, { "POL", 1, 13 },
    { "PRK", 4, 26 },  { "PRT", 4, 8 },   { "PRY", 14, 5 },  { "QAT", 7, 19 },  { "ROU", 3, 15 },
    { "RUS", 1, 23 },  { "RWA", 11, 16 }, { "SAU", 7, 18 },  { "SDN", 8, 16 },  { "SEN", 8, 8 },
    { "SGP", 11, 25 }, { "SLB", 13, 29 }, { "SLE", 10, 8 },  { "SLV", 9, 1 },   { "SOM", 11, 19 },
    { "SRB", 3, 14 },  { "SSD", 10, 16 }, { "STP", 11, 11 }, { "SUR", 11, 5 },  { "SVK", 2, 14 },
    { "SVN", 3, 12 },  { "SWE", 1, 12 },  { "SWZ", 15, 17 }, { "SYC", 12, 20 }, { "SYR", 5, 18 },
    { "TCD", 8, 13 },  { "TGO", 10, 10 }, { "THA", 9, 24 },  { "TJK", 5, 22 },  { "TKM", 4, 20 },
    { "TLS", 13, 26 }, { "TON", 14, 31 }, { "TTO", 10, 4 },  { "TUN", 5, 11 },  { "TUR", 4, 17 },
    { "TUV", 12, 30 }, { "TWN", 7, 26 },  { "TZA", 12, 17 }, { "UGA", 11, 17 }, { "UKR", 2, 17 },
    { "URY", 15, 5 },  { "USA", 4, 0 },   { "UZB", 4, 21 },  { "VCT", 9, 4 },   { "VEN", 10, 3 },
    { "VNM", 8, 25 },  { "VUT", 14, 29 }, { "WSM", 13, 31 }, { "XKX", 4, 14 },  { "YEM", 8, 19 },
    { "ZAF", 15, 15 }, { "ZMB", 13, 15 }, { "ZWE", 14, 16 },
};

static int compare(const void *code, const void *place)
{
    return strcmp(code, ((const struct tile_place *)place)->code);
}

const struct tile_place *tile_place_of(const char *code)
{
    return bsearch(code, places, sizeof places / sizeof *places, sizeof *places, compare);
}

size_t tile_place_count(void)
{
    return sizeof places / sizeof *places;
}

const struct tile_place *tile_place_at(size_t index)
{
    return &places[index];
}

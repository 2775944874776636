/* tile_places.c - where countries lie as equal tiles.
 *
 * The arrangement is Jon Schwabish's World Tile Grid Map (PolicyViz, 12 October 2017,
 * https://policyviz.com/2017/10/12/the-world-tile-grid-map/), rows from the north and columns from the
 * west as github.com/mustafasaifee42/Tile-Grid-Map lists them, without the Antarctic. Hong Kong and
 * Taiwan, which it lacks and trade statistics have, are put into two free places beside China. */
#include "chart/types/tile_places.h"

#include <stdlib.h>
#include <string.h>

/* By code. */
static const struct tile_place places[] = {
    { "AFG", 8, 22 },  { "AGO", 17, 13 }, { "ALB", 9, 15 },  { "ARE", 10, 20 }, { "ARG", 14, 6 },
    { "ARM", 6, 20 },  { "ATG", 4, 7 },   { "AUS", 19, 24 }, { "AUT", 6, 15 },  { "AZE", 7, 21 },
    { "BDI", 16, 15 }, { "BEL", 5, 13 },  { "BEN", 14, 15 }, { "BFA", 13, 13 }, { "BGD", 8, 23 },
    { "BGR", 7, 17 },  { "BHR", 9, 20 },  { "BHS", 2, 4 },   { "BIH", 7, 15 },  { "BLR", 4, 17 },
    { "BLZ", 3, 2 },   { "BOL", 11, 6 },  { "BRA", 11, 8 },  { "BRB", 6, 8 },   { "BRN", 12, 25 },
    { "BTN", 7, 24 },  { "BWA", 18, 15 }, { "CAF", 14, 16 }, { "CAN", 1, 1 },   { "CHE", 5, 14 },
    { "CHL", 13, 6 },  { "CHN", 6, 24 },  { "CIV", 15, 12 }, { "CMR", 15, 14 }, { "COD", 15, 15 },
    { "COG", 16, 14 }, { "COL", 9, 5 },   { "COM", 18, 18 }, { "CPV", 15, 10 }, { "CRI", 7, 3 },
    { "CUB", 3, 4 },   { "CYP", 10, 17 }, { "CZE", 5, 15 },  { "DEU", 4, 14 },  { "DJI", 13, 17 },
    { "DMA", 7, 7 },   { "DNK", 3, 14 },  { "DOM", 4, 6 },   { "DZA", 11, 13 }, { "ECU", 10, 5 },
    { "EGY", 11, 16 }, { "ERI", 13, 16 }, { "ESP", 6, 12 },  { "EST", 2, 17 },  { "ETH", 14, 17 },
    { "FIN", 1, 17 },  { "FJI", 19, 27 }, { "FRA", 5, 12 },  { "FSM", 16, 26 }, { "GAB", 17, 14 },
    { "GBR", 4, 11 },  { "GEO", 6, 21 },  { "GHA", 14, 13 }, { "GIN", 14, 11 }, { "GMB", 12, 12 },
    { "GNB", 13, 11 }, { "GNQ", 16, 13 }, { "GRC", 9, 16 },  { "GRD", 8, 7 },   { "GRL", 1, 8 },
    { "GTM", 4, 1 },   { "GUY", 10, 6 },  { "HKG", 8, 25 },  { "HND", 5, 2 },   { "HRV", 7, 14 },
    { "HTI", 4, 5 },   { "HUN", 6, 16 },  { "IDN", 13, 25 }, { "IND", 9, 22 },  { "IRL", 4, 10 },
    { "IRN", 8, 20 },  { "IRQ", 7, 20 },  { "ISL", 1, 10 },  { "ISR", 10, 18 }, { "ITA", 7, 13 },
    { "JAM", 4, 4 },   { "JOR", 8, 18 },  { "JPN", 6, 27 },  { "KAZ", 5, 24 },  { "KEN", 15, 17 },
    { "KGZ", 6, 23 },  { "KHM", 10, 25 }, { "KIR", 17, 27 }, { "KNA", 5, 6 },   { "KOR", 7, 25 },
    { "KWT", 8, 19 },  { "LAO", 9, 25 },  { "LBN", 9, 18 },  { "LBR", 14, 12 }, { "LBY", 11, 15 },
    { "LCA", 5, 7 },   { "LKA", 11, 22 }, { "LSO", 19, 17 }, { "LTU", 4, 16 },  { "LUX", 6, 13 },
    { "LVA", 3, 17 },  { "MAR", 11, 12 }, { "MDA", 5, 18 },  { "MDG", 19, 19 }, { "MDV", 12, 21 },
    { "MEX", 3, 1 },   { "MHL", 15, 26 }, { "MKD", 8, 17 },  { "MLI", 12, 14 }, { "MLT", 8, 11 },
    { "MMR", 8, 24 },  { "MNE", 8, 15 },  { "MNG", 5, 25 },  { "MOZ", 17, 16 }, { "MRT", 12, 11 },
    { "MUS", 20, 19 }, { "MWI", 17, 15 }, { "MYS", 11, 24 }, { "NAM", 19, 15 }, { "NER", 12, 15 },
    { "NGA", 15, 13 }, { "NIC", 6, 2 },   { "NLD", 4, 13 },  { "NOR", 1, 15 },  { "NPL", 9, 23 },
    { "NRU", 17, 26 }, { "NZL", 21, 26 }, { "OMN", 11, 19 }, { "PAK", 8, 21 },  { "PAN", 8, 4 },
    { "PER", 11, 5 },  { "PHL", 11, 26 }, { "PLW", 16, 25 }, { "PNG", 17, 25 }, { "POL", 4, 15 },
    { "PRK", 6, 25 },  { "PRT", 6, 11 },  { "PRY", 12, 6 },  { "QAT", 10, 19 }, { "ROU", 6, 17 },
    { "RUS", 4, 25 },  { "RWA", 16, 16 }, { "SAU", 9, 19 },  { "SDN", 12, 16 }, { "SEN", 12, 13 },
    { "SGP", 13, 24 }, { "SLB", 18, 26 }, { "SLE", 13, 12 }, { "SLV", 5, 1 },   { "SOM", 14, 18 },
    { "SRB", 7, 16 },  { "SSD", 13, 15 }, { "STP", 16, 11 }, { "SUR", 11, 7 },  { "SVK", 5, 16 },
    { "SVN", 6, 14 },  { "SWE", 1, 16 },  { "SWZ", 19, 16 }, { "SYC", 17, 18 }, { "SYR", 7, 19 },
    { "TCD", 13, 14 }, { "TGO", 14, 14 }, { "THA", 10, 24 }, { "TJK", 7, 23 },  { "TKM", 7, 22 },
    { "TLS", 14, 25 }, { "TON", 19, 28 }, { "TTO", 9, 7 },   { "TUN", 11, 14 }, { "TUR", 7, 18 },
    { "TUV", 18, 27 }, { "TWN", 8, 26 },  { "TZA", 16, 17 }, { "UGA", 15, 16 }, { "UKR", 5, 17 },
    { "URY", 12, 7 },  { "USA", 2, 1 },   { "UZB", 6, 22 },  { "VCT", 6, 7 },   { "VEN", 9, 6 },
    { "VNM", 9, 26 },  { "VUT", 19, 26 }, { "WSM", 18, 28 }, { "XKX", 8, 16 },  { "YEM", 11, 18 },
    { "ZAF", 20, 16 }, { "ZMB", 18, 14 }, { "ZWE", 18, 16 },
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

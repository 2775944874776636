/* groups.c - which groups of countries may hold a country, and which may overlap. Memberships change,
 * so that a country counts as a possible member of each group that it has ever been in since 2000. */
#include <string.h>

#include "vocabulary/country_codes.h"
#include "vocabulary/wholes.h"

/* Groups of one block may overlap; those of different blocks have no member in common. */
static const struct block {
    const char *sums[4];
    const char *members; /* ISO 3166 alpha-3, of any group of the block */
} blocks[] = {
    { { "EU", "EA", "INT_EU" },
      "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT "
      "ROU SVK SVN ESP SWE GBR GIB " },
    { { "EFTA" }, "CHE ISL LIE NOR " },
    { { "CIS", "EAEU" }, "ARM AZE BLR GEO KAZ KGZ MDA RUS TJK TKM UKR UZB " },
    { { "ASEAN" }, "BRN IDN KHM LAO MMR MYS PHL SGP THA TLS VNM " },
    { { "MERCOSUR" }, "ARG BOL BRA PRY URY VEN " },
    { { "USMCA" }, "CAN MEX USA PRI " },
    { { "GCC" }, "ARE BHR KWT OMN QAT SAU " },
    { { "AU", "ECOWAS", "WAEMU" },
      "AGO BDI BEN BFA BWA CAF CIV CMR COD COG COM CPV DJI DZA EGY ERI ESH ETH GAB GHA GIN GMB GNB "
      "GNQ KEN LBR LBY LSO MAR MDG MLI MOZ MRT MUS MWI NAM NER NGA RWA SDN SEN SLE SOM SSD STP SWZ "
      "SYC TCD TGO TUN TZA UGA ZAF ZMB ZWE " },
};

/* Groups across blocks. */
static const char *const across[][2] = {
    { "OECD", "EU" },           { "OECD", "EFTA" },  { "OECD", "USMCA" },  { "OECD", "G7" },
    { "OECD", "G20" },          { "OECD", "EEA" },   { "OECD", "APEC" },   { "EEA", "EU" },
    { "EEA", "EFTA" },          { "G7", "EU" },      { "G7", "USMCA" },    { "G7", "G20" },
    { "G7", "APEC" },           { "G20", "EU" },     { "G20", "USMCA" },   { "G20", "CIS" },
    { "G20", "BRICS" },         { "APEC", "ASEAN" }, { "APEC", "USMCA" },  { "APEC", "CIS" },
    { "SCO", "CIS" },           { "SCO", "BRICS" },  { "BRICS", "CIS" },   { "BRICS", "MERCOSUR" },
    { "BRICS", "AU" },          { "OPEC", "GCC" },   { "OPEC", "AU" },     { "OTS", "CIS" },
    { "OTS", "ECO" },           { "ECO", "CIS" },    { "LAIA", "Andean" }, { "LAIA", "MERCOSUR" },
    { "customs union", "CIS" },
};

/* What is left of the world without a block. */
static const struct {
    const char *sum, *without;
} rests[] = { { "EXT_EU", "EU" }, { "EXT_CIS", "CIS" } };

static const struct block *block_of(const char *sum)
{
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        for (size_t k = 0; k < 4 && blocks[i].sums[k] != NULL; k++)
            if (strcmp(blocks[i].sums[k], sum) == 0)
                return &blocks[i];
    return NULL;
}

/* The block that a rest of the world is without; NULL: it is no such rest. */
static const struct block *block_outside(const char *sum)
{
    for (size_t i = 0; i < sizeof rests / sizeof *rests; i++)
        if (strcmp(rests[i].sum, sum) == 0)
            return block_of(rests[i].without);
    return NULL;
}

static bool are_across(const char *a, const char *b)
{
    for (size_t i = 0; i < sizeof across / sizeof *across; i++)
        if ((strcmp(a, across[i][0]) == 0 && strcmp(b, across[i][1]) == 0) ||
            (strcmp(b, across[i][0]) == 0 && strcmp(a, across[i][1]) == 0))
            return true;
    return false;
}

bool groups_overlap(const char *a, const char *b)
{
    const struct block *of_a, *of_b, *outside_a, *outside_b;

    if (a == NULL || b == NULL)
        return false;
    of_a = block_of(a);
    of_b = block_of(b);
    outside_a = block_outside(a);
    outside_b = block_outside(b);
    if (outside_a != NULL || outside_b != NULL)
        return (outside_a == NULL || outside_a != of_b) && (outside_b == NULL || outside_b != of_a);
    if (of_a != NULL && of_b != NULL)
        return of_a == of_b;
    return strcmp(a, b) == 0 ||
           are_across(of_a != NULL ? of_a->sums[0] : a, of_b != NULL ? of_b->sums[0] : b);
}

/* The United Kingdom, Gibraltar, Georgia and Ukraine left their blocks, so that they may be on either
 * side. */
static bool has_left(const char *country)
{
    return strstr("GBR GIB GEO UKR MDA", country) != NULL;
}

bool group_may_hold(const char *sum, const char *country)
{
    const struct block *inside, *outside;

    if (sum == NULL || !country_is_iso3(country))
        return true;
    inside = block_of(sum);
    outside = block_outside(sum);
    if (inside != NULL)
        return strstr(inside->members, country) != NULL;
    return outside == NULL || strstr(outside->members, country) == NULL || has_left(country);
}

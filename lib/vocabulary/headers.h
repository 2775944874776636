/* headers.h - the role of a column, from its header. */
#ifndef SHEAF_VOCABULARY_HEADERS_H
#define SHEAF_VOCABULARY_HEADERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"

enum header_role {
    HEADER_NONE, /* the header is unknown, or known only in part */
    HEADER_PERIOD,
    HEADER_YEAR, /* the period, or its year if the file has a HEADER_MONTH or HEADER_QUARTER */
    HEADER_MONTH, /* a number or a name beside a HEADER_YEAR, or else the period; HEADER_QUARTER, too */
    HEADER_QUARTER,
    HEADER_WEEK, /* a period, or a number beside a HEADER_YEAR */
    HEADER_FREQUENCY,
    HEADER_VALUE,
    HEADER_MULTIPLIER,
    HEADER_DECIMALS,
    HEADER_STATUS,
    HEADER_CONFIDENTIALITY,
    HEADER_GROWTH,
    HEADER_REPORTER,
    HEADER_PARTNER,
    HEADER_COUNTRY, /* reporter or partner; other columns or the caller decide which */
    HEADER_FLOW,
    HEADER_PRODUCT,
    HEADER_INDICATOR,
    HEADER_UNIT,
    HEADER_SOURCE,
    HEADER_NOTE, /* header_is_note; header_find never gives it, nor HEADER_RANK */
    HEADER_RANK
};

struct header {
    enum header_role role;
    bool is_label; /* the cells are names, and another column has the codes: "reporterDesc" */
    /* What a header above values names. Also set for many headers without a role. */
    const char *flow;      /* canonical name, static; NULL: the header names none */
    const char *indicator; /* "quantity", "net weight", "gross weight", "unit value", "CIF value",
                              "FOB value"; NULL: the value itself */
    const char *unit;      /* "USD"; NULL: the header names none */
    const char *per; /* the measure of a price: "t" of "USD/t", whose unit is "USD" here; NULL */
    int multiplier;  /* power of ten, with or without a unit: 9 for billions; else 0 */
    /* A word beside a unit that is not understood ("xyz" of "Exports (xyz USD)"). It may be a power
     * of ten, so that unit is NULL and multiplier 0. Within the header; NULL: there is none. */
    const char *unclear;
    size_t unclear_n;
    bool is_change; /* of HEADER_GROWTH: may be a ratio as well ("рост, %"); the values decide */
    bool is_ratio;  /* a ratio, share or index, in no unit of money */
};

/* Understands headers in English, Russian, Kazakh and Chinese, and the headers of SDMX, Comtrade,
 * WITS, Eurostat, the WTO, UNCTAD, the OECD and the customs services of Russia and China; case,
 * spaces and punctuation are ignored: "TIME_PERIOD", "Год", "Отчётный период", "Торговый
 * партнёр", "报告国", "出口额 (亿美元)", "exports_bn", "Value (USD million)", "Кезең",
 * "Trade Value (US$)", "OBS_VALUE: Observation value".
 *
 * "kaz_world_exports_bn" has a flow and a multiplier, but no role, as two of its words are
 * unknown. "Country" is HEADER_COUNTRY. */
struct header header_find(const char *text, size_t n);

/* Makes the unit of a price one text, in arena: "USD/t". */
void header_join_price(struct arena *arena, struct header *header);

/* True for remarks on figures or rows, which tell no rows apart: "Note", "Примечание", "备注". Not in a
 * cube (JSON-stat, SDMX, PX): a dimension that its structure names so tells cells apart. */
bool header_is_note(const char *text, size_t n);
/* True for numbers of rows and ranks, as far as the cells are numbers: "Rank", "№ п/п", "序号". */
bool header_is_rank(const char *text, size_t n);

/* True for the indicators that are quantities or weights; NULL is none. */
bool header_is_quantity(const char *indicator);

#endif

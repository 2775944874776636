/* headers.h - what a column is for, from its header. */
#ifndef SHEAF_VOCABULARY_HEADERS_H
#define SHEAF_VOCABULARY_HEADERS_H

#include <stdbool.h>
#include <stddef.h>

enum column_role {
    ROLE_NONE, /* the header says nothing we know, or not enough */
    ROLE_PERIOD,
    ROLE_YEAR, /* one part of a period; the other is in a ROLE_MONTH or ROLE_QUARTER column,
                  or there is none and the year is the period */
    ROLE_MONTH,
    ROLE_QUARTER,
    ROLE_FREQUENCY,
    ROLE_VALUE,
    ROLE_MULTIPLIER,
    ROLE_DECIMALS,
    ROLE_STATUS,
    ROLE_CONFIDENTIALITY,
    ROLE_GROWTH,
    ROLE_REPORTER,
    ROLE_PARTNER,
    ROLE_COUNTRY, /* one of the two; the other columns, or the user, say which */
    ROLE_FLOW,
    ROLE_PRODUCT,
    ROLE_INDICATOR,
    ROLE_UNIT,
    ROLE_SOURCE
};

struct header {
    enum column_role role;
    bool is_label; /* names in words what another column gives as a code: "reporterDesc" */
    /* What a header of values says besides; also known of many headers without a role. */
    const char *flow;      /* canonical, static; NULL: the header says none */
    const char *indicator; /* "quantity", "net weight", "gross weight", "unit value", "CIF value",
                              "FOB value"; NULL: the value itself */
    const char *unit;      /* "USD"; NULL: it says none */
    int multiplier;        /* 9 for billions, said with or without a unit; else 0 */
    bool is_pure;          /* a ratio, share or index: in no unit of money */
};

/* A header as people write it, case, spaces and marks aside, in English, Russian, Kazakh or
 * Chinese, and as SDMX, Comtrade, WITS, Eurostat, the WTO, UNCTAD, the OECD and the customs
 * services of Russia and China spell it: "TIME_PERIOD", "Год", "Отчётный период", "Торговый
 * партнёр", "报告国", "出口额 (亿美元)", "exports_bn", "Value (USD million)", "Кезең",
 * "Trade Value (US$)", "OBS_VALUE: Observation value".
 *
 * "kaz_world_exports_bn" has no role, as two of its words are unknown, but a flow and a
 * multiplier; "Country" is ROLE_COUNTRY. */
struct header header_find(const char *text, size_t n);

#endif

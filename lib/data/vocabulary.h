/* vocabulary.h - the words of trade files: column heads, flows, units, countries,
 * statuses; in English, Russian, Kazakh and Chinese, and countries in every language
 * that ICU knows.
 *
 * Whatever a file calls a thing, tables and selections call it one way: flows
 * "exports", "imports" …, countries by ISO 3166 alpha-3, units "USD", "t", "kg" with a
 * power of ten. */
#ifndef SHEAF_DATA_VOCABULARY_H
#define SHEAF_DATA_VOCABULARY_H

#include "base/memory.h"

/* What a column is for. */
enum column_role {
    ROLE_NONE, /* the head says nothing we know */
    ROLE_PERIOD,
    ROLE_YEAR,  /* one part of a period; the other is in a ROLE_MONTH or ROLE_QUARTER column */
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
    ROLE_FLOW,
    ROLE_PRODUCT,
    ROLE_INDICATOR,
    ROLE_UNIT,
    ROLE_SOURCE
};

/* A head as people write it, case and spaces aside: "TIME_PERIOD", "Год", "Отчётный период",
 * "Reporter", "Торговый партнёр", "报告国", "出口额 (亿美元)", "exports_bn", "Value (USD million)",
 * "Кезең", "Trade Value (US$)". ROLE_VALUE heads may also say the flow, and the unit. */
struct head {
    enum column_role role;
    const char *flow;  /* canonical; NULL: the head says none */
    const char *unit;  /* "USD"; NULL: it says none */
    int multiplier;    /* 9 for billions; 0 when unit is NULL */
};
struct head head_find(const char *text, size_t n);

/* "exports", "imports", "turnover", "balance", "re-exports", "re-imports" for X, M, 1, 2,
 * Export, ИМ, ЭК, экспорт, 出口, импорт, товарооборот, тауар айналымы, total_export …; NULL: no flow.
 * Static. */
const char *flow_find(const char *text, size_t n);

/* "USD million", "thousand US dollars", "млн долл. США", "тыс. тонн", "亿美元", "kg", "1000 USD",
 * "GBP": the unit (static, or in arena when it is a word that we do not know) and the power of
 * ten. False: the text is empty, or memory ran out. */
struct unit {
    const char *name;
    int multiplier;
};
bool unit_read(struct arena *arena, const char *text, size_t n, struct unit *unit);

/* Countries ---------------------------------------------------------------------------- */

/* Names in all of ICU's languages are gathered only when a text is no code and no name in
 * English, Russian, Kazakh or Chinese. One object is for one thread at a time. */
struct countries;
/* NULL when memory runs out (error says so). */
struct countries *countries_create(const sheaf_alloc *alloc, sheaf_error *error);
void countries_destroy(struct countries *countries);
/* "KAZ" for KZ, KAZ, 398, "Kazakhstan", "Казахстан", "Қазақстан", "哈萨克斯坦"; "WLD" for W00, 0,
 * "World", "весь мир", "世界"; the European Union ("EU27_2020") and its kin stay as they are. NULL:
 * none that we know; the text is then kept as it stands. Static. Surrounding spaces are
 * ignored. UK is GBR and EL is GRC, as Eurostat writes them. */
const char *country_find(struct countries *countries, const char *text, size_t n);

/* Wholes and parts ---------------------------------------------------------------------- */

/* True for a member that is the sum of others in its dimension: partner WLD, product "TOTAL"
 * or "total", flow "turnover", "All commodities", "всего", "总值". Never added to its parts. */
bool member_is_total(const char *dimension, const char *member);
/* How deep a product code lies in its classification (HS, SITC, by digits): 2 for an HS
 * chapter, 4, 6 …; 0: no code. Members of different depth are never added together. */
int product_depth(const char *member);

/* Statuses ------------------------------------------------------------------------------ */

/* SDMX CL_OBS_STATUS, or CL_CONF_STATUS, from a letter, "p: provisional" or a word
 * ("provisional", "предварительно", "estimate"). '\0': not known. What letters a single
 * office uses otherwise is its reader's business. */
char status_find(const char *text, size_t n);
char confidentiality_find(const char *text, size_t n);

#endif

/* algebra.h - trade series computed from trade series.
 *
 * series.h has sums, differences, growth and backcasts; here is the rest. All functions return a
 * new object that the caller owns; a failure (units that cannot be combined, no common period) is
 * in its status. For every result:
 *   - rounding intervals are propagated: low and high contain every value that the rounding of the
 *     inputs allows, and decimals says which digits hold (series.h); percentages, shares, indices and
 *     other ratios have at most six significant digits that hold;
 *   - data output has the computed value, low and high. People (charts, sheets, the text table) are
 *     shown fewer digits: percentages and indices have one decimal and at least two significant digits
 *     (12.3, 0.55, 0.0015), ratios three digits. A figure that is not zero is never shown as zero:
 *     figures of one chart, and of one column and unit of a table, have one number of decimals;
 *     where hardly a digit holds, two stand behind a sign for "about" ("≈" 1.5 % for 6.9 / 6.8 - 1
 *     and 11 % for 9.8 / 8.8 - 1), and "<0.1" stands for a figure too small beside the others;
 *   - a result has the status of its weakest input and is flagged as derived; as estimated, too, if
 *     an input is (sheaf_observation_origin);
 *   - a result with a confidential input (confidentiality is neither 'F' nor 0) is confidential,
 *     with the strongest letter of its inputs;
 *   - an input without a value (missing, suppressed) gives a result without one;
 *   - multipliers are converted; different units and periods are errors that say so
 *     (SHEAF_BAD_INPUT, because the data may be at fault; arguments that are wrong for any data,
 *     such as a length of 0, are SHEAF_BAD_ARGUMENT);
 *   - what is no amount (per cent, an index, a rank, a price, a figure per person) is never summed
 *     (SHEAF_BAD_INPUT); only +, of two percentages, trusts its author that they have one base.
 *     Growth of a percentage is in percentage points, growth of a rank is a change in places;
 *   - each derived figure has its derivation (sheaf_series_derivation).
 * Rounded parts need not add up to their rounded total, and are never made to.
 *
 * The names in brackets are the functions of the expression language (expression.h). */
#ifndef SHEAF_ALGEBRA_H
#define SHEAF_ALGEBRA_H

#include "sheaf/table.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Several series in a meaningful order: the members of a dimension, the largest partners. Owns its
 * series. Its status is its own failure, or the first failure of its series. */
typedef struct sheaf_series_list sheaf_series_list;
SHEAF_API sheaf_series_list *sheaf_series_list_create(const sheaf_alloc *alloc);
SHEAF_API void sheaf_series_list_destroy(sheaf_series_list *list); /* NULL: nothing happens */
/* The list owns the series from now on, also if adding it fails. */
SHEAF_API void sheaf_series_list_add(sheaf_series_list *list, sheaf_series *series);
/* Moves all series of another list, and its failure if there is one; from is empty afterwards. */
SHEAF_API void sheaf_series_list_append(sheaf_series_list *list, sheaf_series_list *from);
SHEAF_API sheaf_status sheaf_series_list_status(const sheaf_series_list *list);
SHEAF_API const sheaf_error *sheaf_series_list_error(const sheaf_series_list *list);
SHEAF_API size_t sheaf_series_list_count(const sheaf_series_list *list); /* 0 after a failure */
SHEAF_API const sheaf_series *sheaf_series_list_at(const sheaf_series_list *list, size_t index);
/* Removes a series from the list, those behind it move up; the caller owns it. NULL beyond the last. */
SHEAF_API sheaf_series *sheaf_series_list_take(sheaf_series_list *list, size_t index);

/* The list's observations as a table, to be written (sheaf_table_write). Its dimensions are "series"
 * (the names) and the attributes of the series. Derived figures are flagged and have the digits that
 * hold; the text format explains how the first few were computed. A confidential figure that a source states is
 * given with its value, its stated growth and its letter; figures derived from confidential ones have neither value
 * nor bounds. name is used as the file's name. */
SHEAF_API sheaf_table *sheaf_table_from_series(const sheaf_series_list *list, const char *name);

/* Combinations ------------------------------------------------------------------------- */

/* a * b and a / b for the periods that both have. Units: by a plain number or a percentage
 * (which counts as hundredths) the other's unit stays; USD / t gives USD/t, USD/t * t gives USD;
 * a ratio of one unit is a plain number. Ratios of units are in their units (multiplier 0).
 * If the divisor's interval contains zero there is no observation. [a * b, a / b] */
SHEAF_API sheaf_series *sheaf_series_multiply(const sheaf_series *a, const sheaf_series *b);
SHEAF_API sheaf_series *sheaf_series_divide(const sheaf_series *a, const sheaf_series *b);
/* A series with the same exact plain number in each period of another series: the 2 of 2 * x. */
SHEAF_API sheaf_series *sheaf_series_number(const sheaf_series *like, double number);

/* exports + imports; exports - imports; exports / imports in per cent (the coverage ratio:
 * Eurostat, Glossary: Cover ratio). Exports come first; both are of one reporter, partner and
 * product, if these are set: figures of two reporters are never mixed.
 * [turnover, balance, cover] */
SHEAF_API sheaf_series *sheaf_series_turnover(const sheaf_series *exports,
                                              const sheaf_series *imports);
SHEAF_API sheaf_series *sheaf_series_balance(const sheaf_series *exports,
                                             const sheaf_series *imports);
SHEAF_API sheaf_series *sheaf_series_cover(const sheaf_series *exports,
                                           const sheaf_series *imports);
/* value / quantity, in USD/t and the like (UN, International Merchandise Trade Statistics:
 * Concepts and Definitions 2010). [unit_value] */
SHEAF_API sheaf_series *sheaf_series_unit_value(const sheaf_series *value,
                                                const sheaf_series *quantity);
/* The series in another currency (ISO 4217), by rates of the same periods: a month's value by the
 * month's rate. The rates' unit is the two currencies' quotient, either way round: for USD to EUR,
 * EUR/USD (0.92) or USD/EUR (1.08). The rates' source is named beside the series'. A series that is
 * in that currency already is returned as it is. A rate of zero or less measures nothing: no value. [convert] */
SHEAF_API sheaf_series *sheaf_series_convert(const sheaf_series *series, const sheaf_series *rates,
                                             const char *currency);
/* The series at the prices of a calendar year, the base: value / prices * prices in that year. prices
 * is a price index with any base, above zero. The unit says whose prices: "USD at 2019 prices", which is not
 * added to USD. [constant] */
SHEAF_API sheaf_series *sheaf_series_constant_prices(const sheaf_series *series,
                                                     const sheaf_series *prices, sheaf_period base);
/* Three series: A's exports to B as A reports them, B's imports from A as B reports them, and
 * imports - exports, named "difference". Exports are valued FOB, imports CIF; the derivation of
 * each difference says so. [mirror] */
SHEAF_API sheaf_series_list *sheaf_series_mirror(const sheaf_series *exports,
                                                 const sheaf_series *imports);

/* Periods ------------------------------------------------------------------------------- */

/* The observations from first to last: those of the same length as first and last or, if there are
 * none, all within them. SHEAF_NO_PERIOD leaves an end open; what no calendar has, such as a length of -12
 * months, is SHEAF_BAD_ARGUMENT. [x[2019..2023]] */
SHEAF_API sheaf_series *sheaf_series_filter(const sheaf_series *series, sheaf_period first,
                                            sheaf_period last);
/* The observations of exactly these periods; one that the series does not have is an
 * error. [x[2019, 2023]] */
SHEAF_API sheaf_series *sheaf_series_pick(const sheaf_series *series, const sheaf_period *periods,
                                          size_t n);

/* The last period that the series has a value in, among its periods of one length: the length that
 * most of them have (of years and one January-April, the last year), the longer of two that are
 * equally frequent. SHEAF_NO_PERIOD: no value at all. [latest] */
SHEAF_API sheaf_period sheaf_series_latest(const sheaf_series *series);

/* Spans of so many months that begin in a month of the year and, from there, every so many
 * months: years {12, 1, 12}, quarters {3, 1, 3}, January-April of every year {4, 1, 12},
 * fiscal years from April {12, 4, 12}. */
typedef struct sheaf_spans {
    int months;
    int first_month; /* 1 to 12 */
    int every;       /* a divisor of 12, or 12 */
} sheaf_spans;
/* Sums to coarser periods: one for every span of which the series has a part. If the series has the
 * span itself, its figure is used; else parts of one length are added (quarters rather than months).
 * Totals and their parts are never added together. If a part is missing, the sum is missing or,
 * with partial, the sum of the others with the status SHEAF_DEFINITION_DIFFERS. [sum] */
SHEAF_API sheaf_series *sheaf_series_sum_to(const sheaf_series *series, sheaf_spans spans,
                                            bool partial);
/* Year to date: for each part of a year, the sum from the start month up to and including that part,
 * as an observation of the entire time (January-April). Parts have the series' shortest length.
 * [cumulative] */
SHEAF_API sheaf_series *sheaf_series_cumulative(const sheaf_series *series, int first_month);
/* Takes figures for the year to date apart, the inverse of sheaf_series_cumulative: of January,
 * January-February, January-March …, the months. step is the length of the parts in months: 1, or 3 for
 * quarters; years begin in first_month. A part is the difference of two figures; it is missing if the
 * earlier one is. Parts that the series states are copied. [months, quarters] */
SHEAF_API sheaf_series *sheaf_series_from_cumulative(const sheaf_series *series, int first_month,
                                                     int step);
/* Sums and means of n consecutive periods of one length, up to and including each. The
 * sum is of the whole span (twelve months to April 2024); the mean is, like a level, of the
 * last of its periods; n is 1 to 10,000. [rolling_sum, rolling_mean] */
SHEAF_API sheaf_series *sheaf_series_rolling_sum(const sheaf_series *series, size_t n);
SHEAF_API sheaf_series *sheaf_series_rolling_mean(const sheaf_series *series, size_t n);
/* For each period the mean of the same period in the n years before it; n 0: in all
 * years that the series has, its own among them. [seasonal] */
SHEAF_API sheaf_series *sheaf_series_seasonal_mean(const sheaf_series *series, size_t n);

/* Change -------------------------------------------------------------------------------- */

typedef enum {
    SHEAF_ON_YEAR,    /* the same period of the year before */
    SHEAF_ON_PREVIOUS /* the period of the same length that ends where this one begins */
} sheaf_basis;

/* (value / base - 1) * 100, in per cent; on the year before, where the source states its
 * growth, that figure. Growth from zero, or from or to a negative figure, has no meaning: an
 * observation without a value, SHEAF_CANNOT_EXIST. A period without a base in the series has no
 * observation. Of percentages, the change in percentage points. [growth] */
SHEAF_API sheaf_series *sheaf_series_growth_on(const sheaf_series *series, sheaf_basis basis);
/* value - base, in the series' unit; of percentages in percentage points ("pp"). [change] */
SHEAF_API sheaf_series *sheaf_series_change(const sheaf_series *series, sheaf_basis basis);
/* Compound annual growth since a base period: ((value / base) ^ (1 / years) - 1) * 100, for the
 * later periods of its length, whole years on. A base that is zero or negative: as for growth. [compound] */
SHEAF_API sheaf_series *sheaf_series_compound_growth(const sheaf_series *series, sheaf_period base);
/* Contribution to growth: (part - part before) / total before * 100, in percentage points; the
 * contributions of all parts add up to the total's growth. [contribution] */
SHEAF_API sheaf_series *sheaf_series_contribution(const sheaf_series *part,
                                                  const sheaf_series *total, sheaf_basis basis);

/* Shares and indices -------------------------------------------------------------------- */

/* part / whole * 100, in per cent; of a whole that is zero or negative without a value
 * (SHEAF_CANNOT_EXIST). A part that is more than its whole (CHN of
 * WLD), beyond rounding, is an error. [share] */
SHEAF_API sheaf_series *sheaf_series_share(const sheaf_series *part, const sheaf_series *whole);
/* value / base * 100; the unit says "2019 = 100". Figures are compared with a base of their own
 * length: a year with the year, a month with the mean of the year's months, if all are there. Figures
 * of another length have no index. [index] */
SHEAF_API sheaf_series *sheaf_series_index(const sheaf_series *series, sheaf_period base);
/* Revealed comparative advantage (B. Balassa, Trade Liberalisation and "Revealed" Comparative
 * Advantage, The Manchester School 33, 1965): (x_ik / X_i) / (x_wk / X_w), the share of product
 * k in country i's exports by its share in the world's; above 1: an advantage. [rca] */
SHEAF_API sheaf_series *sheaf_series_comparative_advantage(const sheaf_series *product,
                                                           const sheaf_series *all,
                                                           const sheaf_series *world_product,
                                                           const sheaf_series *world_all);
/* Trade intensity index (A. J. Brown, Applied Economics, 1949; K. Kojima, The Pattern of
 * International Trade among Advanced Countries, 1964; as the World Bank's WITS): (x_ij / X_i) /
 * (x_wj / X_w), the share of partner j in country i's exports by its share in the world's
 * exports; above 1: more trade than j's weight in the world lets expect. [intensity] */
SHEAF_API sheaf_series *sheaf_series_trade_intensity(const sheaf_series *to_partner,
                                                     const sheaf_series *all,
                                                     const sheaf_series *world_to_partner,
                                                     const sheaf_series *world_all);

/* Members of a dimension ------------------------------------------------------------------ */

/* One series for each member of a dimension that has rows matching the filters, in order of
 * appearance, named by the member: totals (partner WLD, product TOTAL) and codes of every
 * depth among them. [trade[partner: *]] */
SHEAF_API sheaf_series_list *sheaf_table_members(const sheaf_table *table,
                                                 const sheaf_filter *filters, size_t n,
                                                 const char *dimension);
/* Those of them that add up to the whole: without the whole itself (partner WLD, product TOTAL, by
 * code or by the name beside it, in any language), without groups of members (EU27_2020, ASEAN, regions
 * of M49, WITS's WTO_…), without re-exports beside exports, and of products one split only: codes of
 * one depth (2 for HS chapters), or ranges of codes, sections or names. depth 0: the only depth that
 * there is. Several are an error, because totals and their parts are never added together. A filter of
 * the dimension itself names the one member that counts, whatever it is. */
SHEAF_API sheaf_series_list *sheaf_table_parts(const sheaf_table *table,
                                               const sheaf_filter *filters, size_t n,
                                               const char *dimension, int depth);
/* The total that the table states: the series of the dimension's total (partner WLD, product
 * TOTAL). NULL if the table states none. */
SHEAF_API sheaf_series *sheaf_table_whole(const sheaf_table *table, const sheaf_filter *filters,
                                          size_t n, const char *dimension);

/* For all of the following: all parts have one unit. A part without an observation in a period
 * counts as zero there, because trade files have no rows where there was no trade. An observation
 * without a value makes sums missing, and the ranks of its period.
 * The attribute in which the series differ (partner, reporter, product, flow) tells parts from wholes:
 * a whole is left out of sums and ranks and is the total of sheaf_series_list_top; a group beside
 * members, products of several splits, and re-exports beside exports are errors. Secret and unspecified
 * members (QZ, "Areas, nes") count in sums and are never ranked. Parts that add up to more than their
 * whole, beyond rounding, are an error that names the one that may hold others. */

/* The sum of the parts, named "total". */
SHEAF_API sheaf_series *sheaf_series_list_total(const sheaf_series_list *parts);
/* How many parts have a figure other than zero in each period, named "count": the number of
 * partners, or of products. A suppressed figure counts, because it is said to be there; a figure
 * that is missing without such a reason makes the count missing. Unspecified members may be any
 * number of partners, and do not count. [count] */
SHEAF_API sheaf_series *sheaf_series_list_number(const sheaf_series_list *parts);
/* The n parts with the largest figures in a period (SHEAF_NO_PERIOD: the latest one; a period that
 * no part has is an error), largest first, equal ones in order of appearance. Then the remainder,
 * "other": total minus these parts or, with total NULL, the sum of the rest. A confidential part is
 * never among the n; the remainder is confidential if it would reveal one: if it has exactly one
 * confidential part, or is a sum with one. [top] */
SHEAF_API sheaf_series_list *sheaf_series_list_top(const sheaf_series_list *parts,
                                                   const sheaf_series *total, size_t n,
                                                   sheaf_period period);
/* For each part its rank by size in each period; 1 is the largest. Equal figures have equal ranks
 * and the next ranks are skipped (standard competition ranking: 1, 2, 2, 4). Rounding can leave
 * ranks uncertain: low and high bound them. [rank] */
SHEAF_API sheaf_series_list *sheaf_series_list_rank(const sheaf_series_list *parts);
/* Herfindahl-Hirschman index (A. O. Hirschman, National Power and the Structure of Foreign
 * Trade, 1945; O. C. Herfindahl, 1950): the sum of the squared shares of all parts, from 1/n (all
 * equal) to 1 (only one); times 10,000 in competition law. [herfindahl] */
SHEAF_API sheaf_series *sheaf_series_list_concentration(const sheaf_series_list *parts);

#ifdef __cplusplus
}
#endif
#endif

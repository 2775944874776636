/* layout_parts.h - the steps of reading a layout, for the files layout*.c only. */
#ifndef SHEAF_READERS_CSV_LAYOUT_PARTS_H
#define SHEAF_READERS_CSV_LAYOUT_PARTS_H

#include "readers/csv/layout.h"

/* The first column of values; the number of columns if there is none. */
size_t layout_first_value(const struct layout *layout);

/* A single column (layout_headers.c). */

/* The name of a dimension that will be reporter or partner (layout_resolve_countries). */
extern const char layout_countries[];
/* Sets a role by its name; any other name is that of a dimension. */
void layout_set_role(struct layout_column *column, const char *role);
/* False: failed. */
bool layout_read_header(struct layout *layout, const struct csv_field *field,
                        struct layout_column *column);
bool layout_set_listed_role(const struct layout *layout, struct layout_column *column);

/* The order of headers (layout_sdmx.c). */
void layout_split_compound(struct layout *layout, struct layout_column *column);
void layout_link_names(struct layout *layout);
void layout_skip_attributes(struct layout *layout);

/* Columns with the same meaning (layout_choose.c). */
bool layout_same_meaning(const struct layout_column *a, const struct layout_column *b);
void layout_choose(struct layout *layout);
void layout_resolve_countries(struct layout *layout);
void layout_warn_assumed_reporter(const struct layout *layout);

/* Codes (layout_codes.c). */

/* True for a column of codes, by its header or its leading zeros. */
bool layout_is_code(const struct layout *layout, size_t column);
bool layout_repeats_codes(const struct layout *layout, size_t column);
/* True for whole numbers of several widths that are no codes and hardly ever repeat: figures. */
bool layout_numbers_differ(const struct layout *layout, size_t column);
/* The same on weaker grounds: in a table of a few rows, or where the numbers rise from row to row. */
bool layout_may_be_figures(const struct layout *layout, size_t column);
/* True when all cells are whole numbers. */
bool layout_has_numbers_only(const struct layout *layout, size_t column);
/* True when numbers of a column of countries are an office's own codes, not those of ISO 3166. */
bool layout_keeps_numbers(const struct layout *layout, size_t column);
/* Sets how two letters in a column of countries are read. */
void layout_study_countries(const struct layout *layout, size_t column, struct members *members);

/* Units and powers of ten (layout_units.c). */

/* Gives columns of units to quantities or to money. Call it before layout_choose. */
void layout_resolve_units(struct layout *layout);
/* Once the columns of values are known: units that stand in all their cells, and words of headers
 * that are not understood. */
void layout_take_units_of_cells(struct layout *layout);
/* Finds columns with per cent in some rows. Call it last. */
void layout_find_shares(struct layout *layout);
/* For columns of periods. Call it after layout_distinguish_values. */
void layout_fix_units_of_periods(struct layout *layout);
void layout_warn_unclear_units(const struct layout *layout);
/* Columns of powers of ten: how their cells are written, or that they are none. */
void layout_resolve_powers(struct layout *layout);
/* True for a column of values that is a quantity or weight beside one of money. */
bool layout_is_quantity(const struct layout_column *column);

/* Figures that are not the values (layout_figures.c). */

/* True when every cell below the header in the sample is a number or missing, and at least one is a
 * number. */
bool layout_is_numeric(const struct layout *layout, size_t column, bool *has_decimals);
/* Skips a column of figures, with a warning. */
void layout_pass_over(struct layout *layout, struct layout_column *column);
/* Skips unknown columns of figures beside columns of values. */
void layout_skip_figures(struct layout *layout);
/* Skips a first column without a header that numbers the rows. */
void layout_skip_row_numbers(struct layout *layout);
/* True for a column that numbers the rows, or flags them with 0 and 1. */
bool layout_is_counter(const struct layout *layout, size_t column);
/* Skips columns of values that only number the rows, or flag them with 0 and 1. */
void layout_skip_counters(struct layout *layout);
/* Skips columns of values without a power of ten beside others that have one. */
void layout_skip_unknown_powers(struct layout *layout);

/* Skips columns of notes (layout_notes.c). */
void layout_skip_notes(struct layout *layout);
/* layout_series_rows.c */
void layout_read_series_rows(struct layout *layout);

/* Warns of a unit in the lines above the headers, which is not taken over. Call it once the columns of
 * values have their units (layout_preamble.c). */
void layout_warn_unit_above(const struct layout *layout);

/* Stated growth (layout_growth.c). */

/* Finds columns of growth whose headers name their period. */
void layout_find_growth(struct layout *layout);
/* Gives columns of growth to columns of values. */
void layout_link_growth(struct layout *layout);

/* Periods among words of headers (layout_worded.c). */
/* Reads them, for all columns that may be of values. */
void layout_find_worded(struct layout *layout);
/* Gives a column the period among the words of its header. False: there is none, or the words are not
 * understood. */
bool layout_take_worded(struct layout *layout, size_t at);
/* Fails for a year that may be that of constant prices. */
void layout_refuse_price_years(struct layout *layout);
/* Makes dimensions of what the words name. */
void layout_distinguish_worded(struct layout *layout);
/* Fails for a period among words that are not understood, if no column has a period otherwise. */
void layout_ask_for_worded(struct layout *layout);

/* The period (layout_periods.c). */
/* Learns from the headers, and from the columns that are periods, how the file writes them. */
void layout_learn_from_headers(struct layout *layout);
void layout_guess_period(struct layout *layout);
void layout_resolve_period(struct layout *layout);
/* Finds the column of plain numbers that stand in place of periods (layout_numbers.c). Call it before
 * and after layout_resolve_period: said by the options, numbers are never taken for periods. */
void layout_take_said_numbers(struct layout *layout);
void layout_guess_numbers(struct layout *layout);
/* Whether the caller may have meant a column of figures in place of periods: there are two or more. */
bool layout_may_run_over_numbers(const struct layout *layout);

/* Mistakes (layout_mistakes.c). */
void layout_refuse_repeated(struct layout *layout);
void layout_require_columns(struct layout *layout);

/* Dimensions (layout_members.c). */
void layout_link_measures(struct layout *layout);
/* Links columns of statuses with the columns of values that have the same period. */
void layout_link_flags(struct layout *layout);
void layout_open_dimensions(struct layout *layout);
/* For a format with several columns of values. */
void layout_open_measures(struct layout *layout);
void layout_open_constants(struct layout *layout);
void layout_warn_assumed_unit(const struct layout *layout);

#endif

/* rows.h - a row a member: names, values and places, for the types that compare two figures of
 * each. Positions are those of languages written from left to right; chart/across.h mirrors them. */
#ifndef SHEAF_CHART_ROWS_H
#define SHEAF_CHART_ROWS_H

#include "chart/guides/row_name.h"
#include "chart/model/members.h"
#include "chart/plot.h"
#include "chart/words/speech.h"

struct row {
    struct member member;
    bool is_off_scale; /* the rest of many, which dwarfs them: its marks are broken or left out */
    const char *label;
    struct row_name name;
    struct text_line *values[2];
};

struct rows {
    struct row *rows;
    size_t n;
    double names; /* width of the widest name */
};

/* The rows of a plot, from the largest down, without names and values. False after a failure. */
bool rows_open(const struct plot *plot, struct rows *rows);
/* Sets the names within a width: whole in a line or more, by their codes, or cut. */
void rows_set_names(const struct plot *plot, struct rows *rows, double most, double plot_height);
/* Whether one is cut, or a code stands for it. */
bool rows_names_are_short(const struct rows *rows);
/* At row `index`: see row_name_draw. */
void rows_draw_name(const struct plot *plot, const struct rows *rows, struct scene *scene,
                    size_t index, double x, enum text_align align);
/* Writes the figures of the first period at the marks; the first with its unit where no subtitle
 * has it. */
void rows_set_values(const struct plot *plot, struct rows *rows);
/* Notes that the period is not said, nor the unit where values have no room. */
void rows_note_words(const struct plot *plot, bool has_values);
/* Width of the widest value of a flow; of both where flow is 2. */
double rows_value_width(const struct rows *rows, size_t flow);

/* NULL: the member has no series of this flow, or no figure in this period. */
const struct figure *row_figure(const struct plot *plot, const struct row *row, size_t flow,
                                size_t period);
/* Height from one row to the next, below what stands above the first; and the middle of a row. */
double rows_pitch(const struct plot *plot, const struct rows *rows);
/* Height above the middle of the first row that is its own, and below that of the last. */
double rows_edge(const struct plot *plot, const struct rows *rows);
double row_middle(const struct plot *plot, const struct rows *rows, size_t index);
/* Where the last row ends. */
double rows_bottom(const struct plot *plot, const struct rows *rows);
/* Least height of a plot of so many rows. */
double rows_least(const struct plot *plot, const struct rows *rows);

/* The colour of a flow, or of the only one: members are told apart by their names. */
struct color rows_color(const struct plot *plot, const struct row *row, size_t flow);
/* "Exports", as it begins a line. */
const char *rows_flow_name(const struct plot *plot, size_t flow);
/* Flags of the figures that the rows show. */
unsigned rows_flags(const struct plot *plot, const struct rows *rows);

/* From zero to the figures of all members. The sum of the rest may be many times the largest of them:
 * then it is not drawn to scale, because nobody could compare the others. */
struct extent rows_extent(const struct plot *plot);
/* Height of a plot of as many rows as there are members. */
double rows_min_height(const struct plot *plot);

/* The statuses of a figure as flags, that which its style shows among them. */
unsigned row_statuses(const struct figure *figure);

/* The period, and a sentence a member, from the largest: "2023. China – Exports: 14.7; Imports: 16.8." */
void rows_speak_flows(struct speech *speech);

#endif

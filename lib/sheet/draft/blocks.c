/* blocks.c - the blocks of a draft: key figures, a sentence, the course, notes; those of parts are in
 * blocks_of_parts.c. */
#include <string.h>

#include "sheet/draft/draft.h"

/* As in the rules of chart/types/suggest.c: what readers compare one by one, and a course. */
enum { FEW = 12, FEW_OF_TWO = 8, BALANCED = 9, SEASONS = 24, COLUMNS = 5 };

static bool is_pair(const struct draft *draft)
{
    return draft_has_flow(draft, "exports") && draft_has_flow(draft, "imports");
}

/* Figures and sentences ------------------------------------------------------------ */

static void add_figure(struct draft *draft, struct buffer *into, const char *name, bool grows)
{
    buffer_format(into, "    - {value: \"%s[$%s]\"%s}\n", name, draft_moment(draft),
                  grows && draft->has_growth ? ", change: growth" : "");
}

/* January to April beside years. */
static void add_other_figure(struct draft *draft, struct buffer *into)
{
    char period[SHEAF_PERIOD_TEXT];

    sheaf_period_write(draft->other, period);
    buffer_format(into, "    - {value: \"%s[%s]\"%s}\n", draft->flow_names[draft->other_flow],
                  period, draft->has_other_base ? ", change: growth" : "");
}

static void add_figures(struct draft *draft)
{
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(
        &buffer, "%s- figures:\n",
        draft_comment(draft, DRAFT_ON_FIGURES, BLANKS("share(), rank(), cover(exports, imports)")));
    if (draft->computes_turnover || draft_has_flow(draft, "turnover"))
        add_figure(draft, &buffer, "turnover", true);
    for (size_t i = 0; i < draft->n_flows || i == 0; i++)
        if (draft->n_flows == 0 || strcmp(draft->flows[i], "turnover") != 0)
            add_figure(draft, &buffer, draft->flow_names[i],
                       draft->n_flows == 0 || strcmp(draft->flows[i], "balance") != 0);
    if (draft->computes_imports)
        add_figure(draft, &buffer, "imports", true);
    if (draft->computes_balance)
        add_figure(draft, &buffer, "balance", false);
    if (draft->other.unit != SHEAF_NO_PERIOD)
        add_other_figure(draft, &buffer);
    if (draft->quantity != NULL)
        add_figure(draft, &buffer, "quantity", true);
    if (draft->has_unit_value)
        add_figure(draft, &buffer, "unit_value", true);
    draft_add(draft, PIECE_BLOCK, NULL, "%s", buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

static const char *say_sentence(struct draft *draft, const void *moment)
{
    return draft_say(draft, DRAFT_SENTENCE, BLANKS(moment));
}

static void add_text(struct draft *draft)
{
    if (draft->has_growth && is_pair(draft))
        draft_add(draft, PIECE_BLOCK, NULL, "%s- text:%s",
                  draft_comment(draft, DRAFT_ON_SENTENCE, NULL),
                  draft_folded(draft, say_sentence, draft_moment(draft)));
}

/* The course ------------------------------------------------------------------------ */

static const char *course_type(const struct draft *draft)
{
    const bool two = is_pair(draft);

    if (draft->n_periods <= (two ? FEW_OF_TWO : FEW))
        return "bars";
    return two && draft->n_periods >= BALANCED ? "surplus" : "lines";
}

static const char *flow_series(struct draft *draft)
{
    if (is_pair(draft) || draft->computes_imports)
        return "[exports, imports]";
    return draft->flow_names[0];
}

static const char *flow_title(struct draft *draft)
{
    if (is_pair(draft) || draft->computes_imports)
        return draft_say(draft, DRAFT_EXPORTS_AND_IMPORTS, NULL);
    if (draft->n_flows > 0)
        return draft_flow_word(draft, 0, false);
    return draft_capital(draft, draft_label(draft, true));
}

/* "Exports by year" */
static const char *say_course(struct draft *draft, const void *of)
{
    const bool is_calendar = draft->last.unit == SHEAF_MONTHS;
    const enum draft_text how = is_calendar && draft->last.count == 12  ? DRAFT_BY_YEAR
                                : is_calendar && draft->last.count == 3 ? DRAFT_BY_QUARTER
                                : is_calendar && draft->last.count == 1 ? DRAFT_BY_MONTH
                                                                        : DRAFT_OVER_TIME;

    (void)of;
    return draft_shown_how(draft, flow_title(draft), draft_say(draft, how, NULL));
}

static const char *say_flow_title(struct draft *draft, const void *of)
{
    (void)of;
    return flow_title(draft);
}

static const char *first_words(struct draft *draft, size_t flow)
{
    return draft->n_flows > 0 ? draft_flow_word(draft, flow, false) : draft_label(draft, true);
}

static const char *say_seasons(struct draft *draft, const void *of)
{
    (void)of;
    return draft_shown_how(draft, first_words(draft, 0),
                           draft_say(draft, DRAFT_THROUGH_THE_YEAR, NULL));
}

static const char *say_so_far(struct draft *draft, const void *of)
{
    (void)of;
    return draft_shown_how(draft, first_words(draft, draft->other_flow),
                           draft_say(draft, DRAFT_SO_FAR, NULL));
}

/* A part of a year is compared with the same part of the year before, and with no year. */
static void add_other(struct draft *draft)
{
    const char *name = draft->flow_names[draft->other_flow];
    char period[SHEAF_PERIOD_TEXT], before[SHEAF_PERIOD_TEXT];

    sheaf_period_write(draft->other, period);
    sheaf_period_write(sheaf_period_year_before(draft->other), before);
    draft_beside(draft);
    draft_add(draft, PIECE_BLOCK, NULL,
              "%s- chart:\n    type: bars\n    title: %s\n    series: %s\n"
              "    periods: [%s, %s]\n",
              draft_comment(draft, DRAFT_ON_PART_OF_YEAR, NULL),
              draft_each(draft, say_so_far, NULL), name, before, period);
    draft_beside(draft);
}

static void add_seasons(struct draft *draft)
{
    if (draft_listed(draft) != NULL)
        draft_beside(draft); /* the page holds more */
    draft_add(draft, PIECE_BLOCK, NULL,
              "%s- chart:\n    type: seasonal\n    title: %s\n    series: %s\n",
              draft_comment(draft, DRAFT_ON_SEASONAL, BLANKS("heatmap")),
              draft_each(draft, say_seasons, NULL), draft->flow_names[0]);
    if (draft_listed(draft) != NULL)
        draft_beside(draft);
}

/* Value, quantity and unit value, each with its own axis. */
static void add_panels(struct draft *draft)
{
    if (draft->quantity == NULL || draft->n_periods < 2)
        return;
    draft_add(draft, PIECE_BLOCK, NULL,
              "%s- chart:\n    type: panels\n    title: %s\n    series: [%s, quantity%s]\n",
              draft_comment(draft, DRAFT_ON_PANELS, NULL),
              draft_words(draft, draft->has_unit_value ? DRAFT_VALUE_QUANTITY_AND_PRICE
                                                       : DRAFT_VALUE_AND_QUANTITY),
              draft->flow_names[0], draft->has_unit_value ? ", unit_value" : "");
}

static void add_course(struct draft *draft)
{
    const bool has_seasons =
        draft->last.unit == SHEAF_MONTHS && draft->last.count == 1 && draft->n_periods >= SEASONS;

    if (draft->n_periods < 2 && !draft->has_implied_base)
        return;
    if (draft->quantity != NULL && !is_pair(draft))
        add_panels(draft); /* which have the course of the value, too */
    else
        draft_add(draft, PIECE_BLOCK, NULL,
                  "%s- chart:\n    type: %s\n    title: %s\n    series: %s\n",
                  draft_comment(draft, DRAFT_ON_COURSE, NULL), course_type(draft),
                  draft_each(draft, say_course, NULL), flow_series(draft));
    if (draft->has_other_base)
        add_other(draft);
    if (has_seasons)
        add_seasons(draft);
}

/* low, low50, high90 …: the bounds of a range or of a fan. */
static bool is_bound(const char *member, const char *side)
{
    const size_t n = strlen(side);

    return strncmp(member, side, n) == 0 && strspn(member + n, "0123456789") == strlen(member + n);
}

/* Adds those of a side, as they stand in the file; returns how many. */
static size_t put_bounds(struct draft *draft, struct buffer *into, const char *dimension,
                         const char *side)
{
    size_t n = 0;

    for (size_t i = 0; i < sheaf_table_member_count(draft->view, dimension); i++) {
        const char *member = sheaf_table_member(draft->view, dimension, i);
        if (!is_bound(member, side))
            continue;
        buffer_format(into, ", \"%s[%s: %s]\"", draft->data, dimension, member);
        n++;
    }
    return n;
}

/* The main series within its bounds, of a file that has such columns. */
static bool add_bounds(struct draft *draft)
{
    struct buffer buffer;
    size_t n_low, n_high;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    n_low = put_bounds(draft, &buffer, "series", "low");
    n_high = put_bounds(draft, &buffer, "series", "high");
    if (n_low > 0 && n_low == n_high)
        draft_add(draft, PIECE_BLOCK, NULL,
                  "%s- chart:\n    type: %s\n    title: %s\n    series: [%s%s]\n",
                  draft_comment(draft, DRAFT_ON_BOUNDS, NULL), n_low > 1 ? "fan" : "range",
                  draft_each(draft, say_course, NULL), draft->flow_names[0],
                  buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
    return n_low > 0 && n_low == n_high;
}

static void add_numbers(struct draft *draft)
{
    draft_add(draft, PIECE_BLOCK, NULL, "%s- chart:\n    title: %s\n    series: %s\n",
              draft_comment(draft, DRAFT_ON_NUMBERS, BLANKS("lines, scatter")),
              draft_each(draft, say_flow_title, NULL), draft->flow_names[0]);
}

/* The table of flows ------------------------------------------------------------------ */

static void put_rows(struct draft *draft, struct buffer *into)
{
    const char *separator = "";

    for (size_t i = 0; i < draft->n_flows || i == 0; i++, separator = ", ")
        buffer_format(into, "%s%s", separator, draft->flow_names[i]);
    if (draft->computes_imports)
        buffer_format(into, "%simports", separator);
    if (draft->computes_turnover)
        buffer_format(into, "%sturnover", separator);
    if (draft->computes_balance)
        buffer_format(into, "%sbalance", separator);
    if (draft->quantity != NULL)
        buffer_text(into, ", quantity");
    if (draft->has_unit_value)
        buffer_text(into, ", unit_value");
}

static size_t count_columns(const struct draft *draft)
{
    return draft->n_periods < COLUMNS ? draft->n_periods : COLUMNS;
}

void draft_put_periods(struct draft *draft, struct buffer *into)
{
    const size_t first = draft->n_periods - count_columns(draft);
    char period[SHEAF_PERIOD_TEXT];

    for (size_t i = first; i < draft->n_periods; i++) {
        sheaf_period_write(draft->periods[i], period);
        buffer_format(into, "%s%s", i > first ? ", " : "", period);
    }
}

static void add_table_of_flows(struct draft *draft)
{
    char period[SHEAF_PERIOD_TEXT];
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(&buffer, "%s- table:\n    rows: [",
                  draft_comment(draft, DRAFT_ON_TABLE, BLANKS("2019..2023")));
    put_rows(draft, &buffer);
    buffer_text(&buffer, "]\n    columns: [");
    if (draft->has_implied_base && draft->n_periods == 1) {
        sheaf_period_write(sheaf_period_year_before(draft->last), period);
        buffer_format(&buffer, "%s, ", period);
    }
    draft_put_periods(draft, &buffer);
    sheaf_period_write(draft->last, period);
    if (draft->has_growth)
        buffer_format(&buffer, ", growth(%s)", period);
    buffer_text(&buffer, "]\n");
    draft_add(draft, PIECE_BLOCK, NULL, "%s", buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

void draft_make_blocks(struct draft *draft)
{
    draft_add(draft, PIECE_GROUP, NULL, "\nsheet:\n");
    if (draft->over_numbers)
        add_numbers(draft);
    else {
        add_figures(draft);
        add_text(draft);
        if (!add_bounds(draft))
            add_course(draft);
        if (is_pair(draft))
            add_panels(draft);
    }
    for (size_t i = 0; i < draft->n_dimensions && !draft->over_numbers; i++)
        if (draft->dimensions[i].is_compared)
            draft_add_parts(draft, &draft->dimensions[i]);
    if (!draft->over_numbers && draft->n_periods > 0) {
        if (draft_listed(draft) != NULL)
            draft_add_table_of_parts(draft, draft_listed(draft));
        else
            add_table_of_flows(draft);
        draft_add_others(draft);
    }
    draft_add(draft, PIECE_BLOCK, NULL, "%s- notes\n", draft_comment(draft, DRAFT_ON_NOTES, NULL));
}

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
    buffer_text(&buffer, "# Key figures. Others: share(), rank(), cover(exports, imports).\n"
                         "- figures:\n");
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
    draft_add(draft, PIECE_BLOCK, NULL, "%s", buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

static const char *sentence(struct draft *draft, const char *name)
{
    const char *moment = draft_moment(draft);

    return arena_format(&draft->arena,
                        "%s {growth(%s)[$%s] ? rose by {} to | fell by {} to | stayed at || "
                        "were} {%s[$%s] || not available}",
                        name, name, moment, name, moment);
}

static void add_text(struct draft *draft)
{
    const char *moment = draft_moment(draft);

    if (!draft->has_growth || !is_pair(draft))
        return;
    draft_add(draft, PIECE_BLOCK, NULL,
              "# A sentence that follows its figures: up | down | same || where there is none.\n"
              "- text: >\n    {$%s, in, capital} %s,\n    and %s.\n",
              moment, sentence(draft, "exports"), sentence(draft, "imports"));
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
        return "Exports and imports";
    if (draft->n_flows > 0)
        return draft_capital(draft, draft_plain(&draft->arena, draft->flows[0]));
    return draft_label(draft, true);
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
              "# A part of a year beside the same part of the year before.\n"
              "- chart:\n    type: bars\n    title: %s so far\n    series: %s\n"
              "    periods: [%s, %s]\n",
              draft_capital(draft, name), name, before, period);
    draft_beside(draft);
}

static void add_course(struct draft *draft)
{
    const bool has_seasons =
        draft->last.unit == SHEAF_MONTHS && draft->last.count == 1 && draft->n_periods >= SEASONS;

    if (draft->n_periods < 2 && !draft->has_implied_base)
        return;
    draft_add(draft, PIECE_BLOCK, NULL,
              "# Its title is for the finding; without a type, one is found from the data.\n"
              "- chart:\n    type: %s\n    title: %s\n    series: %s\n",
              course_type(draft), draft_yaml(&draft->arena, flow_title(draft)), flow_series(draft));
    if (draft->has_other_base)
        add_other(draft);
    if (!has_seasons)
        return;
    if (draft_listed(draft) != NULL)
        draft_beside(draft); /* the page holds more */
    draft_add(draft, PIECE_BLOCK, NULL,
              "# Is this year like the others? Also: heatmap, a cell a month.\n"
              "- chart:\n    type: seasonal\n    title: %s\n    series: %s\n",
              draft_yaml(&draft->arena,
                         arena_format(&draft->arena, "%s through the year",
                                      draft->n_flows > 0 ? draft_capital(draft, draft->flows[0])
                                                         : flow_title(draft))),
              draft->flow_names[0]);
    if (draft_listed(draft) != NULL)
        draft_beside(draft);
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
                  "# How sure: a series within its bounds.\n"
                  "- chart:\n    type: %s\n    title: %s\n    series: [%s%s]\n",
                  n_low > 1 ? "fan" : "range", draft_yaml(&draft->arena, flow_title(draft)),
                  draft->flow_names[0], buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
    return n_low > 0 && n_low == n_high;
}

static void add_numbers(struct draft *draft)
{
    draft_add(draft, PIECE_BLOCK, NULL,
              "# Its title is for the finding. Types: lines, scatter.\n"
              "- chart:\n    title: %s\n    series: %s\n",
              draft_yaml(&draft->arena, flow_title(draft)), draft->flow_names[0]);
}

/* Value and quantity, each with its own axis. */
static void add_panels(struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions; i++) {
        if (draft->dimensions[i].focus != FOCUS_IMPLICIT || draft->n_periods < 2)
            continue;
        const char *value =
            draft_selection(draft, 0, &draft->dimensions[i], "indicator: value", true);
        const char *quantity =
            draft_selection(draft, 0, &draft->dimensions[i], "indicator: quantity", true);
        if (!draft_gives(draft, value, NULL) || !draft_gives(draft, quantity, NULL))
            continue;
        value = draft_selection(draft, 0, &draft->dimensions[i], "indicator: value", false);
        quantity = draft_selection(draft, 0, &draft->dimensions[i], "indicator: quantity", false);
        draft_add(
            draft, PIECE_BLOCK, NULL,
            "# A plot a unit, on one time axis.\n"
            "- chart:\n    type: panels\n    title: Value and quantity\n    series: [%s, %s]\n",
            draft_yaml(&draft->arena, value), draft_yaml(&draft->arena, quantity));
    }
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
}

static void add_table_of_flows(struct draft *draft)
{
    const size_t n = draft->n_periods < COLUMNS ? draft->n_periods : COLUMNS;
    char period[SHEAF_PERIOD_TEXT];
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_text(&buffer, "# Columns are periods, ranges (2019..2023) or expressions of a row.\n"
                         "- table:\n    rows: [");
    put_rows(draft, &buffer);
    buffer_text(&buffer, "]\n    columns: [");
    if (draft->has_implied_base && n == 1) {
        sheaf_period_write(sheaf_period_year_before(draft->last), period);
        buffer_format(&buffer, "%s, ", period);
    }
    for (size_t i = draft->n_periods - n; i < draft->n_periods; i++) {
        sheaf_period_write(draft->periods[i], period);
        buffer_format(&buffer, "%s%s", i > draft->n_periods - n ? ", " : "", period);
    }
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
    }
    draft_add(draft, PIECE_BLOCK, NULL,
              "# Sources, definitions and flags, by themselves; your own: {texts: [A note.]}\n"
              "- notes\n");
}

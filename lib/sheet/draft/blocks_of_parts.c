/* blocks_of_parts.c - the blocks of a draft that compare the parts of a dimension, and their table. */
#include <string.h>

#include "sheet/draft/draft.h"
#include "text/languages/language.h"

/* Periods up to which a stack has columns. */
enum { STACKED = 24 };

/* Ten periods before the last, or the first. */
static sheaf_period back_period(const struct draft *draft)
{
    enum { BACK = 11 };

    return draft->periods[draft->n_periods > BACK ? draft->n_periods - BACK : 0];
}

/* What the last period is compared with: months and quarters with those of the year before. */
static sheaf_period then_period(const struct draft *draft)
{
    const sheaf_period before = sheaf_period_year_before(draft->last);

    for (size_t i = 0; sheaf_period_is_part_of_year(draft->last) && i < draft->n_periods; i++)
        if (sheaf_period_compare(draft->periods[i], before) == 0)
            return before;
    return back_period(draft);
}

/* The parts -------------------------------------------------------------------------- */

/* Of one flow, in a dimension. */
struct parts {
    size_t flow;
    const struct draft_dimension *dimension;
};

static const struct {
    const char *dimension;
    enum draft_text alone, inside;
} ways[] = { { "partner", DRAFT_BY_PARTNER, DRAFT_BY_PARTNER_INSIDE },
             { "reporter", DRAFT_BY_REPORTER, DRAFT_BY_REPORTER_INSIDE },
             { "product", DRAFT_BY_PRODUCT, DRAFT_BY_PRODUCT_INSIDE },
             { "sector", DRAFT_BY_SECTOR, DRAFT_BY_SECTOR_INSIDE },
             { "series", DRAFT_COMPARED, DRAFT_COMPARED_INSIDE } };

static const char *by_dimension(struct draft *draft, const char *dimension, bool inside)
{
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        if (strcmp(ways[i].dimension, dimension) == 0)
            return draft_say(draft, inside ? ways[i].inside : ways[i].alone, NULL);
    return draft_say(draft, inside ? DRAFT_BY_OTHER_INSIDE : DRAFT_BY_OTHER,
                     BLANKS(draft_plain(&draft->arena, draft_spaced(draft, dimension))));
}

static const char *say_parts(struct draft *draft, const void *of)
{
    const struct parts *parts = of;

    if (draft->n_flows == 0)
        return by_dimension(draft, parts->dimension->name, false);
    return draft_shown_how(draft, draft_flow_word(draft, parts->flow, false),
                           by_dimension(draft, parts->dimension->name, true));
}

static const char *say_parts_in_figures(struct draft *draft, const void *of)
{
    return draft_say(draft, DRAFT_IN_FIGURES, BLANKS(say_parts(draft, of)));
}

static const char *parts_title(struct draft *draft, size_t flow,
                               const struct draft_dimension *dimension)
{
    return draft_each(draft, say_parts, &(struct parts){ flow, dimension });
}

/* Without the rest of the whole, which is no part. */
static const char *parts_alone(struct draft *draft, size_t flow,
                               const struct draft_dimension *dimension)
{
    const char *name = draft_parts_name(draft, flow, dimension);

    if (!dimension->adds_up)
        return name;
    return draft_yaml(&draft->arena, arena_format(&draft->arena, "%s[series: !other]", name));
}

static bool is_of_countries(const struct draft_dimension *dimension)
{
    return strcmp(dimension->name, "partner") == 0 || strcmp(dimension->name, "reporter") == 0;
}

static void add_ranking(struct draft *draft, size_t flow, const struct draft_dimension *dimension)
{
    const enum draft_text comment =
        is_of_countries(dimension) ? DRAFT_ON_RANKING_MAP : DRAFT_ON_RANKING;

    draft_add(draft, PIECE_BLOCK, NULL,
              "%s- chart:\n    type: ranking\n    title: %s\n    series: %s\n"
              "    periods: [$%s]\n",
              draft_comment(draft, comment, BLANKS("lollipop, treemap", "tiles")),
              parts_title(draft, flow, dimension), parts_alone(draft, flow, dimension),
              draft_moment(draft));
    draft_beside(draft);
}

static void add_change(struct draft *draft, size_t flow, const struct draft_dimension *dimension)
{
    char first[SHEAF_PERIOD_TEXT];

    sheaf_period_write(then_period(draft), first);
    draft_add(draft, PIECE_BLOCK, NULL,
              "%s- chart:\n    type: dumbbell\n    title: %s\n    series: %s\n"
              "    periods: [%s, $%s]\n",
              draft_comment(draft, DRAFT_ON_CHANGE, BLANKS("slope, bump, multiples")),
              draft_words(draft, DRAFT_THEN_AND_NOW), parts_alone(draft, flow, dimension), first,
              draft_moment(draft));
    draft_beside(draft);
}

static void add_stack(struct draft *draft, size_t flow, const struct draft_dimension *dimension)
{
    enum { PARTS = 5 };
    const char *parts = dimension->n_parts <= PARTS
                            ? draft_parts_name(draft, flow, dimension)
                            : draft_parts(draft, flow, dimension, PARTS, true, false);

    draft_add(draft, PIECE_BLOCK, NULL, "%s- chart:\n    type: %s\n    title: %s\n    series: %s\n",
              draft_comment(draft, DRAFT_ON_STACK, BLANKS("stacked-100, waterfall, treemap")),
              draft->n_periods > STACKED ? "stacked-area" : "stacked",
              parts_title(draft, flow, dimension), draft_yaml(&draft->arena, parts));
    draft_beside(draft);
}

/* Parts that make no total: their course, or their order. */
static void add_comparison(struct draft *draft, size_t flow,
                           const struct draft_dimension *dimension)
{
    enum { LINES = 8 };

    if (draft->n_periods < 2 || dimension->n_parts > LINES) {
        add_ranking(draft, flow, dimension);
        return;
    }
    draft_add(draft, PIECE_BLOCK, NULL, "%s- chart:\n    title: %s\n    series: %s\n",
              draft_comment(draft, DRAFT_ON_COMPARISON, BLANKS("multiples, slope")),
              parts_title(draft, flow, dimension), draft_parts_name(draft, flow, dimension));
    draft_beside(draft);
}

static bool is_of_goods(const struct draft_dimension *dimension)
{
    return strcmp(dimension->name, "partner") != 0;
}

void draft_add_parts(struct draft *draft, const struct draft_dimension *dimension)
{
    const size_t n_flows = draft_parts_flows(draft);

    for (size_t flow = 0; flow < n_flows; flow++)
        if (!dimension->adds_up)
            add_comparison(draft, flow, dimension);
        else if (is_of_goods(dimension) && draft->n_periods > 1)
            add_stack(draft, flow, dimension);
        else
            add_ranking(draft, flow, dimension);
    if (n_flows == 1 && draft->n_periods > 1 && dimension->adds_up && dimension->n_parts > 3)
        add_change(draft, 0, dimension);
}

/* The table -------------------------------------------------------------------------- */

const struct draft_dimension *draft_listed(const struct draft *draft)
{
    const struct draft_dimension *found = NULL;

    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].is_compared &&
            (found == NULL || strcmp(draft->dimensions[i].name, "partner") == 0))
            found = &draft->dimensions[i];
    return found;
}

/* The course of ten years, or of as many periods as there are. */
static void put_spark(struct draft *draft, struct buffer *into, const char *first)
{
    const bool is_year = draft->last.unit == SHEAF_MONTHS && draft->last.count == 12;

    if (is_year)
        buffer_format(into, "      - {label: \"%s–{period}\", ", first);
    else
        buffer_format(into, "      - {label: %s, ", draft_words(draft, DRAFT_COURSE));
    if (sheaf_period_compare(back_period(draft), draft->first) == 0)
        buffer_text(into, "spark: row}\n");
    else
        buffer_format(into, "spark: \"row[%s..$%s]\"}\n", first, draft_moment(draft));
}

static const char *say_change(struct draft *draft, const void *of)
{
    (void)of;
    return language_of(draft->languages[draft->language])->words[WORD_CHANGE].alone;
}

static void put_columns(struct draft *draft, struct buffer *into,
                        const struct draft_dimension *dimension)
{
    const char *moment = draft_moment(draft);
    const char *whole = dimension->focus == FOCUS_SUM ? draft->flow_names[0]
                        : dimension->is_whole         ? draft_whole_name(dimension)
                                                      : NULL;
    char first[SHEAF_PERIOD_TEXT];

    sheaf_period_write(back_period(draft), first);
    buffer_format(into, "      - {label: \"{period}\", bar: \"row[$%s]\"}\n", moment);
    if (draft->has_growth)
        buffer_format(into, "      - {label: %s, value: \"growth(row)[$%s]\"}\n",
                      draft_each(draft, say_change, NULL), moment);
    if (dimension->adds_up && whole != NULL) {
        buffer_format(into, "      - {label: %s, value: ", draft_words(draft, DRAFT_SHARE));
        draft_scalar(into, arena_format(&draft->arena, "share(row, of: %s)[$%s]", whole, moment));
        buffer_text(into, "}\n");
    }
    if (draft->n_periods > 2)
        put_spark(draft, into, first);
}

void draft_add_table_of_parts(struct draft *draft, const struct draft_dimension *dimension)
{
    struct buffer buffer;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(
        &buffer, "%s- table:\n    title: %s\n    rows: %s\n    columns:\n",
        draft_comment(draft, DRAFT_ON_PARTS_TABLE, BLANKS("groups: region, sort: {by: 1}")),
        draft_each(draft, say_parts_in_figures, &(struct parts){ 0, dimension }),
        draft_parts_name(draft, 0, dimension));
    put_columns(draft, &buffer, dimension);
    if (dimension->adds_up)
        buffer_text(&buffer, "    total: yes\n");
    draft_add(draft, PIECE_BLOCK, NULL, "%s", buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

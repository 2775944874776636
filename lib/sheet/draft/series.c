/* series.c - the series that a draft names: flows and what follows from them, and the parts of each
 * dimension in which there is something to compare. */
#include <string.h>

#include "sheet/draft/draft.h"

bool draft_is_flow_word(const char *flow)
{
    static const char *const words[] = { "exports", "imports", "turnover", "re-exports",
                                         "re-imports" };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(flow, words[i]) == 0)
            return true;
    return false;
}

static size_t find_flow(const struct draft *draft, const char *flow)
{
    for (size_t i = 0; i < draft->n_flows; i++)
        if (strcmp(draft->flows[i], flow) == 0)
            return i;
    return SIZE_MAX;
}

bool draft_has_flow(const struct draft *draft, const char *flow)
{
    return find_flow(draft, flow) != SIZE_MAX;
}

void draft_name_series(struct draft *draft)
{
    const bool exports = draft_has_flow(draft, "exports"),
               imports = draft_has_flow(draft, "imports");

    if (draft->n_flows == 0)
        draft->flow_names[0] = "main";
    draft->computes_turnover = exports && imports && !draft_has_flow(draft, "turnover");
    draft->computes_imports = exports && !imports && draft_has_flow(draft, "turnover");
    draft->computes_balance =
        exports && (imports || draft->computes_imports) && !draft_has_flow(draft, "balance");
    draft->main = (exports && imports) || draft_has_flow(draft, "turnover") ? "turnover"
                                                                            : draft->flow_names[0];
}

/* Labels are plain words, in which a brace cannot be escaped. */
static const char *say_label(struct draft *draft, const void *of)
{
    const char *label = draft_label(draft, false);

    (void)of;
    return label != NULL && strchr(label, '{') != NULL && draft_label_parameter(draft) == NULL
               ? draft_say(draft, DRAFT_MAIN_SERIES, NULL)
               : label;
}

static void add_flow(struct draft *draft, size_t flow)
{
    const char *main = draft_main(draft, flow, false);
    const char *expression =
        draft->has_implied_base ? arena_format(&draft->arena, "imply(%s)", main) : main;

    if (draft->n_flows > 0)
        draft_add(draft, PIECE_SERIES, draft->flow_names[flow], "  %s: %s\n",
                  draft->flow_names[flow], draft_yaml(&draft->arena, expression));
    else
        draft_add(draft, PIECE_SERIES, draft->flow_names[0], "  %s: {value: %s, label: %s}\n",
                  draft->flow_names[0], draft_yaml(&draft->arena, expression),
                  draft_each(draft, say_label, NULL));
}

const char *draft_parts_name(struct draft *draft, size_t flow,
                             const struct draft_dimension *dimension)
{
    const char *name = draft_name(&draft->arena, dimension->name, "member");

    return draft->n_flows > 0
               ? arena_format(&draft->arena, "%s_by_%s", draft->flow_names[flow], name)
               : arena_format(&draft->arena, "by_%s", name);
}

/* Those of exports and imports, or of the one flow. */
size_t draft_parts_flows(const struct draft *draft)
{
    if (draft->n_flows == 0)
        return 1;
    return draft->n_flows > 1 && draft_has_flow(draft, "exports") &&
                   draft_has_flow(draft, "imports")
               ? 2
               : 1;
}

const char *draft_whole_name(const struct draft_dimension *dimension)
{
    return strcmp(dimension->name, "partner") == 0 ? "world" : "whole";
}

/* What the shares of its parts are of; only one table shows such. */
static void add_whole(struct draft *draft, const struct draft_dimension *dimension)
{
    if (dimension->is_whole && dimension->adds_up)
        draft_add(draft, PIECE_SERIES, draft_whole_name(dimension),
                  "  %s: {value: %s, label: %s}\n", draft_whole_name(dimension),
                  draft_yaml(&draft->arena, draft_whole(draft, 0, dimension)),
                  draft_words(draft,
                              strcmp(dimension->name, "partner") == 0 ? DRAFT_WORLD : DRAFT_WHOLE));
}

static void add_parts(struct draft *draft, const struct draft_dimension *dimension)
{
    for (size_t flow = 0; flow < draft_parts_flows(draft); flow++) {
        const char *name = draft_parts_name(draft, flow, dimension);
        const char *expression =
            draft_parts(draft, flow, dimension, LARGEST_SHOWN, dimension->adds_up, false);

        if (draft_gives(
                draft, draft_parts(draft, flow, dimension, LARGEST_SHOWN, dimension->adds_up, true),
                NULL))
            draft_add(draft, PIECE_SERIES, name, "  %s: %s\n", name,
                      draft_yaml(&draft->arena, expression));
    }
}

void draft_make_series(struct draft *draft)
{
    draft_add(
        draft, PIECE_GROUP, NULL, "\n%sseries:\n",
        draft_comment(draft, DRAFT_ON_SERIES, BLANKS("growth(), share(), index(), rolling_sum()")));
    for (size_t i = 0; i < draft->n_flows || i == 0; i++)
        add_flow(draft, i);
    if (draft->computes_turnover)
        draft_add(draft, PIECE_SERIES, "turnover", "  turnover: exports + imports\n");
    if (draft->computes_imports)
        draft_add(draft, PIECE_SERIES, "imports", "  imports: turnover - exports\n");
    if (draft->computes_balance)
        draft_add(draft, PIECE_SERIES, "balance", "  balance: exports - imports\n");
    draft_add_quantity(draft);
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].is_compared)
            add_parts(draft, &draft->dimensions[i]);
    if (draft_listed(draft) != NULL)
        add_whole(draft, draft_listed(draft));
    if (draft->tells_rise) {
        draft_add(draft, PIECE_GROUP, NULL, "\n%svalues:\n",
                  draft_comment(draft, DRAFT_ON_VALUES, NULL));
        draft_add(draft, PIECE_VALUE, "rise", "  rise: growth(%s)[$%s]\n", draft->main,
                  draft_moment(draft));
    }
}

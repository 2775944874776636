/* expressions.c - the expressions of a draft. */
#include <math.h>
#include <string.h>

#include "sheaf/expression.h"
#include "sheet/draft/draft.h"
#include "table/table.h"

/* Members that are named one by one rather than by what they are not. */
enum { MOST_NAMED = 12, MOST_LEFT_OUT = 4 };

static void put_filter(struct buffer *into, bool *any, const char *dimension, const char *member)
{
    buffer_format(into, "%s%s: %s", *any ? ", " : "[", dimension, member);
    *any = true;
}

/* "$partner", or the member as it stands there. */
static const char *focus_text(struct draft *draft, const struct draft_dimension *dimension,
                              bool literal)
{
    const char *member =
        dimension->member != NULL ? draft_member(&draft->arena, dimension->member) : NULL;

    if (dimension->focus == FOCUS_PARAMETER && (!literal || member == NULL))
        return arena_format(&draft->arena, "$%s", dimension->parameter);
    return member;
}

static void put_focus(struct draft *draft, struct buffer *into, bool *any,
                      const struct draft_dimension *dimension, size_t flow, bool literal)
{
    const char *name = draft_member(&draft->arena, dimension->name), *text = NULL;

    if (flow < draft->n_flows && dimension->of_flow[flow] != NULL)
        text = draft_member(&draft->arena, dimension->of_flow[flow]);
    else if (dimension->focus == FOCUS_MEMBER || dimension->focus == FOCUS_PARAMETER)
        text = focus_text(draft, dimension, literal);
    else if (dimension->chosen != NULL)
        text = dimension->chosen;
    if (name != NULL && text != NULL)
        put_filter(into, any, name, text);
}

static const char *take_text(struct draft *draft, struct buffer *buffer)
{
    const char *text = buffer->failed || buffer->bytes == NULL
                           ? NULL
                           : arena_text(&draft->arena, buffer->bytes, buffer->length);

    buffer_free(buffer);
    return text;
}

const char *draft_selection(struct draft *draft, size_t flow, const struct draft_dimension *skip,
                            const char *extra, bool literal)
{
    struct buffer buffer;
    bool any = false;

    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_text(&buffer, literal ? "data" : draft->data);
    if (flow < draft->n_flows)
        put_filter(&buffer, &any, "flow", draft_member(&draft->arena, draft->flows[flow]));
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (&draft->dimensions[i] != skip)
            put_focus(draft, &buffer, &any, &draft->dimensions[i], flow, literal);
    if (skip != NULL && skip->splits_units && draft->unit_column_member != NULL)
        put_filter(&buffer, &any, "unit", draft_member(&draft->arena, draft->unit_column_member));
    if (extra != NULL && extra[0] != '\0')
        buffer_format(&buffer, "%s%s", any ? ", " : "[", extra);
    if (any || (extra != NULL && extra[0] != '\0'))
        buffer_byte(&buffer, ']');
    return take_text(draft, &buffer);
}

static const struct draft_dimension *summed(const struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions; i++)
        if (draft->dimensions[i].focus == FOCUS_SUM)
            return &draft->dimensions[i];
    return NULL;
}

static const char *depth_text(struct draft *draft, const struct draft_dimension *dimension)
{
    return dimension->depth > 0 ? arena_format(&draft->arena, ", depth: %d", dimension->depth) : "";
}

const char *draft_main(struct draft *draft, size_t flow, bool literal)
{
    const struct draft_dimension *sum = summed(draft);
    const char *selection = draft_selection(draft, flow, NULL, NULL, literal);

    if (sum == NULL || selection == NULL)
        return selection;
    return arena_format(&draft->arena, "total(%s, by: %s%s)", selection,
                        draft_member(&draft->arena, sum->name), depth_text(draft, sum));
}

const char *draft_main_of(struct draft *draft, struct draft_dimension *dimension,
                          const char *member, bool literal)
{
    const struct draft_dimension own = *dimension;

    dimension->focus = FOCUS_MEMBER;
    dimension->member = member;
    const char *main = draft_main(draft, 0, literal);
    *dimension = own;
    return main;
}

/* The part with the largest last value that is not yet taken; UINT32_MAX: there is none. */
static uint32_t next_largest(struct draft *draft, const struct draft_dimension *dimension,
                             const bool *taken)
{
    uint32_t best = UINT32_MAX;

    for (uint32_t i = 0; i < sheaf_table_member_count(draft->view, dimension->name); i++)
        if (dimension->is_part[i] && !taken[i] &&
            (best == UINT32_MAX || dimension->size[i] > dimension->size[best]))
            best = i;
    return best;
}

/* "sector: A | B": the largest, where top() does not rank them. */
static const char *named_parts(struct draft *draft, const struct draft_dimension *dimension,
                               size_t most)
{
    const size_t n_members = sheaf_table_member_count(draft->view, dimension->name);
    bool *taken = arena_array(&draft->arena, bool, n_members + 1);
    struct buffer buffer;
    size_t n = 0;
    uint32_t at;

    if (taken == NULL)
        return NULL;
    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(&buffer, "%s: ", draft_member(&draft->arena, dimension->name));
    while (n < most && (at = next_largest(draft, dimension, taken)) != UINT32_MAX) {
        const char *member = table_member(draft->view, dimension->index, at);
        const char *text = draft_can_name(member) ? draft_member(&draft->arena, member) : NULL;

        taken[at] = true;
        if (text != NULL)
            buffer_format(&buffer, "%s%s", n++ > 0 ? " | " : "", text);
    }
    return take_text(draft, &buffer);
}

/* "partner: *", or "partner: !World | !EU"; NULL: too many are to be left out. */
static const char *all_parts(struct draft *draft, const struct draft_dimension *dimension)
{
    struct buffer buffer;
    size_t n = 0;

    if (dimension->n_others > MOST_LEFT_OUT || dimension->depth > 0)
        return NULL;
    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(&buffer, "%s: ", draft_member(&draft->arena, dimension->name));
    for (uint32_t i = 0; i < sheaf_table_member_count(draft->view, dimension->name); i++) {
        const char *member = table_member(draft->view, dimension->index, i);
        const char *text = dimension->is_other[i] ? draft_member(&draft->arena, member) : NULL;

        if (dimension->is_other[i] && (text == NULL || member[0] == '!')) {
            buffer_free(&buffer);
            return NULL;
        }
        if (text != NULL)
            buffer_format(&buffer, "%s!%s", n++ > 0 ? " | " : "", text);
    }
    if (n == 0)
        buffer_byte(&buffer, '*');
    return take_text(draft, &buffer);
}

/* What the caller chose of the dimension stays chosen; all of it otherwise. */
static const char *chosen_selection(struct draft *draft, size_t flow,
                                    const struct draft_dimension *dimension, bool literal)
{
    const char *extra =
        dimension->chosen == NULL
            ? NULL
            : arena_format(&draft->arena, "%s: %s", draft_member(&draft->arena, dimension->name),
                           dimension->chosen);

    return draft_selection(draft, flow, dimension, extra, literal);
}

const char *draft_total(struct draft *draft, size_t flow, const struct draft_dimension *dimension)
{
    return arena_format(&draft->arena, "total(%s, by: %s%s)",
                        chosen_selection(draft, flow, dimension, true),
                        draft_member(&draft->arena, dimension->name), depth_text(draft, dimension));
}

static const char *largest(struct draft *draft, size_t flow,
                           const struct draft_dimension *dimension, size_t n, bool with_rest,
                           bool literal)
{
    /* The largest are those of the period that the sheet is about, whatever --set makes it. */
    const char *in = literal || draft->over_numbers
                         ? ""
                         : arena_format(&draft->arena, ", in: $%s", draft_moment(draft));

    return arena_format(&draft->arena, "top(%s, by: %s, n: %zu%s%s)%s",
                        chosen_selection(draft, flow, dimension, literal),
                        draft_member(&draft->arena, dimension->name), n,
                        depth_text(draft, dimension), in != NULL ? in : "",
                        with_rest ? "" : "[series: !other]");
}

const char *draft_parts(struct draft *draft, size_t flow, const struct draft_dimension *dimension,
                        size_t n, bool with_rest, bool literal)
{
    const char *extra = NULL;

    if (dimension->has_largest &&
        (dimension->n_parts > n || (with_rest && !dimension->is_complete)))
        return largest(draft, flow, dimension, n, with_rest, literal);
    if (dimension->chosen != NULL && dimension->n_others == 0)
        extra = arena_format(&draft->arena, "%s: %s", draft_member(&draft->arena, dimension->name),
                             dimension->chosen);
    else if (dimension->n_parts <= n)
        extra = all_parts(draft, dimension);
    if (extra == NULL)
        extra = named_parts(draft, dimension, n < MOST_NAMED ? n : MOST_NAMED);
    return draft_selection(draft, flow, dimension, extra, literal);
}

const char *draft_whole(struct draft *draft, size_t flow, const struct draft_dimension *dimension)
{
    const char *member =
        dimension->is_whole ? draft_member(&draft->arena, dimension->member) : NULL;

    if (member == NULL)
        return NULL;
    return draft_selection(
        draft, flow, dimension,
        arena_format(&draft->arena, "%s: %s", draft_member(&draft->arena, dimension->name), member),
        false);
}

static bool has_value(const sheaf_series *series)
{
    sheaf_observation at;

    for (size_t i = 0; sheaf_series_at(series, i, &at) != NULL; i++)
        if (!isnan(at.value))
            return true;
    return false;
}

bool draft_gives(struct draft *draft, const char *expression, sheaf_series_list **list)
{
    sheaf_series_list *own =
        expression != NULL ? sheaf_table_evaluate(draft->view, expression) : NULL;
    const sheaf_series *series;
    bool gives = false;

    for (size_t i = 0; (series = sheaf_series_list_at(own, i)) != NULL; i++)
        gives |= has_value(series);
    gives &= own != NULL && sheaf_series_list_status(own) == SHEAF_OK;
    if (own != NULL && sheaf_series_list_status(own) == SHEAF_NO_MEMORY)
        fail_memory(draft->error);
    if (list != NULL && gives)
        *list = own;
    else
        sheaf_series_list_destroy(own);
    return gives;
}

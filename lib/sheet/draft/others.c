/* others.c - what the data have beside the figures that charts show: columns and indicators in other units,
 * or of another kind, which a table lists. */
#include <math.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"

/* So many are listed; of more a reader sees none. */
enum { MOST_OTHERS = 12 };

static bool is_of_measures(const struct draft_dimension *dimension)
{
    return strcmp(dimension->name, "series") == 0 || strcmp(dimension->name, "indicator") == 0;
}

/* The quantity and its unit value have a chart. */
static bool is_shown_beside(const struct draft_dimension *dimension, const char *member)
{
    static const char *const names[] = { "value", "quantity", "net weight", "gross weight",
                                         "unit value" };

    for (size_t i = 0; dimension->focus == FOCUS_IMPLICIT && i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], member) == 0)
            return true;
    return false;
}

static bool is_shown(const struct draft *draft, const struct draft_dimension *dimension,
                     uint32_t member)
{
    const char *text = table_member(draft->view, dimension->index, member);

    for (size_t flow = 0; flow < draft->n_flows; flow++)
        if (dimension->of_flow[flow] != NULL && strcmp(dimension->of_flow[flow], text) == 0)
            return true;
    return (dimension->member != NULL && strcmp(dimension->member, text) == 0) ||
           is_shown_beside(dimension, text) ||
           (dimension->is_compared && dimension->is_part != NULL && dimension->is_part[member]);
}

/* Members that have figures in the rows that otherwise are the main series'. */
static bool *find_members(struct draft *draft, const struct draft_dimension *dimension)
{
    const size_t n = sheaf_table_member_count(draft->view, dimension->name);
    bool *has_value = arena_array(&draft->arena, bool, n + 1);

    for (size_t i = 0; has_value != NULL && i < sheaf_table_row_count(draft->view); i++)
        if (!isnan(table_row_at(draft->view, i).value))
            has_value[table_row_member(draft->view, i, dimension->index)] = true;
    return has_value;
}

/* "series: a | b"; NULL: there is none, or too many. */
static const char *list_members(struct draft *draft, const struct draft_dimension *dimension)
{
    const bool *has_value = find_members(draft, dimension);
    const char *list = NULL;
    size_t n = 0;

    for (uint32_t i = 0;
         has_value != NULL && i < sheaf_table_member_count(draft->view, dimension->name); i++) {
        const char *member = table_member(draft->view, dimension->index, i);

        if (!has_value[i] || member[0] == '\0' || !draft_can_name(member) ||
            is_shown(draft, dimension, i))
            continue;
        const char *text = draft_member(&draft->arena, member);
        if (text == NULL)
            continue;
        list = n++ == 0 ? arena_format(&draft->arena, "%s: %s", dimension->name, text)
                        : arena_format(&draft->arena, "%s | %s", list, text);
    }
    return n <= MOST_OTHERS ? list : NULL;
}

/* The selection of any flow, and of any unit. */
static const char *select_members(struct draft *draft, struct draft_dimension *dimension,
                                  const char *list, bool literal)
{
    const bool splits = dimension->splits_units;

    dimension->splits_units = false;
    const char *selection = draft_selection(draft, SIZE_MAX, dimension, list, literal);
    dimension->splits_units = splits;
    return selection;
}

void draft_find_others(struct draft *draft)
{
    struct draft_dimension *dimension = NULL;

    for (size_t i = 0; i < draft->n_dimensions; i++) {
        if (draft->dimensions[i].focus == FOCUS_SUM)
            return; /* a row of each part would be too many */
        if (is_of_measures(&draft->dimensions[i]) && draft->dimensions[i].focus != FOCUS_NONE)
            dimension = &draft->dimensions[i];
    }
    const char *list =
        dimension != NULL && dimension->chosen == NULL ? list_members(draft, dimension) : NULL;
    if (list != NULL && draft_gives(draft, select_members(draft, dimension, list, true), NULL)) {
        draft->others = select_members(draft, dimension, list, false);
        dimension->has_others_listed = true;
    }
}

void draft_add_others(struct draft *draft)
{
    struct buffer buffer;

    if (draft->others == NULL)
        return;
    buffer_init(&buffer, &draft->arena.alloc, draft->error);
    buffer_format(&buffer, "%s- table:\n    title: %s\n    rows: %s\n    columns: [",
                  draft_comment(draft, DRAFT_ON_OTHERS, NULL),
                  draft_words(draft, DRAFT_OTHER_FIGURES),
                  draft_yaml(&draft->arena, draft->others));
    draft_put_periods(draft, &buffer);
    buffer_text(&buffer, "]\n");
    draft_add(draft, PIECE_BLOCK, NULL, "%s", buffer.failed ? "" : buffer.bytes);
    buffer_free(&buffer);
}

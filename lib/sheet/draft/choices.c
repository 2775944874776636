/* choices.c - what a table has several of and a draft shows one of: said in the spec, and to the caller. */
#include <math.h>
#include <string.h>

#include "sheet/draft/draft.h"
#include "table/table.h"

/* As many are said. */
enum { COLUMNS_TOLD = 4 };

static void tell(struct draft *draft, const sheaf_suggest_choice *choice, const char *command)
{
    if (choice->how == NULL || choice->other == NULL)
        return; /* no memory */
    draft_add(draft, PIECE_HEAD, NULL, "%s#   %s %s\n",
              draft_comment(draft, choice->n_others > 1 ? DRAFT_ON_CHOICES : DRAFT_ON_CHOICE,
                            BLANKS(choice->dimension, choice->taken, choice->other)),
              command, choice->how);
    if (draft->options->chosen != NULL)
        draft->options->chosen(draft->options->context, choice);
}

/* Members that have figures, but for the one that was taken, and those that other blocks compare it with. */
static void tell_member(struct draft *draft, const struct draft_dimension *dimension)
{
    sheaf_suggest_choice choice = { .size = sizeof choice,
                                    .dimension = dimension->name,
                                    .taken = dimension->member };
    const size_t n = sheaf_table_member_count(draft->view, dimension->name);
    bool *has_value = arena_array(&draft->arena, bool, n + 1);

    if (has_value == NULL || dimension->focus != FOCUS_MEMBER || dimension->is_whole ||
        dimension->is_compared || dimension->has_others_listed || dimension->chosen != NULL ||
        dimension->member[0] == '\0')
        return;
    for (size_t i = 0; i < sheaf_table_row_count(draft->view); i++)
        if (!isnan(table_row_at(draft->view, i).value))
            has_value[table_row_member(draft->view, i, dimension->index)] = true;
    for (uint32_t i = 0; i < n; i++) {
        const char *member = table_member(draft->view, dimension->index, i);

        if (!has_value[i] || strcmp(member, dimension->member) == 0 || !draft_can_name(member))
            continue;
        if (choice.n_others++ == 0)
            choice.other = member;
    }
    if (choice.n_others == 0)
        return;
    choice.how = arena_format(&draft->arena, "--select '%s: %s'", dimension->name, choice.other);
    tell(draft, &choice, "sheaf new DATA");
}

/* Years and months: the lengths of periods that are not those of the last one. */
static void tell_length(struct draft *draft)
{
    char taken[SHEAF_PERIOD_TEXT], other[SHEAF_PERIOD_TEXT];
    sheaf_suggest_choice choice = {
        .size = sizeof choice, .dimension = "period", .taken = taken, .other = other
    };

    if (draft->over_numbers || draft->left_out.unit == SHEAF_NO_PERIOD ||
        draft->other.unit != SHEAF_NO_PERIOD)
        return;
    sheaf_period_write(draft->last, taken);
    sheaf_period_write(draft->left_out, other);
    choice.n_others = draft->n_left_out;
    choice.how = arena_format(&draft->arena, "--set %s=%s", draft_moment(draft), other);
    tell(draft, &choice, "sheaf sheet SPEC");
}

/* Columns of numbers that no reader takes for values. */
static void tell_columns(struct draft *draft)
{
    const char *header;

    for (size_t i = 0; i < COLUMNS_TOLD && (header = table_passed_over(draft->table, i)) != NULL;
         i++)
        if (strpbrk(header, "'\n\r") == NULL)
            draft_add(draft, PIECE_HEAD, NULL, "%s#   sheaf new DATA --columns 'value: %s'\n",
                      draft_comment(draft, DRAFT_ON_SKIPPED, BLANKS(header)), header);
}

void draft_tell_choices(struct draft *draft)
{
    for (size_t i = 0; i < draft->n_dimensions && draft_is_well(draft); i++)
        tell_member(draft, &draft->dimensions[i]);
    if (draft_is_well(draft))
        tell_length(draft);
    if (draft_is_well(draft))
        tell_columns(draft);
}

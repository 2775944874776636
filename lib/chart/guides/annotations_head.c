/* annotations_head.c - the words of events and bands above a plot: in rows, each beside its line, so
 * that no line crosses words and no words touch.
 *
 * A line reaches up to its own words, so words in a lower row never lie across it. The rows are found
 * by trying, with as few as possible, in a bounded number of steps. */
#include "chart/guides/annotations.h"

#include <math.h>
#include <stdlib.h>

#include "chart/plan.h"

enum { MOST_STEPS = 20000, SIDES = 2 };
/* Share of the height that the words above a plot may take. */
static const double most_share = 0.3;
/* In ems of the words: from a line to its words, and between the words of two. */
static const double beside = 0.35, apart = 0.8;

struct entry {
    struct placed *item;
    struct text_block *words[SIDES]; /* at the right of its line and at the left; NULL: no room */
    double left[SIDES];
    size_t side, row;
};

struct stack {
    struct entry entries[MOST_ANNOTATIONS];
    size_t n, rows;
    double gap; /* between the words of two */
    int steps;
};

/* The words of a band stand within it where they have room. */
static void set_sides(const struct chart_plan *plan, struct entry *entry)
{
    const struct annotation_plan *all = plan->annotations;
    const struct box *room = &all->frames[0].box;
    const struct placed *item = entry->item;
    double gap = beside * all->style.size;
    double from = item->left + gap;
    double to = (item->given->kind == ANNOTATION_BAND ? item->right : item->left) - gap;

    entry->words[0] = annotations_words(plan, item, room->right - from);
    entry->words[1] = annotations_words(plan, item, to - room->left);
    entry->left[0] = from;
    entry->left[1] = entry->words[1] != NULL ? to - entry->words[1]->width : to;
    /* Where only one side needs no break, words stand there. */
    if (entry->words[0] != NULL && entry->words[1] != NULL &&
        entry->words[0]->n_lines > entry->words[1]->n_lines)
        entry->words[0] = NULL;
    /* Rows are read from the right in some languages: words, too, stand there at the left first. */
    if (all->frames[0].lies && text_is_right_to_left(plan->pen.text)) {
        const struct entry was = *entry;
        entry->words[0] = was.words[1];
        entry->words[1] = was.words[0];
        entry->left[0] = was.left[1];
        entry->left[1] = was.left[0];
    }
}

static double right_of(const struct entry *entry)
{
    return entry->left[entry->side] + entry->words[entry->side]->width;
}

static size_t top_of(const struct entry *entry)
{
    return entry->row + entry->words[entry->side]->n_lines;
}

/* Whether the line of one crosses the words of the other. */
static bool crosses(const struct stack *stack, const struct entry *line, const struct entry *words)
{
    double x = line->item->left, gap = stack->gap / 4;

    return line->item->given->kind != ANNOTATION_BAND && top_of(line) > words->row &&
           x > words->left[words->side] - gap && x < right_of(words) + gap;
}

static bool overlap(const struct stack *stack, const struct entry *a, const struct entry *b)
{
    return a->row < top_of(b) && b->row < top_of(a) &&
           a->left[a->side] < right_of(b) + stack->gap &&
           b->left[b->side] < right_of(a) + stack->gap;
}

static bool fits(const struct stack *stack, size_t index)
{
    const struct entry *entry = &stack->entries[index];

    for (size_t i = 0; i < index; i++) {
        const struct entry *other = &stack->entries[i];
        if (overlap(stack, entry, other) || crosses(stack, entry, other) ||
            crosses(stack, other, entry))
            return false;
    }
    return true;
}

/* The lowest row first, and words at the right of their line. */
static bool place_from(struct stack *stack, size_t index)
{
    if (index == stack->n)
        return true;
    struct entry *entry = &stack->entries[index];
    for (entry->row = 0; entry->row < stack->rows; entry->row++)
        for (entry->side = 0; entry->side < SIDES; entry->side++) {
            if (entry->words[entry->side] == NULL || top_of(entry) > stack->rows)
                continue;
            if (stack->steps-- <= 0)
                return false;
            if (fits(stack, index) && place_from(stack, index + 1))
                return true;
        }
    return false;
}

/* From the right: what stands there is lower, so that lines at its left pass by it. Of those in one place
 * the first that was named is on top. */
static int compare_places(const void *a, const void *b)
{
    const struct entry *first = a, *second = b;

    if (first->item->left != second->item->left)
        return first->item->left > second->item->left ? -1 : 1;
    return first->item > second->item ? -1 : first->item < second->item;
}

static bool place_all(struct stack *stack, size_t most_rows)
{
    qsort(stack->entries, stack->n, sizeof *stack->entries, compare_places);
    for (stack->rows = 1; stack->rows <= most_rows; stack->rows++) {
        stack->steps = MOST_STEPS;
        if (place_from(stack, 0))
            return true;
    }
    return false;
}

/* The one that the author named last gives way. */
static void leave_one_out(struct stack *stack)
{
    size_t last = 0;

    for (size_t i = 1; i < stack->n; i++)
        if (stack->entries[i].item > stack->entries[last].item)
            last = i;
    stack->entries[last].item->is_left_out = true;
    stack->entries[last] = stack->entries[--stack->n];
}

static void keep(const struct chart_plan *plan, const struct stack *stack)
{
    for (size_t i = 0; i < stack->n; i++) {
        const struct entry *entry = &stack->entries[i];
        entry->item->words = entry->words[entry->side];
        entry->item->words_left = entry->left[entry->side];
        entry->item->row = entry->row;
    }
    plan->annotations->rows = stack->n > 0 ? stack->rows : 0;
}

double annotations_most_rows(const struct chart_plan *plan)
{
    return most_share * plan->height / annotations_line_height(plan->annotations);
}

void annotations_stack(const struct chart_plan *plan, double most_rows)
{
    struct annotation_plan *all = plan->annotations;
    struct stack stack = { .gap = apart * all->style.size };

    for (size_t i = 0; i < all->n; i++) {
        struct entry entry = { .item = &all->items[i] };
        if (!annotations_in_head(all, entry.item->given) || entry.item->is_left_out ||
            entry.item->is_in_key)
            continue;
        set_sides(plan, &entry);
        if (entry.words[0] != NULL || entry.words[1] != NULL)
            stack.entries[stack.n++] = entry;
        else
            entry.item->is_left_out = true;
    }
    while (stack.n > 0 && !place_all(&stack, (size_t)fmax(most_rows, 1)))
        leave_one_out(&stack);
    keep(plan, &stack);
}

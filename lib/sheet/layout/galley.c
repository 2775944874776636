/* galley.c - fills the columns of a page with blocks and the pieces of blocks. */
#include "sheet/layout/galley.h"

#include <math.h>
#include <string.h>

#include "sheet/blocks/block.h"

enum {
    LEAST_ROWS = 3,
    HALVINGS = 14
}; /* rows of a divided table; 800 points to a 20th of a point */
#define MAX_EXTRA_SPACE                                                                            \
    6.0 /* points that may be added above a block to bring columns to one foot */
#define SLACK 0.01

/* What is in the columns of one page. */
struct galley_piece {
    struct block_plan plan;
    struct page_part *parts;
    size_t n_parts, starts[MOST_TEXT_COLUMNS + 1];
    struct parts_fit fits[MOST_TEXT_COLUMNS];
    int columns;
    double column_width;
    bool goes_on;
};

struct filling {
    const struct galley_plan *galley;
    const struct galley_room *room;
};

bool galley_is_done(const struct galley_plan *galley, const struct galley_place *at)
{
    return at->block == galley->blocks.n;
}

/* Texts are divided, and tables of more than half a page, unless the author keeps them together and a page
 * can hold them. */
static bool may_divide(const struct filling *filling, const struct block_plan *plan)
{
    const double page = filling->room->page;

    if (plan->pieces == NULL)
        return false;
    return plan->min_height > page ||
           (!plan->keeps_together && (plan->ends != NULL || plan->min_height > page / 2));
}

static bool may_end(const struct block_plan *plan, size_t first, size_t end)
{
    if (plan->ends != NULL)
        return !plan->ends[end - 1].is_bad;
    return end - first >= LEAST_ROWS && plan->n_pieces - end >= LEAST_ROWS;
}

static double needed(const struct filling *filling, const struct block_plan *plan)
{
    return filling->room->squeezes ? plan->min_height : plan->preferred_height;
}

/* How many pieces from the first on have this height. must: at least one, wherever it ends. */
static size_t pieces_that_fit(const struct block_plan *plan, size_t first, double room, bool must)
{
    size_t end = first;

    room -= first > 0 ? plan->repeated : 0;
    while (end < plan->n_pieces &&
           room >= plan->pieces[end] - (plan->ends != NULL ? plan->ends[end].gap : 0))
        room -= plan->pieces[end++];
    const size_t most = end;
    while (end > first && end < plan->n_pieces && !may_end(plan, first, end))
        end--;
    return end == first && must ? most - first : end - first;
}

/* How many pieces of a block stand in what is left of a column. */
static size_t take_pieces(const struct filling *filling, const struct block_plan *plan,
                          size_t first, double room, bool must)
{
    if (first == 0 && needed(filling, plan) <= room)
        return plan->n_pieces;
    if (first == 0 && !may_divide(filling, plan))
        return must && plan->min_height <= room ? plan->n_pieces : 0;
    size_t n = pieces_that_fit(plan, first, room, must);
    /* As a whole it is a little taller than its pieces, which end on the rhythm of the page. */
    return first == 0 && n == plan->n_pieces && plan->ends == NULL ? n - LEAST_ROWS : n;
}

/* Headings at the end of a column move to the next one. */
static size_t leave_headings(const struct page_part *parts, size_t n, size_t least,
                             struct galley_place *at)
{
    while (n > least && parts[n - 1].plan->keeps_next) {
        n--;
        at->block--;
        at->piece = parts[n].first;
    }
    return n;
}

/* Fills one column from *at on up to a height. Returns the number of parts. */
static size_t fill_column(const struct filling *filling, struct galley_place *at, double height,
                          struct page_part *parts)
{
    const struct stack *blocks = &filling->galley->blocks;
    const bool is_full_page = height >= filling->room->page - 0.5;
    double used = -SLACK;
    size_t n = 0;

    while (at->block < blocks->n) {
        struct block_plan *plan = blocks->plans[at->block];
        double space = n > 0 ? plan_space(parts[n - 1].plan, plan) : 0;
        size_t first = at->piece;
        size_t taken =
            take_pieces(filling, plan, first, height - used - space, is_full_page && n == 0);
        if (taken == 0)
            break;
        parts[n] = (struct page_part){ plan, first, taken, taken == plan->n_pieces };
        used += space + part_height(&parts[n++], filling->room->squeezes);
        at->piece = first + taken;
        if (at->piece < plan->n_pieces)
            return n;
        *at = (struct galley_place){ at->block + 1, 0 };
    }
    return galley_is_done(filling->galley, at) ? n : leave_headings(parts, n, is_full_page, at);
}

/* Whether columns of this height hold all that is left. */
static bool hold_all(const struct filling *filling, struct galley_place at, int columns,
                     double height)
{
    for (int i = 0; i < columns; i++)
        fill_column(filling, &at, height, filling->galley->tried);
    return galley_is_done(filling->galley, &at);
}

/* The least height in which columns hold all that is left, where `most` does. */
static double least_height(const struct filling *filling, struct galley_place at, int columns,
                           double most)
{
    double least = 0;

    for (int i = 0; i < HALVINGS; i++) {
        double middle = (least + most) / 2;
        if (hold_all(filling, at, columns, middle))
            most = middle;
        else
            least = middle;
    }
    return most;
}

enum height { LEAST, PREFERRED, MOST };

static double column_height(const struct galley_piece *piece, int column, enum height which)
{
    double height = 0;

    for (size_t i = piece->starts[column]; i < piece->starts[column + 1]; i++) {
        const struct page_part *part = &piece->parts[i];
        if (i > piece->starts[column])
            height += plan_space(part[-1].plan, part->plan);
        height += which == MOST && part->is_whole ? plan_max_height(part->plan)
                                                  : part_height(part, which == LEAST);
    }
    return height;
}

/* The columns grow as far as each of them can, so that they end at one height. */
static void set_heights(struct galley_piece *piece)
{
    struct block_plan *plan = &piece->plan;
    double most = INFINITY;

    plan->space_above = fmax(GALLEY_SPACE, piece->parts[0].plan->space_above);
    for (int i = 0; i < piece->columns; i++) {
        if (piece->starts[i] == piece->starts[i + 1])
            continue;
        plan->min_height = fmax(plan->min_height, column_height(piece, i, LEAST));
        plan->preferred_height = fmax(plan->preferred_height, column_height(piece, i, PREFERRED));
        most = fmin(most, column_height(piece, i, MOST));
        plan->space_below =
            fmax(plan->space_below, piece->parts[piece->starts[i + 1] - 1].plan->space_below);
    }
    plan->min_height = rhythm(plan->min_height);
    plan->preferred_height = rhythm(plan->preferred_height);
    plan->max_height = plan->limit_height = fmax(plan->preferred_height, most);
    plan->stretch = plan->max_height > plan->preferred_height;
}

static void fix(struct sheet_layout *layout, struct block_plan *plan, double height)
{
    struct galley_piece *piece = (struct galley_piece *)plan;

    for (int i = 0; i < piece->columns; i++) {
        piece->fits[i] = (struct parts_fit){ .parts = piece->parts + piece->starts[i],
                                             .n = piece->starts[i + 1] - piece->starts[i],
                                             .height = height,
                                             .least_space = 1,
                                             .most_extra = MAX_EXTRA_SPACE,
                                             .ends_anywhere = true,
                                             .is_column = true };
        parts_fit(layout, &piece->fits[i]);
    }
}

static void draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n)
{
    struct galley_piece *piece = (struct galley_piece *)plan;

    (void)first;
    (void)n;
    for (int i = 0; i < piece->columns; i++) {
        piece->fits[i].top = y;
        piece->fits[i].left = x + layout_offset(layout, i * (piece->column_width + layout->gutter),
                                                piece->column_width, plan->width);
        parts_draw(layout, &piece->fits[i], scene);
    }
}

static const struct plan_operations operations = { .fix = fix, .draw = draw };

bool galley_take(struct sheet_layout *layout, const struct galley_plan *galley,
                 struct galley_place *at, const struct galley_room *room, struct block_plan **taken)
{
    const struct filling filling = { galley, room };
    const bool is_last = hold_all(&filling, *at, galley->columns, room->height);
    size_t starts[MOST_TEXT_COLUMNS + 1] = { 0 };
    double height = room->height;

    for (int i = 0; i < galley->columns; i++) {
        if (is_last)
            height = least_height(&filling, *at, galley->columns - i, height);
        starts[i + 1] = starts[i] + fill_column(&filling, at, height, galley->taken + starts[i]);
    }
    const size_t n = starts[galley->columns];
    *taken = NULL;
    if (n == 0)
        return true;
    struct galley_piece *piece = plan_new(layout, &operations, sizeof *piece, galley->plan.width);
    struct page_part *parts = arena_array(&layout->arena, struct page_part, n);
    if (piece == NULL || parts == NULL)
        return false;
    memcpy(parts, galley->taken, n * sizeof *parts);
    memcpy(piece->starts, starts, sizeof starts);
    piece->parts = parts;
    piece->n_parts = n;
    piece->columns = galley->columns;
    piece->column_width = galley->column_width;
    piece->goes_on = !is_last;
    piece->plan.block = galley->plan.block;
    set_heights(piece);
    *taken = &piece->plan;
    return true;
}

const struct page_part *galley_parts(const struct page_part *part, size_t *n)
{
    const struct galley_piece *piece = (const struct galley_piece *)part->plan;

    if (part->plan->operations != &operations) {
        *n = 1;
        return part;
    }
    *n = piece->n_parts;
    return piece->parts;
}

bool galley_goes_on(const struct block_plan *plan)
{
    return plan->operations == &operations && ((const struct galley_piece *)plan)->goes_on;
}

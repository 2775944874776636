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

/* Parts, divided among columns. */
struct division {
    struct page_part *parts; /* NULL: there is none */
    size_t n_parts, starts[MOST_TEXT_COLUMNS + 1];
    double least, preferred,
        most; /* heights of the columns; most: at which they still end together */
};

/* What is in the columns of one page. Where its blocks had to count with their least heights, and the page then
 * leaves them more, they are divided so that they end together in that. */
struct galley_piece {
    struct block_plan plan;
    struct division tight, easy;
    const struct division *used;
    struct parts_fit fits[MOST_TEXT_COLUMNS];
    int columns;
    double column_width;
    bool goes_on;
};

struct filling {
    const struct galley_plan *galley;
    const struct galley_room *room;
    struct galley_place end; /* at which columns stop, whatever room they have */
};

static bool is_filled(const struct filling *filling, const struct galley_place *at)
{
    const struct galley_place *end = &filling->end;

    return at->block > end->block || (at->block == end->block && at->piece >= end->piece);
}

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
    struct block_plan *const *plans = filling->galley->blocks.plans;
    const bool is_full_page = height >= filling->room->page - 0.5;
    double used = -SLACK;
    size_t n = 0;

    while (!is_filled(filling, at)) {
        struct block_plan *plan = plans[at->block];
        double space = n > 0 ? plan_space(parts[n - 1].plan, plan) : 0;
        size_t first = at->piece;
        size_t taken =
            take_pieces(filling, plan, first, height - used - space, is_full_page && n == 0);
        if (at->block == filling->end.block && first + taken > filling->end.piece)
            taken = filling->end.piece - first;
        if (taken == 0)
            break;
        parts[n] = (struct page_part){ plan, first, taken, taken == plan->n_pieces };
        used += space + part_height(&parts[n++], filling->room->squeezes);
        at->piece = first + taken;
        if (at->piece < plan->n_pieces)
            return n;
        *at = (struct galley_place){ at->block + 1, 0 };
    }
    return is_filled(filling, at) ? n : leave_headings(parts, n, is_full_page, at);
}

/* Whether columns of this height hold all that is left. */
static bool hold_all(const struct filling *filling, struct galley_place at, int columns,
                     double height)
{
    for (int i = 0; i < columns; i++)
        fill_column(filling, &at, height, filling->galley->tried);
    return is_filled(filling, &at);
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

static double column_height(const struct division *division, int column, enum height which)
{
    double height = 0;

    for (size_t i = division->starts[column]; i < division->starts[column + 1]; i++) {
        const struct page_part *part = &division->parts[i];
        if (i > division->starts[column])
            height += plan_space(part[-1].plan, part->plan);
        height += which == MOST && part->is_whole ? plan_max_height(part->plan)
                                                  : part_height(part, which == LEAST);
    }
    return height;
}

/* The columns grow as far as each of them can. */
static void measure(struct division *division, int columns)
{
    double most = INFINITY;

    for (int i = 0; i < columns; i++) {
        if (division->starts[i] == division->starts[i + 1])
            continue;
        division->least = fmax(division->least, column_height(division, i, LEAST));
        division->preferred = fmax(division->preferred, column_height(division, i, PREFERRED));
        most = fmin(most, column_height(division, i, MOST));
    }
    division->least = rhythm(division->least);
    division->preferred = rhythm(division->preferred);
    division->most = fmax(division->preferred, most);
}

/* Where columns of this height begin and the last one ends; if they hold all that is left, none is higher than
 * it has to be for those behind it. */
static void find_starts(const struct filling *filling, int columns, bool holds_all, double height,
                        struct galley_place *starts)
{
    struct galley_place at = starts[0];

    for (int i = 0; i < columns; i++) {
        if (holds_all)
            height = least_height(filling, at, columns - i, height);
        fill_column(filling, &at, height, filling->galley->tried);
        starts[i + 1] = at;
    }
}

static bool is_same(const struct galley_place *a, const struct galley_place *b)
{
    return a->block == b->block && a->piece == b->piece;
}

/* What keeps columns high, as a chart in the last one, is no reason for those before it to be uneven: they are
 * divided anew among themselves. Nor is it one to leave columns empty: it moves to the last one if what comes
 * before fills all others. */
static void even_out(const struct filling *filling, int columns, double height,
                     struct galley_place *starts)
{
    for (int n = columns - 1; n > 0; n--) {
        struct galley_place others[MOST_TEXT_COLUMNS + 1] = { starts[0] };
        struct filling before = *filling;
        int used = n;

        while (used > 0 && is_same(&starts[used], &starts[n + 1]))
            used--;
        before.end = starts[used];
        if (used == 0 || !hold_all(&before, starts[0], n, height))
            return;
        find_starts(&before, n, true, height, others);
        if (used < n && is_same(&others[n - 1], &others[n]))
            return;
        memcpy(starts, others, ((size_t)n + 1) * sizeof *starts);
    }
}

/* Divides what comes among columns of this height, or of less if that holds all that is left. False after a
 * failure. */
static bool divide(struct sheet_layout *layout, const struct filling *filling,
                   struct galley_place *at, bool is_last, double height, struct division *division)
{
    const struct galley_plan *galley = filling->galley;
    struct galley_place places[MOST_TEXT_COLUMNS + 1] = { *at };
    size_t *starts = division->starts;

    find_starts(filling, galley->columns, is_last, height, places);
    if (is_last)
        even_out(filling, galley->columns, height, places);
    for (int i = 0; i < galley->columns; i++) {
        struct filling column = *filling;

        column.end = places[i + 1];
        starts[i + 1] = starts[i] + fill_column(&column, at, height, galley->taken + starts[i]);
    }
    division->n_parts = starts[galley->columns];
    if (division->n_parts == 0)
        return true;
    division->parts = arena_array(&layout->arena, struct page_part, division->n_parts);
    if (division->parts == NULL)
        return false;
    memcpy(division->parts, galley->taken, division->n_parts * sizeof *division->parts);
    measure(division, galley->columns);
    return true;
}

static void set_heights(struct galley_piece *piece)
{
    struct block_plan *plan = &piece->plan;
    const struct division *tight = &piece->tight,
                          *easy = piece->easy.parts != NULL ? &piece->easy : tight;

    plan->space_above = fmax(GALLEY_SPACE, tight->parts[0].plan->space_above);
    for (int i = 0; i < piece->columns; i++)
        if (tight->starts[i] < tight->starts[i + 1])
            plan->space_below =
                fmax(plan->space_below, tight->parts[tight->starts[i + 1] - 1].plan->space_below);
    plan->min_height = tight->least;
    plan->preferred_height = fmax(tight->least, easy->preferred);
    plan->max_height = plan->limit_height = fmax(plan->preferred_height, easy->most);
    plan->stretch = plan->max_height > plan->preferred_height;
}

static void fix(struct sheet_layout *layout, struct block_plan *plan, double height)
{
    struct galley_piece *piece = (struct galley_piece *)plan;
    bool has_room = piece->easy.parts != NULL && height + SLACK >= piece->easy.least;
    const struct division *used = has_room ? &piece->easy : &piece->tight;

    piece->used = used;
    for (int i = 0; i < piece->columns; i++) {
        piece->fits[i] = (struct parts_fit){ .parts = used->parts + used->starts[i],
                                             .n = used->starts[i + 1] - used->starts[i],
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
    const struct galley_room easy_room = { room->page, room->page, false };
    const struct galley_place end = { galley->blocks.n, 0 };
    const struct filling filling = { galley, room, end }, easy = { galley, &easy_room, end };
    const bool is_last = hold_all(&filling, *at, galley->columns, room->height);
    struct galley_place begin = *at;
    struct division tight = { 0 };

    *taken = NULL;
    if (!divide(layout, &filling, at, is_last, room->height, &tight))
        return false;
    if (tight.parts == NULL)
        return true;
    struct galley_piece *piece = plan_new(layout, &operations, sizeof *piece, galley->plan.width);
    if (piece == NULL)
        return false;
    piece->tight = tight;
    piece->used = &piece->tight;
    piece->columns = galley->columns;
    piece->column_width = galley->column_width;
    piece->goes_on = !is_last;
    piece->plan.block = galley->plan.block;
    if (is_last && room->squeezes && hold_all(&easy, begin, galley->columns, room->page) &&
        !divide(layout, &easy, &begin, true, room->page, &piece->easy))
        return false;
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
    *n = piece->used->n_parts;
    return piece->used->parts;
}

bool galley_goes_on(const struct block_plan *plan)
{
    return plan->operations == &operations && ((const struct galley_piece *)plan)->goes_on;
}

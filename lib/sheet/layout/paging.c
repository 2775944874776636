/* paging.c - puts blocks onto pages.
 *
 * If one page can hold all blocks at their minimum heights, there is one page. Otherwise pages are
 * filled by preferred heights, unless that takes more pages than minimum heights do. On a full
 * page the space between blocks shrinks before charts do. Spare height goes to the blocks that
 * stretch (charts), and what they cannot take to the space between blocks (fill.c). Only a table of more
 * than half a page continues on the next, and what fills columns (galley.c), as a text longer than a page does. */
#include "sheet/blocks/block.h"
#include "sheet/layout/galley.h"

enum { LEAST_PIECES = 3 }; /* rows or lines of a divided block on a page */

double page_top(const struct pages_plan *pages, size_t page)
{
    const struct page_frame *frame = pages_frame(pages, page);

    return page == 0 ? frame->first_top : frame->next_top;
}

/* Of a page but the first. */
static double full_page(const struct pages_plan *pages, const struct block_plan *plan)
{
    const struct page_frame *frame = plan->is_turned ? pages->turned : pages->frame;

    return frame->bottom - frame->next_top;
}

static bool begin_page(struct pages_plan *pages)
{
    if (!memory_grow(&pages->layout->sheet->alloc, pages->layout->error, &pages->starts,
                     &pages->pages_capacity, pages->n_pages + 1, sizeof *pages->starts))
        return false;
    pages->starts[pages->n_pages++] =
        (struct page_start){ .part = pages->n_parts, .is_turned = pages->is_turned };
    return true;
}

static size_t parts_on_page(const struct pages_plan *pages)
{
    return pages->n_parts - pages->starts[pages->n_pages - 1].part;
}

static bool add_part(struct pages_plan *pages, struct block_plan *plan, size_t first, size_t n)
{
    if (!memory_grow(&pages->layout->sheet->alloc, pages->layout->error, &pages->parts,
                     &pages->capacity, pages->n_parts + 1, sizeof *pages->parts))
        return false;
    pages->parts[pages->n_parts++] =
        (struct page_part){ plan, first, n, first == 0 && n == plan->n_pieces };
    return true;
}

double part_height(const struct page_part *part, bool least)
{
    double height = part->first > 0 ? part->plan->repeated : 0;

    if (part->is_whole)
        return least ? part->plan->min_height : part->plan->preferred_height;
    for (size_t i = part->first; i < part->first + part->n; i++)
        height += part->plan->pieces[i];
    if (part->plan->ends != NULL)
        height -= part->plan->ends[part->first + part->n - 1].gap;
    return height;
}

static double needed(const struct pages_plan *pages, const struct block_plan *plan)
{
    return pages->squeezes ? plan->min_height : plan->preferred_height;
}

static double min_space(const struct pages_plan *pages, const struct block_plan *above,
                        const struct block_plan *below)
{
    return plan_space(above, below) * (pages->squeezes ? pages->least_space : 1);
}

/* Height that is taken on the last page. */
static double taken_height(const struct pages_plan *pages)
{
    double height = 0;

    for (size_t i = pages->starts[pages->n_pages - 1].part; i < pages->n_parts; i++) {
        if (i > pages->starts[pages->n_pages - 1].part)
            height += min_space(pages, pages->parts[i - 1].plan, pages->parts[i].plan);
        height += part_height(&pages->parts[i], pages->squeezes);
    }
    return height;
}

static double room_for(const struct pages_plan *pages, const struct block_plan *plan)
{
    const size_t last = pages->n_pages - 1;
    double room = pages_frame(pages, last)->bottom - page_top(pages, last);

    room -= taken_height(pages);
    if (parts_on_page(pages) > 0)
        room -= min_space(pages, pages->parts[pages->n_parts - 1].plan, plan);
    return room + 0.01;
}

/* Headings move to the page of what follows, but not what is as wide as a turned page onto another. */
static bool moves_on(const struct pages_plan *pages, const struct block_plan *plan)
{
    return plan->keeps_next && (!plan->is_turned || pages->is_turned);
}

/* Begins a page. Headings at the end of the last page move to the new one. */
static bool turn_page(struct pages_plan *pages)
{
    size_t n = 0;

    while (n + 1 < parts_on_page(pages) &&
           moves_on(pages, pages->parts[pages->n_parts - 1 - n].plan))
        n++;
    if (!begin_page(pages))
        return false;
    pages->starts[pages->n_pages - 1].part -= n;
    return true;
}

/* How many pieces from the first on have room; the last page gets no fewer than LEAST_PIECES of them,
 * even where all but one or two would fit on this one. */
static size_t pieces_that_fit(const struct pages_plan *pages, const struct block_plan *plan,
                              size_t first)
{
    double room = room_for(pages, plan) - (first > 0 ? plan->repeated : 0);
    size_t n = 0, end = plan->n_pieces - first;

    while (n < end && room >= plan->pieces[first + n])
        room -= plan->pieces[first + n++];
    size_t missing = n < end && end - n < LEAST_PIECES ? LEAST_PIECES - (end - n) : 0;
    return n >= LEAST_PIECES + missing ? n - missing : n;
}

/* Places as many pieces as fit on each page. */
static bool place_pieces(struct pages_plan *pages, struct block_plan *plan)
{
    for (size_t first = 0; first < plan->n_pieces;) {
        size_t n = pieces_that_fit(pages, plan, first);

        if (n > 0 && !add_part(pages, plan, first, n))
            return false;
        first += n;
        if (n == 0 && parts_on_page(pages) == 0) {
            fail(pages->layout->error, SHEAF_BAD_INPUT, "a row of a table is taller than a page");
            return false;
        }
        if (first < plan->n_pieces && !turn_page(pages))
            return false;
    }
    return true;
}

/* The number of a block among those of the sheet, with those in its columns. */
static size_t number_of(const struct pages_plan *pages, const struct block_plan *plan)
{
    size_t number = 0;

    for (size_t i = 0; i < pages->blocks.n; i++) {
        const struct galley_plan *galley = galley_of(pages->blocks.plans[i]);
        const struct stack one = { &pages->blocks.plans[i], 1 };
        const struct stack *blocks = galley != NULL ? &galley->blocks : &one;

        for (size_t k = 0; k < blocks->n; k++, number++)
            if (blocks->plans[k] == plan)
                return number + 1;
    }
    return number;
}

static void fail_too_tall(struct pages_plan *pages, const struct block_plan *plan)
{
    double room = full_page(pages, plan);

    fail_at(
        pages->layout->error, SHEAF_BAD_INPUT, plan->block->place,
        "block %zu of the sheet, '%s', needs a height of %.0f mm, but a page has %.0f mm: put less "
        "into it, or let what it holds follow each other",
        number_of(pages, plan), plan->block->type->name, plan->min_height / 72 * 25.4,
        room / 72 * 25.4);
}

/* A page break begins the page of the block behind it, so that none stays empty. */
static bool break_page(struct pages_plan *pages)
{
    bool begins = pages->breaks && parts_on_page(pages) > 0;

    pages->breaks = false;
    if (begins && !begin_page(pages))
        return false;
    pages->starts[pages->n_pages - 1].is_broken |= begins;
    return true;
}

/* A long table begins where there is room for some of it, rather than leave that white, unless the author
 * keeps it together. What fits on half a page stays whole. */
static bool may_begin_here(const struct pages_plan *pages, const struct block_plan *plan)
{
    double page = full_page(pages, plan), room = room_for(pages, plan);

    if (plan->pieces == NULL || plan->keeps_together || needed(pages, plan) <= room ||
        plan->min_height < page / 2 || room < page / 4)
        return false;
    size_t n = pieces_that_fit(pages, plan, 0);
    return n >= LEAST_PIECES && plan->n_pieces - n >= LEAST_PIECES;
}

/* Before a block on a turned page, and behind it, a page begins; an empty one is turned itself. */
static bool turn_paper(struct pages_plan *pages, const struct block_plan *plan)
{
    pages->is_turned = plan->is_turned;
    if (pages->starts[pages->n_pages - 1].is_turned == plan->is_turned)
        return true;
    if (parts_on_page(pages) > 0)
        return turn_page(pages);
    pages->starts[pages->n_pages - 1].is_turned = plan->is_turned;
    return true;
}

/* Few lines at the foot of a page are no columns. */
#define LEAST_COLUMNS 0.1 /* of a page's height */

/* Fills the columns of this page and of those behind it. */
static bool place_galley(struct pages_plan *pages, const struct galley_plan *galley)
{
    struct galley_place at = { 0 };
    bool is_fresh = false; /* the page was begun for what comes */

    while (!galley_is_done(galley, &at)) {
        const struct galley_place before = at;
        const struct galley_room room = { .height = room_for(pages, &galley->plan),
                                          .page = full_page(pages, &galley->plan),
                                          .squeezes = pages->squeezes };
        struct block_plan *piece = NULL;

        if (!galley_take(pages->layout, galley, &at, &room, &piece))
            return false;
        if (piece != NULL && !is_fresh && parts_on_page(pages) > 0 &&
            !galley_is_done(galley, &at) && room.height < LEAST_COLUMNS * room.page) {
            piece = NULL;
            at = before;
        }
        if (piece == NULL && is_fresh) {
            fail_too_tall(pages, galley->blocks.plans[at.block]);
            return false;
        }
        if ((piece != NULL && !add_part(pages, piece, 0, 1)) ||
            (!galley_is_done(galley, &at) && !turn_page(pages)))
            return false;
        is_fresh = true;
    }
    return true;
}

static bool place_block(struct pages_plan *pages, struct block_plan *plan)
{
    double page = full_page(pages, plan);
    const struct galley_plan *galley = galley_of(plan);

    if (plan->begins_page) {
        pages->breaks = true;
        return true;
    }
    if (!break_page(pages) || !turn_paper(pages, plan))
        return false;
    if (galley != NULL)
        return place_galley(pages, galley);
    if (plan->pieces != NULL && (plan->min_height > page || may_begin_here(pages, plan)))
        return place_pieces(pages, plan);
    if (needed(pages, plan) > room_for(pages, plan) && parts_on_page(pages) > 0 &&
        !turn_page(pages))
        return false;
    /* The first page has less room than the others, because of the title. Its blocks move to the
     * second page only if they do not fit otherwise. */
    if (needed(pages, plan) > room_for(pages, plan) && pages->n_pages == 1 && !turn_page(pages))
        return false;
    if (plan->min_height > room_for(pages, plan)) {
        fail_too_tall(pages, plan);
        return false;
    }
    return add_part(pages, plan, 0, plan->n_pieces);
}

static bool place_blocks(struct pages_plan *pages, bool squeezes)
{
    pages->n_pages = pages->n_parts = 0;
    pages->squeezes = squeezes;
    pages->breaks = pages->is_turned = false;
    bool well = begin_page(pages);
    for (size_t i = 0; well && i < pages->blocks.n; i++)
        well = place_block(pages, pages->blocks.plans[i]);
    return well;
}

/* Uses as few pages as possible, and minimum heights only if preferred ones take more pages. */
static bool place_by_need(struct pages_plan *pages)
{
    pages->least_space = MIN_SPACE_SHARE;
    if (!place_blocks(pages, true))
        return false;
    size_t fewest = pages->n_pages;
    if (fewest == 1)
        return true;
    if (!place_blocks(pages, false))
        return false;
    return pages->n_pages == fewest || place_blocks(pages, true);
}

/* With the space between blocks at its least, if that saves a page; otherwise as before. */
static bool place_tightly(struct pages_plan *pages)
{
    size_t n_pages = pages->n_pages;

    pages->least_space = TIGHT_SPACE_SHARE;
    if (!place_blocks(pages, true))
        return false;
    return pages->n_pages < n_pages || place_by_need(pages);
}

bool pages_place(struct pages_plan *pages, size_t most)
{
    if (!place_by_need(pages))
        return false;
    bool is_too_long = most > 0 && pages->n_pages > most;
    if (!is_too_long)
        pages_settle(pages);
    if ((is_too_long || pages->is_short) && !place_tightly(pages))
        return false;
    pages_settle(pages);
    return true;
}

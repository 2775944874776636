/* pages.h - the blocks of a sheet, divided among its pages; for layout.c, paging.c and fill.c. */
#ifndef SHEAF_SHEET_LAYOUT_PAGES_H
#define SHEAF_SHEET_LAYOUT_PAGES_H

#include "sheet/layout/layout.h"
#include "sheet/layout/page.h"

#define MIN_SPACE_SHARE   0.7  /* share of the space above a block that stays on a full page */
#define TIGHT_SPACE_SHARE 0.5  /* the same where that saves a page */
#define LEAST_FILLED      0.75 /* share of the last page that is to be filled */

/* A block, or some of its pieces, on one page. */
struct page_part {
    struct block_plan *plan;
    size_t first, n; /* pieces */
    bool is_whole;
};

/* The vertical positions of parts above each other, on a page or in a column of it. */
struct parts_fit {
    const struct page_part *parts;
    size_t n;
    double left, top, height;
    double least_space; /* share of the space above blocks that stays */
    double most_extra;  /* points that may be added to it */
    double space;       /* the share that is taken: 1, or less on a full page */
    double extra;       /* points that are added, except under a heading */
    bool is_short;      /* the last of several pages, which nothing fills */
    bool ends_anywhere; /* nor does it end at the foot: no author has begun it there */
    bool under_rule;    /* they begin a page, below its first rule */
    bool is_column;     /* space is added only where that brings the last part to the foot */
};
/* Chooses the heights of the parts, and the space between them. */
void parts_fit(struct sheet_layout *layout, struct parts_fit *fit);
void parts_draw(struct sheet_layout *layout, const struct parts_fit *fit, struct scene *scene);

struct page_start {
    size_t part;    /* the page's first one */
    bool is_broken; /* a page break stands before it */
    bool is_turned;
};

struct pages_plan {
    struct sheet_layout *layout;
    const struct page_frame *frame;
    struct page_frame *turned; /* of turned pages, where there are some */
    struct stack blocks;
    struct page_part *parts; /* of all pages, in order */
    size_t n_parts, capacity;
    struct page_start *starts;
    size_t n_pages, pages_capacity;
    bool squeezes;      /* blocks count with their minimum heights, not with their preferred ones */
    bool breaks;        /* the next block begins a page */
    bool is_turned;     /* pages that begin are */
    double least_space; /* share of the space above a block that stays on a full page */
    bool is_short;      /* the last page ends early */
    struct page_place place; /* of the page that is drawn */
};

/* Gives tables that are too wide turned pages. False after a failure. */
bool pages_turn_tables(struct pages_plan *pages);
const struct page_frame *pages_frame(const struct pages_plan *pages, size_t page);

/* Places the blocks on no more than `most` pages if that can be (0: any number); no last page is nearly
 * empty if that can be helped. False after a failure. */
bool pages_place(struct pages_plan *pages, size_t most);

double page_top(const struct pages_plan *pages, size_t page);
double part_height(const struct page_part *part, bool least);

/* Decides how the last of several pages is filled: blocks of the page before move there if that page has
 * charts which then grow. */
void pages_settle(struct pages_plan *pages);
/* The share of the last page that is filled. */
double pages_last_share(const struct pages_plan *pages);
/* Height of what stands on the pages behind the first n. */
double pages_excess(const struct pages_plan *pages, size_t n);

/* Draws a page; its scene may have failed. Pages are drawn in order: *section is the heading above, ""
 * for the first page, and becomes the one above the next. */
struct scene *pages_draw(struct pages_plan *pages, size_t page, const char **section);

#endif

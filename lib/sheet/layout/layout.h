/* layout.h - a sheet laid out: pages as scenes, with what a document says of itself. */
#ifndef SHEAF_SHEET_LAYOUT_LAYOUT_H
#define SHEAF_SHEET_LAYOUT_LAYOUT_H

#include "chart/theme.h"
#include "sheaf/sheet.h"
#include "sheet/words/shown.h"

enum { GRID_COLUMNS = 12 };

struct sheet_pages {
    struct arena arena; /* of the texts below */
    struct scene **scenes;
    size_t n;
    const char *title;    /* "" when there is none */
    const char *subject;  /* the deck; "" */
    const char *language; /* BCP 47 */
    const char *date;     /* "2024-06-26"; "" */
};

/* Lays the sheet out in its language and does not change it. NULL after a failure, which is then
 * in error, the sheet's own among them. The caller owns the pages; they do not depend on the
 * sheet. */
struct sheet_pages *sheet_lay_out(const sheaf_sheet *sheet, sheaf_error *error);
/* The same as an output of the sheet: it tells of the failure. */
struct sheet_pages *sheet_layout(sheaf_sheet *sheet);
void sheet_pages_destroy(struct sheet_pages *pages); /* NULL: nothing happens */

/* The rest is for the blocks and the page. */

struct block;
struct block_list;
struct chart_plan;

struct sheet_layout {
    const sheaf_sheet *sheet;
    sheaf_error *error;
    const struct theme *theme;
    struct text *text;
    struct arena arena; /* everything measured; gone when the scenes are drawn */
    struct shown shown;
    double width, gutter;  /* of the page's text area; between its columns */
    double largest_height; /* of a page's body */
    bool mirrored;         /* a language written leftwards: everything begins at the right */
};

/* A block measured at a width. Heights and widths are points; embedded first in
 * each kind's own struct. */
struct block_plan {
    const struct plan_operations *operations;
    const struct block *block; /* NULL until it is in a stack */
    double width;
    double min_height, preferred_height; /* equal for blocks that do not stretch */
    double stretch;      /* share of the page's spare height that it takes; 0: none */
    double late_stretch; /* share of what is left when all others have their max_height */
    double max_height;   /* to which it stretches */
    double limit_height; /* to which it grows beside a taller block; 0: preferred_height */
    double space_above;  /* clear space, unless it is first on its page */
    double space_below;  /* clear space instead of the next block's space_above; 0: that one's */
    bool keeps_next;     /* a heading: never the last block on a page */
    bool at_foot;        /* moves to the foot of the page if it is the last block */
    double *pieces;      /* heights of the pieces between which a page may end; NULL: one piece */
    size_t n_pieces;
    double repeated; /* height of a table's header, drawn again above each further part */
    double height;   /* given by plan_fix */
    /* Once fixed: the chart on top of the block, and its height. NULL: none. */
    struct chart_plan *chart;
    double chart_height;
};

struct plan_operations {
    /* Sets the height, between least and what it may stretch to; NULL: nothing to do. */
    void (*fix)(struct sheet_layout *layout, struct block_plan *plan, double height);
    /* Draws the pieces from first on, n of them, top left at (x, y). */
    void (*draw)(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n);
};

/* A zeroed plan of size bytes from the layout's arena. */
void *plan_new(struct sheet_layout *layout, const struct plan_operations *operations, size_t size,
               double width);
/* The block measured at a width; NULL after a failure, which has the block's place. */
struct block_plan *block_plan(struct sheet_layout *layout, const struct block *block, double width);
void plan_fix(struct sheet_layout *layout, struct block_plan *plan, double height);
/* All of it. */
void plan_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
               double y);
/* The clear space between two blocks that follow each other. */
double plan_space(const struct block_plan *above, const struct block_plan *below);

/* Blocks above each other: in a row's place or on a page. */
struct stack {
    struct block_plan **plans;
    size_t n;
};
bool stack_plan(struct sheet_layout *layout, const struct block_list *list, double width,
                struct stack *stack);
double stack_min_height(const struct stack *stack);
double stack_preferred_height(const struct stack *stack);
double stack_max_height(const struct stack *stack);
/* Gives each plan its height so that together they are height, as far as they stretch. */
void stack_fix(struct sheet_layout *layout, const struct stack *stack, double height);
void stack_draw(struct sheet_layout *layout, const struct stack *stack, struct scene *scene,
                double x, double y);

/* True while nothing has failed. */
bool layout_is_well(const struct sheet_layout *layout);

/* The series' name for the head of a line: "Exports", in the sheet's language. NULL
 * after a failure. */
const char *series_label(struct sheet_layout *layout, const sheaf_series *series);

/* Where the digits of a formatted figure end, in bytes; all of it without any. */
size_t digits_end(const char *figure);

/* Up to the next line of the page's vertical rhythm. */
double rhythm(double height);

/* The left end of what begins `left` from the beginning of a place `whole` wide and is
 * itself `width` wide: the beginning is at the right on mirrored sheets. */
double layout_place(const struct sheet_layout *layout, double left, double width, double whole);
/* Hangs words from the edge at which the sheet's language begins, whatever language
 * they are in themselves. */
void layout_draw_text(const struct sheet_layout *layout, const struct text_block *block,
                      struct scene *scene, double x, double top, double width);
void layout_draw_line(const struct sheet_layout *layout, const struct text_line *line,
                      struct scene *scene, double x, double baseline, double width);

void layout_hairline(struct scene *scene, double x0, double y0, double x1, double y1,
                     struct color color, double width);

#endif

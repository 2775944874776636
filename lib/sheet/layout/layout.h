/* layout.h - a sheet laid out: pages as scenes, with what a document says of itself. */
#ifndef SHEAF_SHEET_LAYOUT_LAYOUT_H
#define SHEAF_SHEET_LAYOUT_LAYOUT_H

#include "chart/model/colors.h"
#include "chart/theme.h"
#include "sheaf/sheet.h"
#include "sheet/model.h"
#include "sheet/words/shown.h"

enum { GRID_COLUMNS = 12 };

#define UNTITLED_MISTAKE "a sheet needs a title: PDF/A and PDF/UA ask for one"

struct sheet_pages {
    struct arena arena;      /* of the texts below, … */
    struct arena of_figures; /* … and of the figures */
    struct scene **scenes;   /* folded where there are many: read through scene_unfold */
    size_t n;
    const char *title;    /* "" when there is none */
    const char *subject;  /* the deck; "" */
    const char *language; /* BCP 47 */
    const char *author;   /* NULL: none */
    const char *date;     /* "2024-06-26"; "" */
    struct shown_figures
        figures; /* of texts, key figures and tables; see there how long it holds */
};

/* Lays the sheet out in its language. NULL after a failure, which is then recorded in the sheet as
 * that of an output, as its warnings are. The caller owns the pages; they do not depend on the
 * sheet. */
struct sheet_pages *sheet_layout(sheaf_sheet *sheet);
void sheet_pages_destroy(struct sheet_pages *pages); /* NULL: nothing happens */
/* Before that, what is no longer read. */
void sheet_pages_forget_scenes(struct sheet_pages *pages);
void sheet_pages_forget_figures(struct sheet_pages *pages);

/* The rest is for the blocks and the page. */

struct block;
struct block_list;
struct sheet_target;
struct chart_plan;
struct datum_list;

/* What the program is told of: blocks that are begun, over all tries in smaller type, of those of the
 * sheet. */
struct block_count {
    size_t begun, total;
};

struct sheet_layout {
    const sheaf_sheet *sheet;
    struct block_count *blocks;
    sheaf_error *error;
    const struct theme *theme;
    struct text *text;
    struct arena arena;  /* holds all that is measured, until the scenes are drawn */
    struct arena *words; /* of cells and names that are set: it, or one that is soon emptied */
    struct shown shown;
    struct cuts *cuts;              /* of the sheet: gets what is drawn cut */
    struct missing *missing;        /* the same of what no face draws */
    struct color_assignment colors; /* of all charts: a member keeps its colour */
    double width, gutter;           /* of the text area; space between its columns */
    double largest_height;          /* of the text area of a full page, in which blocks stand */
    size_t data;                    /* of the block that is drawn, as layout_data_of has it */
    struct shown_figures *figures;  /* gets what is drawn of tables and key figures */
    const size_t *pages;            /* on which the sheet's targets stand, from 1; NULL: not yet */
    uint64_t n_plans;
    unsigned told_flags;   /* explained where they are shown; a set, of status_flags.h */
    unsigned linked_flags; /* that link to their notes in the block that is drawn (flag_links.h) */
    bool may_turn;         /* the block that is planned may stand on a turned page instead */
    bool has_contents;     /* a table of contents is planned: it links to what it lists */
    bool has_no_pages;     /* it is a page of the web: there are no numbers of pages */
    bool in_columns;       /* the block that is planned stands in a column of the page */
    bool under_rule;       /* what is drawn begins a page, below its first rule */
    bool has_heading;      /* one is planned: sub-headings stand below it */
    bool mirrored;       /* the language is written from right to left: lines begin at the right */
    double screen_scale; /* of charts on a screen, whose unit is a pixel; 0: they are on paper */
    struct datum_list *chart_data; /* gets what the next charts draw; NULL: nobody asks */
};

/* Where a piece of a block ends. */
struct piece_end {
    double gap;  /* clear space to the next piece, which the piece's height has in it */
    bool is_bad; /* no page or column ends here */
};

/* A block measured at a width, in points. The first member of each block type's own struct. */
struct block_plan {
    const struct plan_operations *operations;
    const struct block *block; /* NULL until it is in a stack */
    double width;
    uint64_t
        whole; /* of groups that go on on other pages; numbers up to the next plan's are free */
    double min_height, preferred_height; /* equal for blocks that do not stretch */
    double stretch;      /* share of the page's spare height that it takes; 0: none */
    double late_stretch; /* share of what is left when all others have their max_height */
    double max_height;   /* to which it stretches */
    double limit_height; /* to which it grows beside a taller block; 0: preferred_height */
    double space_above;  /* clear space, unless it is first on its page */
    double space_below;  /* clear space instead of the next block's space_above; 0: that one's */
    bool shows_labels;   /* as its block's type */
    bool keeps_next;     /* a heading: never the last block on a page */
    bool keeps_together; /* its pieces stay on one page, if one can hold them */
    bool is_too_wide;    /* a table that is divided because it does not fit in the smallest type */
    bool needs_turn;     /* not even divided: it is nothing until it is planned for a turned page */
    bool is_turned;      /* it stands on a turned page, whose width it has */
    bool begins_page;    /* a page break: nothing but that what follows begins a page */
    bool at_foot;        /* moves to the foot of the page if it is the last block */
    double *pieces;      /* heights of the pieces between which a page may end; NULL: one piece */
    size_t n_pieces;
    const struct piece_end
        *ends;          /* of the pieces; NULL: they have no gaps, and all ends are alike */
    int galley_columns; /* it goes on from column to column of so many, of its width; 0: it does not */
    double repeated;    /* height of a table's header, drawn again above each further part */
    double height;      /* given by plan_fix */
    /* Set by plan_fix, for aligning charts in a row: the chart at the top of the block and its
     * height; NULL: the block does not begin with a chart. */
    struct chart_plan *chart;
    double chart_height;
};

struct plan_operations {
    /* Lays the block out for its final height; NULL: its height is always the same. */
    void (*fix)(struct sheet_layout *layout, struct block_plan *plan, double height);
    /* Draws n pieces, beginning with piece number first, with the top left corner at (x, y). */
    void (*draw)(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                 double x, double y, size_t first, size_t n);
};

/* Tells the program of all blocks, behind the last. False: failed. */
bool layout_end_blocks(struct sheet_layout *layout);
/* As many as stand in the list, and in its rows and columns. */
size_t layout_count_blocks(const struct block *first);

/* A zeroed plan of size bytes from the layout's arena. */
void *plan_new(struct sheet_layout *layout, const struct plan_operations *operations, size_t size,
               double width);
/* Measures the block at a width. NULL after a failure, whose message has the block's place in the
 * spec. */
struct block_plan *block_plan(struct sheet_layout *layout, const struct block *block, double width);
void plan_fix(struct sheet_layout *layout, struct block_plan *plan, double height);
/* Draws pieces, or all of them, and notes what they show cut. */
void plan_draw_pieces(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene,
                      double x, double y, size_t first, size_t n);
void plan_draw(struct sheet_layout *layout, struct block_plan *plan, struct scene *scene, double x,
               double y);
/* To which it stretches. */
double plan_max_height(const struct block_plan *plan);
/* A text without words, to which nothing leads: it takes no place, unless nothing else does. */
bool plan_is_blank(const struct block_plan *plan);
/* The clear space between a block and the one below it. */
double plan_space(const struct block_plan *above, const struct block_plan *below);

/* Blocks above each other, on a page or in a column. */
struct stack {
    struct block_plan **plans;
    size_t n;
};
bool stack_plan(struct sheet_layout *layout, const struct block_list *list, double width,
                struct stack *stack);
/* The blocks within a row or column that is too narrow for them to stand beside each other; NULL: the block
 * stands as it is. */
const struct block *block_taken_apart(const struct block *block, double width);
double stack_min_height(const struct stack *stack);
double stack_preferred_height(const struct stack *stack);
double stack_max_height(const struct stack *stack);
/* Stretches or shrinks the plans so that together they have this height, as far as their limits
 * allow. */
void stack_fix(struct sheet_layout *layout, const struct stack *stack, double height);
void stack_draw(struct sheet_layout *layout, const struct stack *stack, struct scene *scene,
                double x, double y);

/* places.c: what leads to blocks. */
/* The block's title with its number, for outline and contents; NULL: it has none, or a failure. */
const char *layout_title(struct sheet_layout *layout, const struct block *block);
/* The name of the place where it begins. NULL after a failure. */
const char *layout_id(struct sheet_layout *layout, const struct sheet_target *target);
/* Its page, from 1; 0 before pages are filled. */
size_t layout_page_of(const struct sheet_layout *layout, const struct sheet_target *target);
/* The number of its data among those of all charts and tables, from 1; 0: it is neither. */
size_t layout_data_of(const struct sheet_layout *layout, const struct block *block);
/* Says that the block is drawn next. */
void layout_begin_place(struct sheet_layout *layout, const struct block *block, struct scene *scene,
                        double top);

/* Which flags the author wants; display NULL: as everywhere on the sheet. */
sheaf_flags layout_flags(const struct sheet_layout *layout, const struct display *display);

/* Before layout, all rows and columns must be ended, and there must be a block. */
bool layout_is_complete(const sheaf_sheet *sheet, sheaf_error *error);
/* Collects what all blocks show, for the notes. */
void layout_show_blocks(struct sheet_layout *layout);

/* True while nothing has failed. */
bool layout_is_well(const struct sheet_layout *layout);

/* What is set into layout->words between the two goes again at the end. They do not nest. */
struct layout_aside {
    struct arena arena;
};
void layout_aside_begin(struct sheet_layout *layout, struct layout_aside *aside);
void layout_aside_end(struct sheet_layout *layout, struct layout_aside *aside);

/* The series' name in the sheet's language, with a capital, as rows and key figures begin:
 * "Exports". NULL after a failure. */
const char *series_label(struct sheet_layout *layout, const sheaf_series *series);

/* Length in bytes of a formatted figure up to and including its last digit; of a text without
 * digits, all of it. */
size_t digits_end(const char *figure);

/* Rounds a height up to a multiple of 4 points, on which all blocks of a page begin. */
double rhythm(double height);

/* Offset of the left edge of something `width` wide that stands `left` behind the beginning of an
 * area `whole` wide. Areas of mirrored sheets begin at the right. */
double layout_offset(const struct sheet_layout *layout, double left, double width, double whole);
/* Draws words from the edge where lines of the sheet's language begin, whatever language the words
 * are in. */
void layout_draw_text(const struct sheet_layout *layout, const struct text_block *block,
                      struct scene *scene, double x, double top, double width);
void layout_hairline(struct scene *scene, double x0, double y0, double x1, double y1,
                     struct color color, double width);

#endif

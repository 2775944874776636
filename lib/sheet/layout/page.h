/* page.h - the page around the blocks: its size, margins, masthead, title and footer. */
#ifndef SHEAF_SHEET_LAYOUT_PAGE_H
#define SHEAF_SHEET_LAYOUT_PAGE_H

#include "sheet/layout/layout.h"

struct page_frame {
    double width, height;       /* of the paper */
    double left, right;         /* of the text area */
    double rule;                /* y of the rule that opens the page */
    double bottom;              /* lower edge of the area for blocks */
    double first_top, next_top; /* upper edge of that area on the first page and on further pages */
    struct text_block *title, *deck; /* NULL: none */
    struct text_line *header, *date, *footer;
    struct box logo; /* of the first page; empty: the theme has none */
};

/* False after a failure. */
bool page_frame_set(struct sheet_layout *layout, struct page_frame *frame);

/* Paints the page in the colour of the theme's paper, if that is not white. */
void page_draw_ground(const struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene);
/* Draw what stands above and below the blocks of page i of n. */
void page_draw_header(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, size_t i);
void page_draw_footer(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, size_t i, size_t n);

#endif

/* page.h - the page around the blocks: its size, margins, cover, title, header and footer. */
#ifndef SHEAF_SHEET_LAYOUT_PAGE_H
#define SHEAF_SHEET_LAYOUT_PAGE_H

#include "sheet/layout/layout.h"

/* A text of the first page, and its top. */
struct page_text {
    struct text_block *block; /* NULL: none */
    double top;
};

/* A band of colour across the top of the first page. */
struct page_band {
    double height; /* 0: none */
    struct color color, words;
    struct text_style title, deck, masthead; /* on it */
};

struct page_frame {
    double width, height;       /* of the paper */
    double left, right;         /* of the text area */
    double rule;                /* y of the rule that opens the page */
    double bottom;              /* lower edge of the area for blocks */
    double foot;                /* baseline of the footer */
    double first_top, next_top; /* upper edge of that area on the first page and on further pages */
    struct page_text title, deck;
    struct page_band band;
    const struct theme_logo *logo; /* of the first page; NULL: none */
    struct box logo_box;
    const char *date, *title_words; /* for the fields of header and footer; "" */
};

/* Where a page stands in its document. */
struct page_place {
    size_t page, pages;  /* from 1 */
    const char *section; /* the heading above what the page begins with; "" */
};

/* The frame of the sheet's paper, or of the same paper turned, with title and deck; the layout's widths
 * become its own. False after a failure. */
bool page_frame_set(struct sheet_layout *layout, struct page_frame *frame, bool is_turned);
/* The layout's widths become those of the frame. */
void page_use_frame(struct sheet_layout *layout, const struct page_frame *frame);

/* Sets title and deck on a cover, as much of them as a fifth of the page holds, and moves what stands
 * below: *y is their top, and becomes the top of what follows. False after a failure. */
bool page_set_cover(struct sheet_layout *layout, struct page_frame *frame, double *y);
void page_draw_cover(const struct page_frame *frame, struct scene *scene);

/* Header and footer: three slots each, with their fields. end: where what hangs from the end stops. */
void page_draw_header_line(struct sheet_layout *layout, const struct page_frame *frame,
                           struct scene *scene, const struct page_place *place, double baseline,
                           double end);
void page_draw_footer_line(struct sheet_layout *layout, const struct page_frame *frame,
                           struct scene *scene, const struct page_place *place);

/* A text as wide as the page; words NULL because of an earlier failure. */
struct text_block *page_set_lines(struct sheet_layout *layout, const struct markup *markup,
                                  const struct text_style *style);

/* Paints the page in the colour of the theme's paper, if that is not white. */
void page_draw_ground(const struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene);
/* Draw what stands above and below the blocks of a page. */
void page_draw_header(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, const struct page_place *place);
void page_draw_footer(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, const struct page_place *place);

#endif

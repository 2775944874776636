/* page_format.h - the paper of a sheet, in points: its size, margins and columns of text. */
#ifndef SHEAF_SHEET_PAGE_FORMAT_H
#define SHEAF_SHEET_PAGE_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "sheaf/sheet.h"

struct page_format {
    const char *paper; /* as it is called: "A4 landscape", "210 x 100 mm" */
    double width, height;
    double top, right, bottom, left; /* margins */
    int columns; /* of texts as wide as the page; 0: two, of a text with several lines */
    sheaf_block_width blocks; /* as is usual: across, or in columns */
};

/* A page that lies is not turned for a wide table. */
static inline bool page_can_turn(const struct page_format *format)
{
    return format->width < format->height;
}

enum { MOST_TEXT_COLUMNS = 4, MOST_FITTED_PAGES = 999 };

#define PAGE_MISTAKE                                                                               \
    "'%.40s' is no paper: there are A3, A4, A5, Letter, Legal and 16:9, each with 'landscape' or " \
    "'portrait' behind it, and sizes such as 210 x 100 mm"
#define TEXT_COLUMNS_MISTAKE "texts stand in 1 to %d columns"
#define PAGE_SIDES_MISTAKE   "a side of a page is 70 to 1200 mm long"
#define PAGE_MARGINS_MISTAKE                                                                       \
    "the margins leave too little of the page: texts need 50 mm of its width and 30 mm of its "    \
    "height"

/* The paper with its usual margins. */
struct page_format page_format_of(sheaf_page_size size);
/* Reads all n bytes as "A4 landscape" or "210 x 100 mm"; the caller sets its paper. False: they are no
 * paper. */
bool page_format_read(const char *text, size_t n, struct page_format *format);
/* Which of the papers it is; size may be NULL. False: none, or one that is turned. */
bool page_format_size(const struct page_format *format, sheaf_page_size *size);
/* NULL, or the mistake in its sides or margins. */
const char *page_format_check(const struct page_format *format);
/* Reads all n bytes as a length: "12 mm", "24 pt", "1.5 cm", "0.5 in". False: they are none. */
bool page_length_read(const char *text, size_t n, double *points);

#endif

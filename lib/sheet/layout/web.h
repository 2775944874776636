/* web.h - a sheet laid out for the web: its blocks as the parts of a page, without places. */
#ifndef SHEAF_SHEET_LAYOUT_WEB_H
#define SHEAF_SHEET_LAYOUT_WEB_H

#include "scene/web_page.h"
#include "sheet/layout/layout.h"

/* In the sheet's language. figures (NULL: not wanted) get those that its texts, key figures and tables
 * show. NULL after a failure, which is then recorded in the sheet as that of an output. The caller
 * destroys the page before the sheet. */
struct web_page *sheet_web_page(sheaf_sheet *sheet, struct shown_figures *figures);

/* A page being made. The rest is for the files of this folder. */
struct web {
    struct sheet_layout *layout;
    struct web_page *page;
};

/* Lays the charts among the n blocks out, once wide and once narrow, and puts them into the parts that
 * are theirs. group: the row or column that they stand in; NULL: none. False after a failure. */
bool web_lay_charts(struct web *web, const struct block *group, const struct block *const *blocks,
                    struct web_part *const *parts, size_t n);

#endif

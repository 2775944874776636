/* page_figures.h - the figures of a page of the web, for programs. */
#ifndef SHEAF_PUBLISH_PAGE_FIGURES_H
#define SHEAF_PUBLISH_PAGE_FIGURES_H

#include "scene/web_page.h"
#include "sheet/layout/layout.h"

/* Puts them into the page: shown, which are those of texts, key figures and tables, and those of charts
 * where the page does not get too large by them. A sheet without attachments has none. */
void page_figures_add(const sheaf_sheet *sheet, const struct shown_figures *shown,
                      struct web_page *page, sheaf_error *error);

#endif

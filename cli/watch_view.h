/* watch_view.h - a sheet in one language and with certain parameters, as it was last drawn.
 *
 * The pages are those of the last time that all was well; the messages are those of the last time. */
#ifndef CLI_WATCH_VIEW_H
#define CLI_WATCH_VIEW_H

#include "watch.h"

/* What a reader chose, in the order in which it came. Texts are the view's own. */
struct view_choice {
    char *language; /* NULL: the spec's */
    char *names[MOST_REPEATED], *values[MOST_REPEATED];
    size_t n;
};
/* The language "" is none. False: there are too many parameters. */
bool choice_add(struct view_choice *choice, const char *name, const char *value);
void choice_set_language(struct view_choice *choice, const char *language);
bool choice_is(const struct view_choice *a, const struct view_choice *b);
void choice_free(struct view_choice *choice);

struct view_page {
    char *svg;
    size_t n;
    unsigned long long number; /* another one when the page is another */
};
struct view {
    struct view_choice choice;
    unsigned long long version, used; /* that it was drawn for; when it was asked for */
    bool is_drawn, is_well;
    double ms;
    struct view_page *pages;
    size_t n_pages;
    unsigned long long next_number;
    sheaf_sheet *good, *last; /* of the pages, of the messages; the same while all is well */
    char *html;               /* NULL: nobody has asked for it since the pages were drawn */
    size_t html_length;
    char *parameters, *messages; /* JSON: arrays */
    size_t n_errors, n_warnings;
};

/* Draws the sheet as its files are now. */
void view_draw(struct view *view, const struct watch_order *order, sheaf_context *context);
/* The page of the web of the last good sheet. NULL: there is none. */
const char *view_html(struct view *view, size_t *n);
/* Whether this is one of the members. */
bool view_has_member(const struct view *view, const char *name, const char *value);
/* Prints the messages. */
void view_tell(const struct view *view);
void view_free(struct view *view);

#endif

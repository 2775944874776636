/* watch_site.h - what is shown of the sheet: a view for each choice that readers made, and the files that
 * they are made from. */
#ifndef CLI_WATCH_SITE_H
#define CLI_WATCH_SITE_H

#include "watch_files.h"
#include "watch_text.h"
#include "watch_view.h"

enum { MOST_VIEWS = 8 }; /* the one that was used least recently makes room */

struct site {
    const struct watch_order *order;
    sheaf_context *context;
    struct watched_files files;
    struct view views[MOST_VIEWS];
    size_t n_views;
    unsigned long long version, uses; /* another version: some file has changed */
    unsigned long long told;          /* the version whose messages are told */
};

void site_open(struct site *site, const struct watch_order *order);
void site_close(struct site *site);
/* The choice of the command line. The caller frees it. */
struct view_choice site_choice(const struct site *site);
/* The view as the files are now; takes the choice. */
struct view *site_view(struct site *site, struct view_choice *choice);
/* Some file has changed. */
void site_change(struct site *site);
/* The view as JSON: version, pages, parameters, messages. */
void site_state(const struct site *site, const struct view *view, struct growing *out);

#endif

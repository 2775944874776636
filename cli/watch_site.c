/* watch_site.c - the views of a sheet that is watched. */
#include "watch_site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "told.h"

void site_open(struct site *site, const struct watch_order *order)
{
    struct timespec now;

    /* A page that outlives its server meets other versions at the next one. */
    clock_gettime(CLOCK_REALTIME, &now);
    *site = (struct site){ .order = order,
                           .context = reading_context(),
                           .version = (unsigned long long)now.tv_sec * 1000 +
                                      (unsigned long long)now.tv_nsec / 1000000 };
    files_open(&site->files, order->polls);
}

void site_close(struct site *site)
{
    for (size_t i = 0; i < site->n_views; i++)
        view_free(&site->views[i]);
    files_close(&site->files);
    sheaf_context_destroy(site->context);
}

struct view_choice site_choice(const struct site *site)
{
    struct view_choice choice = { .n = 0 };

    if (site->order->n_languages > 0)
        choice_set_language(&choice, site->order->languages[0]);
    for (const char *const *set = site->order->sets; *set != NULL; set++) {
        char *name = watch_need(strdup(*set));
        char *equals = strchr(name, '='); /* as the command line was checked for */

        *equals = '\0';
        choice_add(&choice, name, equals + 1);
        free(name);
    }
    return choice;
}

static void add_path(const char ***paths, size_t *n, const char *path)
{
    *paths = watch_need(realloc(*paths, (*n + 1) * sizeof **paths));
    (*paths)[(*n)++] = path;
}

static void collect(const sheaf_sheet *sheet, const char ***paths, size_t *n)
{
    for (size_t i = 0; sheaf_sheet_input(sheet, i) != NULL; i++)
        add_path(paths, n, sheaf_sheet_input(sheet, i));
    for (size_t i = 0; sheaf_sheet_wanted_input(sheet, i) != NULL; i++)
        add_path(paths, n, sheaf_sheet_wanted_input(sheet, i));
}

/* Of all views, the last good sheets among them: what a broken spec no longer names may be mended. */
static bool watch_inputs(struct site *site, struct timespec began)
{
    const char **paths = NULL;
    const char *theme = site->order->theme;
    size_t n = 0;

    add_path(&paths, &n, site->order->spec);
    if (theme != NULL && strpbrk(theme, "./") != NULL)
        add_path(&paths, &n, theme);
    for (size_t i = 0; i < site->n_views; i++) {
        collect(site->views[i].last, &paths, &n);
        if (site->views[i].good != site->views[i].last)
            collect(site->views[i].good, &paths, &n);
    }
    const bool is_late = files_set(&site->files, paths, n, began);
    free(paths);
    return is_late;
}

static void tell(struct site *site, const struct view *view)
{
    if (site->told == site->version)
        return;
    site->told = site->version;
    if (site->order->json) {
        printf("{\"event\":\"drawn\",\"ms\":%.1f,\"pages\":%zu,\"errors\":%zu,\"warnings\":%zu,"
               "\"messages\":%s}\n",
               view->ms, view->n_pages, view->n_errors, view->n_warnings, view->messages);
        fflush(stdout);
        return;
    }
    view_tell(view);
    if (!site->order->quiet && view->is_well)
        fprintf(stderr, "%s: drawn in %.0f ms\n", site->order->spec, view->ms);
}

static struct view *find_view(struct site *site, const struct view_choice *choice)
{
    for (size_t i = 0; i < site->n_views; i++)
        if (choice_is(&site->views[i].choice, choice))
            return &site->views[i];
    return NULL;
}

/* An empty one; the least recently used makes room. */
static struct view *new_view(struct site *site)
{
    struct view *oldest = &site->views[0];

    if (site->n_views < MOST_VIEWS)
        oldest = &site->views[site->n_views++];
    else {
        for (size_t i = 1; i < site->n_views; i++)
            if (site->views[i].used < oldest->used)
                oldest = &site->views[i];
        view_free(oldest);
    }
    *oldest = (struct view){ .next_number = site->version };
    return oldest;
}

struct view *site_view(struct site *site, struct view_choice *choice)
{
    struct view *view = find_view(site, choice);
    struct timespec began;

    if (view == NULL) {
        view = new_view(site);
        view->choice = *choice;
    } else
        choice_free(choice);
    view->used = ++site->uses;
    if (view->is_drawn && view->version == site->version)
        return view;
    clock_gettime(CLOCK_REALTIME, &began);
    view_draw(view, site->order, site->context);
    view->version = site->version;
    tell(site, view);
    if (watch_inputs(site, began))
        site_change(site);
    return view;
}

void site_change(struct site *site)
{
    site->version++;
}

/* The texts of the page, as script.js asks for them. */
static const char *const page_words[] = { "en",
                                          "Language",
                                          "What is shown",
                                          "Show",
                                          "Pages",
                                          "Web page",
                                          "Reset",
                                          "Messages",
                                          "as in the spec",
                                          "These are the last good pages",
                                          "No page is drawn yet: see the messages below.",
                                          "Page %s of %s",
                                          "The sheet as a page of the web",
                                          "drawn in %s ms",
                                          "%s warnings",
                                          "%s notes",
                                          "sheaf watch has ended; waiting for it",
                                          "error",
                                          "warning",
                                          "note",
                                          "%s mistakes",
                                          "and %s more" };

/* Those that are others than in English. */
static void put_words(struct growing *out)
{
    const char *between = "";

    grow(out, ",\"words\":{");
    for (size_t i = 0; i < sizeof page_words / sizeof *page_words; i++) {
        const char *word = in_words(page_words[i]);

        if (strcmp(word, page_words[i]) == 0)
            continue;
        grow(out, "%s", between);
        grow_string(out, page_words[i]);
        grow(out, ":");
        grow_string(out, word);
        between = ",";
    }
    grow(out, "}");
}

void site_state(const struct site *site, const struct view *view, struct growing *out)
{
    const struct watch_order *order = site->order;
    const char *slash = strrchr(order->spec, '/');
    char *folder =
        watch_need(strndup(order->spec, slash != NULL ? (size_t)(slash + 1 - order->spec) : 0));

    grow(out, "{\"version\":%llu,\"spec\":", view->version);
    grow_string(out, slash != NULL ? slash + 1 : order->spec);
    grow(out, ",\"folder\":");
    grow_string(out, folder);
    free(folder);
    grow(out, ",\"well\":%s,\"ms\":%.1f,\"language\":", view->is_well ? "true" : "false", view->ms);
    grow_string(out, view->choice.language != NULL ? view->choice.language : "");
    grow(out, ",\"languages\":[");
    for (size_t i = 0; i < order->n_languages; i++) {
        grow(out, i > 0 ? "," : "");
        grow_string(out, order->languages[i]);
    }
    grow(out, "]");
    put_words(out);
    grow(out, ",\"pages\":[");
    for (size_t i = 0; i < view->n_pages; i++)
        grow(out, "%s%llu", i > 0 ? "," : "", view->pages[i].number);
    grow(out, "],\"set\":{");
    for (size_t i = 0; i < view->choice.n; i++) {
        grow(out, i > 0 ? "," : "");
        grow_string(out, view->choice.names[i]);
        grow(out, ":");
        grow_string(out, view->choice.values[i]);
    }
    grow(out, "},\"parameters\":");
    grow_bytes(out, view->parameters != NULL ? view->parameters : "null",
               view->parameters != NULL ? strlen(view->parameters) : 4);
    grow(out, ",\"messages\":");
    grow_bytes(out, view->messages, strlen(view->messages));
    grow(out, "}\n");
}

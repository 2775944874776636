/* listing.c - the sheets below a folder. */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "compare/parts.h"

enum { FOLDER_DEPTH = 32 };

/* A batch makes it beside the pages that it lists. */
static const char index_name[] = "index.html";

enum release_kind side_kind_of(const char *path, sheaf_error *error)
{
    char begin[5] = "";
    struct stat status;
    int descriptor;
    size_t n = 0;

    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return RELEASE_FOLDER;
    if (file_open(path, &descriptor, error) != SHEAF_OK)
        return RELEASE_NONE;
    const sheaf_status read = file_read_piece(descriptor, path, begin, 4, &n, error);
    file_close(descriptor);
    if (read != SHEAF_OK)
        return RELEASE_NONE;
    if (memcmp(begin, "%PDF", 4) == 0)
        return RELEASE_PDF;
    if (memcmp(begin, "<!", 2) == 0)
        return RELEASE_PAGE;
    if (begin[0] == '{')
        return RELEASE_REPORT;
    fail_at(error, SHEAF_BAD_INPUT, (struct place){ .file = path },
            "this is no folder of sheets, no PDF, no page and no report of a batch");
    return RELEASE_NONE;
}

struct listed *listing_add(struct sheaf_diff *diff, struct listing *listing, const char *name)
{
    if (!memory_grow(&diff->alloc, &diff->error, &listing->items, &listing->capacity,
                     listing->n + 1, sizeof *listing->items))
        return NULL;
    struct listed *item = &listing->items[listing->n];
    *item = (struct listed){ .name = arena_string(&diff->arena, name) };
    if (item->name == NULL)
        return NULL;
    listing->n++;
    return item;
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(((const struct listed *)one)->name, ((const struct listed *)other)->name);
}

void listing_sort(struct listing *listing)
{
    if (listing->n > 1)
        qsort(listing->items, listing->n, sizeof *listing->items, compare_names);
}

bool listing_has_pdf_beside(const struct listing *listing, const struct listed *item)
{
    static const char page[] = ".html", pdf[] = ".pdf";
    const size_t n = item != NULL ? strlen(item->name) : 0;
    char name[DIFF_PATH_BYTES];
    const struct listed key = { .name = name };

    if (n < sizeof page || n >= sizeof name ||
        strcmp(item->name + n - (sizeof page - 1), page) != 0)
        return false;
    memcpy(name, item->name, n - (sizeof page - 1));
    memcpy(name + n - (sizeof page - 1), pdf, sizeof pdf);
    return bsearch(&key, listing->items, listing->n, sizeof key, compare_names) != NULL;
}

static bool is_sheet(const char *name, bool at_top)
{
    const char *dot = strrchr(name, '.');

    if (dot == NULL || name[0] == '.' || (at_top && strcmp(name, index_name) == 0))
        return false;
    return strcmp(dot, ".pdf") == 0 || strcmp(dot, ".html") == 0 || strcmp(dot, ".png") == 0;
}

struct walk {
    struct sheaf_diff *diff;
    struct listing *listing;
    char path[DIFF_PATH_BYTES]; /* of the folder that is read */
    size_t top;                 /* where names below the first folder begin */
};

static bool walk_folder(struct walk *walk, int depth);

/* NOLINTNEXTLINE(misc-no-recursion): at most FOLDER_DEPTH deep */
static bool walk_entry(struct walk *walk, const char *name, int depth)
{
    const size_t n = strlen(walk->path);
    struct stat status;

    if (name[0] == '.')
        return true;
    const int written = snprintf(walk->path + n, sizeof walk->path - n, "/%s", name);
    bool well = written >= 0 && (size_t)written < sizeof walk->path - n;
    if (!well)
        fail(&walk->diff->error, SHEAF_BAD_INPUT, "a name below %.200s is too long", walk->path);
    /* Links to folders may be circles; links to files are read. */
    else if (lstat(walk->path, &status) == 0 && S_ISDIR(status.st_mode))
        well = depth == FOLDER_DEPTH || walk_folder(walk, depth + 1);
    else if (is_sheet(name, depth == 0) && stat(walk->path, &status) == 0 &&
             S_ISREG(status.st_mode))
        well = listing_add(walk->diff, walk->listing, walk->path + walk->top) != NULL;
    walk->path[n] = '\0';
    return well;
}

/* NOLINTNEXTLINE(misc-no-recursion): at most FOLDER_DEPTH deep */
static bool walk_folder(struct walk *walk, int depth)
{
    DIR *folder = opendir(walk->path);
    bool well = true;

    if (folder == NULL) {
        fail_system(&walk->diff->error, walk->path, "read the folder", errno);
        return false;
    }
    for (const struct dirent *entry; well && (entry = readdir(folder)) != NULL;)
        well = walk_entry(walk, entry->d_name, depth);
    closedir(folder);
    return well;
}

bool listing_read_folder(struct sheaf_diff *diff, struct listing *listing, const char *path)
{
    struct walk walk = { .diff = diff, .listing = listing };
    size_t n = strlen(path);

    while (n > 1 && path[n - 1] == '/')
        n--;
    if (n >= sizeof walk.path - 1) {
        fail(&diff->error, SHEAF_BAD_ARGUMENT, "the folder's name is too long");
        return false;
    }
    memcpy(walk.path, path, n);
    walk.top = n + 1;
    listing->folder = arena_text(&diff->arena, path, n);
    if (listing->folder == NULL || !walk_folder(&walk, 0))
        return false;
    listing_sort(listing);
    return true;
}

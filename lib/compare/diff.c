/* diff.c - two releases, sheet by sheet. */
#include "sheaf/diff.h"

#include <stddef.h>
#include <string.h>

#include "base/sized.h"
#include "compare/parts.h"

static const struct sheaf_diff inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};
static const sheaf_error absent = { .status = SHEAF_BAD_ARGUMENT,
                                    .message = "there is no comparison (NULL)" };

/* The structs as they were at first. */
enum {
    FIRST_SHEET = sizeof(sheaf_diff_sheet),
    FIRST_FIGURE = offsetof(sheaf_diff_figure, measure)
};

const char *diff_keep(struct sheaf_diff *diff, const char *text)
{
    const size_t n = strlen(text);
    uint64_t at = diff->texts.count;

    if (n == 0)
        return "";
    if (!string_cache_find(&diff->texts, text, n, &at) &&
        !string_cache_add(&diff->texts, &diff->arena, text, n, at)) {
        fail_memory(&diff->error);
        return "";
    }
    return diff->texts.entries[at].text;
}

/* Sides ------------------------------------------------------------------------- */

static const char *kind_words(enum release_kind kind)
{
    return kind == RELEASE_FOLDER ? "a folder"
           : kind == RELEASE_PDF  ? "a PDF"
           : kind == RELEASE_PAGE ? "a page"
                                  : "a report";
}

static bool read_side(struct sheaf_diff *diff, struct listing *listing, enum release_kind kind,
                      const char *path)
{
    listing->folder = "";
    return kind == RELEASE_FOLDER   ? listing_read_folder(diff, listing, path)
           : kind == RELEASE_REPORT ? listing_read_report(diff, listing, path)
                                    : listing_add(diff, listing, path) != NULL;
}

static bool read_sides(struct sheaf_diff *diff, const char *const paths[2])
{
    enum release_kind kinds[2];

    for (size_t i = 0; i < 2; i++) {
        kinds[i] = side_kind_of(paths[i], &diff->error);
        if (kinds[i] == RELEASE_NONE)
            return false;
    }
    if (kinds[0] != kinds[1]) {
        fail(&diff->error, SHEAF_BAD_ARGUMENT, "%s and %s cannot be compared", kind_words(kinds[0]),
             kind_words(kinds[1]));
        return false;
    }
    if (!read_side(diff, &diff->sides[0], kinds[0], paths[0]) ||
        !read_side(diff, &diff->sides[1], kinds[1], paths[1]))
        return false;
    /* Two PDFs, or pages, are one sheet, whatever they are called. */
    return (kinds[0] != RELEASE_PDF && kinds[0] != RELEASE_PAGE) ||
           sheets_compare(diff, &diff->sides[0].items[0], &diff->sides[1].items[0]);
}

/* Both sides in the order of names. */
static void compare(struct sheaf_diff *diff,
                    bool (*progress)(void *context, size_t done, size_t count), void *context)
{
    const struct listing *a = &diff->sides[0], *b = &diff->sides[1];
    const size_t count = a->n > b->n ? a->n : b->n;
    bool well = diff->n_sheets == 0; /* two PDFs are compared */

    for (size_t i = 0, j = 0; well && (i < a->n || j < b->n);) {
        const int order = i == a->n   ? 1
                          : j == b->n ? -1
                                      : strcmp(a->items[i].name, b->items[j].name);
        const struct listed *before = order <= 0 ? &a->items[i] : NULL;
        const struct listed *after = order >= 0 ? &b->items[j] : NULL;

        well = listing_has_pdf_beside(a, before) || listing_has_pdf_beside(b, after) ||
               sheets_compare(diff, before, after);
        i += order <= 0;
        j += order >= 0;
        if (well && progress != NULL && !progress(context, i > j ? i : j, count))
            well = fail(&diff->error, SHEAF_CANCELLED, "the comparison was ended") == SHEAF_OK;
    }
    changes_sort(diff);
}

sheaf_diff *sheaf_diff_create(const sheaf_alloc *alloc, const char *before, const char *after,
                              bool (*progress)(void *context, size_t done, size_t count),
                              void *context)
{
    struct sheaf_diff *diff = memory_resize(alloc, NULL, 0, sizeof *diff);

    if (diff == NULL)
        return (sheaf_diff *)&inert;
    memset(diff, 0, sizeof *diff);
    diff->alloc = *memory_or_default(alloc);
    arena_init(&diff->arena, &diff->alloc, &diff->error);
    if (before == NULL || after == NULL)
        fail(&diff->error, SHEAF_BAD_ARGUMENT, "there are no two releases to compare (NULL)");
    else if (read_sides(diff, (const char *const[]){ before, after }))
        compare(diff, progress, context);
    return diff;
}

void sheaf_diff_destroy(sheaf_diff *diff)
{
    if (diff == NULL || diff == &inert)
        return;
    const sheaf_alloc alloc = diff->alloc;
    for (size_t i = 0; i < 2; i++)
        memory_free(&alloc, diff->sides[i].items,
                    diff->sides[i].capacity * sizeof *diff->sides[i].items);
    memory_free(&alloc, diff->sheets, diff->sheet_capacity * sizeof *diff->sheets);
    memory_free(&alloc, diff->figures, diff->figure_capacity * sizeof *diff->figures);
    pdf_reader_destroy(diff->reader, &alloc);
    string_cache_free(&diff->texts, &alloc);
    arena_free(&diff->arena);
    memory_free(&alloc, diff, sizeof *diff);
}

/* Answers ----------------------------------------------------------------------- */

const sheaf_error *sheaf_diff_error(const sheaf_diff *diff)
{
    return diff != NULL ? &diff->error : &absent;
}

sheaf_status sheaf_diff_status(const sheaf_diff *diff)
{
    return sheaf_diff_error(diff)->status;
}

size_t sheaf_diff_sheet_count(const sheaf_diff *diff)
{
    return diff != NULL ? diff->n_sheets : 0;
}

bool sheaf_diff_sheet_at(const sheaf_diff *diff, size_t index, sheaf_diff_sheet *sheet)
{
    return sheet != NULL && index < sheaf_diff_sheet_count(diff) &&
           sized_give(sheet, FIRST_SHEET, &diff->sheets[index], sizeof *diff->sheets);
}

size_t sheaf_diff_figure_count(const sheaf_diff *diff)
{
    return diff != NULL ? diff->n_figures : 0;
}

bool sheaf_diff_figure_at(const sheaf_diff *diff, size_t index, sheaf_diff_figure *figure)
{
    return figure != NULL && index < sheaf_diff_figure_count(diff) &&
           sized_give(figure, FIRST_FIGURE, &diff->figures[index], sizeof *diff->figures);
}

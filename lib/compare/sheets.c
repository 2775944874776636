/* sheets.c - compares one sheet of the two releases. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "compare/parts.h"

struct side {
    char path[DIFF_PATH_BYTES];
    struct buffer bytes;
};

static bool is_pdf(const struct side *side)
{
    return side->bytes.length >= 4 && memcmp(side->bytes.bytes, "%PDF", 4) == 0;
}

static bool is_page(const struct side *side)
{
    return side->bytes.length >= 2 && memcmp(side->bytes.bytes, "<!", 2) == 0;
}

static bool name_side(const struct listing *listing, const struct listed *item, struct side *side)
{
    const char *folder = listing->folder;
    const int n = snprintf(side->path, sizeof side->path, "%s%s%s", folder,
                           folder[0] == '\0' || strcmp(folder, "/") == 0 ? "" : "/", item->name);

    return n >= 0 && (size_t)n < sizeof side->path;
}

static bool is_same_file(const struct side *a, const struct side *b)
{
    return a->bytes.length == b->bytes.length &&
           (a->bytes.length == 0 || memcmp(a->bytes.bytes, b->bytes.bytes, a->bytes.length) == 0);
}

/* The failure of one sheet ends only its comparison, but for what would be the next one's, too. */
static bool set_unreadable(struct sheaf_diff *diff, sheaf_diff_sheet *sheet,
                           const sheaf_error *error)
{
    char text[1200];

    if (error->status == SHEAF_NO_MEMORY || diff->error.status != SHEAF_OK) {
        error_take(&diff->error, error);
        return false;
    }
    sheaf_error_text(error, text, sizeof text);
    sheet->change = SHEAF_SHEET_UNREADABLE;
    sheet->message = diff_keep(diff, text);
    return true;
}

static bool compare_figures(struct sheaf_diff *diff, sheaf_diff_sheet *sheet, struct side sides[2])
{
    const bool are_pages = is_page(&sides[0]);
    struct figure_list figures[2];
    struct arena arena;
    sheaf_error error = { 0 };
    bool well = true;

    arena_init(&arena, &diff->alloc, &error);
    for (size_t i = 0; i < 2; i++)
        figures_init(&figures[i], sides[i].path, &arena);
    for (size_t i = 0; i < 2 && error.status == SHEAF_OK; i++)
        if (are_pages)
            figures_read_page(&figures[i], sides[i].bytes.bytes, sides[i].bytes.length);
        else
            figures_read(&figures[i], diff->reader, sides[i].bytes.bytes, sides[i].bytes.length);
    if (error.status != SHEAF_OK) {
        well = set_unreadable(diff, sheet, &error);
    } else if (!figures[0].has_data || !figures[1].has_data) {
        sheet->change = SHEAF_SHEET_OPAQUE;
    } else {
        well = changes_find(diff, sheet, &figures[0], &figures[1]);
        sheet->change = sheet->changed > 0                               ? SHEAF_SHEET_CHANGED
                        : figures[0].is_partial || figures[1].is_partial ? SHEAF_SHEET_OPAQUE
                                                                         : SHEAF_SHEET_SAME;
    }
    for (size_t i = 0; i < 2; i++)
        figures_free(&figures[i]);
    arena_free(&arena);
    return well;
}

static bool compare_read(struct sheaf_diff *diff, sheaf_diff_sheet *sheet, struct side sides[2])
{
    sheaf_error error = { 0 };

    for (size_t i = 0; i < 2; i++)
        if (file_read(sides[i].path, PDF_BYTES, &sides[i].bytes, &error) != SHEAF_OK)
            return set_unreadable(diff, sheet, &error);
    if (is_same_file(&sides[0], &sides[1]))
        return true;
    sheet->change = SHEAF_SHEET_OPAQUE;
    if (is_page(&sides[0]) && is_page(&sides[1]))
        return compare_figures(diff, sheet, sides);
    if (!is_pdf(&sides[0]) || !is_pdf(&sides[1])) {
        const char *dot = strrchr(sheet->name, '.');

        if (dot == NULL || strcmp(dot, ".pdf") != 0)
            return true;
        fail_at(&error, SHEAF_BAD_INPUT,
                (struct place){ .file = sides[is_pdf(&sides[0]) ? 1 : 0].path }, "this is no PDF");
        return set_unreadable(diff, sheet, &error);
    }
    if (diff->reader == NULL)
        diff->reader = pdf_reader_create(&diff->alloc, &diff->error);
    return diff->reader != NULL && compare_figures(diff, sheet, sides);
}

static bool compare_both(struct sheaf_diff *diff, sheaf_diff_sheet *sheet,
                         const struct listed *before, const struct listed *after)
{
    struct side sides[2];
    sheaf_error error = { 0 };
    bool well;

    if (before->sha256 != NULL && after->sha256 != NULL &&
        strcmp(before->sha256, after->sha256) == 0)
        return true;
    if (!name_side(&diff->sides[0], before, &sides[0]) ||
        !name_side(&diff->sides[1], after, &sides[1])) {
        fail(&error, SHEAF_BAD_INPUT, "the name of %.200s is too long", after->name);
        return set_unreadable(diff, sheet, &error);
    }
    /* Reports are often kept without their sheets. */
    if (diff->sides[0].is_report &&
        (access(sides[0].path, F_OK) != 0 || access(sides[1].path, F_OK) != 0)) {
        sheet->change = SHEAF_SHEET_OPAQUE;
        return true;
    }
    buffer_init(&sides[0].bytes, &diff->alloc, NULL);
    buffer_init(&sides[1].bytes, &diff->alloc, NULL);
    well = compare_read(diff, sheet, sides);
    buffer_free(&sides[0].bytes);
    buffer_free(&sides[1].bytes);
    return well;
}

bool sheets_compare(struct sheaf_diff *diff, const struct listed *before,
                    const struct listed *after)
{
    const bool was = before != NULL && before->failure == NULL;
    const bool is = after != NULL && after->failure == NULL;
    sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;

    if (!was && !is)
        return true;
    sheet.name = diff_keep(diff, after != NULL ? after->name : before->name);
    sheet.change = !was ? SHEAF_SHEET_CAME : !is ? SHEAF_SHEET_WENT : SHEAF_SHEET_SAME;
    if (!is && after != NULL)
        sheet.message = diff_keep(diff, after->failure);
    if (was && is && !compare_both(diff, &sheet, before, after))
        return false;
    if (!memory_grow(&diff->alloc, &diff->error, &diff->sheets, &diff->sheet_capacity,
                     diff->n_sheets + 1, sizeof *diff->sheets))
        return false;
    diff->sheets[diff->n_sheets++] = sheet;
    return diff->error.status == SHEAF_OK;
}

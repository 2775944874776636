/* listing_report.c - the sheets that the report of a batch names. */
#include <string.h>

#include "base/file.h"
#include "compare/parts.h"
#include "input/json.h"

/* A report is no other's word for files elsewhere on this machine. */
static bool stays_below(const char *name)
{
    if (name[0] == '/' || name[0] == '\0')
        return false;
    for (const char *at = name; at != NULL; at = strchr(at, '/')) {
        at += *at == '/';
        if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
            return false;
    }
    return true;
}

static bool add_file(struct sheaf_diff *diff, struct listing *listing,
                     const struct json_value *file)
{
    const char *name = json_text(json_member(file, "file"));
    const char *sum = json_text(json_member(file, "sha256"));

    if (name == NULL || !stays_below(name)) {
        fail(&diff->error, SHEAF_BAD_INPUT, "the report names a file outside its folder");
        return false;
    }
    struct listed *item = listing_add(diff, listing, name);
    if (item == NULL)
        return false;
    item->sha256 = sum != NULL ? arena_string(&diff->arena, sum) : NULL;
    return diff->error.status == SHEAF_OK;
}

static bool add_sheet(struct sheaf_diff *diff, struct listing *listing,
                      const struct json_value *sheet)
{
    const char *name = json_text(json_member(sheet, "sheet"));
    const char *failure = json_text(json_member(sheet, "error"));
    const struct json_value *files = json_member(sheet, "files");

    for (size_t i = 0; failure == NULL && i < json_count(files, JSON_ARRAY); i++)
        if (!add_file(diff, listing, json_element(files, i)))
            return false;
    if (failure == NULL || name == NULL)
        return true;
    struct listed *item = listing_add(diff, listing, name);
    if (item == NULL)
        return false;
    item->failure = arena_string(&diff->arena, failure);
    return item->failure != NULL;
}

static bool add_sheets(struct sheaf_diff *diff, struct listing *listing,
                       const struct json_value *root, const char *path)
{
    const struct json_value *sheets = json_member(root, "sheets");

    if (!json_is(sheets, JSON_ARRAY)) {
        fail_at(&diff->error, SHEAF_BAD_INPUT, (struct place){ .file = path },
                "this is no report of a batch");
        return false;
    }
    for (size_t i = 0; i < sheets->count; i++)
        if (!add_sheet(diff, listing, &sheets->items[i]))
            return false;
    listing_sort(listing);
    return true;
}

bool listing_read_report(struct sheaf_diff *diff, struct listing *listing, const char *path)
{
    const char *slash = strrchr(path, '/');
    struct json_failure failure;
    struct buffer bytes;
    struct arena arena;
    bool well = false;

    listing->is_report = true;
    listing->folder = slash == NULL   ? "."
                      : slash == path ? "/"
                                      : arena_text(&diff->arena, path, (size_t)(slash - path));
    buffer_init(&bytes, &diff->alloc, &diff->error);
    arena_init(&arena, &diff->alloc, &diff->error);
    if (listing->folder != NULL &&
        file_read(path, JSON_MAX_BYTES, &bytes, &diff->error) == SHEAF_OK) {
        const struct json_value *root =
            json_value_read(&arena, bytes.bytes, bytes.length, &failure);

        if (diff->error.status == SHEAF_OK)
            well = add_sheets(diff, listing, root, path);
    }
    arena_free(&arena);
    buffer_free(&bytes);
    return well;
}

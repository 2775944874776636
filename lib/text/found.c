/* found.c - faces of font files, and those that lie in the caller's folder. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "context/keep.h"
#include "text/added.h"
#include "text/han.h"

/* Faces of files, kept by the context ----------------------------------------- */

/* The key: the face's index in its file, then the path. */
struct file_face {
    struct face *face; /* NULL: the file has no such face with outlines */
    unsigned count;    /* of the file's faces */
};

static void *make_file_face(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct file_face *kept = memory_resize(context_alloc(context), NULL, 0, sizeof *kept);
    sheaf_error own = { .status = SHEAF_OK };
    unsigned index;

    (void)n;
    if (kept == NULL) {
        fail_memory(error);
        return NULL;
    }
    memcpy(&index, key, sizeof index);
    kept->face =
        face_open_file(context, (const char *)key + sizeof index, index, &kept->count, &own);
    if (own.status == SHEAF_OK)
        return kept;
    error_take(error, &own);
    memory_free(context_alloc(context), kept, sizeof *kept);
    return NULL;
}

static void free_file_face(const sheaf_alloc *alloc, void *thing)
{
    struct file_face *kept = thing;

    face_close(alloc, kept->face);
    memory_free(alloc, kept, sizeof *kept);
}

static const struct keep_kind file_faces = { make_file_face, free_file_face, 0 };

struct face *face_keep_file(sheaf_context *context, const char *path, unsigned index,
                            unsigned *count, sheaf_error *error)
{
    struct buffer key;

    buffer_init(&key, context_alloc(context), error);
    buffer_put(&key, &index, sizeof index);
    buffer_put(&key, path, strlen(path) + 1);
    const struct file_face *kept =
        key.failed ? NULL : context_keep(context, &file_faces, key.bytes, key.length, error);
    buffer_free(&key);
    *count = kept != NULL ? kept->count : 0;
    return kept != NULL ? kept->face : NULL;
}

/* The folder --------------------------------------------------------------- */

/* All faces of the folder's files, by the files' names: read once a context. */
struct font_folder {
    struct face **faces;
    size_t n, capacity;
};

static bool names_font_file(const char *name)
{
    size_t n = strlen(name);

    return n > 4 && name[0] != '.' &&
           (string_equal_ignoring_case(name + n - 4, ".otf") ||
            string_equal_ignoring_case(name + n - 4, ".ttf") ||
            string_equal_ignoring_case(name + n - 4, ".ttc"));
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The paths of the folder's font files, sorted, in the arena. A folder that cannot be read is a
 * mistake to be told, but only where it is needed: here. */
static bool list_files(const char *path, struct arena *arena, char ***out, size_t *n,
                       sheaf_error *error)
{
    size_t capacity = 0;
    DIR *folder = opendir(path);
    char **files = NULL;
    bool all = true;

    if (folder == NULL) {
        fail(error, SHEAF_BAD_ARGUMENT, "cannot read the folder of fonts '%s'", path);
        return false;
    }
    for (struct dirent *entry; all && (entry = readdir(folder)) != NULL;) {
        if (!names_font_file(entry->d_name))
            continue;
        char *file = arena_format(arena, "%s/%s", path, entry->d_name);
        all = file != NULL &&
              memory_grow(&arena->alloc, error, &files, &capacity, *n + 1, sizeof *files);
        if (all)
            files[(*n)++] = file;
    }
    closedir(folder);
    *out = arena_array(arena, char *, *n);
    all = all && *out != NULL;
    if (all && *n > 0) {
        qsort(files, *n, sizeof *files, compare_names);
        memcpy(*out, files, *n * sizeof *files);
    }
    memory_free(&arena->alloc, files, capacity * sizeof *files);
    return all;
}

static bool add_faces(sheaf_context *context, struct font_folder *folder, const char *file,
                      sheaf_error *error)
{
    unsigned count = 1, rest;
    const char *damage = face_file_damage(file, error);

    if (damage != NULL)
        fail(error, SHEAF_BAD_INPUT, "the font '%.200s' %s", file, damage);
    if (error->status != SHEAF_OK)
        return false;
    for (unsigned index = 0; index < count; index++) {
        struct face *face =
            face_keep_file(context, file, index, index == 0 ? &count : &rest, error);
        if (face == NULL)
            continue;
        if (!memory_grow(context_alloc(context), error, &folder->faces, &folder->capacity,
                         folder->n + 1, sizeof(struct face *)))
            return false;
        folder->faces[folder->n++] = face;
    }
    return true;
}

static void free_folder(const sheaf_alloc *alloc, void *thing)
{
    struct font_folder *folder = thing;

    memory_free(alloc, folder->faces, folder->capacity * sizeof(struct face *));
    memory_free(alloc, folder, sizeof *folder);
}

/* The key is the folder's path. */
static void *make_folder(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    const sheaf_alloc *alloc = context_alloc(context);
    struct font_folder *folder = memory_resize(alloc, NULL, 0, sizeof *folder);
    sheaf_error own = { .status = SHEAF_OK };
    char **files = NULL;
    size_t n_files = 0;
    struct arena arena;

    (void)n;
    if (folder == NULL) {
        fail_memory(error);
        return NULL;
    }
    *folder = (struct font_folder){ .n = 0 };
    arena_init(&arena, alloc, &own);
    if (list_files(key, &arena, &files, &n_files, &own))
        for (size_t i = 0; i < n_files && own.status == SHEAF_OK; i++)
            if (!add_faces(context, folder, files[i], &own))
                break;
    arena_free(&arena);
    if (own.status == SHEAF_OK)
        return folder;
    error_take(error, &own);
    free_folder(alloc, folder);
    return NULL;
}

static const struct keep_kind folders = { make_folder, free_folder, 0 };

/* How well a face of the folder suits: its region first, then its weight, then
 * that it is a plain sans serif. */
static int suitability(const struct wanted *wanted, const struct face *face)
{
    const char *name = face->font->name, *tag = han_region_of(wanted->locale)->tag;
    size_t family = strcspn(name, "-");
    bool region = family > 2 && starts_with_ignoring_case(name + family - 2, tag);

    return 8 * region + 4 * (face->font->is_bold == wanted->semibold) + 2 * !face->font->is_italic +
           (strstr(name, "Serif") == NULL && strstr(name, "Mono") == NULL);
}

static struct face *best_of(const struct wanted *wanted, struct face *const *faces, size_t n)
{
    struct face *best = NULL;

    for (size_t i = 0; i < n; i++) {
        struct face *face = faces[i];
        if (face_covers(face, wanted->codes, wanted->n) &&
            (best == NULL || suitability(wanted, face) > suitability(wanted, best)))
            best = face;
    }
    return best;
}

static struct face *find_in_folder(const struct wanted *wanted, sheaf_error *error)
{
    const struct font_folder *folder =
        context_keep(wanted->context, &folders, wanted->folder, strlen(wanted->folder) + 1, error);

    return folder != NULL ? best_of(wanted, folder->faces, folder->n) : NULL;
}

static struct face *find_added(const struct wanted *wanted, sheaf_error *error)
{
    size_t n;
    struct face *const *faces = added_faces(wanted->context, &n, error);

    return best_of(wanted, faces, n);
}

struct face *faces_find(const struct wanted *wanted, sheaf_error *error)
{
    struct face *face = wanted->folder != NULL ? find_in_folder(wanted, error) : NULL;

    if (face == NULL && error->status == SHEAF_OK)
        face = find_added(wanted, error);
    return face == NULL && error->status == SHEAF_OK ? find_installed(wanted, error) : face;
}

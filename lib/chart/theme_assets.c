/* theme_assets.c - opens faces and logos beside a theme, and copies them from context to context. */
#include "chart/theme_assets.h"

#include <string.h>

#include "base/file.h"
#include "chart/theme_change.h"
#include "chart/theme_object.h"
#include "scene/image_read.h"
#include "text/chosen.h"

/* The path in the arena; NULL: it may not be read, or memory ran out. */
static const char *beside_theme(const struct theme_source *source, const char *path,
                                struct arena *arena)
{
    const char *slash = source->file != NULL ? strrchr(source->file, '/') : NULL;

    if (slash == NULL || path[0] == '/')
        path = arena_string(arena, path);
    else
        path = arena_format(arena, "%.*s%s", (int)(slash + 1 - source->file), source->file, path);
    return path == NULL || source->allow == NULL ? path : source->allow(source->who, path, arena);
}

static const char *say_missing(const char *path, struct arena *arena)
{
    return arena_format(arena, "'%.200s' is no file that can be read", path);
}

static bool open_face(struct chosen_faces *faces, const struct theme_source *source,
                      const char *name, enum chosen_face which, struct arena *arena,
                      const char **why)
{
    bool is_file = theme_is_file(name);

    if (is_file)
        faces->paths[which] = beside_theme(source, name, arena);
    else if (!chosen_faces_find(source->context, name, which, faces, arena))
        *why = arena_format(arena, "no %sface of the family '%.80s' is installed",
                            which == CHOSEN_ITALIC ? "italic " : "", name);
    if (*why != NULL || arena->error->status != SHEAF_OK)
        return false;
    if ((faces->paths[which] != NULL || faces->added[which] != NULL) &&
        chosen_faces_open(source->context, faces, which, arena->error))
        return true;
    *why = arena_format(arena, "there is no face with outlines in '%.200s'", name);
    return false;
}

bool theme_open_faces(struct theme *theme, const struct theme_source *source,
                      const char *const names[CHOSEN_FACES], size_t *wrong, struct arena *arena,
                      const char **why)
{
    struct chosen_faces *faces = arena_new(arena, struct chosen_faces);

    *why = NULL;
    for (*wrong = 0; faces != NULL && *wrong < CHOSEN_FACES; ++*wrong)
        if (names[*wrong] != NULL &&
            !open_face(faces, source, names[*wrong], (enum chosen_face) * wrong, arena, why))
            return false;
    if (faces != NULL)
        theme_set_faces(theme, faces);
    return faces != NULL;
}

const struct theme_logo *theme_open_logo(const struct theme_source *source, const char *path,
                                         const char *alternative, struct arena *arena,
                                         const char **why)
{
    struct theme_logo *logo = arena_new(arena, struct theme_logo);
    const char *found = beside_theme(source, path, arena), *broken = NULL;
    sheaf_error error = { .status = SHEAF_OK };
    struct buffer bytes;

    *why = NULL;
    if (logo == NULL || arena->error->status != SHEAF_OK)
        return NULL;
    *logo = (struct theme_logo){ .file = found, .alternative = arena_string(arena, alternative) };
    buffer_init(&bytes, &arena->alloc, &error);
    if (found == NULL || file_read(found, IMAGE_MOST_BYTES, &bytes, &error) != SHEAF_OK)
        *why = error.status == SHEAF_BAD_INPUT ? arena_string(arena, error.message)
                                               : say_missing(path, arena);
    else if (!image_read(&logo->image, bytes.bytes, bytes.length, arena, &broken) && broken != NULL)
        *why = arena_format(arena, "'%.200s' cannot be read: %.200s", path, broken);
    buffer_free(&bytes);
    if (error.status == SHEAF_NO_MEMORY) {
        *why = NULL;
        fail_memory(arena->error);
    }
    return *why == NULL && arena->error->status == SHEAF_OK ? logo : NULL;
}

static bool copy_faces(struct theme *theme, sheaf_context *context, struct arena *arena)
{
    struct chosen_faces *faces = arena_new(arena, struct chosen_faces);

    if (faces == NULL)
        return false;
    *faces = *theme->faces;
    for (size_t i = 0; i < CHOSEN_FACES; i++) {
        const char **which = faces->added[i] != NULL ? &faces->added[i] : &faces->paths[i];
        if (*which == NULL)
            continue;
        *which = arena_string(arena, *which);
        if (*which == NULL)
            return false;
        if (chosen_faces_open(context, faces, (enum chosen_face)i, arena->error))
            continue;
        if (faces->added[i] != NULL)
            fail(arena->error, SHEAF_BAD_ARGUMENT,
                 "the theme's face '%.100s' was not added to the context that the theme is used in",
                 *which);
        else
            fail(arena->error, SHEAF_BAD_INPUT,
                 "there is no face with outlines in '%.200s' any more", *which);
        return false;
    }
    theme_set_faces(theme, faces);
    return true;
}

const struct theme_logo *theme_copy_logo(const struct theme_logo *logo, struct arena *arena)
{
    struct theme_logo *copy = arena_new(arena, struct theme_logo);
    const struct image_mark *image = &logo->image;
    size_t n = (size_t)image->width * (size_t)image->height * (size_t)image->channels;
    uint8_t *pixels = arena_array(arena, uint8_t, n);

    if (copy == NULL || pixels == NULL)
        return NULL;
    *copy = *logo;
    copy->file = arena_string(arena, logo->file);
    copy->alternative = arena_string(arena, logo->alternative);
    copy->image.pixels = memcpy(pixels, image->pixels, n);
    return copy->file != NULL && copy->alternative != NULL ? copy : NULL;
}

bool theme_copy_assets(struct theme *theme, sheaf_context *context, struct arena *arena)
{
    if (theme->faces != NULL && !copy_faces(theme, context, arena))
        return false;
    if (theme->logo != NULL)
        theme->logo = theme_copy_logo(theme->logo, arena);
    return arena->error->status == SHEAF_OK;
}

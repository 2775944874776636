/* chosen.c - the faces that an author chose: files, or the faces of an installed family. */
#include "text/chosen.h"

#include "context/context.h"
#include "text/added.h"

bool chosen_faces_find(sheaf_context *context, const char *family, enum chosen_face which,
                       struct chosen_faces *faces, struct arena *arena)
{
    const struct family_face wanted = { .family = family,
                                        .semibold = which == CHOSEN_SEMIBOLD,
                                        .italic = which == CHOSEN_ITALIC };

    const struct face *added = added_family(context, &wanted, arena->error);
    if (added != NULL) {
        faces->added[which] = arena_string(arena, added->font->name);
        return faces->added[which] != NULL;
    }
    faces->paths[which] = installed_family(context, &wanted, &faces->indexes[which], arena);
    return faces->paths[which] != NULL;
}

bool chosen_faces_open(sheaf_context *context, struct chosen_faces *faces, enum chosen_face which,
                       sheaf_error *error)
{
    unsigned count;
    sheaf_error own = { .status = SHEAF_OK };

    faces->opened[which] =
        faces->added[which] != NULL
            ? added_named(context, faces->added[which], &own)
            : face_keep_file(context, faces->paths[which], faces->indexes[which], &count, &own);
    error_take(error, &own);
    return faces->opened[which] != NULL;
}

/* faces.c - font faces as FreeType and Cairo open them: see faces.h. */
#include "paint/cairo/faces.h"

#include <cairo-ft.h>
#include <stdlib.h>
#include <string.h>

/* Each face has its own FreeType library. Cairo may keep a face after the painter is gone and free
 * it in another thread, and a FreeType library must not be shared by threads. */
struct kept_face {
    FT_Library library;
    FT_Face face;
    const struct font *font; /* its bytes are the face's */
};

struct open_face {
    struct open_face *next;
    const struct font *font;
    struct kept_face *kept; /* owned by cairo_face once there is one */
    cairo_font_face_t *cairo_face;
    struct glyph_outline **outlines; /* by glyph; NULL: not asked for yet */
};

static const cairo_user_data_key_t kept_key;

static void drop_kept(void *data)
{
    struct kept_face *kept = data;

    FT_Done_Face(kept->face);
    FT_Done_FreeType(kept->library);
    font_release(kept->font);
    free(kept);
}

static struct kept_face *keep_face(const struct font *font, sheaf_error *error)
{
    struct kept_face *kept = calloc(1, sizeof *kept);

    if (kept == NULL || FT_Init_FreeType(&kept->library) != 0) {
        free(kept);
        fail_memory(error);
        return NULL;
    }
    FT_Error failed = FT_New_Memory_Face(kept->library, font->bytes, (FT_Long)font->length,
                                         (FT_Long)font->index, &kept->face);
    if (failed == 0 && FT_IS_SCALABLE(kept->face)) {
        kept->font = font_retain(font);
        return kept;
    }
    FT_Done_FreeType(kept->library); /* and with it the face */
    free(kept);
    if (failed == FT_Err_Out_Of_Memory)
        fail_memory(error);
    else
        fail(error, SHEAF_SYSTEM, "FreeType cannot open the face '%s'", font->name);
    return NULL;
}

struct open_face *canvas_open_face(struct canvas *canvas, const struct font *font)
{
    for (struct open_face *open = canvas->faces; open != NULL; open = open->next)
        if (open->font == font)
            return open;
    struct open_face *open = arena_new(&canvas->arena, struct open_face);
    if (open == NULL)
        return NULL;
    open->font = font;
    open->kept = keep_face(font, &canvas->painter.error);
    if (open->kept == NULL)
        return NULL;
    open->next = canvas->faces;
    canvas->faces = open;
    return open;
}

void canvas_close_faces(struct canvas *canvas)
{
    for (struct open_face *open = canvas->faces; open != NULL; open = open->next)
        if (open->cairo_face != NULL)
            cairo_font_face_destroy(open->cairo_face);
        else
            drop_kept(open->kept);
    canvas->faces = NULL;
}

FT_Library canvas_face_library(const struct open_face *open)
{
    return open->kept->library;
}

double canvas_face_units(const struct open_face *open)
{
    return open->kept->face->units_per_EM;
}

static struct glyph_outline *copy_outline(struct canvas *canvas, FT_Outline *loaded)
{
    struct glyph_outline *copy = arena_new(&canvas->arena, struct glyph_outline);
    size_t n = (size_t)loaded->n_points, n_contours = (size_t)loaded->n_contours;
    FT_Vector *points = arena_array(&canvas->arena, FT_Vector, n);
    /* Their elements have a sign before FreeType 2.13.3, and none since. */
    void *tags = arena_array(&canvas->arena, char, n);
    void *contours = arena_array(&canvas->arena, short, n_contours);

    if (copy == NULL || points == NULL || tags == NULL || contours == NULL)
        return NULL;
    copy->outline = *loaded;
    copy->outline.points = points;
    copy->outline.tags = tags;
    copy->outline.contours = contours;
    FT_Outline_Get_CBox(loaded, &copy->box);
    if (n > 0) {
        memcpy(points, loaded->points, n * sizeof *points);
        memcpy(tags, loaded->tags, n);
        memcpy(contours, loaded->contours, n_contours * sizeof *loaded->contours);
    }
    return copy;
}

const struct glyph_outline *canvas_face_outline(struct canvas *canvas, struct open_face *open,
                                                uint32_t glyph)
{
    static const struct glyph_outline empty;
    FT_Face face = open->kept->face;

    if (glyph >= (uint32_t)face->num_glyphs)
        return &empty;
    if (open->outlines == NULL)
        open->outlines =
            arena_array(&canvas->arena, struct glyph_outline *, (size_t)face->num_glyphs);
    if (open->outlines == NULL)
        return NULL;
    if (open->outlines[glyph] == NULL) {
        if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_BITMAP) != 0 ||
            face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
            return &empty;
        open->outlines[glyph] = copy_outline(canvas, &face->glyph->outline);
    }
    return open->outlines[glyph];
}

cairo_font_face_t *canvas_face_for_text(struct canvas *canvas, struct open_face *open)
{
    if (open->cairo_face != NULL)
        return open->cairo_face;
    cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(
        open->kept->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    cairo_status_t status = cairo_font_face_set_user_data(face, &kept_key, open->kept, drop_kept);
    if (status != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(face);
        canvas_note_failure(canvas, status);
        return NULL;
    }
    open->cairo_face = face;
    return face;
}

/* added.c - faces that a program has given as bytes: checked, copied, and found by their family. */
#include "text/added.h"

#include <math.h>
#include <string.h>

#include <hb-ot.h>

#include "base/strings.h"
#include "context/keep.h"
#include "text/font_tables.h"

struct added {
    struct face **faces;
    size_t n, capacity;
};

static void *make_added(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct added *added = memory_resize(context_alloc(context), NULL, 0, sizeof *added);

    (void)key;
    (void)n;
    if (added == NULL)
        fail_memory(error);
    else
        *added = (struct added){ .n = 0 };
    return added;
}

static void free_added(const sheaf_alloc *alloc, void *thing)
{
    struct added *added = thing;

    for (size_t i = 0; i < added->n; i++)
        face_close(alloc, added->faces[i]);
    memory_free(alloc, added->faces, added->capacity * sizeof(struct face *));
    memory_free(alloc, added, sizeof *added);
}

static const struct keep_kind added_kind = { make_added, free_added, 0 };

struct face *const *added_faces(sheaf_context *context, size_t *n, sheaf_error *error)
{
    const struct added *added = context_keep(context, &added_kind, NULL, 0, error);

    *n = added != NULL ? added->n : 0;
    return added != NULL ? added->faces : NULL;
}

/* Found -------------------------------------------------------------------------------------- */

/* Families have names in several languages, and a second one that their weights share. The PostScript name,
 * by which a theme tells its face, stands for the family that is this face alone. */
static bool is_of_family(const struct face *one, const char *family)
{
    unsigned n;
    hb_face_t *face = hb_font_get_face(one->shaper);
    const hb_ot_name_entry_t *names = hb_ot_name_list_names(face, &n);

    if (strcmp(one->font->name, family) == 0)
        return true;
    for (unsigned i = 0; i < n; i++) {
        char name[128];
        unsigned size = sizeof name;

        if (names[i].name_id != HB_OT_NAME_ID_FONT_FAMILY &&
            names[i].name_id != HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY)
            continue;
        hb_ot_name_get_utf8(face, names[i].name_id, names[i].language, &size, name);
        if (string_equal_ignoring_case(name, family))
            return true;
    }
    return false;
}

/* As Fontconfig has it: upright or not counts before the weight, the weight before the width. */
static double distance(const struct face *face, const struct family_face *wanted)
{
    const double weight = hb_style_get_value(face->shaper, HB_STYLE_TAG_WEIGHT);
    const double width = hb_style_get_value(face->shaper, HB_STYLE_TAG_WIDTH);
    /* Of two that are as far away, the bolder suits what is to stand out. */
    const double off = wanted->semibold ? fabs(weight - 601) : fabs(weight - 400);

    return (face->font->is_italic != wanted->italic ? 1e6 : 0) + off + fabs(width - 100) / 1e3;
}

struct face *added_family(sheaf_context *context, const struct family_face *wanted,
                          sheaf_error *error)
{
    size_t n;
    struct face *const *faces = added_faces(context, &n, error);
    struct face *best = NULL;

    for (size_t i = 0; i < n; i++)
        if (is_of_family(faces[i], wanted->family) &&
            (!wanted->italic || faces[i]->font->is_italic) &&
            (best == NULL || distance(faces[i], wanted) < distance(best, wanted)))
            best = faces[i];
    return best;
}

struct face *added_named(sheaf_context *context, const char *name, sheaf_error *error)
{
    size_t n;
    struct face *const *faces = added_faces(context, &n, error);

    for (size_t i = 0; i < n; i++)
        if (strcmp(faces[i]->font->name, name) == 0)
            return faces[i];
    return NULL;
}

/* Checked ------------------------------------------------------------------------------------ */

static bool has_characters(hb_face_t *face)
{
    hb_set_t *characters = hb_set_create();

    hb_face_collect_unicodes(face, characters);
    const bool has = !hb_set_is_empty(characters);
    hb_set_destroy(characters);
    return has;
}

/* OpenType, table OS/2: fsType follows version, average width, weight and width. */
static unsigned permissions(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    unsigned length;
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(table, &length);
    const unsigned bits = length >= 10 ? (unsigned)bytes[8] << 8 | bytes[9] : 0;

    hb_blob_destroy(table);
    return bits;
}

/* Why a document may not hold characters of the face; NULL: it may. */
static const char *prohibition(hb_face_t *face)
{
    enum { USAGE = 0xF, RESTRICTED = 0x2, NO_SUBSETTING = 0x100, BITMAPS_ONLY = 0x200 };
    const unsigned bits = permissions(face);

    if ((bits & USAGE) == RESTRICTED)
        return "its license forbids to embed it in documents (fsType of its table OS/2)";
    if ((bits & NO_SUBSETTING) != 0)
        return "its license forbids to embed a part of its characters (fsType of its table OS/2)";
    if ((bits & BITMAPS_ONLY) != 0)
        return "its license allows to embed bitmaps only (fsType of its table OS/2)";
    return NULL;
}

static bool check(hb_face_t *face, unsigned index, sheaf_error *error)
{
    const char *why = !face_has_outlines(face) ? "it has no outlines (tables glyf or CFF)"
                      : !has_characters(face)  ? "it has no map of Unicode characters (table cmap)"
                                               : prohibition(face);

    if (why != NULL)
        fail(error, SHEAF_BAD_INPUT, "face %u of the font cannot be used: %s", index + 1, why);
    return why == NULL;
}

/* Added -------------------------------------------------------------------------------------- */

/* 0: it is no font. */
static unsigned count_faces(hb_blob_t *bytes)
{
    hb_face_t *face = hb_face_create(bytes, 0);
    const bool is_font = hb_face_get_glyph_count(face) > 0;

    hb_face_destroy(face);
    return is_font ? hb_face_count(bytes) : 0;
}

/* False, and failed, for a font of which a face is not whole. */
static bool check_whole(hb_blob_t *bytes, sheaf_error *error)
{
    unsigned n;
    const uint8_t *at = (const uint8_t *)hb_blob_get_data(bytes, &n);
    const unsigned count = hb_face_count(bytes);
    const char *damage = font_damage(at, n, 0);

    for (unsigned i = 1; i < count && damage == NULL; i++)
        damage = font_damage(at, n, i);
    if (damage != NULL)
        fail(error, SHEAF_BAD_INPUT, "the font %s", damage);
    return damage == NULL;
}

/* All faces of the bytes, or none of them. */
static void add_all(sheaf_context *context, struct added *added, hb_blob_t *bytes,
                    sheaf_error *error)
{
    const sheaf_alloc *alloc = context_alloc(context);
    const unsigned count = count_faces(bytes);
    const size_t before = added->n;

    if (count == 0)
        fail(error, SHEAF_BAD_INPUT,
             "these %u bytes are no font; TrueType, OpenType and their collections are read",
             hb_blob_get_length(bytes));
    for (unsigned i = 0; i < count && error->status == SHEAF_OK; i++) {
        if (!memory_grow(alloc, error, &added->faces, &added->capacity, added->n + 1,
                         sizeof(struct face *)))
            break;
        struct face *face = face_open_copy(context, bytes, i, check, error);
        if (face != NULL)
            added->faces[added->n++] = face;
    }
    while (error->status != SHEAF_OK && added->n > before)
        face_close(alloc, added->faces[--added->n]);
}

static void add_copy(sheaf_context *context, const void *bytes, size_t n, sheaf_error *error)
{
    struct added *added = context_keep(context, &added_kind, NULL, 0, error);

    if (added == NULL)
        return;
    hb_blob_t *copy = hb_blob_create(bytes, (unsigned)n, HB_MEMORY_MODE_DUPLICATE, NULL, NULL);
    if (hb_blob_get_length(copy) != n)
        fail_memory(error);
    else if (check_whole(copy, error))
        add_all(context, added, copy, error);
    hb_blob_destroy(copy);
}

sheaf_status sheaf_context_add_face(sheaf_context *context, const void *bytes, size_t n,
                                    sheaf_error *error)
{
    sheaf_error own = { .status = SHEAF_OK };

    error_take(&own, context_error(context));
    if (own.status == SHEAF_OK && (bytes == NULL || n == 0))
        fail(&own, SHEAF_BAD_ARGUMENT, "there are no bytes of a font (NULL)");
    if (own.status == SHEAF_OK && context_counted(context, COUNTED_WORKERS) > 0)
        fail(&own, SHEAF_BAD_ARGUMENT, "faces are added before the context is used");
    if (n >= INT32_MAX)
        fail(&own, SHEAF_BAD_INPUT, "a font has less than 2 GB");
    if (own.status == SHEAF_OK)
        add_copy(context, bytes, n, &own);
    if (error != NULL)
        *error = own;
    return own.status;
}

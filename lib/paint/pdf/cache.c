/* cache.c - see cache.h. */
#include "paint/pdf/cache.h"

#include <hb-ot.h>
#include <string.h>

/* Faces are dropped beyond this number. A document uses three or four; this bounds the cache if
 * each document opens its fonts anew. */
enum { MAX_FACES = 32 };

/* Measured on a fact sheet: levels 3 and 6 of libdeflate take 3 and 5 percent more
 * instructions for the whole sheet, and save less than 1 percent of the file. */
enum { DEFLATE_LEVEL = 1 };

struct pdf_cache {
    sheaf_alloc alloc;
    struct arena arena;
    struct pdf_face *faces;
    size_t n_faces;
    struct libdeflate_compressor *compressor; /* NULL: not needed yet */
};

struct pdf_cache *pdf_cache_create(const sheaf_alloc *alloc)
{
    alloc = memory_or_default(alloc);
    struct pdf_cache *cache = memory_resize(alloc, NULL, 0, sizeof *cache);

    if (cache == NULL)
        return NULL;
    memset(cache, 0, sizeof *cache);
    cache->alloc = *alloc;
    arena_init(&cache->arena, alloc, NULL);
    return cache;
}

static void drop_faces(struct pdf_cache *cache)
{
    for (struct pdf_face *face = cache->faces; face != NULL; face = face->next) {
        hb_font_destroy(face->shape);
        hb_face_destroy(face->face);
        font_release(face->font);
    }
    arena_free(&cache->arena);
    cache->faces = NULL;
    cache->n_faces = 0;
}

void pdf_cache_destroy(struct pdf_cache *cache)
{
    if (cache == NULL)
        return;
    drop_faces(cache);
    libdeflate_free_compressor(cache->compressor);
    sheaf_alloc alloc = cache->alloc;
    memory_free(&alloc, cache, sizeof *cache);
}

static void *make(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct pdf_cache *cache = pdf_cache_create(context_alloc(context));

    (void)key, (void)n;
    if (cache == NULL)
        fail_memory(error);
    return cache;
}

static void destroy(const sheaf_alloc *alloc, void *cache)
{
    (void)alloc;
    pdf_cache_destroy(cache);
}

const struct keep_kind pdf_cache_kind = { make, destroy, 0 };

struct libdeflate_compressor *pdf_cache_compressor(struct pdf_cache *cache, sheaf_error *error)
{
    if (cache->compressor == NULL)
        cache->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (cache->compressor == NULL)
        fail_memory(error);
    return cache->compressor;
}

void pdf_cache_begin(struct pdf_cache *cache)
{
    if (cache->n_faces > MAX_FACES)
        drop_faces(cache);
}

/* Faces ----------------------------------------------------------------------- */

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

static bool is_cid_keyed(hb_face_t *face)
{
    hb_blob_t *table = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    unsigned length;
    const char *bytes = hb_blob_get_data(table, &length);
    bool is = cff_read_cids((const uint8_t *)bytes, length, NULL, 0);

    hb_blob_destroy(table);
    return is;
}

static void open_face(struct pdf_face *face, const struct font *font)
{
    hb_blob_t *blob = hb_blob_create((const char *)font->bytes, (unsigned)font->length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);

    face->font = font_retain(font);
    face->face = hb_face_create(blob, font->index);
    hb_blob_destroy(blob);
    face->shape = hb_font_create(face->face);
    face->is_cff = has_table(face->face, HB_TAG('C', 'F', 'F', ' '));
    face->is_name_keyed = face->is_cff && !is_cid_keyed(face->face);
    if (face->is_cff || has_table(face->face, HB_TAG('g', 'l', 'y', 'f')))
        face->n_glyphs = hb_face_get_glyph_count(face->face);
    if (!hb_font_get_nominal_glyph(face->shape, ' ', &face->space))
        face->space = 0;
}

struct pdf_face *pdf_cache_face(struct pdf_cache *cache, const struct font *font,
                                sheaf_error *error)
{
    struct pdf_face *face = cache->faces;

    while (face != NULL && (face->font->bytes != font->bytes || face->font->index != font->index))
        face = face->next;
    if (face == NULL) {
        face = arena_new(&cache->arena, struct pdf_face);
        if (face == NULL) {
            fail_memory(error);
            return NULL;
        }
        open_face(face, font);
        face->next = cache->faces;
        cache->faces = face;
        cache->n_faces++;
    }
    if (face->n_glyphs > 0)
        return face;
    fail(error, SHEAF_SYSTEM, "the font '%s' has no outlines for a PDF", font->name);
    return NULL;
}

/* Outlines -------------------------------------------------------------------- */

/* Shaping is done, names and metrics stand in other objects; and without a character map
 * and layout tables to follow, HarfBuzz takes a third of the time. */
static hb_blob_t *reference_needed_table(hb_face_t *face, hb_tag_t tag, void *whole)
{
    static const hb_tag_t needed[] = {
        HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
        HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
        HB_TAG('m', 'a', 'x', 'p'),
    };

    (void)face;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (tag == needed[i])
            return hb_face_reference_table(whole, tag);
    return hb_blob_get_empty();
}

/* CFF subroutines are written out: that is quicker, deflates better, and makes an outline
 * the same in every subset. */
hb_subset_plan_t *pdf_plan_subset(hb_face_t *face, const hb_set_t *glyphs)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();

    if (input == NULL)
        return NULL;
    hb_set_union(hb_subset_input_glyph_set(input), glyphs);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_face_t *needed = hb_face_create_for_tables(reference_needed_table, face, NULL);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(needed, input);
    hb_face_destroy(needed);
    hb_subset_input_destroy(input);
    return plan;
}

/* Copies the bytes into the cache; false when memory runs out. */
static bool keep(struct pdf_cache *cache, struct cff_bytes *to, const struct cff_bytes *from)
{
    to->length = from->length;
    to->at = from->at == NULL
                 ? NULL
                 : (const uint8_t *)arena_text(&cache->arena, (const char *)from->at, from->length);
    return to->at != NULL || from->at == NULL;
}

/* Copies the parts that every subset of the face shares. */
static bool keep_font(struct pdf_cache *cache, struct pdf_face *face, const struct cff_font *font)
{
    struct cff_bytes *charstrings = arena_array(&cache->arena, struct cff_bytes, face->n_glyphs);

    if (charstrings == NULL || !keep(cache, &face->cff.matrix, &font->matrix) ||
        !keep(cache, &face->cff.box, &font->box) ||
        !keep(cache, &face->cff.private_entries, &font->private_entries))
        return false;
    face->charstrings = charstrings;
    return true;
}

/* Copies the outlines from HarfBuzz's subset of these glyphs. False if they cannot be used, or if
 * memory ran out, which *memory_ran_out then tells. */
static bool keep_outlines(struct pdf_cache *cache, struct pdf_face *face, const hb_set_t *glyphs,
                          hb_subset_plan_t *plan, hb_blob_t *table, bool *memory_ran_out)
{
    const hb_map_t *new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan);
    unsigned length;
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(table, &length);
    struct cff_font font;

    if (!cff_read_font(bytes, length, &font))
        return false;
    *memory_ran_out = face->charstrings == NULL && !keep_font(cache, face, &font);
    for (hb_codepoint_t id = HB_SET_VALUE_INVALID;
         !*memory_ran_out && hb_set_next(glyphs, &id) && id < face->n_glyphs;) {
        struct cff_bytes outline = cff_charstring(bytes, length, &font, hb_map_get(new_ids, id));
        if (outline.at == NULL || cff_is_composed(&outline))
            return false;
        struct cff_bytes kept;
        *memory_ran_out = !keep(cache, &kept, &outline);
        if (!*memory_ran_out)
            face->charstrings[id] = kept;
    }
    return !*memory_ran_out;
}

static bool learn(struct pdf_cache *cache, struct pdf_face *face, const hb_set_t *glyphs,
                  sheaf_error *error)
{
    hb_subset_plan_t *plan = pdf_plan_subset(face->face, glyphs);
    hb_face_t *subset = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
    bool all = false, memory_ran_out = false;

    if (subset != NULL) {
        hb_blob_t *table = hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '));
        all = keep_outlines(cache, face, glyphs, plan, table, &memory_ran_out);
        hb_blob_destroy(table);
    }
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    if (memory_ran_out)
        fail_memory(error);
    return all;
}

bool pdf_cache_need(struct pdf_cache *cache, struct pdf_face *face, const hb_set_t *glyphs,
                    sheaf_error *error)
{
    hb_set_t *unknown = hb_set_copy(glyphs);
    bool all = true;

    for (hb_codepoint_t id = HB_SET_VALUE_INVALID;
         face->charstrings != NULL && hb_set_next(glyphs, &id) && id < face->n_glyphs;)
        if (face->charstrings[id].at != NULL)
            hb_set_del(unknown, id);
    if (!hb_set_is_empty(unknown))
        all = learn(cache, face, unknown, error);
    hb_set_destroy(unknown);
    return all;
}

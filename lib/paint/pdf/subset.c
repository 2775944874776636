/* subset.c - a font cut down to the glyphs that a document uses.
 *
 * Name-keyed CFF is put together from kept outlines (outlines.h); HarfBuzz cuts down
 * TrueType and CID-keyed CFF. TrueType and name-keyed CFF are known by the subset's glyph
 * numbers, CID-keyed CFF by the CIDs that its charset keeps. A CFF font goes in as its
 * bare table: poppler draws nothing where a CID-keyed one comes as a whole OpenType file. */
#include "paint/pdf/pdf.h"

#include <hb-ot.h>
#include <hb-subset.h>

/* Six letters from the subset's content, which tell subsets of a font apart. */
static void set_tag(struct pdf_font *font, const char *bytes, size_t length)
{
    uint64_t hash = pdf_hash(length, bytes, length);

    for (int i = 0; i < 6; i++, hash /= 26)
        font->tag[i] = (char)('A' + hash % 26);
}

/* With .notdef, which every font begins with. NULL when memory runs out. */
static hb_set_t *used_glyphs(const struct pdf_font *font)
{
    hb_set_t *glyphs = hb_set_create();

    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < font->n_glyphs; i++)
        hb_set_add(glyphs, font->glyphs[i].id);
    return glyphs;
}

/* The outlines in order of the face's own numbers, then the space again for each blank:
 * in such a font the code is the number of the outline (ISO 32000-1, 9.7.4.2). */
static void put_together(struct pdf *pdf, struct pdf_font *font, const hb_set_t *glyphs,
                         struct buffer *into)
{
    const struct cff_bytes *known = font->face->charstrings;
    size_t n = 0, most = hb_set_get_population(glyphs) + font->n_blanks;
    struct cff_bytes *charstrings = arena_array(&pdf->arena, struct cff_bytes, most);

    if (charstrings == NULL)
        return;
    for (hb_codepoint_t id = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &id);) {
        if (font->slots[id] != 0)
            font->glyphs[font->slots[id] - 1].code = (unsigned)n;
        charstrings[n++] = known[id];
    }
    for (size_t i = 0; i < font->n_blanks; i++) {
        font->blanks[i].code = (unsigned)n;
        charstrings[n++] = known[font->face->space];
    }
    cff_write(into, font->font->name, &font->face->cff, charstrings, n);
}

static void set_codes(struct pdf *pdf, struct pdf_font *font, hb_subset_plan_t *plan,
                      const struct buffer *subset)
{
    const hb_map_t *new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan);
    unsigned n = hb_map_get_population(new_ids);
    uint16_t *cids = font->face->is_compact ? arena_array(&pdf->arena, uint16_t, n) : NULL;

    if (cids != NULL && !cff_read_cids((const uint8_t *)subset->bytes, subset->length, cids, n))
        cids = NULL;
    for (size_t i = 0; i < font->n_glyphs; i++) {
        hb_codepoint_t id = hb_map_get(new_ids, font->glyphs[i].id);
        if (id == HB_MAP_VALUE_INVALID)
            id = 0;
        font->glyphs[i].code = cids != NULL && id < n ? cids[id] : id;
    }
    /* A compact font that cannot be put together has no codes to spare: its blanks read as
     * spaces. Elsewhere CIDToGIDMap takes the codes after the last glyph's to the space. */
    for (size_t i = 0; i < font->n_blanks; i++)
        font->blanks[i].code = font->face->is_compact
                                   ? font->glyphs[font->slots[font->face->space] - 1].code
                                   : n + (unsigned)i;
}

static void cut_down(struct pdf *pdf, struct pdf_font *font, const hb_set_t *glyphs,
                     struct buffer *into)
{
    hb_subset_plan_t *plan = pdf_plan_subset(font->face->face, glyphs);
    hb_face_t *face = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);

    if (face != NULL) {
        hb_blob_t *blob = font->face->is_compact
                              ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '))
                              : hb_face_reference_blob(face);
        unsigned length;
        const char *bytes = hb_blob_get_data(blob, &length);
        buffer_put(into, bytes, length);
        hb_blob_destroy(blob);
        set_codes(pdf, font, plan, into);
    }
    hb_face_destroy(face);
    hb_subset_plan_destroy(plan);
}

void pdf_make_subset(struct pdf *pdf, struct pdf_font *font, struct buffer *into)
{
    hb_set_t *glyphs = used_glyphs(font);

    if (font->face->is_named && pdf_cache_need(pdf->cache, font->face, glyphs, &pdf->painter.error))
        put_together(pdf, font, glyphs, into);
    else if (!pdf_failed(pdf))
        cut_down(pdf, font, glyphs, into);
    hb_set_destroy(glyphs);
    if (into->length == 0)
        fail(&pdf->painter.error, SHEAF_SYSTEM, "the font '%s' cannot be cut down for the PDF",
             font->font->name);
    else
        set_tag(font, into->bytes, into->length);
}

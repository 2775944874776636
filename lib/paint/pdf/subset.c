/* subset.c - the subset of a font that a document embeds.
 *
 * Name-keyed CFF is assembled from cached outlines (cache.c); HarfBuzz subsets TrueType
 * and CID-keyed CFF. Codes are glyph numbers of the subset in TrueType and name-keyed CFF,
 * and the CIDs that the charset keeps in CID-keyed CFF. CFF is embedded as the bare table:
 * poppler draws nothing where a CID-keyed font is a whole OpenType file. */
#include "paint/pdf/pdf.h"

#include <hb-ot.h>
#include <hb-subset.h>

/* The tag of a subset's name: six letters that depend on its content (ISO 32000-1, 9.6.4). */
static void set_tag(struct pdf_font *font, const char *bytes, size_t length)
{
    uint64_t hash = pdf_hash(length, bytes, length);

    for (int i = 0; i < 6; i++, hash /= 26)
        font->tag[i] = (char)('A' + hash % 26);
}

/* The glyphs of the subset, .notdef included. */
static hb_set_t *used_glyphs(const struct pdf_font *font)
{
    hb_set_t *glyphs = hb_set_create();

    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < font->n_glyphs; i++)
        hb_set_add(glyphs, font->glyphs[i].id);
    return glyphs;
}

/* Writes the outlines in the order of their numbers in the face, then those of the extra codes once
 * more. In name-keyed CFF a code is the number of its outline (ISO 32000-1, 9.7.4.2). */
static void assemble(struct pdf *pdf, struct pdf_font *font, const hb_set_t *glyphs,
                     struct buffer *into)
{
    const struct cff_bytes *known = font->face->charstrings;
    size_t n = 0, most = hb_set_get_population(glyphs) + font->n_extra;
    struct cff_bytes *charstrings = arena_array(&pdf->arena, struct cff_bytes, most);

    if (charstrings == NULL)
        return;
    for (hb_codepoint_t id = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &id);) {
        if (font->slots[id] != 0)
            font->glyphs[font->slots[id] - 1].code = (unsigned)n;
        charstrings[n++] = known[id];
    }
    for (size_t i = 0; i < font->n_extra; i++) {
        font->extra[i].code = (unsigned)n;
        charstrings[n++] = known[font->extra[i].id];
    }
    cff_write(into, font->font->name, &font->face->cff, charstrings, n);
}

static void set_codes(struct pdf *pdf, struct pdf_font *font, hb_subset_plan_t *plan,
                      const struct buffer *subset)
{
    const hb_map_t *new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan);
    unsigned n = hb_map_get_population(new_ids);
    uint16_t *cids = font->face->is_cff ? arena_array(&pdf->arena, uint16_t, n) : NULL;

    if (cids != NULL && !cff_read_cids((const uint8_t *)subset->bytes, subset->length, cids, n))
        cids = NULL;
    for (size_t i = 0; i < font->n_glyphs; i++) {
        hb_codepoint_t id = hb_map_get(new_ids, font->glyphs[i].id);
        if (id == HB_MAP_VALUE_INVALID)
            id = 0;
        font->glyphs[i].code = cids != NULL && id < n ? cids[id] : id;
    }
    /* In CFF subsets by HarfBuzz no extra code can select a glyph, so that blanks read as spaces. In
     * TrueType, CIDToGIDMap maps extra codes to their glyphs. */
    for (size_t i = 0; i < font->n_extra; i++)
        font->extra[i].code =
            font->face->is_cff ? pdf_code_of(font, font->extra[i].id) : n + (unsigned)i;
}

static void subset_with_harfbuzz(struct pdf *pdf, struct pdf_font *font, const hb_set_t *glyphs,
                                 struct buffer *into)
{
    hb_subset_plan_t *plan = pdf_plan_subset(font->face->face, glyphs);
    hb_face_t *face = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);

    if (face != NULL) {
        hb_blob_t *blob = font->face->is_cff
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

    if (font->face->is_name_keyed &&
        pdf_cache_need(pdf->cache, font->face, glyphs, &pdf->painter.error))
        assemble(pdf, font, glyphs, into);
    else if (!pdf_failed(pdf))
        subset_with_harfbuzz(pdf, font, glyphs, into);
    hb_set_destroy(glyphs);
    if (into->length == 0)
        fail(&pdf->painter.error, SHEAF_SYSTEM, "the font '%s' cannot be cut down for the PDF",
             font->font->name);
    else
        set_tag(font, into->bytes, into->length);
}

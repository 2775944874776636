/* subset.c - a font cut down to the glyphs that a document uses.
 *
 * TrueType outlines and name-keyed CFF are known by the subset's glyph numbers,
 * CID-keyed CFF by the CIDs that its charset keeps. A CFF font goes in as its bare
 * table: poppler draws nothing where a CID-keyed one comes as a whole OpenType file. */
#include "paint/pdf/pdf.h"

#include <hb-ot.h>
#include <hb-subset.h>

/* All that a PDF needs of a font. Shaping is done, names and metrics stand in
 * other objects; and without a character map and layout tables to follow, HarfBuzz
 * takes a third of the time. */
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

/* CFF subroutines are written out: that is quicker, and deflates better. */
static hb_subset_plan_t *plan_subset(const struct pdf_font *font)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();

    if (input == NULL)
        return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    hb_set_add(glyphs, 0);
    for (size_t i = 0; i < font->n_glyphs; i++)
        hb_set_add(glyphs, font->glyphs[i].id);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_face_t *needed = hb_face_create_for_tables(reference_needed_table, font->face, NULL);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(needed, input);
    hb_face_destroy(needed);
    hb_subset_input_destroy(input);
    return plan;
}

static void set_codes(struct pdf *pdf, struct pdf_font *font, hb_subset_plan_t *plan,
                      const uint8_t *bytes, size_t length)
{
    const hb_map_t *new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan);
    unsigned n = hb_map_get_population(new_ids);
    uint16_t *cids = font->is_compact ? arena_array(&pdf->arena, uint16_t, n) : NULL;

    if (cids != NULL && !cff_read_cids(bytes, length, cids, n))
        cids = NULL;
    for (size_t i = 0; i < font->n_glyphs; i++) {
        hb_codepoint_t id = hb_map_get(new_ids, font->glyphs[i].id);
        if (id == HB_MAP_VALUE_INVALID)
            id = 0;
        font->glyphs[i].code = cids != NULL && id < n ? cids[id] : id;
    }
    for (size_t i = 0; i < font->n_blanks; i++)
        font->blanks[i].code = n + (unsigned)i;
}

/* Six letters from the subset's content, which tell subsets of a font apart. */
static void set_tag(struct pdf_font *font, const char *bytes, size_t length)
{
    uint64_t hash = pdf_hash(length, bytes, length);

    for (int i = 0; i < 6; i++, hash /= 26)
        font->tag[i] = (char)('A' + hash % 26);
}

hb_blob_t *pdf_make_subset(struct pdf *pdf, struct pdf_font *font)
{
    hb_subset_plan_t *plan = plan_subset(font);
    hb_face_t *face = plan == NULL ? NULL : hb_subset_plan_execute_or_fail(plan);
    hb_blob_t *blob = NULL;

    if (face != NULL && font->is_compact)
        blob = hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' '));
    else if (face != NULL)
        blob = hb_face_reference_blob(face);
    unsigned length = 0;
    const char *bytes = blob == NULL ? NULL : hb_blob_get_data(blob, &length);
    if (length == 0)
        fail(&pdf->painter.error, SHEAF_SYSTEM, "the font '%s' cannot be cut down for the PDF",
             font->font->name);
    else {
        set_tag(font, bytes, length);
        set_codes(pdf, font, plan, (const uint8_t *)bytes, length);
    }
    hb_face_destroy(face);
    hb_subset_plan_destroy(plan);
    return blob;
}

/* font.c - fonts in the PDF: the glyphs that are used, subset and embedded.
 *
 * Glyphs are gathered from all pages first; then each font is subset once and
 * written as a composite font with two-byte codes. TrueType outlines and
 * name-keyed CFF are known by the subset's glyph numbers, CID-keyed CFF by the
 * CIDs that its charset keeps. A CFF font goes in as its bare table: the whole
 * OpenType file is drawn blank by poppler when it is CID-keyed. */
#include "paint/pdf/pdf.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;

    hb_blob_destroy(table);
    return has;
}

static void open_face(struct pdf *pdf, struct pdf_font *entry)
{
    const struct font *font = entry->font;
    hb_blob_t *blob = hb_blob_create((const char *)font->bytes, (unsigned)font->length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);

    entry->face = hb_face_create(blob, font->index);
    hb_blob_destroy(blob);
    entry->shape = hb_font_create(entry->face);
    entry->is_compact = has_table(entry->face, HB_TAG('C', 'F', 'F', ' '));
    entry->n_slots = hb_face_get_glyph_count(entry->face);
    if (entry->n_slots == 0 ||
        (!entry->is_compact && !has_table(entry->face, HB_TAG('g', 'l', 'y', 'f')))) {
        fail(&pdf->painter.error, SHEAF_SYSTEM, "the font '%s' has no outlines for a PDF",
             font->name);
        entry->n_slots = 0;
        return;
    }
    entry->slots = arena_array(&pdf->arena, uint32_t, entry->n_slots);
    if (!hb_font_get_nominal_glyph(entry->shape, ' ', &entry->space))
        entry->space = 0;
}

struct pdf_font *pdf_find_font(struct pdf *pdf, const struct font *font)
{
    for (struct pdf_font *entry = pdf->fonts; entry != NULL; entry = entry->next)
        if (font_same(entry->font, font))
            return entry;
    struct pdf_font *entry = arena_new(&pdf->arena, struct pdf_font);
    if (entry == NULL)
        return NULL;
    entry->font = font;
    entry->resource.kind = RESOURCE_FONT;
    snprintf(entry->resource.name, sizeof entry->resource.name, "F%zu", pdf->n_fonts++);
    *pdf->last_font = entry;
    pdf->last_font = &entry->next;
    open_face(pdf, entry);
    return pdf_failed(pdf) ? NULL : entry;
}

struct pdf_glyph *pdf_find_glyph(struct pdf *pdf, struct pdf_font *font, uint32_t id)
{
    if (id >= font->n_slots)
        id = 0;
    if (font->slots[id] != 0)
        return &font->glyphs[font->slots[id] - 1];
    if (!memory_grow(&pdf->alloc, &pdf->painter.error, &font->glyphs, &font->glyph_capacity,
                     font->n_glyphs + 1, sizeof *font->glyphs))
        return NULL;
    struct pdf_glyph *glyph = &font->glyphs[font->n_glyphs++];
    double units = hb_face_get_upem(font->face);
    double advance = hb_font_get_glyph_h_advance(font->shape, id);
    *glyph = (struct pdf_glyph){ .id = id, .width = rint(advance * 10000 / units) / 10 };
    font->slots[id] = (uint32_t)font->n_glyphs;
    return glyph;
}

void pdf_release_fonts(struct pdf *pdf)
{
    for (struct pdf_font *font = pdf->fonts; font != NULL; font = font->next) {
        memory_free(&pdf->alloc, font->glyphs, font->glyph_capacity * sizeof *font->glyphs);
        hb_font_destroy(font->shape);
        hb_face_destroy(font->face);
    }
}

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
}

/* Six letters from the subset's content, which tell subsets of a font apart. */
static void set_tag(struct pdf_font *font, const char *bytes, size_t length)
{
    uint64_t hash = pdf_hash(length, bytes, length);

    for (int i = 0; i < 6; i++, hash /= 26)
        font->tag[i] = (char)('A' + hash % 26);
}

/* The subset's bytes, with the glyphs' codes set; NULL on failure. */
static hb_blob_t *make_subset(struct pdf *pdf, struct pdf_font *font)
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

/* "/ABCDEF+Inter-Regular " */
static void put_font_name(struct buffer *into, const struct pdf_font *font)
{
    char name[120];
    int n = snprintf(name, sizeof name, "%s+%s", font->tag, font->font->name);

    pdf_put_name(into, name, (size_t)n < sizeof name ? (size_t)n : sizeof name - 1);
}

static int read_signed(const uint8_t *bytes)
{
    return (int16_t)(bytes[0] << 8 | bytes[1]);
}

static void put_bounds(struct buffer *into, const struct pdf_font *font)
{
    hb_blob_t *head = hb_face_reference_table(font->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(head, &length);
    double scale = 1000.0 / hb_face_get_upem(font->face);

    buffer_text(into, "/FontBBox [");
    for (int i = 0; i < 4; i++) { /* xMin, yMin, xMax, yMax */
        buffer_fixed(into, length < 54 ? 1000.0 * (i > 1) : read_signed(bytes + 36 + 2 * i) * scale,
                     0);
        buffer_byte(into, ' ');
    }
    buffer_text(into, "]\n");
    hb_blob_destroy(head);
}

enum { FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

static unsigned write_descriptor(struct pdf *pdf, const struct pdf_font *font, hb_blob_t *subset)
{
    const struct font *facts = font->font;
    unsigned length;
    const char *bytes = hb_blob_get_data(subset, &length);
    struct buffer *body = pdf_begin(pdf);

    if (font->is_compact)
        buffer_text(body, "/Subtype /CIDFontType0C\n");
    else
        buffer_format(body, "/Length1 %u\n", length);
    unsigned file = pdf_stream(pdf, bytes, length, true);

    body = pdf_begin(pdf);
    buffer_text(body, "/Type /FontDescriptor /FontName ");
    put_font_name(body, font);
    buffer_format(body, "/Flags %d\n", FLAG_SYMBOLIC | (facts->is_italic ? FLAG_ITALIC : 0));
    put_bounds(body, font);
    /* Stems widen with the weight: 88 at regular, 132 at bold. */
    double weight = hb_style_get_value(font->shape, HB_STYLE_TAG_WEIGHT);
    const struct {
        const char *key;
        double value;
    } metrics[] = {
        { "/Ascent ", facts->ascent * 1000 },
        { "/Descent ", -facts->descent * 1000 },
        { "/CapHeight ", facts->cap_height * 1000 },
        { "/ItalicAngle ", hb_style_get_value(font->shape, HB_STYLE_TAG_SLANT_ANGLE) },
        { "/StemV ", 50 + weight * weight / 4225 },
    };
    for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++) {
        buffer_text(body, metrics[i].key);
        buffer_fixed(body, metrics[i].value, 0);
        buffer_byte(body, '\n');
    }
    buffer_format(body, "/FontFile%d %u 0 R\n", font->is_compact ? 3 : 2, file);
    return pdf_make(pdf);
}

static int compare_codes(const void *a, const void *b)
{
    const struct pdf_glyph *const *one = a, *const *other = b;

    return ((*one)->code > (*other)->code) - ((*one)->code < (*other)->code);
}

/* The glyphs in order of code; NULL when memory ran out. */
static const struct pdf_glyph **sort_glyphs(struct pdf *pdf, const struct pdf_font *font)
{
    const struct pdf_glyph **sorted =
        arena_array(&pdf->arena, const struct pdf_glyph *, font->n_glyphs);

    if (sorted == NULL)
        return NULL;
    for (size_t i = 0; i < font->n_glyphs; i++)
        sorted[i] = &font->glyphs[i];
    qsort(sorted, font->n_glyphs, sizeof *sorted, compare_codes);
    return sorted;
}

/* "/W [3 [512.1 600] 17 [444]]": runs of neighbouring codes. */
static void put_widths(struct buffer *into, const struct pdf_glyph **glyphs, size_t n)
{
    buffer_text(into, "/W [");
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && glyphs[i]->code == glyphs[i - 1]->code + 1) {
            buffer_byte(into, ' ');
        } else {
            buffer_text(into, i == 0 ? "" : "] ");
            pdf_put_count(into, glyphs[i]->code);
            buffer_text(into, " [");
        }
        buffer_fixed(into, glyphs[i]->width, 1);
    }
    buffer_text(into, n > 0 ? "]]\n" : "]\n");
}

/* A map may hold at most 100 entries a block. */
enum { BLOCK = 100 };

static void put_unicode_map(struct buffer *into, const struct pdf_glyph **glyphs, size_t n)
{
    size_t left = 0, in_block = 0;

    for (size_t i = 0; i < n; i++)
        left += glyphs[i]->text != NULL;
    buffer_text(into, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (size_t i = 0; i < n; i++) {
        if (glyphs[i]->text == NULL)
            continue;
        if (in_block == 0) {
            in_block = left < BLOCK ? left : BLOCK;
            left -= in_block;
            buffer_format(into, "%zu beginbfchar\n", in_block);
        }
        buffer_byte(into, '<');
        pdf_put_hex(into, glyphs[i]->code, 4);
        buffer_text(into, "> <");
        pdf_put_utf16(into, glyphs[i]->text, glyphs[i]->length);
        buffer_text(into, --in_block > 0 ? ">\n" : ">\nendbfchar\n");
    }
    buffer_text(into, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static unsigned write_unicode_map(struct pdf *pdf, const struct pdf_glyph **glyphs, size_t n)
{
    struct buffer map;

    buffer_init(&map, &pdf->alloc, &pdf->painter.error);
    put_unicode_map(&map, glyphs, n);
    pdf_begin(pdf);
    unsigned number = pdf_stream(pdf, map.bytes, map.length, true);
    buffer_free(&map);
    return number;
}

static void embed_font(struct pdf *pdf, struct pdf_font *font)
{
    hb_blob_t *subset = make_subset(pdf, font);
    const struct pdf_glyph **glyphs = sort_glyphs(pdf, font);

    if (!pdf_failed(pdf)) {
        unsigned descriptor = write_descriptor(pdf, font, subset);
        unsigned map = write_unicode_map(pdf, glyphs, font->n_glyphs);

        struct buffer *body = pdf_begin(pdf);
        buffer_format(body, "/Type /Font /Subtype /%s /BaseFont ",
                      font->is_compact ? "CIDFontType0" : "CIDFontType2");
        put_font_name(body, font);
        buffer_text(body, "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
                          " /Supplement 0 >>\n");
        buffer_format(body, "/FontDescriptor %u 0 R /DW 1000\n", descriptor);
        if (!font->is_compact)
            buffer_text(body, "/CIDToGIDMap /Identity\n");
        put_widths(body, glyphs, font->n_glyphs);
        unsigned descendant = pdf_make(pdf);

        body = pdf_begin(pdf);
        buffer_text(body, "/Type /Font /Subtype /Type0 /BaseFont ");
        put_font_name(body, font);
        buffer_format(body, "/Encoding /Identity-H /DescendantFonts [%u 0 R] /ToUnicode %u 0 R\n",
                      descendant, map);
        font->resource.number = pdf_make(pdf);
    }
    hb_blob_destroy(subset);
}

void pdf_embed_fonts(struct pdf *pdf)
{
    for (struct pdf_font *font = pdf->fonts; font != NULL && !pdf_failed(pdf); font = font->next)
        embed_font(pdf, font);
}

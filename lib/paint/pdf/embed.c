/* embed.c - fonts as objects of the PDF: descriptor, widths, and the map to Unicode. */
#include "paint/pdf/pdf.h"

#include <hb-ot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
    hb_blob_t *head = hb_face_reference_table(font->face->face, HB_TAG('h', 'e', 'a', 'd'));
    unsigned length;
    const uint8_t *bytes = (const uint8_t *)hb_blob_get_data(head, &length);
    double scale = 1000.0 / hb_face_get_upem(font->face->face);

    buffer_text(into, "/FontBBox [");
    for (ptrdiff_t i = 0; i < 4; i++) { /* xMin, yMin, xMax, yMax */
        buffer_fixed(into, length < 54 ? 1000.0 * (i > 1) : read_signed(bytes + 36 + 2 * i) * scale,
                     0);
        buffer_byte(into, ' ');
    }
    buffer_text(into, "]\n");
    hb_blob_destroy(head);
}

enum { FLAG_SYMBOLIC = 4, FLAG_ITALIC = 64 };

static unsigned write_descriptor(struct pdf *pdf, const struct pdf_font *font,
                                 const struct buffer *subset)
{
    const struct font *facts = font->font;
    struct buffer *body = pdf_begin(pdf);

    if (font->face->is_cff)
        buffer_text(body, "/Subtype /CIDFontType0C\n");
    else
        buffer_format(body, "/Length1 %zu\n", subset->length);
    unsigned file = pdf_stream(pdf, subset->bytes, subset->length, true);

    body = pdf_begin(pdf);
    buffer_text(body, "/Type /FontDescriptor /FontName ");
    put_font_name(body, font);
    buffer_format(body, "/Flags %d\n", FLAG_SYMBOLIC | (facts->is_italic ? FLAG_ITALIC : 0));
    put_bounds(body, font);
    /* Stems widen with the weight: 88 at regular, 132 at bold. */
    double weight = hb_style_get_value(font->face->shape, HB_STYLE_TAG_WEIGHT);
    const struct {
        const char *key;
        double value;
    } metrics[] = {
        { "/Ascent ", facts->ascent * 1000 },
        { "/Descent ", -facts->descent * 1000 },
        { "/CapHeight ", facts->cap_height * 1000 },
        { "/ItalicAngle ", hb_style_get_value(font->face->shape, HB_STYLE_TAG_SLANT_ANGLE) },
        { "/StemV ", 50 + weight * weight / 4225 },
    };
    for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++) {
        buffer_text(body, metrics[i].key);
        buffer_fixed(body, metrics[i].value, 0);
        buffer_byte(body, '\n');
    }
    buffer_format(body, "/FontFile%d %u 0 R\n", font->face->is_cff ? 3 : 2, file);
    return pdf_make(pdf);
}

static int compare_codes(const void *a, const void *b)
{
    const struct pdf_glyph *const *one = a, *const *other = b;

    return ((*one)->code > (*other)->code) - ((*one)->code < (*other)->code);
}

/* The glyphs and extra codes, sorted by code; NULL when memory ran out. */
static const struct pdf_glyph **sort_glyphs(struct pdf *pdf, const struct pdf_font *font)
{
    size_t n = font->n_glyphs + font->n_extra;
    const struct pdf_glyph **sorted = arena_array(&pdf->arena, const struct pdf_glyph *, n);

    if (sorted == NULL)
        return NULL;
    for (size_t i = 0; i < font->n_glyphs; i++)
        sorted[i] = &font->glyphs[i];
    for (size_t i = 0; i < font->n_extra; i++)
        sorted[font->n_glyphs + i] = &font->extra[i];
    qsort(sorted, n, sizeof *sorted, compare_codes);
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

/* CIDToGIDMap of a TrueType font with extra codes, which follow those of the glyphs: all others
 * select the glyph of the same number (ISO 32000-1, 9.7.4.3). 0: the font has no extra codes. */
static unsigned write_glyph_map(struct pdf *pdf, const struct pdf_font *font)
{
    struct buffer map;

    if (font->face->is_cff || font->n_extra == 0)
        return 0;
    unsigned first = font->extra[0].code;
    buffer_init(&map, &pdf->alloc, &pdf->painter.error);
    for (unsigned code = 0; code < first + font->n_extra; code++) {
        unsigned glyph = code < first ? code : pdf_code_of(font, font->extra[code - first].id);
        buffer_byte(&map, (char)(glyph >> 8 & 0xFF));
        buffer_byte(&map, (char)(glyph & 0xFF));
    }
    pdf_begin(pdf);
    unsigned number = pdf_stream(pdf, map.bytes, map.length, true);
    buffer_free(&map);
    return number;
}

static unsigned write_descendant(struct pdf *pdf, const struct pdf_font *font, unsigned descriptor,
                                 const struct pdf_glyph **glyphs)
{
    unsigned map = write_glyph_map(pdf, font);
    struct buffer *body = pdf_begin(pdf);

    buffer_format(body, "/Type /Font /Subtype /%s /BaseFont ",
                  font->face->is_cff ? "CIDFontType0" : "CIDFontType2");
    put_font_name(body, font);
    buffer_text(body, "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
                      " /Supplement 0 >>\n");
    buffer_format(body, "/FontDescriptor %u 0 R /DW 1000\n", descriptor);
    if (map != 0)
        buffer_format(body, "/CIDToGIDMap %u 0 R\n", map);
    else if (!font->face->is_cff)
        buffer_text(body, "/CIDToGIDMap /Identity\n");
    put_widths(body, glyphs, font->n_glyphs + font->n_extra);
    return pdf_make(pdf);
}

static void embed_font(struct pdf *pdf, struct pdf_font *font)
{
    struct buffer subset;

    buffer_init(&subset, &pdf->alloc, &pdf->painter.error);
    pdf_make_subset(pdf, font, &subset);
    const struct pdf_glyph **glyphs = sort_glyphs(pdf, font);

    if (!pdf_failed(pdf)) {
        unsigned descriptor = write_descriptor(pdf, font, &subset);
        unsigned map = write_unicode_map(pdf, glyphs, font->n_glyphs + font->n_extra);
        unsigned descendant = write_descendant(pdf, font, descriptor, glyphs);

        struct buffer *body = pdf_begin(pdf);
        buffer_text(body, "/Type /Font /Subtype /Type0 /BaseFont ");
        put_font_name(body, font);
        buffer_format(body, "/Encoding /Identity-H /DescendantFonts [%u 0 R] /ToUnicode %u 0 R\n",
                      descendant, map);
        font->resource.number = pdf_make(pdf);
    }
    buffer_free(&subset);
}

static void add_marked_spaces(struct pdf *pdf, struct pdf_font *font)
{
    pdf_find_blank(pdf, font, pdf_rtl_space, strlen(pdf_rtl_space));
    pdf_find_blank(pdf, font, pdf_ltr_space, strlen(pdf_ltr_space));
}

void pdf_embed_fonts(struct pdf *pdf)
{
    for (struct pdf_font *font = pdf->fonts; font != NULL && !pdf_failed(pdf); font = font->next) {
        if (pdf->has_rtl && font->has_blanks)
            add_marked_spaces(pdf, font);
        embed_font(pdf, font);
    }
}

/* font.c - the fonts of a document while its glyphs are gathered.
 *
 * Glyphs are gathered from all pages first. Then each font is cut down to them once
 * (subset.c), and written as a composite font with two-byte codes (embed.c). */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

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
    entry->face = pdf_cache_face(pdf->cache, font, &pdf->painter.error);
    if (entry->face == NULL)
        return NULL;
    entry->n_slots = entry->face->n_glyphs;
    entry->slots = arena_array(&pdf->arena, uint32_t, entry->n_slots);
    entry->has_extra = entry->face->is_name_keyed || !entry->face->is_cff;
    entry->has_blanks = entry->has_extra && entry->face->space != 0;
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
    double units = hb_face_get_upem(font->face->face);
    double advance = hb_font_get_glyph_h_advance(font->face->shape, id);
    *glyph = (struct pdf_glyph){ .id = id, .width = rint(advance * 10000 / units) / 10 };
    font->slots[id] = (uint32_t)font->n_glyphs;
    return glyph;
}

struct pdf_glyph *pdf_find_extra(struct pdf *pdf, struct pdf_font *font, uint32_t id,
                                 const char *text, size_t length)
{
    for (size_t i = 0; i < font->n_extra; i++) {
        struct pdf_glyph *extra = &font->extra[i];
        if (extra->id == id && extra->length == length && memcmp(extra->text, text, length) == 0)
            return extra;
    }
    const struct pdf_glyph *glyph = pdf_find_glyph(pdf, font, id);
    const char *copy = arena_text(&pdf->arena, text, length);
    if (glyph == NULL || copy == NULL ||
        !memory_grow(&pdf->alloc, &pdf->painter.error, &font->extra, &font->extra_capacity,
                     font->n_extra + 1, sizeof *font->extra))
        return NULL;
    struct pdf_glyph *extra = &font->extra[font->n_extra++];
    *extra = (struct pdf_glyph){ .id = id, .width = glyph->width, .text = copy, .length = length };
    return extra;
}

struct pdf_glyph *pdf_find_blank(struct pdf *pdf, struct pdf_font *font, const char *text,
                                 size_t length)
{
    return pdf_find_extra(pdf, font, font->face->space, text, length);
}

void pdf_release_fonts(struct pdf *pdf)
{
    for (struct pdf_font *font = pdf->fonts; font != NULL; font = font->next) {
        memory_free(&pdf->alloc, font->glyphs, font->glyph_capacity * sizeof *font->glyphs);
        memory_free(&pdf->alloc, font->extra, font->extra_capacity * sizeof *font->extra);
    }
}

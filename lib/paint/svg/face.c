/* face.c - the faces that texts name, and what can be embedded of them. */
#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

#include "base/strings.h"
#include "paint/svg/svg.h"

enum { FAMILY = 128 };

/* Names -------------------------------------------------------------------------- */

static bool read_name(hb_face_t *face, hb_ot_name_id_t id, char name[FAMILY])
{
    unsigned size = FAMILY;

    return hb_ot_name_get_utf8(face, id, HB_LANGUAGE_INVALID, &size, name) > 0 && size > 0;
}

/* The family that a style sheet calls it by: "Inter" of "Inter SemiBold". */
static void read_family(const struct svg_face *face, char name[FAMILY])
{
    if (read_name(face->face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY, name) ||
        read_name(face->face, HB_OT_NAME_ID_FONT_FAMILY, name))
        return;
    size_t n = strcspn(face->font->name, "-");
    n = n < FAMILY ? n : FAMILY - 1;
    memcpy(name, face->font->name, n);
    name[n] = '\0';
}

/* Quotes are for names of several words; a name holds none itself. */
static const char *quoted(struct svg *svg, char *name)
{
    bool is_word = true;

    for (char *at = name; *at != '\0'; at++) {
        if (*at == '\'' || *at == '"' || *at == '\\' || *at == ',')
            *at = ' ';
        is_word = is_word && ((*at >= 'A' && *at <= 'Z') || (*at >= 'a' && *at <= 'z'));
    }
    return is_word ? arena_string(&svg->arena, name) : arena_format(&svg->arena, "'%s'", name);
}

/* Faces of about the same width that most systems have, then whatever there is. */
static const char *families(struct svg *svg, const struct svg_face *face)
{
    char name[FAMILY];

    read_family(face, name);
    const char *others = strstr(name, "Serif") != NULL || strstr(name, "Naskh") != NULL ? "serif"
                         : strncmp(name, "Inter", 5) == 0 ? "'Helvetica Neue',Arial,sans-serif"
                                                          : "sans-serif";
    const char *first = quoted(svg, name);
    return first == NULL ? NULL : arena_format(&svg->arena, "%s,%s", first, others);
}

/* Faces -------------------------------------------------------------------------- */

static bool open_face(struct svg *svg, struct svg_face *face)
{
    hb_blob_t *blob = hb_blob_create((const char *)face->font->bytes, (unsigned)face->font->length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);

    face->face = hb_face_create(blob, face->font->index);
    hb_blob_destroy(blob);
    face->shape = hb_font_create(face->face);
    face->letters = hb_set_create();
    float weight = hb_style_get_value(face->shape, HB_STYLE_TAG_WEIGHT);
    face->weight = weight >= 1 && weight <= 1000 ? (int)weight : face->font->is_bold ? 700 : 400;
    face->families = families(svg, face);
    return face->families != NULL;
}

struct svg_face *svg_find_face(struct svg *svg, const struct font *font)
{
    struct svg_face *face = svg->faces;

    while (face != NULL && !font_same(face->font, font))
        face = face->next;
    if (face != NULL || (face = arena_new(&svg->arena, struct svg_face)) == NULL)
        return face;
    face->font = font;
    face->number = ++svg->n_faces;
    *svg->last_face = face;
    svg->last_face = &face->next;
    return open_face(svg, face) ? face : NULL;
}

void svg_release_faces(struct svg *svg)
{
    for (struct svg_face *face = svg->faces; face != NULL; face = face->next) {
        hb_set_destroy(face->letters);
        hb_font_destroy(face->shape);
        hb_face_destroy(face->face);
    }
}

/* Runs --------------------------------------------------------------------------- */

void svg_note_letters(struct svg *svg, struct svg_face *face, const struct glyph_run *run)
{
    const char *at = run->text, *end = run->text + run->length;

    if (svg->options->text != SVG_TEXT_EMBEDDED)
        return;
    while (at < end)
        hb_set_add(face->letters, utf8_next(&at, end));
    if (!hb_set_allocation_successful(face->letters))
        fail_memory(&svg->painter.error);
}

/* A feature has replaced the glyphs of digits. */
static bool has_tabular_digits(const struct svg_face *face, const struct glyph_run *run)
{
    for (size_t i = 0; i < run->n_glyphs; i++) {
        uint32_t cluster = run->glyphs[i].cluster;
        hb_codepoint_t plain;
        if (cluster < run->length && run->text[cluster] >= '0' && run->text[cluster] <= '9' &&
            hb_font_get_nominal_glyph(face->shape, (unsigned char)run->text[cluster], &plain) &&
            plain != run->glyphs[i].id)
            return true;
    }
    return false;
}

struct svg_style svg_run_style(struct svg *svg, const struct glyph_run *run)
{
    struct svg_style style = { .size = run->size, .has_fill = true, .fill = run->color };

    style.face = svg_find_face(svg, run->font);
    if (style.face != NULL && !run->is_missing)
        style.tabular = has_tabular_digits(style.face, run);
    return style;
}

/* Embedding ------------------------------------------------------------------------ */

/* The letters that are used, with what joins and places them, and tabular figures. */
static hb_face_t *subset(const struct svg_face *face)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();

    if (input == NULL)
        return NULL;
    hb_set_union(hb_subset_input_unicode_set(input), face->letters);
    hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
               HB_TAG('t', 'n', 'u', 'm'));
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
    hb_face_t *cut = hb_subset_or_fail(face->face, input);
    hb_subset_input_destroy(input);
    return cut;
}

static void embed(struct svg *svg, const struct svg_face *face)
{
    hb_face_t *cut = subset(face);
    hb_blob_t *blob = cut != NULL ? hb_face_reference_blob(cut) : NULL;
    unsigned length = 0;
    const char *bytes = blob != NULL ? hb_blob_get_data(blob, &length) : NULL;
    bool is_cff = length >= 4 && memcmp(bytes, "OTTO", 4) == 0;

    if (length > 0) {
        buffer_format(svg->out, "@font-face{font-family:%s-face-%u;font-weight:%d;font-style:%s;",
                      svg->prefix, face->number, face->weight,
                      face->font->is_italic ? "italic" : "normal");
        buffer_format(svg->out, "src:url(data:font/%s;base64,", is_cff ? "otf" : "ttf");
        buffer_base64(svg->out, bytes, length);
        buffer_text(svg->out, ")}\n");
    } else {
        fail(&svg->painter.error, SHEAF_SYSTEM, "the font '%s' cannot be cut down for the SVG",
             face->font->name);
    }
    hb_blob_destroy(blob);
    hb_face_destroy(cut);
}

void svg_embed_faces(struct svg *svg)
{
    if (svg->options->text != SVG_TEXT_EMBEDDED || svg->faces == NULL)
        return;
    buffer_text(svg->out, "<style>\n");
    for (const struct svg_face *face = svg->faces; face != NULL && !svg_failed(svg);
         face = face->next)
        embed(svg, face);
    buffer_text(svg->out, "</style>\n");
}

/* tabular.c - figures put together of their characters' glyphs.
 *
 * A table of thousands of figures would be shaped mostly anew: few of them are alike. But in the linked faces
 * tabular figures and the marks in them neither kern nor change beside each other. tests/text/
 * figures_need_no_shaping.c shapes each three of these characters and compares. */
#include "text/tabular.h"

#include <math.h>
#include <string.h>

/* The characters in order of their places. */
enum { MINUS_PLACE = 13, TABULAR_PLACES };
static const char *const characters[TABULAR_PLACES] = { "0", "1", "2",        "3",           "4",
                                                        "5", "6", "7",        "8",           "9",
                                                        ".", ",", "\xC2\xA0", "\xE2\x88\x92" };
/* The minus sign is another before a digit, and stands before one only. */
static const char before_digit[] = "\xE2\x88\x92"
                                   "0";

enum { LONGEST_FIGURE = 32 }; /* characters */

/* A linked face's glyphs for them, found when first used. */
struct tabular {
    const struct face *face;
    uint32_t id[TABULAR_PLACES];
    int32_t advance[TABULAR_PLACES];
    bool is_usable; /* each is one glyph that lies where it is put */
};

struct figure {
    size_t n, length; /* characters, bytes */
    uint8_t places[LONGEST_FIGURE];
    uint8_t starts[LONGEST_FIGURE]; /* the bytes at which they begin */
};

/* The place of the character at `at`, of *n bytes; TABULAR_PLACES: it is none of them. */
static size_t place_at(const char *at, size_t *n)
{
    const unsigned char *bytes = (const unsigned char *)at;

    *n = 1;
    if (bytes[0] >= '0' && bytes[0] <= '9')
        return bytes[0] - '0';
    for (size_t i = 10; i < TABULAR_PLACES; i++) {
        *n = strlen(characters[i]);
        if (strncmp(at, characters[i], *n) == 0)
            return i;
    }
    return TABULAR_PLACES;
}

/* Whether a character, not the first, stands behind a minus sign, without being a digit, or is one. */
static bool is_misplaced(const struct figure *figure, size_t place)
{
    return place == MINUS_PLACE ||
           (place >= 10 && figure->n == 1 && figure->places[0] == MINUS_PLACE);
}

/* False: the text is no figure. */
static bool read_figure(const char *utf8, struct figure *figure)
{
    figure->n = figure->length = 0;
    figure->places[0] = 0;
    while (utf8[figure->length] != '\0' && figure->n < LONGEST_FIGURE) {
        size_t n, place = place_at(utf8 + figure->length, &n);

        if (place == TABULAR_PLACES || (figure->n > 0 && is_misplaced(figure, place)))
            return false;
        figure->places[figure->n] = (uint8_t)place;
        figure->starts[figure->n++] = (uint8_t)figure->length;
        figure->length += n;
    }
    return figure->n > (figure->places[0] == MINUS_PLACE) && utf8[figure->length] == '\0';
}

/* Shapes one character as a figure of it alone is shaped. False after a failure. */
static bool shape_one(struct text *text, struct tabular *tabular, size_t place)
{
    const struct text_style style = { .size = 10, .tabular = true };
    const char *sample = place == MINUS_PLACE ? before_digit : characters[place];
    const struct stretch stretch = { .end = strlen(sample), .style = &style };
    struct item item = { .end = stretch.end,
                         .face = (struct face *)tabular->face,
                         .script = HB_SCRIPT_LATIN,
                         .is_plain = true,
                         .stretch = &stretch };
    struct paragraph paragraph = { .text = text,
                                   .bytes = sample,
                                   .length = stretch.end,
                                   .stretches = &stretch,
                                   .n_stretches = 1,
                                   .items = &item,
                                   .n_items = 1 };
    struct shaped shaped;

    if (!shape_slice(&paragraph, &item, 0, stretch.end, 0, stretch.end, &shaped))
        return false;
    tabular->is_usable = tabular->is_usable && shaped.n == (place == MINUS_PLACE ? 2 : 1) &&
                         shaped.glyphs->id != 0 && shaped.glyphs->x_offset == 0 &&
                         shaped.glyphs->y_offset == 0;
    tabular->id[place] = shaped.glyphs->id;
    tabular->advance[place] = shaped.glyphs->advance;
    return true;
}

/* NULL after a failure, or for a face that is not linked in. */
static const struct tabular *tabular_of(struct text *text, const struct face *face)
{
    struct engine *engine = text->engine;
    size_t which = 0;

    while (which < LINKED_FACES && engine->linked[which] != face)
        which++;
    if (which == LINKED_FACES || engine->tabular[which] != NULL)
        return which < LINKED_FACES ? engine->tabular[which] : NULL;
    struct tabular *made = arena_new(&engine->arena, struct tabular);
    if (made == NULL) {
        fail_memory(text->error);
        return NULL;
    }
    *made = (struct tabular){ .face = face, .is_usable = true };
    for (size_t i = 0; i < TABULAR_PLACES; i++)
        if (!shape_one(text, made, i))
            return NULL;
    return engine->tabular[which] = made;
}

/* The glyphs that a figure is put together of; NULL: it is to be shaped, or a failure. */
static const struct tabular *glyphs_for(struct text *text, const char *utf8,
                                        const struct text_style *style, struct figure *figure)
{
    if (!style->tabular || style->tracking != 0 || style->faces != NULL || text->foreign != NULL ||
        !read_figure(utf8, figure))
        return NULL;
    const struct face *face = faces_of_style(text, style);
    const struct tabular *tabular = face != NULL ? tabular_of(text, face) : NULL;
    return tabular != NULL && tabular->is_usable ? tabular : NULL;
}

/* Places the glyphs as line.c does, to the last bit; returns the width. */
static double place_glyphs(const struct tabular *tabular, const struct figure *figure, double size,
                           struct glyph *glyphs)
{
    const double scale = size / tabular->face->font->units_per_em;
    double x = 0;

    for (size_t i = 0; i < figure->n; i++) {
        const size_t place = figure->places[i];
        const double advance = tabular->advance[place] * scale;

        if (glyphs != NULL)
            glyphs[i] = (struct glyph){
                .id = tabular->id[place], .x = x, .advance = advance, .cluster = figure->starts[i]
            };
        x += advance;
    }
    return x;
}

bool tabular_line(struct text *text, const char *utf8, const struct text_style *style,
                  struct arena *into, struct text_line **line)
{
    struct figure figure;
    const struct tabular *tabular = glyphs_for(text, utf8, style, &figure);
    const struct stretch stretch = { .end = SIZE_MAX, .style = style };
    const struct paragraph paragraph = { .text = text, .stretches = &stretch, .n_stretches = 1 };

    *line = NULL;
    if (tabular == NULL)
        return text->error->status == SHEAF_OK;
    struct text_line *set = line_empty(&paragraph, 0, into);
    struct glyph_run *run = arena_new(into, struct glyph_run);
    struct glyph *glyphs = arena_array(into, struct glyph, figure.n);
    const char *copy = arena_text(into, utf8, figure.length);
    const char **uris = arena_new(into, const char *);
    if (set == NULL || run == NULL || glyphs == NULL || copy == NULL || uris == NULL) {
        fail_memory(text->error);
        return false;
    }
    set->width = fmax(place_glyphs(tabular, &figure, style->size, glyphs), 0);
    *run = (struct glyph_run){ .font = tabular->face->font,
                               .size = style->size,
                               .color = style->color,
                               .glyphs = glyphs,
                               .n_glyphs = figure.n,
                               .text = copy,
                               .length = figure.length,
                               .language = style->language };
    set->runs = run;
    set->uris = uris;
    set->n_runs = 1;
    *line = set;
    return true;
}

double tabular_width(struct text *text, const char *utf8, const struct text_style *style)
{
    struct figure figure;
    const struct tabular *tabular = glyphs_for(text, utf8, style, &figure);

    return tabular != NULL ? fmax(place_glyphs(tabular, &figure, style->size, NULL), 0) : -1;
}

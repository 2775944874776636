/* structure_runs.c - which runs of text belong together, where a space stands between two, and in which language they
 * are. */
#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "scene/script.h"
#include "scene/structure_parts.h"

/* The paragraph, cell, figure … that an element is part of: a space may stand between its lines. */
static const struct structure_element *text_of(const struct structure_element *element)
{
    while (element->parent != NULL && (element->role == ROLE_LINK || element->role == ROLE_SPAN ||
                                       element->role == ROLE_REFERENCE))
        element = element->parent;
    return element;
}

static bool is_near(struct point a, struct point b, double em)
{
    return fabs(a.x - b.x) <= 0.15 * em && fabs(a.y - b.y) <= 0.6 * em;
}

/* True if no space belongs between the characters: sentences in scripts without spaces break
 * anywhere. */
static bool joins(uint32_t last, uint32_t next)
{
    return script_is_space(last) || script_is_space(next) ||
           (script_is_unspaced(last) && script_is_unspaced(next));
}

static uint32_t last_character(const struct glyph_run *run)
{
    const char *at = run->text + utf8_floor(run->text, run->length - 1);

    return utf8_next(&at, run->text + run->length);
}

static uint32_t first_character(const struct glyph_run *run)
{
    const char *at = run->text;

    return utf8_next(&at, run->text + run->length);
}

/* A run touches the one before on either side, or is apart from it. After a dash within a word a line
 * may break; on one line a dash is all that stands in an empty cell. */
static void relate(const struct structure *structure, const struct matrix *to_page,
                   struct structure_run *run, struct last_run *now)
{
    const struct last_run *last = &structure->last_text;
    const double em = run->glyphs->size * hypot(to_page->xx, to_page->yx);
    const bool is_same_page = last->page == structure->page;

    run->is_same_text = last->text == now->text && last->artifact == now->artifact &&
                        (now->artifact == ARTIFACT_NONE || is_same_page);
    run->is_backward =
        is_same_page && fabs(now->end.y - last->start.y) <= 0.6 * em && now->end.x < last->start.x;
    run->is_apart = last->text != NULL && run->glyphs->length > 0 &&
                    !joins(last->character, first_character(run->glyphs)) &&
                    !(is_same_page &&
                      (is_near(now->start, last->end, em) || is_near(now->end, last->start, em))) &&
                    (!script_is_dash(last->character) || run->is_backward);
}

static const char *language_of(const struct structure *structure,
                               const struct structure_element *element)
{
    while (element != NULL && element->language == NULL)
        element = element->parent;
    return element != NULL ? element->language : structure->language;
}

void structure_add_run(struct structure *structure, const struct glyph_run *glyphs,
                       const struct matrix *to_page)
{
    const struct structure_place *place = structure->place;
    struct structure_run *run = arena_new(structure_page_arena(structure), struct structure_run);
    struct structure_item *item;

    if (run == NULL)
        return;
    run->glyphs = glyphs;
    if (structure->last_run == NULL)
        structure->first_run = run;
    else
        structure->last_run->next = run;
    structure->last_run = run;
    if (glyphs->n_glyphs == 0 || !(glyphs->size > 0) || glyphs->color.alpha == 0)
        return;
    enum structure_artifact artifact = place->artifact;
    if (artifact == ARTIFACT_NONE && !structure_holds_text(place->element->role))
        artifact = ARTIFACT_PLAIN;
    const struct glyph *end = &glyphs->glyphs[glyphs->n_glyphs - 1];
    struct point right = { glyphs->origin.x + end->x + end->advance, glyphs->origin.y };
    struct last_run now = { text_of(place->element),
                            artifact,
                            structure->page,
                            matrix_apply(to_page, glyphs->origin),
                            matrix_apply(to_page, right),
                            glyphs->length == 0 ? ' ' : last_character(glyphs) };
    relate(structure, to_page, run, &now);
    structure->last_text = now;
    if (artifact != ARTIFACT_NONE)
        return;
    run->element = place->element;
    const char *around = language_of(structure, place->element);
    if (glyphs->language == NULL)
        run->language = script_language(glyphs->text, glyphs->length, around);
    else if (around == NULL || strcmp(glyphs->language, around) != 0)
        run->language = glyphs->language;
    if (!structure->forgets && (item = structure_add_item(structure, place->element)) != NULL)
        item->run = run;
}

/* A soft hyphen is shown where its line ends, and is no part of the word. */
static void put_words(struct buffer *into, const struct glyph_run *run)
{
    static const char soft_hyphen[] = "\xC2\xAD";
    const bool is_divided =
        run->length >= 2 && memcmp(run->text + run->length - 2, soft_hyphen, 2) == 0;

    buffer_put(into, run->text, run->length - (is_divided ? 2 : 0));
}

void structure_text(const struct structure_element *element, struct buffer *into)
{
    if (element->group->written != NULL) {
        buffer_text(into, element->group->written);
        return;
    }
    for (const struct structure_item *item = element->items; item != NULL; item = item->next) {
        if (item->element != NULL) {
            if (text_of(item->element) != item->element)
                structure_text(item->element, into);
            continue;
        }
        if (item->run->is_apart && item->run->is_same_text)
            buffer_byte(into, ' ');
        put_words(into, item->run->glyphs);
    }
}

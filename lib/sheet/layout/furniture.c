/* furniture.c - the lines above and below the blocks of every page: three slots each, whose fields say
 * page, section, title and date. */
#include <math.h>

#include "sheet/layout/page.h"
#include "sheet/words/markup.h"
#include "text/format.h"

static const double between_words = 14;
enum { SLOTS = 3 };

/* A line being set. */
struct furniture {
    struct sheet_layout *layout;
    const struct page_line *line;
    struct page_facts facts;
    const struct text_style *style;
    bool in_capitals;
    struct text_line *slots[SLOTS];
    const char *written[SLOTS]; /* as they are not in capitals; NULL: they are not */
};

static const char *page_of_pages(struct sheet_layout *layout, const struct page_facts *facts)
{
    const struct blank blanks[] = { { "page", facts->page }, { "pages", facts->pages } };

    return format_phrase(layout->text, &layout->arena, PHRASE_PAGE, blanks, 2);
}

/* The words of a slot; usual where the author says nothing, which may be NULL. */
static const char *slot_words(const struct furniture *set, sheaf_slot slot, const char *usual)
{
    const struct markup *markup = set->line->slots[slot];
    struct sheet_layout *layout = set->layout;

    return markup != NULL ? markup_text_on_page(markup, layout->text, &layout->arena, &set->facts)
                          : usual;
}

static void set_slot(struct furniture *set, sheaf_slot slot, const char *usual, double room)
{
    struct sheet_layout *layout = set->layout;
    const char *words = slot_words(set, slot, usual);

    if (words != NULL && set->in_capitals)
        set->written[slot] = words;
    if (words != NULL && set->in_capitals)
        words = format_capitals(layout->text, &layout->arena, words);
    if (words != NULL && words[0] != '\0')
        set->slots[slot] = text_fit(layout->text, &layout->arena, words, set->style, room);
}

static double width_of(const struct text_line *line)
{
    return line != NULL ? line->width + between_words : 0;
}

/* The ends have half of the width each, but the beginning takes what the end leaves; what stands in
 * the middle keeps both off. */
static void set_slots(struct furniture *set, const char *usual_end, double width)
{
    double half = width / 2;

    set_slot(set, SHEAF_SLOT_MIDDLE, NULL, half);
    if (set->slots[SHEAF_SLOT_MIDDLE] != NULL)
        half = (width - set->slots[SHEAF_SLOT_MIDDLE]->width) / 2 - between_words;
    set_slot(set, SHEAF_SLOT_RIGHT, usual_end, half);
    set_slot(set, SHEAF_SLOT_LEFT, NULL,
             set->slots[SHEAF_SLOT_MIDDLE] != NULL
                 ? half
                 : width - width_of(set->slots[SHEAF_SLOT_RIGHT]));
}

/* from, to: the ends of the line, the left one first. */
static void draw_slot(const struct furniture *set, sheaf_slot slot, struct scene *scene,
                      double from, double to, double baseline)
{
    bool at_left = (slot == SHEAF_SLOT_LEFT) != set->layout->mirrored;
    const struct text_line *line = set->slots[slot];

    if (line == NULL)
        return;
    if (slot == SHEAF_SLOT_MIDDLE)
        text_line_draw(line, scene, (from + to) / 2, baseline, ALIGN_CENTER);
    else
        text_line_draw(line, scene, at_left ? from : to, baseline,
                       at_left ? ALIGN_LEFT : ALIGN_RIGHT);
}

static bool begin(struct furniture *set, struct sheet_layout *layout,
                  const struct page_frame *frame, const struct page_place *place,
                  const struct page_line *line)
{
    *set = (struct furniture){ .layout = layout, .line = line };
    set->facts = (struct page_facts){ .page = arena_format(&layout->arena, "%zu", place->page),
                                      .pages = arena_format(&layout->arena, "%zu", place->pages),
                                      .section = place->section,
                                      .title = frame->title_words,
                                      .date = frame->date };
    return set->facts.page != NULL && set->facts.pages != NULL;
}

/* Whether an author's header or footer has this field, which then is not written beside. */
static bool says(const sheaf_sheet *sheet, enum page_field field)
{
    bool says = false;

    for (int i = 0; i < SLOTS; i++)
        says |= markup_has_page_field(sheet->header.slots[i], field) ||
                markup_has_page_field(sheet->footer.slots[i], field);
    return says;
}

/* Screen readers read the masthead on the first page only; further pages repeat it. */
void page_draw_header_line(struct sheet_layout *layout, const struct page_frame *frame,
                           struct scene *scene, const struct page_place *place, double baseline,
                           double end)
{
    const enum role role = place->page == 1 ? ROLE_PARAGRAPH : ROLE_HEADER;
    double from = layout->mirrored ? end : frame->left, to = layout->mirrored ? frame->right : end;
    struct furniture set;

    if (!begin(&set, layout, frame, place, &layout->sheet->header))
        return;
    set.in_capitals = true;
    set.style = place->page == 1 && frame->band.height > 0 ? &frame->band.masthead
                                                           : &layout->theme->masthead;
    set_slots(&set, says(layout->sheet, PAGE_FIELD_DATE) ? NULL : frame->date, to - from);
    for (int i = 0; i < SLOTS; i++)
        if (set.slots[i] != NULL) {
            scene_open(scene, &(struct group){ .role = role, .written = set.written[i] });
            draw_slot(&set, (sheaf_slot)i, scene, from, to, baseline);
            scene_close(scene);
        }
}

void page_draw_footer_line(struct sheet_layout *layout, const struct page_frame *frame,
                           struct scene *scene, const struct page_place *place)
{
    bool has_number = place->pages > 1 && !says(layout->sheet, PAGE_FIELD_PAGE);
    struct furniture set;

    if (!begin(&set, layout, frame, place, &layout->sheet->footer))
        return;
    set.style = &layout->theme->note;
    set_slots(&set, has_number ? page_of_pages(layout, &set.facts) : NULL,
              frame->right - frame->left);
    if (set.slots[0] == NULL && set.slots[1] == NULL && set.slots[2] == NULL)
        return;
    scene_open_role(scene, ROLE_FOOTER);
    for (int i = 0; i < SLOTS; i++)
        draw_slot(&set, (sheaf_slot)i, scene, frame->left, frame->right, frame->foot);
    scene_close(scene);
}

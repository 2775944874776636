/* furniture.c - what stands above and below the blocks of every page: three slots each, whose fields say
 * page, section, title and date. Words too long for their slot take a second line before they are cut:
 * headers grow downwards, footers upwards, both in the space that keeps them off the blocks. */
#include <math.h>

#include "sheet/layout/page.h"
#include "sheet/words/markup.h"
#include "text/format.h"

static const double between_words = 14;
enum { SLOTS = 3, MAX_LINES = 2 };
/* Of the size; lines of furniture stand close, so that two have room beside the page's first block. */
static const double line_height = 1.15;

/* The words of a slot in lines, n 0: none. */
struct slot {
    const struct text_line *lines[MAX_LINES];
    size_t n;
    double width; /* of the widest */
};

/* A header or footer being set. */
struct furniture {
    struct sheet_layout *layout;
    const struct page_line *line;
    struct page_facts facts;
    const struct text_style *style;
    bool in_capitals;
    struct slot slots[SLOTS];
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

/* In one line if that has room. */
static void set_lines(struct furniture *set, struct slot *slot, const char *words, double room)
{
    struct sheet_layout *layout = set->layout;
    const struct text_span span = { words, set->style, NULL };
    const struct text_line *line = text_set(layout->text, &layout->arena, words, set->style);

    if (line != NULL && line->width <= room) {
        *slot = (struct slot){ { line }, 1, line->width };
        return;
    }
    const struct text_block *block =
        text_wrap(layout->text, &layout->arena, &span, 1, room, MAX_LINES);
    if (block == NULL)
        return;
    *slot = (struct slot){ .n = block->n_lines, .width = block->width };
    for (size_t i = 0; i < block->n_lines; i++)
        slot->lines[i] = block->lines[i];
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
        set_lines(set, &set->slots[slot], words, room);
}

static double width_of(const struct slot *slot)
{
    return slot->n > 0 ? slot->width + between_words : 0;
}

/* The ends have half of the width each, but the beginning takes what the end leaves; what stands in
 * the middle keeps both off. */
static void set_slots(struct furniture *set, const char *usual_end, double width)
{
    const struct slot *middle = &set->slots[SHEAF_SLOT_MIDDLE];
    double half = width / 2;

    set_slot(set, SHEAF_SLOT_MIDDLE, NULL, half);
    if (middle->n > 0)
        half = (width - middle->width) / 2 - between_words;
    set_slot(set, SHEAF_SLOT_RIGHT, usual_end, half);
    set_slot(set, SHEAF_SLOT_LEFT, NULL,
             middle->n > 0 ? half : width - width_of(&set->slots[SHEAF_SLOT_RIGHT]));
}

/* from, to: the ends of the line, the left one first; baseline: of the first line. */
static void draw_slot(const struct furniture *set, sheaf_slot slot, struct scene *scene,
                      double from, double to, double baseline)
{
    bool at_left = (slot == SHEAF_SLOT_LEFT) != set->layout->mirrored;
    bool in_middle = slot == SHEAF_SLOT_MIDDLE;
    const struct slot *own = &set->slots[slot];
    double x = in_middle ? (from + to) / 2 : at_left ? from : to;

    for (size_t i = 0; i < own->n; i++)
        text_line_draw(own->lines[i], scene, x,
                       baseline + (double)i * line_height * set->style->size,
                       in_middle ? ALIGN_CENTER
                       : at_left ? ALIGN_LEFT
                                 : ALIGN_RIGHT);
}

/* How far above its last line the first line of a slot stands. */
static double above_last(const struct furniture *set, int slot)
{
    size_t n = set->slots[slot].n;

    return n > 1 ? (double)(n - 1) * line_height * set->style->size : 0;
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
        if (set.slots[i].n > 0) {
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
    if (set.slots[0].n + set.slots[1].n + set.slots[2].n == 0)
        return;
    scene_open_role(scene, ROLE_FOOTER);
    for (int i = 0; i < SLOTS; i++)
        draw_slot(&set, (sheaf_slot)i, scene, frame->left, frame->right,
                  frame->foot - above_last(&set, i));
    scene_close(scene);
}

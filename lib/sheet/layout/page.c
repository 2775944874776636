/* page.c - the page around the blocks: a rule with the masthead under it, title and deck on the
 * first page, the footer in the lower margin. */
#include "sheet/layout/page.h"

#include <math.h>

#include "sheet/words/markup.h"
#include "text/format.h"

#define MM (72.0 / 25.4)

static const double masthead_baseline = 11, title_below_rule = 28, deck_below_title = 4;
/* Pages for screens are low: the title comes nearer to the masthead. */
static const double low_page = 450, title_below_low_rule = 22;
static const double foot_below_blocks = 20, foot_above_edge = 12;
static const double logo_height = 9 * MM, logo_gap = 4 * MM;
/* Of the width of the page's text. */
static const double max_logo_share = 0.4;

struct text_block *page_set_lines(struct sheet_layout *layout, const struct markup *markup,
                                  const struct text_style *style)
{
    return markup_wrap(markup, layout->text, &layout->arena, style, layout->width);
}

/* Wider logos are less high. */
static void place_logo(const struct sheet_layout *layout, struct page_frame *frame)
{
    frame->logo = layout->sheet->logo != NULL ? layout->sheet->logo : layout->theme->logo;
    if (frame->logo == NULL)
        return;
    double ratio = (double)frame->logo->image.width / frame->logo->image.height;
    double width = fmin(logo_height * ratio, max_logo_share * layout->width);
    double left = layout->mirrored ? frame->left : frame->right - width;
    frame->logo_box = (struct box){ left, frame->rule, left + width, frame->rule + width / ratio };
}

/* Where the first rule and what hangs from its end stop: before the logo. */
static double rule_end(const struct sheet_layout *layout, const struct page_frame *frame,
                       bool is_first)
{
    if (!is_first || frame->logo == NULL)
        return layout->mirrored ? frame->left : frame->right;
    return layout->mirrored ? frame->logo_box.right + logo_gap : frame->logo_box.left - logo_gap;
}

/* What the fields of header and footer say, and the title. */
static bool set_facts(struct sheet_layout *layout, struct page_frame *frame)
{
    const sheaf_sheet *sheet = layout->sheet;

    frame->date = frame->title_words = "";
    const struct date day = sheet->date.year > 0 ? sheet->date : sheet->release;
    if (day.year > 0)
        frame->date = format_date(layout->text, &layout->arena, day);
    if (sheet->title != NULL && frame->date != NULL)
        frame->title_words =
            markup_text(sheet->title, layout->text, &layout->arena, (sheaf_period){ 0 });
    return layout_is_well(layout);
}

/* Sets title and deck, unless they stand on a cover, below each other from y on. */
static bool set_title(struct sheet_layout *layout, struct page_frame *frame, double *y)
{
    const sheaf_sheet *sheet = layout->sheet;
    double deck_top = *y;

    if (sheet->title != NULL && frame->title.block == NULL) {
        struct text_block *title = page_set_lines(layout, sheet->title, &layout->theme->title);
        if (title == NULL)
            return false;
        frame->title = (struct page_text){ title, *y };
        deck_top += title->height + deck_below_title;
        *y += rhythm(title->height);
    }
    if (sheet->deck != NULL && frame->deck.block == NULL) {
        struct text_block *deck = page_set_lines(layout, sheet->deck, &layout->theme->deck);
        if (deck == NULL)
            return false;
        frame->deck = (struct page_text){ deck, deck_top };
        *y += rhythm(deck->height + deck_below_title);
    }
    return true;
}

void page_use_frame(struct sheet_layout *layout, const struct page_frame *frame)
{
    layout->width = frame->right - frame->left;
    layout->largest_height = frame->bottom - frame->next_top;
}

/* The margins stay where a reader sees them. */
static void set_edges(struct sheet_layout *layout, struct page_frame *frame, bool is_turned)
{
    const struct page_format *page = &layout->sheet->page;
    double below = fmax(page->bottom, foot_below_blocks + foot_above_edge);

    *frame = (struct page_frame){ .width = is_turned ? page->height : page->width,
                                  .height = is_turned ? page->width : page->height,
                                  .left = page->left,
                                  .rule = page->top };
    frame->right = frame->width - page->right;
    frame->bottom = frame->height - below;
    frame->foot = frame->bottom + foot_below_blocks;
    layout->gutter = 5 * MM;
    frame->next_top =
        frame->rule + (frame->height < low_page ? title_below_low_rule : title_below_rule);
    page_use_frame(layout, frame);
}

bool page_frame_set(struct sheet_layout *layout, struct page_frame *frame, bool is_turned)
{
    set_edges(layout, frame, is_turned);
    place_logo(layout, frame);
    double y = frame->next_top;

    if (!set_facts(layout, frame) ||
        (layout->sheet->cover.is_wanted && !page_set_cover(layout, frame, &y)) ||
        !set_title(layout, frame, &y))
        return false;
    frame->first_top = y > frame->next_top ? y + 16 : y;
    if (frame->first_top > frame->bottom)
        fail(layout->error, SHEAF_BAD_INPUT, "title and deck take more than a page: shorten them");
    return layout_is_well(layout);
}

/* On a cover a logo has paper behind it: logos are made for paper. */
static void draw_logo(const struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene)
{
    const struct box *box = &frame->logo_box;
    struct image_mark image = frame->logo->image;

    if (frame->band.height > 0) {
        scene_open_role(scene, ROLE_ARTIFACT);
        scene_rectangle(scene, box->left - MM, box->top - MM, box->right - box->left + 2 * MM,
                        box->bottom - box->top + 2 * MM);
        scene_fill(scene, layout->theme->paper);
        scene_close(scene);
    }
    image.place = *box;
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = frame->logo->alternative });
    scene_image(scene, &image);
    scene_close(scene);
}

static void draw_masthead(struct sheet_layout *layout, const struct page_frame *frame,
                          struct scene *scene, const struct page_place *place)
{
    bool is_first = place->page == 1;
    double end = rule_end(layout, frame, is_first);

    if (!is_first || frame->band.height <= 0)
        layout_hairline(scene, layout->mirrored ? end : frame->left, frame->rule,
                        layout->mirrored ? frame->right : end, frame->rule, layout->theme->ink,
                        layout->theme->rule_width);
    if (is_first && frame->logo != NULL)
        draw_logo(layout, frame, scene);
    page_draw_header_line(layout, frame, scene, place, frame->rule + masthead_baseline, end);
}

void page_draw_ground(const struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene)
{
    const struct theme *theme = layout->theme;

    if (theme->is_transparent || color_equal(theme->paper, color_hex(0xFFFFFF)))
        return;
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_rectangle(scene, 0, 0, frame->width, frame->height);
    scene_fill(scene, theme->paper);
    scene_close(scene);
}

static void draw_text(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, const struct page_text *text, enum role role,
                      const struct markup *markup)
{
    if (text->block == NULL)
        return;
    scene_open(scene, &(struct group){ .role = role, .language = markup->language });
    layout_draw_text(layout, text->block, scene, frame->left, text->top, layout->width);
    scene_close(scene);
}

void page_draw_header(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, const struct page_place *place)
{
    if (place->page == 1)
        page_draw_cover(frame, scene);
    draw_masthead(layout, frame, scene, place);
    if (place->page > 1)
        return;
    draw_text(layout, frame, scene, &frame->title, ROLE_TITLE, layout->sheet->title);
    draw_text(layout, frame, scene, &frame->deck, ROLE_PARAGRAPH, layout->sheet->deck);
}

void page_draw_footer(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, const struct page_place *place)
{
    page_draw_footer_line(layout, frame, scene, place);
}

/* page.c - the page around the blocks: a rule with the masthead under it, title and deck on the
 * first page, the footer in the lower margin. */
#include "sheet/layout/page.h"

#include <math.h>

#include "sheet/words/markup.h"
#include "text/format.h"

#define MM (72.0 / 25.4)

static const double side_margin = 16 * MM, top_margin = 14 * MM, bottom_margin = 16 * MM;
static const double masthead_baseline = 11, title_below_rule = 28, deck_below_title = 4;
static const double foot_below_blocks = 20;
static const double logo_height = 9 * MM, logo_gap = 4 * MM;
/* Of the width of the page's text. */
static const double max_logo_share = 0.4;
/* Between the header and the date; the widest "page 100 of 100". */
static const double between_words = 14, page_number_width = 90;

static const char *write_words(struct sheet_layout *layout, const struct markup *markup)
{
    return markup_text(markup, layout->text, &layout->arena, (sheaf_period){ 0 });
}

static struct text_block *set_lines(struct sheet_layout *layout, const struct markup *markup,
                                    const struct text_style *style)
{
    return markup_wrap(markup, layout->text, &layout->arena, style, layout->width);
}

static struct text_line *set_masthead(struct sheet_layout *layout, const char *words, double width)
{
    const char *capitals = format_capitals(layout->text, &layout->arena, words);

    return capitals != NULL
               ? text_fit(layout->text, &layout->arena, capitals, &layout->theme->masthead, width)
               : NULL;
}

/* Wider logos are less high. */
static void place_logo(const struct sheet_layout *layout, struct page_frame *frame)
{
    const struct theme_logo *logo = layout->theme->logo;

    if (logo == NULL)
        return;
    double ratio = (double)logo->image.width / logo->image.height;
    double width = fmin(logo_height * ratio, max_logo_share * layout->width);
    double left = layout->mirrored ? frame->left : frame->right - width;
    frame->logo = (struct box){ left, frame->rule, left + width, frame->rule + width / ratio };
}

/* Where the first rule and what hangs from its end stop: before the logo. */
static double rule_end(const struct sheet_layout *layout, const struct page_frame *frame,
                       bool is_first)
{
    if (!is_first || layout->theme->logo == NULL)
        return layout->mirrored ? frame->left : frame->right;
    return layout->mirrored ? frame->logo.right + logo_gap : frame->logo.left - logo_gap;
}

static bool set_texts(struct sheet_layout *layout, struct page_frame *frame)
{
    const sheaf_sheet *sheet = layout->sheet;
    double logo = frame->logo.right - frame->logo.left;
    double room = layout->width - (logo > 0 ? logo + logo_gap : 0);

    const struct date day = sheet->date.year > 0 ? sheet->date : sheet->release;
    if (day.year > 0) {
        const char *date = format_date(layout->text, &layout->arena, day);
        frame->date = date != NULL ? set_masthead(layout, date, room / 2) : NULL;
    }
    if (sheet->header != NULL && layout_is_well(layout)) {
        const char *header = write_words(layout, sheet->header);
        double date = frame->date != NULL ? frame->date->width + between_words : 0;
        frame->header = header != NULL ? set_masthead(layout, header, room - date) : NULL;
    }
    if (sheet->footer != NULL && layout_is_well(layout)) {
        const char *footer = write_words(layout, sheet->footer);
        frame->footer = footer != NULL
                            ? text_fit(layout->text, &layout->arena, footer, &layout->theme->note,
                                       layout->width - page_number_width)
                            : NULL;
    }
    if (sheet->title != NULL && layout_is_well(layout))
        frame->title = set_lines(layout, sheet->title, &layout->theme->title);
    if (sheet->deck != NULL && layout_is_well(layout))
        frame->deck = set_lines(layout, sheet->deck, &layout->theme->deck);
    return layout_is_well(layout);
}

bool page_frame_set(struct sheet_layout *layout, struct page_frame *frame)
{
    bool letter = layout->sheet->page == SHEAF_LETTER;

    *frame = (struct page_frame){
        .width = letter ? 612 : 210 * MM,
        .height = letter ? 792 : 297 * MM,
    };
    frame->left = side_margin;
    frame->right = frame->width - side_margin;
    frame->rule = top_margin;
    frame->bottom = frame->height - bottom_margin;
    layout->width = frame->right - frame->left;
    layout->gutter = 5 * MM;
    frame->next_top = frame->rule + title_below_rule;
    layout->largest_height = frame->bottom - frame->next_top;
    place_logo(layout, frame);
    if (!set_texts(layout, frame))
        return false;

    frame->first_top = frame->next_top;
    if (frame->title != NULL)
        frame->first_top += rhythm(frame->title->height);
    if (frame->deck != NULL)
        frame->first_top += rhythm(frame->deck->height + deck_below_title);
    if (frame->title != NULL || frame->deck != NULL)
        frame->first_top += 16;
    if (frame->first_top > frame->bottom)
        fail(layout->error, SHEAF_BAD_INPUT, "title and deck take more than a page: shorten them");
    return layout_is_well(layout);
}

/* Draws a line that ends at x: at the right, or at the left of mirrored sheets. */
static void draw_at_end(const struct sheet_layout *layout, const struct text_line *line,
                        struct scene *scene, double x, double baseline)
{
    text_line_draw(line, scene, x, baseline, layout->mirrored ? ALIGN_LEFT : ALIGN_RIGHT);
}

static void draw_logo(const struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene)
{
    const struct theme_logo *logo = layout->theme->logo;
    struct image_mark image = logo->image;

    image.place = frame->logo;
    scene_open(scene, &(struct group){ .role = ROLE_FIGURE, .alt = logo->alternative });
    scene_image(scene, &image);
    scene_close(scene);
}

/* Screen readers read the masthead on the first page only; further pages repeat it. */
static void draw_masthead(struct sheet_layout *layout, const struct page_frame *frame,
                          struct scene *scene, size_t i)
{
    double baseline = frame->rule + masthead_baseline;
    enum role role = i == 0 ? ROLE_PARAGRAPH : ROLE_HEADER;

    double end = rule_end(layout, frame, i == 0);

    layout_hairline(scene, layout->mirrored ? end : frame->left, frame->rule,
                    layout->mirrored ? frame->right : end, frame->rule, layout->theme->ink,
                    layout->theme->rule_width);
    if (i == 0 && layout->theme->logo != NULL)
        draw_logo(layout, frame, scene);
    if (frame->header != NULL) {
        scene_open_role(scene, role);
        layout_draw_line(layout, frame->header, scene, frame->left, baseline, layout->width);
        scene_close(scene);
    }
    if (frame->date != NULL) {
        scene_open_role(scene, role);
        draw_at_end(layout, frame->date, scene, end, baseline);
        scene_close(scene);
    }
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

void page_draw_header(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, size_t i)
{
    double y = frame->next_top;

    draw_masthead(layout, frame, scene, i);
    if (i > 0)
        return;
    if (frame->title != NULL) {
        scene_open(scene, &(struct group){ .role = ROLE_TITLE,
                                           .language = layout->sheet->title->language });
        layout_draw_text(layout, frame->title, scene, frame->left, y, layout->width);
        scene_close(scene);
        y += frame->title->height + deck_below_title;
    }
    if (frame->deck != NULL) {
        scene_open(scene, &(struct group){ .role = ROLE_PARAGRAPH,
                                           .language = layout->sheet->deck->language });
        layout_draw_text(layout, frame->deck, scene, frame->left, y, layout->width);
        scene_close(scene);
    }
}

static const char *page_number(struct sheet_layout *layout, size_t page, size_t pages)
{
    struct arena *arena = &layout->arena;
    const struct blank blanks[] = { { "page", arena_format(arena, "%zu", page) },
                                    { "pages", arena_format(arena, "%zu", pages) } };

    return format_phrase(layout->text, arena, PHRASE_PAGE, blanks, 2);
}

void page_draw_footer(struct sheet_layout *layout, const struct page_frame *frame,
                      struct scene *scene, size_t i, size_t n)
{
    const struct text_style *style = &layout->theme->note;
    double baseline = frame->bottom + foot_below_blocks;
    struct arena *arena = &layout->arena;

    if (frame->footer == NULL && n < 2)
        return;
    scene_open_role(scene, ROLE_FOOTER);
    if (frame->footer != NULL)
        layout_draw_line(layout, frame->footer, scene, frame->left, baseline, layout->width);
    const char *number = n < 2 ? NULL : page_number(layout, i + 1, n);
    if (number != NULL)
        draw_at_end(layout, text_set(layout->text, arena, number, style), scene,
                    layout->mirrored ? frame->left : frame->right, baseline);
    scene_close(scene);
}

/* cover.c - a band of colour behind masthead, title and deck. It is never taller than a fifth of the
 * page: what has no room on it stands below. */
#include "sheet/layout/page.h"

#include <math.h>

static const double max_share = 0.2;
static const double most_below = 14, least_below = 6; /* clear space under what stands on it */
static const double deck_below_title = 4, above_rest = 12;
/* The title may be set smaller rather than leave the band. */
static const double title_sizes[] = { 1, 0.85, 0.7 };

static struct text_style on_band(const struct text_style *style, struct color color, double size)
{
    struct text_style own = *style;

    own.color = color;
    own.size *= size;
    own.leading *= size;
    return own;
}

static void set_colors(const struct sheet_layout *layout, struct page_band *band)
{
    const struct theme *theme = layout->theme;
    const struct cover *cover = &layout->sheet->cover;

    band->color = cover->has_color ? cover->color : theme_flow_color(theme, "exports", 0);
    band->words = theme_text_on(theme, band->color);
    band->deck = on_band(&theme->deck, band->words, 1);
    band->masthead = on_band(&theme->masthead, band->words, 1);
}

/* The title in the largest size in which it has room; NULL where it has none, or after a failure. */
static struct text_block *fit_title(struct sheet_layout *layout, struct page_band *band,
                                    double room)
{
    const struct markup *title = layout->sheet->title;

    for (size_t i = 0; title != NULL && i < sizeof title_sizes / sizeof *title_sizes; i++) {
        band->title = on_band(&layout->theme->title, band->words, title_sizes[i]);
        struct text_block *block = page_set_lines(layout, title, &band->title);
        if (block == NULL || block->height <= room)
            return block;
    }
    return NULL;
}

bool page_set_cover(struct sheet_layout *layout, struct page_frame *frame, double *y)
{
    struct page_band *band = &frame->band;
    const double most = max_share * frame->height;
    double end = frame->rule + layout->theme->masthead.leading;

    set_colors(layout, band);
    struct text_block *title = fit_title(layout, band, most - least_below - *y);
    if (title != NULL) {
        frame->title = (struct page_text){ title, *y };
        end = *y + title->height;
    }
    bool takes_deck =
        layout->sheet->deck != NULL && (title != NULL || layout->sheet->title == NULL);
    struct text_block *deck =
        takes_deck ? page_set_lines(layout, layout->sheet->deck, &band->deck) : NULL;
    if (deck != NULL && end + deck_below_title + deck->height + least_below <= most) {
        frame->deck = (struct page_text){ deck, end + deck_below_title };
        end += deck_below_title + deck->height;
    }
    if (frame->logo != NULL)
        end = fmax(end, frame->logo_box.bottom);
    band->height = fmin(end + most_below, fmax(most, end + least_below));
    *y = rhythm(band->height);
    bool leaves_title = frame->title.block == NULL && layout->sheet->title != NULL;
    bool leaves_deck = frame->deck.block == NULL && layout->sheet->deck != NULL;
    if (leaves_title || leaves_deck)
        *y += above_rest;
    return layout_is_well(layout);
}

void page_draw_cover(const struct page_frame *frame, struct scene *scene)
{
    if (frame->band.height <= 0)
        return;
    scene_open_role(scene, ROLE_ARTIFACT);
    scene_rectangle(scene, 0, 0, frame->width, frame->band.height);
    scene_fill(scene, frame->band.color);
    scene_close(scene);
}

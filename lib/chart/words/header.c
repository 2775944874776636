/* header.c - the words around the plot: headline, subtitle, source. */
#include "chart/words/header.h"

#include <math.h>

#include "chart/words/header_parts.h"

struct text_block *header_wrap(struct chart_plan *plan, const char *text,
                               const struct text_style *style, size_t lines)
{
    struct text_span span = { .utf8 = text, .style = style };

    return text_wrap(plan->pen.text, plan->pen.arena, &span, 1, plan->width, lines);
}

/* The phrase around its name. */
struct filling {
    struct chart_plan *plan;
    const struct phrase *phrase;
};

static const char *fill_phrase(void *context, const char *name)
{
    const struct filling *filling = context;

    return phrase_text(filling->plan, filling->phrase, name);
}

struct text_block *header_wrap_phrase(struct chart_plan *plan, const struct phrase *phrase,
                                      const struct text_style *style, size_t lines)
{
    const char *text = phrase_text(plan, phrase, phrase->name);
    struct text_block *block = text != NULL ? header_wrap(plan, text, style, lines) : NULL;

    if (block == NULL || !block->cut)
        return block;
    struct filling filling = { plan, phrase };
    const struct text_around around = { fill_phrase, &filling };
    struct text_block *shorter = text_wrap_words(plan->pen.text, plan->pen.arena, phrase->name,
                                                 style, plan->width, lines, &around);
    if (shorter != NULL || pen_failed(&plan->pen))
        return shorter;
    if (phrase->before[0] == '\0' && phrase->after[0] == '\0')
        return block;
    return NULL;
}

struct text_block *header_wrap_nameless(struct chart_plan *plan, const struct phrase *phrase,
                                        const struct text_style *style, size_t lines,
                                        bool *is_rest_cut)
{
    const char *all = phrase_text(plan, phrase, phrase->name);
    const char *rest = phrase_text(plan, phrase, "");
    struct text_block *whole = all != NULL ? header_wrap(plan, all, style, lines) : NULL;
    struct text_block *block = rest != NULL ? header_wrap(plan, rest, style, lines) : NULL;

    if (whole == NULL || block == NULL)
        return NULL;
    *is_rest_cut = block->cut;
    return block->cut || !whole->cut
               ? block
               : text_block_part_of(plan->pen.text, plan->pen.arena, block, whole);
}

struct text_block *header_wrap_words(struct chart_plan *plan, const char *text,
                                     const struct text_style *style, size_t lines)
{
    const struct phrase phrase = { .before = "", .name = text, .after = "" };

    return header_wrap_phrase(plan, &phrase, style, lines);
}

struct text_block *header_balance(struct chart_plan *plan, const char *text,
                                  struct text_block *block, const struct text_style *style)
{
    struct text_span span = { .utf8 = text, .style = style };
    double low = 0.5 * block->width, high = block->width;

    for (int i = 0; i < 5 && block->n_lines > 1; i++) {
        double middle = (low + high) / 2;
        struct text_block *narrower =
            text_wrap(plan->pen.text, plan->pen.arena, &span, 1, middle, 0);
        if (narrower == NULL || narrower->n_lines > block->n_lines) {
            low = middle;
        } else {
            high = middle;
            block = narrower;
        }
    }
    return block;
}

/* Lines of a title in small letters, before it is cut. */
enum { SHORT_TITLE_LINES = 3, MOST_TITLE_LINES = 5 };

/* True when it is whole. */
static bool set_title(struct chart_plan *plan, struct chart_header *header, double size,
                      size_t lines)
{
    const struct text_style *largest = &plan->pen.theme->headline;

    header->title_style = *largest;
    header->title_style.size = size;
    header->title_style.leading *= size / largest->size;
    header->title = header_wrap_words(plan, plan->title, &header->title_style, lines);
    if (header->title == NULL || header->title->cut)
        return header->title == NULL;
    header->title = header_balance(plan, plan->title, header->title, &header->title_style);
    return true;
}

/* A long title is set smaller, down to the size of the subtitle, and in more lines before it is cut. */
static void set_smaller(struct chart_plan *plan, struct chart_header *header, bool one_line,
                        bool may_be_long)
{
    double largest = plan->pen.theme->headline.size,
           least = fmax(plan->pen.theme->subtitle.size, plan->pen.em);
    const double sizes[] = { largest, (largest + least) / 2, least };
    const size_t lines[] = { 2, 2, 3 };

    for (size_t i = 0; i < 3; i++)
        if (set_title(plan, header, sizes[i], one_line ? 1 : lines[i]))
            return;
    if (may_be_long)
        set_title(plan, header, least, one_line ? SHORT_TITLE_LINES : MOST_TITLE_LINES);
}

static void measure_title(struct chart_plan *plan, struct chart_header *header)
{
    bool one_line = plan->detail >= DETAIL_SHORT_TITLE,
         may_be_long = plan->detail < DETAIL_CUT_TITLE;
    struct kept_title *kept = &plan->titles[one_line][may_be_long];

    if (plan->title == NULL || plan->detail >= DETAIL_NO_TITLE)
        return;
    if (!kept->is_set) {
        /* A title is its author's sentence, in one language. */
        const struct text_foreign *labels = text_set_foreign(plan->pen.text, NULL);
        set_smaller(plan, header, one_line, may_be_long);
        text_set_foreign(plan->pen.text, labels);
        *kept = (struct kept_title){ true, header->title_style, header->title };
    }
    header->title_style = kept->style;
    header->title = kept->block;
}

void header_measure(struct chart_plan *plan)
{
    struct chart_header *header = &plan->header;

    *header = (struct chart_header){ 0 };
    plan->unit_said = plan->period_said = plan->part_said = plan->style_said = false;
    plan->period_wanted = (plan->type->subtitle_tells_period || header_pools_periods(plan)) &&
                          header_one_period(plan) != NULL;
    measure_title(plan, header);
    header_measure_subtitle(plan, header);
    if (plan->model != NULL)
        model_draw_styles(plan->model, plan->style_said);
    header_measure_source(plan, header);
    if (header->title != NULL)
        header->bottom = header->title->height;
    if (header->subtitle != NULL) {
        header->subtitle_top = header->bottom + (header->title != NULL ? plan->pen.em * 0.15 : 0);
        header->bottom = header->subtitle_top + header->subtitle->height;
    }
}

static void draw_block(const struct chart_plan *plan, struct scene *scene,
                       const struct group *group, const struct text_block *block, double top)
{
    if (block == NULL)
        return;
    struct text_block hung = *block;
    hung.right_to_left |= text_is_right_to_left(plan->pen.text);
    scene_open(scene, group);
    text_block_draw(&hung, scene, 0, top, plan->width);
    scene_close(scene);
}

void header_draw(const struct chart_plan *plan, struct scene *scene)
{
    const struct chart_header *header = &plan->header;

    const struct group title = { .role = ROLE_CHART_TITLE, .language = plan->title_language };
    const struct group subtitle = { .role = ROLE_CHART_SUBTITLE,
                                    .language = plan->subtitle_language };

    draw_block(plan, scene, &title, header->title, header->title_top);
    draw_block(plan, scene, &subtitle, header->subtitle, header->subtitle_top);
}

void source_draw(const struct chart_plan *plan, struct scene *scene)
{
    if (plan->header.source != NULL)
        draw_block(plan, scene, &(struct group){ .role = ROLE_CHART_SOURCE }, plan->header.source,
                   plan->height - plan->header.source->height);
}

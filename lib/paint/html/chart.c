/* chart.c - a chart as a figure: its title and subtitle in words, its picture for two widths, and the
 * figures behind it. */
#include <math.h>
#include <string.h>

#include "base/strings.h"
#include "paint/html/html.h"
#include "scene/excerpt.h"

static bool is_header(enum role role)
{
    return role == ROLE_CHART_TITLE || role == ROLE_CHART_SUBTITLE;
}

/* Pixels kept around what is drawn. */
static const double margin = 4;

static const struct web_picture *picture_of(const struct web_part *part, bool is_wide)
{
    return is_wide ? &part->wide : &part->narrow;
}

/* Makes place hold what is drawn of the picture but title and subtitle. */
static void hold_drawn(struct html *html, const struct web_picture *picture, struct box *place)
{
    const double width = scene_width(picture->scene), height = scene_height(picture->scene);
    struct scene_excerpt excerpt = { .leaves_out = is_header, .place = { 0, 0, width, height } };
    struct scene *whole = scene_excerpt(picture->scene, &excerpt, &html->arena->alloc);
    struct box drawn = scene_bounds(whole);

    error_take(html->error, scene_error(whole));
    scene_destroy(whole);
    if (drawn.left > drawn.right)
        return;
    place->left = fmin(place->left, floor(drawn.left));
    place->right = fmax(place->right, ceil(drawn.right));
    place->top = fmin(place->top, floor(drawn.top) - margin);
    place->bottom = fmax(place->bottom, ceil(drawn.bottom) + margin);
}

/* What is shown of a chart's picture. Charts of a row show the same, so that their plots, which have the
 * same height there, stay beside each other. */
static struct box place_of(struct html *html, const struct web_part *part, bool is_wide)
{
    const struct scene *scene = picture_of(part, is_wide)->scene;
    struct box place = { 0, INFINITY, scene_width(scene), -INFINITY };
    const struct web_part *first = html->row != NULL ? html->row->inner : part;
    const struct web_part *end = html->row != NULL ? NULL : part->next;

    for (const struct web_part *other = first; other != end; other = other->next)
        if (scene_height(picture_of(other, is_wide)->scene) == scene_height(scene))
            hold_drawn(html, picture_of(other, is_wide), &place);
    if (place.top > place.bottom) {
        place.top = 0;
        place.bottom = scene_height(scene);
    }
    return place;
}

/* The picture without title and subtitle, which stand above it as text. NULL after a failure. */
static struct scene *without_header(struct html *html, const struct web_picture *picture,
                                    const struct box *place)
{
    const struct scene_excerpt excerpt = { .leaves_out = is_header, .place = *place };

    if (html->error->status != SHEAF_OK)
        return NULL;
    struct scene *scene = scene_excerpt(picture->scene, &excerpt, &html->arena->alloc);
    error_take(html->error, scene_error(scene));
    return scene;
}

static struct svg_datum *list_data(struct html *html, const struct web_picture *picture,
                                   const struct box *place)
{
    struct svg_datum *data = arena_array(html->arena, struct svg_datum, picture->n_data);

    for (size_t i = 0; data != NULL && i < picture->n_data; i++) {
        const struct web_datum *from = &picture->data[i];
        data[i] =
            (struct svg_datum){ .series = from->series_index,
                                .period = from->period_index,
                                .box = { from->box.left - place->left, from->box.top - place->top,
                                         from->box.right - place->left,
                                         from->box.bottom - place->top },
                                .label = from->label };
    }
    return data;
}

static void put_picture(struct html *html, const struct web_part *part, bool is_wide)
{
    const struct web_picture *picture = picture_of(part, is_wide);
    const char *class = is_wide ? "wide" : "narrow";
    const struct box place = place_of(html, part, is_wide);
    struct scene *scene = without_header(html, picture, &place);
    struct svg_options options = {
        .metadata = { .title = part->name, .alternative = part->alternative },
        .title_language = part->name_language,
        .alternative_language = part->alternative_language,
        .prefix = arena_format(html->arena, "chart-%u-%s", html->n_charts, class),
        .n_data = picture->n_data,
        .paper = part->has_ground ? NULL : &html->page->colors.paper,
    };

    if (scene == NULL || html->error->status != SHEAF_OK) {
        scene_destroy(scene);
        return;
    }
    options.data = list_data(html, picture, &place);
    buffer_format(html->out, "<div class=\"%s\">\n", class);
    if (options.data != NULL && options.prefix != NULL)
        paint_svg(scene, &options, html->out, html->error);
    buffer_text(html->out, "</div>\n");
    scene_destroy(scene);
}

static void put_caption_line(struct html *html, const struct html_node *tree, enum role role,
                             const char *element, const char *class)
{
    const struct html_node *node = html_find(tree, role);

    if (node == NULL)
        return;
    buffer_format(html->out, "<%s class=\"%s\"", element, class);
    html_put_language(html, node, node->group->language);
    buffer_byte(html->out, '>');
    html_put_line(html, node);
    buffer_format(html->out, "</%s>\n", element);
}

enum { ELLIPSIS = 0x2026 };

static bool is_cut(const char *words)
{
    const char *end = words + strlen(words);
    uint32_t last = 0;

    while (words < end)
        last = utf8_next(&words, end);
    return last == ELLIPSIS;
}

/* What the narrow picture says of itself where that is something else: "largest 9 of 20". Cut words say
 * less than those of the wide one. */
static const struct html_node *other_subtitle(struct html *html, const struct html_node *wide,
                                              const struct html_node *narrow)
{
    const struct html_node *one = html_find(wide, ROLE_CHART_SUBTITLE);
    const struct html_node *other = html_find(narrow, ROLE_CHART_SUBTITLE);

    if (one == NULL || other == NULL)
        return NULL;
    const char *words = html_words(html, other);
    return is_cut(words) || strcmp(words, html_words(html, one)) == 0 ? NULL : other;
}

static void put_subtitle(struct html *html, const struct html_node *wide,
                         const struct html_node *narrow)
{
    const struct html_node *other = other_subtitle(html, wide, narrow);

    put_caption_line(html, wide, ROLE_CHART_SUBTITLE, "p",
                     other != NULL ? "chart-subtitle wide" : "chart-subtitle");
    if (other != NULL)
        put_caption_line(html, narrow, ROLE_CHART_SUBTITLE, "p", "chart-subtitle narrow");
}

/* The title is a heading, one below the heading that the chart stands under. */
static void put_caption(struct html *html, const struct html_node *tree,
                        const struct html_node *narrow)
{
    const char *heading = html->level < 2 ? "h2" : html->level == 2 ? "h3" : "h4";

    if (html_find(tree, ROLE_CHART_TITLE) == NULL && html_find(tree, ROLE_CHART_SUBTITLE) == NULL)
        return;
    html->ignores_weight = true;
    buffer_text(html->out, "<figcaption>\n");
    put_caption_line(html, tree, ROLE_CHART_TITLE, heading, "chart-title");
    put_subtitle(html, tree, narrow);
    buffer_text(html->out, "</figcaption>\n");
    html->ignores_weight = false;
}

/* The place that the chart begins: links lead there. */
static void put_opening(struct html *html, const struct web_part *part,
                        const struct html_node *tree)
{
    const struct html_node *figure = html_find(tree, ROLE_FIGURE);

    buffer_text(html->out,
                part->has_ground ? "<figure class=\"chart ground\"" : "<figure class=\"chart\"");
    if (figure != NULL && figure->group->place.id != NULL)
        html_put_attribute(html->out, "id", figure->group->place.id);
    buffer_text(html->out, ">\n");
}

void html_put_chart(struct html *html, const struct web_part *part)
{
    const struct html_node *tree =
        html_tree(part->wide.scene, html->page->language, html->arena, html->error);

    const struct html_node *narrow =
        html_tree(part->narrow.scene, html->page->language, html->arena, html->error);

    if (tree == NULL || narrow == NULL)
        return;
    html->n_charts++;
    put_opening(html, part, tree);
    put_caption(html, tree, narrow);
    buffer_text(html->out, "<div class=\"picture\">\n");
    put_picture(html, part, true);
    put_picture(html, part, false);
    buffer_text(html->out, "</div>\n");
    html_put_data(html, part);
    buffer_text(html->out, "</figure>\n");
}

void html_put_mark(struct html *html, const struct html_node *node, const struct box *place)
{
    struct scene_excerpt excerpt = { .only = node->group, .place = *place };

    if (html->scene == NULL || !(place->left < place->right) || !(place->top < place->bottom))
        return;
    struct scene *scene = scene_excerpt(html->scene, &excerpt, &html->arena->alloc);
    struct svg_options options = {
        .metadata = { .title = node->group->alt },
        .prefix = arena_format(html->arena, "mark-%u", ++html->n_marks),
    };
    error_take(html->error, scene_error(scene));
    if (html->error->status == SHEAF_OK && options.prefix != NULL)
        paint_svg(scene, &options, html->out, html->error);
    scene_destroy(scene);
}

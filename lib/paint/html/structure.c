/* structure.c - a scene as a tree of groups and texts. Where a space stands between two texts, the
 * structure knows that all painters of documents share. */
#include <math.h>
#include <string.h>

#include "paint/html/html.h"
#include "scene/structure.h"

struct tree_builder {
    struct painter painter; /* first: operations get this */
    struct arena *arena;
    struct html_node *at;            /* the innermost open node */
    const struct structure_run *run; /* of the next text */
};

static struct tree_builder *builder_of(struct painter *painter)
{
    return (struct tree_builder *)painter;
}

enum role html_role(const struct html_node *node)
{
    return node->kind == HTML_GROUP && node->group != NULL ? node->group->role : ROLE_NONE;
}

static struct html_node *add(struct tree_builder *builder, enum html_kind kind)
{
    struct html_node *node = arena_new(builder->arena, struct html_node);

    if (node == NULL) {
        fail_memory(&builder->painter.error);
        return NULL;
    }
    node->kind = kind;
    node->outer = builder->at;
    if (builder->at->last != NULL)
        builder->at->last->next = node;
    else
        builder->at->first = node;
    builder->at->last = node;
    return node;
}

static void open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct tree_builder *builder = builder_of(painter);
    struct html_node *node = add(builder, HTML_GROUP);

    if (node == NULL)
        return;
    node->group = group;
    node->bounds = *bounds;
    builder->at = node;
}

static void close_group(struct painter *painter, const struct group *group)
{
    struct tree_builder *builder = builder_of(painter);

    (void)group;
    builder->at = builder->at->outer;
}

/* Texts ----------------------------------------------------------------------------- */

static void draw_glyphs(struct painter *painter, const struct glyph_run *run)
{
    struct tree_builder *builder = builder_of(painter);
    const struct glyph *end = run->n_glyphs > 0 ? &run->glyphs[run->n_glyphs - 1] : NULL;
    struct html_node *node = run->length > 0 ? add(builder, HTML_TEXT) : NULL;
    const struct structure_run *told = builder->run;

    builder->run = told != NULL ? told->next : NULL;
    if (node == NULL)
        return;
    node->text = run->text;
    node->length = run->length;
    node->size = run->size;
    node->left = run->origin.x;
    node->right = run->origin.x + (end != NULL ? end->x + end->advance : 0);
    node->baseline = run->origin.y;
    node->italic = run->font->is_italic;
    node->strong = run->font->is_bold || strstr(run->font->name, "Bold") != NULL;
    node->language = run->language;
    node->space = told != NULL && told->is_apart && told->is_same_text;
}

static struct box extent_of(const struct path *path)
{
    struct box box = { INFINITY, INFINITY, -INFINITY, -INFINITY };

    for (size_t i = 0; i < path->n_points; i++) {
        box.left = fmin(box.left, path->points[i].x);
        box.right = fmax(box.right, path->points[i].x);
        box.top = fmin(box.top, path->points[i].y);
        box.bottom = fmax(box.bottom, path->points[i].y);
    }
    return box;
}

/* Areas: bars in the cells of tables. */
static void draw_path(struct painter *painter, const struct path_mark *mark)
{
    struct html_node *node = mark->fill.kind == PAINT_SOLID && mark->path.n_points > 0
                                 ? add(builder_of(painter), HTML_AREA)
                                 : NULL;

    if (node == NULL)
        return;
    node->bounds = extent_of(&mark->path);
    node->fill = mark->fill.color;
}

static void begin_page(struct painter *painter, double width, double height)
{
    (void)painter;
    (void)width;
    (void)height;
}

static void draw_image(struct painter *painter, const struct image_mark *image)
{
    (void)painter;
    (void)image;
}

static void push_clip(struct painter *painter, const struct path *path)
{
    (void)painter;
    (void)path;
}

static void push_transform(struct painter *painter, const struct matrix *matrix)
{
    (void)painter;
    (void)matrix;
}

static void pop(struct painter *painter)
{
    (void)painter;
}

static const struct painter_operations operations = { .name = "html",
                                                      .begin_page = begin_page,
                                                      .path = draw_path,
                                                      .glyphs = draw_glyphs,
                                                      .image = draw_image,
                                                      .push_clip = push_clip,
                                                      .push_transform = push_transform,
                                                      .pop = pop,
                                                      .open = open_group,
                                                      .close = close_group };

struct html_node *html_tree(const struct scene *scene, const char *language, struct arena *arena,
                            sheaf_error *error)
{
    struct structure *structure = structure_create(&scene, 1, language, &arena->alloc, error);
    struct html_node *root = arena_new(arena, struct html_node);
    struct tree_builder builder = { .painter.operations = &operations, .arena = arena, .at = root };

    if (structure != NULL && root != NULL) {
        builder.run = structure_runs(structure);
        scene_replay(scene, &builder.painter);
        error_take(error, &builder.painter.error);
    }
    structure_destroy(structure);
    return error->status == SHEAF_OK ? root : NULL;
}

const struct html_node *html_find(const struct html_node *node, enum role role)
{
    if (node->kind == HTML_GROUP && html_role(node) == role)
        return node;
    for (const struct html_node *inner = node->first; inner != NULL; inner = inner->next) {
        const struct html_node *found = html_find(inner, role);
        if (found != NULL)
            return found;
    }
    return NULL;
}

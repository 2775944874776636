/* structure_elements.c - which groups become elements, of what, and at which level. */
#include "scene/structure_parts.h"

struct structure_item *structure_add_item(struct structure *structure,
                                          struct structure_element *parent)
{
    struct structure_item *item = arena_new(&structure->arena, struct structure_item);

    if (item == NULL)
        return NULL;
    if (parent->last_item == NULL)
        parent->items = item;
    else
        parent->last_item->next = item;
    parent->last_item = item;
    return item;
}

/* Puts an element into its parent: before its figure, which is there already, or at the end. */
static void add_child(struct structure *structure, struct structure_element *element)
{
    const enum role around = element->parent->role;

    if (structure->forgets && (around == ROLE_ROW || around == ROLE_TABLE_BODY))
        return;
    struct structure_item *item = structure_add_item(structure, element->parent);

    if (item == NULL)
        return;
    item->element = element;
    if (element->more->figure == NULL)
        return;
    for (struct structure_item *at = element->parent->items; at != item; at = at->next)
        if (at->element == element->more->figure) { /* nothing is in between: it is still open */
            at->element = element;
            item->element = element->more->figure;
            return;
        }
}

static bool is_same_group(const struct group *a, const struct group *b)
{
    return a->written == NULL && b->written == NULL && a->uri == NULL && b->uri == NULL &&
           a->whole == b->whole && a->labels == b->labels && a->scope == b->scope &&
           a->columns == b->columns && a->rows == b->rows && a->data == b->data;
}

/* What is needed of a group when its scene is gone. Most cells of a table share one. */
static const struct group *keep_group(struct structure *structure, const struct group *group)
{
    const struct group **last = &structure->last_groups[group->role];

    if (!structure->forgets || (*last != NULL && is_same_group(*last, group)))
        return structure->forgets ? *last : group;
    struct group *kept = arena_new(&structure->arena, struct group);
    if (kept == NULL)
        return NULL;
    *kept = (struct group){ .role = group->role,
                            .written = arena_string(&structure->arena, group->written),
                            .uri = arena_string(&structure->arena, group->uri),
                            .labels = group->labels,
                            .scope = group->scope,
                            .whole = group->whole,
                            .columns = group->columns,
                            .rows = group->rows,
                            .data = group->data };
    *last = kept;
    return kept;
}

static const char *keep_text(struct structure *structure, const char *text)
{
    return structure->forgets ? arena_string(&structure->arena, text) : text;
}

/* NULL after a failure. */
static struct structure_more *more_of(struct structure *structure, const struct group *group,
                                      struct structure_element *figure, const struct box *bounds)
{
    const bool has_place = group->role == ROLE_FIGURE || group->role == ROLE_LINK;
    struct structure_more *more;

    if (!has_place && figure == NULL && group->whole == 0 && group->alt == NULL &&
        group->alt_language == NULL && group->role != ROLE_DOCUMENT)
        return &structure->nothing_more;
    more = arena_new(&structure->arena, struct structure_more);
    if (more != NULL)
        *more = (struct structure_more){ .alt = keep_text(structure, group->alt),
                                         .alt_language = keep_text(structure, group->alt_language),
                                         .bounds = *bounds,
                                         .figure = figure,
                                         .last_page = structure->page };
    return more;
}

static struct structure_element *
add_element(struct structure *structure, struct structure_element *parent,
            const struct group *group, struct structure_element *figure, const struct box *bounds)
{
    struct structure_element *element = arena_new(&structure->arena, struct structure_element);
    struct structure_more *more = more_of(structure, group, figure, bounds);

    if (element == NULL || more == NULL)
        return NULL;
    *element = (struct structure_element){
        .role = group->role,
        .group = keep_group(structure, group),
        .language = keep_text(structure, group->language),
        .more = more,
        .page = (uint32_t)structure->page,
        .index = (uint32_t)structure->n_elements++,
        .parent = parent,
    };
    return element;
}

struct structure_element *structure_add_document(struct structure *structure)
{
    static const struct group document = { .role = ROLE_DOCUMENT };

    return add_element(structure, NULL, &document, NULL, &box_nothing);
}

/* The element that a group goes on with, which was on this page or the one before. It becomes the
 * latest, so that these come first. */
static struct structure_element *find_whole(struct structure *structure,
                                            const struct structure_element *parent,
                                            const struct group *group)
{
    struct structure_element **at = &structure->latest_whole;

    for (; *at != NULL && (*at)->more->last_page + 1 >= structure->page;
         at = &(*at)->more->earlier_whole) {
        struct structure_element *found = *at;
        if (found->parent != parent || found->role != group->role ||
            found->group->whole != group->whole)
            continue;
        *at = found->more->earlier_whole;
        found->more->earlier_whole = structure->latest_whole;
        structure->latest_whole = found;
        found->more->last_page = structure->page;
        return found;
    }
    return NULL;
}

/* No level is left out on the way down. */
static int level_of(struct structure *structure, enum role role)
{
    int level = 0;

    if (role == ROLE_CHART_TITLE)
        level = structure->level + 1;
    else if (role == ROLE_TITLE)
        level = structure->level = 1;
    else if (role >= ROLE_HEADING1 && role <= ROLE_HEADING3) {
        level = structure->top + (int)(role - ROLE_HEADING1);
        level = level > structure->level + 1 ? structure->level + 1 : level;
        structure->level = level;
    }
    return level > MAX_HEADING_LEVEL ? MAX_HEADING_LEVEL : level;
}

static enum structure_artifact artifact_of(enum role role)
{
    return role == ROLE_ARTIFACT ? ARTIFACT_PLAIN
           : role == ROLE_HEADER ? ARTIFACT_HEADER
           : role == ROLE_FOOTER ? ARTIFACT_FOOTER
                                 : ARTIFACT_NONE;
}

static bool is_beside_figure(enum role role)
{
    return role == ROLE_CHART_TITLE || role == ROLE_CHART_SUBTITLE || role == ROLE_CHART_SOURCE;
}

/* Groups within a figure or an artifact belong to it. Links are elements even in figures and margins,
 * because they can be reached; what is decoration says again what is said elsewhere. */
static bool makes_element(const struct structure_place *place, const struct group *group)
{
    const enum role role = group->role;

    if (role == ROLE_SPAN && group->language == NULL && group->alt == NULL)
        return false;
    if (role == ROLE_LINK)
        return place->artifact != ARTIFACT_PLAIN;
    if (place->artifact != ARTIFACT_NONE)
        return false;
    if (is_beside_figure(role))
        return place->figure != NULL && place->element == place->figure;
    return place->figure == NULL && role > ROLE_DOCUMENT && role < ROLE_ARTIFACT;
}

/* A document has one element of its own: it takes language and alternative of the first such group. */
static void open_document(struct structure *structure, const struct group *group)
{
    if (structure->document->language == NULL)
        structure->document->language = keep_text(structure, group->language);
    if (structure->document->more->alt == NULL)
        structure->document->more->alt = keep_text(structure, group->alt);
}

static void open_element(struct structure *structure, const struct group *group,
                         const struct box *bounds)
{
    struct structure_place *place = structure->place;
    struct structure_element *figure = is_beside_figure(group->role) ? place->figure : NULL;
    struct structure_element *parent = figure != NULL ? figure->parent : place->element;
    struct structure_element *element =
        group->whole != 0 ? find_whole(structure, parent, group) : NULL;

    if (element == NULL) {
        element = add_element(structure, parent, group,
                              group->role == ROLE_CHART_SOURCE ? NULL : figure, bounds);
        if (element == NULL)
            return;
        element->level = (unsigned)level_of(structure, group->role) & 0xFF;
        add_child(structure, element);
        if (group->whole != 0) {
            element->more->earlier_whole = structure->latest_whole;
            structure->latest_whole = element;
        }
    }
    place->element = element;
    place->artifact = ARTIFACT_NONE;
    place->figure = group->role == ROLE_FIGURE ? element : figure != NULL ? NULL : place->figure;
}

void structure_open_group(struct structure *structure, const struct scene_level *level)
{
    const struct group *group = &level->group;
    const enum structure_artifact artifact = artifact_of(group->role);
    struct structure_place *place;

    if (!memory_grow(&structure->alloc, &structure->error, &structure->outer,
                     &structure->outer_capacity, structure->n_outer + 1, sizeof *structure->outer))
        return;
    structure->outer[structure->n_outer++] = structure->place;
    if ((place = arena_new(structure_page_arena(structure), struct structure_place)) == NULL)
        return;
    *place = *structure->place;
    place->next = NULL;
    structure->last_place->next = place;
    structure->last_place = structure->place = place;
    if (group->role == ROLE_DOCUMENT)
        open_document(structure, group);
    else if (artifact != ARTIFACT_NONE && place->figure == NULL && place->artifact == ARTIFACT_NONE)
        place->artifact = artifact;
    else if (makes_element(place, group))
        open_element(structure, group, &level->bounds);
}

void structure_close_group(struct structure *structure)
{
    if (structure->n_outer > 0)
        structure->place = structure->outer[--structure->n_outer];
}

/* structure.c - the walk through the pages that makes elements of groups. */
#include "scene/structure.h"

#include <math.h>
#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "scene/marks.h"
#include "scene/script.h"

/* The latest run, to decide whether a space belongs before the next. */
struct last_run {
    const struct structure_element *text; /* that it is part of */
    enum structure_artifact artifact;
    size_t page;
    struct point start, end; /* on the page: its left and right ends */
    uint32_t character;      /* its last */
};

struct structure {
    sheaf_alloc alloc;
    struct arena arena;
    struct arena of_page; /* of places and runs, if pages are forgotten */
    bool forgets;
    const struct group *last_groups[ROLE_ANNOTATION + 1]; /* kept, by role */
    const char *language;
    struct structure_element *document;
    struct structure_more nothing_more;
    size_t n_elements;
    struct structure_element *latest_whole;
    struct structure_place *first_place, *last_place;
    struct structure_run *first_run, *last_run;
    /* Of the walk: */
    struct structure_place **outer, *place; /* of the groups around, and of the innermost */
    size_t n_outer, outer_capacity, page;
    struct last_run last_text;
    int level;         /* of the last heading, but for charts' titles */
    int top;           /* level of headings of the first kind */
    sheaf_error error; /* the first failure */
};

static const bool holds_text[] = {
    [ROLE_TITLE] = true,        [ROLE_HEADING1] = true,    [ROLE_HEADING2] = true,
    [ROLE_HEADING3] = true,     [ROLE_PARAGRAPH] = true,   [ROLE_FIGURE] = true,
    [ROLE_CAPTION] = true,      [ROLE_HEADER_CELL] = true, [ROLE_CELL] = true,
    [ROLE_LIST_LABEL] = true,   [ROLE_NOTE] = true,        [ROLE_LINK] = true,
    [ROLE_SPAN] = true,         [ROLE_CHART_TITLE] = true, [ROLE_CHART_SUBTITLE] = true,
    [ROLE_CHART_SOURCE] = true,
};

bool structure_holds_text(enum role role)
{
    return (size_t)role < sizeof holds_text / sizeof *holds_text && holds_text[role];
}

/* Elements ------------------------------------------------------------------- */

static struct arena *page_arena(struct structure *structure)
{
    return structure->forgets ? &structure->of_page : &structure->arena;
}

static struct structure_item *add_item(struct structure *structure,
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
    struct structure_item *item = add_item(structure, element->parent);

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

static void open_group(struct structure *structure, const struct scene_level *level)
{
    const struct group *group = &level->group;
    const enum structure_artifact artifact = artifact_of(group->role);
    struct structure_place *place;

    if (!memory_grow(&structure->alloc, &structure->error, &structure->outer,
                     &structure->outer_capacity, structure->n_outer + 1, sizeof *structure->outer))
        return;
    structure->outer[structure->n_outer++] = structure->place;
    if ((place = arena_new(page_arena(structure), struct structure_place)) == NULL)
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

static void close_group(struct structure *structure)
{
    if (structure->n_outer > 0)
        structure->place = structure->outer[--structure->n_outer];
}

/* Spaces --------------------------------------------------------------------- */

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

static void add_run(struct structure *structure, const struct glyph_run *glyphs,
                    const struct matrix *to_page)
{
    const struct structure_place *place = structure->place;
    struct structure_run *run = arena_new(page_arena(structure), struct structure_run);
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
    if (!structure->forgets && (item = add_item(structure, place->element)) != NULL)
        item->run = run;
}

/* The walk ------------------------------------------------------------------- */

static void walk(struct structure *structure, const struct scene *scene)
{
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        const bool is_group = mark->level->kind == SCENE_LEVEL_GROUP;

        if (structure->error.status != SHEAF_OK)
            return;
        if (mark->kind == MARK_BEGIN && is_group)
            open_group(structure, mark->level);
        else if (mark->kind == MARK_END && is_group)
            close_group(structure);
        else if (mark->kind == MARK_GLYPHS)
            add_run(structure, mark->glyphs, &mark->level->to_page);
    }
}

bool scene_has_title(const struct scene *scene)
{
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next)
        if (mark->kind == MARK_BEGIN && mark->level->kind == SCENE_LEVEL_GROUP &&
            mark->level->group.role == ROLE_TITLE)
            return true;
    return false;
}

/* Makes the document, which what is drawn in no group belongs to. */
static void begin(struct structure *structure, bool has_title)
{
    static const struct group document = { .role = ROLE_DOCUMENT };
    struct structure_place *place = arena_new(&structure->arena, struct structure_place);

    structure->document = add_element(structure, NULL, &document, NULL, &box_nothing);
    if (place == NULL || structure->document == NULL)
        return;
    place->element = structure->document;
    structure->first_place = structure->last_place = structure->place = place;
    structure->top = has_title ? 2 : 1;
}

static struct structure *new_structure(const char *language, bool forgets, bool has_title,
                                       const sheaf_alloc *alloc, sheaf_error *error)
{
    alloc = memory_or_default(alloc);
    struct structure *structure = memory_resize(alloc, NULL, 0, sizeof *structure);

    if (structure == NULL) {
        fail_memory(error);
        return NULL;
    }
    *structure = (struct structure){ .alloc = *alloc, .language = language, .forgets = forgets };
    arena_init(&structure->arena, alloc, &structure->error);
    arena_init(&structure->of_page, alloc, &structure->error);
    begin(structure, has_title);
    return structure;
}

/* NULL, and nothing is left of it, after a failure. */
static struct structure *well_or_null(struct structure *structure, sheaf_error *error)
{
    if (structure == NULL || structure->error.status == SHEAF_OK)
        return structure;
    error_take(error, &structure->error);
    structure_destroy(structure);
    return NULL;
}

struct structure *structure_create(const struct scene *const *pages, size_t n_pages,
                                   const char *language, const sheaf_alloc *alloc,
                                   sheaf_error *error)
{
    bool has_title = false;

    for (size_t i = 0; i < n_pages && !has_title; i++)
        has_title = scene_has_title(pages[i]);
    struct structure *structure = new_structure(language, false, has_title, alloc, error);
    if (structure != NULL && structure->error.status == SHEAF_OK)
        for (; structure->page < n_pages; structure->page++)
            walk(structure, pages[structure->page]);
    return well_or_null(structure, error);
}

struct structure *structure_begin(const char *language, bool has_title, const sheaf_alloc *alloc,
                                  sheaf_error *error)
{
    return well_or_null(new_structure(language, true, has_title, alloc, error), error);
}

bool structure_add_page(struct structure *structure, const struct scene *page, sheaf_error *error)
{
    arena_free(&structure->of_page);
    structure->place = structure->last_place = structure->first_place;
    structure->first_place->next = NULL;
    structure->first_run = structure->last_run = NULL;
    structure->n_outer = 0;
    walk(structure, page);
    structure->page++;
    if (structure->error.status != SHEAF_OK)
        error_take(error, &structure->error);
    return structure->error.status == SHEAF_OK;
}

void structure_destroy(struct structure *structure)
{
    if (structure == NULL)
        return;
    sheaf_alloc alloc = structure->alloc;
    memory_free(&alloc, structure->outer, structure->outer_capacity * sizeof *structure->outer);
    arena_free(&structure->of_page);
    arena_free(&structure->arena);
    memory_free(&alloc, structure, sizeof *structure);
}

struct structure_element *structure_document(const struct structure *structure)
{
    return structure->document;
}

size_t structure_count(const struct structure *structure)
{
    return structure->n_elements;
}

const struct structure_place *structure_places(const struct structure *structure)
{
    return structure->first_place;
}

const struct structure_run *structure_runs(const struct structure *structure)
{
    return structure->first_run;
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

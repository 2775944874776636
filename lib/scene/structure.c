/* structure.c - the walk through the pages that makes elements of groups. */
#include "scene/structure_parts.h"

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

static void walk(struct structure *structure, const struct scene *scene)
{
    for (const struct scene_mark *mark = scene->first; mark != NULL; mark = mark->next) {
        const bool is_group = mark->level->kind == SCENE_LEVEL_GROUP;

        if (structure->error.status != SHEAF_OK)
            return;
        if (mark->kind == MARK_BEGIN && is_group)
            structure_open_group(structure, mark->level);
        else if (mark->kind == MARK_END && is_group)
            structure_close_group(structure);
        else if (mark->kind == MARK_GLYPHS)
            structure_add_run(structure, mark->glyphs, &mark->level->to_page);
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
    struct structure_place *place = arena_new(&structure->arena, struct structure_place);

    structure->document = structure_add_document(structure);
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

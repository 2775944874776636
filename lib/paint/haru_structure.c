/* haru_structure.c - tags: which marks belong to which element of the document.
 *
 * Groups with a structural role become elements; the marks drawn in them lie in
 * marked-content sequences of the page's stream, numbered from 0 (MCID). Whatever
 * belongs to no element lies in artifacts. A sequence opens at the first mark
 * that needs it and closes before a mark of another owner, so that sequences never
 * nest; a figure's parts all belong to the figure.
 *
 * Roles become standard types: the title H1, headings H2 to H4 below it (H1 to H3
 * in a document without a title). */
#include "paint/haru.h"

static const struct element_type {
    const char *name; /* NULL: no element */
    bool holds_marks; /* of its own, not only elements */
} types[] = {
    [ROLE_DOCUMENT] = { "Document", false },
    [ROLE_SECTION] = { "Sect", false },
    [ROLE_TITLE] = { "H1", true },
    [ROLE_HEADING1] = { "H1", true },
    [ROLE_HEADING2] = { "H2", true },
    [ROLE_HEADING3] = { "H3", true },
    [ROLE_PARAGRAPH] = { "P", true },
    [ROLE_FIGURE] = { "Figure", true },
    [ROLE_CAPTION] = { "Caption", true },
    [ROLE_TABLE] = { "Table", false },
    [ROLE_ROW] = { "TR", false },
    [ROLE_HEADER_CELL] = { "TH", true },
    [ROLE_CELL] = { "TD", true },
    [ROLE_LIST] = { "L", false },
    [ROLE_LIST_ITEM] = { "LI", false },
    [ROLE_NOTE] = { "Note", true },
    [ROLE_LINK] = { "Link", true },
    [ROLE_SPAN] = { "Span", true },
};

static const char *type_of(const struct haru_structure *structure, enum role role)
{
    static const char *const under_title[] = { "H2", "H3", "H4" };

    if (structure->has_title && role >= ROLE_HEADING1 && role <= ROLE_HEADING3)
        return under_title[role - ROLE_HEADING1];
    return (size_t)role < sizeof types / sizeof *types ? types[role].name : NULL;
}

void haru_open_structure(struct haru *haru)
{
    const struct group document = { .role = ROLE_DOCUMENT };

    haru->structure.document = haru_add_element(haru, NULL, &document, "Document");
    haru->structure.owner.element = haru->structure.document;
}

void haru_release_structure(struct haru *haru)
{
    struct haru_structure *structure = &haru->structure;

    memory_free(&haru->alloc, structure->outer,
                structure->outer_capacity * sizeof *structure->outer);
    memory_free(&haru->alloc, structure->marks,
                structure->mark_capacity * sizeof *structure->marks);
}

void haru_collect_group(struct painter *painter, const struct group *group,
                        const struct box *bounds)
{
    struct haru *haru = (struct haru *)painter;

    (void)bounds;
    haru->structure.has_title |= group->role == ROLE_TITLE;
}

static void close_sequence(struct haru *haru)
{
    if (haru->structure.is_open)
        buffer_text(&haru->content, "EMC\n");
    haru->structure.is_open = false;
}

static void open_artifact(struct haru *haru, enum haru_artifact artifact)
{
    static const char *const operators[] = {
        [ARTIFACT_PLAIN] = "/Artifact BMC\n",
        [ARTIFACT_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>>"
                            " BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>"
                            " BDC\n",
    };

    buffer_text(&haru->content, operators[artifact]);
}

static void open_content(struct haru *haru, struct haru_element *element)
{
    struct buffer *content = &haru->content;

    buffer_byte(content, '/');
    buffer_text(content, element->type);
    buffer_text(content, " <</MCID ");
    haru_put_count(content, haru->structure.n_marks);
    buffer_text(content, ">> BDC\n");
    haru_add_mark(haru, element);
}

void haru_mark(struct haru *haru)
{
    struct haru_structure *structure = &haru->structure;
    struct haru_element *element = structure->owner.element;
    enum haru_artifact artifact = structure->owner.artifact;

    if (artifact == ARTIFACT_NONE && !types[element->role].holds_marks)
        artifact = ARTIFACT_PLAIN;
    if (artifact != ARTIFACT_NONE)
        element = NULL;
    if (structure->is_open && structure->marked == element && structure->artifact == artifact)
        return;
    close_sequence(haru);
    if (element != NULL)
        open_content(haru, element);
    else
        open_artifact(haru, artifact);
    structure->is_open = true;
    structure->n_sequences++;
    structure->marked = element;
    structure->artifact = artifact;
    structure->depth = haru->n_saved;
}

/* A figure's sequence spans its pushes; others end before a push, begin anew in it,
 * and end before its pop. */
void haru_mark_push(struct haru *haru)
{
    if (haru->structure.owner.in_figure)
        haru_mark(haru);
    else
        close_sequence(haru);
}

void haru_mark_pop(struct haru *haru)
{
    if (haru->structure.depth >= haru->n_saved)
        close_sequence(haru);
}

/* A group that is only a part of what is around it makes no element. Links do
 * everywhere: what reacts must be in the tree. */
static bool makes_element(const struct haru_owner *owner, const struct group *group)
{
    if (group->role == ROLE_SPAN && group->language == NULL && group->alt == NULL)
        return false;
    return group->role == ROLE_LINK || (!owner->in_figure && owner->artifact == ARTIFACT_NONE);
}

static void open_element(struct haru *haru, const struct group *group, const struct box *bounds,
                         const char *type)
{
    struct haru_owner *owner = &haru->structure.owner;
    struct haru_element *element = haru_add_element(haru, owner->element, group, type);

    if (element == NULL)
        return;
    element->bounds = *bounds;
    if (group->role == ROLE_LINK)
        haru_add_annotation(haru, element, group, bounds);
    if (group->role == ROLE_NOTE)
        element->note = ++haru->structure.n_notes;
    if (group->role == ROLE_LIST_ITEM) {
        const struct group body = { .role = ROLE_PARAGRAPH };
        element = haru_add_element(haru, element, &body, "LBody");
        if (element == NULL)
            return;
    }
    *owner = (struct haru_owner){ .element = element, .in_figure = group->role == ROLE_FIGURE };
}

/* All pages and all groups of this role are one document. */
static void open_document(struct haru *haru, const struct group *group)
{
    struct haru_element *document = haru->structure.document;

    if (document->language == NULL)
        document->language = arena_string(&haru->arena, group->language);
    if (document->alt == NULL)
        document->alt = arena_string(&haru->arena, group->alt);
}

static enum haru_artifact artifact_of(enum role role)
{
    return role == ROLE_ARTIFACT ? ARTIFACT_PLAIN
           : role == ROLE_HEADER ? ARTIFACT_HEADER
           : role == ROLE_FOOTER ? ARTIFACT_FOOTER
                                 : ARTIFACT_NONE;
}

void haru_open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct haru *haru = (struct haru *)painter;
    struct haru_structure *structure = &haru->structure;
    struct haru_owner *owner = &structure->owner;
    const char *type = type_of(structure, group->role);
    enum haru_artifact artifact = artifact_of(group->role);

    if (!memory_grow(&haru->alloc, &haru->painter.error, &structure->outer,
                     &structure->outer_capacity, structure->n_outer + 1, sizeof *structure->outer))
        return;
    structure->outer[structure->n_outer++] = *owner;
    if (group->role == ROLE_DOCUMENT)
        open_document(haru, group);
    else if (artifact != ARTIFACT_NONE && !owner->in_figure && owner->artifact == ARTIFACT_NONE)
        owner->artifact = artifact;
    else if (type != NULL && makes_element(owner, group))
        open_element(haru, group, bounds, type);
}

void haru_close_group(struct painter *painter, const struct group *group)
{
    struct haru_structure *structure = &((struct haru *)painter)->structure;

    (void)group;
    if (structure->n_outer == 0)
        return;
    struct haru_element *closing = structure->owner.element;
    structure->owner = structure->outer[--structure->n_outer];
    if (structure->marked == closing && structure->owner.element != closing)
        close_sequence((struct haru *)painter);
}

void haru_begin_page_structure(struct haru *haru)
{
    haru->structure.n_marks = 0;
    haru->structure.marked = NULL;
    haru->structure.page_parents = haru_add_parents(haru, true);
}

void haru_end_page_structure(struct haru *haru)
{
    close_sequence(haru);
    if (haru->structure.page_parents != NULL)
        haru_set_parents(haru, haru->structure.page_parents, haru->structure.marks,
                         haru->structure.n_marks);
}

/* structure.c - tags: which marks belong to which structure element.
 *
 * Groups with a structural role become elements. The marks drawn in them lie in
 * marked-content sequences of the page's stream, numbered from 0 (MCID); marks that belong
 * to no element lie in artifacts. A sequence is opened at the first mark that needs it and
 * closed before a mark of another owner, so that sequences never nest. All parts of a
 * figure belong to the figure.
 *
 * Roles become standard types: the title H1, headings H2 to H4 below it (H1 to H3 in a
 * document without a title). */
#include "paint/pdf/pdf.h"

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
    [ROLE_LIST_LABEL] = { "Lbl", true },
    [ROLE_LIST_BODY] = { "LBody", false },
    [ROLE_QUOTE] = { "BlockQuote", false },
    [ROLE_NOTE] = { "Note", true },
    [ROLE_CONTENTS] = { "TOC", false },
    [ROLE_CONTENTS_ITEM] = { "TOCI", false },
    [ROLE_REFERENCE] = { "Reference", false },
    [ROLE_LINK] = { "Link", true },
    [ROLE_SPAN] = { "Span", true },
};

/* PDF 2.0 has no Note. Poppler 22 complains of FENote, which takes its place for notes that a mark leads
 * to; ours are paragraphs. */
static const char *type_of(const struct pdf *pdf, enum role role)
{
    static const char *const under_title[] = { "H2", "H3", "H4" };
    const struct pdf_structure *structure = &pdf->structure;

    if (role == ROLE_NOTE && pdf->options->is_2)
        return "P";
    if (structure->has_title && role >= ROLE_HEADING1 && role <= ROLE_HEADING3)
        return under_title[role - ROLE_HEADING1];
    return (size_t)role < sizeof types / sizeof *types ? types[role].name : NULL;
}

void pdf_open_structure(struct pdf *pdf)
{
    const struct group document = { .role = ROLE_DOCUMENT };

    pdf->structure.document = pdf_add_element(pdf, NULL, &document, "Document");
    pdf->structure.owner.element = pdf->structure.document;
}

void pdf_release_structure(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;

    memory_free(&pdf->alloc, structure->outer,
                structure->outer_capacity * sizeof *structure->outer);
    memory_free(&pdf->alloc, structure->marks, structure->mark_capacity * sizeof *structure->marks);
}

void pdf_collect_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct pdf *pdf = (struct pdf *)painter;

    (void)bounds;
    pdf->structure.has_title |= group->role == ROLE_TITLE;
}

static void close_sequence(struct pdf *pdf)
{
    if (pdf->structure.is_open)
        buffer_text(&pdf->content, "EMC\n");
    pdf->structure.is_open = false;
}

static void open_artifact(struct pdf *pdf, enum pdf_artifact artifact)
{
    static const char *const operators[] = {
        [ARTIFACT_PLAIN] = "/Artifact BMC\n",
        [ARTIFACT_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>>"
                            " BDC\n",
        [ARTIFACT_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>"
                            " BDC\n",
    };

    buffer_text(&pdf->content, operators[artifact]);
}

static void open_content(struct pdf *pdf, struct pdf_element *element)
{
    struct buffer *content = &pdf->content;

    buffer_byte(content, '/');
    buffer_text(content, element->type);
    buffer_text(content, " <</MCID ");
    pdf_put_count(content, pdf->structure.n_marks);
    buffer_text(content, ">> BDC\n");
    pdf_add_mark(pdf, element);
}

void pdf_mark(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;
    struct pdf_element *element = structure->owner.element;
    enum pdf_artifact artifact = structure->owner.artifact;

    if (artifact == ARTIFACT_NONE && !types[element->role].holds_marks)
        artifact = ARTIFACT_PLAIN;
    if (artifact != ARTIFACT_NONE)
        element = NULL;
    if (structure->is_open && structure->marked == element && structure->artifact == artifact)
        return;
    close_sequence(pdf);
    if (element != NULL)
        open_content(pdf, element);
    else
        open_artifact(pdf, artifact);
    structure->is_open = true;
    structure->n_sequences++;
    structure->marked = element;
    structure->artifact = artifact;
    structure->depth = pdf->n_saved;
}

/* Sequences and saved states must nest. The sequence of a figure is opened before a push and spans
 * it; all others end before a push and before its pop. */
void pdf_mark_push(struct pdf *pdf)
{
    if (pdf->structure.owner.in_figure)
        pdf_mark(pdf);
    else
        close_sequence(pdf);
}

void pdf_mark_pop(struct pdf *pdf)
{
    if (pdf->structure.depth >= pdf->n_saved)
        close_sequence(pdf);
}

/* Groups within a figure or an artifact get no structure element: they belong to it. Links always
 * get one, because PDF/UA requires interactive parts in the tree. */
static bool makes_element(const struct pdf_owner *owner, const struct group *group)
{
    if (group->role == ROLE_SPAN && group->language == NULL && group->alt == NULL)
        return false;
    return group->role == ROLE_LINK || (!owner->in_figure && owner->artifact == ARTIFACT_NONE);
}

static void open_element(struct pdf *pdf, const struct group *group, const struct box *bounds,
                         const char *type)
{
    struct pdf_owner *owner = &pdf->structure.owner;
    struct pdf_element *element = pdf_add_element(pdf, owner->element, group, type);

    if (element == NULL)
        return;
    element->bounds = *bounds;
    if (group->role == ROLE_LINK)
        buffer_clear(&pdf->link_words);
    if (group->role == ROLE_NOTE)
        element->note = ++pdf->structure.n_notes;
    *owner = (struct pdf_owner){ .element = element, .in_figure = group->role == ROLE_FIGURE };
}

/* A PDF has one Document element: it takes language and title of the first such group. */
static void open_document(struct pdf *pdf, const struct group *group)
{
    struct pdf_element *document = pdf->structure.document;

    if (document->language == NULL)
        document->language = arena_string(&pdf->arena, group->language);
    if (document->alt == NULL)
        document->alt = arena_string(&pdf->arena, group->alt);
}

static enum pdf_artifact artifact_of(enum role role)
{
    return role == ROLE_ARTIFACT ? ARTIFACT_PLAIN
           : role == ROLE_HEADER ? ARTIFACT_HEADER
           : role == ROLE_FOOTER ? ARTIFACT_FOOTER
                                 : ARTIFACT_NONE;
}

void pdf_open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_structure *structure = &pdf->structure;
    struct pdf_owner *owner = &structure->owner;
    const char *type = type_of(pdf, group->role);
    enum pdf_artifact artifact = artifact_of(group->role);

    pdf_note_place(pdf, group, bounds);

    if (!memory_grow(&pdf->alloc, &pdf->painter.error, &structure->outer,
                     &structure->outer_capacity, structure->n_outer + 1, sizeof *structure->outer))
        return;
    structure->outer[structure->n_outer++] = *owner;
    if (group->role == ROLE_DOCUMENT)
        open_document(pdf, group);
    else if (artifact != ARTIFACT_NONE && !owner->in_figure && owner->artifact == ARTIFACT_NONE)
        owner->artifact = artifact;
    else if (type != NULL && makes_element(owner, group))
        open_element(pdf, group, bounds, type);
    if (owner->in_figure || owner->element != structure->outer[structure->n_outer - 1].element)
        pdf_settle_places(pdf, owner->element);
}

void pdf_close_group(struct painter *painter, const struct group *group)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_structure *structure = &pdf->structure;

    if (structure->n_outer == 0)
        return;
    struct pdf_element *closing = structure->owner.element;
    if (group->role == ROLE_LINK && closing->role == ROLE_LINK)
        pdf_add_annotation(pdf, closing, group);
    structure->owner = structure->outer[--structure->n_outer];
    if (structure->marked == closing && structure->owner.element != closing)
        close_sequence(pdf);
}

void pdf_begin_page_structure(struct pdf *pdf)
{
    pdf->structure.n_marks = 0;
    pdf->structure.marked = NULL;
    pdf->structure.page_parents = pdf_add_parents(pdf, true);
}

void pdf_end_page_structure(struct pdf *pdf)
{
    close_sequence(pdf);
    if (pdf->structure.page_parents != NULL)
        pdf_set_parents(pdf, pdf->structure.page_parents, pdf->structure.marks,
                        pdf->structure.n_marks);
}

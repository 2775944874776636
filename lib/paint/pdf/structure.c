/* structure.c - tags: which marks belong to which structure element.
 *
 * Groups with a structural role become elements. The marks drawn in them lie in
 * marked-content sequences of the page's stream, numbered from 0 (MCID); marks that belong
 * to no element lie in artifacts. A sequence is opened at the first mark that needs it and
 * closed before a mark of another owner or language, so that sequences hardly nest. Which element a group
 * becomes, the scenes' structure says (scene/structure.h). */
#include "paint/pdf/pdf.h"

#include <string.h>

static const char *const types[] = {
    [ROLE_DOCUMENT] = "Document",
    [ROLE_SECTION] = "Sect",
    [ROLE_PARAGRAPH] = "P",
    [ROLE_FIGURE] = "Figure",
    [ROLE_CAPTION] = "Caption",
    [ROLE_TABLE] = "Table",
    [ROLE_TABLE_HEAD] = "THead",
    [ROLE_TABLE_BODY] = "TBody",
    [ROLE_ROW] = "TR",
    [ROLE_HEADER_CELL] = "TH",
    [ROLE_CELL] = "TD",
    [ROLE_LIST] = "L",
    [ROLE_LIST_ITEM] = "LI",
    [ROLE_LIST_LABEL] = "Lbl",
    [ROLE_LIST_BODY] = "LBody",
    [ROLE_QUOTE] = "BlockQuote",
    [ROLE_NOTE] = "Note",
    [ROLE_CONTENTS] = "TOC",
    [ROLE_CONTENTS_ITEM] = "TOCI",
    [ROLE_REFERENCE] = "Reference",
    [ROLE_LINK] = "Link",
    [ROLE_SPAN] = "Span",
    [ROLE_CHART_SUBTITLE] = "P",
    [ROLE_CHART_SOURCE] = "P",
};

/* Texts stand in elements of these types. */
static bool holds_marks(const struct structure_element *element)
{
    return structure_holds_text(element->role);
}

/* PDF 2.0 has no Note. Poppler 22 complains of FENote, which takes its place for notes that a mark leads
 * to; ours are paragraphs there. */
static const char *type_of(const struct pdf *pdf, const struct structure_element *element)
{
    static const char *const headings[MAX_HEADING_LEVEL] = { "H1", "H2", "H3", "H4", "H5", "H6" };

    if (element->role == ROLE_NOTE && pdf->options->is_2)
        return "P";
    if (element->role == ROLE_LINK && pdf_leads_nowhere(pdf, element->group))
        return types[ROLE_SPAN];
    return element->level > 0 ? headings[element->level - 1] : types[element->role];
}

void pdf_open_structure(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;

    structure->of = structure_begin(pdf->options->metadata.language, pdf->has_title, &pdf->alloc,
                                    &pdf->painter.error);
    if (structure->of != NULL)
        pdf_take_element(pdf, structure_document(structure->of), "Document");
}

void pdf_read_page(struct pdf *pdf, const struct scene *page)
{
    struct pdf_structure *structure = &pdf->structure;

    if (!structure_add_page(structure->of, page, &pdf->painter.error))
        return;
    structure->place = structure_places(structure->of);
    structure->next_place = structure->place->next;
    structure->next_run = structure_runs(structure->of);
}

void pdf_release_structure(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;

    structure_destroy(structure->of);
    memory_free(&pdf->alloc, structure->outer,
                structure->outer_capacity * sizeof *structure->outer);
    memory_free(&pdf->alloc, structure->marks, structure->mark_capacity * sizeof *structure->marks);
    memory_free(&pdf->alloc, structure->elements,
                structure->element_capacity * sizeof *structure->elements);
}

static void close_sequence(struct pdf *pdf)
{
    if (pdf->structure.is_open)
        buffer_text(&pdf->content, "EMC\n");
    pdf->structure.is_open = false;
}

static void open_artifact(struct pdf *pdf, enum structure_artifact artifact)
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

static void open_content(struct pdf *pdf, struct pdf_element *element, const char *language)
{
    struct buffer *content = &pdf->content;

    if (language != NULL)
        buffer_format(content, "/Span <</Lang (%s) /MCID ", language);
    else
        buffer_format(content, "/%s <</MCID ", element->type);
    pdf_put_count(content, pdf->structure.n_marks);
    buffer_text(content, ">> BDC\n");
    pdf_add_mark(pdf, element);
}

static bool is_same_language(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* As pdf_mark, of words in a language, NULL: that of the element. */
static void mark(struct pdf *pdf, const char *language)
{
    struct pdf_structure *structure = &pdf->structure;
    const struct structure_place *place = structure->place;
    struct pdf_element *element = pdf_element_of(pdf, place->element);
    enum structure_artifact artifact = place->artifact;

    if (artifact == ARTIFACT_NONE && !holds_marks(place->element))
        artifact = ARTIFACT_PLAIN;
    if (artifact != ARTIFACT_NONE)
        element = NULL;
    if (structure->is_open && structure->marked == element && structure->artifact == artifact &&
        is_same_language(structure->language, language))
        return;
    close_sequence(pdf);
    if (element != NULL)
        open_content(pdf, element, language);
    else
        open_artifact(pdf, artifact);
    structure->is_open = true;
    structure->marked = element;
    structure->artifact = artifact;
    structure->language = language;
    structure->depth = pdf->n_saved;
}

void pdf_mark(struct pdf *pdf)
{
    mark(pdf, NULL);
}

bool pdf_mark_language(struct pdf *pdf, const char *language)
{
    const struct pdf_structure *structure = &pdf->structure;

    /* Within a saved state the sequence around it cannot end. */
    if (language == NULL || (structure->is_open && structure->depth < pdf->n_saved)) {
        mark(pdf, NULL);
        return language == NULL;
    }
    mark(pdf, language);
    return true;
}

/* Sequences and saved states must nest. The sequence of a figure is opened before a push and spans
 * it; all others end before a push and before its pop. */
void pdf_mark_push(struct pdf *pdf)
{
    if (pdf->structure.place->figure != NULL)
        pdf_mark(pdf);
    else
        close_sequence(pdf);
}

void pdf_mark_pop(struct pdf *pdf)
{
    if (pdf->structure.depth >= pdf->n_saved)
        close_sequence(pdf);
}

void pdf_open_group(struct painter *painter, const struct group *group, const struct box *bounds)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_structure *structure = &pdf->structure;
    const struct structure_place *around = structure->place;

    pdf_note_place(pdf, group, bounds);
    if (!memory_grow(&pdf->alloc, &pdf->painter.error, &structure->outer,
                     &structure->outer_capacity, structure->n_outer + 1, sizeof *structure->outer))
        return;
    structure->outer[structure->n_outer++] = around;
    structure->place = structure->next_place;
    structure->next_place = structure->place->next;
    const struct structure_element *element = structure->place->element;
    if (element == around->element) {
        if (structure->place->figure != NULL)
            pdf_settle_places(pdf, pdf_element_of(pdf, element));
        return;
    }
    pdf_settle_places(pdf, pdf_take_element(pdf, element, type_of(pdf, element)));
    if (element->role == ROLE_LINK)
        buffer_clear(&pdf->link_words);
}

void pdf_close_group(struct painter *painter, const struct group *group)
{
    struct pdf *pdf = (struct pdf *)painter;
    struct pdf_structure *structure = &pdf->structure;

    if (structure->n_outer == 0)
        return;
    struct pdf_element *closing = pdf_element_of(pdf, structure->place->element);
    structure->place = structure->outer[--structure->n_outer];
    if (closing == NULL || closing->of == structure->place->element)
        return;
    if (group->role == ROLE_LINK && !pdf_leads_nowhere(pdf, group))
        pdf_add_annotation(pdf, closing, group);
    if (structure->marked == closing)
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

/* element.c - structure elements, link annotations and the parent tree as objects.
 *
 * Elements are collected while the pages are drawn and written at the end. Empty ones are
 * left out, except cells, without which a table would be irregular. */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <string.h>

/* What a kid's number can be: that of libharu's objects are below 2^24. */
enum { MOST_KIDS = (1 << 30) - 1 };

static bool is_kid(const struct pdf_kid *kid, const struct structure_element *element)
{
    return kid->kind == KID_ELEMENT && kid->number == element->index;
}

/* At the end of its parent, or before the figure that it stands before, unless that is NULL. */
static void add_kid(struct pdf *pdf, struct pdf_element *parent, enum pdf_kid_kind kind,
                    size_t number, const struct structure_element *before)
{
    struct pdf_kid *kid = arena_new(&pdf->arena, struct pdf_kid);
    struct pdf_kid **at = before != NULL ? &parent->kids : parent->last_kid;

    if (kid == NULL)
        return;
    while (*at != NULL && (before == NULL || !is_kid(*at, before)))
        at = &(*at)->next;
    kid->kind = kind;
    kid->number = number & MOST_KIDS;
    kid->next = *at;
    *at = kid;
    if (kid->next == NULL)
        parent->last_kid = &kid->next;
}

struct pdf_element *pdf_take_element(struct pdf *pdf, const struct structure_element *of,
                                     const char *type)
{
    struct pdf_structure *structure = &pdf->structure;
    const size_t n = structure_count(structure->of);
    struct pdf_element *element = pdf_element_of(pdf, of);

    if (element != NULL)
        return element;
    if (!memory_grow(&pdf->alloc, &pdf->painter.error, &structure->elements,
                     &structure->element_capacity, n, sizeof *structure->elements) ||
        (element = arena_new(&pdf->arena, struct pdf_element)) == NULL)
        return NULL;
    while (structure->n_elements < n)
        structure->elements[structure->n_elements++] = NULL;
    *element = (struct pdf_element){
        .of = of,
        .type = type,
        .parent = of->parent != NULL ? pdf_element_of(pdf, of->parent) : NULL,
        .last_kid = &element->kids,
        .page = haru_number(pdf->page),
        .last_page = haru_number(pdf->page),
        .note = of->role == ROLE_NOTE ? (unsigned)++structure->n_notes & MOST_KIDS : 0,
    };
    structure->elements[of->index] = element;
    if (element->parent != NULL)
        add_kid(pdf, element->parent, KID_ELEMENT, of->index, of->more->figure);
    return element;
}

/* Marks the element and all elements around it as used. */
static void use(struct pdf_element *element)
{
    for (; element != NULL && !element->is_used; element = element->parent)
        element->is_used = true;
}

void pdf_add_mark(struct pdf *pdf, struct pdf_element *element)
{
    struct pdf_structure *structure = &pdf->structure;

    if (!memory_grow(&pdf->alloc, &pdf->painter.error, &structure->marks, &structure->mark_capacity,
                     structure->n_marks + 1, sizeof *structure->marks))
        return;
    if (element->last_page != haru_number(pdf->page))
        add_kid(pdf, element, KID_PAGE, haru_number(pdf->page), NULL);
    element->last_page = haru_number(pdf->page);
    add_kid(pdf, element, KID_MARK, structure->n_marks, NULL);
    structure->marks[structure->n_marks++] = element;
    element->has_marks = true;
    use(element);
}

struct pdf_parents *pdf_add_parents(struct pdf *pdf, bool is_page)
{
    struct pdf_structure *structure = &pdf->structure;
    struct pdf_parents *parents = arena_new(&pdf->arena, struct pdf_parents);

    if (parents == NULL)
        return NULL;
    parents->is_page = is_page;
    if (structure->last_parents == NULL)
        structure->first_parents = parents;
    else
        structure->last_parents->next = parents;
    structure->last_parents = parents;
    structure->n_keys++;
    return parents;
}

void pdf_set_parents(struct pdf *pdf, struct pdf_parents *parents,
                     struct pdf_element *const *elements, size_t n)
{
    parents->elements = arena_array(&pdf->arena, struct pdf_element *, n);
    if (parents->elements == NULL)
        return;
    if (n > 0)
        memcpy(parents->elements, elements, n * sizeof(struct pdf_element *));
    parents->n = n;
}

static bool is_empty(const struct box *box)
{
    return !(box->left < box->right) || !(box->top < box->bottom);
}

/* In PDF coordinates, clipped to the page. */
static void put_box(struct pdf *pdf, struct buffer *into, const struct box *box)
{
    const double sides[] = { fmax(box->left, 0), fmax(pdf->height - box->bottom, 0),
                             fmin(box->right, pdf->width),
                             fmin(pdf->height - box->top, pdf->height) };

    buffer_byte(into, '[');
    pdf_put_numbers(into, sides, 4, 2);
    buffer_text(into, "]\n");
}

/* Percent-encodes what a URI may not hold (RFC 3986). */
static void put_uri(struct buffer *into, const char *uri)
{
    buffer_byte(into, '(');
    for (; *uri != '\0'; uri++) {
        unsigned char byte = (unsigned char)*uri;
        if (byte <= ' ' || byte >= 0x7F || strchr("<>\"{}|\\^`", byte) != NULL)
            buffer_format(into, "%%%02X", byte);
        else if (byte == '(' || byte == ')')
            buffer_format(into, "\\%c", byte);
        else
            buffer_byte(into, *uri);
    }
    buffer_byte(into, ')');
}

/* What the link is called where its words are not seen. */
static void put_contents(struct pdf *pdf, struct buffer *into, const struct group *group)
{
    const char *words = group->alt != NULL ? group->alt : group->label;

    if (words == NULL && group->uri[0] == '#' && pdf->link_words.length > 0)
        words = pdf->link_words.bytes;
    buffer_text(into, "/Contents ");
    pdf_put_text(into, words != NULL ? words : group->uri);
}

void pdf_add_annotation(struct pdf *pdf, struct pdf_element *element, const struct group *group)
{
    struct pdf_parents *parents;

    if (group->uri == NULL || is_empty(&element->of->more->bounds) ||
        (parents = pdf_add_parents(pdf, false)) == NULL)
        return;
    struct buffer *body = pdf_begin(pdf);
    buffer_text(body, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect ");
    put_box(pdf, body, &element->of->more->bounds);
    buffer_format(body, "/P %u 0 R /StructParent %d\n", haru_number(pdf->page),
                  pdf->structure.n_keys - 1);
    put_contents(pdf, body, group);
    if (group->uri[0] == '#') {
        buffer_text(body, "\n/Dest ");
        pdf_put_bytes(body, group->uri + 1);
    } else {
        buffer_text(body, "\n/A << /S /URI /URI ");
        put_uri(body, group->uri);
        buffer_text(body, " >>");
    }
    buffer_byte(body, '\n');
    struct haru_object *annotation = pdf_reserve(pdf);
    pdf_fill(pdf, annotation);
    if (annotation != NULL)
        haru_add_annotation(pdf->document, pdf->page, annotation);
    pdf_check(pdf);
    pdf_set_parents(pdf, parents, &element, 1);
    element->annotation = haru_number(annotation);
    use(element);
}

/* One pass is enough, because elements come after their parents. */
static void reserve_elements(struct pdf *pdf)
{
    const unsigned first = pdf_failed(pdf) ? 0 : haru_next_number(pdf->document);
    unsigned n = 0;

    for (size_t i = 0; i < pdf->structure.n_elements; i++) {
        struct pdf_element *element = pdf->structure.elements[i];
        const enum role role = element != NULL ? element->of->role : ROLE_NONE;
        bool is_part_of_table = role == ROLE_HEADER_CELL || role == ROLE_CELL ||
                                (role == ROLE_ROW && element->kids != NULL);
        if (is_part_of_table && element->parent->object != 0)
            element->is_used = true;
        if (element != NULL && (element->is_used || i == 0))
            element->object = first + n++;
    }
    if (!pdf_failed(pdf))
        pdf->structure.made = haru_reserve_made(pdf->document, n);
}

/* A mark on another page than the element's first names it. */
static void put_mark(struct buffer *into, unsigned mark, unsigned page, bool is_elsewhere)
{
    if (is_elsewhere)
        buffer_format(into, "<< /Type /MCR /Pg %u 0 R /MCID ", page);
    pdf_put_count(into, mark);
    buffer_text(into, is_elsewhere ? " >> " : " ");
}

static void put_kids(const struct pdf *pdf, struct buffer *into, const struct pdf_element *element)
{
    unsigned page = element->page;

    buffer_text(into, "/K [");
    for (const struct pdf_kid *kid = element->kids; kid != NULL; kid = kid->next)
        switch ((enum pdf_kid_kind)kid->kind) {
        case KID_ELEMENT:
            if (pdf->structure.elements[kid->number]->object != 0)
                pdf_put_reference(into, pdf->structure.elements[kid->number]->object);
            break;
        case KID_MARK:
            put_mark(into, kid->number, page, page != element->page);
            break;
        case KID_PAGE:
            page = kid->number;
            break;
        }
    if (element->annotation != 0)
        buffer_format(into, "<< /Type /OBJR /Obj %u 0 R /Pg %u 0 R >>", element->annotation,
                      element->page);
    buffer_text(into, "]\n");
}

static void put_span(struct buffer *into, const char *key, int cells)
{
    if (cells > 1)
        buffer_format(into, " %s %d", key, cells);
}

static void put_cell_attributes(struct buffer *into, const struct pdf_element *element)
{
    const struct group *group = element->of->group;
    enum header_scope scope = group->role == ROLE_HEADER_CELL ? group->scope : SCOPE_NONE;

    if (scope == SCOPE_NONE && group->columns <= 1 && group->rows <= 1)
        return;
    buffer_text(into, "/A << /O /Table");
    if (scope != SCOPE_NONE)
        buffer_text(into, scope == SCOPE_ROW ? " /Scope /Row" : " /Scope /Column");
    put_span(into, "/ColSpan", group->columns);
    put_span(into, "/RowSpan", group->rows);
    buffer_text(into, " >>\n");
}

static void put_attributes(struct pdf *pdf, struct buffer *into, const struct pdf_element *element)
{
    const struct group *group = element->of->group;

    if (group->role == ROLE_HEADER_CELL || group->role == ROLE_CELL) {
        put_cell_attributes(into, element);
    } else if (group->role == ROLE_LIST && group->labels != LABELS_NONE) {
        buffer_format(into, "/A << /O /List /ListNumbering /%s >>\n",
                      group->labels == LABELS_NUMBERS ? "Decimal" : "Disc");
    } else if (group->role == ROLE_FIGURE && !is_empty(&element->of->more->bounds)) {
        buffer_text(into, "/A << /O /Layout /Placement /Block /BBox ");
        put_box(pdf, into, &element->of->more->bounds);
        buffer_text(into, " >>\n");
    }
}

static void put_said(struct buffer *into, const char *key, const char *text)
{
    if (text == NULL)
        return;
    buffer_text(into, key);
    pdf_put_text(into, text);
    buffer_byte(into, '\n');
}

/* Types that PDF 2.0 has no more: they are those of 1.7, the namespace where none is named. */
static bool is_of_1_7(enum role role)
{
    return role == ROLE_QUOTE || role == ROLE_CONTENTS || role == ROLE_CONTENTS_ITEM ||
           role == ROLE_REFERENCE;
}

/* The first link within the element to a place of the document; NULL: there is none. */
static const char *inner_link(const struct structure_element *element)
{
    const char *uri = element->role == ROLE_LINK ? element->group->uri : NULL;

    if (uri != NULL && uri[0] == '#')
        return uri + 1;
    for (const struct structure_item *item = element->items; item != NULL; item = item->next) {
        const char *inner = item->element != NULL ? inner_link(item->element) : NULL;
        if (inner != NULL)
            return inner;
    }
    return NULL;
}

/* PDF/UA-2 (8.2.5.8) asks what an entry of a table of contents is about. */
static void put_entry_target(const struct pdf *pdf, struct buffer *into,
                             const struct pdf_element *element)
{
    const char *name = inner_link(element->of);
    const unsigned target = name != NULL ? pdf_target_of(pdf, name) : 0;

    if (target != 0)
        buffer_format(into, "/Ref [%u 0 R]\n", target);
}

static const struct pdf_element *next_made(struct pdf *pdf)
{
    struct pdf_structure *structure = &pdf->structure;
    const struct pdf_element *element;

    do
        element = structure->elements[structure->next_made++];
    while (element == NULL || element->object == 0);
    return element;
}

/* A sheet has as many elements as its tables have cells: their entries are made when they are written. */
const char *pdf_make_element(void *context, size_t *n)
{
    struct pdf *pdf = context;
    const struct pdf_element *element = next_made(pdf);
    struct buffer *body = pdf_begin(pdf);

    buffer_text(body, "/S /");
    buffer_text(body, element->type);
    if (pdf->structure.namespace != 0 && !is_of_1_7(element->of->role))
        buffer_format(body, " /NS %u 0 R", pdf->structure.namespace);
    buffer_text(body, " /P ");
    pdf_put_reference(body,
                      element->parent == NULL ? pdf->structure.root : element->parent->object);
    if (element->has_marks) {
        buffer_text(body, "/Pg ");
        pdf_put_reference(body, element->page);
    }
    put_kids(pdf, body, element);
    put_said(body, "/Alt ", element->of->more->alt);
    put_said(body, "/ActualText ", element->of->group->written);
    put_said(body, "/Lang ",
             element->of->more->alt_language != NULL ? element->of->more->alt_language
                                                     : element->of->language);
    put_attributes(pdf, body, element);
    if (pdf->options->is_2 && element->of->role == ROLE_CONTENTS_ITEM)
        put_entry_target(pdf, body, element);
    if (element->of->group->data != 0)
        pdf_put_files_of(pdf, body, element->of->group->data);
    if (element->note != 0)
        buffer_format(body, "/ID (note-%06u)\n", (unsigned)element->note);
    *n = body->length;
    return pdf_failed(pdf) ? NULL : body->bytes;
}

/* The entry of a page is an array of elements, by MCID; that of an annotation is one element. */
static unsigned write_parent_tree(struct pdf *pdf)
{
    struct buffer *body = pdf_begin(pdf);
    size_t key = 0;

    buffer_text(body, "/Nums [");
    for (const struct pdf_parents *parents = pdf->structure.first_parents; parents != NULL;
         parents = parents->next) {
        pdf_put_count(body, key++);
        buffer_byte(body, parents->is_page ? '[' : ' ');
        for (size_t i = 0; i < parents->n; i++)
            pdf_put_reference(body, parents->elements[i]->object);
        buffer_text(body, parents->is_page ? "]\n" : "\n");
    }
    buffer_text(body, "]\n");
    return pdf_make(pdf);
}

static unsigned write_identifiers(struct pdf *pdf)
{
    struct buffer *body = pdf_begin(pdf);

    buffer_text(body, "/Names [");
    for (size_t i = 0; i < pdf->structure.n_elements; i++) {
        const struct pdf_element *element = pdf->structure.elements[i];
        if (element != NULL && element->note != 0 && element->object != 0)
            buffer_format(body, "(note-%06u) %u 0 R\n", (unsigned)element->note, element->object);
    }
    buffer_text(body, "]\n");
    return pdf_make(pdf);
}

unsigned pdf_write_structure(struct pdf *pdf)
{
    struct haru_object *root = pdf_reserve(pdf);

    if (pdf->options->is_2) {
        buffer_text(pdf_begin(pdf), "/Type /Namespace /NS (http://iso.org/pdf2/ssn)\n");
        pdf->structure.namespace = pdf_make(pdf);
    }
    pdf->structure.root = haru_number(root);
    reserve_elements(pdf);
    unsigned parents = write_parent_tree(pdf);
    unsigned identifiers = pdf->structure.n_notes > 0 ? write_identifiers(pdf) : 0;

    const struct pdf_element *document =
        pdf->structure.n_elements > 0 ? pdf->structure.elements[0] : NULL;
    struct buffer *body = pdf_begin(pdf);
    buffer_format(body, "/Type /StructTreeRoot /K [%u 0 R]\n/ParentTree %u 0 R\n",
                  pdf_failed(pdf) || document == NULL ? 0 : document->object, parents);
    buffer_format(body, "/ParentTreeNextKey %d\n", pdf->structure.n_keys);
    if (identifiers != 0)
        buffer_format(body, "/IDTree %u 0 R\n", identifiers);
    if (pdf->structure.namespace != 0)
        buffer_format(body, "/Namespaces [%u 0 R]\n", pdf->structure.namespace);
    pdf_fill(pdf, root);
    return haru_number(root);
}

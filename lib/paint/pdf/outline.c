/* outline.c - places in a document: the outline's bookmarks, the names that links lead to, and the
 * labels of pages.
 *
 * The outline opens at its first level, and shows by itself in documents of several pages. */
#include "paint/pdf/pdf.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Space that is shown above a place, in points. */
static const double space_above = 8;

enum { FEWEST_PAGES_WITH_OUTLINE = 3 };

/* A bookmark as an object. Numbers are those of objects; 0: there is none. */
struct bookmark {
    const struct pdf_place *place;
    struct haru_object *object;
    size_t parent; /* index; SIZE_MAX: the outline itself */
    unsigned first, last, previous, next;
    size_t n_kids;
};

static struct pdf_place *add_place(struct pdf *pdf, const struct box *bounds)
{
    struct pdf_place *place = arena_new(&pdf->arena, struct pdf_place);
    bool is_drawn = bounds->left <= bounds->right && bounds->top <= bounds->bottom;
    double top = is_drawn ? bounds->top - space_above : 0;

    if (place == NULL)
        return NULL;
    place->page = haru_number(pdf->page);
    place->left = is_drawn && bounds->left > 0 ? bounds->left : 0;
    place->top = pdf->height - (top > 0 ? top : 0);
    *pdf->last_place = place;
    pdf->last_place = &place->next;
    pdf->n_places++;
    return place;
}

static bool is_named(const struct pdf *pdf, const char *name)
{
    for (const struct pdf_place *place = pdf->places; place != NULL; place = place->next)
        if (place->name != NULL && strcmp(place->name, name) == 0)
            return true;
    return false;
}

static bool is_note(const struct group *group)
{
    return group->uri != NULL && strncmp(group->uri, "#note.", 6) == 0;
}

static bool is_way_back(const struct group *group)
{
    return is_note(group) && strstr(group->uri, ".back") != NULL;
}

bool pdf_leads_nowhere(const struct pdf *pdf, const struct group *group)
{
    return is_way_back(group) && !is_named(pdf, group->uri + 1);
}

/* The first link to a note is where the note leads back to. */
static void note_way_back(struct pdf *pdf, const struct group *group, const struct box *bounds)
{
    if (!is_note(group) || is_way_back(group))
        return;
    const char *name = arena_format(&pdf->arena, "%s.back", group->uri + 1);
    if (name == NULL || is_named(pdf, name))
        return;
    struct pdf_place *place = add_place(pdf, bounds);
    if (place != NULL)
        place->name = name;
}

void pdf_note_place(struct pdf *pdf, const struct group *group, const struct box *bounds)
{
    const struct scene_place *begun = &group->place;

    if (group->role == ROLE_LINK && group->uri != NULL && begun->id == NULL)
        note_way_back(pdf, group, bounds);
    if (begun->id == NULL && begun->bookmark == NULL)
        return;
    struct pdf_place *place = add_place(pdf, bounds);
    if (place == NULL)
        return;
    if (begun->top > 0)
        place->top = pdf->height - fmax(begun->top - space_above, 0);
    place->name = arena_string(&pdf->arena, begun->id);
    place->title = arena_string(&pdf->arena, begun->bookmark);
    place->level = begun->level;
}

void pdf_settle_places(struct pdf *pdf, const struct pdf_element *element)
{
    for (; *pdf->unsettled != NULL; pdf->unsettled = &(*pdf->unsettled)->next)
        (*pdf->unsettled)->element = element;
}

/* object: a page's number or an element's. */
static void put_destination(struct buffer *into, const struct pdf_place *place, unsigned object)
{
    const double corner[] = { place->left, place->top };

    buffer_byte(into, '[');
    pdf_put_reference(into, object);
    buffer_text(into, "/XYZ ");
    pdf_put_numbers(into, corner, 2, 2);
    buffer_text(into, "null]");
}

/* The number of the element that a place begins with, or of one around it: empty ones are left out. */
static unsigned element_of(const struct pdf *pdf, const struct pdf_place *place)
{
    const struct pdf_element *element = place->element;

    while (element != NULL && element->object == 0)
        element = element->parent;
    return element != NULL ? element->object : pdf->structure.elements[0]->object;
}

unsigned pdf_target_of(const struct pdf *pdf, const char *name)
{
    for (const struct pdf_place *place = pdf->places; place != NULL; place = place->next)
        if (place->name != NULL && strcmp(place->name, name) == 0)
            return element_of(pdf, place);
    return 0;
}

/* PDF/UA-2 asks that places be elements (ISO 32000-2, 12.3.2.3); readers that know no such go to the
 * page. The entries are those of an action and of a name. */
static void put_both_destinations(const struct pdf *pdf, struct buffer *into,
                                  const struct pdf_place *place)
{
    buffer_text(into, "/SD ");
    put_destination(into, place, element_of(pdf, place));
    buffer_text(into, " /D ");
    put_destination(into, place, place->page);
}

/* The one that bookmark i stands below: the last before it of a higher level. */
static size_t parent_of(const struct bookmark *bookmarks, size_t i)
{
    size_t parent = i == 0 ? SIZE_MAX : i - 1;

    while (parent != SIZE_MAX && bookmarks[parent].place->level >= bookmarks[i].place->level)
        parent = bookmarks[parent].parent;
    return parent;
}

/* The bookmarks with their relations; root is the outline itself. NULL after a failure. */
static struct bookmark *relate(struct pdf *pdf, struct bookmark *root, size_t *n)
{
    struct bookmark *bookmarks = arena_array(&pdf->arena, struct bookmark, pdf->n_places);
    size_t *last = arena_array(&pdf->arena, size_t, pdf->n_places + 1); /* kid, by parent + 1 */

    *n = 0;
    for (const struct pdf_place *place = pdf->places;
         bookmarks != NULL && last != NULL && place != NULL; place = place->next) {
        if (place->title == NULL)
            continue;
        const size_t i = (*n)++;
        struct bookmark *own = &bookmarks[i];
        *own = (struct bookmark){ .place = place, .object = pdf_reserve(pdf) };
        own->parent = parent_of(bookmarks, i);
        struct bookmark *parent = own->parent == SIZE_MAX ? root : &bookmarks[own->parent];
        const unsigned number = haru_number(own->object);
        own->previous = parent->last;
        if (parent->first == 0)
            parent->first = number;
        else
            bookmarks[last[parent == root ? 0 : own->parent + 1]].next = number;
        parent->last = number;
        parent->n_kids++;
        last[parent == root ? 0 : own->parent + 1] = i;
    }
    return pdf_failed(pdf) || last == NULL ? NULL : bookmarks;
}

static void put_related(struct buffer *into, const char *key, unsigned number)
{
    if (number != 0)
        buffer_format(into, "/%s %u 0 R\n", key, number);
}

static void write_bookmark(struct pdf *pdf, const struct bookmark *own, unsigned parent)
{
    struct buffer *body = pdf_begin(pdf);

    buffer_text(body, "/Title ");
    pdf_put_text(body, own->place->title);
    buffer_byte(body, '\n');
    put_related(body, "Parent", parent);
    put_related(body, "Prev", own->previous);
    put_related(body, "Next", own->next);
    put_related(body, "First", own->first);
    put_related(body, "Last", own->last);
    if (own->n_kids > 0)
        buffer_format(body, "/Count -%zu\n", own->n_kids);
    if (pdf->options->is_2) {
        buffer_text(body, "/A << /S /GoTo ");
        put_both_destinations(pdf, body, own->place);
        buffer_text(body, " >>\n");
    } else {
        buffer_text(body, "/Dest ");
        put_destination(body, own->place, own->place->page);
        buffer_byte(body, '\n');
    }
    pdf_fill(pdf, own->object);
}

/* Number of the outline's object; 0: there are no bookmarks, or a failure. */
static unsigned write_outline(struct pdf *pdf)
{
    struct bookmark root = { .n_kids = 0 };
    size_t n;
    const struct bookmark *bookmarks = relate(pdf, &root, &n);

    if (bookmarks == NULL || n == 0)
        return 0;
    root.object = pdf_reserve(pdf);
    for (size_t i = 0; i < n && !pdf_failed(pdf); i++) {
        const size_t parent = bookmarks[i].parent;
        write_bookmark(pdf, &bookmarks[i],
                       haru_number(parent == SIZE_MAX ? root.object : bookmarks[parent].object));
    }
    struct buffer *body = pdf_begin(pdf);
    buffer_text(body, "/Type /Outlines\n");
    put_related(body, "First", root.first);
    put_related(body, "Last", root.last);
    buffer_format(body, "/Count %zu\n", root.n_kids);
    pdf_fill(pdf, root.object);
    return haru_number(root.object);
}

static int by_name(const void *a, const void *b)
{
    const struct pdf_place *const *one = a;
    const struct pdf_place *const *other = b;

    return strcmp((*one)->name, (*other)->name);
}

static void put_name(const struct pdf *pdf, struct buffer *into, const struct pdf_place *place)
{
    if (pdf->options->is_2) {
        buffer_text(into, "<< ");
        put_both_destinations(pdf, into, place);
        buffer_text(into, " >>\n");
    } else {
        put_destination(into, place, place->page);
        buffer_byte(into, '\n');
    }
}

/* Number of the tree of names; 0: there are none, or a failure. Of two equal names the first counts. */
static unsigned write_names(struct pdf *pdf)
{
    const struct pdf_place **named =
        arena_array(&pdf->arena, const struct pdf_place *, pdf->n_places);
    size_t n = 0;

    for (const struct pdf_place *place = pdf->places; named != NULL && place != NULL;
         place = place->next)
        if (place->name != NULL)
            named[n++] = place;
    if (n == 0)
        return 0;
    qsort(named, n, sizeof *named, by_name);
    struct buffer *body = pdf_begin(pdf);
    buffer_text(body, "/Names [");
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && by_name(&named[i - 1], &named[i]) == 0)
            continue;
        pdf_put_bytes(body, named[i]->name);
        buffer_byte(body, ' ');
        put_name(pdf, body, named[i]);
    }
    buffer_text(body, "]\n");
    return pdf_make(pdf);
}

void pdf_write_places(struct pdf *pdf, struct buffer *into)
{
    const unsigned outline = write_outline(pdf), names = write_names(pdf);
    const unsigned files = pdf_write_file_names(pdf);

    if (outline != 0)
        buffer_format(into, "/Outlines %u 0 R\n", outline);
    if (outline != 0 && pdf->n_pages >= FEWEST_PAGES_WITH_OUTLINE)
        buffer_text(into, "/PageMode /UseOutlines\n");
    if (names != 0 || files != 0)
        buffer_text(into, "/Names <<\n");
    put_related(into, "Dests", names);
    put_related(into, "EmbeddedFiles", files);
    if (names != 0 || files != 0)
        buffer_text(into, ">>\n");
    if (pdf->n_pages > 1)
        buffer_text(into, "/PageLabels << /Nums [0 << /S /D >>] >>\n");
}

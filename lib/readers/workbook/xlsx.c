/* xlsx.c - the parts of an XLSX workbook (ECMA-376, ISO/IEC 29500): from the archive's
 * relationships to the workbook, and from there to its sheets, strings and styles. */
#include <stdio.h>
#include <string.h>

#include "readers/workbook/workbook_parts.h"

enum { RELATIONS = 4 * WORKBOOK_SHEETS };

struct relation {
    const char *id, *type, *target;
};

struct relations {
    struct xml *xml;
    struct workbook *book;
    const char *folder; /* of the part that they belong to: "xl/" */
    struct relation *items;
    size_t count, capacity;
};

/* "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml". */
static const char *resolve(const struct relations *r, const char *target)
{
    if (target[0] == '/')
        return arena_string(&r->book->arena, target + 1);
    if (strncmp(target, "../", 3) == 0)
        return arena_string(&r->book->arena, target + 3);
    return arena_format(&r->book->arena, "%s%s", r->folder, target);
}

static void on_relation(void *context, const char *name, const char *const *attributes)
{
    struct relations *r = context;
    const char *id = xml_attribute(attributes, "Id"), *type = xml_attribute(attributes, "Type");
    const char *target = xml_attribute(attributes, "Target"), *last;

    if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
        r->count == RELATIONS ||
        !memory_grow(r->book->reading->alloc, r->book->reading->error, &r->items, &r->capacity,
                     r->count + 1, sizeof *r->items))
        return;
    /* The types of ISO's strict files differ from the usual ones but for their last word. */
    last = strrchr(type, '/');
    r->items[r->count++] =
        (struct relation){ arena_string(&r->book->arena, id),
                           arena_string(&r->book->arena, last != NULL ? last + 1 : type),
                           resolve(r, target) };
}

static void read_relations(struct relations *r, struct workbook *book, const char *part,
                           const char *folder)
{
    const struct xml_events events = { .context = r, .start = on_relation };

    *r = (struct relations){ .book = book, .folder = folder };
    if (archive_has(book->archive, part))
        workbook_feed(book, part, &events, NULL);
}

static void free_relations(struct relations *r)
{
    memory_free(r->book->reading->alloc, r->items, r->capacity * sizeof *r->items);
}

/* The target by its identifier, or by its type; the other is NULL. */
static const char *find_target(const struct relations *r, const char *id, const char *type)
{
    for (size_t i = 0; i < r->count; i++)
        if ((id != NULL && strcmp(r->items[i].id, id) == 0 &&
             strcmp(r->items[i].type, "worksheet") == 0) ||
            (type != NULL && strcmp(r->items[i].type, type) == 0))
            return r->items[i].target;
    return NULL;
}

struct listing {
    struct xml *xml;
    struct workbook *book;
    const struct relations *relations;
};

static bool is_true(const char *text)
{
    return text != NULL && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}

static void on_workbook(void *context, const char *name, const char *const *attributes)
{
    struct listing *listing = context;
    const char *sheet, *id, *state, *part;

    if (strcmp(name, "workbookPr") == 0)
        listing->book->dates_from_1904 = is_true(xml_attribute(attributes, "date1904"));
    if (strcmp(name, "sheet") != 0)
        return;
    sheet = xml_attribute(attributes, "name");
    id = xml_attribute(attributes, "id");
    state = xml_attribute(attributes, "state");
    part = id != NULL ? find_target(listing->relations, id, NULL) : NULL;
    if (sheet != NULL && part != NULL)
        workbook_note_sheet(listing->book, sheet, part,
                            state != NULL && strcmp(state, "visible") != 0);
}

static void list_sheets(struct workbook *book, const char *part)
{
    const char *slash = strrchr(part, '/'), *name = slash != NULL ? slash + 1 : part;
    const char *folder = arena_text(&book->arena, part, (size_t)(name - part));
    const char *path = arena_format(&book->arena, "%s_rels/%s.rels", folder, name);
    struct relations relations;
    struct listing listing = { NULL, book, &relations };
    const struct xml_events events = { .context = &listing, .start = on_workbook };

    if (path == NULL)
        return;
    read_relations(&relations, book, path, folder);
    if (!workbook_failed(book))
        workbook_feed(book, part, &events, NULL);
    book->strings_part = find_target(&relations, NULL, "sharedStrings");
    book->styles_part = find_target(&relations, NULL, "styles");
    free_relations(&relations);
}

void xlsx_open(struct workbook *book)
{
    struct relations relations;
    const char *part;

    read_relations(&relations, book, "_rels/.rels", "");
    part = find_target(&relations, NULL, "officeDocument");
    free_relations(&relations);
    if (workbook_failed(book))
        return;
    if (part == NULL)
        part = "xl/workbook.xml";
    if (!archive_has(book->archive, part))
        workbook_refuse_archive(book);
    else
        list_sheets(book, part);
    if (!workbook_failed(book) && book->styles_part != NULL)
        xlsx_read_styles(book);
}

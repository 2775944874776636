/* catalogue.c - `texts: texts/{lang}.yaml`: a file a language, from the spec's texts to others.
 *
 *     Exports: Экспорт
 *     "{$partner}: trade": "{$partner}: торговля"
 *
 * A key is a text as it stands in the spec, so that a text which is changed there has no
 * translation until somebody has looked at it. Line ends and spaces count as one space. */
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/strings.h"
#include "sheet/spec/root.h"
#include "sheet/spec/spec.h"
#include "sheet/spec/texts.h"

#define PLACEHOLDER "{lang}"

bool catalogue_check_name(struct spec_reader *reader, const struct node *node)
{
    if (node == NULL || strstr(node->text, PLACEHOLDER) != NULL)
        return true;
    spec_fail(reader, node->place,
              "'%.100s' is one file for all languages; write {lang} where the language stands: "
              "texts/{lang}.yaml",
              node->text);
    return false;
}

/* Tags do not tell cases apart, file names do: "zh-Hant-TW" (BCP 47, 2.1.1). */
static void make_canonical(char *tag)
{
    for (char *at = tag; *at != '\0';) {
        const size_t n = strcspn(at, "-");

        for (size_t i = 0; i < n; i++) {
            const bool upper = at != tag && (n == 2 || (n == 4 && i == 0));

            if (upper && at[i] >= 'a' && at[i] <= 'z')
                at[i] = (char)(at[i] - 'a' + 'A');
            else if (!upper && at[i] >= 'A' && at[i] <= 'Z')
                at[i] = (char)(at[i] - 'A' + 'a');
        }
        at += n + (at[n] == '-');
    }
}

/* The file of a tag; NULL: there is none. */
static const char *find_file(struct spec_reader *reader, const char *tag)
{
    const char *name = reader->texts->text, *hole = strstr(name, PLACEHOLDER);
    const char *slash = strrchr(reader->path, '/');
    int folder = slash != NULL && name[0] != '/' ? (int)(slash + 1 - reader->path) : 0;
    char *canonical = arena_text(&reader->arena, tag, strlen(tag));

    if (canonical == NULL)
        return NULL;
    make_canonical(canonical);
    const char *path =
        arena_format(&reader->arena, "%.*s%.*s%s%s", folder, reader->path, (int)(hole - name), name,
                     canonical, hole + strlen(PLACEHOLDER));

    if (path == NULL)
        return NULL;
    if (access(path, F_OK) != 0) {
        sheet_add_wanted(reader->sheet, path);
        return NULL;
    }
    if (reader->sheet->root == NULL)
        return path;
    path = root_resolve(reader->sheet->root, path, &reader->arena);
    if (path == NULL && sheet_is_well(reader->sheet))
        spec_fail(reader, reader->texts->place, "'%.200s' is no file below the root folder", name);
    return path;
}

/* A catalogue is a mapping of texts; what has no translation yet is empty. */
static bool check(struct spec_reader *reader, struct catalogue *catalogue)
{
    const struct document *document = &catalogue->document;
    const struct node *root = document->root;

    if (root->kind != NODE_MAPPING)
        document_fail(document, &reader->sheet->error, root->place,
                      "a catalogue is a mapping from texts of the spec to texts in '%s', not %s",
                      catalogue->tag, node_kind_words(root));
    for (const struct node_item *item = root->items; item != NULL && root->kind == NODE_MAPPING;
         item = item->next)
        if (item->value->kind != NODE_SCALAR && item->value->kind != NODE_NOTHING)
            document_fail(document, &reader->sheet->error, item->value->place,
                          "a text is expected here, not %s", node_kind_words(item->value));
    return sheet_is_well(reader->sheet);
}

/* Empty lines and comments: what `>>` makes before a first text is written. */
static bool holds_nothing(const char *text, size_t n)
{
    const char *end = text + n;

    while (text < end) {
        const char *line_end = memchr(text, '\n', (size_t)(end - text));

        line_end = line_end != NULL ? line_end : end;
        while (text < line_end && (*text == ' ' || *text == '\t' || *text == '\r'))
            text++;
        if (text < line_end && *text != '#')
            return false;
        text = line_end < end ? line_end + 1 : end;
    }
    return true;
}

static bool read_catalogue(struct spec_reader *reader, const char *path,
                           struct catalogue *catalogue)
{
    struct buffer bytes;
    sheaf_sheet *sheet = reader->sheet;
    const char *copy = NULL, *name = arena_string(&reader->arena, path);

    sheet_add_input(sheet, path);
    buffer_init(&bytes, &sheet->alloc, &sheet->error);
    if (name != NULL && file_read(path, DOCUMENT_BYTES, &bytes, &sheet->error) == SHEAF_OK)
        copy = arena_text(&reader->arena, bytes.length > 0 ? bytes.bytes : "", bytes.length);
    size_t n = bytes.length;
    buffer_free(&bytes);
    if (copy != NULL && holds_nothing(copy, n))
        return true;
    if (copy != NULL &&
        document_read(&catalogue->document, name, copy, n, &reader->arena, &sheet->error) ==
            SHEAF_OK &&
        check(reader, catalogue))
        return true;
    catalogue->document.root = NULL;
    return false;
}

/* Each is opened once; a file that has failed is told once. */
static const struct catalogue *open_catalogue(struct spec_reader *reader, const char *tag)
{
    struct catalogue *catalogue = reader->catalogues;

    while (catalogue != NULL && strcmp(catalogue->tag, tag) != 0)
        catalogue = catalogue->next;
    if (catalogue != NULL)
        return catalogue;
    catalogue = arena_new(&reader->arena, struct catalogue);
    if (catalogue == NULL)
        return NULL;
    catalogue->tag = arena_string(&reader->arena, tag);
    if (catalogue->tag == NULL)
        return NULL;
    catalogue->next = reader->catalogues;
    reader->catalogues = catalogue;
    const char *path = find_file(reader, tag);
    if (path != NULL && !read_catalogue(reader, path, catalogue) && !spec_go_on(reader))
        return NULL;
    return spec_go_on(reader) ? catalogue : NULL;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static const char *skip_spaces(const char *text)
{
    while (is_space(*text))
        text++;
    return text;
}

static bool is_same_text(const char *a, const char *b)
{
    a = skip_spaces(a);
    b = skip_spaces(b);
    while (*a != '\0' || *b != '\0') {
        bool space_a = is_space(*a) || *a == '\0', space_b = is_space(*b) || *b == '\0';

        if (space_a != space_b || (!space_a && *a != *b))
            return false;
        a = space_a ? skip_spaces(a) : a + 1;
        b = space_b ? skip_spaces(b) : b + 1;
        if ((*a == '\0') != (*b == '\0') && !is_space(*a) && !is_space(*b))
            return false;
    }
    return true;
}

const struct node *catalogue_find(struct spec_reader *reader, const char *tag, const char *text,
                                  const struct document **document)
{
    if (reader->texts == NULL)
        return NULL;
    const struct catalogue *catalogue = open_catalogue(reader, tag);
    const struct node *root = catalogue != NULL ? catalogue->document.root : NULL;
    for (const struct node_item *item = root != NULL ? root->items : NULL; item != NULL;
         item = item->next) {
        if (item->value->kind != NODE_SCALAR || item->value->length == 0 ||
            !is_same_text(item->key->text, text))
            continue;
        *document = &catalogue->document;
        return item->value;
    }
    return NULL;
}

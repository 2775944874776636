/* slice_place.c - finds where a spec selects by a parameter: "trade[flow: exports, partner: $partner]". */
#include <string.h>

#include "base/strings.h"
#include "sheet/spec/parameters.h"
#include "sheet/spec/slices.h"

/* Series that are named by series, in turn: as many are followed. */
enum { MOST_STEPS = 16 };

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* The word, or what stands in quotes, that ends before end; *n its length. */
static const char *word_before(const char *text, const char *end, size_t *n)
{
    const char *from;

    while (end > text && (end[-1] == ' ' || end[-1] == '\n'))
        end--;
    if (end > text && (end[-1] == '"' || end[-1] == '\'')) {
        const char quote = end[-1];

        for (from = end - 1; from > text && from[-1] != quote;)
            from--;
        *n = (size_t)(end - 1 - from);
        return from;
    }
    for (from = end; from > text && (is_word(from[-1]) || from[-1] == '-');)
        from--;
    *n = (size_t)(end - from);
    return from;
}

/* The bracket that is open at `at`; NULL: none is. */
static const char *open_bracket(const char *text, const char *at)
{
    size_t closed = 0;

    while (at > text) {
        at--;
        if (*at == ']')
            closed++;
        else if (*at == '[' && closed-- == 0)
            return at;
    }
    return NULL;
}

static const struct node *expression_of(const struct node *node)
{
    const struct node *value = node_find(node, "value");

    return node->kind == NODE_SCALAR || value == NULL ? node : value;
}

/* The data that the name stands for: itself, or those which the first name of its series has that
 * stands for some. */
static const char *data_of(const struct node *root, const char *name, size_t n, int steps)
{
    const struct node *data = node_find(root, "data"), *series = node_find(root, "series");

    for (const struct node_item *item = data != NULL ? data->items : NULL; item != NULL;
         item = item->next)
        if (item->key != NULL && string_is(name, n, item->key->text))
            return item->key->text;
    for (const struct node_item *item = series != NULL ? series->items : NULL;
         item != NULL && steps < MOST_STEPS; item = item->next) {
        if (item->key == NULL || !string_is(name, n, item->key->text))
            continue;
        const struct node *node = expression_of(item->value);
        for (const char *at = node->kind == NODE_SCALAR ? node->text : ""; *at != '\0';) {
            size_t length = 0;
            while (is_word(at[length]))
                length++;
            const char *found = length > 0 ? data_of(root, at, length, steps + 1) : NULL;
            if (found != NULL)
                return found;
            at += length > 0 ? length : 1;
        }
    }
    return NULL;
}

/* What is selected by the parameter whose "$" stands at `at`. */
static bool read_place(const struct node *root, const char *text, const char *at,
                       struct arena *arena, struct slice_place *place)
{
    size_t n_dimension = 0, n_data = 0;
    const char *colon = at;

    while (colon > text && colon[-1] == ' ')
        colon--;
    const char *bracket = open_bracket(text, at);
    if (colon == text || colon[-1] != ':' || bracket == NULL)
        return false;
    const char *dimension = word_before(text, colon - 1, &n_dimension);
    const char *name = word_before(text, bracket, &n_data);
    if (n_dimension == 0 || n_data == 0)
        return false;
    place->data = data_of(root, name, n_data, 0);
    place->dimension = arena_text(arena, dimension, n_dimension);
    return place->data != NULL && place->dimension != NULL;
}

static bool find_place(const struct node *root, const struct node *node, const char *name,
                       struct arena *arena, struct slice_place *place)
{
    const size_t n = strlen(name);

    if (node->kind == NODE_SCALAR)
        for (const char *at = node->text; (at = strchr(at, '$')) != NULL; at++)
            if (strncmp(at + 1, name, n) == 0 &&
                parameter_name_length(at + 1, strlen(at + 1)) == n &&
                read_place(root, node->text, at, arena, place))
                return true;
    for (const struct node_item *item = node->items; item != NULL; item = item->next)
        if (find_place(root, item->value, name, arena, place))
            return true;
    return false;
}

bool slice_find_place(const struct node *root, const char *name, struct arena *arena,
                      struct slice_place *place)
{
    *place = (struct slice_place){ NULL, NULL };
    return find_place(root, root, name, arena, place);
}

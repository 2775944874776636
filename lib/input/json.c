/* json.c - JSON parsed by YAJL, whose callbacks build the tree.
 *
 * The whole text is given to YAJL at once. In a callback yajl_get_bytes_consumed is the end of the
 * token; the token begins behind the last one, its comma or colon and the blanks between. YAJL 2.1
 * accepts some texts that RFC 8259 does not; the callbacks refuse them: form feeds and vertical
 * tabs as blanks, "012" at the end of a text, halves of surrogate pairs, ill-formed UTF-8. */
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "input/json_parse.h"
#include "input/json_parts.h"

/* YAJL's memory --------------------------------------------------------------- */

/* YAJL uses what it gets without a look, so that a failure has to leave by longjmp. YAJL holds
 * nothing but memory, and all of it goes with the arena. */
union block {
    size_t size;
    max_align_t aligned;
};

static void *yajl_take(void *context, size_t n)
{
    struct parse *parse = context;
    union block *block = n <= SIZE_MAX - sizeof *block
                             ? arena_take(&parse->yajl_memory, n + sizeof *block, 1)
                             : NULL;

    if (block == NULL)
        longjmp(parse->no_memory, 1);
    block->size = n;
    return block + 1;
}

static void *yajl_resize(void *context, void *old, size_t n)
{
    void *new = yajl_take(context, n);

    if (old != NULL) {
        size_t old_size = ((union block *)old - 1)->size;

        memcpy(new, old, old_size < n ? old_size : n);
    }
    return new;
}

static void yajl_give_back(void *context, void *block)
{
    (void)context;
    (void)block;
}

/* Strings --------------------------------------------------------------------- */

/* Four hexadecimal digits, which YAJL has checked. */
static unsigned read_hex(const char *at)
{
    unsigned code = 0;

    for (int i = 0; i < 4; i++)
        code = code * 16 + (unsigned)(at[i] <= '9' ? at[i] - '0' : (at[i] | 0x20) - 'a' + 10);
    return code;
}

/* Checks the escapes of a string between its quotation marks. */
static bool check_escapes(struct parse *parse, const char *at, const char *end)
{
    for (; at < end; at++) {
        if (*at != '\\' || *++at != 'u')
            continue;
        unsigned code = read_hex(at + 1);
        const char *next = at + 5;
        bool pairs = code >= 0xD800 && code < 0xDC00 && end - next >= 6 && next[0] == '\\' &&
                     next[1] == 'u' && read_hex(next + 2) >= 0xDC00 && read_hex(next + 2) < 0xE000;

        if (code == 0)
            return json_refuse(parse, at - 1, "a NUL character (\\u0000) in a string");
        if (code >= 0xD800 && code < 0xE000 && !pairs)
            return json_refuse(parse, at - 1, "this is not JSON: invalid Unicode '\\u%04X'", code);
        at += pairs ? 10 : 4;
    }
    return true;
}

/* Takes the token that YAJL tells of; NULL: refused. */
static const char *take_token(struct parse *parse)
{
    const char *start = json_next_token(parse, NULL);

    if (*start == '\f' || *start == '\v') {
        json_refuse(parse, start, "this is not JSON: control character 0x%x", (unsigned)*start);
        return NULL;
    }
    parse->at = parse->at_end ? parse->end : parse->text + yajl_get_bytes_consumed(parse->yajl);
    return start;
}

/* A string or key of the tree; n bytes are its text. NULL: failed. */
static const char *take_string(struct parse *parse, const unsigned char *bytes, size_t n,
                               size_t *offset)
{
    const char *start = take_token(parse), *text = (const char *)bytes;

    if (start == NULL)
        return NULL;
    *offset = (size_t)(start - parse->text);
    /* Escapes are longer than what they stand for. */
    if ((size_t)(parse->at - start) != n + 2 && !check_escapes(parse, start + 1, parse->at - 1))
        return NULL;
    if (!utf8_valid(text, n, NULL)) {
        json_refuse(parse, start, "this is not JSON: a string is not UTF-8");
        return NULL;
    }
    return arena_text(parse->arena, text, n);
}

/* Values ---------------------------------------------------------------------- */

static int put(struct parse *parse, struct json_value value, size_t offset)
{
    if (!memory_grow(&parse->arena->alloc, parse->arena->error, &parse->pending, &parse->capacity,
                     parse->n_pending + 1, sizeof *parse->pending))
        return 0;
    value.offset = (uint32_t)offset;
    value.key = parse->key;
    value.key_offset = (uint32_t)parse->key_offset;
    parse->key = NULL;
    parse->pending[parse->n_pending++] = value;
    return 1;
}

static int put_word(struct parse *parse, enum json_kind kind)
{
    const char *start = take_token(parse);

    return start != NULL &&
           put(parse, (struct json_value){ .kind = kind }, (size_t)(start - parse->text));
}

static int on_null(void *context)
{
    return put_word(context, JSON_NULL);
}

static int on_boolean(void *context, int is_true)
{
    return put_word(context, is_true ? JSON_TRUE : JSON_FALSE);
}

static int on_number(void *context, const char *digits, size_t n)
{
    struct parse *parse = context;
    const char *start = take_token(parse), *text;

    if (start == NULL)
        return 0;
    if (parse->at < parse->end && json_is_of_word(*parse->at)) /* "0" of "012" */
        return json_refuse_near(parse, start, "invalid token");
    text = arena_text(parse->arena, digits, n);
    return text != NULL && put(parse, (struct json_value){ .kind = JSON_NUMBER, .text = text },
                               (size_t)(start - parse->text));
}

static int on_string(void *context, const unsigned char *bytes, size_t n)
{
    struct parse *parse = context;
    size_t offset;
    const char *text = take_string(parse, bytes, n, &offset);

    return text != NULL &&
           put(parse, (struct json_value){ .kind = JSON_STRING, .text = text }, offset);
}

static int on_key(void *context, const unsigned char *bytes, size_t n)
{
    struct parse *parse = context;

    parse->key = take_string(parse, bytes, n, &parse->key_offset);
    return parse->key != NULL;
}

/* Arrays and objects ---------------------------------------------------------- */

static int refuse_duplicate(struct parse *parse, const struct json_value *member)
{
    return json_refuse_near(parse, parse->text + member->key_offset, "duplicate object key");
}

static int index_members(struct parse *parse, struct json_value *object)
{
    uint32_t *index = arena_array(parse->arena, uint32_t, json_index_size(object->count));

    if (index == NULL)
        return 0;
    for (uint32_t i = 0; i < object->count; i++) {
        size_t slot = json_index_slot(object, index, object->items[i].key);

        if (index[slot] != 0)
            return refuse_duplicate(parse, &object->items[i]);
        index[slot] = i + 1;
    }
    object->index = index;
    return 1;
}

static int check_members(struct parse *parse, struct json_value *object)
{
    if (object->count > JSON_SMALL_OBJECT)
        return index_members(parse, object);
    for (size_t i = 1; i < object->count; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(object->items[i].key, object->items[k].key) == 0)
                return refuse_duplicate(parse, &object->items[i]);
    return 1;
}

static int open_group(struct parse *parse, enum json_kind kind)
{
    if (!put_word(parse, kind))
        return 0;
    if (parse->depth == JSON_DEPTH)
        return json_refuse_near(parse, parse->at - 1, "maximum parsing depth reached");
    parse->open[parse->depth++] = parse->n_pending - 1;
    return 1;
}

static int close_group(struct parse *parse)
{
    if (take_token(parse) == NULL)
        return 0;
    struct json_value *group = &parse->pending[parse->open[--parse->depth]];
    size_t count = (size_t)(parse->pending + parse->n_pending - (group + 1));
    struct json_value *items = arena_array(parse->arena, struct json_value, count);

    if (items == NULL)
        return 0;
    memcpy(items, group + 1, count * sizeof *items);
    group->items = items;
    group->count = (uint32_t)count;
    parse->n_pending -= count;
    return group->kind == JSON_ARRAY || check_members(parse, group);
}

static int on_object(void *context)
{
    return open_group(context, JSON_OBJECT);
}

static int on_array(void *context)
{
    return open_group(context, JSON_ARRAY);
}

static int on_end(void *context)
{
    return close_group(context);
}

/* The text -------------------------------------------------------------------- */

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_boolean,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_start_map = on_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_end,
    .yajl_start_array = on_array,
    .yajl_end_array = on_end,
};

/* False: refused, or out of memory. */
static bool run(struct parse *parse)
{
    yajl_alloc_funcs memory = { yajl_take, yajl_resize, yajl_give_back, parse };
    yajl_status status;

    if (setjmp(parse->no_memory) != 0)
        return false; /* arena_take has said so */
    parse->yajl = yajl_alloc(&callbacks, &memory, parse);
    yajl_config(parse->yajl, yajl_dont_validate_strings, 1); /* take_string does */
    status = yajl_parse(parse->yajl, (const unsigned char *)parse->text,
                        (size_t)(parse->end - parse->text));
    if (status == yajl_status_ok) {
        parse->at_end = true;
        status = yajl_complete_parse(parse->yajl);
    }
    if (status == yajl_status_error)
        json_refuse_as_yajl(parse);
    if (status != yajl_status_ok)
        return false;
    parse->at = json_pass_blanks(parse->at, parse->end);
    return parse->at == parse->end || json_refuse_near(parse, parse->at, "end of file expected");
}

const struct json_value *json_value_read(struct arena *arena, const char *text, size_t n,
                                         struct json_failure *failure)
{
    struct parse parse = {
        .arena = arena, .failure = failure, .text = text, .end = text + n, .at = text
    };
    struct json_value *root = NULL;

    *failure = (struct json_failure){ 0 };
    if (n > JSON_MAX_BYTES) {
        json_refuse(&parse, text, "this is larger than the %d MiB of JSON that are read",
                    JSON_MAX_BYTES >> 20);
        return NULL;
    }
    arena_init(&parse.yajl_memory, &arena->alloc, arena->error);
    if (run(&parse))
        root = arena_new(arena, struct json_value);
    if (root != NULL)
        *root = parse.pending[0];
    memory_free(&arena->alloc, parse.pending, parse.capacity * sizeof *parse.pending);
    arena_free(&parse.yajl_memory);
    return root;
}

/* input.c - the text of a data file, as UTF-8, through a window that slides over it.
 *
 * UTF-8 is read straight into the window and validated there; other encodings go through a block
 * of bytes and ICU. While a text is ASCII its encoding stays open, and the first byte above 0x7F
 * decides it. So even a file in windows-1252 whose only accented letter is in the name of one town
 * near its end is read correctly. */
#include "input/input.h"

#include <string.h>

#include "base/scan.h"
#include "base/strings.h"
#include "input/encoding.h"
#include "input/unpack.h"

enum {
    FIRST_WINDOW = 65536,
    USUAL_WINDOW = 262144,
    BLOCK = 65536,
    DECIDING_BYTES = 1024 /* from the first byte above 0x7F on; these decide the encoding */
};

enum coding {
    OPEN,    /* only ASCII so far */
    UTF8,    /* read straight into the window */
    DECODED, /* another encoding, decoded by ICU */
    AS_IS    /* not text */
};

struct input {
    struct reading reading;
    sheaf_alloc alloc;
    struct unpack unpack;
    bool ended; /* unpack has no more bytes */
    enum coding coding;
    const char *encoding;
    const char *declared; /* encoding that the text itself names; NULL: none */
    char *window;
    size_t capacity;
    size_t n;        /* bytes of text, from the start of the window */
    size_t filled;   /* bytes in the window; those after n are the start of a character, or open */
    uint64_t offset; /* in the unpacked file: of the window, or if DECODED, of block_at */
    size_t line;     /* of the start of the window */
    struct decoder *decoder; /* if DECODED */
    char *block;             /* input of the decoder; from block_at to block_n not decoded yet */
    size_t block_at, block_n, block_capacity;
    size_t stray;             /* number of bytes after the text that make no character; 0: none */
    unsigned char stray_byte; /* the first of them */
    bool has_return_lines;    /* lines end in carriage returns, which become line feeds */
};

static bool failed(const struct input *input)
{
    return input->reading.error->status != SHEAF_OK;
}

static char *new_block(struct input *input, size_t n)
{
    char *block = memory_resize(&input->alloc, NULL, 0, n);

    if (block == NULL)
        fail_memory(input->reading.error);
    return block;
}

/* Messages ---------------------------------------------------------------------- */

/* Where the text in the window ends. */
static struct place end_of_text(const struct input *input)
{
    struct place at = { .file = input->reading.name, .line = input->line, .length = 1 };
    const char *line = input->window, *end = line + input->n, *next;

    while ((next = memchr(line, '\n', (size_t)(end - line))) != NULL) {
        at.line++;
        line = next + 1;
    }
    at.column = 1 + utf8_count(line, (size_t)(end - line));
    return at;
}

static const char *another_encoding(const struct input *input)
{
    return strcmp(input->encoding, "windows-1252") == 0 ? "windows-1251" : "windows-1252";
}

static void fail_stray(struct input *input)
{
    bool decoded = input->coding == DECODED;
    uint64_t offset = decoded ? input->offset - input->stray : input->offset + input->n;

    fail_at(input->reading.error, SHEAF_BAD_INPUT, end_of_text(input),
            "byte %llu of the %s (0x%02X) is not %s; save the file as UTF-8, or say what it is in, "
            "as in " SETTING("encoding: %s"),
            (unsigned long long)offset,
            input->unpack.packing == NOT_PACKED ? "file" : "unpacked file",
            (unsigned)input->stray_byte, input->encoding, another_encoding(input));
}

static void warn_guess(struct input *input)
{
    reading_warn(&input->reading, "encoding", end_of_text(input),
                 "this is not UTF-8 and is read as %s, which it looks like; if that is wrong, say "
                 "what it is in, as in " SETTING("encoding: %s"),
                 input->encoding, another_encoding(input));
}

/* Filling ----------------------------------------------------------------------- */

/* Moves the bytes after the text from the window to the decoder's block. */
static void start_decoding(struct input *input)
{
    size_t rest = input->filled - input->n;

    input->block_capacity = rest > BLOCK ? rest : BLOCK;
    input->block = new_block(input, input->block_capacity);
    input->decoder = decoder_create(&input->alloc, input->encoding, input->reading.error);
    if (failed(input))
        return;
    memcpy(input->block, input->window + input->n, rest);
    input->block_n = rest;
    input->filled = input->n;
    input->offset += input->n;
}

static void set_encoding(struct input *input, struct encoding found)
{
    input->encoding = found.name != NULL ? found.name : "";
    if (found.name == NULL)
        input->coding = AS_IS;
    else if (found.open)
        input->coding = OPEN;
    else
        input->coding = strcmp(found.name, "UTF-8") == 0 ? UTF8 : DECODED;
    if (found.guessed)
        warn_guess(input);
    if (input->coding == DECODED)
        start_decoding(input);
}

static void take_ascii(struct input *input)
{
    size_t rest;

    input->n = (size_t)(scan_past_ascii(input->window + input->n, input->window + input->filled) -
                        input->window);
    rest = input->filled - input->n;
    if (rest > 0 && (rest >= DECIDING_BYTES || input->ended))
        set_encoding(input, encoding_decide(&input->alloc, input->window, input->filled,
                                            input->ended, input->declared, input->reading.error));
}

static void take_utf8(struct input *input)
{
    const char *rest = input->window + input->n;
    size_t n = input->filled - input->n, good = n;

    if (utf8_valid(rest, n, &good)) {
        input->n = input->filled;
        return;
    }
    input->n += good;
    if (!input->ended && utf8_is_cut(rest + good, n - good))
        return;
    input->stray = 1;
    input->stray_byte = (unsigned char)rest[good];
}

/* Accepts as text as many of the window's new bytes as are known to be. */
static void take(struct input *input)
{
    if (input->coding == OPEN)
        take_ascii(input);
    if (input->coding == UTF8)
        take_utf8(input);
    if (input->coding == AS_IS)
        input->n = input->filled;
}

static void fill_plain(struct input *input)
{
    size_t room = input->capacity - input->filled;
    size_t got = unpack_read(&input->unpack, input->window + input->filled, room);

    input->ended = got < room;
    input->filled += got;
    take(input);
}

static void fill_decoded(struct input *input)
{
    char *into = input->window + input->n;
    const char *from;

    if (input->block_at == input->block_n && !input->ended) {
        input->block_at = 0;
        input->block_n = unpack_read(&input->unpack, input->block, input->block_capacity);
        input->ended = input->block_n < input->block_capacity;
    }
    from = input->block + input->block_at;
    input->stray = decoder_run(input->decoder, &from, input->block + input->block_n, &into,
                               input->window + input->capacity, input->ended, &input->stray_byte);
    input->offset += (size_t)(from - input->block) - input->block_at;
    input->block_at = (size_t)(from - input->block);
    input->n = input->filled = (size_t)(into - input->window);
}

/* True while filling may still add text. */
static bool has_more(const struct input *input)
{
    if (failed(input) || input->stray > 0)
        return false;
    return !input->ended || (input->coding == DECODED && (input->block_at < input->block_n ||
                                                          decoder_has_more(input->decoder)));
}

static bool make_room(struct input *input)
{
    size_t larger = input->capacity < USUAL_WINDOW ? USUAL_WINDOW : 2 * input->capacity;
    char *window;

    if (input->capacity >= USUAL_WINDOW && input->capacity - input->filled >= input->capacity / 4)
        return true;
    window = memory_resize(&input->alloc, input->window, input->capacity, larger);
    if (window == NULL) {
        fail_memory(input->reading.error);
        return false;
    }
    input->window = window;
    input->capacity = larger;
    return true;
}

static void replace_returns(struct input *input, size_t from)
{
    char *at = input->window + from, *end = input->window + input->n;

    while ((at = memchr(at, '\r', (size_t)(end - at))) != NULL)
        *at = '\n';
}

void input_end_lines_in_returns(struct input *input)
{
    input->has_return_lines = true;
    replace_returns(input, 0);
}

static bool goes_on(const struct input *input)
{
    const struct reading *reading = &input->reading;

    return reading->goes_on == NULL || reading->goes_on(reading->watch_context);
}

/* Adds at least one character to the window. False at the end of the file, or failed. */
static bool add_text(struct input *input)
{
    size_t before = input->n;

    while (has_more(input) && input->n == before && goes_on(input) && make_room(input)) {
        if (input->coding == DECODED)
            fill_decoded(input);
        else
            fill_plain(input);
    }
    if (input->n == before && input->stray > 0)
        fail_stray(input);
    if (input->has_return_lines)
        replace_returns(input, before);
    return input->n > before;
}

/* Opening ----------------------------------------------------------------------- */

static void drop_byte_order_mark(struct input *input)
{
    if (input->n < 3 || memcmp(input->window, "\xEF\xBB\xBF", 3) != 0)
        return;
    input->n -= 3;
    input->filled -= 3;
    input->offset += input->coding == DECODED ? 0 : 3;
    memmove(input->window, input->window + 3, input->filled);
}

/* True for the first bytes of a ZIP archive or of a compound file (XLS): whatever follows, it is not
 * text. */
static bool is_container(const char *bytes, size_t n)
{
    return (n >= 4 && (memcmp(bytes, "PK\3\4", 4) == 0 || memcmp(bytes, "PK\5\6", 4) == 0)) ||
           (n >= 8 && memcmp(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0);
}

/* Shrinks the window to a file that was read completely. A reader that runs past its end is then
 * found by the sanitizers. */
static void shrink(struct input *input)
{
    size_t n = input->n > 0 ? input->n : 1;
    char *window = has_more(input) || input->stray > 0
                       ? NULL
                       : memory_resize(&input->alloc, input->window, input->capacity, n);

    if (window == NULL)
        return;
    input->window = window;
    input->capacity = n;
}

static void start_text(struct input *input)
{
    const char *given = input->reading.encoding;
    struct encoding encoding = { .name = given };
    bool is_utf8;

    input->window = new_block(input, FIRST_WINDOW);
    if (input->window == NULL)
        return;
    input->capacity = FIRST_WINDOW;
    input->filled = unpack_read(&input->unpack, input->window, FIRST_WINDOW);
    input->ended = input->filled < FIRST_WINDOW;
    if (is_container(input->window, input->filled))
        encoding.name = NULL;
    else if (given == NULL)
        encoding = encoding_find(input->window, input->filled);
    else if (!encoding_known(given, input->reading.name, &is_utf8, input->reading.error))
        return;
    else if (is_utf8)
        encoding.name = "UTF-8";
    if (failed(input))
        return;
    input->declared = encoding.declared;
    set_encoding(input, encoding);
    take(input);
    if (input->n == 0)
        add_text(input);
    drop_byte_order_mark(input);
    shrink(input);
}

static struct input *open_input(const struct reading *reading, const char *path, const void *bytes,
                                size_t n)
{
    struct input *input = memory_resize(reading->alloc, NULL, 0, sizeof *input);

    if (input == NULL) {
        fail_memory(reading->error);
        return NULL;
    }
    *input =
        (struct input){ .reading = *reading, .alloc = *reading->alloc, .encoding = "", .line = 1 };
    unpack_open(&input->unpack, &input->alloc, reading->name, path, bytes, n, reading->error);
    if (!failed(input))
        start_text(input);
    if (!failed(input))
        return input;
    input_close(input);
    return NULL;
}

struct input *input_open(const struct reading *reading, const char *path)
{
    return open_input(reading, path, NULL, 0);
}

struct input *input_open_bytes(const struct reading *reading, const void *bytes, size_t n)
{
    return open_input(reading, NULL, bytes, n);
}

void input_close(struct input *input)
{
    if (input == NULL)
        return;

    sheaf_alloc alloc = input->alloc;

    unpack_close(&input->unpack);
    decoder_destroy(input->decoder);
    memory_free(&alloc, input->block, input->block_capacity);
    memory_free(&alloc, input->window, input->capacity);
    memory_free(&alloc, input, sizeof *input);
}

const struct reading *input_reading(const struct input *input)
{
    return &input->reading;
}

/* Reading ----------------------------------------------------------------------- */

const char *input_text(const struct input *input, size_t *n)
{
    *n = input->n;
    return input->window;
}

bool input_is_text(const struct input *input)
{
    return input->coding != AS_IS;
}

bool input_slide(struct input *input, const char *from, size_t line)
{
    size_t gone = (size_t)(from - input->window);

    input->n -= gone;
    input->filled -= gone;
    memmove(input->window, from, input->filled);
    input->offset += input->coding == DECODED ? 0 : gone;
    input->line = line;
    return add_text(input);
}

bool input_whole(struct input *input, const char **text, size_t *n)
{
    while (input->n <= INPUT_WHOLE_LIMIT && add_text(input))
        ;
    if (input->n > INPUT_WHOLE_LIMIT)
        fail_at(input->reading.error, SHEAF_BAD_INPUT,
                (struct place){ .file = input->reading.name },
                "this is larger than the %d MiB that are read", INPUT_WHOLE_LIMIT >> 20);
    *text = input_text(input, n);
    return !failed(input);
}

const char *input_path(const struct input *input)
{
    bool is_file = input->unpack.path != NULL && strcmp(input->unpack.path, "-") != 0;

    return is_file && input->unpack.packing == NOT_PACKED ? input->unpack.path : NULL;
}

/* names.c - the output's name, "out/{lang}/{partner}.{format}": read, and written for a sheet. */
#include <stdio.h>
#include <string.h>

#include "base/strings.h"
#include "publish/batch/batch.h"

/* A part of a file's name has at most 255 bytes; a few fields are to have room in one. */
enum { MOST_PART = 100 };

/* What file systems, shells or readers take for something else, and what turns text round. */
static bool is_safe(uint32_t code)
{
    return code > ' ' && code != 0x7F && code != UTF8_INVALID && !utf8_is_control(code) &&
           (code >= 0x80 || strchr("/\\:*?\"<>|$`'&;!#%{}()[]~=", (int)code) == NULL) &&
           !(code >= 0x200B && code <= 0x200F) && !(code >= 0x2028 && code <= 0x202F) &&
           !(code >= 0x2060 && code <= 0x206F) && code != 0xA0 && code != 0x3000 &&
           code != 0xFEFF && code != 0x61C;
}

const char *name_make_safe(struct arena *arena, const char *text)
{
    const char *at = text, *end = text + strlen(text);
    char *out = arena_array(arena, char, MOST_PART + 1);
    size_t n = 0;

    if (out == NULL)
        return NULL;
    while (at < end) {
        const char *from = at;
        const uint32_t code = utf8_next(&at, end);
        const size_t length = (size_t)(at - from);
        /* A leading dot hides a file, or is a folder; signs that are replaced stand once. */
        const bool keeps = is_safe(code) && !(n == 0 && code == '.') && !(n == 0 && code == '-');

        if (n + length > MOST_PART)
            break;
        if (keeps) {
            memcpy(out + n, from, length);
            n += length;
        } else if (n > 0 && out[n - 1] != '-') {
            out[n++] = '-';
        }
    }
    while (n > 0 && (out[n - 1] == '-' || out[n - 1] == '.'))
        n--;
    if (n == 0)
        out[n++] = '_';
    out[n] = '\0';
    return out;
}

static bool add_piece(sheaf_batch *batch, struct piece ***last, struct piece piece)
{
    struct piece *copy = arena_new(&batch->arena, struct piece);

    if (copy == NULL)
        return false;
    *copy = piece;
    **last = copy;
    *last = &copy->next;
    return true;
}

static void fail_field(sheaf_batch *batch, const char *field, size_t n)
{
    char known[400] = "";
    size_t length = 0;

    for (size_t i = 0; i < batch->slices.n_sliced && length < sizeof known; i++)
        length += (size_t)snprintf(known + length, sizeof known - length, "{%.60s}, ",
                                   batch->slices.sliced[i].name);
    fail(&batch->error, SHEAF_BAD_ARGUMENT,
         "no field {%.*s} in the output's name; there is %s{lang}, {format} and {page}",
         n < 60 ? (int)n : 60, field, known);
}

/* "partner" or "partner, name": the number of the parameter. */
static bool read_member(const sheaf_batch *batch, const char *field, size_t n, struct piece *piece)
{
    const char *comma = memchr(field, ',', n);
    size_t length = comma != NULL ? (size_t)(comma - field) : n;
    const char *option = comma != NULL ? comma + 1 : NULL;

    while (length > 0 && field[length - 1] == ' ')
        length--;
    while (option != NULL && option < field + n && *option == ' ')
        option++;
    const size_t rest = option != NULL ? (size_t)(field + n - option) : 0;
    piece->kind = option != NULL ? PIECE_NAME : PIECE_MEMBER;
    if (option != NULL && string_is(option, rest, "code"))
        piece->kind = PIECE_MEMBER;
    else if (option != NULL && !string_is(option, rest, "name"))
        return false;
    for (piece->sliced = 0; piece->sliced < batch->slices.n_sliced; piece->sliced++)
        if (string_is(field, length, batch->slices.sliced[piece->sliced].name))
            return true;
    return false;
}

static bool read_field(sheaf_batch *batch, const char *field, size_t n, struct piece *piece)
{
    *piece = (struct piece){ .kind = PIECE_TEXT };
    if (read_member(batch, field, n, piece))
        return true;
    if (string_is(field, n, "lang"))
        piece->kind = PIECE_LANGUAGE;
    else if (string_is(field, n, "format"))
        piece->kind = PIECE_FORMAT;
    else if (string_is(field, n, "page"))
        piece->kind = PIECE_PAGE;
    else {
        fail_field(batch, field, n);
        return false;
    }
    batch->template.has_page |= piece->kind == PIECE_PAGE;
    return true;
}

/* The text up to the next field, with "{{" and "}}" as braces. */
static const char *read_text(sheaf_batch *batch, const char *at, struct piece *piece)
{
    char *text = arena_array(&batch->arena, char, strlen(at) + 1);
    size_t n = 0;

    if (text == NULL)
        return NULL;
    while (*at != '\0' && (*at != '{' || at[1] == '{')) {
        at += (*at == '{' || *at == '}') && at[1] == *at;
        text[n++] = *at++;
    }
    *piece = (struct piece){ .kind = PIECE_TEXT, .text = text };
    return at;
}

/* Of "out/x-{partner}.pdf" it is "out". */
static bool find_folder(sheaf_batch *batch)
{
    const struct piece *first = batch->template.pieces;
    const char *text = first != NULL && first->kind == PIECE_TEXT ? first->text : "";
    const char *slash = strrchr(text, '/');

    if (slash == NULL)
        batch->template.folder = ".";
    else if (slash == text)
        batch->template.folder = "/";
    else
        batch->template.folder = arena_text(&batch->arena, text, (size_t)(slash - text));
    return batch->template.folder != NULL;
}

bool template_read(sheaf_batch *batch, const char *text)
{
    struct piece **last = &batch->template.pieces;

    while (*text != '\0') {
        struct piece piece;

        if (*text != '{' || text[1] == '{') {
            text = read_text(batch, text, &piece);
        } else {
            const char *end = strchr(text, '}');
            if (end == NULL) {
                fail(&batch->error, SHEAF_BAD_ARGUMENT,
                     "a brace that is not closed in the output's name; '{{' is a brace");
                return false;
            }
            if (!read_field(batch, text + 1, (size_t)(end - text - 1), &piece))
                return false;
            text = end + 1;
        }
        if (text == NULL || !add_piece(batch, &last, piece))
            return false;
    }
    return find_folder(batch);
}

static const char *piece_text(const sheaf_batch *batch, const struct batch_sheet *sheet,
                              const struct piece *piece, const char *page)
{
    switch (piece->kind) {
    case PIECE_MEMBER:
        return batch->safe[piece->sliced][sheet->members[piece->sliced]];
    case PIECE_NAME:
        return batch->safe_names[piece->sliced][sheet->language][sheet->members[piece->sliced]];
    case PIECE_LANGUAGE:
        return batch->languages[sheet->language];
    case PIECE_FORMAT:
        return batch->formats[sheet->format]->name;
    case PIECE_PAGE:
        return page;
    case PIECE_TEXT:
        break;
    }
    return piece->text;
}

bool template_write(const sheaf_batch *batch, const struct batch_sheet *sheet, size_t page,
                    char out[PATH_BYTES])
{
    char number[24];
    size_t n = 0;

    snprintf(number, sizeof number, "%zu", page);
    for (const struct piece *piece = batch->template.pieces; piece != NULL; piece = piece->next) {
        const char *text = piece_text(batch, sheet, piece, number);
        const size_t length = strlen(text);

        if (n + length >= PATH_BYTES)
            return false;
        memcpy(out + n, text, length);
        n += length;
    }
    out[n] = '\0';
    return n > 0;
}

const char *batch_path_below(const sheaf_batch *batch, const char *path)
{
    const char *folder = batch->template.folder;
    const size_t n = strcmp(folder, "/") == 0 ? 0 : strlen(folder);

    return strncmp(path, folder, n) == 0 && path[n] == '/' ? path + n + 1 : path;
}

/* px_keywords.c - the keywords of a PX file: KEYWORD[language]("subkey")="value","value"; */
#include "readers/px/px_parts.h"

#include <string.h>

#include "base/strings.h"

enum { NAME_LIMIT = 40, KEYWORD_LIMIT = 100000 };

/* The others describe, and do not change what figures mean. */
static const char *const kept[] = {
    "LANGUAGE",     "LANGUAGES",   "DECIMALS",      "SHOWDECIMALS", "PRECISION",
    "CONTENTS",     "STUB",        "HEADING",       "VALUES",       "CODES",
    "TIMEVAL",      "UNITS",       "CONTVARIABLE",  "KEYS",         "SOURCE",
    "VARIABLECODE", "DATASYMBOL1", "DATASYMBOL2",   "DATASYMBOL3",  "DATASYMBOL4",
    "DATASYMBOL5",  "DATASYMBOL6", "DATASYMBOLNIL", "TITLE",        "DESCRIPTION",
};

static void fail_here(struct px *px, const char *what)
{
    if (!px_failed(px))
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px_place(px), "%s", what);
}

/* Parsing ----------------------------------------------------------------------------- */

/* Takes the byte if it is next, after blanks. */
static bool take(struct px *px, int byte)
{
    px_skip_space(&px->text);
    if (px_peek(&px->text) != byte)
        return false;
    px_next(&px->text);
    return true;
}

static void check_word(struct px *px)
{
    if (px->header_size > PX_HEADER_LIMIT)
        fail_here(px, "the keywords take more than 64 MiB; is this a PX file?");
    if (px->word.length > 0 && !utf8_valid(px->word.bytes, px->word.length, NULL))
        fail_here(px, "this is not text; is it a PX file?"); /* bytes that input.h passes through */
}

/* A copy of px->word. NULL: failed. */
static const char *kept_word(struct px *px)
{
    px->header_size += px->word.length + 1;
    check_word(px);
    return px_failed(px)
               ? NULL
               : arena_text(&px->arena, px->word.length > 0 ? px->word.bytes : "", px->word.length);
}

/* A word without quotation marks, up to a byte of ends or a blank. */
static void read_bare(struct px *px, const char *ends)
{
    int byte = px_peek(&px->text);

    buffer_clear(&px->word);
    while (byte > ' ' && strchr(ends, byte) == NULL && px->word.length < PX_STRING_LIMIT) {
        buffer_byte(&px->word, (char)byte);
        px_next(&px->text);
        byte = px_peek(&px->text);
    }
}

static bool word_is(const struct px *px, const char *text)
{
    return string_is_ignoring_case(px->word.length > 0 ? px->word.bytes : "", px->word.length,
                                   text);
}

static void add_value(struct px *px, struct px_keyword *keyword, const char *value)
{
    const char **values;
    size_t capacity = keyword->capacity > 0 ? 2 * keyword->capacity : 4;

    if (value == NULL)
        return;
    if (keyword->count == keyword->capacity) {
        values = arena_array(&px->arena, const char *, capacity);
        if (values == NULL)
            return;
        if (keyword->count > 0)
            memcpy(values, keyword->values, keyword->count * sizeof *values);
        keyword->values = values;
        keyword->capacity = capacity;
    }
    keyword->values[keyword->count++] = value;
}

/* Appends to the value before: "long text" "in two pieces" is one value. */
static const char *joined(struct px *px, const char *before)
{
    const char *text = px->word.length > 0 ? px->word.bytes : "";

    px->header_size += strlen(before) + px->word.length + 1;
    check_word(px);
    return px_failed(px) ? NULL
                         : arena_format(&px->arena, "%s%.*s", before, (int)px->word.length, text);
}

static void read_quoted_value(struct px *px, struct px_keyword *keyword, bool is_piece)
{
    const char *value;

    if (!px_read_quoted(px))
        return;
    if (!is_piece || keyword->count == 0) {
        add_value(px, keyword, kept_word(px));
        return;
    }
    value = joined(px, keyword->values[keyword->count - 1]);
    if (value != NULL)
        keyword->values[keyword->count - 1] = value;
}

/* TLIST(A1),"2021","2022" or TLIST(M1,"202101"-"202212"), behind TLIST. */
static void read_time_list(struct px *px, struct px_keyword *keyword)
{
    if (!take(px, '('))
        return;
    px_skip_space(&px->text);
    read_bare(px, ",)");
    keyword->scale = px->word.length > 0 ? px->word.bytes[0] : '\0';
    if (take(px, ',')) {
        px_skip_space(&px->text);
        if (px_peek(&px->text) == '"')
            read_quoted_value(px, keyword, false);
        keyword->is_range = take(px, '-');
        px_skip_space(&px->text);
        if (keyword->is_range && px_peek(&px->text) == '"')
            read_quoted_value(px, keyword, false);
    }
    if (!take(px, ')'))
        fail_here(px, "')' is expected at the end of TLIST(…)");
}

static void read_values(struct px *px, struct px_keyword *keyword)
{
    bool is_piece = false;

    while (!px_failed(px) && !px->word.failed) {
        int byte;

        px_skip_space(&px->text);
        byte = px_peek(&px->text);
        if (byte == ';' || byte == PX_END)
            break;
        if (byte == ',') {
            px_next(&px->text);
            is_piece = false;
        } else if (byte == '"') {
            read_quoted_value(px, keyword, is_piece);
            is_piece = true;
        } else {
            read_bare(px, ",;\"()");
            if (px->word.length == 0) {
                fail_here(px, "a value, ',' or ';' is expected");
                return;
            }
            if (word_is(px, "TLIST"))
                read_time_list(px, keyword);
            else
                add_value(px, keyword, kept_word(px));
        }
    }
    if (!px_failed(px) && !take(px, ';'))
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, keyword->place,
                "the keyword %.40s has no ';' at its end", keyword->name);
}

static void read_subkeys(struct px *px, struct px_keyword *keyword)
{
    size_t n = 0;

    do {
        px_skip_space(&px->text);
        if (px_peek(&px->text) == '"') {
            if (!px_read_quoted(px))
                return;
        } else {
            read_bare(px, ",)");
        }
        if (n < 2)
            keyword->subkeys[n++] = kept_word(px);
    } while (!px_failed(px) && take(px, ','));
    if (!take(px, ')'))
        fail_here(px, "')' is expected after the names that a keyword is for");
}

/* The keyword up to "=". False: failed, or the file has ended. */
static bool read_name(struct px *px, struct px_keyword *keyword)
{
    px_skip_space(&px->text);
    *keyword = (struct px_keyword){ .place = px_place(px) };
    if (px_peek(&px->text) == PX_END) {
        fail_here(px, "the file ends without DATA=, which is to hold the figures");
        return false;
    }
    read_bare(px, "[(=;\"");
    if (px->word.length == 0 || px->word.length > NAME_LIMIT) {
        fail_here(px, "a keyword of PX is expected, such as STUB=");
        return false;
    }
    keyword->name = kept_word(px);
    if (take(px, '[')) {
        px_skip_space(&px->text);
        read_bare(px, "]");
        keyword->language = kept_word(px);
        if (!take(px, ']'))
            fail_here(px, "']' is expected after a language");
    }
    if (take(px, '('))
        read_subkeys(px, keyword);
    if (!px_failed(px) && !take(px, '='))
        fail_at(table_error(px->builder.table), SHEAF_BAD_INPUT, px_place(px),
                "'=' is expected after %.40s", keyword->name);
    return !px_failed(px);
}

static bool is_kept(const char *name)
{
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (string_equal_ignoring_case(name, kept[i]))
            return true;
    return false;
}

/* English if it is among the languages, as other readers prefer it; else the main one. */
static void choose_language(struct px *px)
{
    const struct px_keyword *main_one = px_find_main(px, "LANGUAGE", NULL);

    if (main_one != NULL && main_one->count > 0 &&
        string_equal_ignoring_case(main_one->values[0], "en"))
        return;
    for (size_t i = 0; i < px->keyword_count; i++)
        if (px->keywords[i].language != NULL &&
            string_equal_ignoring_case(px->keywords[i].language, "en"))
            px->language = px->keywords[i].language;
}

void px_read_keywords(struct px *px)
{
    struct px_keyword keyword;

    while (read_name(px, &keyword)) {
        if (string_equal_ignoring_case(keyword.name, "DATA")) {
            px->data = keyword.place;
            choose_language(px);
            return;
        }
        read_values(px, &keyword);
        if (px_failed(px) ||
            (is_kept(keyword.name) &&
             !memory_grow(table_alloc(px->builder.table), table_error(px->builder.table),
                          &px->keywords, &px->keyword_capacity, px->keyword_count + 1,
                          sizeof *px->keywords)))
            return;
        if (is_kept(keyword.name))
            px->keywords[px->keyword_count++] = keyword;
    }
}

/* Finding ------------------------------------------------------------------------------ */

bool px_is_about(const struct px_keyword *keyword, const struct px_variable *variable)
{
    const char *subkey = keyword->subkeys[0];

    if (variable == NULL || subkey == NULL)
        return variable == NULL && subkey == NULL;
    return strcmp(subkey, keyword->language == NULL ? variable->main_name : variable->name) == 0;
}

static const struct px_keyword *find_in(const struct px *px, const char *language, const char *name,
                                        const struct px_variable *variable)
{
    for (size_t i = 0; i < px->keyword_count; i++) {
        const struct px_keyword *keyword = &px->keywords[i];

        if (keyword->count + (keyword->scale != '\0') > 0 &&
            string_equal_ignoring_case(keyword->name, name) &&
            (language == NULL ? keyword->language == NULL
                              : keyword->language != NULL &&
                                    string_equal_ignoring_case(keyword->language, language)) &&
            px_is_about(keyword, variable))
            return keyword;
    }
    return NULL;
}

const struct px_keyword *px_find_main(const struct px *px, const char *name,
                                      const struct px_variable *variable)
{
    return find_in(px, NULL, name, variable);
}

const struct px_keyword *px_find(const struct px *px, const char *name,
                                 const struct px_variable *variable)
{
    const struct px_keyword *found =
        px->language != NULL ? find_in(px, px->language, name, variable) : NULL;

    return found != NULL ? found : find_in(px, NULL, name, variable);
}

const char *px_value(const struct px *px, const char *name)
{
    const struct px_keyword *keyword = px_find(px, name, NULL);

    return keyword != NULL ? keyword->values[0] : NULL;
}

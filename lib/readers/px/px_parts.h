/* px_parts.h - a PX file, for the files of its reader only. */
#ifndef SHEAF_READERS_PX_PX_PARTS_H
#define SHEAF_READERS_PX_PX_PARTS_H

#include "base/buffer.h"
#include "base/string_cache.h"
#include "input/input.h"
#include "readers/observation_builder.h"

enum {
    PX_END = -1,
    PX_STRING_LIMIT = 1 << 20,
    PX_HEADER_LIMIT = 64 << 20, /* bytes of all keywords */
    PX_VARIABLES = 100,
    PX_FILL_LIMIT = 4 << 20 /* zeros that a file with keys leaves out and that are filled in */
};

/* A text that is read character by character, while the window of its input slides over it. */
struct px_text {
    struct input *input;
    const char *name; /* of the file */
    const char *at, *end;
    size_t line, column;
    bool has_ended;
};

/* KEYWORD[language]("subkey","subkey")="value","value"; */
struct px_keyword {
    const char *name, *language; /* language: NULL: the main one */
    const char *subkeys[2];      /* NULL: there is none */
    const char **values;
    size_t count, capacity;
    /* Of TIMEVAL: A1, H1, Q1, M1, W1; and whether two values are the first and the last of all. */
    char scale;
    bool is_range;
    struct place place;
};

struct px_category {
    const char *code, *label; /* label: NULL if it is the code */
    struct observation_member member;
    sheaf_period period;
    struct observation_member unit;
    bool has_unit;
    int decimals; /* PX_END: those of the file */
};

enum px_kind { PX_DIMENSION, PX_PERIOD, PX_PART, PX_FREQUENCY, PX_SKIPPED };

struct px_variable {
    const char *main_name, *name; /* in the main language and in the one that is read */
    enum px_kind kind;
    enum header_role role;
    size_t dimension; /* of the table; SIZE_MAX: none */
    struct px_category *categories;
    size_t count, current;
    bool keys_are_codes, has_keys;
    struct string_cache keys;  /* to indexes of categories */
    struct string_cache names; /* codes and labels in both languages to the same */
    bool has_names;
};

struct px {
    struct px_text text;
    struct observation_builder builder;
    struct arena arena;
    struct buffer word;
    size_t header_size;
    struct px_keyword *keywords;
    size_t keyword_count, keyword_capacity;
    const char *language; /* in which labels are read; NULL: the main one */
    struct px_variable variables[PX_VARIABLES];
    size_t variable_count, stub_count;
    size_t period, part, content; /* variables; SIZE_MAX: none */
    size_t unit_dimension, source_dimension, flow_dimension;
    struct observation_member unit, source, flow;
    int decimals;           /* that are shown */
    const char *symbols[8]; /* DATASYMBOL1 to 6; 0: DATASYMBOLNIL */
    char symbol_status[8], symbol_confidentiality[8];
    struct place data; /* where DATA is */
};

static inline bool px_failed(const struct px *px)
{
    return sheaf_table_status(px->builder.table) != SHEAF_OK;
}

static inline struct place px_place(const struct px *px)
{
    return (
        struct place){ .file = px->text.name, .line = px->text.line, .column = px->text.column };
}

/* Text (px_text.c) ------------------------------------------------------------------- */

void px_text_open(struct px_text *text, struct input *input, const char *name);
/* The next byte, or PX_END. */
int px_peek_slowly(struct px_text *text);
static inline int px_peek(struct px_text *text)
{
    return text->at < text->end ? (unsigned char)*text->at : px_peek_slowly(text);
}
static inline int px_next(struct px_text *text)
{
    int byte = px_peek(text);

    if (byte == PX_END)
        return byte;
    text->at++;
    if (byte == '\n') {
        text->line++;
        text->column = 1;
    } else {
        text->column += (byte & 0xC0) != 0x80; /* characters, not bytes */
    }
    return byte;
}
void px_skip_space(struct px_text *text);
/* Puts a quoted text, whose first mark is next, into px->word. False: failed. */
bool px_read_quoted(struct px *px) __attribute__((warn_unused_result));

/* Keywords (px_keywords.c) ------------------------------------------------------------ */

/* Reads the keywords up to DATA=. */
void px_read_keywords(struct px *px);
/* A keyword, in the language that is read if it is there, of a variable (NULL: of the file). */
const struct px_keyword *px_find(const struct px *px, const char *name,
                                 const struct px_variable *variable);
/* The value of a keyword of the file; NULL: there is none. */
const char *px_value(const struct px *px, const char *name);
/* The same in the main language. */
const struct px_keyword *px_find_main(const struct px *px, const char *name,
                                      const struct px_variable *variable);
/* True if a keyword is for a variable (NULL: for the file). */
bool px_is_about(const struct px_keyword *keyword, const struct px_variable *variable);

/* The cube (px_cube.c) ---------------------------------------------------------------- */

void px_read_cube(struct px *px);

/* Data (px_data.c) -------------------------------------------------------------------- */

void px_read_data(struct px *px);

#endif

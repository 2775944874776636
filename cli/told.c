/* told.c - how messages are told. */
#include "told.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <sheaf/sheaf.h>

/* One a process, as its command line is; set before anything is told. */
static bool as_json;

void tell_as_json(void)
{
    as_json = true;
}

bool tells_as_json(void)
{
    return as_json;
}

static struct {
    char *text;
    size_t capacity;
} into;

void tell_into(char *text, size_t capacity)
{
    into.text = text;
    into.capacity = capacity;
}

bool told_into(const char *message)
{
    if (into.text != NULL && message != NULL)
        snprintf(into.text, into.capacity, "%s", message);
    return into.text != NULL;
}

static const char *language;

void tell_in(const char *tag)
{
    language = tag;
}

/* The first that is set decides (POSIX, 8.2). "ru_RU.UTF-8" begins with the language; an encoding other
 * than UTF-8 could not be written. */
static const char *language_of_environment(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);

        if (value == NULL || value[0] == '\0')
            continue;
        return strstr(value, "UTF-8") != NULL || strstr(value, "utf8") != NULL ? value : "en";
    }
    return "en";
}

const char *in_words(const char *english)
{
    char first[40]; /* of a list: "ru,en" */

    if (language == NULL)
        return sheaf_command_text(language_of_environment(), english);
    snprintf(first, sizeof first, "%.*s", (int)strcspn(language, ","), language);
    return sheaf_command_text(first, english);
}

void words_write(char *out, size_t capacity, const char *english, const char *const *values)
{
    const char *text = in_words(english);
    size_t n = 0;

    for (const char *blank; (blank = strstr(text, "%s")) != NULL && n < capacity;
         text = blank + 2) {
        snprintf(out + n, capacity - n, "%.*s%s", (int)(blank - text), text, *values++);
        n += strlen(out + n);
    }
    if (n < capacity)
        snprintf(out + n, capacity - n, "%s", text);
}

/* Of UTF-8; 0 at the end. */
static unsigned long next_letter(const char **text)
{
    const unsigned char *at = (const unsigned char *)*text;
    unsigned long letter = *at < 0x80 ? *at : *at < 0xE0 ? *at & 0x1FU : *at & 0x0FU;

    for (at += *at != 0; (*at & 0xC0) == 0x80; at++)
        letter = letter << 6 | (*at & 0x3FU);
    *text = (const char *)at;
    return letter;
}

/* Of the blocks that words of sheaf and names of members are in: Chinese, Japanese and Korean take two
 * columns (UAX #11), marks that combine with a letter none. */
size_t columns_of(const char *text)
{
    size_t columns = 0;

    while (*text != '\0') {
        const unsigned long c = next_letter(&text);
        const bool is_wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                             (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                             (c >= 0xFF00 && c <= 0xFF60);
        const bool combines = (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F);

        columns += combines ? 0 : is_wide ? 2 : 1;
    }
    return columns;
}

void print_json_text(FILE *out, const char *text)
{
    putc('"', out);
    for (const unsigned char *at = (const unsigned char *)text; *at != '\0'; at++)
        if (*at == '"' || *at == '\\')
            fprintf(out, "\\%c", *at);
        else if (*at < ' ')
            fprintf(out, "\\u%04x", *at);
        else
            putc(*at, out);
    putc('"', out);
}

void tell_json(FILE *out, const char *level, const struct told_place *place, const char *message)
{
    fprintf(out, "{\"level\": \"%s\"", level);
    if (place != NULL && place->file != NULL && place->file[0] != '\0') {
        fputs(", \"file\": ", out);
        print_json_text(out, place->file);
    }
    if (place != NULL && place->line > 0)
        fprintf(out, ", \"line\": %zu", place->line);
    if (place != NULL && place->column > 0)
        fprintf(out, ", \"column\": %zu", place->column);
    if (place != NULL && place->length > 0)
        fprintf(out, ", \"length\": %zu", place->length);
    fputs(", \"message\": ", out);
    print_json_text(out, message);
    fputs("}\n", out);
}

bool wants_color(FILE *out)
{
    const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");

    return (none == NULL || none[0] == '\0') && terminal != NULL && strcmp(terminal, "dumb") != 0 &&
           isatty(fileno(out));
}

void print_leveled(FILE *out, const char *line, size_t from, const char *level, const char *color)
{
    const size_t n = strlen(level);
    const char *at = from < strlen(line) ? strstr(line + from, level) : NULL;

    while (at != NULL && at[n] != ':')
        at = strstr(at + 1, level);
    if (at == NULL)
        fprintf(out, "%s\n", line);
    else if (wants_color(out))
        fprintf(out, "%.*s\x1B[1;%sm%s:\x1B[0m%s\n", (int)(at - line), line, color, in_words(level),
                at + n + 1);
    else
        fprintf(out, "%.*s%s%s\n", (int)(at - line), line, in_words(level), at + n);
}

/* error.c - creates failures. Set a breakpoint on `record` to see every one. */
#include "base/error.h"

#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "base/strings.h"

/* Copies as much as fits without cutting a character. */
static void copy_cut(char *out, size_t capacity, const char *text, size_t n)
{
    if (n >= capacity)
        n = utf8_floor(text, capacity - 1);
    memcpy(out, text, n);
    out[n] = '\0';
}

size_t message_write(char *out, size_t capacity, const char *text, size_t *setting,
                     size_t *setting_length)
{
    const char *start = strrchr(text, '\x02'), *end = start != NULL ? strchr(start, '\x03') : NULL;
    size_t n, settled;

    *setting = *setting_length = 0;
    if (end == NULL)
        return utf8_write_printable(out, capacity, text, strlen(text));
    n = utf8_write_printable(out, capacity, text, (size_t)(start - text));
    if (n >= capacity)
        return n;
    settled = utf8_write_printable(out + n, capacity - n, start + 1, (size_t)(end - start - 1));
    if (n + settled >= capacity)
        return n + settled;
    *setting = n;
    *setting_length = settled;
    return n + settled +
           utf8_write_printable(out + n + settled, capacity - n - settled, end + 1,
                                strlen(end + 1));
}

static sheaf_status record(sheaf_error *error, sheaf_status status, struct place at,
                           const char *format, va_list arguments)
{
    if (error == NULL)
        return status;
    if (error->status != SHEAF_OK)
        return error->status;

    char message[2 * sizeof error->message];
    if (vsnprintf(message, sizeof message, format, arguments) < 0)
        message[0] = '\0';
    message[utf8_repair(message, strlen(message))] = '\0'; /* a "%.60s" may have cut a character */
    secret_hide(message, strlen(message));

    error->status = status;
    if (at.file != NULL)
        copy_cut(error->file, sizeof error->file, at.file, strlen(at.file));
    error->line = at.line;
    error->column = at.column;
    error->length = at.length;
    message_write(error->message, sizeof error->message, message, &error->setting,
                  &error->setting_length);
    return status;
}

sheaf_status fail(sheaf_error *error, sheaf_status status, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    status = record(error, status, (struct place){ 0 }, format, arguments);
    va_end(arguments);
    return status;
}

sheaf_status fail_at(sheaf_error *error, sheaf_status status, struct place at, const char *format,
                     ...)
{
    va_list arguments;

    va_start(arguments, format);
    status = record(error, status, at, format, arguments);
    va_end(arguments);
    return status;
}

sheaf_status fail_memory(sheaf_error *error)
{
    return fail(error, SHEAF_NO_MEMORY, "%s", sheaf_status_text(SHEAF_NO_MEMORY));
}

/* The English text whatever the program's locale: strerrordesc_np is not translated. */
static const char *reason_of(int number)
{
    const char *words = strerrordesc_np(number);

    return words != NULL ? words : "unknown error";
}

sheaf_status fail_system(sheaf_error *error, const char *file, const char *what, int number)
{
    return fail_at(error, SHEAF_SYSTEM, (struct place){ .file = file }, "cannot %s: %s", what,
                   reason_of(number));
}

sheaf_status fail_write(sheaf_error *error, const char *path, int number)
{
    return fail(error, SHEAF_SYSTEM, "cannot write %.400s: %s", path, reason_of(number));
}

void error_set_place(sheaf_error *error, struct place at)
{
    if (error->status == SHEAF_OK || error->file[0] != '\0' || at.file == NULL)
        return;
    copy_cut(error->file, sizeof error->file, at.file, strlen(at.file));
    error->line = at.line;
    error->column = at.column;
    error->length = at.length;
}

static bool wants_excerpt(const sheaf_error *error)
{
    return error != NULL && error->status != SHEAF_OK && error->line != 0 &&
           error->excerpt[0] == '\0';
}

void error_set_excerpt_line(sheaf_error *error, const char *line, size_t n)
{
    const char *stop = memchr(line, '\n', n);
    size_t length = stop != NULL ? (size_t)(stop - line) : n;

    if (length > 0 && line[length - 1] == '\r')
        length--;
    /* Without the column in the excerpt, the caret would point at nothing. */
    if (wants_excerpt(error) && error->column < sizeof error->excerpt &&
        utf8_valid(line, length, NULL) && memchr(line, '\0', length) == NULL) {
        utf8_write_printable(error->excerpt, sizeof error->excerpt, line, length);
        secret_hide(error->excerpt, strlen(error->excerpt));
    }
}

void error_set_excerpt(sheaf_error *error, const char *text, size_t n)
{
    const char *start = text, *end = text + n;

    if (!wants_excerpt(error))
        return;
    for (size_t line = 1; line < error->line; line++) {
        start = memchr(start, '\n', (size_t)(end - start));
        if (start == NULL)
            return;
        start++;
    }
    error_set_excerpt_line(error, start, (size_t)(end - start));
}

void error_take(sheaf_error *to, const sheaf_error *from)
{
    if (to != NULL && to->status == SHEAF_OK && from->status != SHEAF_OK)
        *to = *from;
}

size_t sheaf_error_text(const sheaf_error *error, char *out, size_t capacity)
{
    char text[sizeof error->file + sizeof error->message + 64];
    int n = 0;

    if (error == NULL)
        return utf8_write_printable(out, capacity, "", 0);
    if (error->file[0] != '\0')
        n += snprintf(text, sizeof text, "%s:", error->file);
    if (error->line > 0)
        n += snprintf(text + n, sizeof text - (size_t)n, "%zu:", error->line);
    if (error->line > 0 && error->column > 0)
        n += snprintf(text + n, sizeof text - (size_t)n, "%zu:", error->column);
    n += snprintf(text + n, sizeof text - (size_t)n, "%serror: %s", n > 0 ? " " : "",
                  error->message);
    return utf8_write_printable(out, capacity, text, (size_t)n);
}

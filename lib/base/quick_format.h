/* quick_format.h - printf's simplest conversions, which are nearly all, at a fifth of its cost. */
#ifndef SHEAF_BASE_QUICK_FORMAT_H
#define SHEAF_BASE_QUICK_FORMAT_H

#include <stdarg.h>
#include <stddef.h>

/* As vsnprintf and snprintf, which get every format with more than %s, %.*s, %c, %d, %04d, %u, %zu and %%. */
int quick_vformat(char *out, size_t capacity, const char *format, va_list arguments)
    __attribute__((format(printf, 3, 0)));
int quick_format(char *out, size_t capacity, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif

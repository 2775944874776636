/* arrow_cells.c - cells of Arrow arrays (arrow.apache.org/docs/format/Columnar.html). Where a producer
 * says what cannot be, a cell has a reason instead. */
#include "readers/arrow/arrow_parts.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/calendar.h"
#include "base/number.h"

/* A view is 16 bytes: the length, and the text if it has at most 12; else its first four, the number of
 * a buffer and where it begins there. */
enum { VIEW_BYTES = 16, VIEW_INLINE = 12, VIEW_BUFFERS = 3 /* bitmap, views, lengths */ };

static int64_t load(const void *buffer, size_t index, size_t width, bool is_signed)
{
    const unsigned char *at = (const unsigned char *)buffer + index * width;
    uint64_t all;
    uint32_t four;
    uint16_t two;

    /* Each memcpy has a constant length, and is one instruction. */
    switch (width) {
    case 1:
        return is_signed ? (int8_t)*at : *at;
    case 2:
        memcpy(&two, at, sizeof two);
        return is_signed ? (int16_t)two : two;
    case 4:
        memcpy(&four, at, sizeof four);
        return is_signed ? (int32_t)four : (int64_t)four;
    default:
        memcpy(&all, at, sizeof all);
        return (int64_t)all;
    }
}

bool arrow_is_null(const struct ArrowArray *array, size_t index)
{
    const unsigned char *valid = array->n_buffers > 0 ? array->buffers[0] : NULL;

    return valid != NULL && (valid[index / 8] >> index % 8 & 1) == 0;
}

/* Arrays ------------------------------------------------------------------------------------ */

static int64_t least_buffers(const struct arrow_type *type)
{
    switch (type->kind) {
    case ARROW_NULL:
    case ARROW_REFUSED:
        return 0;
    case ARROW_TEXT:
    case ARROW_TEXT_VIEW:
        return 3;
    default:
        return 2;
    }
}

const char *arrow_array_fault(const struct arrow_type *type, const struct ArrowArray *array)
{
    enum { LONGEST = 1 << 30 }; /* times 2^10: no buffer of a machine has as many cells */
    int64_t longest = (int64_t)LONGEST << 10, least = least_buffers(type);

    if (array == NULL)
        return "there is no array (NULL)";
    if (array->length < 0 || array->offset < 0)
        return "its length or offset is negative";
    if (array->length > longest || array->offset > longest)
        return "its length or offset is impossible";
    if (array->null_count < -1 || array->null_count > array->length)
        return "its count of nulls is impossible";
    if (array->n_buffers < least || (array->n_buffers > 0 && array->buffers == NULL))
        return "it lacks buffers";
    if (least == 0 || array->length == 0)
        return NULL;
    if (array->null_count > 0 && array->buffers[0] == NULL)
        return "it has nulls and no bitmap of them";
    if (array->buffers[1] == NULL)
        return "the buffer of its values is NULL";
    return NULL;
}

/* Finding ----------------------------------------------------------------------------------- */

bool arrow_find(const struct arrow_column *column, size_t row, struct arrow_cell *cell,
                const char **reason)
{
    const struct ArrowArray *array = column->cells.array, *values = column->dictionary.array;
    size_t index = (size_t)array->offset + row;
    const struct arrow_type *type = &column->cells.type;

    *cell = (struct arrow_cell){ NULL, 0 };
    if (type->kind == ARROW_NULL || arrow_is_null(array, index))
        return true;
    *cell = (struct arrow_cell){ &column->cells, index };
    if (values == NULL)
        return true;
    int64_t number =
        load(array->buffers[1], index, type->width, column->cells.type.kind == ARROW_INTEGER);
    *cell = (struct arrow_cell){ NULL, 0 };
    if (number < 0 || number >= values->length) {
        *reason = "the index is beyond the dictionary";
        return false;
    }
    index = (size_t)(values->offset + number);
    if (column->dictionary.type.kind != ARROW_NULL && !arrow_is_null(values, index))
        *cell = (struct arrow_cell){ &column->dictionary, index };
    return true;
}

bool arrow_index(const struct arrow_column *column, size_t row, size_t *index)
{
    const struct ArrowArray *array = column->cells.array;
    const struct arrow_type *type = &column->cells.type;
    size_t at = row + (size_t)array->offset;

    if (column->dictionary.array == NULL || arrow_is_null(array, at))
        return false;
    *index = (size_t)load(array->buffers[1], at, type->width, type->kind == ARROW_INTEGER);
    return true;
}

/* Texts ------------------------------------------------------------------------------------- */

static const char *utf8_text(const struct arrow_cell *cell, size_t *n, const char **reason)
{
    const struct ArrowArray *array = cell->cells->array;
    size_t width = cell->cells->type.width;
    int64_t start = load(array->buffers[1], cell->index, width, true);
    int64_t end = load(array->buffers[1], cell->index + 1, width, true);
    const char *bytes = array->buffers[2];

    if (start < 0 || end < start) {
        *reason = "the offsets of the text are impossible";
        return NULL;
    }
    *n = (size_t)(end - start);
    if (*n == 0)
        return "";
    if (bytes == NULL)
        *reason = "the buffer of the texts is NULL";
    return bytes != NULL ? bytes + start : NULL;
}

static const char *view_text(const struct arrow_cell *cell, size_t *n, const char **reason)
{
    const struct ArrowArray *array = cell->cells->array;
    const unsigned char *view =
        (const unsigned char *)array->buffers[1] + cell->index * (size_t)VIEW_BYTES;
    const void *lengths = array->buffers[array->n_buffers - 1];
    int64_t length = load(view, 0, 4, true), buffer = load(view, 2, 4, true),
            start = load(view, 3, 4, true);

    *n = length > 0 ? (size_t)length : 0;
    if (length >= 0 && length <= VIEW_INLINE)
        return (const char *)view + 4;
    if (length < 0 || buffer < 0 || buffer >= array->n_buffers - VIEW_BUFFERS || start < 0 ||
        lengths == NULL || start + length > load(lengths, (size_t)buffer, 8, true) ||
        array->buffers[2 + buffer] == NULL) {
        *reason = "the view is beyond its buffer";
        return NULL;
    }
    return (const char *)array->buffers[2 + buffer] + start;
}

static int64_t divide_down(int64_t number, int64_t by, int64_t *rest)
{
    int64_t quotient = number / by;

    *rest = number % by;
    if (*rest < 0) {
        *rest += by;
        quotient--;
    }
    return quotient;
}

/* "2023-04-30", or "2023-04-30T23:59:59" if it is not midnight. */
static const char *time_text(const struct arrow_cell *cell, char scratch[ARROW_CELL_TEXT],
                             size_t *n, const char **reason)
{
    enum { LAST_DAY = 2932896 /* 9999-12-31 */, FIRST_DAY = -719162 /* 0001-01-01 */ };
    const struct arrow_type *type = &cell->cells->type;
    int64_t ticks = load(cell->cells->array->buffers[1], cell->index, type->width, true), rest = 0;
    int64_t days = divide_down(ticks, type->ticks, &rest), minutes = 0;
    int length;

    if (type->ticks > 1) {
        int64_t seconds = rest / (type->ticks / 86400);

        rest = seconds % 60;
        days += divide_down(seconds / 60 + type->zone_minutes, (int64_t)24 * 60, &minutes);
    }
    if (days < FIRST_DAY || days > LAST_DAY) {
        *reason = "the date is in no year from 1 to 9999";
        return NULL;
    }
    struct date day = date_from_days((int32_t)days);
    length = snprintf(scratch, ARROW_CELL_TEXT, "%04d-%02d-%02d", day.year, day.month, day.day);
    if (type->ticks > 1 && (minutes != 0 || rest != 0))
        length += snprintf(scratch + length, ARROW_CELL_TEXT - (size_t)length, "T%02d:%02d:%02d",
                           (int)(minutes / 60), (int)(minutes % 60), (int)rest);
    *n = (size_t)length;
    return scratch;
}

/* A column of years, or of codes that are numbers, is written a cell at a time. */
static const char *integer_text(char scratch[ARROW_CELL_TEXT], uint64_t magnitude, bool negative,
                                size_t *n)
{
    char *end = scratch + ARROW_CELL_TEXT - 1, *at = end;

    *end = '\0';
    do
        *--at = (char)('0' + magnitude % 10);
    while ((magnitude /= 10) > 0);
    if (negative)
        *--at = '-';
    *n = (size_t)(end - at);
    return at;
}

static size_t float_text(const struct arrow_cell *cell, char scratch[ARROW_CELL_TEXT])
{
    const unsigned char *bytes = cell->cells->array->buffers[1];
    size_t width = cell->cells->type.width;
    double value = arrow_read_float(bytes + cell->index * width, width);

    return isnan(value) ? 0 : number_write(scratch, value);
}

const char *arrow_text(const struct arrow_cell *cell, char scratch[ARROW_CELL_TEXT], size_t *n,
                       const char **reason)
{
    const struct arrow_type *type = &cell->cells->type;
    const unsigned char *bytes = cell->cells->array->buffers[1];
    int64_t whole;

    scratch[0] = '\0';
    switch (type->kind) {
    case ARROW_TEXT:
        return utf8_text(cell, n, reason);
    case ARROW_TEXT_VIEW:
        return view_text(cell, n, reason);
    case ARROW_TIME:
        return time_text(cell, scratch, n, reason);
    case ARROW_BOOLEAN:
        *n = arrow_boolean(cell) ? 4 : 5;
        return arrow_boolean(cell) ? "true" : "false";
    case ARROW_INTEGER:
        whole = load(bytes, cell->index, type->width, true);
        return integer_text(scratch, whole < 0 ? -(uint64_t)whole : (uint64_t)whole, whole < 0, n);
    case ARROW_UNSIGNED:
        whole = load(bytes, cell->index, type->width, false);
        return integer_text(scratch, (uint64_t)whole, false, n);
    case ARROW_DECIMAL:
        *n = arrow_write_decimal(scratch, bytes + cell->index * type->width, type->width,
                                 type->scale);
        return scratch;
    default:
        *n = float_text(cell, scratch);
        return scratch;
    }
}

/* Numbers ----------------------------------------------------------------------------------- */

bool arrow_boolean(const struct arrow_cell *cell)
{
    const unsigned char *bits = cell->cells->array->buffers[1];

    return (bits[cell->index / 8] >> cell->index % 8 & 1) != 0;
}

bool arrow_number(const struct arrow_cell *cell, double *value, int *decimals)
{
    const struct arrow_type *type = &cell->cells->type;
    const unsigned char *bytes = cell->cells->array->buffers[1];
    char text[ARROW_CELL_TEXT];
    int64_t whole;

    switch (type->kind) {
    case ARROW_INTEGER:
    case ARROW_UNSIGNED:
        whole = load(bytes, cell->index, type->width, type->kind == ARROW_INTEGER);
        *value = type->kind == ARROW_INTEGER ? (double)whole : (double)(uint64_t)whole;
        *decimals = 0;
        return true;
    case ARROW_FLOAT:
        *value = arrow_read_float(bytes + cell->index * type->width, type->width);
        *decimals = number_decimals(*value);
        return true;
    case ARROW_DECIMAL:
        return number_read(
            text,
            arrow_write_decimal(text, bytes + cell->index * type->width, type->width, type->scale),
            value, decimals);
    default:
        return false;
    }
}

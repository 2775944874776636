/* displayed_text.c - the footnotes and powers of ten that Statistics Canada's tables have behind
 * titles and members. */
#include "readers/statcan/displayed_parts.h"

#include <string.h>

#include "base/number.h"
#include "readers/csv/sample.h"

void footnotes_note(struct footnotes *footnotes, const struct csv_field *field)
{
    struct csv_field text = field_trimmed(field);
    int64_t number;

    if (number_read_integer(text.text, text.n, 1, FOOTNOTES - 1, &number))
        footnotes->has[number] = true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Drops one footnote from the end, behind a space or a bracket. */
static bool drop_footnote(struct csv_field *text, const struct footnotes *footnotes)
{
    size_t from = text->n;
    int64_t number;

    while (from > 0 && is_digit(text->text[from - 1]))
        from--;
    if (from == 0 || from == text->n || strchr(" )", text->text[from - 1]) == NULL ||
        !number_read_integer(text->text + from, text->n - from, 1, FOOTNOTES - 1, &number) ||
        !footnotes->has[number])
        return false;
    text->n = from;
    *text = field_trimmed(text);
    return true;
}

/* Drops "(x 1,000)" or "(x 1 000)" from the end. */
static bool drop_power(struct csv_field *text, int *power)
{
    size_t at = text->n;
    int zeros = 0;

    if (at == 0 || text->text[--at] != ')')
        return false;
    while (at > 0 && strchr("0, ", text->text[at - 1]) != NULL && text->text[at - 1] != '\0')
        zeros += text->text[--at] == '0';
    if (at < 4 || zeros == 0 || zeros > 15 || memcmp(text->text + at - 4, "(x 1", 4) != 0)
        return false;
    *power = zeros;
    text->n = at - 4;
    *text = field_trimmed(text);
    return true;
}

struct csv_field displayed_text(const struct csv_field *field, const struct footnotes *footnotes,
                                int *power)
{
    struct csv_field text = field_trimmed(field);

    while (drop_footnote(&text, footnotes) || drop_power(&text, power))
        ;
    return text;
}

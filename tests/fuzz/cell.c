/* cell.c - any bytes are a figure, a word, ambiguous or wrong, and the same with or without
 * knowing what the bytes themselves say of the decimal mark. */
#include "require.h"

#include <math.h>

#include "readers/cell.h"

static void require_sound(const char *text, size_t n, const struct cell *cell)
{
    require((cell->kind == CELL_NUMBER) == (isfinite(cell->value) != 0));
    require(cell->flag_n == 0 || (cell->flag >= text && cell->flag + cell->flag_n <= text + n));
}

static void require_same(const struct cell *a, const struct cell *b)
{
    require(a->kind == b->kind && a->decimals == b->decimals);
    require(a->kind != CELL_NUMBER || a->value == b->value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const struct cell_word list[] = { { "-", 'A', '\0', true }, { "0", 'N', '\0', true } };
    static const struct cell_words words = { list, sizeof list / sizeof *list };
    const char *text = (const char *)data;
    struct cell open = cell_read(text, n, '\0');
    struct cell point = cell_read(text, n, '.'), comma = cell_read(text, n, ',');
    struct cell other = cell_read_with(text, n, '.', &words);
    enum cell_evidence evidence = cell_evidence(text, n);

    require_sound(text, n, &open);
    require_sound(text, n, &point);
    require_sound(text, n, &comma);
    require_sound(text, n, &other);
    require((open.kind == CELL_AMBIGUOUS) == (evidence == CELL_TELLS_EITHER));
    require(point.kind != CELL_AMBIGUOUS && comma.kind != CELL_AMBIGUOUS);
    if (evidence == CELL_TELLS_POINT)
        require_same(&open, &point);
    if (evidence == CELL_TELLS_COMMA)
        require_same(&open, &comma);
    return 0;
}

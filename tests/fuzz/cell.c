/* cell.c - any bytes are a number, a word for "missing", ambiguous or wrong; a cell that shows its
 * decimal mark is read the same whether or not the mark is given. */
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
    const char *text = (const char *)data;
    struct cell open = cell_read(text, n, '\0');
    struct cell point = cell_read(text, n, '.'), comma = cell_read(text, n, ',');
    enum cell_evidence evidence = cell_evidence(text, n);

    require_sound(text, n, &open);
    require_sound(text, n, &point);
    require_sound(text, n, &comma);
    require((open.kind == CELL_AMBIGUOUS) == (evidence == CELL_SHOWS_EITHER));
    require(point.kind != CELL_AMBIGUOUS && comma.kind != CELL_AMBIGUOUS);
    if (evidence == CELL_SHOWS_POINT)
        require_same(&open, &point);
    if (evidence == CELL_SHOWS_COMMA)
        require_same(&open, &comma);
    return 0;
}

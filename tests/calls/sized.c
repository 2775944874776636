/* sized.c - structs that begin with their size: as this library has them, older and newer ones. */
#include <string.h>

#include "calls/give.h"

void *give_sized(struct giver *g, size_t bytes, void (*fill)(struct giver *g, void *made))
{
    enum { LATER = 16 }; /* bytes that a later version has more */
    const size_t i = g->choose(g, 7);
    char *made = i == 1 ? NULL : give_block(g, bytes + (i > 4 ? LATER : 0));
    size_t size = bytes;

    if (made == NULL)
        return g->n = 1, made;
    if (fill != NULL && i != 2)
        fill(g, made);
    switch (i) {
    case 2:
        size = 0;
        break;
    case 3:
        size = 1;
        break;
    case 4:
        size = sizeof size;
        break;
    case 5:
        size = bytes + LATER;
        break;
    case 6:
        size = bytes + LATER;
        memset(made + bytes, 0xff, LATER);
        break;
    default:
        break;
    }
    memcpy(made, &size, sizeof size);
    g->n = 1;
    return made;
}

void fill_sheaf_batch_options(struct giver *g, void *made)
{
    sheaf_batch_options *options = made;

    (void)g;
    options->each = "partner";
    options->output = "out/{partner}.pdf";
}

void fill_sheaf_figure_block(struct giver *g, void *made)
{
    (void)g;
    ((sheaf_figure_block *)made)->value = "exports[2023]";
}

void fill_sheaf_page_format(struct giver *g, void *made)
{
    *(sheaf_page_format *)made = (sheaf_page_format)SHEAF_PAGE_FORMAT_INIT;
    ((sheaf_page_format *)made)->left = give_double(g);
    ((sheaf_page_format *)made)->columns = give_int(g, "decimals");
    ((sheaf_page_format *)made)->paper = give_text(g, "paper");
}

void fill_sheaf_read_options(struct giver *g, void *made)
{
    sheaf_read_options *options = made;

    options->header = give_size_t(g, "index") % 5;
    options->frequency = give_bool(g) ? NULL : give_text(g, "frequency");
    options->dates = give_bool(g) ? NULL : give_text(g, "dates");
}

void fill_sheaf_suggest_options(struct giver *g, void *made)
{
    ((sheaf_suggest_options *)made)->file = "data.csv";
    ((sheaf_suggest_options *)made)->language = give_text(g, "language");
}

void fill_sheaf_table_block(struct giver *g, void *made)
{
    sheaf_table_block *table = made;
    sheaf_block_row *row = give_block(g, sizeof *row);
    sheaf_block_column *column = give_block(g, sizeof *column);

    row->size = sizeof *row;
    row->value = give_text(g, "name");
    column->size = sizeof *column;
    column->period = "2023";
    table->rows = row;
    table->n_rows = 1;
    table->columns = column;
    table->n_columns = 1;
    table->sort_by = give_size_t(g, "index");
    table->decimals = give_int(g, "decimals");
    table->has_decimals = !give_bool(g);
    table->turn = (sheaf_turn)give_enum(g);
}

void fill_sheaf_table_column(struct giver *g, void *made)
{
    ((sheaf_table_column *)made)->period = give_sheaf_period(g);
}

void fill_sheaf_warning(struct giver *g, void *made)
{
    sheaf_warning *warning = made;

    warning->message = "a message";
    warning->file = "data.csv";
    warning->setting = give_size_t(g, "index");
    warning->setting_length = give_size_t(g, "index");
    warning->count = give_size_t(g, "index");
}

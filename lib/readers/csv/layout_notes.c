/* layout_notes.c - columns of notes, which tell no rows apart. */
#include <string.h>

#include "readers/beside_values.h"
#include "readers/csv/layout_parts.h"

/* As members of a dimension, the notes of some rows would split a series into two. */
void layout_skip_notes(struct layout *layout)
{
    if (layout->format->recognises != NULL)
        return;
    for (size_t i = 0; i < layout->count; i++) {
        struct layout_column *column = &layout->columns[i];

        if (column->role != COLUMN_DIMENSION || !column->is_unknown || column->is_named ||
            !header_is_note(column->header, strlen(column->header)))
            continue;
        column->role = COLUMN_SKIPPED;
        warn_of_notes(
            layout->table,
            (struct place){ .file = table_name(layout->table), .line = layout->csv->row_line },
            column->header);
    }
}

/* provenance.c - any bytes are the figures of a sheet, in order and each once, or one message; compared
 * with themselves nothing has changed. Also as the CSV of a chart. */
#include "require.h"

#include <math.h>

#include "compare/parts.h"

static void require_settled(const struct figure_list *figures)
{
    for (size_t i = 0; i < figures->n; i++) {
        const struct read_figure *figure = &figures->items[i];

        require(isnan(figure->value) == figure->is_confidential);
        require(!figure->is_confidential || figure->shown[0] == '\0');
        require(i == 0 || figure_compare(figure - 1, figure) <= 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct sheaf_diff *diff = sheaf_diff_create(NULL, NULL, "", NULL, NULL);
    const struct spare_file file = { "chart-1.csv", (const char *)data, n, false, NULL };

    for (int as_csv = 0; as_csv < 2; as_csv++) {
        sheaf_diff_sheet sheet = SHEAF_DIFF_SHEET_INIT;
        struct figure_list figures[2];
        sheaf_error error = { 0 };
        struct arena arena;
        bool well = true;

        diff->error = (sheaf_error){ 0 };
        arena_init(&arena, NULL, &error);
        for (size_t i = 0; i < 2; i++) {
            figures_init(&figures[i], "a.pdf", &arena);
            well = well && (as_csv ? figures_read_csv(&figures[i], &file)
                                   : figures_read_provenance(&figures[i], (const char *)data, n));
            require(well == (error.status == SHEAF_OK));
            figures_settle(&figures[i]);
            require_settled(&figures[i]);
        }
        if (well) {
            require(changes_find(diff, &sheet, &figures[0], &figures[1]));
            require(sheet.changed == 0 && diff->n_figures == 0);
        }
        figures_free(&figures[0]);
        figures_free(&figures[1]);
        arena_free(&arena);
    }
    sheaf_diff_destroy(diff);
    return 0;
}

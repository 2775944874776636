/* sheet_tables.c - the functions of sheaf/sheet.h that add tables: their columns and rows are copied. */
#include "base/sized.h"
#include "chart/words/amounts.h"
#include "period/period.h"
#include "sheet/adding.h"
#include "sheet/blocks/table.h"

/* A column for each period, and one for the growth in the last. */
static sheaf_table_column *list_columns(sheaf_sheet *sheet, const sheaf_period *periods, size_t n,
                                        bool with_growth)
{
    sheaf_table_column *columns = arena_array(&sheet->arena, sheaf_table_column, n + 1);

    for (size_t i = 0; columns != NULL && i < n; i++)
        columns[i] = (sheaf_table_column){ .period = periods[i] };
    if (columns != NULL && with_growth)
        columns[n] = (sheaf_table_column){ .period = periods[n - 1], .growth = true };
    return columns;
}

static void refuse_table(sheaf_sheet *sheet)
{
    fail(&sheet->error, SHEAF_BAD_ARGUMENT, "a table needs series and periods");
}

void sheaf_sheet_add_table(sheaf_sheet *sheet, const sheaf_series *const *series, size_t n_series,
                           const sheaf_period *periods, size_t n_periods, bool with_growth)
{
    if (!sheet_may_add(sheet))
        return;
    if (periods == NULL || n_periods == 0) {
        refuse_table(sheet);
        return;
    }
    sheaf_sheet_add_table_of(sheet, NULL, series, n_series,
                             list_columns(sheet, periods, n_periods, with_growth),
                             n_periods + (with_growth ? 1 : 0));
}

/* The caller's columns are as far apart as the first one is large. */
static bool copy_columns(sheaf_sheet *sheet, const sheaf_table_column *columns, size_t n,
                         struct sheet_column *own)
{
    const unsigned char *bytes = (const unsigned char *)columns;
    size_t size = sized_size(bytes, sizeof *columns);

    for (size_t i = 0; i < n; i++) {
        const unsigned char *given = bytes + i * size;
        sheaf_table_column column;

        if (size < sizeof column.size || sized_size(given, sizeof column) != size)
            fail(&sheet->error, SHEAF_BAD_ARGUMENT, "column %zu of %zu has a wrong size", i + 1, n);
        else if (!sized_take(&column, sizeof column, sizeof column, given))
            fail(&sheet->error, SHEAF_BAD_ARGUMENT,
                 "column %zu of %zu says more than this version of libsheaf (%s) knows", i + 1, n,
                 sheaf_version());
        else if (!period_valid(column.period))
            fail(&sheet->error, SHEAF_BAD_ARGUMENT, "column %zu of %zu has no period", i + 1, n);
        else
            own[i] = (struct sheet_column){ .period = column.period,
                                            .is_growth = column.growth,
                                            .is_change = column.growth,
                                            .decimals = DECIMALS_FOR_PEOPLE };
        if (!sheet_is_well(sheet))
            return false;
    }
    return true;
}

static bool copy_rows(sheaf_sheet *sheet, const sheaf_series *const *series, size_t n,
                      struct sheet_row *rows)
{
    for (size_t i = 0; i < n; i++) {
        rows[i].series = sheet_copy_series(sheet, series[i]);
        if (rows[i].series == NULL)
            return false;
    }
    return true;
}

/* The columns as the caller's structs, and the series of the rows. */
static void note_table(sheaf_sheet *sheet, const char *title, const struct sheet_row *rows,
                       size_t n_rows, const struct sheet_column *columns, size_t n_columns)
{
    sheaf_table_column *own = arena_array(&sheet->arena, sheaf_table_column, n_columns);
    const void **series = arena_array(&sheet->arena, const void *, n_rows);

    if (own == NULL || series == NULL)
        return;
    for (size_t i = 0; i < n_columns; i++)
        own[i] = (sheaf_table_column){ sizeof *own, columns[i].period, columns[i].is_growth };
    for (size_t i = 0; i < n_rows; i++)
        series[i] = rows[i].series;
    journal_add(sheet, &(struct told){ .call = TOLD_TABLE,
                                       .texts = { title },
                                       .items = own,
                                       .n_items = n_columns,
                                       .several = series,
                                       .n_several = n_rows });
}

void sheaf_sheet_add_table_of(sheaf_sheet *sheet, const char *title,
                              const sheaf_series *const *series, size_t n_series,
                              const sheaf_table_column *columns, size_t n_columns)
{
    if (!sheet_may_add(sheet))
        return;
    if (series == NULL || n_series == 0 || columns == NULL || n_columns == 0) {
        refuse_table(sheet);
        return;
    }
    struct sheet_row *rows = arena_array(&sheet->arena, struct sheet_row, n_series);
    struct sheet_column *own = arena_array(&sheet->arena, struct sheet_column, n_columns);
    if (rows == NULL || own == NULL || !copy_columns(sheet, columns, n_columns, own))
        return;
    const struct markup *words = sheet_words(sheet, title, 0);
    if (!sheet_is_well(sheet) || !copy_rows(sheet, series, n_series, rows))
        return;
    sheet_append(sheet, block_table_create(sheet, words, rows, n_series, own, n_columns));
    note_table(sheet, title, rows, n_series, own, n_columns);
}

/* arrow.c - a chart of a program's own arrays, handed over by the Arrow C data interface, and the table
 * as Arrow again. No library of Arrow is needed; a data frame of one comes the same way.
 *
 *     cc arrow.c $(pkg-config --cflags --libs sheaf) -o arrow
 *     ./arrow FOLDER
 *
 * The figures are made up, and held as a program might hold them: a column of dates, one of doubles, and
 * flows as a dictionary. */
#include <sheaf/sheaf.h>
#include <stdio.h>

enum { ROWS = 6, COLUMNS = 3 };

/* The arrays are static, so that there is nothing to free. */
static const int32_t days[ROWS] = { 19723, 19754, 19783, 19723, 19754, 19783 }; /* since 1970 */
static const double values[ROWS] = { 1081, 1137, 1243, 1002, 1131, 1287 };
static const int8_t flows[ROWS] = { 0, 0, 0, 1, 1, 1 };
static const int32_t flow_offsets[] = { 0, 7, 14 };
static const char flow_texts[] = "exportsimports";

static void release_schema(struct ArrowSchema *schema)
{
    schema->release = NULL;
}

static void release_array(struct ArrowArray *array)
{
    array->release = NULL;
}

static sheaf_table *table_of_own_arrays(void)
{
    struct ArrowSchema text = { .format = "u", .release = release_schema };
    struct ArrowSchema columns[COLUMNS] = {
        { .format = "tdD", .name = "date", .release = release_schema },
        { .format = "g", .name = "value", .release = release_schema },
        { .format = "c", .name = "flow", .dictionary = &text, .release = release_schema },
    };
    struct ArrowSchema *column_list[COLUMNS] = { &columns[0], &columns[1], &columns[2] };
    struct ArrowSchema schema = {
        .format = "+s", .n_children = COLUMNS, .children = column_list, .release = release_schema
    };

    const void *text_buffers[] = { NULL, flow_offsets, flow_texts };
    const void *buffers[COLUMNS][2] = { { NULL, days }, { NULL, values }, { NULL, flows } };
    struct ArrowArray texts = {
        .length = 2, .n_buffers = 3, .buffers = text_buffers, .release = release_array
    };
    struct ArrowArray arrays[COLUMNS];
    struct ArrowArray *array_list[COLUMNS];
    const void *no_nulls[] = { NULL };

    for (int i = 0; i < COLUMNS; i++) {
        arrays[i] = (struct ArrowArray){
            .length = ROWS, .n_buffers = 2, .buffers = buffers[i], .release = release_array
        };
        array_list[i] = &arrays[i];
    }
    arrays[COLUMNS - 1].dictionary = &texts;
    struct ArrowArray batch = { .length = ROWS,
                                .n_buffers = 1,
                                .buffers = no_nulls,
                                .n_children = COLUMNS,
                                .children = array_list,
                                .release = release_array };

    /* What is true of all rows need not be a column. */
    const sheaf_filter constants[] = { { "unit", "USD" }, { "unit_mult", "6" } };
    const sheaf_read_options options = { .size = sizeof options,
                                         .constants = constants,
                                         .n_constants = sizeof constants / sizeof *constants };

    return sheaf_table_from_arrow_with(NULL, "own arrays", &schema, &batch, &options);
}

static int draw(const sheaf_table *table, const char *path)
{
    const char *const names[] = { "exports", "imports" };
    sheaf_chart *chart = sheaf_chart_create(NULL, SHEAF_LINES);

    sheaf_chart_set_title(chart, "Imports overtook exports in March");
    for (int i = 0; i < 2; i++) {
        const sheaf_filter flow = { "flow", names[i] };
        sheaf_series *series = sheaf_table_select(table, &flow, 1);

        sheaf_chart_add(chart, series);
        sheaf_series_destroy(series);
    }
    int failed = sheaf_chart_write_png(chart, path, 1200, 750) != SHEAF_OK;
    if (failed)
        fprintf(stderr, "%s\n", sheaf_chart_message(chart));
    sheaf_chart_destroy(chart);
    return failed;
}

/* Any program that knows Arrow could take what is printed here. */
static int give_back(const sheaf_table *table)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    sheaf_error error;

    if (sheaf_table_to_arrow(table, &schema, &array, &error) != SHEAF_OK) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    printf("%lld rows:", (long long)array.length);
    for (int64_t i = 0; i < schema.n_children; i++)
        printf(" %s", schema.children[i]->name);
    printf("\n");
    array.release(&array);
    schema.release(&schema);
    return 0;
}

int main(int n_words, char **words)
{
    char path[1024];
    sheaf_table *table = table_of_own_arrays();
    int failed = sheaf_table_status(table) != SHEAF_OK;

    snprintf(path, sizeof path, "%s/arrow.png", n_words > 1 ? words[1] : ".");
    if (failed)
        fprintf(stderr, "%s\n", sheaf_table_error(table)->message);
    else
        failed = draw(table, path) | give_back(table);
    sheaf_table_destroy(table);
    return failed;
}

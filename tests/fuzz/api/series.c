/* series.c - series, lists of them and tables: made, filled, computed, given and taken. */
#include "api/machine.h"

void make_series(struct machine *m)
{
    size_t i = slot(m);

    put(m, KIND_sheaf_series, i,
        sheaf_series_create(NULL, word(m), word(m), (int)take(m) % 30 - 4));
    if (take(m) % 2)
        for (int year = 2019; year < 2024; year++)
            sheaf_series_add(m->objects[KIND_sheaf_series][i], sheaf_period_year(year), number(m),
                             take(m) % 3, SHEAF_NORMAL);
}

void add_observation(struct machine *m)
{
    sheaf_series *series = some(m, KIND_sheaf_series);

    sheaf_series_add(series, period(m), number(m), (int)take(m) % 24 - 4,
                     (sheaf_observation_status)(take(m) % 16));
    require_said(sheaf_series_error(series));
}

void describe_series(struct machine *m)
{
    static void (*const set[])(sheaf_series *, const char *) = {
        sheaf_series_set_label, sheaf_series_set_reporter, sheaf_series_set_partner,
        sheaf_series_set_flow,  sheaf_series_set_product,  sheaf_series_set_source,
        sheaf_series_set_x,
    };

    set[take(m) % 7](some(m, KIND_sheaf_series), word(m));
}

void compute(struct machine *m)
{
    static sheaf_series *(*const of_two[])(const sheaf_series *, const sheaf_series *) = {
        sheaf_series_sum,      sheaf_series_difference, sheaf_series_multiply, sheaf_series_divide,
        sheaf_series_turnover, sheaf_series_balance,    sheaf_series_cover,    sheaf_series_share,
    };
    const sheaf_series *a = some(m, KIND_sheaf_series), *b = some(m, KIND_sheaf_series);
    size_t to = slot(m);
    uint8_t which = take(m) % 10;
    sheaf_series *made = which < 8    ? of_two[which](a, b)
                         : which == 8 ? sheaf_series_growth(a)
                                      : sheaf_series_index(a, period(m));

    require_said(sheaf_series_error(made));
    put(m, KIND_sheaf_series, to, made);
}

void make_list(struct machine *m)
{
    size_t i = slot(m);
    const sheaf_table *table = some(m, KIND_sheaf_table);
    const char *expression = word(m);

    put(m, KIND_sheaf_series_list, i, sheaf_table_evaluate(table, expression));
    require_said(sheaf_series_list_error(m->objects[KIND_sheaf_series_list][i]));
}

void make_table(struct machine *m)
{
    static const char trade[] =
        "period,partner,flow,value,unit,unit_mult\n2022,CHN,exports,13.1,USD,9\n"
        "2023,CHN,exports,14.7,USD,9\n2023,DEU,exports,0.9,USD,9\n"
        "2023,CHN,imports,16.8,USD,9\n2023,World,exports,78.7,USD,9\n";
    size_t i = slot(m), n = take(m);

    put(m, KIND_sheaf_table, i,
        n % 4 > 0 || n > (size_t)(m->end - m->at)
            ? sheaf_table_read_bytes(m->context, "trade", trade, sizeof trade - 1)
            : sheaf_table_read_bytes(m->context, "bytes", m->at, n));
    require_said(sheaf_table_error(m->objects[KIND_sheaf_table][i]));
}

void fill_list(struct machine *m)
{
    const size_t from = slot(m), to = slot(m);
    sheaf_series_list *list = m->objects[KIND_sheaf_series_list][to];
    sheaf_series *series = m->objects[KIND_sheaf_series][from];

    if (list == NULL)
        put(m, KIND_sheaf_series_list, to, list = sheaf_series_list_create(NULL));
    sheaf_series_list_add(list, sheaf_series_copy(NULL, series));
    require_said(sheaf_series_list_error(list));
    if (take(m) % 2)
        put(m, KIND_sheaf_table, from, sheaf_table_from_series(list, word(m)));
}

/* Out as Arrow and back in: as many rows as there were. */
void exchange_arrow(struct machine *m)
{
    const sheaf_table *table = some(m, KIND_sheaf_table);
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct ArrowArrayStream stream;
    sheaf_error error;
    sheaf_table *back;

    if (take(m) % 2) {
        if (sheaf_table_to_arrow_stream(table, &stream, &error) != SHEAF_OK) {
            require(stream.release == NULL && error.message[0] != '\0');
            return;
        }
        back = sheaf_table_from_arrow_stream(m->context, word(m), &stream);
        require(stream.release == NULL);
    } else {
        if (sheaf_table_to_arrow(table, &schema, &array, &error) != SHEAF_OK) {
            require(schema.release == NULL && array.release == NULL && error.message[0] != '\0');
            return;
        }
        back = sheaf_table_from_arrow(m->context, word(m), &schema, &array);
        require(schema.release == NULL && array.release == NULL);
    }
    require_said(sheaf_table_error(back));
    put(m, KIND_sheaf_table, slot(m), back);
}

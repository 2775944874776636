/* api.c - random sequences of calls: charts, series, tables, sheets, themes and pictures that are made, filled with
 * sense and nonsense, drawn, asked and destroyed in any order, with NULL among them. Each byte is a call, an object or
 * an argument. Half of the calls are of any public function that names no file (any.c); the other half are steps
 * that lead further: a series with its observations, a chart of it. */
#include "api/machine.h"

/* In this order: their numbers stand in api.lines and api.dict. */
static void (*const steps[])(struct machine *) = {
    make_series, add_observation, describe_series, compute,   make_list,      make_table,
    make_theme,  make_chart,      fill_chart,      set_chart, write_chart,    lay_out,
    ask_picture, draw_picture,    begin_sheet,     know,      add_table,      add_block,
    set_sheet,   write_sheet,     destroy_some,    fill_list, exchange_arrow, select_in_picture,
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const char known[] = "period,partner,flow,value\n2022,CHN,exports,13.1\n"
                                "2023,CHN,exports,14.7\n2023,DEU,exports,0.9\n";
    struct machine m = { .at = data, .end = data + n, .context = sheaf_context_create(NULL) };

    any_call_begin(&m);
    m.known = sheaf_table_read_bytes(m.context, "known", known, sizeof known - 1);
    for (int i = 0; i < MOST_CALLS && m.at < m.end; i++) {
        const uint8_t byte = take(&m);

        if (byte >= 128)
            any_call(&m);
        else
            steps[byte % (sizeof steps / sizeof *steps)](&m);
    }
    sheaf_context_destroy(m.context); /* what was made with it goes on */
    for (size_t kind = N_KINDS; kind-- > 0;)
        for (size_t i = 0; i < SLOTS; i++)
            put(&m, (enum kind)kind, i, NULL);
    sheaf_table_destroy(m.known);
    return 0;
}

/* expression.c - an expression is parsed, or its error points into it; what is parsed is evaluated
 * to series, or its error points into it. */
#include "require.h"

#include <string.h>

#include "base/strings.h"
#include "expression/expression.h"
#include "sheaf/expression.h"

static const char csv[] = "period,partner,flow,value,unit,unit_mult,status,conf_status,growth_pct\n"
                          "2022,CHN,exports,13.1,USD,9,A,F,\n2023,CHN,exports,14.7,USD,9,P,F,12.6\n"
                          "2022,RUS,exports,8.8,USD,9,A,C,\n2023,RUS,exports,9,USD,9,A,F,\n"
                          "2022,CHN,imports,11,USD,9,A,F,\n2023,CHN,imports,,USD,9,L,F,\n"
                          "2023,WLD,exports,78,USD,9,A,F,\n2023-01,CHN,weight,5e3,t,0,E,F,\n"
                          "2023-02,CHN,weight,0,t,3,A,F,\n2023-03,CHN,weight,-1,t,3,A,F,\n";

/* Names for all that there is: a table, series, several. */
struct known {
    sheaf_table *table;
    sheaf_series_list *exports, *months, *partners;
    sheaf_name names[4];
};

static void know(struct known *known)
{
    known->table = sheaf_table_read_bytes(NULL, "trade.csv", csv, sizeof csv - 1);
    known->exports = sheaf_table_evaluate(known->table, "data[flow: exports, partner: CHN]");
    known->months = sheaf_table_evaluate(known->table, "weight");
    known->partners = sheaf_table_evaluate(known->table, "exports[partner: *]");
    require(sheaf_series_list_count(known->partners) == 3);
    known->names[0] = (sheaf_name){ "trade", NULL, known->table, NULL };
    known->names[1] =
        (sheaf_name){ "exports", sheaf_series_list_at(known->exports, 0), NULL, NULL };
    known->names[2] = (sheaf_name){ "months", sheaf_series_list_at(known->months, 0), NULL, NULL };
    known->names[3] = (sheaf_name){ "partners", NULL, NULL, known->partners };
}

static void require_place(const sheaf_error *error, const char *text, size_t n)
{
    require(error->column >= 1 && error->column <= utf8_count(text, n) + 1 &&
            error->message[0] != '\0');
}

static void evaluate(const char *text, size_t n)
{
    static struct known known; /* for as long as the fuzzer runs */
    sheaf_series_list *list;

    if (known.table == NULL)
        know(&known);
    list = sheaf_evaluate(NULL, known.names, 4, text);
    if (sheaf_series_list_status(list) != SHEAF_OK)
        require_place(sheaf_series_list_error(list), text, n);
    else
        require(sheaf_series_list_count(list) > 0);
    sheaf_series_list_destroy(list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const char *text = (const char *)data;
    sheaf_error error = { .status = SHEAF_OK };
    struct expression *expression;
    struct arena arena;

    arena_init(&arena, NULL, &error);
    expression = expression_parse(&arena, text, n, &error);
    require((expression == NULL) == (error.status != SHEAF_OK));
    if (expression == NULL)
        require_place(&error, text, n);
    else
        evaluate(arena_text(&arena, text, n), n);
    arena_free(&arena);
    return 0;
}

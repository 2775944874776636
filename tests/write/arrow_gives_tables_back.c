/* arrow_gives_tables_back.c - a table in Arrow's structs is the same table when it is read back; the
 * structs outlive it, may be taken apart, and free all that they hold. */
#include "support/check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sheaf/algebra.h"
#include "sheaf/arrow.h"
#include "support/quota.h"
#include "support/table_in.h"
#include "support/tables.h"

static int append(void *context, const void *bytes, size_t n)
{
    char **text = context;
    size_t length = *text != NULL ? strlen(*text) : 0;

    *text = realloc(*text, length + n + 1);
    assert_non_null(*text);
    memcpy(*text + length, bytes, n);
    (*text)[length + n] = '\0';
    return 0;
}

/* The table as CSV, and destroyed. A new text. */
static char *csv_of(sheaf_table *table)
{
    char *text = NULL;

    if (sheaf_table_status(table) != SHEAF_OK)
        fail_msg("%s", sheaf_table_error(table)->message);
    assert_int_equal(sheaf_table_write_sink(table, SHEAF_CSV, (sheaf_sink){ &text, append }, NULL),
                     SHEAF_OK);
    sheaf_table_destroy(table);
    return text;
}

static sheaf_table *read_csv(const char *text)
{
    return sheaf_table_read_bytes(NULL, "trade.csv", text, strlen(text));
}

static const char *const tables[] = {
    "period,value\n2023,12\n",
    "period,reporter,partner,flow,unit,value\n2023-T1,KAZ,CHN,exports,USD,14.75\n"
    "2023-T2,KAZ,CHN,imports,USD,-9\n2024-04,KAZ,,exports,kg,1e-7\n",
    "period,flow,value,unit_mult,decimals,status,conf_status,growth_pct\n"
    "2022,exports,12.50,9,2,P,F,1.234\n2023,exports,,9,0,O,C,\n2024,exports,3000,9,-3,A,F,-2.5\n",
    "period,ship,value\n2023-04-15,\"a, \"\"b\"\" "
    "\u043a\u0430\u0437\",1\n2023-04-16,\u4e2d\u56fd,2\n",
    "period,value,derived,estimated,low,high\n2022,12.5,true,true,12,13\n2023,14,false,false,13.5,"
    "14.5\n",
};

static void tables_come_back_as_they_were(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(tables); i++) {
        struct ArrowSchema schema;
        struct ArrowArray array;
        struct ArrowArrayStream stream;
        sheaf_table *table = read_csv(tables[i]);
        char *before = csv_of(read_csv(tables[i])), *after;

        print_message("  %s", before);
        assert_int_equal(sheaf_table_to_arrow(table, &schema, &array, NULL), SHEAF_OK);
        assert_int_equal(sheaf_table_to_arrow_stream(table, &stream, NULL), SHEAF_OK);
        sheaf_table_destroy(table);
        after = csv_of(sheaf_table_from_arrow(NULL, "back", &schema, &array));
        assert_string_equal(after, before);
        free(after);
        after = csv_of(sheaf_table_from_arrow_stream(NULL, "back", &stream));
        assert_string_equal(after, before);
        free(after);
        free(before);
    }
}

/* What a consumer sees: the names, the formats, and the buffers of the columns. */
static void columns_are_as_published(void **state)
{
    static const char *const expected[][2] = { { "period", "i" },      { "flow", "i" },
                                               { "value", "g" },       { "unit_mult", "i" },
                                               { "decimals", "i" },    { "status", "i" },
                                               { "conf_status", "i" }, { "growth_pct", "g" } };
    struct ArrowSchema schema;
    struct ArrowArray array;
    sheaf_table *table = read_csv(tables[2]);

    (void)state;
    assert_int_equal(sheaf_table_to_arrow(table, &schema, &array, NULL), SHEAF_OK);
    sheaf_table_destroy(table);
    assert_string_equal(schema.format, "+s");
    assert_int_equal(schema.n_children, LENGTH(expected));
    assert_int_equal(array.n_children, LENGTH(expected));
    assert_int_equal(array.length, 3);
    for (size_t i = 0; i < LENGTH(expected); i++) {
        const struct ArrowSchema *column = schema.children[i];

        assert_string_equal(column->name, expected[i][0]);
        assert_string_equal(column->format, expected[i][1]);
        assert_true((column->flags & ARROW_FLAG_NULLABLE) != 0);
        assert_int_equal(column->dictionary != NULL, array.children[i]->dictionary != NULL);
        assert_int_equal(array.children[i]->n_buffers, 2);
    }
    const struct ArrowArray *flow = array.children[1], *value = array.children[2];

    assert_int_equal(flow->dictionary->length, 1);
    assert_memory_equal(flow->dictionary->buffers[2], "exports", 7);
    assert_int_equal(value->null_count, 1);
    assert_int_equal(*(const unsigned char *)value->buffers[0], 5);
    assert_true(((const double *)value->buffers[1])[2] == 3000);
    schema.release(&schema);
    array.release(&array);
    assert_null(schema.release);
    assert_null(array.release);
}

/* A column that was moved out lives on, as the interface allows. */
static void columns_may_be_moved_out(void **state)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    struct ArrowSchema schema, period_schema;
    struct ArrowArray array, period;
    sheaf_table *table = table_read_in(&alloc, "trade.csv", tables[1], strlen(tables[1]));

    (void)state;
    assert_int_equal(sheaf_table_to_arrow(table, &schema, &array, NULL), SHEAF_OK);
    sheaf_table_destroy(table);
    period = *array.children[0];
    array.children[0]->release = NULL;
    period_schema = *schema.children[0];
    schema.children[0]->release = NULL;
    schema.release(&schema);
    array.release(&array);
    assert_string_equal(period_schema.name, "period");
    assert_string_equal(period_schema.dictionary->format, "u");
    assert_int_equal(period.dictionary->length, 3);
    assert_memory_equal(period.dictionary->buffers[2], "2023-T12023-T22024-04", 21);
    assert_int_equal(((const int32_t *)period.buffers[1])[2], 2);
    period.release(&period);
    period_schema.release(&period_schema);
    assert_int_equal(quota.live, 0);
}

/* A stream tells its schema whenever it is asked, and gives its batch once. */
static void streams_end(void **state)
{
    struct quota quota = { .left = SIZE_MAX };
    sheaf_alloc alloc = quota_alloc(&quota);
    struct ArrowArrayStream stream;
    struct ArrowSchema schema;
    struct ArrowArray array;
    sheaf_table *table = table_read_in(&alloc, "trade.csv", tables[0], strlen(tables[0]));

    (void)state;
    assert_int_equal(sheaf_table_to_arrow_stream(table, &stream, NULL), SHEAF_OK);
    sheaf_table_destroy(table);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(stream.get_schema(&stream, &schema), 0);
        assert_string_equal(schema.children[1]->name, "value");
        schema.release(&schema);
    }
    assert_int_equal(stream.get_next(&stream, &array), 0);
    assert_int_equal(array.length, 1);
    array.release(&array);
    assert_int_equal(stream.get_next(&stream, &array), 0);
    assert_null(array.release);
    quota.left = 0;
    assert_int_not_equal(stream.get_schema(&stream, &schema), 0);
    assert_string_equal(stream.get_last_error(&stream), "out of memory");
    stream.release(&stream);
    assert_null(stream.release);
    assert_int_equal(quota.live, 0);
}

/* Numbers in the place of periods keep their header. */
static void plain_numbers_are_doubles(void **state)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    sheaf_table *table = read_csv("distance,value\n12.5,3\n100,4\n");

    (void)state;
    assert_int_equal(sheaf_table_to_arrow(table, &schema, &array, NULL), SHEAF_OK);
    sheaf_table_destroy(table);
    assert_string_equal(schema.children[0]->name, "distance");
    assert_string_equal(schema.children[0]->format, "g");
    assert_true(((const double *)array.children[0]->buffers[1])[0] == 12.5);
    schema.release(&schema);
    array.release(&array);
}

static void failures_are_told(void **state)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct ArrowArrayStream stream;
    sheaf_table *table = read_csv("period\n2023\n");
    sheaf_error error;

    (void)state;
    memset(&schema, 1, sizeof schema);
    memset(&array, 1, sizeof array);
    assert_int_equal(sheaf_table_to_arrow(table, &schema, &array, &error), SHEAF_BAD_INPUT);
    assert_null(schema.release);
    assert_null(array.release);
    assert_string_equal(error.message, sheaf_table_error(table)->message);
    assert_int_equal(sheaf_table_to_arrow_stream(table, &stream, &error), SHEAF_BAD_INPUT);
    assert_null(stream.release);
    sheaf_table_destroy(table);
}

static sheaf_status give(const sheaf_alloc *alloc, const void *as_stream)
{
    struct ArrowSchema schema;
    struct ArrowArray array;
    struct ArrowArrayStream stream;
    sheaf_table *table = table_read_in(alloc, "trade.csv", tables[2], strlen(tables[2]));
    sheaf_status status = as_stream != NULL ? sheaf_table_to_arrow_stream(table, &stream, NULL)
                                            : sheaf_table_to_arrow(table, &schema, &array, NULL);

    sheaf_table_destroy(table);
    if (as_stream != NULL) {
        assert_int_equal(stream.release != NULL, status == SHEAF_OK);
        if (stream.release != NULL)
            stream.release(&stream);
        return status;
    }
    assert_int_equal(schema.release != NULL, status == SHEAF_OK);
    assert_int_equal(array.release != NULL, status == SHEAF_OK);
    if (status == SHEAF_OK) {
        schema.release(&schema);
        array.release(&array);
    }
    return status;
}

static void a_lack_of_memory_is_clean(void **state)
{
    (void)state;
    assert_true(quota_sweep(give, NULL) > 20);
    assert_true(quota_sweep(give, "") > 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tables_come_back_as_they_were), cmocka_unit_test(columns_are_as_published),
        cmocka_unit_test(columns_may_be_moved_out),      cmocka_unit_test(streams_end),
        cmocka_unit_test(plain_numbers_are_doubles),     cmocka_unit_test(failures_are_told),
        cmocka_unit_test(a_lack_of_memory_is_clean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

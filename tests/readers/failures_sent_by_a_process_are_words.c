/* failures_sent_by_a_process_are_words.c - a failure that the process of a database sends is told, unless
 * it has no words. */
#include <string.h>

#include "readers/sql/odbc_rows.h"
#include "support/check.h"

struct sent {
    const char *at, *end;
};

static ssize_t read_sent(void *context, void *into, size_t n)
{
    struct sent *sent = context;
    size_t left = (size_t)(sent->end - sent->at);

    n = n < left ? n : left;
    memcpy(into, sent->at, n);
    sent->at += n;
    return (ssize_t)n;
}

static void connected(void *context)
{
    (void)context;
}

static bool receive(void *context, struct buffer *frames)
{
    (void)context;
    buffer_clear(frames);
    return true;
}

static const struct {
    const char *name, *text;
    size_t n;
    const char *message; /* of the table; "": the caller tells that the frames ended */
} failures[] = {
    { "words", "no such table", 13, "no such table" },
    { "none", "", 0, "" },
    { "bytes that are no text", "\xFF\xFE", 2, "" },
    { "a NUL before the words", "\0no table", 9, "" },
};

static void test_failures_are_told(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(failures); i++) {
        const struct odbc_peer peer = { connected, receive, NULL };
        sheaf_table *table = table_create(NULL, "odbc:trade");
        struct frame_reader reader;
        struct buffer frames;
        struct sent sent;

        print_message("  %s\n", failures[i].name);
        buffer_init(&frames, NULL, NULL);
        frame_begin(&frames, FRAME_FAILURE);
        frame_put_length(&frames, SHEAF_BAD_INPUT);
        frame_put_length(&frames, 0);
        frame_put_length(&frames, 0);
        frame_put_text(&frames, failures[i].text, failures[i].n);
        frame_finish(&frames, 0);
        sent = (struct sent){ frames.bytes, frames.bytes + frames.length };
        frame_reader_init(&reader, read_sent, &sent, NULL, table_error(table));
        assert_false(odbc_read_frames(table, &reader, &peer));
        assert_string_equal(sheaf_table_error(table)->message, failures[i].message);
        frame_reader_free(&reader);
        buffer_free(&frames);
        sheaf_table_destroy(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_failures_are_told) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* sqlite.c - queries and damaged databases become tables or messages, and nothing is written.
 *
 * The input is a query up to the first NUL, then changes of a database that is right: two
 * bytes say where, a third what is there. No query to start from is recursive: with all the
 * fuzzer's counting one without end takes many seconds until it is refused. */
#include "reading.h"

#include <sqlite3.h>

static unsigned char *base, *changed;
static sqlite3_int64 length;

static void make_base(void)
{
    sqlite3 *database;

    require(sqlite3_open(":memory:", &database) == SQLITE_OK);
    require(sqlite3_exec(database,
                         "PRAGMA page_size = 512;"
                         "CREATE TABLE trade (period, partner TEXT, flow, value REAL, unit_mult);"
                         "INSERT INTO trade VALUES (2022, 'CHN', 'exports', 13.1, 9),"
                         "('2023-04', 'China', 'M', '14,7', '6'), (2023, NULL, 'X', NULL, 0);"
                         "CREATE INDEX i ON trade (period, flow);"
                         "CREATE VIEW v AS SELECT period, value FROM trade WHERE flow = 'X';",
                         NULL, NULL, NULL) == SQLITE_OK);
    base = sqlite3_serialize(database, "main", &length, 0);
    require(base != NULL && length > 0);
    sqlite3_close(database);
    changed = malloc((size_t)length);
    require(changed != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    const uint8_t *end = n > 0 ? memchr(data, '\0', n) : NULL;
    sheaf_read_options options = { .format = "sqlite" };
    char query[512];
    size_t at = end != NULL ? (size_t)(end - data) : n;

    if (at >= sizeof query)
        return 0;
    if (base == NULL)
        make_base();
    memcpy(query, data, at);
    query[at] = '\0';
    memcpy(changed, base, (size_t)length);
    for (at++; at + 3 <= n; at += 3)
        changed[(data[at] << 8 | data[at + 1]) % length] = data[at + 2];
    options.query = query[0] != '\0' ? query : NULL;
    require_whole(sheaf_table_read_bytes_with(NULL, "fuzz", changed, (size_t)length, &options));
    return 0;
}

/* odbc_rows.h - rows that another process reads from a database, as frames. */
#ifndef SHEAF_READERS_SQL_ODBC_ROWS_H
#define SHEAF_READERS_SQL_ODBC_ROWS_H

#include "readers/sql/odbc_frames.h"
#include "table/table.h"

/* The process at the other end. */
struct odbc_peer {
    void (*opened)(void *context);                      /* called when it is connected */
    bool (*send)(void *context, struct buffer *frames); /* false: it is gone */
    void *context;
};

/* Fills the table from the frames that follow on a query, or fails into its error. Without a failure
 * there, false means that the frames ended too early. */
bool odbc_read_frames(sheaf_table *table, struct frame_reader *reader,
                      const struct odbc_peer *peer);

#endif

/* watching.h - tells the program of a table that is read, and ends the reading where it wants that. */
#ifndef SHEAF_READERS_WATCHING_H
#define SHEAF_READERS_WATCHING_H

#include "context/context.h"
#include "input/reading.h"
#include "table/table.h"

struct watching {
    const sheaf_context *context;
    sheaf_table *table;
    struct table_watch watch;
};

/* watching outlives the reading, which watching_end ends. Then the program hears of all rows, if the table is
 * well; what table_finish leaves out has been read, too. */
void watching_begin(struct watching *watching, const sheaf_context *context, sheaf_table *table);
void watching_end(struct watching *watching);
/* For the part of a file that is read. */
bool watching_goes_on(void *watching);
/* All warnings of a table that is read. */
void watching_log(const sheaf_context *context, const sheaf_table *table);

#endif

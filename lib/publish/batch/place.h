/* place.h - puts whole files where they belong, many in a folder, without waiting for the disk. */
#ifndef SHEAF_PUBLISH_BATCH_PLACE_H
#define SHEAF_PUBLISH_BATCH_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "sheaf/base.h"

/* Makes the folders of a path, and (sweep) removes from the last one what a killed run of this shard
 * has left. False after a failure. */
bool place_make_folder(const char *path, sheaf_error *error);
void place_sweep(const char *path, const char *drafts);

/* Creates or replaces the file, whole: it is written without a name where the file system can do
 * that, or else as a draft beside it, whose name begins with drafts (".sheaf-…"). Nothing is synced. A
 * symbolic link in its place is replaced, not followed. */
bool place_file(const char *path, const void *bytes, size_t n, const char *drafts, size_t worker,
                sheaf_error *error);

/* What was placed in the folder's file system is on the disk. */
bool place_sync(const char *folder, sheaf_error *error);

#endif

/* watch_files.h - the files that a sheet is made from, and whether they have changed. */
#ifndef CLI_WATCH_FILES_H
#define CLI_WATCH_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <time.h>

struct watched_file {
    char *path;
    bool is_there;
    struct stat facts;
};
struct watched_folder {
    char *path;
    int number; /* of inotify; -1: it is not watched */
};
struct watched_files {
    int queue; /* of inotify; -1: files are looked at now and then only */
    struct watched_file *files;
    struct watched_folder *folders;
    size_t n_files, n_folders;
};

/* polls: without inotify, as where it fails. */
void files_open(struct watched_files *watched, bool polls);
void files_close(struct watched_files *watched);

/* These are the files now. began: when reading them began; true where one that was not watched has
 * changed since, so that what was read may be yesterday's. */
bool files_set(struct watched_files *watched, const char *const *paths, size_t n,
               struct timespec began);

/* Takes what the queue has: how long to wait until an editor will have finished, in milliseconds; -1:
 * nothing happened. */
int files_take_events(struct watched_files *watched);

enum files_news { FILES_SAME, FILES_CHANGED, FILES_GONE /* and nothing else */ };
/* Compares the files with what they were at the last call that told of a change. */
enum files_news files_look(struct watched_files *watched);
/* What has gone is gone. */
void files_accept(struct watched_files *watched);

#endif

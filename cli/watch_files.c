/* watch_files.c - waits for changes of files.
 *
 * Folders are watched, not files: editors put a new file in the place of the old one. A folder that
 * is not there is waited for in the nearest one above it. An event only says that it is time to
 * look: what counts is whether a file is another (device, inode, size, times), so that a system that
 * loses events, or has none, is only slower. */
#include "watch_files.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "command.h"

/* Writers that close or rename are done; of others nobody knows. 12 ms are more than a tick of the
 * kernel's clock (10 ms at most), in which two writes of one size would have one time. */
enum { WAIT_FOR_DONE = 12, WAIT_FOR_WRITING = 60 };

static const uint32_t done = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE |
                             IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB;

static void *need(void *memory)
{
    if (memory == NULL)
        exit(out_of_memory());
    return memory;
}

void files_open(struct watched_files *watched, bool polls)
{
    *watched =
        (struct watched_files){ .queue = polls ? -1 : inotify_init1(IN_NONBLOCK | IN_CLOEXEC) };
}

static void forget_folders(struct watched_files *watched)
{
    for (size_t i = 0; i < watched->n_folders; i++)
        free(watched->folders[i].path);
    free(watched->folders);
    watched->folders = NULL;
    watched->n_folders = 0;
}

static void forget_files(struct watched_file *files, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(files[i].path);
    free(files);
}

void files_close(struct watched_files *watched)
{
    forget_folders(watched);
    forget_files(watched->files, watched->n_files);
    if (watched->queue >= 0)
        close(watched->queue);
}

/* Folders ------------------------------------------------------------------------ */

/* The folder of a path, cut off in place. False: there is none above. */
static bool cut_to_folder(char *path)
{
    char *slash = strrchr(path, '/');

    if (slash == NULL) {
        if (strcmp(path, ".") == 0)
            return false;
        strcpy(path, "."); /* the path has a byte at least */
        return true;
    }
    if (slash == path && path[1] == '\0')
        return false;
    slash[slash == path ? 1 : 0] = '\0';
    return true;
}

static bool has_number(const struct watched_folder *folders, size_t n, int number)
{
    for (size_t i = 0; i < n; i++)
        if (folders[i].number == number)
            return true;
    return false;
}

/* Watches the folder of the path, or the nearest above that is there. Takes the path. */
static void add_folder(struct watched_files *watched, char *path)
{
    int number = -1;

    while (number < 0 && cut_to_folder(path)) {
        number = inotify_add_watch(watched->queue, path, done | IN_MODIFY | IN_ONLYDIR);
        if (number < 0 && errno != ENOENT && errno != ENOTDIR)
            break;
    }
    if (number < 0 || has_number(watched->folders, watched->n_folders, number)) {
        free(path);
        return;
    }
    watched->folders =
        need(realloc(watched->folders, (watched->n_folders + 1) * sizeof *watched->folders));
    watched->folders[watched->n_folders++] = (struct watched_folder){ path, number };
}

/* As they are now: each file's, and that of what it links to. */
static void watch_folders(struct watched_files *watched)
{
    struct watched_folder *before = watched->folders;
    const size_t n_before = watched->n_folders;

    if (watched->queue < 0)
        return;
    watched->folders = NULL;
    watched->n_folders = 0;
    for (size_t i = 0; i < watched->n_files; i++) {
        char *target = realpath(watched->files[i].path, NULL);

        add_folder(watched, need(strdup(watched->files[i].path)));
        if (target != NULL)
            add_folder(watched, target);
    }
    for (size_t i = 0; i < n_before; i++) {
        if (!has_number(watched->folders, watched->n_folders, before[i].number))
            inotify_rm_watch(watched->queue, before[i].number);
        free(before[i].path);
    }
    free(before);
}

/* Files -------------------------------------------------------------------------- */

static struct watched_file stamp(char *path)
{
    struct watched_file file = { .path = path };

    file.is_there = stat(path, &file.facts) == 0;
    return file;
}

static bool same_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool is_same(const struct watched_file *a, const struct watched_file *b)
{
    if (!a->is_there || !b->is_there)
        return a->is_there == b->is_there;
    return a->facts.st_dev == b->facts.st_dev && a->facts.st_ino == b->facts.st_ino &&
           a->facts.st_size == b->facts.st_size && same_time(a->facts.st_mtim, b->facts.st_mtim) &&
           same_time(a->facts.st_ctim, b->facts.st_ctim);
}

static const struct watched_file *find(const struct watched_file *files, size_t n, const char *path)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

/* Times of files are those of the last tick of the kernel's clock, 10 ms ago at most. */
static bool is_since(struct timespec time, struct timespec began)
{
    const long long tick = 10000000, nanoseconds = 1000000000;

    return (time.tv_sec - began.tv_sec) * nanoseconds + time.tv_nsec - began.tv_nsec > -tick;
}

bool files_set(struct watched_files *watched, const char *const *paths, size_t n,
               struct timespec began)
{
    struct watched_file *files = need(calloc(n > 0 ? n : 1, sizeof *files));
    size_t count = 0;
    bool is_late = false;

    for (size_t i = 0; i < n; i++) {
        const struct watched_file *known = find(watched->files, watched->n_files, paths[i]);

        if (find(files, count, paths[i]) != NULL)
            continue;
        /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): the file has the path; forget_files frees it */
        files[count] = stamp(need(strdup(paths[i])));
        if (known != NULL) {
            files[count].is_there = known->is_there;
            files[count].facts = known->facts;
        } else
            is_late |= files[count].is_there && is_since(files[count].facts.st_ctim, began);
        count++;
    }
    forget_files(watched->files, watched->n_files);
    watched->files = files;
    watched->n_files = count;
    watch_folders(watched);
    return is_late;
}

int files_take_events(struct watched_files *watched)
{
    union {
        struct inotify_event event; /* for its alignment */
        char bytes[16384];
    } queue;
    ssize_t n;
    int wait = -1;

    if (watched->queue < 0)
        return wait;
    while ((n = read(watched->queue, queue.bytes, sizeof queue.bytes)) > 0)
        for (ssize_t at = 0; at < n;) {
            struct inotify_event event;

            memcpy(&event, queue.bytes + at, sizeof event);
            at += (ssize_t)(sizeof event + event.len);
            if ((event.mask & done) != 0)
                wait = WAIT_FOR_DONE;
            else if (wait < 0)
                wait = WAIT_FOR_WRITING;
        }
    return wait;
}

void files_accept(struct watched_files *watched)
{
    for (size_t i = 0; i < watched->n_files; i++)
        watched->files[i] = stamp(watched->files[i].path);
    watch_folders(watched);
}

enum files_news files_look(struct watched_files *watched)
{
    enum files_news news = FILES_SAME;

    for (size_t i = 0; i < watched->n_files; i++) {
        const struct watched_file now = stamp(watched->files[i].path);

        if (is_same(&watched->files[i], &now))
            continue;
        if (now.is_there)
            news = FILES_CHANGED;
        else if (news == FILES_SAME)
            news = FILES_GONE;
    }
    if (news == FILES_CHANGED)
        files_accept(watched);
    else
        watch_folders(watched);
    return news;
}

/* kept_table.c - keeps tables by reference count, and detects when their files have changed.
 *
 * A file is unchanged while its device, inode, size and times of change are the same. Two changes
 * within one tick of the file system's clock may leave the same times, so within a second of the
 * last change the bytes are compared instead. */
#include "readers/kept_table.h"

#include <pthread.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/file.h"
#include "context/keep.h"
#include "readers/kept_findings.h"
#include "readers/reader.h"

enum { MAX_COMPARED_BYTES = 1 << 24 }; /* larger files are read again within that second */

struct kept_table {
    sheaf_table *table;
    size_t holders; /* atomic */
    struct kept_findings findings;
    pthread_mutex_t lock; /* of all below */
    bool has_frame;
    struct table_digest frame;
};

/* Identifies a version of a file. */
struct file_state {
    dev_t device;
    ino_t inode;
    off_t size;
    struct timespec modified, changed;
};

/* Changes to an SQLite database may be in its write-ahead log, a second file. */
struct source_state {
    struct file_state file, log;
};

/* The table that was read last from a path with its options. */
struct slot {
    pthread_mutex_t lock;     /* of all below; held during reading, so that only one thread reads */
    struct kept_table *table; /* NULL: none is kept */
    struct source_state state;
    bool settled;          /* the times are old enough to tell whether the file has changed */
    struct buffer content; /* the bytes that were read, until then */
};

const sheaf_table *kept_table(const struct kept_table *kept)
{
    return kept->table;
}

struct table_digest kept_table_frame(struct kept_table *kept)
{
    pthread_mutex_lock(&kept->lock);
    if (!kept->has_frame)
        table_digest_frame(kept->table, &kept->frame);
    kept->has_frame = true;
    const struct table_digest frame = kept->frame;
    pthread_mutex_unlock(&kept->lock);
    return frame;
}

struct series_findings kept_table_check(struct kept_table *kept, const bool *series)
{
    return kept_findings_of(&kept->findings, kept->table, series);
}

void kept_table_drop(const sheaf_alloc *alloc, struct kept_table *kept)
{
    if (kept == NULL || __atomic_sub_fetch(&kept->holders, 1, __ATOMIC_ACQ_REL) > 0)
        return;
    kept_findings_end(&kept->findings, alloc);
    pthread_mutex_destroy(&kept->lock);
    sheaf_table_destroy(kept->table);
    memory_free(alloc, kept, sizeof *kept);
}

static struct kept_table *hold(struct kept_table *kept)
{
    __atomic_add_fetch(&kept->holders, 1, __ATOMIC_RELAXED);
    return kept;
}

/* States of files ------------------------------------------------------------- */

static bool state_of_file(const char *path, struct file_state *state)
{
    struct stat facts;

    if (stat(path, &facts) != 0 || !S_ISREG(facts.st_mode))
        return false;
    *state = (struct file_state){ facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtim,
                                  facts.st_ctim };
    return true;
}

/* False for anything but a regular file, and for files that report no size (/proc): these are read
 * each time. */
static bool state_of(const char *path, const sheaf_alloc *alloc, struct source_state *state)
{
    struct arena arena;

    memset(state, 0, sizeof *state);
    arena_init(&arena, alloc, NULL);
    const char *log = arena_format(&arena, "%s-wal", path);
    bool known = log != NULL && state_of_file(path, &state->file) && state->file.size > 0;
    if (known && !state_of_file(log, &state->log))
        state->log = (struct file_state){ .size = 0 };
    arena_free(&arena);
    return known;
}

static bool same_time(struct timespec a, struct timespec b)
{
    return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

static bool same_file(const struct file_state *a, const struct file_state *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size &&
           same_time(a->modified, b->modified) && same_time(a->changed, b->changed);
}

static bool same_source(const struct source_state *a, const struct source_state *b)
{
    return same_file(&a->file, &b->file) && same_file(&a->log, &b->log);
}

/* True when the time is at least a second ago. */
static bool is_past(struct timespec time, struct timespec now)
{
    return now.tv_sec - time.tv_sec > 1 ||
           (now.tv_sec - time.tv_sec == 1 && now.tv_nsec >= time.tv_nsec);
}

static bool is_settled(const struct source_state *state)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return is_past(state->file.modified, now) && is_past(state->file.changed, now) &&
           is_past(state->log.modified, now) && is_past(state->log.changed, now);
}

/* Slots ------------------------------------------------------------------------ */

static void *make_slot(sheaf_context *context, const void *key, size_t n, sheaf_error *error)
{
    struct slot *slot = memory_resize(context_alloc(context), NULL, 0, sizeof *slot);

    (void)key;
    (void)n;
    if (slot == NULL) {
        fail_memory(error);
        return NULL;
    }
    *slot = (struct slot){ .table = NULL };
    buffer_init(&slot->content, context_alloc(context), NULL);
    pthread_mutex_init(&slot->lock, NULL);
    return slot;
}

static void empty_slot(const sheaf_alloc *alloc, struct slot *slot)
{
    kept_table_drop(alloc, slot->table);
    slot->table = NULL;
    buffer_free(&slot->content);
    buffer_init(&slot->content, alloc, NULL);
}

static void free_slot(const sheaf_alloc *alloc, void *thing)
{
    struct slot *slot = thing;

    empty_slot(alloc, slot);
    pthread_mutex_destroy(&slot->lock);
    memory_free(alloc, slot, sizeof *slot);
}

/* Beyond this many things in the context, further files are read each time they are named. */
enum { MOST_KEPT = 2000 };

static const struct keep_kind slots = { make_slot, free_slot, MOST_KEPT };

/* NULL and "" give different keys. */
static void put_text(struct buffer *key, const char *text)
{
    buffer_byte(key, text != NULL ? 'x' : '-');
    if (text != NULL)
        buffer_put(key, text, strlen(text) + 1);
}

static void put_count(struct buffer *key, size_t n)
{
    buffer_put(key, &n, sizeof n);
}

/* Everything that a table depends on apart from the content of the file. */
static void put_key(struct buffer *key, const char *path, const sheaf_read_options *options)
{
    const char *const texts[] = { path,
                                  options->format,
                                  options->encoding,
                                  options->separator,
                                  options->decimal,
                                  options->frequency,
                                  options->financial_year,
                                  options->query,
                                  options->sheet,
                                  options->dates,
                                  options->x,
                                  options->period };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_text(key, texts[i]);
    put_count(key, options->header);
    put_count(key, options->n_columns);
    for (size_t i = 0; i < options->n_columns; i++) {
        put_text(key, options->columns[i].header);
        put_text(key, options->columns[i].role);
    }
    put_count(key, options->n_constants);
    for (size_t i = 0; i < options->n_constants; i++) {
        put_text(key, options->constants[i].dimension);
        put_text(key, options->constants[i].member);
    }
    put_count(key, options->n_values);
    for (size_t i = 0; i < options->n_values; i++)
        put_text(key, options->values[i]);
    put_count(key, options->n_dimensions);
    for (size_t i = 0; i < options->n_dimensions; i++)
        put_text(key, options->dimensions[i]);
}

static struct slot *slot_for(sheaf_context *context, const char *path,
                             const sheaf_read_options *options, sheaf_error *error)
{
    struct buffer key;

    buffer_init(&key, context_alloc(context), error);
    put_key(&key, path, options);
    struct slot *slot =
        key.failed ? NULL : context_keep(context, &slots, key.bytes, key.length, error);
    buffer_free(&key);
    return slot;
}

/* Reading ------------------------------------------------------------------------ */

/* Takes over the table. */
static struct kept_table *share(sheaf_context *context, sheaf_table *table, sheaf_error *error)
{
    struct kept_table *kept = memory_resize(context_alloc(context), NULL, 0, sizeof *kept);

    context_count(context, COUNTED_TABLES);
    if (kept == NULL) {
        sheaf_table_destroy(table);
        fail_memory(error);
        return NULL;
    }
    *kept = (struct kept_table){ .table = table, .holders = 1 };
    kept_findings_start(&kept->findings);
    pthread_mutex_init(&kept->lock, NULL);
    return kept;
}

/* Reads the file's bytes for a comparison. False, without a failure, when that is not possible. */
static bool read_content(const char *path, const sheaf_alloc *alloc, struct buffer *content)
{
    sheaf_error ignored = { .status = SHEAF_OK };

    buffer_init(content, alloc, NULL);
    if (file_read(path, MAX_COMPARED_BYTES, content, &ignored) == SHEAF_OK && !content->failed)
        return true;
    buffer_free(content);
    buffer_init(content, alloc, NULL);
    return false;
}

/* A database's bytes alone do not tell whether it has changed: see struct source_state. */
static bool is_database(const struct buffer *content)
{
    static const char opening[] = "SQLite format 3";

    return content->length >= sizeof opening &&
           memcmp(content->bytes, opening, sizeof opening) == 0;
}

/* True when the file has not changed since the slot's table was read. */
static bool is_current(struct slot *slot, const char *path, const struct source_state *state,
                       const sheaf_alloc *alloc)
{
    struct buffer content;

    if (slot->table == NULL || !same_source(&slot->state, state))
        return false;
    if (slot->settled)
        return true;
    bool settled = is_settled(state);
    if (!read_content(path, alloc, &content))
        return false;
    bool same = content.length == slot->content.length &&
                memcmp(content.bytes, slot->content.bytes, content.length) == 0;
    buffer_free(&content);
    if (same && settled) { /* any later change will have a later time */
        slot->settled = true;
        buffer_free(&slot->content);
        buffer_init(&slot->content, alloc, NULL);
    }
    return same;
}

/* Reads the file, and keeps the table in the slot unless the file changed during the reading. */
static struct kept_table *read_into(sheaf_context *context, struct slot *slot, const char *path,
                                    const sheaf_read_options *options,
                                    const struct source_state *state, sheaf_error *error)
{
    const sheaf_alloc *alloc = context_alloc(context);
    struct source_state after;
    bool settled = is_settled(state);

    empty_slot(alloc, slot);
    bool by_content =
        !settled && read_content(path, alloc, &slot->content) && !is_database(&slot->content);
    sheaf_table *table =
        by_content ? read_bytes(context, path, slot->content.bytes, slot->content.length, options)
                   : read_file(context, path, options);
    struct kept_table *kept = share(context, table, error);
    if (kept == NULL || sheaf_table_status(kept->table) != SHEAF_OK || !(settled || by_content) ||
        !state_of(path, alloc, &after) || !same_source(state, &after)) {
        empty_slot(alloc, slot);
        return kept;
    }
    slot->table = hold(kept);
    slot->state = *state;
    slot->settled = settled;
    return kept;
}

struct kept_table *kept_table_read(sheaf_context *context, const char *path,
                                   const sheaf_read_options *options, sheaf_error *error)
{
    const sheaf_alloc *alloc = context_alloc(context);
    struct source_state state;

    if (strcmp(path, "-") == 0 || !state_of(path, alloc, &state))
        return share(context, read_file(context, path, options), error);
    sheaf_error own = { .status = SHEAF_OK };
    struct slot *slot = slot_for(context, path, options, &own);
    error_take(error, &own);
    if (slot == NULL)
        return own.status != SHEAF_OK ? NULL
                                      : share(context, read_file(context, path, options), error);
    pthread_mutex_lock(&slot->lock);
    struct kept_table *kept = is_current(slot, path, &state, alloc)
                                  ? hold(slot->table)
                                  : read_into(context, slot, path, options, &state, error);
    pthread_mutex_unlock(&slot->lock);
    return kept;
}

/* merge.c - the reports of a batch's shards become the one that a single machine would have written, but
 * for times.
 *
 * A report has a head and a line a sheet, as report.c writes them; the lines are taken over as they are.
 * Shard k of n has the sheets k, k + n, …, so one line of each in turn is the order of one machine. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/output.h"
#include "base/sized.h"
#include "base/string_cache.h"
#include "input/json.h"
#include "publish/batch/report.h"
#include "sheaf/batch.h"

enum { MOST_SHARDS = 100000, PIECE = 65536 };
enum { FIRST_MERGED = sizeof(sheaf_batch_merged) };

static const char sheets_begin[] = "\"sheets\": [", line_begin[] = "{\"sheet\": \"",
                  shard_key[] = ",\n  \"shard\": ", left_out_key[] = ",\n  \"left_out\": ",
                  report_end[] = "\n  ]\n}\n";

/* A shard's report, mapped. */
struct shard {
    const char *path, *bytes; /* bytes NULL: there is none */
    size_t n;
    const char *number, *left_out; /* keys in the head, which others replace */
    const char *begin, *at; /* of the first line, and of the next; at the end of the one before */
    size_t n_lines;
    int64_t count, made, unchanged, failed;
    double seconds;
    const struct json_value *head;
};

struct merge {
    struct arena arena;
    sheaf_error *error;
    struct shard *shards;
    size_t n;                  /* shards there should be */
    const struct shard *first; /* that is there */
    struct string_cache names;
    bool may_retry;
};

static bool fail_report(struct merge *merge, const char *path, const char *why)
{
    fail_at(merge->error, SHEAF_BAD_INPUT, (struct place){ .file = path }, "%s", why);
    return false;
}

/* Reading --------------------------------------------------------------------- */

static bool map_report(struct merge *merge, struct shard *shard)
{
    struct stat status;
    void *bytes = MAP_FAILED;
    int descriptor;

    if (file_open(shard->path, &descriptor, merge->error) != SHEAF_OK)
        return false;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0)
        bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
    file_close(descriptor);
    if (bytes == MAP_FAILED)
        return fail_report(merge, shard->path, "this is no report of a batch");
    shard->bytes = bytes;
    shard->n = (size_t)status.st_size;
    return true;
}

static bool take_number(const struct json_value *head, const char *key, int64_t *number)
{
    return json_whole_number(json_member(head, key), 0, INT64_MAX / 4, number);
}

/* The head ends where the sheets begin; with an end of its own it is JSON. */
static const struct json_value *read_head(struct merge *merge, struct shard *shard)
{
    const char *end = memmem(shard->bytes, shard->n, sheets_begin, sizeof sheets_begin - 1);
    const size_t n = end != NULL ? (size_t)(end - shard->bytes) + sizeof sheets_begin - 1 : 0;
    const size_t last = sizeof report_end - 1;
    struct json_failure failure;
    int decimals;

    if (n == 0 || shard->n < n + last ||
        memcmp(shard->bytes + shard->n - last, report_end, last) != 0)
        return NULL;
    char *text = arena_array(&merge->arena, char, n + 3);
    if (text == NULL)
        return NULL;
    memcpy(text, shard->bytes, n);
    memcpy(text + n, "]}", 2);
    shard->at = shard->begin = shard->bytes + n;
    shard->number = memmem(shard->bytes, n, shard_key, sizeof shard_key - 1);
    shard->left_out = memmem(shard->bytes, n, left_out_key, sizeof left_out_key - 1);
    if (shard->left_out == NULL || (shard->number != NULL && shard->left_out < shard->number))
        return NULL;
    const struct json_value *head = json_value_read(&merge->arena, text, n + 2, &failure);
    return take_number(head, "count", &shard->count) && take_number(head, "made", &shard->made) &&
                   take_number(head, "unchanged", &shard->unchanged) &&
                   take_number(head, "failed", &shard->failed) &&
                   json_number(json_member(head, "seconds"), &shard->seconds, &decimals)
               ? head
               : NULL;
}

/* The next line without its comma; NULL: there is none. */
static const char *next_line(struct shard *shard, size_t *n)
{
    if (shard->bytes == NULL)
        return NULL;
    const char *end = shard->bytes + shard->n - (sizeof report_end - 1);
    if (shard->at >= end)
        return NULL;
    const char *line = shard->at + 1; /* behind the end of the line before */
    const char *stop = memchr(line, '\n', (size_t)(end - line));
    if (stop == NULL)
        stop = end;
    shard->at = stop;
    while (line < stop && *line == ' ')
        line++;
    *n = (size_t)(stop - line);
    if (*n > 0 && line[*n - 1] == ',')
        --*n;
    return line;
}

/* Each sheet once, in whatever shards. */
static bool take_name(struct merge *merge, const struct shard *shard, const char *line, size_t n)
{
    const size_t begin = sizeof line_begin - 1;
    uint64_t known;
    size_t end = begin;

    if (n <= begin || memcmp(line, line_begin, begin) != 0 || line[n - 1] != '}')
        return fail_report(merge, shard->path, "this report is damaged");
    while (end < n && line[end] != '"')
        end += line[end] == '\\' ? 2 : 1;
    if (end >= n)
        return fail_report(merge, shard->path, "this report is damaged");
    if (string_cache_find(&merge->names, line + begin, end - begin, &known)) {
        fail_at(merge->error, SHEAF_BAD_INPUT, (struct place){ .file = shard->path },
                "the sheet '%.*s' is in two shards", (int)(end - begin < 200 ? end - begin : 200),
                line + begin);
        return false;
    }
    return string_cache_add(&merge->names, &merge->arena, line + begin, end - begin, 0) ||
           fail_memory(merge->error) == SHEAF_OK;
}

static bool read_lines(struct merge *merge, struct shard *shard)
{
    static const char retry[] = "\"retry\": true, ";
    size_t n;

    for (const char *line; (line = next_line(shard, &n)) != NULL; shard->n_lines++) {
        if (!take_name(merge, shard, line, n))
            return false;
        merge->may_retry |= memmem(line, n, retry, sizeof retry - 1) != NULL;
    }
    shard->at = shard->begin;
    const int64_t told = shard->made + shard->unchanged + shard->failed;
    return ((int64_t)shard->n_lines >= told && (int64_t)shard->n_lines <= shard->count) ||
           fail_report(merge, shard->path, "this report has other sheets than it counts");
}

/* Of one run are reports with the same spec, versions and members that are left out. */
static bool is_same_text(const struct json_value *a, const struct json_value *b, const char *key)
{
    const char *one = json_text(json_member(a, key)), *other = json_text(json_member(b, key));

    return one != NULL && other != NULL && strcmp(one, other) == 0;
}

static bool check_same(struct merge *merge, const struct shard *shard)
{
    static const char *const keys[] = { "versions", "spec" };

    for (size_t i = 0; merge->first != NULL && i < sizeof keys / sizeof *keys; i++)
        if (!is_same_text(merge->first->head, shard->head, keys[i])) {
            fail_at(merge->error, SHEAF_BAD_INPUT, (struct place){ .file = shard->path },
                    "the %s are others than in %.200s; these are no shards of one run", keys[i],
                    merge->first->path);
            return false;
        }
    return true;
}

static bool read_shard(struct merge *merge, const char *path)
{
    struct shard read = { .path = path };
    int64_t shard = 0, shards = 0;

    if (!map_report(merge, &read))
        return false;
    read.head = read_head(merge, &read);
    bool well = read.head != NULL;
    if (!well)
        fail_report(merge, path, "this is no report of a batch, or it is cut");
    well = well && ((read.number != NULL && take_number(read.head, "shard", &shard) && shard > 0 &&
                     take_number(read.head, "shards", &shards) && shards >= shard &&
                     shards <= MOST_SHARDS) ||
                    fail_report(merge, path, "this is no report of a shard"));
    if (well && merge->shards == NULL) {
        merge->n = (size_t)shards;
        merge->shards = arena_array(&merge->arena, struct shard, merge->n);
        well = merge->shards != NULL;
    }
    if (well && (size_t)shards != merge->n)
        well = fail_report(merge, path, "this report is of another number of shards");
    if (well && merge->shards[shard - 1].bytes != NULL)
        well = fail_report(merge, path, "this shard is there twice");
    well = well && check_same(merge, &read);
    if (!well) {
        munmap((void *)read.bytes, read.n);
        return false;
    }
    merge->shards[shard - 1] = read;
    if (merge->first == NULL)
        merge->first = &merge->shards[shard - 1];
    return read_lines(merge, &merge->shards[shard - 1]);
}

/* Writing --------------------------------------------------------------------- */

static void add_up(const struct merge *merge, sheaf_batch_merged *sums, double *seconds)
{
    size_t length = 0;

    sums->shards = merge->n;
    for (size_t i = 0; i < merge->n; i++) {
        const struct shard *shard = &merge->shards[i];

        if (shard->bytes == NULL) {
            sums->missing++;
            if (length < sizeof sums->missing_numbers - 16)
                length += (size_t)snprintf(sums->missing_numbers + length,
                                           sizeof sums->missing_numbers - length, "%s%zu",
                                           length > 0 ? ", " : "", i + 1);
            continue;
        }
        sums->count += (size_t)shard->count;
        sums->made += (size_t)shard->made;
        sums->unchanged += (size_t)shard->unchanged;
        sums->failed += (size_t)shard->failed;
        *seconds = shard->seconds > *seconds ? shard->seconds : *seconds;
    }
    sums->not_reached = sums->count - sums->made - sums->unchanged - sums->failed;
    sums->may_retry = merge->may_retry;
}

static void put_missing(const struct merge *merge, struct buffer *into)
{
    const char *between = "";

    buffer_format(into, ",\n  \"shards\": %zu, \"missing_shards\": [", merge->n);
    for (size_t i = 0; i < merge->n; i++) {
        if (merge->shards[i].bytes != NULL)
            continue;
        buffer_format(into, "%s%zu", between, i + 1);
        between = ", ";
    }
    buffer_byte(into, ']');
}

/* The first one's, without its number, and with the sums. */
static void put_head(const struct merge *merge, const sheaf_batch_merged *sums, double seconds,
                     struct buffer *into)
{
    const struct shard *first = merge->first;

    buffer_put(into, first->bytes, (size_t)(first->number - first->bytes));
    if (sums->missing > 0)
        put_missing(merge, into);
    buffer_format(into,
                  ",\n  \"count\": %zu, \"made\": %zu, \"unchanged\": %zu, \"failed\": %zu, "
                  "\"not_reached\": %zu, \"seconds\": ",
                  sums->count, sums->made, sums->unchanged, sums->failed, sums->not_reached);
    buffer_fixed(into, seconds, 3);
    buffer_put(into, first->left_out, (size_t)(first->begin - first->left_out));
}

static int write_sheets(struct merge *merge, int descriptor, struct buffer *piece)
{
    const char *between = "\n    ";
    int number = 0;

    for (bool any = true; any && number == 0;) {
        any = false;
        for (size_t i = 0; i < merge->n && number == 0; i++) {
            size_t n = 0;
            const char *line = next_line(&merge->shards[i], &n);

            if (line == NULL)
                continue;
            any = true;
            buffer_text(piece, between);
            between = ",\n    ";
            buffer_put(piece, line, n);
            if (piece->failed || piece->length > PIECE)
                number = report_write_piece(descriptor, piece);
        }
    }
    buffer_text(piece, report_end);
    return number == 0 ? report_write_piece(descriptor, piece) : number;
}

static bool write_merged(struct merge *merge, const char *output, const sheaf_batch_merged *sums,
                         double seconds)
{
    char draft[PATH_BYTES];
    struct buffer piece;

    if (snprintf(draft, sizeof draft, "%s.new", output) >= (int)sizeof draft) {
        fail(merge->error, SHEAF_BAD_ARGUMENT, "the output's name is too long");
        return false;
    }
    const int descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) {
        fail_write(merge->error, output, errno);
        return false;
    }
    buffer_init(&piece, &merge->arena.alloc, NULL);
    put_head(merge, sums, seconds, &piece);
    int number = write_sheets(merge, descriptor, &piece);
    buffer_free(&piece);
    if (number == 0 && fsync(descriptor) != 0)
        number = errno;
    if (close(descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0 && rename(draft, output) != 0)
        number = errno;
    if (number == 0)
        return true;
    unlink(draft);
    fail_write(merge->error, output, number);
    return false;
}

/* The whole ------------------------------------------------------------------- */

static bool read_all(struct merge *merge, const char *const *reports, size_t n, const char *output)
{
    for (size_t i = 0; i < n; i++) {
        if (reports[i] == NULL) {
            fail(merge->error, SHEAF_BAD_ARGUMENT, "there is no report to read (NULL)");
            return false;
        }
        if (output_is_input(output, reports[i])) {
            fail(merge->error, SHEAF_BAD_ARGUMENT, "the output %.200s is one of the reports",
                 output);
            return false;
        }
        if (!read_shard(merge, reports[i]))
            return false;
    }
    return true;
}

sheaf_status sheaf_batch_merge(const char *const *reports, size_t n, const char *output,
                               sheaf_batch_merged *merged, sheaf_error *error)
{
    sheaf_error own;
    sheaf_batch_merged sums = SHEAF_BATCH_MERGED_INIT;
    struct merge merge = { .error = error != NULL ? error : &own };
    double seconds = 0;

    *merge.error = (sheaf_error){ 0 };
    if (reports == NULL || n == 0 || output == NULL)
        return fail(merge.error, SHEAF_BAD_ARGUMENT,
                    "a merge needs the reports of shards and a name for its own");
    arena_init(&merge.arena, NULL, merge.error);
    if (read_all(&merge, reports, n, output)) {
        add_up(&merge, &sums, &seconds);
        if (write_merged(&merge, output, &sums, seconds) && merged != NULL &&
            !sized_give(merged, FIRST_MERGED, &sums, sizeof sums))
            fail(merge.error, SHEAF_BAD_ARGUMENT, "the struct for the sums has no room");
    }
    for (size_t i = 0; merge.shards != NULL && i < merge.n; i++)
        if (merge.shards[i].bytes != NULL)
            munmap((void *)merge.shards[i].bytes, merge.shards[i].n);
    string_cache_free(&merge.names, &merge.arena.alloc);
    arena_free(&merge.arena);
    return merge.error->status;
}

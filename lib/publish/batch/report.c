/* report.c - journal and report.
 *
 * A line goes to the journal as each sheet is finished, so that a killed run can be resumed and memory
 * does not grow with the sheets. The report has the same lines in the order of the sheets. */
#include "publish/batch/report.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/escape.h"
#include "base/hash.h"
#include "base/output.h"
#include "publish/batch/place.h"
#include "text/versions.h"

static const char line_begin[] = "{\"sheet\": ";

/* Earlier runs --------------------------------------------------------------- */

static void map_earlier(struct earlier *earlier, const char *path)
{
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;

    *earlier = (struct earlier){ NULL, 0 };
    if (descriptor < 0)
        return;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
        void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (bytes != MAP_FAILED)
            *earlier = (struct earlier){ bytes, (size_t)status.st_size };
    }
    close(descriptor);
}

/* The length of the sheet's name at the beginning of a line, with its quotes. */
static size_t name_length(const char *line, size_t n)
{
    size_t i = sizeof line_begin; /* behind the first quote */

    while (i < n && line[i] != '"')
        i += line[i] == '\\' ? 2 : 1;
    return i < n ? i + 1 : 0;
}

static void put_line(struct report *report, const char *line, size_t n)
{
    const size_t length = name_length(line, n);
    const uint32_t hash = hash_text(line, length);
    size_t slot = hash & (report->n_slots - 1);

    if (length == 0 || n > UINT32_MAX)
        return;
    while (
        report->lines[slot].line != NULL &&
        (report->lines[slot].hash != hash || strncmp(report->lines[slot].line, line, length) != 0))
        slot = (slot + 1) & (report->n_slots - 1);
    report->lines[slot] = (struct earlier_line){ hash, (uint32_t)n, line };
}

/* Calls take for each line of a sheet; a line that a killed run has not finished has no end. */
static size_t each_line(struct report *report, const struct earlier *earlier,
                        void (*take)(struct report *report, const char *line, size_t n))
{
    const char *at = earlier->bytes, *end = at + earlier->n;
    size_t count = 0;

    for (const char *next; at < end; at = next + 1) {
        next = memchr(at, '\n', (size_t)(end - at));
        if (next == NULL)
            break;
        while (at < next && *at == ' ')
            at++;
        const size_t n = (size_t)(next - at) - (next > at && next[-1] == ',');
        if (n <= sizeof line_begin || memcmp(at, line_begin, sizeof line_begin - 1) != 0)
            continue;
        count++;
        if (take != NULL)
            take(report, at, n);
    }
    return count;
}

/* The journal is newer than the report, so its lines come last. */
static bool read_earlier(struct report *report, sheaf_error *error)
{
    map_earlier(&report->earlier[0], report->path);
    map_earlier(&report->earlier[1], report->journal_path);
    for (size_t i = 0; i < 2; i++)
        if (report->earlier[i].bytes != NULL)
            report->n_lines += each_line(report, &report->earlier[i], NULL);
    report->n_slots = 64;
    while (report->n_slots < 2 * report->n_lines)
        report->n_slots *= 2;
    report->lines =
        memory_resize(&report->batch->alloc, NULL, 0, report->n_slots * sizeof *report->lines);
    if (report->lines == NULL)
        return fail_memory(error) == SHEAF_OK;
    memset(report->lines, 0, report->n_slots * sizeof *report->lines);
    for (size_t i = 0; i < 2; i++)
        if (report->earlier[i].bytes != NULL)
            each_line(report, &report->earlier[i], put_line);
    return true;
}

const struct earlier_line *report_find(const struct report *report, const struct buffer *name)
{
    if (report->lines == NULL || name->failed)
        return NULL;
    const size_t length = name_length(name->bytes, name->length);
    const uint32_t hash = hash_text(name->bytes, length);
    size_t slot = hash & (report->n_slots - 1);

    while (report->lines[slot].line != NULL &&
           (report->lines[slot].hash != hash ||
            strncmp(report->lines[slot].line, name->bytes, length) != 0))
        slot = (slot + 1) & (report->n_slots - 1);
    return report->lines[slot].line != NULL ? &report->lines[slot] : NULL;
}

/* The journal ---------------------------------------------------------------- */

bool batch_report_name(const sheaf_batch *batch, bool journal, char out[PATH_BYTES])
{
    const char *folder = batch->template.folder;
    char shard[40] = "";

    if (batch->options.shards > 0)
        snprintf(shard, sizeof shard, ".%u-%u", batch->options.shard, batch->options.shards);
    const int n =
        snprintf(out, PATH_BYTES, "%s%s%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/",
                 journal ? ".sheaf-journal" : "report", shard, journal ? "" : ".json");
    return n < PATH_BYTES;
}

static bool name_files(struct report *report, sheaf_error *error)
{
    const struct sheet_input *input = report->batch->inputs;

    if (!batch_report_name(report->batch, false, report->path) ||
        !batch_report_name(report->batch, true, report->journal_path)) {
        fail(error, SHEAF_BAD_ARGUMENT, "the output's name is too long");
        return false;
    }
    for (; input != NULL; input = input->next)
        if (output_is_input(report->path, input->path)) {
            fail(error, SHEAF_BAD_ARGUMENT,
                 "the report %.200s is what the sheets are made from; name another folder",
                 report->path);
            return false;
        }
    return true;
}

bool report_begin(struct report *report, const sheaf_batch *batch, sheaf_error *error)
{
    const bool resume = batch->options.resume;
    struct stat status;

    memset(report, 0, sizeof *report);
    report->batch = batch;
    report->journal = -1;
    if (!name_files(report, error) || !place_make_folder(report->path, error) ||
        (resume && !read_earlier(report, error)))
        return false;
    report->journal =
        open(report->journal_path,
             O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | (resume ? 0 : O_TRUNC), 0666);
    if (report->journal < 0 || fstat(report->journal, &status) != 0) {
        fail_write(error, report->journal_path, errno);
        return false;
    }
    report->end = (uint64_t)status.st_size;
    /* Behind a line that a killed run began. */
    if (report->end > 0 && pwrite(report->journal, "\n", 1, status.st_size) == 1)
        report->end++;
    report->offsets =
        memory_resize(&batch->alloc, NULL, 0, (batch->n + 1) * sizeof *report->offsets);
    if (report->offsets == NULL)
        return fail_memory(error) == SHEAF_OK;
    memset(report->offsets, 0, (batch->n + 1) * sizeof *report->offsets);
    return true;
}

bool report_add(struct report *report, size_t index, struct buffer *line, sheaf_error *error)
{
    buffer_byte(line, '\n');
    if (line->failed)
        return fail_memory(error) == SHEAF_OK;
    for (size_t done = 0; done < line->length;) {
        const ssize_t n = pwrite(report->journal, line->bytes + done, line->length - done,
                                 (off_t)(report->end + done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0) {
            fail_write(error, report->journal_path, errno);
            return false;
        }
        done += (size_t)n;
    }
    report->offsets[index] = report->end + 1;
    report->end += line->length;
    return true;
}

/* The report ----------------------------------------------------------------- */

static void put_head(const struct report *report, const struct report_sums *sums,
                     struct buffer *into)
{
    const sheaf_batch *batch = report->batch;
    char versions[VERSIONS_TEXT];

    text_versions(versions);
    buffer_format(into, "{\n  \"versions\": \"Sheaf %s, %s\",\n  \"spec\": ", sheaf_version(),
                  versions);
    escape_json(into, batch->spec->file);
    if (batch->options.shards > 0)
        buffer_format(into, ",\n  \"shard\": %u, \"shards\": %u", batch->options.shard,
                      batch->options.shards);
    buffer_format(into,
                  ",\n  \"count\": %zu, \"made\": %zu, \"unchanged\": %zu, \"failed\": %zu, "
                  "\"not_reached\": %zu, \"seconds\": ",
                  batch->n, sums->made, sums->unchanged, sums->failed,
                  batch->n - sums->made - sums->unchanged - sums->failed);
    buffer_fixed(into, sums->seconds, 3);
    buffer_text(into, ",\n  \"left_out\": {");
    for (size_t i = 0; i < batch->slices.n_sliced; i++) {
        const struct sliced *sliced = &batch->slices.sliced[i];

        buffer_text(into, i > 0 ? ", " : "");
        escape_json(into, sliced->name);
        buffer_text(into, ": [");
        for (size_t m = 0; m < sliced->n_left_out; m++) {
            buffer_text(into, m > 0 ? ", " : "");
            escape_json(into, sliced->left_out[m]);
        }
        buffer_text(into, "]");
    }
    buffer_text(into, "},\n  \"sheets\": [");
}

int report_write_piece(int descriptor, struct buffer *piece)
{
    const char *at = piece->bytes;
    size_t n = piece->length;

    if (piece->failed)
        return ENOMEM;
    while (n > 0) {
        const ssize_t written = write(descriptor, at, n);

        if (written < 0 && errno != EINTR)
            return errno;
        at += written > 0 ? written : 0;
        n -= written > 0 ? (size_t)written : 0;
    }
    buffer_clear(piece);
    return 0;
}

/* Appends the journal's line at the offset, without its end. */
static bool take_line(const struct report *report, uint64_t offset, struct buffer *into)
{
    char block[4096];

    for (;;) {
        const ssize_t n = pread(report->journal, block, sizeof block, (off_t)offset);
        if (n <= 0)
            return false;
        const char *end = memchr(block, '\n', (size_t)n);
        buffer_put(into, block, end != NULL ? (size_t)(end - block) : (size_t)n);
        if (end != NULL)
            return true;
        offset += (uint64_t)n;
    }
}

/* The line that an earlier run has left of a sheet that this one has not reached. */
static bool take_earlier(const struct report *report, size_t index, struct buffer *into)
{
    const sheaf_batch *batch = report->batch;
    const struct batch_sheet sheet = batch_sheet_of(batch, batch_index_of(batch, index));
    struct buffer name;

    buffer_init(&name, &batch->alloc, NULL);
    record_write_name(batch, &sheet, &name);
    const struct earlier_line *line = report_find(report, &name);
    buffer_free(&name);
    if (line != NULL)
        buffer_put(into, line->line, line->length);
    return line != NULL;
}

bool report_line(const struct report *report, size_t index, struct buffer *into)
{
    return report->offsets[index] != 0 ? take_line(report, report->offsets[index] - 1, into)
                                       : take_earlier(report, index, into);
}

static int write_report(const struct report *report, const struct report_sums *sums, int descriptor,
                        struct buffer *piece)
{
    const char *between = "\n    ";
    struct buffer line;
    int number = 0;

    buffer_init(&line, &report->batch->alloc, NULL);
    put_head(report, sums, piece);
    for (size_t i = 0; i < report->batch->n && number == 0; i++) {
        buffer_clear(&line);
        if (report->offsets[i] == 0 && !take_earlier(report, i, &line))
            continue;
        if (report->offsets[i] != 0 && !take_line(report, report->offsets[i] - 1, &line))
            number = EIO;
        buffer_text(piece, between);
        between = ",\n    ";
        buffer_put(piece, line.bytes, line.length);
        if (line.failed)
            number = ENOMEM;
        if (number == 0 && piece->length > 65536)
            number = report_write_piece(descriptor, piece);
    }
    buffer_free(&line);
    buffer_text(piece, "\n  ]\n}\n");
    if (number == 0)
        number = report_write_piece(descriptor, piece);
    return number == 0 && fsync(descriptor) != 0 ? errno : number;
}

bool report_finish(struct report *report, const struct report_sums *sums, sheaf_error *error)
{
    char draft[PATH_BYTES + 16];
    struct buffer piece;

    snprintf(draft, sizeof draft, "%s.new", report->journal_path);
    const int descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor < 0) {
        fail_write(error, report->path, errno);
        return false;
    }
    buffer_init(&piece, &report->batch->alloc, NULL);
    int number = write_report(report, sums, descriptor, &piece);
    buffer_free(&piece);
    if (close(descriptor) != 0 && number == 0)
        number = errno;
    if (number == 0 && rename(draft, report->path) != 0)
        number = errno;
    if (number != 0) {
        unlink(draft);
        fail_write(error, report->path, number);
        return false;
    }
    unlink(report->journal_path);
    return true;
}

void report_free(struct report *report)
{
    const sheaf_alloc *alloc = &report->batch->alloc;

    for (size_t i = 0; i < 2; i++)
        if (report->earlier[i].bytes != NULL)
            munmap((void *)report->earlier[i].bytes, report->earlier[i].n);
    if (report->lines != NULL)
        memory_free(alloc, report->lines, report->n_slots * sizeof *report->lines);
    if (report->offsets != NULL)
        memory_free(alloc, report->offsets, (report->batch->n + 1) * sizeof *report->offsets);
    if (report->journal >= 0)
        close(report->journal);
}

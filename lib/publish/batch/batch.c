/* batch.c - a batch as an object: its options, its state, what it tells. */
#include "publish/batch/batch.h"

#include <string.h>

#include "base/sized.h"

static const sheaf_batch inert = {
    .error = { .status = SHEAF_NO_MEMORY, .message = "out of memory" },
};
static const sheaf_batch absent = {
    .error = { .status = SHEAF_BAD_ARGUMENT, .message = "there is no batch (NULL)" },
};

enum { FIRST_OPTIONS = sizeof(sheaf_batch_options), FIRST_MESSAGE = sizeof(sheaf_batch_message) };

/* Copies texts; false: one of them is missing, or memory. */
static bool copy_texts(sheaf_batch *batch, const char *const *from, size_t n,
                       const char *const **to)
{
    const char **copy = arena_array(&batch->arena, const char *, n);

    for (size_t i = 0; copy != NULL && i < n; i++) {
        copy[i] = from != NULL && from[i] != NULL ? arena_string(&batch->arena, from[i]) : NULL;
        if (copy[i] == NULL)
            return fail(&batch->error, SHEAF_BAD_ARGUMENT,
                        "a language or format is missing (NULL)") == SHEAF_OK;
    }
    *to = copy;
    return copy != NULL;
}

#define PAIR_MISTAKE "a filter or a parameter lacks a text (NULL)"

/* Pairs of texts: filters, parameters. */
static bool copy_pair(sheaf_batch *batch, const char *a, const char *b, const char **to_a,
                      const char **to_b)
{
    *to_a = arena_string(&batch->arena, a);
    *to_b = arena_string(&batch->arena, b);
    if (*to_a == NULL || *to_b == NULL)
        fail(&batch->error, SHEAF_BAD_ARGUMENT, PAIR_MISTAKE);
    return *to_a != NULL && *to_b != NULL;
}

static bool copy_pairs(sheaf_batch *batch)
{
    sheaf_batch_options *options = &batch->options;
    sheaf_filter *where = arena_array(&batch->arena, sheaf_filter, options->n_where);
    sheaf_parameter *parameters =
        arena_array(&batch->arena, sheaf_parameter, options->n_parameters);

    if ((options->where == NULL && options->n_where > 0) ||
        (options->parameters == NULL && options->n_parameters > 0))
        fail(&batch->error, SHEAF_BAD_ARGUMENT, PAIR_MISTAKE);
    if (where == NULL || parameters == NULL || batch->error.status != SHEAF_OK)
        return false;
    for (size_t i = 0; i < options->n_where; i++)
        if (!copy_pair(batch, options->where[i].dimension, options->where[i].member,
                       &where[i].dimension, &where[i].member))
            return false;
    for (size_t i = 0; i < options->n_parameters; i++)
        if (!copy_pair(batch, options->parameters[i].name, options->parameters[i].value,
                       &parameters[i].name, &parameters[i].value))
            return false;
    options->where = where;
    options->parameters = parameters;
    return true;
}

static bool check_options(sheaf_batch *batch)
{
    const sheaf_batch_options *options = &batch->options;
    sheaf_error *error = &batch->error;

    if (options->each == NULL || options->output == NULL || options->output[0] == '\0')
        fail(error, SHEAF_BAD_ARGUMENT,
             "a batch needs a parameter to make sheets by and a name for its files");
    else if ((options->shards == 0) != (options->shard == 0) || options->shard > options->shards)
        fail(error, SHEAF_BAD_ARGUMENT, "shard %u of %u: there is no such shard", options->shard,
             options->shards);
    else if (options->n_languages > MOST_LANGUAGES || options->n_formats > MOST_FORMATS)
        fail(error, SHEAF_BAD_ARGUMENT, "a batch has at most %d languages and %d formats",
             MOST_LANGUAGES, MOST_FORMATS);
    return error->status == SHEAF_OK;
}

static bool take_options(sheaf_batch *batch, const sheaf_batch_options *given)
{
    sheaf_batch_options *options = &batch->options;

    if (given == NULL || !sized_take(options, sizeof *options, FIRST_OPTIONS, given)) {
        fail(&batch->error, SHEAF_BAD_ARGUMENT, "there are no options of a batch, or unknown ones");
        return false;
    }
    if (!check_options(batch))
        return false;
    options->each = arena_string(&batch->arena, options->each);
    options->output = arena_string(&batch->arena, options->output);
    options->root = arena_string(&batch->arena, options->root);
    options->font_folder = arena_string(&batch->arena, options->font_folder);
    options->theme = arena_string(&batch->arena, options->theme);
    return copy_texts(batch, options->languages, options->n_languages, &options->languages) &&
           copy_texts(batch, options->formats, options->n_formats, &options->formats) &&
           copy_pairs(batch) && batch->error.status == SHEAF_OK;
}

sheaf_batch *sheaf_batch_create(sheaf_context *context, const char *spec,
                                const sheaf_batch_options *options)
{
    context = context_hold(context);
    const sheaf_alloc *alloc = context_alloc(context);
    sheaf_batch *batch = memory_resize(alloc, NULL, 0, sizeof *batch);

    if (batch == NULL) {
        context_drop(context);
        return (sheaf_batch *)&inert;
    }
    memset(batch, 0, sizeof *batch);
    batch->context = context;
    batch->alloc = *alloc;
    arena_init(&batch->arena, alloc, &batch->error);
    messages_begin(&batch->messages, alloc);
    error_take(&batch->error, context_error(context));
    if (spec == NULL)
        fail(&batch->error, SHEAF_BAD_ARGUMENT, "there is no spec to read (NULL)");
    if (batch->error.status != SHEAF_OK || !take_options(batch, options) ||
        !batch_plan(batch, spec)) {
        batch->n = 0;
        if (batch->error.status == SHEAF_OK)
            fail_memory(&batch->error);
    }
    return batch;
}

void sheaf_batch_destroy(sheaf_batch *batch)
{
    if (batch == NULL || batch == &inert)
        return;

    sheaf_context *context = batch->context;
    const sheaf_alloc alloc = batch->alloc;

    sheaf_sheet_destroy(batch->spec);
    sheaf_theme_destroy(batch->theme);
    messages_free(&batch->messages);
    arena_free(&batch->arena);
    memory_free(&alloc, batch, sizeof *batch);
    context_drop(context);
}

const sheaf_error *sheaf_batch_error(const sheaf_batch *batch)
{
    if (batch == NULL)
        return &absent.error;
    return batch->error.status != SHEAF_OK ? &batch->error : &batch->output;
}

sheaf_status sheaf_batch_status(const sheaf_batch *batch)
{
    return sheaf_batch_error(batch)->status;
}

size_t sheaf_batch_count(const sheaf_batch *batch)
{
    return batch != NULL ? batch->n : 0;
}

static size_t give_path(const char *path, size_t n, char *out, size_t capacity)
{
    const size_t length = n < capacity ? n : capacity > 0 ? capacity - 1 : 0;

    if (out != NULL && capacity > 0) {
        memcpy(out, path, length);
        out[length] = '\0';
    }
    return n;
}

size_t sheaf_batch_path(const sheaf_batch *batch, size_t index, char *out, size_t capacity)
{
    char path[PATH_BYTES];
    size_t n = 0;

    if (index < sheaf_batch_count(batch)) {
        const struct batch_sheet sheet = batch_sheet_of(batch, batch_index_of(batch, index));
        n = template_write(batch, &sheet, 1, path) ? strlen(path) : 0;
    }
    return give_path(path, n, out, capacity);
}

size_t sheaf_batch_report_path(const sheaf_batch *batch, char *out, size_t capacity)
{
    char path[PATH_BYTES];
    const bool named =
        batch != NULL && batch->error.status == SHEAF_OK && batch_report_name(batch, false, path);

    return give_path(path, named ? strlen(path) : 0, out, capacity);
}

bool sheaf_batch_message_at(const sheaf_batch *batch, size_t index, sheaf_batch_message *message)
{
    const struct message *found = batch != NULL ? messages_at(&batch->messages, index) : NULL;

    if (found == NULL || message == NULL)
        return false;
    const sheaf_batch_message given = { sizeof given, found->status, found->text, found->sheet,
                                        found->count };
    return sized_give(message, FIRST_MESSAGE, &given, sizeof given);
}

const char *sheaf_batch_left_out(const sheaf_batch *batch, size_t index)
{
    for (size_t i = 0; batch != NULL && i < batch->slices.n_sliced; i++) {
        const struct sliced *sliced = &batch->slices.sliced[i];

        if (index < sliced->n_left_out)
            return sliced->left_out[index];
        index -= sliced->n_left_out;
    }
    return NULL;
}

const char *sheaf_batch_input(const sheaf_batch *batch, size_t index)
{
    const struct sheet_input *input = batch != NULL ? batch->inputs : NULL;

    for (; input != NULL && index > 0; index--)
        input = input->next;
    return input != NULL ? input->path : NULL;
}

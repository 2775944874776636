/* publish.c - finished bytes to a file or a sink. */
#include "publish/publish.h"

#include "base/file.h"
#include "context/context.h"

bool publish_goes_on(const sheaf_context *context, const char *name, size_t written, size_t total,
                     sheaf_error *error)
{
    return error->status == SHEAF_OK &&
           context_progress(context, SHEAF_WRITING_PAGES, name, written, total, error);
}

void publish_file(const char *path, const struct buffer *bytes, sheaf_error *error)
{
    sheaf_status status =
        bytes->failed ? fail_memory(error) : file_replace(path, bytes->bytes, bytes->length, error);
    (void)status; /* it sticks to error */
}

void publish_sink(const sheaf_sink *sink, const struct buffer *bytes, sheaf_error *error)
{
    sheaf_status status =
        bytes->failed ? fail_memory(error) : sink_write(sink, bytes->bytes, bytes->length, error);
    (void)status; /* it sticks to error */
}

/* xml.c - XML becomes the same events in whatever pieces it comes, or one message.
 *
 * The first byte is the length of the pieces. */
#include "require.h"

#include <string.h>

#include "base/buffer.h"
#include "base/strings.h"
#include "input/xml.h"

static void tell_start(void *context, const char *name, const char *const *attributes)
{
    buffer_format(context, "<%s", name);
    for (; *attributes != NULL; attributes += 2)
        buffer_format(context, " %s=%s", attributes[0], attributes[1]);
    require(xml_attribute((const char *const[]){ NULL }, name) == NULL);
}

static void tell_end(void *context, const char *name)
{
    buffer_format(context, "/%s>", name);
}

static void tell_text(void *context, const char *text, size_t n)
{
    require(strlen(text) == n && utf8_valid(text, n, NULL));
    buffer_format(context, "[%s]", text);
}

/* Feeds all bytes in pieces; the events are in told if that went well. */
static sheaf_status feed(const uint8_t *data, size_t n, size_t piece, const char *part,
                         struct buffer *told)
{
    sheaf_error error = { 0 };
    const struct reading reading = { .alloc = memory_or_default(NULL),
                                     .name = "fuzz",
                                     .error = &error };
    const struct xml_events events = { told, tell_start, tell_end, tell_text };
    struct xml *xml = xml_create(&reading, part, &events);
    bool well = xml != NULL;

    for (size_t at = 0; well && at < n; at += piece)
        well = xml_feed(xml, (const char *)data + at, n - at < piece ? n - at : piece, false);
    well = well && xml_feed(xml, "", 0, true);
    xml_destroy(xml);
    require(well == (error.status == SHEAF_OK));
    require(well ||
            (error.message[0] != '\0' && utf8_valid(error.message, strlen(error.message), NULL)));
    return error.status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct buffer whole, pieces;
    sheaf_status status;

    if (n < 1)
        return 0;
    for (int i = 0; i < 2; i++) { /* of a file, and of an archive's part */
        buffer_init(&whole, NULL, NULL);
        buffer_init(&pieces, NULL, NULL);
        status = feed(data + 1, n - 1, n, i == 0 ? NULL : "part", &whole);
        require(feed(data + 1, n - 1, (size_t)data[0] + 1, i == 0 ? NULL : "part", &pieces) ==
                status);
        require(status != SHEAF_OK || (whole.length == pieces.length &&
                                       memcmp(whole.bytes, pieces.bytes, whole.length) == 0));
        buffer_free(&whole);
        buffer_free(&pieces);
    }
    return 0;
}

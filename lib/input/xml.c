/* xml.c - XML 1.0 as events, through Expat. */
#include "input/xml.h"

#include <expat.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/strings.h"

enum {
    PIECE = 64 << 10,    /* bytes that Expat gets at once: it reads an unfinished tag again */
    NAME_BITS = 1 << 16, /* of the filter that counts different names */
    NAME_LIMIT = 1000    /* bytes */
};

struct xml {
    struct reading reading;
    const char *part;
    struct xml_events events;
    XML_Parser parser;
    struct buffer text;            /* since the last tag */
    size_t depth;                  /* open elements */
    size_t quiet;                  /* bytes fed since Expat told of anything */
    size_t names;                  /* different ones so far */
    uint64_t seen[NAME_BITS / 64]; /* a bit for the hash of each name */
};

static bool failed(const struct xml *xml)
{
    return xml->reading.error->status != SHEAF_OK;
}

/* Expat 2.9 calls the counts of 64 bits by other names, and warns of the old ones. */
#if XML_MAJOR_VERSION > 2 || XML_MINOR_VERSION >= 9
#define current_line   XML_GetCurrentLineNumber64
#define current_column XML_GetCurrentColumnNumber64
#else
#define current_line   XML_GetCurrentLineNumber
#define current_column XML_GetCurrentColumnNumber
#endif

struct place xml_place(const struct xml *xml)
{
    return (struct place){ .file = xml->reading.name,
                           .line = current_line(xml->parser),
                           .column = current_column(xml->parser) + 1 };
}

void xml_fail(struct xml *xml, const char *format, ...)
{
    char message[sizeof xml->reading.error->message];
    struct place at = xml_place(xml);
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    /* A line of a part says nothing to somebody who sees a workbook. */
    if (xml->part != NULL)
        fail_at(xml->reading.error, SHEAF_BAD_INPUT, (struct place){ .file = at.file },
                "%.100s, line %zu: %s", xml->part, at.line, message);
    else
        fail_at(xml->reading.error, SHEAF_BAD_INPUT, at, "%s", message);
    XML_StopParser(xml->parser, XML_FALSE);
}

/* Limits -------------------------------------------------------------------------- */

/* Counts a name whose hash was not met before; two names with one hash count once. */
static void count_name(struct xml *xml, uint32_t hash, const char *name)
{
    uint64_t bit = UINT64_C(1) << (hash % 64), *bits = &xml->seen[hash / 64 % (NAME_BITS / 64)];

    if ((*bits & bit) != 0)
        return;
    *bits |= bit;
    xml->names++;
    if (strlen(name) > NAME_LIMIT)
        xml_fail(xml, "a name is longer than %d bytes; no data file has such names", NAME_LIMIT);
    else if (xml->names > XML_NAMES_LIMIT)
        xml_fail(xml,
                 "more than %d different names of elements and attributes; no data file has "
                 "so many",
                 XML_NAMES_LIMIT);
}

static void count_names(struct xml *xml, const char *name, const char *const *attributes)
{
    count_name(xml, hash_text(name, strlen(name)), name);
    /* Expat keeps one copy of an attribute's name, so that its address stands for it. */
    for (; *attributes != NULL; attributes += 2)
        count_name(xml, hash_text((const char *)attributes, sizeof *attributes), *attributes);
}

/* Events -------------------------------------------------------------------------- */

static const char *without_prefix(const char *name)
{
    const char *colon = strchr(name, ':');

    return colon != NULL ? colon + 1 : name;
}

static void tell_text(struct xml *xml)
{
    if (xml->text.length > 0 && xml->events.text != NULL && !failed(xml))
        xml->events.text(xml->events.context, xml->text.bytes, xml->text.length);
    buffer_clear(&xml->text);
}

static void on_start(void *context, const char *name, const char **attributes)
{
    struct xml *xml = context;
    const char *const *constant = (const char *const *)attributes;

    xml->quiet = 0;
    if (failed(xml))
        return;
    tell_text(xml);
    count_names(xml, name, constant);
    if (++xml->depth > XML_DEPTH_LIMIT)
        xml_fail(xml, "more than %d elements in one another; no data file is so deep",
                 XML_DEPTH_LIMIT);
    if (xml->events.start != NULL && !failed(xml))
        xml->events.start(xml->events.context, without_prefix(name), constant);
    if (failed(xml))
        XML_StopParser(xml->parser, XML_FALSE);
}

static void on_end(void *context, const char *name)
{
    struct xml *xml = context;

    xml->quiet = 0;
    tell_text(xml);
    xml->depth--;
    if (xml->events.end != NULL && !failed(xml))
        xml->events.end(xml->events.context, without_prefix(name));
    if (failed(xml))
        XML_StopParser(xml->parser, XML_FALSE);
}

static void on_text(void *context, const char *text, int n)
{
    struct xml *xml = context;

    xml->quiet = 0;
    if (xml->events.text == NULL || failed(xml))
        return;
    buffer_put(&xml->text, text, (size_t)n);
    if (xml->text.length > XML_TEXT_LIMIT)
        xml_fail(xml, "a text is longer than %d bytes; is a tag missing?", XML_TEXT_LIMIT);
}

static void on_comment(void *context, const char *text)
{
    struct xml *xml = context;

    (void)text;
    xml->quiet = 0;
}

static void on_instruction(void *context, const char *target, const char *text)
{
    (void)target;
    on_comment(context, text);
}

static void on_doctype(void *context, const char *name, const char *system, const char *public,
                       int has_subset)
{
    struct xml *xml = context;

    (void)name, (void)system, (void)public, (void)has_subset;
    if (!failed(xml))
        xml_fail(xml, "a DOCTYPE, which may define entities, is refused; no data file needs one");
}

/* Feeding ------------------------------------------------------------------------- */

struct xml *xml_create(const struct reading *reading, const char *part,
                       const struct xml_events *events)
{
    struct xml *xml = memory_resize(reading->alloc, NULL, 0, sizeof *xml);
    XML_Parser parser = XML_ParserCreate(part == NULL ? "UTF-8" : NULL);

    if (xml == NULL || parser == NULL) {
        fail_memory(reading->error);
        memory_free(reading->alloc, xml, sizeof *xml);
        if (parser != NULL)
            XML_ParserFree(parser);
        return NULL;
    }
    *xml = (struct xml){ .reading = *reading, .part = part, .events = *events, .parser = parser };
    buffer_init(&xml->text, reading->alloc, reading->error);
    XML_SetUserData(parser, xml);
    XML_SetElementHandler(parser, on_start, on_end);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetCommentHandler(parser, on_comment);
    XML_SetProcessingInstructionHandler(parser, on_instruction);
    XML_SetStartDoctypeDeclHandler(parser, on_doctype);
    return xml;
}

void xml_destroy(struct xml *xml)
{
    if (xml == NULL)
        return;
    XML_ParserFree(xml->parser);
    buffer_free(&xml->text);
    memory_free(xml->reading.alloc, xml, sizeof *xml);
}

static void feed_piece(struct xml *xml, const char *bytes, size_t n, bool last)
{
    enum XML_Error code;

    xml->quiet += n;
    if (XML_Parse(xml->parser, bytes, (int)n, last) == XML_STATUS_ERROR && !failed(xml)) {
        code = XML_GetErrorCode(xml->parser);
        if (code == XML_ERROR_NO_MEMORY)
            fail_memory(xml->reading.error);
        else
            xml_fail(xml, "this is not XML: %s", XML_ErrorString(code));
    }
    if (xml->quiet > XML_TAG_LIMIT && !failed(xml))
        xml_fail(xml, "a tag or comment is longer than %d bytes; is its end missing?",
                 XML_TAG_LIMIT);
}

bool xml_feed(struct xml *xml, const char *bytes, size_t n, bool last)
{
    while (n > PIECE && !failed(xml)) {
        feed_piece(xml, bytes, PIECE, false);
        bytes += PIECE;
        n -= PIECE;
    }
    if (!failed(xml))
        feed_piece(xml, bytes, n, last);
    return !failed(xml);
}

bool xml_read(struct input *input, const struct xml_events *events, struct xml **told)
{
    const struct reading *reading = input_reading(input);
    struct xml *xml = xml_create(reading, NULL, events);
    size_t n;
    const char *text = input_text(input, &n);
    bool more = xml != NULL;

    if (told != NULL)
        *told = xml;
    while (more && xml_feed(xml, text, n, false)) {
        more = input_slide(input, text + n, current_line(xml->parser));
        text = input_text(input, &n);
        n = more ? n : 0;
    }
    more = xml != NULL && !failed(xml) && xml_feed(xml, "", 0, true);
    xml_destroy(xml);
    return more;
}

const char *xml_attribute(const char *const *attributes, const char *name)
{
    bool whole = strchr(name, ':') != NULL;

    for (; *attributes != NULL; attributes += 2)
        if (strcmp(whole ? attributes[0] : without_prefix(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

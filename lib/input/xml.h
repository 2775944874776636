/* xml.h - XML 1.0 as events, through Expat.
 *
 * A document is fed piece by piece and is never kept. Names come without their prefix. What no data
 * file needs and attacks do is refused: a DOCTYPE (and with it every entity of the file's own),
 * XML_DEPTH_LIMIT elements in one another, XML_TAG_LIMIT bytes without an end of a tag,
 * XML_TEXT_LIMIT bytes of text between two tags, and more than XML_NAMES_LIMIT different names of
 * elements and attributes, each of which Expat keeps. So memory stays bounded whatever is fed.
 * Expat takes its memory from malloc, as its allocator gets no context. */
#ifndef SHEAF_INPUT_XML_H
#define SHEAF_INPUT_XML_H

#include "input/input.h"

enum {
    XML_DEPTH_LIMIT = 100,
    XML_TAG_LIMIT = 512 << 10,
    XML_TEXT_LIMIT = 256 << 10,
    XML_NAMES_LIMIT = 4000
};

struct xml;

/* An event that is NULL is not told. */
struct xml_events {
    void *context;
    /* attributes: names as they are written ("office:value") and values in turn, then NULL. All
     * texts are NUL-terminated UTF-8 and live until the event returns. */
    void (*start)(void *context, const char *name, const char *const *attributes);
    void (*end)(void *context, const char *name);
    /* All of the text between two tags, NUL-terminated; not told where there is none. */
    void (*text)(void *context, const char *text, size_t n);
};

/* reading must outlive xml. part: the name inside an archive, for messages; NULL: the file itself,
 * whose text is UTF-8 whatever its declaration says, as input.h gives it. NULL: failed. */
struct xml *xml_create(const struct reading *reading, const char *part,
                       const struct xml_events *events);
/* False, and failed into the reading's error: not XML, refused, or failed by an event. */
bool xml_feed(struct xml *xml, const char *bytes, size_t n, bool last)
    __attribute__((warn_unused_result));
void xml_destroy(struct xml *xml); /* NULL: no-op */

/* Feeds all of an input, whose window has not slid yet. *xml (may be NULL) is what events need to
 * ask for their place; it ends with the call. False: failed. */
bool xml_read(struct input *input, const struct xml_events *events, struct xml **xml)
    __attribute__((warn_unused_result));
/* In an event: where in the file its tag or text begins. */
struct place xml_place(const struct xml *xml);

/* In an event: fails at its place, and no more events come. */
void xml_fail(struct xml *xml, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The value of an attribute. A name with a colon is compared as a whole, another one with what
 * follows the prefix. NULL: there is none. */
const char *xml_attribute(const char *const *attributes, const char *name);

#endif

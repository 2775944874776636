/* put.c - texts, attributes and addresses, escaped. */
#include <string.h>

#include "base/escape.h"
#include "paint/html/html.h"
#include "text/text.h"

void html_put_string(struct buffer *into, const char *text)
{
    if (text != NULL)
        escape_markup(into, text, strlen(text));
}

void html_put_attribute(struct buffer *into, const char *name, const char *text)
{
    buffer_format(into, " %s=\"", name);
    html_put_string(into, text);
    buffer_byte(into, '"');
}

static bool is_said(const char *language)
{
    return language != NULL && language[0] != '\0';
}

static const char *language_around(const struct html *html, const struct html_node *node)
{
    for (node = node != NULL ? node->outer : NULL; node != NULL; node = node->outer)
        if (node->kind == HTML_GROUP && node->group != NULL && is_said(node->group->language))
            return node->group->language;
    return html->page->language;
}

void html_put_language(struct html *html, const struct html_node *node, const char *language)
{
    if (!is_said(language))
        return;
    const bool is_leftward = text_language_is_leftward(language);
    html_put_attribute(html->out, "lang", language);
    if (is_leftward != text_language_is_leftward(language_around(html, node)))
        html_put_attribute(html->out, "dir", is_leftward ? "rtl" : "ltr");
}

void html_put_encoded(struct buffer *into, const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if ((byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
            (byte >= 'a' && byte <= 'z') || byte == '-' || byte == '.' || byte == '_' ||
            byte == '~' || byte == ',')
            buffer_byte(into, (char)byte);
        else
            buffer_format(into, "%%%02X", byte);
    }
}

/* A browser strips tabs and line ends from addresses before it looks for a scheme, so anything with a
 * colon in its first segment must be one of these. */
bool html_address_is_safe(const char *address)
{
    static const char *const schemes[] = { "https://", "http://", "mailto:" };
    size_t segment;

    for (const char *at = address; *at != '\0'; at++)
        if ((unsigned char)*at <= ' ' || *at == 0x7F)
            return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(address, schemes[i], strlen(schemes[i])) == 0)
            return true;
    segment = strcspn(address, "/?#");
    return address[0] != '\0' && strncmp(address, "//", 2) != 0 &&
           memchr(address, ':', segment) == NULL && strchr(address, '\\') == NULL;
}

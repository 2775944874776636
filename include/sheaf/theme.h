/* theme.h - a theme: the colours, greys and sizes of charts and sheets.
 *
 * A theme begins as a built-in one, or as what a file says, and setters change it. Charts and sheets
 * that are given a theme copy it as it is then: it may be changed or destroyed afterwards. Colours are
 * 0xRRGGBB, of sRGB.
 *
 * The first failure stays in the theme, as in a chart, and functions that follow do nothing. A theme
 * is used by one thread at a time; different themes by different threads, also of one context.
 */
#ifndef SHEAF_THEME_H
#define SHEAF_THEME_H

#include "sheaf/chart.h"
#include "sheaf/sheet.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sheaf_theme sheaf_theme;

/* Built-in themes by number, from "default" (0) to count - 1: "print" (greys and hatches), "dark",
 * "high-contrast", "analysis" (the palette of the UK Government Analysis Function). Static texts;
 * NULL: no such number. */
SHEAF_API size_t sheaf_theme_count(void);
SHEAF_API const char *sheaf_theme_name(size_t index);

/* A built-in theme by its name. Never NULL; ask the status: SHEAF_BAD_ARGUMENT, of NULL too, for a
 * name that none has. The caller owns it. context: NULL for a private one. */
SHEAF_API sheaf_theme *sheaf_theme_create(sheaf_context *context, const char *name);
/* A YAML or JSON file; samples/theme.schema.json says what it may hold. "-" is standard input. A
 * failure has its place in the file: SHEAF_BAD_INPUT. */
SHEAF_API sheaf_theme *sheaf_theme_read(sheaf_context *context, const char *path);
/* The same from n bytes; path names them in messages. */
SHEAF_API sheaf_theme *sheaf_theme_read_bytes(sheaf_context *context, const char *path,
                                              const void *bytes, size_t n);
SHEAF_API void sheaf_theme_destroy(sheaf_theme *theme); /* NULL: nothing happens */

SHEAF_API sheaf_status sheaf_theme_status(const sheaf_theme *theme);
/* "" while all is well. Lives as long as the theme. */
SHEAF_API const char *sheaf_theme_message(const sheaf_theme *theme);
SHEAF_API const sheaf_error *sheaf_theme_error(const sheaf_theme *theme);
/* The files that the theme is made from: its own, faces, a logo. By index; NULL beyond the last. They live as
 * long as the theme is not changed. */
SHEAF_API const char *sheaf_theme_input(const sheaf_theme *theme, size_t index);

/* What some readers cannot read: text with less than 4.5 : 1 to the paper, marks with less than
 * 3 : 1, and pairs of colours less than 14 apart (CIEDE2000) for some kind of colour vision. Each
 * warning names the colours and the figures. NULL, failed and unchanged built-in themes have none. The
 * texts live until the theme is changed. */
SHEAF_API size_t sheaf_theme_warning_count(const sheaf_theme *theme);
SHEAF_API bool sheaf_theme_warning(const sheaf_theme *theme, size_t index, sheaf_warning *warning);

/* One to eight colours of series, in order; neighbours touch in stacks and groups. Flows, signs and
 * ramps follow them, so set those afterwards. */
SHEAF_API void sheaf_theme_set_colors(sheaf_theme *theme, const uint32_t *rgb, size_t n);
/* Of "exports", "imports", "re-exports", "re-imports" or "turnover". */
SHEAF_API void sheaf_theme_set_flow(sheaf_theme *theme, const char *flow, uint32_t rgb);
/* Of a member in every chart, by its code or name as the data have it: "CHN", "Cotton". */
SHEAF_API void sheaf_theme_set_member(sheaf_theme *theme, const char *member, uint32_t rgb);
/* The ground, and the words on it. Greys, rules and ramps are mixed of both. */
SHEAF_API void sheaf_theme_set_paper(sheaf_theme *theme, uint32_t rgb);
SHEAF_API void sheaf_theme_set_ink(sheaf_theme *theme, uint32_t rgb);
/* Whether the ground is left as it is: a page of the paper's colour lies below. PNG files have an
 * alpha channel then. */
SHEAF_API void sheaf_theme_set_transparent(sheaf_theme *theme, bool transparent);
/* Makes type larger or smaller: 0.8 to 1.5 times the built-in sizes. */
SHEAF_API void sheaf_theme_set_scale(sheaf_theme *theme, double scale);
/* Makes some texts larger or smaller than others: 0.8 to 2 times as large as they are. texts: "title",
 * "deck", "section", "body", "figures", "table", "headline", "subtitle", "labels" or "notes". Follows
 * sheaf_theme_set_scale, which sets all sizes anew. */
SHEAF_API void sheaf_theme_set_size(sheaf_theme *theme, const char *texts, double ratio);
/* The faces that texts are set in, as far as they have the characters; others are set as without.
 * Each is a file, if it has '.' or '/', or a family that was added to the context or is installed. italic:
 * NULL for upright italics. SHEAF_BAD_INPUT: there is none. Files are opened again by what copies the
 * theme. */
SHEAF_API void sheaf_theme_set_faces(sheaf_theme *theme, const char *regular, const char *semibold,
                                     const char *italic);
/* A PNG or JPEG of at most 4 MB and 4 million pixels, read at once, 9 mm tall at the end of a sheet's first
 * rule; alternative: what screen readers say. SHEAF_BAD_INPUT: it cannot be read. */
SHEAF_API void sheaf_theme_set_logo(sheaf_theme *theme, const char *path, const char *alternative);

/* What a theme says, whether a setter, a file or the built-in theme did. Of NULL and failed themes: what the
 * default one says. Texts live as long as the theme.
 *
 * Writes as many of the colours of series as there are, up to size, and returns how many there are. rgb may
 * be NULL if size is 0. */
SHEAF_API size_t sheaf_theme_get_colors(const sheaf_theme *theme, uint32_t *rgb, size_t size);
/* What the flow is drawn in, also "balance", which has the colour of exports. False, and *rgb unchanged: the flow
 * is none that has a colour, or the member has none of its own. */
SHEAF_API bool sheaf_theme_get_flow(const sheaf_theme *theme, const char *flow, uint32_t *rgb);
SHEAF_API bool sheaf_theme_get_member(const sheaf_theme *theme, const char *member, uint32_t *rgb);
SHEAF_API uint32_t sheaf_theme_get_paper(const sheaf_theme *theme);
SHEAF_API uint32_t sheaf_theme_get_ink(const sheaf_theme *theme);
SHEAF_API bool sheaf_theme_get_transparent(const sheaf_theme *theme);
SHEAF_API double sheaf_theme_get_scale(const sheaf_theme *theme);
/* How many times as large these texts are as the scale makes all: 1 until they are set, the product of what
 * was set since the scale was. 0: there are no such texts. */
SHEAF_API double sheaf_theme_get_size(const sheaf_theme *theme, const char *texts);
/* The files of the faces, also where a family was named; of a face that was added to the context
 * (sheaf_context_add_face) its PostScript name, "DejaVuSans", which sheaf_theme_set_faces takes, too. False, and
 * nothing is written: none were chosen. Each pointer may be NULL; *italic becomes NULL where italics stand upright. */
SHEAF_API bool sheaf_theme_get_faces(const sheaf_theme *theme, const char **regular,
                                     const char **semibold, const char **italic);
/* False, and nothing is written: there is no logo. Each pointer may be NULL. */
SHEAF_API bool sheaf_theme_get_logo(const sheaf_theme *theme, const char **path,
                                    const char **alternative);

/* A theme of its own, with all that the theme has, in another context (NULL: a private one), so that
 * another thread may go on with it. Files of faces are opened again; faces that were added to the theme's context
 * must have been added to this one as well, else the copy has failed. A failed theme gives a failed one. */
SHEAF_API sheaf_theme *sheaf_theme_copy(const sheaf_theme *theme, sheaf_context *context);

/* NULL: the default theme. A failed theme fails the chart or sheet. The theme of a sheet replaces that
 * of its spec. Charts on a sheet have the sheet's theme, but for those that have one of their own: they were given
 * it before they were added, or the spec names it for them. */
SHEAF_API void sheaf_chart_set_theme(sheaf_chart *chart, const sheaf_theme *theme);
SHEAF_API void sheaf_sheet_set_theme(sheaf_sheet *sheet, const sheaf_theme *theme);
/* The chart's or sheet's own copy, to ask and to copy, until its theme is set again or it is destroyed; of a
 * sheet that was read, after an output or a check. NULL: the default theme. */
SHEAF_API const sheaf_theme *sheaf_chart_get_theme(const sheaf_chart *chart);
SHEAF_API const sheaf_theme *sheaf_sheet_get_theme(const sheaf_sheet *sheet);

#ifdef __cplusplus
}
#endif
#endif

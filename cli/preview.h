/* preview.h - a picture in the terminal, where no output is named. */
#ifndef CLI_PREVIEW_H
#define CLI_PREVIEW_H

#include <sheaf/sheaf.h>

/* How the terminal shows pictures. */
enum preview_way {
    PREVIEW_DOTS,   /* Braille: a terminal without colours */
    PREVIEW_BLOCKS, /* U+2580 with a colour for each half */
    PREVIEW_SIXELS, /* DEC's, which DA1 tells as attribute 4 */
    PREVIEW_KITTY   /* kitty's graphics protocol */
};

struct preview {
    enum preview_way way;
    int columns, rows;    /* of the terminal, in cells */
    double width, height; /* pixels that a picture may have there; of blocks, those it is drawn in
                             before it is made smaller */
};

/* Whether standard output is a terminal that can show a picture: not TERM=dumb. */
bool preview_is_possible(void);
/* Asks the terminal, for at most 0.3 seconds. */
struct preview preview_ask(void);

/* Collects a PNG, as a sink; preview_free afterwards. */
struct preview_png {
    unsigned char *bytes;
    size_t n, capacity;
};
sheaf_sink preview_sink(struct preview_png *png);
void preview_free(struct preview_png *png);
/* Its width and height in pixels; false: it is none. */
bool preview_size(const struct preview_png *png, unsigned *width, unsigned *height);
/* Shows it on standard output. Returns an exit code. */
int preview_show(const struct preview *preview, const struct preview_png *png);

#endif

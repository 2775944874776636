/* dark.c - the colours of a page on a dark screen.
 *
 * Lightness is turned round between paper and ink in OKLab (Björn Ottosson, 2020), which keeps hues and
 * the order of what is pale and strong; then a colour is lightened until it is as far from the paper
 * as it was, up to what small type needs. */
#include <math.h>

#include "paint/html/html.h"

static const struct color dark_paper = { 0x14, 0x18, 0x1F, 255 },
                          dark_ink = { 0xE8, 0xEC, 0xF1, 255 };
static const double most_contrast = 4.5; /* WCAG 2: of small type */
/* Chroma of greys, which take the dark tints: of those near the paper, and more towards the ink. */
static const double least_neutral = 0.01, more_neutral = 0.035;
static const double least_strong = 0.3; /* of the way to ink; below are tints */

struct lab {
    double l, a, b;
};

static struct lab lab_of(struct color color)
{
    double r = color_linear(color.red), g = color_linear(color.green), b = color_linear(color.blue);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);

    return (struct lab){ 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                         1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                         0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

static double gamma_of(double linear)
{
    return linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055;
}

/* False: no screen shows it. */
static bool color_of(const struct lab *lab, struct color *color)
{
    double l = pow(lab->l + 0.3963377774 * lab->a + 0.2158037573 * lab->b, 3);
    double m = pow(lab->l - 0.1055613458 * lab->a - 0.0638541728 * lab->b, 3);
    double s = pow(lab->l - 0.0894841775 * lab->a - 1.2914855480 * lab->b, 3);
    const double linear[3] = { 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                               -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                               -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
    uint8_t *const channels[3] = { &color->red, &color->green, &color->blue };
    bool fits = true;

    for (int i = 0; i < 3; i++) {
        double value = gamma_of(fmin(fmax(linear[i], 0), 1));
        fits &= linear[i] >= -0.001 && linear[i] <= 1.001;
        *channels[i] = (uint8_t)floor(value * 255 + 0.5);
    }
    return fits;
}

/* With as much of the chroma as a screen shows. */
static struct color nearest(struct lab lab, uint8_t alpha)
{
    struct color color = { .alpha = alpha };

    for (int i = 0; i < 20 && !color_of(&lab, &color); i++) {
        lab.a *= 0.9;
        lab.b *= 0.9;
    }
    return color;
}

bool html_is_dark(const struct web_colors *colors)
{
    return lab_of(colors->paper).l < lab_of(colors->ink).l;
}

struct color html_dark(const struct web_colors *colors, struct color color)
{
    const struct lab paper = lab_of(colors->paper), ink = lab_of(colors->ink);
    const struct lab new_paper = lab_of(dark_paper), new_ink = lab_of(dark_ink);
    const struct color opaque = { color.red, color.green, color.blue, 255 };
    struct lab lab = lab_of(opaque);
    double share = (paper.l - lab.l) / (paper.l - ink.l);

    share = fmin(fmax(share, 0), 1);
    if (hypot(lab.a, lab.b) < least_neutral + share * more_neutral) {
        lab.a = new_paper.a + share * (new_ink.a - new_paper.a);
        lab.b = new_paper.b + share * (new_ink.b - new_paper.b);
    }
    double turned = new_paper.l + share * (new_ink.l - new_paper.l);
    /* Strong colours that are light already, such as orange, would turn to brown. */
    lab.l = share > least_strong && lab.l > turned ? (lab.l + turned) / 2 : turned;
    double wanted = fmin(color_contrast(opaque, colors->paper), most_contrast);
    struct color dark = nearest(lab, color.alpha);
    while (color_contrast(dark, dark_paper) < wanted && lab.l < 1) {
        lab.l += 0.01;
        dark = nearest(lab, color.alpha);
    }
    return dark;
}

/* Black or white has 4.58 : 1 to any colour. */
struct color html_dark_words(const struct web_colors *colors, struct color words, struct color area)
{
    const struct color below = html_dark(colors, area), choices[] = {
        html_dark(colors, words), dark_ink, dark_paper, { 0, 0, 0, 255 }, { 255, 255, 255, 255 }
    };
    size_t best = 0;

    for (size_t i = 1; i < 5 && color_contrast(choices[best], below) < most_contrast; i++)
        if (color_contrast(choices[i], below) > color_contrast(choices[best], below))
            best = i;
    return choices[best];
}

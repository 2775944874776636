/* style.c - how a page looks: a column of 42 rem, charts up to 64; dark screens, paper, phones.
 *
 * The colours of charts stand in attributes (svg.h). On a dark screen a rule each replaces those that
 * the page has. */
#include <stdlib.h>
#include <string.h>

#include "paint/html/html.h"

static const char layout[] =
    "*{box-sizing:border-box}"
    "html{font:100%/1.5 Inter,\"Noto Sans\",system-ui,-apple-system,\"Segoe UI\",Roboto,"
    "\"Helvetica Neue\",Arial,sans-serif;background:var(--paper);color:var(--ink);"
    "-webkit-text-size-adjust:100%;text-size-adjust:100%}"
    "body{margin:0;overflow-wrap:break-word}"
    "main,footer,header>div,nav{max-width:66rem;margin:0 auto;padding:0 1rem}"
    "a{color:inherit;text-underline-offset:.15em;text-decoration-thickness:.06em}"
    "a:hover{text-decoration-thickness:.12em}"
    ":focus-visible{outline:2px solid var(--ink);outline-offset:2px}"
    /* Head */
    "nav{padding-top:.75rem;font-size:.875rem}"
    "nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}"
    "nav span{font-weight:600}"
    "header{padding-top:1rem}"
    "header>div::after{content:\"\";display:block;clear:both}"
    "header .slots{border-top:1px solid var(--ink);padding-top:.4rem;margin:0 0 2rem;"
    "text-transform:uppercase;letter-spacing:.05em}"
    ":lang(ar) .slots,:lang(ug) .slots,:lang(fa) .slots{letter-spacing:0}"
    ".slots{max-width:none;display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;"
    "font-size:.8125rem;color:var(--grey)}"
    ".band{background:var(--band);color:var(--on-band);padding-bottom:1.5rem}"
    "nav+.band{margin-top:.75rem}"
    ".band .slots{color:inherit;border-color:currentColor}"
    ".band :focus-visible{outline-color:var(--on-band)}"
    ".logo{float:inline-end;height:3.25rem;width:auto;margin-inline-start:1.5rem;"
    "background:#fff;padding:.15rem}"
    "h1{font-size:clamp(1.75rem,1.2rem + 2.2vw,2.625rem);line-height:1.15;font-weight:700;"
    "letter-spacing:-.012em;margin:0;max-width:48rem;text-wrap:balance}"
    "header p:last-child:not(.slots){font-size:1.125rem;line-height:1.45;color:var(--grey);"
    "margin:.6rem 0 0;max-width:42rem}"
    "header.band p:last-child:not(.slots){color:inherit}"
    ":lang(ar) h1,:lang(ug) h1,:lang(fa) h1{letter-spacing:0;line-height:1.35}"
    /* Text */
    "h2{font-size:1.25rem;line-height:1.3;margin:3rem 0 .75rem;padding-top:.6rem;"
    "border-top:1px solid var(--hairline)}"
    "h2+.chart,h2+.row,h2+.clip,h2+.frame{margin-top:1rem}"
    "h3{font-size:1rem;margin:1.75rem 0 .25rem;max-width:42rem}"
    "h4{font-size:1rem;margin:1.5rem 0 .25rem;color:var(--grey)}"
    "p,ul,ol,blockquote,.callout{max-width:42rem;margin:.75rem 0}"
    "main>p:first-child{margin-top:1.5rem}"
    "ul,ol{padding-inline-start:1.4em}"
    ".contents{max-width:none;padding:0;font-size:1rem}.contents span{font-weight:inherit}"
    ".contents ul{display:block;max-width:none;columns:20rem 2;column-gap:2rem}"
    ".contents li{break-inside:avoid;padding:.15rem 0}"
    "li p,li ul,li ol{margin:.25rem 0}"
    "blockquote{margin-inline-start:1.4em;font-size:1.125rem;line-height:1.45}"
    "blockquote p+p:last-child{font-size:.875rem;color:var(--grey)}"
    ".callout{border-inline-start:3px solid var(--ink);padding-inline-start:1rem;margin:1.75rem 0}"
    ".callout>:first-child{margin-top:0}.callout>:last-child{margin-bottom:0}"
    ".note{font-size:.8125rem;line-height:1.45;color:var(--grey);margin:.35rem 0}"
    ".flag{color:var(--grey);font-size:.85em;font-weight:400}"
    "a[role=doc-noteref],a[role=doc-backlink]{text-decoration:none;font-weight:600;"
    "padding:0 .05em}"
    ":target{background:var(--hairline)}"
    /* Words that fell back to a language of the other direction stay on the page's side. */
    "[dir=rtl] [dir=ltr]{text-align:right}[dir=ltr] [dir=rtl]{text-align:left}"
    /* Key figures */
    ".clip{overflow:hidden;margin:2rem 0}"
    ".figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));"
    "gap:1.5rem 0;margin:0;margin-inline-start:calc(-1rem - 1px)}"
    ".figures>div{padding:0 1rem;border-inline-start:1px solid var(--hairline)}"
    "@media (max-width:62rem){.of-3,.of-5,.of-6,.of-9{grid-template-columns:repeat(3,1fr)}}"
    ".figures dt{font-size:.875rem;color:var(--grey)}"
    ".figures dd{margin:0;font-size:.875rem;font-variant-numeric:tabular-nums}"
    ".figures .value{font-size:1.875rem;line-height:1.25;font-weight:600;letter-spacing:-.01em}"
    "@media screen and (max-width:40rem){dl.figures{grid-template-columns:1fr 1fr}"
    ".figures .value{font-size:1.5rem}}"
    /* Rows of the grid */
    ".row{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,21rem),1fr));"
    "gap:0 2rem;margin:2rem 0 0}"
    ".row>*{min-width:0;margin-bottom:2rem}"
    ".row>*>:first-child{margin-top:0}.row>*>:last-child{margin-bottom:0}"
    ".row h2{border:0;padding:0;margin-top:1.5rem}"
    ".row:not(.spans)>:last-child:nth-child(odd){grid-column:1/-1}"
    "@media (max-width:59.99rem){.spans>:last-child:nth-child(odd){grid-column:1/-1}}"
    "@media (min-width:60rem){.spans{grid-template-columns:repeat(12,minmax(0,1fr))}"
    ".of-12-4{grid-column:span 4}.of-12-5{grid-column:span 5}.of-12-6{grid-column:span 6}"
    ".of-12-7{grid-column:span 7}.of-12-8{grid-column:span 8}.of-12-12{grid-column:1/-1}}"
    "@supports (grid-template-rows:subgrid){"
    ".charts>*,.charts .chart{display:grid;grid-row:span 3;grid-template-rows:subgrid}"
    "figcaption{grid-row:1}.picture{grid-row:2}.chart details{grid-row:3}}"
    ".row .frame{max-width:100%}"
    /* Charts */
    ".chart{margin:2rem 0;max-width:64rem}"
    "figcaption,.picture{container-type:inline-size}"
    ".chart svg{display:block;width:100%;height:auto;overflow:visible}"
    ".narrow{display:none;max-width:32rem}"
    "@container (max-width:38rem){.wide{display:none}.narrow{display:block}}"
    "figcaption{margin-bottom:.5rem}"
    "figcaption>*{max-width:48rem}"
    ".chart .chart-title{font-weight:700;font-size:1.0625rem;line-height:1.35;margin:0;padding:0;"
    "border:0;color:inherit}"
    ".chart-subtitle{font-size:.875rem;color:var(--grey);margin:0}"
    ".sheaf-datum{outline-offset:1px}"
    ".sheaf-datum:focus{outline:2px solid var(--ink)}"
    "details{margin-top:.5rem;font-size:.875rem}"
    "summary{cursor:pointer;width:max-content;max-width:100%;color:var(--grey)}"
    "summary:hover{color:var(--ink)}"
    ".tip{position:absolute;z-index:1;max-width:18rem;padding:.4rem .6rem;font-size:.8125rem;"
    "line-height:1.35;background:var(--paper);color:var(--ink);border:1px solid var(--axis);"
    "pointer-events:none}"
    ".tip b{display:block;font-weight:400;color:var(--grey)}"
    ".tip span{display:block;font-weight:600}"
    ".tip[hidden]{display:none}"
    /* Tables */
    ".frame{overflow-x:auto;max-width:64rem;margin:1.5rem 0}"
    "details .frame{margin:.5rem 0;max-height:24rem;overflow:auto}"
    "table{border-collapse:collapse;font-size:.875rem;line-height:1.35;"
    "font-variant-numeric:tabular-nums lining-nums}"
    "caption{text-align:start;font-weight:700;font-size:1.0625rem;padding-bottom:.5rem}"
    "th,td{padding:.35rem .9rem;text-align:end;vertical-align:baseline;font-weight:400;"
    "white-space:nowrap}"
    "thead tr:first-child>*{border-top:1.5px solid var(--ink)}"
    "thead tr:last-child>*,thead [rowspan]{border-bottom:1.5px solid var(--ink)}"
    "thead th{vertical-align:bottom;color:var(--grey);white-space:normal;min-width:4.75rem}"
    "thead th[colspan]{text-align:start;border-bottom:1px solid var(--axis)}"
    "tbody tr>*{border-top:1px solid var(--hairline)}"
    "tbody tr:first-child>*{border-top:0}"
    "tbody tr:last-child>*{border-bottom:1px solid var(--axis)}"
    "tbody tr>:first-child,thead "
    "tr:first-child>:first-child{text-align:start;padding-inline-start:0;position:sticky;"
    "inset-inline-start:0;background:var(--paper);white-space:normal;min-width:7rem;"
    "max-width:22rem;z-index:1}"
    ".group>*{font-weight:700;padding-top:1rem}"
    ".total>*{font-weight:700;border-top:1px solid var(--ink)}"
    ".indent-1{padding-inline-start:1em!important}"
    ".indent-2{padding-inline-start:2em!important}"
    ".indent-3{padding-inline-start:3em!important}"
    "td svg{height:1.35em;width:auto;vertical-align:-.25em}"
    ".barred{position:relative;padding-inline-start:8.4em!important}"
    ".barred .bar{position:absolute;inset-inline-start:.9rem;top:.65em;height:.7em;width:6em}"
    "@media (max-width:40rem){th,td{padding:.35rem .6rem}tbody tr>:first-child{max-width:9rem}}"
    /* Foot */
    "footer{margin-top:3rem;padding-bottom:3rem}"
    "footer .notes{border-top:1px solid var(--hairline);padding-top:.75rem}"
    "footer .notes p{max-width:48rem}"
    ".notes h2,.notes h3{font-size:.875rem;border:0;margin:0;padding:0}"
    ".notes ul{list-style:none;padding:0;margin:0;max-width:none}"
    /* Motion and paper */
    "@media (prefers-reduced-motion:no-preference){.tip{transition:opacity .12s}}"
    "@media print{html{font-size:9.5pt;--paper:#fff}nav,details,.tip{display:none}"
    "@page{margin:16mm 15mm}main,footer,header>div{max-width:none;padding:0}"
    "header.band>div{padding:0 1rem}"
    ".band{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    ".frame{overflow:visible}.chart,.figures,.frame,tr,.callout{break-inside:avoid}"
    "h2,h3,figcaption,caption{break-after:avoid}h1{font-size:20pt}"
    "tr>:first-child{position:static!important}a{text-decoration:none}}";

static void put_variable(struct buffer *into, const char *name, struct color color)
{
    buffer_format(into, "--%s:#%02x%02x%02x;", name, color.red, color.green, color.blue);
}

static struct color same(const struct web_colors *colors, struct color color)
{
    (void)colors;
    return color;
}

static void put_variables(struct buffer *into, const struct web_colors *colors,
                          struct color (*become)(const struct web_colors *, struct color))
{
    put_variable(into, "paper", become(colors, colors->paper));
    put_variable(into, "ink", become(colors, colors->ink));
    put_variable(into, "grey", become(colors, colors->grey));
    put_variable(into, "axis", become(colors, colors->axis));
    put_variable(into, "hairline", become(colors, colors->hairline));
    if (colors->has_band) {
        put_variable(into, "band", colors->band);
        put_variable(into, "on-band", colors->on_band);
    }
}

/* Dark charts ----------------------------------------------------------------------- */

/* A colour as an attribute of the page's charts says it: fill="#1b2430". */
struct said {
    const char *attribute; /* "fill" or "stroke" */
    char text[8];          /* "#1b2430", "#fff" */
};

static int by_text(const void *a, const void *b)
{
    const struct said *one = a, *other = b;
    int order = strcmp(one->attribute, other->attribute);

    return order != 0 ? order : strcmp(one->text, other->text);
}

/* Reads "#1b2430" or "#fff" up to a quotation mark. */
static bool read_color(const char *at, const char *end, struct said *said)
{
    size_t n = 0;

    while (at + n < end && at[n] != '"' && n < sizeof said->text)
        n++;
    if ((n != 4 && n != 7) || at[0] != '#')
        return false;
    memcpy(said->text, at, n);
    said->text[n] = '\0';
    return strspn(said->text + 1, "0123456789abcdef") == n - 1;
}

/* All that the page says, in its order; said NULL: only counts them. */
static size_t find_colors(const struct buffer *body, struct said *said)
{
    static const char *const attributes[] = { "fill", "stroke" };
    const char *end = body->bytes + body->length;
    size_t n = 0;

    for (const char *at = body->bytes; at < end;) {
        at = memchr(at, '=', (size_t)(end - at));
        if (at == NULL)
            break;
        for (size_t i = 0; i < 2; i++) {
            size_t length = strlen(attributes[i]);
            struct said one = { .attribute = attributes[i] };
            if ((size_t)(at - body->bytes) <= length || at[-(ptrdiff_t)length - 1] != ' ' ||
                memcmp(at - length, attributes[i], length) != 0 || end - at < 4 || at[1] != '"' ||
                !read_color(at + 2, end, &one))
                continue;
            if (said != NULL)
                said[n] = one;
            n++;
        }
        at++;
    }
    return n;
}

static int digit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

static struct color color_said(const char *text)
{
    uint8_t channels[3];
    bool is_short = strlen(text) == 4;

    for (int i = 0; i < 3; i++)
        channels[i] = (uint8_t)(is_short ? 17 * digit(text[1 + i])
                                         : 16 * digit(text[1 + 2 * i]) + digit(text[2 + 2 * i]));
    return (struct color){ channels[0], channels[1], channels[2], 255 };
}

static void put_chart_colors(struct buffer *into, const struct web_colors *colors,
                             const struct buffer *body)
{
    size_t n = find_colors(body, NULL);
    struct said *said = memory_resize(&into->alloc, NULL, 0, (n + 1) * sizeof *said);

    if (said == NULL) {
        into->failed = true;
        return;
    }
    find_colors(body, said);
    qsort(said, n, sizeof *said, by_text);
    for (size_t i = 0; i < n; i++) {
        if (i > 0 && by_text(&said[i - 1], &said[i]) == 0)
            continue;
        struct color dark = html_dark(colors, color_said(said[i].text));
        buffer_format(into, "figure:not(.ground) [%s=\"%s\"],td [%s=\"%s\"]{%s:#%02x%02x%02x}",
                      said[i].attribute, said[i].text, said[i].attribute, said[i].text,
                      said[i].attribute, dark.red, dark.green, dark.blue);
    }
    memory_free(&into->alloc, said, (n + 1) * sizeof *said);
}

void html_put_style(struct buffer *into, const struct web_page *page, const struct buffer *body)
{
    buffer_text(into, ":root{");
    put_variables(into, &page->colors, same);
    buffer_byte(into, '}');
    buffer_text(into, layout);
    if (html_is_dark(&page->colors))
        return;
    buffer_text(into, "@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;");
    put_variables(into, &page->colors, html_dark);
    buffer_byte(into, '}');
    put_chart_colors(into, &page->colors, body);
    html_put_words_on(into, &page->colors, body);
    buffer_byte(into, '}');
}

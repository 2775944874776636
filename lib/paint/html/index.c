/* index.c - a page that lists others: a table of names, languages and dates. Its search hides rows; without
 * a script there is none, and all rows are there. */
#include <string.h>

#include "paint/html/html.h"

static const char style[] =
    ":root{color-scheme:light dark;--paper:#fff;--ink:#1b2430;--grey:#55606e;--hairline:#d5dae1}"
    "@media (prefers-color-scheme:dark){:root{--paper:#14181f;--ink:#e8ecf1;--grey:#a9b3c0;"
    "--hairline:#333c48}}"
    "*{box-sizing:border-box}"
    "html{font:100%/1.5 Inter,\"Noto Sans\",system-ui,sans-serif;background:var(--paper);"
    "color:var(--ink)}"
    "body{margin:0}main{max-width:48rem;margin:0 auto;padding:1rem}h1{line-height:1.15}"
    "input{font:inherit;width:100%;max-width:24rem;padding:.4rem .6rem;color:inherit;"
    "background:var(--paper);border:1px solid var(--grey);border-radius:0}"
    "label{display:block;font-size:.875rem;color:var(--grey)}"
    "a{color:inherit}:focus-visible{outline:2px solid var(--ink);outline-offset:2px}"
    "table{width:100%;border-collapse:collapse;margin-top:1.5rem}"
    "th,td{padding:.4rem 0;padding-inline-end:1rem;text-align:start;vertical-align:baseline;"
    "font-weight:400;border-bottom:1px solid var(--hairline)}"
    "thead th{color:var(--grey);font-size:.875rem;border-bottom-color:var(--ink)}"
    "td "
    "a{display:inline-block;margin-inline-end:.75rem}time{font-variant-numeric:tabular-nums;white-"
    "space:nowrap}"
    "@media (max-width:40rem){table{font-size:.875rem}th,td{padding-inline-end:.6rem}"
    "th[scope=row]{width:32%}tr>:last-child{padding-inline-end:0}td a{margin-inline-end:.5rem}}"
    "@media print{label,input{display:none}}";

static const char script[] =
    "(()=>{'use strict';const f=document.getElementById('search'),"
    "plain=s=>s.normalize('NFD').replace(/\\p{M}/gu,'').toLowerCase(),"
    "rows=[...document.querySelectorAll('tbody tr')].map(r=>[r,plain(r.cells[0].textContent)]);"
    "f.hidden=false;f.querySelector('input').addEventListener('input',e=>{"
    "const q=plain(e.target.value.trim());for(const[r,n]of rows)r.hidden=!n.includes(q)})})()";

static void put_head(const struct html_index *index, struct buffer *out)
{
    buffer_text(out, "<!DOCTYPE html>\n<html");
    html_put_attribute(out, "lang", index->language);
    buffer_format(out,
                  " dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                  "style-src ",
                  index->right_to_left ? "rtl" : "ltr");
    html_put_hash(out, style, strlen(style));
    buffer_text(out, "; script-src ");
    html_put_hash(out, script, strlen(script));
    buffer_text(out, "; base-uri 'none'; form-action 'none'\">\n<meta name=\"viewport\" "
                     "content=\"width=device-width, initial-scale=1\">\n<title>");
    html_put_string(out, index->title);
    buffer_format(out, "</title>\n<style>%s</style>\n</head>\n<body>\n<main>\n<h1>", style);
    html_put_string(out, index->title);
    buffer_text(out, "</h1>\n");
}

static void put_column(struct buffer *out, const char *name)
{
    buffer_text(out, "<th scope=\"col\">");
    html_put_string(out, name);
    buffer_text(out, "</th>");
}

static void put_link(struct buffer *out, const struct html_index_link *link)
{
    bool is_safe = html_address_is_safe(link->address);

    if (is_safe) {
        buffer_text(out, "<a");
        html_put_attribute(out, "href", link->address);
        html_put_attribute(out, "hreflang", link->language);
        html_put_attribute(out, "lang", link->language);
        buffer_byte(out, '>');
    }
    html_put_string(out, link->language_name);
    buffer_text(out, is_safe ? "</a> " : " ");
}

static void put_page(struct buffer *out, const struct html_index_page *page)
{
    buffer_text(out, "<tr><th scope=\"row\">");
    html_put_string(out, page->name);
    buffer_text(out, "</th><td>");
    for (size_t i = 0; i < page->n_links; i++)
        put_link(out, &page->links[i]);
    buffer_text(out, "</td><td>");
    if (page->date[0] != '\0') {
        buffer_text(out, "<time>");
        html_put_string(out, page->date);
        buffer_text(out, "</time>");
    }
    buffer_text(out, "</td></tr>\n");
}

sheaf_status paint_html_index(const struct html_index *index, struct buffer *into,
                              sheaf_error *error)
{
    const size_t start = into->length;

    put_head(index, into);
    buffer_text(into, "<div id=\"search\" hidden><label for=\"name\">");
    html_put_string(into, index->search);
    buffer_text(into, "</label><input id=\"name\" type=\"search\"></div>\n<table>\n<thead><tr>");
    put_column(into, index->name);
    put_column(into, index->languages);
    put_column(into, index->date);
    buffer_text(into, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < index->n_pages; i++)
        put_page(into, &index->pages[i]);
    buffer_format(into, "</tbody>\n</table>\n</main>\n<script>%s</script>\n</body>\n</html>\n",
                  script);
    if (into->failed)
        fail_memory(error);
    if (error->status != SHEAF_OK)
        into->length = start;
    return error->status;
}

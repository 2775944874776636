/* releases_are_compared.c - sheaf diff: which figures of which sheets changed, came and went, of
 * folders, PDFs and reports; what is confidential in neither; what is broken. */
#include "support/check.h"

#include <stdio.h>
#include <string.h>

#include "cli/shell.h"

#define BATCH(folder)                                                                              \
    "$sheaf batch spec.yaml --each partner -q -o '" folder "/{partner}.pdf' || exit 1\n"

/* Imports from Germany become confidential in June, in a table, a chart and a text. */
static const char prepare[] =
    "cat > spec.yaml <<'END'\n"
    "sheaf: 1\n"
    "parameters: {partner: DEU}\n"
    "title: 'Trade with {$partner}'\n"
    "data: {trade: trade.csv}\n"
    "series: {exports: 'trade[flow: exports, partner: $partner]', imports: 'trade[flow: imports, "
    "partner: $partner]', world: 'trade[flow: exports, partner: WLD]'}\n"
    "sheet:\n"
    "- figures: [{value: 'exports[2023]', change: growth}, {value: 'world[2023]'}]\n"
    "- text: 'Bought: {imports[2023] || nothing}, {sum(imports) ? more {} | less {} || unknown}.'\n"
    "- table: {rows: [exports, imports], columns: [2022, 2023]}\n"
    "END\n"
    "cat > trade.csv <<'END'\n"
    "period,flow,partner,value,unit,unit_mult,conf_status\n"
    "2023,exports,WLD,9000,USD,6,\n"
    "2022,exports,DEU,512,USD,6,\n"
    "2023,exports,DEU,635,USD,6,\n"
    "2022,imports,DEU,587,USD,6,\n"
    "2023,imports,DEU,345,USD,6,\n"
    "2022,exports,FRA,12,USD,6,\n"
    "2023,exports,FRA,13,USD,6,\n"
    "2022,imports,FRA,7,USD,6,\n"
    "2023,imports,FRA,5,USD,6,\n"
    "2022,exports,CHN,1,USD,6,\n"
    "2023,exports,CHN,13,USD,6,\n"
    "END\n"
    "sed -i 's/{sum(imports) ? more {} | less {} || unknown}/-/' spec.yaml\n"
    "sed 's/^- table.*/- chart: {type: bars, series: [exports, imports]}/' spec.yaml > page.yaml\n"
    "$sheaf sheet page.yaml -o may.html || exit 1\n" BATCH("may") BATCH(
        "same") "sed -i -e s/635/640/ -e s/9000/9090/ -e 's/345,USD,6,/345,USD,6,C/' -e "
                "'s/^2022,exports,FRA,12/&.001/' -e '/CHN/s/CHN/IRL/' trade.csv\n" BATCH(
                    "june") "$sheaf sheet page.yaml -o june.html || exit 1\n"
                            "head -c 2000 june/DEU.pdf > cut.pdf\n"
                            "$sheaf sheet spec.yaml --attachments no -o bare.pdf\n"
                            "echo '{\"a\": 1}' > other.json\n"
                            "mkdir only && cp may/report.json only\n"
                            "sed 's/\"FRA.pdf\"/\"..\\/FRA.pdf\"/g' may/report.json > evil.json\n";

/* A table of a partner's exports, their growth and share, before and after a revision. */
#define ROWS                                                                                       \
    "printf '%s\\n' 'sheaf: 1' 'title: T' 'data: {trade: rows.csv}' 'series: {exports: "           \
    "\"trade[flow: exports, partner: WLD]\"}' 'sheet:' '- table: {rows: \"trade[flow: exports, "   \
    "partner: !WLD]\", columns: [2023, {label: G, value: \"growth(row)[2023]\"}, {label: S, "      \
    "value: "                                                                                      \
    "\"share(row, of: exports)[2023]\"}]}' > rows.yaml; for v in 635 640; do printf '%s\\n' "      \
    "period,flow,partner,value,unit,unit_mult 2022,exports,WLD,8000,USD,6 "                        \
    "2023,exports,WLD,9000,USD,6 2022,exports,DEU,512,USD,6 2023,exports,DEU,$v,USD,6 > "          \
    "rows.csv; for f in pdf html; do $sheaf sheet rows.yaml -o rows-$([ $v = 635 ] && echo a || "  \
    "echo b).$f; done; done; "

static int enter(void **state)
{
    if (shell_enter(state) != 0)
        return 1;
    struct process run = shell(prepare);
    const int status = run.status;
    if (status != 0)
        print_message("%s\n", run.output);
    process_free(&run);
    return status;
}

static const struct shell_case cases[] = {
    { "$sheaf diff may", 2, "name two folders, two PDFs, pages or reports" },
    { "$sheaf diff may june --to xls", 2, "no format 'xls' to write" },
    { "$sheaf diff may nowhere", 2, "nowhere" },
    { "$sheaf diff may may/DEU.pdf", 2, "a folder and a PDF cannot be compared" },
    { "$sheaf diff spec.yaml spec.yaml", 2, "no folder of sheets, no PDF, no page and no report" },
    { "$sheaf diff other.json other.json", 2, "this is no report of a batch" },
    { "$sheaf diff may same", 0, "0 figures of 0 sheets changed; sheets: 3 the same" },
    /* The world is in two sheets and told once; the largest change stands first. */
    { "$sheaf diff may june", 1, "6 figures of 2 sheets changed; sheets: 1 came, 1 went" },
    { "$sheaf diff may june | grep -A1 change", 0,
      "figure                      sheet\n       +1.0%" },
    { "$sheaf diff may june", 1, "world, WLD, exports, 2023   DEU.pdf and 1 more\n" },
    { "$sheaf diff may june", 1, "   635     640  USD m  exports, DEU, 2023 " },
    { "$sheaf diff may june", 1, "+0.008%      12  12.001  USD m  exports, FRA, 2022 " },
    { "$sheaf diff may june", 1, "confidential                  USD m  imports, DEU, 2023" },
    { "$sheaf diff may june", 1, "Sheets that came\n  IRL.pdf\n" },
    { "$sheaf diff may june", 1, "Sheets that went\n  CHN.pdf\n" },
    { "for to in table csv json; do $sheaf diff may june --to $to; done | grep -c 345; true", 0,
      "0\n" },
    { "$sheaf diff june may | grep -o 'published.*DEU, 2023'", 0,
      " 345  USD m  imports, DEU, 2023" },
    { "$sheaf diff may june --to csv", 1,
      "DEU.pdf,changed,exports,,DEU,exports,,,2023,USD,6,635,640,5,0.7874015748031497,%,$635" },
    { "$sheaf diff may june --to csv", 1,
      "DEU.pdf,became confidential,imports,,DEU,imports,,,2023,USD,6,,,,,,,\n" },
    { "$sheaf diff may june --to csv", 1, "CHN.pdf,sheet went,,,,,,,,,,,,,,,,\n" },
    { "$sheaf diff may june --to json > d.json; python3 -m json.tool d.json >/dev/null && echo "
      "well",
      0, "well" },
    /* The same by reports, and of reports alone which sheets differ. */
    { "$sheaf diff may/report.json june/report.json > a; $sheaf diff may june > b; cmp a b && echo "
      "same",
      0, "same" },
    { "$sheaf diff only/report.json june/report.json", 1,
      "0 figures of 0 sheets changed; sheets: 1 came, 1 went, 2 differ without data" },
    { "$sheaf diff evil.json june/report.json", 2, "the report names a file outside its folder" },
    { "$sheaf diff may/DEU.pdf june/DEU.pdf", 1, "4 figures of 1 sheet changed" },
    { "$sheaf diff may/DEU.pdf bare.pdf", 1, "differ without data" },
    { "$sheaf diff may/DEU.pdf cut.pdf", 2, "cut.pdf: error: this is no PDF that can be read" },
    { "cp -r may copy; cp cut.pdf copy/DEU.pdf; $sheaf diff may copy; echo $?", 0,
      "1 could not be read" },
    /* Pages have the same, and are passed over where the PDF is there. */
    { "$sheaf diff may.html june.html", 1, "+0.8%     635    640  USD m  exports, DEU, 2023" },
    { "$sheaf diff may.html june.html", 1,
      "confidential                 USD m  imports, DEU, 2023" },
    { "$sheaf diff may.html june.html", 1, "world, WLD, exports, 2023 " },
    { "for to in table csv json; do $sheaf diff may.html june.html --to $to; done | grep -c 345; "
      "true",
      0, "0\n" },
    { "$sheaf diff may.html may/DEU.pdf", 2, "a page and a PDF cannot be compared" },
    { "sed 's/<title>/& /' may.html > same.html; $sheaf diff may.html same.html", 0, "1 the same" },
    /* A page without: only its charts are known, and of what has gone no value is told. */
    { "for m in may june; do sed '/data-sheaf-figures/,/<.script>/d' $m.html > old-$m.html; done; "
      "$sheaf diff old-may.html old-june.html",
      1, "+0.8%     635    640  USD m  Exports, 2023" },
    { "$sheaf diff old-may.html old-june.html", 1, "went                 USD m  Imports, 2023" },
    { "sed 's/<title>/& /' old-may.html > old.html; $sheaf diff old-may.html old.html", 1,
      "differ without data" },
    /* Growth and share of one row bear its name; changes of both are in percentage points. */
    { ROWS "$sheaf diff rows-a.html rows-b.html", 1, "+1.0 pts   24.02     25  %" },
    { "$sheaf diff rows-a.html rows-b.html", 1, "%      DEU, exports, growth, 2023 " },
    { "$sheaf diff rows-a.html rows-b.html", 1, "%      DEU, exports, share in exports, 2023 " },
    { "$sheaf diff rows-a.pdf rows-b.pdf > a; sed s/.pdf/.html/ a > b; $sheaf diff rows-a.html "
      "rows-b.html | cmp - b && echo same",
      0, "same" },
    { "$sheaf diff rows-a.pdf rows-b.pdf --to csv", 1,
      "growth,2023,%,0,24.0234375,25,0.9765625,0.9765625,pp,+24%,+25%\n" },
    { "$sheaf diff rows-a.pdf rows-b.pdf --to json", 1,
      "\"measure\": \"growth\", \"period\": \"2023\"" },
    { "$sheaf diff rows-a.pdf rows-b.pdf --to json", 1, "\"percent_unit\": \"pp\"" },
    /* What is rounded to 0 has no sign. */
    { "for v in 0.001 7; do echo \"<!DOCTYPE html><script type=\\\"text/csv\\\" "
      "data-sheaf-figures=\\\"all\\\">series,period,unit,value\nx,2023,USD,-$v</script>\" > "
      "$v.html; "
      "done; $sheaf diff 0.001.html 7.html",
      1, "       0     -7  USD " },
    { "$sheaf diff rows-a.html rows-b.html --lang ru", 1, "Изменилось цифр: 3; листков: 1\n" },
    { "$sheaf diff rows-a.html rows-b.html --lang ru", 1, "USD млн  DEU, exports, 2023 " },
    { "$sheaf diff may june --lang zh", 1, "新增的简报\n  IRL.pdf\n" },
    { "cp -r may with; cp may.html with/DEU.html; cp -r june with2; cp june.html with2/DEU.html; "
      "$sheaf "
      "diff with with2 > a; $sheaf diff may june | cmp - a && echo same",
      0, "same" },
    { "mkdir -p c/deep; cp may/DEU.pdf c/deep; ln -s .. c/deep/circle; $sheaf diff c c", 0,
      "1 the same" },
};

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(cases); i++)
        shell_check(cases[i]);
}

/* Whatever a byte of a PDF becomes, the comparison ends with an exit code of its own. */
static void test_broken(void **state)
{
    static const char line[] =
        "n=$(wc -c < june/DEU.pdf); i=0; while [ $i -lt 25 ]; do cp june/DEU.pdf m.pdf; "
        "for k in 1 2 3 4 5 6 7 8; do printf '\\377' | dd of=m.pdf bs=1 conv=notrunc status=none "
        "seek=$(( (i * 7919 + k * 104729) % n )); done; $sheaf diff may/DEU.pdf m.pdf >/dev/null "
        "2>&1; [ $? -le 2 ] || echo died; i=$((i + 1)); done; echo over";

    (void)state;
    shell_check((struct shell_case){ line, 0, "over" });
    struct process run = shell(line);
    assert_null(strstr(run.output, "died"));
    process_free(&run);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_broken),
    };

    return cmocka_run_group_tests(tests, enter, shell_leave);
}

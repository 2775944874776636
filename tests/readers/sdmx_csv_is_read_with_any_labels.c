/* sdmx_csv_is_read_with_any_labels.c - SDMX-CSV 1.0 and 2.0 are read with every kind of labels and
 * separators. */
#include "support/check.h"

#include <string.h>

#include "support/tables.h"

static const sheaf_column other_value[] = { { "OBS_VALUE", "indicator" } };

static const struct reading readings[] = {
    { .name = "1.0, identifiers only",
      .text = "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,FLOW,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,"
              "UNIT_MULT,DECIMALS,OBS_STATUS,CONF_STATUS,TITLE\n"
              "SHEAF:TRADE(1.0),A,KZ,CN,X,2023,14.70,USD,9,1,P,F,any\n"
              "SHEAF:TRADE(1.0),A,KZ,CN,M,2023,NaN,USD,9,1,M,C,any\n",
      .rows = "sdmx-csv: freq reporter partner flow unit\n"
              "2023 14.7 e9 P | A, KAZ, CHN, exports, USD\n"
              "2023 - e9 M conf:C | A, KAZ, CHN, imports, USD\n" },
    { .name = "1.0 with labels",
      .text = "DATAFLOW: Dataflow;FREQ: Frequency;REF_AREA: Area;TIME_PERIOD: Time;OBS_VALUE: "
              "Value;UNIT_MULT: Multiplier;OBS_STATUS: Status\n"
              "SHEAF:TRADE(1.0): Trade;M: Monthly;KZ: Kazakhstan;2023-04;12,5;6: Millions;E: "
              "Estimated\n",
      .rows = "sdmx-csv: freq reporter\n2023-04 12.5 e6 E | M, KAZ\n" },
    { .name = "a confidentiality in the column of statuses, where a strike is none",
      .text = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
              "A:B(1.0),KZ,2021,5,A\nA:B(1.0),KZ,2022,6,C\nA:B(1.0),KZ,2023,7,S\n",
      .rows = "sdmx-csv: reporter\n2021 5 | KAZ\n2022 6 conf:C | KAZ\n2023 7 | KAZ\n"
              "! the status 'S' is unknown and is ignored; to keep the column as it is, say "
              "columns: {mark: OBS_STATUS} (1)\n" },
    { .name = "a year that begins in July",
      .text = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,REPORTING_YEAR_START_DAY\n"
              "A:B(1.0),KZ,2022-A1,1,--07-01\nA:B(1.0),KZ,2022-Q3,2,--07-01\n"
              "A:B(1.0),KZ,2022-07,3,--07-01\nA:B(1.0),KZ,2022-Q1,4,--01-01\n"
              "A:B(1.0),KZ,2022-Q4,5,\nA:B(1.0),KZ,2020,6,--07-01\n",
      .rows = "sdmx-csv: reporter\n2022-07-01/P1Y 1 | KAZ\n2023-Q1 2 | KAZ\n2022-07 3 | KAZ\n"
              "2022-Q1 4 | KAZ\n2022-Q4 5 | KAZ\n2020 6 | KAZ\n"
              "! the reporting year begins on another day than 1 January (--07-01), and 2020 is "
              "read as a calendar year, as SDMX has it; a reporting year is 2020-A1 (1)\n" },
    { .name = "a week of a year that begins in July",
      .text = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,REPORTING_YEAR_START_DAY\n"
              "A:B(1.0),KZ,2022-W05,1,--07-01\n",
      .message = "trade.csv:2: error: 2022-W05 counts from the first day of a reporting year "
                 "(--07-01), which only months, quarters and years from the first of a month do "
                 "here; write it as a date" },
    { .name = "Eurostat's 1.0, with flags",
      .text = "DATAFLOW,LAST UPDATE,freq,geo,partner,flow,unit,TIME_PERIOD,OBS_VALUE,OBS_FLAG,"
              "CONF_STATUS\n"
              "ESTAT:X(1.0),01/02/24 11:00:00,M,EE,CN,M,USD,2023-04,4.5,bp,\n"
              "ESTAT:X(1.0),01/02/24 11:00:00,M,EE,CN,M,USD,2023-05,,,C\n"
              "ESTAT:X(1.0),01/02/24 11:00:00,M,EE,CN,M,USD,2023-06,7,r,\n",
      .rows = "sdmx-csv: freq reporter partner flow unit\n"
              "2023-04 4.5 P | M, EST, CHN, imports, USD\n"
              "2023-05 - O conf:C | M, EST, CHN, imports, USD\n"
              "2023-06 7 | M, EST, CHN, imports, USD\n" },
    { .name = "2.0, actions, missing values; what stands behind the value says more of it",
      .text = "STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,NOTE[]\n"
              "dataflow,SHEAF:TRADE(1.0.0),I,KZ,2023-Q1,5,A,a;b\n"
              "dataflow,SHEAF:TRADE(1.0.0),D,KZ,2023-Q2,,,\n"
              "dataflow,SHEAF:TRADE(1.0.0),M,KZ,2023-Q3,#N/A,O,c\n"
              "dataflow,SHEAF:TRADE(1.0.0),D,KZ,2023-Q4,,,\n",
      .rows = "sdmx-csv: reporter\n2023-Q1 5 | KAZ\n2023-Q3 - O | KAZ\n"
              "! a row that deletes an observation (ACTION D) is skipped (2)\n" },
    { .name = "2.0 with a column of names behind each",
      .text = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference area,FREQ,Frequency "
              "of observation,TIME_PERIOD,Time period,OBS_VALUE,Observation "
              "value,OBS_STATUS,Observation status,UNIT_MULT,Unit multiplier\n"
              "DATAFLOW,OECD:X(1.0),Trade,I,KZ,Kazakhstan,A,Annual,2022,,0.297,,A,Normal "
              "value,6,Millions\n",
      .rows = "sdmx-csv: reporter freq\n2022 0.297 e6 | KAZ, A\n" },
    { .name = "names without ACTION; Eurostat's, one of them an acronym",
      .text = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,indic_et,External trade "
              "indicator,sitc06,SITC,partner,Geopolitical entity (partner),geo,Geopolitical entity "
              "(reporting),TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Observation "
              "status (Flag) V2 structure,CONF_STATUS,Confidentiality status (flag)\n"
              "dataflow,ESTAT:X(1.0),Trade,A,Annual,MIO_EXP_VAL,Trade value in million "
              "euro,SITC0_1,\"Food, drinks\",CN,China,EE,Estonia,2014,,806.4,,p,Provisional,,\n",
      .rows = "sdmx-csv: freq indic_et sitc06 partner reporter\n"
              "2014 806.4 P | A, MIO_EXP_VAL, SITC0_1, CHN, EST\n" },
    { .name = "names, but none of periods and figures; units behind the values",
      .text =
          "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,REF_AREA,Reference area,"
          "INDICATOR,Indicator,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,Unit of measure,UNIT_MULT,"
          "Unit multiplier,BASE_PER,Base period\n"
          "dataflow,OECD:X(1.0),Trade,I,A,Annual,KAZ,Kazakhstan,X_EXP,Exports,2018,88.72,USD,US "
          "dollar,9,Billions,,\n",
      .rows = "sdmx-csv: freq reporter indicator unit\n2018 88.72 e9 | A, KAZ, X_EXP, USD\n" },
    { .name = "names of a period that has no name of ours",
      .text = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,DIM_1,Dimension 1,DIM_3,Dimension 3,"
              "OBS_VALUE,Observation value,ATTR_1,Attribute 1,UPDATED\n"
              "dataflow,ESTAT:X(1.6.0),Accounts,I,A,Value "
              "A,2014-01,2014-01,12.4,,Y,Yes,2021-01-22T13:15:41Z\n",
      .rows = "sdmx-csv: DIM_1\n2014-01 12.4 | A\n" },
    { .name = "names that STRUCTURE_NAME does not announce",
      .text = "DATAFLOW,LAST UPDATE,FREQ,Frequency,MEASURE,\"Measure: what\",TIME_PERIOD,OBS_VALUE,"
              "OBS_STATUS,Observation status\n"
              "OECD:X(1.0),01/02/24,A,Annual,X_EXP,Exports,2018,88.72,A,Normal value\n",
      .rows = "sdmx-csv: freq MEASURE\n2018 88.72 | A, X_EXP\n" },
    { .name = "STRUCTURE_NAME, and the columns of names left out",
      .text = "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,REF_AREA,MEASURE,ADJUSTMENT,"
              "TIME_PERIOD,OBS_VALUE\n"
              "dataflow,OECD:X(1.0),Trade,I,A,KAZ,X_EXP,N,2018,5\n",
      .rows = "sdmx-csv: freq reporter MEASURE ADJUSTMENT\n2018 5 | A, KAZ, X_EXP, N\n" },
    { .name = "a single header in words is no name",
      .text = "DATAFLOW,FREQ,Partner country,TIME_PERIOD,OBS_VALUE\nOECD:X(1.0),A,China,2018,5\n",
      .rows = "sdmx-csv: freq Partner country\n2018 5 | A, China\n" },
    { .name = "2.0 with labels, bars inside, semicolons between, decimal commas, keys",
      .text = "STRUCTURE[|];STRUCTURE_ID;ACTION;SERIES_KEY;OBS_KEY;FLOW: Flow;TIME_PERIOD: "
              "Time;OBS_VALUE: Value;NOTE: Note\n"
              "dataflow;SHEAF:TRADE(1.0.0): Trade;I;X;X.2023;X: Exports;2023: 2023;12,4;N: No\n",
      .rows = "sdmx-csv: flow\n2023 12.4 | exports\n" },
    { .name = "2.0 with tabs",
      .text = "STRUCTURE\tSTRUCTURE_ID\tACTION\tTIME_PERIOD\tOBS_VALUE\n"
              "dataflow\tSHEAF:TRADE(1.0.0)\tI\t2023\t5\n",
      .rows = "sdmx-csv:\n2023 5 |\n" },
    { .name = "several values in a row",
      .text = "STRUCTURE,STRUCTURE_ID,ACTION,OBS_VALUE1,OBS_VALUE2,DIM_1,DIM_2\n"
              "dataflow,SHEAF:TRADE(1.0.0),I,12.4,12.5,A,2014-01\n",
      .rows = "sdmx-csv: indicator DIM_1\n2014-01 12.4 | OBS_VALUE1, A\n"
              "2014-01 12.5 | OBS_VALUE2, A\n" },
    { .name = "a period that is none",
      .text = "DATAFLOW,TIME_PERIOD,OBS_VALUE\nX,2023-13,5\n",
      .message =
          "trade.csv:2:3: error: '2023-13' is not a period, or could be several; write it as "
          "2023, 2023-Q1, 2023-04 or 2024-01-01/P4M" },
    { .name = "a bad number",
      .text = "DATAFLOW,TIME_PERIOD,OBS_VALUE\nX,2023,5..1\n",
      .message = "trade.csv:2:8: error: '5..1' is not a number here; a number has digits and "
                 "perhaps a decimal point: 12.5" },
    { .name = "a field too few",
      .text = "DATAFLOW,TIME_PERIOD,OBS_VALUE\nX,2023\n",
      .message = "trade.csv:2:1: error: this row has 2 fields, the header 3" },
    { .name = "the values given another role",
      .text = "DATAFLOW,TIME_PERIOD,OBS_VALUE\nX,2023,5\n",
      .options = { .columns = other_value, .n_columns = 1 },
      .message = "trade.csv:1:22: error: 'OBS_VALUE' was given another role, and no other "
                 "column takes its place" },
    { .name = "no observations",
      .text = "STRUCTURE,STRUCTURE_ID,ACTION,DIM_2,CONTACT[]\ndataflow,X:Y(1.0.0),I,A,b\n",
      .message = "trade.csv:1:1: error: no 'TIME_PERIOD' column; found: STRUCTURE, STRUCTURE_ID, "
                 "ACTION, DIM_2, CONTACT[]" },
};

static void test_reads_every_shape(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

/* The examples of the specification that have observations. */
static void test_reads_the_examples_of_the_specification(void **state)
{
    static const struct {
        const char *file, *period;
        size_t rows;
        double value; /* of the period */
    } examples[] = { { "sdmx-csv/example-01.csv", "2014-01", 2, 12.4 },
                     { "sdmx-csv/example-02.csv", "2014-02", 4, 10.8 + 10.9 },
                     { "sdmx-csv/example-04.csv", "2014-02", 2, 10.8 },
                     { "sdmx-csv/example-05.csv", "2014-02", 2, 10.8 },
                     { "sdmx-csv/example-09A.csv", "2014-03", 3, 11.2 } };

    (void)state;
    for (size_t i = 0; i < LENGTH(examples); i++) {
        sheaf_table *table = read_shared(examples[i].file, NULL);
        size_t count;

        if (table == NULL)
            skip();
        assert_string_equal(sheaf_table_format(table), "sdmx-csv");
        assert_int_equal(sheaf_table_row_count(table), examples[i].rows);
        assert_true(sum_of(table, examples[i].period, &count, NULL) == examples[i].value);
        sheaf_table_destroy(table);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_every_shape),
        cmocka_unit_test(test_reads_the_examples_of_the_specification),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* every_format_survives_damage.c - a file of any format that is cut short or has bytes changed, or
 * for which memory runs out, is read or refused with a message; and the caller's choice of a
 * format is kept. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "readers/rows_text.h"
#include "sheaf/table.h"

static const struct {
    const char *format, *text;
} files[] = {
    { "tidy", "period;country;iso3;amount;unit;status\n2023-01-01;China;CHN;1,5 p;kg;\n"
              "2023-02-01;Uzbekistan;UZB;2,5;kg;E\n" },
    { "tidy", "Trade\nland,2021,2022,2023\nKazakhstan,1.5,,..\nChina,4,5,6\n" },
    { "tidy", "year,month,exports_bn,imports_bn,note\n2023,4,1.5,2.5,x\n2023,5,1.25,3,y\n" },
    { "comtrade",
      "refYear,refMonth,reporterISO,flowCode,partnerISO,partnerDesc,motCode,qty,"
      "qtyUnitAbbr,isQtyEstimated,primaryValue,\n"
      "2022,52,KAZ,X,,World,0,5,kg,true,12,\n2022,4,KAZ,M,CHN,China,1,0,N/A,false,7,\n" },
    { "comtrade-legacy", "Year,Trade Flow,Reporter,Partner,Commodity Code,Trade Value (US$),Flag\n"
                         "2016,Export,Kazakhstan,World,TOTAL,36775325000,0\n" },
    { "sdmx-csv",
      "STRUCTURE[|];STRUCTURE_ID;ACTION;OBS_KEY;FREQ: Frequency;FLOW: Flow;TIME_PERIOD: "
      "Time;OBS_VALUE: Value;OBS_STATUS: Status;UNIT_MULT: Mult\n"
      "dataflow;S:T(1.0): Trade;I;X;A: Annual;X: Exports;2023: 2023;12,4;E: Est;6: M\n"
      "dataflow;S:T(1.0): Trade;D;X;A: Annual;X: Exports;2022: 2022;;;\n" },
    { "eurostat-tsv",
      "freq,unit,partner,geo\\TIME_PERIOD\t2021 \t2022 \nA,USD,CN,EE\t4.5 p\t: c\n" },
    { "wdi", "\"Data Source\",\"WDI\",\n\n\"Country Name\",\"Country Code\",\"Indicator Code\","
             "\"1960\",\n\"Aruba\",\"ABW\",\"NE\",\"7.25\",\n" },
    { "wits", "Year,ReporterISO3,PartnerName,TradeFlowName,ProductCode,TradeValue in 1000 USD\n"
              "2022,KAZ,\" World\",Gross Exports,10,1500.25\n" },
    { "baci", "t,i,j,k,v,q\n2022,398,156,100199,   1500.250,   NA\n" },
    { "wto", "Reporting Economy,Indicator,Period Code,Year,Unit,Value Flag Code,Value\n"
             "China,x,Q1,2022,Million US dollar,E,1.5\n" },
    { "russia", "NAPR\tPERIOD\tSTRANA\tTNVED\tEDIZM\tSTOIM\tNETTO\tKOL\n"
                "\u0418\u041c\t04/2021\tKZ\t1001990000\tkg\t1500,25\t7200,5\t7200\n" },
    { "china", "\"数据年月\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"商品编码\",\"第一数量\","
               "\"第一计量单位\",\"美元\"\n\"202401\",\"304\",\"德国\",\"2709\",\"1,200\","
               "\"千克\",\"10\"\n" },
    { "japan", "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity2-Jan,Value-Jan,Value-Feb\n"
               "1,2026,'848610000',304,  ,KG,100,4000,0\n" },
    { "comext", "PARTNER_ISO,PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS\n"
                "US,0400,27,1,200152,2580\n" },
    { "comexstat", "CO_ANO;CO_MES;CO_NCM;CO_UNID;CO_PAIS;QT_ESTAT;KG_LIQUIDO;VL_FOB\n"
                   "2024;01;12019000;10;160;0;500;2000\n" },
    { "comexstat-imports", "CO_ANO;CO_MES;SH4;CO_PAIS;VL_FOB;VL_FRETE\n2024;01;1201;160;5;2\n" },
    { "us-census", "CTY_CODE,CTY_NAME,E_COMMODITY,ALL_VAL_YR,time\n5700,CHINA,-,130,2023-02\n" },
    { "trademap", "Code,Product label,Imported value in 2019-Q1,Exported quantity in 2019-Q1\n"
                  "'0101,Horses,5,4\n" },
    { "faostat", "Area Code,Area,Item,Element,Unit,Y2020,Y2020F,Y2020N\n"
                 "108,Kazakhstan,Wheat,Export Value,1000 USD,,M,\n" },
    { "faostat",
      "Area,Item,Element,Year,Unit,Value,Flag\nChad,Wheat,Import Quantity,2020,t,5,Fc\n" },
    { "imf-dots",
      "Country Name,Country Code,Indicator Code,Counterpart Country Name,Attribute,2021\n"
      "Chad,628,TMG_CIF_USD,Peru,Value,5\nChad,628,TMG_CIF_USD,Peru,Status,e\n" },
    { "imf-dots-panel", "Country Name,Counterpart Country Code,Time Period,\"Goods, Value of "
                        "Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)\"\n"
                        "Chad,293,2020,5\n" },
    { "imf-imts", "COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,SCALE,2022,2023-M01\n"
                  "Chad,\"Exports of goods, US dollar\",Peru,Annual,Millions,13200,\n" },
    { "statcan", "REF_DATE,GEO,Trade,UOM,SCALAR_FACTOR,VALUE,STATUS,SYMBOL,DECIMALS\n"
                 "2024-01,Canada,Export,Dollars,\"millions \",45.5,,p,1\n" },
    { "statcan-table", "\"Trade (x 1,000) 1\"\n\"Monthly\"\n\"Table: 12-10-0163-01\"\n\n"
                       "\"Trade\",\"Export\",\n\"Products 1\",\"2022\",\"2023\"\n,\"Dollars\",\n"
                       "\"Ore\",\"1,234.5p\",\"x\"\n\nFootnotes:\n1,a\n" },
    { "ons", "v4_1,Data Marking,mmm-yy,Time,uk-only,Geography,trade-direction,TradeDirection\n"
             "105.8,[p],Jul-17,Jul-17,K02000001,United Kingdom,EX,Exports\n" },
    { "oecd",
      "LOCATION,Country,SUBJECT,Subject,TIME,Time,Unit Code,Unit,PowerCode Code,PowerCode,"
      "Value,Flag Codes,Flags\n"
      "AUS,Australia,X,Exports,2019-Q1,Q1-2019,USD,US Dollar,9,Billions,63.5,E,Estimated\n" },
    { "sdmx-ml",
      "<m:GenericData xmlns:m='m'><m:DataSet><Group><GroupKey><Value id='FLOW' value='X'/>"
      "</GroupKey><Attributes><Value id='UNIT_MULT' value='6'/></Attributes></Group>"
      "<Series><SeriesKey><Value id='FLOW' value='X'/></SeriesKey><Obs><ObsDimension "
      "value='2023'/><ObsValue value='1.5'/><Attributes><Value id='UNIT' value='USD'/>"
      "</Attributes></Obs></Series></m:DataSet></m:GenericData>" },
    { "sdmx-ml", "<m:StructureSpecificData xmlns:m='m'><m:DataSet><Group FLOW='X' UNIT_MULT='6'/>"
                 "<Series FREQ='A' FLOW='X' TITLE='x &amp; y'><Obs TIME_PERIOD='2023' OBS_VALUE="
                 "'12.5'/><Obs TIME_PERIOD='2024' OBS_STATUS='E'><Comp id='UNIT'><Value>t</Value>"
                 "</Comp></Obs></Series></m:DataSet><m:Footer><m:Message code='413'><Text>cut"
                 "</Text></m:Message></m:Footer></m:StructureSpecificData>" },
    { "px",
      "CHARSET=\"ANSI\";\nLANGUAGE=\"et\";DECIMALS=1;UNITS=\"t\" \"ons\";\nUNITS[en]=\"tonnes\";"
      "STUB=\"Riik\";STUB[en]=\"Country\";HEADING=\"Aasta\";VALUES(\"Riik\")=\"Eesti\",\"Soome\";"
      "CODES(\"Riik\")=\"EE\",\"FI\";TIMEVAL(\"Aasta\")=TLIST(Q1,\"20231\"-\"20232\");\n"
      "VALUES(\"Aasta\")=\"2023 I\",\"2023 II\";\nDATASYMBOL1=\"confidential\";"
      "PRECISION(\"Riik\",\"Eesti\")=2;\nDATA=\n1.5 \".\"\n\"-\" 7;\n" },
    { "px",
      "CHARSET=\"ANSI\";STUB=\"Country\";HEADING=\"Year\";VALUES(\"Country\")=\"Eesti\",\"Soome\";"
      "VALUES(\"Year\")=\"2022\",\"2023\";KEYS(\"Country\")=VALUES;DATA=\n\"Soome\" 1 2;" },
};

static bool is_listed(const char *format)
{
    const char *name;

    for (size_t i = 0; (name = sheaf_table_format_at(i)) != NULL; i++)
        if (strcmp(name, format) == 0)
            return true;
    return false;
}

static void test_each_is_recognised(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++) {
        sheaf_table *table =
            sheaf_table_read_bytes(NULL, "x", files[i].text, strlen(files[i].text));

        print_message("  %s\n", files[i].format);
        assert_string_equal(sheaf_table_error(table)->message, "");
        assert_string_equal(sheaf_table_format(table), files[i].format);
        assert_true(sheaf_table_row_count(table) > 0);
        assert_true(is_listed(files[i].format));
        sheaf_table_destroy(table);
    }
}

/* Bytes that are no text in any encoding are refused, by a format that is named and by the one that
 * the first lines look like: a NUL here, and behind it a byte that UTF-8 does not have. */
static void test_binary_is_no_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * LENGTH(files); i++) {
        bool named = i % 2 == 0;
        const sheaf_read_options options = { .format = named ? files[i / 2].format : NULL };
        char text[2000];
        size_t n = strlen(files[i / 2].text);
        sheaf_table *table;

        assert_in_range(n, 1, sizeof text - 2);
        memcpy(text, files[i / 2].text, n);
        text[n++] = '\0';
        text[n++] = '\xF9';
        table = sheaf_table_read_bytes_with(NULL, "x", text, n, &options);
        print_message("  %s%s\n", files[i / 2].format, named ? ", named" : "");
        assert_int_equal(sheaf_table_status(table), SHEAF_BAD_INPUT);
        assert_non_null(strstr(sheaf_table_error(table)->message, "this is not a text table"));
        sheaf_table_destroy(table);
    }
}

/* Prefixes with their last byte replaced, and complete files with one byte replaced. */
static void test_any_bytes_are_answered(void **state)
{
    static const char bytes[] = { '"', '\n', '9' };

    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++)
        for (size_t n = 1; n < 2 * strlen(files[i].text); n += 5)
            for (size_t b = 0; b < sizeof bytes; b++) {
                size_t all = strlen(files[i].text), length = n < all ? n : all;
                char *changed = malloc(length); /* no byte more, for the sanitizers */
                sheaf_table *table;

                assert_non_null(changed);
                memcpy(changed, files[i].text, length);
                changed[n < all ? n - 1 : n - all] = bytes[b];
                table = sheaf_table_read_bytes(NULL, "x", changed, length);
                free(changed);
                assert_true(sheaf_table_status(table) == SHEAF_OK ||
                            sheaf_table_error(table)->message[0] != '\0');
                sheaf_table_destroy(table);
            }
}

static void test_survives_every_failed_allocation(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(files); i++)
        rows_survive_every_oom("x", files[i].text, strlen(files[i].text));
}

static void test_a_named_format_is_no_licence_for_junk(void **state)
{
    static const char junk[] = "period,flow,partner,val\0ue\n2023,exports,t\xE9,5\n";
    sheaf_read_options options = { .format = "tidy" };
    sheaf_table *table = sheaf_table_read_bytes_with(NULL, "junk", junk, sizeof junk - 1, &options);

    (void)state;
    assert_int_equal(sheaf_table_status(table), SHEAF_BAD_INPUT);
    assert_string_equal(sheaf_table_error(table)->message,
                        "this is not a text table: byte 23 is NUL");
    sheaf_table_destroy(table);
}

/* Also two columns of the same period. */
static void test_every_dimension_has_members(void **state)
{
    static const char twice[] = "land,2023,2023\nKAZ,4.5,7\n";
    sheaf_table *table = sheaf_table_read_bytes(NULL, "twice.csv", twice, strlen(twice));

    (void)state;
    assert_int_equal(sheaf_table_status(table), SHEAF_OK);
    assert_int_equal(sheaf_table_row_count(table), 2);
    for (size_t d = 0; d < sheaf_table_dimension_count(table); d++)
        assert_int_not_equal(sheaf_table_member_count(table, sheaf_table_dimension(table, d)), 0);
    sheaf_table_destroy(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_is_recognised),
        cmocka_unit_test(test_binary_is_no_table),
        cmocka_unit_test(test_a_named_format_is_no_licence_for_junk),
        cmocka_unit_test(test_every_dimension_has_members),
        cmocka_unit_test(test_any_bytes_are_answered),
        cmocka_unit_test(test_survives_every_failed_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

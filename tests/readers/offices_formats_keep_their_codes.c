/* offices_formats_keep_their_codes.c - files of customs and statistical offices: their own codes of
 * countries are never taken for ISO 3166, units and powers of ten are theirs, and so are the
 * letters of statuses. */
#include "support/check.h"

#include "support/tables.h"

#define JAPAN "Exp or Imp,Year,HS,Country,Unit1,Unit2,Quantity1-Year,Quantity2-Year,Value-Year"

#define CODES(prefix)                                                                              \
    "are the office's own codes, not those of ISO 3166; they are kept behind " prefix ", as no "   \
    "column has the names"

#define DOLLARS                                                                                    \
    "the file does not say in which power of ten its dollars are; they are read as dollars, not "  \
    "millions; if that is wrong, say set: {unit_mult: 6}"

#define THOUSANDS                                                                                  \
    "the file does not name its currency; its values are read as thousand US dollars, Trade "      \
    "Map's "                                                                                       \
    "default; for another one, say set: {unit: EUR thousand}"

static const struct reading customs[] = {
    { .name = "China's customs: the name beside a code counts",
      .text = "\"数据年月\",\"贸易伙伴编码\",\"贸易伙伴名称\",\"商品编码\",\"商品名称\","
              "\"第一数量\",\"第一计量单位\",\"第二数量\",\"第二计量单位\",\"美元\"\n"
              "\"202401\",\"304\",\"德国\",\"2709\",\"原油\",\"1,200\",\"千克\",\"-\",\"-\",\"10,"
              "500\"\n"
              "\"202401\",\"116\",\"日本\",\"2709\",\"原油\",\"0\",\"千克\",\"\",\"\",\"20\"\n"
              "\"202401\",\"344\",\"\",\"2709\",\"原油\",\"0\",\"千克\",\"\",\"\",\"30\"\n",
      .rows = "china: reporter partner product unit indicator\n"
              "2024-01 10500 | CHN, DEU, 2709, USD, value\n"
              "2024-01 1200 | CHN, DEU, 2709, kg, quantity\n"
              "2024-01 20 | CHN, JPN, 2709, USD, value\n"
              "2024-01 30 | CHN, CN_344, 2709, USD, value\n" },
    { .name = "China's customs, yuan, without names",
      .text = "数据年月,贸易伙伴编码,商品编码,人民币,\n2023,304,27,10,\n",
      .rows = "china: reporter partner product indicator unit\n"
              "2023 10 | CHN, CN_304, 27, value, CNY\n"
              "! the numbers in '贸易伙伴编码' " CODES("CN_") " (1)\n" },
    { .name = "Japan's customs: months of the row's year, those to come left out",
      .text = JAPAN ",Quantity1-Jan,Quantity2-Jan,Value-Jan,Quantity1-Feb,Quantity2-Feb,Value-Feb\n"
                    "1,2026,'848610000',304,  ,KG,0,100,4000,0,100,4000,0,0,0\n"
                    "2,2026,'010121000',105,NO,MT,3,300,9000,1,100,4000,2,200,5000\n",
      .rows = "japan: reporter flow product partner unit indicator\n"
              "2026-01 4000 e3 | JPN, exports, 848610000, JP_304, JPY, value\n"
              "2026-01 100 | JPN, exports, 848610000, JP_304, kg, quantity\n"
              "2026-01 4000 e3 | JPN, imports, 010121000, JP_105, JPY, value\n"
              "2026-02 5000 e3 | JPN, imports, 010121000, JP_105, JPY, value\n"
              "2026-01 100 | JPN, imports, 010121000, JP_105, t, quantity\n"
              "2026-02 200 | JPN, imports, 010121000, JP_105, t, quantity\n"
              "2026-01 1 | JPN, imports, 010121000, JP_105, u, first quantity\n"
              "2026-02 2 | JPN, imports, 010121000, JP_105, u, first quantity\n"
              "! the numbers in 'Country' " CODES("JP_") " (1)\n" },
    { .name = "Japan's customs, a year",
      .text = JAPAN "\n1,2025,'848610000',304,  ,KG,0,300,9000\n",
      .rows = "japan: reporter flow product partner unit indicator\n"
              "2025 9000 e3 | JPN, exports, 848610000, JP_304, JPY, value\n"
              "2025 300 | JPN, exports, 848610000, JP_304, kg, quantity\n"
              "! the numbers in 'Country' " CODES("JP_") " (1)\n" },
    { .name = "Comext with the Geonomenclature, ISO beside it",
      .text = "DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,FLOW,"
              "STAT_REGIME,SUPP_UNIT,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG,SUP_QUANTITY\n"
              "001,FR,0400,US,E,01012100,00150,1,1,A,200101,2580,600,0\n"
              "004,DE,0720,CN,E,TOTAL,TOTAL,2,1,A,200152,2600,0,0\n",
      .rows = "comext: reporter partner product flow unit indicator\n"
              "2001-01 2580 | FRA, USA, 01012100, imports, EUR, value\n"
              "2001-01 600 | FRA, USA, 01012100, imports, kg, net weight\n"
              "2001 2600 | DEU, CHN, TOTAL, exports, EUR, value\n" },
    { .name = "Comext with the Geonomenclature alone",
      .text = "PARTNER,PRODUCT_NC,FLOW,PERIOD,VALUE_IN_EUROS\n0400,27,1,200101,2580\n"
              "400,27,1,200101,7\n",
      .rows = "comext: partner product flow indicator unit\n"
              "2001-01 2580 | GEONOM_0400, 27, imports, value, EUR\n"
              "2001-01 7 | GEONOM_400, 27, imports, value, EUR\n"
              "! the numbers in 'PARTNER' " CODES("GEONOM_") " (1)\n" },
    { .name = "Comext since 2023",
      .text = "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,PRODUCT_SITC,FLOW,STAT_PROCEDURE,SUPPL_UNIT,"
              "PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n"
              "EL,US,E,010121,00150,2,1,NAR,202401,2580,2580,600,3\n",
      .rows = "comext: reporter partner product flow unit indicator\n"
              "2024-01 2580 | GRC, USA, 010121, exports, EUR, value\n"
              "2024-01 600 | GRC, USA, 010121, exports, kg, net weight\n"
              "2024-01 3 | GRC, USA, 010121, exports, NAR, quantity\n" },
    { .name = "Brazil's Comex Stat, imports by freight",
      .text =
          "\"CO_ANO\";\"CO_MES\";\"CO_NCM\";\"CO_UNID\";\"CO_PAIS\";\"QT_ESTAT\";\"KG_LIQUIDO\";"
          "\"VL_FOB\";\"VL_FRETE\";\"VL_SEGURO\"\n"
          "\"2024\";\"01\";\"12019000\";\"10\";\"160\";0;500;2000;30;4\n",
      .rows = "comexstat-imports: reporter flow product unit partner indicator\n"
              "2024-01 2000 | BRA, imports, 12019000, USD, BR_160, value\n"
              "2024-01 30 | BRA, imports, 12019000, USD, BR_160, freight\n"
              "2024-01 4 | BRA, imports, 12019000, USD, BR_160, insurance\n"
              "2024-01 500 | BRA, imports, 12019000, kg, BR_160, net weight\n"
              "! the numbers in 'CO_PAIS' " CODES("BR_") " (1)\n" },
    { .name = "Brazil's Comex Stat by municipality, which does not tell the flow",
      .text = "CO_ANO;CO_MES;SH4;CO_PAIS;SG_UF_MUN;CO_MUN;KG_LIQUIDO;VL_FOB\n"
              "2024;12;1201;276;SP;3400000;500;2000\n",
      .options = { .constants = (const sheaf_filter[]){ { "flow", "exports" } }, .n_constants = 1 },
      .rows = "comexstat: flow reporter product partner indicator unit\n"
              "2024-12 2000 | exports, BRA, 1201, BR_276, value, USD\n"
              "2024-12 500 | exports, BRA, 1201, BR_276, net weight, kg\n"
              "! the numbers in 'CO_PAIS' " CODES("BR_") " (1)\n" },
    { .name = "the US Census Bureau: Schedule C, months rather than years to date",
      .text = "CTY_CODE,CTY_NAME,E_COMMODITY,ALL_VAL_MO,ALL_VAL_YR,time\n"
              "5700,CHINA,-,13042412310,13042412310,2023-01\n"
              "-,TOTAL FOR ALL COUNTRIES,27,5,9,2023-02\n",
      .rows = "us-census: reporter partner product indicator flow unit\n"
              "2023-01 13042412310 | USA, CHN, TOTAL, value, exports, USD\n"
              "2023-02 5 | USA, WLD, 27, value, exports, USD\n" },
    { .name = "the US Census Bureau, years to date alone",
      .text = "CTY_CODE,GEN_VAL_YR,YEAR,MONTH\n5700,130,2023,04\n5700,140,2023,05\n",
      .rows = "us-census: reporter partner indicator flow unit\n"
              "2023-T1 130 | USA, US_5700, value, imports, USD\n"
              "2023-01-01/P5M 140 | USA, US_5700, value, imports, USD\n"
              "! the numbers in 'CTY_CODE' " CODES("US_") " (1)\n" },
    { .name = "Trade Map: flow, measure and period in a header",
      .text =
          "Importers\tImported value in 2019\tImported value in 2020\tImported quantity in 2020\t"
          "Quantity Unit\tShare in world imports (%)\n"
          "World\t100\t120\t5\tTons\t100\nChina\t50\t\t0\tTons\t40\n",
      .rows = "trademap: reporter unit indicator flow\n"
              "2019 100 e3 | WLD, USD, value, imports\n"
              "2020 120 e3 | WLD, USD, value, imports\n"
              "2020 5 | WLD, t, quantity, imports\n"
              "2019 50 e3 | CHN, USD, value, imports\n"
              "! " THOUSANDS " (1)\n" },
    { .name = "Trade Map: the importers of what a country exports are its partners",
      .text = "Importers\tExported value in 2022\nWorld\t100\nChina\t50\n",
      .rows = "trademap: partner indicator flow unit\n"
              "2022 100 e3 | WLD, value, exports, USD\n"
              "2022 50 e3 | CHN, value, exports, USD\n"
              "! " THOUSANDS " (1)\n" },
    { .name = "Trade Map: the exporters of what a country imports, too",
      .text = "Exporters\tImported value in 2022\nChina\t50\n",
      .rows = "trademap: partner indicator flow unit\n"
              "2022 50 e3 | CHN, value, imports, USD\n"
              "! " THOUSANDS " (1)\n" },
    { .name = "Trade Map: partners by name",
      .text = "Partners,Exported value in 2022-Q1,Imported value in 2022-Q1\nChina,50,40\n",
      .rows = "trademap: partner indicator flow unit\n"
              "2022-Q1 50 e3 | CHN, value, exports, USD\n"
              "2022-Q1 40 e3 | CHN, value, imports, USD\n"
              "! " THOUSANDS " (1)\n" },
    { .name = "Trade Map, products by quarters, the currency given",
      .text = "Code,Product label,Imported value in 2019-Q1,Exported value in 2019-Q1\n"
              "'TOTAL,All products,100,90\n'0101,Horses,5,4\n",
      .options = { .constants = (const sheaf_filter[]){ { "unit", "EUR thousand" } },
                   .n_constants = 1 },
      .rows = "trademap: unit product indicator flow\n"
              "2019-Q1 100 e3 | EUR, TOTAL, value, imports\n"
              "2019-Q1 90 e3 | EUR, TOTAL, value, exports\n"
              "2019-Q1 5 e3 | EUR, 0101, value, imports\n"
              "2019-Q1 4 e3 | EUR, 0101, value, exports\n" },
};

#define FAO_LONG                                                                                   \
    "Area Code,Area,Item Code,Item,Element Code,Element,Year Code,Year,Unit,Value,Flag\n"

static const struct reading organisations[] = {
    { .name = "FAOSTAT, wide: Y2020, its flags and notes",
      .text =
          "Area Code,Area Code (M49),Area,Item Code,Item,Element Code,Element,Unit,Y2020,Y2020F,"
          "Y2020N,Y2021,Y2021F,Y2021N\n"
          "108,'398,Kazakhstan,15,Wheat,5610,Import Quantity,t,1200.50,A,,1300.00,E,x\n"
          "108,'398,Kazakhstan,15,Wheat,5922,Export Value,1000 USD,1137.00,T,,,M,\n"
          "108,'398,Kazakhstan,15,Wheat,5510,Production,t,,,,7,F,\n",
      .rows = "faostat: reporter product indicator unit flow\n"
              "2020 1200.50 | KAZ, Wheat, quantity, t, imports\n"
              "2021 1300.00 E | KAZ, Wheat, quantity, t, imports\n"
              "2020 1137.00 e3 V | KAZ, Wheat, value, USD, exports\n"
              "2021 - e3 O | KAZ, Wheat, value, USD, exports\n"
              "2021 7 E | KAZ, Wheat, Production, t, \n" },
    { .name = "FAOSTAT, long: F is no forecast",
      .text = FAO_LONG "108,Kazakhstan,15,Wheat,5922,Export Value,2020,2020,1000 USD,1137,F\n"
                       "108,Kazakhstan,15,Wheat,5922,Export Value,2021,2021,1000 USD,1410,X\n"
                       "108,Kazakhstan,15,Wheat,5922,Export Value,2022,2022,1000 USD,1710,I\n"
                       "108,Kazakhstan,15,Wheat,5922,Export Value,2023,2023,1000 USD,1310,?\n",
      .rows = "faostat: reporter product indicator unit flow\n"
              "2020 1137 e3 E | KAZ, Wheat, value, USD, exports\n"
              "2021 1410 e3 | KAZ, Wheat, value, USD, exports\n"
              "2022 1710 e3 I | KAZ, Wheat, value, USD, exports\n"
              "2023 1310 e3 | KAZ, Wheat, value, USD, exports\n"
              "! the status '?' is unknown and is ignored; to keep the column as it is, say "
              "columns: {mark: Flag} (1)\n" },
    { .name = "FAOSTAT, the flags kept as they are",
      .text = "Area,Item,Element,Year,Unit,Value,Flag\nChad,Wheat,Yield,2020,t,5,F\n",
      .options = { .columns = (const sheaf_column[]){ { "Flag", "mark" } }, .n_columns = 1 },
      .rows = "faostat: reporter product indicator unit mark\n2020 5 | TCD, Wheat, Yield, t, F\n" },
    { .name = "FAOSTAT's matrix of trade",
      .text =
          "Reporter Country Code,Reporter Countries,Partner Country Code,Partner Countries,Item "
          "Code,Item,Element Code,Element,Year Code,Year,Unit,Value,Flag\n"
          "2,Afghanistan,4,Algeria,15,Wheat,5610,Import Quantity,2020,2020,t,5,A\n",
      .rows = "faostat: reporter partner product indicator unit flow\n"
              "2020 5 | AFG, DZA, Wheat, quantity, t, imports\n" },
    { .name = "the IMF's DOTS: counterparts, rows of statuses",
      .text =
          "\"Country Name\",\"Country Code\",\"Indicator Name\",\"Indicator Code\",\"Counterpart "
          "Country Name\",\"Counterpart Country "
          "Code\",\"Attribute\",\"2021\",\"2022\",\"2022M1\",\n"
          "\"Kazakhstan, Rep. of\",\"916\",\"Goods, Value of Exports, Free on board (FOB), US "
          "Dollars\",\"TXG_FOB_USD\",\"China, P.R.: Mainland\",\"924\",\"Value\",\"9760\",\"13200\""
          ",\"\",\n"
          "\"Kazakhstan, Rep. of\",\"916\",\"Goods, Value of Exports, Free on board (FOB), US "
          "Dollars\",\"TXG_FOB_USD\",\"China, P.R.: "
          "Mainland\",\"924\",\"Status\",\"\",\"e\",\"\",\n"
          "\"Kazakhstan, Rep. of\",\"916\",\"Goods, Value of Trade Balance, US Dollars\","
          "\"TBG_USD\",\"Sub-Saharan Africa\",\"603\",\"Value\",\"\",\"\",\"8\",\n",
      .rows = "imf-dots: reporter indicator partner flow unit\n"
              "2021 9760 | KAZ, TXG_FOB_USD, CHN, exports, USD\n"
              "2022 13200 E | KAZ, TXG_FOB_USD, CHN, exports, USD\n"
              "2022-01 8 | KAZ, TBG_USD, Sub-Saharan Africa, balance, USD\n"
              "! " DOLLARS " (1)\n" },
    { .name = "the IMF's DOTS, millions given, statuses on their own",
      .text = "Country Name,Indicator Code,Counterpart Country Name,Attribute,2021\n"
              "Chad,TMG_CIF_USD,Peru,Status,e\nChad,TMG_CIF_USD,Peru,Value,5\n"
              "Chad,TMG_CIF_USD,Japan,Status,e\n",
      .options = { .constants = (const sheaf_filter[]){ { "unit_mult", "6" } }, .n_constants = 1 },
      .rows = "imf-dots: reporter indicator partner flow unit\n"
              "2021 5 e6 | TCD, TMG_CIF_USD, PER, imports, USD\n"
              "! a row of statuses does not follow the row of its values; it is skipped (1)\n" },
    { .name = "the IMF's DOTS as a panel",
      .text =
          "Country Name,Country Code,Counterpart Country Name,Counterpart Country Code,Time "
          "Period,\"Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)\","
          "\"Goods, Value of Imports, Cost, Insurance, Freight (CIF), US Dollars (TMG_CIF_USD)\"\n"
          "Chad,628,Peru,293,2020,5,6\nChad,628,Peru,293,2021,,7\n",
      .rows = "imf-dots-panel: reporter partner indicator flow unit\n"
              "2020 5 | TCD, PER, TXG_FOB_USD, exports, USD\n"
              "2020 6 | TCD, PER, TMG_CIF_USD, imports, USD\n"
              "2021 7 | TCD, PER, TMG_CIF_USD, imports, USD\n"
              "! " DOLLARS " (1)\n" },
    { .name = "the IMF's IMTS: SCALE is the power of ten",
      .text =
          "DATASET,SERIES_CODE,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,SCALE,2022,2023-"
          "M01\n"
          "IMF.STA:IMTS(1.0.0),K.X,\"Kazakhstan, Republic of\",\"Exports of goods, Free on board "
          "(FOB), US dollar\",\"China, People's Republic of\",Annual,Millions,13200,\n"
          "IMF.STA:IMTS(1.0.0),K.M,\"Kazakhstan, Republic of\",\"Imports of goods, Cost insurance "
          "freight (CIF), US dollar\",\"China, People's Republic of\",Annual,Units,11000000000,5\n",
      .rows = "imf-imts: reporter indicator partner freq flow unit\n"
              "2022 13200 e6 | KAZ, Exports of goods, Free on board (FOB), US dollar, CHN, Annual, "
              "exports, USD\n"
              "2022 11000000000 | KAZ, Imports of goods, Cost insurance freight (CIF), US dollar, "
              "CHN, Annual, imports, USD\n"
              "2023-01 5 | KAZ, Imports of goods, Cost insurance freight (CIF), US dollar, CHN, "
              "Annual, imports, USD\n" },
    { .name = "the IMF's IMTS, a power of ten that is none",
      .text = "COUNTRY,INDICATOR,COUNTERPART_COUNTRY,SCALE,2022\nTCD,XG_FOB_USD,PER,Dozens,5\n",
      .message =
          "trade.csv:2:20: error: 'Dozens' is no power of ten; a whole number from -15 to 24 "
          "is expected, or a word such as Millions" },
    { .name = "the IMF's SDMX-CSV",
      .text =
          "DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE\n"
          "IMF.STA:IMTS(1.0.0),FRA,MG_CIF_USD,USA,A,2020,55432100000,0\n",
      .rows = "sdmx-csv: reporter indicator partner freq flow\n"
              "2020 55432100000 | FRA, MG_CIF_USD, USA, A, imports\n" },
    { .name = "Statistics Canada: two columns of statuses, dollars are Canadian",
      .text = "\"REF_DATE\",\"GEO\",\"DGUID\",\"Trade\",\"Principal trading "
              "partners\",\"UOM\",\"UOM_ID\",\"SCALAR_FACTOR\",\"SCALAR_ID\",\"VECTOR\","
              "\"COORDINATE\",\"VALUE\",\"STATUS\",\"SYMBOL\",\"TERMINATED\",\"DECIMALS\"\n"
              "2024-01,Canada,1,Export,Japan,Dollars,81,\"millions \",6,v1,1,45000.5,,p,,1\n"
              "2024-01,Canada,1,Import,China,Dollars,81,\"millions \",6,v2,1,,x,,,1\n"
              "2024-01,Canada,1,Import,Peru,Dollars,81,\"millions \",6,v2,1,12.0,E,r,,1\n"
              "2024-01,Canada,1,Import,Chad,Dollars,81,\"units \",0,v2,1,12,A,,,0\n"
              "2024-01,Canada,1,Import,Cuba,Dollars,81,\"units \",0,v2,1,,F,,,0\n"
              "2024-01,Canada,1,Import,Fiji,Dollars,81,\"units \",0,v2,1,,..,,,0\n",
      .rows = "statcan: reporter flow partner unit\n"
              "2024-01 45000.5 e6 P | CAN, exports, JPN, CAD\n"
              "2024-01 - e6 Q conf:C | CAN, imports, CHN, CAD\n"
              "2024-01 12.0 e6 U | CAN, imports, PER, CAD\n"
              "2024-01 12 | CAN, imports, TCD, CAD\n"
              "2024-01 - Q | CAN, imports, CUB, CAD\n"
              "2024-01 - O | CAN, imports, FJI, CAD\n" },
    { .name = "Statistics Canada, the power of ten in words alone",
      .text = "REF_DATE,GEO,UOM,SCALAR_FACTOR,VALUE\n2023,Canada,Dollars,thousands ,5\n",
      .rows = "statcan: reporter unit\n2023 5 e3 | CAN, CAD\n" },
    { .name = "Statistics Canada in French",
      .text = "\"PÉRIODE DE RÉFÉRENCE\";\"GÉO\";\"Commerce\";\"UNITÉ DE MESURE\";\"FACTEUR "
              "SCALAIRE\";\"IDENTIFICATEUR SCALAIRE\";\"VALEUR\";\"STATUT\";\"SYMBOLE\"\n"
              "2024-01;Canada;Exportation;Dollars;millions;6;45000,5;;p\n",
      .rows = "statcan: reporter flow unit\n2024-01 45000.5 e6 P | CAN, exports, CAD\n" },
    { .name = "the ONS: pairs of columns, short years, markings",
      .text = "v4_1,Data Marking,mmm-yy,Time,uk-only,Geography,sitc,StandardInternationalTrade"
              "Classification,countries-territories,CountriesAndTerritories,trade-direction,"
              "TradeDirection,valuation-basis,ValuationBasis\n"
              "105.8,,Jul-17,Jul-17,K02000001,United Kingdom,33,Petroleum,FR,France,EX,Exports,"
              "current-prices,Current prices\n"
              ",[c],Dec-97,Dec-97,K02000001,United Kingdom,33,Petroleum,DE,Germany,IM,Imports,"
              "current-prices,Current prices\n",
      .rows = "ons: reporter product partner flow valuation-basis\n"
              "2017-07 105.8 | GBR, 33, FRA, exports, current-prices\n"
              "1997-12 - Q conf:C | GBR, 33, DEU, imports, current-prices\n" },
    { .name = "OECD.Stat: pairs of columns",
      .text =
          "\"LOCATION\",\"Country\",\"SUBJECT\",\"Subject\",\"FREQUENCY\",\"Frequency\",\"TIME\","
          "\"Time\",\"Unit Code\",\"Unit\",\"PowerCode Code\",\"PowerCode\",\"Reference Period "
          "Code\",\"Reference Period\",\"Value\",\"Flag Codes\",\"Flags\"\n"
          "AUS,Australia,XTEXVA01,Exports in goods,Q,Quarterly,2019-Q1,Q1-2019,USD,US Dollar,9,"
          "Billions,,,63.5,,\n"
          "AUS,Australia,XTEXVA01,Exports in goods,Q,Quarterly,2019-Q2,Q2-2019,USD,US Dollar,6,"
          "Millions,,,7,E,Estimated value\n",
      .rows = "oecd: reporter SUBJECT freq unit\n"
              "2019-Q1 63.5 e9 | AUS, XTEXVA01, Q, USD\n"
              "2019-Q2 7 e6 E | AUS, XTEXVA01, Q, USD\n" },
    { .name = "OECD.Stat without codes",
      .text = "Country,Subject,Time,Unit,PowerCode,Value,Flag Codes\n"
              "Australia,Exports,2019,US Dollar,Millions,5,B\n",
      .rows = "oecd: reporter Subject unit\n2019 5 e6 B | AUS, Exports, USD\n" },
};

static void test_customs(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(customs); i++)
        check_reading(&customs[i]);
}

static void test_organisations(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(organisations); i++)
        check_reading(&organisations[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_customs),
        cmocka_unit_test(test_organisations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

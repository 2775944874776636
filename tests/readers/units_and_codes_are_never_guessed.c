/* units_and_codes_are_never_guessed.c - units, powers of ten, codes, stated growth and names of
 * columns: what a file says is read, what it does not say is asked for or told. */
#include "support/check.h"

#include <string.h>

#include "support/tables.h"

static const sheaf_filter thousands[] = { { "unit", "USD" }, { "unit_mult", "3" } };

static const struct reading readings[] = {
    /* Units and powers of ten in headers and cells. */
    { .name = "thousands of dollars, joined; a unit behind colons",
      .text = "year,exports (US$000),\"China: NSA: £m\"\n2022,60,84\n",
      .rows = "tidy: series flow unit\n2022 60 e3 | exports (US$000), exports, USD\n"
              "2022 84 e6 | China: NSA: £m, , GBP\n" },
    { .name = "a value in German",
      .text = "year,Wert in Mio. EUR\n2022,5\n",
      .rows = "tidy: unit\n2022 5 e6 | EUR\n" },
    { .name = "a value in French",
      .text = "year,Valeur en millions d'euros\n2022,5\n",
      .rows = "tidy: unit\n2022 5 e6 | EUR\n" },
    { .name = "a name without its unit, in Polish",
      .text = "year,Wartość w mln zł\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e6 | Wartość, PLN\n" },
    { .name = "a name without its unit, in Russian",
      .text = "year,ВВП в млрд тенге\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | ВВП, KZT\n" },
    { .name = "a name without its unit, in Kazakh",
      .text = "year,\"ЖІӨ, млрд теңгемен\"\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | ЖІӨ, KZT\n" },
    { .name = "a name without its unit, in Chinese",
      .text = "year,国内生产总值 亿元\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e8 | 国内生产总值, CNY\n" },
    { .name = "a name without its unit, in Arabic",
      .text = "year,الناتج المحلي مليار دولار\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | الناتج المحلي, USD\n" },
    { .name = "a name without its unit, in Spanish",
      .text = "year,PIB en miles de millones de euros\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | PIB, EUR\n" },
    { .name = "a name without its unit, in Italian",
      .text = "year,PIL in miliardi di euro\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | PIL, EUR\n" },
    { .name = "a name without its unit, in Czech",
      .text = "year,HDP v mld. Kč\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | HDP, CZK\n" },
    { .name = "a name without its unit, in Turkish",
      .text = "year,GSYH milyar TL\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | GSYH, TRY\n" },
    { .name = "a name on both sides of its unit",
      .text = "year,GDP (USD bn) of Kazakhstan\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | GDP of Kazakhstan, USD\n" },
    { .name = "prices of a year behind the unit",
      .text = "year,\"GDP, USD bn, 2022 prices\"\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 e9 | GDP, 2022 prices, USD\n" },
    { .name = "a price",
      .text = "year,Price USD/t\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | Price, USD/t\n" },
    { .name = "a price in words",
      .text = "year,Price (USD per tonne)\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | Price, USD/t\n" },
    { .name = "a price without a name",
      .text = "year,US$ per kg\n2022,5\n",
      .rows = "tidy: unit\n2022 5 | USD/kg\n" },
    { .name = "a price in German",
      .text = "year,Preis in EUR/t\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | Preis, EUR/t\n" },
    { .name = "a price in French",
      .text = "year,Prix en euros par tonne\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | Prix, EUR/t\n" },
    { .name = "a price in Russian",
      .text = "year,\"цена, долл. за тонну\"\n2022,5\n",
      .rows = "tidy: indicator unit\n2022 5 | unit value, USD/t\n" },
    { .name = "a price in Chinese",
      .text = "year,价格 美元/吨\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | 价格, USD/t\n" },
    { .name = "a unit value",
      .text = "year,Unit value (US$ per kg)\n2022,5\n",
      .rows = "tidy: indicator unit\n2022 5 | unit value, USD/kg\n" },
    { .name = "a price of a barrel",
      .text = "year,\"Oil price, USD/bbl\"\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | Oil price, USD/bbl\n" },
    { .name = "money per head, its unit in the middle",
      .text = "year,Imports (USD) per capita\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, USD/capita\n" },
    { .name = "money per head, its unit at the end",
      .text = "year,imports per capita (USD)\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, USD/capita\n" },
    { .name = "money per head in Russian",
      .text = "year,\"Импорт на душу населения, долл. США\"\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, USD/capita\n" },
    { .name = "money per head in Kazakh",
      .text = "year,\"Жан басына шаққандағы импорт, АҚШ доллары\"\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, USD/capita\n" },
    { .name = "money per head in Chinese",
      .text = "year,人均进口额(美元)\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, USD/capita\n" },
    { .name = "money per head in German",
      .text = "year,Importe pro Kopf (EUR)\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, EUR/capita\n" },
    { .name = "money per head in French",
      .text = "year,Importations par habitant (euros)\n2022,5\n",
      .rows = "tidy: flow unit\n2022 5 | imports, EUR/capita\n" },
    { .name = "a product per head",
      .text = "year,GDP per capita (USD)\n2022,5\n",
      .rows = "tidy: series unit\n2022 5 | GDP per capita, USD/capita\n" },
    { .name = "imports per head in no currency",
      .text = "year,Imports per capita\n2022,5\n",
      .rows = "tidy: series\n2022 5 | Imports per capita\n" },
    { .name = "prices whose currency stands behind the measure",
      .text = "year,Oil price per barrel (USD),Wage per hour in EUR\n2022,5,6\n",
      .rows = "tidy: series unit\n2022 5 | Oil price per barrel (USD), USD/bbl\n"
              "2022 6 | Wage per hour in EUR, EUR/h\n" },
    { .name = "a rate of exchange",
      .text = "year,rate (EUR per USD),Курс (тенге за доллар)\n2022,5,6\n",
      .rows = "tidy: series unit\n2022 5 | rate (EUR per USD), EUR/USD\n"
              "2022 6 | Курс (тенге за доллар), KZT/USD\n" },
    { .name = "a pair of currencies, which may be either rate",
      .text = "year,USD/KZT,exports (USD)\n2022,460,6\n",
      .rows = "tidy: series flow unit\n2022 460 | USD/KZT, , \n"
              "2022 6 | exports (USD), exports, USD\n" },
    { .name = "prices without names",
      .text = "year,USD per barrel,EUR per hour\n2022,5,6\n",
      .rows =
          "tidy: series unit\n2022 5 | USD per barrel, USD/bbl\n2022 6 | EUR per hour, EUR/h\n" },
    { .name = "a price in no currency",
      .text = "year,Preis je Tonne\n2022,5\n",
      .rows = "tidy: series\n2022 5 | Preis je Tonne\n" },
    { .name = "a flow by weight, which is none",
      .text = "year,Exports per kg\n2022,5\n",
      .rows = "tidy: series\n2022 5 | Exports per kg\n" },
    { .name = "prices in cells",
      .text = "year,value,unit\n2021,5,US$ per kg\n2022,6,USD/kg\n2023,7,долл. за кг\n",
      .rows = "tidy: unit\n2021 5 | USD/kg\n2022 6 | USD/kg\n2023 7 | USD/kg\n" },
    { .name = "a unit behind a code that names a value",
      .text = "year,Trade in goods: CN: £m\n2022,90\n",
      .rows = "tidy: unit\n2022 90 e6 | GBP\n" },
    { .name = "shares below money, as workbooks show them",
      .text = "item,2021,2022\nexports,60,84\nshare,12.5%,13.5%\n",
      .rows = "tidy: unit item\n2021 60 | , exports\n2022 84 | , exports\n2021 12.5 | %, share\n"
              "2022 13.5 | %, share\n" },
    { .name = "shares below money, in rows",
      .text = "year,item,value\n2021,exports,60\n2021,share,12.5%\n2022,exports,84\n",
      .options = { .constants = (const sheaf_filter[]){ { "unit", "USD" }, { "unit_mult", "9" } },
                   .n_constants = 2 },
      .rows = "tidy: unit item\n2021 60 e9 | USD, exports\n2021 12.5 | %, share\n"
              "2022 84 e9 | USD, exports\n" },
    { .name = "a power of ten in a header",
      .text = "year,Exports (mil. USD)\n2022,5\n2023,7\n",
      .rows = "tidy: flow unit\n2022 5 e6 | exports, USD\n2023 7 e6 | exports, USD\n" },
    { .name = "a power of ten in German",
      .text = "Jahr;Ausfuhr Tsd. EUR\n2022;5\n2023;7\n",
      .rows = "tidy: flow unit\n2022 5 e3 | exports, EUR\n2023 7 e3 | exports, EUR\n" },
    { .name = "GENESIS",
      .text = "Zeit;WERTA__Ausfuhr:_Wert__Tsd_EUR\n2022;5\n2023;7\n",
      .rows = "tidy: flow unit\n2022 5 e3 | exports, EUR\n2023 7 e3 | exports, EUR\n" },
    { .name = "thousand euro are no tonnes",
      .text = "Jahr;Ausfuhr (T\u20ac)\n2022;5\n2023;7\n",
      .rows = "tidy: flow unit\n2022 5 e3 | exports, EUR\n2023 7 e3 | exports, EUR\n" },
    { .name = "a word beside a unit that nobody knows",
      .text = "year,Exports (xyz USD)\n2022,5\n",
      .rows = "tidy: flow\n2022 5 | exports\n"
              "! 'xyz' in the header 'Exports (xyz USD)' is not understood and may be a power of "
              "ten, so that unit and power of the values are unknown; give both, with set: {unit: "
              "USD, unit_mult: 6} (1)\n" },
    { .name = "its unit and power, given",
      .text = "year,Exports (xyz USD)\n2022,5\n",
      .options = { .constants = thousands, .n_constants = 2 },
      .rows = "tidy: unit flow\n2022 5 e3 | USD, exports\n" },
    { .name = "a word in a cell of units that nobody knows",
      .text = "year,value,unit\n2022,5,xyz USD\n2023,7,xyz USD\n",
      .rows = "tidy: unit\n2022 5 | xyz USD\n2023 7 | xyz USD\n"
              "! 'xyz' of the unit 'xyz USD' is not understood and may be a power of ten; the unit "
              "is kept as it is written; say set: {unit: USD, unit_mult: 6} and leave its column "
              "out (1)\n" },
    { .name = "kilograms or som",
      .text = "year,value,unit\n2022,5,kgs\n2023,7,KGS\n",
      .rows = "tidy: unit\n2022 5 | kgs\n2023 7 | KGS\n"
              "! the unit 'kgs' may mean two things (kgs: kilograms or som; T: tonnes or a "
              "thousand) and is kept as it is written; if it is known, say set: {unit: kg} and "
              "leave its column out (1)\n" },
    /* Units above the table. */
    { .name = "a unit above the table",
      .text = "\"Trade by partner, million USD\"\nyear,partner,value\n2022,CHN,5\n",
      .rows = "tidy: partner\n2022 5 | CHN\n"
              "! line 1 says 'million USD', which is not taken over; if the values are so, say it "
              "with set: {unit: USD, unit_mult: 6} (1)\n" },
    { .name = "a unit above the table in a sentence",
      .text =
          "Trade\nAll figures are in millions of U.S. dollars\n\nyear,partner,value\n2022,CHN,5\n",
      .rows =
          "tidy: partner\n2022 5 | CHN\n"
          "! line 2 says 'millions of U.S. dollars', which is not taken over; if the values are "
          "so, say it with set: {unit: USD, unit_mult: 6} (1)\n" },
    { .name = "a unit above years, in Russian",
      .text = "тыс. долларов США\nстрана,2021,2022\nКитай,5,6\n",
      .rows = "tidy: reporter\n2021 5 | CHN\n2022 6 | CHN\n"
              "! line 1 says 'тыс. долларов США', which is not taken over; if the values are so, "
              "say it with set: {unit: USD, unit_mult: 3} (1)\n" },
    { .name = "a power of ten above the table",
      .text = "Exports (in millions)\nyear,partner,value\n2022,CHN,5\n",
      .rows = "tidy: partner\n2022 5 | CHN\n"
              "! line 1 says 'millions', which is not taken over; if the values are so, say it "
              "with set: {unit_mult: 6} (1)\n" },
    { .name = "two units above the table",
      .text = "Value in million USD\nWeight in thousand tonnes\nyear,item,value\n2022,a,5\n",
      .rows = "tidy: item\n2022 5 | a\n"
              "! line 1 says 'million USD' and line 2 'thousand tonnes', which are not taken over; "
              "say what the values are in, with set: {unit: USD, unit_mult: 6} (1)\n" },
    { .name = "a unit above the table that its header repeats",
      .text = "Trade in million USD\nyear,partner,Value (USD million)\n2022,CHN,5\n",
      .rows = "tidy: unit partner\n2022 5 e6 | USD, CHN\n" },
    { .name = "a power above the table that its header lacks",
      .text = "Trade in million USD\nyear,partner,Value (USD)\n2022,CHN,5\n",
      .rows = "tidy: unit partner\n2022 5 | USD, CHN\n"
              "! line 1 says 'million USD', which is not taken over; if the values are so, say it "
              "with set: {unit: USD, unit_mult: 6} (1)\n" },
    { .name = "a unit above the table, given",
      .text = "Trade in million USD\nyear,partner,value\n2022,CHN,5\n",
      .options = { .constants = thousands, .n_constants = 2 },
      .rows = "tidy: unit partner\n2022 5 e3 | USD, CHN\n" },
    { .name = "titles that mention no unit",
      .text = "ALL trade with the euro area\nHS 1000, top 100 in "
              "2023\nyear,partner,value\n2022,CHN,5\n",
      .rows = "tidy: partner\n2022 5 | CHN\n" },
    /* Ranks. */
    { .name = "ranks in a short table",
      .text = "Rank,partner,year,value\n1,CHN,2022,9\n2,RUS,2022,7\n",
      .rows = "tidy: partner\n2022 9 | CHN\n2022 7 | RUS\n"
              "! the numbers of the column 'Rank' are skipped; if they are the values, say so with "
              "columns: {value: Rank} (1)\n" },
    { .name = "numbers of rows, in Russian",
      .text = "№,страна,год,значение\n1,Китай,2022,9\n2,Россия,2022,7\n",
      .rows = "tidy: reporter\n2022 9 | CHN\n2022 7 | RUS\n"
              "! the numbers of the column '№' are skipped; if they are the values, say so with "
              "columns: {value: №} (1)\n" },
    { .name = "numbers of rows, in Russian words",
      .text = "№ п/п,страна,2021,2022\n1,Китай,9,8\n2,Россия,7,6\n",
      .rows =
          "tidy: reporter\n2021 9 | CHN\n2022 8 | CHN\n2021 7 | RUS\n2022 6 | RUS\n"
          "! the numbers of the column '№ п/п' are skipped; if they are the values, say so with "
          "columns: {value: № п/п} (1)\n" },
    { .name = "places",
      .text = "Место,страна,2021,2022\n1,Китай,9,8\n2,Россия,7,6\n",
      .rows =
          "tidy: reporter\n2021 9 | CHN\n2022 8 | CHN\n2021 7 | RUS\n2022 6 | RUS\n"
          "! the numbers of the column 'Место' are skipped; if they are the values, say so with "
          "columns: {value: Место} (1)\n" },
    { .name = "ranks in Chinese",
      .text = "排名,国家,2021,2022\n1,中国,9,8\n2,俄罗斯,7,6\n",
      .rows = "tidy: reporter\n2021 9 | CHN\n2022 8 | CHN\n2021 7 | RUS\n2022 6 | RUS\n"
              "! the numbers of the column '排名' are skipped; if they are the values, say so with "
              "columns: {value: 排名} (1)\n" },
    { .name = "ranks beside columns of values",
      .text = "rank,partner,year,exports,imports\n12,CHN,2022,9,8\n3,RUS,2022,7,6\n",
      .rows = "tidy: flow partner\n2022 9 | exports, CHN\n2022 8 | imports, CHN\n"
              "2022 7 | exports, RUS\n2022 6 | imports, RUS\n"
              "! the numbers of the column 'rank' are skipped; if they are the values, say so with "
              "columns: {value: rank} (1)\n" },
    { .name = "figures beside values, with a unit behind a word that is not understood",
      .text = "year,bananas (kg),value (USD)\n2021,276,5\n2022,281,6\n",
      .rows =
          "tidy: unit\n2021 5 | USD\n2022 6 | USD\n"
          "! the numbers of the column 'bananas (kg)' are skipped; if they are the values, say so "
          "with columns: {value: bananas (kg)} (1)\n" },
    { .name = "nothing but ranks",
      .text = "partner,year,rank\nCHN,2022,12\nRUS,2022,3\nUSA,2022,1\n",
      .rows =
          "tidy: series partner\n2022 12 | rank, CHN\n2022 3 | rank, RUS\n2022 1 | rank, USA\n" },
    { .name = "places that are no ranks",
      .text = "place,year,value\nAlmaty,2022,9\nAstana,2022,7\n",
      .rows = "tidy: place\n2022 9 | Almaty\n2022 7 | Astana\n" },
    { .name = "whole numbers in a short table that may be figures",
      .text = "year,partner,value,firms\n2022,CHN,9,120\n2022,RUS,7,95\n",
      .rows = "tidy: partner firms\n2022 9 | CHN, 120\n2022 7 | RUS, 95\n"
              "! the numbers of the column 'firms' are taken for members, which makes each row a "
              "series of its own; if they are codes, say so with columns: {firms: firms} (1)\n" },
    { .name = "whole numbers that are codes, as said",
      .text = "year,value,firms\n2022,9,120\n2022,7,95\n",
      .options = { .columns = (const sheaf_column[]){ { "firms", "firms" } }, .n_columns = 1 },
      .rows = "tidy: firms\n2022 9 | 120\n2022 7 | 95\n" },
    /* Notes. */
    { .name = "notes of some rows do not split a series",
      .text = "year,value,Note\n2021,5,\n2022,6,revised\n",
      .rows = "tidy:\n2021 5 |\n2022 6 |\n"
              "! the notes in the column 'Note' are skipped; if they tell rows apart, say so with "
              "columns: {note: Note} (1)\n" },
    { .name = "notes beside years, in Russian",
      .text = "страна,2021,2022,Примечание\nКитай,5,6,оценка\n",
      .rows = "tidy: reporter\n2021 5 | CHN\n2022 6 | CHN\n"
              "! the notes in the column 'Примечание' are skipped; if they tell rows apart, say "
              "so with columns: {note: Примечание} (1)\n" },
    { .name = "notes in Chinese",
      .text = "年份,金额,备注\n2021,5,\n2022,6,初步\n",
      .rows = "tidy:\n2021 5 |\n2022 6 |\n"
              "! the notes in the column '备注' are skipped; if they tell rows apart, say so with "
              "columns: {note: 备注} (1)\n" },
    { .name = "notes that tell rows apart",
      .text = "year,value,Note\n2021,5,a\n2021,6,b\n",
      .options = { .columns = (const sheaf_column[]){ { "Note", "note" } }, .n_columns = 1 },
      .rows = "tidy: note\n2021 5 | a\n2021 6 | b\n" },
    /* Units of quantities. */
    { .name = "a unit beside a quantity",
      .text = "period,partner,Value (USD),Quantity,Unit\n2023,CHN,5000,100,kgs\n"
              "2023,RUS,4000,5,thousand tonnes\n",
      .rows = "tidy: indicator unit partner\n2023 5000 | value, USD, CHN\n"
              "2023 100 | quantity, kg, CHN\n2023 4000 | value, USD, RUS\n"
              "2023 5 e3 | quantity, t, RUS\n" },
    { .name = "a unit beside a quantity, and values in none",
      .text = "period,Value,Quantity,Unit\n2023,5000,100,kg\n",
      .rows = "tidy: indicator unit\n2023 5000 | value, \n2023 100 | quantity, kg\n" },
    { .name = "a currency and a unit",
      .text = "period,Value,Currency,Quantity,Unit\n2023,5000,USD,100,kg\n",
      .rows = "tidy: indicator unit\n2023 5000 | value, USD\n2023 100 | quantity, kg\n" },
    { .name = "a unit of the quantity and not of the weight",
      .text = "period,Value (USD),Net weight (kg),Quantity,Unit\n2023,5000,100,3,items\n",
      .rows = "tidy: indicator unit\n2023 5000 | value, USD\n2023 100 | net weight, kg\n"
              "2023 3 | quantity, items\n" },
    { .name = "a power of ten of the money",
      .text = "period,Value,Net weight (kg)\n2023,5000,100\n",
      .options = { .constants = thousands, .n_constants = 2 },
      .rows = "tidy: unit indicator\n2023 5000 e3 | USD, value\n2023 100 | kg, net weight\n" },
    { .name = "a unit that contradicts the header",
      .text = "period,Value (USD),Unit\n2023,5000,kg\n",
      .rows =
          "tidy: unit\n2023 5000 | USD\n"
          "! 'kg' in the column 'Unit' is no unit of 'Value (USD)', whose header names its own; "
          "the column is skipped; if it is right, say columns: {unit: Unit, value: Value (USD)} "
          "(1)\n" },
    /* Columns of powers. */
    { .name = "powers in words, a column a year",
      .text = "country,SCALE,2022,2023\nKazakhstan,Millions,13200,14700\n"
              "China,Units,11000000000,16800000000\n",
      .rows = "tidy: reporter\n2022 13200 e6 | KAZ\n2023 14700 e6 | KAZ\n"
              "2022 11000000000 | CHN\n2023 16800000000 | CHN\n" },
    { .name = "powers in words, a row a figure",
      .text = "year,value,PowerCode\n2022,5,Thousands\n2023,6,Units\n",
      .rows = "tidy:\n2022 5 e3 |\n2023 6 |\n" },
    { .name = "powers as exponents",
      .text = "year,value,scale\n2022,5,3\n2023,6,0\n",
      .rows = "tidy:\n2022 5 e3 |\n2023 6 |\n" },
    { .name = "powers written out",
      .text = "year,value,Multiplier\n2022,5,1000\n2023,6,1\n2024,7,10\n",
      .rows = "tidy:\n2022 5 e3 |\n2023 6 |\n2024 7 e1 |\n" },
    { .name = "a power that may be a factor",
      .text = "year,value,scale\n2022,5,1\n",
      .message = "trade.csv:2:8: error: '1' may be the number that the values are multiplied by, "
                 "or a power of ten; give the power and leave the column 'scale' out, with set: "
                 "{unit_mult: 0}" },
    { .name = "a power that is none",
      .text = "year,value,scale\n2022,5,Thousands\n2023,6,many\n",
      .message = "trade.csv:3:8: error: 'many' is no power of ten; a whole number from -15 to 24 "
                 "is expected, or a word such as Millions" },
    { .name = "a scale of something else",
      .text = "year,value,scale\n2022,5,regional\n",
      .rows = "tidy: scale\n2022 5 | regional\n" },
    /* Stated growth. */
    { .name = "growth beside years",
      .text = "Commodity,2021,2022,%Growth\nFuels,67.1,97.2,44.9\nGems,39.1,38.2,-2.3\n",
      .rows = "tidy: product\n2021 67.1 | Fuels\n2022 97.2 g44.9 | Fuels\n2021 39.1 | Gems\n"
              "2022 38.2 g-2.3 | Gems\n" },
    { .name = "growth of the years in its headers",
      .text = "country,2020,2021,2022,Growth 2021,\"2022/2021, %\"\nKenya,10,11,22,10,100\n",
      .rows = "tidy: reporter\n2020 10 | KEN\n2021 11 g10 | KEN\n2022 22 g100 | KEN\n" },
    { .name = "growth of months in words",
      .text = "country;2023-04;2024-04;2024-04, \u0440\u043e\u0441\u0442, %\nKenya;10;11;10\n",
      .rows = "tidy: reporter\n2023-04 10 | KEN\n2024-04 11 g10 | KEN\n" },
    { .name = "a ratio that looks like growth",
      .text =
          "country,2021,2022,\"\u0440\u043e\u0441\u0442, %\"\nKenya,10,11,110\nChina,20,19,95\n",
      .rows = "tidy: reporter\n2021 10 | KEN\n2022 11 | KEN\n2021 20 | CHN\n2022 19 | CHN\n"
              "! the column '\u0440\u043e\u0441\u0442, %' is skipped: its numbers are per cent of "
              "the earlier value, no growth; Sheaf computes growth from the values (1)\n" },
    { .name = "a growth on the month before",
      .text = "country,2024-03,2024-04,Change %\nKenya,10,11,10\n",
      .rows = "tidy: reporter\n2024-03 10 | KEN\n2024-04 11 | KEN\n"
              "! the column 'Change %' is skipped: its numbers are the growth on the period just "
              "before, not on the year before (1)\n" },
    { .name = "a change over several years",
      .text = "country,2019,2022,2022/2019 %\nKenya,10,11,10\n",
      .rows = "tidy: reporter\n2019 10 | KEN\n2022 11 | KEN\n"
              "! the column '2022/2019 %' is skipped: it compares years that do not follow each "
              "other; Sheaf computes growth from the values (1)\n" },
    { .name = "the growth of one of two flows",
      .text = "year,exports,imports,exports_growth_pct\n2022,5,7,2.5\n",
      .rows = "tidy: flow\n2022 5 g2.5 | exports\n2022 7 | imports\n" },
    { .name = "the growth of each of two flows",
      .text = "year,exports,imports,exports growth %,imports growth %\n2022,5,7,2.5,-1\n",
      .rows = "tidy: flow\n2022 5 g2.5 | exports\n2022 7 g-1 | imports\n" },
    { .name = "a growth of nobody knows which",
      .text = "year,exports,imports,growth_pct\n2022,5,7,2.5\n",
      .rows = "tidy: flow\n2022 5 | exports\n2022 7 | imports\n"
              "! the column 'growth_pct' is skipped: it may be the growth of several columns, of "
              "which its header names none (1)\n" },
    /* Codes. */
    { .name = "codes beside years",
      .text = "Area Code,country,Item Code,Element,2020,2021\n108,Kenya,15,Export Value,5,6\n",
      .rows = "tidy: Area Code reporter Item Code Element\n2020 5 | 108, KEN, 15, Export Value\n"
              "2021 6 | 108, KEN, 15, Export Value\n" },
    { .name = "codes beside series",
      .text = "year,CO_NCM,item_id,hs6,wheat,rice\n2022,10,4,7,1.5,2\n",
      .rows = "tidy: series CO_NCM item_id product\n2022 1.5 | wheat, 10, 4, 7\n"
              "2022 2 | rice, 10, 4, 7\n" },
    { .name = "codes with leading zeros",
      .text = "year,chapter,foo\n2022,01,5\n2022,10,6\n",
      .rows = "tidy: series chapter\n2022 5 | foo, 01\n2022 6 | foo, 10\n" },
    { .name = "codes that look like years",
      .text = "obs,Element Code,amount\n2022,1910,5\n2023,1910,6\n",
      .rows = "tidy: Element Code\n2022 5 | 1910\n2023 6 | 1910\n" },
    { .name = "customs codes of countries beside names",
      .text = "period,\u8d38\u6613\u4f19\u4f34\u7f16\u7801,\u8d38\u6613\u4f19\u4f34"
              "\u540d\u79f0,\u7f8e\u5143\n202401,304,\u5fb7\u56fd,10\n202401,116,\u65e5\u672c,20\n",
      .rows = "tidy: unit partner\n2024-01 10 | USD, DEU\n2024-01 20 | USD, JPN\n" },
    { .name = "numbers of countries that are not all those of ISO",
      .text = "period,partner,value\n2024,304,10\n2024,116,20\n2024,502,5\n",
      .rows = "tidy: partner\n2024 10 | 304\n2024 20 | 116\n2024 5 | 502\n" },
    { .name = "numbers of countries that are those of ISO",
      .text = "period,partner,value\n2024,156,10\n2024,643,20\n2024,4,5\n",
      .rows = "tidy: partner\n2024 10 | CHN\n2024 20 | RUS\n2024 5 | AFG\n" },
    { .name = "numbers of flows, which differ from office to office",
      .text = "period,flow,value\n2024,1,10\n2024,2,20\n",
      .rows = "tidy: flow\n2024 10 | 1\n2024 20 | 2\n"
              "! '1' is a flow's number, which stands for imports at one office and for exports at "
              "another; it is kept as it is (2)\n" },
    { .name = "a missing partner among names",
      .text = "partner,year,value\nChina,2022,10\nGermany,2022,5\nNA,2022,3\nNA,2023,4\n",
      .rows = "tidy: partner\n2022 10 | CHN\n2022 5 | DEU\n2022 3 | _X\n2023 4 | _X\n"
              "! 'NA' is taken for a mark of a missing country, not for Namibia, as its column has "
              "no other "
              "codes of two letters; Namibia would be NAM (1)\n" },
    { .name = "a missing partner among alpha-3 codes, a column a year",
      .text = "partner,2022,2023\nCHN,10,11\nDEU,5,6\nNA,3,4\n",
      .rows = "tidy: partner\n2022 10 | CHN\n2023 11 | CHN\n2022 5 | DEU\n2023 6 | DEU\n"
              "2022 3 | _X\n2023 4 | _X\n"
              "! 'NA' is taken for a mark of a missing country, not for Namibia, as its column has "
              "no other "
              "codes of two letters; Namibia would be NAM (1)\n" },
    { .name = "a missing partner among names of two letters",
      .text = "partner,year,value\nUK,2022,10\nUS,2022,5\nFrance,2022,3\nNA,2022,4\n",
      .rows = "tidy: partner\n2022 10 | GBR\n2022 5 | USA\n2022 3 | FRA\n2022 4 | _X\n"
              "! 'NA' is taken for a mark of a missing country, not for Namibia, as its column has "
              "no other "
              "codes of two letters; Namibia would be NAM (1)\n" },
    { .name = "nothing but NA",
      .text = "partner,year,value\nWorld,2022,10\nNA,2022,4\n",
      .rows = "tidy: partner\n2022 10 | WLD\n2022 4 | _X\n"
              "! 'NA' is taken for a mark of a missing country, not for Namibia, as its column has "
              "no other "
              "codes of two letters; Namibia would be NAM (1)\n" },
    { .name = "Namibia among alpha-2 codes, in either case",
      .text = "partner,year,value\nCN,2022,10\nDE,2022,5\nNA,2022,3\nWorld,2022,18\n",
      .rows = "tidy: partner\n2022 10 | CHN\n2022 5 | DEU\n2022 3 | NAM\n2022 18 | WLD\n" },
    { .name = "Namibia in lower case",
      .text = "partner,year,value\ncn,2022,10\nde,2022,5\nna,2022,3\n",
      .rows = "tidy: partner\n2022 10 | CHN\n2022 5 | DEU\n2022 3 | NAM\n" },
    { .name = "a name beside NA",
      .text = "partner,partner name,year,value\nNA,Namibia,2022,3\n",
      .rows = "tidy: partner\n2022 3 | NAM\n" },
    { .name = "words for missing partners",
      .text = "partner,year,value\nChina,2021,1\nNaN,2022,2\n<NA>,2023,3\nNone,2024,4\n",
      .rows = "tidy: partner\n2021 1 | CHN\n2022 2 | _X\n2023 3 | _X\n2024 4 | _X\n"
              "! 'NaN' is no country; it is taken for a mark of a missing one (3)\n" },
    { .name = "a code that is a word, among names",
      .text = "partner,year,value\nChina,2022,10\nGermany,2022,5\nNo,2022,3\n",
      .rows = "tidy: partner\n2022 10 | CHN\n2022 5 | DEU\n2022 3 | NOR\n"
              "! 'No' is taken for the code of a country, though the others of its column are not "
              "codes of two letters (1)\n" },
    { .name = "codes of two letters that are not those of ISO",
      .text = "period,country code,country name,value\n2024,CH,China,10\n2024,GM,Germany,20\n",
      .rows = "tidy: reporter\n2024 10 | CHN\n2024 20 | DEU\n" },
    /* Units in cells. */
    { .name = "a sign of a currency in cells",
      .text = "year,value\n2022,$12\n2023,n/a\n2024,-$7.5 p\n",
      .rows = "tidy: unit\n2022 12 | USD\n2023 - O | USD\n2024 -7.5 P | USD\n" },
    { .name = "a unit behind numbers, a column a year",
      .text = "country;2022;2023\nKenya;12 kg;13 kg\n",
      .rows = "tidy: unit reporter\n2022 12 | kg, KEN\n2023 13 | kg, KEN\n" },
    { .name = "per cent behind numbers",
      .text = "year,share\n2022,12%\n2023,7%\n",
      .rows = "tidy: series unit\n2022 12 | share, %\n2023 7 | share, %\n" },
    { .name = "a sign that the column has already",
      .text = "year,value,unit\n2022,\u20ac12,EUR\n",
      .rows = "tidy: unit\n2022 12 | EUR\n" },
    { .name = "a sign of another currency",
      .text = "year,value,unit\n2022,$12,EUR\n",
      .message = "trade.csv:2:6: error: '$12' is in USD, and the unit of the row is EUR; correct "
                 "one of the two" },
    { .name = "two currencies in a column",
      .text = "year,value\n2022,$12\n2023,\u20ac13\n",
      .message =
          "trade.csv:2:6: error: '$12' is in USD, and other values of the column say no unit; "
          "give it for all, with set: {unit: USD}" },
    { .name = "a power of ten in a cell",
      .text = "year,value\n2022,3 mln\n",
      .message = "trade.csv:2:6: error: '3 mln' has a power of ten; write the number out, or the "
                 "power in a column of its own (unit_mult)" },
    /* Digits. */
    { .name = "whole numbers that a double holds",
      .text = "year,value\n2022,9007199254740993e0\n2023,1234567890123456\n"
              "2024,100000000000000000000\n2025,9007199254740994\n",
      .rows = "tidy:\n2022 9007199254740992 |\n2023 1234567890123456 |\n"
              "2024 100000000000000000000 |\n2025 9007199254740994 |\n"
              "! '9007199254740993e0' has more digits than are kept (15 to 17); it is read as "
              "9007199254740992 (1)\n" },
    { .name = "whole numbers that a double does not hold",
      .text = "year;amount\n2022;12 345 678 901 234 567 890\n2023;9007199254740993\n",
      .rows = "tidy:\n2022 12345678901234567168 |\n2023 9007199254740992 |\n"
              "! '12 345 678 901 234 567 890' has more digits than are kept (15 to 17); it is read "
              "as 1.2345678901234567e+19 (2)\n" },
    { .name = "a point that may stand for thousands under a header of values",
      .text = "year;value\n2022;1.234\n",
      .message = "trade.csv:2:6: error: '1.234' can be read in two ways; say which mark is the "
                 "decimal one, with decimal: '.' or ','" },
    /* Flows in the texts of indicators. */
    { .name = "flows in indicators",
      .text = "year,indicator,value\n2022,\"Exports of goods, US dollar\",5\n"
              "2022,\"Imports of goods, US dollar\",6\n2022,Tariff,7\n",
      .rows = "tidy: indicator flow\n2022 5 | Exports of goods, US dollar, exports\n"
              "2022 6 | Imports of goods, US dollar, imports\n2022 7 | Tariff, \n" },
    /* Figures that are no values. */
    { .name = "whole numbers beside values that differ from row to row",
      .text = "year,value,visitors\n2015,1,98\n2016,2,105\n2017,3,110\n2018,4,87\n2019,5,1200\n"
              "2020,6,12\n2021,7,55\n2022,8,61\n",
      .rows = "tidy:\n2015 1 |\n2016 2 |\n2017 3 |\n2018 4 |\n2019 5 |\n2020 6 |\n2021 7 |\n"
              "2022 8 |\n! the numbers of the column 'visitors' are skipped; if they are the "
              "values, say so with columns: {value: visitors} (1)\n" },
    /* Names of columns. */
    { .name = "a column beside flows",
      .text = "year,gdp,exports,imports\n2020,171,47,38\n",
      .rows = "tidy: series flow\n2020 171 | gdp, \n2020 47 | exports, exports\n"
              "2020 38 | imports, imports\n" },
};

static void test_reads_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < LENGTH(readings); i++)
        check_reading(&readings[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads_rows),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

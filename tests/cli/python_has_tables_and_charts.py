"""python_has_tables_and_charts.py - samples/python/sheaf.py: tables, series and charts, failures as
exceptions, memory that is given back, threads. Nothing but the standard library is needed.

    SHEAF_LIBRARY=… python3 tests/cli/python_has_tables_and_charts.py
"""
import concurrent.futures
import gc
import os
import resource
import sys
import tempfile
import unittest
import xml.dom.minidom

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../samples/python"))
import sheaf  # noqa: E402

TRADE = """period,partner,flow,unit,value,unit_mult
2022,CHN,exports,USD,12.5,9
2023,CHN,exports,USD,14.75,9
2022,DEU,exports,USD,3,9
2023,DEU,exports,USD,2.25,9
"""
EXPORTS = "top(exports, by: partner)"


class Python(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = os.path.join(cls.folder.name, "trade.csv")
        with open(cls.path, "w", encoding="utf-8") as file:
            file.write(TRADE)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def table(self, **options):
        return sheaf.Table(self.path, **options)

    def test_a_file_is_a_table(self):
        table = self.table()
        self.assertEqual(len(table), 4)
        self.assertEqual(table.dimensions["partner"], ["CHN", "DEU"])
        self.assertEqual(table.to("csv").decode(), TRADE)
        self.assertEqual(table.warnings, [])

    def test_options_say_what_columns_are(self):
        table = self.table(columns={"partner": "reporter"}, constants={"partner": "KAZ"})
        self.assertEqual(table.dimensions["reporter"], ["CHN", "DEU"])
        self.assertEqual([name for name in table.dimensions["partner"] if name], ["KAZ"])
        self.assertEqual(len(self.table(values=["value"], dimensions=["partner"])), 4)

    def test_a_table_takes_its_own_stream(self):
        table = sheaf.Table(self.table())
        self.assertEqual(table.to("csv").decode(), TRADE)

    def test_expressions_give_series(self):
        series = self.table()["data[partner: CHN]", "growth(data[partner: CHN])"]
        self.assertEqual(len(series), 2)
        self.assertIn(b"growth", sheaf.Table(series).to("csv"))
        self.assertEqual(len(series.names), 2)

    def test_charts_are_pictures(self):
        chart = sheaf.Chart(self.table()[EXPORTS], type="lines", title="Exports & more",
                            language="en", width=400, height=300)
        data, size = chart._repr_png_()
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(int.from_bytes(data[16:20], "big"), 800)
        self.assertEqual(size, {"width": 400, "height": 300})
        self.assertEqual(xml.dom.minidom.parseString(chart._repr_svg_()).documentElement.tagName,
                         "svg")
        path = os.path.join(self.folder.name, "chart.pdf")
        chart.write(path)
        with open(path, "rb") as file:
            self.assertEqual(file.read(5), b"%PDF-")

    def test_failures_are_exceptions(self):
        bad = os.path.join(self.folder.name, "bad.csv")
        with open(bad, "w", encoding="utf-8") as file:
            file.write("period,value\n2023,twelve\n")
        with self.assertRaises(sheaf.Error) as caught:
            sheaf.Table(bad)
        self.assertEqual(caught.exception.line, 2)
        self.assertIn("'twelve' is not a number", caught.exception.message)
        self.assertIn("bad.csv:2:6: error: ", str(caught.exception))
        with self.assertRaisesRegex(sheaf.Error, "No such file"):
            sheaf.Table("/nowhere/trade.csv")
        with self.assertRaisesRegex(sheaf.Error, "no use for a query"):
            sheaf.Table(self.table(), query="SELECT 1")
        with self.assertRaises(sheaf.Error):
            self.table()["exports +"]
        with self.assertRaises(sheaf.Error):
            sheaf.Chart(self.table()[EXPORTS], width=1, height=1).to("png")
        with self.assertRaises(TypeError):
            sheaf.Table(7)
        with self.assertRaisesRegex(TypeError, "sorted"):
            self.table(sorted=True)
        with self.assertRaises(ValueError):
            sheaf.Chart(type="baars")
        with self.assertRaises(ValueError):
            self.table().to("docx")
        with self.assertRaises(ValueError):
            sheaf.Chart(self.table()[EXPORTS]).write("chart.docx")

    def use_everything(self):
        table = self.table()
        table.__arrow_c_stream__()  # nobody takes it
        again = sheaf.Table(table)
        sheaf.Chart(again[EXPORTS], width=300, height=200).to("svg")
        try:
            table["nothing"]
        except sheaf.Error:
            pass

    def test_memory_is_given_back(self):
        def used():
            gc.collect()
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

        for _ in range(100):
            self.use_everything()
        before = used()
        for _ in range(800):
            self.use_everything()
        self.assertLess(used() - before, 1024)  # KiB: a list of series that is kept is 2 a round

    def test_threads_share_tables_and_charts(self):
        table = self.table()
        chart = sheaf.Chart(table[EXPORTS], width=300, height=200)
        expected = chart.to("svg")

        def draw(number):
            own = sheaf.Chart(sheaf.Table(self.path)[EXPORTS], width=300, height=200)
            return (own if number % 2 else chart).to("svg")

        with concurrent.futures.ThreadPoolExecutor(8) as threads:
            for drawn in threads.map(draw, range(64)):
                self.assertEqual(drawn, expected)


if __name__ == "__main__":
    unittest.main()

"""arrow_of_others.py - data frames of PyArrow, Polars, DuckDB and pandas are read with the figures of the
CSV that they were read from, and take tables back. tests/readers/arrow_of_others runs it."""
import csv
import decimal
import glob
import io
import os
import sys
import unittest

import duckdb
import pandas
import polars
import pyarrow
import pyarrow.compute
import pyarrow.csv

SOURCE = os.path.join(os.path.dirname(__file__), "../..")
sys.path.insert(0, os.path.join(SOURCE, "samples/python"))
import sheaf  # noqa: E402

OPTIONS = {"uk-concentration.csv": {"x": "number"}}
FILES = sorted(glob.glob(os.path.join(SOURCE, "samples/*/*.csv")))


class OnlyArray:
    """What offers a batch, and no stream."""

    def __init__(self, batch):
        self.__arrow_c_array__ = batch.__arrow_c_array__


def figures(table):
    """Rows without what a column of doubles cannot know: how many decimals were written."""
    rows = csv.DictReader(io.StringIO(table.to("csv").decode()))
    return [{key: float(text) if key in ("value", "growth_pct") and text else text
             for key, text in row.items() if key != "decimals"} for row in rows]


READERS = {
    "polars": lambda path: polars.read_csv(path, infer_schema_length=None),
    "pyarrow": pyarrow.csv.read_csv,
    "pandas": lambda path: pandas.read_csv(path, keep_default_na=False, na_values=[""]),
    "duckdb": lambda path: duckdb.sql(f"SELECT * FROM read_csv('{path}', sample_size = -1)"),
}


class Frames(unittest.TestCase):
    def test_figures_are_those_of_the_csv(self):
        self.assertGreater(len(FILES), 2)
        for path in FILES:
            options = OPTIONS.get(os.path.basename(path), {})
            expected = figures(sheaf.Table(path, **options))
            for name, read in READERS.items():
                with self.subTest(name, path=os.path.basename(path)):
                    frame = read(path)
                    self.assertEqual(figures(sheaf.Table(frame, **options)), expected)

    def test_tables_are_taken_back(self):
        for path in FILES:
            if os.path.basename(path) in OPTIONS:
                continue  # plain numbers in place of periods
            table = sheaf.Table(path)
            expected = figures(table)
            batch = pyarrow.table(table)
            batch.validate(full=True)
            self.assertEqual(figures(sheaf.Table(batch)), expected)
            self.assertEqual(figures(sheaf.Table(polars.DataFrame(table))), expected)
            self.assertEqual(figures(sheaf.Table(pandas.DataFrame.from_arrow(table))), expected)
            self.assertEqual(figures(sheaf.Table(duckdb.sql("SELECT * FROM batch"))), expected)

    def check(self, rows, frame, **options):
        self.assertEqual(sheaf.Table(frame, **options).to("csv").decode().splitlines()[1:], rows)

    def test_pyarrow_has_every_type(self):
        values = {
            pyarrow.int8(): (1, "1"), pyarrow.uint64(): (5, "5"), pyarrow.float16(): (1.5, "1.5"),
            pyarrow.float32(): (14.7, "14.7"), pyarrow.float64(): (14.7, "14.7"),
            pyarrow.string(): ("12.50", "12.50"), pyarrow.large_string(): ("12.50", "12.50"),
            pyarrow.string_view(): ("12.50", "12.50"),
            pyarrow.dictionary(pyarrow.int16(), pyarrow.string()): ("12.50", "12.50"),
        }
        for type, (value, text) in values.items():
            with self.subTest(str(type)):
                frame = pyarrow.table({"year": [2022, 2023],
                                       "value": pyarrow.array([value, None], type)})
                self.check([f"2022,{text},A", "2023,,O"], frame)
        for type in (pyarrow.decimal32(9, 3), pyarrow.decimal64(18, 3), pyarrow.decimal128(38, 3),
                     pyarrow.decimal256(76, 3)):
            with self.subTest(str(type)):
                numbers = [decimal.Decimal("-1234.500"), decimal.Decimal("0.001")]
                frame = pyarrow.table({"year": [2022, 2023],
                                       "value": pyarrow.array(numbers, type)})
                self.check(["2022,-1234.500", "2023,0.001"], frame)

    def test_slices_chunks_and_batches(self):
        years = pyarrow.table({"year": list(range(2000, 2020)), "ship": ["a long name", None] * 10,
                               "value": list(range(20))})
        self.check(["2007,,7", "2008,a long name,8"], years.slice(7, 2))
        chunks = pyarrow.concat_tables([years.slice(0, 3), years.slice(3, 0), years.slice(18, 2)])
        self.assertEqual(len(sheaf.Table(chunks)), 5)
        batch = years.to_batches()[0].slice(19)
        self.check(["2019,,19"], OnlyArray(batch))

    def test_periods_are_dates(self):
        months = pandas.DataFrame({"date": pandas.date_range("2023-11-01", periods=3, freq="MS"),
                                   "value": [1.5, None, 3]})
        self.check(["2023-11,1.5,A", "2023-12,,O", "2024-01,3,A"], months)
        self.check(["2023-11,1.5,A", "2023-12,,O", "2024-01,3,A"], polars.from_pandas(months))
        dates = duckdb.sql("SELECT DATE '2023-01-31' + n::INT AS date, n AS value FROM range(2) t(n)")
        self.check(["2023-01-31,0", "2023-02-01,1"], dates)
        local = months.assign(date=months["date"].dt.tz_localize("Asia/Almaty"))
        with self.assertRaisesRegex(sheaf.Error, "its times are in a time zone"):
            sheaf.Table(local)

    def test_duckdb_has_decimals_and_enums(self):
        frame = duckdb.sql("SELECT 2023 AS year, 'CHN'::ENUM('DEU', 'CHN') AS partner, "
                           "12.50::DECIMAL(9, 2) AS value")
        self.check(["2023,CHN,12.50"], frame)
        wide = duckdb.sql("SELECT 2023 AS year, 12345678901::HUGEINT AS value")
        self.check(["2023,12345678901"], wide)

    def test_categories_are_dictionaries(self):
        frame = polars.DataFrame({"year": [2022, 2023], "partner": ["CHN", None], "value": [1, 2]},
                                 schema_overrides={"partner": polars.Categorical})
        self.check(["2022,CHN,1", "2023,,2"], frame)
        self.check(["2022,CHN,1", "2023,,2"],
                   frame.to_pandas().astype({"partner": "category"}))

    def test_what_is_nested_is_refused(self):
        frame = polars.DataFrame({"year": [2023], "value": [1], "ports": [["a", "b"]]})
        with self.assertRaisesRegex(sheaf.Error, "'ports' .* it is nested"):
            sheaf.Table(frame)
        self.check(["2023,1"], frame, columns={"ports": ""})

    def test_a_stream_that_fails_is_told(self):
        schema = pyarrow.schema([("year", pyarrow.int32()), ("value", pyarrow.int32())])

        def batches():
            yield pyarrow.record_batch([pyarrow.array([2023], pyarrow.int32())] * 2, schema=schema)
            raise ValueError("the disk is gone")

        with self.assertRaisesRegex(sheaf.Error, "cannot read the next batch: .*the disk is gone"):
            sheaf.Table(pyarrow.RecordBatchReader.from_batches(schema, batches()))

    def test_memory_is_given_back(self):
        frame = pyarrow.table({"year": list(range(1000, 9000)), "value": [1.5] * 8000})
        sheaf.Table(frame)
        before = pyarrow.total_allocated_bytes()
        for _ in range(50):
            sheaf.Table(frame)
            with self.assertRaises(sheaf.Error):
                sheaf.Table(frame, period="month")
        self.assertEqual(pyarrow.total_allocated_bytes(), before)


if __name__ == "__main__":
    unittest.main()

"""Sheaf in Python: one file, the standard library only, over libsheaf's C interface by ctypes.

    import polars, sheaf

    frame = polars.DataFrame({"year": [2021, 2022, 2023], "exports": [6.9, 10.5, 14.8]})
    table = sheaf.Table(frame, constants={"unit": "USD", "unit_mult": 9})
    chart = sheaf.Chart(table["exports"], type="bars", title="Exports more than doubled")
    chart                                   # a notebook shows it
    chart.write("exports.pdf")
    polars.DataFrame(table["exports", "growth(exports)"])

A Table is made of whatever offers Arrow's memory (__arrow_c_stream__ or __arrow_c_array__: PyArrow,
Polars, pandas from 2.2, DuckDB from 1.1, …) or of a file, and offers its own, so that these take it. Columns are
found by their names, as in a CSV with a row an observation: year, period or date, value, exports,
partner and so on; "columns" says what others are. The figures are read in place, not by way of text.

A failure is an Error with libsheaf's message. Objects free what they hold when Python does. Threads may
share all of this: a call gives up the interpreter's lock while it draws, and each chart has a lock of its own.

The library is the one that the environment variable SHEAF_LIBRARY names, or the installed one.
"""
import ctypes
import ctypes.util
import os
import threading
import weakref
from ctypes import POINTER, byref, c_bool, c_char, c_char_p, c_double, c_int, c_int64, c_size_t, c_void_p

__all__ = ["Chart", "Error", "Series", "Table", "version"]


# The structs of the headers ------------------------------------------------------------------


class _Error(ctypes.Structure):
    _fields_ = [("status", c_int), ("file", c_char * 256), ("line", c_size_t), ("column", c_size_t),
                ("length", c_size_t), ("message", c_char * 512), ("setting", c_size_t),
                ("setting_length", c_size_t), ("excerpt", c_char * 256)]


class _Warning(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("message", c_char_p), ("file", c_char_p), ("line", c_size_t),
                ("column", c_size_t), ("count", c_size_t), ("setting", c_size_t),
                ("setting_length", c_size_t), ("is_note", c_bool)]


class _Pair(ctypes.Structure):  # sheaf_filter; sheaf_column is alike
    _fields_ = [("first", c_char_p), ("second", c_char_p)]


class _Options(ctypes.Structure):
    _fields_ = [("size", c_size_t), ("format", c_char_p), ("encoding", c_char_p),
                ("separator", c_char_p), ("decimal", c_char_p), ("header", c_size_t),
                ("frequency", c_char_p), ("query", c_char_p), ("columns", POINTER(_Pair)),
                ("n_columns", c_size_t), ("constants", POINTER(_Pair)), ("n_constants", c_size_t),
                ("period", c_char_p), ("values", POINTER(c_char_p)), ("n_values", c_size_t),
                ("dimensions", POINTER(c_char_p)), ("n_dimensions", c_size_t),
                ("financial_year", c_char_p), ("sheet", c_char_p), ("dates", c_char_p),
                ("x", c_char_p)]


_write_function = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t)


class _Sink(ctypes.Structure):
    _fields_ = [("context", c_void_p), ("write", _write_function)]


class _Stream(ctypes.Structure):  # ArrowArrayStream
    _fields_ = [("get_schema", c_void_p), ("get_next", c_void_p), ("get_last_error", c_void_p),
                ("release", c_void_p), ("private_data", c_void_p)]


_release_function = ctypes.CFUNCTYPE(None, c_void_p)


# The library ---------------------------------------------------------------------------------


def _load():
    name = os.environ.get("SHEAF_LIBRARY") or ctypes.util.find_library("sheaf")
    if not name:
        raise ImportError("libsheaf is not installed; SHEAF_LIBRARY may name its file")
    library = ctypes.CDLL(name)
    text, pointer, error = c_char_p, c_void_p, POINTER(_Error)
    for function, result, *arguments in (
            ("sheaf_version", text),
            ("sheaf_error_text", c_size_t, error, c_char_p, c_size_t),
            ("sheaf_warning_text", c_size_t, POINTER(_Warning), c_char_p, c_size_t),
            ("sheaf_context_create", pointer, pointer),
            ("sheaf_table_read_with", pointer, pointer, text, POINTER(_Options)),
            ("sheaf_table_from_arrow_with", pointer, pointer, text, pointer, pointer,
             POINTER(_Options)),
            ("sheaf_table_from_arrow_stream_with", pointer, pointer, text, pointer,
             POINTER(_Options)),
            ("sheaf_table_to_arrow_stream", c_int, pointer, POINTER(_Stream), error),
            ("sheaf_table_from_series", pointer, pointer, text),
            ("sheaf_table_evaluate", pointer, pointer, text),
            ("sheaf_table_destroy", None, pointer),
            ("sheaf_table_error", error, pointer),
            ("sheaf_table_row_count", c_size_t, pointer),
            ("sheaf_table_dimension_count", c_size_t, pointer),
            ("sheaf_table_dimension", text, pointer, c_size_t),
            ("sheaf_table_member_count", c_size_t, pointer, text),
            ("sheaf_table_member", text, pointer, text, c_size_t),
            ("sheaf_table_warning_count", c_size_t, pointer),
            ("sheaf_table_warning", c_bool, pointer, c_size_t, POINTER(_Warning)),
            ("sheaf_data_format_named", c_bool, text, POINTER(c_int)),
            ("sheaf_table_write_sink", c_int, pointer, c_int, _Sink, error),
            ("sheaf_series_list_create", pointer, pointer),
            ("sheaf_series_list_append", None, pointer, pointer),
            ("sheaf_series_list_destroy", None, pointer),
            ("sheaf_series_list_error", error, pointer),
            ("sheaf_series_list_count", c_size_t, pointer),
            ("sheaf_series_list_at", pointer, pointer, c_size_t),
            ("sheaf_series_name", text, pointer),
            ("sheaf_chart_type_named", c_bool, text, POINTER(c_int)),
            ("sheaf_chart_create", pointer, pointer, c_int),
            ("sheaf_chart_destroy", None, pointer),
            ("sheaf_chart_error", error, pointer),
            ("sheaf_chart_set_title", None, pointer, text),
            ("sheaf_chart_set_subtitle", None, pointer, text),
            ("sheaf_chart_set_source", None, pointer, text),
            ("sheaf_chart_set_alternative", None, pointer, text),
            ("sheaf_chart_set_language", None, pointer, text),
            ("sheaf_chart_add", None, pointer, pointer),
            ("sheaf_chart_write_sink", c_int, pointer, c_int, _Sink, c_double, c_double, c_double)):
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


_sheaf = _load()
_context = _sheaf.sheaf_context_create(None)  # threads share it; it lives as long as the process

# Calls of Python's own interface keep the interpreter's lock.
_python = ctypes.PyDLL(None)
_python.PyCapsule_New.restype = ctypes.py_object
_python.PyCapsule_New.argtypes = [c_void_p, c_char_p, c_void_p]
_python.PyCapsule_GetPointer.restype = c_void_p
_python.PyCapsule_GetPointer.argtypes = [c_void_p, c_char_p]
_python.PyMem_RawCalloc.restype = c_void_p
_python.PyMem_RawCalloc.argtypes = [c_size_t, c_size_t]
_python.PyMem_RawFree.argtypes = [c_void_p]
_python.PyMem_RawFree.restype = None

_STREAM, _SCHEMA, _ARRAY = b"arrow_array_stream", b"arrow_schema", b"arrow_array"


def version():
    """The version of the library that runs."""
    return _sheaf.sheaf_version().decode()


class Error(Exception):
    """What failed, in the library's words, and where: status, file, line, column, message."""

    def __init__(self, error):
        size = 4096
        text = ctypes.create_string_buffer(size)
        _sheaf.sheaf_error_text(byref(error), text, size)
        super().__init__(text.value.decode())
        self.status = error.status
        self.file, self.message = error.file.decode(), error.message.decode()
        self.line, self.column = error.line, error.column


def _check(error):
    if error.status != 0:
        raise Error(error)


def _bytes(text):
    return None if text is None else os.fsencode(text)


def _pairs(mapping):
    return (_Pair * len(mapping))(*(_Pair(str(a).encode(), str(b).encode()) for a, b in mapping.items()))


def _texts(texts):
    return (c_char_p * len(texts))(*(text.encode() for text in texts))


def _read_options(columns=None, constants=None, values=(), dimensions=(), header=0, **others):
    options = _Options(size=ctypes.sizeof(_Options), header=header)
    unknown = others.keys() - {name for name, _ in _Options._fields_}
    if unknown:
        raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
    options.columns, options.n_columns = _pairs(columns or {}), len(columns or {})
    options.constants, options.n_constants = _pairs(constants or {}), len(constants or {})
    options.values, options.n_values = _texts(values), len(values)
    options.dimensions, options.n_dimensions = _texts(dimensions), len(dimensions)
    for name, value in others.items():
        setattr(options, name, None if value is None else str(value).encode())
    return options


def _written(write):
    """The bytes that a function writes into a sink, and what it returns."""
    parts = []

    def take(_context, address, n):
        parts.append(ctypes.string_at(address, n))
        return 0

    result = write(_Sink(None, _write_function(take)))
    return b"".join(parts), result


# Arrow's capsules ------------------------------------------------------------------------------


def _pointer(capsule, name):
    return _python.PyCapsule_GetPointer(id(capsule), name)


@ctypes.PYFUNCTYPE(None, c_void_p)
def _drop_stream(capsule):
    """Frees a stream that no one took, and its struct."""
    address = _python.PyCapsule_GetPointer(capsule, _STREAM)
    stream = _Stream.from_address(address)
    if stream.release:
        _release_function(stream.release)(address)
    _python.PyMem_RawFree(address)


# Tables, series and charts -----------------------------------------------------------------------


class Table:
    """Rows of figures: of a data frame, of anything else with Arrow's memory, or of a file.

    Options are those of sheaf_read_options: columns={"jahr": "year"} says what columns are ("": they
    are ignored), constants={"unit": "USD"} what is true of all rows; period, values, dimensions,
    frequency, financial_year, dates; and for files format, encoding, sheet, query and so on.
    """

    def __init__(self, source, name=None, **options):
        options = _read_options(**options)
        if hasattr(source, "__arrow_c_stream__"):
            capsule = source.__arrow_c_stream__()
            table = _sheaf.sheaf_table_from_arrow_stream_with(
                _context, _bytes(name), _pointer(capsule, _STREAM), byref(options))
        elif hasattr(source, "__arrow_c_array__"):
            schema, array = source.__arrow_c_array__()
            table = _sheaf.sheaf_table_from_arrow_with(
                _context, _bytes(name), _pointer(schema, _SCHEMA), _pointer(array, _ARRAY),
                byref(options))
        elif isinstance(source, (str, bytes, os.PathLike)):
            table = _sheaf.sheaf_table_read_with(_context, os.fsencode(source), byref(options))
        else:
            raise TypeError(f"a {type(source).__name__} is no file, and has no __arrow_c_stream__")
        self._keep(table)

    def _keep(self, table):
        self._table = table
        weakref.finalize(self, _sheaf.sheaf_table_destroy, table)
        _check(_sheaf.sheaf_table_error(table).contents)

    def __len__(self):
        return _sheaf.sheaf_table_row_count(self._table)

    def __getitem__(self, expressions):
        """The series of expressions: table["exports"], table["top(exports, by: partner)", "imports"]."""
        return Series(self, expressions if isinstance(expressions, tuple) else (expressions,))

    @property
    def dimensions(self):
        """The dimensions, each with its members."""
        names = [_sheaf.sheaf_table_dimension(self._table, i)
                 for i in range(_sheaf.sheaf_table_dimension_count(self._table))]
        return {name.decode(): [_sheaf.sheaf_table_member(self._table, name, i).decode()
                                for i in range(_sheaf.sheaf_table_member_count(self._table, name))]
                for name in names}

    @property
    def warnings(self):
        """Likely mistakes that were found and not corrected."""
        texts, warning = [], _Warning(size=ctypes.sizeof(_Warning))
        text = ctypes.create_string_buffer(4096)
        for i in range(_sheaf.sheaf_table_warning_count(self._table)):
            _sheaf.sheaf_table_warning(self._table, i, byref(warning))
            _sheaf.sheaf_warning_text(byref(warning), text, len(text))
            texts.append(text.value.decode())
        return texts

    def to(self, format):
        """The table as bytes: "csv", "json", "table", "sdmx-csv", "xlsx"."""
        number, error = c_int(), _Error()
        if not _sheaf.sheaf_data_format_named(format.encode(), byref(number)):
            raise ValueError(f"no such format: {format}")
        written, _ = _written(lambda sink: _sheaf.sheaf_table_write_sink(
            self._table, number, sink, byref(error)))
        _check(error)
        return written

    def __arrow_c_stream__(self, requested_schema=None):
        """What polars.DataFrame(table), pyarrow.table(table) and others ask for."""
        error, address = _Error(), _python.PyMem_RawCalloc(1, ctypes.sizeof(_Stream))
        if not address:
            raise MemoryError
        stream = _Stream.from_address(address)
        _sheaf.sheaf_table_to_arrow_stream(self._table, byref(stream), byref(error))
        capsule = _python.PyCapsule_New(address, _STREAM, ctypes.cast(_drop_stream, c_void_p))
        _check(error)
        return capsule


class Series:
    """Series that expressions gave; Arrow's readers take them as a table."""

    def __init__(self, table, expressions):
        self._list = _sheaf.sheaf_series_list_create(None)
        weakref.finalize(self, _sheaf.sheaf_series_list_destroy, self._list)
        for expression in expressions:
            some = _sheaf.sheaf_table_evaluate(table._table, expression.encode())
            _sheaf.sheaf_series_list_append(self._list, some)
            _sheaf.sheaf_series_list_destroy(some)
        _check(_sheaf.sheaf_series_list_error(self._list).contents)

    def __len__(self):
        return _sheaf.sheaf_series_list_count(self._list)

    @property
    def names(self):
        return [_sheaf.sheaf_series_name(_sheaf.sheaf_series_list_at(self._list, i)).decode()
                for i in range(len(self))]

    def table(self):
        table = Table.__new__(Table)
        table._keep(_sheaf.sheaf_table_from_series(self._list, b"series"))
        return table

    def __arrow_c_stream__(self, requested_schema=None):
        return self.table().__arrow_c_stream__(requested_schema)


class Chart:
    """A chart of series, which a notebook shows by itself. width and height are pixels, in PDF and EPS
    points; type is one that "sheaf chart --type" knows, or "auto"."""

    _formats = {"png": 1, "svg": 2, "pdf": 3, "eps": 4}

    def __init__(self, *series, type="auto", title=None, subtitle=None, source=None,
                 alternative=None, language=None, width=800, height=500):
        number = c_int()
        if not _sheaf.sheaf_chart_type_named(type.encode(), byref(number)):
            raise ValueError(f"no such type of chart: {type}")
        self._chart = _sheaf.sheaf_chart_create(_context, number)
        weakref.finalize(self, _sheaf.sheaf_chart_destroy, self._chart)
        self._lock = threading.Lock()
        self.width, self.height = width, height
        for name, text in (("title", title), ("subtitle", subtitle), ("source", source),
                           ("alternative", alternative), ("language", language)):
            if text is not None:
                getattr(_sheaf, "sheaf_chart_set_" + name)(self._chart, text.encode())
        for some in series:
            for i in range(len(some)):
                _sheaf.sheaf_chart_add(self._chart, _sheaf.sheaf_series_list_at(some._list, i))
        _check(_sheaf.sheaf_chart_error(self._chart).contents)

    def to(self, format, scale=1):
        """The chart as bytes: "png", "svg", "pdf", "eps"."""
        if format not in self._formats:
            raise ValueError(f"no such format: {format}")
        with self._lock:
            written, status = _written(lambda sink: _sheaf.sheaf_chart_write_sink(
                self._chart, self._formats[format], sink, self.width, self.height, scale))
            if status != 0:
                raise Error(_sheaf.sheaf_chart_error(self._chart).contents)
        return written

    def write(self, path, scale=1):
        """Writes a file in the format that its name ends in."""
        written = self.to(os.fspath(path).rsplit(".", 1)[-1].lower(), scale)
        with open(path, "wb") as file:
            file.write(written)

    def _repr_png_(self):
        return self.to("png", scale=2), {"width": self.width, "height": self.height}

    def _repr_svg_(self):
        return self.to("svg").decode()

"""DuckDB from the library that came with `npm ci`, for a machine without the Python package: the one query function that the notebook needs.

Python calls the C interface of DuckDB (https://duckdb.org/docs/stable/clients/c/overview); values come back as text and are turned into numbers by their column's type.
"""

import ctypes
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "node_modules" / "@duckdb"
_NAMES = ("libduckdb.so", "libduckdb.dylib", "duckdb.dll")
_WHOLE = {2, 3, 4, 5, 6, 7, 8, 9, 16}  # tinyint to ubigint, and hugeint, by their numbers in duckdb.h
_FRACTION = {10, 11, 19}  # float, double, decimal


class _Result(ctypes.Structure):
    """`duckdb_result` of duckdb.h, of which only the pointer is of use to us."""

    _fields_ = [(name, ctypes.c_uint64) for name in ("a", "b", "c")] + [(name, ctypes.c_void_p) for name in ("d", "e", "f")]


def _library():
    found = [path for name in _NAMES for path in sorted(_FOLDER.glob(f"node-bindings-*/{name}"))]
    if not found:
        raise ImportError("no DuckDB library in node_modules; run npm ci")
    library = ctypes.CDLL(str(found[0]))
    library.duckdb_column_name.restype = ctypes.c_char_p
    library.duckdb_result_error.restype = ctypes.c_char_p
    library.duckdb_value_varchar.restype = ctypes.c_void_p
    library.duckdb_value_is_null.restype = ctypes.c_bool
    for count in ("duckdb_column_count", "duckdb_row_count"):
        getattr(library, count).restype = ctypes.c_uint64
    return library


class Connection:
    """Answers queries from memory and files, as `duckdb.connect()` of the Python package does."""

    def __init__(self):
        self._library = _library()
        self._database, self._connection = ctypes.c_void_p(), ctypes.c_void_p()
        if self._library.duckdb_open(None, ctypes.byref(self._database)) != 0:
            raise RuntimeError("DuckDB could not be opened")
        self._library.duckdb_connect(self._database, ctypes.byref(self._connection))

    def query(self, sql):
        """Returns the names of the columns and the rows."""
        library, result = self._library, _Result()
        pointer = ctypes.byref(result)
        try:
            if library.duckdb_query(self._connection, sql.encode(), pointer) != 0:
                raise RuntimeError(library.duckdb_result_error(pointer).decode())
            columns = range(library.duckdb_column_count(pointer))
            names = [library.duckdb_column_name(pointer, ctypes.c_uint64(i)).decode() for i in columns]
            types = [library.duckdb_column_type(pointer, ctypes.c_uint64(i)) for i in columns]
            rows = range(library.duckdb_row_count(pointer))
            return names, [tuple(self._value(pointer, i, row, types[i]) for i in columns) for row in rows]
        finally:
            library.duckdb_destroy_result(pointer)

    def _value(self, pointer, column, row, kind):
        place = (pointer, ctypes.c_uint64(column), ctypes.c_uint64(row))
        if self._library.duckdb_value_is_null(*place):
            return None
        address = self._library.duckdb_value_varchar(*place)
        text = ctypes.string_at(address).decode()
        self._library.duckdb_free(ctypes.c_void_p(address))
        return int(text) if kind in _WHOLE else float(text) if kind in _FRACTION else text

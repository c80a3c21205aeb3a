"""Reads results folders of linksim in Python: CSV tables with the types and units that the folder's own dictionary gives.

The standard library is enough; where pandas is installed, tables are data frames.

    from linksim import events, points, read_results, replications, unit

    results = read_results("results/pilot")
    replications(results, "wait.first_contact.p90")  # one row for each replication and scenario
    unit(results, "wait.first_contact.p90")          # "minutes"
"""

import csv
import json
from pathlib import Path

try:
    import pandas
except ImportError:
    pandas = None

_FORMULA = ("'=", "'+", "'-", "'@", "'\t", "'\r")


class Results:
    """A results folder: its record (`run.json`), the names of its CSV tables, and each table as it is asked for."""

    def __init__(self, folder, frames):
        self.folder = Path(folder)
        self.record = json.loads((self.folder / "run.json").read_text(encoding="utf-8"))
        if self.record.get("program") != "linksim":
            raise ValueError(f"{self.folder / 'run.json'} is no record of linksim")
        self.tables = sorted(file["name"][:-4] for file in self.record["files"] if file["name"].endswith(".csv"))
        self._frames = frames
        dictionary = self._rows("dictionary")
        self._types = {(row["table"], row["name"]): row["type"] for row in dictionary if row["kind"] == "column"}
        self._units = {(row["table"], row["name"]): row["unit"] for row in dictionary}

    def table(self, name):
        """Returns a table: a data frame, or without pandas a list of a dict for each row. A number that is not there is NaN or None."""
        rows = self._rows(name)
        columns = [column for table, column in self._types if table == name]
        kinds = {column: {"integer": int, "number": float}.get(self._types[name, column]) for column in columns}
        typed = [{column: _typed(cell, kinds.get(column)) for column, cell in row.items()} for row in rows]
        if not self._frames:
            return typed
        frame = pandas.DataFrame(typed, columns=list(rows[0]) if rows else columns)
        whole = {column: "Int64" for column in frame if kinds.get(column) is int}
        numbers = {column: "float64" for column in frame if kinds.get(column) is float}
        return frame.astype({**whole, **numbers})

    def unit(self, name, table=""):
        """Returns the unit of a metric or, where its table is named, of a column; "" if it has none. KeyError if it is unknown."""
        return self._units[table, name]

    def _rows(self, name):
        file = self.folder / f"{name}.csv"
        if name not in self.tables:
            raise FileNotFoundError(f"{file}: the folder has no such table as CSV, only {', '.join(self.tables) or 'none'}")
        with file.open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines, strict=True))


def _typed(cell, kind):
    if kind is None:  # an apostrophe keeps a spreadsheet from running the text; it is no part of it
        return cell[1:] if cell.startswith(_FORMULA) else cell
    return None if cell == "" else kind(cell)


def read_results(folder, frames=pandas is not None):
    """Opens a results folder; frames=False gives lists of dicts also where pandas is installed."""
    return Results(folder, frames)


def replications(results, metric=None, group_by="all"):
    """Returns what each replication measured, of one metric or of all; group_by=None gives the rows of every group that the folder has."""
    table = results.table("replications")
    wanted = {"metric": metric, "group_by": group_by}
    for column, value in ((column, value) for column, value in wanted.items() if value is not None):
        table = table[table[column] == value] if results._frames else [row for row in table if row[column] == value]
    return table


def events(results):
    """Returns what happened to whom and when (a run with --events)."""
    return results.table("events")


def points(results):
    """Returns the points of a sweep, a row each: parameters, and means in the reader's units."""
    return results.table("points")


def unit(results, name, table=""):
    """Returns the unit of a metric or, where its table is named, of a column."""
    return results.unit(name, table)

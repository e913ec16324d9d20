"""Rows as text in columns and as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.text import cell_width, elide

__all__ = ["columns", "csv_text"]


def columns(rows: Sequence[Sequence[str]], most: Sequence[int]) -> str:
    """The rows with their columns in line, none but the last wider than its ``most`` cells.

    The last column, for which ``most`` has no figure, is written whole.
    """
    cut = [[elide(cell, width) for cell, width in zip(row, most, strict=False)] + [row[-1]] for row in rows]
    widths = [max(cell_width(row[place]) for row in cut) for place in range(len(most))] if cut else []
    lines = []
    for row in cut:
        padded = [cell + " " * (width - cell_width(cell)) for cell, width in zip(row, widths, strict=False)]
        lines.append("  ".join([*padded, row[-1]]).rstrip())
    return "".join(line + "\n" for line in lines)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV as in RFC 4180; a cell that a spreadsheet would run as a formula is disarmed."""
    import csv  # here, as every refresh loads this file for its columns
    import io

    from reader.notes.export.csv_table import disarmed

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([disarmed(cell) for cell in row] for row in rows)
    return out.getvalue()

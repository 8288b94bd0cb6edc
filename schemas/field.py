"""What a column and a table of the dataset are: the parts that the registry in `tables.py` is made of."""

from __future__ import annotations

from dataclasses import dataclass

TYPES = ("string", "bool", "int16", "int32", "int64", "float32", "float64", "date32")
"""The types that a column may have. A string column with `values` is dictionary-encoded."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column.

    type         one of TYPES.
    label        its Korean name, as a person would head the column.
    description  one or two English sentences: what it means.
    unit         what a number counts (`won`, `points` …), or None.
    nullable     whether it may be null.
    values       the closed vocabulary of a string column, in a fixed order; None where any text may stand.
    """

    name: str
    type: str
    label: str
    description: str
    unit: str | None = None
    nullable: bool = True
    values: tuple[str, ...] | None = None

    def __post_init__(self) -> None:
        if self.type not in TYPES:
            raise ValueError(f"column {self.name}: {self.type} is no type of the dataset")
        if self.values is not None and self.type != "string":
            raise ValueError(f"column {self.name}: only a string column has a closed vocabulary")


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """The columns `fields` of a table point to the columns `reference` of another. A null among them points to nothing."""

    fields: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    primary_key  the columns that tell its rows apart; empty where a card may print the same thing twice, so that
                 no columns do.
    """

    name: str
    label: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    def __post_init__(self) -> None:
        names = self.names
        if len(set(names)) < len(names):
            raise ValueError(f"table {self.name}: a column stands twice")
        unknown = {*self.primary_key, *(name for key in self.foreign_keys for name in key.fields)} - set(names)
        if unknown:
            raise ValueError(f"table {self.name}: its keys name no column of it: {', '.join(sorted(unknown))}")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(field.name for field in self.fields)

    def field(self, name: str) -> Field:
        """The column of that name; KeyError if there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(f"table {self.name} has no column {name}")

"""A part: what one file gave, in one small file, as workers leave it and the dataset is put together from it.

Layout: magic, BLAKE2b digest of all that follows, length of the header, header (JSON: the row of `documents`, counts,
sizes), then the plain columns of every table that has rows, each an Arrow message, compressed together with Zstandard.
A part that is torn or altered fails its digest and counts as not there.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from pledgecards.batch.store import Place, fetched
from pledgecards.schemas.arrow import columns_of, plain_schema
from pledgecards.schemas.tables import TABLES

Rows = Mapping[str, Sequence[Mapping[str, Any]]]

_MAGIC = b"PLEDGECARDS-PART-1\n"
_DIGEST = 16
_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Summary:
    """What the run needs to know of a part without opening its tables.

    document  the row of `documents`, without `path`: the same bytes may stand under several paths.
    rows      how many rows each table got.
    issues    how many issues of each code.
    worst     how many errors and warnings.
    """

    document: dict[str, Any]
    rows: dict[str, int]
    issues: dict[str, int]
    worst: tuple[int, int]


def encode_part(rows: Rows) -> tuple[Summary, bytes]:
    """One file's rows as the bytes of a part. SchemaError: they do not fit the registry."""
    unknown = rows.keys() - TABLES.keys()
    if unknown:
        raise ValueError(f"no such table: {', '.join(sorted(unknown))}")
    (document,) = rows["documents"]
    columns_of("documents", [document])
    summary = Summary(
        {name: value for name, value in document.items() if name != "path"},
        {name: len(rows.get(name, ())) for name in TABLES},
        dict(sorted(Counter(issue["code"] for issue in rows.get("issues", ())).items())),
        _worst(rows.get("issues", ())),
    )
    buffers = {
        name: columns_of(name, rows[name]).serialize() for name in TABLES if name != "documents" and rows.get(name)
    }
    body = b"".join(memoryview(buffer) for buffer in buffers.values())
    packed = pa.compress(body, codec="zstd", asbytes=True)
    header = json.dumps(
        {
            "document": summary.document,
            "rows": summary.rows,
            "issues": summary.issues,
            "worst": summary.worst,
            "sizes": {name: buffer.size for name, buffer in buffers.items()},
        },
        ensure_ascii=False,
    ).encode()
    content = len(header).to_bytes(_LENGTH, "big") + header + packed
    return summary, _MAGIC + hashlib.blake2b(content, digest_size=_DIGEST).digest() + content


def _worst(issues: Sequence[Mapping[str, Any]]) -> tuple[int, int]:
    counts = Counter(issue["severity"] for issue in issues)
    return counts["error"], counts["warning"]


def read_summary(place: Place) -> Summary | None:
    """What a part holds, or None where there is no whole part."""
    content = _content(place)
    return None if content is None else _summary(_header(content))


def read_tables(place: Place) -> dict[str, pa.RecordBatch] | None:
    """The plain columns of every table (but documents) that has rows, or None where there is no whole part."""
    content = _content(place)
    if content is None:
        return None
    sizes = _header(content)["sizes"]
    start = _LENGTH + int.from_bytes(content[:_LENGTH], "big")
    body = pa.decompress(content[start:], decompressed_size=sum(sizes.values()), codec="zstd")
    tables: dict[str, pa.RecordBatch] = {}
    offset = 0
    for name, size in sizes.items():
        tables[name] = pa.ipc.read_record_batch(body.slice(offset, size), plain_schema(name))
        offset += size
    return tables


def _content(place: Place) -> memoryview | None:
    data = fetched(place)
    if data is None:
        return None
    start = len(_MAGIC) + _DIGEST
    content = memoryview(data)[start:]
    digest = hashlib.blake2b(content, digest_size=_DIGEST).digest()
    whole = data.startswith(_MAGIC) and data[len(_MAGIC) : start] == digest
    return content if whole else None


def _header(content: memoryview) -> dict[str, Any]:
    length = int.from_bytes(content[:_LENGTH], "big")
    header: dict[str, Any] = json.loads(bytes(content[_LENGTH : _LENGTH + length]))
    return header


def _summary(header: Mapping[str, Any]) -> Summary:
    errors, warnings = header["worst"]
    return Summary(header["document"], header["rows"], header["issues"], (errors, warnings))

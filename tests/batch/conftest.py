"""Folders of small inputs, and runs over them with a converter that does what the inputs say."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from pledgecards.batch.run import convert
from pledgecards.batch.settings import Settings


@pytest.fixture(autouse=True)
def stub_on_path(monkeypatch):
    # Spawned workers take over sys.path, so they find the stub as well.
    monkeypatch.syspath_prepend(Path(__file__).parent)


@pytest.fixture
def settings():
    def make(**options):
        return Settings(converter="converter_stub:convert_bytes", timeout=options.pop("timeout", 30.0), **options)

    return make


@pytest.fixture
def folder(tmp_path):
    """Writes files into a folder of inputs: name → content."""

    def make(files, name="in"):
        for path, content in files.items():
            place = tmp_path / name / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / name

    return make


@pytest.fixture
def run(settings):
    def start(source, out, *, jobs=1, fresh=False, **options):
        arguments = [str(part) for part in (source if isinstance(source, list) else [source])]
        return convert(arguments, out, settings(**options), jobs=jobs, fresh=fresh)

    return start


@pytest.fixture
def rows():
    def read(out, table):
        return pq.read_table(out / f"{table}.parquet").to_pylist()

    return read


@pytest.fixture
def content():
    """The bytes of every file of a dataset but run.json, which tells of the run."""

    def read(out):
        return {path.name: path.read_bytes() for path in sorted(out.glob("*.parquet")) + [out / "datapackage.json"]}

    return read

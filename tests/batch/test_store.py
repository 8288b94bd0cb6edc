"""Parts that lie in a place of their own: a folder, or a store that has an address."""

import os
from concurrent.futures import Executor, Future

import pytest

from pledgecards.batch import store
from pledgecards.batch.cluster import Batches
from pledgecards.batch.errand import Errand, Unfit, carry_out
from pledgecards.batch.errors import RunError, UsageError
from pledgecards.batch.inputs import find_inputs
from pledgecards.batch.ledger import Ledger
from pledgecards.batch.run import convert
from pledgecards.batch.validate import validate

FILES = {"a.txt": "cards 2", "sub/나.txt": "cards 1", "c.txt": "cards 0", "d.txt": "bug"}


def stored(folder):
    return sorted(path.name for path in folder.rglob("*.part"))


@pytest.fixture(params=["path", "address"])
def place(request, tmp_path):
    """A place for parts, and the folder that it is."""
    folder = tmp_path / "parts"
    if request.param == "path":
        return str(folder), folder
    pytest.importorskip("fsspec")
    folder.mkdir()
    return f"file://{folder}", folder


def test_the_tables_do_not_depend_on_where_the_parts_lie(folder, run, settings, content, place, tmp_path):
    source = folder(FILES)
    run(source, tmp_path / "within")
    result = convert([str(source)], tmp_path / "out", settings(), jobs=2, parts=place[0])
    assert content(tmp_path / "out") == content(tmp_path / "within")
    assert (result.read, len(stored(place[1]))) == (4, 4)
    assert stored(tmp_path / "out") == []
    again = convert([str(source)], tmp_path / "out", settings(), jobs=1, parts=place[0])
    assert (again.read, again.known) == (0, 4)


def test_parts_in_a_place_of_their_own_are_kept_until_a_fresh_start(folder, settings, place, tmp_path):
    source = folder(FILES)
    convert([str(source)], tmp_path / "one", settings(), jobs=1, parts=place[0])
    # Another dataset, of one of the files: what the other run has read stays.
    assert convert([str(source / "a.txt")], tmp_path / "two", settings(), jobs=1, parts=place[0]).known == 1
    assert len(stored(place[1])) == 4
    assert convert([str(source / "a.txt")], tmp_path / "two", settings(), jobs=1, parts=place[0], fresh=True).read == 1
    assert len(stored(place[1])) == 1


def test_a_place_that_refuses_parts_stops_the_run(folder, settings, tmp_path):
    pytest.importorskip("fsspec")
    source = folder(FILES)
    with pytest.raises(RunError, match="gone/deeper"):
        convert([str(source)], tmp_path / "out", settings(), jobs=1, parts=f"file://{tmp_path}/gone/deeper")
    assert not (tmp_path / "out" / "documents.parquet").exists()
    with pytest.raises(UsageError, match="nosuch"):
        convert([str(source)], tmp_path / "out", settings(), jobs=1, parts="nosuch://bucket/parts")
    with pytest.raises(UsageError, match="lies inside the input folder"):
        convert([str(source)], tmp_path / "out", settings(), jobs=1, parts=str(source / "parts"))


def test_what_a_store_loses_or_tears_is_read_again(folder, settings, place, tmp_path):
    source = folder(FILES)
    convert([str(source)], tmp_path / "out", settings(), jobs=1, parts=place[0])
    first, second, *_ = sorted(place[1].rglob("*.part"))
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1])
    assert convert([str(source)], tmp_path / "out", settings(), jobs=1, parts=place[0]).read == 2


class Elsewhere(Executor):
    """Carries batches out as a machine does that shares no drive with the run: its folders are not there."""

    def __init__(self, hidden):
        self.hidden = hidden

    def submit(self, function, errand, batch):
        future = Future()
        os.rename(self.hidden, f"{self.hidden}-elsewhere")
        try:
            future.set_result(function(errand, batch))
        except Exception as error:  # noqa: BLE001 - as an executor does
            future.set_exception(error)
        finally:
            os.rename(f"{self.hidden}-elsewhere", self.hidden)
        return future


def test_a_worker_that_shares_only_the_stores_reads_all_the_same(folder, settings, place, tmp_path):
    pytest.importorskip("fsspec")
    source = folder(FILES)
    mine = tmp_path / "mine"
    mine.mkdir()
    parts = place[0] if "://" in place[0] else place[1]
    store.put(store.below(parts, "token"), b"word")
    key = settings().key()
    errand = Errand(settings(), key, parts, mine / "log", store.below(parts, "token"), "word")
    inputs = find_inputs([f"file://{source}"])
    outcomes = dict(Batches(Elsewhere(mine), errand, inputs, lambda: 2, (), size=2).run())
    ledger = Ledger(parts, key, shared=True)
    known = [ledger.known(outcomes[number].content.document_id) for number in range(4)]
    assert [summary.document["status"] for summary in known] == ["ok", "skipped", "failed", "ok"]
    with pytest.raises(Unfit, match="does not see the parts in"):
        carry_out(Errand(settings(), key, parts, mine / "log", store.below(parts, "token"), "another"), [])


@pytest.fixture
def bucket(monkeypatch):
    """A bucket of an S3 server on this machine, and fsspec's view of it."""
    server = pytest.importorskip("moto.server").ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    s3fs = pytest.importorskip("s3fs")
    server.start()
    host, port = server.get_host_and_port()
    # Processes that are started take these over.
    for name, value in {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    system = s3fs.S3FileSystem()
    system.mkdir("office")
    yield system
    # Servers of one process share their buckets.
    system.rm("office", recursive=True)
    s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


def test_inputs_and_parts_in_s3(folder, run, settings, content, bucket, tmp_path):
    source = folder(FILES)
    bucket.put(str(source), "office/cards", recursive=True)
    run(source, tmp_path / "within")
    out = tmp_path / "out"
    assert convert(["s3://office/cards"], out, settings(), jobs=2, parts="s3://office/parts").read == 4
    assert content(out) == content(tmp_path / "within")
    assert len([name for name in bucket.find("office/parts") if name.endswith(".part")]) == 4
    assert convert(["s3://office/cards/**/*.txt"], out, settings(), jobs=1, parts="s3://office/parts").known == 4
    assert convert(["s3://office/cards"], out, settings(), jobs=1, parts="s3://office/parts", fresh=True).read == 4
    assert validate(out) == []
    # A mistaken name makes no bucket.
    with pytest.raises(RunError, match="s3://nobucket/parts"):
        convert(["s3://office/cards"], out, settings(), jobs=1, parts="s3://nobucket/parts")
    assert not bucket.exists("nobucket")
    with pytest.raises(UsageError, match="No file is found at s3://office/gone"):
        run("s3://office/gone", out)


def test_an_object_that_goes_away_before_it_is_read_fails_alone(folder, settings, rows, bucket, monkeypatch, tmp_path):
    from pledgecards.batch import run as runs

    bucket.put(str(folder(FILES)), "office/cards", recursive=True)
    out = tmp_path / "out"

    def found_and_lost(arguments):
        inputs = find_inputs(arguments)
        bucket.rm("office/cards/a.txt")
        return inputs

    monkeypatch.setattr(runs, "find_inputs", found_and_lost)
    convert(["s3://office/cards"], out, settings(), jobs=1)
    assert {row["path"]: row["status"] for row in rows(out, "documents")} == {
        "a.txt": "failed",
        "c.txt": "skipped",
        "d.txt": "failed",
        "sub/나.txt": "ok",
    }
    codes = [row["code"] for row in rows(out, "issues") if row["table_name"] == "documents"]
    assert sorted(codes) == ["file.crash", "file.unreadable"]


def test_a_cluster_with_its_parts_in_s3(folder, run, settings, content, bucket, tmp_path):
    distributed = pytest.importorskip("distributed")
    files = {f"{number:02d}.txt": f"cards {number % 3} {number}" for number in range(30)}
    source = folder(files)
    bucket.put(str(source), "office/cards", recursive=True)
    run(source, tmp_path / "pool", jobs=2)
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as cluster:
        address = cluster.scheduler_address
        convert(["s3://office/cards"], tmp_path / "out", settings(), scheduler=address, parts="s3://office/parts")
    assert content(tmp_path / "out") == content(tmp_path / "pool")
    assert not bucket.exists("office/parts/token")

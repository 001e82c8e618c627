# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A compiled rule book says what the files say, is never stale, and never in the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from rulebook import world
from samenloop.errors import RulebookError
from samenloop.resources import data_root
from samenloop.rulebook import Rulebook, compiled, load_rulebook, loading, store
from samenloop.rulebook.loading import Compiling

RULE, AMOUNT = world.RULE_FILE, world.PARAMETER_FILE
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of this test's own; the folder of the program in it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kas"))
    return tmp_path / "kas" / "samenloop"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A rule base that can be changed."""
    made = world.World(tmp_path / "basis")
    made.write(world.BASE)
    return made.root


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every rule base that is read from its files from now on."""
    read: list[Path] = []
    before = loading._from_files

    def counted(root: Path, *rest: object) -> Rulebook:
        read.append(root)
        return before(root, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "_from_files", counted)
    return read


def compiled_files(cache: Path) -> list[Path]:
    return sorted(cache.glob("*")) if cache.is_dir() else []


# ---- it says the same


def test_the_rules_of_the_project_come_back_as_they_were() -> None:
    book = load_rulebook(data_root())
    data = compiled.dump(book)
    again = compiled.load(data, book.base)
    assert again == book
    assert compiled.dump(again) == data
    assert [n.model_fields_set for _, n in again.norms.values()] == [n.model_fields_set for _, n in book.norms.values()]
    assert {r.regel: r.regime for r in again.all_rules} == {r.regel: r.regime for r in book.all_rules}
    assert {c: again.symbols.concept_type(c) for c in again.concepts} == {
        c: book.symbols.concept_type(c) for c in book.concepts
    }


def test_what_is_one_object_is_one_object_again(base: Path) -> None:
    book = load_rulebook(base)
    again = compiled.load(compiled.dump(book), book.base)
    for rule in again.all_rules:
        assert sum(rule is other for other in again.rules.values()) == 1
        for norm in rule.norms:
            assert again.norms[norm.id] == (rule, norm)
            assert again.norms[norm.id][1] is norm


def test_the_same_rules_give_the_same_bytes_in_another_process(base: Path) -> None:
    made = "import sys; from samenloop.rulebook import compiled, load_rulebook; from pathlib import Path; "
    made += f"sys.stdout.buffer.write(compiled.dump(load_rulebook(Path({str(base)!r}))))"
    engine = str(Path(loading.__file__).parents[2])
    runs = [
        subprocess.run(
            [sys.executable, "-c", made],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": engine},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == compiled.dump(load_rulebook(base))


def test_an_object_of_another_class_is_refused() -> None:
    class Other:
        pass

    with pytest.raises(TypeError, match="Other"):
        compiled._Writer().ref((Other(),))


def test_bytes_name_no_class_but_those_of_rule_books(base: Path) -> None:
    for shape in (["data", "Path", ["x"]], ["model", "BaseModel", [], [], []], ["eval"], ["data", "Rule", ["regel"]]):
        data = json.dumps({"shapes": [shape], "things": [[0]], "book": {}}).encode()
        with pytest.raises((KeyError, TypeError)):
            compiled.load(data, load_rulebook(base).base)


# ---- it is found again, and never stale


def test_a_second_process_reads_no_rules(cache: Path, base: Path, reads: list[Path]) -> None:
    first = Compiling(base).book(())
    second = Compiling(base).book(())
    assert reads == [base]
    assert second == first
    assert second.content_hash == load_rulebook(base).content_hash
    assert [path.suffix for path in compiled_files(cache)] == [".json"]


def one_byte(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a byte of a rule": lambda base: one_byte(base / RULE, "schema: 1", "schema:  1"),
    "a digit of an amount": lambda base: (base / AMOUNT).write_bytes(
        (base / AMOUNT).read_bytes().replace(b"110.50", b"110.51")
    ),
    "a file more": lambda base: shutil.copy(base / AMOUNT, base / "laws/proefwet/parameters/nog_een.yaml"),
    "a file less": lambda base: (base / world.PATTERN_FILE).unlink(),
    "another name": lambda base: (base / RULE).rename(base / "rules/proef/anders.yaml"),
    "a word": lambda base: one_byte(base / "rules/woordenlijst.yaml", "schema: 1", "schema: 1 "),
}


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change_the_old_form_is_not_looked_at(change: str, cache: Path, base: Path, reads: list[Path]) -> None:
    kept = Compiling(base)
    kept.book(())
    before = store.key((base,), ())
    CHANGES[change](base)
    assert store.key((base,), ()) != before
    for asked in (kept, Compiling(base)):
        try:
            found: object = asked.book(()).content_hash
        except RulebookError as error:
            found = error.problems
        try:
            wanted: object = load_rulebook(base).content_hash
        except RulebookError as error:
            wanted = error.problems
        assert found == wanted
    assert len(reads) > 1


def test_another_python_or_another_source_is_another_key(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = store.key((base,), ())
    with monkeypatch.context() as patched:
        patched.setattr(sys, "version_info", (3, 99, 0))
        assert store.key((base,), ()) != here
    with monkeypatch.context() as patched:
        patched.setattr(store, "_source", lambda: "anders")
        assert store.key((base,), ()) != here
    assert store.key((base,), ()) == here


def test_the_source_of_every_layer_below_the_rule_book_counts() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = contracts["contracts"][0]["layers"]
    assert list(store._LAYERS) == layers[layers.index("rulebook") :]


def test_every_byte_of_that_source_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = Path(shutil.copytree(store.PACKAGE, tmp_path / "samenloop"))
    monkeypatch.setattr(store, "PACKAGE", package)
    seen = {store._source.__wrapped__()}
    for name in ("rulebook/checks/norms.py", "language/uitdrukking.lark", "vocabulary.py", "domain/contract.py"):
        (package / name).write_bytes((package / name).read_bytes() + b"\n")
        seen.add(store._source.__wrapped__())
    assert len(seen) == 5


def test_overlays_and_folders_beside_it_have_keys_of_their_own(cache: Path, base: Path, tmp_path: Path) -> None:
    beside = tmp_path / "erbij"
    (beside / "rules").mkdir(parents=True)
    keys = {
        store.key((base,), ()),
        store.key((base,), ("een",)),
        store.key((base,), ("een", "twee")),
        store.key((base,), ("eentwee",)),
        store.key((base, beside), ()),
    }
    assert len(keys) == 5


def test_an_overlay_is_compiled_too(cache: Path, base: Path, reads: list[Path]) -> None:
    name = next(iter(load_rulebook(base).overlays))
    laid = Compiling(base).book(()).with_overlays(name)
    again = Compiling(base).book(()).with_overlays(name)
    assert len(reads) == 2  # once above, to know its name, and once to compile
    assert again == laid == load_rulebook(base).with_overlays(name)
    assert again.applied == (name,)
    with pytest.raises(RulebookError, match="overlay"):
        again.with_overlays("bestaat_niet")


def test_an_overlay_by_its_path_is_read(cache: Path, base: Path, reads: list[Path]) -> None:
    path = next((base / "rules/gemeenten").rglob("*.yaml"))
    for _ in range(2):
        Compiling(base).book((path,))
    assert len(reads) == 2
    assert compiled_files(cache) == []


def test_rules_with_a_mistake_are_not_compiled_and_the_mistake_keeps_its_place(cache: Path, base: Path) -> None:
    one_byte(base / RULE, "regeling: proef", "regeling: proeff")
    for _ in range(2):
        with pytest.raises(RulebookError) as caught:
            Compiling(base).book(())
        problem = next(p for p in caught.value.problems if p.file == RULE)
        assert problem.line > 0
        assert problem.col > 0
    assert compiled_files(cache) == []


# ---- it is never in the way


def damaged(data: bytes) -> dict[str, bytes]:
    head = data.partition(b"\n")[0]
    return {
        "cut off": data[: len(data) // 2],
        "empty": b"",
        "one byte changed": data.replace(b'"proef', b'"proeg', 1),
        "another head": b"x" + data,
        "no JSON, with a good checksum": store.packed(head.split()[2].decode(), b"geen json"),
        "other JSON, with a good checksum": store.packed(head.split()[2].decode(), b"[]"),
    }


@pytest.mark.parametrize("how", damaged(b"a b c d\n"))
def test_a_damaged_form_is_passed_over_and_made_again(how: str, cache: Path, base: Path, reads: list[Path]) -> None:
    wanted = Compiling(base).book(())
    (path,) = compiled_files(cache)
    good = path.read_bytes()
    path.write_bytes(damaged(good)[how])
    assert Compiling(base).book(()) == wanted
    assert len(reads) == 2
    assert path.read_bytes() == good


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o720, 0o755])
def test_a_folder_that_others_can_reach_is_left_alone(mode: int, cache: Path, base: Path, reads: list[Path]) -> None:
    Compiling(base).book(())
    cache.chmod(mode)
    before = compiled_files(cache)
    Compiling(base).book(())
    assert len(reads) == 2
    assert compiled_files(cache) == before


def test_a_link_in_place_of_the_folder_is_left_alone(cache: Path, base: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir(mode=0o700)
    cache.parent.mkdir()
    cache.symlink_to(elsewhere)
    assert Compiling(base).book(()).rules
    assert list(elsewhere.iterdir()) == []


def test_what_somebody_else_owns_is_left_alone(cache: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert Compiling(base).book(()).rules
    assert compiled_files(cache) == []


def test_the_folder_and_the_files_are_for_this_user_only(cache: Path, base: Path) -> None:
    Compiling(base).book(())
    assert cache.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o077 for path in compiled_files(cache)] == [0]


def test_without_a_place_to_write_it_works(base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "bestand"))
    assert Compiling(base).book(()) == load_rulebook(base)
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setattr(Path, "home", classmethod(_no_home))
    assert store.folder() is None
    assert Compiling(base).book(()) == load_rulebook(base)


def _no_home(cls: type[Path]) -> Path:
    raise RuntimeError


def test_a_write_that_breaks_off_leaves_nothing(cache: Path, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "vol")

    monkeypatch.setattr(Path, "replace", full)
    assert Compiling(base).book(()).rules
    assert compiled_files(cache) == []


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    cache: Path, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = loading._from_files

    def meanwhile(root: Path, *rest: object) -> Rulebook:
        made = before(root, *rest)  # type: ignore[arg-type]
        one_byte(base / RULE, "schema: 1", "schema:  1")
        return made

    monkeypatch.setattr(loading, "_from_files", meanwhile)
    Compiling(base).book(())
    assert compiled_files(cache) == []


def test_the_oldest_go_and_what_is_used_stays(cache: Path, base: Path) -> None:
    Compiling(base).book(())
    (used,) = compiled_files(cache)
    os.utime(used, (1, 1))
    for number in range(store._KEPT + 3):
        path = cache / f"regelset-{number:064}.json"
        path.write_bytes(b"")
        os.utime(path, (100 + number, 100 + number))
    Compiling(base).book(())  # finds it, so that it is the newest
    store.keep("f" * 64, b"{}")
    left = compiled_files(cache)
    assert used in left
    assert len(left) == store._KEPT


def test_a_named_folder_is_read_and_not_compiled(cache: Path, base: Path) -> None:
    load_rulebook(base)
    assert compiled_files(cache) == []


def test_with_a_compiled_form_nothing_that_reads_is_imported(cache: Path) -> None:
    run = (
        "import sys; from samenloop.rulebook import load_rulebook; load_rulebook();"
        "print(sorted({'lark', 'networkx', 'samenloop.rulebook.loader'} & set(sys.modules)))"
    )
    engine = str(Path(loading.__file__).parents[2])
    seen = [
        subprocess.run(
            [sys.executable, "-c", run],
            env={**os.environ, "PYTHONPATH": engine},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert seen[-1] == "[]"
    assert compiled_files(cache) or (data_root() / store.SHIPPED).is_file()

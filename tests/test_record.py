"""Recording corrections: keys to a program, and the marker and the output that are kept of them."""

import sys

import pytest
import record
from asciicast import Marker, Written
from thirty import Correction

PROGRAM = "print('begin', flush=True); print('got', input(), flush=True); input()"


def test_what_is_typed_and_shown_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record, "MIND", 0)
    monkeypatch.setattr(record, "KEY", 0)
    correction = Correction(said="a wrong label", keys="eG\r", wanted=lambda *_: True)
    with record.Recorder([sys.executable, "-c", PROGRAM], environment={}) as recorder:
        recorder.wait_for("begin")
        recorder.make(correction, 7)
        recorder.wait_for("got eG")
    markers = [each.name for each in recorder.events if isinstance(each, Marker)]
    assert markers == ["7. a wrong label: eGEnter"]
    shown = b"".join(each.data for each in recorder.events if isinstance(each, Written))
    assert shown.index(b"begin") < shown.index(b"eG") < shown.index(b"got eG")
    times = [each.seconds for each in recorder.events]
    assert times == sorted(times)

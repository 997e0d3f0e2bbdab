"""The entry of the benchmarks: a name that none has is told before anything is run."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import main


@pytest.mark.parametrize("name", ["raeding", "pocket", "row", "--all"])
def test_a_name_that_no_benchmark_has_is_told_with_those_there_are(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name])
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert name in told
    assert name.startswith("-") or "settling" in told

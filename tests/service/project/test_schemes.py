from pathlib import Path

import pytest

from app.core.message import UserError
from app.service.project.schemes import default_scheme, load_scheme, save_scheme


def test_a_saved_scheme_comes_back(tmp_path: Path) -> None:
    save_scheme(default_scheme(), tmp_path / "labels.json")
    assert load_scheme(tmp_path / "labels.json") == default_scheme()


@pytest.mark.parametrize("content", [b"\xcc\xe5\xf2\xea\xe0", b"", b"{}", b'{"labels": [{"nome": "PER"}]}'])
def test_what_is_no_scheme_is_refused_by_its_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "labels.json"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"labels\.json"):
        load_scheme(path)

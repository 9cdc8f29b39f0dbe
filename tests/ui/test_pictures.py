"""Pictures drawn: as text at any width and in any encoding, and into files."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from rich.console import Console

from mathviz_chat.core.picturing.picture import Curve, Dot, Picture, Region, Stretch
from mathviz_chat.errors import UsageError
from mathviz_chat.ui.pictures.file import picture_file, write_picture
from mathviz_chat.ui.pictures.printing import print_picture
from mathviz_chat.ui.pictures.text import picture_lines
from mathviz_chat.ui.pictures.ticks import spread, ticks

LINE = Picture("2x + 1 > 3", (-2, 6), x_label="x", stretches=(Stretch(1, None),))
PLANE = Picture(
    "x^2 = 4",
    (-4, 4),
    (-2, 10),
    curves=(
        Curve("y = x^2", (tuple((k / 10, k * k / 100) for k in range(-31, 32)),)),
        Curve("y = 4", (((-4, 4), (4, 4)),)),
    ),
    dots=(Dot((-2, 4), "x = -2"), Dot((2, 4), "x = 2")),
    regions=(Region("area", ((0, 0), (2, 0), (2, 4), (0, 4))),),
)


def text(picture: Picture, width: int = 50, *, ascii_only: bool = False) -> list[str]:
    return [line.plain.rstrip() for line in picture_lines(picture, width, ascii_only=ascii_only)]


def test_a_number_line() -> None:
    assert text(LINE, 30) == [
        "2x + 1 > 3",
        "──────────○━━━━━━━━━━━━━━━━▶ x",
        "          1",
    ]
    assert text(LINE, 30, ascii_only=True) == [
        "2x + 1 > 3",
        "----------(================> x",
        "          1",
    ]


def test_a_plane_shows_curves_points_area_and_what_they_are() -> None:
    lines = text(PLANE, 40, ascii_only=True)
    body = "\n".join(lines[1:19])
    for sign in "*+:o.":
        assert sign in body
    assert body.count("o") == 2
    assert lines[-5:] == ["** y = x^2", "++ y = 4", ":: area", "o  x = -2", "o  x = 2"]


@pytest.mark.parametrize("width", [24, 50, 80, 200])
@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("picture", [LINE, PLANE], ids=["line", "plane"])
def test_no_line_is_wider_than_the_terminal(picture: Picture, width: int, ascii_only: bool) -> None:
    lines = picture_lines(picture, width, ascii_only=ascii_only)
    assert max(line.cell_len for line in lines) <= width
    if ascii_only:
        assert all(line.plain.isascii() for line in lines)


@pytest.mark.parametrize(("encoding", "ascii_only"), [("utf-8", False), ("ascii", True)])
def test_a_console_gets_what_its_encoding_can_show(encoding: str, ascii_only: bool) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="strict")
    print_picture(PLANE, Console(file=stream, width=50))
    stream.flush()
    shown = raw.getvalue().decode(encoding)
    assert shown.isascii() == ascii_only
    assert "\x1b" not in shown, "no colour outside a terminal"


def test_colour_only_where_it_is_wanted() -> None:
    def shown(*, no_color: bool) -> str:
        stream = io.StringIO()
        console = Console(
            file=stream, force_terminal=True, color_system="standard", no_color=no_color, width=50
        )
        print_picture(PLANE, console)
        return stream.getvalue()

    assert "\x1b[36m" in shown(no_color=False)
    assert "\x1b[36m" not in shown(no_color=True)


def test_a_hostile_label_reaches_no_terminal() -> None:
    picture = Picture("\x1b[2Jowned", (0, 1), stretches=(Stretch(0, 1),), x_label="\x1b")
    assert "\x1b" not in "\n".join(text(picture))


def test_the_second_curve_can_be_told_from_the_first_without_colour() -> None:
    level = "\n".join(text(PLANE)).count("⠒⠒⠒⠒⠒⠒")
    assert level == 0, "it is dashed"
    assert "╍╍ y = 4" in text(PLANE)


def test_ticks_stand_where_they_say_also_with_one_scale_across_and_up() -> None:
    corner = Dot((10, 10), "")
    lines = text(Picture("", (-2, 12), (-2, 12), same_scale=True, dots=(corner,)), 60)
    row = next(line for line in lines if "●" in line)
    assert row.startswith("10│")
    assert lines[-1].index("10") in (row.index("●") - 1, row.index("●"))


def test_a_curve_says_itself_whether_it_is_dashed() -> None:
    level = tuple(Curve("c", (((-4, y), (4, y)),), dashed=y == 0) for y in (0, 4))
    lines = text(Picture("", (-4, 4), (-2, 6), curves=level))
    assert [line[:2] for line in lines if line.endswith(" c")] == ["╍╍", "━━"]


def test_ticks_are_round_numbers_in_their_places() -> None:
    assert ticks((0, 10), 11, 5) == {0: "0", 2: "2", 4: "4", 6: "6", 8: "8", 10: "10"}
    assert ticks((-1, 1), 4, 2, upwards=True) == {3: "-1", 1: "0", 0: "1"}
    assert spread({0: "100", 2: "200", 8: "300"}, 10) == "100    300"


@pytest.mark.parametrize("picture", [LINE, PLANE], ids=["line", "plane"])
@pytest.mark.parametrize(("name", "begins"), [("p.png", b"\x89PNG"), ("p.svg", b"<?xml")])
def test_a_picture_in_a_file_is_the_same_every_time(
    picture: Picture, name: str, begins: bytes, tmp_path: Path
) -> None:
    path = picture_file(str(tmp_path / name))
    write_picture(picture, path)
    first = path.read_bytes()
    assert first.startswith(begins)
    write_picture(picture, path)
    if name.endswith("png"):
        assert path.read_bytes() == first


def test_a_dollar_sign_begins_no_formula(tmp_path: Path) -> None:
    picture = Picture("$x and $\\frac", (0, 1), stretches=(Stretch(0, 1),))
    write_picture(picture, tmp_path / "p.svg")
    assert (tmp_path / "p.svg").exists()


def test_files_that_cannot_be_written_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UsageError, match=r"ends in \.png or \.svg"):
        picture_file("p.gif")
    with pytest.raises(UsageError, match="cannot be written"):
        write_picture(LINE, tmp_path / "no" / "p.svg")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UsageError, match=r"pip install 'mathviz-chat\[plot\]'"):
        picture_file("p.png")

"""A picture as a PNG or SVG file, by matplotlib (the extra ``plot``), imported only here."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from mathviz_chat.core.picturing.picture import Picture, Stretch
from mathviz_chat.errors import UsageError
from mathviz_chat.ui.mathtext import show_math
from mathviz_chat.ui.safe_text import visible

SUFFIXES: Final = (".png", ".svg")

_SIZE: Final = (6.4, 4.4)  # inches
_LINE_SIZE: Final = (6.4, 1.6)  # of a number line alone
_COLORS: Final = ("tab:blue", "tab:red", "tab:green", "tab:purple")


def picture_file(name: str) -> Path:
    """The file of that name, if pictures can be written to such a file here. Raises UsageError."""
    path = Path(name).expanduser()
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"A picture's file ends in .png or .svg, not {name!r}.")
    if not path.parent.is_dir():
        raise UsageError(f"{path} cannot be written: there is no folder {path.parent}.")
    if find_spec("matplotlib") is None:
        raise UsageError("A picture in a file needs matplotlib: pip install 'mathviz-chat[plot]'.")
    return path


def write_picture(picture: Picture, path: Path) -> None:
    """Draw the picture into a file. Raises UsageError where it cannot be written."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    plane = picture.y is not None
    figure = Figure(figsize=_SIZE if plane else _LINE_SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(_words(picture.title), fontsize=10, wrap=True)
    if plane:
        _draw_plane(axes, picture)
    else:
        _draw_number_line(axes, picture)
    svg = path.suffix.lower() == ".svg"
    canvas = FigureCanvasSVG(figure) if svg else FigureCanvasAgg(figure)
    write = canvas.print_svg if svg else canvas.print_png
    try:
        # No date: the same picture is the same file.
        write(path, **({"metadata": {"Date": None}} if svg else {}))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from None


def _draw_plane(axes: Any, picture: Picture) -> None:
    axes.set_xlim(*picture.x)
    axes.set_ylim(*(picture.y or picture.x))
    if picture.same_scale:
        axes.set_aspect("equal")
    if picture.x_label or picture.y_label:
        axes.axhline(0, color="0.6", linewidth=0.8)
        axes.axvline(0, color="0.6", linewidth=0.8)
        axes.set_xlabel(_words(picture.x_label))
        axes.set_ylabel(_words(picture.y_label))
    else:
        axes.set_axis_off()
    for number, region in enumerate(picture.regions):
        label = _words(region.label) if number == 0 else None
        axes.fill(
            *zip(*region.outline, strict=True), color=_COLORS[0], alpha=0.25, lw=0, label=label
        )
    for index, curve in enumerate(picture.curves):
        color = _COLORS[index % len(_COLORS)]
        for number, piece in enumerate(curve.pieces):
            label = _words(curve.label) if number == 0 else None
            style = "--" if curve.dashed else "-"
            axes.plot(*zip(*piece, strict=True), style, color=color, linewidth=1.6, label=label)
    for dot in picture.dots:
        axes.plot(*dot.at, "o", color="black", markersize=5)
        axes.annotate(_words(dot.label), dot.at, (5, 6), textcoords="offset points", fontsize=9)
    for stretch in picture.stretches:
        _draw_stretch(axes, stretch, picture)
    if picture.regions or any(curve.label for curve in picture.curves):
        axes.legend(fontsize=9)


def _draw_number_line(axes: Any, picture: Picture) -> None:
    axes.set_xlim(*picture.x)
    axes.set_ylim(-1, 1)
    axes.axhline(0, color="0.4", linewidth=0.8)
    axes.get_yaxis().set_visible(False)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.set_xlabel(_words(picture.x_label))
    for stretch in picture.stretches:
        _draw_stretch(axes, stretch, picture)
    for dot in picture.dots:
        axes.plot(dot.at[0], 0, "o", color=_COLORS[0])
        axes.annotate(_words(dot.label), (dot.at[0], 0), (0, 8), textcoords="offset points")


def _draw_stretch(axes: Any, stretch: Stretch, picture: Picture) -> None:
    low = picture.x[0] if stretch.low is None else stretch.low
    high = picture.x[1] if stretch.high is None else stretch.high
    axes.plot((low, high), (0, 0), color="tab:orange", linewidth=4, solid_capstyle="butt")
    for end, closed in ((stretch.low, stretch.low_closed), (stretch.high, stretch.high_closed)):
        if end is not None:
            face = "tab:orange" if closed else "white"
            axes.plot(end, 0, "o", color="tab:orange", markerfacecolor=face, markersize=8)


def _words(text: str) -> str:
    """As written: a dollar sign begins no formula of matplotlib's."""
    return visible(show_math(text)).replace("$", r"\$")

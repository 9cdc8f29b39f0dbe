"""The little Markdown of answers, and that no text breaks the layout."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from mathviz_chat.ui.layout import Layout
from mathviz_chat.ui.prose import Row, rows
from mathviz_chat.ui.safe_text import visible


def shown(text: str, *, raw: bool = False) -> list[Row]:
    return rows(text, raw=raw, encode=str)


def styled(row: Row) -> str:
    """The row's text with its styles in angle brackets."""
    plain = row.body.plain
    shown = row.lead
    for at in range(len(plain) + 1):
        shown += ">" * sum(span.end == at for span in row.body.spans)
        starting = [span for span in row.body.spans if span.start == at]
        for span in sorted(starting, key=lambda span: -span.end):
            shown += f"<{span.style}:"
        shown += plain[at : at + 1]
    return shown


MARKDOWN = [
    ("**Step 1:** add", "<bold:Step 1:> add", "bold"),
    ("so *exactly* one", "so <italic:exactly> one", "italics"),
    ("**Answer: $x^2$**", "<bold:Answer: <cyan:x²>>", "a formula in bold"),
    ("use `x^2` here", "use <bold:x^2> here", "code"),
    ("## Solution ##", "<bold:Solution>", "a heading"),
    ("- first", "• first", "a list"),
    ("  * second", "  • second", "a list inside"),
    ("12. twelfth", "12. twelfth", "a numbered list"),
    ("---", "———", "a rule"),
    ("$x$ is $y$", "<cyan:x> is <cyan:y>", "formulas"),
    ("2*x*y + a*b", "2·x·y + a·b", "products are no emphasis"),
    ("f(x)*g(x)*h(x)", "f(x)·g(x)·h(x)", "nor are products of functions"),
    ("speed*time*cost", "speed*time*cost", "nor of words"),
    ("a ** b ** c", "a ** b ** c", "nor powers with blanks"),
    ("x**2 + y**2", "x² + y²", "nor powers"),
    ("$a_1*b_2 + c*d$", "<cyan:a₁*b₂ + c*d>", "nothing of a formula is lost"),
    ("snake_case_name", "snake_case_name", "underscores are no emphasis"),
    ("[link](http://x)", "[link](http://x)", "links stay as typed"),
    ("<b>x</b> &lt;", "<b>x</b> &lt;", "HTML stays as typed"),
    ("[red]x[/red]", "[red]x[/red]", "so does the output library's markup"),
    ("**open", "**open", "what is not closed stays"),
    ("3 * 4 = 12 * 1", "3 · 4 = 12 · 1", "stars with blanks"),
]


@pytest.mark.parametrize(
    ("source", "expected"), [row[:2] for row in MARKDOWN], ids=[row[2] for row in MARKDOWN]
)
def test_markdown(source: str, expected: str) -> None:
    (row,) = shown(source)
    assert styled(row) == expected


def test_raw_is_the_source_line_by_line() -> None:
    source = "**a** $x^2$\n- `b`"
    assert [row.body.plain for row in shown(source, raw=True)] == source.split("\n")


def test_a_display_stands_on_lines_of_its_own() -> None:
    plain = [(row.lead, row.body.plain) for row in shown("so\n\\[\nx = 1 \\\\\ny = 2\n\\]")]
    assert plain == [("", "so"), ("    ", "x = 1\ny = 2")]


def test_code_is_shown_as_it_is() -> None:
    plain = [row.body.plain for row in shown("```python\nx = 2**10  # $a$\n```")]
    assert plain == ["x = 2**10  # $a$"]


FRAGMENTS = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=20),
        st.sampled_from(
            ["$", "$$", "\\[", "\\]", "\\frac{1}{2}", "**", "*", "`", "```", "\n", "- ", "# ", "^2"]
        ),
        st.sampled_from(["漢字", "👩\u200d🔬", "e\u0301", "\x1b[31m", "\u202e", "\ue000", "\t"]),
    ),
    max_size=25,
).map("".join)


@given(FRAGMENTS, st.integers(8, 100), st.booleans())
def test_no_text_breaks_the_layout(text: str, width: int, raw: bool) -> None:
    """Whatever a model writes: no exception, no line wider than the window, nothing obeyed."""
    layout = Layout(Console(width=width, file=io.StringIO()), raw=raw)
    for line in layout.body(text):
        assert line.cell_len <= width
        assert visible(line.plain) == line.plain
        assert "\n" not in line.plain

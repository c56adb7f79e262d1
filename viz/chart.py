"""Reply times as one SVG: for each group the median and the ninetieth percentile, beside the terms.

Drawn by Matplotlib, whose licence is permissive; text stays text, so that it can be searched, copied and
read aloud. The same figures give the same bytes: no date, no random ids.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from graph.replytimes import Group

__all__ = ["TITLES", "reply_times"]

TITLES = {
    "ministry": "Reply time by ministry",
    "party": "Reply time by party of the askers",
    "year": "Reply time by year of submission",
}
_MEDIAN, _P90, _LINE, _TERM, _INK, _SOFT = "#0072b2", "#d55e00", "#b8c4cc", "#595959", "#1f2933", "#52606d"
"""Colours of Okabe and Ito, which the colour-blind tell apart; the marks differ in shape too."""
_TERMS = ((21, "3 weeks"), (42, "6 weeks, after a notice"))
_ROW, _FRAME, _WIDE, _MARGIN = 0.34, 2.0, 9.0, 0.14
"""Inches: height of a group, of all that is not a group, width, and what is left free around."""
_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "kamergraaf",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 10,
    "axes.edgecolor": _LINE,
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _SOFT,
    "ytick.color": _INK,
}
_FONT = re.compile(r"'DejaVu Sans'(?:, sans-serif)?")
_FAMILY = "'DejaVu Sans', Verdana, Arial, sans-serif"


def reply_times(groups: Sequence[Group], by: str = "ministry") -> bytes:
    """Draw groups in their order, the first on top; `by` is a key of `TITLES`. Gives an SVG in UTF-8.

    Without any group the picture says that there is nothing to show.
    """
    import matplotlib as mpl  # noqa: PLC0415 - slow to import, and most commands draw nothing
    from matplotlib.figure import Figure  # noqa: PLC0415 - likewise
    from matplotlib.layout_engine import ConstrainedLayoutEngine  # noqa: PLC0415 - likewise

    with mpl.rc_context(_SETTINGS):
        height = _FRAME + _ROW * max(len(groups), 2)
        figure = Figure(figsize=(_WIDE, height), layout=ConstrainedLayoutEngine(w_pad=_MARGIN, h_pad=_MARGIN))
        axes = figure.add_subplot()
        figure.suptitle(TITLES[by], x=_MARGIN / _WIDE, ha="left", fontsize=14, fontweight="bold")
        _draw(axes, groups)
        if groups:
            figure.legend(loc="outside upper right", ncols=2, frameon=False, fontsize=9, handletextpad=0.3)
        out = io.BytesIO()
        about = {"Date": None, "Creator": "Kamergraaf", "Title": TITLES[by]}
        figure.savefig(out, format="svg", metadata=about)
    return _FONT.sub(_FAMILY, out.getvalue().decode()).encode()


def _draw(axes: Axes, groups: Sequence[Group]) -> None:
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    if not groups:
        axes.set_axis_off()
        axes.text(0, 0.5, "No answered question sets with known days.", transform=axes.transAxes)
        return
    places = range(len(groups))
    longest = max(*(group.p90 for group in groups), _TERMS[-1][0])
    axes.set_xlim(0, longest * 1.04)
    axes.set_ylim(len(groups) - 0.4, -0.6)
    for days, name in _TERMS:
        axes.axvline(days, color=_TERM, linewidth=1, linestyle=(0, (4, 3)), zorder=1)
        axes.annotate(
            name, (days, 1), xycoords=("data", "axes fraction"), xytext=(3, 3), textcoords="offset points",
            fontsize=8, color=_SOFT, va="bottom",
        )  # fmt: skip
    axes.hlines(
        places, [g.median for g in groups], [g.p90 for g in groups], color=_LINE, linewidth=3, zorder=2
    )
    axes.scatter(
        [g.median for g in groups], places, s=52, color=_MEDIAN, marker="o", zorder=4, label="median"
    )
    axes.scatter(
        [g.p90 for g in groups],
        places,
        s=100,  # seen around the median where the two are one
        color=_P90,
        marker="D",
        zorder=3,
        label="P90: nine in ten answered",
    )
    axes.set_yticks(places, [f"{_short(group.name)}  (n = {group.count})" for group in groups])
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", color=_LINE)
    axes.set_xlabel("days from submission to the first answer")
    axes.grid(axis="x", color="#e8edf0", linewidth=0.8, zorder=0)
    axes.set_axisbelow(True)


def _short(name: str) -> str:
    """A ministry without the words that all of them share."""
    return name.removeprefix("ministerie van ")

"""Colours can be told from the page, and from each other by eyes that see few of them."""

from __future__ import annotations

from itertools import combinations

import pytest

from ontology.terms import DEF
from viz.palette import BACKGROUND, STYLES, UNKNOWN, style_of

Colour = tuple[float, float, float]

# Machado, Oliveira and Fernandes (2009), full severity, on linear RGB.
SIGHTS = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Colour:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return r, g, b


def luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def lab(rgb: Colour) -> Colour:
    """CIE L*a*b* of linear RGB under D65."""
    rows = (
        (0.4124, 0.3576, 0.1805, 0.95047),
        (0.2126, 0.7152, 0.0722, 1.0),
        (0.0193, 0.1192, 0.9505, 1.08883),
    )
    clipped = [min(max(part, 0.0), 1.0) for part in rgb]
    x, y, z = (sum(w * part for w, part in zip(row, clipped, strict=False)) / row[3] for row in rows)
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, sight: str) -> Colour:
    rgb = linear(colour)
    r, g, b = (sum(w * part for w, part in zip(row, rgb, strict=True)) for row in SIGHTS[sight])
    return lab((r, g, b))


@pytest.mark.parametrize("name", sorted(STYLES))
def test_a_node_stands_out_from_the_page(name: str) -> None:
    contrast = (luminance(BACKGROUND) + 0.05) / (luminance(STYLES[name].colour) + 0.05)

    assert contrast >= 3


@pytest.mark.parametrize("sight", sorted(SIGHTS))
def test_classes_of_one_shape_differ_in_colour(sight: str) -> None:
    pairs = [
        (a, b)
        for a, b in combinations(sorted(STYLES), 2)
        if STYLES[a].shape == STYLES[b].shape and {a, b} != {"Actor", "Person"}
    ]

    alike = [
        (a, b)
        for a, b in pairs
        if sum(
            (x - y) ** 2
            for x, y in zip(seen(STYLES[a].colour, sight), seen(STYLES[b].colour, sight), strict=True)
        )
        < 15**2
    ]

    assert alike == []


def test_a_class_without_a_style_is_drawn_as_unknown() -> None:
    assert style_of(f"{DEF}Zeppelin") == UNKNOWN
    assert style_of("") == UNKNOWN
    assert style_of(f"{DEF}Question") == STYLES["Question"]

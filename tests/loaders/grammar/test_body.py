from __future__ import annotations

import pytest

from loaders.grammar.body import BlockKind, first_heading, split_body
from loaders.grammar.grouped import split_group
from loaders.grammar.markers import find_bracketed, find_markers


def outline(text: str) -> list[tuple[str, tuple[int, ...], str]]:
    return [
        (block.kind.value, block.numbers, " ".join(text[block.start : block.end].split()))
        for block in split_body(text, 0)
    ]


def test_spelled_headings() -> None:
    text = "Vraag 1\nWie?\nAntwoord 1\nIk.\nVraag 2 en 3\nWat? En hoe?\nAntwoorden 2 en 3\nZo.\n"

    assert outline(text) == [
        ("question", (1,), "Wie?"),
        ("answer", (1,), "Ik."),
        ("question", (2, 3), "Wat? En hoe?"),
        ("answer", (2, 3), "Zo."),
    ]


def test_a_group_that_runs_over_a_line_end() -> None:
    text = "Vraag 1, 2,\n3 en 4\nA? B? C? D?\nAntwoord 1 t/m 4\nJa."

    assert outline(text)[0][1] == (1, 2, 3, 4)


def test_a_reference_to_a_question_is_no_heading() -> None:
    text = "Vraag 1\nWie?\nAntwoord 1\nZie het antwoord op\nvraag 5.\n5.\nVerder niets.\n"

    assert [numbers for _, numbers, _ in outline(text)] == [(1,), (1,)]


def test_bare_numbers_with_answers_by_place() -> None:
    first = "1\nWie?\n\nAntwoord\nTwee redenen:\n2. een lijst;\n3. een lijst.\n"
    text = f"{first}\n2\nWat?\n\n3\nHoe?\n\nAntwoord\nZo.\n"

    assert [(kind, numbers) for kind, numbers, _ in outline(text)] == [
        ("question", (1,)),
        ("answer", (1,)),
        ("question", (2,)),
        ("question", (3,)),
        ("answer", (2, 3)),
    ]


def test_bare_numbers_of_questions_that_are_asked_together() -> None:
    text = "1 en 3\nWie?\nWaar?\n\nAntwoord\nHier.\n\n2\nWat?\n\n4 t/m 6.\nHoe?\nWaarom?\nWanneer?\n"

    assert [(kind, numbers) for kind, numbers, _ in outline(text)] == [
        ("question", (1, 3)),
        ("answer", (1, 3)),
        ("question", (2,)),
        ("question", (4, 5, 6)),
    ]


def test_an_answer_with_a_number_that_was_answered_goes_by_place() -> None:
    text = "Vraag 1\nWie?\nAntwoord 1\nIk.\nVraag 2\nWat?\nAntwoord 1\nDat.\n"
    block = split_body(text, 0)[-1]

    assert (block.numbers, block.by_place) == ((2,), True)


def test_headings_without_numbers() -> None:
    text = "Vraag\nWie?\nAntwoord\nIk.\nVraag:\nWat?\nAntwoord:\nDat.\n"

    assert [(kind, numbers) for kind, numbers, _ in outline(text)] == [
        ("question", (1,)),
        ("answer", (1,)),
        ("question", (2,)),
        ("answer", (2,)),
    ]


def test_unnumbered_paragraphs_that_ask() -> None:
    text = "Wie?\n\nEr staat een brief.\n\nWat staat erin?\n\nHoe?\n"

    assert [(numbers, words) for _, numbers, words in outline(text)] == [
        ((1,), "Wie?"),
        ((2,), "Er staat een brief. Wat staat erin?"),
        ((3,), "Hoe?"),
    ]


def test_the_explanation_is_no_part_of_the_last_answer() -> None:
    text = "Vraag 1\nWie?\nAntwoord 1\nIk.\n\nToelichting:\nDeze vragen dienen ter aanvulling.\n"

    assert [block.kind for block in split_body(text, 0)][-1] is BlockKind.EXPLANATION


def test_a_heading_may_be_indented_and_stands_at_the_head_of_its_line() -> None:
    text = "  Vraag 1\nIs Vraag 2 en 3\nVraag 9 een vraag?\n\tAntwoord 1\nToelichting staat in Antwoord 4.\n"

    assert [(kind, numbers) for kind, numbers, _ in outline(text)] == [
        ("question", (1,)),
        ("answer", (1,)),
        ("explanation", ()),
    ]


def test_blocks_are_those_from_an_offset_on() -> None:
    text = "Toelichting\nVooraf.\nVraag 1\nWie?\nAntwoord 1\nIk.\n"

    assert [block.kind for block in split_body(text, text.index("Vraag 1"))] == [
        BlockKind.QUESTION,
        BlockKind.ANSWER,
    ]


def test_the_first_heading_opens_the_body() -> None:
    text = "Vragen van het lid X (P).\nVraag 1\nWie?\n"

    assert first_heading(text) == text.index("Vraag 1")
    assert first_heading("Vragen van het lid X (P).\n") is None


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Wie is dat?\nWat doet hij daar al die tijd?", ["Wie is dat?", "Wat doet hij daar al die tijd?"]),
        ("Kunt u dat toelichten?Hoe helpt u dan?", ["Kunt u dat toelichten?", "Hoe helpt u dan?"]),
        ("Is dat waar?1\nWat doet u?", ["Is dat waar?1", "Wat doet u?"]),
    ],
)
def test_a_group_is_told_apart_at_paragraph_ends(text: str, pieces: list[str]) -> None:
    ranges = split_group(text, 2)

    assert ranges is not None
    assert [text[start:end].strip() for start, end in ranges] == pieces


def test_a_group_that_cannot_be_told_apart_is_left() -> None:
    assert split_group("Wie en wat en hoe dan toch", 3) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Kent u het bericht?1 Zo ja,\nklopt het?2\n", [1, 2]),
        ("Kent u het bericht?\n1 Herkent u dat?\n2\n", [1, 2]),
        ("Kent u de berichten?\n1 2 3\nZo ja, in 2031?\n", [1, 2, 3]),
        ("De uitstoot van CO2 is 10 miljard m\n3 groot. Waarom?1\nEn nu?2 3\n", [1, 2, 3]),
        ("Is dat zo?1, 2 Echt?3\n", [1, 2, 3]),
        ("Op 7 november 20311 en in 2029–20302 was dat 12.5003 keer.\n", [1, 2]),
    ],
)
def test_bare_markers_are_an_increasing_run(text: str, numbers: list[int]) -> None:
    notes = [(number, 0, len(text)) for number in (1, 2, 3)]

    assert [marker.number for marker in find_markers(text, notes, None)] == numbers


def test_a_marker_stands_on_the_page_of_its_note() -> None:
    text = "Pagina een heeft 1. Wie?\nPagina twee: echt?1\n"
    [marker] = find_markers(text, [(1, 25, len(text))], None)

    assert marker.start == text.index("?1") + 1


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Kent u dit? 1) En dit? 2)\nOok dit (artikel 3)?", [1, 2]),
        ("Kent u dit?[1] En dat?[2][3]", [1, 2, 3]),
        ("er zijn twee taken: 1) meten en; 2) wegen", []),
        ("Is het zo? 1) 2)", [1, 2]),
    ],
)
def test_bracketed_markers(text: str, numbers: list[int]) -> None:
    assert [marker.number for marker in find_bracketed(text)] == numbers


def test_where_raised_figures_are_known_no_other_counts() -> None:
    text = "In 2031 zijn 12 mensen?1 geteld2"
    raised = [(text.index("?1") + 1, text.index("?1") + 2)]

    assert [m.number for m in find_markers(text, [(1, 0, 99), (2, 0, 99)], raised)] == [1]

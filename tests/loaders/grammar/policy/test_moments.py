"""Days and periods in running text: a table of wordings, and what holds whatever the day of writing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.grammar.policy.moments import find_moments, months_later
from loaders.grammar.policy.terms import find_terms

WRITTEN = date(2022, 12, 13)
DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WORDINGS = {
    "op 26 juni jl.": ("op", "2022-06-26"),
    "op 29 december aanstaande": ("op", "2022-12-29"),
    "op 9 januari a.s.": ("op", "2023-01-09"),
    "per 1 juli 2023": ("per", "2023-07-01"),
    "met ingang van 29 december 2022": ("met ingang van", "2022-12-29"),
    "tot 29 juni 2023": ("tot", "2023-06-29"),
    "tot en met 28 juni 2025": ("tot en met", "2025-06-28"),
    "t/m 28 juni 2025": ("t/m", "2025-06-28"),
    "op 14 december": ("op", "2022-12-14"),
    "gisteren": ("", "2022-12-12"),
    "vanaf heden": ("", "2022-12-13"),
    "met onmiddellijke ingang": ("", "2022-12-13"),
    "afgelopen vrijdag": ("", "2022-12-09"),
    "maandag a.s.": ("", "2022-12-19"),
    "medio maart 2023": ("", "2023-03"),
    "in maart": ("in", "2023-03"),
    "het eerste kwartaal van 2023": ("", "2023-Q1"),
    "Q2 2023": ("", "2023-Q2"),
    "dit kwartaal": ("", "2022-Q4"),
    "deze maand": ("", "2022-12"),
    "volgende maand": ("", "2023-01"),
    "eind 2024": ("", "2024"),
    "begin volgend jaar": ("", "2023"),
    "eerste helft van 2023": ("", "2023"),
    "het voorjaar van 2023": ("", "2023"),
    "vóór het zomerreces": ("vóór", "2023"),
    "binnen zes weken": ("", "2023-01-24"),
}


@pytest.mark.parametrize("words", WORDINGS)
def test_wordings(words: str) -> None:
    found = [(moment.lead, moment.period.label) for moment in find_moments(words, WRITTEN)]

    assert found == [WORDINGS[words]]


def test_the_first_day_of_a_range_takes_the_year_of_the_last() -> None:
    found = find_moments("de periode van 1 juli tot en met 31 december 2021", WRITTEN)

    assert [moment.day for moment in found] == [date(2021, 7, 1), date(2021, 12, 31)]


def test_a_part_of_a_year_is_narrower_than_the_year() -> None:
    (moment,) = find_moments("eind 2024", WRITTEN)

    assert (moment.period.first > date(2024, 6, 30), moment.period.last) == (True, date(2024, 12, 31))


@pytest.mark.parametrize(
    "words", ["binnenkort", "de komende weken", "op korte termijn", "voor zes maanden", "19 637, nr. 12"]
)
def test_words_without_bounds_are_no_moments(words: str) -> None:
    assert find_moments(words, WRITTEN) == []


def test_without_a_day_to_count_from_only_full_dates_are_found() -> None:
    found = find_moments("op 26 juni jl., vandaag en op 3 mei 2022", None)

    assert [moment.day for moment in found] == [date(2022, 5, 3)]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("voor de duur van zes maanden", 6),
        ("met een half jaar", 6),
        ("voor een jaar", 12),
        ("6 maanden", 6),
        ("zes (6) maanden", 6),
        ("anderhalf jaar", 18),
        ("een halfjaar", 6),
        ("één kwartaal", 3),
    ],
)
def test_terms(words: str, months: int) -> None:
    assert [term.months for term in find_terms(words)] == [months]


@given(
    day=DAYS,
    text=st.sampled_from([*WORDINGS, "van 3 mei tot en met 9 juli", "eind volgend jaar", "na de zomer"]),
)
def test_periods_are_ordered_and_lie_in_the_text(day: date, text: str) -> None:
    for moment in find_moments(text, day):
        assert moment.period.first <= moment.period.last
        assert 0 <= moment.start < moment.end <= len(text)


@given(day=DAYS, back=st.integers(0, 364))
def test_a_past_day_without_year_is_the_last_one(day: date, back: int) -> None:
    meant = day - timedelta(back)
    (moment,) = find_moments(f"op {meant.day} {MONTHS[meant.month - 1]} jl. is", day)

    assert moment.day == meant


@given(day=DAYS, ahead=st.integers(0, 364))
def test_a_coming_day_without_year_is_the_next_one(day: date, ahead: int) -> None:
    meant = day + timedelta(ahead)
    (moment,) = find_moments(f"op {meant.day} {MONTHS[meant.month - 1]} aanstaande", day)

    assert moment.day == meant


@given(day=DAYS, near=st.integers(-180, 180))
def test_a_bare_day_without_year_is_the_nearest(day: date, near: int) -> None:
    meant = day + timedelta(near)
    (moment,) = find_moments(f"op {meant.day} {MONTHS[meant.month - 1]}", day)

    assert moment.day == meant


@given(day=DAYS, months=st.integers(1, 36))
def test_months_later_keeps_the_day_where_the_month_has_it(day: date, months: int) -> None:
    later = months_later(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(1)).day == 1)

from __future__ import annotations

import os
import re
from collections import defaultdict
from pathlib import Path

import pytest

from ontology import iris
from ontology.errors import KamergraafError
from ontology.lexicon import CONCEPTS, CONCEPTS_VARIABLE, concept_files, triples_of
from ontology.slugs import slug, squash
from ontology.terms import PREFIXES, Kg, Org, Rdf, Skos
from ontology.thesaurus import Concept, Thing, concepts

SKOS = PREFIXES["skos"]
SHIPPED = [path.relative_to(CONCEPTS).with_suffix("").as_posix() for path in concept_files()]
OWN = """
@prefix kg: <https://w3id.org/kamergraaf/def#> .
@prefix concept: <https://w3id.org/kamergraaf/concept/> .
@prefix domain: <https://w3id.org/kamergraaf/concept/domain/> .
@prefix instrument: <https://w3id.org/kamergraaf/concept/instrument/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

instrument:dakpannenheffing a skos:Concept , kg:PolicyInstrument ;
    skos:inScheme concept:instrument ; skos:topConceptOf concept:instrument ;
    kg:domain domain:housing ;
    skos:prefLabel "roof tile levy"@en , "dakpannenheffing"@nl ;
    skos:hiddenLabel "dakpannenheffingen"@nl .
"""


def every(kind: Thing) -> list[Concept]:
    return [one for one in concepts().values() if one.kind == kind]


def names(one: Concept) -> tuple[str, ...]:
    return (*one.labels, *one.adjectives, *one.demonyms, *one.contextual)


def apart(iris: set[str]) -> set[str]:
    """Owners of a name, without those broader than another owner: the name then means the narrower."""
    broader = {above for one in concepts().values() if one.iri in iris for above in one.broader}
    return iris - broader


def country(code: str) -> Concept:
    return next(one for one in every("country") if one.code == code)


def stated() -> list[tuple[str, str, str]]:
    return [triple for name in SHIPPED for triple in triples_of(name)]


@pytest.mark.parametrize(
    ("kind", "least"),
    [("country", 210), ("instrument", 70), ("organisation", 90), ("report-kind", 4), ("topic", 3)],
)
def test_there_is_enough_to_recognise(kind: Thing, least: int) -> None:
    assert len(every(kind)) >= least


def test_everything_in_the_files_is_of_a_kind_that_is_known() -> None:
    things = {s for s, p, o in stated() if p == Rdf.TYPE and o in {f"{SKOS}Concept", Org.ORGANIZATION}}
    domains = {thing for thing in things if thing.startswith(PREFIXES["domain"])}

    assert things - domains == concepts().keys()


@pytest.mark.parametrize("kind", ["country", "instrument", "organisation", "report-kind", "topic"])
def test_a_name_means_one_thing(kind: Thing) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in every(kind):
        for name in names(one):
            owners[squash(name)].add(one.iri)

    assert {name: found for name, found in owners.items() if len(apart(found)) > 1} == {}


def test_a_name_in_text_means_one_thing_whatever_its_kind() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for one in concepts().values():
        for name in names(one):
            owners[name.casefold()].add(one.iri)

    assert {name: found for name, found in owners.items() if len(apart(found)) > 1} == {}


def test_names_are_written_as_text_writes_them() -> None:
    for one in concepts().values():
        for name in (*names(one), *one.misleading):
            assert name == name.strip()
            assert not re.search(r"[’‘\n\t]|  ", name), name


def test_all_have_a_name_in_both_languages() -> None:
    told = defaultdict(set)
    for subject, predicate, value in stated():
        if predicate == Skos.PREF_LABEL:
            told[subject].add(value)
    for one in concepts().values():
        assert {one.nl, one.en} == told[one.iri], one.iri


def test_no_clear_name_is_an_everyday_word() -> None:
    everyday = {
        "opvang",
        "terugkeer",
        "asiel",
        "politie",
        "pas",
        "frans",
        "engels",
        "let",
        "uitzetten",
    }
    clear = {label for one in concepts().values() for label in (*one.labels, *one.adjectives, *one.demonyms)}

    assert not everyday & {label.casefold() for label in clear if not label.isupper()}


def test_what_misleads_holds_a_name() -> None:
    for one in concepts().values():
        for words in one.misleading:
            parts = " ".join((words, *words.split("-"))).casefold()
            assert any(name.casefold() in parts for name in names(one)), words
            assert words not in names(one)


def test_countries_carry_codes_of_the_list_of_the_eu() -> None:
    found = every("country")
    codes = [one.code or "" for one in found]

    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    assert len(set(codes)) == len(codes)
    assert {one.iri for one in found} == {
        f"{iris.COUNTRY}{'1A0' if code == 'XKX' else code}" for code in codes
    }


@pytest.mark.parametrize(
    ("code", "called"),
    [
        ("RUS", ["Rusland", "Russische Federatie", "Russisch", "Russische", "Rus", "Russen", "Russin"]),
        ("SYR", ["Syrië", "Syrisch", "Syrische", "Syriër", "Syriërs"]),
        ("SDN", ["Sudan", "Soedan", "Sudanese", "Soedanese", "Sudanezen", "Soedanezen"]),
        ("SSD", ["Zuid-Sudan", "Zuid-Soedan", "Zuid-Soedanese"]),
        ("COD", ["Democratische Republiek Congo", "Congo", "Congolese", "DRC"]),
        ("COG", ["Congo-Brazzaville", "Republiek Congo"]),
        ("ERI", ["Eritrea", "Eritreeër", "Eritrees", "Eritrese", "Eritreeërs"]),
        ("PSE", ["Palestina", "Palestijnen", "Gaza", "Gazastrook", "Westelijke Jordaanoever"]),
        ("USA", ["Verenigde Staten", "VS", "USA", "Amerikaanse", "Amerikanen"]),
        ("GBR", ["Verenigd Koninkrijk", "VK", "Britten", "Noord-Ierland"]),
        ("NER", ["Niger", "Nigerezen"]),
        ("NGA", ["Nigeria", "Nigerianen"]),
        ("POL", ["Polen"]),
        ("XKX", ["Kosovo", "Kosovaren"]),
        ("UGA", ["Uganda", "Oeganda", "Oegandese"]),
        ("CZE", ["Tsjechië", "Tsjechische Republiek"]),
    ],
)
def test_countries_go_by_the_names_that_documents_give_them(code: str, called: list[str]) -> None:
    assert set(called) <= set(names(country(code)))


@pytest.mark.parametrize(
    "word", ["Korea", "Koerdisch", "Sovjet-Unie", "Engels", "Frans", "Letten", "Pool", "Deen", "Joegoslavië"]
)
def test_words_that_mean_no_one_country_are_none(word: str) -> None:
    assert not [one.code for one in every("country") if word in names(one)]


def test_all_but_the_smallest_countries_have_an_adjective() -> None:
    without = {one.code for one in every("country") if not one.adjectives}

    assert without == {"BES", "COG", "CYM", "DMA", "GGY", "IMN", "JEY", "KNA", "VCT", "VGB", "VIR"} - {"BES"}


def test_broader_and_related_concepts_exist() -> None:
    links = {o for _, p, o in stated() if p in {Skos.BROADER, f"{SKOS}related"}}

    assert links <= concepts().keys()
    assert all(set(one.broader) <= concepts().keys() for one in concepts().values())


def test_no_concept_is_broader_than_itself() -> None:
    for one in concepts().values():
        above = list(one.broader)
        for _ in range(len(concepts())):
            above = [iri for step in above for iri in concepts()[step].broader]
        assert above == []


def test_the_top_of_a_scheme_is_what_has_nothing_above_it() -> None:
    top = {s for s, p, _ in stated() if p == f"{SKOS}topConceptOf" and s in concepts()}
    listed = [one for kind in ("instrument", "report-kind", "topic") for one in every(kind)]

    assert top == {one.iri for one in listed if not one.broader}


def test_labels_end_in_what_a_compound_may_leave_out() -> None:
    with_heads = [one for one in concepts().values() if one.heads]

    assert {one.key for one in with_heads} >= {"besluitmoratorium", "vertrekmoratorium"}
    for one in with_heads:
        assert any(one.nl.endswith(head) for head in one.heads), one.key
        for head in one.heads:
            sharing = [other for other in with_heads if other != one and head in other.heads]
            assert sharing, f"{one.key}: nothing shares {head}"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("moratorium op Syrische asielaanvragen", "besluitmoratorium"),
        ("moratorium op het nemen van besluiten", "besluitmoratorium"),
        ("moratoria voor asielaanvragen", "besluitmoratorium"),
        ("moratorium op de uitzetting van Iraniërs", "vertrekmoratorium"),
        ("moratorium op gedwongen terugkeer", "vertrekmoratorium"),
        ("moratorium op euthanasie", None),
        ("moratorium op de bouw van windmolens", None),
    ],
)
def test_patterns_tell_what_a_moratorium_is_of(words: str, key: str | None) -> None:
    found = [
        one.key
        for one in every("instrument")
        for pattern in one.patterns
        if re.match(pattern, words, re.IGNORECASE)
    ]

    assert found == ([key] if key else [])


def test_patterns_belong_to_what_has_a_broader_concept() -> None:
    assert all(one.broader for one in concepts().values() if one.patterns)


def test_what_stands_in_a_domain_file_is_of_that_domain() -> None:
    domains = {s for s, p, o in triples_of("domain") if p == Rdf.TYPE and o == f"{SKOS}Concept"}
    for name in SHIPPED:
        if name.startswith("domains/"):
            things = {s for s, p, o in triples_of(name) if p == Rdf.TYPE and o == f"{SKOS}Concept"}
            assert {concepts()[thing].domain for thing in things} == {iris.concept("domain", Path(name).name)}
    assert {one.domain for one in concepts().values() if one.domain} == domains


def test_names_that_need_a_context_have_a_domain() -> None:
    assert all(one.domain for one in concepts().values() if one.contextual)


@pytest.mark.parametrize(("key", "article"), [("besluitmoratorium", 43), ("vertrekmoratorium", 45)])
def test_the_moratoria_rest_on_an_article_each(key: str, article: int) -> None:
    basis = f"https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel={article}"

    assert concepts()[iris.concept("instrument", key)].legal_basis == (basis,)


def test_legal_bases_are_addresses_of_law() -> None:
    bases = {basis for one in concepts().values() for basis in one.legal_basis}

    assert all(
        re.match(r"https://wetten\.overheid\.nl/jci1\.3:c:BWBR\d{7}|http://data\.europa\.eu/eli/", b)
        for b in bases
    )


def test_an_organisation_that_is_cited_too_is_one_thing() -> None:
    publishers = {s: o for s, p, o in triples_of("publishers") if p == Skos.PREF_LABEL}
    called = {squash(o) for s, p, o in triples_of("publishers") if p in {Skos.PREF_LABEL, Skos.ALT_LABEL}}
    for one in every("organisation"):
        if one.iri in publishers:
            assert one.nl == publishers[one.iri]
        else:
            assert one.iri == f"https://w3id.org/kamergraaf/id/organisation/{slug(one.key)}"
            assert squash(one.nl) not in called, f"{one.nl} is among the publishers"


# A user's own files


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CONCEPTS_VARIABLE, str(tmp_path))
    return tmp_path / "housing.ttl"


def test_a_file_of_a_user_is_picked_up(own: Path) -> None:
    own.write_text(OWN, encoding="utf-8")

    found = concepts()[iris.concept("instrument", "dakpannenheffing")]
    assert (found.kind, found.nl, found.en) == ("instrument", "dakpannenheffing", "roof tile levy")
    assert found.labels == ("dakpannenheffing", "dakpannenheffingen")
    assert found.domain == iris.concept("domain", "housing")


def test_files_and_folders_may_be_named_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    files = [tmp_path / "a" / "one.ttl", tmp_path / "a" / "two.ttl", tmp_path / "three.ttl"]
    for file in files:
        file.write_text(OWN, encoding="utf-8")
    monkeypatch.setenv(
        CONCEPTS_VARIABLE, os.pathsep.join(["", f"{tmp_path / 'a'}", f"{files[2]}", f"{files[0]}"])
    )

    assert concept_files()[-3:] == tuple(files)


def test_a_user_may_add_a_label_to_what_ships(own: Path) -> None:
    own.write_text(
        f"<{iris.COUNTRY}SYR> <{SKOS}altLabel> 'Land van de Levant'@nl .",
        encoding="utf-8",
    )

    assert country("SYR").nl == "Syrië"
    assert "Land van de Levant" in country("SYR").labels


def test_what_a_user_names_no_longer_is_forgotten(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.write_text(OWN, encoding="utf-8")
    assert iris.concept("instrument", "dakpannenheffing") in concepts()

    monkeypatch.delenv(CONCEPTS_VARIABLE)
    assert iris.concept("instrument", "dakpannenheffing") not in concepts()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (OWN.replace("skos:hiddenLabel", "skos hiddenLabel"), "not valid Turtle"),
        (OWN.replace('"dakpannenheffing"@nl', '"dakpannenheffing"'), 'Give it one: skos:prefLabel "…"@nl'),
        (
            OWN.replace("skos:hiddenLabel", 'kg:pattern "heffing (op" ; skos:hiddenLabel'),
            "is no regular expression",
        ),
    ],
)
def test_a_wrong_file_is_named_with_what_to_do(own: Path, content: str, told: str) -> None:
    own.write_text(content, encoding="utf-8")

    with pytest.raises(KamergraafError, match=re.escape(told)) as caught:
        concepts()
    assert str(caught.value).startswith(f"{own}: ")


@pytest.mark.parametrize("place", ["nowhere.ttl", "empty"])
def test_a_place_without_files_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.setenv(CONCEPTS_VARIABLE, str(tmp_path / place))

    with pytest.raises(KamergraafError, match=f"{place}: .*{CONCEPTS_VARIABLE}"):
        concepts()


def test_terms_of_the_files_are_those_that_are_read() -> None:
    used = {p for _, p, _ in stated() if p.startswith(PREFIXES["kg"])}

    assert used == {
        Kg.ADJECTIVE, Kg.COMPOUND_HEAD, Kg.CONTEXTUAL_LABEL, Kg.COUNTRY_CODE, Kg.DECIDABLE, Kg.DEMONYM,
        Kg.DOMAIN, Kg.LEGAL_BASIS, Kg.MISLEADING_LABEL, Kg.PATTERN,
    }  # fmt: skip

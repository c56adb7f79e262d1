from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import QuerySolutions, RdfFormat, Store

from ontology import iris
from ontology.nquads import GraphContent
from ontology.records import (
    Decision,
    DecisionType,
    Fulfilment,
    Kind,
    Mention,
    PaperRef,
    Read,
    Record,
    Span,
    Unit,
)
from ontology.terms import PREFIXES
from ontology.triples import graphs
from tests.ontology.samples import MORATORIUM, SUDAN, answer, at, letter, order, question_set, snapshot

HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
SET, REPLY = "kv-tk-2025Z00001", "ah-tk-20242025-9001"
HOME = f"{iris.COUNTRY}NLD"
QUESTION = f"{iris.ID}question/nl/2025Z00001/2"


def policy(record: Record) -> list[GraphContent]:
    return [one for one in graphs(record) if one.layer == "extract"]


def ask(record: Record, pattern: str) -> list[tuple[str, ...]]:
    """Rows of the variables of a pattern, in their order in it."""
    names = " ".join(dict.fromkeys(re.findall(r"\?\w+", pattern))) or "*"
    store = Store()
    for one in graphs(record):
        store.load(one.nquads, format=RdfFormat.N_QUADS)
    found = store.query(f"{HEAD}SELECT {names} WHERE {{ {pattern} }}", use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return sorted(tuple(term.value for term in row) for row in found)


def asked(*mentions: Mention) -> Record:
    return replace(question_set(), mentions=mentions)


def titled(concept: str, record: Record) -> Mention:
    assert record.subject
    return Mention(concept, Unit.DOCUMENT, 0, record.subject.span, title=True)


def in_question(concept: str, record: Record, number: int = 2) -> Mention:
    return Mention(concept, Unit.QUESTION, number, record.questions[number - 1].span)


def test_a_record_that_says_nothing_of_policy_has_no_such_graph() -> None:
    assert policy(question_set()) == policy(letter()) == []


def test_what_is_said_stands_beside_the_document_at_its_rank() -> None:
    mentions = (
        titled(SUDAN, answer()),
        in_question(MORATORIUM, answer()),
        Mention(SUDAN, Unit.ANSWER, 1, answer().answers[0].span),
    )
    reprinted = policy(replace(answer(), mentions=mentions))
    original = policy(asked(titled(SUDAN, question_set())))
    set_key = graphs(answer())[1].graph.rpartition("/")[2]

    assert [(one.graph, one.rank) for one in reprinted] == [
        (iris.policy_graph(REPLY), 0),
        (iris.policy_graph(set_key), 1),
    ]
    assert [(one.graph, one.rank) for one in original] == [(iris.policy_graph(SET), 0)]


def test_a_mention_says_where_and_what_and_names_are_described_once() -> None:
    record = asked(in_question(MORATORIUM, question_set()), in_question(MORATORIUM, question_set()))
    mention = iris.mention(SET, QUESTION, MORATORIUM)
    place = f"<{mention}> kg:evidence/oa:hasSelector ?at . ?at oa:exact ?words"

    assert ask(record, "?part kg:mentions ?c") == [(QUESTION, MORATORIUM)]
    assert ask(record, "?m kg:mentionedIn ?part ; kg:names ?c") == [(mention, QUESTION, MORATORIUM)]
    assert [row[1] for row in ask(record, place)] == [record.snapshot.quote(record.questions[1].span)]
    assert ask(record, f"<{MORATORIUM}> skos:prefLabel ?label FILTER(LANG(?label) = 'nl')") == [
        ("besluitmoratorium",)
    ]
    assert ask(record, f"<{MORATORIUM}> kg:legalBasis ?law") == [
        ("https://wetten.overheid.nl/jci1.3:c:BWBR0011823&artikel=43",)
    ]


def test_a_question_concerns_what_it_names_but_not_the_netherlands() -> None:
    record = question_set()
    told = asked(in_question(MORATORIUM, record), in_question(SUDAN, record), in_question(HOME, record))

    assert ask(told, f"<{QUESTION}> kg:mentions <{HOME}>") == [()]
    assert ask(told, f"<{QUESTION}> kg:concernsCountry ?land") == [(SUDAN,)]
    assert ask(told, "?doc a kg:QuestionDocument ; kg:concerns ?what") == [
        (f"{iris.ID}doc/nl/{SET}", MORATORIUM)
    ]


@pytest.mark.parametrize(
    ("named", "countries"), [((), []), ((SUDAN,), [(SUDAN, "0.8")])], ids=["no subject", "a subject"]
)
def test_a_question_without_country_takes_that_of_the_subject(
    named: tuple[str, ...], countries: list[tuple[str, str]]
) -> None:
    record = question_set()
    told = asked(in_question(MORATORIUM, record), *(titled(concept, record) for concept in named))
    ground = f"?j rdf:subject <{QUESTION}> ; rdf:object ?c ; kg:confidence ?sure"
    stated = ask(told, f"<{QUESTION}> kg:concernsCountry ?c")

    assert [row[1:] for row in ask(told, ground)] == countries
    assert stated == [row[:1] for row in countries]


def test_a_question_with_a_country_keeps_to_it() -> None:
    record, syria = question_set(), f"{iris.COUNTRY}SYR"
    told = asked(titled(SUDAN, record), in_question(MORATORIUM, record), in_question(syria, record))

    assert ask(told, f"<{QUESTION}> kg:concernsCountry ?land") == [(syria,)]


def test_a_statement_says_what_the_passage_says_and_no_more() -> None:
    [(statement, *_)] = ask(order(), "?s a kg:DecisionStatement")
    facts = dict(ask(order(), f"<{statement}> ?p ?o FILTER(?p NOT IN (rdf:type, kg:evidence))"))
    named = {predicate.rpartition("#")[2]: value for predicate, value in facts.items()}

    assert named == {
        "decisionType": f"{iris.CONCEPT}decision-type/extend",
        "instrument": MORATORIUM,
        "concernsCountry": SUDAN,
        "decidedOn": "2025-03-03",
        "effectiveUntil": "2025-09-01",
        "statedIn": f"{iris.ID}doc/nl/kst-19637-4001",
        "statedOn": "2025-03-03",
        "confidence": "0.9",
    }


def test_papers_that_a_passage_names_are_described() -> None:
    record = order()
    paper = PaperRef("19637", "3999", record.decisions[0].span)
    told = replace(record, decisions=(replace(record.decisions[0], cites=(paper,)),))

    found = ask(told, "?s a kg:DecisionStatement ; kg:recordedIn ?paper . ?paper kg:sequenceNumber ?n")

    assert [row[1:] for row in found] == [(f"{iris.ID}doc/nl/kst-19637-3999", "3999")]


def test_what_is_said_twice_has_one_text_and_both_places() -> None:
    first = order()
    [claim] = first.claims
    again = replace(claim, text="Sudanis niet vei-lig.", span=Span(claim.span.start + 1, claim.span.end))
    said_twice = replace(first, claims=(claim, again))

    assert ask(said_twice, "?claim a kg:Claim ; kg:text ?words")[0][1] == claim.text
    assert len(ask(said_twice, "?claim a kg:Claim ; kg:text ?words")) == 1
    assert len(ask(said_twice, "?claim a kg:Claim ; kg:evidence ?span")) == 2


def test_reports_commitments_and_claims_have_their_speaker_and_days() -> None:
    record = order()
    by = "?s prov:wasAttributedTo/skos:prefLabel ?who"

    reports = ask(
        record, "?s a kg:ReportStatement ; dcterms:type ?k ; kg:expectedFrom ?a ; kg:expectedUntil ?z"
    )
    secretary = "Staatssecretaris van Justitie en Veiligheid"

    assert [row[1:] for row in reports] == [
        (f"{iris.CONCEPT}report-kind/algemeen-ambtsbericht", "2025-04-01", "2025-06-30")
    ]
    assert [row[1:] for row in ask(record, f"?s a kg:Commitment ; kg:expectedUntil ?due . {by}")] == [
        ("2025-06-30", secretary)
    ]
    assert [row[1] for row in ask(record, f"?s a kg:Claim ; kg:concernsCountry <{SUDAN}> . {by}")] == [
        secretary
    ]


def test_no_triple_stands_in_two_graphs() -> None:
    text = answer().snapshot.text
    whole = answer().answers[0].span
    decided = Decision(
        DecisionType.END, ("besluitmoratorium",), "SDN", whole, Unit.ANSWER, 1, None, date(2025, 1, 1)
    )
    mentions = (
        titled(SUDAN, answer()),
        in_question(SUDAN, answer()),
        Mention(SUDAN, Unit.ANSWER, 1, at(text, "Ja")),
    )
    store = Store()
    for one in graphs(replace(answer(), mentions=mentions, decisions=(decided,))):
        store.load(one.nquads, format=RdfFormat.N_QUADS)
    triples = [quad.triple for quad in store]

    assert len(triples) == len(set(triples))


def test_a_country_that_no_table_has_is_left_out() -> None:
    record = order()
    told = replace(record, decisions=(replace(record.decisions[0], country="XXX"),))

    assert ask(told, "?s a kg:DecisionStatement ; kg:concernsCountry ?land") == []


TITLE, RUSSIA, GERMANY = "MOTIE VAN HET LID VAN EYCK over Sudan", f"{iris.COUNTRY}RUS", f"{iris.COUNTRY}DEU"


def moved(text: str, *named: tuple[str, str], title: str = "") -> Record:
    """A motion with its words, and what names which country in it."""
    whole = f"{title}\n{text}"
    copy = snapshot(whole)
    mentions = [Mention(iri, Unit.DOCUMENT, 0, at(whole, words)) for words, iri in named]
    if title:
        mentions.append(Mention(SUDAN, Unit.DOCUMENT, 0, at(whole, "Sudan"), title=True))
    return Record(
        Kind.MOTION,
        copy,
        paper=PaperRef("19637", "4002", at(whole, text[:4])),
        title=Read(title, at(whole, title)) if title else None,
        wording=Read(text, at(whole, text)),
        mentions=tuple(mentions),
    )


@pytest.mark.parametrize(
    ("record", "countries"),
    [
        (
            moved(
                "overwegende dat Duitsland dit doet; verzoekt de regering Russen op te vangen",
                ("Duitsland", GERMANY),
                ("Russen", RUSSIA),
            ),
            [(RUSSIA,)],
        ),
        (
            moved(
                "verzoekt de regering, net als Duitsland, Russen op te vangen",
                ("Duitsland", GERMANY),
                ("Russen", RUSSIA),
            ),
            [(RUSSIA,)],
        ),
        (
            moved("verzoekt de regering Russen op te vangen", ("Russen", RUSSIA), title=TITLE),
            [(SUDAN,)],
        ),
        (
            moved("spreekt uit dat Duitsland helpt; Russen, dus Rus", ("Russen", RUSSIA), ("Rus", RUSSIA)),
            [(RUSSIA,)],
        ),
        (
            moved(
                "constaterende dat Duitsland en Rusland bellen",
                ("Duitsland", GERMANY),
                ("Rusland", RUSSIA),
            ),
            [],
        ),
    ],
    ids=["the request", "no comparison", "the title", "the only one", "a tie"],
)
def test_a_motion_is_about_what_it_asks_for(record: Record, countries: list[tuple[str, ...]]) -> None:
    doc = f"<{iris.ID}doc/nl/kst-19637-4002>"
    named = {(one.concept,) for one in record.mentions}

    assert ask(record, f"{doc} kg:concernsCountry ?land") == countries
    assert ask(record, f"{doc} kg:mentions ?named") == sorted(named)


def test_a_domain_has_its_name_in_the_store() -> None:
    labels = ask(
        asked(in_question(MORATORIUM, question_set())), f"<{MORATORIUM}> kg:domain/skos:prefLabel ?l"
    )

    assert labels == [("asiel en terugkeer",), ("asylum and return",)]


def test_a_mention_gives_its_page_where_that_is_not_the_page_of_its_passage() -> None:
    record = question_set()
    span = record.questions[1].span
    words = Span(span.end - 4, span.end)
    pages = replace(record.snapshot, page_starts=(0, words.start))
    told = replace(asked(Mention(SUDAN, Unit.QUESTION, 2, words)), snapshot=pages)
    near = replace(asked(in_question(SUDAN, record)), snapshot=pages)
    page = "?m a kg:Mention ; kg:evidence/kg:pageNumber ?page"

    assert [row[1:] for row in ask(told, page)] == [("2",)]
    [(_, graph)] = [(one.layer, one.nquads) for one in policy(near)]
    assert b"pageNumber" not in graph


def test_what_a_document_fulfils_names_where_it_was_promised() -> None:
    record = order()
    span = record.commitments[0].span
    kept = Fulfilment(span, cites=(PaperRef("19637", "3999", span),), promised_on=date(2025, 1, 9))
    told = replace(record, fulfilments=(kept,))
    found = ask(
        told, "?s a kg:FulfilmentStatement ; kg:promisedIn ?doc ; kg:promisedOn ?day ; kg:confidence ?n"
    )

    assert [row[1:] for row in found] == [(f"{iris.ID}doc/nl/kst-19637-3999", "2025-01-09", "0.85")]

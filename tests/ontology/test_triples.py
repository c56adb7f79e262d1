from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, RdfFormat, Store, parse

from ontology.nquads import GraphContent
from ontology.records import (
    Answer,
    AppendixRef,
    CaseRef,
    Citation,
    Kind,
    Member,
    Note,
    PaperRef,
    Post,
    Question,
    Read,
    Record,
    Remark,
    Responder,
    Source,
    Span,
    Unit,
)
from ontology.terms import PREFIXES
from ontology.triples import graphs
from tests.ontology.samples import answer, letter, notice, question_set, snapshot, story, without_case

ID = "https://w3id.org/kamergraaf/id/"
GRAPH = "https://w3id.org/kamergraaf/graph/"
HEAD = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
NOWHERE = Span(0, 0)


def quads(contents: list[GraphContent]) -> list[Quad]:
    return [q for c in contents for q in parse(c.nquads, format=RdfFormat.N_QUADS)]


def rows(records: Record | tuple[Record, ...], select: str, where: str) -> list[tuple[str | None, ...]]:
    """Sorted rows of a query over the graphs of records; own IRIs are shown without their base."""
    store = Store()
    for record in records if isinstance(records, tuple) else (records,):
        for content in graphs(record):
            store.load(content.nquads, format=RdfFormat.N_QUADS)
    sparql = f"{HEAD}SELECT DISTINCT {select} WHERE {{ {where} }}"
    found = store.query(sparql, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    return sorted((tuple(shown(term) for term in row) for row in found), key=str)


def shown(term: NamedNode | Literal | None) -> str | None:
    return None if term is None else term.value.removeprefix(ID)


def doc_graphs(record: Record) -> dict[str, GraphContent]:
    return {c.graph.removeprefix(f"{GRAPH}doc/"): c for c in graphs(record) if c.layer == "doc"}


@pytest.mark.parametrize("record", story(), ids=lambda record: record.kind.value)
def test_no_blank_node_no_doubled_triple_sorted_lines(record: Record) -> None:
    contents = graphs(record)
    triples = Counter(q.triple for q in quads(contents))
    names = [c.graph for c in contents]

    assert not [
        q for q in quads(contents) if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)
    ]
    assert [t for t, n in triples.items() if n > 1] == []
    assert len(names) == len(set(names))
    for content in contents:
        lines = content.nquads.splitlines(keepends=True)
        assert lines == sorted(set(lines))
        assert {q.graph_name.value for q in quads([content])} == {content.graph}


@pytest.mark.parametrize("record", story(), ids=lambda record: record.kind.value)
def test_same_record_same_bytes(record: Record) -> None:
    assert graphs(record) == graphs(record)


def test_reference_graphs_do_not_depend_on_who_mentions() -> None:
    seen: dict[str, bytes] = {}
    for record in story():
        for content in graphs(record):
            if content.layer == "ref":
                assert seen.setdefault(content.graph, content.nquads) == content.nquads
                assert content.nquads


def test_prints_that_differ_describe_a_source_alike() -> None:
    record = question_set()
    citation, other = record.citations
    assert isinstance(citation.target, Source)
    twin = replace(
        citation.target, url="https://nieuwebode.example/verweggie/", title="Anders", publisher="Bode"
    )
    printed = [
        replace(record, citations=(replace(citation, target=t), other)) for t in (citation.target, twin)
    ]
    refs = [[c for c in graphs(r) if "/ref/source/" in c.graph] for r in printed]

    assert refs[0] == refs[1]


def test_ranks_and_names_of_document_graphs() -> None:
    (set_doc,) = doc_graphs(without_case(question_set()))
    ranks = {
        name: {g: c.rank for g, c in doc_graphs(r).items()} for name, r in zip("qnal", story(), strict=True)
    }

    assert ranks == {
        "q": {"kv-tk-2025Z00001": 0},
        "n": {"ah-tk-20242025-9000": 0, set_doc: 2},
        "a": {"ah-tk-20242025-9001": 0, set_doc: 1},
        "l": {"kst-36600-VII-42": 0},
    }


def test_a_reprinted_set_names_the_same_nodes_as_the_original() -> None:
    original = doc_graphs(without_case(question_set()))
    reprint = doc_graphs(answer())
    (name,) = original

    def nodes(content: GraphContent) -> set[str]:
        subjects = {q.subject.value for q in quads([content])}
        return {iri for iri in subjects if "/snapshot/" not in iri and "/inline/" not in iri}

    assert nodes(original[name]) == nodes(reprint[name])


def test_the_set_as_a_whole() -> None:
    found = rows(
        question_set(),
        "?number ?title ?submitted ?due ?kind",
        """?set a kg:QuestionDocument ; kg:caseNumber ?number ; dcterms:title ?title ; dcterms:type ?kind ;
           dcterms:dateSubmitted ?submitted ; kg:replyDue ?due""",
    )

    kind = "https://w3id.org/kamergraaf/concept/document-kind/written-questions"
    assert found == [("2025Z00001", "het moratorium voor Verweggië", "2025-01-06", "2025-01-27", kind)]


def test_papers_are_found_from_the_post_that_is_addressed() -> None:
    found = rows(
        question_set(),
        "?post ?question ?number",
        """?set kg:addressedTo/skos:prefLabel ?post . ?question a kg:Question ; eli:is_part_of ?set .
           ?question kg:cites ?paper . ?paper a kg:ParliamentaryPaper ;
             kg:sequenceNumber ?number ; kg:inDossier/kg:dossierNumber "19637" """,
    )

    assert found == [
        ("Minister van Asiel en Migratie", "question/nl/2025Z00001/2", "3018"),
        ("Minister voor Rechtsbescherming", "question/nl/2025Z00001/2", "3018"),
    ]


def test_askers_with_party_and_evidence() -> None:
    found = rows(
        question_set(),
        "?name ?party ?words",
        """?set kg:askedBy ?who ; kg:party/skos:prefLabel ?party ; kg:hasParticipation ?part .
           ?who foaf:name ?name . ?part eli-dl:participation_role role:asker ;
             eli-dl:had_participant_person ?who ; kg:partyLabel "PLP" ;
             kg:evidence/oa:hasSelector/oa:exact ?words""",
    )

    assert found == [("Oever", "PLP", "Oever"), ("Van Eikenhoek", "PLP", "Van Eikenhoek")]


def test_posts_know_their_ministry() -> None:
    found = rows(question_set(), "?label", "?set kg:addressedTo/org:postIn/skos:prefLabel ?label")

    assert found == [("ministerie van Asiel en Migratie",), ("ministerie van Justitie en Veiligheid",)]


def test_answers_cover_questions_and_refer_to_each_other() -> None:
    found = rows(
        answer(),
        "?number ?kind ?other",
        """?answer a kg:Answer ; kg:answerKind ?kind ; kg:answers/kg:questionNumber ?number .
           OPTIONAL { ?answer kg:refersToAnswer ?other }""",
    )

    kind = "https://w3id.org/kamergraaf/concept/answer-kind"
    assert found == [
        ("1", f"{kind}/substantive", None),
        ("2", f"{kind}/referral", "answer/nl/ah-tk-20242025-9001/1"),
    ]


def test_who_answers_in_which_post_after_how_many_days() -> None:
    found = rows(
        answer(),
        "?name ?post ?days",
        """?doc kg:answeredBy/foaf:name ?name ; kg:replyDays ?days ;
           kg:hasParticipation/kg:inCapacityOf/skos:prefLabel ?post""",
    )

    assert found == [("Dijkman", "Minister van Asiel en Migratie", "35")]


def test_a_notice_gives_reason_and_later_term() -> None:
    found = rows(
        notice(),
        "?due ?received ?reason ?post",
        """?doc a kg:DelayNotice ; kg:replyDue ?due ; kg:receivedOn ?received ; kg:delayReason ?reason ;
           kg:onBehalfOf/skos:prefLabel ?post ; kg:remark "odd: niets bijzonders" """,
    )

    reason = "De reden van het uitstel is dat nadere afstemming nodig is."
    assert found == [("2025-02-17", "2025-01-27", reason, "Minister van Buitenlandse Zaken")]


def test_a_cited_paper_and_the_letter_itself_are_one_node() -> None:
    found = rows(
        (answer(), letter()),
        "?paper ?day ?title ?post",
        """?answer a kg:Answer ; kg:cites ?paper .
           ?paper kg:inDossier/kg:dossierSuffix "VII" ; eli:date_document ?day ; dcterms:title ?title ;
             kg:hasParticipation/kg:inCapacityOf/skos:prefLabel ?post""",
    )

    assert found == [("doc/nl/kst-36600-VII-42", "2025-03-03", "Verweggië", "Minister van Asiel en Migratie")]


def test_citations_say_where_they_stand_and_what_they_cite() -> None:
    found = rows(
        answer(),
        "?citation ?cited ?number",
        """?citation a kg:Citation ; cito:hasCitedEntity ?cited ; kg:marker/oa:hasSelector/oa:exact ?mark .
           OPTIONAL { ?citation kg:footnoteNumber ?number ; kg:inNote/kg:noteNumber ?number }""",
    )
    reprint = doc_graphs(without_case(question_set()))
    (set_doc,) = reprint

    assert {row for row in found if row[0] and "9001" in row[0]} == {
        ("citation/ah-tk-20242025-9001/fn/2/1", "doc/nl/kst-36600-VII-42", "2"),
        ("citation/ah-tk-20242025-9001/fn/2/2", "doc/nl/kv-tk-2024Z16988", "2"),
        ("citation/ah-tk-20242025-9001/inline/435", "doc/nl/ah-tk-20242025-393", None),
    }
    assert [row[0] for row in found if row[2] == "1"] == [f"citation/{set_doc}/fn/1/1"]


def test_a_source_is_described_where_it_is_cited() -> None:
    found = rows(
        question_set(),
        "?title ?day ?publisher ?page ?printed",
        """?citation kg:citedTitle ?title ; kg:citedDate ?day ; kg:citedPublisher/skos:prefLabel ?publisher ;
           kg:citedUrl ?printed ; cito:hasCitedEntity/foaf:page ?page""",
    )

    assert found == [
        (
            "Verweggië wordt weer veilig",
            "2025-01-03",
            "De Nieuwe Bode",
            "https://nieuwebode.example/verweggie",
            "www.nieuwebode.example/verweggie",
        )
    ]


def test_notes_belong_to_what_marks_them() -> None:
    found = rows(answer(), "?note ?of", "?note a kg:Note ; kg:noteOf ?of")
    (set_doc,) = doc_graphs(without_case(question_set()))

    assert found == [
        ("note/ah-tk-20242025-9001/2", "answer/nl/ah-tk-20242025-9001/2"),
        (f"note/{set_doc}/1", f"question/nl/{set_doc}/1"),
    ]


@pytest.mark.parametrize("record", story(), ids=lambda record: record.kind.value)
def test_every_span_leads_to_the_exact_words(record: Record) -> None:
    found = rows(
        record,
        "?span ?start ?end ?words ?hash",
        """?span a kg:TextSpan ; oa:hasSource/kg:sha256 ?hash ; oa:hasSelector ?s .
           ?s oa:start ?start ; oa:end ?end ; oa:exact ?words""",
    )

    assert found
    for span, start, end, words, digest in found:
        assert span is not None
        assert span.endswith(f"#char={start},{end}")
        assert record.snapshot.text[int(start or 0) : int(end or 0)] == words
        assert digest == record.snapshot.sha256


def test_every_span_of_a_record_is_kept() -> None:
    for record in story():
        kept = {row[0].rpartition("=")[2] for row in rows(record, "?s", "?s a kg:TextSpan") if row[0]}
        asked = {f"{span.start},{span.end}" for span in record.spans()}
        assert asked <= kept


def test_pages_are_told_of_what_has_pages() -> None:
    assert {row[0] for row in rows(answer(), "?page", "?span kg:pageNumber ?page")} == {"1", "2"}
    assert rows(notice(), "?page", "?span kg:pageNumber ?page") == []


def test_a_long_passage_has_its_place_but_not_its_words_twice() -> None:
    text = "Ja. " * 500
    record = Record(Kind.ANSWER, snapshot(text), answers=(Answer((1,), text, Span(0, len(text))),))

    assert rows(record, "?end", "?s oa:end ?end FILTER NOT EXISTS { ?s oa:exact ?x }") == [("2000",)]


def test_a_reply_without_its_questions_still_ties_answers_to_them() -> None:
    text = "2025Z00002 Antwoord 1, 2 en 3"
    record = Record(
        Kind.ANSWER,
        snapshot(text),
        case_number=Read("2025Z00002", Span(0, 10)),
        answers=(
            Answer((1,), "Ja.", NOWHERE),
            Answer((2, 3), "Nee.", NOWHERE),
            Answer((2, 3), "Toch.", NOWHERE),
        ),
    )

    assert {name: c.rank for name, c in doc_graphs(record).items()} == {
        "antwoord-2025Z00002": 0,
        "kv-tk-2025Z00002": 3,
    }
    assert rows(
        record, "?answer ?number", "?answer kg:answers ?q . ?q a kg:Question ; kg:questionNumber ?number"
    ) == [
        ("answer/nl/antwoord-2025Z00002/1", "1"),
        ("answer/nl/antwoord-2025Z00002/2-3", "2"),
        ("answer/nl/antwoord-2025Z00002/2-3", "3"),
        ("answer/nl/antwoord-2025Z00002/2-3.2", "2"),
        ("answer/nl/antwoord-2025Z00002/2-3.2", "3"),
    ]


def test_a_notice_about_nothing_known_replies_to_nothing() -> None:
    record = Record(Kind.DELAY_NOTICE, snapshot("Mededeling"))

    assert list(doc_graphs(record)) == [f"unnumbered-{record.snapshot.sha256[:16]}"]
    assert rows(record, "?set", "?doc kg:repliesTo ?set") == []


def test_oral_questions_have_a_kind_and_no_term() -> None:
    record = replace(
        question_set(), kind=Kind.ORAL_QUESTIONS, questions=(), notes=(), citations=(), papers=()
    )

    assert rows(record, "?kind", "?set a kg:QuestionDocument ; dcterms:type ?kind") == [
        ("https://w3id.org/kamergraaf/concept/document-kind/oral-questions",)
    ]
    assert rows(record, "?due", "?set kg:replyDue ?due") == []


def test_doubled_numbers_are_kept_apart() -> None:
    record = Record(
        Kind.WRITTEN_QUESTIONS,
        snapshot("x" * 40),
        questions=(Question(1, "A?", Span(0, 2), (1,)), Question(1, "B?", Span(4, 6), (1,))),
        notes=(Note(1, "eerste", Span(10, 12)), Note(1, "tweede", Span(14, 16))),
    )
    found = rows(record, "?note ?text ?of", "?note kg:noteNumber 1 ; kg:text ?text ; kg:noteOf/kg:text ?of")

    assert [(row[1], row[2]) for row in found] == [("eerste", "A?"), ("tweede", "B?")]
    assert [(row[0] or "").rpartition("/")[2] for row in found] == ["1", "1.2"]


def test_references_that_no_passage_claims_are_cited_by_the_document() -> None:
    text = "Kamerstuk 36 600, en dossier 19 637"
    dossier = PaperRef("19637", None, Span(21, 35))
    record = Record(Kind.LETTER, snapshot(text), papers=(PaperRef("36600", "7", Span(0, 16)), dossier))
    found = rows(
        record, "?cited ?text", "?c kg:citationText ?text ; cito:hasCitedEntity ?cited . ?doc kg:cites ?cited"
    )

    assert found == [("doc/nl/kst-36600-7", "Kamerstuk 36 600"), ("dossier/nl/19637", "dossier 19 637")]


def test_an_appendix_number_without_year_stays_a_thing_of_its_document() -> None:
    ref = AppendixRef(None, "507", Span(0, 3))
    citing = Citation(Unit.DOCUMENT, 0, ref, "nr. 507", Span(0, 3))
    one, other = (
        Record(Kind.LETTER, snapshot(text), appendix_refs=(ref,), citations=(citing,))
        for text in ("abc", "abd")
    )
    found = rows((one, other), "?cited", "?doc kg:cites ?cited . ?cited a kg:Document")

    assert len(found) == 2
    assert all("unresolved/" in (row[0] or "") for row in found)


def test_dates_that_contradict_give_no_duration() -> None:
    early = replace(answer(), received=Read(date(2024, 12, 1), NOWHERE))

    assert rows(early, "?days", "?doc kg:replyDays ?days") == []


def test_a_number_that_says_little_is_still_a_document_wherever_it_is_met() -> None:
    text = "kst-1259252 en vragen nr. 25-X"
    own = Read("kst-1259252", Span(0, 11))
    citing = Record(Kind.LETTER, snapshot(text), identifier=own, case_refs=(CaseRef("25-X", Span(26, 30)),))
    found = rows(citing, "?doc ?id", "?doc a kg:Document ; dcterms:identifier ?id")

    assert found == [("doc/nl/kst-1259252", "kst-1259252"), ("doc/nl/kv-tk-25-X", "kv-tk-25-X")]
    assert max(Counter(q.triple for q in quads(graphs(citing))).values()) == 1


TEXT = st.text(max_size=30)


@given(TEXT, TEXT, TEXT, TEXT)
def test_whatever_is_printed_gives_quads_that_parse(one: str, two: str, three: str, four: str) -> None:
    source = Source(one, date(2025, 1, 3), two, f"x.example/{three}", NOWHERE)
    targets = (source, PaperRef(one, two, NOWHERE), AppendixRef(three, four, NOWHERE), CaseRef(one, NOWHERE))
    record = replace(
        answer(),
        snapshot=snapshot(one + two + three + four),
        identifier=Read(one, Span(0, len(one))),
        case_number=Read(two, NOWHERE),
        subject=Read(three, NOWHERE),
        parliamentary_year=Read(four, NOWHERE),
        askers=(Member(one, two, NOWHERE),),
        addressees=(Post(f"Minister van {three}", NOWHERE), Post(four, NOWHERE)),
        responders=(Responder(one, two, three, NOWHERE),),
        citations=tuple(Citation(Unit.DOCUMENT, 0, target, one, NOWHERE) for target in targets),
        remarks=(Remark("odd", four),),
    )
    found = quads(graphs(record))

    assert max(Counter(quad.triple for quad in found).values()) == 1

"""One seeded error for each shape: a SPARQL update that breaks the clean sample, and who should complain."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["SEEDS", "Seed"]

SET = "<https://w3id.org/kamergraaf/id/doc/nl/kv-tk-2025Z00001>"
QUESTION = "<https://w3id.org/kamergraaf/id/question/nl/2025Z00001/2>"
ANSWER_DOC = "<https://w3id.org/kamergraaf/id/doc/nl/ah-tk-20242025-9001>"
ANSWER = "<https://w3id.org/kamergraaf/id/answer/nl/ah-tk-20242025-9001/2>"
NOTICE = "<https://w3id.org/kamergraaf/id/doc/nl/ah-tk-20242025-9000>"
PAPER = "<https://w3id.org/kamergraaf/id/doc/nl/kst-19637-3018>"
DOSSIER = "<https://w3id.org/kamergraaf/id/dossier/nl/19637>"
ASKER = "<https://w3id.org/kamergraaf/id/participation/kv-tk-2025Z00001/asker/1>"
ADDRESSEE = "<https://w3id.org/kamergraaf/id/participation/kv-tk-2025Z00001/addressee/1>"
NOTE = "<https://w3id.org/kamergraaf/id/note/kv-tk-2025Z00001/1>"
CITATION = "<https://w3id.org/kamergraaf/id/citation/kv-tk-2025Z00001/fn/1/1>"
ACTOR = "<https://w3id.org/kamergraaf/id/actor/kv-tk-2025Z00001/asker/1>"
SEAT = "<https://w3id.org/kamergraaf/id/membership/nl/plp/1/2025-01-01>"
PERSON = "<https://w3id.org/kamergraaf/id/person/tk/1>"
DECISION = "<https://w3id.org/kamergraaf/id/decision/nl/x/1>"


@dataclass(frozen=True, slots=True)
class Seed:
    """What is done to the sample, and the shape that should find it."""

    shape: str
    update: str
    warning: bool = False


def add(triples: str) -> str:
    return f"INSERT DATA {{ GRAPH <https://x.example/seed> {{ {triples} }} }}"


def drop(subject: str, predicate: str, value: str = "?o") -> str:
    return f"DELETE WHERE {{ GRAPH ?g {{ {subject} {predicate} {value} }} }}"


def swap(subject: str, predicate: str, value: str) -> str:
    return f"{drop(subject, predicate)} ; {add(f'{subject} {predicate} {value}')}"


def change(predicate: str, value: str) -> str:
    """Give all nodes that have a property another value of it."""
    where = f"GRAPH ?g {{ ?s {predicate} ?o }}"
    return f"DELETE {{ {where} }} INSERT {{ GRAPH ?g {{ ?s {predicate} {value} }} }} WHERE {{ {where} }}"


PROV = "<https://w3id.org/kamergraaf/graph/prov>"
FAILURE = "<https://w3id.org/kamergraaf/id/failure/0123456789abcdef>"
DECIDED = f"""{DECISION} a kg:PolicyDecision ; kg:decides <https://x.example/m> ;
    kg:decidedOn "2025-01-01"^^xsd:date ; kg:recordedIn {PAPER} ; kg:evidence <https://x.example/span> .
    <https://x.example/m> a kg:PolicyMeasure ."""
JOIN = "<https://w3id.org/kamergraaf/id/join/ah-tk-20242025-9000/1>"
JOINED = f"{JOIN} a kg:Join ; rdf:subject {NOTICE} ; rdf:predicate kg:repliesTo ; rdf:object {SET}"
GROUND = "kg:basis join-basis:number"
REPORT = "<https://w3id.org/kamergraaf/id/report/nl/algemeen-ambtsbericht/SDN/2025-q2>"


def of_class(cls: str, predicate: str, value: str = "") -> str:
    """Take a property from all nodes of a class, or give them another value of it."""
    where = f"GRAPH ?g {{ ?s a {cls} ; {predicate} ?o }}"
    put = f"INSERT {{ GRAPH ?g {{ ?s {predicate} {value} }} }}" if value else ""
    return f"DELETE {{ GRAPH ?g {{ ?s {predicate} ?o }} }} {put} WHERE {{ {where} }}"


SEEDS = (
    Seed("CaseNumber", swap(SET, "kg:caseNumber", '"25-1"')),
    Seed("Case", add('<https://x.example/case> a kg:Case ; kg:closed "yes"')),
    Seed("Join", add(f"{JOINED} ; {GROUND}")),
    Seed("Join", add(f'{JOINED} ; {GROUND} ; kg:confidence "1.5"^^xsd:decimal')),
    Seed("Join", add(f'{JOINED} ; kg:basis {SET} ; kg:confidence "1"^^xsd:decimal')),
    Seed("Join", add(f"{JOIN} a kg:Join ; rdf:subject {ACTOR} ; rdf:predicate dcterms:source")),
    Seed("JoinedFact", add(f"{JOINED.replace('repliesTo', 'followsUp')} ; {GROUND}")),
    Seed("Heading", drop(SET, "kg:askedBy")),
    Seed("Heading", swap(SET, "dcterms:dateSubmitted", '"6 januari 2025"')),
    Seed("Heading", drop(SET, "kg:addressedTo"), warning=True),
    Seed("Question", swap(QUESTION, "kg:questionNumber", "0")),
    Seed("Question", swap(QUESTION, "kg:text", '"zonder taal"')),
    Seed("Numbering", swap(QUESTION, "kg:questionNumber", "4"), warning=True),
    Seed("Answer", swap(ANSWER, "kg:answers", SET)),
    Seed("Answer", swap(ANSWER, "kg:answerKind", "answer-kind:evasive")),
    Seed("Alignment", add(f"{ANSWER} kg:answers {QUESTION}")),
    Seed("Coverage", drop(ANSWER, "kg:answers"), warning=True),
    Seed("Reply", swap(ANSWER_DOC, "kg:replyDays", "-3")),
    Seed("Reply", swap(NOTICE, "kg:repliesTo", PAPER)),
    Seed("Reply", drop(NOTICE, "kg:receivedOn"), warning=True),
    Seed("ReplyDates", swap(NOTICE, "kg:receivedOn", '"2024-12-01"^^xsd:date'), warning=True),
    Seed("Participation", swap(ASKER, "eli-dl:participation_role", "role:bystander")),
    Seed("Participation", drop(ADDRESSEE, "kg:inCapacityOf")),
    Seed("Actor", drop("?s", "foaf:name", '"Oever"')),
    Seed("Post", add('<https://w3id.org/kamergraaf/id/group/nl/plp> skos:prefLabel "Andere naam"@nl')),
    Seed(
        "PostHeldThen",
        add(f"{PERSON} a foaf:Person . {ADDRESSEE} eli-dl:had_participant_person {PERSON}"),
        warning=True,
    ),
    Seed(
        "GroupThen",
        add(f"{PERSON} a foaf:Person . {ASKER} eli-dl:had_participant_person {PERSON}"),
        warning=True,
    ),
    Seed("GroupThen", add(f"{PERSON} a foaf:Person . {ACTOR} kg:identifiedAs {PERSON}"), warning=True),
    Seed("Person", add(f"{PERSON} a foaf:Person")),
    Seed("Held", add(f'{SEAT} a org:Membership ; org:member {PERSON} ; kg:validFrom "2025"')),
    Seed("Held", add(f"{SEAT} a kg:Incumbency")),
    Seed("Identified", add(f"{ACTOR} kg:identifiedAs {PERSON}")),
    Seed(
        "Identified",
        add(f'{PERSON} a foaf:Person . {ACTOR} kg:identifiedAs {PERSON} ; kg:unresolvedBecause "x"'),
    ),
    Seed("AskerPath", add(f"{SET} kg:askedBy {PERSON}")),
    Seed("PartyPath", drop(SET, "kg:party")),
    Seed("AddresseePath", drop(SET, "kg:addressedTo")),
    Seed("AnswererPath", drop(ANSWER_DOC, "kg:answeredBy")),
    Seed("OnBehalfPath", drop(NOTICE, "kg:onBehalfOf")),
    Seed("CitesPath", add(f"{QUESTION} kg:cites {ANSWER_DOC}")),
    Seed("CitesPath", drop(QUESTION, "kg:cites")),
    Seed("Note", drop(NOTE, "kg:noteOf")),
    Seed("Citation", swap(CITATION, "cito:hasCitedEntity", ASKER)),
    Seed("Citation", swap(CITATION, "kg:footnoteNumber", '"1"')),
    Seed("Citation", drop(CITATION, "kg:marker")),
    Seed("Paper", add(f'{PAPER} kg:sequenceNumber "3019"')),
    Seed("PaperIdentifier", swap(PAPER, "kg:sequenceNumber", '"3019"')),
    Seed("Dossier", swap(DOSSIER, "kg:dossierNumber", '"19 637"')),
    Seed("Snapshot", change("kg:sha256", '"ab12"')),
    Seed("Span", drop("?s", "oa:hasSource")),
    Seed("Selector", drop("?s", "oa:start", "0")),
    Seed("SelectorLength", change("oa:exact", '"☃"')),
    Seed("Mention", of_class("kg:Mention", "kg:evidence")),
    Seed("Mention", of_class("kg:Mention", "kg:names")),
    Seed("MentionsPath", change("kg:mentions", PAPER)),
    Seed("Statement", of_class("kg:DecisionStatement", "kg:confidence")),
    Seed("Statement", of_class("kg:ReportStatement", "kg:statedIn")),
    Seed("DecisionStatement", of_class("kg:DecisionStatement", "kg:decisionType", "decision-type:forget")),
    Seed("DecisionStatement", of_class("kg:DecisionStatement", "kg:instrument")),
    Seed("DecisionStatement", add('<https://x.example/s> a kg:DecisionStatement ; kg:effectiveFrom "now"')),
    Seed("ReportStatement", of_class("kg:ReportStatement", "dcterms:type")),
    Seed("Curated", add('<https://x.example/c> kg:curationStatus "maybe"')),
    Seed("Curated", add('<https://x.example/c> kg:curationStatus "keep"')),
    Seed("Measure", of_class("kg:PolicyMeasure", "kg:instrument")),
    Seed("Measure", drop("?s", "kg:decides")),
    Seed(
        "Measure",
        add(
            """<https://x.example/m> a kg:PolicyMeasure ; kg:effectiveFrom "2025-02-01"^^xsd:date ;
            kg:effectiveUntil "2025-01-01"^^xsd:date"""
        ),
        warning=True,
    ),
    Seed("Decision", add(f"{DECIDED} {DECISION} kg:decisionType decision-type:forget")),
    Seed("Decision", of_class("kg:PolicyDecision", "kg:evidence")),
    Seed("Decision", of_class("kg:PolicyDecision", "kg:decides")),
    Seed("Decision", of_class("kg:PolicyDecision", "kg:recordedIn"), warning=True),
    Seed("DecisionDate", add(f"{DECISION} a kg:PolicyDecision"), warning=True),
    Seed("DecisionOrder", add(f"{DECIDED} {DECISION} kg:decisionType decision-type:end"), warning=True),
    Seed("CountryReport", add(f"{PAPER} a kg:CountryReport")),
    Seed("CountryReport", drop(REPORT, "kg:expectedFrom")),
    Seed("Utterance", of_class("kg:Claim", "kg:text")),
    Seed("Utterance", of_class("kg:Commitment", "prov:wasAttributedTo"), warning=True),
    Seed("Claim", of_class("kg:Claim", "kg:concernsCountry")),
    Seed(
        "Commitment",
        add("<https://x.example/c> a kg:Commitment ; kg:commitmentStatus <https://x.example/later>"),
    ),
    Seed("Commitment", of_class("kg:Commitment", "kg:expectedUntil", '"2025-01-01"^^xsd:date')),
    Seed(
        "LoadFailure",
        f"INSERT DATA {{ GRAPH {PROV} {{ {FAILURE} a kg:LoadFailure ; kg:failureCode 'Leeg!' }} }}",
    ),
    Seed("NoBlankNodes", add(f"{SET} kg:hasParticipation [ kg:partyLabel 'PLP' ]")),
)

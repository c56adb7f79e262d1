"""The tables of the CSV export: what a row is, and where each column comes from.

Each query gives one row an IRI, in the order of the columns; where a thing has several values of
one property (which is rare, and a remark in the source) the lowest is taken, except in columns
that say they hold several, separated by a space.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

__all__ = ["TABLES", "Column", "Table"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: name, Frictionless type, and what it holds."""

    name: str
    type: str
    help: str
    many: bool = False
    """Whether it holds several IRIs, sorted and separated by a space."""


@dataclass(frozen=True)
class Table:
    """One file of the export."""

    name: str
    title: str
    help: str
    columns: tuple[Column, ...]
    sparql: str
    within: tuple[tuple[str, str], ...] = ()
    """Foreign keys: column, and the table whose `iri` it holds."""

    @cached_property
    def head(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(column.name for column in self.columns)


_IRI = Column("iri", "string", "What the row is about.")
_PAGE = Column("page", "string", "Official page of the document; empty for one without number.")
_DOCUMENT = Column("document", "string", "IRI of the document it stands in.")

_DOCUMENTS = Table(
    "documents",
    "Documents",
    "Question sets, answers, delay notices and letters that are loaded, or reprinted by one that is.",
    (
        _IRI,
        _PAGE,
        Column("kind", "string", "written-questions, oral-questions, answer, delay-notice or letter."),
        Column("identifier", "string", "Printed identifier, or the one its number implies."),
        Column("title", "string", "Subject or title."),
        Column("case_number", "string", "Zaaknummer of a question set."),
        Column("parliamentary_year", "string", "Vergaderjaar, such as 2024-2025."),
        Column("appendix_number", "integer", "Number in the Aanhangsel."),
        Column("submitted", "date", "Day on which questions were put."),
        Column("received", "date", "Day on which a reply came in."),
        Column("dated", "date", "Date of a letter."),
        Column("reply_due", "date", "Last day of the term for the reply."),
        Column("reply_days", "integer", "Calendar days from questions to answer."),
        Column("replies_to", "string", "IRI of the question set that is replied to."),
        Column("dossier", "string", "IRI of the dossier of a letter."),
        Column("delay_reason", "string", "Reason that a delay notice gives."),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (STRAFTER(STR(MIN(?type)), "document-kind/") AS ?kind)
        (MIN(?v2) AS ?identifier) (MIN(STR(?v3)) AS ?title) (MIN(?v4) AS ?case_number) (MIN(?v5) AS ?year)
        (MIN(?v6) AS ?appendix) (MIN(?v7) AS ?submitted) (MIN(?v8) AS ?received) (MIN(?v9) AS ?dated)
        (MIN(?v10) AS ?due) (MIN(?v11) AS ?days) (MIN(?v12) AS ?set) (MIN(?v13) AS ?dossier)
        (MIN(STR(?v14)) AS ?reason)
    WHERE {
        ?iri dcterms:type ?type .
        MINUS { ?iri kg:sameSetAs ?better }
        OPTIONAL { ?iri foaf:page ?v1 } OPTIONAL { ?iri dcterms:identifier ?v2 }
        OPTIONAL { ?iri dcterms:title ?v3 } OPTIONAL { ?iri kg:caseNumber ?v4 }
        OPTIONAL { ?iri kg:parliamentaryYear ?v5 } OPTIONAL { ?iri kg:appendixNumber ?v6 }
        OPTIONAL { ?iri dcterms:dateSubmitted ?v7 } OPTIONAL { ?iri kg:receivedOn ?v8 }
        OPTIONAL { ?iri eli:date_document ?v9 } OPTIONAL { ?iri kg:replyDue ?v10 }
        OPTIONAL { ?iri kg:replyDays ?v11 } OPTIONAL { ?iri kg:repliesTo ?v12 }
        OPTIONAL { ?iri kg:inDossier ?v13 } OPTIONAL { ?iri kg:delayReason ?v14 }
    } GROUP BY ?iri ORDER BY ?iri""",
)

_QUESTIONS = Table(
    "questions",
    "Questions",
    "Single questions of a set.",
    (
        _IRI,
        _PAGE,
        _DOCUMENT,
        Column("number", "integer", "Number of the question in its set."),
        Column("text", "string", "Text of the question."),
        Column("answers", "string", "IRIs of the answers to it, separated by a space.", many=True),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (MIN(?set) AS ?document) (MIN(?n) AS ?number) (MIN(STR(?v2)) AS ?text)
        (GROUP_CONCAT(DISTINCT STR(?answer); SEPARATOR=" ") AS ?answers)
    WHERE {
        ?iri a kg:Question ; eli:is_part_of ?set ; kg:questionNumber ?n .
        MINUS { ?iri kg:sameQuestionAs ?better }
        OPTIONAL { ?set foaf:page ?v1 } OPTIONAL { ?iri kg:text ?v2 } OPTIONAL { ?answer kg:answers ?iri }
    } GROUP BY ?iri ORDER BY ?iri""",
    (("document", "documents"),),
)

_ANSWERS = Table(
    "answers",
    "Answers",
    "Answer blocks of a reply.",
    (
        _IRI,
        _PAGE,
        _DOCUMENT,
        Column("kind", "string", "substantive or referral."),
        Column("questions", "string", "IRIs of the questions it answers, separated by a space.", many=True),
        Column("refers_to", "string", "IRIs of the answers it points to, separated by a space.", many=True),
        Column("text", "string", "Text of the answer."),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (MIN(?whole) AS ?document)
        (STRAFTER(STR(MIN(?type)), "answer-kind/") AS ?kind)
        (GROUP_CONCAT(DISTINCT STR(?question); SEPARATOR=" ") AS ?questions)
        (GROUP_CONCAT(DISTINCT STR(?other); SEPARATOR=" ") AS ?refers) (MIN(STR(?v2)) AS ?text)
    WHERE {
        ?iri a kg:Answer ; eli:is_part_of ?whole ; kg:answerKind ?type ; kg:text ?v2 .
        OPTIONAL { ?whole foaf:page ?v1 } OPTIONAL { ?iri kg:answers ?question }
        OPTIONAL { ?iri kg:refersToAnswer ?other }
    } GROUP BY ?iri ORDER BY ?iri""",
    (("document", "documents"),),
)

_CITATIONS = Table(
    "citations",
    "Citations",
    "Single references from a passage to a source or paper.",
    (
        _IRI,
        _PAGE,
        _DOCUMENT,
        Column("passage", "string", "IRI of the question, answer or document that cites."),
        Column("cited", "string", "IRI of what is cited: a row of sources or of references."),
        Column("note", "integer", "Number of the footnote; empty for a reference in running text."),
        Column("text", "string", "The reference as printed."),
        Column("cited_title", "string", "Title of the source as printed."),
        Column("cited_date", "date", "Date of the source as printed."),
        Column("cited_publisher", "string", "Publisher of the source as printed."),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (MIN(?whole) AS ?document)
        (MIN(?citing) AS ?passage) (MIN(?target) AS ?cited) (MIN(?v2) AS ?note)
        (MIN(STR(?words)) AS ?text) (MIN(STR(?v3)) AS ?title) (MIN(?v4) AS ?date)
        (MIN(STR(?v5)) AS ?publisher)
    WHERE {
        ?iri a kg:Citation ; cito:hasCitingEntity ?citing ; cito:hasCitedEntity ?target ;
            kg:citationText ?words .
        MINUS { ?citing kg:sameQuestionAs ?better }
        OPTIONAL { ?citing eli:is_part_of ?part } BIND(COALESCE(?part, ?citing) AS ?whole)
        OPTIONAL { ?whole foaf:page ?v1 } OPTIONAL { ?iri kg:footnoteNumber ?v2 }
        OPTIONAL { ?iri kg:citedTitle ?v3 } OPTIONAL { ?iri kg:citedDate ?v4 }
        OPTIONAL { ?iri kg:citedPublisher ?by . ?by skos:prefLabel ?v5 }
    } GROUP BY ?iri ORDER BY ?iri""",
    (("document", "documents"),),
)

_SOURCES = Table(
    "sources",
    "Sources",
    "What is cited from outside the House: press, reports, pages.",
    (
        _IRI,
        Column("page", "string", "Address of the source, where one is printed."),
        Column("publisher", "string", "Name of the publisher."),
        Column("date", "date", "Earliest date printed for it."),
        Column("title", "string", "A title printed for it."),
        Column("citations", "integer", "How often it is cited."),
        Column("documents", "string", "IRIs of the documents that cite it, separated by a space.", many=True),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (MIN(STR(COALESCE(?v2, ?v3))) AS ?publisher)
        (MIN(COALESCE(?v4, ?v5)) AS ?date)
        (MIN(STR(?v6)) AS ?title) (COUNT(DISTINCT ?citation) AS ?citations)
        (GROUP_CONCAT(DISTINCT STR(?whole); SEPARATOR=" ") AS ?documents)
    WHERE {
        ?citation cito:hasCitedEntity ?iri ; cito:hasCitingEntity ?citing .
        FILTER(!REGEX(STR(?iri), "^https://w3id[.]org/kamergraaf/id/(doc|dossier)/"))
        OPTIONAL { ?citing eli:is_part_of ?part } BIND(COALESCE(?part, ?citing) AS ?whole)
        OPTIONAL { ?iri foaf:page ?v1 } OPTIONAL { ?iri dcterms:publisher ?known . ?known skos:prefLabel ?v2 }
        OPTIONAL { ?citation kg:citedPublisher ?by . ?by skos:prefLabel ?v3 }
        OPTIONAL { ?iri eli:date_document ?v4 } OPTIONAL { ?citation kg:citedDate ?v5 }
        OPTIONAL { ?citation kg:citedTitle ?v6 }
    } GROUP BY ?iri ORDER BY ?iri""",
)

_PERSONS = Table(
    "persons",
    "Persons",
    "Who took part in a document. A name is not resolved to a person: one row a document and role.",
    (
        _IRI,
        _PAGE,
        _DOCUMENT,
        Column("name", "string", "Name as printed."),
        Column("role", "string", "asker, answerer or sender."),
        Column("party", "string", "Party as printed."),
        Column("post", "string", "IRI of the post in which one answered."),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (MIN(?whole) AS ?document) (MIN(?v2) AS ?name)
        (STRAFTER(STR(MIN(?as)), "role/") AS ?role) (MIN(?v3) AS ?party) (MIN(?v4) AS ?post)
    WHERE {
        ?part eli-dl:had_participant_person ?iri ; eli-dl:participation_role ?as .
        ?iri foaf:name ?v2 .
        ?whole kg:hasParticipation ?part .
        MINUS { ?whole kg:sameSetAs ?better }
        OPTIONAL { ?whole foaf:page ?v1 } OPTIONAL { ?part kg:partyLabel ?v3 }
        OPTIONAL { ?part kg:inCapacityOf ?v4 }
    } GROUP BY ?iri ORDER BY ?iri""",
    (("document", "documents"),),
)

_POSTS = Table(
    "posts",
    "Posts",
    "Posts in government that were asked, answered or signed.",
    (
        _IRI,
        Column("label", "string", "Name of the post."),
        Column("ministry", "string", "IRI of its ministry, where known."),
        Column("ministry_label", "string", "Name of the ministry."),
        Column("sets_addressed", "integer", "Number of question sets put to it."),
        Column(
            "documents",
            "string",
            "IRIs of the documents in which it takes part, separated by a space.",
            many=True,
        ),
    ),
    """SELECT ?iri (MIN(STR(?v1)) AS ?label) (MIN(?v2) AS ?ministry) (MIN(STR(?v3)) AS ?ministry_label)
        (COUNT(DISTINCT ?set) AS ?sets) (GROUP_CONCAT(DISTINCT STR(?whole); SEPARATOR=" ") AS ?documents)
    WHERE {
        ?iri a org:Post ; skos:prefLabel ?v1 .
        OPTIONAL { ?iri org:postIn ?v2 . OPTIONAL { ?v2 skos:prefLabel ?v3 } }
        OPTIONAL { ?part kg:inCapacityOf ?iri . ?whole kg:hasParticipation ?part .
            OPTIONAL { ?whole kg:addressedTo ?iri BIND(?whole AS ?set) } }
    } GROUP BY ?iri ORDER BY ?iri""",
)

_REFERENCES = Table(
    "references",
    "References",
    "Papers, publications in the Aanhangsel, question sets and dossiers that are cited.",
    (
        _IRI,
        Column("page", "string", "Official page of what is cited."),
        Column("identifier", "string", "Identifier that its number implies."),
        Column("kind", "string", "paper, appendix, case or dossier."),
        Column("dossier", "string", "IRI of the dossier of a paper."),
        Column("number", "string", "Number in the dossier or in the Aanhangsel, or the case number."),
        Column("parliamentary_year", "string", "Year of a publication in the Aanhangsel."),
        Column("citations", "integer", "How often it is cited."),
        Column("loaded", "boolean", "Whether the document itself is a row of documents."),
    ),
    """SELECT ?iri (MIN(?v1) AS ?page) (MIN(?v2) AS ?identifier) (MIN(?what) AS ?kind) (MIN(?v3) AS ?dossier)
        (MIN(COALESCE(?v4, STR(?v5), ?v6)) AS ?number) (MIN(?v7) AS ?year)
        (COUNT(DISTINCT ?citation) AS ?citations)
        (COUNT(?type) > 0 AS ?loaded)
    WHERE {
        ?citation cito:hasCitedEntity ?iri .
        FILTER(REGEX(STR(?iri), "^https://w3id[.]org/kamergraaf/id/(doc|dossier)/"))
        OPTIONAL { ?iri foaf:page ?v1 } OPTIONAL { ?iri dcterms:identifier ?v2 }
        OPTIONAL { ?iri kg:inDossier ?v3 }
        OPTIONAL { ?iri kg:sequenceNumber ?v4 } OPTIONAL { ?iri kg:appendixNumber ?v5 }
        OPTIONAL { ?iri kg:caseNumber ?v6 } OPTIONAL { ?iri kg:parliamentaryYear ?v7 }
        OPTIONAL { ?iri dcterms:type ?type }
        BIND(IF(BOUND(?v4), "paper", IF(BOUND(?v5), "appendix", IF(BOUND(?v6), "case", "dossier"))) AS ?what)
    } GROUP BY ?iri ORDER BY ?iri""",
)

TABLES = (_DOCUMENTS, _QUESTIONS, _ANSWERS, _CITATIONS, _SOURCES, _PERSONS, _POSTS, _REFERENCES)
"""All tables, in the order in which the datapackage lists them."""

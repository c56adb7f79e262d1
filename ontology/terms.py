"""Names of all terms that code uses; a test holds `Kg` and `kamergraaf.ttl` in step both ways.

Plain strings, no enum: they are written into text some hundred times a document, where an
enum member costs four times as much.
"""

from __future__ import annotations

from typing import Final

__all__ = [
    "DEF",
    "PREFIXES",
    "XSD",
    "Cito",
    "Dcat",
    "Dcterms",
    "Eli",
    "EliDl",
    "Foaf",
    "Kg",
    "Oa",
    "Org",
    "Prov",
    "Rdf",
    "Schema",
    "Skos",
]

DEF = "https://w3id.org/kamergraaf/def#"
"""Namespace of the ontology; the one place that states it."""
XSD = "http://www.w3.org/2001/XMLSchema#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCTERMS = "http://purl.org/dc/terms/"
_FOAF = "http://xmlns.com/foaf/0.1/"
_PROV = "http://www.w3.org/ns/prov#"
_ORG = "http://www.w3.org/ns/org#"
_OA = "http://www.w3.org/ns/oa#"
_ELI = "http://data.europa.eu/eli/ontology#"
_ELI_DL = "http://data.europa.eu/eli/eli-draft-legislation-ontology#"
_CITO = "http://purl.org/spar/cito/"
_SCHEMA = "https://schema.org/"
_DCAT = "http://www.w3.org/ns/dcat#"
_CONCEPT = "https://w3id.org/kamergraaf/concept/"
_COUNTRY = "http://publications.europa.eu/resource/authority/country/"

PREFIXES: dict[str, str] = {
    "kg": DEF,
    "rdf": _RDF,
    "rdfs": _RDFS,
    "owl": _OWL,
    "xsd": XSD,
    "skos": _SKOS,
    "dcterms": _DCTERMS,
    "foaf": _FOAF,
    "prov": _PROV,
    "org": _ORG,
    "oa": _OA,
    "eli": _ELI,
    "eli-dl": _ELI_DL,
    "cito": _CITO,
    "schema": _SCHEMA,
    "dcat": _DCAT,
    "country": _COUNTRY,
    "role": f"{_CONCEPT}role/",
    "answer-kind": f"{_CONCEPT}answer-kind/",
    "document-kind": f"{_CONCEPT}document-kind/",
    "decision-type": f"{_CONCEPT}decision-type/",
    "domain": f"{_CONCEPT}domain/",
    "instrument": f"{_CONCEPT}instrument/",
    "join-basis": f"{_CONCEPT}join-basis/",
    "report-kind": f"{_CONCEPT}report-kind/",
    "follow-up": f"{_CONCEPT}follow-up/",
    "topic": f"{_CONCEPT}topic/",
}
"""Prefixes for queries, Turtle and display."""


class Kg:
    """Own terms, by their place in the life of a question."""

    # Documents
    DOCUMENT: Final = f"{DEF}Document"
    QUESTION_DOCUMENT: Final = f"{DEF}QuestionDocument"
    ANSWER_DOCUMENT: Final = f"{DEF}AnswerDocument"
    DELAY_NOTICE: Final = f"{DEF}DelayNotice"
    PARLIAMENTARY_PAPER: Final = f"{DEF}ParliamentaryPaper"
    DOSSIER: Final = f"{DEF}Dossier"
    MOTION: Final = f"{DEF}Motion"
    PROCEEDINGS: Final = f"{DEF}Proceedings"
    MEETING_NUMBER: Final = f"{DEF}meetingNumber"
    COUNTRY_REPORT: Final = f"{DEF}CountryReport"
    CASE_NUMBER: Final = f"{DEF}caseNumber"
    HEADING_KEY: Final = f"{DEF}headingKey"
    PARLIAMENTARY_YEAR: Final = f"{DEF}parliamentaryYear"
    APPENDIX_NUMBER: Final = f"{DEF}appendixNumber"
    IN_DOSSIER: Final = f"{DEF}inDossier"
    ALSO_IN_DOSSIER: Final = f"{DEF}alsoInDossier"
    DOSSIER_NUMBER: Final = f"{DEF}dossierNumber"
    DOSSIER_SUFFIX: Final = f"{DEF}dossierSuffix"
    SEQUENCE_NUMBER: Final = f"{DEF}sequenceNumber"
    REMARK: Final = f"{DEF}remark"

    # Cases and registers
    CASE: Final = f"{DEF}Case"
    REMOVED_ENTRY: Final = f"{DEF}RemovedEntry"
    QUESTION_SET: Final = f"{DEF}questionSet"
    HAS_DOCUMENT: Final = f"{DEF}hasDocument"
    STARTED_ON: Final = f"{DEF}startedOn"
    CLOSED: Final = f"{DEF}closed"
    REGISTER_ENTRY: Final = f"{DEF}registerEntry"
    DOCUMENT_NUMBER: Final = f"{DEF}documentNumber"
    OTHER_ACTOR: Final = f"{DEF}otherActor"

    # Questions and answers
    QUESTION: Final = f"{DEF}Question"
    ANSWER: Final = f"{DEF}Answer"
    QUESTION_NUMBER: Final = f"{DEF}questionNumber"
    TEXT: Final = f"{DEF}text"
    ANSWERS: Final = f"{DEF}answers"
    ANSWER_KIND: Final = f"{DEF}answerKind"
    REFERS_TO_ANSWER: Final = f"{DEF}refersToAnswer"
    FOLLOWS_UP: Final = f"{DEF}followsUp"
    REPLIES_TO: Final = f"{DEF}repliesTo"
    FULFILS: Final = f"{DEF}fulfils"

    # What belongs together
    JOIN: Final = f"{DEF}Join"
    BASIS: Final = f"{DEF}basis"
    SORT: Final = f"{DEF}sort"
    SAME_SET_AS: Final = f"{DEF}sameSetAs"
    SAME_QUESTION_AS: Final = f"{DEF}sameQuestionAs"
    SUPERSEDES: Final = f"{DEF}supersedes"
    ANSWERED_BY_LETTER: Final = f"{DEF}answeredByLetter"
    WITHDRAWN_BY: Final = f"{DEF}withdrawnBy"

    # Reply terms
    RECEIVED_ON: Final = f"{DEF}receivedOn"
    REPLY_DUE: Final = f"{DEF}replyDue"
    REPLY_DAYS: Final = f"{DEF}replyDays"
    DELAY_REASON: Final = f"{DEF}delayReason"

    # Who takes part, and as what
    PARTICIPATION: Final = f"{DEF}Participation"
    ACTOR: Final = f"{DEF}Actor"
    HAS_PARTICIPATION: Final = f"{DEF}hasParticipation"
    IN_CAPACITY_OF: Final = f"{DEF}inCapacityOf"
    PARTY_LABEL: Final = f"{DEF}partyLabel"
    AS_ASKER: Final = f"{DEF}asAsker"
    AS_ADDRESSEE: Final = f"{DEF}asAddressee"
    AS_ANSWERER: Final = f"{DEF}asAnswerer"
    AS_ON_BEHALF: Final = f"{DEF}asOnBehalf"
    INCUMBENCY: Final = f"{DEF}Incumbency"
    PARLIAMENTARY_GROUP: Final = f"{DEF}ParliamentaryGroup"
    MINISTRY: Final = f"{DEF}Ministry"
    PORTFOLIO: Final = f"{DEF}Portfolio"
    CABINET: Final = f"{DEF}Cabinet"
    POST: Final = f"{DEF}post"
    IN_CABINET: Final = f"{DEF}inCabinet"
    VALID_FROM: Final = f"{DEF}validFrom"
    VALID_UNTIL: Final = f"{DEF}validUntil"
    PORTFOLIO_OF: Final = f"{DEF}portfolioOf"
    PREPOSITION: Final = f"{DEF}preposition"

    # People through time
    AUTHORITY_SET: Final = f"{DEF}AuthoritySet"
    OPEN_ON: Final = f"{DEF}openOn"
    TERM_STARTS: Final = f"{DEF}termStarts"
    NAME_KEY: Final = f"{DEF}nameKey"
    NAME_PARTICLE: Final = f"{DEF}nameParticle"
    INITIALS: Final = f"{DEF}initials"
    FORENAMES: Final = f"{DEF}forenames"
    BIRTH_YEAR: Final = f"{DEF}birthYear"
    RENAMED_FROM: Final = f"{DEF}renamedFrom"
    SUCCEEDS: Final = f"{DEF}succeeds"
    NAMED_AS: Final = f"{DEF}namedAs"
    IDENTIFIED_AS: Final = f"{DEF}identifiedAs"
    UNRESOLVED_BECAUSE: Final = f"{DEF}unresolvedBecause"
    HELD_BY: Final = f"{DEF}heldBy"

    # Short paths
    ASKED_BY: Final = f"{DEF}askedBy"
    PARTY: Final = f"{DEF}party"
    PROPOSED_BY: Final = f"{DEF}proposedBy"
    ADDRESSED_TO: Final = f"{DEF}addressedTo"
    ANSWERED_BY: Final = f"{DEF}answeredBy"
    ON_BEHALF_OF: Final = f"{DEF}onBehalfOf"
    CITES: Final = f"{DEF}cites"

    # Notes and citations
    NOTE: Final = f"{DEF}Note"
    NOTE_OF: Final = f"{DEF}noteOf"
    NOTE_NUMBER: Final = f"{DEF}noteNumber"
    CITATION: Final = f"{DEF}Citation"
    IN_NOTE: Final = f"{DEF}inNote"
    FOOTNOTE_NUMBER: Final = f"{DEF}footnoteNumber"
    MARKER: Final = f"{DEF}marker"
    CITATION_TEXT: Final = f"{DEF}citationText"
    CITED_TITLE: Final = f"{DEF}citedTitle"
    CITED_DATE: Final = f"{DEF}citedDate"
    CITED_PUBLISHER: Final = f"{DEF}citedPublisher"
    CITED_URL: Final = f"{DEF}citedUrl"
    ACCESSED_ON: Final = f"{DEF}accessedOn"

    # Where it is read
    SOURCE_SNAPSHOT: Final = f"{DEF}SourceSnapshot"
    TEXT_SPAN: Final = f"{DEF}TextSpan"
    TEXT_SELECTOR: Final = f"{DEF}TextSelector"
    SNAPSHOT_OF: Final = f"{DEF}snapshotOf"
    SHA256: Final = f"{DEF}sha256"
    EVIDENCE: Final = f"{DEF}evidence"
    PAGE_NUMBER: Final = f"{DEF}pageNumber"
    CONFIDENCE: Final = f"{DEF}confidence"

    # Policy
    COMMITMENT: Final = f"{DEF}Commitment"
    COMMITMENT_STATUS: Final = f"{DEF}commitmentStatus"
    QUOTE: Final = f"{DEF}Quote"
    CLAIM: Final = f"{DEF}Claim"
    POLICY_INSTRUMENT: Final = f"{DEF}PolicyInstrument"
    POLICY_MEASURE: Final = f"{DEF}PolicyMeasure"
    POLICY_DECISION: Final = f"{DEF}PolicyDecision"
    CONCERNS: Final = f"{DEF}concerns"
    CONCERNS_COUNTRY: Final = f"{DEF}concernsCountry"
    INSTRUMENT: Final = f"{DEF}instrument"
    TARGET_GROUP: Final = f"{DEF}targetGroup"
    LEGAL_BASIS: Final = f"{DEF}legalBasis"
    DECIDES: Final = f"{DEF}decides"
    DECISION_TYPE: Final = f"{DEF}decisionType"
    DECIDED_ON: Final = f"{DEF}decidedOn"
    EFFECTIVE_FROM: Final = f"{DEF}effectiveFrom"
    EFFECTIVE_UNTIL: Final = f"{DEF}effectiveUntil"
    RECORDED_IN: Final = f"{DEF}recordedIn"
    CONTINUES: Final = f"{DEF}continues"
    DISAGREES_WITH: Final = f"{DEF}disagreesWith"

    # Concept files
    DOMAIN: Final = f"{DEF}domain"
    COUNTRY_CODE: Final = f"{DEF}countryCode"
    ADJECTIVE: Final = f"{DEF}adjective"
    DEMONYM: Final = f"{DEF}demonym"
    CONTEXTUAL_LABEL: Final = f"{DEF}contextualLabel"
    MISLEADING_LABEL: Final = f"{DEF}misleadingLabel"
    COMPOUND_HEAD: Final = f"{DEF}compoundHead"
    PATTERN: Final = f"{DEF}pattern"
    DECIDABLE: Final = f"{DEF}decidable"

    # What one document says of policy
    MENTION: Final = f"{DEF}Mention"
    MENTIONS: Final = f"{DEF}mentions"
    MENTIONED_IN: Final = f"{DEF}mentionedIn"
    NAMES: Final = f"{DEF}names"
    DECISION_STATEMENT: Final = f"{DEF}DecisionStatement"
    REPORT_STATEMENT: Final = f"{DEF}ReportStatement"
    FULFILMENT_STATEMENT: Final = f"{DEF}FulfilmentStatement"
    PROMISED_IN: Final = f"{DEF}promisedIn"
    PROMISED_ON: Final = f"{DEF}promisedOn"
    AWAITED: Final = f"{DEF}awaited"
    STATED_IN: Final = f"{DEF}statedIn"
    STATED_ON: Final = f"{DEF}statedOn"
    REPORT_DATE: Final = f"{DEF}reportDate"
    PERIOD_FROM: Final = f"{DEF}periodFrom"
    PERIOD_UNTIL: Final = f"{DEF}periodUntil"
    STATED_BY: Final = f"{DEF}statedBy"
    EXPECTED_FROM: Final = f"{DEF}expectedFrom"
    EXPECTED_UNTIL: Final = f"{DEF}expectedUntil"

    # What people decided
    CURATION: Final = f"{DEF}Curation"
    CURATION_STATUS: Final = f"{DEF}curationStatus"
    CURATES: Final = f"{DEF}curates"
    FINGERPRINT: Final = f"{DEF}fingerprint"

    # Loads
    LOAD: Final = f"{DEF}Load"
    LOAD_FAILURE: Final = f"{DEF}LoadFailure"
    LOADER_VERSION: Final = f"{DEF}loaderVersion"
    RANK: Final = f"{DEF}rank"
    SOURCE_NAME: Final = f"{DEF}sourceName"
    FAILURE_CODE: Final = f"{DEF}failureCode"
    FAILURE_REASON: Final = f"{DEF}failureReason"


class Rdf:
    """RDF terms in use."""

    TYPE: Final = f"{_RDF}type"
    SUBJECT: Final = f"{_RDF}subject"
    PREDICATE: Final = f"{_RDF}predicate"
    OBJECT: Final = f"{_RDF}object"


class Skos:
    """SKOS terms in use."""

    PREF_LABEL: Final = f"{_SKOS}prefLabel"
    ALT_LABEL: Final = f"{_SKOS}altLabel"
    BROADER: Final = f"{_SKOS}broader"
    IN_SCHEME: Final = f"{_SKOS}inScheme"
    HIDDEN_LABEL: Final = f"{_SKOS}hiddenLabel"


class Dcterms:
    """DCMI terms in use."""

    IDENTIFIER: Final = f"{_DCTERMS}identifier"
    TITLE: Final = f"{_DCTERMS}title"
    TYPE: Final = f"{_DCTERMS}type"
    FORMAT: Final = f"{_DCTERMS}format"
    MODIFIED: Final = f"{_DCTERMS}modified"
    HAS_PART: Final = f"{_DCTERMS}hasPart"
    PUBLISHER: Final = f"{_DCTERMS}publisher"
    SOURCE: Final = f"{_DCTERMS}source"
    CREATOR: Final = f"{_DCTERMS}creator"
    DATE_SUBMITTED: Final = f"{_DCTERMS}dateSubmitted"
    TEMPORAL: Final = f"{_DCTERMS}temporal"
    PERIOD: Final = f"{_DCTERMS}PeriodOfTime"
    IS_REPLACED_BY: Final = f"{_DCTERMS}isReplacedBy"


class Foaf:
    """FOAF terms in use."""

    PERSON: Final = f"{_FOAF}Person"
    NAME: Final = f"{_FOAF}name"
    GIVEN_NAME: Final = f"{_FOAF}givenName"
    FAMILY_NAME: Final = f"{_FOAF}familyName"
    PAGE: Final = f"{_FOAF}page"


class Prov:
    """PROV terms in use."""

    ENTITY: Final = f"{_PROV}Entity"
    WAS_ATTRIBUTED_TO: Final = f"{_PROV}wasAttributedTo"
    WAS_DERIVED_FROM: Final = f"{_PROV}wasDerivedFrom"
    WAS_GENERATED_BY: Final = f"{_PROV}wasGeneratedBy"
    STARTED_AT_TIME: Final = f"{_PROV}startedAtTime"
    ENDED_AT_TIME: Final = f"{_PROV}endedAtTime"
    INVALIDATED_AT_TIME: Final = f"{_PROV}invalidatedAtTime"


class Dcat:
    """DCAT terms in use."""

    START_DATE: Final = f"{_DCAT}startDate"
    END_DATE: Final = f"{_DCAT}endDate"


class Org:
    """ORG terms in use."""

    ORGANIZATION: Final = f"{_ORG}Organization"
    POST: Final = f"{_ORG}Post"
    POST_IN: Final = f"{_ORG}postIn"
    MEMBERSHIP: Final = f"{_ORG}Membership"
    MEMBER: Final = f"{_ORG}member"
    MEMBER_OF: Final = f"{_ORG}memberOf"
    IN_ORGANIZATION: Final = f"{_ORG}organization"


class Oa:
    """Web Annotation terms in use."""

    HAS_SOURCE: Final = f"{_OA}hasSource"
    HAS_SELECTOR: Final = f"{_OA}hasSelector"
    START: Final = f"{_OA}start"
    END: Final = f"{_OA}end"
    EXACT: Final = f"{_OA}exact"


class Eli:
    """ELI terms in use."""

    IS_PART_OF: Final = f"{_ELI}is_part_of"
    DATE_DOCUMENT: Final = f"{_ELI}date_document"


class EliDl:
    """ELI for draft legislation, terms in use."""

    ROLE: Final = f"{_ELI_DL}participation_role"
    PERSON: Final = f"{_ELI_DL}had_participant_person"
    IN_NAME_OF: Final = f"{_ELI_DL}participation_in_name_of"


class Cito:
    """CiTO terms in use."""

    CITING: Final = f"{_CITO}hasCitingEntity"
    CITED: Final = f"{_CITO}hasCitedEntity"


class Schema:
    """schema.org terms in use."""

    URL: Final = f"{_SCHEMA}url"
    SAME_AS: Final = f"{_SCHEMA}sameAs"
    BIRTH_DATE: Final = f"{_SCHEMA}birthDate"
    ALTERNATE_NAME: Final = f"{_SCHEMA}alternateName"

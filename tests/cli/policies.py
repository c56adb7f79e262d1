"""A store with two measures, their decisions, and what was asked and reported meanwhile; all invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse, serialize

import kamergraaf
from ontology.terms import PREFIXES

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["fill"]

_WORDS = "Ik stel een besluit- en vertrekmoratorium in voor Sudanese dienstplichtigen tot en met 1 juli 2031."
_DATA = """
GRAPH <graph/ref/concepts> {
  instrument:besluitmoratorium a skos:Concept , kg:PolicyInstrument ;
    skos:prefLabel "besluitmoratorium"@nl , "decision moratorium"@en .
  instrument:vertrekmoratorium a skos:Concept , kg:PolicyInstrument ; skos:prefLabel "vertrekmoratorium"@nl .
  country:SDN a skos:Concept ; skos:prefLabel "Sudan"@nl , "Sudan"@en .
  country:ERI a skos:Concept ; skos:prefLabel "Eritrea"@nl .
  <id/doc/nl/kst-99002-5> a kg:Document , kg:ParliamentaryPaper ; dcterms:identifier "kst-99002-5" ;
    foaf:page <https://zoek.officielebekendmakingen.nl/kst-99002-5.html> .
  <id/doc/nl/kst-99002-9> a kg:Document , kg:ParliamentaryPaper ; dcterms:identifier "kst-99002-9" ;
    foaf:page <https://zoek.officielebekendmakingen.nl/kst-99002-9.html> .
  <concept/report-kind/algemeen-ambtsbericht> skos:prefLabel "algemeen ambtsbericht"@nl .
}
GRAPH <graph/extract/measures/besluitmoratorium/SDN> {
  <id/measure/nl/besluitmoratorium/SDN/2031-01-02> a kg:PolicyMeasure ;
    kg:instrument instrument:besluitmoratorium ; kg:concernsCountry country:SDN ; kg:confidence 0.9 ;
    kg:targetGroup "dienstplichtigen"@nl ;
    kg:effectiveFrom "2031-01-02"^^xsd:date ; kg:effectiveUntil "2032-01-01"^^xsd:date .
  <id/decision/nl/besluitmoratorium/SDN/2031-01-02/introduce> a kg:PolicyDecision ;
    kg:decides <id/measure/nl/besluitmoratorium/SDN/2031-01-02> ; kg:instrument instrument:besluitmoratorium ;
    kg:decisionType decision-type:introduce ; kg:confidence 0.9 ;
    kg:decidedOn "2031-01-02"^^xsd:date ; kg:effectiveFrom "2031-01-02"^^xsd:date ;
    kg:effectiveUntil "2031-07-01"^^xsd:date ; kg:recordedIn <id/doc/nl/kst-99002-5> ;
    kg:statedBy <id/statement/kst-99002-5/1> ; kg:evidence <id/snapshot/kst-99002-5/ab#char=10,110> .
  <id/statement/kst-99002-5/1> a kg:DecisionStatement ; kg:concernsCountry country:SDN ;
    kg:evidence <id/snapshot/kst-99002-5/ab#char=10,110> .
  <id/snapshot/kst-99002-5/ab#char=10,110> a kg:TextSpan ; oa:hasSource <id/snapshot/kst-99002-5/ab> ;
    oa:hasSelector <id/snapshot/kst-99002-5/ab#char=10,110;selector> .
  <id/snapshot/kst-99002-5/ab#char=10,110;selector> oa:start 10 ; oa:end 110 ; oa:exact "WORDS" .
  <id/snapshot/kst-99002-5/ab> kg:sha256 "ab" ; kg:snapshotOf <id/doc/nl/kst-99002-5> .
  <id/decision/nl/besluitmoratorium/SDN/2031-06-20/extend> a kg:PolicyDecision ;
    kg:decides <id/measure/nl/besluitmoratorium/SDN/2031-01-02> ; kg:instrument instrument:besluitmoratorium ;
    kg:decisionType decision-type:extend ; kg:confidence 0.8 ;
    kg:continues <id/decision/nl/besluitmoratorium/SDN/2031-01-02/introduce> ;
    kg:decidedOn "2031-06-20"^^xsd:date ; kg:effectiveUntil "2032-01-01"^^xsd:date ;
    kg:recordedIn <id/doc/nl/kst-99002-9> ; kg:statedBy <id/statement/curated/1> .
  <id/statement/curated/1> a kg:DecisionStatement ; kg:curationStatus "new" ;
    kg:text "Het moratorium wordt verlengd."@nl .
}
GRAPH <graph/extract/measures/vertrekmoratorium/ERI> {
  <id/measure/nl/vertrekmoratorium/ERI/2029-03-01> a kg:PolicyMeasure ;
    kg:instrument instrument:vertrekmoratorium ; kg:concernsCountry country:ERI ; kg:confidence 0.8 ;
    kg:effectiveFrom "2029-03-01"^^xsd:date .
  <id/decision/nl/vertrekmoratorium/ERI/2029-03-01/introduce> a kg:PolicyDecision ;
    kg:decides <id/measure/nl/vertrekmoratorium/ERI/2029-03-01> ; kg:instrument instrument:vertrekmoratorium ;
    kg:decisionType decision-type:introduce ; kg:confidence 0.8 ; kg:effectiveFrom "2029-03-01"^^xsd:date .
}
GRAPH <graph/doc/kv-tk-2031Z00900> {
  <id/doc/nl/kv-tk-2031Z00900> a kg:Document , kg:QuestionDocument ;
    dcterms:title "het moratorium voor Sudan"@nl ;
    dcterms:dateSubmitted "2031-02-03"^^xsd:date ; kg:concerns instrument:besluitmoratorium ;
    kg:concernsCountry country:SDN ;
    foaf:page <https://zoek.officielebekendmakingen.nl/kv-tk-2031Z00900.html> .
  <id/mention/1> a kg:Mention .
}
GRAPH <graph/doc/set-1> {
  <id/doc/nl/set-1> a kg:Document , kg:QuestionDocument ; dcterms:dateSubmitted "2031-03-03"^^xsd:date ;
    kg:sameSetAs <id/doc/nl/kv-tk-2031Z00901> .
  <id/question/nl/set-1/1> a kg:Question ; eli:is_part_of <id/doc/nl/set-1> ; kg:concernsCountry country:TCD .
  <id/doc/nl/kv-tk-2031Z00901> a kg:Document , kg:QuestionDocument ; dcterms:title "het recht in Tsjaad"@nl ;
    dcterms:dateSubmitted "2031-03-03"^^xsd:date .
}
GRAPH <graph/extract/reports/SDN> {
  <id/report/nl/algemeen-ambtsbericht/SDN/2031-05-06> a kg:CountryReport ;
    dcterms:type <concept/report-kind/algemeen-ambtsbericht> ;
    kg:concernsCountry country:SDN ; eli:date_document "2031-05-06"^^xsd:date .
}
"""


def fill(folder: Path) -> Path:
    """Make the store; gives its folder."""
    prefixes = "".join(f"PREFIX {name}: <{base}>\n" for name, base in PREFIXES.items())
    text = f"BASE <https://w3id.org/kamergraaf/>\n{prefixes}{_DATA.replace('WORDS', _WORDS)}"
    quads = parse(text.encode(), format=RdfFormat.TRIG)
    with kamergraaf.open(folder) as graph:
        graph.store.add(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    return folder

"""The policy that a document states: decisions, reports on countries, commitments, filled into its record."""

from __future__ import annotations

from dataclasses import replace

from loaders.grammar.policy.commitments import Promise, read_commitments
from loaders.grammar.policy.decisions import read_decisions
from loaders.grammar.policy.drafts import Draft
from loaders.grammar.policy.fulfilments import read_fulfilments
from loaders.grammar.policy.report_drafts import ReportDraft
from loaders.grammar.policy.reports import read_reports
from loaders.grammar.policy.scene import Scene, scenes
from loaders.grammar.view import View
from ontology.records import Commitment, CountryReport, Decision, Fulfilment, Kind, Record, Unit

__all__ = ["with_statements"]


def with_statements(view: View, record: Record) -> Record:
    """The record of a letter or an answer with what it decides, reports and promises.

    Questions, also those that a reply reprints, tell of reports alone.
    """
    if record.kind not in {Kind.LETTER, Kind.ANSWER} and not record.questions:
        return record
    decisions: list[Decision] = []
    reports: list[CountryReport] = []
    promises: list[Commitment] = []
    kept: list[Fulfilment] = []
    for scene in scenes(view, record):
        asked = scene.unit is Unit.QUESTION
        if scene.instruments and not asked:
            decisions += (_decision(view, scene, draft) for draft in read_decisions(scene))
        if not asked:
            promises += (_commitment(view, scene, promise) for promise in read_commitments(scene))
            kept += read_fulfilments(view, record, scene)
        if scene.reports:
            reports += (_report(view, scene, draft) for draft in read_reports(scene))
    if not (decisions or reports or promises or kept):
        return record
    return replace(
        record,
        decisions=tuple(decisions),
        reports=tuple(reports),
        commitments=tuple(promises),
        fulfilments=tuple(kept),
    )


def _report(view: View, scene: Scene, draft: ReportDraft) -> CountryReport:
    return CountryReport(
        draft.kind,
        draft.country,
        view.span(*draft.sentence),
        scene.unit,
        scene.place,
        draft.dated,
        draft.first,
        draft.last,
        draft.expected,
        draft.coming and draft.dated is None,
    )


def _decision(view: View, scene: Scene, draft: Draft) -> Decision:
    return Decision(
        draft.type,
        draft.measures,
        draft.country,
        view.span(*draft.sentence),
        scene.unit,
        scene.place,
        draft.group or None,
        draft.decided,
        draft.starts,
        draft.until,
        draft.cites,
    )


def _commitment(view: View, scene: Scene, promise: Promise) -> Commitment:
    words = " ".join(view.text[slice(*promise.sentence)].split())
    return Commitment(words, view.span(*promise.sentence), scene.unit, scene.place, promise.due)

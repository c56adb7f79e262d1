"""How what several sentences tell of one decision becomes one, with the days that follow from one another."""

from __future__ import annotations

from datetime import date

from loaders.grammar.policy.drafts import Draft
from loaders.grammar.policy.moments import months_later
from ontology.records import DecisionType

__all__ = ["settle"]

_AT_ONCE = 200
"""Decisions on one country that are compared with one another; no text that is one letter tells of more."""


def settle(drafts: list[Draft], ends: dict[tuple[str, str | None], date]) -> list[Draft]:
    """Each decision once, with all that is said of it, ends reckoned where a length of time is given."""
    countries: dict[str | None, list[Draft]] = {}
    for draft in drafts:
        countries.setdefault(draft.country, []).append(draft)
    settled = [
        draft
        for theirs in countries.values()
        for first in range(0, len(theirs), _AT_ONCE)
        for draft in _settled(theirs[first : first + _AT_ONCE], ends)
    ]
    return sorted(settled, key=lambda draft: draft.sentence)


def _settled(drafts: list[Draft], ends: dict[tuple[str, str | None], date]) -> list[Draft]:
    """The decisions on one country."""
    merged: list[Draft] = []
    for draft in drafts:
        same = next((other for other in merged if _same(other, draft)), None)
        if same is None:
            merged.append(draft)
        else:
            _unite(same, draft)
    kept = [draft for draft in merged if draft.dated and not _foretold(draft, merged)]
    kept = [draft for draft in kept if not draft.refusing or _former_end(draft, kept, ends)]
    for draft in kept:
        _hand_back(draft, kept)
    for draft in kept:
        _reckon(draft, kept, ends)
    _share_groups(kept)
    return _joined(kept)


def _joined(drafts: list[Draft]) -> list[Draft]:
    """With what the text itself decides alike for several measures as one decision."""
    joined: dict[object, Draft] = {}
    for place, draft in enumerate(drafts):
        alike = (draft.type, draft.country, draft.decided, draft.starts, draft.until, draft.group or None)
        single = not draft.own or draft.type in {DecisionType.ANNOUNCE, DecisionType.AMEND}
        other = joined.setdefault(place if single or not _is_moratorium(draft) else alike, draft)
        if other is not draft:
            other.measures = tuple(sorted({*other.measures, *draft.measures}))
    return list(joined.values())


def _is_moratorium(draft: Draft) -> bool:
    return all(name.endswith("moratorium") for name in draft.measures)


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell of one decision."""
    if one.country != other.country or not set(one.measures) & set(other.measures):
        return False
    if one.type is not other.type:
        return False
    if set(one.measures) != set(other.measures) and not (
        set(one.measures) >= set(other.measures) or set(one.measures) <= set(other.measures)
    ):
        return False
    if one.own != other.own and not _vague(one if other.own else other):
        return False
    for name in ("decided", "starts", "until"):
        mine, yours = getattr(one, name), getattr(other, name)
        if mine and yours and mine != yours:
            return False
    return not (
        one.cites
        and other.cites
        and {(p.dossier, p.number) for p in one.cites}.isdisjoint(
            {(p.dossier, p.number) for p in other.cites}
        )
        and not (one.decided and one.decided == other.decided)
    )


def _vague(draft: Draft) -> bool:
    """Whether a draft says nothing by which it could be another decision."""
    return not (draft.decided or draft.cites or draft.coarse)


def _unite(one: Draft, other: Draft) -> None:
    if other.weight > one.weight:
        one.sentence = other.sentence
    one.measures = tuple(dict.fromkeys((*one.measures, *other.measures)))
    one.group = one.group or other.group
    one.own = one.own or other.own
    one.decided = one.decided or other.decided
    one.starts = one.starts or other.starts
    one.until = one.until or other.until
    one.expired = one.expired or other.expired
    one.months = one.months or other.months
    one.coarse = one.coarse or other.coarse
    one.waits = one.waits or other.waits
    one.cites = one.cites or other.cites
    one.refusing = one.refusing and other.refusing


def _foretold(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether an announcement is of what the same text then decides; its days are then the decision's."""
    if draft.type is not DecisionType.ANNOUNCE or draft.told:
        return False
    for other in drafts:
        if other.own and other.type is draft.verb and other.on_same(draft):
            other.starts, other.until = other.starts or draft.starts, other.until or draft.until
            other.months = other.months or draft.months
            other.group = other.group or draft.group
            return True
    return False


def _hand_back(draft: Draft, drafts: list[Draft]) -> None:
    """Give the end that an extension says was set before to the decision that set it."""
    if draft.expired is None:
        return
    before = [
        other
        for other in drafts
        if other is not draft
        and other.told
        and other.on_same(draft)
        and not (other.decided and draft.decided and other.decided > draft.decided)
    ]
    if before and before[-1].until is None and before[-1].months is None:
        before[-1].until = draft.expired


def _reckon(draft: Draft, drafts: list[Draft], ends: dict[tuple[str, str | None], date]) -> None:
    """Give a decision the end that a length of time, or the end set before, makes known."""
    if draft.until is not None:
        return
    former = draft.expired or _former_end(draft, drafts, ends)
    if draft.type is DecisionType.EXTEND and draft.told and not draft.starts:
        draft.until = _last_end(draft, drafts, ends)
        if draft.until:
            return
    if draft.type is DecisionType.INTRODUCE and not draft.months:
        draft.until = _end_alone(draft, drafts, ends)
    elif draft.type is DecisionType.END:
        draft.until = former if draft.starts is None and not draft.waits else None
    elif draft.months:
        if draft.type is DecisionType.EXTEND or draft.verb is DecisionType.EXTEND:
            base = draft.starts or former
        else:
            base = draft.starts
        draft.until = months_later(base, draft.months) if base else None


def _end_alone(draft: Draft, drafts: list[Draft], ends: dict[tuple[str, str | None], date]) -> date | None:
    """The end that is said of a measure by itself, where nothing told of prolonged it since."""
    prolonged = any(
        other.type is DecisionType.EXTEND and not other.own and other.on_same(draft) for other in drafts
    )
    said = [ends[measure, draft.country] for measure in draft.measures if (measure, draft.country) in ends]
    since = draft.starts or draft.decided
    return said[0] if said and since and said[0] > since and not prolonged else None


def _last_end(draft: Draft, drafts: list[Draft], ends: dict[tuple[str, str | None], date]) -> date | None:
    """The end that is said of a measure by itself, for the last that the text tells to have prolonged it."""
    told = [other for other in drafts if other.type is draft.type and other.told and other.on_same(draft)]
    said = [ends[measure, draft.country] for measure in draft.measures if (measure, draft.country) in ends]
    after = said and (draft.decided is None or said[0] > draft.decided)
    return said[0] if after and told[-1] is draft else None


def _former_end(draft: Draft, drafts: list[Draft], ends: dict[tuple[str, str | None], date]) -> date | None:
    """The end that held before: said of the measure by itself, or of the decision before this one."""
    for measure in draft.measures:
        if (measure, draft.country) in ends and draft.own:
            return ends[measure, draft.country]
    before = [
        other.until
        for other in drafts
        if other is not draft
        and other.until
        and other.on_same(draft)
        and not other.own
        and (draft.own or (other.decided and draft.decided and other.decided < draft.decided))
    ]
    return max(before, default=None)


def _share_groups(drafts: list[Draft]) -> None:
    """Give a group to decisions on known measures that do not say for whom: it goes on for the same."""
    for draft in drafts:
        if draft.group is None and draft.type is not DecisionType.INTRODUCE:
            draft.group = next(
                (other.group for other in drafts if other.group and other.on_same(draft)),
                None,
            )

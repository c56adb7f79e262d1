"""Policies as things with a life: what held on a day, who decided it, what was asked and written.

Documents state decisions and reports (`ontology.policies`). `settle` lays what they state together into
measures with their decisions, and into reports; `measures`, `state` and `timeline` read these.
"""

from __future__ import annotations

from graph.policies.measures import Concept, Decision, InForce, Measure, measures, state
from graph.policies.settle import PolicyReport, settle
from graph.policies.timeline import Event, order, timeline

__all__ = [
    "Concept",
    "Decision",
    "Event",
    "InForce",
    "Measure",
    "PolicyReport",
    "measures",
    "order",
    "settle",
    "state",
    "timeline",
]

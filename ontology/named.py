"""Persons whom running text names: a mention in the passage, and an actor for the name as printed.

They stand in the graph of the document beside those who take part in it, but take no part themselves.
One name with one role and party is one actor of its side, however many passages have it.
"""

from __future__ import annotations

from collections import defaultdict

from ontology import iris
from ontology.citations import Parts
from ontology.terms import Foaf, Kg, Org, Rdf

__all__ = ["named_persons"]


def named_persons(parts: Parts) -> None:
    """Write every person that a record names, on the side where the passage belongs."""
    actors: defaultdict[str, dict[tuple[str, str | None, str | None], str]] = defaultdict(dict)
    for person in parts.record.persons:
        side, passage = parts.at(person.unit, person.place)
        known = actors[side.doc]
        key = (person.name, person.role, person.party)
        if key not in known:
            actor = known[key] = iris.actor(side.doc, "named", len(known) + 1)
            side.block.link(actor, Rdf.TYPE, Kg.ACTOR)
            side.block.string(actor, Foaf.NAME, person.name)
            if person.role:
                side.block.string(actor, Kg.NAMED_AS, person.role)
            if person.party:
                side.block.link(actor, Org.MEMBER_OF, side.refs.group(person.party))
        actor = known[key]
        mention = iris.mention(side.doc, passage, actor)
        side.block.link(passage, Kg.MENTIONS, actor)
        side.block.link(mention, Rdf.TYPE, Kg.MENTION)
        side.block.link(mention, Kg.MENTIONED_IN, passage)
        side.block.link(mention, Kg.NAMES, actor)
        side.prove(mention, person.span)

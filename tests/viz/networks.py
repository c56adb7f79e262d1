"""Networks made by hand, without a store."""

from __future__ import annotations

import random

import networkx as nx

from graph.network import LeftOut, Network

DEF = "https://w3id.org/kamergraaf/def#"
ID = "https://w3id.org/kamergraaf/id/"
KINDS = {
    "QuestionDocument": ("vragendocument", "question document"),
    "Question": ("vraag", "question"),
    "AnswerDocument": ("antwoorddocument", "answer document"),
    "Answer": ("antwoord", "answer"),
    "Document": ("document", "document"),
    "Actor": ("actor", "actor"),
    "Post": ("ambt", "post"),
    "ParliamentaryPaper": ("Kamerstuk", "parliamentary paper"),
}


def add(graph: nx.MultiDiGraph[str], name: str, kind: str, label: str, **facts: str) -> str:
    """Add a node under `ID`; gives its IRI."""
    nl, en = KINDS.get(kind, (kind, kind))
    facts = {"label": label, "kind": DEF + kind, "kind_nl": nl, "kind_en": en, **facts}
    graph.add_node(ID + name, iri=ID + name, **facts)
    return ID + name


def tie(graph: nx.MultiDiGraph[str], a: str, b: str, nl: str, en: str) -> None:
    graph.add_edge(a, b, key=nl, relation=DEF + nl, label=nl, label_en=en)


def small() -> Network:
    """One question set with an answer, a source and a paper: eight nodes of eight classes."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    page = "https://zoek.officielebekendmakingen.nl/kv-tk-2030Z00001.html"
    asked = add(graph, "doc/1", "QuestionDocument", "Vragen 2030Z00001", label_en="Questions 2030Z00001",
                date="2030-01-07", title="Vragen over Verwegië", page=page)  # fmt: skip
    question = add(graph, "q/1", "Question", "Vraag 1", label_en="Question 1", title="Kent u het bericht?")
    reply = add(graph, "doc/2", "AnswerDocument", "Aanhangsel 2029-2030, nr. 901", date="2030-02-14")
    answer = add(graph, "a/1", "Answer", "Antwoord 1", label_en="Answer 1", title="Ja.")
    source = add(
        graph, "s/1", "Document", "De Kustbode, 3 januari 2030", page="https://kustbode.example/a?b=1&c=2"
    )
    paper = add(graph, "doc/3", "ParliamentaryPaper", "Kamerstuk 99999 nr. 12")
    actor = add(graph, "actor/1", "Actor", "Van Vlieland (ABC)")
    post = add(graph, "post/1", "Post", "Minister van Verre Zaken")
    tie(graph, question, asked, "onderdeel van", "is part of")
    tie(graph, answer, reply, "onderdeel van", "is part of")
    tie(graph, answer, question, "beantwoordt", "answers")
    tie(graph, reply, asked, "reageert op", "replies to")
    tie(graph, question, source, "haalt aan", "cites")
    tie(graph, answer, paper, "haalt aan", "cites")
    tie(graph, asked, actor, "gesteld door", "asked by")
    tie(graph, asked, post, "gericht aan", "addressed to")
    reason = {
        "nl": "Minister van Verre Zaken: 25 van 412 verbanden",
        "en": "Minister van Verre Zaken: 25 of 412 edges",
    }
    return Network(graph, (asked,), (LeftOut(387, reason),))


def large(sets: int, seed: int = 1) -> Network:
    """Many question sets that share members, posts, papers and sources: some 14 nodes a set."""
    dice = random.Random(seed)  # noqa: S311 - a fixed shape, no secret
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(sets):
        case = f"2030Z{number:05}"
        asked = add(
            graph, f"kv/{case}", "QuestionDocument", f"Vragen {case}", date=f"2030-{1 + number % 12:02}-07"
        )
        reply = add(graph, f"ah/{number}", "AnswerDocument", f"Aanhangsel 2029-2030, nr. {number + 1}")
        tie(graph, reply, asked, "reageert op", "replies to")
        lid = dice.randrange(sets // 2 + 1)
        tie(graph, asked, add(graph, f"lid/{lid}", "Actor", f"Lid {lid} (ABC)"), "gesteld door", "asked by")
        post = dice.randrange(6)
        tie(
            graph,
            asked,
            add(graph, f"post/{post}", "Post", f"Minister van Zaak {post}"),
            "gericht aan",
            "addressed to",
        )
        for place in range(1, dice.randrange(4, 8)):
            question = add(graph, f"q/{case}/{place}", "Question", f"Vraag {place}")
            answer = add(graph, f"a/{case}/{place}", "Answer", f"Antwoord {place}")
            tie(graph, question, asked, "onderdeel van", "is part of")
            tie(graph, answer, reply, "onderdeel van", "is part of")
            tie(graph, answer, question, "beantwoordt", "answers")
            if dice.random() < 0.3:
                name = dice.randrange(sets * 2)
                paper = add(graph, f"kst/{name}", "ParliamentaryPaper", f"Kamerstuk 99999 nr. {name}")
                tie(graph, answer, paper, "haalt aan", "cites")
    return Network(graph)

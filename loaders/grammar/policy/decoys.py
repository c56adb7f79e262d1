"""Names of papers and firms that hold the name of a country, and nouns that are written onto one.

A decoy is found like a label and names nothing: being longer, it keeps the country within it from being
found. Words that look like one country stand with that country in the concept file (kg:misleadingLabel).
"""

from __future__ import annotations

__all__ = ["DECOYS", "HEADS"]

DECOYS = tuple(
    """
    Agence France-Presse, Air France, Air France-KLM, American Airlines, Bank of America, Bank of China,
    Brussels Times, China Daily, China Southern, France 24, France Inter, France-Presse, Golf van Mexico,
    Hoek van Holland, Hollands Diep, Hollands Midden, Hollands Noorden, Hollandse Delta, Hollandse IJssel,
    Hollandse Kust, Hollandsche IJssel, Hollandsche Rading, Iran International, Israel Hayom, Japan Times,
    Jerusalem Post, Jordan Times, Kyiv Independent, Moscow Times, Nederlands Dagblad, Oost-Chinese Zee,
    Radio France, Radio Nederland, South China Morning Post, South China Sea, Sudan Tribune, Times of India,
    Times of Israel, Times of Malta, Turkish Airlines
    """.replace("\n   ", "")
    .strip()
    .split(", ")
)

HEADS = tuple(
    """
    aanpak, akkoord, ambtsbericht, beleid, besluit, bezoek, brief, campagne, coalitie, commissie,
    conferentie, conflict, crisis, deal, debat, deskundige, dossier, embargo, evacuatie, expert, fonds,
    ganger, gate, gerelateerd, gerelateerde, gezant, handel, helpdesk, hulp, inzet, kenner, koers,
    kwestie, lening, lobby, missie, moratoria, moratorium, motie, oorlog, opvang, overeenkomst, overleg,
    pact, politiek, protest, rapport, reis, reiziger, relatie, route, sanctie, scenario, steun, strategie,
    strijder, team, toets, tolk, top, tribunaal, verdrag, verkenning, verklaring, veteraan, veteranen,
    visie, vluchteling, vraagstuk, wet
    """.replace("\n   ", "")
    .strip()
    .split(", ")
)
"""Nouns that make one word with the name of a country before them: `Ruslandbeleid`, `Turkijedeal`."""

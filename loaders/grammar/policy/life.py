"""Words for the life of a measure: it comes into force, holds and runs out. Words beside its days."""

from __future__ import annotations

import re

__all__ = [
    "EXPIRY",
    "FORCE",
    "LASTING",
    "LIVES",
    "NOT_ITS_DAY",
    "ON_PUBLICATION",
    "SPOKEN_OF_NEXT",
    "WHEN_DECIDED",
]

FORCE = re.compile(
    r"\bin\s+werking\b|\b(?:gaat|gaan|ging|gingen)\b[^.;]{0,60}?\bin\b|\bing(?:egaan|aan|aat|ing|ingen)\b|\b(?:vang(?:t|en)|ving(?:en)?)\b[^.;]{0,40}?\baan\b|\baanvang\w*"
    r"|\bvan\s+kracht\b"
    r"|\binwerkingtreding\b|\beffectueer\w*\b|\bdoorgevoerd\b|\bingangsdatum\b|\b(?:treed(?:t|en)|trad(?:en)?|getreden)\b|\b(?:geldt"
    r"|gelden|gold|golden)\b(?!\s+dat\b)",
    re.IGNORECASE,
)
"""It comes into force."""
EXPIRY = re.compile(
    r"\b(?:ver|af)?lo(?:opt|pen)\b|\b(?:ver|af)?liep(?:en)?\b|\beindig(?:t|en|de|den)\b|\bgeëindigd\b"
    r"|\bafgelopen\b"
    r"|\bexpire(?:ert|ren)\b|\bverval(?:t|len)\b|\bten\s+einde\b|\beinddatum\b|\bduurt\b|\bdoorloopt\b"
    r"|\bverstreken\b|\bverstrijkt\b|\bafloop\b|\beinde\b",
    re.IGNORECASE,
)
"""It runs out."""
LASTING = re.compile(
    r"\b(?:geldt|gelden|gold|golden|van\s+kracht|loopt|lopen|liep|du(?:urt|ren|ur)|doorloopt|looptijd"
    r"|geldig)\b",
    re.IGNORECASE,
)
"""It holds, or for how long."""
LIVES = re.compile(
    r"\b(?:gelden|geldt|gold|golden|lopen|loopt|duren|duurt|eindig\w+|vervalt|vervallen)\b", re.IGNORECASE
)
"""Verbs of a measure's own, which part its days from what was named before."""
NOT_ITS_DAY = re.compile(
    r"\b(?:ingediend|ingereisd|aangevraagd|gevlucht|binnengekomen|aangekomen|verbl(?:ijven|even|eef)"
    r"|ingeschreven|aanwezig"
    r"|asielaanvra(?:ag|gen)\s+(?:van|op|vóór|voor)|aanval(?:len)?|inval|machtsovername|machtswisseling"
    r"|val\s+van|staatsgreep"
    r"|coup|oorlog|ambtsbericht|ambtsberichten|uitspraak|arrest|motie|debat|overleg|verzoek|vragen"
    r"|Staatscourant|Stcrt"
    r"|peildatum|gepubliceerd|publicatie|verschenen|toegekomen)\W+(?:(?!(?:is|zijn|werd|werden)\s+op\b)\w+\W+){0,4}$",
    re.IGNORECASE,
)
"""What goes before a day that is of something else than the measure."""
SPOKEN_OF_NEXT = re.compile(
    r"^\W*(?:\w+\W+){0,3}?(?:ingediend|ingereisd|in\s+Nederland\s+verbl|verbleven|aanwezig|ingeschreven"
    r"|verschenen|gepubliceerd|in\s+de\s+Staatscourant|Stcrt)",
    re.IGNORECASE,
)
"""What goes after such a day."""
ON_PUBLICATION = re.compile(
    r"\bmet\s+ingang\s+van\s+(?:de\s+dag|het\s+moment|de\s+datum)\s+(?:waarop|dat)\b"
    r"|\b(?:na|met|op|bij|tot|vanaf)\s+(?:\w+\s+){0,4}?(?:publicatie|bekendmaking|dagtekening|plaatsing)\b",
    re.IGNORECASE,
)
"""It comes into force on a day that the text does not know."""
WHEN_DECIDED = re.compile(
    r"(?:^|[,;:()–-]|\b(?:ik|wij|we|u|hij|zij|het|deze|dit|dat|die|en|dan|maar|heb|heeft|hebben|is|zijn"
    r"|was|waren|werd|werden"
    r"|wordt|worden|kabinet|regering|staatssecretaris|minister|(?:ambts)?voorganger|reeds|al|laatst"
    r"|laatstelijk|eerst|eerder"
    r"|formeel|vervolgens|daarom|nogmaals|toen|wel|officieel|daadwerkelijk|inmiddels|voorts|daarna|later"
    r"|waarna|waarop"
    r"|hierover|daarover|haar|mij|Kamer|\w*moratori(?:um|a)|beleid|asielbeleid|ingesteld|verlengd"
    r"|besloten|besluit|genomen"
    r"|beëindigd|opgeheven|ingetrokken|gewijzigd|aangepast|afgekondigd|stelde|stelden|besloot|kondigde"
    r"|verlengde|beëindigde"
    r"|hief|trok))\s*$",
    re.IGNORECASE,
)
"""What goes before "op" and a day on which something was decided."""

"""How notes are worded: what tells a day, a name, a title or a kind of paper in them.

Patterns alone, which `sources` puts together into the forms that drafters use.
"""

from __future__ import annotations

import re

from loaders.grammar.dates import DATE

__all__ = [
    "BEFORE_NO_DAY_OF_SOURCE",
    "BY",
    "CITES",
    "CONSULTED",
    "DASH",
    "DATED",
    "DECISION",
    "EXPLAINS",
    "LEADING",
    "MONTH_YEAR",
    "NAME_YEAR",
    "NEXT_SOURCE",
    "NOT_THE_NAME",
    "OFFICIAL",
    "ON_SITE_OF",
    "OPEN_QUOTE",
    "PAPERS",
    "PAPER_OF",
    "SENTENCE",
    "SERIES",
    "SERIES_LAST",
    "SITE_OF",
    "STATUTE_PAGE",
    "TURNED_DATE",
    "WHERE",
    "WORKS",
    "WRITERS",
    "YEAR_FIRST",
    "YEAR_LAST",
    "YEAR_ONLY",
]

OFFICIAL = re.compile(
    r"^\s*(?:zie(?:\s+ook)?[:,]?\s+|bijlage\s+\d*\s*(?:van|bij)\s+)?(?:kamer-?\s?stuk|aanhangsel|handelingen|kamervragen\s*\("
    r"|tweede kamer|eerste kamer|tk\b|ek\b|stb\b|staatsblad|stcrt\b|staatscourant|ah-tk|kst"
    r"|(?:19|20)\d\dZ\d{5}|\d{2}\s?\d{3},)",
    re.IGNORECASE,
)
CITES = re.compile(r"kamer-?\s?stuk|aanhangsel", re.IGNORECASE)
MONTH_YEAR = re.compile(r"^\s*(?:d\.?\s?d\.?\s*)?(?:[a-z]{3,9}\s+)?(?:19|20)\d{2}\s*[,.:]\s*", re.IGNORECASE)
DATED = re.compile(
    r"(?:[\s,(]+(?:uitzending|aflevering|editie))?[\s,(]*(?:\b(?:d\.?\s?d\.?|op|van|van\s+de)\s*)?"
    r"(?:\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\s*,?\s*)?$",
    re.IGNORECASE,
)
"""What stands between a name and its day: `, d.d.`, ` van maandag`, `, uitzending van`."""
YEAR_LAST = re.compile(
    r"\s*(?:,\s*|\()(?:d\.?\s?d\.?\s*)?(?:[a-z]{3,9}\s+)?(?:19|20)\d{2}\)?[\s,.:]*$", re.IGNORECASE
)
"""A year, or a month and a year, behind a name: `RIVM, 2023`, `Raad voor Cultuur (mei 2024)`."""
CONSULTED = re.compile(
    rf"\b(?:laatst\s+)?(?:geraadpleegd|bezocht|bekeken)\s+(?:op\s+)?{DATE}\)?", re.IGNORECASE
)
"""The day on which the drafter looked, which is not the source's."""
DECISION = re.compile(
    r"[^«“‘\"]{0,160}\bECLI:[A-Z]{2}:"
    r"|(?:EHRM|HvJ|HR|Hoge Raad|ABRv?S|CRvB|CBb|Rb\.|Rechtbank|Gerechtshof|Hof)\b"
    r"[^«“‘\"]{0,80}?\b(?:nr\.?|zaak(?:nummer)?|C-)\s?\d"
)
"""A decision by its court and number."""
BEFORE_NO_DAY_OF_SOURCE = re.compile(
    r"\b(?:v[oó][oó]r|tot(?:\s+en\s+met)?|t/m|vanaf|sinds|per|uiterlijk(?:\s+op)?|na|medio|begin|eind|peildatum:?)\s+$",
    re.IGNORECASE,
)
"""What leads a day in an explanation by which something begins or ends."""
WRITERS = re.compile(r"(?:,\s[A-Z]\.|\b(?:e\.?\s?a\.|et\s+al\b)|\s&\s[A-Z][\w-]+,\s[A-Z]\.)")
NEXT_SOURCE = re.compile(r";\s+(?=[A-ZÀ-Þ«])")
TURNED_DATE = re.compile(r"\(((?:19|20)\d{2}),\s+(\d{1,2}\s+[a-z]{3,9})\)")
"""`(2024, 11 november)`, as scholars write it."""
YEAR_FIRST = re.compile(r"^\((?:[a-z]{3,9}\s)?(?:19|20)\d{2}[a-z]?\)[.,:]?\s+")
YEAR_ONLY = re.compile(r"\s*\((?:19|20)\d{2}\)\s*[,.]?")
BY = re.compile(r"\s*\((?P<publisher>[^()]{2,60}?),\s*(?:d\.?d\.?\s*)?$")
EXPLAINS = re.compile(
    r"^(?:zie|voor|dat|dit|deze|het\s+(?:betreft|gaat)|hierbij|overigens|samengevat|bijlage|volgens|mede|ook|in|bij|artikel|paragraaf"
    r"|met|om|als|er|de\s+(?:andere|cijfers)|niet|vanaf|sinds|conform|peildatum|bron|o\.a\.|onder|naar)\b",
    re.IGNORECASE,
)
# Kinds of papers and meetings: words that open a note as a name would, but name no publisher.
PAPERS = re.compile(
    r"^(?:de\s+|het\s+|een\s+|mijn\s+|uw\s+)?(?:\w*brief|\w*nota|motie|amendement|besluit|uitspraak|rapport"
    r"|advies|verslag|antwoord|antwoorden|beantwoording|uitzending|persbericht|interview|artikel|bericht|wet|regeling"
    r"|[\w-]+-bericht|tweet|vonnis|verdrag|protocol|overeenkomst|akkoord|verordening|richtlijn|\w*debat|\w*overleg|vragenuur|stemmingen|toezegging|convenant|bijlage)\b",
    re.IGNORECASE,
)
WORKS = re.compile(
    r"(?:\w*rapport(?:age)?|\w*verslag|\w*monitor|\w*onderzoek|\w*advies|\w*evaluatie|\w*besluit|\w*verkenning|\w*raming"
    r"|\w*notitie|\w*nota|\w*brief|\w*bericht|\w*agenda|\w*plan|\w*programma|\w*strategie|\w*beeld|\w*rekening|factsheet"
    r"|brochure|richtlijn|handreiking|leidraad|position\s+paper|white\s?paper|publicatie|cijfers|statistiek\w*)\b",
    re.IGNORECASE,
)
"""What the title of a body's own publication opens with."""
PAPER_OF = re.compile(
    r"^(?i:(?:het\s+|de\s+|een\s+)?(?:\w*rapport|\w*advies|\w*onderzoek|publicatie|\w*bericht|artikel|opinie\w*"
    r"|interview|uitzending|podcast)\s+(?:(?:van|in|uit|door|bij|op)\s+)?(?:de\s+|het\s+)?)(?=[A-ZÀ-Þ])"
)
SITE_OF = re.compile(
    r"^(?i:(?:zie\s+(?:ook\s+)?)?(?:de\s+)?(?:web)?site\s+(?:van\s+)?(?:de\s+|het\s+)?)(?=[A-ZÀ-Þ])"
)
LEADING = re.compile(
    r"^(?:zie(?:\s+(?:ook|bijvoorbeeld|onder\s+meer|o\.a\.))?|bron|uitzending(?:\s+van)?)\s*:?\s+",
    re.IGNORECASE,
)
DASH = re.compile(r"^(?P<title>.{8,}?)\s+[-–—]\s+(?P<publisher>[^–—|]{2,60}?)\s*(?:\(.*)?$")
WHERE = re.compile(
    r"[\s,(]*(?:te\s+(?:raadplegen|vinden)\s+(?:via|op)|beschikbaar\s+(?:via|op)|geraadpleegd\s+(?:op|via)|via|op|zie)?[\s:(]*$",
    re.IGNORECASE,
)
ON_SITE_OF = re.compile(
    r"\bte\s+(?:raadplegen|vinden)\s+op\s+de\s+(?:web)?site\s+van\s+(?P<publisher>[^:]{2,40}):\s*(?P<title>.+)$"
)
STATUTE_PAGE = re.compile(
    r"^(?P<publisher>wetten\.nl)\s+[–-]\s+[^–]+?\s+[–-]\s+(?P<title>.+?)\s+[–-]\s+BWB[A-Z]\d+"
)
SERIES = re.compile(
    r"^-?\s*(?:rapport|publicatie|briefrapport|notitie)\s*(?:nr\.?\s*)?[\d./-]+[,.:]?\s+", re.IGNORECASE
)
SERIES_LAST = re.compile(
    r",\s*(?:rapport|publicatie|briefrapport|notitie)(?:nummer|\s+nr\.?)?\s*[\d./-]*\d[\s,.:]*$",
    re.IGNORECASE,
)
"""A number in a body's own series, before the title: `RIVM-rapport 2023-0415, …`."""
NOT_THE_NAME = re.compile(r"-(?!rapport|publicatie|briefrapport|notitie)")
NAME_YEAR = re.compile(r"([^«“,(|]{2,60}?)\s*(\((?:[a-z]{3,9}\s)?(?:19|20)\d{2}\))[,.:]?\s+(.+)")
OPEN_QUOTE = re.compile(r"(?:^|\s)(?:[“„\"]|[‘'’](?!(?:s|t|n)\b))")
SENTENCE = re.compile(r"[.?!]\s+[A-Z]")

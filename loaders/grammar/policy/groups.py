"""For whom a measure is, as printed, where it is not for all people of the country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.grammar.policy.events import Event
from loaders.grammar.policy.places import TARGET
from loaders.grammar.policy.scene import Scene, Spot
from ontology.records import DecisionType

__all__ = ["SAME_GROUP", "target_group"]

SAME_GROUP = re.compile(
    r"\b(?:deze|dezelfde|die|genoemde)\s+(?:groep|categorie|groepen|personen|vreemdelingen|asielzoekers"
    r"|doelgroep)\b",
    re.IGNORECASE,
)
"""Words for a group that was named before."""
_END = re.compile(
    r",(?!\s+[A-Z][\w-]+(?:\s[a-z]+)?(?:\s+[\w-]+){0,2}(?:,|\s+en)\s)|[;:.()]|\s[–-]\s|\s(?:met\s+ingang|met\s+(?:een|zes|drie|twaalf|nogmaals|opnieuw|uitzondering"
    r"|dien|onmiddellijke)"
    r"|per\s+\d|per\s+(?:heden|direct)|vanaf|sinds|tot|voor|op\s+\d|op\s+grond|op\s+dit|op\s+basis"
    r"|gedurende"
    r"|die|wier|wiens|van\s+wie|aan\s+wie|voor\s+wie|waarvan|waarvoor|dat|om|te|is|zijn|was|waren|werd"
    r"|werden|wordt|worden"
    r"|heb|heeft|hebben|zal|zullen|kan|geldt|gelden|loopt|lopen|verloopt|eindigt|in\s+(?:te|werking"
    r"|verband|stand)|in$|af$|aan$"
    r"|opnieuw|nogmaals|wederom|daarom|niet|ook|eveneens|nu|thans|alsnog|formeel|conform|gelet|gezien"
    r"|omdat|aangezien|zodat"
    r"|tijdelijk|zowel|voorlopig|eenmalig|blijft|blijven|treedt|gaat|in\s+zijn|bij|wegens|vanwege|van\s+kracht"
    r"|van\s+toepassing|op\s+(?:twee|drie|enkele|een\s+aantal|onderdelen|punten|korte)|zich)\b"
    r"|(?<!\suit)(?<!\svan)(?<!\sin)(?<!\smet)(?<!\sen)(?<!\sof)(?<!\sdoor)(?<!\sbij)(?<!\svoor)(?<!\saan)"
    r"(?<!\sonder)(?<!\sop)(?<!\stot)(?<!\salsmede)(?<!\sals)(?<!\snaar)\s+(?:de|het|een)\s"
    r"|\s(?:en|alsmede)\s+(?:een|het|de|daarnaast|heb|is|ook|tegelijk|te|loopt|in|op|per|om|dit|dat|deze"
    r"|zal|wordt|van)\b"
    r"|\s(?:in|af|aan|op|uit)(?=\s*(?:$|[.,;]))",
    re.IGNORECASE,
)
"""What ends the words for a group."""
_EVERYONE = re.compile(
    r"\b(?:alle|de|het|overige|asielzoek(?:ers?|ster|sters)|asielaanvra(?:ag|gen)|asielaanvragers"
    r"|asielverzoeken|asielzaken"
    r"|aanvra(?:ag|gen)|aanvragers|vreemdelingen|vreemdeling|personen|mensen|vluchtelingen|ontheemden"
    r"|onderdanen|burgers"
    r"|staatsburgers|inwoners|ingezetenen|migranten|uitgeprocedeerden?|afgewezen|staatloze|eerste"
    r"|betrokkenen|zaken"
    r"|uit|van|met|in|en|of|afkomstig|herkomstig|komend|nationaliteit|bezittend|land|landen|republiek"
    r"|dezelfde|deze|die|dit|dat"
    r"|groep|groepen|categorie|beide|genoemde|bovengenoemde|door|ingediend)\b",
    re.IGNORECASE,
)
"""Words that, beside the country, limit nothing."""
_ADJECTIVE = re.compile(r"(?:se|sche|ische)$")
_GOES_ON = re.compile(
    r"\s*(?:$|[-–]|(?:uit|van|met|en|of|zonder|tussen|boven|jonger|ouder|alsmede)\b)", re.IGNORECASE
)
"""What follows the name of a country or of its people where the words for a group go on."""
_NO_PEOPLE = re.compile(
    r"(?:het|een(?!\s+(?:groep|deel|aantal|beperkte\s+groep|bepaalde\s+groep)))\s", re.IGNORECASE
)
"""How words begin that are of a thing or a time: "voor het verstrijken van de termijn"."""
_PEOPLE = re.compile(r"\s*(?:\w+\s+){0,3}\w+(?:en|s|ers|isten|anen)\b")
_REGION = re.compile(
    r"[\s-]*(?:(?:de|het|en|Zuid|Noord|Oost|West|Centraal|Midden)(?:elijke?|-)?[\s-]*)*", re.IGNORECASE
)
"""Words that with a country name a place, no people."""
_OFFICES = re.compile(r"\b(?:IND|Nederland|COA)\b")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PART_OF = re.compile(r"\b(?:uit|van|in)\b", re.IGNORECASE)
_PART = re.compile(r"Gaza|Gazastrook|Westelijke\s+(?:Jordaano|O)ever|Westbank", re.IGNORECASE)
"""Names that stand for a country and are a part of it: to come from there says more."""
_ORIGIN = re.compile(r"\s*(?:afkomstig\s+)?(?:uit|van|in)(?:\s+de|\s+het)?\s+$", re.IGNORECASE)
_TO = re.compile(r"\btot\s+(?!en\s+met\b|\d)", re.IGNORECASE)
_ARTICLE = re.compile(r"\s+(?:een|het|de|beide|zowel\s+een)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,]*(?:(?:en|of|uit|de|het)[\s,]*)*", re.IGNORECASE)


def target_group(
    scene: Scene, spots: Sequence[Spot], segment: tuple[int, int], event: Event | None = None
) -> str | None:
    """Whom of a country's people a measure is for; "" for all of them, None where nothing says.

    What only says at the end from which country they come is left out: "dienstplichtigen" from
    "dienstplichtigen uit Rusland", "Russische dienstplichtigen" as it stands.
    """
    ends = [spot.start for spot in scene.within(scene.instruments, *segment)]
    if event:  # a verb with a particle ends with it
        ends += [event.start, event.end - len(scene.text[event.start : event.end].rsplit(maxsplit=1)[-1])]
    for start in (spots[-1].end if spots else segment[0], segment[0]):
        for lead in _leads(scene, start, segment[1], event):
            stop = _END.search(scene.text, lead.end(), segment[1])
            closes = min(
                stop.start() if stop else segment[1], *(at for at in (*ends, segment[1]) if at > lead.end())
            )
            words = _ARTICLE.sub("", scene.text[lead.end() : closes])
            group = _printed(scene, lead.end(), lead.end() + len(words))
            if group is not None:
                return group
    return None


def _leads(scene: Scene, start: int, end: int, event: Event | None) -> Iterator[re.Match[str]]:
    """Words that lead to a group; first those that say to whom a measure is widened, or limited."""
    if event and event.type is DecisionType.AMEND:
        yield from _TO.finditer(scene.text, event.start, end)
    yield from TARGET.finditer(scene.text, start, end)


def _printed(scene: Scene, start: int, end: int) -> str | None:
    """A group without its country at the end; "" for everyone, None where the words are no group."""
    text, inside = scene.text, scene.within(scene.countries, start, end)
    closed = next((spot.end for spot in inside if _closes(text, spot, end, inside)), None)
    if closed:
        end, inside = closed, [spot for spot in inside if spot.end <= closed]
    words = text[start:end]
    if _OFFICES.search(words) or _NO_PEOPLE.match(words) or not (inside or _PEOPLE.match(words)):
        return None
    if inside and _REGION.fullmatch(_without(text, start, end, inside)):
        return ""
    if inside and _PART.fullmatch(text[inside[-1].start : inside[-1].end]) and _PART_OF.search(words):
        return _tidy(words[: inside[-1].end - start])
    if _narrowed(text, inside):
        return _tidy(words)
    if not _limits(text, start, end, inside):
        return "" if inside else None
    if inside and not text[inside[-1].end : end].strip():
        last = inside[0] if _joined(text, inside) else inside[-1]
        cut = _ORIGIN.search(text, start, last.start)
        if cut and _limits(text, start, cut.start(), []):
            end = cut.start()
    return _tidy(text[start:end])


def _without(text: str, start: int, end: int, inside: Sequence[Spot]) -> str:
    """Words without the countries that they name."""
    edges = [start, *(at for spot in inside for at in (spot.start, spot.end)), end]
    return " ".join(text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True))


def _closes(text: str, spot: Spot, end: int, inside: Sequence[Spot]) -> bool:
    """Whether the words for a group end with a country: "Sudan" of "voor Sudan nogmaals verlengd"."""
    if _ADJECTIVE.search(text[spot.start : spot.end]):
        return False
    further = any(other.start > spot.end for other in inside)
    return not _GOES_ON.match(text[spot.end : end]) and not (further and text.startswith(" in ", spot.end))


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(" ,")


def _limits(text: str, start: int, end: int, inside: Sequence[Spot]) -> bool:
    """Whether words say more than "everyone from" the countries in them."""
    return bool(_WORD.search(_EVERYONE.sub(" ", _without(text, start, end, inside))))


def _narrowed(text: str, inside: Sequence[Spot]) -> bool:
    """Whether a country is named twice, by its people and a part of it: "Palestijnen uit de Gazastrook"."""
    twice = len({spot.name for spot in inside}) < len(inside)
    return twice and bool(_PART_OF.search(text, inside[0].end, inside[-1].start))


def _joined(text: str, inside: Sequence[Spot]) -> bool:
    return all(_BETWEEN.fullmatch(text[one.end : other.start]) for one, other in pairwise(inside))

"""What a verb does to a measure: one table of verbs, and every form of them that letters use made from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ontology.records import DecisionType

__all__ = [
    "DESIGNATING",
    "EXCEPTING",
    "FINAL",
    "FINITE",
    "HOLDING",
    "INFINITIVES",
    "LAPSING",
    "NOUNS",
    "PARTICIPLES",
    "STARTED",
    "SUSPENDING",
    "TE_INFINITIVES",
    "WIDENING",
    "WITH_LIST",
]


class _Verb(NamedTuple):
    """A verb by its forms, without the particle that parts from it; tuples of words as one string."""

    particle: str
    infinitive: str
    present: str
    past: str
    participle: str
    nouns: str = ""


def _verbs(rows: str) -> tuple[_Verb, ...]:
    """Rows of `particle | infinitive | present | past | participle | nouns`."""
    return tuple(_Verb(*(cell.strip() for cell in row.split("|"))) for row in rows.strip().splitlines())


_VERBS = {
    DecisionType.INTRODUCE: _verbs(
        """
        in | stellen | stel stelt | stelde stelden | gesteld | instelling
        in | voeren | voer voert | voerde voerden | gevoerd | invoering
        her | instellen | | | ingesteld | herinstelling
        her | invoeren | | | ingevoerd | herinvoering
        opnieuw in | stellen | | | gesteld |
        af | kondigen | kondig kondigt | kondigde kondigden | gekondigd | afkondiging
        uit | vaardigen | vaardig vaardigt | vaardigde vaardigden | gevaardigd | uitvaardiging
        op | leggen | leg legt | legde legden | gelegd |
        | introduceren | introduceer introduceert | introduceerde introduceerden | geïntroduceerd |
        aan | wijzen | wijs wijst | wees wezen | gewezen | aanwijzing
        aan | merken | merk merkt | merkte merkten | gemerkt | aanmerking
        toe | voegen | voeg voegt | voegde voegden | gevoegd | toevoeging
        | plaatsen | plaats plaatst | plaatste plaatsten | geplaatst | plaatsing
        | hanteren | | hanteerde hanteerden | gehanteerd |
        """
    ),
    DecisionType.EXTEND: _verbs(
        """
        | verlengen | verleng verlengt | verlengde verlengden | verlengd | verlenging
        voort | zetten | zet zetten | zette zetten | gezet | voortzetting
        | continueren | continueer continueert | continueerde continueerden | gecontinueerd | continuering
        door | trekken | trek trekt | trok trokken | getrokken |
        op | rekken | rek rekt | rekte rekten | gerekt | oprekking
        | prolongeren | prolongeer prolongeert | prolongeerde prolongeerden | geprolongeerd | prolongatie
        """
    ),
    DecisionType.AMEND: _verbs(
        """
        | wijzigen | wijzig wijzigt | wijzigde wijzigden | gewijzigd | wijziging wijzigingen
        aan | passen | pas past | paste pasten | gepast | aanpassing aanpassingen
        uit | breiden | breid breidt | breidde breidden | gebreid | uitbreiding
        | verbreden | verbreed verbreedt | verbreedde verbreedden | verbreed | verbreding
        | verruimen | verruim verruimt | verruimde verruimden | verruimd | verruiming
        | versoepelen | versoepel versoepelt | versoepelde versoepelden | versoepeld | versoepeling
        aan | scherpen | scherp scherpt | scherpte scherpten | gescherpt | aanscherping
        | verscherpen | verscherp verscherpt | verscherpte verscherpten | verscherpt | verscherping
        | herzien | herzie herziet | herzag herzagen | herzien | herziening
        | actualiseren | actualiseer actualiseert | actualiseerde actualiseerden | geactualiseerd |
        in | perken | perk perkt | perkte perkten | geperkt | inperking
        | beperken | beperk beperkt | beperkte beperkten | beperkt | beperking
        | versmallen | versmal versmalt | versmalde versmalden | versmald | versmalling
        bij | stellen | stel stelt | stelde stelden | gesteld | bijstelling
        vast | stellen | stel stelt | stelde stelden | gesteld | vaststelling
        uit | zonderen | zonder zondert | zonderde zonderden | gezonderd | uitzondering
        """
    ),
    DecisionType.END: _verbs(
        """
        | beëindigen | beëindig beëindigt | beëindigde beëindigden | beëindigd | beëindiging
        op | heffen | hef heft | hief hieven | geheven | opheffing
        in | trekken | trek trekt | trok trokken | getrokken | intrekking
        stop | zetten | zet zetten | zette zetten | gezet | stopzetting
        af | schaffen | schaf schaft | schafte schaften | geschaft | afschaffing
        op | schorten | schort | schortte schortten | geschort | opschorting
        | schrappen | schrap schrapt | schrapte schrapten | geschrapt | schrapping
        | verwijderen | verwijder verwijdert | verwijderde verwijderden | verwijderd | verwijdering
        af | voeren | voer voert | voerde voerden | gevoerd |
        | halen | haal haalt | haalde haalden | gehaald |
        | staken | staak staakt | staakte staakten | gestaakt | staking
        """
    ),
}
"""Every verb by what it does."""
_LET = {
    DecisionType.INTRODUCE: "ingaan, gelden, in werking treden, van kracht worden, herleven",
    DecisionType.EXTEND: "voortduren, doorlopen, voortbestaan, doorgelden",
    DecisionType.END: "aflopen, verlopen, eindigen, vervallen, expireren",
}
"""What government lets a measure do: "laat ik aflopen", "te laten gelden"."""
_INTRANSITIVE = {
    DecisionType.INTRODUCE: "ingegaan, in werking getreden, van kracht geworden, aangevangen",
    DecisionType.END: "geëindigd, verlopen, afgelopen, vervallen, komen te vervallen, geëxpireerd",
}
"""Participles by which a measure itself starts or ends."""


def _forms(
    make: Callable[[_Verb], list[str]], *more: tuple[DecisionType, list[str]]
) -> dict[str, DecisionType]:
    rows = [(kind, form) for kind, verbs in _VERBS.items() for verb in verbs for form in make(verb)]
    rows += [(kind, form) for kind, forms in more for form in forms]
    return {" ".join(form.split()): kind for kind, form in rows}


def _let(pattern: str) -> list[tuple[DecisionType, list[str]]]:
    return [(kind, [pattern.format(verb) for verb in _listed(verbs)]) for kind, verbs in _LET.items()]


def _listed(words: str) -> list[str]:
    return [word.strip() for word in words.split(",")]


PARTICIPLES = _forms(
    lambda verb: [verb.particle + verb.participle],
    *((kind, _listed(forms)) for kind, forms in _INTRANSITIVE.items()),
)
"""Past participles."""
TE_INFINITIVES = _forms(
    lambda verb: [f"{verb.particle} te {verb.infinitive}"],
    *_let("te laten {}"),
    *_let("te doen {}"),
    (DecisionType.INTRODUCE, ["in werking te laten treden", "van kracht te laten worden"]),
    (DecisionType.EXTEND, ["voort te laten duren", "door te laten lopen", "voort te laten bestaan"]),
    (DecisionType.END, ["af te laten lopen"]),
)
HOLDING = ("gelden", "ingaan", "in werking treden", "van kracht worden", "van kracht zijn")
"""What a measure itself will do."""
INFINITIVES = _forms(
    lambda verb: [verb.particle + verb.infinitive],
    *_let("laten {}"),
    (DecisionType.INTRODUCE, list(HOLDING)),
    (DecisionType.END, ["komen te vervallen"]),
)
NOUNS = _forms(
    lambda verb: [*verb.nouns.split(), verb.particle + verb.infinitive],
    *_let("laten {}"),
    (DecisionType.END, ["het niet verlengen", "niet-verlenging", "niet verlengen"]),
    (DecisionType.EXTEND, ["voortduren"]),
)
"""What is decided, as a noun: "besloten tot verlenging van", "geïnformeerd over het instellen van"."""
FINITE = _forms(
    lambda verb: [f"{form} {verb.particle}" for form in f"{verb.present} {verb.past}".split()],
    *_let("laat {}"),
    *_let("liet {}"),
    (
        DecisionType.END,
        ["neem van de lijst", "haal van de lijst", "haalt van de lijst", "haalde van de lijst"],
    ),
    (DecisionType.INTRODUCE, ["zet op de lijst", "plaats op de lijst"]),
)
"""Finite verbs with their particle; the past ones tell what was done before."""
FINAL = _forms(
    lambda verb: [verb.particle + form for form in f"{verb.present} {verb.infinitive}".split()],
    *_let("{} laat"),
)
"""The same at the end of a clause: "dat ik het moratorium verleng"."""
WITH_LIST = ("gehaald", "te halen", "halen", "haal", "geplaatst", "te plaatsen", "plaatsen", "plaats")
"""Words that say something of a measure only beside "de lijst"."""
LAPSING = tuple(_listed(_INTRANSITIVE[DecisionType.END]))
"""Participles that tell that a term ran out."""
STARTED = tuple(_listed(_INTRANSITIVE[DecisionType.INTRODUCE]))
"""Participles that tell that a measure began to hold."""
SUSPENDING = ("opgeschort", "op te schort", "opschort", "schort", "gestaakt", "te staken")
"""How the forms begin by which a designation is put on hold."""
WIDENING = ("uitgebreid", "uit te breid", "uitbreid", "breid")
"""How the forms begin by which a list of countries gets more of them."""
EXCEPTING = ("uitgezonderd", "uit te zonder", "uitzonder", "zonder")
"""How the forms begin by which some are kept out of a designation."""
DESIGNATING = (
    "aangewezen",
    "aangemerkt",
    "aan te wijzen",
    "aan te merken",
    "aanwij",
    "aanmerk",
    "wijs",
    "wees",
    "merk",
    "geschrapt",
    "te schrap",
    "schrap",
    "verwijder",
    "te verwijder",
    "afgevoerd",
    "af te voeren",
    "voer",
    "toegevoegd",
    "toe te voegen",
    "voeg",
    "geplaatst",
    "te plaatsen",
    "plaats",
    "gehaald",
    "te halen",
    "haal",
    "neem",
    *EXCEPTING,
)
"""How the forms begin that are said of a country, not of a measure."""

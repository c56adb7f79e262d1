"""Words around a verb by which government letters decide, announce, tell or leave open: tables, no rules."""

from __future__ import annotations

import re

__all__ = [
    "ANNOUNCING",
    "BLOCKING",
    "COMPETING",
    "CONDITION",
    "DECIDING",
    "DOUBTING",
    "ELSEWHERE",
    "GOVERNING",
    "INFORMED",
    "OWN",
    "RECEIVING",
    "RESTATING",
]


def _words(*rows: str) -> re.Pattern[str]:
    joined = "|".join(row.replace(" ", r"\s+") for row in rows)
    return re.compile(rf"(?<![\w-])(?:{joined})(?!\w)", re.IGNORECASE)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


DECIDING = _words(
    r"(?:heb|heeft|hebben|is|zijn|wordt|werd|was|had|hadden)(?: \S+){0,14}? (?:besloten|beslist)(?! of\b)",
    r"besloten(?: heb| heeft| hebben| is| had)?(?! of\b)|besluit(?: ik| het kabinet| wij)? hierbij"
    r"|besluit ik|ik besluit|besluit het kabinet"
    r"|besluiten wij|wij besluiten|besloot|besloten wij",
    r"(?:mijn|het|ons|dit|een) (?:besluit|beslissing)(?: is"
    r"| aan)?(?= (?:om|tot|dat|het|een|de)\b)|(?:het|dit|een"
    r"|mijn) (?:besluit"
    r"|beslissing) (?:is )?genomen|de beslissing om",
    r"strek(?:t|ken)(?: \w+)?(?: er)?toe|(?:strek(?:t|ken)) tot|ga(?:an)?(?: ik"
    r"| wij)?(?: \w+){0,2} over tot|overgegaan tot|over te gaan tot|ertoe overgegaan",
    r"ingestemd met|daartoe besloten|hiertoe besloten|maak(?:t)?(?: \w+){0,3} gebruik van (?:de"
    r"|mijn)(?: \w+)? (?:mogelijkheid|bevoegdheid)",
    r"kies(?:t)?(?: ik| het kabinet)?(?: \w+){0,2} ervoor|er(?: \w+){0,2} ?voor (?:gekozen|kies|kiest"
    r"|kiezen)|ervoor gekozen"
    r"|ervoor kies|gekozen voor",
    r"(?:zie|geeft|geven|vormt|vormen|vind|bestaat|is er|er is)(?: ik| \w+){0,8}? (?:voldoende )?"
    r"(?:aanleiding|reden|grond)",
    r"(?:\S+ )?(?:aanleiding|reden|grond) gezien(?= (?:om|tot)\b)",
    r"genoodzaakt|noop(?:t|en)(?: \w+){0,3} (?:ertoe|tot)|leid(?:t|en|de)(?: \w+){0,3} (?:ertoe|tot)",
)
"""Words that make a decision of the infinitive or noun that they govern."""
ANNOUNCING = _words(
    r"voornemens|voornemen|van plan|zal|zullen|zou gaan|kondig(?:t)?(?: ik| het kabinet)?(?= )"
    r"|aangekondigd|aankondiging|kondigden?(?= )"
    r"|ga(?:an)? (?:ik|wij)(?= )|bereid ik(?: \w+){0,3} voor|beoog|beoogt|streef(?: ik)? ernaar"
)
"""Words that say that it will be done."""
BLOCKING = _words(
    r"mogelijkheid|mogelijkheden|mogelijk|kan|kunnen|kon|konden|zou|zouden|moet|moeten|moest"
    r"|dient(?! te worden verlengd)|mag|mogen|hoeft|hoeven"
    r"|bevoegdheid|bevoegd|verzoek|verzoekt|verzoeken|verzocht|gevraagd|vraagt|vragen|vraag|pleit"
    r"|pleiten|gepleit|bepleit|oproep|oproepen|opgeroepen"
    r"|roept|roepen|voorstel|voorstellen|voorgesteld|wens|wensen|gewenst|wenselijk(?:heid)?|overweeg"
    r"|overwegen|overweegt|overwogen|overweging"
    r"|onderzoek|onderzoeken|onderzocht|bezien|bekijken|bekijk|beoordelen|beoordeling|nagaan|afwegen"
    r"|afgewogen|beraad|beraden"
    r"|noodzaak|nut|voorwaarden|vereisten|criteria|bedoeld|beoordeel|ontraad|afgezien|zie (?:ik )?af"
    r"|af te zien|weiger|geweigerd|terughoudend"
    r"|onvoldoende|nodig|opportuun|bereid(?! ik)|toegezegd|voorwaarde|discussie|debat|vraagstuk|verwacht"
    r"|verwachten|suggestie"
)
"""Words that keep what they govern from being decided."""
GOVERNING = _words(
    r"verzoek\w*|verzocht|gevraagd|vra(?:ag|agt|gen)|mogelijkheid|mogelijkheden|bevoegdheid|bereid"
    r"|noodzaak|wens\w*"
    r"|overweeg|overweg\w+|overwogen|onderzoek\w*|onderzocht|bezien|oproep\w*|pleit\w*|voorstel\w*"
    r"|wenselijk|ontraden"
    r"|afgezien|af te zien|zie ik af|of"
)
"""Those of them that have an infinitive under them, even after a word of deciding."""
DOUBTING = _words(
    r"verzoek\w*|verzocht|gevraagd|vraag|vragen|wens\w*|wenselijk|mogelijk|uitgesloten|verwacht\w*"
    r"|voorgesteld"
    r"|bewerkstelligen|voorkomen|suggereert|stelt|stellen|vindt|vinden|pleit\w*|hoop\w*|berichten|media"
    r"|denkbaar"
    r"|voorstel\w*|zorgen|toe|bepleit\w*|bepaalt|opportuun|overweeg|geoordeeld|oordeelde?|oordeelt"
    r"|overwogen|gesteld"
    r"|wil|willen|wilde|wenst|eist|eisen|verlangt|adviseert|adviseren|advies|geadviseerd|bepaald|verzekerd"
    r"|betoogd|aangevoerd|me(?:ent|nen)|concludeert"
)
"""Words before "dat" by which government does not vouch for what follows."""
CONDITION = _words(
    r"of|indien|wanneer|mocht(?:en)?|tenzij|zodra|totdat|voordat|alvorens|opdat|teneinde|ingeval"
    r"|in het geval(?: dat)?|zolang|(?<=,\s)als|^als"
)
"""Subordinators under which nothing is stated."""
INFORMED = _words(
    r"(?:ge[iï]nformeerd|bericht|gemeld|meegedeeld|medegedeeld|laten weten|in kennis gesteld"
    r"|ingegaan op(?= (?:de|het|mijn)\b)|op de hoogte (?:gesteld|gebracht)|bekendgemaakt|kenbaar gemaakt"
    r"|gewezen|ingelicht|toegelicht|uiteengezet)",
    r"informeer|informeert|informeren|bericht|bericht(?:en)?|meld|melden|deel ik(?: \w+){0,4} me(?:d)?e"
    r"|stel ik(?: \w+){0,6} (?:op de hoogte|in kennis)|betreft|ziet op",
)
"""Words that tell the House of what was decided."""
RESTATING = _words(
    r"eerder|eerdere|onlangs|recent|recentelijk|destijds|toenmalig|reeds|al|vorige|toen|laatstelijk"
    r"|voor het laatst|voor de laatste keer|eerste keer|jongstleden|sindsdien"
    r"|(?:ambts)?voorganger|ambtsvoorgangers|(?:bij|met|per|in) (?:de |mijn |onze |haar |zijn "
    r"|een )?(?:\w+ )?(?:brief|brieven|kamerbrief|besluit|beschikking) van"
    r"|zoals(?= (?:ik|u|eerder|reeds|gemeld|aangekondigd|bericht|me[ed]e?gedeeld|toegelicht|uiteengezet"
    r"|bekend)\b)|inmiddels|nadien|daarna|vervolgens"
)
"""Words that tell of an earlier decision."""
OWN = _words(
    r"voortaan|hierbij|hiermee|bij deze|met deze brief|in deze brief|middels deze brief|thans|vandaag|heden"
    r"|door middel van deze brief"
)
"""Words by which a letter speaks of itself and its day."""
COMPETING = _words(
    r"(?:beslis|beslissings|wettelijke |maximale |vertrek|opvang|verblijfs|behandel)?termijn(?:en)?"
    r"|(?:verblijfs)?vergunning(?:en)?|mandaat|missie|sancties?"
    r"|tijdelijke bescherming|bescherming|dienstplicht|noodtoestand|wapenstilstand|bestand"
    r"|staakt-het-vuren|opvang|voorzieningen|bijdrage|asielaanvraag"
    r"|commissie|onderzoekscommissie|taskforce|werkgroep|contract(?:en)?|overeenkomst|regeling"
    r"|ontheffing|subsidie|mobilisatie|visum|visa|inreisverbod"
    r"|grenscontroles|onderzoek|avondklok|vliegverbod|uitspraak|wet"
    r"|wetsvoorstel"
)
"""Things beside measures that can be set up, extended or ended."""
ELSEWHERE = _words(
    r"(?:andere |sommige |verschillende |diverse |meerdere |overige |omringende |veel |enkele "
    r"|gelijkgezinde )(?:\w+ ){0,2}(?:lidstaten|landen|lidstaat|staten)"
    r"|buurlanden|lidstaten|de Europese Commissie|de (?:Europese )?Raad(?! van State)|UNHCR|Frontex"
    r"|de VN|de Verenigde Naties|het parlement"
)
"""Others than the Dutch government who decide."""
RECEIVING = _listed(
    "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT POL PRT ROU SVK SVN ESP "
    "SWE NOR CHE ISL"
    " GBR USA CAN AUS"
)
"""Codes of countries that receive people and have measures of their own."""

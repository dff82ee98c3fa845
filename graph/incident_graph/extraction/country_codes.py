"""Countries by the words that name them: ISO 3166 codes of country names and adjectives, for the country of a thing."""

from functools import lru_cache

_TABLE = """
AE emirati|uae;AF afghan|afghanistan;AR argentinian argentine|argentina;AT austrian|austria
AU australian|australia;BD bangladeshi|bangladesh;BE belgian|belgium;BG bulgarian|bulgaria;BR brazilian|brazil
BY belarusian|belarus;CA canadian|canada;CH swiss|switzerland;CL chilean|chile
CN chinese mandarin-language chinese-language|china;CO colombian|colombia;CU cuban|cuba;CZ czech|czechia
DE german|germany;DK danish|denmark;EE estonian|estonia;EG egyptian|egypt;ES spanish|spain;ET ethiopian|ethiopia
FI finnish|finland;FR french|france;GB british uk|britain uk;GR greek|greece;HR croatian|croatia
HU hungarian|hungary;ID indonesian|indonesia;IE irish|ireland;IL israeli|israel;IN indian|india;IQ iraqi|iraq
IR iranian|iran;IS icelandic|iceland;IT italian|italy;JP japanese|japan;KE kenyan|kenya;KP north-korean|
KR korean|;LB lebanese|lebanon;LT lithuanian|lithuania;LV latvian|latvia;MA moroccan|morocco;MX mexican|mexico
MY malaysian|malaysia;NG nigerian|nigeria;NL dutch|netherlands;NO norwegian|norway;NZ |;PE peruvian|peru
PH philippine filipino|philippines;PK pakistani|pakistan;PL polish|poland;PT portuguese|portugal
RO romanian|romania;RS serbian|serbia;RU russian russian-language|russia;SA saudi|;SE swedish|sweden
SG singaporean|singapore;SI slovenian|slovenia;SK slovak|slovakia;SY syrian|syria;TH thai|thailand
TN tunisian|tunisia;TR turkish|turkey;TW taiwanese|taiwan;UA ukrainian|ukraine;US american us|us
VE venezuelan|venezuela;VN vietnamese|vietnam;ZA south-african|
"""


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2 codes by adjective or name, lower case.

    >>> country_codes()["norwegian"], country_codes().get("elvish")
    ('NO', None)
    """
    found: dict[str, str] = {}
    for row in _TABLE.replace("\n", ";").split(";"):
        code, _, words = row.strip().partition(" ")
        found |= dict.fromkeys(words.replace("|", " ").split(), code)
    return found

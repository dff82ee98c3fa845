"""Heads and endings of names in the languages that news in English meets: streets, bodies, places."""

import re
from functools import lru_cache

from incident_graph.extraction.names_words import words

#: First words that say what the whole name names ("Rue …", "Banco …"), lower case.
FIRST_HEADS: dict[str, frozenset[str]] = {
    "Place": words("""
        rue rua via viale vicolo piazza piazzale piazzetta plaza plaça praça place avenida avinguda avenue calle carrer
        carretera callejón travessa largo corso lungarno boulevard bulevar bulevardul calea strada ulitsa ulica aleja
        aleje jalan quai pont ponte puente porte porta puerta gare estación stazione estação col val vale valle vallée
        lago lac laguna lagoa lake loch lough mount mt monte mont montagne sierra serra cerro volcán volcano río rio
        river isla isle île ilha isola playa praia plage costa côte baie bahía baía cape cabo cap golfe golfo fort
        port porto puerto sankt saint sainte santa san são st bad ciudad villa ville barrio
        mall camp passeig paseo rambla wadi pik pic piz puy jabal gora parque parc jebel tel tell kampung kampong
        bukit gunung sungai pulau ban wat nagar praia morro
        lungomare krásná nowy nowa stary stara nový nová novi veliki veli gornji donji crni bijela
    """),
    "Organisation": words("""
        hospital hôpital hopital clinique clínica clinica klinik klinikum krankenhaus universitätsklinikum ospedale
        policlinico ziekenhuis sjukhus sykehus szpital universidad universidade université università universität
        universiteit universitetet uniwersytet technische banco banque banca radio rádio televisión télévision
        ministerio ministério ministère ministero ministerie agencia agência agence agenzia autoriteit autorité
        autoridad autoridade autorità instituto institut istituto grupo groupe gruppo gruppe groep café restaurant
        pizzeria brasserie bistro stichting fundación fundação fondation fondazione centro colegio collège lycée liceo
        escuela école scuola escola parti partido partito partij partei parlamento policía polícia polizia guardia
        guarda cruz croix croce diario diário journal jornal giornale gazeta gazette confederación confédération
        federación fédération federazione sindicato sindacato syndicat comisión comissão comité consejo conselho
        conseil consiglio comune ayuntamiento prefeitura câmara cámara corte cour tribunal tribunale procura fiscalía
        télé canal conservatoire musée museo museu teatro théâtre servicio serviço service servizio union unión união
        unione association asociación associação associazione associazione secretaría dirección direction médicos
        électricité società société sociedad sociedade compañía companhia compagnie compagnia frente front movimiento
        movimento mouvement observatorio observatoire cooperativa protección proteção protezione sécurité bundesamt
        landesamt amtsgericht landgericht staatsanwaltschaft freiwillige gemeente
    """),
    "Event": words("hurricane storm typhoon cyclone operation tropical-storm"),
}
FIRST_HEADS["Place"] -= words("porta ban villa mall camp bad val")  # as often something else

#: Words that say what a name names when they are its last, but not inside it; many of other languages, lower case.
LAST_HEADS: dict[str, frozenset[str]] = {
    "Organisation": words("""
        banka bank pankki sparkasse volksbank versicherung stadtwerke feuerwehr polizei politi polisen politie polis
        policja policie politsei poliția werke verband verein bund bundesamt ministerium ministerie ministerstvo
        universität universitet universitetet universiteit uniwersytet univerzita egyetem üniversitesi hastanesi
        hastane klinik klinikum krankenhaus sjukhus sykehus sykehuset sjukhuset ziekenhuis szpital spital bolnica
        kliniken zeitung anzeiger tageblatt nachrichten rundschau kurier merkur krant dagblad courant kroniek tijd volk
        blad bladet posten tidende tidning tidningen avis avisen nieuws vijesti novosti novine gazetesi haber lehti
        sanomat uutiset grup grupa gruppe groep groupe grupo gruppo holding holdingi yazılım bilişim enerji inşaat
        sanayi spor partisi partei parti partij partiet gewerkschaft akademi akademia instituutti institut institutet
        verlag brauerei spedition logistik transporte energie energi energía énergie elettrica verhuur bouw groothandel
        bakkerij slagerij clinics hospitals schools air marine fireworks farms orchards trading traders cement timber
        glassworks tractors trucks toys entertainment cinemas travel tours trucking assurance reinsurance finance
        financial payments recycling renewables metals forge machinery petrochemicals hydro kommune gemeinde gmina
        comune commune gemeente kommun kunta község vald lda srl sarl sas slu eurl kg ohg ev sro doo zrt kft nyrt ood
        ead ooo oao pao zao pjsc jsc psc sae sdn bhd kk pte pvt tbk ltda eireli oyj hf ehf asbl vzw cic
    """),
    "Place": words("""
        straat straße strasse gasse gata gatan gade vej vei väg laan plein platz plads plass markt torg torget
        ulica utca tér caddesi sokak meydanı park wald brücke brug bahnhof flughafen hafen kirche
        kerk kirke kyrka creek falls springs heights ridge gorge canyon pass quarry beach cove hollow
        crescent gardens mews terrace circus wharf quay pier docks weir viaduct causeway underpass overpass aqueduct
        slope downs moor heath fen marsh lagoon atoll cay key crossroads ravine plateau plain plains highlands wetlands
        rapids ranch township estuary levee embankment pond spit bluff cliffs crater summit outback
    """),
}

#: What the end of a word says of it, with the weight of that. Streets and bodies are sure, settlements only likely.
ENDINGS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (kind, weight, re.compile(rf"[^\W\d_]{{3,}}(?:{ends})$"))
    for kind, weight, ends in (
        ("Place", 1.5, "straat|stra(?:ß|ss)e|strasse|gasse|platz|plads|plein|gracht|(?<!r)laan|allee|brücke|brug"),
        ("Place", 1.5, "gade|gata|gatan|gaten|vägen|veien|vegen|torget|torvet|markt|(?<!s)kade|singel|utca|ufer"),
        ("Place", 1.0, "fjord(?:en)?|fjell|älven|elva|sjön|vatnet|jökull|köping|shire|gorod|grad|abad|nagar|järvi"),
        ("Place", 0.6, "hausen|kirchen|dorf|stadt|furt|münde|beuren|weiler|haven|mouth|borough|burgh|ville|minster"),
        ("Organisation", 1.5, "ministerium|ministerie(?:t)?|departementet|direktoratet|verket|styrelsen|tilsynet"),
        ("Organisation", 1.5, "myndigheten|inspektionen|kriminalamt|umweltamt|landesamt|bundesamt|amtet|dienst"),
        ("Organisation", 1.5, "polizei|politie|politiet|universität|klinikum|krankenhaus|sjukhuset|sykehuset"),
        ("Organisation", 1.2, "bladet|posten|zeitung|anzeiger|tageblatt|nachrichten|kroniek|courant|tidende"),
        ("Organisation", 1.2, "werke|verband|gewerkschaft|sparkasse|bank|versicherung|soft|tech|corp|pharma|chem"),
    )
)


@lru_cache(maxsize=1 << 16)
def ending(word: str) -> tuple[str, float]:
    """The class that the end of a word speaks for, and how strongly; ``("", 0.0)`` when it says nothing.

    >>> ending("Keizersgracht"), ending("Umweltministerium"), ending("Marlow")
    (('Place', 1.5), ('Organisation', 1.5), ('', 0.0))
    """
    low = word.lower()
    return next(((kind, weight) for kind, weight, pattern in ENDINGS if pattern.match(low)), ("", 0.0))

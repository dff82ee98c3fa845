"""What a common noun says of the name beside it: a tug, a town, a teacher."""

from incident_graph.extraction.names_words import words

#: What a noun says of the name beside it ("X, a Trondheim company", "the tug X", "social network X"), by class.
KIND_NOUNS: dict[str, frozenset[str]] = {
    "Organisation": words("""
        company companies firm firms group groups agency agencies authority authorities union charity charities bank
        banks gang retailer retailers supplier suppliers operator operators regulator regulators newspaper newspapers
        magazine broker brokers insurer insurers manufacturer manufacturers maker makers developer developers vendor
        vendors contractor contractors provider providers startup start-up startups watchdog ministry department
        hospital hospitals university universities college school chain chains airline airlines carrier utility
        broadcaster broadcasters consultancy organisation organisations organization organizations body association
        institute think-tank thinktank laboratory lab nonprofit non-profit ngo ngos party militia conglomerate giant
        giants subsidiary consortium collective syndicate cartel outlet tabloid daily weekly publisher brewery
        supermarket supermarkets café cafe restaurant club hackers shipowner shipbuilder shipyard yard crew owner owners
        builder refiner bloc clinic school museum church mosque parish inspectorate police service force directorate
        office unit team squad league grocer bookmaker brewer foundry mill bakery restaurant hotel hostel nightclub
        theatre observatory daily weekly station broadsheet insurer reinsurer carrier haulier courier telecoms utility
        exporter importer wholesaler conservancy collective sect cult gang cell pressure-group faction junta
        cooperative co-operative non-governmental watchdog garage dealership employer producer producers processor
        exchange fund investor lender lenders council committee commission tribunal court coalition federation
        foundation trust partnership practice
    """),
    "Platform": words("""
        platform platforms website websites site forum forums marketplace marketplaces app apps social-network
        network messenger messaging-service search-engine blog portal message-board imageboard repository webshop
    """),
    "Place": words("""
        dam reservoir lake gorge canyon pass glacier forest mine quarry viaduct tunnel beach park canal creek delta
        canton parish quarter slum township street square avenue road boulevard hamlets headland moor plain estuary
        basin basins catchment coastline junction interchange airfield airbase
        town towns city cities village villages port region regions district county province island islands strait
        suburb neighbourhood neighborhood municipality country countries capital resort area hamlet borough state
        territory peninsula archipelago river lake harbour harbor bay fjord motorway airport town's valley mountain
        volcano settlement prefecture
    """),
    "Vehicle": words("""
        ferry ferries barge barges tug tugs ship ships vessel vessels tanker tankers freighter trawler trawlers
        yacht boat boats lifeboat liner frigate destroyer submarine warship catamaran hydrofoil dredger cutter
        schooner steamer icebreaker airliner airliners plane aircraft jet helicopter train locomotive tram
        spacecraft rocket satellite flight
    """),
    "Product": words("""
        software tool program programme scheme malware ransomware virus trojan worm spyware botnet drug medicine vaccine
        cheese yoghurt yogurt formula sausage salami chocolate juice vodka rum whisky liqueur vaccine syrup sauce snack
        device handset smartphone phone console chip processor model gadget router cryptocurrency
    """),
    "Law": words("law laws act regulation regulations directive treaty statute legislation bill"),
    "Person": words("""
        teacher engineer lawyer solicitor skipper captain resident student nurse doctor farmer director chairman
        chairwoman chair chief executive spokesman spokeswoman spokesperson founder co-founder manager boss head
        leader minister secretary mayor professor researcher analyst scientist economist expert witness survivor
        passenger victim suspect man woman boy girl father mother son daughter husband wife brother sister widow
        pensioner driver pilot officer detective inspector prosecutor judge senator lawmaker politician president
        editor reporter journalist author activist campaigner owner shopkeeper fisherman sailor soldier commander
        technologist official ceo commissioner governor ombudsman veteran neighbour neighbor friend colleague
        technician consultant adviser advisor barrister coroner surgeon paramedic firefighter guard cleaner cook
        chef waiter builder electrician plumber mechanic baker tourist bystander historian physicist chemist
        architect programmer hacker dealer salesman businessman businesswoman entrepreneur actor actress singer
        artist musician footballer athlete cyclist refugee migrant prisoner gunman attacker bomber carer trucker
        seller trader stallholder postman postwoman worker rival opponent successor predecessor critic cousin uncle
        aunt nephew niece parent landlord landlady tenant partner girlfriend boyfriend fiancé fiancée husband toddler
        teenager carpenter hairdresser grandson granddaughter grandmother grandfather onlooker ecologist hydrologist
        rower climber hiker skier diver jogger motorist motorcyclist biker rider machinist signaller dispatcher
        janitor caretaker porter receptionist bartender barman barmaid waitress butcher tailor miner welder logger
        foreman supervisor overseer apprentice volunteer rescuer lifeguard psychologist psychiatrist therapist
        pathologist criminologist seismologist vet barber accountant bookkeeper clerk secretary-general banker
        translator interpreter poet novelist playwright comedian pianist violinist conductor composer painter
        sculptor designer model goalkeeper striker defender midfielder boxer wrestler swimmer runner jockey referee
        councillor deputy councilman councilwoman treasurer chancellor premier senator congresswoman congressman
        ambassador diplomat envoy attaché general colonel major sergeant corporal admiral lieutenant marshal
        deserter defector dissident exile whistleblower blogger vlogger influencer columnist presenter
        conductor steward stewardess lecturer academic trainee apprentice intern bishop priest imam rabbi vicar monk
    """),
    "Event": words("hurricane storm typhoon cyclone operation earthquake"),
}

_NO_PERSONS = words(
    "checklist shortlist watchlist blacklist playlist waitlist whitelist subsist persist consist enlist"
)
_NO_FIRMS = words(
    "lawmaker filmmaker peacemaker troublemaker pacemaker dressmaker shoemaker watchmaker policymaker matchmaker"
)


def kind_noun(noun: str) -> str:
    """The class that a noun says the thing is of, singular or plural: ``""`` when it says none or two.

    >>> kind_noun("ferry"), kind_noun("forums"), kind_noun("owner"), kind_noun("idea")
    ('Vehicle', 'Platform', '', '')
    """
    found = [kind for kind, nouns in KIND_NOUNS.items() if noun in nouns]
    if not found and noun.endswith("s"):
        found = [kind for kind, nouns in KIND_NOUNS.items() if noun[:-1] in nouns]
    if not found and len(noun) > 6 and noun.endswith(("ist", "ists")) and noun.rstrip("s") not in _NO_PERSONS:
        return "Person"
    if not found and len(noun) > 8 and noun.endswith(("maker", "makers")) and noun.rstrip("s") not in _NO_FIRMS:
        return "Organisation"
    return found[0] if len(found) == 1 else ""

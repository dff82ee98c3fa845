"""Words that count only in one place beside a name, such as after “in” or before “of”. Data only."""

import re

from incident_graph.extraction.names_words import ORGANISATION_NOUNS, words

#: Nouns that, right after a name, say what it names: "the Las Lomas neighbourhood", "the Vexa app".
AFTER_NAME = {
    **dict.fromkeys(
        "neighborhood neighbourhood district area region province suburb valley square street avenue bridge "
        "station junction estate peninsula archipelago islands coast river motorway highway border dam reservoir lake "
        "gorge canyon pass glacier volcano forest mine quarry viaduct tunnel port harbour harbor bay beach park town "
        "city village canal creek falls basin catchment delta county parish canton quarter gauge weir lock plateau "
        "plain ridge hills roundabout exit interchange residents townspeople villagers refugee".split(),
        "Place",
    ),
    **dict.fromkeys("cheese yoghurt yogurt sausage chocolate vodka rum whisky syrup sauce".split(), "Product"),
    **dict.fromkeys("app platform forum website marketplace messenger".split(), "Platform"),
    **dict.fromkeys(
        "newspaper union gang agency militia airline charity ministry flight flights newsroom tabloid employee "
        "franchise brand dealership supermarket restaurant factory shareholder investigation".split(),
        "Organisation",
    ),
    **dict.fromkeys(
        "ransomware malware software vaccine virus vulnerability backup spyware trojan botnet".split(), "Product"
    ),
}
FLAWS = words("""
    flaw flaws bug bugs vulnerability vulnerabilities hole weakness zero-day glitch defect backdoor
""")
NEARBY = words("nearby central downtown neighbouring neighboring rural")
POSTED = words("""
    posted post posts listed listing listings sold sale selling offered advertised circulating circulated published
    shared available appeared appearing surfaced uploaded leaked dumped streamed live-streamed livestreamed wrote
    written video message messages account accounts channel page users user traded vendors sellers found spotted users'
    live groups group auctioned hosted
""")
MONEY = words("""
    shares share stake stakes interest confidence trust invest invested investor investors investment faith
""")
RUN_BY = words("""
    inspected certified audited
    owned operated run supplied managed made built developed manufactured acquired bought employed hired provided
    chartered leased commissioned hosted maintained backed funded installed
""")
MEMBER = words("""
    employees staff spokesman spokeswoman spokesperson director chief chairman chairwoman executive subsidiary owner
    owners customers professor lecturer researcher analyst analysts engineer engineers head president founder
    co-founder member members shareholders board secretary branch unit arm lawyer lawyers ceo manager partner scientist
    economist
""")
STAFF = MEMBER | ORGANISATION_NOUNS
#: What stands at a place: "a unit at Karsund"; what belongs to a firm is "of" it.
SITES = words("unit factory plant depot warehouse mill mine refinery quarry godown works shed colliery silo pithead")
AWAY = words("upstream downstream away distance")
#: What leads to a place, or lies on a side of it.
LEADS = words("road close train flight ferry bus next north south east west")
AREA = words("""
    hamlet hamlets neighbourhood neighborhood commune municipality township settlement shore banks foothills valley
    hills slopes gulf parish canton prefecture locality edge heart community ruins airspace confluence town city port
    county village island isle capital coast north south east west northeast northwest southeast southwest outskirts
    resident residents people mayor region province state kilometres kilometers miles suburb district airport centre
    center parts streets waters shores mouth governor border borders
""")
#: Verbs before "at" of what was measured somewhere.
MEASURED = words("recorded measured registered clocked gusts gust reading readings gauge magnitude landfall")
#: "infrastructure manager X" is a company.
RUNS = words("infrastructure network grid rail railway airport port asset fund facility property terminal")
#: "external specialists, X," is a company.
HIRED = words("specialists experts consultants investigators auditors contractors advisers advisors")
#: "the X ransomware gang".
CREWS = words("gang group operation crew collective actor actors outfit team operators")
BREAKS = words("""
    in of at for that who which whose with from on by based to under where and or as near has had is was were since
""")
COMES = words("""
    phone telephone radio dispatches
    man woman boy girl people residents family families couple firefighters crews police officers students pupils
    tourists visitors fans refugees migrants workers miners farmers fishermen pilgrims neighbours volunteers troops
    passengers travellers children mother father brothers sisters friends group miles kilometres kilometers km metres
    came come comes coming hailed hails travelled traveled fled evacuated flew flown sailed drove originally teenager
    youth teenagers villagers northwards southwards upriver downriver train flight bus ferry road
""")
MOVED = words("""
    went travelled traveled flew flown drove driven marched returned fled sailed moved headed rushed evacuated came
    arrived walked deported extradited airlifted bused commuted cycled home transferred relocated way
""")
STRETCH = words("""
    closed shut blocked impassable reopened reopen suspended
    road line motorway stretch train trains railway rail route highway section track tracks traffic services service
    ferry ferries border somewhere halfway midway running bridge tunnel pipeline
""")
AGED = re.compile(r"\d{1,2}-year-old$")
HUMAN_VERBS = words("""
    recalls remembers saw heard felt ran lives lived works worked survived woke died fears feared hopes hoped knows
    knew tried smiled cried wept shouted screamed joked laughed stood sat walked shrugged nodded sighed grew studied
    married retired resigned pleaded thanked conceded thought wants wanted teaches taught
""")
CUT_OFF = words("evacuated flooded cut inundated submerged isolated shelled unreachable deserted")
TOWNS_OWN = words("""
    mayor residents outskirts streets suburbs harbour port waterfront inhabitants villagers neighbourhoods promenade
    seafront skyline townspeople centre
""")
ONLINE = words("""
    messaging streaming hosting cloud file-sharing chat networking dating video storage sharing
""")
DETERMINERS = words("the a an its his her their this that")
TELLING = frozenset(["told", "tells"])
CLAIMS = frozenset(["he", "she"])
#: A name after one of these is not what the verb behind it says something of.
BEFORE_OBJECT = words("of for at from in by with to near outside on around across off within about against between")
RIVERS_DO = words("rose burst overflowed breached swelled crested peaked receded overtopped flowed meanders flooded")
AFTER_PLACES = words(
    "dam bridge station mine valley quarter neighbourhood reservoir tunnel camp region district province river"
)

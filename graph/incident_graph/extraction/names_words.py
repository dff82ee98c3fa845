"""The words around and inside names that tell what they name: heads, roles, verbs. Data only."""


def words(text: str) -> frozenset[str]:
    """The words of a list, as a set."""
    return frozenset(text.split())


#: Last word (or the word before "of", "for", "on") of a name, lower case, by what it then names.
HEADS: dict[str, frozenset[str]] = {
    "Organisation": words("""
        office unit division service services ministry department directorate board commission committee council court
        tribunal agency authority bureau administration institute institution university college school academy
        hospital clinic infirmary trust foundation association society federation confederation union league alliance
        coalition party group consortium bank fund insurance parliament assembly congress senate cabinet government
        police constabulary force forces army navy guard coastguard corps brigade inspectorate ombudsman commissioner
        registry secretariat executive treasury embassy consulate church diocese centre center laboratory laboratories
        labs lab observatory museum gallery library company corporation corp co inc ltd plc llc llp gmbh ag sa spa nv
        bv oy ab as asa aps pty limited holdings partners associates ventures capital investments industries
        enterprises solutions systems technologies technology software networks telecom communications media studios
        pictures publishing press times post news herald gazette tribune journal chronicle courier observer telegraph
        review ledger dispatch examiner inquirer broadcasting radio television airlines airways aviation ferries
        shipping lines logistics freight railways railway rail buses motors automotive aerospace pharmaceuticals pharma
        biotech healthcare chemicals plastics steel aggregates mining minerals petroleum oil energy power electric gas
        utilities foods breweries supermarkets stores retail hotels resorts properties estates homes construction
        engineering consulting consultants analytics security cyber intelligence initiative campaign network
        organisation organization club team orchestra bros brothers sons cooperative co-operative charity mission
        taskforce task-force regiment battalion squadron militia front movement brotherhood syndicate cartel registrar
        solicitors lawyers chamber exchange stock-exchange secretary-general hospice surgery practice archive archives
        branch mutual works mill mills foundry refinery dockyard shipyard waterworks advertiser bulletin enquirer
        mosque synagogue priory parish seminary theatre zoo aquarium planetarium pub nightclub casino café cafe bakery
        hostel nursery kindergarten orphanage barracks regulator watchdog panel rewards cosmetics textiles garments
        furniture ceramics paints tyres tobacco dairy bottling haulage couriers removals caterers diagnostics genomics
        robotics semiconductors electronics instruments forensics cybersecurity midstream terminals infrastructure
        quarterly
        petrochemicals confectionery dairies weekly monitor standard sentinel newspaper zeitung tagblatt wire comet
    """),
    "Law": words("""
        act law laws regulation regulations convention directive treaty code bill protocol charter constitution
        amendment ordinance statute accord accords decree rules
    """),
    "Place": words("""
        firth bight flats apartments mansions arcade campus cemetery racecourse marina jetty lighthouse manor bazaar
        crossing mall street road quarry creek falls springs heights ridge gorge canyon pass beach gardens quay pier
        docks viaduct embankment levee weir wharf pond meadows downs plateau plain marsh lagoon wetlands estuary ravine
        avenue lane square bridge tunnel airport harbour harbor port bay beach island islands isle islet strait straits
        channel sea ocean lake river canal creek fjord valley mountain mountains mount hill hills peak forest park
        national-park desert peninsula cape coast county province prefecture district borough township village town
        city municipality region state states territory republic kingdom emirate stadium arena tower towers cathedral
        castle palace station terminal junction motorway highway boulevard roundabout interchange dam reservoir glacier
        volcano reef sound gulf delta basin plaza point lanes area
    """),
    "Event": words("""
        war wars olympics games festival cup championship championships summit conference election elections crisis
        earthquake tsunami pandemic revolution uprising massacre siege riots shipwreck marathon expo inquiry
        disaster
    """),
    "Person": frozenset(),
}

#: Heads that commonly follow the name of a place: "Karsund General Hospital" makes a place of Karsund, not a firm.
AFTER_PLACE = words("""
    hospital infirmary university college school academy council police constabulary court airport strait bridge
    harbour port cathedral museum station county city town times post herald gazette tribune courier coroner fire
    ambulance borough island bay street road river lake stadium collision crash airways parliament assembly archive
    archives tagblatt zeitung standard sentinel monitor star mail echo observer mercury argus dispatch chronicle journal
    news weekly record basin dam reservoir district local provincial municipal
""")

#: First words of names that run on through "of", "for", "on": "Ministry of …", "Convention on …".
OF_HEADS = words("""
    office service ministry department directorate board commission committee council court agency authority bureau
    administration institute institution university college school academy hospital trust foundation association
    society federation confederation union league alliance coalition party group bank house church centre center
    chamber convention treaty act law regulation directive charter declaration code bill protocol bay gulf strait firth
    bight vale isle islands island port cape city republic kingdom state states county duchy battle siege knights order
    friends museum library campaign organisation organization consulate embassy fund conference network initiative
    executive ombudsman statute international national european global regulations rules joint task unit palace section
    division branch
""")

#: Subjects of ministries and agencies: an "and" or comma between two of them is inside the name.
TOPICS = words("""
    health safety food drug drugs trade industry justice education defence defense transport transportation energy
    environment environmental agriculture fisheries forestry culture media sport sports science sciences technology
    innovation medicines medicine healthcare maritime coastguard standards markets securities exchange water air
    rail road roads nuclear oceanic atmospheric aeronautics space privacy civil liberties rights work works pensions
    children families housing communities local employment labour labor immigration customs border borders revenue
    treasury finance economy economic development planning investment commerce business skills social care welfare
    family youth women equality equalities integration research tourism heritage arts humanities home interior
    foreign external cooperation international commonwealth infrastructure digital communications information
    security emergency disaster prevention control protection consumer consumers competition prices quality hygiene
    tropical veterinary animal plant wildlife fish fishery land lands mines minerals natural resources electricity
    gas telecommunications post posts shipping aviation navigation life sea engineering policy politics
    administration reform religion religious human torture corruption fraud crime terrorism refugees migration
    asylum population statistics census accident accidents investigation investigations marine meteorological
    geological financial conduct regulatory affairs rural regional public strategic urban indigenous audit
    explosives irrigation dams parliamentary constitutional legal judicial
    penal prison prisons probation veterans armed forces military rescue
    coordination search ambulance fire sanitation cyber data advertising gambling charities elections electoral
""")

#: Titles and roles before a person's name ("Captain", "Transport Minister", "Dr"), lower case, without a full stop.
TITLES = words("""
    mr mrs ms miss ceos ctos cisos cio cios mx dr prof professor sir dame lord lady baroness baron viscount earl duke
    duchess prince princess king queen emperor pope cardinal archbishop bishop father sister brother reverend rev rabbi
    imam ayatollah sheikh sultan emir president president-elect vice-president premier minister secretary chancellor
    chairman chairwoman chair chairperson speaker senator sen congressman congresswoman congressmember representative
    rep governor gov mayor councillor cllr alderman commissioner ambassador consul envoy taoiseach tánaiste tanaiste mp
    mep td msp judge justice magistrate attorney prosecutor solicitor barrister lawyer counsel sheriff marshal officer
    constable sergeant sgt inspector superintendent detective chief deputy assistant captain capt colonel col
    lieutenant lt major maj general gen brigadier admiral adm commander cmdr commodore corporal private pte airman
    seaman lance-corporal director manager ceo cfo cto coo ciso founder co-founder boss head leader spokesman
    spokeswoman spokesperson analyst researcher economist engineer scientist doctor nurse surgeon coroner midwife
    consultant teacher headteacher principal dean rector author writer editor reporter journalist correspondent
    columnist broadcaster presenter skipper pilot driver coach trainer farmer resident eyewitness witness survivor
    student activist campaigner ombudsman whistleblower comptroller treasurer undersecretary under-secretary aide
    adviser advisor first-minister owner shopkeeper publican pensioner grandmother grandfather mother tsar czar bailiff
    warden provost chaplain friar deacon curate cpl pc wpc det supt insp brig maj-gen lt-col firefighter paramedic
    policeman policewoman postman miner pastor mufti mullah alhaji alhaja hajia malam mallam engr barr otunba shri smt
    thiru datuk dato maulana ustaz chief-inspector councilman councilwoman councilmember
    collector undersheriff trooper ranger magistrate tehsildar selectman
""")
#: Words that stand before a role and belong to it: "Health Secretary", "Acting Chief Constable".
BEFORE_TITLE = words("""
    prime foreign home first vice deputy acting former ex interim senior junior chief executive general attorney
    lord lady shadow health transport finance interior justice defence defense education energy environment trade
    culture technology digital security labour labor agriculture housing press under permanent cabinet treasury
    assistant associate managing detective police fire station lead principal national regional state federal
    district city county right honourable hon opposition majority minority house senate party group non-executive
    operating financial information marketing medical nursing legal commercial risk data privacy investment
    independent inspector staff flight squadron wing rear air field brigade
""")
#: Letters after a person's name.
HONOURS = words("MP MPs MEP MSP MS TD QC KC SC OBE CBE MBE KBE DBE PhD MD FRS FRCS Jr Sr II III IV Esq JP RN DPhil")

#: Verbs that only an organisation, or mostly one, is the subject of.
ORGANISATION_VERBS = words("""
    runs operates operated supplies supplied leased leases employs employed routes sells sold manufactures
    manufactured announced launched issued opened published acquired bought owns owned instructed fined sued
    suspended recalled deployed hired outsourced subcontracted licensed denied disclosed notified reported estimated
    promised
""")
ORGANISATION_NOUNS = words("""
    engineers employees staff spokesman spokeswoman spokesperson executives investigators researchers analysts
    officials workers customers subscribers leader supporters activists members fighters militants lawmakers shares
    shareholders suppliers trusts systems servers bosses lawyers managers ministers headquarters branch branches
    subsidiary owner chairman chief board network datacentre offices patients data platform app users stores outlets
""")
SPEECH = words("""
    said says told added adds confirmed confirms warned warns claimed claims insisted insists acknowledged admitted
    argued asked believes believed called described emphasised emphasized explained noted recalled stressed stated
    wrote tweeted replied apologised apologized declined denied rejected recalls remembered remembers thanked shrugged
    writes asks explains suggests notes adds argues repeated suggested testified urged vowed pledged expects reckons
    thinks refused agreed estimated
""")
VEHICLE_VERBS = words(
    "sank capsized collided docked departed foundered drifted listed crashed derailed burned burnt ditched"
)
VEHICLE_NOUNS = words(
    "crew captain bridge hull passengers wreck radar skipper deck engines owners keel bow stern manifest"
)

#: Nouns of what happens: "the Sleipner shipwreck", "the MOVEit breaches".
EVENT_NOUNS = words("""
    shipwreck collision disaster crash bombing bombings attacks massacre earthquake shooting shootings explosion
    fire breaches derailment tragedy riots siege blast floods flood wildfire wildfires sinking spill accident
    air-disaster stampede landslide avalanche mudslide capsizing hijacking
""")

#: Days, months and pronouns: no name goes on through them.
BREAKS = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march september october november
    december i i'm i've i'll i'd rs tk breaking exclusive update updated
""")
#: Capitalised for reasons of grammar, calendar or shorthand: never a name by themselves.
NEVER = words("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri feb apr jun jul aug sep sept oct nov dec i i'm i've i'll
    i'd tv dna rna ai it id ids pin gp gps cio cios url urls pdf api apis usb faq faqs mp mps td tds msp meps mep
    nfc vpn vpns ip html http https sms wifi wi-fi ok am pm a.m p.m est gmt utc bst cet pst edt hiv aids covid mri
    ct ecg icu a&e er pr hr pc pcs suv suvs cctv dvd cd atm atms led phd md ba ma bsc iot vat gdp rpi cpi ufo sos
    q&a dj vip ngo ngos iphone's internet web god lord mum dad ph.d urgent breaking exclusive update updated live
    watch video photo photos editor's sim qr mfa 2fa sql ddos xss rce cve ot ict stem sme smes ipo esg hgv hgvs lng
    lgbt lgbtq bame uk-wide rs tk christmas xmas easter ramadan hanukkah diwali eid thanksgiving halloween
""")
#: Function words and openers that capital letters at a sentence start do not make names.
OPENERS = words("""
    a an the this that these those there here it its he she they we you his her their our my your i who whom whose
    which what when where why how if whether while although though because since until unless as at by for from in
    into of off on onto out over to toward towards under up upon with without within about above across after
    against along among around before behind below beneath beside besides between beyond despite down during except
    inside like near outside past per plus regarding round than through throughout till via and but or nor so yet
    not no none nobody nothing neither either both each every any some many most much more several few fewer all
    another other others such same one two three four five six seven eight nine ten eleven twelve dozens hundreds
    thousands millions half then now today yesterday tomorrow tonight later earlier meanwhile however moreover
    furthermore additionally also still even only just instead therefore thus hence otherwise nevertheless
    nonetheless finally first second third last next once twice again ever never always often sometimes usually
    already soon according asked based given speaking following concerning including officials police experts
    critics residents witnesses survivors investigators researchers authorities ministers lawmakers lawyers analysts
    families patients victims passengers people shares documents sources rescue rescuers sample internal public
    private new old former local national international global major senior early late recent further additional
    chief high low big small good great long short full free let read see think consider imagine note remember ask
    request opt enable demand western eastern northern southern central official government data security medical
    personal health everyone someone anyone was is are were be been has have had do does did can could will would
    shall should may might must says said one-third two-thirds perhaps maybe indeed clearly
""")
#: Gazetteer names that are also common words: they need more than a capital letter.
AMBIGUOUS = words("""
    x line signal medium threads target square boots total shell word edge orange reading nice split bath cork hull
    bild unite wise lords commons labour nature dawn vice fortune gemini steam visa delta emirates mega discord slack
    zoom safari android windows chrome meta apple amazon oracle stripe ford phoenix lincoln jersey gulf highlands
    queens victoria mayo clare kerry derby preston york darwin buffalo columbus durham kingston perth sucre cali
    exchange rumble gab dread kraken bumble tinder conti anonymous elliptic flashpoint dragos saab congress parliament
    senate treasury met time wired axios vox republic marines scouts houthis ee ing dw rte pa fa efe ansa conservative
    pacific atlantic arctic mediterranean arab georgia jordan chad guinea niger mali turkey polish claude cedric
    outlook excel docker snowflake tether pegasus notion grab allegro imo careem konga ancestry asana miro kurier
    huntress wiz elon gojek sputnik
""")

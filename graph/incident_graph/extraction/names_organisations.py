"""World knowledge about organisations, platforms, laws and products that news everywhere names: data only."""

ORGANISATIONS = """
NHS,NHS England,NHS Scotland,NHS Digital,National Health Service,Health Service Executive,HSE,WHO,EU,European Union,UN
United Nations,NATO,Nato,OECD,OPEC,ASEAN,IMF,World Bank,WTO,ITU,IAEA,ICAO,IMO,ILO,UNESCO,Unesco,UNICEF,Unicef,UNHCR
UNDP,FAO,WFP,OSCE,CERN,ESA,ECB,EMA,European Commission,European Parliament,European Council,European Central Bank
Council of Europe,African Union,Arab League,Mercosur,G7,G8,G20,BRICS,Interpol,Europol,Eurojust,Frontex,Red Cross
Red Crescent,ICRC,Amnesty International,Human Rights Watch,Greenpeace,Oxfam,Save the Children,Médecins Sans Frontières
Doctors Without Borders,Transparency International,World Economic Forum,FIFA,UEFA,IOC,FBI,CIA,NSA,DHS,FEMA,TSA,FDA,CDC
NIH,EPA,FTC,FCC,SEC,IRS,DEA,ATF,NTSB,FAA,NASA,NOAA,USGS,CISA,NIST,DARPA,USAID,Pentagon,White House,State Department
Justice Department,Homeland Security,Federal Reserve,Secret Service,Supreme Court,High Court,Congress,US Congress
Senate,House of Representatives,House of Commons,House of Lords,Commons,Lords,Parliament,Treasury,Home Office
Foreign Office,Cabinet Office,Downing Street,Ofcom,Ofgem,Ofsted,Ofwat,HMRC,DVLA,MHRA,NICE,MI5,MI6,GCHQ,NCSC,NCA,ICO
FCA,CPS,RNLI,RSPCA,BMA,TUC,CBI,Scotland Yard,Metropolitan Police,Met Police,Crown Prosecution Service,Bank of England
Labour Party,Conservative Party,Liberal Democrats,Green Party,Sinn Féin,DUP,SNP,Plaid Cymru,Reform UK,Labour,Stormont
Holyrood,Senedd,Oireachtas,Dáil,Seanad,Garda,Gardaí,Gardai,An Garda Síochána,Taoiseach's office,Bundestag,Bundesrat
Bundesbank,Bundeswehr,CDU,SPD,AfD,Knesset,Duma,Kremlin,Riksdag,Storting,Folketing,Eduskunta,Sejm,Cortes,Lok Sabha
Élysée,Assemblée Nationale,Gendarmerie,Carabinieri,Guardia Civil,FSB,GRU,SVR,Mossad,Shin Bet,IDF,Hamas,Hezbollah
Hizbollah,Taliban,Islamic State,ISIS,Isis,Al-Qaeda,al-Qaeda,Boko Haram,Al-Shabaab,PKK,PLO,Fatah,Houthis,Wagner Group
IRA,ETA,FARC,BSI,ANSSI,CNIL,ENISA,BaFin,Bafin,GIGN,Politburo,PLA,Xinhua,TASS,Tass,RIA Novosti,Roscosmos,ISRO,JAXA
Reuters,Associated Press,AP,AFP,Agence France-Presse,Press Association,PA Media,DPA,dpa,ANSA,EFE,Kyodo,Yonhap
Bloomberg,BBC,BBC News,ITV,ITV News,Channel 4,Channel 4 News,Channel 5,Sky News,GB News,CNN,CNBC,NBC,NBC News,CBS
CBS News,ABC,ABC News,Fox News,MSNBC,NPR,PBS,CBC,RTÉ,RTE,Deutsche Welle,DW,ZDF,ARD,Der Spiegel,Die Zeit,Bild,Le Monde
Le Figaro,Libération,El País,El Mundo,La Repubblica,Corriere della Sera,NRK,SVT,YLE,Aftenposten,Dagens Nyheter
Helsingin Sanomat,Al Jazeera,Haaretz,Times of Israel,Jerusalem Post,Times of India,The Hindu,Dawn
South China Morning Post,Straits Times,Japan Times,Asahi Shimbun,Nikkei,Global Times,People's Daily,The Guardian
The Times,The Sunday Times,The Telegraph,The Daily Telegraph,Daily Telegraph,The Independent,The Observer,The Sun
Daily Mail,MailOnline,Daily Mirror,The Mirror,Daily Express,Evening Standard,Financial Times,FT,The Economist
The Spectator,New Statesman,Private Eye,The Scotsman,The Herald,Irish Times,The Irish Times,Irish Independent
Irish Examiner,Belfast Telegraph,New York Times,The New York Times,Washington Post,The Washington Post
Wall Street Journal,The Wall Street Journal,USA Today,Los Angeles Times,LA Times,Chicago Tribune,Boston Globe
The Atlantic,The New Yorker,Politico,Axios,ProPublica,The Intercept,Vox,Vice,BuzzFeed,HuffPost,Wired,The Verge
TechCrunch,Ars Technica,BleepingComputer,The Register,Computer Weekly,404 Media,The Record,Bellingcat,OCCRP,ICIJ
Nature,The Lancet,BMJ,Sydney Morning Herald,The Age,Globe and Mail,Toronto Star,Moscow Times,Novaya Gazeta,Meduza
Kyiv Independent,Kyiv Post,CNET,ZDNet,Mashable,Forbes,Fortune,Business Insider,Newsweek,Time magazine,The Hill
Der Standard,IBM,Microsoft,Apple,Google,Alphabet,Amazon,Meta,Oracle,SAP,Intel,AMD,Nvidia,Qualcomm,Cisco,Dell,HP
Hewlett-Packard,Lenovo,Samsung,Sony,LG,Huawei,ZTE,Xiaomi,Tencent,Baidu,ByteDance,Alibaba Group,Foxconn,TSMC,Nokia
Ericsson,Siemens,Philips,Bosch,Hitachi,Toshiba,Fujitsu,Panasonic,OpenAI,Anthropic,DeepMind,Palantir,Salesforce,Adobe
VMware,Cloudflare,Akamai,Okta,Citrix,Fortinet,Palo Alto Networks,CrowdStrike,Mandiant,FireEye,Kaspersky,Symantec
McAfee,Sophos,Trend Micro,Check Point,Rapid7,Darktrace,Recorded Future,Group-IB,ESET,Avast,Bitdefender,F-Secure
WithSecure,SentinelOne,Proofpoint,Secureworks,Dragos,Tenable,Qualys,Flashpoint,Intel 471,Chainalysis,Elliptic
Progress Software,SolarWinds,Kaseya,LockBit,REvil,Conti,DarkSide,Lazarus Group,Anonymous,Scattered Spider,ShinyHunters
Experian,Equifax,TransUnion,Cifas,CIFAS,Visa,Mastercard,American Express,PayPal,Stripe,Square,Klarna,Revolut,Monzo
Wise,Western Union,Barclays,HSBC,Lloyds,Lloyds Bank,NatWest,Santander,Nationwide,TSB,Deutsche Bank,Commerzbank,UBS
Credit Suisse,BNP Paribas,ING,Danske Bank,Nordea,JPMorgan,JP Morgan,Goldman Sachs,Morgan Stanley,Citigroup,Citi
Bank of America,Wells Fargo,BlackRock,Blackstone,KKR,Carlyle,Berkshire Hathaway,SoftBank,Deloitte,KPMG,PwC,EY
Ernst & Young,McKinsey,Accenture,Capgemini,Capita,Serco,G4S,Atos,Infosys,Wipro,TCS,Tesco,Sainsbury's,Asda,Morrisons
Aldi,Lidl,Waitrose,Marks & Spencer,M&S,Co-op,Boots,John Lewis,Walmart,Target,Costco,Carrefour,Ikea,McDonald's
Starbucks,Coca-Cola,PepsiCo,Nestlé,Unilever,Procter & Gamble,Johnson & Johnson,Pfizer,Moderna,AstraZeneca,GSK,Novartis
Roche,Bayer,BASF,Sanofi,Merck,BP,Shell,ExxonMobil,Chevron,TotalEnergies,Total,Equinor,Eni,Gazprom,Rosneft,Lukoil
Saudi Aramco,Aramco,E.ON,RWE,EDF,Engie,Iberdrola,Enel,Vattenfall,National Grid,Centrica,British Gas,Thames Water,BT
Vodafone,O2,EE,TalkTalk,Virgin Media,Orange,Deutsche Telekom,Telefónica,Telia,Telenor,AT&T,Verizon,T-Mobile,Comcast
Optus,Telstra,Boeing,Airbus,Rolls-Royce,Lockheed Martin,Raytheon,BAE Systems,Thales,Leonardo,Saab,General Electric,GE
General Motors,Ford,Tesla,Toyota,Honda,Nissan,Hyundai,Kia,Volkswagen,VW,BMW,Mercedes-Benz,Audi,Porsche,Renault,Peugeot
Stellantis,Fiat,Volvo,Jaguar Land Rover,SpaceX,Blue Origin,Ryanair,easyJet,EasyJet,British Airways,Lufthansa
Air France,KLM,Emirates,Qatar Airways,Qantas,Delta Air Lines,United Airlines,American Airlines,Aeroflot,Network Rail
Deutsche Bahn,SNCF,Amtrak,Eurostar,Eurotunnel,Transport for London,TfL,National Rail,LNER,Maersk,MSC,P&O Ferries
Stena Line,Irish Ferries,Brittany Ferries,DFDS,Hurtigruten,Color Line,DHL,FedEx,UPS,Royal Mail,Deutsche Post,Uber,Lyft
Airbnb,Deliveroo,Netflix,Spotify,Disney,Warner Bros,Nintendo,Post Office,Oxford University,Cambridge University
Harvard,Yale,Princeton,Stanford,MIT,Caltech,Imperial College London,UCL,University College London
King's College London,LSE,ETH Zurich,Sorbonne,Johns Hopkins University,Chatham House,RAND,Rand Corporation
Brookings Institution,Wellcome Trust,Gates Foundation,Cancer Research UK,Lloyd's Register,Bureau Veritas,DNV
Coastguard,Coast Guard,US Coast Guard,Royal Navy,US Navy,US Army,Royal Air Force,RAF,British Army,Marines
National Guard,Civil Guard,Church of England,Catholic Church,Holy See,Freemasons,Scouts,Teamsters,Unison,Unite,GMB,RMT
Aslef,Verdi,AFL-CIO,NHTSA,OSHA
"""

PLATFORMS = """
Telegram,WhatsApp,Signal,WeChat,Weibo,Sina Weibo,Douyin,TikTok,Instagram,Facebook,Twitter,X,YouTube,LinkedIn,Reddit
Discord,Snapchat,Pinterest,Tumblr,Quora,Medium,Substack,Mastodon,Bluesky,Threads,Truth Social,Gab,Parler,Rumble
Bitchute,Odysee,VK,VKontakte,Odnoklassniki,Viber,Line,KakaoTalk,Skype,Zoom,Microsoft Teams,Slack,Twitch,Vimeo
Dailymotion,Clubhouse,Nextdoor,Messenger,iMessage,4chan,8chan,8kun,2ch,BreachForums,RaidForums,Raid Forums
Breach Forums,XSS forum,Exploit.in,Nulled,Dread,AlphaBay,Silk Road,Hydra Market,Genesis Market,Joker's Stash,Pastebin
GitHub,GitLab,Bitbucket,Stack Overflow,SourceForge,Docker Hub,Hugging Face,Kaggle,Alibaba,AliExpress,Taobao,Tmall
JD.com,Pinduoduo,Temu,Shein,eBay,Etsy,Gumtree,Craigslist,Vinted,Depop,Mercado Libre,Flipkart,Lazada,Shopee,Rakuten
Zalando,OLX,Avito,Facebook Marketplace,Xianyu,Goofish,GoFundMe,Kickstarter,Patreon,OnlyFans,Change.org,JustGiving
Wikipedia,WikiLeaks,Wikileaks,Internet Archive,Wayback Machine,Google Drive,Dropbox,OneDrive,iCloud,WeTransfer,Mega
Google Play,App Store,Steam,Roblox,Strava,Tinder,Grindr,Bumble,Ashley Madison,Booking.com,Tripadvisor,Trustpilot,Yelp
Coinbase,Binance,Kraken,Have I Been Pwned,VirusTotal,Shodan,Downdetector,DownDetector,FlightRadar24,Flightradar24
MarineTraffic,Tor,Baidu Tieba,Amazon S3,Google Cloud Storage,Azure Blob Storage,Backblaze,Box.com,SendSpace,MegaUpload
Trello,Notion,Asana,Miro,Confluence Cloud,Zapier,Mailchimp,Netlify,Heroku,Vercel,DigitalOcean,SurveyMonkey,Eventbrite
Ticketmaster,Airtable,Rightmove,Zoopla,Autotrader,Uber Eats,Just Eat,Doctolib,Leboncoin,Marktplaats,Kleinanzeigen
Trendyol,Jumia,Konga,Tokopedia,Bukalapak,Gojek,Grab,Careem,Paytm,PhonePe,Alipay,WeChat Pay,M-Pesa,Venmo,Cash App,Zelle
Google Pay,Apple Pay,Rutube,Max messenger,Zalo,Imo,BeReal,Kick,Peloton,Duolingo,Ancestry,MyHeritage,23andMe
Russian Market,Exploit forum,LeakBase,Cracked.io,DarkForums,Doxbin,OGUsers
"""

LAWS = """
GDPR,UK GDPR,General Data Protection Regulation,CCPA,HIPAA,NIS2,NIS,DORA,PIPEDA,PIPL,FOIA,Freedom of Information,RIPA
COPPA,DMCA,FISA,SOLAS,MARPOL,COLREGs,COLREGS,Digital Services Act,Digital Markets Act,AI Act,Magna Carta
Bill of Rights,First Amendment,Second Amendment,Fourth Amendment,Fifth Amendment,Patriot Act,Paris Agreement
Kyoto Protocol,Geneva Conventions,Geneva Convention,Good Friday Agreement,Maastricht Treaty,Lisbon Treaty
Human Rights Act,Data Protection Act,Computer Misuse Act,Online Safety Act,Official Secrets Act
Investigatory Powers Act,Companies Act,Equality Act,Cybercrime Convention,Budapest Convention,ISO 27001,PCI DSS
Subject Access Request,Freedom of Information Request,Article 50,Section 230,Sarbanes-Oxley,Dodd-Frank,MiFID,MiFID II
PSD2,REACH,Cyber Essentials,Basel III,Title IX,Obamacare,Affordable Care Act,Green New Deal,Inflation Reduction Act
Schengen Agreement
"""

EVENTS = """
Brexit,World War I,World War II,First World War,Second World War,Cold War,Gulf War,Iraq War,Vietnam War,Korean War
Falklands War,Holocaust,Blitz,D-Day,9/11,Arab Spring,Black Lives Matter,Watergate,Bloody Sunday,Hillsborough
Lockerbie bombing,Grenfell Tower fire,Chernobyl disaster,Deepwater Horizon spill,Hurricane Katrina,Hurricane Sandy
WannaCry,NotPetya,Heartbleed,Log4Shell,Stuxnet,Olympics,Olympic Games,Winter Olympics,Paralympics,World Cup,Super Bowl
Eurovision,Glastonbury,Oktoberfest,Wimbledon
Tour de France,Commonwealth Games,Euro 2024
"""

PRODUCTS = """
Windows,Windows 10,Windows 11,Windows XP,macOS,iOS,Android,Linux,Ubuntu,Excel,Microsoft Excel,Outlook,Word,PowerPoint
Office 365,Microsoft 365,Exchange Server,Microsoft Exchange,SharePoint,Azure,AWS,Amazon Web Services,Google Cloud
Gmail,Chrome,Google Chrome,Firefox,Safari,Internet Explorer,Edge,ChatGPT,GPT-4,Gemini,Copilot,Claude,Alexa,Siri,iPhone
iPad,MacBook,Apple Watch,PlayStation,Xbox,Kindle,Fitbit,Google Maps,Google Earth,Google Analytics,MOVEit
MOVEit Transfer,Log4j,OpenSSL,Apache Struts,WordPress,Drupal,Magento,Elasticsearch,MongoDB,MySQL,PostgreSQL
Oracle Database,Kubernetes,Docker,Jenkins,Jira,Confluence,Zendesk,Snowflake,Cobalt Strike,Mimikatz,Pegasus,Emotet
TrickBot,Bitcoin,Ethereum,Monero,Tether,Viagra,Ozempic,Novichok,Boeing 737,Boeing 737 Max,Boeing 747,Boeing 777
Boeing 787,Airbus A320,Airbus A330,Airbus A350,Airbus A380,Tesla Model 3,Model S,Starlink,Bitwarden,1Password,LastPass
YubiKey
"""

#: Other names of the same thing, beyond those of countries: alias | the name it stands for.
ALIASES = """
NHS|National Health Service;WHO|World Health Organization;World Health Organisation|World Health Organization
EU|European Union;UN|United Nations;ITU|International Telecommunication Union;IMF|International Monetary Fund
ICO|Information Commissioner's Office;NCSC|National Cyber Security Centre;FBI|Federal Bureau of Investigation
CIA|Central Intelligence Agency;GDPR|General Data Protection Regulation;UK GDPR|General Data Protection Regulation
DW|Deutsche Welle;AP|Associated Press;AFP|Agence France-Presse;FT|Financial Times;NCA|National Crime Agency
CPS|Crown Prosecution Service;MHRA|Medicines and Healthcare products Regulatory Agency;M&S|Marks & Spencer
Marks and Spencer|Marks & Spencer;TfL|Transport for London;HSE|Health Service Executive;Met Police|Metropolitan Police
Met|Metropolitan Police;Scotland Yard|Metropolitan Police;ECB|European Central Bank;Gardai|Gardaí
An Garda Síochána|Gardaí;Garda|Gardaí;Isis|Islamic State;ISIS|Islamic State;Nato|NATO;Sina Weibo|Weibo;VKontakte|VK
Raid Forums|RaidForums;Breach Forums|BreachForums;SOLAS|International Convention for the Safety of Life at Sea
DORA|Digital Operational Resilience Act;CDC|Centers for Disease Control and Prevention
FDA|Food and Drug Administration;NTSB|National Transportation Safety Board;FAA|Federal Aviation Administration
NASA|National Aeronautics and Space Administration;AWS|Amazon Web Services;Kiev|Kyiv;Bogota|Bogotá;Odessa|Odesa
Macao|Macau;Saint Petersburg|St Petersburg;Washington DC|Washington;Washington D.C.|Washington;New York City|New York
South-East Asia|Southeast Asia;South East Asia|Southeast Asia
"""

"""World knowledge about public bodies, newsrooms and firms of many countries: data only."""

BODIES = """
AIVD,MIVD,NCTV,RIVM,KNMI,NOS,NU.nl,De Telegraaf,de Volkskrant,Volkskrant,NRC,Het Parool,Algemeen Dagblad,RTL Nieuws
Rijkswaterstaat,Openbaar Ministerie,Public Prosecution Service,Nationale Politie,ProRail,Eneco,Essent,TenneT,Ahold
Albert Heijn,HEMA,Bol.com,Rabobank,ABN Amro,KPN,Ziggo,ASML,Heineken,VRT,RTBF,De Standaard,Het Laatste Nieuws
Het Nieuwsblad,De Morgen,Le Soir,La Libre Belgique,Belga,NMBS,SNCB,Infrabel,De Lijn,Proximus,bpost,KBC,Colruyt,BKA,LKA
Bundeskriminalamt,Bundespolizei,Bundesnetzagentur,Verfassungsschutz,Technisches Hilfswerk,THW,DWD
Deutscher Wetterdienst,Generalbundesanwalt,Bundesverfassungsgericht,FDP,Die Linke,BSW,CSU,Süddeutsche Zeitung,Die Welt
Frankfurter Allgemeine,Frankfurter Allgemeine Zeitung,Handelsblatt,Der Tagesspiegel,Tagesspiegel,taz,n-tv,RTL,WDR,NDR
SWR,MDR,RBB,Bayerischer Rundfunk,Hessischer Rundfunk,ADAC,Allianz,Munich Re,Swiss Re,Hannover Re,SCOR,Lloyd's of London
Lloyd's,AXA,Zurich Insurance,Generali,Aviva,Prudential,Aon,Marsh McLennan,Guy Carpenter,Gallagher Re
Willis Towers Watson,Verisk,Moody's,Fitch Ratings,S&P Global,Standard & Poor's,Copernicus,ECMWF,EUMETSAT
World Weather Attribution,JRC,Météo-France,Met Office,Met Éireann,MeteoSwiss,AEMET,IPMA,SMHI,FMI,NVE,GeoSphere Austria
ZAMG,ORF,APA,Kronen Zeitung,Die Presse,ÖBB,Asfinag,SRF,RTS,NZZ,Neue Zürcher Zeitung,Tages-Anzeiger,20 Minuten,SBB
Swisscom,Migros,UBS Group,Fedpol,DGSI,DGSE,BEA,SNSM,RATP,Île-de-France Mobilités,Sécurité Civile,BFM TV,BFMTV
France Info,Franceinfo,France 24,France Télévisions,Radio France,TF1,LCI,CNews,L'Équipe,La Croix,Les Échos,Le Parisien
L'Express,Le Point,Ouest-France,Sud Ouest,Mediapart,Rassemblement National,La France Insoumise,Enedis,Veolia
Air Liquide,Société Générale,Crédit Agricole,Orange Cyberdefense,Viginum,Policía Nacional,Mossos d'Esquadra,Mossos
Ertzaintza,Protección Civil,UME,CNI,INCIBE,AEPD,RTVE,Cadena SER,La Vanguardia,El Periódico,El Confidencial,El Diario
Europa Press,Renfe,Adif,Aena,Vueling,Repsol,Inditex,BBVA,CaixaBank,Banco Santander,Endesa,Partido Popular,PSOE
Podemos,RTP,TVI,Lusa,Diário de Notícias,Correio da Manhã,Jornal de Notícias,Polícia Judiciária,PSP,GNR,INEM,TAP,EDP
Galp,Rai,RAI,Mediaset,Sky TG24,Il Sole 24 Ore,La Stampa,Il Messaggero,Il Fatto Quotidiano,Il Giornale,Protezione Civile
Vigili del Fuoco,Guardia di Finanza,Polizia di Stato,Guardia Costiera,Soccorso Alpino,ANAS,Trenitalia,RFI
Ferrovie dello Stato,ITA Airways,Leonardo SpA,UniCredit,Intesa Sanpaolo,Poste Italiane,Telecom Italia,INGV
Fratelli d'Italia,Forza Italia,TV2,TV 2,Politiken,Berlingske,Jyllands-Posten,Ekstra Bladet,Ritzau,Banedanmark
Beredskabsstyrelsen,VG,Dagbladet,NTB,Nettavisen,Bane NOR,Statkraft,Statnett,DNB,Telenor Norge,PST,Kripos,Økokrim
Statens vegvesen,Avinor,Kystverket,Säpo,Expressen,Aftonbladet,Svenska Dagbladet,Sveriges Radio,Trafikverket,Swedbank
SEB,Handelsbanken,Ericsson AB,Yle,Iltalehti,Ilta-Sanomat,Supo,Traficom,Nokian Tyres,VR Group,ERR,Postimees,LRT
LSM,PKP,PKP Intercity,Orlen,PZU,Gazeta Wyborcza,Rzeczpospolita,TVN24,TVN,TVP,Polsat,Onet,PAP,CERT Polska,RMF FM
Civic Platform,ČTK,Česká televize,Český rozhlas,Mladá fronta Dnes,Deník N,ČEZ,Správa železnic,NÚKIB,Škoda Auto,TASR,MTI
Magyar Nemzet,Fidesz,MÁV,OTP,Agerpres,Digi24,HotNews,BTA,bTV,Nova TV,Tanjug,RTS Serbia,HRT,Jutarnji list
Večernji list,HINA,24sata,RTV Slovenija,ERT,Kathimerini,ANA-MPA,Ta Nea,EMAK,TRT,Anadolu Agency,Anadolu,Hürriyet
Cumhuriyet,Sözcü,AFAD,TCDD,AKP,CHP,HDP,Turkish Airlines,Interfax,RBC,Kommersant,Vedomosti,Izvestia,Komsomolskaya Pravda
Rossiya 24,Rosatom,Sberbank,VTB,Yandex,Rostelecom,Russian Railways,SBU,Ukrzaliznytsia,Ukrenergo,Naftogaz,Ukrinform
Suspilne,Ukrainska Pravda,NABU,Energoatom,NetBlocks,BelTA,Nexta,KGB,Channel 12,Haaretz Daily,Ynet,Magen David Adom
Israel Defense Forces,UNRWA,Al Arabiya,Al Mayadeen,WAFA,SANA,IRNA,Tasnim,ISNA,Press TV,IRGC,Al-Ahram
Emirates News Agency,WAM,Saudi Press Agency,Etihad,Etihad Airways,flydubai,QatarEnergy,Royal Jordanian,EgyptAir
Royal Air Maroc,Air Algérie,Daily Nation,Kenya Red Cross,Kenya Power,Safaricom,Kenya Airways,NTV,Citizen TV
Daily Monitor,New Vision,The Punch,Premium Times,ThisDay,Channels Television,NEMA,EFCC,INEC,NNPC,Dangote,MTN,Airtel
Vodacom,Eskom,Transnet,SAPS,SABC,eNCA,News24,Daily Maverick,Mail & Guardian,Sowetan,IOL,ANC,African National Congress
Democratic Alliance,Economic Freedom Fighters,Prasa,Ghana News Agency,JoyNews,Jeune Afrique,ECOWAS,Ecowas,SADC,NDRF
SDRF,BJP,Bharatiya Janata Party,Aam Aadmi Party,TMC,Trinamool Congress,DMK,PTI,ANI,NDTV,India Today,Hindustan Times
The Indian Express,Indian Express,The Times of India,The Telegraph India,Scroll.in,Deccan Herald,The Economic Times
Economic Times,Business Standard,Indian Railways,Air India,IndiGo,SpiceJet,Reliance Industries,Jio,Tata Group
Tata Steel,Adani Group,Mahindra,State Bank of India,HDFC,ICICI,CERT-In,RBI,SEBI,DGCA,AIIMS,IIT,Geo News,ARY News
The News International,Express Tribune,Rescue 1122,Edhi Foundation,PML-N,ISI,ISPR,NADRA,Daily Star,The Daily Star
Prothom Alo,bdnews24,Awami League,Ada Derana,Daily Mirror Sri Lanka,Kathmandu Post,The Kathmandu Post,Kompas
Jakarta Post,The Jakarta Post,Antara,Detik,BNPB,BMKG,Basarnas,KNKT,Garuda Indonesia,Lion Air,Pertamina,Pelni
Bernama,The Star Malaysia,Malaysiakini,New Straits Times,Petronas,Malaysia Airlines,AirAsia,CNA,Channel NewsAsia
Mothership,Singapore Airlines,Singtel,Temasek,DBS,Bangkok Post,The Nation Thailand,Thai PBS,Thai Airways,Rappler
Philippine Star,Philippine Daily Inquirer,GMA News,ABS-CBN,NDRRMC,PAGASA,Phivolcs,VnExpress,Tuoi Tre,Thanh Nien
Vietnam News Agency,Vingroup,NHK,Jiji Press,Mainichi Shimbun,Yomiuri Shimbun,TEPCO,JR East,JR West,JR Central
All Nippon Airways,Japan Airlines,JAL,Japan Coast Guard,Japan Meteorological Agency,JMA,KBS,MBC,SBS,Chosun Ilbo
The Chosun Ilbo,JoongAng Ilbo,Hankyoreh,Korea Herald,Korea Times,SK Telecom,Coupang,Naver,Kakao,Korean Air,Asiana
Asiana Airlines,Jeju Air,Korail,Hyundai Motor,LG Uplus,Caixin,The Paper,China Daily,CCTV,CGTN,China Railway,Air China
China Eastern,China Eastern Airlines,China Southern,BYD,Meituan,NetEase,Evergrande,Bank of China,ICBC,Sinopec
PetroChina,CNOOC,Central News Agency,Taipei Times,TVBS,Kuomintang,DPP,Taiwan Railways,RTHK,HKFP,Hong Kong Free Press
Cathay Pacific,MTR,HSBC Hong Kong,ABC Australia,SBS News,Nine News,7News,Seven News,News.com.au,The Australian
Daily Telegraph Australia,Herald Sun,Courier-Mail,The Courier-Mail,The West Australian,AAP,Australian Associated Press
Guardian Australia,Australian Federal Police,ASIO,ASD,OAIC,ACCC,ASIC,APRA,CASA,ATSB,Bureau of Meteorology
State Emergency Service,Country Fire Authority,Rural Fire Service,RFS,Surf Life Saving,Medibank,Latitude Financial
Woolworths,Westpac,ANZ,Commonwealth Bank,Virgin Australia,Jetstar,Rio Tinto,BHP,Fortescue,Woodside,RNZ
Radio New Zealand,NZ Herald,New Zealand Herald,TVNZ,Newshub,1News,Air New Zealand,KiwiRail,Interislander,GNS Science
GeoNet,NIWA,MetService,Fonterra,Maritime New Zealand,Civil Defence,RCMP,Royal Canadian Mounted Police,OPP
Ontario Provincial Police,Sûreté du Québec,SPVM,CSIS,CSE,Transportation Safety Board,TSB Canada,CTV,CTV News
Global News,National Post,La Presse,Le Devoir,Le Journal de Montréal,Radio-Canada,Canadian Press,The Canadian Press
Air Canada,WestJet,Via Rail,Bell Canada,Rogers Communications,Telus,Loblaw,Suncor,TD Bank,Scotiabank,RBC Canada
Hydro-Québec,BC Hydro,Environment Canada,Parks Canada,National Weather Service,NWS,National Hurricane Center
US Geological Survey,PG&E,Con Edison,ConEd,Duke Energy,Southern California Edison,ERCOT,CenterPoint Energy
Norfolk Southern,Union Pacific,BNSF,CSX,Southwest Airlines,JetBlue,Alaska Airlines,Spirit Airlines,Greyhound
Chevron Phillips,DuPont,3M,Union Carbide,Cal Fire,CHP California,LAPD,NYPD,FDNY,LAFD,CPD,Metro-North,MTA,BART,WMATA
Caltrans,Coast Guard Investigative Service,Cargill,JBS,Kroger,Home Depot,The Home Depot,Lowe's,CVS,Walgreens,Best Buy
Macy's,Kmart,UnitedHealth,UnitedHealth Group,Change Healthcare,Aetna,Cigna,Humana,Kaiser Permanente
HCA Healthcare,Quest Diagnostics,LabCorp,Capital One,Citibank,US Bank,Truist,Vanguard Group,Robinhood,MGM Resorts
Caesars Entertainment,Marriott,Hyatt,Colonial Pipeline,T-Mobile US,CenturyLink,Dish Network,Zscaler,Netskope
Huntress,Resecurity,Hudson Rock,Cyble,KELA,Emsisoft,Coveware,Arctic Wolf,Wiz,Snyk,Cisco Talos,Talos,Unit 42
Google Threat Intelligence,CyberCX,NCC Group,Secura,Fox-IT,Northwave,Hold Security,Dark Reading,The Hacker News
SecurityWeek,Cybernews,DataBreaches.net,KrebsOnSecurity,Infosecurity Magazine,SC Media,CyberScoop,Engadget,Gizmodo
PCMag,Tom's Hardware,9to5Mac,MacRumors,Android Authority,Rest of World,Heise,Netzpolitik,Numerama,Next INpact
Tweakers,Cl0p,Clop,Black Basta,BlackCat,ALPHV,Rhysida,Qilin,Royal ransomware,RansomHub,8Base,Hunters International
BianLian,Lapsus$,Killnet,NoName057(16),Sandworm,Fancy Bear,Cozy Bear,APT28,APT29,Volt Typhoon,Salt Typhoon,Evil Corp
FIN7,Magecart,O Globo,TV Globo,Rede Globo,Folha de S.Paulo,Estadão,O Estado de S. Paulo,G1,UOL,Agência Brasil,Petrobras
Embraer,Itaú,Bradesco,Polícia Federal,Ibama,Anvisa,Anatel,ANPD,INPE,Cemaden,Latam,Clarín,La Nación,Página/12,Infobae
Télam,YPF,Aerolíneas Argentinas,El Mercurio,La Tercera,Emol,BioBioChile,Carabineros,Onemi,Senapred,Codelco
Metro de Santiago,El Comercio,RPP,Indeci,El Tiempo,El Espectador,Caracol Radio,Noticias Caracol,RCN,Ecopetrol,Avianca
ELN,Clan del Golfo,El Universal,Milenio,Excélsior,La Jornada,Televisa,Pemex,CFE,Sedena,Semar,Guardia Nacional,Conagua
Cenapred,Aeroméxico,Cemex,Bimbo,America Movil,América Móvil,Telmex,Sinaloa Cartel,Cartel de Jalisco,CJNG,Listín Diario
Prensa Libre,Granma,Prensa Latina,PDVSA,Globovisión,El Nacional,Telesur,TeleSUR,British Red Cross,German Red Cross
American Red Cross,Salvation Army,Samaritans,Age UK,Citizens Advice,Which?,NSPCC,Barnardo's,RNIB,St John Ambulance
National Trust,English Heritage,Historic England,Environment Agency,Natural England,Forestry England
Scottish Environment Protection Agency,SEPA,Natural Resources Wales,Health and Safety Executive
Air Accidents Investigation Branch,AAIB,MAIB,RAIB,Marine Accident Investigation Branch
Rail Accident Investigation Branch,Independent Office for Police Conduct,IOPC,PSNI,Police Scotland
Police Service of Northern Ireland,British Transport Police,City of London Police,West Midlands Police,NPCC
Action Fraud,Serious Fraud Office,SFO,Competition and Markets Authority,CMA,Financial Ombudsman Service,PRA
Prudential Regulation Authority,Payment Systems Regulator,National Audit Office,Public Health England,UKHSA
Care Quality Commission,CQC,NHS Blood and Transplant,Royal College of Nursing,GMC,Law Society,Open Rights Group
Privacy International,Electronic Frontier Foundation,noyb,EDPS,EDPB,Data Protection Commission,DPC
Information Commissioner's Office,Garante,Datatilsynet,Autoriteit Persoonsgegevens,Bank of Ireland,AIB,An Post
Irish Rail,Iarnród Éireann,Dublin Fire Brigade,Dublin Bus,ESB,Eir,Bus Éireann,Aer Lingus,Irish Coast Guard,Fine Gael
Fianna Fáil,SDLP,Alliance Party,UUP,TUV,The Metro,City AM,The i,i newspaper,Sunday Mirror,Sunday Express,Sunday Times
Daily Record,The Press and Journal,Wales Online,WalesOnline,Manchester Evening News,Liverpool Echo,Yorkshire Post
Birmingham Mail,Bristol Post,Express & Star,Northern Echo,The Northern Echo,Eastern Daily Press,The Argus,LBC,talkSPORT
TalkTV,Times Radio,ITN,STV,S4C,UTV,Newsnight,Morrison's,Iceland Foods,Greggs,Primark,Argos,Currys,JD Sports
Sports Direct,Harrods,Selfridges,Superdrug,WHSmith,Wetherspoons,Pret,Costa Coffee,Nando's,Jet2,TUI,Wizz Air,Loganair
FirstGroup,Stagecoach,Arriva,Go-Ahead,Northern Rail,Southeastern,ScotRail,Avanti West Coast,CrossCountry
Great Western Railway,GWR,South Western Railway,Thameslink,Gatwick Express,CalMac,Caledonian MacBrayne,Severn Trent
Southern Water,Anglian Water,United Utilities,Yorkshire Water,SSE,Scottish Power,ScottishPower,Octopus Energy
Northern Powergrid,UK Power Networks,Balfour Beatty,Carillion,Mitie,Sodexo,Compass Group,Arup,Mott MacDonald
Jacobs Engineering,Kaspersky Lab,Army Corps of Engineers,Mandiant Consulting,Security.NL,Big Brother Watch
The Mail on Sunday,Mail on Sunday,Maghreb Arabe Presse,Philippine Coast Guard,People's Daily Online
TÜV,TÜV Süd,TÜV SÜD,TÜV Rheinland,TÜV Nord,DEKRA,SGS
"""

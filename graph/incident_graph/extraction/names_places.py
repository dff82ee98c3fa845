"""World knowledge about places, as any newsroom's style book lists it: data only."""

#: Countries: name | other names | demonyms and adjectives. The first name is the one others are aliases of.
COUNTRIES = """
Afghanistan||Afghan Afghans;Albania||Albanian Albanians;Algeria||Algerian Algerians;Andorra||Andorran
Angola||Angolan Angolans;Argentina||Argentine Argentinian Argentines;Armenia||Armenian Armenians
Australia||Australian Australians Aussie;Austria||Austrian Austrians;Azerbaijan||Azerbaijani Azerbaijanis Azeri
Bahamas||Bahamian;Bahrain||Bahraini;Bangladesh||Bangladeshi Bangladeshis;Barbados||Barbadian
Belarus||Belarusian Belarusians;Belgium||Belgian Belgians;Belize||Belizean;Benin||Beninese;Bhutan||Bhutanese
Bolivia||Bolivian Bolivians;Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Bosnian Bosnians;Botswana||Botswanan
Brazil||Brazilian Brazilians;Brunei||Bruneian;Bulgaria||Bulgarian Bulgarians;Burkina Faso||Burkinabe
Burundi||Burundian;Cambodia||Cambodian Cambodians;Cameroon||Cameroonian;Canada||Canadian Canadians
Cape Verde|Cabo Verde|;Central African Republic||;Chad||Chadian;Chile||Chilean Chileans
China|People's Republic of China,PRC|Chinese;Colombia||Colombian Colombians;Comoros||Comorian
Congo|Republic of the Congo|Congolese;Democratic Republic of the Congo|DRC,DR Congo,Democratic Republic of Congo|
Costa Rica||Costa-Rican;Croatia||Croatian Croatians Croat Croats;Cuba||Cuban Cubans;Cyprus||Cypriot Cypriots
Czech Republic|Czechia|Czech Czechs;Denmark||Danish Dane Danes;Djibouti||Djiboutian;Dominica||
Dominican Republic||Dominican;East Timor|Timor-Leste|Timorese;Ecuador||Ecuadorian Ecuadorean;Egypt||Egyptian Egyptians
El Salvador||Salvadoran Salvadorean;Equatorial Guinea||;Eritrea||Eritrean;Estonia||Estonian Estonians
Eswatini|Swaziland|Swazi;Ethiopia||Ethiopian Ethiopians;Fiji||Fijian;Finland||Finnish Finn Finns
France||French Frenchman Frenchwoman;Gabon||Gabonese;Gambia||Gambian;Georgia||Georgian;Germany||German Germans
Ghana||Ghanaian Ghanaians;Greece||Greek Greeks;Grenada||Grenadian;Guatemala||Guatemalan Guatemalans;Guinea||Guinean
Guinea-Bissau||;Guyana||Guyanese;Haiti||Haitian Haitians;Honduras||Honduran Hondurans;Hungary||Hungarian Hungarians
Iceland||Icelandic Icelander Icelanders;India||Indian Indians;Indonesia||Indonesian Indonesians
Iran||Iranian Iranians Persian;Iraq||Iraqi Iraqis;Ireland|Republic of Ireland,Irish Republic|Irish Irishman Irishwoman
Israel||Israeli Israelis;Italy||Italian Italians;Ivory Coast|Côte d'Ivoire|Ivorian;Jamaica||Jamaican Jamaicans
Japan||Japanese;Jordan||Jordanian Jordanians;Kazakhstan||Kazakh Kazakhs;Kenya||Kenyan Kenyans;Kiribati||
Kosovo||Kosovar Kosovan;Kuwait||Kuwaiti Kuwaitis;Kyrgyzstan||Kyrgyz;Laos||Laotian Lao;Latvia||Latvian Latvians
Lebanon||Lebanese;Lesotho||Basotho;Liberia||Liberian;Libya||Libyan Libyans;Liechtenstein||
Lithuania||Lithuanian Lithuanians;Luxembourg||Luxembourgish;Madagascar||Malagasy;Malawi||Malawian
Malaysia||Malaysian Malaysians;Maldives||Maldivian;Mali||Malian;Malta||Maltese;Marshall Islands||
Mauritania||Mauritanian;Mauritius||Mauritian;Mexico||Mexican Mexicans;Micronesia||;Moldova||Moldovan Moldovans
Monaco||Monegasque;Mongolia||Mongolian;Montenegro||Montenegrin;Morocco||Moroccan Moroccans;Mozambique||Mozambican
Myanmar|Burma|Burmese;Namibia||Namibian;Nauru||;Nepal||Nepali Nepalese;Netherlands|Holland|Dutch Dutchman
New Zealand|Aotearoa|New-Zealander Kiwi Kiwis;Nicaragua||Nicaraguan;Niger||Nigerien;Nigeria||Nigerian Nigerians
North Korea|DPRK|North-Korean;North Macedonia||Macedonian;Norway||Norwegian Norwegians;Oman||Omani
Pakistan||Pakistani Pakistanis;Palau||;Palestine|Palestinian territories|Palestinian Palestinians;Panama||Panamanian
Papua New Guinea||;Paraguay||Paraguayan;Peru||Peruvian Peruvians;Philippines||Filipino Filipinos Philippine
Poland||Polish Pole Poles;Portugal||Portuguese;Qatar||Qatari Qataris;Romania||Romanian Romanians
Russia|Russian Federation|Russian Russians;Rwanda||Rwandan;Saint Lucia|St Lucia|;Samoa||Samoan;San Marino||
Saudi Arabia|KSA|Saudi Saudis;Senegal||Senegalese;Serbia||Serbian Serbians Serb Serbs;Seychelles||;Sierra Leone||
Singapore||Singaporean Singaporeans;Slovakia||Slovak Slovaks;Slovenia||Slovenian Slovene;Solomon Islands||
Somalia||Somali Somalis;South Africa||South-African;South Korea|Republic of Korea|Korean Koreans South-Korean
South Sudan||;Spain||Spanish Spaniard Spaniards;Sri Lanka||Sri-Lankan Sinhalese;Sudan||Sudanese;Suriname||Surinamese
Sweden||Swedish Swede Swedes;Switzerland||Swiss;Syria||Syrian Syrians;Taiwan||Taiwanese;Tajikistan||Tajik
Tanzania||Tanzanian;Thailand||Thai Thais;Togo||Togolese;Tonga||Tongan;Trinidad and Tobago|Trinidad|Trinidadian
Tunisia||Tunisian Tunisians;Turkey|Türkiye|Turkish Turk Turks;Turkmenistan||Turkmen;Tuvalu||;Uganda||Ugandan Ugandans
Ukraine||Ukrainian Ukrainians;United Arab Emirates|UAE|Emirati Emiratis
United Kingdom|UK,U.K.,Britain,Great Britain|British Briton Britons Brit Brits
United States|US,U.S.,USA,U.S.A.,United States of America,America|American Americans;Uruguay||Uruguayan
Uzbekistan||Uzbek;Vanuatu||;Vatican City|Vatican|;Venezuela||Venezuelan Venezuelans;Vietnam|Viet Nam|Vietnamese
Yemen||Yemeni Yemenis;Zambia||Zambian;Zimbabwe||Zimbabwean Zimbabweans
"""

#: Adjectives and names of peoples, languages and faiths that belong to no one country.
PEOPLES = """
English Englishman Scottish Scots Scot Welsh Cornish Catalan Basque Breton Bavarian Flemish Walloon Sicilian European
Europeans African Africans Asian Asians Arab Arabs Arabic Latin Latino Latina Latinos Hispanic Kurdish Kurds Kurd
Uyghur Uyghurs Tibetan Tibetans Cantonese Mandarin Hindi Urdu Punjabi Bengali Tamil Swahili Yiddish Hebrew Gaelic
Nordic Scandinavian Baltic Balkan Slavic Soviet Western Eastern Northern Southern Caribbean Mediterranean Pacific
Atlantic Arctic Antarctic Christian Christians Catholic Catholics Protestant Protestants Orthodox Muslim Muslims
Islamic Islamist Islamists Jewish Jew Jews Hindu Hindus Sikh Sikhs Buddhist Buddhists Sunni Shia Shiite Anglican
Methodist Mormon Republican Republicans Democrat Democrats Democratic Tory Tories Labourite Conservative Conservatives
Communist Communists Socialist Socialists Nazi Nazis Londoner Londoners Parisian Parisians Berliner Dubliner Dubliners
Californian Californians Texan Texans Victorian Edwardian Roman Romans Crimean Chechen Chechens Rohingya Hausa Yoruba
Igbo Zulu Maori Aboriginal Inuit Native Black Hong-Konger Hongkonger Hongkongers Mancunian Westerner
"""

CITIES = """
Abidjan,Abu Dhabi,Abuja,Accra,Addis Ababa,Adelaide,Aden,Aberdeen,Albuquerque,Aleppo,Alexandria,Algiers,Almaty,Amman
Amsterdam,Anchorage,Ankara,Antwerp,Asheville,Ashgabat,Asunción,Athens,Atlanta,Auckland,Austin,Baghdad,Baku,Bali
Baltimore,Bamako,Bangalore,Bengaluru,Bangkok,Barcelona,Basel,Basra,Bath,Beijing,Beirut,Belfast,Belgrade,Bergen,Berlin
Bern,Bilbao,Birmingham,Bishkek,Bogotá,Bogota,Bologna,Bonn,Bordeaux,Boston,Bradford,Brasília,Brasilia,Bratislava,Bremen
Bridgeport,Brighton,Brisbane,Bristol,Brno,Brussels,Bucharest,Budapest,Buenos Aires,Buffalo,Busan,Cairo,Calais,Calgary
Cali,Cambridge,Canberra,Cape Town,Caracas,Cardiff,Carlisle,Casablanca,Catania,Changsha,Charleston,Charlotte
Chelyabinsk,Chengdu,Chennai,Chernobyl,Chicago,Chisinau,Chongqing,Christchurch,Cincinnati,Cleveland,Cologne,Colombo
Columbus,Conakry,Copenhagen,Cork,Coventry,Dakar,Dallas,Damascus,Dar es Salaam,Darwin,Davos,Delhi,New Delhi,Denver
Derby,Derry,Londonderry,Detroit,Dhaka,Doha,Donetsk,Dortmund,Dover,Dresden,Dubai,Dublin,Dundee,Durban,Durham,Dushanbe
Düsseldorf,Edinburgh,Edmonton,Eindhoven,Entebbe,Essen,Exeter,Florence,Fort Worth,Frankfurt,Freetown,Fresno,Fukuoka
Fukushima,Galway,Gaza City,Gdańsk,Gdansk,Geneva,Genoa,Ghent,Glasgow,Gothenburg,Granada,Graz,Grenoble,Guadalajara
Guangzhou,Guatemala City,Guayaquil,The Hague,Haifa,Halifax,Hamburg,Hangzhou,Hanoi,Hanover,Harare,Harbin,Havana
Helsinki,Hiroshima,Hobart,Ho Chi Minh City,Honolulu,Houston,Hull,Hyderabad,Indianapolis,Innsbruck,Inverness,Ipswich
Islamabad,Istanbul,Izmir,Jacksonville,Jaipur,Jakarta,Jeddah,Jerusalem,Johannesburg,Juba,Kabul,Kampala,Kandahar,Kano
Kansas City,Karachi,Kathmandu,Katowice,Kaunas,Kazan,Kharkiv,Khartoum,Kherson,Kiev,Kyiv,Kigali,Kingston,Kinshasa
Kolkata,Kraków,Krakow,Kramatorsk,Kuala Lumpur,Kunming,Kyoto,La Paz,Lagos,Lahore,Las Vegas,Lausanne,Leeds,Leicester
Leipzig,Le Havre,Libreville,Lille,Lilongwe,Lima,Limassol,Limerick,Lincoln,Linz,Lisbon,Liverpool,Ljubljana,Lomé,London
Los Angeles,Louisville,Luanda,Lucknow,Lusaka,Lviv,Lyon,Maastricht,Macau,Macao,Madrid,Malaga,Málaga,Malmö,Managua
Manama,Manchester,Manila,Mannheim,Maputo,Maracaibo,Mariupol,Marrakesh,Marrakech,Marseille,Mecca,Medellín,Medellin
Medina,Melbourne,Memphis,Mexico City,Miami,Middlesbrough,Milan,Milwaukee,Minneapolis,Minsk,Mogadishu,Monrovia
Monterrey,Montevideo,Montreal,Moscow,Mosul,Mumbai,Munich,Murmansk,Muscat,Nagasaki,Nagoya,Nairobi,Nanjing,Nantes,Naples
Nashville,Newcastle,Newcastle upon Tyne,New Orleans,New York,New York City,Nice,Nicosia,Norwich,Nottingham,Nouakchott
Novosibirsk,Nuremberg,Oakland,Odesa,Odessa,Oklahoma City,Omaha,Oran,Orlando,Osaka,Oslo,Ostend,Ottawa,Ouagadougou
Oxford,Palermo,Palo Alto,Panama City,Paris,Perth,Peshawar,Philadelphia,Phnom Penh,Phoenix,Pisa,Pittsburgh,Plymouth
Podgorica,Port-au-Prince,Portland,Port Moresby,Porto,Portsmouth,Port Said,Poznań,Poznan,Prague,Pretoria,Preston
Pristina,Puebla,Pune,Pyongyang,Quebec City,Quito,Rabat,Raleigh,Ramallah,Rangoon,Yangon,Reading,Recife,Rennes,Reykjavik
Riga,Rio de Janeiro,Riyadh,Rochester,Rome,Rosario,Rostock,Rostov,Rotterdam,Sacramento,Salisbury,Salt Lake City
Salzburg,Samara,San Antonio,San Diego,San Francisco,San José,San Jose,San Juan,San Salvador,Sanaa,Santa Cruz,Santiago
Santo Domingo,São Paulo,Sao Paulo,Sapporo,Sarajevo,Seattle,Seoul,Sevastopol,Seville,Shanghai,Sheffield,Shenyang
Shenzhen,Skopje,Sofia,Southampton,Split,St Louis,St Petersburg,Saint Petersburg,Stavanger,Stockholm,Stoke-on-Trent
Strasbourg,Stuttgart,Sucre,Sunderland,Swansea,Sydney,Tabriz,Taipei,Tallinn,Tampa,Tampere,Tangier,Tashkent,Tbilisi
Tegucigalpa,Tehran,Tel Aviv,Thessaloniki,Tianjin,Tijuana,Tirana,Tokyo,Toronto,Toulouse,Trieste,Tripoli,Tromsø
Trondheim,Tucson,Tunis,Turin,Turku,Ulaanbaatar,Uppsala,Utrecht,Valencia,Valletta,Valparaíso,Vancouver,Venice,Verona
Vienna,Vientiane,Vilnius,Vladivostok,Warsaw,Washington,Washington DC,Washington D.C.,Waterford,Wellington,Windhoek
Winnipeg,Wolverhampton,Wrocław,Wuhan,Xi'an,Yaoundé,Yekaterinburg,Yerevan,Yokohama,York,Zagreb,Zaporizhzhia,Zhengzhou
Zurich,Zürich,Ålesund,Aarhus,Århus,Odense,Aalborg
"""

REGIONS = """
Africa,Antarctica,Asia,Europe,North America,South America,Latin America,Central America,Oceania,Australasia
Middle East,Near East,Far East,Southeast Asia,South-East Asia,South East Asia,East Asia,South Asia,Central Asia
Eastern Europe,Western Europe,Central Europe,Northern Europe,Southern Europe,North Africa,West Africa,East Africa
Southern Africa,Sub-Saharan Africa,Horn of Africa,Sahel,Balkans,Western Balkans,Baltics,Caucasus,Scandinavia,Nordics
Iberia,Caribbean,Mediterranean,Gulf,Persian Gulf,Gulf of Mexico,Gulf of Aden,Gulf of Finland,Asia-Pacific,Indo-Pacific
Levant,Maghreb,Benelux,British Isles,Channel Islands,England,Scotland,Wales,Northern Ireland,Cornwall,Devon,Dorset
Kent,Essex,Sussex,Surrey,Hampshire,Norfolk,Suffolk,Cumbria,Lancashire,Yorkshire,Merseyside,Tyneside,Midlands
West Midlands,East Midlands,Northumberland,Oxfordshire,Cambridgeshire,Gloucestershire,Somerset,Wiltshire
Leicestershire,Nottinghamshire,Derbyshire,Staffordshire,Cheshire,Highlands,Isle of Wight,Isle of Man,Jersey,Guernsey
Gibraltar,Greater Manchester,Home Counties,Ulster,Munster,Leinster,Connacht,Donegal,Kerry,Clare,Mayo,Sligo,Wexford
Wicklow,Kildare,Bavaria,Saxony,Hesse,Brandenburg,North Rhine-Westphalia,Baden-Württemberg,Brittany,Normandy,Provence
Alsace,Burgundy,Corsica,Catalonia,Andalusia,Galicia,Basque Country,Balearic Islands,Canary Islands,Mallorca,Majorca
Ibiza,Tenerife,Sicily,Sardinia,Tuscany,Lombardy,Veneto,Piedmont,Calabria,Flanders,Wallonia,Silesia,Bohemia,Moravia
Transylvania,Crimea,Donbas,Donbass,Chechnya,Dagestan,Siberia,Kaliningrad,Lapland,Svalbard,Greenland,Faroe Islands
Åland,Crete,Rhodes,Lesbos,Kurdistan,Gaza,Gaza Strip,West Bank,Golan Heights,Sinai,Kashmir,Punjab,Sindh,Balochistan
Kerala,Gujarat,Maharashtra,Tamil Nadu,Uttar Pradesh,West Bengal,Bihar,Assam,Rajasthan,Goa,Tibet,Xinjiang
Inner Mongolia,Guangdong,Fujian,Sichuan,Hubei,Hunan,Henan,Yunnan,Zhejiang,Jiangsu,Shandong,Hainan,Hong Kong,Java
Sumatra,Borneo,Sulawesi,Papua,Aceh,Mindanao,Luzon,Okinawa,Hokkaido,Honshu,Kyushu,Darfur,Tigray,Biafra,Katanga,Zanzibar
New South Wales,Queensland,Victoria,Tasmania,Western Australia,South Australia,Northern Territory,Ontario,Quebec
Québec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Yukon,Nunavut,Patagonia
Amazonia,Bahia,Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois
Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana
Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York State,North Carolina,North Dakota,Ohio,Oklahoma,Oregon
Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin
Wyoming,Puerto Rico,Guam,Midwest,New England,Silicon Valley,Wall Street,Manhattan,Brooklyn,Queens,Bronx,Staten Island
Harlem,Hollywood,Long Island,Cape Cod,Bay Area,Himalayas,Alps,Andes,Rockies,Pyrenees,Urals,Carpathians,Sahara
Amazon rainforest,Atlantic Ocean,Pacific Ocean,Indian Ocean,Arctic Ocean,North Sea,Baltic Sea,Irish Sea,Black Sea
Red Sea,Caspian Sea,South China Sea,East China Sea,Aegean,Adriatic,English Channel,Bay of Biscay,Bay of Bengal
Strait of Hormuz,Strait of Dover,Suez Canal,Panama Canal,Bosphorus,Skagerrak,Kattegat,Øresund,Atlantic,Pacific,Arctic
Danube,Rhine,Thames,Seine,Nile,Congo River,Amazon River,Mekong,Ganges,Indus,Yangtze,Volga,Dnipro,Heathrow,Gatwick
Schiphol,Antarctic Peninsula,Jutland,Zealand,Skåne,Nordland,Telemark,Lofoten,Finnmark,Troms,Attica,Peloponnese
Macedonia,Anatolia,Thrace
"""

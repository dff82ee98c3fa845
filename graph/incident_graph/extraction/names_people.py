"""Given names and surnames of many countries: signs that capitalised words name a person. Data only."""

GIVEN_NAMES = """
Aaron Abby Abdel Abdul Abdullah Abel Abigail Abraham Ada Adam Adele Adrian Adriana Agatha Agnes Ahmad Ahmed Aida Aidan
Aiden Aileen Aisha Aisling Ajay Akira Alan Alain Alana Alastair Alba Albert Alberto Aled Alejandra Alejandro
Aleksandar Aleksandr Alena Alessandra Alessandro Alex Alexander Alexandra Alexei Alexey Alexis Alfie Alfonso Alfred
Ali Alice Alicia Alina Alisha Alison Alistair Allan Allen Allison Alma Alonso Alyssa Amal Amalia Amanda Amara Amber
Amelia Amelie Amin Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrej Andres Andrew Andrey
Andriy Andrzej Andy Angela Angelina Angelo Angus Anil Anita Anja Ann Anna Annabel Anne Anneke Annette Annie Annika
Anthony Antoine Anton Antonia Antonio Antony Anwar Aoife Aria Ariana Ariel Arjun Arne Arnold Arthur Arturo Asha Ashley
Asif Astrid Athena Aubrey Audrey August Aurora Ava Avery Axel Ayesha Aylin Babak Barbara Barnaby Barry Bart Bartosz
Beatrice Beatriz Bella Ben Benedict Benjamin Benoit Bernadette Bernard Bernd Bernie Bert Bertha Beth Bethany Betty
Beverly Bianca Bilal Bill Billy Birgit Bjarne Bjorn Björn Bjørn Blake Bob Bobby Bogdan Bonnie Boris Brad Bradley
Brandon Brenda Brendan Brent Brett Brian Bridget Brigitte Bruce Bruno Bryan Bryce Caitlin Caleb Callum Calum Calvin
Cameron Camila Camille Candice Carl Carla Carlo Carlos Carmen Carol Carole Carolina Caroline Carolyn Carrie Carter
Casey Caspar Cassandra Catalina Caterina Catherine Cathy Cecilia Cedric Celia Celine Chad Chandra Chantal Charlene
Charles Charlie Charlotte Chelsea Chen Cheryl Chiara Chloe Chris Christa Christian Christiane Christina Christine
Christoph Christophe Christopher Chuck Ciara Cillian Claire Clara Clare Clarence Claude Claudia Claudio Clement Cliff
Clifford Clive Cody Colette Colin Colleen Colm Connie Connor Conor Conrad Constance Cora Cormac Corey Cornelia Cosmin
Courtney Craig Cristiano Cristina Curtis Cynthia Cyril Cyrus Dafydd Daisy Dale Damian Damien Dan Dana Daniel Daniela
Daniele Danielle Danny Daphne Dara Darek Daria Dario Darius Darragh Darren Daryl Dave David Davide Dawn Dean Debbie
Deborah Declan Deepak Deirdre Delphine Denis Denise Dennis Derek Dermot Desmond Devon Diana Diane Diego Dieter Dilip
Dimitri Dimitris Dina Dinesh Dirk Dmitri Dmitry Dmytro Dolores Dominic Dominik Dominique Don Donald Donna Dora Doreen
Doris Dorothy Doug Douglas Drew Duncan Dustin Dylan Eamon Eamonn Ebrahim Ed Eddie Edgar Edith Edmund Eduardo Edward
Edwin Eileen Eilidh Einar Eirik Elaine Eleanor Elena Eleni Eli Elias Elif Elijah Elin Elisa Elisabeth Elise Elizabeth
Ella Ellen Ellie Elliot Elliott Elsa Elsie Emanuel Emeka Emil Emilia Emilie Emilio Emily Emine Emma Emmanuel Emre Enda
Enrico Enrique Eoghan Eoin Eric Erica Erich Erik Erika Erin Ernest Ernst Esme Esperanza Esra Estelle Esther Ethan
Ethel Eugene Eunice Eva Evan Eve Evelyn Ewa Ewan Fabian Fabio Fabrice Faisal Faith Farah Farhan Farid Fatima Fatou
Federica Federico Felicity Felipe Felix Femi Ferdinand Fergus Fernanda Fernando Fidel Filip Finlay Finn Finnian Fiona
Florence Florian Folasade Frances Francesca Francesco Francis Francisco Franck Francois François Françoise Frank Franz
Fraser Fred Freddie Frederic Frederick Fredrik Freya Frida Friedrich Fritz Gabriel Gabriela Gabriele Gabriella Gaelle
Gail Gareth Gary Gavin Gemma Geoff Geoffrey George Georges Georgia Georgina Gerald Geraldine Gerard Gerd Gerhard Gerry
Ghislaine Giacomo Gianni Gilbert Gillian Gina Gino Giorgio Giovanna Giovanni Giulia Giuseppe Gladys Glen Glenn Gloria
Gonzalo Gopal Gordon Grace Gracie Graeme Graham Grainne Grant Greg Gregor Gregory Greta Gretchen Grzegorz Guido
Guillaume Guillermo Gunnar Gunther Guo Gustav Gustavo Guy Gwen Gwyneth Habib Hadley Hakan Hal Haley Hamid Hamish Hamza
Hana Hank Hanna Hannah Hannes Hans Harald Hari Harold Harriet Harrison Harry Haruki Harvey Hasan Hassan Hazel Heather
Hector Heidi Heinrich Heinz Helen Helena Helene Helga Helmut Hendrik Henri Henrietta Henrik Henry Herbert Herman
Hermann Hilary Hilda Hiroshi Holger Holly Hope Horst Howard Hubert Hugh Hugo Humphrey Hussein Huw Ian Iain Ibrahim Ida
Igor Ikram Ilan Ilse Iman Imani Imogen Imran Ines Inga Inge Ingrid Inigo Ioana Ioannis Ira Irena Irene Irfan Irina
Iris Irma Isaac Isabel Isabella Isabelle Isaiah Isla Ismail Ivan Ivana Ivo Ivy Jack Jackie Jackson Jacob Jacqueline
Jacques Jade Jaime Jake Jakob Jakub Jamal James Jamie Jan Jana Jane Janet Janice Janina Jared Jarek Jarrod Jasmine
Jason Jasper Javier Jay Jayden Jean Jeanette Jeanne Jeff Jeffrey Jelena Jemma Jen Jenna Jennifer Jenny Jens Jeremiah
Jeremy Jerome Jerry Jess Jesse Jessica Jesus Jill Jim Jimmy Jing Jiri Jo Joan Joana Joanna Joanne Joao João Joaquin
Jochen Jodie Joe Joel Joelle Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan Joni Jordi Jorge Jorgen
Jørgen Jose José Josef Joseph Josephine Josh Joshua Joy Joyce Juan Juana Judith Judy Julia Julian Juliana Julie Julien
Juliet Juliette Julio Julius June Jurgen Jürgen Justin Justine Kai Kamal Kamala Kamil Kamila Kara Karen Kari Karim
Karin Karina Karl Karla Karolina Kasper Kate Katarina Katarzyna Katerina Kath Katharina Katherine Kathleen Kathryn
Kathy Katie Katja Katrin Katrina Katy Kay Kayla Kazuo Keeley Keir Keith Kelly Kelsey Kelvin Ken Kenji Kenneth Kenny
Kerry Kerstin Kevin Khadija Khaled Khalid Khalil Kieran Kiera Kim Kimberley Kimberly Kirsten Kirstin Kirsty Kit Klaus
Knut Kofi Konrad Konstantin Kris Krishna Kristen Kristian Kristin Kristina Krystal Krzysztof Kurt Kwame Kyle Kylie
Lachlan Laila Lakshmi Lana Lance Lara Lars Latisha Laura Laure Lauren Laurence Laurent Lawrence Layla Lea Leah Leanne
Lee Leif Leigh Leila Lena Lennart Leo Leon Leonard Leonardo Leonie Leopold Leroy Lesley Leslie Lewis Leyla Liam Liang
Libby Lidia Lila Lilian Liliana Lilly Lily Lin Lina Linda Lindsay Lindsey Ling Linus Lionel Lisa Liv Liz Lizzie Lloyd
Logan Lois Lola Lorenzo Loretta Lorna Lorraine Lottie Lou Louis Louisa Louise Luc Luca Lucas Lucia Lucie Lucinda Lucy
Luis Luisa Luiz Lukas Lukasz Luke Lydia Lyn Lynda Lynn Lynne Mabel Maciej Maddie Madeleine Madison Mads Maeve Magda
Magdalena Maggie Magnus Mahmoud Maia Mairead Maja Makena Malala Malcolm Malik Malin Mandy Manfred Manoj Manuel Manuela
Marc Marcel Marcela Marcello Marcia Marcin Marco Marcos Marcus Marek Margaret Margarita Margot Maria María Mariam
Mariana Marianne Marie Marija Marilyn Marina Mario Marion Marisa Marit Marius Marjorie Mark Marko Markus Marlene
Marlon Marta Martha Martin Martina Martine Marty Marvin Mary Maryam Mason Massimo Mateo Mateusz Mathias Mathieu
Mathilde Matilda Matt Matteo Matthew Matthias Matthieu Maureen Maurice Mauro Max Maxim Maxime Maximilian Maxine Maya
Megan Mehdi Mehmet Mel Melanie Melissa Mercedes Mercy Meredith Mia Michael Michaela Michal Michel Michele Michelle
Mick Miguel Mihai Mikael Mike Mikhail Mila Milan Mildred Miles Milica Millie Milo Milos Mina Ming Minnie Mira Miranda
Miriam Mirko Mitchell Moa Mohamed Mohammad Mohammed Moira Mollie Molly Mona Monica Monika Monique Morag Morgan Moritz
Morris Morten Moses Muhammad Murray Mustafa Myra Myriam Nabil Nadia Nadine Nadja Nahid Naledi Nan Nancy Naomi Natalia
Natalie Natasha Nathalie Nathan Nathaniel Neha Neil Nelson Nerys Niall Niamh Nicholas Nick Nicky Nico Nicola Nicolas
Nicole Nigel Nikhil Niklas Nikola Nikolai Nikolay Nikos Nils Nina Nisha Noah Noel Noelle Noemi Nora Norbert Noreen
Norma Norman Nuala Nuno Nur Odette Oksana Ola Olaf Olav Oleg Oleksandr Olena Olga Oliver Olivia Olivier Olle Olof
Oluwaseun Omar Omer Oonagh Ophelia Orla Oscar Oskar Osman Otto Owen Pablo Padraig Pam Pamela Paola Paolo Parvati
Pascal Pat Patience Patricia Patricio Patrick Patrik Paul Paula Paulina Pauline Paulo Pavel Pawel Pearl Pedro Peggy
Penelope Penny Per Percy Perry Petar Pete Peter Petr Petra Phil Philip Philipp Philippa Philippe Phillip Phoebe
Phyllis Pia Pierre Piers Pieter Piotr Pippa Polly Poppy Prakash Pranav Preeti Priya Priyanka Przemysław Quentin Quinn
Rachel Radek Rafael Raheem Rahul Raj Rajesh Ralf Ralph Ram Ramesh Ramon Ramona Randy Rania Raphael Rashid Raul Ravi
Ray Raymond Rebecca Regina Reinhard Remi Rena Renata Rene Renee Reza Rhiannon Rhys Ricardo Riccardo Richard Rick Ricky
Riley Rita Robert Roberta Roberto Robin Rocio Rod Roderick Rodney Rodrigo Roger Rohan Roisin Roland Rolf Roman Romain
Ron Ronald Ronan Ronja Ronnie Rory Rosa Rosalind Rose Rosemary Rosie Ross Rowan Roxanne Roy Ruben Ruby Rudolf Rui
Rupert Russell Ruth Ryan Sabina Sabine Sabrina Sadiq Saeed Saima Sally Salma Salman Sam Samantha Samir Samira Samuel
Sandeep Sandra Sandy Sanjay Sanna Santiago Sara Sarah Sasha Saskia Saul Savannah Scott Sean Seán Sebastian Sebastien
Selena Selim Selina Serena Serge Sergei Sergey Sergio Serhiy Seth Shabana Shahid Shane Shannon Sharon Shaun Shauna
Shawn Sheila Shelley Shirley Shreya Sian Sibylle Sid Sidney Siegfried Sienna Sigrid Silke Silvia Simon Simona Simone
Sinead Siobhan Sofia Sofie Solveig Sondre Sonia Sonja Sophia Sophie Soren Søren Spencer Stacey Stan Stanislav Stanley
Stefan Stefania Stefano Steffen Stella Sten Stephan Stephanie Stephen Steve Steven Stewart Stig Stuart Sue Sunil
Suresh Susan Susanna Susanne Susie Suzanne Svein Sven Svetlana Sybil Sylvia Sylvie Tadeusz Taha Talia Tamara Tamika
Tania Tanja Tanya Tara Tarek Tariq Tatiana Tatyana Ted Temi Terence Teresa Terry Tessa Thabo Thea Theo Theodore
Theresa Thierry Thomas Tiago Tiffany Tilda Tim Timo Timothy Tina Tobias Toby Todd Tom Tomas Tomasz Tommy Tony Tonya
Torsten Tove Tracey Tracy Travis Trevor Tricia Trine Tristan Trond Troy Tunde Ulf Ulrich Ulrike Uma Umar Una Ursula
Uwe Vaclav Valentina Valeria Valerie Vanessa Vasile Vera Verity Veronica Veronika Vicki Vicky Victor Victoria Vidar
Vijay Viktor Viktoria Vikram Vince Vincent Vincenzo Violet Virginia Vitaly Vivian Vivien Vivienne Vladimir Volker
Volodymyr Wade Walter Wanda Wayne Wei Wendy Wenche Werner Wesley Whitney Wilfred Wilhelm Will Willem William Willie
Winston Wojciech Wolfgang Xavier Xiao Yan Yana Yann Yannick Yara Yasmin Yasmine Yasser Yelena Yevgeny Ying Yolanda
Yorgos Yosef Youssef Yuki Yulia Yuri Yusuf Yvette Yvonne Zac Zach Zachary Zahra Zainab Zara Zbigniew Zeynep Zoe Zoltan
Zuzana Åsa Åse Øystein Øyvind Łukasz Žiga Šárka Wes Ciaran Kieron Tyrone Jermaine Sherrod Darnell Lamar Tyler Marcy
Shelby Clay Clint Dwayne Dwight Earl Ernesto Esteban Everett Fidelma Fionn Garrett Giles Grady Hanif Hattie Idris
Ikechukwu Ivor Jarvis Jia Jolene Juanita Kelechi Kenya Kirk Kwabena Latoya Luther Mae Marge Marlena Maxwell Meera
Micah Nadir Neville Ngozi Nkechi Obi Olu Orlando Osama Pedrag Preston Rajiv Randall Reuben Rohit Rosario Rufus Sanjit
Seamus Shirin Tayyip Tendai Thandi Tobi Uchenna Vernon Wilbur Yewande Zoltán Attila István László Ferenc Tibor Zsuzsa
Bence
Mariama Aminata Awa Ousmane Oumar Seydou Moussa Mamadou Boubacar Abdoulaye Ibrahima Cheikh Modou Fanta Kadiatou Salif
Amadou Issa Yaya Adama Bakary Lamine Souleymane Aboubacar Idrissa Drissa Koffi Kouassi Yao Akua Ama Abena Esi Yaw Kojo
Kweku Adwoa Chidi Chinedu Chioma Chinonso Ifeoma Ifeanyi Obinna Nnamdi Adaeze Amaka Uche Ejike Tochukwu Babatunde
Segun Bukola Funmi Folake Titilayo Ayodele Olumide Olufemi Adebayo Adeola Danjuma Musa Aliyu Sani Bello Garba Hauwa
Zainabu Wanjiku Njeri Wambui Kamau Mwangi Kipchoge Achieng Atieno Otieno Juma Baraka Neema Amani Zawadi Rehema Upendo
Jabari Tadesse Abebe Haile Selam Meseret Dawit Yohannes Tsegaye Almaz Bekele Hirut Tigist Solomon Nomvula Nomsa Sipho
Thandeka Themba Lindiwe Zanele Bongani Mandla Nkosinathi Lerato Tshepo Kagiso Palesa Mpho Tendayi Tatenda Rudo Chipo
Farai Tinashe Kudzai Lwazi Ayanda Siyabonga Katlego Refilwe Pieternel Hicham Rachid Karima Nadira Latifa Fouad Mounir
Samia Soraya Houda Ilham Nawal Younes Yassine Zineb Othmane Abdelkader Abdelaziz Abdelhak Abderrahmane Boualem Djamel
Farouk Hocine Kader Lotfi Malika Mourad Nassima Noureddine Ouarda Redouane Salah Sofiane Toufik Walid Zohra Bassam
Ghassan Hani Hisham Jihad Khadijah Layth Maher Marwan Mazen Munir Nizar Rami Rana Riad Rula Sahar Sawsan Suha Taher
Tamer Wael Ziad Hind Huda Iyad Kareem Lubna Mahdi Maysa Muna Nour Noura Qasim Rashida Raed Rima Saif Shadi Thamer
Usama Yahya Ammar Anas Ayman Bashar Emad Fadi Fahad Faris Hadi Haitham Mohsen Majid Javad Parisa Arash Behnam Behrouz
Dariush Ehsan Farhad Fereshteh Golnaz Hossein Kamran Kaveh Laleh Leyli Mahsa Masoud Mehran Mojtaba Morteza Narges
Nasrin Nazanin Niloufar Omid Pouya Ramin Roya Saman Shahram Shohreh Siavash Soheil Vahid Zohreh Ahmet Mert Burak Cem
Deniz Derya Ebru Elvan Ercan Erdem Fatma Ferhat Gizem Gökhan Gül Gülsen Halil Hande Hatice Hüseyin Kemal Kerem Levent
Mahmut Melek Meltem Merve Metin Murat Nazlı Nermin Nurcan Oğuz Onur Orhan Ozan Özge Özlem Pınar Ramazan Recep Selçuk
Serdar Serkan Sevgi Sibel Sinem Süleyman Tolga Tuncay Tülay Ufuk Umut Volkan Yaşar Yavuz Yılmaz Abhishek Aditi Aditya
Akash Akshay Alok Ananya Anand Anjali Ankit Anuradha Aparna Archana Aravind Arvind Ashok Ashwin Bhavna Chandrika
Darshan Devi Devika Dhruv Divya Gaurav Geeta Girish Gita Govind Harish Hemant Indira Ishaan Jyoti Kalpana Karan Kavita
Kavya Kiran Kishore Lalit Lata Madhav Madhuri Mahesh Manish Manisha Mohan Mukesh Nandini Naresh Narendra Naveen Neeraj
Nitin Padma Pankaj Parul Pooja Prabhu Pradeep Prasad Pratibha Prem Radha Radhika Raghav Rajan Rajendra Rakesh Rani
Rashmi Rekha Ritu Sachin Sangeeta Sanjana Santosh Sarita Satish Savita Shankar Sharad Shashi Shilpa Shiv Shobha Shweta
Siddharth Smita Sneha Sonali Sridhar Subhash Sudhir Sujata Suman Sumit Sunita Surendra Sushma Swati Tanvi Tarun Uday
Umesh Usha Vandana Varun Vasant Venkat Vidya Vinay Vinod Vishal Vivek Yash Yogesh Asma Arshad Arif Aslam Bushra Fahim
Ghulam Habiba Iqbal Javed Kashif Mahira Naeem Naseem Nasir Nawaz Nusrat Parveen Qamar Rehman Rukhsana Sabir Sadia
Sajid Shabnam Shaista Shakeel Sobia Tahira Tahir Waqar Wasim Yasir Zafar Zaheer Zubair Rafiq Rahim Rahman Taslima Kazi
Dilara Farida Momena Nasreen Shamima Aung Htet Kyaw Khin Myint Thant Zaw Min Bao Chi Dung Duc Giang Hanh Hien Hieu Hoa
Hoang Hung Huong Huy Khanh Lan Linh Mai Minh Nam Ngoc Nhung Phuong Quang Quoc Quynh Son Thanh Thao Thi Thuy Tien Trang
Trung Tuan Tung Tuyet Viet Vinh Xuan Agus Andi Ayu Bambang Budi Dewi Dian Dwi Eko Endang Fitri Gede Hendra Indah Intan
Joko Kadek Ketut Nyoman Putri Putu Rahmat Ratna Rini Rizki Sari Siti Slamet Sri Suharto Susilo Tri Wahyu Wayan Wulan
Yanti Yudi Aziz Azlan Faizal Hafiz Hashim Mahathir Norazlina Nurul Rosmah Zulkifli Somchai Somsak Prasert Malee Suda
Anong Kanya Nattapong Pornthip Siriporn Thaksin Wichai Akiko Akio Atsushi Ayumi Chieko Daisuke Emi Fumiko Haruka Hideo
Hiroko Hiroyuki Ichiro Junko Kaori Katsumi Kazuko Keiko Kenta Koichi Kumiko Makoto Mariko Masahiro Masako Masao Mayumi
Megumi Michiko Midori Naoki Naoko Nobuo Noriko Osamu Reiko Ryo Ryota Sachiko Sakura Satoshi Shigeru Shinji Shinzo
Takashi Takeshi Taro Tatsuya Tetsuya Tomoko Toshio Tsutomu Yasuo Yoko Yoshiko Yumi Yutaka Chao Cheng Chun Fang Feng
Guang Hao Hong Hua Hui Jian Jie Jin Jun Kun Lei Li Mei Meng Ning Peng Ping Qiang Qing Shan Tao Ting Xia Xin Xiang
Xiaoming Yang Yong Yu Yue Yun Zhen Zheng Min-jun Ji-woo Seo-yeon Hyun Jae Jin-ho Ji-hoon Joon Mi-kyung Min-ji Seung
Soo Sun-hee Sung Young-ho Adela Agnieszka Aleksandra Alicja Beata Bogusław Bożena Czesław Dariusz Dorota Edyta
Elżbieta Ewelina Grażyna Halina Henryk Iwona Jacek Jadwiga Janusz Jarosław Jerzy Jolanta Justyna Kacper Karol
Kazimierz Kinga Krystyna Leszek Małgorzata Mariusz Mieczysław Mirosław Paweł Przemek Radosław Rafał Ryszard Sławomir
Stanisław Sylwia Szymon Urszula Waldemar Wiesław Witold Władysław Włodzimierz Zdzisław Zenon Zofia Zygmunt Bohdan
Halyna Iryna Kateryna Lesya Liudmyla Lyubov Maksym Mariya Mykhailo Mykola Nadiia Nataliya Nazar Olha Pavlo Petro
Ruslan Ruslana Sofiia Solomiia Stepan Svitlana Taras Tetiana Valentyn Vasyl Viktoriia Vitaliy Volodymyra Yaroslav
Yaroslava Yevhen Yuriy Zoya Aleksei Alyona Anatoly Arkady Artem Artyom Ekaterina Elizaveta Galina Gennady Grigory Ilya
Kirill Kseniya Larisa Leonid Lev Lyudmila Maksim Marat Nadezhda Natalya Nikita Olesya Polina Rustam Semyon Timur Vadim
Valentin Valery Varvara Vasily Viktoriya Vladislav Vyacheslav Yegor Yekaterina Yury Zinaida Dragan Goran Zoran Mirjana
Jovan Jovana Snežana Slobodan Vesna Vladan Vuk Zorica Ljiljana Ljubica Nebojša Predrag Radovan Ratko Saša Siniša
Slavica Tomislav Ante Hrvoje Ivica Josip Krešimir Mate Mladen Nikša Stipe Tihomir Zdravko Zlatko Željko Blaž Boštjan
Janez Jože Matej Mojca Tjaša Urška Alojz Bohumil Dagmar Eliška František Hynek Jaromír Jaroslav Jindřich Jiří Jitka
Kateřina Ladislav Lenka Libor Luděk Markéta Milada Miloslav Miloš Miroslav Ondřej Oldřich Otakar Pavla Radka Radim
Renáta Rostislav Stanislava Štěpán Světlana Tereza Václav Vít Vladimír Vladimíra Vlasta Vojtěch Zdeněk Zdenka Anikó
Balázs Csaba Dániel Dezső Dóra Endre Erzsébet Eszter Gábor Gergő Gyula György Ildikó Imre János Judit Júlia Kálmán
Katalin Krisztina Lajos Levente Miklós Mihály Nándor Orsolya Pál Péter Piroska Réka Sándor Szabolcs Szilvia Tamás
Tünde Vilmos Virág Zita Alexandru Adina Camelia Călin Cătălin Claudiu Constantin Cristian Crina Dragoș Dumitru Florin
Gheorghe Horia Iulia Ioan Ion Ionuț Laurențiu Liviu Loredana Lucian Luminița Mihaela Mircea Nicolae Octavian Ovidiu
Petru Radu Răzvan Roxana Sorin Ștefan Teodor Traian Tudor Viorel Vlad Asen Boyko Desislava Dimitar Gergana Georgi
Hristo Iva Kalina Kiril Krasimir Lyubomir Nevena Ognyan Plamen Radoslav Rumen Stoyan Tsvetan Tsvetelina Valeri Veselin
Yordan Yordanka Zhivko Agathi Aikaterini Anastasios Antonis Apostolos Aristotelis Athanasios Charalambos Christos
Dimitra Efstathios Eirini Evangelia Evangelos Fotini Giannis Giorgos Ilias Ioanna Kalliopi Konstantina Konstantinos
Kostas Kyriakos Lefteris Michalis Nikolaos Panagiotis Panos Paraskevi Pavlos Petros Spyros Stavros Stelios Thanasis
Theodoros Vasiliki Vasilis Xenia Yannis Zoi Aino Antti Arto Eero Eeva Eino Elina Erkki Esa Hannele Heikki Helmi Ilkka
Inari Jaakko Janne Jari Jarmo Juha Juhani Jukka Jussi Kaisa Kalevi Kalle Katri Keijo Kimmo Kirsi Lauri Leena Marja
Marjatta Markku Matti Mika Mikko Minna Niko Olli Outi Paavo Päivi Pekka Pentti Pertti Petri Pirjo Pirkko Raija Reijo
Reino Riikka Risto Saara Sakari Sami Sanni Satu Seppo Sirkka Taina Tapani Tapio Tarja Teemu Terhi Tero Tiina Toivo
Tuija Tuomas Tuula Vesa Ville Anneli Toomas Urmas Kersti Kaja Jüri Ülle Andris Jānis Ilze Inese Kristaps Līga Māris
Raimonds Valdis Zane Algirdas Dalia Gintaras Jurgita Kęstutis Mindaugas Rasa Ramūnas Rūta Vytautas Asbjørn Aslak Bente
Berit Bjørg Dagfinn Egil Eivind Erlend Espen Frode Geir Gro Grete Gudrun Gunn Guri Halvard Halvor Haakon Håkon Håvard
Hege Hilde Ingvild Ivar Jarle Jorunn Kjell Kjersti Kåre Lasse Magnhild Mari Marte Odd Oddvar Oddny Ove Ragnhild Ragnar
Randi Reidar Rune Sigurd Silje Sissel Siv Steinar Stein Sverre Terje Tone Tor Torbjørn Tore Torill Torunn Trygve Turid
Unni Vegard Vigdis Åge Åshild Øivind Anette Annelise Bent Birthe Bodil Carsten Ditte Dorthe Ebbe Flemming Gitte Hanne
Helle Henning Inger Jeppe Jesper Jette Kaj Karsten Keld Lene Lise Lone Mette Mikkel Mogens Niels Ole Pernille Poul
Preben Rasmus Rikke Signe Steen Søs Tage Thyra Tine Torben Troels Vibeke Viggo Agneta Anna-Karin Arvid Asa Bengt
Birger Börje Britt Britta Carl-Johan Ebba Elof Evert Folke Göran Gösta Hjalmar Håkan Hedvig Ingegerd Ingemar Joakim
Jonny Krister Lillemor Linnea Lovisa Margareta Mårten Mats Pelle Per-Erik Pernilla Pontus Rickard Sixten Stellan Stina
Sture Sune Svante Therese Torbjörn Tord Ture Ulla Viveka Ylva Örjan Arnar Birna Guðrún Halldór Helgi Jóhanna Jón
Katrín Magnús Ólafur Páll Sigríður Sigurður Snorri Steinunn Þór Þóra Aart Annelies Anouk Arie Arjan Bas Berend Bram
Carolien Cees Coen Daan Eline Els Elske Esmee Femke Fleur Floris Frits Geert Gerben Gerrit Gijs Hanneke Harm Hein
Heleen Henk Ineke Jaap Jannie Jelle Jeroen Jet Jitske Joep Joost Joris Joke Jurriaan Karel Kees Klaas Koen Lieke
Liesbeth Lieve Lotte Luuk Maaike Maarten Machteld Marieke Marijke Marjan Marloes Mees Menno Merel Mieke Mirjam Nienke
Noor Piet Pim Reinier Rianne Ria Rik Robbert Roel Roos Ruud Sander Siebe Sjoerd Stijn Teun Thijs Tijn Tjeerd Toon
Truus Twan Wiebe Wietske Willemijn Wim Wouter Wout Zeger Annegret Anneliese Ansgar Benno Berthold Birte Bärbel
Burkhard Detlef Dörte Eberhard Ekkehard Elfriede Elke Frauke Friedhelm Gesine Gisela Gottfried Götz Günter Günther
Hannelore Hartmut Heike Heiko Heiner Helge Herta Hildegard Imke Irmgard Jörg Jörn Jutta Käthe Lieselotte Lothar Ludger
Ludwig Maike Marlies Meike Nele Ottmar Reiner Rainer Roswitha Rüdiger Siegmar Sigmar Sönke Steffi Thorsten Traudl Udo
Ute Waltraud Wiebke Wilfried Wolf Wolfram Agathe Alix Amandine Anaïs André Apolline Arlette Armand Aurélie Aurélien
Bastien Baptiste Bérengère Capucine Cécile Céline Chloé Clémence Clément Clotilde Corinne Didier Édouard Éléonore
Élodie Élise Émile Émilie Éric Étienne Eugénie Fabien Fabienne Florent Frédéric Gaël Gaëlle Gaspard Gaston Geneviève
Gérard Ghislain Gilles Grégoire Gwenaëlle Hélène Hervé Honoré Hugues Isabeau Jean-Baptiste Jean-Claude Jean-François
Jean-Luc Jean-Marc Jean-Marie Jean-Michel Jean-Paul Jean-Pierre Jérémie Jérémy Jérôme Joël Josiane Jules Laetitia Léa
Léo Léon Loïc Ludovic Maëlle Marie-Claire Maryse Mathis Maud Mickaël Mireille Morgane Muriel Murielle Nadège Noé Noël
Odile Ondine Pascale Patrice Perrine Raphaël Régis Rémi Rémy Romane Roselyne Sébastien Séverine Solène Stéphane
Stéphanie Sylvain Tanguy Théo Thibault Thibaut Timothée Véronique Virginie Yves Zoé Agustín Alfredo Álvaro Amparo
Andrés Ángel Ángela Ángeles Araceli Ariadna Azucena Begoña Benito Blanca Borja Carlota Carmela César Clemente
Cristóbal Domingo Elvira Encarnación Eulalia Fátima Felicia Fermín Gerardo Germán Gilberto Gregorio Guadalupe Héctor
Herminia Hernán Hilario Horacio Ignacio Inés Inmaculada Íñigo Itziar Iván Jacinto Jesús Joaquín Josefa Julián Lázaro
Leandro Leticia Lorena Lourdes Lucía Luciano Macarena Manolo Marcelo Maribel Maricarmen Marisol Martín Mauricio Máximo
Milagros Montserrat Nacho Narciso Nieves Nuria Octavio Olegario Paloma Pilar Ramiro Ramón Raquel Raúl Rocío Rodolfo
Rogelio Román Rosalía Rubén Salvador Saúl Silvio Sofía Susana Tomás Valentín Vicente Víctor Ximena Yago Afonso Aline
Amália Anabela António Armando Artur Bárbara Bernardo Caetano Cátia Célia Cláudia Cláudio Conceição Cristiana Dinis
Diogo Duarte Edite Eduarda Emília Fábio Fernão Filipa Filipe Flávio Florbela Francisca Gaspar Gil Gonçalo Guilherme
Helder Hélio Inácio Inês Isaura Jandira Joaquim Júlio Lígia Lurdes Luís Luísa Márcia Márcio Mário Mateus Matilde
Mónica Natália Nélson Octávio Olívia Otávio Patrícia Rafaela Renato Rogério Rosana Rúben Sebastião Sérgio Sílvia Simão
Sónia Tânia Telmo Thiago Tomé Valdemar Vanda Vasco Vítor Wagner Alessia Alfio Ambra Arianna Azzurra Beppe Bruna
Camilla Carmelo Cesare Cinzia Corrado Cosimo Debora Donatella Donato Edoardo Eleonora Elio Elisabetta Emanuele Enzo
Ettore Fabrizio Fausto Filippo Fiorella Flavia Flavio Fulvio Gaetano Gaia Gennaro Giada Gianluca Gianmarco Gianna
Gianpaolo Ginevra Gioele Giordano Girolamo Giuliana Giuliano Giulio Graziella Grazia Ilaria Immacolata Jacopo Livia
Luana Luciana Lucrezia Luigi Luigia Manlio Marcella Maurizio Michela Mirella Nicoletta Nino Ornella Ottavia Paolina
Pasquale Patrizia Pierluigi Piero Pietro Raffaella Raffaele Renzo Rocco Romeo Rosanna Salvatore Samuele Sandro Saverio
Silvana Silvano Tiziana Tiziano Tommaso Tullio Umberto Valentino Vito Vittoria Vittorio Ahmadou Tevita Sione Mele
Seini Viliami Aroha Hemi Hone Kahu Manaia Mere Ngaire Nikau Rangi Tama Tane Wiremu Mo Mehmood Zeke Buck Chase Cole
Colt Dalton Earlene Easton Faye Gage Garth Hayden Heath Hunter Jace Jarrett Jolie Kaitlyn Kendra Kip Lacey Lyle Mack
Marla Merle Monty Nash Ned Opal Otis Paige Parker Perla Quincy Ramsey Reed Reese Rhoda Rhonda Roscoe Rosalie Royce
Rusty Sadie Sheldon Sherry Skyler Sonny Stacy Sylvester Tabitha Tanner Tate Thelma Trent Trey Trisha Trudy Tucker
Tyson Valarie Velma Vern Vickie Wallace Warren Weston Willa Willard Winifred Woody Wyatt Zelda Alasdair Ailsa Archie
Catriona Donalda Ealasaid Eilis Ewart Fearghas Finola Gilleasbuig Innes Iona Isobel Kenna Kirstie Lorne Mairi Muireann
Murdo Ruairi Ruaridh Seonaid Shona Struan Tavish Aed Aine Áine Aodhán Bláthnaid Bríd Caoimhe Caolan Cathal Ciarán
Clodagh Dáithí Dónal Éamon Eimear Fiachra Fearghal Gráinne Iarla Lorcan Maebh Mairéad Micheál Nollaig Nóirín Odhrán
Oisín Órla Pádraig Ríona Róisín Ruairí Sadhbh Saoirse Séamus Sinéad Siobhán Sorcha Tadhg Úna Angharad Anwen Arwel
Bethan Bronwen Carys Ceri Cerys Deiniol Delyth Dilys Eifion Eirlys Eleri Emlyn Emrys Euros Ffion Gethin Glenys Glyn
Gwenllian Gwilym Gwynfor Heledd Hywel Idwal Ieuan Ifan Iolo Iorwerth Lleu Llinos Lowri Mair Manon Marged Meinir
Meirion Menna Meurig Morfudd Myfanwy Nia Olwen Osian Owain Rhian Rhodri Sioned Siôn Tegwen Tomos Wyn Levan Tamar
Giorgi Ketevan Zurab Davit Mamuka Irakli Nana Aram Armen Anahit Garen Gevorg Hayk Levon Lusine Mher Narek Ruzanna
Samvel Tigran Vahan Elchin Gulnara Ramil Vugar Aigul Aizhan Askar Bekzat Daniyar Dinara Gulmira Nurlan Nursultan Saule
Yerlan Bolat Otabek Dilnoza Sardor Shavkat Gulnoz Batbayar Oyuna Enkhtuya Ganbold
"""

#: Frequent surnames that are no common English words.
SURNAMES = """
Smith Johnson Williams Jones Davies Evans Thomas Roberts Wilson Taylor Robinson Wright Thompson Hughes Edwards Clarke
Jenkins Watkins Perkins Hopkins Dawkins Hawkins Simpson Watson Dawson Lawson Nicholson Atkinson Wilkinson Dickinson
Hodgson Richardson Stephenson Stevenson Henderson Patterson Ferguson Sanderson Robertson Anderson Harrison Morrison
Jackson Jefferson Gibson Nelson Carson Larson Olson Hanson Matthews Andrews Phillips Reynolds Griffiths Griffin Murphy
Kelly Sullivan Walsh Byrne Ryan Doyle Gallagher Doherty Kennedy Lynch Quinn Moran Brennan Burke Collins Campbell Clark
Johnston Duffy Boyle Healy Shea Sweeney Hayes Kavanagh Maguire Nolan Flynn Cullen Dunne Keane Fitzgerald
Fitzpatrick Callaghan Donnelly Flanagan Foley Hogan Casey Garvey Mulligan Rooney Tierney Whelan Scott Stewart Morrison
Murray Graham Wallace Ross Sinclair Paterson Cameron Sutherland Drummond Buchanan Armstrong Baxter Blair Boyd
Bryant Bradley Barnes Barker Barrett Bennett Bailey Baldwin Benson Blackwell Bowen Bowers Boyle Brewer
Briggs Brooks Burgess Burnett Butler Caldwell Carpenter Carr Carroll Chapman Coleman Connolly
Conway Cooper Craig Crawford Cunningham Curtis Daniels Davidson Davis Dixon Dobson Donaldson Douglas Doyle
Duncan Elliott Ellis Farrell Fisher Fleming Fletcher Francis Franklin Gardner Garner Gilbert Gill
Goodwin Gordon Greene Gregory Griffith Hancock Harding Hardy Harper Harris Harvey Hewitt Higgins Hobbs Hodges
Holloway Holmes Hooper Houghton Howard Howell Howells Humphreys Hutchinson Ingram Jacobs Jarvis Jennings
Johns Kaye Keller Kemp Kendall Kerr Kirby Knowles Langley Lawrence Leach Lloyd Lowe Lucas Lyons Macdonald
Mackenzie Mackay Maclean Mann Manning Marsden Marshall Martinez Mason Maxwell Mccarthy Mcdonald Mckenzie
Mitchell Morales Morgan Morris Myers Neal Newman Norris Obrien Oconnor Odonnell Oliver
Oneill Osborne Owens Palmer Parkinson Parsons Payne Pearce Pearson Peters Pickering Pollard Potter Poole
Pritchard Proctor Quigley Ramsay Randall Reeves Rhodes Richards Riley Rodgers Rogers Rowe Rowland Russell Sanders
Saunders Schofield Shaw Shepherd Sheridan Simmons Sims Singleton Skinner Slater Spencer Stephens
Stevens Stokes Sykes Talbot Tate Todd Townsend Tucker Turnbull Turner Tyler
Underwood Vaughan Vincent Walker Wallis Warner Warren Watts Webb Webster Wheeler Whitaker
Whitehead Whitehouse Whitlock Wilcox Wilkins Willis Wolfe Woodward Wyatt Yates Garcia García Fernández Fernandez
González Gonzalez Rodríguez Rodriguez López Lopez Martínez Sánchez Sanchez Pérez Perez Gómez Gomez Martín Jiménez Ruiz
Hernández Hernandez Díaz Diaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Gil
Ramírez Serrano Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Iglesias Núñez Garrido
Cortés Castillo Guerrero Lozano Cano Prieto Méndez Herrera Peña Flores Cabrera Fuentes Carrasco
Aguilar Vargas Rivera Mendoza Guzmán Rojas Soto Salazar Contreras Quiroz Quiroga Ibarra Escobar Zamora Zapata Silva
Ferreira Pereira Oliveira Rodrigues Martins Sousa Souza Fernandes Gonçalves Gomes Lopes Marques Almeida
Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Neves Coelho Cunha
Pires Barbosa Nascimento Araújo Rossi Russo Ferrari Esposito Bianchi Colombo Ricci Greco Bruno Gallo
Conti De-Luca Mancini Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli
Martini Longo Gentile Martinelli Vitale Lombardo Coppola Marchetti Parisi Ferraro Fabbri Bianco
Marini Grasso Valentini Müller Schmidt Schneider Fischer Weber Meyer Meier Wagner Becker Schulz Schulze
Hoffmann Schäfer Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange
Schmitt Werner Schmitz Krause Lehmann Köhler Maier Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Scholz Möller
Weiß Jung Hahn Schubert Vogel Keller Günther Frank Berger Roth Beck Lorenz Baumann Franke Albrecht Schuster
Simon Ludwig Böhm Kraus Schumacher Krämer Vogt Jäger Otto Groß Seidel Brandt Haas Schreiber
Dietrich Ziegler Kuhn Kühn Pohl Busch Bergmann Voigt Sauer Arnold Pfeiffer Ernst Dupont Durand Dubois
Moreau Laurent Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Fontaine Rousseau Muller Lefèvre
Faure Mercier Blanc Guérin Boyer Garnier Chevalier François Legrand Gauthier Perrin Robin Clément Morin Nicolas Henry
Roussel Mathieu Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard
Giraud Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal
Caron Picard Aubert Lemoine Jansen Janssen de-Vries Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks
Dekker Brouwer Dijkstra Smits Kuipers Veenstra Kramer Jacobs Postma Hoekstra Vermeulen Peeters Maes Willems Claes
Goossens Wouters Mertens Lambrecht Dubois Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen
Petersen Jørgensen Madsen Kristensen Olsen Thomsen Christiansen Poulsen Johansen Knudsen Mortensen Møller Haugen
Hagen Eriksen Bakken Moen Lie Dahl Lindberg Lindström Lindqvist Lindgren Bergström Sandberg Sjöberg Nyström
Lundgren Lundqvist Holmberg Hedlund Engström Nowak Kowalski Kowalczyk Wiśniewski Wójcik Kamiński Lewandowski Zieliński
Szymański Woźniak Dąbrowski Mazur Krawczyk Kaczmarek Piotrowski Grabowski Pawlak Wilk Novák Svoboda Dvořák Černý
Procházka Kučera Veselý Horák Němec Nagy Kovács Tóth Szabó Horváth Varga Molnár Németh Farkas Balogh Papp Takács
Juhász Popescu Popa Radu Dumitru Stan Stoica Georgiou Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın
Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Khan Ahmed Hussain Malik Iqbal Chaudhry Qureshi
Siddiqui Ansari Shaikh Mirza Akhtar Rahman Hossain Begum Chowdhury Sharma Singh Kumar Gupta Patel Shah Mehta
Desai Joshi Iyer Nair Menon Reddy Rao Pillai Banerjee Chatterjee Mukherjee Bose Ghosh Sen Das Dutta Verma Mishra Pandey
Tiwari Yadav Jain Agarwal Kapoor Khanna Malhotra Chopra Bhatt Kulkarni Patil Deshmukh Naidu Sundaram Krishnan
Subramanian Venkatesan Perera Fernando Silva Wickramasinghe Bandara Thapa Gurung Shrestha Tamang Rai Wang Zhang Liu
Chen Yang Huang Zhao Zhou Xu Zhu Guo Lin Luo Zheng Liang Xie Tang Deng Xiao Feng Cheng Cao Peng Zeng Chan Wong Cheung
Leung Lam Lau Ng Yeung Tsang Kwok Ho Chow Lim Tan Goh Ong Koh Teo Sim Kim Choi Jeong Jung Kang Cho Yoon Jang Lim
Han Seo Kwon Hwang Ahn Sato Suzuki Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada
Sasaki Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Yamazaki Mori Abe Ikeda Hashimoto Ishikawa Nakajima Maeda
Fujita Ogawa Goto Okada Hasegawa Murakami Kondo Ishii Saito Sakamoto Endo Aoki Fujii Nishimura Fukuda Ota Miura Okamoto
Matsuda Nakano Nguyen Nguyễn Tran Trần Pham Phạm Hoang Huynh Phan Vu Vo Dang Bui Ngo Duong Bautista
Ocampo Garcia Mendoza Dela-Cruz Villanueva Aquino Castillo Manalo Mohamed Ahmad Hassan Hussein Ali Ibrahim
Mahmoud Abdullah Saleh Khalil Mansour Haddad Khoury Nasser Farah Aziz Saeed Hamdan Awad Najjar Qasim Bakr Othman Osman
Bouazizi Benali Amrani Idrissi Alaoui Bennani Tazi Cherif Diop Ndiaye Sow Diallo Ba Barry Traoré Keita Coulibaly
Touré Konaté Kouyaté Camara Cissé Sylla Bah Ouédraogo Sawadogo Kaboré Mensah Owusu Boateng Asante Appiah Osei Agyeman
Addo Ofori Okafor Okoye Eze Nwosu Obi Okonkwo Adeyemi Adebayo Ogunleye Balogun Abubakar Bello Mohammed Usman Mwangi
Kamau Njoroge Otieno Ochieng Odhiambo Wanjiru Kimani Kariuki Mutua Kiprop Cheruiyot Tesfaye Bekele Girma Kebede Alemu
Nkosi Dlamini Ndlovu Khumalo Mokoena Zulu Mthembu Naidoo Botha Pretorius Venter Nel Moyo Ncube Sibanda Chirwa Banda
Phiri Mwale Tembo Kapua Hosseini Ahmadi Mohammadi Rezaei Karimi Jafari Moradi Rahimi Hakimi Noori Karzai Ivanov Smirnov
Kuznetsov Popov Sokolov Lebedev Kozlov Novikov Morozov Petrov Volkov Melnyk Shevchenko Kovalenko Bondarenko Boyko
Tkachenko Kravchenko Oliynyk Shevchuk Koval Polishchuk Bondar Tkachuk
"""

#: Ends of surnames of many languages.
SURNAME_ENDINGS = """
ović ević ovic evic ić ovich evich ov ev ova eva yov ski ska cki cka dzki sky skaya skyi enko chuk czuk yuk czyk czak
wicz owicz ewicz shvili dze adze yan sson ssen sdóttir sdottir dottir nsen rsen lsen ksen tsen dsen opoulos opoulou
oulos akis aki idis iadis adis ides escu eanu oiu ariu oğlu oglu zadeh   quist qvist ström berger stein mann
feld thal bauer meyer maier  acher hauser enberg endez ández éndez íguez ínguez álvarez ález eira ieira inho ellini
etti elli ucci azzo acci  awa moto mura shita bayashi yama naka zaki saki kawa guchi wardena singhe sinha nathan
murthy gowda wala nko chyk ynets eţ escul aitis auskas enas ienė aitė iūnas kalns ņš nens inen lainen  skog stad
borg gaard gård strøm sund vik heim    inga  ijk ijn   """

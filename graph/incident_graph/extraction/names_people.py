"""Given names from many countries: a strong sign that two or three capitalised words name a person. Data only."""

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
"""

/** Given names that are one name in several languages: "Leon", "Lev" and "Leo" Trotsky. A class a line; general knowledge, no chapter's. */
import { plainWord, slavicReadings } from './fold';

const CLASSES = `
Abraham Avraham Abram Avram Ibrahim
Adam
Adolf Adolph Adolphe Adolfo
Agnes Agnessa Agnès Ines
Albert Alberto Albrecht Adalbert
Alexander Alexandre Alessandro Alejandro Aleksandr Alexandr Aleksander Oleksandr Alasdair Sandor Sasha
Alexandra Aleksandra Alessandra Alejandra
Alexei Aleksei Alexey Aleksey Alexis Alexius Oleksiy Alyosha
Alfred Alfredo
Alphonse Alfonso Alfons Alphonso Afonso
Anastas Anastasius
Anastasia Anastasiya Nastya
Anatoly Anatole Anatolii
Andrew Andrei Andrey André Andreas Andrés Andrea Andrzej Andrii András
Angela Angelica Anzhelika
Ann Anne Anna Anya Annie Hannah Ana
Anthony Antony Anton Antoine Antonio Antonin António Antal
Arkady Arkadii Arkadiy
Arthur Artur Arturo
Artyom Artem Artemy
August Auguste Augustus Augusto
Augustine Augustin Agustín
Barbara Varvara
Basil Vasily Vasilii Vasili Wassily Vasyl Basile Vasco
Benedict Benedetto Benito Benoît
Benjamin Veniamin Benjamín Binyamin
Bernard Bernhard Bernardo
Boris Borys
Bruno
Camille Camillo Camilo
Catherine Katherine Katharine Ekaterina Yekaterina Catalina Caterina Katarina Katarzyna Katya Kate
Cecil Cecilio
Charles Karl Carl Carlos Carlo Karel Karol Charlie
Charlotte Carlotta Carlota
Christian Cristian Christiaan Kristian
Christopher Christoph Christophe Cristóbal Cristoforo Krzysztof
Clara Klara Claire Clare
Claude Claudius Claudio
Clement Klement Clemente Kliment Klim
Constantine Konstantin Constantin Constantino Kostya
Cyril Kirill Kyrylo Cyrille
Daniel Daniil Danilo Danylo Daniele
David Davide Davyd
Demyan Damian
Dennis Denis Denys Dionysius
Dmitry Dmitri Dmitrii Dmitriy Dimitri Dmytro Demetrius
Dominic Dominique Domingo Domenico
Dorothy Dorothea Darya Daria
Edmund Edmond Edmundo
Edward Eduard Édouard Eduardo Edoardo
Eleanor Eleonora Éléonore Leonor
Elena Helen Helena Hélène Yelena Olena Jelena Lena
Elias Ilya Elijah Ilia Élie Illia
Elizabeth Elisabeth Elizaveta Yelizaveta Isabel Isabella Elisabetta Élisabeth Erzsébet
Emil Émile Emilio Emilian
Emmanuel Manuel Immanuel Emanuel Emanuele
Eric Erich Erik
Ernest Ernst Ernesto
Eugene Evgeny Yevgeny Evgenii Eugen Eugène Eugenio Yevhen
Eugenia Evgenia Yevgenia Eugénie
Eva Eve Evita
Felix Feliks Félix Felice
Ferdinand Fernando Ferdinando Hernán
Fidel
Francis Francois François Franz Francisco Francesco Ferenc Franciszek František Frans
Frances Francisca Françoise Francesca Franziska
Frederick Friedrich Fredrick Frédéric Federico Frederic Frederik Fryderyk Fritz Fred
Fyodor Fedor Theodore Theodor Théodore Teodoro Todor Fjodor
Gabriel Gavriil Gavrilo Gabriele
Galina Halyna
Gaspard Kaspar Caspar Gaspar
Genrikh Henry Heinrich Henri Enrique Enrico Hendrik Henryk Henrik Henrique
George Georg Georges Georgy Georgii Georgi Jorge Giorgio Yuri Yury Iurii Jurij Yuriy Jerzy György Gyorgy Georgios
Gerald Geraldo Gérald
Gerard Gerhard Gérard Gerardo
Gilbert Gilberto
Godfrey Gottfried Goffredo Godefroy
Gregory Grigory Grigorii Grigori Grigoriy Gregor Grégoire Gregorio Hryhoriy
Gustav Gustave Gustavo Gustaf
Guy Guido
Hans Johann John Jean Juan Ivan Giovanni Johannes Jan João Ioann Janos János Johan Ian Sean Jack
Harold Harald
Herbert Heribert
Hermann Herman German Ermanno Armand
Hubert Huberto
Hugh Hugo Hugues Ugo
Ignatius Ignace Ignaz Ignacio Ignacy Ignaty Ignazio
Igor Ihor
Inessa
Irene Irina Iryna Irène
Isaac Isaak Itzhak Yitzhak
Jacob Yakov Iakov Jakob James Jacques Jaime Giacomo Jakub Jacobo Diego Santiago
Jane Joan Joanna Jeanne Johanna Juana Giovanna Ioanna Zhanna Janet Jean
Jeremy Jeremiah Yeremey Jérémie
Joachim Joaquín Joaquin Akim Gioacchino
Joseph Josef Iosif Josif Yosif Giuseppe José Jozef Józef Jossif Ioseb Joe Osip Jose
Josephine Joséphine Josefina Josefa
Judith Yudif Judit
Julia Yulia Yuliya Julie Giulia Iuliia
Julian Julien Juliano Yulian
Julius Jules Julio Giulio Yuly Yulii Iulii Juliusz
Justin Justinian
Konrad Conrad Corrado
Larissa Larisa
Lavrenty Lavrentiy Lavrentii Laurence Lawrence Lorenz Lorenzo Laurent Lavrenti
Lazar Lazarus Lázaro Lazare
Leo Lev Leon Léon León Leone Leib Leiba Lew
Leonard Leonhard Leonardo Léonard
Leonid Leonide Leonidas
Leopold Léopold Leopoldo
Louis Ludwig Luis Luigi Lewis Lodewijk Ludvig Lajos Ludwik
Louise Luisa Luise
Lucy Lucia Lucie Luzia
Luke Lucas Luca Lukas Luka
Lydia Lidia Lidiya
Magdalena Magdalene Madeleine
Marc Marcus Marco Marcos Markus
Margaret Margarita Marguerite Margarethe Margherita
Maria Mary Marie Mariya María Maryam Miriam Masha
Marina Maryna
Martin Martín Martino Márton
Martha Marta Marthe
Matthew Matthias Matvei Matvey Matthieu Mateo Matteo Mateusz
Maurice Moritz Mauricio Maurizio Mauricy
Maxim Maksim Maxime Maximus Maksym
Maximilian Maximilien Massimiliano Maximiliano
Michael Mikhail Mihail Mikhael Michel Miguel Michele Michal Michał Mykhailo Misha Mihály Mihail
Moses Moisei Moisey Moishe Moïse Moshe
Nadezhda Nadia Nadya Nadine Nadezda
Natalia Natalya Nataliya Natalie Natasha
Nicholas Nikolai Nikolay Nikolaj Nicolas Nicolai Nicolás Niccolò Nicola Nikola Mykola Nikolaus Miklós Mikołaj Nicolae
Nikita Mykyta Nicetas
Nina
Oleg Oleh
Olga Olha Helga
Oliver Olivier Oliverio
Oscar Oskar
Oswald Osvaldo
Patrick Patricio Patrice
Paul Pavel Pablo Paolo Pavlo Pál Paulo
Pauline Paulina Paola Polina
Peter Pyotr Petr Piotr Pierre Pedro Pietro Petro Péter Pjotr
Philip Philipp Philippe Felipe Filipp Filippo Filip
Pius Pio
Prosper Prospero
Rafael Raphael Raffaele Raffaello
Raymond Raimundo Raymundo Ramón Raimondo
Raisa Raissa
Richard Ricardo Riccardo
Robert Roberto
Roderick Rodrigo
Roger Rogelio Ruggero Rüdiger
Roland Orlando Rolando
Roman
Rosa Roza Rosalia
Rudolf Rudolph Rodolfo Rodolphe
Salvador Salvatore Sauveur
Samuel Samuil Samuele
Semyon Semen Simon Simeon Simón Szymon Simone Shimon
Sergei Sergey Serge Sergius Sergio Serhiy Sergii Serhii
Sigmund Siegmund Zygmunt Sigismund Sigismond
Sophia Sofia Sophie Sofya Zofia Sofiya
Stanislav Stanislaw Stanisław Stanislas Stanislaus
Stephen Steven Stepan Stefan Stephan Étienne Esteban Stefano István Istvan Štefan
Susan Susanna Suzanne Susana
Sylvester Silvester Silvestre
Svetlana
Tamara
Tatiana Tatyana Tatjana
Theresa Teresa Thérèse Therese
Thomas Tomás Tommaso Tomas Foma Tomasz
Timothy Timofei Timofey Timothée Tymofiy
Ulrich Ulrik Ulric
Valentin Valentine Valentino
Valentina
Valerian Valerien
Valery Valerii Valeriy Valerio
Vera Wera Viera
Victor Viktor Vittorio Víctor
Victoria Viktoria Vittoria Viktoriya
Vincent Vincente Vicente Vincenzo Vikenty
Vissarion Bessarion
Vitaly Vitali Vitalii
Vladimir Wladimir Volodymyr Włodzimierz Vladimír Volodya
Vladislav Wladyslaw Władysław Ladislas Ladislaus László
Vsevolod
Vyacheslav Viacheslav Wenceslas Václav Wenzel Wacław
Walter Gualtiero Gauthier
William Wilhelm Guillaume Guillermo Guglielmo Willem Vilém Vilhelm Vilmos
Wolfgang
Xenia Ksenia Kseniya
Yaroslav Jaroslav Jarosław Iaroslav
Yegor Egor
Yefim Efim Yefrem Efrem Ephraim
Yemelyan Emelyan Emelian
Zinaida Zinaïda
Zachary Zakhar Zacharias Zacharie
Zoe Zoya Zoia
`; // James is in Jacob's line because the historians' Jacques and Jaime are; a shared class only forgives, it never finds.

/** First letters of every form of the name, in lower case: J and I for Joseph and Iosif. */
export function givenNameInitials(word: string): readonly string[] {
  const own = plainWord(word)[0] ?? '';
  const others = givenNameClasses(word);
  return others.length === 0 ? [own] : [...new Set([own, ...others.flatMap((index) => initials![index]!)])];
}

let initials: readonly (readonly string[])[] | undefined;
let classes: ReadonlyMap<string, readonly number[]> | undefined;
let bySlavicReading: ReadonlyMap<string, readonly number[]> | undefined;

function build(): void {
  const plain = new Map<string, number[]>();
  const slavic = new Map<string, number[]>();
  const add = (map: Map<string, number[]>, key: string, index: number): void => {
    const list = map.get(key);
    if (!list) map.set(key, [index]);
    else if (!list.includes(index)) list.push(index);
  };
  const lines = CLASSES.trim().split('\n');
  initials = lines.map((line) => [...new Set(line.split(' ').map((name) => plainWord(name)[0]!))]);
  lines.forEach((line, index) => {
    for (const name of line.split(' ')) {
      add(plain, plainWord(name), index);
      add(slavic, slavicReadings(name)[0]!, index);
    }
  });
  classes = plain;
  bySlavicReading = slavic;
}

/** The classes of names that this given name belongs to, in any of its romanisations; empty where it is none that is known. */
export function givenNameClasses(word: string): readonly number[] {
  if (!classes) build();
  return classes!.get(plainWord(word)) ?? bySlavic(word);
}

function bySlavic(word: string): readonly number[] {
  for (const reading of slavicReadings(word)) {
    const found = bySlavicReading!.get(reading);
    if (found) return found;
  }
  return NONE;
}

const NONE: readonly number[] = [];

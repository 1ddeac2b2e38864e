/** One result of a search, drawn as a clipping: the date, the headline, the sentence that matches. */

/** The site's root, under whatever path it stands. */
const ROOT = new URL("../", import.meta.url);
const SENTENCE_ID = /^s\d+$/;

/** Returns the list item of an article as Pagefind knows it. Nothing of it is taken as mark-up. */
export function drawResult(article) {
  const { meta } = article;
  const address = new URL((article.raw_url ?? article.url).replace(/^\//, ""), ROOT);
  const sentence = matchingSentence(article);
  const item = element("li", "entry");
  const when = element("p", "when");
  when.append(dateOf(meta));
  const what = element("div", "what");
  const headline = element("p", isShouted(meta.title) ? "headline shouted" : "headline");
  setLanguage(headline, meta);
  headline.append(linkTo(address, meta.title));
  const passage = element("p", "lede");
  setLanguage(passage, meta);
  if (sentence) {
    const link = linkTo(new URL(`#${sentence.id}`, address), "");
    link.className = "evidence";
    link.append(...sentence.pieces);
    passage.append(link);
  } else {
    passage.append(...piecesOfExcerpt(article.excerpt));
  }
  what.append(headline, passage);
  if (meta.publisher) what.append(element("p", "publisher", meta.publisher));
  what.append(...remarksOf(meta));
  item.append(when, what);
  return item;
}

/** The editor's remarks stand wherever the article is shown. */
function remarksOf(meta) {
  return Object.entries({ Correction: meta.correction, "Editor’s note": meta.note })
    .filter(([, remark]) => remark)
    .map(([heading, remark]) => {
      const made = element("span", "remark");
      made.append(element("b", "", `${heading}:`), " ", element("bdi", "", remark));
      return made;
    });
}

/**
 * Returns the first of the sentences that hold the most matches, as Pagefind's words between two
 * sentence anchors, or nothing if no match lies in a sentence.
 */
function matchingSentence(article) {
  const anchors = article.anchors
    .filter((anchor) => SENTENCE_ID.test(anchor.id))
    .sort((a, b) => a.location - b.location);
  const words = article.content.split(/\s+/);
  const matches = new Set(article.locations);
  let best;
  for (const [index, anchor] of anchors.entries()) {
    const next = anchors[index + 1]?.location ?? words.length;
    const end = Math.min(next, anchor.location + lengthOf(anchor.text, words.length));
    let count = 0;
    for (const location of matches) if (location >= anchor.location && location < end) count++;
    if (count > (best?.count ?? 0)) best = { id: anchor.id, start: anchor.location, end, count };
  }
  if (!best) return undefined;
  return { id: best.id, pieces: piecesOfSentence(words, matches, best) };
}

/** A crosshead may follow a sentence, so its length is that of its own words, where Pagefind has them. */
function lengthOf(text, otherwise) {
  const words = text?.trim() ?? "";
  return words === "" ? otherwise : words.split(/\s+/).length;
}

/** A longer stretch is cut around its first match. */
const MOST_WORDS = 60;

function piecesOfSentence(words, matches, { start, end }) {
  const first = [...matches]
    .filter((match) => match >= start && match < end)
    .sort((a, b) => a - b)[0];
  const from = end - start > MOST_WORDS ? Math.max(start, first - MOST_WORDS / 4) : start;
  const to = Math.min(end, from + MOST_WORDS);
  const pieces = from > start ? ["… "] : [];
  for (let index = from; index < to; index++) {
    const word = words[index] ?? "";
    pieces.push(...(matches.has(index) ? marked(word) : [word]), " ");
  }
  if (to < end) pieces.push("…");
  return pieces;
}

/** The word without the marks that stand at its ends. */
const WORD = /^(?<before>[^\p{L}\p{N}]*)(?<core>.*[\p{L}\p{N}])(?<after>[^\p{L}\p{N}]*)$/u;

function marked(word) {
  const { before = "", core = word, after = "" } = WORD.exec(word)?.groups ?? {};
  return [before, element("mark", "", core), after];
}

/** Pagefind's excerpt is text with `<mark>` around matches and its own `<` and `>` written out. */
function piecesOfExcerpt(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/).map((piece) => {
    const match = /^<mark>(.*)<\/mark>$/.exec(piece);
    return match ? element("mark", "", unescaped(match[1])) : unescaped(piece);
  });
}

const WRITTEN_OUT = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };

function unescaped(text) {
  return text.replace(/&(?:lt|gt|amp|quot|#39);/g, (mark) => WRITTEN_OUT[mark]);
}

function isShouted(headline) {
  return /\p{Lu}/u.test(headline) && !/\p{Ll}/u.test(headline);
}

function dateOf(meta) {
  if (!meta.date) return document.createTextNode(meta.dateLabel ?? "undated");
  const time = element("time", "", meta.dateLabel);
  time.dateTime = meta.date;
  return time;
}

function linkTo(address, text) {
  const link = element("a", "", text);
  link.href = address.href;
  return link;
}

function setLanguage(made, meta) {
  if (meta.language && meta.language !== "und" && meta.language !== document.documentElement.lang)
    made.lang = meta.language;
  if (meta.direction) made.dir = meta.direction;
}

function element(name, kind, text) {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Which phrases speak for and against which topics? (stage 4, recognise) */
import type { TopicDefinition } from "../../model.ts";
import { shippedTopics } from "../../words/topics.ts";
import { type PhraseTrie, phraseTrie, type Spelling, spellingOf } from "./phrase-trie.ts";

/** A phrase and all that it says. */
export interface Phrase {
  /** A single word without a capital, which may be part of a name. */
  readonly isWord: boolean;
  readonly uses: readonly PhraseUse[];
}

/** What a phrase says of one topic. */
export interface PhraseUse {
  /** Index in the list of definitions. */
  readonly topic: number;
  /** What it counts where it stands once in the body; below zero where it speaks against the topic. */
  readonly value: number;
  /** A common word that stands in articles about anything. */
  readonly isWeak: boolean;
}

/** A list of definitions, ready for many documents. */
export interface Compiled {
  /** All phrases, and those that hold in any language: the editor's own. */
  readonly all: PhraseTrie<Phrase>;
  readonly own: PhraseTrie<Phrase> | undefined;
  /** By topic, the indexes of its broader topics in the list, the nearest first. */
  readonly broader: readonly (readonly number[])[];
}

/** A phrase of several words says more than a single one. */
const SEVERAL_WORDS = 1.65;
const WEAK = 0.4;
const AGAINST = 1.5;
const CAPITAL = /\p{Lu}/u;
/** Phrases of the built-in topics: the German "war" is no war, so that they are looked for in English only. */
const ENGLISH_PHRASES: ReadonlySet<readonly string[]> = new Set(
  shippedTopics.map(({ phrases }) => phrases),
);

const compiled = new WeakMap<readonly TopicDefinition[], Compiled>();

/** Returns the definitions ready for use; made once for each list. */
export function compile(topics: readonly TopicDefinition[]): Compiled {
  const known = compiled.get(topics);
  if (known) return known;
  const own = topics.map(withoutShipped);
  const result = {
    all: trieOf(topics),
    own: own.some(({ phrases }) => phrases.length > 0) ? trieOf(own) : undefined,
    broader: broaderOf(topics),
  };
  compiled.set(topics, result);
  return result;
}

type Said = Pick<PhraseUse, "topic" | "isWeak"> & { readonly isAgainst: boolean };

/** What the editor has added to a topic that ships; a topic of the editor's own as it is. */
function withoutShipped(topic: TopicDefinition): TopicDefinition {
  const shipped = topic.shipped ?? topic.phrases;
  if (!ENGLISH_PHRASES.has(shipped)) return topic;
  const { against: _, ...rest } = topic;
  const known = new Set(shipped);
  return { ...rest, phrases: topic.phrases.filter((phrase) => !known.has(phrase)) };
}

/** The less a phrase counts the more topics share it. */
function trieOf(topics: readonly TopicDefinition[]): PhraseTrie<Phrase> {
  const saying = new Map<string, Said[]>();
  const spellings = new Map<string, Spelling>();
  topics.forEach((definition, topic) => {
    const { phrases, weak = [], against = [] } = definition;
    const common = new Set(weak);
    for (const phrase of distinct(phrases, spellings))
      say(saying, phrase, { topic, isWeak: common.has(phrase), isAgainst: false });
    for (const phrase of distinct(against, spellings))
      say(saying, phrase, { topic, isWeak: false, isAgainst: true });
  });
  const trie = phraseTrie<Phrase>();
  for (const [phrase, said] of saying)
    trie.add(spellings.get(phrase) ?? spellingOf(phrase), meaningOf(phrase, said));
  return trie;
}

function say(saying: Map<string, Said[]>, phrase: string, said: Said): void {
  const uses = saying.get(phrase);
  if (uses) uses.push(said);
  else saying.set(phrase, [said]);
}

/** Leaves out what another phrase of the list finds anyway, so that one word is not counted as two. */
function distinct(phrases: readonly string[], spellings: Map<string, Spelling>): readonly string[] {
  const others = new Set<string>();
  const inAnyCase = new Set<string>();
  for (const phrase of phrases) {
    const spelling = spellings.get(phrase) ?? spellingOf(phrase);
    spellings.set(phrase, spelling);
    const [own, ...more] = spelling.keys;
    if (!spelling.exactly) inAnyCase.add(own);
    for (const key of more) others.add(key);
  }
  return [...new Set(phrases)].filter((phrase) => {
    const { keys = [], exactly } = spellings.get(phrase) ?? {};
    const [own = ""] = keys;
    return !others.has(own) && !(exactly && inAnyCase.has(own));
  });
}

function meaningOf(phrase: string, said: readonly Said[]): Phrase {
  const hasSeveral = phrase.includes(" ");
  const shared = Math.sqrt(said.filter(({ isAgainst }) => !isAgainst).length);
  return {
    isWord: !hasSeveral && !CAPITAL.test(phrase),
    uses: said.map(({ topic, isWeak, isAgainst }) => ({
      topic,
      isWeak,
      value: isAgainst
        ? -AGAINST
        : ((isWeak ? WEAK : 1) * (hasSeveral ? SEVERAL_WORDS : 1)) / shared,
    })),
  };
}

/** A topic that is broader than itself by way of others is broader than none. */
function broaderOf(topics: readonly TopicDefinition[]): readonly (readonly number[])[] {
  const indexes = new Map(topics.map(({ id }, index) => [id, index]));
  return topics.map((topic, index) => {
    const chain: number[] = [];
    let at = topic.broader === undefined ? undefined : indexes.get(topic.broader);
    while (at !== undefined && at !== index && !chain.includes(at)) {
      chain.push(at);
      const above = topics[at]?.broader;
      at = above === undefined ? undefined : indexes.get(above);
    }
    return chain;
  });
}

/** Which topics ship with the program? */
import type { TopicDefinition } from "../model.ts";
import arts from "./topics-arts.json" with { type: "json" };
import business from "./topics-business.json" with { type: "json" };
import conflict from "./topics-conflict.json" with { type: "json" };
import crime from "./topics-crime.json" with { type: "json" };
import disasters from "./topics-disasters.json" with { type: "json" };
import education from "./topics-education.json" with { type: "json" };
import environment from "./topics-environment.json" with { type: "json" };
import health from "./topics-health.json" with { type: "json" };
import labour from "./topics-labour.json" with { type: "json" };
import leisure from "./topics-leisure.json" with { type: "json" };
import people from "./topics-people.json" with { type: "json" };
import politics from "./topics-politics.json" with { type: "json" };
import religion from "./topics-religion.json" with { type: "json" };
import science from "./topics-science.json" with { type: "json" };
import society from "./topics-society.json" with { type: "json" };
import sport from "./topics-sport.json" with { type: "json" };
import weather from "./topics-weather.json" with { type: "json" };

/** A concept as the files have it: `weak` are further phrases, common words; `broader` is the nearest of its parents that ships. */
interface Concept extends TopicDefinition {
  readonly code: string;
  /** The top-level concept, in whose file it stands. */
  readonly root: string;
}

/**
 * The concepts of IPTC Media Topics (codes, labels, scope notes: CC BY 4.0, IPTC) that the program knows, with phrases written
 * for it; the common words come behind the others.
 */
export const shippedTopics: readonly TopicDefinition[] = [
  arts.topics,
  crime.topics,
  disasters.topics,
  business.topics,
  education.topics,
  environment.topics,
  health.topics,
  people.topics,
  labour.topics,
  leisure.topics,
  politics.topics,
  religion.topics,
  science.topics,
  society.topics,
  sport.topics,
  conflict.topics,
  weather.topics,
].flatMap((concepts: readonly Concept[]) =>
  concepts.map(
    ({ phrases, weak = [], ...concept }): TopicDefinition => ({
      ...concept,
      phrases: [...phrases, ...weak],
      weak,
    }),
  ),
);

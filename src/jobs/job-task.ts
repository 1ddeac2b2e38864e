/** What can be done apart from the rest of a build? Types of what a job is told, besides the portions that it works on. */
import type { TopicDefinition } from "../model.ts";
import type { SiteFrame } from "../page-model.ts";

/** What a job does. */
export type JobTask = RecognitionTask | DrawingTask | IndexingTask;

/** Recognises documents: a portion is a `NewsDocument` as JSON, by its key; what comes of it are `Annotations` under the same key. */
export interface RecognitionTask {
  readonly step: "recognise";
  /** The archive's topics, where they are not those that ship. */
  readonly topics?: readonly TopicDefinition[];
}

/** Draws pages: a portion is a `Page` as JSON, by its digest; what comes of it is HTML under the same digest. */
export interface DrawingTask {
  readonly step: "draw";
  readonly frame: SiteFrame;
}

/** Makes the index of one shard: a portion is what is searched of a page, by its path; what comes of it are the index's files. */
export interface IndexingTask {
  readonly step: "index";
  readonly shard: { readonly name: string; readonly count: number };
  readonly language: string;
}

/** The steps of a build whose work can be shared out, in their order. */
export type JobStep = JobTask["step"];

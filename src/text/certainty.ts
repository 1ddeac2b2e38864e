/** From which confidence on is a claim shown without doubt? For the stages that attribute and that show. */

/** Returns whether a confidence, 0 to 1, is enough to name a speaker without a "probably". */
export function isSure(confidence: number): boolean {
  return confidence >= SURE;
}

const SURE = 0.9;

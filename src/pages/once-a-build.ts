/** What is worked out from the whole archive, needed by many pages, and worked out once? Stage 6. */
import type { PageContext } from "./context.ts";

/** Returns a look-up that is made when a page first asks for it; all other pages of the build get the same. */
export function onceABuild<Made extends object>(
  make: (context: PageContext) => Made,
): (context: PageContext) => Made {
  const byContext = new WeakMap<PageContext, Made>();
  return (context) => {
    const made = byContext.get(context) ?? make(context);
    byContext.set(context, made);
    return made;
  };
}

/** Which of a command's actions is meant: the `merge` of `backfile person merge`? */
import { CliError } from "../text/cli-error.ts";
import { nearestWord } from "../text/nearest.ts";
import type { Options } from "./command.ts";

/** What a command can do, by the words typed for it, and which options go with some of them only. */
interface CommandActions<Action extends string> {
  /** `person`. */
  readonly command: string;
  readonly actions: readonly Action[];
  readonly own: readonly (readonly [option: keyof Options, readonly Action[]])[];
}

/** Returns the action that the first word names. Throws a `CliError` if it names none, or an option goes with others. */
export function actionOf<Action extends string>(
  options: Options,
  { command, actions, own }: CommandActions<Action>,
): Action {
  const [typed = ""] = options.files;
  const action = actions.find((one) => one === typed);
  if (action === undefined) throw new CliError(unknownAction(command, typed, actions));
  for (const [option, allowed] of own) {
    const isTyped = options[option] !== undefined && options[option] !== false;
    if (isTyped && !allowed.includes(action)) {
      throw new CliError(`--${option} goes with ${allowed.join(", ")}, not with \`${action}\``);
    }
  }
  return action;
}

function unknownAction(command: string, typed: string, known: readonly string[]): string {
  const listed = `known are ${known.join(", ")}`;
  if (typed === "") return `\`backfile ${command}\` wants to know what to do; ${listed}`;
  const meant = nearestWord(typed, known);
  const remedy = meant === undefined ? listed : `did you mean \`${meant}\`?`;
  return `\`backfile ${command}\` does not know \`${typed}\`; ${remedy}`;
}

/** What is thrown when the user erred (any stage): one line for the terminal, no stack. */

/**
 * An error of the user's making. Its message says what was expected, what was found, where, and
 * what to do, on one line; the command line prints it without a stack and exits with 1.
 * Example: `new CliError("no folder content/sources: expected article texts there; create it")`.
 */
export class CliError extends Error {
  override readonly name = "CliError";
}

/** What is thrown when the user, not the program, has something to put right? For every stage. */

/**
 * A mistake of the user's: its message is one line that says what was expected, what was found, where,
 * and what to do. The command line prints it without a stack and exits with 1.
 */
export class CliError extends Error {
  override readonly name = "CliError";
}

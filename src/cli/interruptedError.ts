/** The user stopped the command. Its message says what has been done until then; the exit code is 130. */
export class InterruptedError extends Error {
  override readonly name = "InterruptedError";
}

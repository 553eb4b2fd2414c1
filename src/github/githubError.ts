/** GitHub refused, or did not answer. The message holds its own words. */
export class GithubError extends Error {
  override readonly name = "GithubError";
  /** The HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status: number | undefined) {
    super(message);
    this.status = status;
  }
}

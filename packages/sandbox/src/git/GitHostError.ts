/** A failure with the status that it is answered with, and a sentence. */
export class GitHostError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'GitHostError';
  }
}

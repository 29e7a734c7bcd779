/** A failure as Gitea answers it. */
export class GiteaError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'GiteaError';
  }
}

export const notFound = () =>
  new GiteaError(404, "The target couldn't be found.");

export const unauthorized = (message = 'token is required') =>
  new GiteaError(401, message);

export const unprocessable = (message: string) => new GiteaError(422, message);

import { ResponseContext, type RequestContext } from '@kubernetes/client-node';

/**
 * Sends a request with its head and its body in one write.
 *
 * The library sends by `fetch`, which writes the body when the head is under way: a process that is stopped in between would
 * send it when it goes on, to a cluster that has done with the set by then.
 */
export async function sendInOnePiece(
  context: RequestContext,
): Promise<ResponseContext> {
  const { origin, pathname, search } = new URL(context.getUrl());
  const { statusCode, headers, body } = await context.getDispatcher()!.request({
    origin,
    path: pathname + search,
    method: context.getHttpMethod().toString(),
    headers: context.getHeaders(),
    // As the library serialises it: text, or nothing.
    body: context.getBody() as string | undefined,
    signal: context.getSignal(),
  });
  const text = await body.text();
  return new ResponseContext(
    statusCode,
    Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ),
    {
      text: async () => text,
      binary: async () => Buffer.from(text),
      stream: () => new Blob([text]).stream(),
    },
  );
}

import {
  ApiException,
  KubernetesObjectApi,
  type RequestContext,
  type ResponseContext,
} from '@kubernetes/client-node';
import { sendInOnePiece } from './sendInOnePiece';

/**
 * Objects as the API server writes them. The library makes an object of a class of each, with dates for times, and drops
 * the fields that its classes do not know: what a view reads from a list would then differ from what an apply answered.
 */
export class RawObjectApi extends KubernetesObjectApi {
  /** Kinds do not change with the connection: a new one need not ask for them again. */
  withKinds(kinds: RawObjectApi['apiVersionResourceCache']): this {
    this.apiVersionResourceCache = kinds;
    return this;
  }

  protected override async requestPromise(
    context: RequestContext,
  ): Promise<any> /* of the type that the caller of the library asks for */ {
    await this.configuration.authMethods.default?.applySecurityAuthentication(
      context,
    );
    return this.processResponse(await sendInOnePiece(context));
  }

  protected override async processResponse(
    response: ResponseContext,
  ): Promise<any> /* of the type that the caller of the library asks for */ {
    const text = await response.body.text();
    if (response.httpStatusCode >= 200 && response.httpStatusCode <= 299) {
      return JSON.parse(text);
    }
    throw new ApiException(
      response.httpStatusCode,
      'Unsuccessful HTTP Request',
      text,
      response.headers,
    );
  }
}

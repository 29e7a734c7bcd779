import type { Caller } from '../../access/__testUtils__/callers';
import type { ComposedPortal } from '../../access/__testUtils__/ComposedPortal';

/** What a tool answers: a text, and the same as JSON when it worked. */
export type ToolAnswer = {
  content: Array<{ type: 'text'; text: string }>;
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
};

/** An assistant of somebody: speaks MCP over HTTP with the token of its person, each call by itself. */
export class AssistantClient {
  constructor(
    private readonly portal: ComposedPortal,
    private readonly person: Caller,
  ) {}

  async listTools(): Promise<string[]> {
    const { tools } = (await this.call('tools/list', {})) as {
      tools: Array<{ name: string }>;
    };
    return tools.map(({ name }) => name);
  }

  async use(name: string, input: object): Promise<ToolAnswer> {
    const params = { name, arguments: input };
    return (await this.call('tools/call', params)) as ToolAnswer;
  }

  /** Sends one message of JSON-RPC. */
  send(method: string, params: object): Promise<Response> {
    return this.portal.send(
      this.person,
      new Request(`${this.portal.url}/api/mcp-actions/v1`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      }),
    );
  }

  private async call(method: string, params: object): Promise<unknown> {
    const response = await this.send(method, params);
    const text = await response.text();
    // The answer is the one event of a stream.
    const data = text.split('\n').find(line => line.startsWith('data: '));
    if (!response.ok || !data) throw new Error(`${response.status}: ${text}`);
    const { result, error } = JSON.parse(data.slice('data: '.length));
    if (error) throw new Error(error.message);
    return result;
  }
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { countWithAnthropic } from '../../../src/node/provider/countWithAnthropic.ts';

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

/** A real server on this machine in place of the provider. */
async function startServer(handle: Handler): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    handle(request, body, response);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function count(api: string, signal = new AbortController().signal): Promise<number> {
  return countWithAnthropic('héllo', 'claude-sonnet-5', 'sk-secret', signal, api);
}

describe('countWithAnthropic', () => {
  it('sends one text and gives the count', async () => {
    const seen: unknown[] = [];
    const api = await startServer(({ url, method, headers }, body, response) => {
      seen.push(url, method, headers['x-api-key'], headers['anthropic-version'], JSON.parse(body));
      response.end('{"input_tokens": 12, "more": 1}');
    });
    expect(await count(api)).toBe(12);
    const message = { model: 'claude-sonnet-5', messages: [{ role: 'user', content: 'héllo' }] };
    expect(seen).toEqual(['/v1/messages/count_tokens', 'POST', 'sk-secret', '2023-06-01', message]);
  });

  it.each([
    [401, '{"error":{"message":"invalid x-api-key"}}', 'Anthropic refused (401): invalid x-api-key'],
    [500, '<html>', 'Anthropic refused (500): an answer that is not understood'],
    [200, '{"input_tokens": "12"}', 'Anthropic refused (200): an answer that is not understood'],
    [200, '{"input_tokens": -1}', 'Anthropic refused (200): an answer that is not understood'],
  ])('explains an answer %d %s, without the key', async (status, body, message) => {
    const api = await startServer((_request, _body, response) => response.writeHead(status).end(body));
    await expect(count(api)).rejects.toThrow(message);
    await expect(count(api)).rejects.not.toThrow('sk-secret');
  });

  it('follows no redirection', async () => {
    const api = await startServer((_request, _body, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:1/elsewhere' }).end(),
    );
    await expect(count(api)).rejects.toThrow('Anthropic could not be reached');
  });

  it('says when nobody answers, and stops when told to', async () => {
    await expect(count('http://127.0.0.1:1')).rejects.toThrow('Anthropic could not be reached');
    const controller = new AbortController();
    const api = await startServer(() => controller.abort(new Error('enough')));
    await expect(count(api, controller.signal)).rejects.toThrow('enough');
  });
});

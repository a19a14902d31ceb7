import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseFault } from './faults';
import type { Sandbox, SandboxResponse } from './sandbox';

export interface SandboxServer {
  /** http://127.0.0.1:PORT */
  url: string;
  close(): Promise<void>;
}

/** A policy document may have 131,072 characters, each three bytes long when encoded. */
const MAX_BODY_BYTES = 1024 * 1024;
const LOOPBACK = '127.0.0.1';

/**
 * Serves the sandbox to any AWS client of this machine. Port 0 takes a free one. It listens on the
 * loopback address only and refuses requests with a foreign Host (DNS rebinding) or Origin (a web
 * page). Rejects with Node's error when the port cannot be had (EADDRINUSE).
 */
export async function serveSandbox(sandbox: Sandbox, port: number): Promise<SandboxServer> {
  const server = createServer((request, response) => {
    void respond(sandbox, request).then(
      (answer) => send(response, answer),
      // Only the faults that lose a connection come here.
      () => request.socket.destroy(),
    );
  });
  server.keepAliveTimeout = 60_000;
  await listen(server, port);
  const { port: actualPort } = server.address() as AddressInfo;
  return {
    url: `http://${LOOPBACK}:${actualPort}`,
    close: () => close(server),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function respond(sandbox: Sandbox, request: IncomingMessage): Promise<SandboxResponse> {
  const port = request.socket.localPort ?? 0;
  if (!isOwn(request.headers.host, port) || !isOwnOrigin(request.headers.origin, port)) {
    return text(403, 'The practice account answers programs of this machine only.');
  }
  const url = new URL(request.url ?? '/', `http://${LOOPBACK}`);
  const body = await readBody(request);
  if (body === undefined) return text(413, `A request has at most ${MAX_BODY_BYTES} bytes.`);
  if (url.pathname.startsWith('/_sandbox/')) {
    return control(sandbox, `${request.method ?? ''} ${url.pathname}`, body);
  }
  return sandbox.handle({
    path: url.pathname + url.search,
    body: body === '' ? url.search.slice(1) : body,
    authorization: request.headers.authorization,
  });
}

/** What is not IAM: calls for tests and demonstrations. */
async function control(sandbox: Sandbox, call: string, body: string): Promise<SandboxResponse> {
  switch (call) {
    case 'POST /_sandbox/reset':
      await sandbox.reset();
      return text(204, '');
    case 'POST /_sandbox/faults':
      try {
        sandbox.addFault(parseFault(body));
        return text(204, '');
      } catch (error) {
        return text(400, error instanceof Error ? error.message : 'Not a fault.');
      }
    case 'DELETE /_sandbox/faults':
      sandbox.clearFaults();
      return text(204, '');
    default:
      return text(404, 'There are POST /_sandbox/reset, POST and DELETE /_sandbox/faults.');
  }
}

function isOwn(host: string | undefined, port: number): boolean {
  return host !== undefined && [`127.0.0.1:${port}`, `localhost:${port}`].includes(host);
}

function isOwnOrigin(origin: string | undefined, port: number): boolean {
  return origin === undefined || (origin.startsWith('http://') && isOwn(origin.slice(7), port));
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function text(status: number, body: string): SandboxResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

function send(response: ServerResponse, answer: SandboxResponse): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.status === 204 ? {} : { 'content-length': body.length }),
  });
  response.end(body);
}

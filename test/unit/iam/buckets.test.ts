import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { IamClient, type IamClientOptions } from '../../../src/iam/client';
import { isIamError } from '../../../src/iam/errors';
import type { RequestHandler } from '../../../src/iam/sdk';
import { TestClock } from './practice';

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

const answer = (buckets: string, rest = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>1</ID></Owner><Buckets>${buckets}</Buckets>${rest}</ListAllMyBucketsResult>`;
const bucket = (name: string): string =>
  `<Bucket><CreationDate>2024-01-01T00:00:00.000Z</CreationDate><Name>${name}</Name></Bucket>`;

function clientFor(options: Partial<IamClientOptions>): IamClient {
  return new IamClient({
    region: 'us-east-1',
    readOnly: true,
    readCredentials: () =>
      Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: SECRET, sessionToken: 'token' }),
    clock: new TestClock(),
    ...options,
  });
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  text: string;
}

interface Received {
  url: string;
  headers: http.IncomingHttpHeaders;
}

/** The signature as AWS describes it, worked out from what was received. */
function signatureOf({ url, headers }: Received): string {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const query = [...searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const values = signed.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const payload = String(headers['x-amz-content-sha256']);
  const request = ['GET', pathname, query, values.join(''), signed, payload].join('\n');
  const date = String(headers['x-amz-date']);
  const scope = `${date.slice(0, 8)}/us-east-1/s3/aws4_request`;
  const digest = createHash('sha256').update(request).digest('hex');
  const key = scope
    .split('/')
    .reduce<string | Buffer>(
      (k, part) => createHmac('sha256', k).update(part).digest(),
      `AWS4${SECRET}`,
    );
  return createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', date, scope, digest].join('\n'))
    .digest('hex');
}

describe('ListBuckets', () => {
  const received: Received[] = [];
  let respond: () => Answer;
  let endpoint: string;
  const server = http.createServer(({ url = '', headers }, response) => {
    received.push({ url, headers });
    const { status = 200, headers: more = {}, text } = respond();
    response.writeHead(status, { 'x-amz-request-id': 'request-1', ...more }).end(text);
  });

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => void (received.length = 0));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const list = (s3: { endpoint?: string } = { endpoint }) =>
    clientFor({ s3 }).call('ListBuckets', { MaxBuckets: 1000, ContinuationToken: 'a/b+c= d' });

  it('is signed as AWS describes it, on a read-only connection too', async () => {
    respond = () => ({
      text: answer(bucket('one') + bucket('two'), '<ContinuationToken>next</ContinuationToken>'),
    });
    const { Buckets, ContinuationToken } = await list();
    assert.deepEqual(Buckets, [
      { Name: 'one', BucketArn: 'arn:aws:s3:::one' },
      { Name: 'two', BucketArn: 'arn:aws:s3:::two' },
    ]);
    assert.equal(ContinuationToken, 'next');
    const [request] = received;
    assert.ok(request);
    const { searchParams, pathname } = new URL(request.url, 'http://x');
    assert.equal(pathname, '/');
    assert.equal(searchParams.get('max-buckets'), '1000');
    assert.equal(searchParams.get('continuation-token'), 'a/b+c= d');
    assert.equal(request.headers['x-amz-security-token'], 'token');
    const signature = /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1];
    assert.equal(signature, signatureOf(request));
  });

  it('keeps the path of an endpoint', async () => {
    respond = () => ({ text: answer('') });
    assert.deepEqual((await list({ endpoint: `${endpoint}/gate/s3` })).Buckets, []);
    assert.match(received[0]?.url ?? '', /^\/gate\/s3\?/);
  });

  it('reads one bucket, none, and escaped text', async () => {
    respond = () => ({ text: answer(bucket('only')) });
    assert.deepEqual(
      (await list()).Buckets.map(({ Name }) => Name),
      ['only'],
    );
    respond = () => ({ text: answer('') });
    assert.deepEqual((await list()).Buckets, []);
    respond = () => ({ text: answer(bucket('a&amp;b')) });
    assert.deepEqual(
      (await list()).Buckets.map(({ Name }) => Name),
      ['a&b'],
    );
  });

  it('tells what is refused by the permission that is missing', async () => {
    respond = () => ({
      status: 403,
      text: '<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>1</RequestId></Error>',
    });
    await assert.rejects(list(), (error) => {
      assert.ok(isIamError(error));
      assert.equal(error.reason, 'accessDenied');
      assert.equal(error.details.permission, 's3:ListAllMyBuckets');
      assert.equal(error.details.requestId, 'request-1');
      return true;
    });
    assert.equal(received.length, 1);
  });

  for (const [what, given] of Object.entries<Answer>({
    'a sign-in page': { headers: { 'content-type': 'text/html' }, text: '<html><body>Hi</body>' },
    'an empty page': { text: '' },
    'what is no XML': { text: '{"buckets":[]}' },
    'XML of something else': { text: '<ListUsersResponse></ListUsersResponse>' },
    'a redirect': { status: 302, headers: { location: 'https://login.example/' }, text: '' },
    'a refusal in HTML': { status: 403, text: '<html>Forbidden</html>' },
  })) {
    it(`takes ${what} for nobody's list`, async () => {
      respond = () => given;
      await assert.rejects(list(), (error) => isIamError(error) && error.reason === 'notIam');
    });
  }

  it('is not sent where the connection has no S3', async () => {
    const unsupported = (error: unknown) => isIamError(error) && error.reason === 'unsupported';
    await assert.rejects(clientFor({}).call('ListBuckets', {}), unsupported);
    assert.deepEqual(received, []);
  });

  it("goes to the partition's own endpoint", async () => {
    const hosts: string[] = [];
    const handler = {
      handle: ({ protocol, hostname }: { protocol: string; hostname: string }) => {
        hosts.push(`${protocol}//${hostname}`);
        return Promise.resolve({
          response: { statusCode: 200, headers: {}, body: Buffer.from(answer(bucket('b'))) },
        });
      },
    };
    const requestHandler = () => Promise.resolve(handler as unknown as RequestHandler);
    const arns: string[] = [];
    for (const [region, useFipsEndpoint] of [
      ['us-east-1', false],
      ['cn-north-1', false],
      ['eusc-de-east-1', false],
      ['us-gov-west-1', true],
    ] as const) {
      const client = clientFor({ region, useFipsEndpoint, s3: {}, requestHandler });
      const { Buckets } = await client.call('ListBuckets', {});
      arns.push(Buckets[0]?.BucketArn ?? '');
    }
    assert.deepEqual(hosts, [
      'https://s3.us-east-1.amazonaws.com',
      'https://s3.cn-north-1.amazonaws.com.cn',
      'https://s3.eusc-de-east-1.amazonaws.eu',
      'https://s3-fips.us-gov-west-1.amazonaws.com',
    ]);
    assert.deepEqual(arns, [
      'arn:aws:s3:::b',
      'arn:aws-cn:s3:::b',
      'arn:aws-eusc:s3:::b',
      'arn:aws-us-gov:s3:::b',
    ]);
  });
});

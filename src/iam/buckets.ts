/**
 * Part of the SDK's bundle: ListBuckets of Amazon S3, signed, sent and read with the SDK's own parts.
 * The S3 client for this one call would double the bundle and the time that it takes to load.
 */
import { partition } from '@aws-sdk/core/client';
import { parseXML } from '@aws-sdk/xml-builder';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { Hash } from '@smithy/core/serde';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { notIamAnswer, readAll } from './client/sdkAnswers';
import { IamError } from './errors';
import type { Credentials, RequestHandler } from './sdk';

export interface ListBucketsInput {
  /** 1 to 10,000. */
  MaxBuckets?: number;
  ContinuationToken?: string;
}

export interface ListBucketsOutput {
  $metadata: { requestId?: string };
  Buckets: { Name: string; BucketArn: string }[];
  /** Set when there are more. */
  ContinuationToken?: string;
}

/** What is asked of S3, as the table of operations knows it. */
export interface S3Operations {
  ListBuckets: { input: ListBucketsInput; output: ListBucketsOutput };
}

/** Amazon S3 as a connection reaches it. */
export interface S3Access {
  /** Absent: AWS's own for the region. */
  endpoint?: string;
}

interface S3Settings {
  region: string;
  endpoint?: string;
  useFipsEndpoint: boolean;
  credentials: () => Promise<Credentials>;
  requestHandler: RequestHandler;
}

export interface S3Client {
  listBuckets(input: ListBucketsInput, abortSignal: AbortSignal): Promise<ListBucketsOutput>;
  /** Closes the connections that were kept. */
  destroy(): void;
}

function endpointOf({ region, endpoint, useFipsEndpoint }: S3Settings): URL {
  if (endpoint !== undefined) return new URL(endpoint);
  const host = `${useFipsEndpoint ? 's3-fips' : 's3'}.${region}`;
  return new URL(`https://${host}.${partition(region).dnsSuffix}`);
}

function requestOf(url: URL, { MaxBuckets, ContinuationToken }: ListBucketsInput): HttpRequest {
  return new HttpRequest({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    port: url.port === '' ? undefined : Number(url.port),
    path: url.pathname,
    query: {
      'x-id': 'ListBuckets',
      ...(MaxBuckets === undefined ? {} : { 'max-buckets': String(MaxBuckets) }),
      ...(ContinuationToken === undefined ? {} : { 'continuation-token': ContinuationToken }),
    },
    headers: { host: url.host, accept: 'application/xml' },
  });
}

type Element = Readonly<Record<string, unknown>>;

function elementOf(value: unknown): Element {
  return typeof value === 'object' && value !== null ? (value as Element) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The root element of an answer by its name; nothing for what is no XML, as HTML mostly is. */
function rootOf(body: Buffer, name: string): Element | undefined {
  try {
    const document = elementOf(parseXML(body.toString('utf8')));
    return name in document ? elementOf(document[name]) : undefined;
  } catch {
    return undefined;
  }
}

function refusal(error: Element, { statusCode, headers }: HttpResponse): Error {
  return Object.assign(new Error(textOf(error['Message']) ?? ''), {
    Code: textOf(error['Code']) ?? `HTTP${statusCode}`,
    $metadata: { httpStatusCode: statusCode, requestId: headers['x-amz-request-id'] },
  });
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html */
function outputOf(response: HttpResponse, body: Buffer, region: string): ListBucketsOutput {
  const error = response.statusCode >= 300 ? rootOf(body, 'Error') : undefined;
  if (error) throw refusal(error, response);
  const result = response.statusCode < 300 ? rootOf(body, 'ListAllMyBucketsResult') : undefined;
  if (!result) throw notIamAnswer(response);
  const names = [elementOf(result['Buckets'])['Bucket']]
    .flat()
    .flatMap((bucket) => textOf(elementOf(bucket)['Name']) ?? []);
  return {
    $metadata: { requestId: response.headers['x-amz-request-id'] },
    Buckets: names.map((Name) => ({
      Name,
      BucketArn: `arn:${partition(region).name}:s3:::${Name}`,
    })),
    ContinuationToken: textOf(result['ContinuationToken']),
  };
}

/** A client for one set of credentials. Without access it refuses to send, as `unsupported`. */
export function createS3Client(access: S3Access | undefined, settings: S3Settings): S3Client {
  const url = endpointOf(settings);
  // The SDK's type of a handler says less than what a client makes of it: a handler or its options.
  const handler = NodeHttpHandler.create(
    settings.requestHandler as Parameters<typeof NodeHttpHandler.create>[0],
  );
  const signer = new SignatureV4({
    service: 's3',
    region: settings.region,
    credentials: settings.credentials,
    sha256: Hash.bind(null, 'sha256'),
    uriEscapePath: false,
  });
  return {
    async listBuckets(input, abortSignal) {
      if (!access) throw new IamError('unsupported', 'This connection does not ask for buckets.');
      const request = new HttpRequest(await signer.sign(requestOf(url, input)));
      const { response } = await handler.handle(request, { abortSignal });
      return outputOf(response, await readAll(response.body), settings.region);
    },
    destroy: () => handler.destroy?.(),
  };
}

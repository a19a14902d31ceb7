import assert from 'node:assert/strict';
import { AccessAnalyzer } from '@aws-sdk/client-accessanalyzer';
import { IAM, type IAMClientConfig } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';

/** What the contract is checked against: something that answers as AWS IAM should. */
export interface Subject {
  iam: IAM;
  sts: STS;
  analyzer: AccessAnalyzer;
  /** Operations that were called, by name. */
  called: Set<string>;
  /** Clients that sign with another access key. */
  as: (accessKeyId: string) => Clients;
  /**
   * Asserts that a call is refused with this code, HTTP status and message. Messages are not part of
   * AWS's documentation, so they count for the practice account only.
   */
  refuses: (
    call: Promise<unknown>,
    code: string,
    status: number,
    message?: string | RegExp,
  ) => Promise<void>;
  /** Makes the account empty. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

interface Clients {
  iam: IAM;
  sts: STS;
  analyzer: AccessAnalyzer;
}

export interface ContractCase {
  name: string;
  /** Needs AWS's own managed policies. */
  awsPolicies?: true;
  /** Is about IAM Access Analyzer. */
  analyzer?: true;
  run(subject: Subject): Promise<void>;
}

export type ClientConfig = Pick<IAMClientConfig, 'endpoint' | 'requestHandler'>;

/** A subject that the AWS SDK reaches by `config`. */
export function subject(
  config: ClientConfig & { exactWording: boolean },
  reset: () => Promise<void>,
  close: () => Promise<void>,
): Subject {
  const { exactWording, ...client } = config;
  const called = new Set<string>();
  const as = (accessKeyId: string) => clients(client, accessKeyId, called);
  return {
    ...as('AKIAEXAMPLEEXAMPLE00'),
    called,
    as,
    refuses: (...expected) => refuses(exactWording, ...expected),
    reset,
    close,
  };
}

function clients(config: ClientConfig, accessKeyId: string, called: Set<string>): Clients {
  const options = {
    ...config,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'not-verified' },
    maxAttempts: 1,
  };
  const iam = new IAM(options);
  const sts = new STS(options);
  const analyzer = new AccessAnalyzer(options);
  const note = (command: string | undefined) => called.add(command?.replace(/Command$/, '') ?? '');
  for (const { middlewareStack } of [iam, sts, analyzer] as Pick<IAM, 'middlewareStack'>[]) {
    middlewareStack.add((next, context) => (args) => {
      note(context.commandName);
      return next(args);
    });
  }
  return { iam, sts, analyzer };
}

interface WireError extends Error {
  Code?: string;
  $metadata?: { httpStatusCode?: number };
}

/** Asserts that a call is refused with this code and HTTP status, and where wording counts, message. */
async function refuses(exactWording: boolean, ...expected: Parameters<Subject['refuses']>) {
  const [call, code, status, message] = expected;
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown as WireError,
  );
  assert.ok(error, `expected ${code}, but the call was carried out`);
  assert.equal(error.Code ?? error.name, code, error.message);
  assert.equal(error.$metadata?.httpStatusCode, status);
  if (!exactWording) return;
  if (typeof message === 'string') assert.equal(error.message, message);
  if (message instanceof RegExp) assert.match(error.message, message);
}

export const allowAll = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
});

export const trustLambda = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    },
  ],
});

/** A document of about so many characters, without white space. */
export function documentOfSize(characters: number): string {
  const resource = `arn:aws:s3:::${'b'.repeat(characters - 108)}`;
  return `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"${resource}"}]}`;
}

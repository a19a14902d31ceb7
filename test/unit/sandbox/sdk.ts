import { IAM } from '@aws-sdk/client-iam';
import { sandboxRequestHandler } from '../../../src/sandbox/requestHandler';
import type { Sandbox } from '../../../src/sandbox/sandbox';

/** The AWS SDK's client on a sandbox in this process; it sends every call once. */
export function clientOf(sandbox: Sandbox, accessKeyId = 'AKIAEXAMPLEEXAMPLE00'): IAM {
  return new IAM({
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'not-verified' },
    requestHandler: sandboxRequestHandler(sandbox),
    maxAttempts: 1,
  });
}

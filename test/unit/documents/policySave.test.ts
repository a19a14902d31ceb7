import assert from 'node:assert/strict';
import { test } from 'node:test';
import { savePolicy, SaveStopped } from '../../../src/documents/policySave';
import type { PolicyReview } from '../../../src/services';
import type { Account } from '../../../src/iam/account';
import { IamError } from '../../../src/iam/errors';
import type { PolicyRef, PolicyVersion } from '../../../src/iam/model';
import type { Prompter } from '../../../src/ui/prompts';

const inline: PolicyRef = {
  kind: 'inline',
  holder: { kind: 'group', name: 'Dash' },
  policyName: 'FullControl',
};
const managed: PolicyRef = { kind: 'managed', arn: 'arn:aws:iam::111122223333:policy/Deploy' };

function versions(count: number): PolicyVersion[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `v${index + 1}`,
    isDefault: index === 0,
    created: new Date(2026, 0, index + 1),
  }));
}

/** Runs a save and gives the calls that were made, in order. */
async function run(options: {
  ref: PolicyRef;
  review?: Partial<PolicyReview>;
  versions?: PolicyVersion[];
  answer?: (message: string) => string | undefined;
  deleteFails?: IamError;
}): Promise<string[]> {
  const calls: string[] = [];
  const account = {
    putInlinePolicy: (_holder: unknown, name: string) => Promise.resolve(calls.push(`put ${name}`)),
    listPolicyVersions: () => Promise.resolve(options.versions ?? []),
    createPolicyVersion: () => Promise.resolve(calls.push('createVersion')),
    deletePolicyVersion: (_arn: string, id: string) => {
      calls.push(`delete ${id}`);
      return options.deleteFails ? Promise.reject(options.deleteFails) : Promise.resolve();
    },
  };
  const prompts = {
    confirm: ({ message, actions }: { message: string; actions: string[] }) => {
      calls.push(`ask ${message}`);
      return Promise.resolve(options.answer ? options.answer(message) : actions[0]);
    },
  };
  await savePolicy({
    account: account as unknown as Account,
    prompts: prompts as unknown as Prompter,
    review: {
      faults: options.review?.faults ?? (() => Promise.resolve([])),
      widened: options.review?.widened ?? (() => Promise.resolve([])),
      describe: () => Promise.resolve({ sentence: '', allowsEverything: false, findings: [] }),
    },
    ref: options.ref,
    before: '{}',
    after: '{\n\n}',
  }).catch((error: unknown) => {
    calls.push(error instanceof SaveStopped ? `stopped: ${error.message}` : 'failed');
  });
  return calls;
}

test('an inline policy is replaced without a question when nothing widens', async () => {
  assert.deepEqual(await run({ ref: inline }), ['put FullControl']);
});

test('an error stops the save and names the line', async () => {
  const faults = () => Promise.resolve([{ message: 'No such action.', offset: 3 }]);
  const calls = await run({ ref: inline, review: { faults } });
  assert.deepEqual(calls, ['stopped: AWS would refuse this policy. Line 3: No such action.']);
});

test('wider access is confirmed first, and a no keeps the policy as it is', async () => {
  const widened = () => Promise.resolve(['s3:PutObject']);
  const yes = await run({ ref: inline, review: { widened } });
  assert.deepEqual(yes, ['ask Saving widens access.', 'put FullControl']);
  const no = await run({ ref: inline, review: { widened }, answer: () => undefined });
  assert.deepEqual(no, [
    'ask Saving widens access.',
    'stopped: Not saved: the wider access was not confirmed.',
  ]);
});

test('a managed policy gets a new version, without a question below five', async () => {
  assert.deepEqual(await run({ ref: managed, versions: versions(4) }), ['createVersion']);
});

test('at five versions the oldest that is not the default goes, when the person agrees', async () => {
  const [question, ...rest] = await run({ ref: managed, versions: versions(5) });
  assert.match(question ?? '', /holds 5 versions/);
  assert.deepEqual(rest, ['delete v2', 'createVersion']);
  const refused = await run({ ref: managed, versions: versions(5), answer: () => undefined });
  assert.equal(refused.length, 2);
  assert.match(refused[1] ?? '', /^stopped: .*5 versions/);
});

test('a version that somebody else deleted meanwhile does not stop the save', async () => {
  const deleteFails = new IamError('notFound', 'gone');
  const calls = await run({ ref: managed, versions: versions(5), deleteFails });
  assert.deepEqual(calls.slice(1), ['delete v2', 'createVersion']);
});

import { validateIdentityPolicy, validateResourcePolicy } from '@cloud-copilot/iam-policy';
import path from 'node:path';
import type * as Policy from '../src/policy/index';
import { fixtures } from '../test/unit/policy/fixture';
import { managedPolicies, root } from '../test/unit/policy/language';
import { mutated } from '../test/unit/policy/mutate';
import { median, middle, type Row } from './row';

const PEER = 'iam-policy, syntax only';
const MUTATIONS = 100_000;

/** Milliseconds of one run. */
function once(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** As it ships: one bundle, in which a call from file to file is only a call. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { createPolicyLanguage } = require(
  path.join(root, 'dist', 'policy-index.js'),
) as typeof Policy;

/** A statement of about 300 characters, so often that the policy has about so many. */
function policyOf(length: number, elements: object): string {
  const statement = (i: number) => ({
    Sid: `Read${i}`,
    Effect: 'Allow',
    ...elements,
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: [`arn:aws:s3:::orchard-${i}`, `arn:aws:s3:::orchard-${i}/*`],
    Condition: { StringEquals: { 'aws:PrincipalTag/team': 'fruit' } },
  });
  const count = Math.max(1, Math.round(length / 300));
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({ length: count }, (_, i) => statement(i)),
  });
}

/** A text that differs at each call, as while typing. */
function typed(text: string, turn: number): string {
  return text.replace('orchard-0', `orchard-0${turn % 10}`);
}

/** Longest time of one of many mutated policies. */
function longestMutation(check: (text: string) => unknown): number {
  const texts = fixtures()
    .map(({ text }) => text)
    .filter((text) => text.length < 3_000);
  let longest = 0;
  for (let i = 0; i < MUTATIONS; i++) {
    const text = mutated(texts[i % texts.length] ?? '', i + 1);
    longest = Math.max(
      longest,
      once(() => check(text)),
    );
  }
  return longest;
}

/** Milliseconds from a text that was just changed to findings, ours and the naive way. */
async function keystroke(
  name: string,
  text: string,
  ours: (text: string) => unknown,
  naive: (policy: unknown) => unknown,
): Promise<Row> {
  let turn = 0;
  return {
    name: `Keystroke to findings, ${name}`,
    ours: await median(300, () => ours(typed(text, turn++))),
    unit: 'ms',
    peer: {
      name: `JSON.parse and ${PEER}`,
      value: await median(300, () => naive(JSON.parse(typed(text, turn++)))),
    },
    atMost: 5,
  };
}

export default async function checksBenchmark(): Promise<Row[]> {
  const texts = managedPolicies().map(({ text }) => text);
  const language = createPolicyLanguage(`${root}/dist/catalog.bin`);
  const identity = (text: string) => language.check(text, { kind: 'identity' });
  const bucket = (text: string) => language.check(text, { kind: 'resource', service: 's3' });
  // Both begin from the text.
  const ours = () => texts.forEach(identity);
  const theirs = () => texts.forEach((text) => validateIdentityPolicy(JSON.parse(text)));
  const first = { ours: once(ours), theirs: once(theirs) };
  // Turn by turn, so that other work on the machine falls on both.
  const turns = Array.from({ length: 11 }, () => ({ ours: once(ours), theirs: once(theirs) }));
  const again = {
    ours: middle(turns.map((turn) => turn.ours)),
    theirs: middle(turns.map((turn) => turn.theirs)),
  };
  return [
    {
      name: 'From text to all findings, newest 1,594 managed policies, first time (catalog read)',
      ours: first.ours,
      unit: 'ms',
      peer: { name: PEER, value: first.theirs },
    },
    {
      name: 'From text to all findings, newest 1,594 managed policies, again',
      ours: again.ours,
      unit: 'ms',
      peer: { name: PEER, value: again.theirs },
      atMost: again.theirs,
    },
    {
      name: 'From text to syntax tree and statements, newest 1,594 managed policies',
      ours: await median(11, () => texts.forEach((text) => language.parse(text))),
      unit: 'ms',
    },
    await keystroke('policy of 6 KB', policyOf(6_000, {}), identity, validateIdentityPolicy),
    await keystroke(
      'bucket policy of 20 KB',
      policyOf(20_000, { Principal: { AWS: 'arn:aws:iam::461930275518:root' } }),
      bucket,
      validateResourcePolicy,
    ),
    {
      name: `Longest of ${MUTATIONS.toLocaleString('en')} mutated policies`,
      ours: longestMutation((text) => language.check(text)),
      unit: 'ms',
      atMost: 1_000,
    },
  ];
}

import { validateIdentityPolicy } from '@cloud-copilot/iam-policy';
import { createPolicyLanguage, parsePolicy } from '../src/policy/index';
import { fixtures } from '../test/unit/policy/fixture';
import { managedPolicies, root } from '../test/unit/policy/language';
import { mutated } from '../test/unit/policy/mutate';
import { median, type Row } from './row';

const PEER = 'iam-policy, syntax only';
const MUTATIONS = 100_000;

/** Milliseconds of one run. */
function once(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** A statement of about 300 characters, so often that the policy has about so many. */
function policyOf(length: number): string {
  const statement = (i: number) => ({
    Sid: `Read${i}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:ListBucket', 'dynamodb:Query'],
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

export default async function checksBenchmark(): Promise<Row[]> {
  const policies = managedPolicies();
  const values = policies.map(({ text }) => JSON.parse(text) as unknown);
  const documents = policies.map(({ text }) => parsePolicy(text));
  const language = createPolicyLanguage(`${root}/dist/catalog.bin`);
  const ours = () => documents.forEach((policy) => language.check(policy, { kind: 'identity' }));
  const theirs = () => values.forEach((value) => validateIdentityPolicy(value));
  const first = { ours: once(ours), theirs: once(theirs) };
  const keystroke = async (length: number) => {
    const text = policyOf(length);
    let turn = 0;
    return median(200, () => language.check(typed(text, turn++), { kind: 'identity' }));
  };
  const again = { ours: await median(7, ours), theirs: await median(7, theirs) };
  return [
    {
      name: 'Checks of the newest 1,594 managed policies, first time (catalog read)',
      ours: first.ours,
      unit: 'ms',
      peer: { name: PEER, value: first.theirs },
    },
    {
      name: 'Checks of the newest 1,594 managed policies, again',
      ours: again.ours,
      unit: 'ms',
      peer: { name: PEER, value: again.theirs },
      atMost: again.theirs,
    },
    {
      name: 'Keystroke to findings, policy of 6 KB',
      ours: await keystroke(6_000),
      unit: 'ms',
      atMost: 5,
    },
    { name: 'Keystroke to findings, policy of 20 KB', ours: await keystroke(20_000), unit: 'ms' },
    {
      name: `Longest of ${MUTATIONS.toLocaleString('en')} mutated policies`,
      ours: longestMutation((text) => language.check(text)),
      unit: 'ms',
      atMost: 1_000,
    },
  ];
}

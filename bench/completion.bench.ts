import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { createPolicyLanguage, type PolicyKind } from '../src/policy/index';
import { median, middle, type Row } from './row';

const root = path.resolve(__dirname, '..', '..');
const catalogFile = path.join(root, 'dist', 'catalog.bin');
const COLD_RUNS = 7;
const WARM_RUNS = 100;
/** Milliseconds for the list after a keystroke, the document being read anew. */
const KEYSTROKE = 5;

interface Place {
  name: string;
  /** With a `|` at the cursor. */
  text: string;
  kind: PolicyKind;
}

const statement = (action: string, resource: string, more = '') =>
  `{ "Effect": "Allow", "Action": ${action}, "Resource": ${resource}${more} }`;
const policy = (...statements: string[]) =>
  `{\n  "Version": "2012-10-17",\n  "Statement": [\n    ${statements.join(',\n    ')}\n  ]\n}\n`;

/** As long as a bucket policy may be. */
function longPolicy(): string {
  const others: string[] = [];
  for (let i = 0; others.join().length < 20_000; i++) {
    const bucket = `arn:aws:s3:::orchard-${i}`;
    others.push(statement('["s3:GetObject", "s3:ListBucket"]', `["${bucket}", "${bucket}/*"]`));
  }
  return policy(...others, statement('["s3:Get*", "s3:PutObject", "sqs:SendMessage"]', '"|"'));
}

const places: readonly Place[] = [
  { name: 'services', text: policy(statement('"|"', '"*"')), kind: 'identity' },
  { name: 'actions after `s3:`', text: policy(statement('"s3:|"', '"*"')), kind: 'identity' },
  {
    name: 'actions after `ec2:`, of a resource',
    text: policy(statement('"ec2:|"', '"arn:aws:ec2:eu-west-1:461930275518:instance/*"')),
    kind: 'identity',
  },
  { name: 'resources in a policy of 20 KB', text: longPolicy(), kind: 'identity' },
  {
    name: 'condition keys of `ec2:*`',
    text: policy(statement('"ec2:*"', '"*"', ', "Condition": { "StringEquals": { "|" } }')),
    kind: 'identity',
  },
  {
    name: 'service principals',
    text: '{ "Statement": { "Principal": { "Service": "|" }, "Action": "sts:AssumeRole" } }',
    kind: 'trust',
  },
];

function cut({ text }: Place): { text: string; at: number } {
  const at = text.indexOf('|');
  return { text: text.slice(0, at) + text.slice(at + 1), at };
}

/** In a process that has done nothing yet, as an editor has when a first policy is opened. */
function cold(place: Place): number {
  const { text, at } = cut(place);
  const program = `
    const { createPolicyLanguage } = require(${JSON.stringify(path.join(root, 'out/src/policy/index.js'))});
    const started = performance.now();
    const language = createPolicyLanguage(${JSON.stringify(catalogFile)});
    language.complete(${JSON.stringify(text)}, ${at}, { kind: '${place.kind}' });
    console.log(performance.now() - started);`;
  const times = Array.from({ length: COLD_RUNS }, () =>
    Number(execFileSync(process.execPath, ['-e', program], { encoding: 'utf8' })),
  );
  return middle(times);
}

export default async function completionBenchmark(): Promise<Row[]> {
  const language = createPolicyLanguage(catalogFile);
  const rows: Row[] = [];
  for (const place of places.slice(1, 4)) {
    const name = `Completion, first in a new process: ${place.name}`;
    rows.push({ name, ours: cold(place), unit: 'ms', atMost: 40 });
  }
  for (const place of places) {
    const { text, at } = cut(place);
    const list = () => language.complete(text, at, { kind: place.kind });
    const name = `Completion, warm: ${place.name} (${list().length} items)`;
    rows.push({ name, ours: await median(WARM_RUNS, list), unit: 'ms', atMost: KEYSTROKE });
  }
  return rows;
}

import { createPolicyLanguage } from '../src/policy/index';
import { root } from '../test/unit/policy/language';
import { median, type Row } from './row';

/** Milliseconds that a feature may take between two keystrokes. */
const AT_MOST = 5;

/** A bucket policy of about 20 KB, in which every statement has patterns, ARNs, variables and keys. */
function bucketPolicy(): string {
  const statement = (i: number) => ({
    Sid: `Gardeners${i}`,
    Effect: i % 4 === 0 ? 'Deny' : 'Allow',
    Principal: { AWS: [`arn:aws:iam::111122223333:role/gardener-${i}`] },
    Action: ['s3:GetObject', 's3:Put*', `s3:*Object${i}*`, 's3:ListBucket'],
    Resource: [`arn:aws:s3:::orchard-${i}`, `arn:aws:s3:::orchard-${i}/\${aws:username}/*`],
    Condition: { StringLike: { 'aws:PrincipalTag/team': ['fruit*', 'root?'] } },
  });
  const Statement = Array.from({ length: 46 }, (_, i) => statement(i));
  return JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2);
}

export default async function editorBenchmark(): Promise<Row[]> {
  const language = createPolicyLanguage(`${root}/dist/catalog.bin`);
  const { editor } = language;
  const text = bucketPolicy();
  const size = `${Math.round(text.length / 1000)} KB`;
  const policy = language.parse(text);
  let turn = 0;
  /** Each time another pattern in one statement, as while typing. */
  const typed = () => language.parse(text.replace('*Object7*', `*Obj${turn++ % 1000}*`));
  const offsets = Array.from({ length: 100 }, (_, i) => Math.floor((text.length * i) / 100));
  const row = async (name: string, work: () => unknown): Promise<Row> => ({
    name: `${name}, policy of ${size}`,
    ours: await median(50, work),
    unit: 'ms',
    atMost: AT_MOST,
  });
  return [
    await row('Semantic tokens', () => editor.tokens(policy)),
    await row('Parse and code lens of every statement after a keystroke in an action', () =>
      typed().statements.forEach((statement) => editor.accessTitle(statement)),
    ),
    await row('Code lens of every statement, again', () =>
      policy.statements.forEach((statement) => editor.accessTitle(statement)),
    ),
    await row('Inlay hints of the whole document', () =>
      editor.patternCounts(policy, { offset: 0, end: text.length }),
    ),
    await row('Outline, folding and links', () => {
      editor.outline(policy, 'Policy');
      editor.folds(policy);
      editor.links(policy);
    }),
    await row('References of a key', () =>
      editor.occurrences(policy, text.indexOf('aws:PrincipalTag')),
    ),
    await row('A hundred hovers', () =>
      offsets.forEach((offset) => language.hover(policy, offset, 'resource')),
    ),
  ];
}

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { language } from './language';

const { editor } = language;

function statementOf(elements: object) {
  const policy = language.parse(
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...elements }] }),
  );
  const [statement] = policy.statements;
  assert.ok(statement);
  return { policy, statement };
}

const title = (elements: object) => editor.accessTitle(statementOf(elements).statement);
const size = (pattern: string) => language.expand(pattern).length;

describe('what a statement allows, in a line', () => {
  it('counts actions by what they may do', () => {
    assert.equal(title({ Action: 's3:GetObject' }), 'Allows 1 action (read)');
    assert.equal(
      title({ Action: ['s3:GetObject', 's3:GetObjectAcl'] }),
      'Allows 2 actions, all of them read',
    );
    assert.equal(
      title({ Action: ['s3:GetObject', 's3:ListBucket'] }),
      'Allows 2 actions, all of them list or read',
    );
    assert.equal(
      title({ Action: ['s3:GetObject', 's3:PutObject', 's3:PutBucketPolicy', 's3:putobject'] }),
      'Allows 3 actions, 1 of them write, 1 permissions management',
    );
    assert.equal(
      title({ Effect: 'Deny', Action: 's3:GetObject', Condition: { Bool: { 'aws:x': 'true' } } }),
      'Denies 1 action (read) · under conditions',
    );
    for (const Principal of ['*', { AWS: ['111122223333', '*'] }]) {
      assert.equal(
        title({ Principal, Action: 's3:GetObject' }),
        'Allows 1 action (read) · for everyone',
      );
    }
    assert.equal(title({ NotPrincipal: '*', Action: 's3:GetObject' }), 'Allows 1 action (read)');
  });

  it('knows everything, everything but, and nothing', () => {
    const all = size('*').toLocaleString('en');
    assert.match(
      title({ Action: '*' }) ?? '',
      new RegExp(`^Allows all ${all} actions, [\\d,]+ of`),
    );
    const others = size('iam:*');
    const rest = (size('*') - others).toLocaleString('en');
    assert.match(
      title({ NotAction: 'iam:*' }) ?? '',
      new RegExp(
        `^Allows everything but ${others} actions: ${rest} actions, [\\d,]+ of them write`,
      ),
    );
    assert.match(
      title({ Action: 'foo:Bar' }) ?? '',
      /^Allows no action that is known as of \d{4}-/,
    );
    assert.equal(title({ Action: [] }), undefined);
    assert.equal(title({ Effect: 'Maybe', Action: 's3:GetObject' }), undefined);
  });
});

describe('the list of what a statement allows', () => {
  it('is by service and level, with the patterns that bring each action', () => {
    const { policy } = statementOf({
      Sid: 'Objects',
      Action: ['s3:GetObjectA*', 's3:*Acl', 'sqs:SendMessage'],
      Resource: 'arn:aws:s3:::b/*',
      Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } },
    });
    const lines = (editor.listStatement(policy, 0) ?? '').split('\n');
    assert.match(lines[0] ?? '', /^Statement 1 “Objects”: allows \d+ actions/);
    assert.deepEqual(lines.slice(1, 6), [
      'On the resources',
      '  arn:aws:s3:::b/*',
      'Under the conditions',
      '  StringEquals aws:PrincipalTag/a',
      `As of the service catalog of ${language.catalog.date}`,
    ]);
    assert.ok(lines.includes('Amazon SQS (sqs): 1 action'), lines.join('\n'));
    assert.ok(lines.includes('    sqs:SendMessage'));
    assert.ok(lines.some((line) => /^ {4}s3:GetObjectAcl +s3:GetObjectA\*, s3:\*Acl$/.test(line)));
    const listed = lines.filter((line) => line.startsWith('    ')).length;
    assert.equal(
      listed,
      new Set([...language.expand('s3:GetObjectA*'), ...language.expand('s3:*Acl')]).size + 1,
    );
    assert.equal(editor.listStatement(policy, 1), undefined);
  });

  it('is made for a pattern, and for NotAction', () => {
    assert.match(
      editor.listPattern('s3:Get*'),
      new RegExp(`^s3:Get\\* matches ${size('s3:Get*')} actions\n`),
    );
    const { policy } = statementOf({ NotAction: ['*:*', 's3:x'] });
    assert.match(editor.listStatement(policy, 0) ?? '', /everything but/);
  });
});

describe('counts of patterns', () => {
  it('are given for the part that is asked for, with the place of each', () => {
    const text =
      '{"Statement": [{"Action": ["s3:Get*", "s3:GetObject"]}, {"NotAction": "sqs:*Message"}]}';
    const policy = language.parse(text);
    const all = editor.patternCounts(policy, { offset: 0, end: text.length });
    assert.deepEqual(
      all.map(({ offset, end, count }) => [text.slice(offset, end), count]),
      [
        ['"s3:Get*"', size('s3:Get*')],
        ['"sqs:*Message"', size('sqs:*Message')],
      ],
    );
    const second = text.indexOf('NotAction');
    assert.equal(editor.patternCounts(policy, { offset: second, end: text.length }).length, 1);
  });
});

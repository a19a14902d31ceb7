import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareOpinions } from '../../../../src/policy/accessAnalyzer/compare';
import { followChanges } from '../../../../src/policy/accessAnalyzer/follow';
import { parsePolicy } from '../../../../src/policy/parse';
import { language } from '../language';
import { at, path } from './wire';

const TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": ["s3:GetObjct", "s3:PutObject"], "Resource": "arn:aws:s3:::secret-name/*",
      "Condition": { "StringEquals": { "aws:ResourceTag/secret-project": "x" } } }
  ]
}`;

describe('the opinions of AWS and ours', () => {
  const document = parsePolicy(TEXT);
  const ours = language.check(document, { kind: 'identity' });

  it('show what both found once, and note it as confirmed', () => {
    assert.deepEqual(
      ours.map(({ code }) => code),
      ['INVALID_ACTION'],
    );
    const theirs = [at('INVALID_ACTION', path('Statement', 0, 'Action', 0))];
    const { added, confirmed, log } = compareOpinions(document, ours, theirs);
    assert.deepEqual([added, confirmed], [[], 1]);
    assert.deepEqual(log, [
      'Found by both: INVALID_ACTION at Statement[0].Action[0] (line 4, column 37)',
    ]);
  });

  it('keep one code at two places apart, and one place with two codes', () => {
    const theirs = [
      at('INVALID_ACTION', path('Statement', 0, 'Action', 1)),
      at('OTHER_CODE', path('Statement', 0, 'Action', 0)),
    ];
    const { added, confirmed, log } = compareOpinions(document, ours, theirs);
    assert.deepEqual(
      added.map(({ code }) => code),
      ['INVALID_ACTION', 'OTHER_CODE'],
    );
    assert.equal(confirmed, 0);
    assert.deepEqual(
      log.map((line) => line.split(':')[0]),
      ['Found there only', 'Found there only', 'Found here only'],
    );
  });

  it('are one where ours says more closely what AWS reports under its own code', () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListObjectsV2","Resource":"arn:aws:s3:::b"}]}';
    const policy = parsePolicy(text);
    const found = language.check(policy, { kind: 'identity' });
    assert.deepEqual(
      found.map(({ code }) => code),
      ['API_OPERATION_IS_NO_ACTION'],
    );
    const theirs = [at('INVALID_ACTION', path('Statement', 0, 'Action'))];
    const { added, log } = compareOpinions(policy, found, theirs);
    assert.deepEqual(added, []);
    assert.deepEqual(log, [
      'Found by both: API_OPERATION_IS_NO_ACTION at Statement[0].Action (line 1, column 65), error there and warning here',
    ]);
    const request = { policyDocument: text, policyType: 'IDENTITY_POLICY' } as const;
    const [answered] = language.validatePolicy(request);
    assert.deepEqual([answered?.issueCode, answered?.findingType], ['INVALID_ACTION', 'ERROR']);
  });

  it('meet where one of several places of a finding is the same', () => {
    const finding = at('INVALID_ACTION', path('Statement', 0, 'Resource'));
    finding.locations.push(...at('INVALID_ACTION', path('Statement', 0, 'Action', 0)).locations);
    assert.equal(compareOpinions(document, ours, [finding]).confirmed, 1);
  });

  it("name nothing of the policy's text in the log, and no code that AWS does not have", () => {
    const steps = path(
      'Statement',
      0,
      'Condition',
      'StringEquals',
      'aws:ResourceTag/secret-project',
    );
    const { log } = compareOpinions(
      document,
      [{ code: 'OWN_CODE', severity: 'warning', message: '', fixes: [], offset: 0, end: 1 }],
      [at('X', steps), at('Y', path('Statement', 0, 'Resource'))],
    );
    assert.deepEqual(log, [
      'Found there only: X at Statement[0].Condition.StringEquals.* (line 5, column 74)',
      'Found there only: Y at Statement[0].Resource (line 4, column 81)',
    ]);
    assert.ok(!log.join().includes('secret'));
  });

  it('agree on every fixture that our own engine answers as AWS', () => {
    const theirs = language.validatePolicy({ policyDocument: TEXT, policyType: 'IDENTITY_POLICY' });
    const { added, confirmed } = compareOpinions(document, ours, theirs);
    assert.deepEqual([added, confirmed], [[], ours.length]);
  });
});

describe('a mark', () => {
  const mark = { offset: 10, end: 20 };
  const change = (offset: number, removed: number, inserted: number) =>
    followChanges(mark, [{ offset, removed, inserted }]);

  it('moves with what is changed before it and stays with what is changed behind it', () => {
    assert.deepEqual(change(0, 2, 5), { offset: 13, end: 23 });
    assert.deepEqual(change(10, 0, 3), { offset: 13, end: 23 });
    assert.deepEqual(change(20, 0, 3), mark);
    assert.deepEqual(change(25, 5, 0), mark);
  });

  it('goes when its place is changed', () => {
    for (const [offset, removed] of [
      [12, 0],
      [9, 2],
      [19, 1],
      [0, 30],
      [10, 10],
    ] as const) {
      assert.equal(change(offset, removed, 1), undefined, `${offset} ${removed}`);
    }
    assert.equal(
      followChanges({ offset: 5, end: 5 }, [{ offset: 3, removed: 4, inserted: 0 }]),
      undefined,
    );
  });

  it('follows several changes of one edit', () => {
    const changes = [
      { offset: 30, removed: 1, inserted: 9 },
      { offset: 5, removed: 0, inserted: 2 },
      { offset: 0, removed: 1, inserted: 0 },
    ];
    assert.deepEqual(followChanges(mark, changes), { offset: 11, end: 21 });
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileReport } from '../../../src/cli/check';
import { run } from './run';

const good = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }],
});
const bad = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:GetObjct"],
      "Resource": "arn:aws:s3:::b/*"
    }
  ]
}`;

test('nothing found is exit 0, something is 1, an unreadable file is 2', async () => {
  assert.equal((await run(['check', 'a.json'], { 'a.json': good })).code, 0);
  assert.equal((await run(['check', 'a.json'], { 'a.json': bad })).code, 1);
  const missing = await run(['check', 'a.json', 'gone.json'], { 'a.json': good });
  assert.equal(missing.code, 2);
  assert.match(missing.err, /cannot read gone\.json: there is no such file/);
});

test('JSON has one object per input, with range, path, page and fixes', async () => {
  const { out } = await run(['check', '--format', 'json', 'a.json', '-'], {
    'a.json': good,
    '-': bad,
  });
  const [first, second] = JSON.parse(out) as [FileReport, FileReport];
  assert.deepEqual(first, { file: 'a.json', kind: 'identity', findings: [] });
  assert.equal(second.file, '-');
  const finding = second.findings.find(({ code }) => code === 'INVALID_ACTION');
  assert.ok(finding);
  assert.equal(finding.severity, 'error');
  assert.deepEqual(finding.range, {
    start: { line: 5, character: 33 },
    end: { line: 5, character: 46 },
  });
  assert.equal(finding.path, 'Statement[0].Action[1]');
  assert.match(finding.url, /^https:\/\//);
  assert.deepEqual(finding.fixes?.[0]?.edits[0], {
    range: finding.range,
    newText: '"s3:GetObject"',
  });
});

test('the threshold leaves out what is below it', async () => {
  const files = { 'a.json': good.replace('"s3:GetObject"', '[]') };
  assert.equal((await run(['check', 'a.json'], files)).code, 1);
  const { code, out } = await run(['check', '--min-severity', 'error', 'a.json'], files);
  assert.equal(code, 0);
  assert.equal(out, 'no findings in 1 file\n');
});

test('text names file, line and column from 1, and shows control characters', async () => {
  const { out } = await run(['check', 'a.json'], { 'a.json': bad });
  assert.match(out, /^a\.json:6:34: error: .* \[INVALID_ACTION\]$/m);
  const evil = bad.replace('s3:GetObjct', 's3:\\u001b[31m');
  assert.doesNotMatch((await run(['check', 'a.json'], { 'a.json': evil })).out, /\u001b/);
});

test('GitHub annotations escape what would end them', async () => {
  const { out } = await run(['check', '--format', 'github', 'a,b:c.json'], { 'a,b:c.json': bad });
  assert.match(out, /^::error file=a%2Cb%3Ac\.json,line=6,col=34,endLine=6,endColumn=47,title=/m);
});

test('SARIF names its rules, and each result the rule by its number', async () => {
  const { out } = await run(['check', '--format', 'sarif', 'a.json'], { 'a.json': bad });
  const log = JSON.parse(out) as {
    version: string;
    runs: { tool: { driver: { rules: { id: string }[] } }; results: Result[] }[];
  };
  interface Result {
    ruleId: string;
    ruleIndex: number;
  }
  assert.equal(log.version, '2.1.0');
  const [only] = log.runs;
  assert.ok(only && only.results.length > 0);
  for (const { ruleId, ruleIndex } of only.results) {
    assert.equal(only.tool.driver.rules[ruleIndex]?.id, ruleId);
  }
});

test('the kind is taken from the option, else from the name, else from the content', async () => {
  const kindOf = async (args: string[], name: string) => {
    const { out } = await run(['check', '--format', 'json', ...args, name], { [name]: good });
    return (JSON.parse(out) as FileReport[])[0]?.kind;
  };
  assert.equal(await kindOf(['--kind', 'scp'], 'x.json'), 'scp');
  assert.equal(await kindOf([], 'x.scp.iam.json'), 'scp');
  assert.equal(await kindOf([], 'x.json'), 'identity');
});

test('arguments that make no sense are said in words, with exit 2', async () => {
  for (const args of [
    ['check'],
    ['check', '--kind', 'x', 'f'],
    ['check', '--wrong', 'f'],
    ['no'],
  ]) {
    const { code, err } = await run(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /^iam-policy: /);
  }
});

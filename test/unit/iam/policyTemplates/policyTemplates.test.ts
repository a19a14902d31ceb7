import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  bucketName,
  keyPrefix,
  region,
  tableName,
} from '../../../../src/iam/policyTemplates/blanks';
import { buildPolicy, policyTemplates } from '../../../../src/iam/policyTemplates';

const answers: Record<string, string> = {
  bucket: 'backups-of-example',
  prefix: 'reports/2026/',
  region: 'eu-central-1',
  table: 'orders',
};

function resources(text: string): string[] {
  const { Statement } = JSON.parse(text) as { Statement: { Resource: string | string[] }[] };
  return Statement.flatMap(({ Resource }) => Resource);
}

test('every template builds a policy of the current version, within the size of a user policy', () => {
  for (const template of policyTemplates) {
    const context = { partition: 'aws-cn', accountId: '111122223333', answers };
    const text = buildPolicy(template, context);
    assert.equal((JSON.parse(text) as { Version: string }).Version, '2012-10-17', template.id);
    assert.ok(text.replace(/\s/g, '').length <= 2048, `${template.id} fits an inline user policy`);
    for (const resource of resources(text).filter((value) => value !== '*')) {
      assert.match(resource, /^arn:aws-cn:/, `${template.id} uses the partition`);
    }
  }
});

test('every template asks only for what it uses, and its placeholders are valid answers', () => {
  for (const template of policyTemplates) {
    for (const blank of template.blanks) {
      assert.equal(blank.problem(blank.placeholder), undefined, `${template.id} ${blank.id}`);
      assert.ok(blank.id in answers);
    }
    const own = Object.fromEntries(template.blanks.map(({ id }) => [id, answers[id] ?? '']));
    const context = { partition: 'aws', accountId: '111122223333', answers: own };
    assert.doesNotThrow(() => buildPolicy(template, context), template.id);
  }
});

test('only the templates for everything carry a warning, and only they reach every resource alone', () => {
  const wide = policyTemplates.filter(({ warning }) => warning !== undefined).map(({ id }) => id);
  assert.deepEqual(wide, ['readOnly', 'fullAccess']);
});

test('a prefix cannot widen the policy', () => {
  for (const text of ['*', 'a?b', '${aws:username}', '/leading', '']) {
    assert.notEqual(keyPrefix.problem(text), undefined, text);
  }
  assert.equal(keyPrefix.problem('reports/2026-'), undefined);
});

test('blanks refuse what would break out of the ARN', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const blank of [bucketName, region, tableName]) {
        if (blank.problem(text) === undefined) assert.match(text, /^[\w.-]+$/);
      }
    }),
  );
  assert.notEqual(bucketName.problem('192.168.0.1'), undefined);
  assert.notEqual(bucketName.problem('Upper'), undefined);
});

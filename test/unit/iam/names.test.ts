import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  NAME_RULES,
  type NameKind,
  PATH_PATTERNS,
  type PathKind,
  matchesWholly,
  nameProblem,
  pathProblem,
  sameName,
} from '../../../src/iam/names';

test('a name says which characters it cannot hold', () => {
  assert.equal(
    nameProblem('user', 'my user/x'),
    'A user name cannot hold a space, “/”. Letters A to Z, digits and + = , . @ _ - are allowed.',
  );
  assert.match(nameProblem('group', 'tab\there') ?? '', /a tab/);
  assert.match(nameProblem('group', 'zero\u200bwidth') ?? '', /the character U\+200B/);
  assert.match(nameProblem('user', 'käse') ?? '', /“ä”/);
});

test('a name says how long it may be', () => {
  assert.equal(nameProblem('user', ''), 'A user name is needed.');
  assert.equal(nameProblem('user', 'u'.repeat(64)), undefined);
  assert.equal(
    nameProblem('user', 'u'.repeat(65)),
    'A user name has 1 to 64 characters; this has 65.',
  );
  assert.equal(nameProblem('group', 'g'.repeat(128)), undefined);
});

test('an account alias has rules of its own', () => {
  assert.equal(nameProblem('accountAlias', 'my-company-1'), undefined);
  for (const [text, what] of [
    ['My-company', /“M”/],
    ['-company', /begin or end/],
    ['my--company', /two hyphens/],
    ['123456789012', /12 digits/],
    ['ab', /3 to 63/],
  ] as const) {
    assert.match(nameProblem('accountAlias', text) ?? '', what);
  }
});

test('a path begins and ends with a slash', () => {
  for (const good of ['/', '/a/', '/a/b/', '/x~!/']) assert.equal(pathProblem(good), undefined);
  for (const bad of ['', 'a', '/a', 'a/']) assert.match(pathProblem(bad) ?? '', /begins and ends/);
  assert.match(pathProblem('/a b/') ?? '', /a space/);
  assert.match(pathProblem(`/${'a'.repeat(511)}/`) ?? '', /at most 512/);
  assert.match(pathProblem('/a!/', 'policy') ?? '', /“!”/);
  assert.match(pathProblem('/a//b/', 'policy') ?? '', /two slashes/);
});

test('the words agree with the patterns of AWS for any text', () => {
  const kinds = Object.keys(NAME_RULES) as NameKind[];
  const text = fc.oneof(fc.string({ maxLength: 140 }), fc.stringMatching(/^[a-z0-9-]{0,70}$/));
  fc.assert(
    fc.property(fc.constantFrom(...kinds), text, (kind, name) => {
      const rule = NAME_RULES[kind];
      const fits =
        name.length >= rule.minLength &&
        name.length <= rule.maxLength &&
        matchesWholly(rule.pattern, name) &&
        !(kind === 'accountAlias' && /^\d{12}$/.test(name));
      assert.equal(nameProblem(kind, name) === undefined, fits);
    }),
  );
  const path = fc.oneof(fc.string(), fc.stringMatching(/^\/([a-z!/]{0,6}\/)?$/));
  fc.assert(
    fc.property(fc.constantFrom<PathKind>('principal', 'policy'), path, (kind, value) => {
      assert.equal(
        pathProblem(value, kind) === undefined,
        matchesWholly(PATH_PATTERNS[kind], value),
      );
    }),
  );
});

test('names are compared without regard to case', () => {
  assert.ok(sameName('Admins', 'ADMINS'));
  assert.ok(!sameName('Admins', 'Admin'));
});

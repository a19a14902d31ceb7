import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { serviceOf } from '../../../src/policy/kind';
import type { PolicyKind } from '../../../src/policy/index';
import { readPolicy } from './fixture';
import { language, root } from './language';

const folder = path.join(root, 'test/fixtures/real');

interface Told {
  kind: PolicyKind;
  service?: string;
  source: string;
}

const real = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: kind }) =>
    readdirSync(path.join(folder, kind)).map((file) => {
      const { fixture, text } = readPolicy(path.join(folder, kind, file));
      return { name: `${kind}/${file}`, text, fixture: fixture as Told };
    }),
  );

/** What the content alone says of a kind: some are written alike, and a file's name tells them apart. */
const byContent: Partial<Record<PolicyKind, PolicyKind>> = {
  trust: 'trust',
  resource: 'resource',
  endpoint: 'resource',
  rcp: 'resource',
  scp: 'identity',
  boundary: 'identity',
  session: 'identity',
};

/** Where the policy is kept by another service than its actions are of. */
const keepers: Readonly<Record<string, string>> = {
  'execute-api': 'apigateway',
  'vpc-lattice-svcs': 'vpc-lattice',
};

/** Findings that are right, though AWS publishes the policies so; none is an error. */
const findings: Readonly<Record<string, number>> = {
  // An ARN key under StringLike: AWS's own advice is ArnLike.
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: 2,
  // A service may act for anyone: the page explains the statement, not the whole policy.
  RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL: 1,
  // Every branch of a repository.
  SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED: 1,
  // Every request has the key that is asked for.
  EQUIVALENT_TO_NULL_FALSE: 2,
};

describe('real policies of other kinds than those of identities', () => {
  it('are at least 60 of trust, resources, organizations and endpoints, each with a page that it is from', () => {
    const kinds: PolicyKind[] = ['trust', 'resource', 'scp', 'rcp', 'endpoint'];
    const counted = real.filter(({ fixture }) => kinds.includes(fixture.kind));
    assert.ok(counted.length >= 60, String(counted.length));
    for (const kind of kinds) {
      assert.ok(counted.filter(({ fixture }) => fixture.kind === kind).length >= 8, kind);
    }
    for (const { name, fixture } of real) assert.match(fixture.source, /^https:\/\//, name);
  });

  it('have no error, whether their kind is told or guessed, and no finding but those that are right', () => {
    const errors: string[] = [];
    const found: Record<string, number> = {};
    for (const { name, text, fixture } of real) {
      const told = { kind: fixture.kind, service: fixture.service };
      for (const { code, severity } of language.check(text, told)) {
        if (severity === 'error') errors.push(`${name}: ${code}`);
        else found[code] = (found[code] ?? 0) + 1;
      }
      for (const { code, severity } of language.check(text)) {
        if (severity === 'error') errors.push(`${name}, kind guessed: ${code}`);
      }
    }
    assert.deepEqual(errors, []);
    assert.deepEqual(found, findings);
  });

  it('are recognised by their content, and the service of a resource by its policy', () => {
    for (const { name, text, fixture } of real) {
      const document = language.parse(text);
      assert.equal(language.kindOf(document), byContent[fixture.kind], name);
      if (fixture.kind !== 'resource') continue;
      const service = serviceOf(document);
      const keeper = keepers[service ?? ''] ?? service;
      assert.ok(keeper === undefined || keeper === fixture.service, `${name}: ${service}`);
    }
  });

  it('are explained at every key and value, with a hover that begins and ends there', () => {
    for (const { name, text, fixture } of real) {
      const document = language.parse(text);
      for (const { index, 0: written } of text.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
        const hover = language.hover(document, index + 2, fixture.kind);
        assert.ok(hover, `${name}: nothing is said of ${written}`);
        assert.ok(
          hover.offset > index && hover.end < index + written.length,
          `${name}: ${written}`,
        );
      }
    }
  });

  it('take every question of the editor at every fourth offset', () => {
    const { editor } = language;
    for (const { text, fixture } of real) {
      const document = language.parse(text);
      editor.tokens(document);
      editor.links(document);
      editor.outline(document, 'Policy');
      for (let offset = 0; offset <= text.length; offset += 4) {
        language.hover(document, offset, fixture.kind);
        editor.selections(document, offset);
        editor.occurrences(document, offset);
      }
    }
  });
});

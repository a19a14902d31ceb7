import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { PolicyKind } from '../../../src/policy/index';
import { root } from './language';

/** One file of test/fixtures/policies; see the README there. */
export interface Fixture {
  /** `CODE/bad-something`. */
  name: string;
  code: string;
  bad: boolean;
  kind: PolicyKind;
  service?: string;
  expect: { code: string; at: string; nth?: number }[];
  text: string;
}

const folder = path.join(root, 'test/fixtures/policies');

export function fixtures(): Fixture[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(path.join(folder, name))
        .filter((file) => file.endsWith('.json'))
        .map((file) => read(name, file)),
    );
}

function read(code: string, file: string): Fixture {
  const { fixture, text } = readPolicy(path.join(folder, code, file));
  const { kind, service, expect } = fixture as Omit<Fixture, 'name'>;
  return {
    name: `${code}/${file.replace(/\.json$/, '')}`,
    code,
    bad: file.startsWith('bad-'),
    kind,
    ...(service === undefined ? {} : { service }),
    expect: expect ?? [],
    text,
  };
}

/** A file with a `policy` beside what is told of it, and that policy's text as it stands there. */
export function readPolicy(file: string): { fixture: unknown; text: string } {
  const raw = readFileSync(file, 'utf8');
  const fixture = JSON.parse(raw) as { policy: unknown };
  const tree = parseTree(raw);
  const node = tree && findNodeAtLocation(tree, ['policy']);
  assert.ok(node, `${file} has no policy`);
  const { policy } = fixture;
  const text =
    typeof policy === 'string' ? policy : raw.slice(node.offset, node.offset + node.length);
  return { fixture, text };
}

/** Offset of the nth occurrence, counted from 1; -1 when there are fewer. */
export function placeOf(text: string, part: string, nth = 1): number {
  let at = -1;
  for (let i = 0; i < nth; i++) {
    at = text.indexOf(part, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

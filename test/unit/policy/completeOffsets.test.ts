import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { plainSnippet } from '../../../src/policy/complete/snippetText';
import type {
  CompletionItem,
  ItemKind,
  PolicyDocument,
  PolicyKind,
  PolicyLocation,
} from '../../../src/policy/index';
import { policyKinds } from '../../../src/policy/kind';
import { fixtures } from './fixture';
import { account } from './account';
import { language, root } from './language';

/** Where items of a kind may be. */
const places: Readonly<Record<ItemKind, readonly PolicyLocation['kind'][]>> = {
  element: ['documentElement', 'statementElement', 'principalType', 'principal'],
  value: ['version', 'id', 'sid', 'effect', 'principal', 'conditionValue'],
  service: ['action'],
  action: ['action'],
  pattern: ['action'],
  resource: ['resource', 'principal', 'conditionValue'],
  operator: ['conditionOperator'],
  key: ['conditionKey'],
  variable: ['resource', 'conditionValue'],
  snippet: ['emptyDocument', 'statement'],
};

/** Positions that are tried; every text has its share, at other places than its neighbours. */
const POSITIONS = 2_500;

function texts(): string[] {
  const folder = path.join(root, 'test/fixtures/completion');
  const positions = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const file = readFileSync(path.join(folder, name), 'utf8');
      return Object.values(JSON.parse(file) as Record<string, { text: string }>);
    });
  const all = [...fixtures(), ...positions].map(({ text }) => text.replace('|', ''));
  return [...new Set(all)].filter((text) => text.length < 4_000);
}

interface Position {
  text: string;
  at: number;
  kind: PolicyKind;
}

function samples(): Position[] {
  const all = texts();
  const step = Math.ceil(all.reduce((sum, text) => sum + text.length + 1, 0) / POSITIONS);
  const found: Position[] = [];
  let at = 0;
  for (const text of all) {
    for (; at <= text.length; at += step) {
      found.push({ text, at, kind: policyKinds[found.length % policyKinds.length] ?? 'unknown' });
    }
    at -= text.length + 1;
  }
  return found;
}

function checkItem(item: CompletionItem, text: string, at: number): void {
  const { offset, end } = item.replace;
  assert.ok(
    offset >= 0 && offset <= at && at <= end && end <= text.length,
    'the span is elsewhere',
  );
  assert.ok(!/[\r\n]/.test(text.slice(offset, end)), 'the span has several lines');
  for (const edit of item.additionalEdits) {
    assert.ok(edit.end <= offset || edit.offset >= end, 'edits overlap');
  }
  assert.ok(item.label !== '' && item.snippet !== '');
}

function accepted(item: CompletionItem, text: string): { text: string; at: number } {
  const edits = [
    ...item.additionalEdits,
    { ...item.replace, text: plainSnippet(item.snippet) },
  ].sort((a, b) => b.offset - a.offset);
  const after = edits.reduce(
    (result, edit) => result.slice(0, edit.offset) + edit.text + result.slice(edit.end),
    text,
  );
  const shift = item.additionalEdits.reduce((sum, edit) => sum + edit.text.length, 0);
  return { text: after, at: item.replace.offset + shift + 1 };
}

/** The best, the last and one of each kind. */
function chosen(items: CompletionItem[]): CompletionItem[] {
  const kinds = new Map(items.map((item) => [item.kind, item]));
  return [...new Set([...items.slice(0, 1), ...items.slice(-1), ...kinds.values()])];
}

function tryAccepting(document: PolicyDocument, at: number, items: CompletionItem[]): void {
  const place = language.locate(document, at)?.kind;
  for (const item of chosen(items)) {
    const after = accepted(item, document.text);
    const parsed = language.parse(after.text);
    const what = `${item.label} at ${at} of ${document.text} makes ${after.text}`;
    assert.deepEqual(parsed.tree.problems, [], what);
    if (place === 'emptyDocument' || place === 'statement') continue;
    assert.equal(language.locate(parsed, after.at)?.kind, place, what);
  }
}

/** Values that slow patterns take long for. */
const nasty = ['${'.repeat(50_000), 'arn:aws:s3:::${a}'.repeat(5_000), '*'.repeat(50_000)];

describe('completion at every offset', () => {
  const positions = samples();

  it('stays in its place, and what is accepted parses', () => {
    let intact = 0;
    for (const { text, at, kind } of positions) {
      const document = language.parse(text);
      const items = language.complete(document, at, { kind, account, today: '2026-11-25' });
      const place = language.locate(document, at)?.kind;
      for (const item of items) {
        checkItem(item, text, at);
        assert.ok(place && places[item.kind].includes(place), `${item.kind} in ${place ?? 'none'}`);
      }
      const shown = items.map(({ label, detail = '' }) => `${label} ${detail}`);
      assert.equal(new Set(shown).size, shown.length, `one is twice in ${shown.join()}`);
      if (document.tree.problems.length > 0) continue;
      intact++;
      tryAccepting(document, at, items);
    }
    assert.ok(intact > positions.length / 2, `only ${intact} of ${positions.length} are intact`);
  });

  it('stays in its place in texts that end at the cursor', () => {
    for (const [i, { text, at, kind }] of positions.entries()) {
      if (i % 2 === 0) continue;
      const begun = text.slice(0, at);
      for (const item of language.complete(begun, at, { kind, account }))
        checkItem(item, begun, at);
    }
  });

  it('is quick in values that are made to explode', () => {
    for (const value of [...nasty, '\\\\'.repeat(50_000), 'a:'.repeat(50_000)]) {
      for (const element of ['Action', 'Resource', 'Sid', 'Principal']) {
        const start = `{"Version":"2012-10-17","Statement":[{"${element}":"${value}`;
        const started = performance.now();
        for (const end of ['', '}"}]}']) language.complete(start + end, start.length, { account });
        assert.ok(performance.now() - started < 2_000, `${element}: ${value.slice(0, 20)}`);
      }
    }
  });

  it('is quick in a large document', () => {
    const one = '{"Effect":"Allow","Action":["s3:Get*","sqs:*"],"Resource":"arn:aws:s3:::b/*"}';
    const start = `{"Statement":[${Array(5_000).fill(one).join()},{"Action":"s3:*","Resource":"`;
    const document = language.parse(`${start}"}]}`);
    const started = performance.now();
    assert.ok(language.complete(document, start.length, { account }).length > 0);
    assert.ok(performance.now() - started < 1_000);
  });
});

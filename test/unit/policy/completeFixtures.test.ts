import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import type { CompletionItem, PolicyKind } from '../../../src/policy/index';
import { cursor, language, root } from './language';

/** A position of test/fixtures/completion; see the README there. */
interface Position {
  text: string;
  kind: PolicyKind;
  first?: string;
  contains?: string[];
  absent?: string[];
}

const folder = path.join(root, 'test/fixtures/completion');
const plain = (text: string) => text.replace(/^["']/, '').toLowerCase();

/** Whether a text has the letters of a word in their order. */
function hasInOrder(text: string, word: string): boolean {
  let at = 0;
  for (const letter of text) if (letter === word[at]) at++;
  return at === word.length;
}

/** What the editor shows of the items, in its order. */
function shown(items: CompletionItem[], text: string, offset: number): string[] {
  const typed = (item: CompletionItem) => plain(text.slice(item.replace.offset, offset));
  const begun = items.filter((item) => plain(item.filterText).startsWith(typed(item)));
  const fitting =
    begun.length > 0
      ? begun
      : items.filter((item) => hasInOrder(plain(item.filterText), typed(item)));
  return fitting
    .sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0))
    .map(({ label }) => label);
}

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const positions = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<
    string,
    Position
  >;
  describe(`completion: ${path.basename(file, '.json')}`, () => {
    for (const [name, position] of Object.entries(positions)) {
      it(name, () => {
        const { text, offset } = cursor(position.text);
        const items = language.complete(text, offset, { kind: position.kind });
        const labels = shown(items, text, offset);
        if (position.first !== undefined) assert.equal(labels[0], position.first);
        for (const label of position.contains ?? []) {
          assert.ok(labels.includes(label), `${label} is not offered, but ${labels.join(' ')}`);
        }
        for (const label of position.absent ?? []) {
          assert.ok(!items.some((item) => item.label === label), `${label} is offered`);
        }
      });
    }
  });
}

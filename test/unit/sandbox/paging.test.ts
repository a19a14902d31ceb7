import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutPage } from '../../../src/sandbox/paging';

const names = fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{1,3}$/), { maxLength: 60 });
const itself = (name: string) => name;

function allPages(list: readonly string[], MaxItems: number, change?: (page: string[]) => void) {
  const seen: string[] = [];
  let Marker: string | undefined;
  do {
    const page = cutPage(list, itself, { MaxItems, Marker });
    assert.ok(page.items.length <= MaxItems);
    assert.equal(page.position.IsTruncated, page.position.Marker !== undefined);
    seen.push(...page.items);
    change?.(page.items);
    Marker = page.position.Marker;
  } while (Marker !== undefined);
  return seen;
}

test('no item is lost or doubled for any MaxItems', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 70 }), (list, maxItems) => {
      const sorted = list.sort();
      assert.deepEqual(allPages(sorted, maxItems), sorted);
    }),
  );
});

test('what is deleted between two pages hides no other item', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 10 }), (list, maxItems) => {
      const sorted = list.sort();
      const left = [...sorted];
      const seen = allPages(left, maxItems, (page) => {
        for (const name of page) left.splice(left.indexOf(name), 1);
      });
      assert.deepEqual(seen, sorted);
    }),
  );
});

test('a page holds 100 items when nothing is asked for', () => {
  const list = Array.from({ length: 150 }, (_, index) => String(index).padStart(3, '0'));
  assert.equal(cutPage(list, itself, {}).items.length, 100);
});

test('a marker that was never given is refused', () => {
  assert.throws(() => cutPage(['a'], itself, { Marker: 'AAAA' }), /Invalid Marker/);
});

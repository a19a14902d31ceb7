import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, parsePolicy } from '../../../../src/policy/index';
import {
  refactor,
  refactorings,
  type RefactoringOffer,
} from '../../../../src/policy/refactor/index';
import { fixtures } from '../fixture';
import { language, managedPolicies } from '../language';
import { cases } from './cases';
import { mutated } from '../mutate';
import { canBeAbout, meaningOf, missing, type Meaning } from './meaning';

const { catalog } = language;

/** Each fifteenth managed policy that is no book. */
const managed = managedPolicies()
  .filter(({ text }, i) => i % 15 === 0 && text.length < 8_000)
  .map(({ text }) => text);
const corpus = [
  ...cases.map(({ before }) => before.replace('|', '')),
  ...new Set(fixtures().map(({ text }) => text)),
  ...managed,
].filter((text) => text.length < 8_000);

const found = new Map<string, RefactoringOffer[]>();

/** What is offered at some places of two statements, and for the whole text. */
function offersIn(text: string): RefactoringOffer[] {
  const known = found.get(text);
  if (known) return known;
  const document = parsePolicy(text);
  const places = document.statements
    .slice(0, 2)
    .flatMap(({ node, actions, elements }) => [
      node.offset,
      actions[0]?.node.offset ?? 0,
      elements.get('Resource')?.offset ?? 0,
      elements.get('Condition')?.end ?? 0,
    ]);
  const spans = [...new Set(places)].map((offset) => ({ offset, end: offset }));
  const offers = new Map<string, RefactoringOffer>();
  for (const span of [...spans, { offset: 0, end: text.length }]) {
    for (const offer of refactor(document, catalog, span, 'unknown')) {
      offers.set(`${offer.id} ${offer.title} ${offer.edits()[0]?.offset ?? -1}`, offer);
    }
  }
  found.set(text, [...offers.values()]);
  return [...offers.values()];
}

const comments = (text: string) =>
  parsePolicy(text).tree.comments.map(({ offset, end }) => text.slice(offset, end));

function assertKept(text: string, offer: RefactoringOffer): string {
  const after = applyEdits(text, offer.edits());
  const place = `${offer.id}: ${offer.title}\n${text}\n→\n${after}`;
  const { problems } = parsePolicy(after).tree;
  assert.deepEqual(
    problems.filter(({ kind }) => kind !== 'comment'),
    [],
    place,
  );
  assert.deepEqual(comments(after).sort(), comments(text).sort(), place);
  assert.notEqual(after, text, place);
  return after;
}

let remembered: { text: string; meaning: Meaning } | undefined;

/** Refactorings whose title says that something is added. */
const ADDS = ['addDependentActions'];
/** Those that leave out pairs of an action and a resource that can never meet. */
const SORTS_OUT = ['splitByResource', 'splitByService'];

function assertMeans(text: string, after: string, { id, title }: RefactoringOffer): void {
  if (remembered?.text !== text) remembered = { text, meaning: meaningOf(text) };
  const old = remembered.meaning;
  const now = meaningOf(after);
  const place = `${id}: ${title}\n${text}\n→\n${after}`;
  const lost = [...missing(old, now)].filter(([key, action]) => {
    const [resource = ''] = JSON.parse(key) as string[];
    return !SORTS_OUT.includes(id) || canBeAbout(action, resource);
  });
  assert.deepEqual(lost.slice(0, 5), [], place);
  if (ADDS.includes(id)) return;
  assert.deepEqual([...missing(now, old)].slice(0, 5), [], place);
}

/** Each line begins with one unit for each bracket that is open there. */
function assertIndented(text: string, unit: string): void {
  let depth = 0;
  for (const line of text.split(/\r?\n/)) {
    const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
    const bare = line.replace(/"(?:\\.|[^"\\])*"/g, '""');
    const closers = /^[ \t]*([\]}]+)/.exec(bare)?.[1]?.length ?? 0;
    assert.equal(indent, unit.repeat(Math.max(depth - closers, 0)), `${line}\n${text}`);
    for (const char of bare) {
      if (char === '{' || char === '[') depth++;
      if (char === '}' || char === ']') depth--;
    }
  }
}

describe('refactorings', () => {
  it('of the corpus leave JSON with its comments that means the same', () => {
    const seen = new Map<string, number>();
    for (const text of corpus) {
      for (const offer of offersIn(text)) {
        seen.set(offer.id, (seen.get(offer.id) ?? 0) + 1);
        assertMeans(text, assertKept(text, offer), offer);
      }
    }
    // Each one was tried, so that what is said above is said of all.
    assert.deepEqual([...seen.keys()].sort(), refactorings.map(({ id }) => id).sort());
  });

  it('keep the unit of indentation and the line ends', () => {
    const layouts = [
      { unit: '  ', end: '\n' },
      { unit: '    ', end: '\r\n' },
      { unit: '\t', end: '\n' },
    ];
    for (const [i, source] of managed.entries()) {
      const { unit, end } = layouts[i % layouts.length] ?? { unit: '  ', end: '\n' };
      const text = JSON.stringify(JSON.parse(source), null, unit).replaceAll('\n', end);
      for (const offer of offersIn(text)) {
        const after = assertKept(text, offer);
        assertIndented(after, unit);
        if (end === '\r\n') assert.doesNotMatch(after, /[^\r]\n/);
        else assert.ok(!after.includes('\r'));
      }
    }
  });

  it('stay on one line in a minified policy, without white space', () => {
    for (const source of managed) {
      const text = JSON.stringify(JSON.parse(source));
      for (const offer of offersIn(text)) {
        const after = assertKept(text, offer);
        assert.equal(after, JSON.stringify(JSON.parse(after)), offer.title);
      }
    }
  });

  it('that bring a form are not offered again where it is', () => {
    const FORMS = [
      'sortValues',
      'removeDuplicates',
      'normalizeCase',
      'addSid',
      'singleValues',
      'addVersion',
    ];
    for (const text of corpus) {
      for (const offer of offersIn(text).filter(({ id }) => FORMS.includes(id))) {
        const after = applyEdits(text, offer.edits());
        const [start] = offer.edits();
        const document = parsePolicy(after);
        const span = { offset: start?.offset ?? 0, end: start?.offset ?? 0 };
        const again = refactor(document, catalog, span, 'unknown');
        assert.ok(
          !again.some(({ id, title }) => id === offer.id && title === offer.title),
          `${offer.title}\n${text}\n→\n${after}`,
        );
      }
    }
  });

  it('shrink any actions to patterns for the same ones, and then no further', () => {
    const services = catalog.services
      .map(({ prefix }) => catalog.actionNames(prefix).map(({ name }) => `${prefix}:${name}`))
      .filter((names) => names.length > 3);
    const actions = fc
      .array(
        fc
          .constantFrom(...services)
          .chain((names) =>
            fc.subarray(names, { minLength: 1, maxLength: Math.min(60, names.length) }),
          ),
        { minLength: 1, maxLength: 3 },
      )
      .map((lists) => lists.flat());
    fc.assert(
      fc.property(actions, (list) => {
        const text = JSON.stringify(
          { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: list, Resource: '*' }] },
          null,
          2,
        );
        const offer = shrinkIn(text);
        if (!offer) return;
        const after = assertKept(text, offer);
        assertMeans(text, after, offer);
        assert.equal(shrinkIn(after), undefined, after);
      }),
      { numRuns: 100 },
    );
  });

  it('make of an expanded pattern the same actions in as few patterns again', () => {
    for (const pattern of [
      's3:Get*',
      'iam:*',
      'ec2:Describe*',
      'dynamodb:*Item',
      'sqs:*Message*',
    ]) {
      const text = `{"Statement":[{"Effect":"Allow","Action":"${pattern}","Resource":"*"}]}`;
      const place = { offset: text.indexOf(pattern), end: text.indexOf(pattern) };
      const expand = refactor(parsePolicy(text), catalog, place, 'identity').find(
        ({ id }) => id === 'expandPatterns',
      );
      assert.ok(expand);
      const expanded = assertKept(text, expand);
      const shrink = shrinkIn(expanded);
      assert.ok(shrink);
      assert.deepEqual(
        (JSON.parse(assertKept(expanded, shrink)) as { Statement: [{ Action: string[] }] })
          .Statement[0].Action,
        [pattern],
      );
    }
  });

  it('leave a broken policy alone, or leave JSON', () => {
    const texts = corpus.filter((text) => text.length < 3_000);
    for (let seed = 1; seed <= 600; seed++) {
      const text = mutated(texts[seed % texts.length] ?? '', seed * 7_919);
      const document = parsePolicy(text);
      const place = document.statements[0]?.actions[0]?.node.offset ?? 0;
      const start = performance.now();
      for (const offer of refactor(document, catalog, { offset: place, end: place }, 'unknown')) {
        assertKept(text, offer);
      }
      assert.ok(performance.now() - start < 5_000, text);
    }
  });

  it('take any text, and any place in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(300), (part, offset) => {
        for (const text of [part, `{"Statement":[{"Effect":"Allow","Action":["${part}"]}]}`]) {
          for (const offer of refactor(
            parsePolicy(text),
            catalog,
            { offset, end: offset },
            'unknown',
          )) {
            applyEdits(text, offer.edits());
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function shrinkIn(text: string): RefactoringOffer | undefined {
  const document = parsePolicy(text);
  const offset = document.statements[0]?.node.offset ?? 0;
  return refactor(document, catalog, { offset, end: offset }, 'identity').find(
    ({ id }) => id === 'shrinkActions',
  );
}

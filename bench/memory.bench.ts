import { setTimeout } from 'node:timers/promises';
import { createPolicyLanguage } from '../src/policy/index';
import { managedPolicies, root } from '../test/unit/policy/language';
import { mutated } from '../test/unit/policy/mutate';
import type { Row } from './row';

const EDITS = 1_000;

/** Megabytes in use when all that nobody holds is gone. */
async function heap(): Promise<number> {
  for (let i = 0; i < 3; i++) {
    globalThis.gc?.();
    await setTimeout(10);
  }
  return process.memoryUsage().heapUsed / 1e6;
}

/** A policy of 20 KB that is edited at random places; after each edit it is checked, completed and explained. */
export default async function memory(): Promise<Row[]> {
  const language = createPolicyLanguage(`${root}/dist/catalog.bin`);
  const source = managedPolicies().find(({ text }) => text.length > 20_000)?.text ?? '';
  let seed = 1;
  const edit = () => {
    const text = mutated(source, seed++);
    const document = language.parse(text);
    const offset = (seed * 7919) % text.length;
    language.check(document, { kind: 'identity' });
    language.complete(document, offset);
    language.hover(document, offset);
    language.format(text, { tabSize: 2, insertSpaces: true });
  };
  const edits = async (count: number) => {
    for (let i = 0; i < count; i++) edit();
    return heap();
  };
  // What the catalog reads on first use is there to stay.
  const before = await edits(EDITS);
  const after = await edits(EDITS);
  return [
    {
      name: `Heap after ${EDITS.toLocaleString('en')} edits of a 20 KB policy, against after as many before`,
      ours: after - before,
      unit: 'MB',
      // What is remembered of texts has a bound, which these edits do not reach.
      atMost: 8,
    },
    { name: 'Heap with catalog, checks and completion in use', ours: after, unit: 'MB' },
  ];
}

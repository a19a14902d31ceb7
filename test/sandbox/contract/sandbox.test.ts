import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openSandbox } from '../../../src/sandbox';
import { analyzerOperations } from '../../../src/sandbox/accessAnalyzer';
import { serveSandbox } from '../../../src/sandbox/httpServer';
import { SERVICES } from '../../../src/sandbox/operations';
import { sandboxRequestHandler } from '../../../src/sandbox/requestHandler';
import { contractCases } from './cases';
import { type Subject, subject } from './subject';

const dist = (name: string) => path.join(process.cwd(), 'dist', name);
const options = {
  empty: true,
  managedPoliciesFile: dist('managed-policies.bin'),
  catalogFile: dist('catalog.bin'),
};

async function inProcess(): Promise<Subject> {
  const sandbox = await openSandbox(options);
  const requestHandler = sandboxRequestHandler(sandbox);
  return subject(
    { requestHandler, exactWording: true },
    () => sandbox.reset(),
    () => Promise.resolve(),
  );
}

async function overHttp(): Promise<Subject> {
  const sandbox = await openSandbox(options);
  const server = await serveSandbox(sandbox, 0);
  const reset = async () => {
    const { status } = await fetch(`${server.url}/_sandbox/reset`, { method: 'POST' });
    assert.equal(status, 204);
  };
  return subject({ endpoint: server.url, exactWording: true }, reset, () => server.close());
}

const operations = [
  ...[...SERVICES.values()].flatMap((service) => Object.keys(service.operations)),
  ...analyzerOperations,
];

test('every operation is named in docs/practice-account.md, and no other', async () => {
  const text = await readFile(path.join(process.cwd(), 'docs', 'practice-account.md'), 'utf8');
  const [, section = ''] = /## Operations\n(.*?)\.\n\nAny other/s.exec(text) ?? [];
  const named = section.match(/\b[A-Z][a-z]+[A-Z]\w+\b/g) ?? [];
  assert.deepEqual(named.sort(), [...operations].sort());
});

for (const [way, open] of [
  ['in process', inProcess],
  ['over HTTP', overHttp],
] as const) {
  describe(`the practice account ${way}`, () => {
    let account: Subject;
    before(async () => {
      account = await open();
    });
    after(() => account.close());

    for (const contractCase of contractCases) {
      test(contractCase.name, async () => {
        await account.reset();
        await contractCase.run(account);
      });
    }

    test('every operation of the table has a case', () => {
      assert.deepEqual([...account.called].sort(), [...operations].sort());
    });
  });
}

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { contractCases } from './cases';
import { startMoto } from './moto';
import { motoDifferences } from './motoDifferences';
import type { ContractCase, Subject } from './subject';

const different = new Set(motoDifferences.flatMap((difference) => difference.cases));

describe('the contract against moto', () => {
  let plain: Subject | undefined;
  let withAwsPolicies: Subject | undefined;
  before(async () => {
    [plain, withAwsPolicies] = await Promise.all([startMoto(false), startMoto(true)]);
  });
  after(() => Promise.all([plain?.close(), withAwsPolicies?.close()]));

  // moto has no Access Analyzer.
  for (const contractCase of contractCases.filter(({ analyzer }) => !analyzer)) {
    test(contractCase.name, async (context) => {
      const moto = contractCase.awsPolicies ? withAwsPolicies : plain;
      if (!moto) {
        context.skip("Python's moto is not installed (pip install 'moto[server]')");
        return;
      }
      await moto.reset();
      if (different.has(contractCase.name)) await failsAsListed(contractCase, moto);
      else await contractCase.run(moto);
    });
  }

  test('every listed difference is a case', () => {
    const names = new Set(contractCases.map((contractCase) => contractCase.name));
    assert.deepEqual(
      [...different].filter((name) => !names.has(name)),
      [],
    );
  });
});

/** A difference that is gone must leave the list. */
async function failsAsListed(contractCase: ContractCase, moto: Subject): Promise<void> {
  const passed = await contractCase.run(moto).then(
    () => true,
    () => false,
  );
  assert.ok(!passed, 'moto behaves as AWS does here: take the case off the list of differences');
}

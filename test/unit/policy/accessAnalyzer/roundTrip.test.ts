import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareOpinions } from '../../../../src/policy/accessAnalyzer/compare';
import type { PolicyType } from '../../../../src/policy/accessAnalyzer/model';
import { placeFindings } from '../../../../src/policy/accessAnalyzer/place';
import { analyzerRequest, kindOfRequest } from '../../../../src/policy/accessAnalyzer/request';
import { parsePolicy } from '../../../../src/policy/parse';
import { fixtures } from '../fixture';
import { language } from '../language';
import { mutated } from '../mutate';

const all = fixtures().flatMap(({ name, kind, text }) => {
  const request = analyzerRequest(parsePolicy(text), kind);
  return request ? [{ name, text, policyType: request.policyType }] : [];
});

/** Our own answer in Access Analyzer's shape, and what the editor would show of the same text. */
function opinions(text: string, policyType: PolicyType) {
  const document = parsePolicy(text);
  const theirs = language.validatePolicy({ policyDocument: text, policyType });
  const { kind } = kindOfRequest(policyType, undefined, language.kindOf(document));
  return { document, theirs, ours: language.check(document, { kind }) };
}

describe('an answer in the shape of Access Analyzer', () => {
  it('comes back to the very places that it was made of, in every fixture', () => {
    let count = 0;
    for (const { name, text, policyType } of all) {
      for (const variant of [text, text.replace(/\r?\n/g, '\r\n')]) {
        const { document, theirs, ours } = opinions(variant, policyType);
        const { added, confirmed } = compareOpinions(document, ours, theirs);
        assert.deepEqual([added, confirmed], [[], theirs.length], name);
        const bySpan = theirs.map((finding) => ({
          ...finding,
          locations: finding.locations.map(({ span }) => ({ path: [], span })),
        }));
        const wanted = theirs.map(({ locations }) =>
          locations.map(({ span }) => span.start.offset),
        );
        const offsets = (findings: typeof theirs) =>
          placeFindings(document, findings).map(({ places }) => places.map(({ offset }) => offset));
        assert.deepEqual(offsets(bySpan), wanted, name);
        assert.deepEqual(offsets(theirs), wanted, name);
        count += theirs.length;
      }
    }
    assert.ok(count > 500, String(count));
  });

  it('is never more than our own findings, whatever was done to a text', () => {
    for (let seed = 0; seed < 1_500; seed++) {
      const { text, policyType } = all[seed % all.length] ?? assert.fail();
      const { document, theirs, ours } = opinions(mutated(text, seed), policyType);
      assert.deepEqual(compareOpinions(document, ours, theirs).added, [], `seed ${seed}`);
    }
  });

  it('takes its time in proportion to the text', () => {
    const statement = '{"Effect":"Allow","Action":"s3:GetObjct","Resource":"*"}';
    const many = Array<string>(15_000).fill(statement).join(',\n');
    const started = performance.now();
    const { document, theirs, ours } = opinions(
      `{"Statement":[${many}],"Id":"é"}`,
      'IDENTITY_POLICY',
    );
    const checked = performance.now();
    assert.equal(compareOpinions(document, ours, theirs).confirmed, theirs.length);
    assert.ok(theirs.length >= 1_000);
    const compared = performance.now() - checked;
    assert.ok(compared < 2_000 + (checked - started), `${compared} ms`);
  });
});

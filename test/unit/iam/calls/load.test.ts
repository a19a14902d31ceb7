import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextPageSize } from '../../../../src/iam/calls/load';

type Page = NonNullable<Parameters<typeof nextPageSize>[0]>;

function page(details: Partial<Page>): Page {
  return { $metadata: {}, ...details };
}

function times<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}

describe('nextPageSize', () => {
  it('begins small and grows while items are light', () => {
    const sizes = [nextPageSize(undefined, 100)];
    for (let each = 0; each < 4; each++) {
      sizes.push(nextPageSize(page({ UserDetailList: times(sizes.at(-1) ?? 0, {}) }), 100));
    }
    assert.deepEqual(sizes, [100, 300, 900, 1000, 1000]);
  });

  it('asks for fewer when their documents are large, so that one answer is read quickly', () => {
    const version = { Document: 'x'.repeat(6_144) };
    const policies = times(100, { PolicyVersionList: times(5, version) });
    assert.equal(nextPageSize(page({ Policies: policies }), 100), 40);
    const user = { UserPolicyList: [{ PolicyDocument: 'x'.repeat(2_400) }] };
    assert.equal(nextPageSize(page({ UserDetailList: times(100, user) }), 100), 200);
  });

  it('is not misled by an empty page', () => {
    assert.equal(nextPageSize(page({}), 100), 1000);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rememberedText, statusText } from '../../../src/connections/statusText';
import type { ResolvedConnection } from '../../../src/iam/connection/connection';

const prod: ResolvedConnection = {
  connection: { kind: 'profile', id: 'profile:prod', profile: 'prod' },
  label: 'prod',
  partition: 'aws',
  region: 'us-east-1',
  readOnly: false,
};
const identity = { accountId: '111122223333', arn: 'arn:aws:iam::111122223333:user/me' };

describe('statusText', () => {
  const cases: [string, Parameters<typeof statusText>[0]][] = [
    ['IAM: prod', { resolved: prod, sessionLost: false }],
    ['IAM: prod (111122223333)', { resolved: prod, identity, sessionLost: false }],
    [
      '$(lock) IAM: prod (111122223333, custom endpoint)',
      {
        resolved: { ...prod, readOnly: true, endpoint: 'http://127.0.0.1:4579' },
        identity,
        sessionLost: false,
      },
    ],
    ['IAM: prod (signed out)', { resolved: prod, sessionLost: true }],
    [
      'IAM: practice account',
      {
        resolved: {
          ...prod,
          connection: { kind: 'practice', id: 'practice' },
          label: 'practice account',
        },
        identity,
        sessionLost: false,
      },
    ],
  ];
  for (const [expected, status] of cases) {
    it(expected, () => assert.equal(statusText(status), expected));
  }

  it('draws no icon for the name of a profile', () => {
    const text = rememberedText({ kind: 'profile', id: 'profile:$(x)', profile: '$(bug)' });
    assert.ok(!text.includes('$('));
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AccountModel } from '../../../../src/iam/accountModel';
import { isIamError } from '../../../../src/iam/errors';
import type { ReferenceKind } from '../../../../src/iam/model';
import type { RequestHandler } from '../../../../src/iam/sdk';
import { errorAnswer, openPractice, resultAnswer, scriptedClient } from '../practice';

const names = (account: AccountModel, kind: ReferenceKind) =>
  account.references(kind).items.map(({ name }) => name);
const operation = (body: string) => new URLSearchParams(body).get('Action') ?? '';

describe('what policies name', () => {
  it('is loaded when it is wanted, once for those who want it at the same time', async () => {
    const { account, calls, changes } = await openPractice({});
    assert.deepEqual(account.references('role'), { state: 'idle', items: [] });
    const loading = [account.loadReferences('role'), account.loadReferences('role')];
    assert.equal(account.references('role').state, 'loading');
    await Promise.all(loading);
    assert.equal(account.references('role').state, 'ready');
    assert.deepEqual(calls(), ['ListRoles']);
    assert.deepEqual(changes, Array(2).fill({ kind: 'references', of: 'role' }));
  });

  it('comes page by page and in order', async () => {
    const role = (name: string) =>
      `<member><RoleName>${name}</RoleName><Arn>arn:aws:iam::111122223333:role/app/${name}</Arn></member>`;
    const { client, bodies } = scriptedClient((body) =>
      body.includes('Marker=next')
        ? resultAnswer('ListRoles', `<Roles>${role('alpha')}</Roles>`)
        : resultAnswer(
            'ListRoles',
            `<Roles>${role('Zeta')}<member><RoleName>nameless</RoleName></member></Roles><IsTruncated>true</IsTruncated><Marker>next</Marker>`,
          ),
    );
    const account = new AccountModel(client);
    await account.loadReferences('role');
    assert.equal(bodies.length, 2);
    assert.deepEqual(account.references('role').items, [
      { name: 'alpha', arn: 'arn:aws:iam::111122223333:role/app/alpha' },
      { name: 'Zeta', arn: 'arn:aws:iam::111122223333:role/app/Zeta' },
    ]);
  });

  it('has its name in the ARN where AWS tells no other', async () => {
    const iam = 'arn:aws:iam::111122223333';
    const lists: Record<string, string> = {
      ListOpenIDConnectProviders: `<OpenIDConnectProviderList><member><Arn>${iam}:oidc-provider/idp.example/a</Arn></member></OpenIDConnectProviderList>`,
      ListSAMLProviders: `<SAMLProviderList><member><Arn>${iam}:saml-provider/adfs</Arn></member></SAMLProviderList>`,
      ListVirtualMFADevices: `<VirtualMFADevices><member><SerialNumber>${iam}:mfa/phone</SerialNumber></member></VirtualMFADevices>`,
      ListServerCertificates: `<ServerCertificateMetadataList><member><ServerCertificateName>web</ServerCertificateName><Arn>${iam}:server-certificate/web</Arn></member></ServerCertificateMetadataList>`,
      ListInstanceProfiles: `<InstanceProfiles><member><InstanceProfileName>node</InstanceProfileName><Arn>${iam}:instance-profile/node</Arn></member></InstanceProfiles>`,
    };
    const { client } = scriptedClient((body) =>
      resultAnswer(operation(body), lists[operation(body)] ?? ''),
    );
    const account = new AccountModel(client);
    const found: Partial<Record<ReferenceKind, string[]>> = {};
    for (const kind of [
      'oidcProvider',
      'samlProvider',
      'virtualMfaDevice',
      'serverCertificate',
      'instanceProfile',
    ] as const) {
      await account.loadReferences(kind);
      found[kind] = names(account, kind);
    }
    assert.deepEqual(found, {
      oidcProvider: ['idp.example/a'],
      samlProvider: ['adfs'],
      virtualMfaDevice: ['phone'],
      serverCertificate: ['web'],
      instanceProfile: ['node'],
    });
  });

  it('remembers a refusal, also when the account is loaded again', async () => {
    const { client } = scriptedClient((body) =>
      operation(body) === 'ListRoles'
        ? errorAnswer(403, 'AccessDenied', 'no')
        : resultAnswer(operation(body), ''),
    );
    const account = new AccountModel(client);
    await assert.rejects(account.loadReferences('role'), isIamError);
    assert.equal(account.references('role').state, 'failed');
    assert.equal(account.references('role').error?.reason, 'accessDenied');
    await account.load();
    assert.equal(account.references('role').state, 'failed');
  });

  it('is asked for anew after the account was loaded anew, and stays until then', async () => {
    const { account } = await openPractice({});
    await account.load();
    await account.loadReferences('role');
    const before = names(account, 'role');
    await account.load();
    assert.equal(account.references('role').state, 'idle');
    assert.deepEqual(names(account, 'role'), before);
  });

  it('stops with the account', async () => {
    const { client } = scriptedClient(() => new Promise(() => undefined));
    const account = new AccountModel(client);
    const loading = account.loadReferences('role');
    account.dispose();
    await assert.rejects(loading, (error) => isIamError(error) && error.reason === 'cancelled');
  });

  it('holds the buckets of all pages, each once, whatever the tokens say', async () => {
    const tokens: (string | undefined)[] = [];
    const handler = {
      handle: ({ query }: { query: Record<string, string> }) => {
        tokens.push(query['continuation-token']);
        const name = `b${tokens.length % 2}`;
        const body = `<ListAllMyBucketsResult><Buckets><Bucket><Name>${name}</Name></Bucket></Buckets><ContinuationToken>t${tokens.length % 2}</ContinuationToken></ListAllMyBucketsResult>`;
        return Promise.resolve({
          response: { statusCode: 200, headers: {}, body: Buffer.from(body) },
        });
      },
    };
    const requestHandler = () => Promise.resolve(handler as unknown as RequestHandler);
    const { client } = scriptedClient(() => ({ text: '' }), { s3: {}, requestHandler });
    const account = new AccountModel(client);
    await account.loadReferences('bucket');
    assert.deepEqual(names(account, 'bucket'), ['b0', 'b1']);
    assert.deepEqual(tokens, [undefined, 't1', 't0']);
  });
});

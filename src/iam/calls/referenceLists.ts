/** Part of the SDK's bundle: how each kind of what policies name is asked for. */
import type { CallOptions } from '../account';
import type { IamClient } from '../client';
import type { Reference, ReferenceKind } from '../model';
import type { OperationInput, OperationOutput } from '../sdk';
import { sortByName } from '../state/nameIndex';
import { all, type Paged } from './paging';

type List = (client: IamClient, options: CallOptions) => Promise<Reference[]>;

/** Nothing without a name and an ARN: a policy could not name it. */
function reference(name: string | undefined, arn: string | undefined): Reference[] {
  return name && arn ? [{ name, arn }] : [];
}

/** Providers and devices are told by ARN alone: the name is what follows `oidc-provider/` and the like. */
function byArn(arn: string | undefined): Reference[] {
  return reference(arn?.replace(/^[^/]*\//, ''), arn);
}

function paged<K extends Paged, T>(
  operation: K,
  pick: (page: OperationOutput<K>) => T[] | undefined,
  narrow: (item: T) => Reference[],
): List {
  return async (client, options) => {
    const input = {} as OperationInput<K>;
    return (await all(client, operation, input, pick, options)).flatMap(narrow);
  };
}

/** Of S3's pages, whose end is told by a token. 1,000 are a page that no S3 cuts short. */
async function listBuckets(client: IamClient, options: CallOptions): Promise<Reference[]> {
  const found = new Map<string, Reference>();
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    if (token !== undefined) seen.add(token);
    const input = { MaxBuckets: 1000, ContinuationToken: token };
    const page = await client.call('ListBuckets', input, options);
    for (const { Name, BucketArn } of page.Buckets) {
      found.set(Name, { name: Name, arn: BucketArn });
    }
    token = page.ContinuationToken;
  } while (token !== undefined && !seen.has(token));
  return [...found.values()];
}

const LISTS: Readonly<Record<ReferenceKind, List>> = {
  role: paged(
    'ListRoles',
    ({ Roles }) => Roles,
    ({ RoleName, Arn }) => reference(RoleName, Arn),
  ),
  instanceProfile: paged(
    'ListInstanceProfiles',
    ({ InstanceProfiles }) => InstanceProfiles,
    ({ InstanceProfileName, Arn }) => reference(InstanceProfileName, Arn),
  ),
  serverCertificate: paged(
    'ListServerCertificates',
    ({ ServerCertificateMetadataList }) => ServerCertificateMetadataList,
    ({ ServerCertificateName, Arn }) => reference(ServerCertificateName, Arn),
  ),
  virtualMfaDevice: paged(
    'ListVirtualMFADevices',
    ({ VirtualMFADevices }) => VirtualMFADevices,
    ({ SerialNumber }) => byArn(SerialNumber),
  ),
  oidcProvider: async (client, options) => {
    const answer = await client.call('ListOpenIDConnectProviders', {}, options);
    return (answer.OpenIDConnectProviderList ?? []).flatMap(({ Arn }) => byArn(Arn));
  },
  samlProvider: async (client, options) => {
    const answer = await client.call('ListSAMLProviders', {}, options);
    return (answer.SAMLProviderList ?? []).flatMap(({ Arn }) => byArn(Arn));
  },
  bucket: listBuckets,
};

/** Everything of one kind, in the order of the names. @throws IamError */
export async function listReferences(
  kind: ReferenceKind,
  client: IamClient,
  options: CallOptions,
): Promise<Reference[]> {
  return sortByName(await LISTS[kind](client, options));
}

/** The AWS SDK, a bundle of its own: loaded with the first call, never while the editor starts. */
import {
  AccessAnalyzerClient,
  CheckAccessNotGrantedCommand,
  CheckNoNewAccessCommand,
  CheckNoPublicAccessCommand,
  ValidatePolicyCommand,
} from '@aws-sdk/client-accessanalyzer';
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DeleteLoginProfileCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  DeleteSigningCertificateCommand,
  DeleteUserCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachUserPolicyCommand,
  GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetailsCommand,
  GetAccountSummaryCommand,
  GetGroupCommand,
  GetGroupPolicyCommand,
  GetLoginProfileCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAccountAliasesCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicyCommand,
  ListGroupPoliciesCommand,
  ListGroupsCommand,
  ListGroupsForUserCommand,
  ListInstanceProfilesCommand,
  ListMFADevicesCommand,
  ListOpenIDConnectProvidersCommand,
  ListPoliciesCommand,
  ListPolicyVersionsCommand,
  ListRolesCommand,
  ListSAMLProvidersCommand,
  ListServerCertificatesCommand,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  ListVirtualMFADevicesCommand,
  PutGroupPolicyCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
  SetDefaultPolicyVersionCommand,
  UpdateAccessKeyCommand,
  UpdateGroupCommand,
  UpdateSigningCertificateCommand,
  UpdateUserCommand,
  UploadSigningCertificateCommand,
  type IAMClientConfig,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import { createS3Client, type ListBucketsInput, type S3Access, type S3Operations } from './buckets';
import { isFromAnalyzer, isFromIam, refuseStrangers } from './client/sdkAnswers';

export { listReferences } from './calls/referenceLists';
export { readCredentials } from './connection/credentials';

const stsOperations = { GetCallerIdentity: GetCallerIdentityCommand };

const analyzerOperations = {
  CheckAccessNotGranted: CheckAccessNotGrantedCommand,
  CheckNoNewAccess: CheckNoNewAccessCommand,
  CheckNoPublicAccess: CheckNoPublicAccessCommand,
  ValidatePolicy: ValidatePolicyCommand,
};

/** Every call that the product makes. A new one is a line here. */
const operations = {
  AddUserToGroup: AddUserToGroupCommand,
  AttachGroupPolicy: AttachGroupPolicyCommand,
  AttachUserPolicy: AttachUserPolicyCommand,
  CreateAccessKey: CreateAccessKeyCommand,
  CreateGroup: CreateGroupCommand,
  CreatePolicy: CreatePolicyCommand,
  CreatePolicyVersion: CreatePolicyVersionCommand,
  CreateUser: CreateUserCommand,
  DeleteAccessKey: DeleteAccessKeyCommand,
  DeleteGroup: DeleteGroupCommand,
  DeleteGroupPolicy: DeleteGroupPolicyCommand,
  DeleteLoginProfile: DeleteLoginProfileCommand,
  DeletePolicy: DeletePolicyCommand,
  DeletePolicyVersion: DeletePolicyVersionCommand,
  DeleteSigningCertificate: DeleteSigningCertificateCommand,
  DeleteUser: DeleteUserCommand,
  DeleteUserPolicy: DeleteUserPolicyCommand,
  DetachGroupPolicy: DetachGroupPolicyCommand,
  DetachUserPolicy: DetachUserPolicyCommand,
  GetAccessKeyLastUsed: GetAccessKeyLastUsedCommand,
  GetAccountAuthorizationDetails: GetAccountAuthorizationDetailsCommand,
  GetAccountSummary: GetAccountSummaryCommand,
  GetGroup: GetGroupCommand,
  GetGroupPolicy: GetGroupPolicyCommand,
  GetLoginProfile: GetLoginProfileCommand,
  GetPolicy: GetPolicyCommand,
  GetPolicyVersion: GetPolicyVersionCommand,
  GetUser: GetUserCommand,
  GetUserPolicy: GetUserPolicyCommand,
  ListAccessKeys: ListAccessKeysCommand,
  ListAccountAliases: ListAccountAliasesCommand,
  ListAttachedGroupPolicies: ListAttachedGroupPoliciesCommand,
  ListAttachedUserPolicies: ListAttachedUserPoliciesCommand,
  ListEntitiesForPolicy: ListEntitiesForPolicyCommand,
  ListGroupPolicies: ListGroupPoliciesCommand,
  ListGroups: ListGroupsCommand,
  ListGroupsForUser: ListGroupsForUserCommand,
  ListInstanceProfiles: ListInstanceProfilesCommand,
  ListMFADevices: ListMFADevicesCommand,
  ListOpenIDConnectProviders: ListOpenIDConnectProvidersCommand,
  ListPolicies: ListPoliciesCommand,
  ListPolicyVersions: ListPolicyVersionsCommand,
  ListRoles: ListRolesCommand,
  ListSAMLProviders: ListSAMLProvidersCommand,
  ListSSHPublicKeys: ListSSHPublicKeysCommand,
  ListServerCertificates: ListServerCertificatesCommand,
  ListServiceSpecificCredentials: ListServiceSpecificCredentialsCommand,
  ListSigningCertificates: ListSigningCertificatesCommand,
  ListUserPolicies: ListUserPoliciesCommand,
  ListUsers: ListUsersCommand,
  ListVirtualMFADevices: ListVirtualMFADevicesCommand,
  PutGroupPolicy: PutGroupPolicyCommand,
  PutUserPolicy: PutUserPolicyCommand,
  RemoveUserFromGroup: RemoveUserFromGroupCommand,
  SetDefaultPolicyVersion: SetDefaultPolicyVersionCommand,
  UpdateAccessKey: UpdateAccessKeyCommand,
  UpdateGroup: UpdateGroupCommand,
  UpdateSigningCertificate: UpdateSigningCertificateCommand,
  UpdateUser: UpdateUserCommand,
  UploadSigningCertificate: UploadSigningCertificateCommand,
  ...stsOperations,
  ...analyzerOperations,
};

const commands: Readonly<Record<string, unknown>> = operations;

type Operations = typeof operations;
export type OperationName = keyof Operations | keyof S3Operations;
/** The SDK's own command type, told apart into what goes in and what comes out. */
type InputAndOutput<C> = C extends {
  resolveMiddleware(
    stack: never,
    config: never,
    options: never,
  ): (...args: never[]) => Promise<{ output: infer O }>;
  readonly input: infer I;
}
  ? { input: I; output: O }
  : never;
type AllOperations = {
  [K in keyof Operations]: InputAndOutput<InstanceType<Operations[K]>>;
} & S3Operations;
export type OperationInput<K extends OperationName> = AllOperations[K]['input'];
export type OperationOutput<K extends OperationName> = AllOperations[K]['output'];

/** Carries requests; the SDK's own sends them over HTTPS, the practice account's answers them itself. */
export type RequestHandler = NonNullable<IAMClientConfig['requestHandler']>;
export type Credentials = AwsCredentialIdentity;

export interface SdkSettings {
  region: string;
  /** Absent: AWS's own for the region. */
  endpoint?: string;
  stsEndpoint?: string;
  /** Absent: buckets are not asked for. */
  s3?: S3Access;
  /** Of IAM Access Analyzer, a service of its own in each Region. */
  analyzer: { region: string; endpoint?: string };
  useFipsEndpoint: boolean;
  credentials: () => Promise<Credentials>;
  requestHandler?: RequestHandler;
  /** False: every call gets a connection of its own, as a kept one may be closing just now. */
  keepAlive: boolean;
}

export interface SdkClients {
  send<K extends OperationName>(
    operation: K,
    input: OperationInput<K>,
    signal: AbortSignal,
  ): Promise<OperationOutput<K>>;
  destroy(): void;
}

const CONNECT_MILLISECONDS = 10_000;
const SOCKETS = 8;

/**
 * The SDK keeps credentials that do not expire for the life of a client, and then misses a changed
 * file. Handed over as expiring at once, it asks for them with every call; keeping is done by us.
 */
function neverKept(read: () => Promise<Credentials>): () => Promise<Credentials> {
  return async () => ({ ...(await read()), expiration: new Date(0) });
}

/** Nothing is left for the SDK to look up in files or variables: all that was decided before. */
function configure(settings: SdkSettings, endpoint: string | undefined, region = settings.region) {
  const agent = { keepAlive: settings.keepAlive, maxSockets: SOCKETS };
  return {
    region,
    endpoint,
    ignoreConfiguredEndpointUrls: true,
    credentials: neverKept(settings.credentials),
    maxAttempts: 1,
    retryMode: 'standard',
    defaultsMode: 'standard' as const,
    useFipsEndpoint: settings.useFipsEndpoint,
    useDualstackEndpoint: false,
    authSchemePreference: [],
    userAgentAppId: 'iam-workbench',
    requestHandler: settings.requestHandler ?? {
      connectionTimeout: CONNECT_MILLISECONDS,
      httpAgent: agent,
      httpsAgent: agent,
    },
  };
}

/** Makes the clients for one set of credentials. */
export function createSdkClients(settings: SdkSettings): SdkClients {
  const { analyzer } = settings;
  const clients = {
    iam: new IAMClient(configure(settings, settings.endpoint)),
    sts: new STSClient(configure(settings, settings.stsEndpoint)),
    analyzer: new AccessAnalyzerClient(configure(settings, analyzer.endpoint, analyzer.region)),
  };
  refuseStrangers(clients.iam.middlewareStack, isFromIam);
  refuseStrangers(clients.sts.middlewareStack, isFromIam);
  refuseStrangers(clients.analyzer.middlewareStack, isFromAnalyzer);
  const s3 = createS3Client(settings.s3, configure(settings, settings.s3?.endpoint));
  return {
    send: async <K extends OperationName>(
      operation: K,
      input: OperationInput<K>,
      abortSignal: AbortSignal,
    ) => {
      if (operation === 'ListBuckets') {
        return await s3.listBuckets(input as ListBucketsInput, abortSignal);
      }
      const Command = commands[operation] as new (input: object) => object;
      const client = clients[serviceOf(operation)];
      const send = client.send.bind(client) as (...args: unknown[]) => Promise<unknown>;
      return (await send(new Command(input), { abortSignal })) as OperationOutput<K>;
    },
    destroy: () => [...Object.values(clients), s3].forEach((client) => client.destroy()),
  };
}

function serviceOf(operation: OperationName): 'iam' | 'sts' | 'analyzer' {
  if (operation in stsOperations) return 'sts';
  return operation in analyzerOperations ? 'analyzer' : 'iam';
}

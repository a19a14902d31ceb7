/**
 * The fixed names of the policy language.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html,
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html
 */
export type FactKind =
  'identity' | 'resource' | 'trust' | 'scp' | 'rcp' | 'boundary' | 'session' | 'endpoint';

export const documentElements = ['Version', 'Id', 'Statement'] as const;
export const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;
export type StatementElement = (typeof statementElements)[number];

export interface KindGrammar {
  /** Elements of a statement that this kind does not take. */
  readonly forbidden: readonly StatementElement[];
  /** Each inner list needs one of its elements. */
  readonly required: ReadonlyArray<readonly StatementElement[]>;
  readonly effects: ReadonlyArray<'Allow' | 'Deny'>;
  /** Whether the document may have an Id. */
  readonly id: boolean;
  /** Characters of a Sid; unlimited where undefined. */
  readonly sid: RegExp | undefined;
}

const ACTION = ['Action', 'NotAction'] as const;
const RESOURCE = ['Resource', 'NotResource'] as const;
const PRINCIPAL = ['Principal', 'NotPrincipal'] as const;
const BOTH = ['Allow', 'Deny'] as const;
const IAM_SID = /^[A-Za-z0-9]*$/;

const identity: KindGrammar = {
  forbidden: PRINCIPAL,
  required: [['Effect'], ACTION, RESOURCE],
  effects: BOTH,
  id: false,
  sid: IAM_SID,
};

/** IAM accepts an `Id` nowhere of its own accord, yet ignores it in all but resource policies. */
export const grammarOfKind: Readonly<Record<FactKind, KindGrammar>> = {
  identity,
  boundary: identity,
  session: identity,
  scp: { ...identity, sid: undefined },
  rcp: {
    forbidden: ['NotPrincipal', 'NotAction'],
    required: [['Effect'], ['Principal'], ['Action'], RESOURCE],
    effects: ['Deny'],
    id: false,
    sid: undefined,
  },
  trust: {
    forbidden: ['NotPrincipal', ...RESOURCE],
    required: [['Effect'], ['Principal'], ACTION],
    effects: BOTH,
    id: true,
    sid: IAM_SID,
  },
  resource: {
    forbidden: [],
    required: [['Effect'], PRINCIPAL, ACTION, RESOURCE],
    effects: BOTH,
    id: true,
    sid: undefined,
  },
  endpoint: {
    forbidden: [],
    required: [['Effect'], ['Principal'], ACTION, RESOURCE],
    effects: BOTH,
    id: true,
    sid: undefined,
  },
};

/** Pairs of which a statement has one (UNSUPPORTED_ELEMENT_COMBINATION). */
export const exclusiveElements: ReadonlyArray<readonly [StatementElement, StatementElement]> = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
];

export const versions = ['2012-10-17', '2008-10-17'] as const;

/**
 * Keys of a Principal map; which kinds take `CanonicalUser`: Amazon S3 only.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const principalKeys = ['AWS', 'CanonicalUser', 'Federated', 'Service'] as const;

/**
 * Policy variables that no condition key of the request stands behind.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const escapeVariables = ['${*}', '${?}', '${$}'] as const;

/**
 * Condition keys that are single-valued text and so can be policy variables, as AWS lists them; tag keys
 * take their tag key: `${aws:PrincipalTag/team}`. Same page.
 */
export const variableKeys: readonly string[] = [
  'aws:CurrentTime',
  'aws:EpochTime',
  'aws:FederatedProvider',
  'aws:PrincipalAccount',
  'aws:PrincipalArn',
  'aws:PrincipalOrgID',
  'aws:PrincipalTag/',
  'aws:PrincipalType',
  'aws:referer',
  'aws:RequestTag/',
  'aws:ResourceAccount',
  'aws:ResourceTag/',
  'aws:SecureTransport',
  'aws:SourceAccount',
  'aws:SourceArn',
  'aws:SourceIdentity',
  'aws:SourceIp',
  'aws:SourceVpc',
  'aws:SourceVpce',
  'aws:TokenIssueTime',
  'aws:UserAgent',
  'aws:userid',
  'aws:username',
  'ec2:SourceInstanceARN',
  'cognito-identity.amazonaws.com:aud',
  'cognito-identity.amazonaws.com:sub',
  'accounts.google.com:aud',
  'accounts.google.com:sub',
  'graph.facebook.com:app_id',
  'graph.facebook.com:id',
  'www.amazon.com:app_id',
  'www.amazon.com:user_id',
  'saml:namequalifier',
  'saml:sub',
  'saml:sub_type',
  'iot:ClientId',
  'iot:Connection.Thing.ThingName',
  'iot:Certificate.Subject.CommonName',
  's3:prefix',
  's3:max-keys',
  'sns:Endpoint',
  'sns:Protocol',
  'transfer:HomeBucket',
  'transfer:HomeDirectory',
  'transfer:HomeFolder',
  'transfer:UserName',
];

/** Cases that moto fails, and the page of AWS's documentation that decides for AWS. */
export interface Difference {
  what: string;
  page: string;
  cases: string[];
}

const API = 'https://docs.aws.amazon.com/IAM/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';

/** Seen with moto 5.2. One that is gone must leave the list, a new one must enter it. */
export const motoDifferences: readonly Difference[] = [
  {
    what: 'identifiers lack the prefix that names their kind, and are in lower case',
    page: `${GUIDE}/reference_identifiers.html#identifiers-unique-ids`,
    cases: [
      'a user is made with path and tags, and found again',
      'a group is made and found again',
      'a managed policy is made and found again',
      'the authorization details hold policies with all versions',
    ],
  },
  {
    what: 'certificate ids are in lower case',
    page: `${API}/API_SigningCertificate.html`,
    cases: ['a signing certificate is uploaded and listed'],
  },
  {
    what: 'names are compared with regard to case',
    page: `${GUIDE}/reference_iam-quotas.html#reference_iam-quotas-names`,
    cases: [
      'user names are unique without regard to case',
      'a user is not renamed to a name that is taken',
      'group names are unique without regard to case',
      'role names are unique without regard to case',
      'policy names are unique without regard to case and path',
    ],
  },
  {
    what: 'lengths and patterns of parameters are not checked',
    page: `${API}/API_CreateUser.html`,
    cases: [
      'a user name with a character that is not allowed is refused',
      'a user name that is too long is refused',
      'all violated constraints are told at once',
      'a path begins and ends with a slash',
    ],
  },
  {
    what: 'MaxItems is not checked',
    page: `${API}/API_ListUsers.html`,
    cases: ['MaxItems is from 1 to 1000'],
  },
  {
    what: 'users, groups and inline policies are not listed in pages',
    page: `${API}/API_ListGroups.html`,
    cases: [
      'users are listed in pages',
      'groups are listed by path prefix and in pages',
      'inline policies are listed in pages',
    ],
  },
  {
    what: 'the authorization details are not cut into pages',
    page: `${API}/API_GetAccountAuthorizationDetails.html`,
    cases: ['the authorization details come in pages'],
  },
  {
    what: 'an answer lacks IsTruncated',
    page: `${API}/API_ListAccessKeys.html`,
    cases: ['an access key is made with its secret, and listed without'],
  },
  {
    what: 'a user can be deleted with all that belongs to it',
    page: `${API}/API_DeleteUser.html`,
    cases: [
      'a login profile keeps a user from being deleted',
      'an access key keeps a user from being deleted',
      'a membership keeps a user from being deleted',
      'a certificate keeps a user from being deleted',
      'an MFA device keeps a user from being deleted, and is not deleted while in use',
      'an SSH public key is uploaded, keeps its user from being deleted, and is deleted',
    ],
  },
  {
    what: 'a group can be deleted with members and policies',
    page: `${API}/API_DeleteGroup.html`,
    cases: [
      'members keep a group from being deleted',
      'an inline policy keeps a group from being deleted',
      'an attached policy keeps a group from being deleted',
    ],
  },
  {
    what: 'a policy can be deleted while attached and with further versions',
    page: `${API}/API_DeletePolicy.html`,
    cases: [
      'attachments keep a policy from being deleted',
      'further versions keep a policy from being deleted',
    ],
  },
  {
    what: 'removing somebody who is not a member is refused',
    page: `${API}/API_RemoveUserFromGroup.html`,
    cases: ['removing somebody who is not a member changes nothing'],
  },
  {
    what: 'quotas are not kept',
    page: `${GUIDE}/reference_iam-quotas.html#reference_iam-quotas-entities`,
    cases: [
      'a user is in at most ten groups',
      'ten policies are attached to a user, no more',
      'a user has at most fifty tags',
    ],
  },
  {
    what: 'sizes of policies are not limited',
    page: `${GUIDE}/reference_iam-quotas.html#reference_iam-quotas-entity-length`,
    cases: [
      'inline policies of a user have 2048 characters together',
      'inline policies of a group have 5120 characters together',
      'a managed policy has at most 6144 characters',
    ],
  },
  {
    what: 'the slash is left unencoded, which RFC 3986 reserves',
    page: `${API}/API_GetUserPolicy.html`,
    cases: ['an inline policy of a user comes back percent-encoded and unchanged'],
  },
  {
    what: 'documents of versions are not encoded',
    page: `${API}/API_GetPolicyVersion.html`,
    cases: ['a version is read percent-encoded'],
  },
  {
    what: 'inline policies without a version are refused; it defaults to 2008-10-17',
    page: `${GUIDE}/reference_policies_elements_version.html`,
    cases: ['an inline policy needs no version'],
  },
  {
    what: 'ARNs are not checked',
    page: `${API}/API_GetPolicy.html`,
    cases: ['what is no ARN of a policy is refused'],
  },
  {
    what: 'policies of AWS can be changed',
    page: `${GUIDE}/access_policies_managed-vs-inline.html#aws-managed-policies`,
    cases: ['AWS managed policies cannot be changed'],
  },
  {
    what: 'the status of a key is not checked',
    page: `${API}/API_UpdateAccessKey.html`,
    cases: ['a status that there is not is refused'],
  },
  {
    what: 'keys work that are inactive or deleted',
    page: `${GUIDE}/access-keys-admin-managed.html`,
    cases: ['an inactive key is refused', 'a deleted key is refused'],
  },
  {
    what: 'certificates are not checked for text around them, validity and duplicates',
    page: `${API}/API_UploadSigningCertificate.html`,
    cases: [
      'a certificate belongs to one user of the account',
      'text before the block is refused as a signing certificate',
      'an expired certificate is refused as a signing certificate',
      'a certificate of the future is refused as a signing certificate',
    ],
  },
  {
    what: 'PasswordResetRequired is lost',
    page: `${API}/API_CreateLoginProfile.html`,
    cases: ['a login profile is made, changed and deleted'],
  },
  {
    what: 'passwords are not checked',
    page: `${GUIDE}/id_credentials_passwords_account-policy.html#default-policy-details`,
    cases: ['a weak password is refused and not repeated'],
  },
  {
    what: 'there are no service-specific credentials',
    page: `${API}/API_ListServiceSpecificCredentials.html`,
    cases: ['service-specific credentials of a user that has none'],
  },
  {
    what: 'there are no permissions boundaries of users',
    page: `${API}/API_PutUserPermissionsBoundary.html`,
    cases: ['a permissions boundary is set, shown and removed'],
  },
  {
    what: 'a trust policy may name a resource',
    page: `${GUIDE}/reference_policies_elements_resource.html`,
    cases: ['a trust policy names no resource'],
  },
  {
    what: 'tag keys are compared with regard to case and their characters are not checked',
    page: `${GUIDE}/id_tags.html#id_tags_rules`,
    cases: [
      'a tag key twice, in any case, is refused',
      'a tag key with a character that is not allowed is refused',
    ],
  },
  {
    what: 'aliases are not checked',
    page: `${API}/API_CreateAccountAlias.html`,
    cases: ['an alias with upper case is refused'],
  },
  {
    what: 'any alias can be deleted',
    page: `${API}/API_DeleteAccountAlias.html`,
    cases: ['an alias that is not there is not deleted'],
  },
  {
    what: 'any Sid is taken',
    page: `${GUIDE}/reference_policies_elements_sid.html`,
    cases: ['a policy document with a Sid with a hyphen is refused'],
  },
  {
    what: 'a principal is taken in a policy of an identity',
    page: `${GUIDE}/reference_policies_elements_principal.html`,
    cases: ['a policy document with a principal is refused'],
  },
  {
    what: 'a key is taken twice',
    page: `${GUIDE}/reference_policies_grammar.html#policies-grammar-json`,
    cases: ['a policy document with a key twice is refused'],
  },
  {
    what: 'any character is taken in a document',
    page: `${API}/API_CreatePolicy.html`,
    cases: ['a policy document with a character beyond Latin 1 is refused'],
  },
  {
    what: 'any text is taken for a public key',
    page: `${API}/API_UploadSSHPublicKey.html`,
    cases: ['what is no public key is refused'],
  },
  {
    what: 'ARNs of any partition are taken',
    page: `${GUIDE}/reference-arns.html`,
    cases: ['a policy document with an ARN of another partition is refused'],
  },
];

import type { Account } from '../iam/account';
import type { EntityRef, PolicyHolder } from '../iam/model';

/** What a person calls it: the name, of keys and certificates the id. */
export function nameOf(ref: EntityRef): string {
  switch (ref.kind) {
    case 'user':
    case 'group':
    case 'attachment':
      return ref.name;
    case 'accessKey':
    case 'signingCertificate':
      return ref.id;
    case 'membership':
      return ref.shown === 'user' ? ref.userName : ref.groupName;
    case 'policy':
      return ref.ref.kind === 'inline'
        ? ref.ref.policyName
        : ref.ref.arn.slice(ref.ref.arn.lastIndexOf('/') + 1);
  }
}

/**
 * The ARN; keys, certificates and inline policies have none, so theirs is that of the user or group
 * that they belong to. Undefined for what is gone.
 */
export function arnOf(account: Account, ref: EntityRef): string | undefined {
  switch (ref.kind) {
    case 'user':
      return account.user(ref.name)?.arn;
    case 'group':
      return account.group(ref.name)?.arn;
    case 'accessKey':
    case 'signingCertificate':
      return account.user(ref.userName)?.arn;
    case 'membership':
      return arnOf(account, shownOf(ref));
    case 'attachment':
      return ref.arn;
    case 'policy':
      return ref.ref.kind === 'managed' ? ref.ref.arn : arnOf(account, ref.ref.holder);
  }
}

/** The user or group that the tree shows for a membership. */
function shownOf({
  shown,
  userName,
  groupName,
}: Extract<EntityRef, { kind: 'membership' }>): PolicyHolder {
  return { kind: shown, name: shown === 'user' ? userName : groupName };
}

/** Console hosts by partition: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const CONSOLES: Record<string, string> = {
  aws: 'console.aws.amazon.com',
  'aws-cn': 'console.amazonaws.cn',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-eusc': 'console.amazonaws-eusc.eu',
};

/** The page of the AWS console that shows it; undefined for a partition without a public console. */
export function consoleUrl(partition: string, ref: EntityRef): string | undefined {
  const host = Object.hasOwn(CONSOLES, partition) ? CONSOLES[partition] : undefined;
  return host === undefined ? undefined : `https://${host}/iam/home#${consolePage(ref)}`;
}

/**
 * The page of the AWS console for any ARN: the console's own resolver of ARNs, which is there in the
 * public partition only; of IAM's roles elsewhere their own page.
 */
export function arnConsoleUrl(arn: string): string | undefined {
  const partition = arn.split(':')[1] ?? '';
  const role = /^arn:[\w-]+:iam::\d{12}:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
  const host = CONSOLES[partition];
  if (host !== undefined && role !== undefined) {
    return `https://${host}/iam/home#/roles/details/${encodeURIComponent(role)}`;
  }
  return partition === 'aws'
    ? `https://${CONSOLES.aws}/go/view?arn=${encodeURIComponent(arn)}`
    : undefined;
}

function consolePage(ref: EntityRef): string {
  const part = encodeURIComponent;
  switch (ref.kind) {
    case 'user':
    case 'group':
      return `/${ref.kind}s/details/${part(ref.name)}`;
    case 'accessKey':
    case 'signingCertificate':
      return `/users/details/${part(ref.userName)}?section=security_credentials`;
    case 'membership':
      return consolePage(shownOf(ref));
    case 'attachment':
      return `/policies/details/${part(ref.arn)}`;
    case 'policy':
      return ref.ref.kind === 'managed'
        ? `/policies/details/${part(ref.ref.arn)}`
        : `${consolePage(ref.ref.holder)}?section=permissions`;
  }
}

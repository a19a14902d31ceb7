import { type Statement, values } from './syntax';

/** A resource that AWS refuses, with its sentence. */
export class ResourceProblem {
  /** An ARN with too few parts, about which AWS says only that parsing failed. */
  static readonly unparsable = new ResourceProblem('The policy failed legacy parsing');

  constructor(readonly message: string) {}
}

/**
 * The account's own partition or any: one refuses the ARNs of another.
 * @see https://github.com/terraform-aws-modules/terraform-aws-iam/issues/39
 */
const PARTITIONS = ['aws', '*'];

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
const IAM_RESOURCES = [
  'user/',
  'federated-user/',
  'role/',
  'group/',
  'instance-profile/',
  'mfa/',
  'server-certificate/',
  'policy/',
  'sms-mfa/',
  'saml-provider/',
  'oidc-provider/',
  'report/',
  'access-report/',
];

/** The first resource that AWS refuses; one that cannot be parsed goes before all others. */
export function resourceProblem(statement: Statement): ResourceProblem | undefined {
  const problems = values(statement.Resource ?? statement.NotResource).flatMap(
    (resource) => checkResource(resource) ?? [],
  );
  return problems.find((problem) => problem === ResourceProblem.unparsable) ?? problems[0];
}

/**
 * Is it `*` or an ARN that can be?
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 * @see https://github.com/trussworks/terraform-aws-s3-anti-virus/issues/21,
 * https://github.com/cloudera-labs/cloudera.exe/issues/112 for the wording
 */
function checkResource(resource: string): ResourceProblem | undefined {
  if (resource === '*') return undefined;
  const [, partition, ...rest] = resource.split(':');
  if (partition === undefined) {
    return new ResourceProblem(`Resource ${resource} must be in ARN format or "*".`);
  }
  if (!PARTITIONS.includes(partition)) return wrongPartition(partition, rest);
  const [service, region, ...accountAndName] = rest;
  if (service === undefined) {
    return new ResourceProblem(
      'Resource vendor must be fully qualified and cannot contain regexes.',
    );
  }
  const name = accountAndName.slice(1).join(':');
  if (service === '' || (accountAndName.length < 2 && resource.includes('::'))) {
    return ResourceProblem.unparsable;
  }
  return regionProblem(resource, service, region ?? '', name) ?? pathProblem(service, name);
}

function wrongPartition(partition: string, rest: readonly string[]): ResourceProblem {
  const [service = '*', region = '*', account = '*', ...name] = rest;
  const arn = ['arn', partition, service, region, account, name.length > 0 ? name.join(':') : '*'];
  return new ResourceProblem(
    `Partition "${partition}" is not valid for resource "${arn.join(':')}".`,
  );
}

/** IAM has no regions, and S3 has them for access points only. */
function regionProblem(resource: string, service: string, region: string, name: string) {
  if (region === '' || region === '*') return undefined;
  if (service === 'iam') {
    return new ResourceProblem(`IAM resource ${resource} cannot contain region information.`);
  }
  if (service === 's3' && !/^(?:accesspoint|storage-lens|job)/.test(name)) {
    return new ResourceProblem(`Resource ${resource} can not contain region information.`);
  }
  return undefined;
}

/** @see https://github.com/duo-labs/parliament/pull/177, where a wildcard in the first part is refused */
function pathProblem(service: string, name: string): ResourceProblem | undefined {
  if (service !== 'iam' || name === '*' || name === 'root') return undefined;
  if (IAM_RESOURCES.some((start) => name.startsWith(start))) return undefined;
  return new ResourceProblem(
    `IAM resource path must either be "*" or start with ${IAM_RESOURCES.join(', ')}.`,
  );
}

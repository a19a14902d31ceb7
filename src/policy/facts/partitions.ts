/**
 * Partitions with their DNS suffix and Regions (November 2026).
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html,
 * https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html and the endpoint
 * data of the AWS SDKs for the partitions that are not public (ISO).
 */
export interface Partition {
  readonly id: string;
  readonly name: string;
  /** Suffix of endpoints; service principals end in `amazonaws.com` in most partitions. */
  readonly dnsSuffix: string;
  readonly regions: readonly string[];
}

const TABLE = `
aws|AWS|amazonaws.com|af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2
aws-cn|AWS China|amazonaws.com.cn|cn-north-1 cn-northwest-1
aws-us-gov|AWS GovCloud (US)|amazonaws.com|us-gov-east-1 us-gov-west-1
aws-eusc|AWS European Sovereign Cloud|amazonaws.eu|eusc-de-east-1
aws-iso|AWS ISO (US)|c2s.ic.gov|us-iso-east-1 us-iso-west-1
aws-iso-b|AWS ISOB (US)|sc2s.sgov.gov|us-isob-east-1 us-isob-west-1
aws-iso-e|AWS ISOE (Europe)|cloud.adc-e.uk|eu-isoe-west-1
aws-iso-f|AWS ISOF (US)|csp.hci.ic.gov|us-isof-east-1 us-isof-south-1
`;

export const partitions: readonly Partition[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const [id = '', name = '', dnsSuffix = '', regions = ''] = line.split('|');
    return { id, name, dnsSuffix, regions: regions.split(' ') };
  });

/** Every Region of every partition. */
export const regions: readonly string[] = partitions.flatMap((partition) => partition.regions);

/**
 * Regions that an account must opt in to: their service principals can need the Region in the name
 * (`ssm.ap-east-1.amazonaws.com`) when the resource is used across Regions.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
export const optInRegions: readonly string[] =
  `af-south-1 ap-east-1 ap-east-2 ap-south-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6
  ap-southeast-7 ca-west-1 eu-central-2 eu-south-1 eu-south-2 il-central-1 me-central-1 me-south-1 mx-central-1`.split(
    /\s+/,
  );

/** A Region that does not exist yet still looks like one: at most a warning may be given on it. */
export const REGION_SHAPE = /^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/;

/**
 * Account fields of an ARN that are words: `arn:aws:iam::aws:policy/ReadOnlyAccess`.
 * Whether ARNs of a service have a Region or an account at all is read from the catalog's patterns
 * (`arn:${Partition}:s3:::${BucketName}`), never from a list here.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html and the ARNs in
 * AWS's managed policies.
 */
export const accountWords: readonly string[] = ['aws', 'aws-managed', 'cloudfront', 'partner'];

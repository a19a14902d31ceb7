/** A partition of AWS: accounts, credentials and endpoints of one mean nothing in another. */
export interface Partition {
  id: string;
  /** Where IAM's one endpoint of the partition is, and for which region calls are signed. */
  iamRegion: string;
  /** Host of the web console; absent where it is not known. */
  consoleHost?: string;
}

/**
 * Told by the beginning of a region's name.
 * @see https://docs.aws.amazon.com/general/latest/gr/iam-service.html
 */
const PARTITIONS: readonly (Partition & { regions: RegExp })[] = [
  {
    id: 'aws-cn',
    regions: /^cn-/,
    iamRegion: 'cn-north-1',
    consoleHost: 'console.amazonaws.cn',
  },
  {
    id: 'aws-us-gov',
    regions: /^us-gov-/,
    iamRegion: 'us-gov-west-1',
    consoleHost: 'console.amazonaws-us-gov.com',
  },
  { id: 'aws-iso', regions: /^us-iso-/, iamRegion: 'us-iso-east-1' },
  { id: 'aws-iso-b', regions: /^us-isob-/, iamRegion: 'us-isob-east-1' },
  { id: 'aws-iso-e', regions: /^eu-isoe-/, iamRegion: 'eu-isoe-west-1' },
  { id: 'aws-iso-f', regions: /^us-isof-/, iamRegion: 'us-isof-south-1' },
  { id: 'aws-eusc', regions: /^eusc-/, iamRegion: 'eusc-de-east-1' },
];

const COMMERCIAL: Partition = {
  id: 'aws',
  iamRegion: 'us-east-1',
  consoleHost: 'console.aws.amazon.com',
};

/** The partition that a region belongs to; `aws` when there is none or it is unknown. */
export function partitionOf(region: string | undefined): Partition {
  return PARTITIONS.find(({ regions }) => regions.test(region ?? '')) ?? COMMERCIAL;
}

/** The partition of this id; `aws` when it is unknown. */
export function partitionById(id: string): Partition {
  return PARTITIONS.find((partition) => partition.id === id) ?? COMMERCIAL;
}

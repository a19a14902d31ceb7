/** Parts of `arn:partition:service:region:account:resource`; any of them may hold wildcards. */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  resource: string;
}

/** Undefined when the text has fewer than six parts or does not begin with `arn:`. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const ends = [3];
  while (ends.length < 5) {
    const end = text.indexOf(':', (ends.at(-1) ?? 0) + 1);
    if (end < 0) return undefined;
    ends.push(end);
  }
  const part = (i: number) => text.slice((ends[i] ?? 0) + 1, ends[i + 1]);
  return {
    partition: part(0),
    service: part(1),
    region: part(2),
    account: part(3),
    resource: text.slice((ends[4] ?? 0) + 1),
  };
}

/** See https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html and the sovereign partitions. */
export const partitions: Readonly<Record<string, string>> = {
  aws: 'AWS Regions',
  'aws-cn': 'China Regions',
  'aws-us-gov': 'AWS GovCloud (US) Regions',
  'aws-eusc': 'AWS European Sovereign Cloud',
  'aws-iso': 'AWS Top Secret Regions',
  'aws-iso-b': 'AWS Secret Regions',
  'aws-iso-e': 'AWS ISOE Regions',
  'aws-iso-f': 'AWS ISOF Regions',
};

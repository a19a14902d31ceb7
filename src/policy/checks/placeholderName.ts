import type { Check } from '../check';
import { EXAMPLE_ID, PLACEHOLDER_NAME } from '../facts/placeholders';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html */
export const placeholderName: Check = {
  code: 'PLACEHOLDER_NAME',
  severity: 'suggestion',
  title: 'Name from the documentation',
  own: true,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html',
  description:
    'The name is one that documentation uses in examples, or brackets that were to be replaced. Put your own in its place.',
  resource({ arn, node, text }, report) {
    if (!arn || text.includes('${') || !CANDIDATE.test(text)) return;
    const parts = [arn.region, arn.account, ...arn.resource.split(/[/:]/)];
    const name = parts.find((part) => PLACEHOLDER_NAME.test(part) || EXAMPLE_ID.test(part));
    if (name === undefined) return;
    report(node, `${JSON.stringify(name)} looks like a name that was to be replaced.`);
  },
};

/** What every such name has in it; most texts have none of it. */
const CANDIDATE = /[<[{]|my|your|example|name|demo|region|id|todo|change|xxx|bucket/i;

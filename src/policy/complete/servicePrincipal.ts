import type { Catalog } from '../catalog/catalog';
import { servicePrincipals } from '../facts/servicePrincipals';
import type { Proposal } from './item';

/** Services that roles trust and resources are opened to most. */
const usual: ReadonlySet<string> = new Set(
  `ec2 lambda ecs-tasks ecs states apigateway events scheduler pipes cloudformation codebuild codepipeline codedeploy
  glue sagemaker firehose cloudtrail config cloudfront s3 sns sqs logs delivery.logs ssm batch eks pods.eks backup
  bedrock rds monitoring.rds redshift elasticmapreduce autoscaling kinesisanalytics`
    .split(/\s+/)
    .map((name) => `${name}.amazonaws.com`),
);

/** The usual ones come first, the rest by name; each with the service's name where it is one of the catalog. */
export function servicePrincipalProposals(catalog: Catalog): Proposal[] {
  return [...servicePrincipals()].map((label) => {
    const [first = '', second] = label.split('.');
    const service = second === 'amazonaws' ? catalog.service(first) : undefined;
    const rank = usual.has(label) ? 0 : 1;
    return { label, kind: 'value', detail: service?.name ?? '', rank };
  });
}

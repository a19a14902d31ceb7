import type { ResourceType } from '../../catalog/model';
import type { CompletionContext, Proposal } from '../item';
import { arnsOf, arnsOfType } from '../accountArns';
import { arnParts } from '../arnParts';
import { arnDefaults, fillTemplate } from '../arnTemplate';
import { principalTemplates } from '../principal';
import type { ValueQuestion, ValueSource } from './source';

/** Types whose ARNs a key holds, where its name does not say it: `service type`. */
const typesOfKey: Readonly<Record<string, readonly string[]>> = {
  'aws:sourcevpcarn': ['ec2 vpc'],
  'ec2:instanceprofile': ['iam instance-profile'],
  'ec2:sourceinstancearn': ['ec2 instance'],
  'iam:permissionsboundary': ['iam policy'],
  'iam:policyarn': ['iam policy'],
  'lambda:sourcefunctionarn': ['lambda function'],
  'ssm:sourceinstancearn': ['ec2 instance'],
};

/** Patterns of the ARNs that a key can hold, the account's own first. */
export const arns: ValueSource = (question, context) => {
  const { key, type, operator, place } = question;
  const isArn = operator.known?.type === 'ARN' || type === 'ARN';
  if (!isArn || operator.known?.name === 'Null') return [];
  const typed = place.before;
  if (key === 'aws:principalarn') return principals(typed, context);
  const types = typesOf(question, context);
  const own = types.flatMap(({ resource }) => arnsOfType(resource, context.account, typed));
  const defaults = arnDefaults(context);
  const patterns = types.flatMap(({ service, resource }): Proposal[] => {
    const filled = fillTemplate(resource.arn, typed, defaults);
    if (!filled) return [];
    const { label, filterText, snippet: template } = filled;
    const subject = { kind: 'resourceType', service, name: resource.name } as const;
    const detail = resource.name;
    return [{ label, kind: 'resource', detail, rank: 2, filterText, template, subject }];
  });
  return [...own, ...patterns, ...arnParts(typed, context, defaults)];
};

function principals(typed: string, context: CompletionContext): Proposal[] {
  return [
    ...arnsOf('role', context.account, typed),
    ...arnsOf('user', context.account, typed),
    ...principalTemplates(typed, context, 2),
  ];
}

interface TypeOfService {
  service: string;
  resource: ResourceType;
}

function typesOf({ key, place }: ValueQuestion, { catalog }: CompletionContext): TypeOfService[] {
  const named = (service: string, fits: (name: string) => boolean): TypeOfService[] =>
    catalog
      .resourceTypes(service)
      .filter(({ name }) => fits(plain(name)))
      .map((resource) => ({ service, resource }));
  const listed = typesOfKey[key];
  if (listed) {
    return listed.flatMap((entry) => {
      const [service = '', type = ''] = entry.split(' ');
      return named(service, (name) => name === plain(type));
    });
  }
  if (key === 'aws:sourcearn') {
    const services = (place.statement?.principals ?? [])
      .filter(({ type }) => type === 'Service')
      .map(({ text }) => text.split('.')[0] ?? '');
    return services.flatMap((service) => named(service, () => true));
  }
  const [service = '', word = ''] = key.split(':');
  const type = plain(word.replace(/arn$/, ''));
  return named(service, (name) => name === type);
}

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

import type { Catalog } from '../catalog/catalog';
import { expandAction } from '../expand';
import { isAttachedToPrincipal } from '../kind';
import { hasWildcard } from '../pattern';
import type { Completer, CompletionContext, Proposal } from './item';

/** Services that most policies are about come first in the list of all. */
const frequent = new Set([
  's3',
  'ec2',
  'iam',
  'sts',
  'lambda',
  'dynamodb',
  'logs',
  'kms',
  'sqs',
  'sns',
  'cloudwatch',
  'secretsmanager',
  'ssm',
  'ecr',
  'ecs',
  'cloudformation',
  'rds',
]);

/** Verbs of which a pattern is offered: `s3:Get*`. */
const verb = /^[A-Z][a-z]+/;

function services({ catalog }: CompletionContext, attached: boolean): Proposal[] {
  const all: Proposal = {
    label: '*',
    kind: 'pattern',
    detail: 'every action of AWS',
    rank: 9,
    subject: { kind: 'pattern', pattern: '*' },
  };
  const proposals = catalog.services.map(({ prefix, name }): Proposal => ({
    label: `${prefix}:`,
    kind: 'service',
    detail: name,
    rank: frequent.has(prefix) ? 1 : 2,
    continues: true,
    subject: { kind: 'service', prefix },
  }));
  return attached ? [...proposals, all] : proposals;
}

function patterns(catalog: Catalog, prefix: string, typed: string): Proposal[] {
  const counts = new Map<string, number>();
  for (const { name } of catalog.actionNames(prefix)) {
    const start = verb.exec(name)?.[0];
    if (start) counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const proposals = [...counts]
    .filter(([, count]) => count > 1)
    .map(([start, count]) => pattern(`${prefix}:${start}*`, count, 5));
  if (hasWildcard(typed) && !proposals.some(({ label }) => label === typed)) {
    const count = expandAction(catalog, typed).length;
    if (count > 0) proposals.push(pattern(typed, count, 0));
  }
  proposals.push(pattern(`${prefix}:*`, catalog.actionNames(prefix).length, 6));
  return proposals;
}

function pattern(label: string, count: number, rank: number): Proposal {
  const detail = count === 1 ? '1 action' : `${count} actions`;
  return { label, kind: 'pattern', detail, rank, subject: { kind: 'pattern', pattern: label } };
}

export const completeAction: Completer<'action'> = ({ text, before, siblings }, context) => {
  const { catalog } = context;
  const word = before === '' ? text : before;
  const colon = word.indexOf(':');
  const service = colon < 0 ? undefined : catalog.service(word.slice(0, colon));
  if (!service)
    return services(context, isAttachedToPrincipal(context.kind) || context.kind === 'unknown');
  const { prefix } = service;
  const taken = new Set(siblings.map((sibling) => sibling.toLowerCase()));
  const actions = catalog
    .actionNames(prefix)
    .filter(({ name }) => !taken.has(`${prefix}:${name}`.toLowerCase()))
    .map(({ name, accessLevel }): Proposal => ({
      label: `${prefix}:${name}`,
      kind: 'action',
      detail: accessLevel,
      rank: 3,
      subject: { kind: 'action', service: prefix, name },
    }));
  return [...actions, ...patterns(catalog, prefix, word)];
};

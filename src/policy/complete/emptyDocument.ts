import type { Completer, Proposal } from './item';

const wrap = (statement: string[]) =>
  [
    '{',
    '\t"Version": "2012-10-17",',
    '\t"Statement": [',
    '\t\t{',
    ...statement.map((line) => `\t\t\t${line}`),
    '\t\t}',
    '\t]',
    '}',
  ].join('\n');

const snippet = (label: string, rank: number, ...statement: string[]): Proposal => ({
  label,
  kind: 'snippet',
  rank,
  snippet: wrap(statement),
});

/** Whole policies, for a document with nothing in it. */
export const completeEmptyDocument: Completer<'emptyDocument'> = (_, { kind }) => {
  const identity = snippet(
    'Policy',
    1,
    '"Effect": "Allow",',
    '"Action": ["$1"],',
    '"Resource": ["$2"]',
  );
  const trust = snippet(
    'Role trust policy',
    kind === 'trust' ? 0 : 2,
    '"Effect": "Allow",',
    '"Principal": { "Service": "${1:ec2.amazonaws.com}" },',
    '"Action": "sts:AssumeRole"',
  );
  const resource = snippet(
    'Resource policy',
    kind === 'resource' ? 0 : 3,
    '"Effect": "Allow",',
    '"Principal": { "AWS": "$1" },',
    '"Action": ["$2"],',
    '"Resource": ["$3"]',
  );
  return [identity, trust, resource];
};

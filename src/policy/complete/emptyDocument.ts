import { isAttachedToPrincipal, type PolicyKind } from '../kind';
import type { Completer, Proposal } from './item';
import { snippetProposals } from './snippets/index';
import { wholePolicy } from './snippets/snippet';
import { beginsOpen, plainSnippet } from './snippetText';

/** Whole policies, for a document with nothing in it: a bare one of each shape, and the snippets of the kind. */
export const completeEmptyDocument: Completer<'emptyDocument'> = (_, context) => {
  const { kind } = context;
  return [
    bare('Policy', 'permissions of users, groups and roles', isAttachedToPrincipal(kind), [
      '"Action": ["$1"]',
      '"Resource": ["$2"]',
    ]),
    bare('Role trust policy', 'who may take on a role', kind === 'trust', [
      '"Principal": { "Service": "${1:ec2.amazonaws.com}" }',
      '"Action": "sts:AssumeRole"',
    ]),
    bare('Resource policy', 'permissions on a resource', isOnResources(kind), [
      kind === 'rcp' ? '"Principal": "*"' : '"Principal": { "AWS": "$1" }',
      '"Action": ["$2"]',
      '"Resource": ["$3"]',
    ]),
    ...snippetProposals(context, wholePolicy),
  ].map((proposal) => withEffect(proposal, kind));
};

const isOnResources = (kind: PolicyKind) =>
  kind === 'resource' || kind === 'rcp' || kind === 'endpoint';

function bare(label: string, detail: string, isUsual: boolean, lines: string[]): Proposal {
  const elements = ['"Effect": "Allow"', ...lines].map((line) => `\t${line}`);
  const snippet = wholePolicy([`{\n${elements.join(',\n')}\n}`]);
  const subject = {
    kind: 'snippet',
    text: `A policy: ${detail}.`,
    body: plainSnippet(snippet),
  } as const;
  const continues = beginsOpen(snippet);
  return { label, kind: 'snippet', detail, rank: isUsual ? 0 : 1, snippet, continues, subject };
}

/** Resource control policies can only deny. */
function withEffect(proposal: Proposal, kind: PolicyKind): Proposal {
  if (kind !== 'rcp' || proposal.snippet === undefined) return proposal;
  return { ...proposal, snippet: proposal.snippet.replace('"Allow"', '"Deny"') };
}

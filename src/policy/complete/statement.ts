import { isAttachedToPrincipal } from '../kind';
import type { Completer, Proposal } from './item';

const block = (...lines: string[]) => `{\n${lines.map((line) => `\t${line}`).join(',\n')}\n}`;

/** Whole statements. A trust policy has no Resource, a policy of a principal no Principal. */
export const completeStatement: Completer<'statement'> = ({ inArray, node }, { kind }) => {
  if (node) return [];
  const principal =
    isAttachedToPrincipal(kind) || kind === 'unknown' ? [] : ['"Principal": { "AWS": "$1" }'];
  const resource = kind === 'trust' ? [] : ['"Resource": "$4"'];
  const statement = (label: string, effect: string): Proposal => {
    const body = block(`"Effect": "${effect}"`, ...principal, '"Action": ["$2"]', ...resource);
    const snippet = inArray ? body : `[\n\t${body.replaceAll('\n', '\n\t')}\n]`;
    return {
      label,
      kind: 'snippet',
      rank: 1,
      snippet,
      subject: { kind: 'element', name: 'Statement' },
    };
  };
  return [statement('Allow statement', 'Allow'), statement('Deny statement', 'Deny')];
};

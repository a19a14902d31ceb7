import { parseArn } from './arn';
import type { Catalog } from './catalog/catalog';
import type { PolicyDocument } from './document';
import { isAwsPage } from './markdown';
import { hasWildcard } from './pattern';
import type { Node, Span } from './syntax';
import { contentsOf } from './valueOffsets';

/** A text that leads somewhere: an action to its page, an ARN to what it names. */
export type PolicyLink = Span & ({ kind: 'page'; url: string } | { kind: 'arn'; arn: string });

/** Links that are given at most. */
const MAX_LINKS = 5_000;

/** Actions that have a page, and ARNs that name one resource. */
export function linksOf({ statements }: PolicyDocument, catalog: Catalog): PolicyLink[] {
  const links: PolicyLink[] = [];
  for (const { actions, resources, principals, conditions } of statements) {
    if (links.length >= MAX_LINKS) break;
    for (const { node, service, name } of actions) {
      const url = catalog.action(service, name)?.documentation;
      if (isAwsPage(url)) links.push({ ...contentsOf(node), kind: 'page', url });
    }
    const values: Node[] = [...resources, ...principals].map(({ node }) => node);
    for (const node of [...values, ...conditions.flatMap((condition) => condition.values)]) {
      if (node.type === 'string' && namesOne(node.value)) {
        links.push({ ...contentsOf(node), kind: 'arn', arn: node.value });
      }
    }
  }
  return links.slice(0, MAX_LINKS).sort((a, b) => a.offset - b.offset);
}

/** An ARN with no wildcard and no variable, short enough to be one. */
export function namesOne(text: string): boolean {
  if (!text.startsWith('arn:') || text.length > 2_048) return false;
  if (hasWildcard(text) || text.includes('${') || /\s/.test(text)) return false;
  const arn = parseArn(text);
  return arn !== undefined && arn.service !== '' && arn.resource !== '';
}

import type { PolicyDocument, Statement } from './document';
import type { Span, StringNode } from './syntax';
import { contentsOf, valueOffsets } from './valueOffsets';
import { variablesOf } from './variables';

/** Something that can stand in several places of a document. */
export interface Occurrences {
  /** `key`: a condition key, as a key or as a policy variable; `value`: an ARN or other text. */
  kind: 'sid' | 'action' | 'key' | 'value';
  /** As it stands at the offset. */
  text: string;
  /** Where it stands there. */
  at: Span;
  /** Every place in order, that one among them. */
  spans: Span[];
}

interface Thing extends Span {
  kind: Occurrences['kind'];
  /** Equal for what is the same: AWS does not mind the case of actions and keys. */
  id: string;
  text: string;
}

/** What stands at an offset, and where else it does. Undefined where nothing of the kind stands. */
export function occurrencesAt(document: PolicyDocument, offset: number): Occurrences | undefined {
  const here = document.statements.findLast(({ node }) => node.offset <= offset);
  const things = here ? [...thingsOf(here, document.text)] : [];
  const thing = things
    .filter((each) => each.offset <= offset && offset <= each.end)
    .sort((a, b) => a.end - a.offset - (b.end - b.offset))[0];
  if (!thing) return undefined;
  const spans: Span[] = [];
  for (const statement of document.statements) {
    for (const { kind, id, offset: start, end } of thingsOf(statement, document.text)) {
      if (kind === thing.kind && id === thing.id) spans.push({ offset: start, end });
    }
  }
  spans.sort((a, b) => a.offset - b.offset);
  const { kind, text, end } = thing;
  return { kind, text, at: { offset: thing.offset, end }, spans };
}

function* thingsOf(statement: Statement, text: string): Generator<Thing> {
  const { sid, actions, resources, principals, conditions } = statement;
  const whole = (kind: Thing['kind'], node: StringNode, id = node.value): Thing => ({
    kind,
    id,
    text: node.value,
    ...contentsOf(node),
  });
  if (sid) yield whole('sid', sid);
  for (const { node } of actions) yield whole('action', node, node.value.toLowerCase());
  for (const { node } of [...resources, ...principals]) {
    yield whole('value', node);
    yield* variables(node, text);
  }
  for (const { keyNode, lowerKey, values } of conditions) {
    yield whole('key', keyNode, lowerKey);
    for (const node of values) {
      if (node.type !== 'string') continue;
      yield whole('value', node);
      yield* variables(node, text);
    }
  }
}

/** The names of a text's policy variables. */
function* variables(node: StringNode, text: string): Generator<Thing> {
  if (!node.value.includes('${')) return;
  const offsets = valueOffsets(text, node);
  for (const { offset, name } of variablesOf(node.value)) {
    const start = offset + 2;
    yield {
      kind: 'key',
      id: name.trim().toLowerCase(),
      text: name.trim(),
      offset: offsets.toText(start),
      end: offsets.toText(start + name.length),
    };
  }
}

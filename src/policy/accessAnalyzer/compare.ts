import type { PolicyDocument } from '../document';
import type { Finding } from '../finding';
import type { Span } from '../syntax';
import type { WireFinding } from './model';
import { pathForLog, pathTo } from './path';
import { placeFindings, type PlacedFinding } from './place';
import { Positions } from './positions';
import { analyzerCodesOf } from './sameFinding';

/** What AWS ("there") and we ("here") say of one document, side by side. */
export interface Opinions {
  /** Found by AWS only: to be shown beside ours. */
  added: PlacedFinding[];
  /** How many of AWS's findings we have too, of the same code at an overlapping place. */
  confirmed: number;
  /** Differences and confirmations for a log: codes, paths and positions, no text of the policy. */
  log: string[];
}

/**
 * Compares AWS's findings with ours of the same text. Ours of codes that Access Analyzer does not
 * have are no difference.
 */
export function compareOpinions(
  document: PolicyDocument,
  ours: readonly Finding[],
  theirs: readonly WireFinding[],
): Opinions {
  const byCode = groupByCode(ours);
  const where = placeWriter(document);
  const confirmed = new Map<Finding, PlacedFinding>();
  const added: PlacedFinding[] = [];
  let count = 0;
  for (const finding of placeFindings(document, theirs)) {
    const same = (byCode.get(finding.code) ?? []).filter((our) => isSamePlace(our, finding));
    same.forEach((our) => confirmed.set(our, finding));
    if (same.length === 0) added.push(finding);
    else count++;
  }
  const alone = ours.filter((our) => !confirmed.has(our) && analyzerCodesOf(our.code).length > 0);
  const both = [...confirmed].map(
    ([our, their]) => `Found by both: ${our.code} at ${where(our)}${differentLevel(our, their)}`,
  );
  return {
    added,
    confirmed: count,
    log: [
      ...both,
      ...added.map(({ code, places }) => `Found there only: ${code} at ${where(places[0])}`),
      ...alone.map((our) => `Found here only: ${our.code} at ${where(our)}`),
    ],
  };
}

function groupByCode(ours: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const byCode = new Map<string, Finding[]>();
  for (const finding of ours) {
    for (const code of analyzerCodesOf(finding.code)) {
      const same = byCode.get(code);
      if (same) same.push(finding);
      else byCode.set(code, [finding]);
    }
  }
  return byCode;
}

function differentLevel(our: Finding, their: PlacedFinding): string {
  return our.severity === their.severity
    ? ''
    : `, ${their.severity} there and ${our.severity} here`;
}

function isSamePlace(our: Finding, { places }: PlacedFinding): boolean {
  const spans = [our, ...(our.related ?? []).map(({ span }) => span)];
  return places.some((place) => spans.some((span) => touches(place, span)));
}

const touches = (one: Span, other: Span) => one.offset <= other.end && other.offset <= one.end;

/** `Statement[0].Action[1] (line 7, column 13)`, both from 1 as editors show them. */
function placeWriter({ tree, text }: PolicyDocument): (span: Span) => string {
  const positions = new Positions(text);
  return (span) => {
    const { line, column } = positions.toWire(span.offset);
    const path = pathForLog(pathTo(tree.root, span));
    return `${path === '' ? 'the top' : path} (line ${line}, column ${column + 1})`;
  };
}

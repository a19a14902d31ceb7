import type { PolicyDocument } from '../document';
import type { Severity } from '../finding';
import type { Span } from '../syntax';
import type { WireFinding, WireFindingType, WireLocation } from './model';
import { followPath } from './path';
import { Positions } from './positions';

/** A finding of Access Analyzer, placed in the document that was sent. */
export interface PlacedFinding {
  code: string;
  severity: Severity;
  /** AWS's own words. Plain text; holds text of the document, so escape it where that matters. */
  message: string;
  /** AWS's page, when it is an https address of AWS. */
  url?: string;
  /** What is marked: the first place, cut to one line. */
  mark: Span;
  /** All places, whole; the first is the one that is marked. */
  places: [Span, ...Span[]];
}

const SEVERITIES: Readonly<Record<WireFindingType, Severity>> = {
  ERROR: 'error',
  SECURITY_WARNING: 'security-warning',
  WARNING: 'warning',
  SUGGESTION: 'suggestion',
};

/** Places findings by their paths, and by their positions where a path leads nowhere. */
export function placeFindings(
  document: PolicyDocument,
  findings: readonly WireFinding[],
): PlacedFinding[] {
  const positions = new Positions(document.text);
  return findings.map((finding) => {
    const [first, ...others] = finding.locations.map((location) =>
      placeOf(document, location, positions),
    );
    const place = first ?? { offset: 0, end: document.text.length };
    const url = pageOf(finding.learnMoreLink);
    return {
      code: finding.issueCode,
      severity: SEVERITIES[finding.findingType] ?? 'warning',
      message: finding.findingDetails,
      ...(url === undefined ? {} : { url }),
      mark: firstLine(document.text, place),
      places: [place, ...others],
    };
  });
}

function placeOf(
  { tree, text }: PolicyDocument,
  { path, span }: WireLocation,
  positions: Positions,
): Span {
  const given = positions.fromWire(span);
  const found = path.length === 0 ? undefined : followPath(tree.root, path, given?.offset);
  const place = found ?? given ?? { offset: 0, end: text.length };
  return { offset: place.offset, end: place.end };
}

/** A mark over many lines hides what is inside it. */
function firstLine(text: string, { offset, end }: Span): Span {
  const rest = text.slice(offset, Math.min(end, offset + 10_000));
  const start = offset + (/^\s*/.exec(rest)?.[0].length ?? 0);
  const line = /[\r\n]/.exec(text.slice(start, Math.min(end, start + 10_000)));
  return { offset: Math.min(start, end), end: line ? start + line.index : Math.max(start, end) };
}

function pageOf(link: string): string | undefined {
  const page = /^https:\/\/(?:[\w-]+\.)*(?:amazon\.com|amazonaws\.com|amazonaws\.cn)\/[\w./#%-]*$/;
  return link.length < 500 && page.test(link) ? link : undefined;
}

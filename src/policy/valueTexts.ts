import { parseArn, type Arn } from './arn';
import { hasWildcard } from './pattern';
import { remembered } from './remembered';

interface ValueText {
  readonly text: string;
  readonly wildcard: boolean;
  /** Holds `${`. */
  readonly variable: boolean;
  /** The checks that had nothing to say about it when they looked last. */
  cleanFor?: object;
}

/** What follows from the text of an action alone. */
export interface ActionText extends ValueText {
  /** Before the colon; empty when there is none. */
  readonly service: string;
  /** After the colon, or all when there is none. */
  readonly name: string;
  readonly lower: string;
  readonly lowerService: string;
  readonly lowerName: string;
}

/** What follows from the text of a resource or principal alone. */
export interface ArnText extends ValueText {
  readonly arn: Arn | undefined;
}

/** Texts of each kind that are remembered: what a text means is found out once. */
const MAX_TEXTS = 20_000;

export const actionText = remembered(MAX_TEXTS, (text): ActionText => {
  const colon = text.indexOf(':');
  const lower = text.toLowerCase();
  return {
    text,
    service: colon < 0 ? '' : text.slice(0, colon),
    name: text.slice(colon + 1),
    lower,
    lowerService: colon < 0 ? '' : lower.slice(0, lower.indexOf(':')),
    lowerName: lower.slice(lower.indexOf(':') + 1),
    wildcard: hasWildcard(text),
    variable: text.includes('${'),
    cleanFor: undefined,
  };
});

export const arnText = remembered(MAX_TEXTS, (text): ArnText => ({
  text,
  arn: parseArn(text),
  wildcard: hasWildcard(text),
  variable: text.includes('${'),
}));

/** What is named in an account, by the rule that its name follows. */
export type NameKind = 'user' | 'group' | 'role' | 'policy' | 'instanceProfile' | 'accountAlias';

export interface NameRule {
  /** As a sentence begins: "A user name". */
  noun: string;
  minLength: number;
  maxLength: number;
  /** AWS's own pattern, without anchors, as its error messages quote it. */
  pattern: string;
}

/** Letters, digits and these: every name of IAM but the account alias. */
const NAME_PATTERN = '[\\w+=,.@-]+';

/**
 * Lengths and patterns of the names that a create call takes.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html and its siblings
 */
export const NAME_RULES: Readonly<Record<NameKind, NameRule>> = {
  user: { noun: 'A user name', minLength: 1, maxLength: 64, pattern: NAME_PATTERN },
  group: { noun: 'A group name', minLength: 1, maxLength: 128, pattern: NAME_PATTERN },
  role: { noun: 'A role name', minLength: 1, maxLength: 64, pattern: NAME_PATTERN },
  policy: { noun: 'A policy name', minLength: 1, maxLength: 128, pattern: NAME_PATTERN },
  instanceProfile: {
    noun: 'An instance profile name',
    minLength: 1,
    maxLength: 128,
    pattern: NAME_PATTERN,
  },
  accountAlias: {
    noun: 'An account alias',
    minLength: 3,
    maxLength: 63,
    pattern: '^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$',
  },
};

/** Path of users, groups and roles; policies take fewer characters. */
export type PathKind = 'principal' | 'policy';

export const PATH_MAX_LENGTH = 512;
export const PATH_PATTERNS: Readonly<Record<PathKind, string>> = {
  principal: '(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)',
  policy: '((/[A-Za-z0-9\\.,\\+@=_-]+)*)/',
};

/** True when the whole text matches one of AWS's patterns, which are written without anchors. */
export function matchesWholly(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 'u').test(text);
}

/** Names of users, groups, roles and instance profiles are unique without regard to case. */
export function sameName(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Says in words why `text` cannot name a thing of this kind, or undefined. */
export function nameProblem(kind: NameKind, text: string): string | undefined {
  const rule = NAME_RULES[kind];
  if (text === '') return `${rule.noun} is needed.`;
  const refused = kind === 'accountAlias' ? aliasProblem(text) : charactersProblem(rule.noun, text);
  if (refused !== undefined) return refused;
  if (text.length < rule.minLength || text.length > rule.maxLength) {
    return `${rule.noun} has ${rule.minLength} to ${rule.maxLength} characters; this has ${text.length}.`;
  }
  return undefined;
}

/** Says in words why `text` cannot be a path, or undefined. */
export function pathProblem(text: string, kind: PathKind = 'principal'): string | undefined {
  if (!text.startsWith('/') || !text.endsWith('/'))
    return 'A path begins and ends with a slash (/).';
  if (text.length > PATH_MAX_LENGTH) {
    return `A path has at most ${PATH_MAX_LENGTH} characters; this has ${text.length}.`;
  }
  const allowed = kind === 'policy' ? /[\w.,+@=/-]/ : /[!-~]/;
  const refused = refusedCharacters(text, allowed);
  if (refused !== '') return `A path cannot hold ${refused}.`;
  if (!matchesWholly(PATH_PATTERNS[kind], text)) return 'A path cannot hold two slashes in a row.';
  return undefined;
}

function charactersProblem(noun: string, text: string): string | undefined {
  const refused = refusedCharacters(text, /[\w+=,.@-]/);
  if (refused === '') return undefined;
  return `${noun} cannot hold ${refused}. Letters A to Z, digits and + = , . @ _ - are allowed.`;
}

function aliasProblem(text: string): string | undefined {
  const refused = refusedCharacters(text, /[a-z0-9-]/);
  if (refused !== '') {
    return `An account alias cannot hold ${refused}. Lower-case letters, digits and hyphens are allowed.`;
  }
  if (text.startsWith('-') || text.endsWith('-')) {
    return 'An account alias cannot begin or end with a hyphen.';
  }
  if (text.includes('--')) return 'An account alias cannot hold two hyphens in a row.';
  if (/^\d{12}$/.test(text))
    return 'An account alias cannot be 12 digits, as an account number is.';
  return undefined;
}

/** The characters that are not allowed, each once, in words that a person can read. */
function refusedCharacters(text: string, allowed: RegExp): string {
  const refused = new Set(Array.from(text).filter((character) => !allowed.test(character)));
  return [...refused].map(describeCharacter).join(', ');
}

function describeCharacter(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '\t') return 'a tab';
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return `“${character}”`;
  const code = character.codePointAt(0) ?? 0;
  return `the character U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

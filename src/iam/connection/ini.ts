import { IamError } from '../errors';

/**
 * The INI dialect of the AWS config and credentials files, read line by line so that what is not
 * touched can be written back byte by byte. Format: AWS SDKs and Tools Reference Guide, "Shared
 * config and credentials files", https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */

export interface IniEntry {
  key: string;
  value: string;
  /** Indented `key = value` lines below an entry, such as the endpoints of a `services` section. */
  nested: Record<string, string>;
  /** Spaces before the key: some people indent whole sections. */
  indent: number;
  /** Index of the entry's first line, and of the line after its last continuation line. */
  line: number;
  end: number;
}

export interface IniSection {
  /** Text between the brackets, trimmed. */
  header: string;
  /** Index of the header's line, and of the line after the section. */
  line: number;
  end: number;
  entries: IniEntry[];
}

const BYTE_ORDER_MARK = /^(?:\uFEFF|\u00EF\u00BB\u00BF)/;
const HEADER = /^\[([^\]]*)\]\s*(?:[#;].*)?$/;

/** Splits a text into lines that keep their line ends: joined, they are the text again. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function content(line: string): string {
  return line.replace(/[\r\n]+$/, '').replace(BYTE_ORDER_MARK, '');
}

/** The parts of an entry's line; joined, they are the line again. Searched without backtracking. */
export interface EntryParts {
  /** Up to and with the sign and the spaces behind it. */
  before: string;
  value: string;
  /** White space and a comment that follows the value, as SDKs read it; the CLI takes it for value. */
  comment: string;
}

/** Takes a line without its end apart; undefined when it is no `key = value` or `key: value`. */
export function entryParts(line: string): EntryParts | undefined {
  const sign = line.search(/[=:]/);
  if (sign <= 0 || /^(?:[#;[]|$)/.test(line.slice(0, sign).trim())) return undefined;
  const rest = line.slice(sign + 1);
  const value = rest.trimStart();
  const before = line.slice(0, line.length - value.length);
  const comment = rest.search(/\s[#;]/);
  const end = comment < 0 ? value.length : Math.max(0, comment - (rest.length - value.length));
  const bare = value.slice(0, end).trimEnd();
  return { before, value: bare, comment: value.slice(bare.length) };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** A line that is indented deeper than the entry before it continues that entry. */
function addLine(section: IniSection, text: string, line: number): void {
  const open = section.entries.at(-1);
  const parts = entryParts(text);
  const key = parts?.before.slice(0, parts.before.search(/[=:]/)).trim().toLowerCase();
  const value = parts?.value ?? '';
  if (open && indentOf(text) > open.indent) {
    open.end = line + 1;
    if (key) open.nested[key] = value;
  } else if (key) {
    section.entries.push({
      key,
      value,
      nested: {},
      indent: indentOf(text),
      line,
      end: line + 1,
    });
  }
}

/** Reads sections in order, duplicates included. Lines that are nothing known are passed over. */
export function parseIni(text: string): IniSection[] {
  const sections: IniSection[] = [];
  splitLines(text).forEach((raw, line) => {
    const bare = content(raw);
    const header = HEADER.exec(bare.trim());
    const section = sections.at(-1);
    if (header) {
      sections.push({ header: (header[1] ?? '').trim(), line, end: line + 1, entries: [] });
    } else if (section) {
      section.end = line + 1;
      if (!/^(?:[#;]|$)/.test(bare.trim())) addLine(section, bare, line);
    }
  });
  return sections;
}

/** Takes away the quotes that the config file allows around a name with spaces. */
function unquote(name: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(name.trim());
  return quoted ? (quoted[2] ?? '') : name.trim();
}

/** Which of the two files: they name their profiles differently. */
export type IniFileKind = 'config' | 'credentials';

/** What a header names, or undefined when it is none of the known kinds. */
export function readHeader(
  header: string,
  file: IniFileKind,
): { kind: 'profile' | 'sso-session' | 'services'; name: string } | undefined {
  if (file === 'credentials') return { kind: 'profile', name: unquote(header) };
  if (unquote(header) === 'default') return { kind: 'profile', name: 'default' };
  const match = /^(profile|sso-session|services)\s+(.+)$/.exec(header);
  if (!match) return undefined;
  return { kind: match[1] as 'profile', name: unquote(match[2] ?? '') };
}

/** The header line's text for a profile. @throws IamError `invalidInput` for a name that no file can hold. */
export function profileHeader(name: string, file: IniFileKind): string {
  if (name === '' || name !== name.trim() || /[\u0000-\u001f\u007f\]["'\\]/.test(name)) {
    throw new IamError(
      'invalidInput',
      'A profile name must not be empty, start or end with a space, or hold quotes, brackets, backslashes or control characters.',
    );
  }
  if (name === '__proto__') {
    throw new IamError('invalidInput', 'The AWS SDKs refuse a profile with this name.');
  }
  if (file === 'credentials' || name === 'default') return `[${name}]`;
  return /[\s#;]/.test(name) ? `[profile "${name}"]` : `[profile ${name}]`;
}

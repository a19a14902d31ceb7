import { IamError } from '../errors';
import {
  entryParts,
  parseIni,
  profileHeader,
  readHeader,
  splitLines,
  type IniEntry,
  type IniFileKind,
  type IniSection,
} from './ini';

/** What to set in a profile; undefined takes the setting away, others stay as they are. */
export type ProfileValues = Readonly<Record<string, string | undefined>>;

function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

function checkValues(values: ProfileValues): void {
  for (const [key, value] of Object.entries(values)) {
    if (!/^[a-z][a-z0-9_.-]*$/.test(key)) {
      throw new IamError('invalidInput', `"${key}" is not the name of a setting of a profile.`);
    }
    const unfit = /[\u0000-\u001f\u007f]|^\s|\s$|\s[#;]|^[#;]|^$/;
    if (value !== undefined && unfit.test(value)) {
      throw new IamError(
        'invalidInput',
        `The value of ${key} cannot be kept in a profile: it is empty, starts or ends with a space, or holds control characters or a comment sign.`,
      );
    }
  }
}

function lineEnding(line: string): string {
  if (line.endsWith('\r\n')) return '\r\n';
  return /[\r\n]$/.exec(line)?.[0] ?? '';
}

/** An inline comment moves to a line of its own: the CLI would read it as part of the value. */
function rewrite(lines: string[], entry: IniEntry, value: string, lineEnd: string): void {
  const line = lines[entry.line] ?? '';
  const ending = lineEnding(line);
  const parts = entryParts(line.slice(0, line.length - ending.length));
  const comment = parts?.comment.trim() ?? '';
  if (parts?.value === value && entry.end === entry.line + 1 && comment === '') return;
  const before = parts?.before ?? `${entry.key} = `;
  lines[entry.line] = (comment === '' ? '' : comment + lineEnd) + before + value + ending;
  clearContinuation(lines, entry);
}

/** Takes away the lines that continue an entry; comments and whatever else stands between stay. */
function clearContinuation(lines: string[], entry: IniEntry): void {
  for (let index = entry.line + 1; index < entry.end; index++) {
    const line = lines[index] ?? '';
    const indent = line.length - line.trimStart().length;
    if (indent > entry.indent && /^\s*[^\s#;]/.test(line)) lines[index] = '';
  }
}

function addEntries(lines: string[], section: IniSection, added: string, lineEnd: string): void {
  const last = section.entries.at(-1);
  const index = last ? last.end - 1 : section.line;
  const line = lines[index] ?? '';
  // A removed entry leaves an empty string: what comes before it ends its own line already.
  const open = line !== '' && !/[\r\n]$/.test(line);
  lines[index] = line + (open ? lineEnd : '') + added;
}

function entryLines(pairs: [string, string][], lineEnd: string): string {
  return pairs.map(([key, value]) => `${key} = ${value}${lineEnd}`).join('');
}

function isSet(pair: [string, string | undefined]): pair is [string, string] {
  return pair[1] !== undefined;
}

function appendProfile(text: string, header: string, body: string, lineEnd: string): string {
  const bare = text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, '');
  if (bare === '') return `${text}${header}${lineEnd}${body}`;
  const closed = /[\r\n]$/.test(text) ? text : text + lineEnd;
  const blank = splitLines(closed).at(-1)?.trim() === '' ? '' : lineEnd;
  return `${closed}${blank}${header}${lineEnd}${body}`;
}

function editSections(
  lines: string[],
  sections: IniSection[],
  values: ProfileValues,
  lineEnd: string,
): void {
  const missing = new Map(Object.entries(values).filter(isSet));
  for (const section of sections) {
    for (const entry of section.entries) {
      if (!(entry.key in values)) continue;
      const value = values[entry.key];
      missing.delete(entry.key);
      if (value !== undefined) rewrite(lines, entry, value, lineEnd);
      else {
        lines[entry.line] = '';
        clearContinuation(lines, entry);
      }
    }
  }
  const last = sections.at(-1);
  if (missing.size > 0 && last) addEntries(lines, last, entryLines([...missing], lineEnd), lineEnd);
}

/**
 * Sets values of one profile and leaves every other byte of the file as it is: comments, order,
 * line ends, byte order mark, other settings. A profile that is not there is added at the end; of
 * one that is there twice both are set, as tools disagree on which counts.
 *
 * @throws IamError `invalidInput` for a name or value that the format cannot hold.
 */
export function setProfile(
  text: string,
  file: IniFileKind,
  profile: string,
  values: ProfileValues,
): string {
  checkValues(values);
  const lineEnd = lineEndOf(text);
  const header = profileHeader(profile, file);
  const sections = parseIni(text).filter((section) => {
    const named = readHeader(section.header, file);
    return named?.kind === 'profile' && named.name === profile;
  });
  if (sections.length === 0) {
    const body = entryLines(Object.entries(values).filter(isSet), lineEnd);
    return appendProfile(text, header, body, lineEnd);
  }
  const lines = splitLines(text);
  editSections(lines, sections, values, lineEnd);
  return lines.join('');
}

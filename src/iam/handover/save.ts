import { parseIni, readHeader } from '../connection/ini';
import { writeProfile } from '../connection/iniFile';
import { readIfThere, replacePrivateFile } from '../privateFile';
import type { Handover, HandoverForm } from './form';

/** Whether git ignores a file; undefined when it is in no repository, or git is not there. */
export type IsIgnoredByGit = (file: string) => Promise<boolean | undefined>;

/** What a person should know before the file is written, in sentences; empty when nothing. */
export async function warningsBeforeSaving(
  form: HandoverForm,
  file: string,
  handover: Handover,
  isIgnoredByGit: IsIgnoredByGit,
): Promise<string[]> {
  const { content } = form;
  const warnings: string[] = [];
  const there = await readIfThere(file);
  if (there && content.kind === 'profile') {
    const profile = content.profile(handover);
    if (hasProfile(there.toString('utf8'), profile)) {
      warnings.push(
        `${file} has a profile ${profile} already. Its key is replaced; its other settings stay.`,
      );
    }
  } else if (there) {
    warnings.push(`${file} is already there. It is replaced.`);
  }
  if (form.mustBeIgnored && (await isIgnoredByGit(file)) === false) {
    warnings.push(
      `${file} is in a git repository that does not ignore it. The secret access key could be committed.`,
    );
  }
  return warnings;
}

/**
 * Writes the form for the owner only, as a whole or not at all.
 * @throws IamError `fileFault`, `invalidInput`
 */
export async function saveHandover(
  { content }: HandoverForm,
  file: string,
  handover: Handover,
): Promise<void> {
  if (content.kind === 'file') return replacePrivateFile(file, content.render(handover));
  await writeProfile(file, 'credentials', content.profile(handover), content.values(handover));
}

function hasProfile(text: string, profile: string): boolean {
  return parseIni(text).some(({ header }) => readHeader(header, 'credentials')?.name === profile);
}

import * as vscode from 'vscode';
import type { Services } from '../../services';
import { openPolicyChoices, readPolicyFile, textOfDocument } from '../askPolicyText';
import { BACK, type Choice } from '../prompts';

/** A way to get a policy to compare with. */
type Source = () => Promise<string | undefined>;

/** The parts of the API of VS Code's Git extension that are used. */
interface GitExtension {
  enabled: boolean;
  getAPI(version: 1): {
    getRepository(uri: vscode.Uri): { show(ref: string, path: string): Promise<string> } | null;
  };
}

/**
 * Asks which policy the document is compared with: the one in the account, the committed one,
 * another open editor, or a file. Gives its text.
 */
export async function askEarlierPolicy(
  services: Services,
  document: vscode.TextDocument,
  title: string,
): Promise<string | undefined> {
  const source = await services.prompts.pick<Source>({
    title,
    placeholder: 'Compare with the policy before the change',
    choices: choices(services, document, title),
  });
  if (source === undefined || source === BACK) return undefined;
  return source();
}

async function choices(
  services: Services,
  document: vscode.TextDocument,
  title: string,
): Promise<Choice<Source>[]> {
  const inAccount: Choice<Source> = {
    label: 'The policy in the account',
    description: 'as it is saved there now',
    icon: 'cloud',
    value: () => services.documents.stored(document.uri),
  };
  const open = openPolicyChoices()
    .filter(({ value }) => value.document !== document)
    .map(({ value, ...choice }): Choice<Source> => ({
      ...choice,
      value: () => Promise.resolve(textOfDocument(value).text),
    }));
  const file: Choice<Source> = {
    label: 'A file…',
    icon: 'folder-opened',
    value: async () => (await readPolicyFile(services, title))?.text,
  };
  const committed = await committedText(document.uri);
  return [
    ...(document.uri.scheme === 'iam' ? [inAccount] : []),
    ...(committed === undefined ? [] : [committedChoice(committed)]),
    ...open,
    file,
  ];
}

function committedChoice(text: string): Choice<Source> {
  return {
    label: 'The committed version',
    description: 'HEAD of the Git repository',
    icon: 'git-commit',
    value: () => Promise.resolve(text),
  };
}

/** Undefined without Git, outside of a repository, and for a file that was never committed. */
async function committedText(uri: vscode.Uri): Promise<string | undefined> {
  if (uri.scheme !== 'file') return undefined;
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const git = await extension?.activate();
    const repository = git?.enabled ? git.getAPI(1).getRepository(uri) : null;
    return await repository?.show('HEAD', uri.fsPath);
  } catch {
    return undefined;
  }
}

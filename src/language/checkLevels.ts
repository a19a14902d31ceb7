import * as vscode from 'vscode';
import { severities, type Severity } from '../policy/finding';
import type { Prompter } from '../ui/prompts';
import { isLevel, policySettings, SECTION } from './settings';

type Level = Severity | 'off';

const CODE = /^[A-Z][A-Z0-9_]*$/;
const COMMAND = 'iamWorkbench.setCheckLevel';

const words: Readonly<Record<Level, string>> = {
  error: 'Error',
  'security-warning': 'Security warning',
  warning: 'Warning',
  suggestion: 'Suggestion',
  off: 'Off',
};

/** What an action of the lightbulb runs: sets the level, or asks for one. */
export function setLevelCommand(uri: vscode.Uri, code: string, level?: Level): vscode.Command {
  return { command: COMMAND, title: '', arguments: [uri, code, ...(level ? [level] : [])] };
}

export function registerCheckLevels(prompts: () => Prompter): vscode.Disposable {
  return vscode.commands.registerCommand(
    COMMAND,
    async (uri: unknown, code: unknown, given?: unknown) => {
      // Anybody may call a command.
      if (!(uri instanceof vscode.Uri) || typeof code !== 'string' || !CODE.test(code)) return;
      const level = isLevel(given) ? given : await askLevel(uri, code, prompts());
      if (level === undefined) return;
      await setLevel(uri, code, level).catch((error: unknown) =>
        prompts().error(`The setting could not be written: ${String(error)}`),
      );
    },
  );
}

async function askLevel(
  uri: vscode.Uri,
  code: string,
  prompts: Prompter,
): Promise<Level | undefined> {
  const current = policySettings(uri).levels[code];
  const answer = await prompts.pick<Level>({
    title: `Show ${code} as…`,
    placeholder: 'Kept in the setting iamWorkbench.policy.checks',
    choices: [...severities, 'off' as const].map((value) => ({
      label: words[value],
      picked: value === current,
      value,
    })),
  });
  return typeof answer === 'string' ? answer : undefined;
}

/** In the workspace where there is one, else for the user. */
async function setLevel(uri: vscode.Uri, code: string, level: Level): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION, uri);
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const known = configuration.inspect<unknown>('checks');
  const before = inWorkspace ? known?.workspaceValue : known?.globalValue;
  const kept = typeof before === 'object' && before !== null ? before : {};
  const target = inWorkspace
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await configuration.update('checks', { ...kept, [code]: level }, target);
}

import * as vscode from 'vscode';
import { showChoice, showChoices } from './choiceList';
import { showInputBox } from './inputBox';
import { plainText } from './plainText';
import { BACK, type FilePrompt, type Prompter } from './prompts';

async function openOne(
  options: FilePrompt,
  canSelectFolders: boolean,
): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    ...options,
    canSelectFiles: !canSelectFolders,
    canSelectFolders,
    canSelectMany: false,
  });
  return chosen?.[0];
}

/** The prompts as VS Code shows them. Texts may hold what AWS said: no link in them is drawn. */
export const vscodePrompts: Prompter = {
  text: showInputBox,
  pick: showChoice,
  pickMany: showChoices,
  confirm: async ({ message, detail, actions }) =>
    vscode.window.showWarningMessage(plainText(message), { modal: true, detail }, ...actions),
  confirmByTyping: async ({ title, prompt, expected }) => {
    const answer = await showInputBox({
      title,
      prompt,
      placeholder: expected,
      validate: (text) => (text === expected ? undefined : `Type ${expected} to go on.`),
    });
    return answer !== BACK && answer === expected;
  },
  openFile: (options) => openOne(options, false),
  openFolder: (options) => openOne(options, true),
  saveFile: async ({ title, openLabel, defaultUri, filters }) =>
    vscode.window.showSaveDialog({ title, saveLabel: openLabel, defaultUri, filters }),
  inform: async (message, ...actions) =>
    vscode.window.showInformationMessage(plainText(message), ...actions),
  warn: async (message, ...actions) =>
    vscode.window.showWarningMessage(plainText(message), ...actions),
  error: async (message, ...actions) =>
    vscode.window.showErrorMessage(plainText(message), ...actions),
};

import * as vscode from 'vscode';
import { applyStep } from './inputBox';
import { plainText } from './plainText';
import { BACK, type Answer, type Choice, type PickPrompt } from './prompts';

interface ChoiceItem<T> extends vscode.QuickPickItem {
  choice?: Choice<T>;
}

function toItems<T>(choices: readonly Choice<T>[]): ChoiceItem<T>[] {
  return choices.flatMap((choice) => {
    const item: ChoiceItem<T> = {
      label: plainText(choice.label),
      description: choice.description && plainText(choice.description),
      detail: choice.detail && plainText(choice.detail),
      iconPath: choice.icon === undefined ? undefined : new vscode.ThemeIcon(choice.icon),
      choice,
    };
    if (choice.group === undefined) return [item];
    return [{ label: choice.group, kind: vscode.QuickPickItemKind.Separator }, item];
  });
}

/** Shows the list, busy until its choices are there, and gives what was accepted. */
async function showList<T>(options: PickPrompt<T>, many: boolean): Promise<Answer<T[]>> {
  const list = vscode.window.createQuickPick<ChoiceItem<T>>();
  applyStep(list, options.title, options.step);
  list.placeholder = options.placeholder;
  list.canSelectMany = many;
  list.matchOnDescription = options.matchOnDescription ?? true;
  list.matchOnDetail = true;
  if (options.step?.canGoBack) list.buttons = [vscode.QuickInputButtons.Back];

  return new Promise((resolve, reject) => {
    const finish = (answer: Answer<T[]>): void => {
      resolve(answer);
      list.dispose();
    };
    list.onDidTriggerButton(() => finish(BACK));
    list.onDidHide(() => finish(undefined));
    list.onDidAccept(() => {
      const chosen = list.selectedItems.flatMap(({ choice }) => (choice ? [choice.value] : []));
      if (many || chosen.length > 0) finish(chosen);
    });
    list.busy = true;
    list.show();
    Promise.resolve(options.choices)
      .then((choices) => {
        list.items = toItems(choices);
        const picked = list.items.filter(({ choice }) => choice?.picked);
        if (many) list.selectedItems = picked;
        else list.activeItems = picked.slice(0, 1);
        list.busy = false;
      })
      .catch((error: unknown) => {
        reject(error instanceof Error ? error : new Error(String(error)));
        list.dispose();
      });
  });
}

/** Asks for exactly one of the choices. */
export async function showChoice<T>(options: PickPrompt<T>): Promise<Answer<T>> {
  const answer = await showList(options, false);
  return Array.isArray(answer) ? answer[0] : answer;
}

/** Asks for any number of the choices, none included. */
export function showChoices<T>(options: PickPrompt<T>): Promise<Answer<T[]>> {
  return showList(options, true);
}

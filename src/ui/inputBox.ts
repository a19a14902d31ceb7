import * as vscode from 'vscode';
import { plainText } from './plainText';
import { BACK, type Answer, type StepInfo, type TextPrompt } from './prompts';

/** Puts title, "n of m" and the Back button on a quick input. */
export function applyStep(input: vscode.QuickInput, title: string, step?: StepInfo): void {
  input.title = plainText(step?.title ?? title);
  input.step = step?.step;
  input.totalSteps = step?.totalSteps;
  input.ignoreFocusOut = true;
}

/**
 * Asks for one line of text. The answer of a validation that belongs to older text is dropped, and
 * Enter waits for the validation of what is in the box.
 */
export function showInputBox(options: TextPrompt): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  applyStep(box, options.title, options.step);
  box.prompt = options.prompt && plainText(options.prompt);
  box.placeholder = options.placeholder;
  box.password = options.password ?? false;
  box.value = options.value ?? '';
  if (options.step?.canGoBack) box.buttons = [vscode.QuickInputButtons.Back];

  /** Counts changes of the text: a validation whose number is not the last has nothing to say. */
  let current = 0;
  const validate = async (): Promise<boolean> => {
    const mine = ++current;
    const verdict = options.validate?.(box.value);
    if (verdict instanceof Promise) box.busy = true;
    const message = await verdict;
    if (mine !== current) return false;
    box.busy = false;
    box.validationMessage = message && plainText(message);
    return message === undefined;
  };

  return new Promise((resolve) => {
    const finish = (answer: Answer<string>): void => {
      resolve(answer);
      box.dispose();
    };
    box.onDidChangeValue((text) => {
      options.onChange?.(text);
      void validate();
    });
    box.onDidTriggerButton(() => finish(BACK));
    box.onDidHide(() => finish(undefined));
    box.onDidAccept(async () => {
      const text = box.value;
      if (await validate()) finish(text);
    });
    box.show();
    // An empty box says nothing until something is typed; a proposal is checked at once.
    if (box.value !== '') void validate();
  });
}

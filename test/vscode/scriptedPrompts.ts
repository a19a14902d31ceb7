import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  BACK,
  type Answer,
  type Choice,
  type ConfirmPrompt,
  type FilePrompt,
  type PickPrompt,
  type Prompter,
  type TextPrompt,
} from '../../src/ui/prompts';

/** One answer of a script. `at` must be in the title or message of the question it answers. */
export type ScriptedAnswer = { at?: string } & (
  | { text: string }
  /** Typed first and refused with a message that holds `says`; the next answer follows. */
  | { text: string; says: string }
  /** Label, or the beginning of one. */
  | { pick: string }
  | { pickMany: string[] }
  /** Label of the button of a modal question or of a message. */
  | { press: string }
  | { file: vscode.Uri }
  | { type: string }
  | { back: true }
  | { escape: true }
);

/**
 * Answers every question from a list, in order. A question without an answer fails the command;
 * {@link ScriptedPrompter.done} fails when answers are left over or an unexpected error was shown.
 */
export class ScriptedPrompter implements Prompter {
  /** Every message shown, with its severity before it: "info: Created group X." */
  readonly messages: string[] = [];
  /** Every question asked, by title or message. */
  readonly asked: string[] = [];
  private readonly failures: string[] = [];
  private readonly answers: ScriptedAnswer[];

  constructor(...answers: ScriptedAnswer[]) {
    this.answers = answers;
  }

  /** True when every answer was taken: for what is asked after the command has ended. */
  isDone(): boolean {
    return this.answers.length === 0;
  }

  /** Call it at the end of each test. */
  done(): void {
    assert.deepEqual(this.failures, [], 'questions that went wrong');
    assert.deepEqual(this.answers, [], 'answers left over');
  }

  async text(options: TextPrompt): Promise<Answer<string>> {
    for (;;) {
      const answer = this.next(options.step?.title ?? options.title);
      if ('escape' in answer) return undefined;
      if ('back' in answer) return BACK;
      if (!('text' in answer)) return this.fail(`${options.title}: a text was asked for`);
      options.onChange?.(answer.text);
      const problem = await options.validate?.(answer.text);
      if ('says' in answer) {
        assert.ok(problem?.includes(answer.says), `said ${String(problem)}, not ${answer.says}`);
        continue;
      }
      if (problem !== undefined) return this.fail(`${options.title}: ${answer.text}: ${problem}`);
      return answer.text;
    }
  }

  async pick<T>(options: PickPrompt<T>): Promise<Answer<T>> {
    const answer = this.next(options.step?.title ?? options.title);
    if ('escape' in answer) return undefined;
    if ('back' in answer) return BACK;
    if (!('pick' in answer)) return this.fail(`${options.title}: a choice was asked for`);
    return this.choose(await options.choices, answer.pick).value;
  }

  async pickMany<T>(options: PickPrompt<T>): Promise<Answer<T[]>> {
    const answer = this.next(options.step?.title ?? options.title);
    if ('escape' in answer) return undefined;
    if ('back' in answer) return BACK;
    if (!('pickMany' in answer)) return this.fail(`${options.title}: choices were asked for`);
    const choices = await options.choices;
    return answer.pickMany.map((label) => this.choose(choices, label).value);
  }

  confirm(options: ConfirmPrompt): Promise<string | undefined> {
    const answer = this.next(options.message);
    if ('escape' in answer) return Promise.resolve(undefined);
    if (!('press' in answer)) return this.fail(`${options.message}: a button was asked for`);
    if (!options.actions.includes(answer.press)) {
      return this.fail(`${answer.press} is not among ${options.actions.join(', ')}`);
    }
    return Promise.resolve(answer.press);
  }

  confirmByTyping(options: { title: string; expected: string }): Promise<boolean> {
    const answer = this.next(options.title);
    if ('escape' in answer) return Promise.resolve(false);
    if (!('type' in answer)) return this.fail(`${options.title}: typing was asked for`);
    return Promise.resolve(answer.type === options.expected);
  }

  openFile(options: FilePrompt): Promise<vscode.Uri | undefined> {
    const answer = this.next(options.title);
    if ('escape' in answer) return Promise.resolve(undefined);
    if (!('file' in answer)) return this.fail(`${options.title}: a file was asked for`);
    return Promise.resolve(answer.file);
  }

  openFolder(options: FilePrompt): Promise<vscode.Uri | undefined> {
    return this.openFile(options);
  }

  saveFile(options: FilePrompt): Promise<vscode.Uri | undefined> {
    return this.openFile(options);
  }

  inform(message: string, ...actions: string[]): Promise<string | undefined> {
    return this.message('info', message, actions);
  }

  warn(message: string, ...actions: string[]): Promise<string | undefined> {
    return this.message('warning', message, actions);
  }

  /** An error fails the script unless its first answer presses one of the buttons or escapes it. */
  error(message: string, ...actions: string[]): Promise<string | undefined> {
    const expected = this.answers[0];
    const isExpected =
      expected !== undefined && ('press' in expected || 'escape' in expected) && this.fits(message);
    if (!isExpected) return this.fail(`error shown: ${message}`);
    if ('escape' in expected) this.answers.shift();
    return this.message('error', message, actions);
  }

  /** A message waits for nobody: it takes the next answer only when that names one of its buttons. */
  private message(
    severity: string,
    message: string,
    actions: string[],
  ): Promise<string | undefined> {
    this.messages.push(`${severity}: ${message}`);
    const answer = this.answers[0];
    if (!answer || !('press' in answer) || !actions.includes(answer.press)) {
      return Promise.resolve(undefined);
    }
    this.answers.shift();
    return Promise.resolve(answer.press);
  }

  private fits(title: string): boolean {
    const at = this.answers[0]?.at;
    return at === undefined || title.includes(at);
  }

  private next(title: string): ScriptedAnswer {
    this.asked.push(title);
    if (!this.fits(title)) return this.fail(`${title}: not at ${this.answers[0]?.at ?? ''}`);
    return this.answers.shift() ?? this.fail(`${title}: no answer is left`);
  }

  private choose<T>(choices: readonly Choice<T>[], label: string): Choice<T> {
    const found =
      choices.find((choice) => choice.label === label) ??
      choices.find((choice) => choice.label.startsWith(label));
    return (
      found ?? this.fail(`${label} is not among ${choices.map((item) => item.label).join(', ')}`)
    );
  }

  private fail(message: string): never {
    this.failures.push(message);
    throw new Error(message);
  }
}

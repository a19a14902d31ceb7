import type * as vscode from 'vscode';

/** Place of a prompt in a multi-step input. */
export interface StepInfo {
  title: string;
  step: number;
  totalSteps: number;
  /** Shows the Back button; the prompt then may answer {@link BACK}. */
  canGoBack: boolean;
}

// Of the global registry, so that it is the same in every bundle.
export const BACK = Symbol.for('iamWorkbench.back');
/** What a prompt gives: the answer, Back, or undefined when it was left with Escape. */
export type Answer<T> = T | typeof BACK | undefined;

export interface TextPrompt {
  title: string;
  prompt?: string;
  placeholder?: string;
  value?: string;
  password?: boolean;
  step?: StepInfo;
  /** Says in words what is wrong, or undefined. Called while typing; the answer for old text is dropped. */
  validate?: (text: string) => string | undefined | Promise<string | undefined>;
  /** Told every change of the text, for what follows it live. */
  onChange?: (text: string) => void;
}

export interface Choice<T> {
  label: string;
  description?: string;
  detail?: string;
  icon?: string;
  picked?: boolean;
  /** Draws a separator with the label above this choice. */
  group?: string;
  value: T;
}

export interface PickPrompt<T> {
  title: string;
  placeholder?: string;
  step?: StepInfo;
  choices: Choice<T>[] | Promise<Choice<T>[]>;
  matchOnDescription?: boolean;
}

export interface ConfirmPrompt {
  message: string;
  detail?: string;
  /** The buttons in order; Cancel is always there. */
  actions: string[];
}

export interface FilePrompt {
  title: string;
  openLabel: string;
  defaultUri?: vscode.Uri;
  filters?: Record<string, string[]>;
}

/**
 * Every question that the product asks. Commands get it as a parameter; tests give a scripted one
 * that fails when an answer is left over or missing.
 */
export interface Prompter {
  text(options: TextPrompt): Promise<Answer<string>>;
  pick<T>(options: PickPrompt<T>): Promise<Answer<T>>;
  pickMany<T>(options: PickPrompt<T>): Promise<Answer<T[]>>;
  /** Modal; gives the chosen action. */
  confirm(options: ConfirmPrompt): Promise<string | undefined>;
  /** For what cannot be undone: the person types `expected`. */
  confirmByTyping(options: { title: string; prompt: string; expected: string }): Promise<boolean>;
  openFile(options: FilePrompt): Promise<vscode.Uri | undefined>;
  openFolder(options: FilePrompt): Promise<vscode.Uri | undefined>;
  saveFile(options: FilePrompt): Promise<vscode.Uri | undefined>;
  /** A message that waits for nobody: gives the chosen action when one is chosen. */
  inform(message: string, ...actions: string[]): Promise<string | undefined>;
  warn(message: string, ...actions: string[]): Promise<string | undefined>;
  error(message: string, ...actions: string[]): Promise<string | undefined>;
}

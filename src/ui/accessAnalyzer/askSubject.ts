import * as vscode from 'vscode';
import type { ActiveAccount, AnalyzerSubject, Services } from '../../services';
import { connectedAccount, pickConnection } from '../connected';

/** A document that Access Analyzer can be asked about, and the account that asks. */
export interface AnalyzerQuestion {
  document: vscode.TextDocument;
  subject: AnalyzerSubject & { request: NonNullable<AnalyzerSubject['request']> };
  active: ActiveAccount;
}

const CHOOSE_KIND = 'Choose the Kind…';

/**
 * The policy that a command was called on, or that of the editor in front; says what is missing when
 * there is none, when nobody knows what it is used as, or when nothing is connected.
 * @param target the first argument of a command: an editor's menus pass its URI.
 */
export async function askSubject(
  services: Services,
  target: unknown,
): Promise<AnalyzerQuestion | undefined> {
  const document =
    target instanceof vscode.Uri
      ? await vscode.workspace.openTextDocument(target)
      : vscode.window.activeTextEditor?.document;
  const found = await knownSubject(services, document);
  if (!document || !found) return undefined;
  const active = await connectedAccount(services);
  return active && { document, subject: found, active };
}

const CONNECT = 'Connect to AWS…';

/** {@link askSubject} for what the practice account cannot answer: another connection is offered. */
export async function askSubjectOfAws(
  services: Services,
  target: unknown,
): Promise<AnalyzerQuestion | undefined> {
  const question = await askSubject(services, target);
  if (!question || !isPractice(question.active)) return question;
  const say = 'The practice account has no custom policy checks: only AWS decides them.';
  if ((await services.prompts.warn(say, CONNECT)) !== CONNECT) return undefined;
  const active = await pickConnection(services);
  return active && !isPractice(active) ? { ...question, active } : undefined;
}

const isPractice = ({ resolved }: ActiveAccount) => resolved.connection.kind === 'practice';

async function knownSubject(
  { policyAnalyzer, policyKinds, prompts }: Services,
  document: vscode.TextDocument | undefined,
): Promise<AnalyzerQuestion['subject'] | undefined> {
  for (let asked = false; ; asked = true) {
    const subject = document && (await policyAnalyzer.subjectOf(document));
    if (!subject) {
      await prompts.inform('The editor in front holds no IAM policy. Open one, then try again.');
      return undefined;
    }
    const { request } = subject;
    if (request) return { ...subject, request };
    if (asked) return undefined;
    const say = 'What Access Analyzer finds depends on what the policy is used as.';
    if ((await prompts.warn(say, CHOOSE_KIND)) !== CHOOSE_KIND) return undefined;
    await policyKinds.choose();
  }
}

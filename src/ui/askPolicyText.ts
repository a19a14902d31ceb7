import * as vscode from 'vscode';
import { buildPolicy, policyTemplates, type PolicyTemplate } from '../iam/policyTemplates';
import type { ActiveAccount, Services } from '../services';
import { BACK, type Choice } from './prompts';

/** A policy document that the person chose, with a name to offer for it. */
export interface ChosenPolicy {
  text: string;
  suggestedName: string;
}

interface OpenDocument {
  kind: 'editor';
  document: vscode.TextDocument;
}
type Source = OpenDocument | { kind: 'file' } | Template;
interface Template {
  kind: 'template';
  template: PolicyTemplate;
}

/** Far above the largest policy that AWS takes (131,072 characters): a wrong file is not read. */
const MAX_FILE_BYTES = 1_000_000;

/** Asks where the policy comes from (open editor, file, template) and gives its text. */
export async function askPolicyText(
  services: Services,
  active: ActiveAccount,
  title: string,
): Promise<ChosenPolicy | undefined> {
  const source = await services.prompts.pick({
    title,
    placeholder: 'Where the policy comes from',
    choices: sources(),
  });
  if (source === undefined || source === BACK) return undefined;
  switch (source.kind) {
    case 'editor':
      return textOfDocument(source);
    case 'file':
      return readPolicyFile(services, title);
    case 'template':
      return fromTemplate(services, active, source.template);
  }
}

/** What an open editor holds, saved or not. */
export function textOfDocument({ document }: OpenDocument): ChosenPolicy {
  return { text: document.getText(), suggestedName: nameOfFile(document.uri) };
}

function sources(): Choice<Source>[] {
  const templates = policyTemplates.map((template, index): Choice<Source> => ({
    label: template.label,
    detail: template.detail,
    description: template.warning,
    ...(index === 0 ? { group: 'Templates' } : {}),
    value: { kind: 'template', template },
  }));
  return [
    ...openPolicyChoices(),
    { label: 'A file…', icon: 'folder-opened', value: { kind: 'file' } },
    ...templates,
  ];
}

/** Open documents that may hold a policy: their first character says so. */
export function openPolicyChoices(): Choice<OpenDocument>[] {
  const active = vscode.window.activeTextEditor?.document;
  return vscode.workspace.textDocuments
    .filter((document) => !document.isClosed && /^\s*\{/.test(document.getText()))
    .filter(({ uri }) => uri.scheme !== 'output' && uri.scheme !== 'git')
    .sort((left, right) => Number(right === active) - Number(left === active))
    .map((document) => ({
      label: vscode.workspace.asRelativePath(document.uri),
      description: document === active ? 'open editor, in front' : 'open editor',
      icon: 'file-code',
      value: { kind: 'editor', document },
    }));
}

/** Lets the person choose a file, and reads it. */
export async function readPolicyFile(
  { prompts }: Pick<Services, 'prompts'>,
  title: string,
): Promise<ChosenPolicy | undefined> {
  const uri = await prompts.openFile({
    title,
    openLabel: 'Use This Policy',
    filters: { Policies: ['json', 'txt', 'policy'], 'All files': ['*'] },
  });
  if (!uri) return undefined;
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MAX_FILE_BYTES) {
    await prompts.warn('The file is too large to be a policy: AWS takes 131,072 characters.');
    return undefined;
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  // TextDecoder drops a byte order mark, which AWS would refuse.
  return { text: new TextDecoder().decode(bytes), suggestedName: nameOfFile(uri) };
}

async function fromTemplate(
  { prompts }: Services,
  active: ActiveAccount,
  template: PolicyTemplate,
): Promise<ChosenPolicy | undefined> {
  const answers: Record<string, string> = {};
  for (const { id, label, placeholder, problem } of template.blanks) {
    const answer = await prompts.text({
      title: template.label,
      prompt: label,
      placeholder,
      validate: problem,
    });
    if (typeof answer !== 'string') return undefined;
    answers[id] = answer;
  }
  const { accountId } = await active.account.identity();
  const { partition } = active.resolved;
  const text = buildPolicy(template, { partition, accountId, answers });
  return { text, suggestedName: template.policyName };
}

/** "read-only.iam.json" → "read-only", less what a policy name cannot hold. */
function nameOfFile({ path }: vscode.Uri): string {
  const base = path.slice(path.lastIndexOf('/') + 1).replace(/(\.iam|\.policy)?\.\w+$/, '');
  return base.replace(/[^\w+=,.@-]/g, '').slice(0, 128);
}

import type * as vscode from 'vscode';
import type { Account } from '../../iam/account';
import { nameProblem } from '../../iam/names';
import { policyTemplates } from '../../iam/policyTemplates';
import { openPolicyChoices, readPolicyFile, textOfDocument } from '../askPolicyText';
import { loaded } from '../connected';
import { BACK, type Choice, type Prompter } from '../prompts';
import type { WizardStep } from '../wizard';
import { blankKey, templateOf, type PolicySource, type ServiceAccountAnswers } from './answers';

type Step = WizardStep<ServiceAccountAnswers>;
type Source =
  | { kind: 'template'; id: string }
  | { kind: 'editor'; document: vscode.TextDocument }
  | { kind: 'file' }
  | { kind: 'managed' }
  | { kind: 'none' };

export function policyStep(prompts: Prompter): Step {
  return {
    id: 'policy',
    ask: async (answers, step) => {
      const answer = await prompts.pick<Source>({
        title: step.title,
        step,
        placeholder: `Policy for the ${answers.group?.kind === 'new' ? 'new group' : 'user'}`,
        choices: sources(answers),
      });
      if (typeof answer !== 'object') return answer;
      return take(prompts, answer, answers, step.title);
    },
  };
}

/** A file dialog that is closed without a choice asks again where the policy comes from. */
async function take(
  prompts: Prompter,
  source: Source,
  answers: ServiceAccountAnswers,
  title: string,
): Promise<unknown> {
  switch (source.kind) {
    case 'template':
    case 'none':
      setSource(answers, source);
      break;
    case 'managed':
      if (answers.policySource?.kind !== 'managed') {
        setSource(answers, { kind: 'managed', name: '', arn: '' });
      }
      break;
    case 'editor': {
      const { text, suggestedName } = textOfDocument(source);
      setSource(answers, { kind: 'text', text, name: suggestedName });
      break;
    }
    case 'file': {
      const chosen = await readPolicyFile({ prompts }, title);
      if (!chosen) return BACK;
      setSource(answers, { kind: 'text', text: chosen.text, name: chosen.suggestedName });
    }
  }
  return source;
}

/** Another policy is given another name; the same one keeps the name that was typed. */
function setSource(answers: ServiceAccountAnswers, source: PolicySource): void {
  const before = answers.policySource;
  const same = before?.kind === 'template' && source.kind === 'template' && before.id === source.id;
  if (!same) delete answers.policyName;
  answers.policySource = source;
}

function sources({ policySource }: ServiceAccountAnswers): Choice<Source>[] {
  const templates = policyTemplates.map(
    ({ id, label, detail, warning }, index): Choice<Source> => ({
      label,
      detail: warning ?? detail,
      description: warning === undefined ? undefined : detail,
      icon: warning === undefined ? 'file' : 'warning',
      picked: policySource?.kind === 'template' && policySource.id === id,
      ...(index === 0 ? { group: 'Templates' } : {}),
      value: { kind: 'template', id },
    }),
  );
  return [
    ...templates,
    ...openPolicyChoices().map((choice, index): Choice<Source> => ({
      ...choice,
      ...(index === 0 ? { group: 'Open editors' } : {}),
    })),
    { label: 'A file…', icon: 'folder-opened', group: 'Others', value: { kind: 'file' } },
    {
      label: 'A managed policy…',
      icon: 'link',
      picked: policySource?.kind === 'managed',
      value: { kind: 'managed' },
    },
    {
      label: 'No policy yet',
      icon: 'circle-slash',
      detail: 'The user can do nothing until it gets one.',
      picked: policySource?.kind === 'none',
      value: { kind: 'none' },
    },
  ];
}

/** What the chosen source asks for: blanks of a template, the managed policy, a name. */
export function policyDetailSteps(
  prompts: Prompter,
  account: Account,
  answers: ServiceAccountAnswers,
): Step[] {
  const { policySource } = answers;
  if (policySource === undefined || policySource.kind === 'none') return [];
  if (policySource.kind === 'managed') return [managedStep(prompts, account)];
  const template = templateOf(answers);
  const blanks = (template?.blanks ?? []).map(({ id, label, placeholder, problem }): Step => ({
    id,
    ask: async (current, step) => {
      const key = blankKey(template?.id ?? '', id);
      const value = current.blanks[key];
      const answer = await prompts.text({
        title: step.title,
        step,
        prompt: label,
        placeholder,
        value,
        validate: problem,
      });
      if (typeof answer === 'string') current.blanks[key] = answer;
      return answer;
    },
  }));
  return [...blanks, policyNameStep(prompts)];
}

function policyNameStep(prompts: Prompter): Step {
  return {
    id: 'policyName',
    ask: async (answers, step) => {
      const { policySource } = answers;
      const offered =
        policySource?.kind === 'text' ? policySource.name : templateOf(answers)?.policyName;
      const answer = await prompts.text({
        title: step.title,
        step,
        prompt: 'Name of the policy',
        value: answers.policyName ?? offered,
        validate: (text) => nameProblem('policy', text),
      });
      if (typeof answer === 'string') answers.policyName = answer;
      return answer;
    },
  };
}

function managedStep(prompts: Prompter, account: Account): Step {
  return {
    id: 'managed',
    ask: async (answers, step) => {
      const answer = await prompts.pick<{ name: string; arn: string }>({
        title: step.title,
        step,
        placeholder: 'Managed policy',
        choices: managedChoices(account),
      });
      if (typeof answer === 'object') answers.policySource = { kind: 'managed', ...answer };
      return answer;
    },
  };
}

async function managedChoices(account: Account): Promise<Choice<{ name: string; arn: string }>[]> {
  await Promise.all([loaded(account), account.loadAwsPolicies()]);
  const part = (items: Account['policies']['items'], group: string) =>
    items.map(({ name, arn, description }, index) => ({
      label: name,
      detail: description,
      ...(index === 0 ? { group } : {}),
      value: { name, arn },
    }));
  return [
    ...part(account.policies.items, 'Customer managed'),
    ...part(account.awsPolicies.items, 'AWS managed'),
  ];
}

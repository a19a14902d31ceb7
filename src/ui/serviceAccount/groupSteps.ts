import { nameProblem, sameName } from '../../iam/names';
import type { Group } from '../../iam/model';
import type { Account } from '../../iam/account';
import type { GroupChoice } from '../../iam/serviceAccount';
import { loaded } from '../connected';
import type { Choice, Prompter } from '../prompts';
import type { WizardStep } from '../wizard';
import { counted } from '../words';
import type { ServiceAccountAnswers } from './answers';

type Step = WizardStep<ServiceAccountAnswers>;

export function nameStep(prompts: Prompter, account: Account): Step {
  return {
    id: 'name',
    ask: async (answers, step) => {
      const answer = await prompts.text({
        title: step.title,
        step,
        prompt: 'Name of the user, such as the application that will use it',
        value: answers.userName,
        validate: async (text) => {
          const problem = nameProblem('user', text);
          if (problem !== undefined) return problem;
          await loaded(account);
          const taken = account.users.items.find(({ name }) => sameName(name, text));
          return taken && `A user named ${taken.name} exists. Case makes no difference.`;
        },
      });
      if (typeof answer === 'string') answers.userName = answer;
      return answer;
    },
  };
}

export function groupStep(prompts: Prompter, account: Account): Step {
  return {
    id: 'group',
    ask: async (answers, step) => {
      const answer = await prompts.pick<GroupChoice>({
        title: step.title,
        step,
        placeholder: 'Group that gives the user its permissions',
        choices: loaded(account).then(() => groupChoices(account, answers.group)),
      });
      if (typeof answer !== 'object') return answer;
      const before = answers.group;
      const keepsName = answer.kind === 'new' && before?.kind === 'new';
      answers.group = keepsName ? before : answer;
      return answer;
    },
  };
}

function groupChoices(account: Account, chosen: GroupChoice | undefined): Choice<GroupChoice>[] {
  return [
    {
      label: 'A new group…',
      icon: 'add',
      detail: 'With a policy of its own, which further users can share.',
      picked: chosen?.kind === 'new',
      value: { kind: 'new', name: '' },
    },
    {
      label: 'No group',
      icon: 'circle-slash',
      detail: 'The policy belongs to the user alone.',
      picked: chosen?.kind === 'none',
      value: { kind: 'none' },
    },
    ...account.groups.items.map((group, index): Choice<GroupChoice> => ({
      label: group.name,
      icon: 'organization',
      description: describeMembers(account, group),
      detail: describePolicies(group),
      picked: chosen?.kind === 'existing' && sameName(chosen.name, group.name),
      ...(index === 0 ? { group: 'Groups of the account' } : {}),
      value: { kind: 'existing', name: group.name },
    })),
  ];
}

function describeMembers(account: Account, { name }: Group): string {
  const members = account.members(name);
  const named = members.slice(0, 3).map((member) => member.name);
  const more = members.length > named.length ? ', …' : '';
  const names = named.length > 0 ? `: ${named.join(', ')}${more}` : '';
  return `${counted(members.length, 'member', 'members')}${names}`;
}

function describePolicies({ inlinePolicies, attachedPolicies }: Group): string {
  const names = [...inlinePolicies, ...attachedPolicies].map(({ name }) => name);
  return names.length === 0 ? 'no policies' : `policies: ${names.join(', ')}`;
}

export function newGroupStep(prompts: Prompter, account: Account): Step {
  return {
    id: 'newGroup',
    ask: async (answers, step) => {
      const answer = await prompts.text({
        title: step.title,
        step,
        prompt: 'Name of the new group',
        value: answers.group?.kind === 'new' ? answers.group.name : '',
        validate: (text) => {
          const problem = nameProblem('group', text);
          if (problem !== undefined) return problem;
          const taken = account.groups.items.find(({ name }) => sameName(name, text));
          return taken && `A group named ${taken.name} exists. Go back to choose it.`;
        },
      });
      if (typeof answer === 'string') answers.group = { kind: 'new', name: answer };
      return answer;
    },
  };
}

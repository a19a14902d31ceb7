import type { KeyLength } from '../../iam/certificate';
import { buildPolicy, policyTemplates, type TemplateContext } from '../../iam/policyTemplates';
import type { GroupChoice, PolicyChoice, ServiceAccountInput } from '../../iam/serviceAccount';

/** Where the policy of a service account comes from. */
export type PolicySource =
  | { kind: 'template'; id: string }
  | { kind: 'text'; text: string; name: string }
  | { kind: 'managed'; name: string; arn: string }
  | { kind: 'none' };

/** What has been answered so far; in memory only, for a passphrase may be among it. */
export interface ServiceAccountAnswers {
  userName?: string;
  group?: GroupChoice;
  policySource?: PolicySource;
  /** By template and blank, so that another template does not lose them. */
  blanks: Record<string, string>;
  policyName?: string;
  credentials: { accessKey: boolean; certificate: boolean };
  keyLength: KeyLength;
  validityDays: number;
  folder?: string;
  /** Undefined until asked. */
  encrypted?: boolean;
  passphrase?: string;
  /** Id of a form, or null for the page only; undefined until asked. */
  handoverForm?: string | null;
}

export function newAnswers(): ServiceAccountAnswers {
  return {
    blanks: {},
    credentials: { accessKey: true, certificate: false },
    keyLength: 2048,
    validityDays: 365,
  };
}

export function blankKey(templateId: string, blankId: string): string {
  return `${templateId}.${blankId}`;
}

/** A group that exists keeps its policies; only a new one, or a user without one, gets another. */
export function asksForPolicy({ group }: ServiceAccountAnswers): boolean {
  return group?.kind !== 'existing';
}

export function templateOf({ policySource }: ServiceAccountAnswers) {
  if (policySource?.kind !== 'template') return undefined;
  return policyTemplates.find(({ id }) => id === policySource.id);
}

/** The input that all answers make. */
export function inputFrom(
  answers: ServiceAccountAnswers,
  context: Omit<TemplateContext, 'answers'>,
): ServiceAccountInput {
  const { credentials, keyLength, validityDays, folder, handoverForm } = answers;
  return {
    userName: answers.userName ?? '',
    path: '/',
    group: answers.group ?? { kind: 'none' },
    policy: asksForPolicy(answers) ? policyFrom(answers, context) : { kind: 'none' },
    accessKey: credentials.accessKey,
    ...(credentials.certificate && folder !== undefined
      ? {
          certificate: { keyLength, validityDays, folder, encrypted: answers.encrypted === true },
        }
      : {}),
    ...(handoverForm ? { handoverForm } : {}),
  };
}

function policyFrom(
  answers: ServiceAccountAnswers,
  context: Omit<TemplateContext, 'answers'>,
): PolicyChoice {
  const { policySource, policyName = '' } = answers;
  if (policySource?.kind === 'managed') {
    return { kind: 'managed', name: policySource.name, arn: policySource.arn };
  }
  if (policySource?.kind === 'text') {
    return { kind: 'inline', name: policyName, document: policySource.text };
  }
  const template = templateOf(answers);
  if (!template) return { kind: 'none' };
  const filled = Object.fromEntries(
    template.blanks.map(({ id }) => [id, answers.blanks[blankKey(template.id, id)] ?? '']),
  );
  const document = buildPolicy(template, { ...context, answers: filled });
  return { kind: 'inline', name: policyName, document };
}

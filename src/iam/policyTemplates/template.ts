/** A question whose answer a template puts into the policy. */
export interface TemplateBlank {
  id: string;
  /** As asked: "Bucket name". */
  label: string;
  placeholder: string;
  /** Says in words why the answer does not fit, or undefined. */
  problem: (text: string) => string | undefined;
}

export interface TemplateContext {
  /** aws, aws-cn, aws-us-gov, … */
  partition: string;
  /** Twelve digits. */
  accountId: string;
  /** Answers by the id of the blank. */
  answers: Readonly<Record<string, string>>;
}

interface Statement {
  Sid: string;
  Effect: 'Allow';
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, string | string[]>>;
}

/** A policy that needs only a few answers. */
export interface PolicyTemplate {
  id: string;
  label: string;
  /** What the policy allows, in a sentence. */
  detail: string;
  /** The name offered for the policy. */
  policyName: string;
  /** Set when the template allows more than a tool should have; says what that means. */
  warning?: string;
  blanks: readonly TemplateBlank[];
  statements: (context: TemplateContext) => Statement[];
}

/** The text of the policy document that a template makes. */
export function buildPolicy(template: PolicyTemplate, context: TemplateContext): string {
  const document = { Version: '2012-10-17', Statement: template.statements(context) };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The answer of a blank; templates name only blanks of their own. */
export function answerOf({ answers }: TemplateContext, id: string): string {
  const answer = answers[id];
  if (answer === undefined) throw new Error(`The template has no answer for ${id}.`);
  return answer;
}

import { matchesWholly } from '../iam/names';
import { validationError } from './errors';
import type { QueryForm } from './query';

/** How one parameter of an operation is read and what it must satisfy. */
export interface Parameter<T> {
  read(form: QueryForm, name: string, problems: Problems): T;
}

export type Parameters = Readonly<Record<string, Parameter<unknown>>>;

export type Input<P extends Parameters> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

export interface TextRule {
  min?: number;
  max?: number;
  /** AWS's pattern, without anchors. */
  pattern?: string;
  values?: readonly string[];
  /** What AWS says instead of quoting the pattern, for names and paths. */
  characters?: string;
  /** The value is a secret: it is not repeated in a message. */
  secret?: boolean;
}

/** What is wrong with a call's parameters, all at once as AWS tells it. */
export class Problems {
  private readonly constraints: string[] = [];
  private readonly refusals: string[] = [];

  /** A violated constraint of the API model. */
  constraint(value: string | undefined, field: string, requirement: string): void {
    const quoted = value === undefined ? 'null' : `'${value}'`;
    this.constraints.push(
      `Value ${quoted} at '${field}' failed to satisfy constraint: Member must ${requirement}`,
    );
  }

  /** A violated rule of IAM's own, which is looked at after the constraints. */
  refuse(message: string): void {
    this.refusals.push(message);
  }

  throwIfAny(): void {
    const count = this.constraints.length;
    if (count > 0) {
      const noun = count === 1 ? 'error' : 'errors';
      throw validationError(`${count} validation ${noun} detected: ${this.constraints.join('; ')}`);
    }
    const [refusal] = this.refusals;
    if (refusal !== undefined) throw validationError(refusal);
  }
}

/** Reads all parameters; throws one ValidationError for everything that is wrong with them. */
export function readInput<P extends Parameters>(form: QueryForm, parameters: P): Input<P> {
  const problems = new Problems();
  const input: Record<string, unknown> = {};
  for (const name in parameters) input[name] = parameters[name]?.read(form, name, problems);
  problems.throwIfAny();
  return input as Input<P>;
}

export function optional(rule: TextRule): Parameter<string | undefined> {
  return {
    read(form, name, problems) {
      const value = form.text(name);
      if (value !== undefined) checkText(value, fieldName(name), rule, problems);
      return value;
    },
  };
}

export function required(rule: TextRule): Parameter<string> {
  return {
    read(form, name, problems) {
      const value = form.text(name);
      if (value === undefined) problems.constraint(undefined, fieldName(name), 'not be null');
      else checkText(value, fieldName(name), rule, problems);
      return value ?? '';
    },
  };
}

/** A parameter that is sent under another name than the one the operation's code uses. */
export function sentAs<T>(name: string, parameter: Parameter<T>): Parameter<T> {
  return { read: (form, _, problems) => parameter.read(form, name, problems) };
}

export const boolean: Parameter<boolean | undefined> = {
  read(form, name, problems) {
    const value = form.text(name)?.toLowerCase();
    if (value === undefined) return undefined;
    if (value !== 'true' && value !== 'false') {
      problems.constraint(value, fieldName(name), 'satisfy enum value set: [true, false]');
    }
    return value === 'true';
  },
};

export function integer(min: number, max: number): Parameter<number | undefined> {
  return {
    read(form, name, problems) {
      const text = form.text(name);
      if (text === undefined) return undefined;
      const value = Number(text);
      const field = fieldName(name);
      if (!/^-?\d+$/.test(text)) problems.constraint(text, field, 'be a number');
      else if (value < min)
        problems.constraint(text, field, `have value greater than or equal to ${min}`);
      else if (value > max)
        problems.constraint(text, field, `have value less than or equal to ${max}`);
      return value;
    },
  };
}

export function list(rule: TextRule, needed: boolean): Parameter<string[]> {
  return {
    read(form, name, problems) {
      const field = fieldName(name);
      if (needed && !form.has(name)) problems.constraint(undefined, field, 'not be null');
      return form.items(name).map((item, index) => {
        const value = form.text(item) ?? '';
        checkText(value, `${field}.${index + 1}.member`, rule, problems);
        return value;
      });
    },
  };
}

export interface Tag {
  key: string;
  value: string;
}

const TAG_KEY: TextRule = { min: 1, max: 128, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+' };
const TAG_VALUE: TextRule = { min: 0, max: 256, pattern: '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*' };
export const tagKey = TAG_KEY;

export function tagList(needed: boolean): Parameter<Tag[]> {
  return {
    read(form, name, problems) {
      const field = fieldName(name);
      const items = form.items(name);
      if (needed && !form.has(name)) problems.constraint(undefined, field, 'not be null');
      return items.map((item, index) => {
        const place = `${field}.${index + 1}.member`;
        return {
          key: tagPart(form.text(`${item}.Key`), `${place}.key`, TAG_KEY, problems),
          value: tagPart(form.text(`${item}.Value`), `${place}.value`, TAG_VALUE, problems),
        };
      });
    },
  };
}

function tagPart(text: string | undefined, field: string, rule: TextRule, problems: Problems) {
  if (text === undefined) problems.constraint(undefined, field, 'not be null');
  else checkText(text, field, rule, problems);
  return text ?? '';
}

function checkText(value: string, field: string, rule: TextRule, problems: Problems): void {
  const shown = rule.secret ? '***' : value;
  if (rule.max !== undefined && value.length > rule.max) {
    problems.constraint(shown, field, `have length less than or equal to ${rule.max}`);
  } else if (rule.min !== undefined && value.length < rule.min) {
    problems.constraint(shown, field, `have length greater than or equal to ${rule.min}`);
  } else if (rule.values && !rule.values.includes(value)) {
    problems.constraint(shown, field, `satisfy enum value set: [${rule.values.join(', ')}]`);
  } else if (rule.pattern !== undefined && !matchesWholly(rule.pattern, value)) {
    if (rule.characters === undefined) {
      problems.constraint(shown, field, `satisfy regular expression pattern: ${rule.pattern}`);
    } else {
      problems.refuse(`The specified value for ${field} is invalid. ${rule.characters}`);
    }
  }
}

/** As AWS names a parameter in messages: UserName is userName. */
function fieldName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

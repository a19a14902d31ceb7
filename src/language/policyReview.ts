import { severities } from '../policy/finding';
import type { PolicyReview } from '../services';
import type { LoadLanguage } from './loadLanguage';

/** How many actions a sentence names before "and more". */
const NAMED = 5;

/** What the policy language says of a document before it is sent. */
export function createPolicyReview(load: LoadLanguage): PolicyReview {
  return {
    async faults(text) {
      const language = await load();
      return language
        .check(text, { kind: 'identity' })
        .filter(({ severity }) => severity === 'error')
        .map(({ message, offset }) => ({ message, offset }));
    },
    async describe(text) {
      const language = await load();
      const { sentence, allowsEverything } = language.summarize(text);
      const findings = language.check(text, { kind: 'identity' });
      findings.sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
      return {
        sentence,
        allowsEverything,
        findings: findings.map(({ severity, message }) => ({ severity, message })),
      };
    },
    async widened(before, after) {
      const language = await load();
      const { newActions, widerActions } = language.widensAccess(before, after);
      const gained = language.summarize(after).allowsEverything;
      if (gained && !language.summarize(before).allowsEverything) {
        return ['It now allows every action of every AWS service on every resource.'];
      }
      return [
        ...sentence('It now also allows', newActions),
        ...sentence('It allows on more resources, or with fewer conditions:', widerActions),
      ];
    },
  };
}

function sentence(start: string, actions: readonly string[]): string[] {
  if (actions.length === 0) return [];
  const more = actions.length - NAMED;
  const named = actions.slice(0, NAMED).join(', ');
  return [`${start} ${named}${more > 0 ? ` and ${more.toLocaleString('en')} more actions` : ''}.`];
}

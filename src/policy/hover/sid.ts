import { grammarOfKind } from '../facts/grammar';
import { paragraphs } from '../markdown';
import type { Hoverer } from './hover';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const hoverSid: Hoverer<'sid'> = ({ text }, { document, kind }) => {
  const count = document.statements.filter(({ sid }) => sid?.value === text).length;
  const letters = kind !== 'unknown' && grammarOfKind[kind].sid !== undefined;
  return paragraphs(
    `The name of the statement, unique in the policy. It changes nothing of what is allowed.${letters ? ' In IAM: letters and digits.' : ''}`,
    count > 1 ? `**${count} statements have this name.**` : undefined,
  );
};

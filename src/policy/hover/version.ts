import { versions } from '../elements';
import { code, escapeMarkdown, link, paragraphs } from '../markdown';
import type { Hoverer } from './hover';

const PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html';

export const hoverVersion: Hoverer<'version'> = ({ text }) => {
  const meaning = Object.hasOwn(versions, text) ? versions[text] : undefined;
  return paragraphs(
    meaning === undefined
      ? `There are two versions of the language: ${Object.keys(versions).map(code).join(' and ')}. It is not the date of the policy.`
      : escapeMarkdown(meaning),
    link('Documentation', PAGE),
  );
};

import { principalTypes } from '../elements';
import { escapeMarkdown, link, paragraphs } from '../markdown';
import type { Hoverer } from './hover';

export const hoverPrincipalType: Hoverer<'principalType'> = ({ text }) => {
  const type = principalTypes.find(({ name }) => name === text);
  return (
    type &&
    paragraphs(
      `**${type.name}**: ${escapeMarkdown(type.description)}`,
      link('Documentation', type.documentation),
    )
  );
};

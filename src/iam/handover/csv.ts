import type { HandoverForm } from './form';

/** RFC 4180: a field with a comma, a quote or a line end is quoted. */
function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The columns that `aws configure import` asks for; it refuses a byte order mark.
 * https://docs.aws.amazon.com/cli/latest/reference/configure/import.html
 */
export const csv: HandoverForm = {
  id: 'csv',
  label: 'CSV',
  detail: 'For aws configure import --csv, and for tools that take the console’s CSV.',
  fileName: ({ userName }) => `${userName}_accessKeys.csv`,
  mustBeIgnored: true,
  content: {
    kind: 'file',
    render: ({ userName, accessKey }) =>
      [
        ['User Name', 'Access key ID', 'Secret access key'],
        [userName, accessKey?.id ?? '', accessKey?.secret ?? ''],
      ]
        .map((row) => `${row.map(field).join(',')}\r\n`)
        .join(''),
  },
};

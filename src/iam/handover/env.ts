import type { HandoverForm } from './form';

/** Single quotes keep every character of a value as it is; the values here hold none of their own. */
function line([name, value]: [string, string]): string {
  return `${name}='${value.replaceAll("'", '')}'\n`;
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
export const env: HandoverForm = {
  id: 'env',
  label: '.env',
  detail: 'Environment variables that the AWS CLI and SDKs read.',
  fileName: () => '.env',
  mustBeIgnored: true,
  content: {
    kind: 'file',
    render: ({ accountId, accessKey, certificate, endpoint }) => {
      const variables: [string, string][] = [['AWS_ACCOUNT_ID', accountId]];
      if (accessKey) {
        variables.push(['AWS_ACCESS_KEY_ID', accessKey.id]);
        variables.push(['AWS_SECRET_ACCESS_KEY', accessKey.secret]);
      }
      if (certificate) {
        variables.push(['EC2_CERT', certificate.certificateFile]);
        variables.push(['EC2_PRIVATE_KEY', certificate.keyFile]);
      }
      if (endpoint !== undefined) variables.push(['AWS_ENDPOINT_URL', endpoint]);
      return variables.map(line).join('');
    },
  },
};

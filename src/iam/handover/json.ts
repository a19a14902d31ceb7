import type { HandoverForm } from './form';

/** The access key under the names that AWS's own answer to CreateAccessKey uses. */
export const json: HandoverForm = {
  id: 'json',
  label: 'JSON',
  detail: 'Everything in one object, for scripts.',
  fileName: ({ userName }) => `${userName}.json`,
  mustBeIgnored: true,
  content: {
    kind: 'file',
    render: ({ userName, accountId, accessKey, certificate, endpoint }) => {
      const content = {
        UserName: userName,
        AccountId: accountId,
        ...(accessKey && { AccessKeyId: accessKey.id, SecretAccessKey: accessKey.secret }),
        ...(certificate && {
          CertificateId: certificate.id,
          CertificateFile: certificate.certificateFile,
          PrivateKeyFile: certificate.keyFile,
        }),
        ...(endpoint === undefined ? {} : { EndpointUrl: endpoint }),
      };
      return `${JSON.stringify(content, undefined, 2)}\n`;
    },
  },
};

import type { HandoverForm } from './form';

/** https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html */
export const credentialsFile: HandoverForm = {
  id: 'credentialsFile',
  label: 'AWS profile',
  detail: 'Adds a profile to the shared credentials file that the AWS CLI and SDKs read.',
  fileName: () => '~/.aws/credentials',
  mustBeIgnored: false,
  content: {
    kind: 'profile',
    profile: ({ userName }) => userName,
    values: ({ accessKey, endpoint }) => ({
      aws_access_key_id: accessKey?.id,
      aws_secret_access_key: accessKey?.secret,
      // A session token of an earlier owner of the name would make the new key fail.
      aws_session_token: undefined,
      ...(endpoint === undefined ? {} : { endpoint_url: endpoint }),
    }),
  },
};

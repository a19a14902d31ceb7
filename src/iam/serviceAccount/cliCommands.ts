import { shellScript, type Shell, type ShellCommand } from '../shellCommand';
import { certificateFiles, policyHolder, type ServiceAccountInput } from './input';

const POLICY_FILE = 'policy.json';

/** The plan as commands of the AWS CLI. Holds no secret: a passphrase is asked by openssl itself. */
export function planAsCommands(input: ServiceAccountInput, shell: Shell): string {
  const { group, userName } = input;
  const groupFirst = group.kind === 'new';
  const commands = [
    ...(groupFirst ? [aws('create-group', { 'group-name': group.name })] : []),
    ...(groupFirst ? policyCommands(input) : []),
    ...(input.userExists === true ? [] : [createUser(input)]),
    ...(group.kind === 'none'
      ? []
      : [aws('add-user-to-group', { 'user-name': userName, 'group-name': group.name })]),
    ...(groupFirst ? [] : policyCommands(input)),
    ...certificateCommands(input),
    ...(input.accessKey ? [keyCommand(userName)] : []),
  ];
  return shellScript(commands, shell);
}

function createUser({ userName, path }: ServiceAccountInput): ShellCommand {
  return aws('create-user', { 'user-name': userName, ...(path === '/' ? {} : { path }) });
}

function aws(operation: string, options: Record<string, string>): ShellCommand {
  const words = Object.entries(options).flatMap(([name, value]) =>
    // A value that begins with a dash would be taken for an option.
    value.startsWith('-') ? [`--${name}=${value}`] : [`--${name}`, value],
  );
  return { words: ['aws', 'iam', operation, ...words] };
}

function policyCommands(input: ServiceAccountInput): ShellCommand[] {
  const { policy } = input;
  const holder = policyHolder(input);
  const whose = { [`${holder.kind}-name`]: holder.name };
  if (policy.kind === 'none') return [];
  if (policy.kind === 'managed') {
    return [aws(`attach-${holder.kind}-policy`, { ...whose, 'policy-arn': policy.arn })];
  }
  const put = aws(`put-${holder.kind}-policy`, {
    ...whose,
    'policy-name': policy.name,
    'policy-document': `file://${POLICY_FILE}`,
  });
  return [
    {
      comment: 'Put the policy into a file',
      write: { file: POLICY_FILE, text: toAscii(compact(policy.document)) },
    },
    put,
  ];
}

/** OpenSSL instead of what this product does in process; it asks for a passphrase itself. */
function certificateCommands(input: ServiceAccountInput): ShellCommand[] {
  const { certificate, userName } = input;
  if (certificate === undefined) return [];
  const files = certificateFiles(input);
  // OpenSSL separates parts of a subject by these.
  const subject = `/CN=${userName.replace(/[+/=\\]/g, '\\$&')}`;
  const make = ['openssl', 'req', '-x509', '-newkey', `rsa:${certificate.keyLength}`, '-sha256'];
  make.push('-days', String(certificate.validityDays), '-subj', subject);
  if (!certificate.encrypted) make.push('-nodes');
  make.push('-keyout', files.key, '-out', files.certificate);
  return [
    { comment: 'Make key and certificate; the private key stays on this machine', words: make },
    aws('upload-signing-certificate', {
      'user-name': userName,
      'certificate-body': `file://${files.certificate}`,
    }),
  ];
}

function keyCommand(userName: string): ShellCommand {
  return {
    comment: 'Prints the secret access key, which cannot be shown again',
    ...aws('create-access-key', { 'user-name': userName }),
  };
}

function compact(document: string): string {
  try {
    return JSON.stringify(JSON.parse(document));
  } catch {
    return document;
  }
}

function toAscii(text: string): string {
  return text.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

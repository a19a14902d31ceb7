import type { Account } from '../account';
import type { Wait } from '../lookAgain';
import type { NewAccessKey } from '../model';
import type { Step } from '../transactionStep';
import { accessKeySteps } from './accessKeySteps';
import { certificateSteps, folderStep } from './certificateSteps';
import { entitySteps } from './entitySteps';
import type { ServiceAccountInput } from './input';

export interface StepPorts {
  account: Account;
  /** Takes the new key with its secret, or undefined when it has been taken back. */
  keep: (key: NewAccessKey | undefined) => void;
  /** Of the private key; in memory only. */
  passphrase?: string;
  wait?: Wait;
}

/** All steps of a service account in order: nothing is made before the folder is known to be writable. */
export function serviceAccountSteps(input: ServiceAccountInput, ports: StepPorts): Step[] {
  const { account, keep, passphrase, wait } = ports;
  const { certificate } = input;
  return [
    ...(certificate ? [folderStep(certificate.folder)] : []),
    ...(input.userExists === true ? [] : entitySteps(input, account, wait)),
    ...(certificate ? certificateSteps(input, certificate, account, { passphrase, wait }) : []),
    ...(input.accessKey ? accessKeySteps(input.userName, account, { keep, wait }) : []),
  ];
}

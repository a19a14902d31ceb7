import type { ProfileValues } from '../connection/iniEdit';

/** What a service account hands to the tool that will use it. Holds the secret: keep it in memory. */
export interface Handover {
  userName: string;
  /** Twelve digits. */
  accountId: string;
  accessKey?: { id: string; secret: string };
  certificate?: { id: string; certificateFile: string; keyFile: string };
  /** Set when the account is not reached at AWS's own endpoint. */
  endpoint?: string;
}

/** Makes a file of its own, or one profile in a file that others use too. */
export type HandoverContent =
  | { kind: 'file'; render: (handover: Handover) => string }
  | {
      kind: 'profile';
      profile: (handover: Handover) => string;
      values: (handover: Handover) => ProfileValues;
    };

/** One way to hand a service account over. */
export interface HandoverForm {
  id: string;
  label: string;
  detail: string;
  /** Offered in the save dialog; `~/` means the home folder. */
  fileName: (handover: Handover) => string;
  /** Says that the file should not be under version control. */
  mustBeIgnored: boolean;
  content: HandoverContent;
}

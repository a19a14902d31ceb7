/** How an account is reached. The id is stable and holds no secret: it is kept in workspace state. */
export type Connection =
  | { kind: 'practice'; id: 'practice' }
  | { kind: 'profile'; id: string; profile: string }
  | { kind: 'environment'; id: 'environment' };

/** A connection with all that is known before the first call. */
export interface ResolvedConnection {
  connection: Connection;
  /** "practice account", "prod": for the status bar. */
  label: string;
  /** Set when the endpoint is not AWS's own. */
  endpoint?: string;
  partition: string;
  region: string;
  readOnly: boolean;
}

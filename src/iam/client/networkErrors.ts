import type { IamErrorReason } from '../errors';

/** Why no answer came, and whether the call may have been carried out all the same. */
export interface NetworkFault {
  reason: Extract<IamErrorReason, 'unreachable' | 'answerLost'>;
  say: string;
  advice: string;
}

const NETWORK = 'Check the network, the VPN and the proxy setting, then try again.';
const ENDPOINT = 'Check the endpoint of this connection.';
const CERTIFICATE =
  'If a proxy of your organisation opens TLS connections, its certificate must be trusted by this computer.';

/** The call did not leave this computer, or was refused before it was read. */
const NOT_SENT: Readonly<Record<string, [say: string, advice: string]>> = {
  ENOTFOUND: ['The name of the endpoint cannot be resolved.', NETWORK],
  EAI_AGAIN: ['The name of the endpoint cannot be resolved at the moment.', NETWORK],
  ECONNREFUSED: ['Nothing listens at the endpoint.', ENDPOINT],
  EHOSTUNREACH: ['There is no way to the endpoint.', NETWORK],
  ENETUNREACH: ['There is no network.', NETWORK],
  EADDRNOTAVAIL: ['There is no way to the endpoint.', NETWORK],
  EACCES: ['This computer does not allow a connection to the endpoint.', NETWORK],
  ERR_INVALID_URL: ['The address of the endpoint is not right.', ENDPOINT],
  EPROTO: ['The endpoint does not speak TLS.', ENDPOINT],
  ERR_SSL_WRONG_VERSION_NUMBER: ['The endpoint does not speak TLS.', ENDPOINT],
  ERR_TLS_CERT_ALTNAME_INVALID: ['The certificate of the endpoint is for another name.', ENDPOINT],
  CERT_HAS_EXPIRED: ['The certificate of the endpoint has expired.', ENDPOINT],
  CERT_NOT_YET_VALID: [
    'The certificate of the endpoint is not valid yet.',
    'Check the clock of this computer.',
  ],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['The certificate of the endpoint is self-signed.', CERTIFICATE],
  SELF_SIGNED_CERT_IN_CHAIN: [
    'The certificate of the endpoint is not trusted by this computer.',
    CERTIFICATE,
  ],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'The certificate of the endpoint is not trusted by this computer.',
    CERTIFICATE,
  ],
  UNABLE_TO_GET_ISSUER_CERT: [
    'The certificate of the endpoint is not trusted by this computer.',
    CERTIFICATE,
  ],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    'The certificate of the endpoint is not trusted by this computer.',
    CERTIFICATE,
  ],
};

/** The connection was there and broke: nobody knows how far the call came. */
const LOST = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'ERR_STREAM_PREMATURE_CLOSE',
  'ERR_HTTP2_STREAM_CANCEL',
  'HPE_INVALID_CONSTANT',
  'UND_ERR_SOCKET',
]);

const MESSAGES_OF_LOSS = /socket hang up|aborted|premature close|network socket disconnected/i;

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** AggregateError and wrapped errors carry the code inside. */
function innerErrors(error: Error): Error[] {
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [error.cause];
  return inner.filter((each): each is Error => each instanceof Error);
}

/** Recognises what Node's sockets throw, or gives undefined. */
export function networkFault(error: Error, depth = 0): NetworkFault | undefined {
  const code = codeOf(error);
  const notSent = code === undefined ? undefined : NOT_SENT[code];
  if (notSent) return { reason: 'unreachable', say: notSent[0], advice: notSent[1] };
  const connecting = 'syscall' in error && error.syscall === 'connect';
  if (connecting || /could not connect|connection timed? ?out/i.test(error.message)) {
    return { reason: 'unreachable', say: 'The endpoint does not answer.', advice: NETWORK };
  }
  if (
    (code && LOST.has(code)) ||
    error.name === 'TimeoutError' ||
    MESSAGES_OF_LOSS.test(error.message)
  ) {
    return { reason: 'answerLost', say: 'The connection to AWS broke.', advice: NETWORK };
  }
  if (depth > 3) return undefined;
  for (const inner of innerErrors(error)) {
    const fault = networkFault(inner, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

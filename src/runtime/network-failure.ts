import type { FailureCode } from '../model/failure.js';
import type { Trouble } from '../probe/dialer.js';
import { alertName } from '../tls/alerts.js';

const UNREACHABLE = { 4: 'net.unreachable', 6: 'net.no-ipv6-route' } as const;

/** System errors that mean the same on every address family. */
const CODES: Readonly<Record<string, FailureCode>> = {
  EHOSTUNREACH: 'net.unreachable',
  ENETDOWN: 'net.unreachable',
  EACCES: 'net.unreachable',
  EPERM: 'net.unreachable',
  ECONNREFUSED: 'tcp.refused',
  ETIMEDOUT: 'tcp.timeout',
  ECONNRESET: 'tcp.reset',
  ECONNABORTED: 'tcp.reset',
  EPIPE: 'tcp.reset',
};

/** System errors of a machine that cannot send there: without IPv6 they come for every IPv6 address. */
const NO_ROUTE = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];

/** OpenSSL's words for a first record that is none. */
const NOT_TLS = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNKNOWN_PROTOCOL', 'ERR_SSL_HTTP_REQUEST'];

/** What errors of Node carry, as far as we look at it. */
interface PlatformError {
  readonly code?: string;
  readonly message?: string;
  /** Of errors from the system: the call that failed. */
  readonly syscall?: string;
  /** Of errors from OpenSSL. */
  readonly reason?: string;
  readonly cause?: unknown;
  /** Of an AggregateError. */
  readonly errors?: readonly unknown[];
}

/** The one place where errors of the platform, with the causes behind them, become our codes. */
export function troubleOf(error: unknown, family: 4 | 6): Trouble {
  const chain = causes(error);
  for (const cause of chain) {
    const trouble = translate(cause, family);
    if (trouble !== undefined) return trouble;
  }
  return { code: 'tcp.failed', detail: chain.map(({ code, message }) => code ?? message).join(': ') };
}

function translate({ code = '', message = '', reason, syscall }: PlatformError, family: 4 | 6): Trouble | undefined {
  const alert = /SSL alert number (\d+)/.exec(message)?.[1];
  if (alert !== undefined) return { code: 'tls.alert', detail: alertName(Number(alert)) };
  if (NOT_TLS.includes(code)) return { code: 'tls.not-tls' };
  if (/^ERR_(SSL|OSSL|TLS)_/.test(code)) return { code: 'tls.local-refusal', detail: reason ?? message };
  // Node's own error for an end of file during the handshake; one from the system names its call.
  if (code === 'ECONNRESET' && syscall === undefined) return { code: 'tls.closed' };
  const known = NO_ROUTE.includes(code) ? UNREACHABLE[family] : CODES[code];
  return known === undefined ? undefined : { code: known, detail: code };
}

/** The error, what caused it, and the errors it is made of. */
function causes(error: unknown): readonly PlatformError[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, errors = [] }: PlatformError = error;
  return [error, ...[cause, ...errors].flatMap(causes)];
}

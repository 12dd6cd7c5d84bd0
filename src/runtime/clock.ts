import { randomInt } from 'node:crypto';
import type { Clock, Random } from '../model/ports.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The clock of this machine. */
export function createClock(): Clock {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const timer = setTimeout(wake, ms);
        function wake(): void {
          clearTimeout(timer);
          signal?.removeEventListener('abort', wake);
          resolve();
        }
        signal?.addEventListener('abort', wake);
      }),
  };
}

/** Unpredictable tokens from the system's generator. */
export function createRandom(): Random {
  return {
    token: (length) => Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  };
}

/** The date by UTC, as `2026-01-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EndpointObservation } from '../../src/model/observation.js';
import type { TargetReport } from '../../src/model/report.js';
import type { RealServer } from './servers/real-server.js';

const FOLDER = fileURLToPath(new URL('../fixtures/', import.meta.url));

/** One endpoint of a real server as it was seen, and what was made of it. */
interface RecordedEndpoint {
  readonly verdict: string;
  readonly proof: string;
  /** Ids of the checks that failed. */
  readonly failing: readonly string[];
  readonly observation: EndpointObservation;
}

/** What one configuration of one real server showed. */
export interface Recording {
  readonly name: string;
  readonly software: string;
  readonly version: string;
  /** ISO date. */
  readonly recordedOn: string;
  readonly endpoints: readonly RecordedEndpoint[];
}

/**
 * Hands on what was seen of a real server, and writes it into test/fixtures/ where `npm run record` asks for it. The
 * bytes of certificates are left out: nothing is judged by them.
 */
export function recorded(name: string, server: RealServer, report: TargetReport): TargetReport {
  if (process.env.XMPP_TLS_RECORD !== '1') return report;
  const { software, version } = server;
  const endpoints = report.endpoints.map(({ verdict, proof, checks, observation }): RecordedEndpoint => ({
    verdict,
    proof,
    failing: checks.filter(({ outcome }) => outcome.outcome === 'fail').map(({ check }) => check),
    observation: withoutBytes(observation),
  }));
  const recording: Recording = {
    name,
    software,
    version,
    recordedOn: new Date().toISOString().slice(0, 10),
    endpoints,
  };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(recording, undefined, 1)}\n`);
  return report;
}

export function readRecordings(): readonly Recording[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recording);
}

function withoutBytes(observation: EndpointObservation): EndpointObservation {
  return JSON.parse(
    JSON.stringify(observation, (key, value: unknown) => (key === 'der' ? '' : value)),
  ) as EndpointObservation;
}

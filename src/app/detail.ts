import type { DnsAnswer, Resolver } from '../dns/resolver.js';
import { endpointName } from '../model/endpoint.js';
import { failureInWords } from '../model/failure.js';
import { renderTranscript } from '../model/transcript.js';
import type { Looked } from './endpoint.js';

/** A resolver that tells every question and its answer. */
export function tellLookups(resolver: Resolver, tell: (line: string) => void): Resolver {
  return {
    async resolve(name, type, signal) {
      const answer = await resolver.resolve(name, type, signal);
      tell(`DNS ${type} ${name}: ${answerInWords(answer)}`);
      return answer;
    },
  };
}

function answerInWords(answer: DnsAnswer): string {
  if (answer.state === 'failed') return failureInWords(answer.failure);
  const aliases = answer.aliases.map((alias) => `alias of ${alias}; `).join('');
  if (answer.state !== 'records') return `${aliases}${answer.state === 'nxdomain' ? 'no such name' : 'no such record'}`;
  const records = answer.records.map((record) =>
    typeof record === 'string' ? record : `${record.priority} ${record.weight} ${record.port} ${record.target || '.'}`,
  );
  return `${aliases}${records.join(', ')}`;
}

/** Everything that was said at one endpoint, after a line with its name and its verdict. */
export function describeLook({ observation, verdict }: Looked): string[] {
  const { endpoint, transcript } = observation;
  const because = verdict.because.length === 0 ? '' : `: ${verdict.because.join('; ')}`;
  const title = `${endpoint.service} ${endpoint.transport} ${endpointName(endpoint)} is ${verdict.verdict}${because}`;
  return [title, ...renderTranscript(transcript).split('\n').filter(Boolean)];
}

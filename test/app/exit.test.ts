import { describe, expect, it } from '@jest/globals';
import { exitCodeAfter, leaveAfterBug, leaveInterrupted } from '../../src/app/exit.js';
import type { Annotation } from '../../src/model/annotation.js';
import { ConfigurationError } from '../../src/model/ports.js';

function door(wants = { annotations: true, summary: true }) {
  const told = { errors: [] as string[], outputs: {} as Record<string, string>, summary: '', annotated: 0 };
  const ports = {
    log: { error: (line: string) => void told.errors.push(line) },
    outputs: {
      set: (name: string, value: string) => void (told.outputs[name] = value),
      summarise: async (markdown: string) => void (told.summary += markdown),
      annotate: (annotations: readonly Annotation[]) => void (told.annotated += annotations.length),
    },
    wants,
  };
  return { told, ports };
}

describe('the way out', () => {
  it('is 2 with annotations and a summary for mistakes of the user', async () => {
    const { told, ports } = door();
    expect(await exitCodeAfter(() => Promise.reject(new ConfigurationError('a\nb')), ports)).toBe(2);
    expect(told).toMatchObject({ annotated: 2, errors: [] });
    expect(told.summary).toContain('- a\n- b\n');
    expect(told.outputs).toMatchObject({ result: 'inconclusive', 'exit-code': '2', 'hosts-total': '0' });
  });

  it('tells them line by line where annotations are not wanted', async () => {
    const { told, ports } = door({ annotations: false, summary: false });
    await exitCodeAfter(() => Promise.reject(new ConfigurationError('a\nb')), ports);
    expect(told).toMatchObject({ annotated: 0, errors: ['a', 'b'], summary: '' });
  });

  it('is 3 with the stack for a bug, caught or not', async () => {
    const { told, ports } = door();
    expect(await exitCodeAfter(() => Promise.reject(new TypeError('oops')), ports)).toBe(3);
    expect(told.errors[0]).toMatch(/^Internal error, please report it: TypeError: oops\n/u);
    expect(leaveAfterBug('thrown text', ports)).toBe(3);
    expect(told.outputs['exit-code']).toBe('3');
  });

  it('is 4 with all outputs where the job was cancelled', () => {
    const { told, ports } = door();
    expect(leaveInterrupted('SIGTERM', ports)).toBe(4);
    expect(told.errors).toEqual(['The run was broken off (SIGTERM): nothing is known of the domains.']);
    expect(told.outputs).toMatchObject({ result: 'inconclusive', 'exit-code': '4', 'issues-opened': '[]' });
  });

  it('is no worse where the outputs cannot be written', async () => {
    const { told, ports } = door();
    const outputs = {
      ...ports.outputs,
      set: () => {
        throw new Error('Missing file at path: /nowhere');
      },
    };
    const fails = () => Promise.reject(new Error('Missing file at path: /nowhere'));
    expect(await exitCodeAfter(fails, { ...ports, outputs })).toBe(3);
    expect(told.errors[0]).toBe('The outputs could not be written: Missing file at path: /nowhere');
    expect(told.errors[1]).toMatch(/^Internal error/u);
  });
});

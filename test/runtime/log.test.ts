import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createActionsLog } from '../../src/runtime/actions-log.js';
import { createTerminalLog } from '../../src/runtime/log.js';

const HOSTILE = 'x\r\n::set-output name=a::b\n##[error]c\u2028::add-mask::d';

describe('the log of a terminal', () => {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const terminal = { stdout: (line: string) => stdout.push(line), stderr: (line: string) => stderr.push(line) };

  beforeEach(() => {
    stdout.length = 0;
    stderr.length = 0;
  });

  it('keeps stdout for the report', () => {
    const log = createTerminalLog(terminal, true);
    for (const level of ['info', 'debug', 'notice', 'warning', 'error'] as const) log[level](level);
    log.print('a\n  b\n');
    expect(stderr).toEqual(['info\n', 'debug: debug\n', 'note: notice\n', 'warning: warning\n', 'error: error\n']);
    expect(stdout).toEqual(['a\n', '  b\n']);
  });

  it('keeps debug lines to itself unless they were asked for', () => {
    createTerminalLog(terminal, false).debug('x');
    expect(stderr).toEqual([]);
  });

  it('lets colours of inert lines pass, and no other control', () => {
    const log = createTerminalLog(terminal, false);
    log.print('\u001b[31mred\u001b[0m\n\u001b[2Jgone\n\u001b[31m\u0007bell\u001b[0m\n\u001b[0m::error::x');
    expect(stdout).toEqual(['\u001b[31mred\u001b[0m\n', '\\u{1b}[2Jgone\n', '\\u{7}bell\n', ': :error::x\n']);
  });
});

describe('the log of a workflow run', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('obeys nothing that is inside a line', () => {
    createActionsLog(true).info(HOSTILE);
    expect(written.join('')).toBe('x ::set-output name=a::b ## [error]c ::add-mask::d\n');
  });

  it('turns warnings and errors into annotations of one line', () => {
    const log = createActionsLog(true);
    log.warning(HOSTILE);
    log.error('a%0Ab');
    log.notice('n');
    log.debug('d');
    expect(written.join('')).toBe(
      '::warning::x ::set-output name=a::b ## [error]c ::add-mask::d\n::error::a%250Ab\n::notice::n\n::debug::d\n',
    );
  });

  it('prints rendered lines, each of them inert', () => {
    createActionsLog(true).print('fine\n ::stop-commands::x\r::error::y\n');
    expect(written.join('')).toBe('fine\n : :stop-commands::x\\u{d}::error::y\n');
  });
});

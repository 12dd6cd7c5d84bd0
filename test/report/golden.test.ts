import { describe, expect, it } from '@jest/globals';
import { annotate } from '../../src/report/annotations.js';
import { renderConsole, renderConsoleQuietly } from '../../src/report/console.js';
import { compactResults, plaintextHosts, renderJson } from '../../src/report/json.js';
import { renderApplied, renderPlan } from '../../src/report/plan.js';
import { renderProgress } from '../../src/report/progress.js';
import { renderSummary } from '../../src/report/summary.js';
import { expectGolden } from '../support/golden.js';
import { aTarget } from '../support/reports.js';
import { APPLIED, CHANGE, CONTEXT, PLAN, STORY } from './story.js';

describe('what people read', () => {
  it('shows the report on a console', () => {
    expectGolden('report/console.txt', renderConsole(STORY, { width: 100, colour: false }, CONTEXT));
  });

  it('shows the report in colour', () => {
    expectGolden('report/console-colour.txt', renderConsole(STORY, { width: 60, colour: true }, CONTEXT));
  });

  it('shows the job summary', () => {
    expectGolden('report/summary.md', renderSummary(STORY, CONTEXT));
  });

  it('shows a pull request, in which only what it changes decides', () => {
    const { check, remediation } = CONTEXT;
    expectGolden('report/change-console.txt', renderConsole(CHANGE, { width: 100, colour: false }, CONTEXT));
    expectGolden('report/change-summary.md', renderSummary(CHANGE, { check, remediation }));
    expectGolden('report/change-annotations.json', `${JSON.stringify(annotate(CHANGE), null, 2)}\n`);
  });

  it('shows one line per domain where that is asked for', () => {
    expectGolden('report/console-quiet.txt', renderConsoleQuietly(STORY, { width: 100, colour: false }, CONTEXT));
  });

  it('writes the JSON report', () => {
    expectGolden('report/report.json', renderJson(STORY));
  });

  it('writes the results output', () => {
    expectGolden('report/results.json', `${compactResults(STORY)}\n`);
    expect(plaintextHosts(STORY)).toBe('example.org');
  });

  it('annotates the configuration', () => {
    expectGolden('report/annotations.json', `${JSON.stringify(annotate(STORY), null, 2)}\n`);
  });

  it('tells what is finished, planned and done', () => {
    const progress = STORY.targets.map((target, i) => renderProgress(i + 1, 200, target)).join('\n');
    expect(renderProgress(1, 4, aTarget('a.example'))).toBeUndefined();
    expectGolden(
      'report/log.txt',
      [progress, renderPlan(PLAN, true), renderPlan(PLAN, false), renderApplied(APPLIED)].join('\n'),
    );
  });
});

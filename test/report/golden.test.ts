import { describe, it } from '@jest/globals';
import { annotate } from '../../src/report/annotations.js';
import { renderConsole } from '../../src/report/console.js';
import { compactResults, renderJson } from '../../src/report/json.js';
import { renderApplied, renderPlan } from '../../src/report/plan.js';
import { renderProgress } from '../../src/report/progress.js';
import { renderSummary } from '../../src/report/summary.js';
import { expectGolden } from '../support/golden.js';
import { APPLIED, CONTEXT, PLAN, STORY } from './story.js';

describe('what people read', () => {
  it('shows the report on a console', () => {
    expectGolden('report/console.txt', renderConsole(STORY, { width: 100, colour: false }));
  });

  it('shows the report in colour', () => {
    expectGolden('report/console-colour.txt', renderConsole(STORY, { width: 60, colour: true }));
  });

  it('shows the job summary', () => {
    expectGolden('report/summary.md', renderSummary(STORY, CONTEXT));
  });

  it('writes the JSON report', () => {
    expectGolden('report/report.json', renderJson(STORY));
  });

  it('writes the results output', () => {
    expectGolden('report/results.json', `${compactResults(STORY)}\n`);
  });

  it('annotates the configuration', () => {
    expectGolden('report/annotations.json', `${JSON.stringify(annotate(STORY), null, 2)}\n`);
  });

  it('tells what is finished, planned and done', () => {
    const progress = STORY.targets.map((target, i) => renderProgress(i + 1, 200, target)).join('\n');
    expectGolden(
      'report/log.txt',
      [progress, renderPlan(PLAN, true), renderPlan(PLAN, false), renderApplied(APPLIED)].join('\n'),
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../../src/model/ports.js';
import { mayWriteIssues, readEnvironment, refuseUnsafeEvent } from '../../src/runtime/environment.js';

const none = () => {
  throw new Error('no such file');
};

const RUNNER = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_API_URL: 'https://ghe.example/api/v3/',
  GITHUB_SERVER_URL: 'https://ghe.example/',
  GITHUB_RUN_ID: '42',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_EVENT_PATH: '/event.json',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_WORKSPACE: '/w',
  GITHUB_STEP_SUMMARY: '/summary',
  RUNNER_DEBUG: '1',
  NO_COLOR: '1',
  'INPUT_CONFIG-FILE': 'a.yml',
  INPUT_HOSTS: '',
};

describe('readEnvironment', () => {
  it('reads what a runner says', () => {
    const readFile = (path: string) => (path === '/event.json' ? '{"repository":{"default_branch":"main"}}' : none());
    expect(readEnvironment(RUNNER, readFile)).toEqual({
      inActions: true,
      repository: 'o/r',
      apiUrl: 'https://ghe.example/api/v3',
      serverUrl: 'https://ghe.example',
      runUrl: 'https://ghe.example/o/r/actions/runs/42',
      eventName: 'push',
      ref: 'refs/heads/main',
      defaultBranch: 'main',
      workspace: '/w',
      stepSummaryFile: '/summary',
      onForgejo: false,
      debug: true,
      noColour: true,
      inputs: { 'config-file': 'a.yml', hosts: '' },
    });
  });

  it('has defaults for a terminal, and no key for what is not there', () => {
    expect(readEnvironment({ GITHUB_REF: '' }, none)).toEqual({
      inActions: false,
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      onForgejo: false,
      debug: false,
      noColour: false,
      inputs: {},
    });
  });

  it.each([{ FORGEJO_ACTIONS: 'true' }, { GITEA_ACTIONS: 'true' }, { FORGEJO_API_URL: 'https://codeberg.org/api/v1' }])(
    'knows a runner of Forgejo or Gitea by %j',
    (variables) => expect(readEnvironment(variables, none).onForgejo).toBe(true),
  );

  it('takes the address of the API from the runner of Forgejo where no other is given', () => {
    const variables = { FORGEJO_API_URL: 'https://codeberg.org/api/v1/' };
    expect(readEnvironment(variables, none).apiUrl).toBe('https://codeberg.org/api/v1');
  });

  it('names no run page on Forgejo, where the number of the page is another one', () => {
    const forgejo = { ...RUNNER, GITHUB_API_URL: 'https://codeberg.org/api/v1' };
    expect(readEnvironment(forgejo, () => '{}')).not.toHaveProperty('runUrl');
  });

  it.each(['', 'null', '[]', '{"repository":null}', '{"repository":{"default_branch":7}}'])(
    'leaves the default branch unknown when the payload is %j',
    (payload) => {
      expect(readEnvironment(RUNNER, () => payload)).not.toHaveProperty('defaultBranch');
    },
  );
});

describe('the comment that started a run', () => {
  const COMMENTED = { ...RUNNER, GITHUB_EVENT_NAME: 'issue_comment' };
  const payload = {
    action: 'created',
    issue: { number: 7 },
    comment: { id: 4711, body: '/xmpp retest', created_at: '2026-11-22T10:00:00Z', author_association: 'NONE' },
    repository: { default_branch: 'main' },
  };
  const commentIn = (event: object, variables: Readonly<Record<string, string>> = COMMENTED) =>
    readEnvironment(variables, () => JSON.stringify(event)).comment;

  it('is read from the event', () => {
    const comment = {
      issue: 7,
      onPullRequest: false,
      id: 4711,
      body: '/xmpp retest',
      createdAt: '2026-11-22T10:00:00Z',
    };
    expect(commentIn(payload)).toEqual(comment);
    expect(commentIn({ ...payload, issue: { number: 7, pull_request: null }, is_pull: false })).toEqual(comment);
  });

  it.each([
    ['GitHub', { ...payload, issue: { number: 7, pull_request: { url: 'x' } } }],
    ['Forgejo', { ...payload, is_pull: true }],
  ])('is told apart from one in a pull request on %s', (_, event) => {
    expect(commentIn(event)).toMatchObject({ onPullRequest: true });
  });

  it.each([
    ['that was edited', { ...payload, action: 'edited' }],
    ['without an issue', { ...payload, issue: null }],
    ['without an id', { ...payload, comment: { body: 'x' } }],
  ])('is none %s', (_, event) => expect(commentIn(event)).toBeUndefined());

  it('is none in another event', () => {
    expect(commentIn(payload, { ...RUNNER, GITHUB_EVENT_NAME: 'issues' })).toBeUndefined();
  });
});

describe('mayWriteIssues', () => {
  const main = { ref: 'refs/heads/main', defaultBranch: 'main' };
  const granted = { granted: true };

  it.each(['schedule', 'workflow_dispatch', 'push'])('lets auto write on %s', (eventName) => {
    expect(mayWriteIssues({ ...main, eventName }, 'auto')).toEqual(granted);
  });

  it('lets a comment in an issue write on the default branch, and one in a pull request nowhere', () => {
    const comment = { issue: 7, onPullRequest: false, id: 1, body: '', createdAt: '' };
    const event = { ...main, eventName: 'issue_comment', comment };
    expect(mayWriteIssues(event, 'auto')).toEqual(granted);
    expect(mayWriteIssues({ ...event, ref: 'refs/heads/x' }, 'auto')).toMatchObject({ granted: false });
    const inPull = { ...event, comment: { ...comment, onPullRequest: true } };
    expect(mayWriteIssues(inPull, 'always')).toEqual({
      granted: false,
      because: 'the comment stands in a pull request',
    });
    expect(mayWriteIssues({ ...main, eventName: 'issue_comment' }, 'always')).toMatchObject({ granted: false });
  });

  it.each(['pull_request', 'pull_request_target', 'pull_request_review'])('never writes on %s', (eventName) => {
    expect(mayWriteIssues({ ...main, eventName }, 'always')).toMatchObject({ granted: false });
    expect(mayWriteIssues({ ...main, eventName }, 'auto')).toMatchObject({ granted: false });
  });

  it('does not let auto write on a push or a manual run elsewhere', () => {
    expect(
      mayWriteIssues({ eventName: 'workflow_dispatch', ref: 'refs/heads/x', defaultBranch: 'main' }, 'auto'),
    ).toMatchObject({ granted: false });
    expect(mayWriteIssues({ eventName: 'push', ref: 'refs/heads/x', defaultBranch: 'main' }, 'auto')).toEqual({
      granted: false,
      because: 'manage-issues is auto, and this run is not one of the default branch',
    });
    expect(mayWriteIssues({ eventName: 'push', ref: 'refs/tags/main', defaultBranch: 'main' }, 'auto')).toMatchObject({
      granted: false,
    });
  });

  it('does not guess the default branch', () => {
    expect(mayWriteIssues({ eventName: 'push', ref: 'refs/heads/main' }, 'auto')).toEqual({
      granted: false,
      because: 'manage-issues is auto, and the event does not say which branch is the default',
    });
    expect(mayWriteIssues({ eventName: 'workflow_dispatch', ref: 'refs/heads/main' }, 'auto')).toEqual(granted);
  });

  it('lets always write on other events, auto not, and never nowhere', () => {
    expect(mayWriteIssues({ eventName: 'issues' }, 'always')).toEqual(granted);
    expect(mayWriteIssues({ eventName: 'issues' }, 'auto')).toMatchObject({ granted: false });
    expect(mayWriteIssues({}, 'auto')).toMatchObject({ granted: false });
    expect(mayWriteIssues({ eventName: 'schedule' }, 'never')).toMatchObject({ granted: false });
  });
});

describe('refuseUnsafeEvent', () => {
  it('refuses pull_request_target with a sentence, and nothing else', () => {
    expect(() => refuseUnsafeEvent({ eventName: 'pull_request_target' })).toThrow(ConfigurationError);
    expect(() => refuseUnsafeEvent({ eventName: 'pull_request_target' })).toThrow('use `on: pull_request`');
    expect(() => refuseUnsafeEvent({ eventName: 'pull_request' })).not.toThrow();
    expect(() => refuseUnsafeEvent({})).not.toThrow();
  });
});

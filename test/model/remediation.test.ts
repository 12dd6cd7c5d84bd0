import { describe, expect, it } from '@jest/globals';
import { changesOf, inForce, settingsFor } from '../../src/model/remediation.js';
import { REMEDIATIONS } from '../../src/remediation/index.js';
import { SOFTWARE } from '../../src/model/software.js';
import { SETTING_NAMES } from '../../src/model/verdict.js';

describe('what to change in a file', () => {
  it('is one block without a line twice, whatever was found', () => {
    const [change, ...others] = changesOf(
      REMEDIATIONS.prosody,
      ['c2s-required', 's2s-required', 'legacy-auth'],
      'a.example',
    );
    expect(others).toEqual([]);
    expect(change?.code).toBe(
      'c2s_require_encryption = true\nallow_unencrypted_plain_auth = false\ns2s_require_encryption = true',
    );
    expect(new Set(change?.notes).size).toBe(change?.notes.length);
    expect(change?.cautions?.map(({ name }) => name)).toEqual([
      'certificate',
      'each-host',
      'default-since',
      'federation',
    ]);
  });

  it('opens no section twice in a file where the second would replace the first', () => {
    const [change, ...others] = changesOf(
      REMEDIATIONS.ejabberd,
      ['c2s-required', 'registration', 'legacy-auth', 'bosh', 'websocket', 's2s-required'],
      'a.example',
    );
    expect(others).toEqual([]);
    expect(change?.code).not.toMatch(/^listen:/mu);
    expect(change?.code.match(/starttls_required/gu)).toHaveLength(1);
    expect(change?.code.match(/port: 5443/gu)).toHaveLength(1);
    expect(change?.code).toContain('s2s_use_starttls: required');
  });

  it('keeps files apart', () => {
    expect(
      changesOf(REMEDIATIONS.jabberd2, ['c2s-required', 's2s-required'], 'a.example').map(({ file }) => file),
    ).toEqual(['/etc/jabberd2/c2s.xml', '/etc/jabberd2/s2s.xml']);
  });

  it.each(SOFTWARE)('names the domain itself, in the words of %s', (software) => {
    const code = changesOf(REMEDIATIONS[software], SETTING_NAMES, 'chat.example').map((change) => change.code);
    expect(code.join('\n')).not.toContain('example.org');
    expect(code.join('\n')).toContain('chat.example');
  });

  it('keeps a name out that could end a string', () => {
    const [change] = changesOf(REMEDIATIONS.jabberd2, ['c2s-required'], "a'><evil/>");
    expect(change?.code).toContain('example.org');
  });
});

describe('the settings for findings', () => {
  it('are named once each, in the order of what they mend', () => {
    const mends = { a: 's2s-required', b: 'c2s-required', c: 's2s-required' } as const;
    const check = (id: string) => (id in mends ? { title: id, mend: mends[id as keyof typeof mends] } : undefined);
    const findings = ['a', 'gone', 'b', 'c'].map((id) => ({ check: id }));
    expect(settingsFor(findings, { check })).toEqual(['s2s-required', 'c2s-required']);
  });
});

describe('how a change takes effect', () => {
  it('is a command where there is one, and a sentence where it depends on the server', () => {
    const code = (command: string): string => `<${command}>`;
    const { prosody, generic } = REMEDIATIONS;
    const restarted = [prosody.settings['c2s-required'], prosody.settings['srv-records']];
    expect(inForce(prosody, restarted, code)[0]).toBe('Then run: <systemctl restart prosody>');
    expect(inForce(generic, restarted, code)).toContain('Then restart the server.');
  });

  it('goes without saying where no XMPP server reads it', () => {
    for (const { settings, ...remediation } of Object.values(REMEDIATIONS)) {
      const elsewhere = [settings['srv-records'], settings['host-meta']];
      expect(inForce(remediation, elsewhere, (command) => command)).toEqual([]);
    }
  });
});

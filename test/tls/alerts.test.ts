import { describe, expect, it } from '@jest/globals';
import { alertName } from '../../src/tls/alerts.js';

describe('a TLS alert', () => {
  it('has its registered name', () => {
    expect([40, 70, 112, 116, 120].map(alertName)).toEqual([
      'handshake_failure',
      'protocol_version',
      'unrecognized_name',
      'certificate_required',
      'no_application_protocol',
    ]);
  });

  it('is a number where nobody registered a name', () => {
    expect(alertName(200)).toBe('alert 200');
  });
});

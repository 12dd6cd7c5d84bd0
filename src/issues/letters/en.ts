import { generic } from '../../remediation/generic.js';
import { GENERAL_SETTINGS, type GeneralSetting, type LetterTexts } from './letter.js';

/** In English the advice in words is that of the general server. */
const general = Object.fromEntries(GENERAL_SETTINGS.map((name) => [name, generic.settings[name].code])) as Readonly<
  Record<GeneralSetting, string>
>;

export const en: LetterTexts = {
  language: 'en',
  subject: {
    notice: 'XMPP at {domain}: encryption is not enforced',
    contacted: 'XMPP at {domain}: encryption is still not enforced',
    followup: 'XMPP at {domain}: encryption is still not enforced',
    promised: 'XMPP at {domain}: thank you for your answer',
    awaited: 'XMPP at {domain}: thank you for your answer',
    reminder: 'XMPP at {domain}: a reminder about mandatory TLS',
    maintenance: 'XMPP at {domain}: TLS is still not mandatory after the maintenance',
    unnoticed: 'XMPP at {domain}: a reminder about mandatory TLS',
    regressed: 'XMPP at {domain}: encryption is no longer enforced',
    verifying: 'XMPP at {domain}: TLS seems to be mandatory now',
    thanks: 'XMPP at {domain}: thank you for making TLS mandatory',
  },
  greeting: 'Dear administrators of {domain},',
  opening: {
    notice: 'Thank you for running an XMPP service. Since {first}, our regular check has found that it {claim}.',
    once: 'Thank you for running an XMPP service. Our check of {first} found that it {claim}.',
    contacted:
      'We wrote to you on {contacted} about your XMPP service. Our check of {last} found that it still {claim}.',
    followup: 'This follows up on our report about your XMPP service. Our check of {last} found that it still {claim}.',
    promised: 'We have noted that TLS will be mandatory by {due}. Thank you! You will get no reminder before that day.',
    awaited:
      'We have noted that TLS will be mandatory from the next maintenance on. Thank you! We will check again after that.',
    reminder:
      'You kindly told us that TLS would be mandatory by {due}. Our check of {last} found that the service still {claim}. Perhaps something came up, or the new setting is not active yet.',
    maintenance:
      'You kindly told us that TLS would be mandatory from the next maintenance on. It looks as if there has been one, but our check of {last} found that the service still {claim}. Perhaps the setting was forgotten, or it is not active yet.',
    unnoticed:
      'You kindly told us that TLS would be mandatory from the next maintenance on. We noticed no maintenance until {due}, and our check of {last} found that the service still {claim}.',
    regressed:
      'After an earlier report you made TLS mandatory; thank you for that. Our check of {first}, however, found that the service {claim} again. An update or a restored configuration is the usual reason.',
    verifying:
      'Our check of {secured} found that your XMPP service requires TLS at every address we looked at. Thank you very much! We will check once more to be sure, and then close our report.',
    thanks: 'Since {secured}, your XMPP service has required TLS at every address we check. Thank you very much!',
  },
  claim: {
    c2s: {
      behaviour: 'accepts unencrypted connections from clients',
      advertised: 'offers clients an unencrypted login',
    },
    s2s: {
      behaviour: 'accepts unencrypted connections from other servers',
      advertised: 'offers other servers unencrypted connections',
    },
    both: {
      behaviour: 'accepts unencrypted connections from clients and from other servers',
      advertised: 'offers unencrypted connections to clients and to other servers',
    },
  },
  and: ' and ',
  stake: {
    c2s: 'Anyone on the network path can read and change what is sent over such a connection, and can get hold of passwords.',
    s2s: 'Anyone on the network path can read and change the messages between your users and the users of other servers.',
    both: 'Anyone on the network path can read and change what is sent over such connections: messages, including those to and from other servers, and passwords.',
  },
  seen: 'What our check of {last} saw without encryption:',
  place: { c2s: '{place} (for clients)', s2s: '{place} (for other servers)' },
  evidence: {
    offered: 'STARTTLS is offered, but not required',
    absent: 'STARTTLS is not offered',
    required: 'STARTTLS is announced as required, but not enforced',
    mechanisms: 'login mechanisms offered: {mechanisms}',
    dialback: 'authentication by dialback is offered',
    external:
      'a login attempt without a password (SASL EXTERNAL) was answered with "{answer}", and not refused for lack of encryption',
    scram: 'the first message of a SCRAM login was answered with "{answer}"',
    legacyAuth: 'the old login form (jabber:iq:auth) was served',
    registration: 'the registration form (jabber:iq:register) was served',
    login: 'a test account was able to log in',
    server: 'another server was let in by dialback',
    web: 'an unencrypted session ({transport}) was opened',
    nullSuite: 'a cipher suite without encryption was accepted ({suite})',
  },
  reproduce: 'You can see it for yourself with this command:',
  settings: {
    configured: 'How to fix it, on {server}:',
    likely: 'How to fix it, if your server is {server}, as it seems to be:',
    possible: 'How to fix it, if your server is {server} (this is only a guess):',
    unknown: 'How to fix it:',
  },
  inFile: 'In {file}:',
  general,
  allServers: 'Settings for the most common servers: {url}',
  cautions: {
    heading: 'Please note:',
    certificate:
      'A valid certificate for the domain has to be in place first; otherwise nobody will be able to connect.',
    'each-host': 'A different value for a single host (VirtualHost, Component) takes precedence.',
    'existing-listener':
      'If there is a section for this port already, the lines belong in it; please do not add a second one.',
    'default-since': 'Since version {version} this is the default; there, please look for a line that says otherwise.',
    'renamed-after': 'Up to version {version} the setting had another name; please see the documentation.',
    'registration-module':
      'Some versions answer registration without encryption even then; if so, please restrict the module mod_register.',
    federation: 'Servers that do not support TLS will no longer be able to exchange messages with yours.',
    'web-clients': 'Web clients that still use the unencrypted address have to be changed first.',
    dormant: 'The software has not been developed since 2018; a move to a maintained server is worth considering.',
  },
  afterwards: {
    command: 'Then run: {reload}\nThis interrupts all connections for a moment.',
    restart: 'Then restart the server, which interrupts all connections for a moment.',
  },
  links: 'Further reading:',
  details: 'Details and history: {url}',
  request: {
    date: 'Could you tell us when you expect to change this? We are happy to help and to test again.',
    newDate: 'Could you tell us a new date? We are happy to help and to test again.',
    help: 'If anything is unclear, we are happy to help.',
  },
  took: {
    one: 'It took one day from our first report.',
    other: 'It took {days} days from our first report.',
  },
  safer: 'Your users, and everyone who talks to them, are safer for it.',
  brief: {
    link: 'What was seen, and the settings for your server: {url}',
    offer: 'We are happy to send you what was seen, and the settings for your server.',
  },
  imprint: {
    known: 'This check is run by {repository}. If you would rather not be checked, a reply is enough.',
    unknown: 'If you would rather not be checked, a reply is enough.',
  },
  closing: 'Kind regards\n[your name]',
};

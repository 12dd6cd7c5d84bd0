import type { LetterTexts } from './letter.js';

export const en: LetterTexts = {
  language: 'en',
  subject: {
    notice: 'XMPP at {domain} can be used without TLS',
    reminder: 'XMPP at {domain}: TLS is still not mandatory',
    maintenance: 'XMPP at {domain}: TLS is still not mandatory after the maintenance',
    thanks: 'XMPP at {domain}: thank you for making TLS mandatory',
  },
  greeting: 'Dear administrators of {domain},',
  opening: {
    notice:
      'thank you for running an XMPP service. Since {first} a regular check has found that it can be used without TLS.',
    reminder:
      'you had kindly promised to make TLS mandatory by {due}. The check of {last} still found that the service can be used without it. Perhaps something came in between, or the new setting is not active yet.',
    maintenance:
      'you had kindly promised to make TLS mandatory at the next maintenance. It looks as if there has been one, and the check of {last} still found that the service can be used without TLS. Perhaps the setting was forgotten, or it is not active yet.',
    thanks:
      'since {last} every connection to your service has to use TLS. Thank you very much! It took {days} days from the first finding, and everybody who talks to your users is safer for it.',
  },
  stake: 'What goes over such a connection, passwords included, can be read and changed on its way.',
  evidence: 'Where it was seen:',
  reproduce: 'You can see it yourself with this command:',
  settings: 'What helps:',
  inFile: 'In {file}:',
  afterwards: 'Afterwards: {reload}',
  links: 'Further reading:',
  request: {
    notice: 'Could you tell us by when you are able to change it? We are glad to look again, and to help.',
    reminder: 'Could you tell us a new date? We are glad to look again, and to help.',
    maintenance: 'Could you look into it, and tell us by when it can be done? We are glad to help.',
  },
  closing: 'Kind regards',
};

import type { LetterTexts } from './letter.js';

export const de: LetterTexts = {
  language: 'de',
  subject: {
    notice: 'XMPP bei {domain} ist ohne TLS nutzbar',
    reminder: 'XMPP bei {domain}: TLS ist noch nicht verpflichtend',
    maintenance: 'XMPP bei {domain}: TLS ist auch nach der Wartung nicht verpflichtend',
    thanks: 'XMPP bei {domain}: danke für verpflichtendes TLS',
  },
  greeting: 'Guten Tag an die Administration von {domain},',
  opening: {
    notice:
      'vielen Dank, dass Sie einen XMPP-Dienst betreiben. Seit dem {first} stellt eine regelmäßige Prüfung fest, dass er sich ohne TLS nutzen lässt.',
    reminder:
      'Sie hatten freundlicherweise zugesagt, TLS bis zum {due} verpflichtend zu machen. Die Prüfung vom {last} hat gezeigt, dass sich der Dienst noch immer ohne TLS nutzen lässt. Vielleicht kam etwas dazwischen, oder die neue Einstellung ist noch nicht aktiv.',
    maintenance:
      'Sie hatten freundlicherweise zugesagt, TLS bei der nächsten Wartung verpflichtend zu machen. Es sieht so aus, als hätte eine stattgefunden, und die Prüfung vom {last} hat gezeigt, dass sich der Dienst noch immer ohne TLS nutzen lässt. Vielleicht wurde die Einstellung vergessen, oder sie ist noch nicht aktiv.',
    thanks:
      'seit dem {last} muss jede Verbindung zu Ihrem Dienst TLS verwenden. Herzlichen Dank! Vom ersten Befund an hat es {days} Tage gedauert, und alle, die mit Ihren Nutzern sprechen, sind nun sicherer.',
  },
  stake: 'Was über eine solche Verbindung geht, auch Passwörter, kann unterwegs gelesen und verändert werden.',
  evidence: 'Wo es zu sehen war:',
  reproduce: 'Mit diesem Befehl können Sie es selbst sehen:',
  settings: 'Was hilft:',
  inFile: 'In {file}:',
  afterwards: 'Danach: {reload}',
  links: 'Zum Nachlesen:',
  request: {
    notice: 'Können Sie uns sagen, bis wann Sie es ändern können? Wir prüfen gern noch einmal und helfen gern.',
    reminder: 'Können Sie uns ein neues Datum nennen? Wir prüfen gern noch einmal und helfen gern.',
    maintenance: 'Können Sie bitte nachsehen und uns sagen, bis wann es möglich ist? Wir helfen gern.',
  },
  closing: 'Mit freundlichen Grüßen',
};

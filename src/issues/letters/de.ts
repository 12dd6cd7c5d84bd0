import type { LetterTexts } from './letter.js';

export const de: LetterTexts = {
  language: 'de',
  subject: {
    notice: 'XMPP bei {domain}: Verschlüsselung wird nicht erzwungen',
    contacted: 'XMPP bei {domain}: Verschlüsselung wird weiterhin nicht erzwungen',
    followup: 'XMPP bei {domain}: Verschlüsselung wird weiterhin nicht erzwungen',
    promised: 'XMPP bei {domain}: vielen Dank für Ihre Antwort',
    awaited: 'XMPP bei {domain}: vielen Dank für Ihre Antwort',
    reminder: 'XMPP bei {domain}: Erinnerung an verpflichtendes TLS',
    maintenance: 'XMPP bei {domain}: TLS ist auch nach der Wartung nicht verpflichtend',
    unnoticed: 'XMPP bei {domain}: Erinnerung an verpflichtendes TLS',
    regressed: 'XMPP bei {domain}: Verschlüsselung wird nicht mehr erzwungen',
    verifying: 'XMPP bei {domain}: TLS scheint nun verpflichtend zu sein',
    thanks: 'XMPP bei {domain}: vielen Dank für verpflichtendes TLS',
  },
  greeting: 'Guten Tag,',
  opening: {
    notice:
      'vielen Dank, dass Sie unter {domain} einen XMPP-Dienst betreiben. Seit dem {first} stellt unsere regelmäßige Prüfung fest, dass er {claim}.',
    once: 'vielen Dank, dass Sie unter {domain} einen XMPP-Dienst betreiben. Unsere Prüfung vom {first} hat ergeben, dass er {claim}.',
    contacted:
      'am {contacted} hatten wir Ihnen wegen Ihres XMPP-Dienstes unter {domain} geschrieben. Unsere Prüfung vom {last} hat ergeben, dass er weiterhin {claim}.',
    followup:
      'wir kommen auf unseren Bericht über Ihren XMPP-Dienst unter {domain} zurück. Unsere Prüfung vom {last} hat ergeben, dass er weiterhin {claim}.',
    promised:
      'wir haben notiert, dass TLS bei {domain} bis zum {due} verpflichtend wird. Vielen Dank! Vor diesem Tag erinnern wir Sie nicht.',
    awaited:
      'wir haben notiert, dass TLS bei {domain} mit der nächsten Wartung verpflichtend wird. Vielen Dank! Danach prüfen wir noch einmal.',
    reminder:
      'Sie hatten uns freundlicherweise mitgeteilt, dass TLS bei {domain} bis zum {due} verpflichtend wird. Unsere Prüfung vom {last} hat ergeben, dass der Dienst noch immer {claim}. Vielleicht kam etwas dazwischen, oder die neue Einstellung ist noch nicht aktiv.',
    maintenance:
      'Sie hatten uns freundlicherweise mitgeteilt, dass TLS bei {domain} mit der nächsten Wartung verpflichtend wird. Es sieht so aus, als hätte sie stattgefunden. Unsere Prüfung vom {last} hat jedoch ergeben, dass der Dienst noch immer {claim}. Vielleicht wurde die Einstellung vergessen, oder sie ist noch nicht aktiv.',
    unnoticed:
      'Sie hatten uns freundlicherweise mitgeteilt, dass TLS bei {domain} mit der nächsten Wartung verpflichtend wird. Bis zum {due} haben wir keine Wartung bemerkt, und unsere Prüfung vom {last} hat ergeben, dass der Dienst noch immer {claim}.',
    regressed:
      'nach einem früheren Bericht hatten Sie TLS bei {domain} verpflichtend gemacht; vielen Dank dafür. Unsere Prüfung vom {first} hat jedoch ergeben, dass der Dienst wieder {claim}. Meist liegt das an einem Update oder an einer wiederhergestellten Konfiguration.',
    verifying:
      'unsere Prüfung vom {secured} hat ergeben, dass Ihr XMPP-Dienst unter {domain} nun an jeder geprüften Adresse TLS verlangt. Herzlichen Dank! Zur Sicherheit prüfen wir noch einmal und schließen dann unseren Bericht.',
    thanks:
      'seit dem {secured} verlangt Ihr XMPP-Dienst unter {domain} an jeder geprüften Adresse TLS. Herzlichen Dank!',
  },
  claim: {
    c2s: {
      behaviour: 'unverschlüsselte Verbindungen von Clients annimmt',
      advertised: 'Clients eine unverschlüsselte Anmeldung anbietet',
    },
    s2s: {
      behaviour: 'unverschlüsselte Verbindungen von anderen Servern annimmt',
      advertised: 'anderen Servern unverschlüsselte Verbindungen anbietet',
    },
    both: {
      behaviour: 'unverschlüsselte Verbindungen von Clients und von anderen Servern annimmt',
      advertised: 'Clients und anderen Servern unverschlüsselte Verbindungen anbietet',
    },
  },
  and: ' und ',
  stake: {
    c2s: 'Wer unterwegs mithört, kann alles lesen und verändern, was über eine solche Verbindung geht, und auch an Passwörter gelangen.',
    s2s: 'Wer unterwegs mithört, kann die Nachrichten zwischen Ihren Nutzern und denen anderer Server lesen und verändern.',
    both: 'Wer unterwegs mithört, kann alles lesen und verändern, was über solche Verbindungen geht: Nachrichten, auch die von und zu anderen Servern, und Passwörter.',
  },
  seen: 'Was unsere Prüfung vom {last} ohne Verschlüsselung gesehen hat:',
  place: { c2s: '{place} (für Clients)', s2s: '{place} (für andere Server)' },
  evidence: {
    offered: 'STARTTLS wird angeboten, aber nicht verlangt',
    absent: 'STARTTLS wird nicht angeboten',
    required: 'STARTTLS wird als verpflichtend angekündigt, aber nicht durchgesetzt',
    mechanisms: 'angebotene Anmeldeverfahren: {mechanisms}',
    dialback: 'Authentifizierung per Dialback wird angeboten',
    external:
      'ein Anmeldeversuch ohne Passwort (SASL EXTERNAL) wurde mit „{answer}“ beantwortet und nicht wegen fehlender Verschlüsselung abgelehnt',
    scram: 'die erste Nachricht einer SCRAM-Anmeldung wurde mit „{answer}“ beantwortet',
    legacyAuth: 'das alte Anmeldeformular (jabber:iq:auth) wurde ausgeliefert',
    registration: 'das Registrierungsformular (jabber:iq:register) wurde ausgeliefert',
    login: 'ein Testkonto konnte sich anmelden',
    server: 'ein anderer Server wurde per Dialback eingelassen',
    web: 'eine unverschlüsselte Sitzung ({transport}) wurde eröffnet',
    nullSuite: 'eine Cipher-Suite ohne Verschlüsselung wurde angenommen ({suite})',
  },
  reproduce: 'Mit diesem Befehl können Sie es selbst sehen:',
  settings: {
    configured: 'So lässt es sich beheben ({server}):',
    likely: 'So lässt es sich beheben, falls Ihr Server {server} ist, wonach es aussieht:',
    possible: 'So lässt es sich beheben, falls Ihr Server {server} ist (das ist nur eine Vermutung):',
    unknown: 'So lässt es sich beheben:',
  },
  inFile: 'In {file}:',
  general: {
    'c2s-required':
      'Setzen Sie TLS (STARTTLS) für Verbindungen von Clients auf „erforderlich“ (required), nicht auf „optional“.',
    's2s-required':
      'Setzen Sie TLS (STARTTLS) für Verbindungen zwischen Servern auf „erforderlich“ (required), nicht auf „optional“.',
    'legacy-auth': 'Verlangen Sie TLS auch für die Anmeldung ohne SASL (jabber:iq:auth, XEP-0078).',
    registration: 'Verlangen Sie TLS auch für die Registrierung (jabber:iq:register, XEP-0077).',
    'cipher-suites':
      'Entfernen Sie alle Cipher-Suites mit NULL im Namen; in der Schreibweise von OpenSSL: HIGH:!aNULL:!eNULL.',
    bosh: 'Bieten Sie BOSH nur über https an: Schließen Sie den unverschlüsselten Port, oder binden Sie ihn hinter einem Webserver mit TLS an 127.0.0.1.',
    websocket:
      'Bieten Sie WebSocket nur über wss an: Schließen Sie den unverschlüsselten Port, oder binden Sie ihn hinter einem Webserver mit TLS an 127.0.0.1.',
  },
  allServers: 'Einstellungen der gängigsten Server (auf Englisch): {url}',
  cautions: {
    heading: 'Bitte beachten Sie:',
    certificate:
      'Vorher muss ein gültiges Zertifikat für die Domain eingerichtet sein; sonst kann sich niemand mehr verbinden.',
    'each-host': 'Ein abweichender Wert für einen einzelnen Host (VirtualHost, Component) hat Vorrang.',
    'existing-listener':
      'Gibt es für diesen Port schon einen Abschnitt, gehören die Zeilen dort hinein; bitte legen Sie keinen zweiten an.',
    'default-since':
      'Seit Version {version} ist das die Voreinstellung; suchen Sie dort bitte nach einer Zeile, die etwas anderes festlegt.',
    'renamed-after': 'Bis Version {version} hieß die Einstellung anders; bitte sehen Sie in der Dokumentation nach.',
    'registration-module':
      'Manche Versionen beantworten die Registrierung auch dann noch unverschlüsselt; schränken Sie in diesem Fall bitte das Modul mod_register ein.',
    federation: 'Server, die kein TLS beherrschen, können danach keine Nachrichten mehr mit Ihrem austauschen.',
    'web-clients': 'Web-Clients, die noch die unverschlüsselte Adresse benutzen, müssen vorher umgestellt werden.',
    dormant:
      'Die Software wird seit 2018 nicht mehr weiterentwickelt; der Wechsel zu einem gepflegten Server ist eine Überlegung wert.',
  },
  afterwards: {
    command: 'Führen Sie danach aus: {reload}\nDas unterbricht alle Verbindungen für einen Moment.',
    restart: 'Starten Sie den Server danach neu; das unterbricht alle Verbindungen für einen Moment.',
  },
  links: 'Zum Nachlesen:',
  details: 'Einzelheiten und Verlauf: {url}',
  request: {
    date: 'Können Sie uns sagen, wann Sie das voraussichtlich ändern? Wir helfen gern und prüfen gern noch einmal.',
    newDate: 'Können Sie uns ein neues Datum nennen? Wir helfen gern und prüfen gern noch einmal.',
    help: 'Wenn etwas unklar ist, helfen wir gern.',
  },
  took: {
    one: 'Von unserem ersten Bericht an hat es einen Tag gedauert.',
    other: 'Von unserem ersten Bericht an hat es {days} Tage gedauert.',
  },
  safer: 'Ihre Nutzer und alle, die mit ihnen sprechen, sind nun besser geschützt.',
  brief: {
    link: 'Was zu sehen war und die Einstellungen für Ihren Server: {url}',
    offer: 'Gern senden wir Ihnen, was zu sehen war, und die Einstellungen für Ihren Server.',
  },
  imprint: {
    known: 'Diese Prüfung betreibt {repository}. Wenn Sie nicht geprüft werden möchten, genügt eine kurze Antwort.',
    unknown: 'Wenn Sie nicht geprüft werden möchten, genügt eine kurze Antwort.',
  },
  closing: 'Mit freundlichen Grüßen\n[Ihr Name]',
};

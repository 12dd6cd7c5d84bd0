import type { LetterTexts } from './letter.js';

export const fr: LetterTexts = {
  language: 'fr',
  subject: {
    notice: 'XMPP sur {domain} : utilisable sans TLS',
    reminder: 'XMPP sur {domain} : TLS n’est toujours pas obligatoire',
    maintenance: 'XMPP sur {domain} : TLS n’est toujours pas obligatoire après la maintenance',
    thanks: 'XMPP sur {domain} : merci d’avoir rendu TLS obligatoire',
  },
  greeting: 'Bonjour aux administrateurs de {domain},',
  opening: {
    notice:
      'merci de faire fonctionner un service XMPP. Depuis le {first}, un contrôle régulier constate qu’il peut être utilisé sans TLS.',
    reminder:
      'vous aviez aimablement promis de rendre TLS obligatoire avant le {due}. Le contrôle du {last} constate que le service peut toujours être utilisé sans TLS. Un imprévu est peut-être survenu, ou le nouveau réglage n’est pas encore actif.',
    maintenance:
      'vous aviez aimablement promis de rendre TLS obligatoire lors de la prochaine maintenance. Il semble qu’elle ait eu lieu, et le contrôle du {last} constate que le service peut toujours être utilisé sans TLS. Le réglage a peut-être été oublié, ou n’est pas encore actif.',
    thanks:
      'depuis le {last}, toute connexion à votre service doit utiliser TLS. Merci beaucoup ! Il a fallu {days} jours depuis le premier constat, et tous ceux qui parlent avec vos utilisateurs sont désormais mieux protégés.',
  },
  stake: 'Ce qui passe par une telle connexion, mots de passe compris, peut être lu et modifié en chemin.',
  evidence: 'Où cela a été constaté :',
  reproduce: 'Vous pouvez le voir vous-même avec cette commande :',
  settings: 'Ce qui y remédie :',
  inFile: 'Dans {file} :',
  afterwards: 'Ensuite : {reload}',
  links: 'Pour en savoir plus :',
  request: {
    notice:
      'Pourriez-vous nous dire quand vous pourrez le changer ? Nous vérifierons volontiers, et nous pouvons aider.',
    reminder: 'Pourriez-vous nous indiquer une nouvelle date ? Nous vérifierons volontiers, et nous pouvons aider.',
    maintenance: 'Pourriez-vous vérifier, et nous dire quand cela sera possible ? Nous pouvons aider.',
  },
  closing: 'Cordialement',
};

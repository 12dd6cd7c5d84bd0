import type { LetterTexts } from './letter.js';

export const fr: LetterTexts = {
  language: 'fr',
  subject: {
    notice: 'XMPP sur {domain} : le chiffrement n’est pas imposé',
    contacted: 'XMPP sur {domain} : le chiffrement n’est toujours pas imposé',
    followup: 'XMPP sur {domain} : le chiffrement n’est toujours pas imposé',
    promised: 'XMPP sur {domain} : merci de votre réponse',
    awaited: 'XMPP sur {domain} : merci de votre réponse',
    reminder: 'XMPP sur {domain} : rappel au sujet de TLS obligatoire',
    maintenance: 'XMPP sur {domain} : TLS n’est toujours pas obligatoire après la maintenance',
    unnoticed: 'XMPP sur {domain} : rappel au sujet de TLS obligatoire',
    regressed: 'XMPP sur {domain} : le chiffrement n’est plus imposé',
    verifying: 'XMPP sur {domain} : TLS semble maintenant obligatoire',
    thanks: 'XMPP sur {domain} : merci d’avoir rendu TLS obligatoire',
  },
  greeting: 'Bonjour,',
  opening: {
    notice:
      'Nous vous remercions de proposer un service XMPP sur {domain}. Depuis le {first}, notre contrôle régulier constate qu’il {claim}.',
    once: 'Nous vous remercions de proposer un service XMPP sur {domain}. Notre contrôle du {first} a constaté qu’il {claim}.',
    contacted:
      'Nous vous avons écrit le {contacted} au sujet de votre service XMPP sur {domain}. Notre contrôle du {last} a constaté que, pour l’instant encore, il {claim}.',
    followup:
      'Nous revenons vers vous au sujet de notre signalement concernant votre service XMPP sur {domain}. Notre contrôle du {last} a constaté que, pour l’instant encore, il {claim}.',
    promised:
      'Nous avons bien noté que TLS sera obligatoire sur {domain} au plus tard le {due}. Merci beaucoup ! Vous ne recevrez pas de rappel avant cette date.',
    awaited:
      'Nous avons bien noté que TLS sera obligatoire sur {domain} à partir de la prochaine maintenance. Merci beaucoup ! Nous ferons ensuite un nouveau contrôle.',
    reminder:
      'Vous nous aviez aimablement indiqué que TLS serait obligatoire sur {domain} au plus tard le {due}. Notre contrôle du {last} a constaté que, pour l’instant encore, le service {claim}. Un imprévu est peut-être survenu, ou le nouveau réglage n’est pas encore actif.',
    maintenance:
      'Vous nous aviez aimablement indiqué que TLS serait obligatoire sur {domain} à partir de la prochaine maintenance. Il semble qu’elle ait eu lieu, mais notre contrôle du {last} a constaté que, pour l’instant encore, le service {claim}. Le réglage a peut-être été oublié, ou n’est pas encore actif.',
    unnoticed:
      'Vous nous aviez aimablement indiqué que TLS serait obligatoire sur {domain} à partir de la prochaine maintenance. Nous n’avons pas remarqué de maintenance jusqu’au {due}, et notre contrôle du {last} a constaté que, pour l’instant encore, le service {claim}.',
    regressed:
      'À la suite d’un précédent signalement, vous aviez rendu TLS obligatoire sur {domain}, et nous vous en remercions. Notre contrôle du {first} a toutefois constaté que, de nouveau, le service {claim}. Une mise à jour ou une configuration restaurée en est le plus souvent la cause.',
    verifying:
      'Notre contrôle du {secured} a constaté que votre service XMPP sur {domain} exige maintenant TLS à chaque adresse contrôlée. Merci beaucoup ! Par précaution, nous ferons encore un contrôle avant de clore notre signalement.',
    thanks:
      'Depuis le {secured}, votre service XMPP sur {domain} exige TLS à chaque adresse contrôlée. Merci beaucoup !',
  },
  claim: {
    c2s: {
      behaviour: 'accepte des connexions non chiffrées de la part des clients',
      advertised: 'propose aux clients de s’authentifier sans chiffrement',
    },
    s2s: {
      behaviour: 'accepte des connexions non chiffrées de la part d’autres serveurs',
      advertised: 'propose aux autres serveurs des connexions non chiffrées',
    },
    both: {
      behaviour: 'accepte des connexions non chiffrées de la part des clients et d’autres serveurs',
      advertised: 'propose aux clients et aux autres serveurs des connexions non chiffrées',
    },
  },
  and: ' et ',
  stake: {
    c2s: 'Quiconque se trouve sur le trajet peut lire et modifier ce qui passe par une telle connexion, et s’emparer de mots de passe.',
    s2s: 'Quiconque se trouve sur le trajet peut lire et modifier les messages échangés entre vos utilisateurs et ceux d’autres serveurs.',
    both: 'Quiconque se trouve sur le trajet peut lire et modifier ce qui passe par de telles connexions : les messages, y compris ceux échangés avec d’autres serveurs, et les mots de passe.',
  },
  seen: 'Ce que notre contrôle du {last} a observé sans chiffrement :',
  place: { c2s: '{place} (pour les clients)', s2s: '{place} (pour les autres serveurs)' },
  evidence: {
    offered: 'STARTTLS est proposé, mais pas exigé',
    absent: 'STARTTLS n’est pas proposé',
    required: 'STARTTLS est annoncé comme obligatoire, mais pas imposé',
    mechanisms: 'mécanismes d’authentification proposés : {mechanisms}',
    dialback: 'l’authentification par dialback est proposée',
    external:
      'une tentative d’authentification sans mot de passe (SASL EXTERNAL) a reçu la réponse « {answer} », au lieu d’être refusée faute de chiffrement',
    scram: 'le premier message d’une authentification SCRAM a reçu la réponse « {answer} »',
    legacyAuth: 'l’ancien formulaire d’authentification (jabber:iq:auth) a été fourni',
    registration: 'le formulaire d’inscription (jabber:iq:register) a été fourni',
    login: 'un compte de test a pu se connecter',
    server: 'un autre serveur a été admis par dialback',
    web: 'une session non chiffrée ({transport}) a été ouverte',
    nullSuite: 'une suite cryptographique sans chiffrement a été acceptée ({suite})',
  },
  reproduce: 'Vous pouvez le vérifier vous-même avec cette commande :',
  settings: {
    configured: 'Comment y remédier, avec {server} :',
    likely: 'Comment y remédier, si votre serveur est {server}, comme il nous semble :',
    possible: 'Comment y remédier, si votre serveur est {server} (ce n’est qu’une supposition) :',
    unknown: 'Comment y remédier :',
  },
  inFile: 'Dans {file} :',
  general: {
    'c2s-required':
      'Réglez TLS (STARTTLS) sur « obligatoire » (required), et non sur « facultatif » (optional), pour les connexions des clients.',
    's2s-required':
      'Réglez TLS (STARTTLS) sur « obligatoire » (required), et non sur « facultatif » (optional), pour les connexions entre serveurs.',
    'legacy-auth': 'Exigez TLS également pour l’authentification sans SASL (jabber:iq:auth, XEP-0078).',
    registration: 'Exigez TLS également pour l’inscription (jabber:iq:register, XEP-0077).',
    'cipher-suites':
      'Retirez toutes les suites cryptographiques dont le nom contient NULL ; dans la notation d’OpenSSL : HIGH:!aNULL:!eNULL.',
    bosh: 'Ne proposez BOSH qu’en https : fermez le port non chiffré, ou limitez-le à 127.0.0.1 derrière un serveur web avec TLS.',
    websocket:
      'Ne proposez WebSocket qu’en wss : fermez le port non chiffré, ou limitez-le à 127.0.0.1 derrière un serveur web avec TLS.',
  },
  allServers: 'Réglages des serveurs les plus répandus (en anglais) : {url}',
  cautions: {
    heading: 'À noter :',
    certificate:
      'Un certificat valide pour le domaine doit d’abord être en place ; sinon, plus personne ne pourra se connecter.',
    'each-host': 'Une valeur différente pour un hôte en particulier (VirtualHost, Component) l’emporte.',
    'existing-listener':
      'S’il existe déjà une section pour ce port, ces lignes doivent y être ajoutées ; n’en créez pas une seconde.',
    'default-since':
      'Depuis la version {version}, c’est la valeur par défaut ; cherchez alors une ligne qui dit le contraire.',
    'renamed-after':
      'Jusqu’à la version {version}, ce réglage portait un autre nom ; veuillez consulter la documentation.',
    'registration-module':
      'Certaines versions répondent même ainsi aux inscriptions sans chiffrement ; dans ce cas, restreignez le module mod_register.',
    federation: 'Les serveurs qui ne prennent pas TLS en charge ne pourront plus échanger de messages avec le vôtre.',
    'web-clients': 'Les clients web qui utilisent encore l’adresse non chiffrée doivent d’abord être adaptés.',
    dormant:
      'Ce logiciel n’est plus développé depuis 2018 ; il serait utile d’envisager un serveur qui est encore maintenu.',
  },
  afterwards: {
    command: 'Exécutez ensuite : {reload}\nToutes les connexions sont alors interrompues un instant.',
    restart: 'Redémarrez ensuite le serveur ; toutes les connexions sont alors interrompues un instant.',
  },
  links: 'Pour en savoir plus :',
  details: 'Détails et historique : {url}',
  request: {
    date: 'Pourriez-vous nous dire quand vous pensez effectuer ce changement ? Nous pouvons vous aider, et nous ferons volontiers un nouveau contrôle.',
    newDate:
      'Pourriez-vous nous indiquer une nouvelle date ? Nous pouvons vous aider, et nous ferons volontiers un nouveau contrôle.',
    help: 'Si quelque chose n’est pas clair, nous vous aiderons volontiers.',
  },
  took: {
    one: 'Il a fallu un jour depuis notre premier signalement.',
    other: 'Il a fallu {days} jours depuis notre premier signalement.',
  },
  safer: 'Vos utilisateurs, et toutes les personnes avec qui ils échangent, sont désormais mieux protégés.',
  brief: {
    link: 'Ce qui a été observé, et les réglages pour votre serveur : {url}',
    offer: 'Nous vous enverrons volontiers ce qui a été observé, et les réglages pour votre serveur.',
  },
  imprint: {
    known:
      'Ce contrôle est effectué par {repository}. Si vous préférez ne pas être contrôlé, il suffit de nous répondre.',
    unknown: 'Si vous préférez ne pas être contrôlé, il suffit de nous répondre.',
  },
  closing: 'Cordialement,\n[votre nom]',
};

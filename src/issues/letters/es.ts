import type { LetterTexts } from './letter.js';

export const es: LetterTexts = {
  language: 'es',
  subject: {
    notice: 'XMPP en {domain}: el cifrado no es obligatorio',
    contacted: 'XMPP en {domain}: el cifrado sigue sin ser obligatorio',
    followup: 'XMPP en {domain}: el cifrado sigue sin ser obligatorio',
    promised: 'XMPP en {domain}: gracias por su respuesta',
    awaited: 'XMPP en {domain}: gracias por su respuesta',
    reminder: 'XMPP en {domain}: recordatorio sobre TLS obligatorio',
    maintenance: 'XMPP en {domain}: TLS sigue sin ser obligatorio tras el mantenimiento',
    unnoticed: 'XMPP en {domain}: recordatorio sobre TLS obligatorio',
    regressed: 'XMPP en {domain}: el cifrado ha dejado de ser obligatorio',
    verifying: 'XMPP en {domain}: parece que TLS ya es obligatorio',
    thanks: 'XMPP en {domain}: gracias por hacer obligatorio TLS',
  },
  greeting: 'Estimados administradores de {domain}:',
  opening: {
    notice:
      'Gracias por mantener un servicio XMPP. Desde el {first}, nuestra comprobación periódica muestra que {claim}.',
    once: 'Gracias por mantener un servicio XMPP. Nuestra comprobación del {first} mostró que {claim}.',
    contacted:
      'El {contacted} les escribimos acerca de su servicio XMPP. Nuestra comprobación del {last} mostró que todavía {claim}.',
    followup:
      'Les escribimos de nuevo en relación con nuestro aviso sobre su servicio XMPP. Nuestra comprobación del {last} mostró que todavía {claim}.',
    promised:
      'Hemos tomado nota de que TLS será obligatorio a más tardar el {due}. ¡Muchas gracias! No recibirán ningún recordatorio antes de ese día.',
    awaited:
      'Hemos tomado nota de que TLS será obligatorio a partir del próximo mantenimiento. ¡Muchas gracias! Después lo comprobaremos de nuevo.',
    reminder:
      'Nos habían comunicado amablemente que TLS sería obligatorio a más tardar el {due}. Nuestra comprobación del {last} mostró que el servicio todavía {claim}. Quizá surgió un imprevisto, o el nuevo ajuste aún no está activo.',
    maintenance:
      'Nos habían comunicado amablemente que TLS sería obligatorio a partir del próximo mantenimiento. Parece que ya ha tenido lugar, pero nuestra comprobación del {last} mostró que el servicio todavía {claim}. Quizá se olvidó el ajuste, o aún no está activo.',
    unnoticed:
      'Nos habían comunicado amablemente que TLS sería obligatorio a partir del próximo mantenimiento. Hasta el {due} no hemos observado ninguno, y nuestra comprobación del {last} mostró que el servicio todavía {claim}.',
    regressed:
      'Tras un aviso anterior, ustedes hicieron obligatorio TLS, y se lo agradecemos. Sin embargo, nuestra comprobación del {first} mostró que el servicio de nuevo {claim}. El motivo suele ser una actualización o una configuración restaurada.',
    verifying:
      'Nuestra comprobación del {secured} mostró que su servicio XMPP ya exige TLS en todas las direcciones comprobadas. ¡Muchas gracias! Para mayor seguridad lo comprobaremos una vez más y después cerraremos nuestro aviso.',
    thanks: 'Desde el {secured}, su servicio XMPP exige TLS en todas las direcciones que comprobamos. ¡Muchas gracias!',
  },
  claim: {
    c2s: {
      behaviour: 'acepta conexiones de clientes sin cifrar',
      advertised: 'ofrece a los clientes iniciar sesión sin cifrado',
    },
    s2s: {
      behaviour: 'acepta conexiones de otros servidores sin cifrar',
      advertised: 'ofrece a otros servidores conexiones sin cifrar',
    },
    both: {
      behaviour: 'acepta conexiones sin cifrar de clientes y de otros servidores',
      advertised: 'ofrece conexiones sin cifrar a clientes y a otros servidores',
    },
  },
  and: ' y ',
  stake: {
    c2s: 'Cualquiera que esté en el camino puede leer y modificar lo que pasa por una conexión así, y hacerse con contraseñas.',
    s2s: 'Cualquiera que esté en el camino puede leer y modificar los mensajes entre sus usuarios y los de otros servidores.',
    both: 'Cualquiera que esté en el camino puede leer y modificar lo que pasa por conexiones así: los mensajes, incluidos los que se intercambian con otros servidores, y las contraseñas.',
  },
  seen: 'Lo que nuestra comprobación del {last} observó sin cifrado:',
  place: { c2s: '{place} (para clientes)', s2s: '{place} (para otros servidores)' },
  evidence: {
    offered: 'se ofrece STARTTLS, pero no se exige',
    absent: 'no se ofrece STARTTLS',
    required: 'STARTTLS se anuncia como obligatorio, pero no se impone',
    mechanisms: 'mecanismos de inicio de sesión ofrecidos: {mechanisms}',
    dialback: 'se ofrece la autenticación mediante dialback',
    external:
      'un intento de inicio de sesión sin contraseña (SASL EXTERNAL) recibió la respuesta «{answer}», en lugar de ser rechazado por falta de cifrado',
    scram: 'el primer mensaje de un inicio de sesión SCRAM recibió la respuesta «{answer}»',
    legacyAuth: 'se entregó el antiguo formulario de inicio de sesión (jabber:iq:auth)',
    registration: 'se entregó el formulario de registro (jabber:iq:register)',
    login: 'una cuenta de prueba pudo iniciar sesión',
    server: 'se admitió a otro servidor mediante dialback',
    web: 'se abrió una sesión sin cifrar ({transport})',
    nullSuite: 'se aceptó un conjunto de cifrado que no cifra ({suite})',
  },
  reproduce: 'Pueden verlo ustedes mismos con este comando:',
  settings: {
    configured: 'Cómo solucionarlo en {server}:',
    likely: 'Cómo solucionarlo, si su servidor es {server}, como parece:',
    possible: 'Cómo solucionarlo, si su servidor es {server} (es solo una suposición):',
    unknown: 'Cómo solucionarlo:',
  },
  inFile: 'En {file}:',
  general: {
    'c2s-required':
      'Configuren TLS (STARTTLS) como obligatorio (required), y no como opcional (optional), para las conexiones de clientes.',
    's2s-required':
      'Configuren TLS (STARTTLS) como obligatorio (required), y no como opcional (optional), para las conexiones entre servidores.',
    'legacy-auth': 'Exijan TLS también para el inicio de sesión sin SASL (jabber:iq:auth, XEP-0078).',
    registration: 'Exijan TLS también para el registro (jabber:iq:register, XEP-0077).',
    'cipher-suites':
      'Eliminen todos los conjuntos de cifrado con NULL en el nombre; en la notación de OpenSSL: HIGH:!aNULL:!eNULL.',
    bosh: 'Ofrezcan BOSH solo por https: cierren el puerto sin cifrar, o limítenlo a 127.0.0.1 detrás de un servidor web con TLS.',
    websocket:
      'Ofrezcan WebSocket solo por wss: cierren el puerto sin cifrar, o limítenlo a 127.0.0.1 detrás de un servidor web con TLS.',
  },
  allServers: 'Ajustes de los servidores más habituales (en inglés): {url}',
  cautions: {
    heading: 'Tengan en cuenta lo siguiente:',
    certificate:
      'Antes tiene que estar instalado un certificado válido para el dominio; de lo contrario, nadie podrá conectarse.',
    'each-host': 'Un valor distinto para un host concreto (VirtualHost, Component) tiene prioridad.',
    'existing-listener':
      'Si ya existe una sección para ese puerto, las líneas deben ir en ella; por favor, no añadan otra.',
    'default-since':
      'Desde la versión {version} es el valor predeterminado; en ese caso, busquen una línea que indique otra cosa.',
    'renamed-after': 'Hasta la versión {version} el ajuste tenía otro nombre; consulten la documentación.',
    'registration-module':
      'Algunas versiones responden al registro sin cifrado incluso así; en ese caso, restrinjan el módulo mod_register.',
    federation: 'Los servidores que no admitan TLS ya no podrán intercambiar mensajes con el suyo.',
    'web-clients': 'Antes hay que adaptar los clientes web que todavía usen la dirección sin cifrar.',
    dormant:
      'El programa no se desarrolla desde 2018; convendría considerar el cambio a un servidor que siga manteniéndose.',
  },
  afterwards: {
    command: 'Después, ejecuten: {reload}\nEsto interrumpe todas las conexiones por un momento.',
    restart: 'Después, reinicien el servidor; esto interrumpe todas las conexiones por un momento.',
  },
  links: 'Para saber más:',
  details: 'Detalles e historial: {url}',
  request: {
    date: '¿Podrían decirnos cuándo prevén cambiarlo? Con gusto les ayudaremos y lo comprobaremos de nuevo.',
    newDate: '¿Podrían indicarnos una nueva fecha? Con gusto les ayudaremos y lo comprobaremos de nuevo.',
    help: 'Si algo no está claro, con gusto les ayudaremos.',
  },
  took: {
    one: 'Ha pasado un día desde nuestro primer aviso.',
    other: 'Han pasado {days} días desde nuestro primer aviso.',
  },
  safer: 'Sus usuarios, y todas las personas que hablan con ellos, están ahora mejor protegidos.',
  brief: {
    link: 'Lo que se observó y los ajustes para su servidor: {url}',
    offer: 'Con gusto les enviaremos lo que se observó y los ajustes para su servidor.',
  },
  imprint: {
    known: 'Esta comprobación la realiza {repository}. Si prefieren que no los comprobemos, basta con responder.',
    unknown: 'Si prefieren que no los comprobemos, basta con responder.',
  },
  closing: 'Un cordial saludo,\n[su nombre]',
};

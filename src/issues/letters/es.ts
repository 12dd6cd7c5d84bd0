import type { LetterTexts } from './letter.js';

export const es: LetterTexts = {
  language: 'es',
  subject: {
    notice: 'XMPP en {domain}: se puede usar sin TLS',
    reminder: 'XMPP en {domain}: TLS sigue sin ser obligatorio',
    maintenance: 'XMPP en {domain}: TLS sigue sin ser obligatorio tras el mantenimiento',
    thanks: 'XMPP en {domain}: gracias por hacer obligatorio TLS',
  },
  greeting: 'Buenos días a la administración de {domain}:',
  opening: {
    notice:
      'Gracias por mantener un servicio XMPP. Desde el {first}, una comprobación periódica muestra que se puede usar sin TLS.',
    reminder:
      'Habían prometido amablemente hacer obligatorio TLS antes del {due}. La comprobación del {last} muestra que el servicio todavía se puede usar sin TLS. Quizá surgió un imprevisto, o el nuevo ajuste aún no está activo.',
    maintenance:
      'Habían prometido amablemente hacer obligatorio TLS en el próximo mantenimiento. Parece que ya ha tenido lugar, y la comprobación del {last} muestra que el servicio todavía se puede usar sin TLS. Quizá se olvidó el ajuste, o aún no está activo.',
    thanks:
      'Desde el {last}, toda conexión a su servicio tiene que usar TLS. ¡Muchas gracias! Han pasado {days} días desde el primer hallazgo, y todos los que hablan con sus usuarios están ahora mejor protegidos.',
  },
  stake: 'Lo que pasa por una conexión así, contraseñas incluidas, se puede leer y modificar por el camino.',
  evidence: 'Dónde se vio:',
  reproduce: 'Pueden verlo ustedes mismos con esta orden:',
  settings: 'Qué lo remedia:',
  inFile: 'En {file}:',
  afterwards: 'Después: {reload}',
  links: 'Para saber más:',
  request: {
    notice: '¿Podrían decirnos para cuándo podrán cambiarlo? Con gusto lo comprobaremos de nuevo, y ayudaremos.',
    reminder: '¿Podrían indicarnos una nueva fecha? Con gusto lo comprobaremos de nuevo, y ayudaremos.',
    maintenance: '¿Podrían revisarlo y decirnos para cuándo será posible? Con gusto ayudaremos.',
  },
  closing: 'Un cordial saludo',
};

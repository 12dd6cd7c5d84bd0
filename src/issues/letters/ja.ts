import type { LetterTexts } from './letter.js';

export const ja: LetterTexts = {
  language: 'ja',
  subject: {
    notice: '{domain} の XMPP が TLS なしで利用できる件について',
    reminder: '{domain} の XMPP:TLS がまだ必須になっていません',
    maintenance: '{domain} の XMPP:メンテナンス後も TLS が必須になっていません',
    thanks: '{domain} の XMPP:TLS 必須化のお礼',
  },
  greeting: '{domain} 管理者様',
  opening: {
    notice:
      'XMPP サービスを運営してくださりありがとうございます。{first} 以降の定期的な検査で、このサービスが TLS なしで利用できることが確認されています。',
    reminder:
      '{due} までに TLS を必須にしてくださるとのご連絡をいただいておりましたが、{last} の検査でも、サービスが TLS なしで利用できることが確認されました。ご事情があったか、新しい設定がまだ有効になっていないのかもしれません。',
    maintenance:
      '次回のメンテナンスで TLS を必須にしてくださるとのご連絡をいただいておりました。メンテナンスは行われたようですが、{last} の検査でも、サービスが TLS なしで利用できることが確認されました。設定の変更が漏れているか、まだ有効になっていないのかもしれません。',
    thanks:
      '{last} 以降、サービスへのすべての接続で TLS が必須になっていることを確認しました。誠にありがとうございます。最初の確認から {days} 日でした。利用者と通信するすべての方の安全性が高まりました。',
  },
  stake: 'TLS なしの接続では、パスワードを含む通信内容が途中で読み取られたり、書き換えられたりするおそれがあります。',
  evidence: '確認された接続先:',
  reproduce: '次のコマンドでご確認いただけます:',
  settings: '対処方法:',
  inFile: '{file} の設定:',
  afterwards: '設定後:{reload}',
  links: '参考資料:',
  request: {
    notice: 'いつごろ変更していただけるか、お知らせいただけますでしょうか。再検査やお手伝いも喜んでいたします。',
    reminder: '新しい予定日をお知らせいただけますでしょうか。再検査やお手伝いも喜んでいたします。',
    maintenance: 'ご確認のうえ、いつごろ可能かお知らせいただけますでしょうか。お手伝いも喜んでいたします。',
  },
  closing: 'よろしくお願いいたします。',
};

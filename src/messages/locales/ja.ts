import type { Messages } from '../messages.js'

/** Japanese. */
export const ja: Messages = {
  country: '国・地域',
  countries: '国・地域の一覧',
  searchCountries: '国・地域を検索',
  close: '閉じる',
  noCountryFound: '国・地域が見つかりません。入力内容を確認してください。',
  countriesFound: '見つかった国・地域：{count}',
  chooseCountry: '国・地域を選択',
  phoneNumber: '電話番号',
  phoneNumberHint: 'ご本人の番号であることを確認するため、SMSでコードを送信します。',
  exampleNumber: '例：{number}',
  sendCode: 'コードを送信',
  sending: '送信しています…',
  stillSending: 'まだ送信中です。1分ほどかかることがあります。',
  sendAnyway: 'このまま送信',
  tryAgain: 'もう一度試す',
  changeNumber: '番号を変更',
  startOver: '最初からやり直す',

  didYouMean: 'もしかして {number} ですか？',
  whichNumber: 'どの番号ですか？',
  notMobile: '{number}（{country}）は携帯電話番号ではないようです。SMSが届かない可能性があります。',
  countryChanged: '国・地域を変更しました：{country}。',

  countryMissing: '国・地域を選択するか、番号をプラスと国番号から入力してください。',
  numberMissing: '電話番号を入力してください。',
  numberTooShort: '番号が短すぎます。抜けている数字がないか確認してください。',
  numberTooLong: '番号が長すぎます。余分な数字がないか確認してください。',
  numberUnknownCountryCode: 'この国番号は存在しません。プラスの後の数字を確認してください。',
  numberNotDigits: '電話番号に使えるのは数字だけです。文字を削除してください。',
  numberHasSigns: '電話番号に「#」や「@」などの記号は使えません。数字だけを入力してください。',
  numberSeveral: '番号が2つ以上入力されています。1つだけ入力してください。',
  numberHasExtension: '内線番号にはSMSが届きません。内線番号を除いて入力してください。',
  numberNeedsPlus:
    '電話番号の規則を読み込めませんでした。プラスと国番号を付けて入力してください：+44 7700 900123。',
  numberCannotGetSms: 'この種類の番号ではSMSを受信できません。携帯電話番号を入力してください。',

  sentTo: '{number}（{country}）にSMSでコードを送信しました。',
  sentToIfAccount: '{number}（{country}）を使用しているアカウントがある場合、コードを記載したSMSが届きます。',
  serverSentTo:
    'サーバーは {number} にSMSを送信したと報告しています。ご自分の番号でない場合は、番号を変更してください。',
  verificationCode: '確認コード',
  codeHint: '最新のメッセージのコードを入力してください。',
  codeHintComplete: '最新のメッセージのコードを入力してください。すべて入力すると、すぐに確認が始まります。',
  codeMissing: 'SMSのコードを入力してください。',
  codeTooLong: '長すぎます。コードは{count}文字です。',
  verify: '確認する',
  verifying: 'コードを確認しています…',
  codeFilled: 'メッセージからコードを入力しました。',
  sendIn: '{time} 後にコードをリクエストできます。',
  sendInSpoken: '{duration}後にコードをリクエストできます。',
  didNotGetIt: '届きませんか？',
  checkNumber: '{number} が正しいか確認してください。',
  resendCode: 'コードを再送信',
  resendIn: '{time} 後に再度コードをリクエストできます。',
  resendInSpoken: '{duration}後に再度コードをリクエストできます。',
  resendNow: '再度コードをリクエストできるようになりました。',
  codeSent: '{number} 宛てのコードをリクエストしました。',
  codeSentAgain: 'もう一度コードを送信しました。最新のメッセージをご使用ください。',

  externalTitle: 'メッセージの案内に従ってください',
  externalHint:
    '{number}（{country}）にメッセージが届いたら、案内に従って操作し、その後ここに戻ってください。',
  externalConfirm: '確認しました',
  externalNotYet:
    'サーバーでまだ確認が取れていません。メッセージの案内に従ってから、もう一度お試しください。',
  resendMessage: 'メッセージを再送信',
  resendMessageIn: '{time} 後に再度メッセージをリクエストできます。',
  resendMessageInSpoken: '{duration}後に再度メッセージをリクエストできます。',
  resendMessageNow: '再度メッセージをリクエストできるようになりました。',
  messageSentAgain: '再度メッセージをリクエストしました。最新のメッセージの案内に従ってください。',

  verified: '{number} を確認しました。',
  verifyFirst: '先に電話番号を確認してください。コードをリクエストし、ここに入力してください。',
  unsupported: 'このサーバーでは、ここで電話番号を確認できません。',
  unsupportedHint: '電話番号なしで続けるか、サーバーの管理者にお問い合わせください。',
  manageAccount: 'アカウントを管理',

  signIn: 'ログインする',
  signUp: 'アカウントを作成',
  acceptTerms: '規約を読む',
  contact: 'サポートを受ける',

  errorInvalidNumber: 'サーバーが電話番号として認識できません。国・地域と数字を確認してください。',
  errorCountryUnsupported:
    'サーバーはこの国・地域の番号にSMSを送信していません。別の番号を使用してください。',
  errorNumberDenied: 'サーバーがこの番号を受け付けません。別の番号を使用してください。',
  errorNumberInUse: 'この番号はすでに別のアカウントで使用されています。別の番号を使用してください。',
  errorNumberInUseRegister:
    'この番号はすでにアカウントで使用されています。そのアカウントにログインするか、別の番号を使用してください。',
  errorNumberNotFound:
    'この番号を使用しているアカウントはありません。番号を確認するか、アカウントを作成してください。',
  errorRateLimited: 'リクエストが多すぎます。しばらく待ってからもう一度お試しください。',
  errorCodeIncorrect:
    'このコードは受け付けられませんでした。確認するか、別のコードをリクエストしてください。',
  errorCodeExpired: 'このコードは有効期限が切れています。別のコードをリクエストしてください。',
  errorSessionLost: 'サーバーでこのリクエストが見つからなくなりました。別のコードをリクエストしてください。',
  errorTermsRequired: '先にサービスの規約に同意する必要があります。',
  errorServerNotTrusted:
    'サーバーが、SMSを送信するサービスを信頼していません。サーバーの管理者にお問い合わせください。',
  errorSmsFailed: 'SMSを送信できませんでした。もう一度お試しください。',
  errorServer:
    'サーバーに問題が発生しています。入力内容は失われていません。少し待ってからもう一度お試しください。',
  errorServerAgain:
    'サーバーで再び問題が発生しました。コードが原因かもしれません。確認するか、別のコードをリクエストしてください。',
  errorBadResponse: 'サーバーの応答を理解できませんでした。少し待ってからもう一度お試しください。',
  errorOffline: 'サーバーに接続できませんでした。接続を確認して、もう一度お試しください。',
  errorTimeout: 'サーバーから時間内に応答がありませんでした。もう一度お試しください。',
  errorUnsafeSubmitUrl:
    'サーバーが安全でないアドレスへのコードの送信を求めています。サーバーの管理者にお問い合わせください。',
  errorInsecureHomeserver:
    'このサーバーのアドレスは安全ではないため、何も送信しませんでした。サーバーの管理者にお問い合わせください。',
  errorInvalidHomeserver:
    'これはサーバーのアドレスではありません。確認するか、アプリの管理者にお問い合わせください。',
  errorInvalidRequest: 'このアプリの設定に誤りがあります。アプリの管理者にお問い合わせください。',
  errorAfterVerified: '番号は確認されましたが、次の手順に失敗しました。もう一度お試しください。',
}

import type { Messages } from '../messages.js'

/** German. */
export const de: Messages = {
  country: 'Land',
  countries: 'Länder',
  searchCountries: 'Länder suchen',
  close: 'Schließen',
  noCountryFound: 'Kein Land gefunden. Prüfe die Schreibweise.',
  countriesFound: 'Gefundene Länder: {count}',
  chooseCountry: 'Land auswählen',
  phoneNumber: 'Telefonnummer',
  phoneNumberHint: 'Wir schicken dir einen Code per SMS, um zu prüfen, ob die Nummer dir gehört.',
  exampleNumber: 'Zum Beispiel: {number}',
  sendCode: 'Code senden',
  sending: 'Wird gesendet …',
  stillSending: 'Wird noch gesendet. Das kann bis zu einer Minute dauern.',
  sendAnyway: 'Trotzdem senden',
  tryAgain: 'Erneut versuchen',
  changeNumber: 'Nummer ändern',
  startOver: 'Von vorn beginnen',

  didYouMean: 'Meintest du {number}?',
  whichNumber: 'Welche Nummer meintest du?',
  notMobile:
    '{number} ({country}) sieht nicht wie eine Handynummer aus. SMS kommen dort vielleicht nicht an.',
  countryChanged: 'Land geändert: {country}.',

  countryMissing: 'Wähle dein Land aus, oder beginne die Nummer mit Plus und Ländervorwahl.',
  numberMissing: 'Gib deine Telefonnummer ein.',
  numberTooShort: 'Diese Nummer ist zu kurz. Prüfe, ob eine Ziffer fehlt.',
  numberTooLong: 'Diese Nummer ist zu lang. Prüfe, ob sie eine Ziffer zu viel hat.',
  numberUnknownCountryCode: 'Kein Land hat diese Vorwahl. Prüfe die Ziffern nach dem Plus.',
  numberNotDigits: 'Eine Telefonnummer besteht nur aus Ziffern. Entferne die Buchstaben.',
  numberHasSigns: 'Zeichen wie # oder @ gehören nicht in eine Telefonnummer. Verwende nur Ziffern.',
  numberSeveral: 'Das ist mehr als eine Nummer. Gib nur eine ein.',
  numberHasExtension: 'Eine Durchwahl kann keine SMS empfangen. Gib die Nummer ohne sie ein.',
  numberNeedsPlus:
    'Die Regeln für Telefonnummern konnten nicht geladen werden. Gib deine Nummer mit Plus und Ländervorwahl ein: +44 7700 900123.',
  numberCannotGetSms: 'Nummern dieser Art können keine SMS empfangen. Gib eine Handynummer ein.',

  sentTo: 'Wir haben einen Code per SMS an {number} ({country}) geschickt.',
  sentToIfAccount:
    'Falls ein Konto die Nummer {number} ({country}) verwendet, ist eine SMS mit einem Code dorthin unterwegs.',
  serverSentTo:
    'Der Server meldet, dass er eine SMS an {number} geschickt hat. Ist das nicht deine Nummer, dann ändere sie.',
  verificationCode: 'Bestätigungscode',
  codeHint: 'Gib den Code aus der neuesten Nachricht ein.',
  codeHintComplete:
    'Gib den Code aus der neuesten Nachricht ein. Er wird geprüft, sobald er vollständig ist.',
  codeMissing: 'Gib den Code aus der SMS ein.',
  codeTooLong: 'Das ist zu lang. Der Code hat {count} Zeichen.',
  verify: 'Bestätigen',
  verifying: 'Code wird geprüft …',
  codeFilled: 'Code aus deinen Nachrichten übernommen.',
  sendIn: 'Du kannst in {time} einen Code anfordern.',
  sendInSpoken: 'Du kannst in {duration} einen Code anfordern.',
  didNotGetIt: 'Nichts angekommen?',
  checkNumber: 'Prüfe, ob {number} stimmt.',
  resendCode: 'Code erneut senden',
  resendIn: 'Du kannst in {time} einen weiteren Code anfordern.',
  resendInSpoken: 'Du kannst in {duration} einen weiteren Code anfordern.',
  resendNow: 'Du kannst jetzt einen weiteren Code anfordern.',
  codeSent: 'Code für {number} angefordert.',
  codeSentAgain: 'Ein weiterer Code ist unterwegs. Verwende die neueste Nachricht.',

  externalTitle: 'Folge den Anweisungen in der Nachricht',
  externalHint:
    'Wenn eine Nachricht an {number} ({country}) ankommt, folge ihr und komm danach hierher zurück.',
  externalConfirm: 'Ich habe sie bestätigt',
  externalNotYet:
    'Der Server weiß noch nichts von der Bestätigung. Folge der Nachricht und versuche es dann erneut.',
  resendMessage: 'Nachricht erneut senden',
  resendMessageIn: 'Du kannst in {time} eine weitere Nachricht anfordern.',
  resendMessageInSpoken: 'Du kannst in {duration} eine weitere Nachricht anfordern.',
  resendMessageNow: 'Du kannst jetzt eine weitere Nachricht anfordern.',
  messageSentAgain: 'Eine weitere Nachricht ist angefordert. Folge der neuesten.',

  verified: '{number} ist bestätigt.',
  verifyFirst: 'Bestätige zuerst deine Telefonnummer: Fordere einen Code an und gib ihn hier ein.',
  unsupported: 'Dieser Server kann hier keine Telefonnummern bestätigen.',
  unsupportedHint: 'Mach ohne Telefonnummer weiter oder frag die Serveradministration.',
  manageAccount: 'Konto verwalten',

  signIn: 'Stattdessen anmelden',
  signUp: 'Konto erstellen',
  acceptTerms: 'Bedingungen lesen',
  contact: 'Hilfe erhalten',

  errorInvalidNumber: 'Der Server erkennt das nicht als Telefonnummer an. Prüfe das Land und die Ziffern.',
  errorCountryUnsupported:
    'Der Server schickt keine SMS an Nummern dieses Landes. Verwende eine andere Nummer.',
  errorNumberDenied: 'Der Server nimmt diese Nummer nicht an. Verwende eine andere Nummer.',
  errorNumberInUse: 'Ein anderes Konto verwendet diese Nummer bereits. Verwende eine andere Nummer.',
  errorNumberInUseRegister:
    'Ein Konto verwendet diese Nummer bereits. Melde dich dort an oder verwende eine andere Nummer.',
  errorNumberNotFound: 'Kein Konto verwendet diese Nummer. Prüfe die Nummer oder erstelle ein Konto.',
  errorRateLimited: 'Zu viele Anfragen. Warte eine Weile, bevor du es erneut versuchst.',
  errorCodeIncorrect: 'Dieser Code wurde nicht angenommen. Prüfe ihn oder fordere einen weiteren an.',
  errorCodeExpired: 'Dieser Code ist abgelaufen. Fordere einen weiteren an.',
  errorSessionLost: 'Der Server kennt diese Anfrage nicht mehr. Fordere einen weiteren Code an.',
  errorTermsRequired: 'Zuerst müssen die Nutzungsbedingungen des Dienstes akzeptiert werden.',
  errorServerNotTrusted:
    'Der Server vertraut dem Dienst nicht, der seine SMS verschickt. Frag die Serveradministration.',
  errorSmsFailed: 'Die SMS konnte nicht gesendet werden. Versuche es erneut.',
  errorServer: 'Der Server hat ein Problem. Nichts ist verloren: Versuche es gleich noch einmal.',
  errorServerAgain:
    'Der Server hat wieder ein Problem. Vielleicht liegt es am Code: Prüfe ihn oder fordere einen weiteren an.',
  errorBadResponse: 'Die Antwort des Servers ergibt keinen Sinn. Versuche es gleich noch einmal.',
  errorOffline: 'Der Server war nicht erreichbar. Prüfe deine Verbindung und versuche es erneut.',
  errorTimeout: 'Der Server hat nicht rechtzeitig geantwortet. Versuche es erneut.',
  errorUnsafeSubmitUrl:
    'Der Server will den Code an eine unsichere Adresse geschickt haben. Frag die Serveradministration.',
  errorInsecureHomeserver:
    'Die Adresse dieses Servers ist nicht sicher, deshalb wurde nichts gesendet. Frag die Serveradministration.',
  errorInvalidHomeserver: 'Das ist keine Serveradresse. Prüfe sie oder wende dich an den Support der App.',
  errorInvalidRequest: 'In dieser App ist etwas falsch eingerichtet. Wende dich an den Support der App.',
  errorAfterVerified:
    'Deine Nummer ist bestätigt, aber der nächste Schritt ist fehlgeschlagen. Versuche es erneut.',
}

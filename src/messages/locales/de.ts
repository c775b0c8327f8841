import type { Messages } from '../messages.js'

/** German. */
export const de: Messages = {
  locale: 'de',

  country: 'Land',
  countries: 'Länder',
  searchCountries: 'Länder suchen',
  close: 'Schließen',
  noCountryFound: 'Kein Land gefunden. Prüfe die Schreibweise.',
  countriesFound: 'Gefundene Länder: {count}',
  chooseCountry: 'Land auswählen',
  phoneNumber: 'Telefonnummer',
  phoneNumberHint: 'Wir senden dir einen Code per SMS, um zu prüfen, ob die Nummer dir gehört.',
  exampleNumber: 'Zum Beispiel: {number}',
  sendCode: 'Code senden',
  sending: 'Wird gesendet …',
  stillSending: 'Wird noch gesendet. Das kann bis zu einer Minute dauern.',
  sendAnyway: 'Trotzdem senden',
  tryAgain: 'Erneut versuchen',
  changeNumber: 'Nummer ändern',
  startOver: 'Zurück',

  didYouMean: 'Meintest du {number}?',
  useNumber: '{number} ({country}) verwenden',
  whichNumber: 'Welche Nummer meintest du?',
  notMobile:
    '{number} ({country}) sieht nicht wie eine Handynummer aus. SMS kommen dort vielleicht nicht an.',
  countryChanged: 'Land geändert: {country}.',

  countryMissing: 'Wähle dein Land aus, oder beginne die Nummer mit Plus und Ländervorwahl.',
  numberMissing: 'Gib deine Telefonnummer ein.',
  numberTooShort: 'Diese Nummer ist zu kurz. Prüfe, ob eine Ziffer fehlt.',
  numberTooLong: 'Diese Nummer ist zu lang. Prüfe, ob sie eine Ziffer zu viel hat.',
  numberUnknownCountryCode: 'Diese Ländervorwahl gibt es nicht. Prüfe die Ziffern nach dem Plus.',
  numberNotDigits: 'Eine Telefonnummer besteht nur aus Ziffern. Entferne die Buchstaben.',
  numberHasSigns: 'Zeichen wie # oder @ gehören nicht in eine Telefonnummer. Verwende nur Ziffern.',
  numberSeveral: 'Das ist mehr als eine Nummer. Gib nur eine ein.',
  numberHasExtension: 'Eine Durchwahl kann keine SMS empfangen. Gib die Nummer ohne sie ein.',
  numberNeedsPlus: 'Gib deine Nummer mit Plus und Ländervorwahl ein, zum Beispiel: +44 7700 900123.',
  numberCannotGetSms: 'Nummern dieser Art können keine SMS empfangen. Gib eine Handynummer ein.',

  sentTo: 'Wir haben einen Code per SMS an {number} ({country}) gesendet.',
  sentToIfAccount:
    'Falls {number} ({country}) zu einem Konto gehört, haben wir einen Code per SMS dorthin gesendet.',
  serverSentTo:
    'Der Server meldet, dass er eine SMS an {number} gesendet hat. Ist das nicht deine Nummer, dann ändere sie.',
  verificationCode: 'Bestätigungscode',
  codeLength: 'Der Code hat {count} Ziffern.',
  codeHint: 'Gib den Code aus der neuesten SMS ein.',
  codeHintComplete: 'Gib den Code aus der neuesten SMS ein. Er wird geprüft, sobald er vollständig ist.',
  codeGoesTo: 'Der Code geht an {server}.',
  codeMissing: 'Gib den Code aus der SMS ein.',
  codeTooLong: 'Das ist zu lang. Der Code hat {count} Zeichen.',
  verify: 'Bestätigen',
  verifying: 'Code wird geprüft …',
  codeFilled: 'Code aus deinen SMS übernommen.',
  sendIn: 'Du kannst in {time} einen Code anfordern.',
  sendInSpoken: 'Du kannst in {duration} einen Code anfordern.',
  sendNow: 'Du kannst jetzt einen Code anfordern.',
  didNotGetIt: 'Keine SMS erhalten?',
  checkNumber: 'Das kann eine Minute dauern. Prüfe, ob {number} stimmt.',
  resendCode: 'Code erneut senden',
  resendIn: 'Du kannst in {time} einen neuen Code anfordern.',
  resendInSpoken: 'Du kannst in {duration} einen neuen Code anfordern.',
  resendNow: 'Du kannst jetzt einen neuen Code anfordern.',
  codeSent: 'Falls {number} zu einem Konto gehört, ist ein neuer Code unterwegs.',
  codeSentAgain: 'Ein neuer Code ist unterwegs. Verwende den aus der neuesten SMS.',

  externalTitle: 'Folge den Anweisungen in der SMS',
  externalHint:
    'Sobald unter {number} ({country}) eine SMS eingeht, folge den Anweisungen darin und komm dann hierher zurück.',
  externalConfirm: 'Ich habe die Nummer bestätigt',
  externalNotYet:
    'Deine Nummer ist noch nicht bestätigt. Folge den Anweisungen in der SMS und versuche es dann erneut.',
  resendMessage: 'SMS erneut senden',
  resendMessageIn: 'Du kannst in {time} eine neue SMS anfordern.',
  resendMessageInSpoken: 'Du kannst in {duration} eine neue SMS anfordern.',
  resendMessageNow: 'Du kannst jetzt eine neue SMS anfordern.',
  messageSentAgain: 'Eine neue SMS ist angefordert. Folge den Anweisungen in der neuesten.',

  verified: '{number} ist bestätigt.',
  verifyFirst: 'Bestätige zuerst deine Telefonnummer: Fordere einen Code an und gib ihn hier ein.',
  unsupported: 'Telefonnummern lassen sich hier nicht bestätigen.',
  unsupportedHint: 'Mach ohne Telefonnummer weiter oder wende dich an die Serveradministration.',
  manageAccount: 'Konto verwalten',

  signIn: 'Stattdessen anmelden',
  signUp: 'Konto erstellen',
  acceptTerms: 'Bedingungen lesen',
  contact: 'Hilfe holen',

  errorInvalidNumber: 'Der Server erkennt diese Telefonnummer nicht. Prüfe das Land und die Ziffern.',
  errorCountryUnsupported: 'Nummern aus diesem Land werden nicht unterstützt. Verwende eine andere.',
  errorNumberDenied: 'Der Server nimmt diese Nummer nicht an. Verwende eine andere.',
  errorNumberInUse: 'Diese Nummer gehört schon zu einem Konto. Verwende eine andere.',
  errorNumberInUseRegister:
    'Zu dieser Nummer gibt es schon ein Konto. Melde dich an oder verwende eine andere Nummer.',
  errorNumberNotFound: 'Kein Konto verwendet diese Nummer. Prüfe sie oder erstelle ein Konto.',
  errorRateLimited: 'Zu viele Versuche. Warte eine Weile und versuche es dann erneut.',
  errorCodeIncorrect: 'Der Code funktioniert nicht. Prüfe ihn oder fordere einen neuen an.',
  errorCodeExpired: 'Dieser Code ist abgelaufen. Fordere einen neuen an.',
  errorSessionLost: 'Diese Anfrage ist nicht mehr gültig. Fordere einen neuen Code an.',
  errorTermsRequired: 'Du musst zuerst die Nutzungsbedingungen akzeptieren.',
  errorServerNotTrusted:
    'Der Server ist für SMS nicht richtig eingerichtet. Wende dich an die Serveradministration.',
  errorSmsFailed: 'Die SMS konnte nicht gesendet werden. Versuche es erneut.',
  errorServer: 'Auf dem Server ist etwas schiefgegangen. Versuche es gleich noch einmal.',
  errorServerAgain:
    'Auf dem Server ist wieder etwas schiefgegangen. Vielleicht liegt es am Code: Prüfe ihn oder fordere einen neuen an.',
  errorBadResponse: 'Der Server hat unerwartet geantwortet. Versuche es gleich noch einmal.',
  errorOffline: 'Der Server war nicht erreichbar. Prüfe deine Verbindung und versuche es erneut.',
  errorTimeout: 'Der Server hat nicht rechtzeitig geantwortet. Versuche es erneut.',
  errorUnsafeSubmitUrl:
    'Dein Code wurde nicht gesendet: Der Server verlangt ihn an einer unsicheren Adresse. Wende dich an die Serveradministration.',
  errorInsecureHomeserver:
    'Es wurde nichts gesendet: Die Adresse dieses Servers ist nicht sicher. Wende dich an die Serveradministration.',
  errorInvalidHomeserver: 'Das ist keine Serveradresse. Prüfe sie oder wende dich an den Support der App.',
  errorInvalidRequest: 'In dieser App ist etwas falsch eingerichtet. Wende dich an den Support der App.',
  errorAfterVerified:
    'Deine Nummer ist bestätigt, aber der nächste Schritt ist fehlgeschlagen. Versuche es erneut.',
}

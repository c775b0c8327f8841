import type { Messages } from '../messages.js'

/** Dutch. */
export const nl: Messages = {
  country: 'Land',
  countries: 'Landen',
  searchCountries: 'Landen zoeken',
  close: 'Sluiten',
  noCountryFound: 'Geen land gevonden. Controleer de spelling.',
  countriesFound: 'Gevonden landen: {count}',
  phoneNumber: 'Telefoonnummer',
  phoneNumberHint: 'We sturen je een code per sms om te controleren of het nummer van jou is.',
  sendCode: 'Code versturen',
  sending: 'Versturen…',
  stillSending: 'Nog bezig met versturen. Dit kan tot een minuut duren.',
  sendAnyway: 'Toch versturen',
  tryAgain: 'Opnieuw proberen',
  changeNumber: 'Nummer wijzigen',
  startOver: 'Opnieuw beginnen',

  didYouMean: 'Bedoelde je {number}?',
  whichNumber: 'Welk nummer bedoelde je?',
  notMobile: '{number} ({country}) lijkt geen mobiel nummer. Misschien komen sms’jes er niet aan.',
  countryChanged: 'Land gewijzigd: {country}.',

  numberMissing: 'Voer je telefoonnummer in.',
  numberTooShort: 'Dit nummer is te kort. Controleer of er een cijfer ontbreekt.',
  numberTooLong: 'Dit nummer is te lang. Controleer of er een cijfer te veel in staat.',
  numberUnknownCountryCode: 'Geen enkel land heeft dit landnummer. Controleer de cijfers na het plusteken.',
  numberNotDigits: 'Een telefoonnummer bestaat alleen uit cijfers. Verwijder de letters.',
  numberHasExtension: 'Een toestelnummer kan geen sms ontvangen. Voer het nummer zonder toestelnummer in.',
  numberNeedsPlus:
    'De regels voor telefoonnummers konden niet worden geladen. Voer je nummer in met een plusteken en het landnummer: +44 7700 900123.',
  numberCannotGetSms: 'Dit soort nummer kan geen sms ontvangen. Voer een mobiel nummer in.',

  sentTo: 'We hebben een code per sms naar {number} ({country}) gestuurd.',
  sentToIfAccount:
    'Als een account {number} ({country}) gebruikt, is er een sms met een code onderweg naar dat nummer.',
  serverSentTo:
    'De server meldt dat er een sms naar {number} is gestuurd. Is dat niet jouw nummer, wijzig het dan.',
  verificationCode: 'Verificatiecode',
  codeHint: 'Voer de code uit het nieuwste bericht in.',
  codeHintComplete:
    'Voer de code uit het nieuwste bericht in. De code wordt gecontroleerd zodra hij volledig is.',
  codeMissing: 'Voer de code uit de sms in.',
  verify: 'Verifiëren',
  verifying: 'Code controleren…',
  codeFilled: 'Code ingevuld vanuit je berichten.',
  sendIn: 'Je kunt over {time} een code aanvragen.',
  sendInSpoken: 'Je kunt over {duration} een code aanvragen.',
  didNotGetIt: 'Niets ontvangen?',
  checkNumber: 'Controleer of {number} klopt.',
  resendCode: 'Code opnieuw versturen',
  resendIn: 'Je kunt over {time} nog een code aanvragen.',
  resendInSpoken: 'Je kunt over {duration} nog een code aanvragen.',
  resendNow: 'Je kunt nu nog een code aanvragen.',
  codeSent: 'Code aangevraagd voor {number}.',
  codeSentAgain: 'Er is nog een code onderweg. Gebruik het nieuwste bericht.',

  externalTitle: 'Volg de instructies in het bericht',
  externalHint:
    'Als er een bericht op {number} ({country}) binnenkomt, volg het dan en kom daarna hier terug.',
  externalConfirm: 'Ik heb het bevestigd',
  externalNotYet:
    'De server heeft de bevestiging nog niet gezien. Volg het bericht en probeer het daarna opnieuw.',
  resendMessage: 'Bericht opnieuw versturen',
  resendMessageIn: 'Je kunt over {time} nog een bericht aanvragen.',
  resendMessageInSpoken: 'Je kunt over {duration} nog een bericht aanvragen.',
  resendMessageNow: 'Je kunt nu nog een bericht aanvragen.',
  messageSentAgain: 'Er is nog een bericht aangevraagd. Volg het nieuwste.',

  verified: '{number} is geverifieerd.',
  verifyFirst: 'Verifieer eerst je telefoonnummer: vraag een code aan en voer die hier in.',
  unsupported: 'Deze server kan hier geen telefoonnummers verifiëren.',
  unsupportedHint: 'Ga verder zonder telefoonnummer of vraag het aan de serverbeheerder.',

  signIn: 'In plaats daarvan inloggen',
  signUp: 'Account aanmaken',
  acceptTerms: 'Voorwaarden lezen',
  contact: 'Hulp vragen',

  errorInvalidNumber: 'De server herkent dit niet als telefoonnummer. Controleer het land en de cijfers.',
  errorCountryUnsupported: 'De server stuurt geen sms naar nummers in dit land. Gebruik een ander nummer.',
  errorNumberDenied: 'De server accepteert dit nummer niet. Gebruik een ander nummer.',
  errorNumberInUse: 'Een ander account gebruikt dit nummer al. Gebruik een ander nummer.',
  errorNumberInUseRegister: 'Een account gebruikt dit nummer al. Log daarop in of gebruik een ander nummer.',
  errorNumberNotFound: 'Geen account gebruikt dit nummer. Controleer het nummer of maak een account aan.',
  errorRateLimited: 'Te veel verzoeken. Wacht even voordat je het opnieuw probeert.',
  errorCodeIncorrect: 'Deze code is niet geaccepteerd. Controleer hem of vraag een andere aan.',
  errorCodeExpired: 'Deze code is verlopen. Vraag een andere aan.',
  errorSessionLost: 'De server kent dit verzoek niet meer. Vraag een andere code aan.',
  errorTermsRequired: 'Eerst moeten de voorwaarden van de dienst worden geaccepteerd.',
  errorServerNotTrusted:
    'De server vertrouwt de dienst niet die zijn sms’jes verstuurt. Vraag het aan de serverbeheerder.',
  errorSmsFailed: 'De sms kon niet worden verstuurd. Probeer het opnieuw.',
  errorServer: 'De server heeft een probleem. Er is niets verloren: probeer het zo opnieuw.',
  errorBadResponse: 'Het antwoord van de server klopt niet. Probeer het zo opnieuw.',
  errorOffline: 'De server was niet bereikbaar. Controleer je verbinding en probeer het opnieuw.',
  errorTimeout: 'De server reageerde niet op tijd. Probeer het opnieuw.',
  errorUnsafeSubmitUrl:
    'De server wil dat de code naar een onveilig adres gaat. Vraag het aan de serverbeheerder.',
  errorInvalidRequest: 'Er is iets verkeerd ingesteld in deze app. Vraag het aan de beheerder van de app.',
  errorAfterVerified: 'Je nummer is geverifieerd, maar de volgende stap is mislukt. Probeer het opnieuw.',
}

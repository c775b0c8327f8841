import type { Messages } from '../messages.js'

/** French. */
export const fr: Messages = {
  country: 'Pays',
  countries: 'Liste des pays',
  searchCountries: 'Rechercher un pays',
  close: 'Fermer',
  noCountryFound: 'Aucun pays trouvé. Vérifiez l’orthographe.',
  countriesFound: 'Pays trouvés\u00a0: {count}',
  chooseCountry: 'Choisissez un pays',
  phoneNumber: 'Numéro de téléphone',
  phoneNumberHint: 'Nous vous envoyons un code par SMS pour vérifier que ce numéro est le vôtre.',
  exampleNumber: 'Par exemple\u00a0: {number}',
  sendCode: 'Envoyer le code',
  sending: 'Envoi en cours…',
  stillSending: 'L’envoi est toujours en cours. Cela peut prendre jusqu’à une minute.',
  sendAnyway: 'Envoyer quand même',
  tryAgain: 'Réessayer',
  changeNumber: 'Modifier le numéro',
  startOver: 'Recommencer',

  didYouMean: 'Vouliez-vous dire {number}\u202f?',
  whichNumber: 'De quel numéro s’agit-il\u202f?',
  notMobile:
    '{number} ({country}) ne ressemble pas à un numéro de mobile. Il ne reçoit peut-être pas les SMS.',
  countryChanged: 'Pays modifié\u00a0: {country}.',

  countryMissing: 'Choisissez votre pays, ou commencez le numéro par le signe plus et l’indicatif du pays.',
  numberMissing: 'Saisissez votre numéro de téléphone.',
  numberTooShort: 'Ce numéro est trop court. Vérifiez qu’il ne manque aucun chiffre.',
  numberTooLong: 'Ce numéro est trop long. Vérifiez qu’il n’y a pas de chiffre en trop.',
  numberUnknownCountryCode: 'Aucun pays n’a cet indicatif. Vérifiez les chiffres après le signe plus.',
  numberNotDigits: 'Un numéro de téléphone ne contient que des chiffres. Retirez les lettres.',
  numberHasSigns:
    'Un numéro de téléphone ne contient pas de signes comme # ou @. Saisissez uniquement des chiffres.',
  numberSeveral: 'Il y a plus d’un numéro. Saisissez-en un seul.',
  numberHasExtension: 'Un SMS ne peut pas joindre un poste interne. Saisissez le numéro sans le poste.',
  numberNeedsPlus:
    'Les règles des numéros de téléphone n’ont pas pu être chargées. Saisissez le vôtre avec le signe plus et l’indicatif du pays\u00a0: +44 7700 900123.',
  numberCannotGetSms: 'Ce type de numéro ne peut pas recevoir de SMS. Saisissez un numéro de mobile.',

  sentTo: 'Nous avons envoyé un code par SMS au {number} ({country}).',
  sentToIfAccount:
    'Si un compte utilise le {number} ({country}), un SMS contenant un code est en route vers ce numéro.',
  serverSentTo:
    'Le serveur indique avoir envoyé un SMS au {number}. Si ce n’est pas votre numéro, modifiez-le.',
  verificationCode: 'Code de vérification',
  codeHint: 'Saisissez le code du message le plus récent.',
  codeHintComplete: 'Saisissez le code du message le plus récent. Il est vérifié dès qu’il est complet.',
  codeMissing: 'Saisissez le code reçu par SMS.',
  codeTooLong: 'C’est trop long. Le code comporte {count} caractères.',
  verify: 'Vérifier',
  verifying: 'Vérification du code…',
  codeFilled: 'Code repris de vos messages.',
  sendIn: 'Vous pourrez demander un code dans {time}.',
  sendInSpoken: 'Vous pourrez demander un code dans {duration}.',
  didNotGetIt: 'Rien reçu\u202f?',
  checkNumber: 'Vérifiez que {number} est le bon numéro.',
  resendCode: 'Renvoyer le code',
  resendIn: 'Vous pourrez demander un autre code dans {time}.',
  resendInSpoken: 'Vous pourrez demander un autre code dans {duration}.',
  resendNow: 'Vous pouvez maintenant demander un autre code.',
  codeSent: 'Code demandé pour le {number}.',
  codeSentAgain: 'Un autre code est en route. Utilisez le message le plus récent.',

  externalTitle: 'Suivez les instructions du message',
  externalHint: 'Quand un message arrive au {number} ({country}), suivez ses instructions, puis revenez ici.',
  externalConfirm: 'J’ai confirmé',
  externalNotYet: 'Le serveur n’a pas encore vu la confirmation. Suivez le message, puis réessayez.',
  resendMessage: 'Renvoyer le message',
  resendMessageIn: 'Vous pourrez demander un autre message dans {time}.',
  resendMessageInSpoken: 'Vous pourrez demander un autre message dans {duration}.',
  resendMessageNow: 'Vous pouvez maintenant demander un autre message.',
  messageSentAgain: 'Un autre message a été demandé. Suivez le plus récent.',

  verified: 'Le numéro {number} est vérifié.',
  verifyFirst: 'Vérifiez d’abord votre numéro de téléphone : demandez un code et saisissez-le ici.',
  unsupported: 'Ce serveur ne peut pas vérifier les numéros de téléphone ici.',
  unsupportedHint: 'Continuez sans numéro de téléphone ou adressez-vous à l’administration du serveur.',
  manageAccount: 'Gérer votre compte',

  signIn: 'Se connecter',
  signUp: 'Créer un compte',
  acceptTerms: 'Lire les conditions',
  contact: 'Obtenir de l’aide',

  errorInvalidNumber:
    'Le serveur ne reconnaît pas ceci comme un numéro de téléphone. Vérifiez le pays et les chiffres.',
  errorCountryUnsupported: 'Le serveur n’envoie pas de SMS aux numéros de ce pays. Utilisez un autre numéro.',
  errorNumberDenied: 'Le serveur n’accepte pas ce numéro. Utilisez un autre numéro.',
  errorNumberInUse: 'Un autre compte utilise déjà ce numéro. Utilisez un autre numéro.',
  errorNumberInUseRegister:
    'Un compte utilise déjà ce numéro. Connectez-vous à ce compte ou utilisez un autre numéro.',
  errorNumberNotFound: 'Aucun compte n’utilise ce numéro. Vérifiez le numéro ou créez un compte.',
  errorRateLimited: 'Trop de demandes. Attendez un peu avant de réessayer.',
  errorCodeIncorrect: 'Ce code n’a pas été accepté. Vérifiez-le ou demandez-en un autre.',
  errorCodeExpired: 'Ce code a expiré. Demandez-en un autre.',
  errorSessionLost: 'Le serveur ne connaît plus cette demande. Demandez un autre code.',
  errorTermsRequired: 'Il faut d’abord accepter les conditions du service.',
  errorServerNotTrusted:
    'Le serveur ne fait pas confiance au service qui envoie ses SMS. Adressez-vous à l’administration du serveur.',
  errorSmsFailed: 'Le SMS n’a pas pu être envoyé. Réessayez.',
  errorServer: 'Le serveur a un problème. Rien n’est perdu\u00a0: réessayez dans un instant.',
  errorServerAgain:
    'Le serveur a de nouveau un problème. Il vient peut-être du code\u00a0: vérifiez-le ou demandez-en un autre.',
  errorBadResponse: 'La réponse du serveur est incompréhensible. Réessayez dans un instant.',
  errorOffline: 'Le serveur n’a pas pu être joint. Vérifiez votre connexion et réessayez.',
  errorTimeout: 'Le serveur n’a pas répondu à temps. Réessayez.',
  errorUnsafeSubmitUrl:
    'Le serveur veut que le code soit envoyé à une adresse non sécurisée. Adressez-vous à l’administration du serveur.',
  errorInsecureHomeserver:
    'L’adresse de ce serveur n’est pas sécurisée, rien n’a donc été envoyé. Adressez-vous à l’administration du serveur.',
  errorInvalidHomeserver:
    'Ce n’est pas l’adresse d’un serveur. Vérifiez-la ou adressez-vous aux responsables de l’application.',
  errorInvalidRequest: 'Cette application est mal configurée. Adressez-vous à ses responsables.',
  errorAfterVerified: 'Votre numéro est vérifié, mais l’étape suivante a échoué. Réessayez.',
}

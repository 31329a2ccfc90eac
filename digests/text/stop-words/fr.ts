/** French, after the list of npm `stopword` (MIT, Fergus McDowall and Espen Klem), with what news uses most besides. */
export const words = `
ainsi alors après aussi autre autres avant avoir car cela celle celles celui cette ceux chez comme comment
contre depuis deux donc dont déjà encore entre fait lors lorsque ni non oui parce pendant peut plus pourquoi
puis quand selon si sous stopword tous tout toute toutes très vers être
`;

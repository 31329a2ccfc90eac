/** All that needs discord.js in one place, so that a program without a Discord token never loads it. */
export { openGateway } from './gateway.ts';
export { createListener } from './listen.ts';
export { createPatientDiscordCaller } from './patient-call.ts';
export { createPlaces } from './place.ts';
export { registerCommands } from './register.ts';
export { restAnswer } from './respond.ts';

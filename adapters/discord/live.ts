/** All that needs discord.js in one place, so that a program without a Discord token never loads it. */
export { createDiscordCaller } from './call.ts';
export { findOnDiscord } from './find.ts';
export { openGateway } from './gateway.ts';
export { createListener } from './listen.ts';
export { createPlaces } from './place.ts';
export { postToDiscord } from './post.ts';
export { registerCommands } from './register.ts';
export { restAnswer } from './respond.ts';
export { tellOnDiscord } from './tell.ts';

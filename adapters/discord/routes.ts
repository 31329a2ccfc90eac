/** Paths of the calls we make ourselves (discord.com/developers/docs/resources); discord.js has them too, and is large. */
export type Route = `/${string}`;
export type Verb = 'get' | 'post' | 'patch' | 'put' | 'delete';

const step = encodeURIComponent;

export const channelRoute = (channel: string): Route => `/channels/${step(channel)}`;
export const messagesRoute = (channel: string): Route => `${channelRoute(channel)}/messages`;
export const messageRoute = (channel: string, message: string): Route =>
  `${messagesRoute(channel)}/${step(message)}`;
export const crosspostRoute = (channel: string, message: string): Route =>
  `${messageRoute(channel, message)}/crosspost`;
/** Begins a thread at a message. */
export const threadRoute = (channel: string, message: string): Route =>
  `${messageRoute(channel, message)}/threads`;
/** Begins a post in a forum. */
export const forumPostsRoute = (forum: string): Route => `${channelRoute(forum)}/threads`;
export const activeThreadsRoute = (guild: string): Route => `/guilds/${step(guild)}/threads/active`;
export const directMessagesRoute: Route = '/users/@me/channels';

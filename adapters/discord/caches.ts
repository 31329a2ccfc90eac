import { type CacheFactory, Options } from 'discord.js';

/**
 * What discord.js may remember. Servers, channels, roles and permissions stay: they tell when the bot may not post
 * any more. All else is either never asked for, or would grow with the people who ask.
 */
export function boundedCaches(ownId: () => string | undefined): CacheFactory {
  return Options.cacheWithLimits({
    ...Options.DefaultMakeCacheSettings,
    ApplicationCommandManager: 0,
    AutoModerationRuleManager: 0,
    DMMessageManager: 0,
    EntitlementManager: 0,
    GuildBanManager: 0,
    GuildEmojiManager: 0,
    GuildInviteManager: 0,
    // We are a member ourselves, and our permissions are read off that.
    GuildMemberManager: { maxSize: 10, keepOverLimit: ({ id }) => id === ownId() },
    GuildMessageManager: 0,
    GuildScheduledEventManager: 0,
    GuildStickerManager: 0,
    PresenceManager: 0,
    ReactionManager: 0,
    ReactionUserManager: 0,
    StageInstanceManager: 0,
    ThreadMemberManager: 0,
    UserManager: { maxSize: 50, keepOverLimit: ({ id }) => id === ownId() },
    VoiceStateManager: 0,
  });
}

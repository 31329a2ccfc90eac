/**
 * Slack's error words and what they mean for a post (docs.slack.dev/reference/methods/chat.postMessage).
 * A word not listed is a definite no to this one message.
 */
import { CourantError, type RefusalScope } from '../../src/domain/errors.ts';
import type { Instant } from '../../src/domain/time.ts';
import { faults } from '../message/phrases/faults/en.ts';

type Meaning =
  | {
      readonly code: 'refused';
      readonly scope: RefusalScope;
      readonly message: string;
      readonly mend?: string;
    }
  | { readonly code: 'rate-limited'; readonly seconds: number }
  | { readonly code: 'unknown-outcome' };

function refused(scope: RefusalScope, message: string, mend?: string): Meaning {
  return mend === undefined ? { code: 'refused', scope, message } : { code: 'refused', scope, message, mend };
}

const restricted = refused('channel', faults.fewMayPost, faults.fewMayPostMend);
const tokenDead = refused('workspace', faults.tokenRefused, faults.installAgain);
const ours = refused('message', 'Slack does not accept this message as it is built.');
const unknown: Meaning = { code: 'unknown-outcome' };
const minute = 60;
const hour = 60 * minute;

const slackErrors: Readonly<Record<string, Meaning>> = {
  channel_not_found: refused('channel', faults.channelUnseen, faults.inviteBot),
  not_in_channel: refused('channel', faults.botNotInChannel, faults.inviteBot),
  is_archived: refused('channel', faults.channelArchived, faults.channelArchivedMend),
  restricted_action: restricted,
  restricted_action_read_only_channel: restricted,
  restricted_action_thread_only_channel: restricted,
  restricted_action_non_threadable_channel: restricted,
  restricted_action_thread_locked: restricted,
  ekm_access_denied: refused('channel', faults.postingSuspended),
  no_permission: restricted,
  messages_tab_disabled: refused('channel', faults.messagesTabOff, faults.messagesTabOffMend),
  cannot_reply_to_message: refused('message', 'This message can’t be replied to.'),
  thread_not_found: refused('message', 'The message this belongs under is gone.'),
  missing_scope: refused('workspace', faults.scopeLacking, faults.installAgain),
  account_inactive: tokenDead,
  token_revoked: tokenDead,
  token_expired: tokenDead,
  invalid_auth: tokenDead,
  not_authed: tokenDead,
  not_allowed_token_type: tokenDead,
  org_login_required: refused('workspace', faults.workspaceMoving),
  access_denied: tokenDead,
  accesslimited: refused('workspace', faults.networkRefused, faults.networkRefusedMend),
  team_access_not_granted: refused('workspace', faults.notGranted, faults.notGrantedMend),
  invalid_blocks: ours,
  invalid_blocks_format: ours,
  msg_blocks_too_long: ours,
  msg_too_long: ours,
  no_text: ours,
  markdown_text_conflict: ours,
  metadata_too_large: ours,
  invalid_metadata_format: ours,
  invalid_metadata_schema: ours,
  invalid_arguments: ours,
  ratelimited: { code: 'rate-limited', seconds: 30 },
  rate_limited: { code: 'rate-limited', seconds: 30 },
  message_limit_exceeded: { code: 'rate-limited', seconds: hour },
  team_added_to_org: { code: 'rate-limited', seconds: 2 * hour },
  internal_error: unknown,
  fatal_error: unknown,
  service_unavailable: unknown,
  request_timeout: unknown,
  duplicate_message_not_found: unknown,
  duplicate_channel_not_found: unknown,
};

/** What `ok: false` with this word means. */
export function slackError(word: string, method: string, now: Instant): CourantError {
  const meaning = slackErrors[word] ?? refused('message', `Slack refused ${method}: ${word}.`);
  switch (meaning.code) {
    case 'refused':
      return new CourantError('refused', meaning.message, {
        scope: meaning.scope,
        reason: word,
        ...(meaning.mend === undefined ? {} : { mend: meaning.mend }),
      });
    case 'rate-limited':
      return rateLimited(now + meaning.seconds * 1000, word);
    case 'unknown-outcome':
      return new CourantError('unknown-outcome', `Slack had a fault of its own (${word}).`, { reason: word });
  }
}

export function rateLimited(retryAt: Instant, reason: string): CourantError {
  return new CourantError('rate-limited', 'Slack asks to wait.', { retryAt, reason });
}

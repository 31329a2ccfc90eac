import { json } from '../reading/columns.ts';
import type { Feedback, FeedbackStore } from '../store.ts';
import type { Database } from './database.ts';

export function feedbackStore(database: Database): FeedbackStore {
  return {
    async save(feedback) {
      const { channel, user, storyId, at } = feedback;
      await database.run(
        `insert into feedback values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (platform, workspace, channel, "user", story_id)
         do update set at = excluded.at, feedback = excluded.feedback`,
        channel.platform,
        channel.workspace,
        channel.channel,
        user,
        storyId,
        at,
        JSON.stringify(feedback),
      );
    },
    async ofChannel({ platform, workspace, channel }, since) {
      const rows = await database.all(
        `select feedback from feedback
         where platform = $1 and workspace = $2 and channel = $3 and at >= $4 order by at`,
        platform,
        workspace,
        channel,
        since,
      );
      return rows.map((row) => json<Feedback>(row, 'feedback'));
    },
  };
}

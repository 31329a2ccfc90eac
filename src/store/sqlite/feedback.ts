import { json } from '../reading/columns.ts';
import type { Feedback, FeedbackStore } from '../store.ts';
import type { Database } from './database.ts';

export function feedbackStore(database: Database): FeedbackStore {
  return {
    async save(feedback) {
      const { channel, user, storyId, at } = feedback;
      database.run(
        `insert into feedback values (?, ?, ?, ?, ?, ?, ?)
         on conflict do update set at = excluded.at, feedback = excluded.feedback`,
        channel.platform,
        channel.workspace,
        channel.channel,
        user,
        storyId,
        at,
        JSON.stringify(feedback),
      );
    },
    ofChannel: async ({ platform, workspace, channel }, since) =>
      database
        .all(
          `select feedback from feedback where platform = ? and workspace = ? and channel = ? and at >= ? order by at`,
          platform,
          workspace,
          channel,
          since,
        )
        .map((row) => json<Feedback>(row, 'feedback')),
  };
}

/** A forum may ask for a tag on each post. */

type Tag = { readonly id: string; readonly name: string; readonly moderated: boolean };

/** The tag that reads like ours, else the first that anybody may set. */
export function chooseTags(forum: unknown): readonly string[] {
  const free = tagsOf(forum).filter(({ moderated }) => !moderated);
  const tag = free.find(({ name }) => /news|digest|brief/i.test(name)) ?? free[0];
  return tag ? [tag.id] : [];
}

function tagsOf(forum: unknown): readonly Tag[] {
  if (typeof forum !== 'object' || forum === null || !('available_tags' in forum)) return [];
  return Array.isArray(forum.available_tags) ? forum.available_tags : [];
}

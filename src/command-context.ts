import type { App } from './app.ts';
import type { CommandContext } from './commands/context.ts';
import { CourantError } from './domain/errors.ts';

export type Services = Pick<CommandContext, 'deliverNow' | 'sources' | 'readPage' | 'lost'>;

/** What commands are given. Without services (the command line) nothing can be posted or fetched. */
export function commandContext(app: App, services: Services = withoutServices): CommandContext {
  return {
    store: app.store,
    clock: app.clock,
    zone: app.config.zone,
    locale: app.config.locale,
    newId: app.newId,
    sharing: { admins: app.config.admins, isPublic: app.config.slack?.oauth != null },
    makeEdition: app.makeEdition,
    ...services,
  };
}

const elsewhere = (mend: string) => () => {
  throw new CourantError('invalid', 'This is not answered here.', { mend });
};
const inChat = elsewhere('Ask the running bot in Slack or Discord.');

const withoutServices: Services = {
  deliverNow: inChat,
  sources: {
    test: elsewhere('Use `/sources test`.'),
    add: elsewhere('Use `/sources add`.'),
    remove: elsewhere('Use `/sources remove`.'),
  },
  readPage: inChat,
  lost: inChat,
};

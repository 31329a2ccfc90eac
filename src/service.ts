/** Everything that runs while Courant serves: what is due, what is delivered, what people ask, what the web shows. */
import { randomUUID } from 'node:crypto';
import type { App } from './app.ts';
import { handlersWhenAsked } from './commands/handlers-when-asked.ts';
import { createAlarm } from './delivery/alarm.ts';
import type { Queue } from './delivery/queue.ts';
import type { Worker } from './delivery/worker.ts';
import type { Platform } from './domain/channel.ts';
import { isPostgres } from './domain/database-address.ts';
import type { Digest } from './domain/digest.ts';
import { describeError } from './domain/errors.ts';
import { type Lazy, lazily } from './domain/lazily.ts';
import { editionRequest, readersVariant } from './editions/subscription-edition.ts';
import { editionOf, everything } from './editions/todays-edition.ts';
import { greetingOf } from './greeting.ts';
import type { Ingest } from './ingest/open-ingest.ts';
import { logDelivery, logSchedule } from './log-events.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { ownVersion } from './own-version.ts';
import { createPlatforms, type Platforms, type StartFault } from './platforms.ts';
import { createRewrite } from './rewriting.ts';
import { type Heartbeat, startHeartbeat } from './schedule/heartbeat.ts';
import { createServingMark } from './serving-mark.ts';
import { createReadiness, type Readiness } from './web/readiness.ts';

/** Which part of the work a process does; `all` does everything. */
export type Role = 'all' | 'web' | 'worker' | 'poller' | 'gateway';

export type ServiceOptions = {
  readonly role: Role;
  readonly terminal: Parameters<typeof createPlatforms>[1];
};

export type Service = {
  /** Where the web page is; null where this process does not serve it. */
  readonly page: string | null;
  /** Lines for whoever started it: where the page is, what is connected. */
  readonly greeting: readonly string[];
  readonly faults: readonly StartFault[];
  /**
   * Loads what nobody waits for: the worker and the poller, which begin with it, and the code of the commands, which
   * the first of them would load else. To be called once everybody has been told that we run, and awaited before `stop`.
   */
  finishLoading(): Promise<void>;
  stop(): Promise<void>;
};

const does = (role: Role, part: Exclude<Role, 'all'>) => role === 'all' || role === part;

export async function startService(app: App, { role, terminal }: ServiceOptions): Promise<Service> {
  const platforms = await createPlatforms(app, terminal);
  const readiness = createReadiness(app.store.keyValues, app.clock);
  const metrics = createMetrics(app.store, readiness);
  const serving = createServingMark(app.store.keyValues, app.newId(), (error) =>
    app.log.debug({ reason: describeError(error) }, 'that this process serves is not marked'),
  );
  const queue = await createQueue(app);
  const ingest = lazily(async () => (await import('./polling.ts')).ingestOf(app));
  const rewrite = await createRewrite(app.config.llm, app.store, app.log);
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    // Nothing new first, then what is under way, then the connections it needs.
    const steps = [
      ...closing.toReversed(),
      () => queue.stop(),
      () => platforms.stop(),
      async () => (await ingest.made())?.close(),
      () => serving.end(),
    ];
    for (const step of steps) {
      await step().catch((error: unknown) =>
        app.log.error({ reason: describeError(error) }, 'not stopped in good order'),
      );
    }
  };

  const handlers = lazily(async () => {
    const [{ createHandlers }, { commandContext }, { servicesOf }] = await Promise.all([
      import('./commands/handlers.ts'),
      import('./command-context.ts'),
      import('./command-services.ts'),
    ]);
    const services = servicesOf(app, { queue, ingest, rewrite, adapters: platforms.adapters });
    return createHandlers(commandContext(app, services), (answer) => {
      metrics.answered(answer);
      if (answer.ourFault) app.log.error({ command: answer.name, err: answer.error }, 'command failed');
    });
  });

  async function start(): Promise<Pick<Service, 'page' | 'greeting' | 'faults'>> {
    let connected: () => readonly Platform[] = () => [];
    let page: string | null = null;
    if (does(role, 'web')) {
      const server = await startWeb(app, platforms, { metrics, readiness }, ingest, () => connected());
      page = server.url;
      closing.push(() => server.close());
    }
    const started = await platforms.start(handlersWhenAsked(handlers.get), {
      web: does(role, 'web'),
      connections: does(role, 'gateway'),
    });
    connected = () => started.connected().filter((platform) => platform !== 'console');
    // Before the heartbeat begins, which would take its first beat while this is written.
    await serving.begin();
    if (does(role, 'worker')) {
      const heartbeat = startSchedule(app, queue, metrics, rewrite);
      closing.push(() => heartbeat.stop());
    }
    return {
      page,
      greeting: await greetingOf(app, { page, adapters: platforms.adapters, connected: connected() }),
      faults: started.faults,
    };
  }

  async function finishLoading(): Promise<void> {
    if (does(role, 'worker')) {
      const worker = await createDeliverer(app, platforms, queue, metrics);
      // Stopped last: what comes before brings it nothing new.
      closing.unshift(() => worker.stop());
      await queue.start(worker);
    }
    await handlers.get();
    if (!does(role, 'poller')) return;
    const { startPolling } = await import('./polling.ts');
    closing.push(startPolling(app, await ingest.get(), metrics.polled));
  }

  try {
    return { ...(await start()), finishLoading, stop };
  } catch (error) {
    // What was begun would keep the process, which can't do its work, alive.
    await stop();
    throw error;
  }
}

async function createQueue(app: App): Promise<Queue> {
  const alarm = createAlarm(app.clock);
  const onError = (error: unknown) => app.log.error({ reason: describeError(error) }, 'queue');
  const { database } = app.config;
  if (isPostgres(database)) {
    const { createPgBossQueue } = await import('./delivery/queue/pg-boss.ts');
    return createPgBossQueue({ connectionString: database, clock: app.clock, alarm, onError });
  }
  const { createPollingQueue } = await import('./delivery/queue/polling.ts');
  return createPollingQueue({ deliveries: app.store.deliveries, clock: app.clock, alarm, onError });
}

async function createDeliverer(
  app: App,
  { adapters }: Platforms,
  queue: Queue,
  metrics: Metrics,
): Promise<Worker> {
  const [{ createWorker }, { composeDelivery }, { createNotices }] = await Promise.all([
    import('./delivery/worker.ts'),
    import('./compose-delivery.ts'),
    import('./notices.ts'),
  ]);
  const { store, log, clock, config } = app;
  return createWorker({
    store,
    adapters,
    compose: composeDelivery,
    owner: randomUUID(),
    clock,
    alarm: createAlarm(clock),
    random: Math.random,
    onUnknown: config.onUnknownDelivery,
    announce: (notices) => queue.announce(notices),
    notify: createNotices({ store, adapters, log }),
    onEvent: (event) => {
      metrics.delivery(event);
      logDelivery(log, event);
    },
  });
}

function startSchedule(
  app: App,
  queue: Queue,
  metrics: Metrics,
  rewrite: (digest: Digest) => Promise<Digest>,
): Heartbeat {
  const { store, clock, log, config } = app;
  return startHeartbeat(
    {
      store,
      queue,
      buildDigest: async ({ reader, window }) =>
        rewrite(await app.makeEdition(await editionRequest(store, reader, window))),
      variantOf: (subscription) => readersVariant(store, subscription, clock()),
      jitter: config.jitterSeconds * 1000,
      onEvent: (event) => {
        metrics.schedule(event);
        logSchedule(log, event);
      },
    },
    clock,
  );
}

/** What an operator may ask about this process. */
type StateOfService = { readonly metrics: Metrics; readonly readiness: () => Promise<Readiness> };

async function startWeb(
  app: App,
  platforms: Platforms,
  state: StateOfService,
  ingest: Lazy<Ingest>,
  connected: () => readonly Platform[],
) {
  const [{ startServer }, { hubEndpoint }] = await Promise.all([
    import('./web/server.ts'),
    import('./ingest/poll/hub-endpoint.ts'),
  ]);
  return startServer(
    () => pagesOf(app, state, connected),
    [...platforms.endpoints, hubEndpoint(async (request) => (await ingest.get()).answerHub(request))],
    app.config.web,
    (error) => app.log.error({ err: error }, 'web server'),
  );
}

async function pagesOf(
  app: App,
  { metrics, readiness }: StateOfService,
  connected: () => readonly Platform[],
) {
  const [{ createPages }, { reachOf }, { operatorView }, { previews }] = await Promise.all([
    import('./web/pages.ts'),
    import('./web/reach.ts'),
    import('./web/operator/view.ts'),
    import('./previews.ts'),
  ]);
  const { config, store, clock, log } = app;
  const { web, zone, locale } = config;
  return createPages({
    store,
    clock,
    today: () => editionOf(app, everything, null),
    zone,
    locale,
    reach: reachOf(web),
    publicTopics: web.publicTopics,
    readiness,
    metrics: () => metrics.text(),
    previews,
    operator: {
      token: web.operatorToken,
      clock,
      zone,
      https: web.publicUrl?.startsWith('https:') ?? false,
      view: () => operatorView(store, { now: clock(), version: ownVersion(), connected: connected() }),
      onRefused: () => log.warn({}, 'wrong operator token'),
    },
    onFault: (error) => log.error({ err: error }, 'page failed'),
  });
}

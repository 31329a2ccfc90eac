/** Where tokens of installed workspaces are kept: Keyv over our own database, encrypted where a key is set. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Installation, InstallationQuery, InstallationStore } from '@slack/oauth';
import Keyv from 'keyv';
import type { Clock, Instant } from '../../src/domain/time.ts';
import type { KeyValues } from '../adapter-deps.ts';

/** `installedAt` survives a token refresh, because that stores what was fetched. */
export type KeptInstallation = Installation<'v1' | 'v2', boolean> & { readonly installedAt: Instant };

export type Installations = InstallationStore & {
  find(query: InstallationQuery<boolean>): Promise<KeptInstallation | null>;
  /** Remembers that this workspace is served by its organisation's installation. */
  rememberOrganisation(team: string, enterprise: string): Promise<void>;
  remove(team: string): Promise<void>;
};

export function createInstallations(options: {
  readonly keyValues: KeyValues;
  readonly encryptionKey: string | null;
  readonly clock: Clock;
  /** Called after a workspace was installed, again or for the first time; not after a token refresh. */
  installed(installation: KeptInstallation): Promise<void>;
}): Installations {
  const { keyValues, encryptionKey, clock } = options;
  const kept = new Keyv<KeptInstallation>({
    store: keyValues,
    namespace: 'slack-installations',
    ...(encryptionKey === null ? {} : { encryption: aes256gcm(Buffer.from(encryptionKey, 'hex')) }),
  });
  const organisations = new Keyv<string>({ store: keyValues, namespace: 'slack-organisations' });

  async function find(query: InstallationQuery<boolean>): Promise<KeptInstallation | null> {
    const own = query.teamId === undefined ? undefined : await kept.get(query.teamId);
    if (own) return own;
    const enterprise = query.enterpriseId ?? (query.teamId && (await organisations.get(query.teamId)));
    return (enterprise && (await kept.get(enterprise))) || null;
  }

  return {
    find,
    async storeInstallation(installation) {
      const first = !('installedAt' in installation);
      const whole: KeptInstallation = { installedAt: clock(), ...installation };
      await kept.set(idOf(whole), whole);
      if (first) await options.installed(whole);
    },
    async fetchInstallation(query) {
      const found = await find(query);
      if (found === null) throw new Error('this workspace has not installed the app');
      // The library asks by a generic it alone can name; what is kept is what it stored.
      return found as never;
    },
    async deleteInstallation(query) {
      const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
      if (id !== undefined) await kept.delete(id);
    },
    async rememberOrganisation(team, enterprise) {
      await organisations.set(team, enterprise);
    },
    async remove(team) {
      await kept.delete(team);
      await organisations.delete(team);
    },
  };
}

function idOf(installation: KeptInstallation): string {
  const id = installation.isEnterpriseInstall ? installation.enterprise?.id : installation.team?.id;
  if (id === undefined) throw new Error('an installation without a workspace or organisation');
  return id;
}

/** Text in, base64 of nonce, tag and ciphertext out. */
function aes256gcm(key: Buffer) {
  return {
    encrypt(data: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(data, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },
    decrypt(data: string): string {
      const bytes = Buffer.from(data, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

import { randomUUID } from 'node:crypto';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { EntryStore } from '../database/EntryStore';
import type { Clock } from '../domain/Clock';
import { entryNotFoundSentence, mayNotAddSentence } from '../domain/entry';
import type { Caller, EntryService } from './EntryService';

type Options = { entries: EntryStore; clock: Clock };

export class DefaultEntryService implements EntryService {
  static create(options: Options): DefaultEntryService {
    return new DefaultEntryService(options);
  }

  private constructor(private readonly options: Options) {}

  list({ access }: Caller, page: { limit: number; offset: number }) {
    return this.options.entries.list({ ...page, filter: access.filter });
  }

  async get({ access }: Caller, id: string) {
    const entry = await this.options.entries.find(id);
    if (!entry || !access.allows({ tenant: entry.tenant })) {
      throw new NotFoundError(entryNotFoundSentence(id));
    }
    return entry;
  }

  async create(
    { access, actor }: Caller,
    { tenant, name }: { tenant: string; name: string },
  ) {
    // The gate lets nobody in without credentials, so there is an actor.
    if (!actor || !access.allows({ tenant })) {
      throw new NotAllowedError(mayNotAddSentence(tenant));
    }
    const entry = {
      id: randomUUID(),
      tenant,
      name,
      createdBy: actor,
      createdAt: this.options.clock.now().toISOString(),
    };
    await this.options.entries.insert(entry);
    return entry;
  }
}

import { randomUUID } from 'node:crypto';
import { InputError, NotFoundError } from '@backstage/errors';
import { withChinese } from '@caas/contract';
import type { Announcer } from '../clients/Announcer';
import type { PeopleDirectory } from '../clients/PeopleDirectory';
import type { DelegationStore } from '../database/DelegationStore';
import type { Clock } from '../domain/Clock';
import { refuseDelegation, type DelegationRecord } from '../domain/delegation';
import { assertIsPerson } from './assertIsPerson';

type Options = {
  delegations: DelegationStore;
  people: PeopleDirectory;
  announcer: Pick<Announcer, 'delegated'>;
  clock: Clock;
};

/**
 * Who decides for whom. A person delegates their own decisions and nobody else's; what holds is looked up at each
 * decision, so a delegation that ends or is revoked stops at once.
 */
export class DelegationService {
  static create(options: Options): DelegationService {
    return new DelegationService(options);
  }

  private constructor(private readonly options: Options) {}

  async create(
    asked: {
      delegate: string;
      startsAt: string;
      endsAt: string;
      reason: string;
    },
    person: string,
  ): Promise<DelegationRecord> {
    const { delegations, people, announcer, clock } = this.options;
    assertIsPerson({ person }, { 'zh-CN': '委托审批', en: 'delegate' });
    const now = clock.now();
    const refusal = refuseDelegation({ ...asked, delegator: person }, now);
    if (refusal) {
      throw withChinese(new InputError(refusal.en), refusal['zh-CN']);
    }
    if (!(await people.isPerson(asked.delegate))) {
      throw withChinese(
        new InputError(
          `delegate: The catalog has no person '${asked.delegate}'. Choose somebody from the catalog`,
        ),
        `delegate: 目录中没有用户“${asked.delegate}”。请从目录中选择`,
      );
    }
    const delegation: DelegationRecord = {
      id: randomUUID(),
      delegator: person,
      delegate: asked.delegate,
      reason: asked.reason,
      // In UTC, so that text compares as time does.
      startsAt: new Date(asked.startsAt).toISOString(),
      endsAt: new Date(asked.endsAt).toISOString(),
      createdAt: now.toISOString(),
    };
    await delegations.create(delegation);
    announcer.delegated(delegation, person);
    return delegation;
  }

  list(person: string, page: { limit: number; offset: number }) {
    return this.options.delegations.list(person, page);
  }

  /** Ends a delegation: the one who gave it may, and the one who has it. */
  async revoke(id: string, person: string): Promise<DelegationRecord> {
    const { delegations, announcer, clock } = this.options;
    const found = await delegations.find(id);
    if (!found || ![found.delegator, found.delegate].includes(person)) {
      throw withChinese(
        new NotFoundError(`There is no delegation '${id}'`),
        `没有审批代理“${id}”`,
      );
    }
    await delegations.revoke(id, person, clock.now());
    const revoked = (await delegations.find(id))!;
    // Revoked again it is as it was: there is nothing to tell.
    if (!found.revokedAt) announcer.delegated(revoked, person);
    return revoked;
  }
}

import type { KubernetesObject } from '../storage/KubernetesObject';
import type { ObjectStore } from '../storage/ObjectStore';
import type { Happening } from './recordEvent';

/** So many of one reason are told one by one; further ones within the time count on in one event. */
const SINGLE = 10;
const SIMILAR_MS = 600_000;
/** So many about one object at once, and one more each time that this long has gone by. */
const BURST = 25;
const REFILL_MS = 300_000;
/** Objects that nothing was said of for so long have their whole budget again, and are forgotten. */
const IDLE_MS = BURST * REFILL_MS;
/** As many objects as are remembered without a look at how old they are. */
const REMEMBERED = 4096;

type Account = {
  left: number;
  at: number;
  similar: Map<string, { since: number; messages: Set<string> }>;
};

/**
 * How much a controller may say: a set of five hundred pods does not write five hundred events. The numbers are those of
 * the recorder in client-go, which every controller of Kubernetes speaks through.
 */
export class EventBudget {
  private static readonly budgets = new WeakMap<ObjectStore, EventBudget>();

  /** The budget of everything that is told in a store. */
  static of(store: ObjectStore): EventBudget {
    const found = EventBudget.budgets.get(store);
    if (found) return found;
    const budget = new EventBudget(() => store.now().getTime());
    EventBudget.budgets.set(store, budget);
    return budget;
  }

  private readonly accounts = new Map<string, Account>();

  constructor(private readonly now: () => number) {}

  /** What is to be told: the same, the same as one of many, or nothing. */
  spend(
    { metadata }: Pick<KubernetesObject, 'metadata'>,
    happening: Happening,
  ): Happening | undefined {
    const now = this.now();
    const account = this.accountOf(`${metadata.uid}/${happening.component}`);
    const told = combined(account, happening, now);
    const earned = Math.floor((now - account.at) / REFILL_MS);
    if (earned > 0) {
      account.left = Math.min(BURST, account.left + earned);
      account.at += earned * REFILL_MS;
    }
    if (account.left === 0) return undefined;
    account.left -= 1;
    return told;
  }

  private accountOf(key: string): Account {
    const found = this.accounts.get(key);
    if (found) return found;
    if (this.accounts.size >= REMEMBERED) this.forgetIdle();
    const account = { left: BURST, at: this.now(), similar: new Map() };
    this.accounts.set(key, account);
    return account;
  }

  private forgetIdle(): void {
    const before = this.now() - IDLE_MS;
    for (const [key, { at }] of this.accounts) {
      if (at < before) this.accounts.delete(key);
    }
  }
}

function combined(
  { similar }: Account,
  happening: Happening,
  now: number,
): Happening {
  const { type, reason, message } = happening;
  const key = `${type}/${reason}`;
  const before = similar.get(key);
  const isRecent = before !== undefined && now - before.since < SIMILAR_MS;
  const series = isRecent
    ? before
    : { since: now, messages: new Set<string>() };
  series.messages.add(message);
  similar.set(key, series);
  if (series.messages.size <= SINGLE) return happening;
  series.messages.delete(message);
  return {
    ...happening,
    message: `(combined from similar events): ${message}`,
    isCombined: true,
  };
}

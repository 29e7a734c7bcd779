/** How long an answer of the catalog counts: so long may somebody who was removed still get in. */
const TRUST_MS = 30_000;
/** How long the last answer counts while the catalog does not answer. */
const TRUST_WITHOUT_CATALOG_MS = 300_000;
/** People who are remembered; the one who was asked about longest ago is forgotten first. */
const MOST_PEOPLE = 10_000;

type Answer = { isKnown: boolean; at: number };

/** Whether a person still stands in the catalog, asked of it at most once in half a minute. */
export class KnownPeople {
  private readonly answers = new Map<string, Answer>();
  private readonly questions = new Map<string, Promise<boolean>>();

  constructor(private readonly now: () => number) {}

  /** Throws what `ask` throws when nobody can say. */
  async isKnown(
    userRef: string,
    ask: (userRef: string) => Promise<boolean>,
  ): Promise<boolean> {
    const last = this.answers.get(userRef);
    if (last && this.now() - last.at < TRUST_MS) return last.isKnown;
    const question = this.questions.get(userRef) ?? this.ask(userRef, ask);
    try {
      return await question;
    } catch (error) {
      const isRecent = last && this.now() - last.at < TRUST_WITHOUT_CATALOG_MS;
      if (isRecent) return last.isKnown;
      throw error;
    }
  }

  private ask(userRef: string, ask: (userRef: string) => Promise<boolean>) {
    const at = this.now();
    const question = ask(userRef)
      .then(isKnown => {
        this.remember(userRef, { isKnown, at });
        return isKnown;
      })
      .finally(() => this.questions.delete(userRef));
    this.questions.set(userRef, question);
    return question;
  }

  private remember(userRef: string, answer: Answer) {
    this.answers.delete(userRef);
    this.answers.set(userRef, answer);
    if (this.answers.size <= MOST_PEOPLE) return;
    const [oldest] = this.answers.keys();
    this.answers.delete(oldest);
  }
}

/**
 * Where oidc-provider keeps sessions, codes and tokens: in memory that outlives a provider, so that another one with other
 * keys goes on with them. Nothing expires here; the provider looks at `exp` itself.
 */
export function createMemoryAdapter() {
  const stored = new Map();

  return class MemoryAdapter {
    constructor(model) {
      this.model = model;
    }

    async upsert(id, payload) {
      stored.set(this.#key(id), payload);
    }

    async find(id) {
      return stored.get(this.#key(id));
    }

    async findByUid(uid) {
      return this.#payloads().find(payload => payload.uid === uid);
    }

    async findByUserCode(userCode) {
      return this.#payloads().find(payload => payload.userCode === userCode);
    }

    async consume(id) {
      stored.get(this.#key(id)).consumed = Math.floor(Date.now() / 1000);
    }

    async destroy(id) {
      stored.delete(this.#key(id));
    }

    async revokeByGrantId(grantId) {
      for (const [key, payload] of stored) {
        if (payload.grantId === grantId) stored.delete(key);
      }
    }

    #key(id) {
      return `${this.model}:${id}`;
    }

    #payloads() {
      return [...stored]
        .filter(([key]) => key.startsWith(`${this.model}:`))
        .map(([, payload]) => payload);
    }
  };
}

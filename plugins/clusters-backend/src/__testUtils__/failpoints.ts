/** The worker was killed: from here on it does nothing more. */
export class Killed extends Error {
  override name = 'Killed';
}

export type Failpoint = { at: number; passed: number };

/** Every method of `target` passes two failpoints: one before it, one after its effect is stored. */
export function withFailpoints<T extends object>(
  target: T,
  point: Failpoint,
): T {
  const pass = () => {
    point.passed += 1;
    if (point.passed >= point.at) throw new Killed();
  };
  return new Proxy(target, {
    get(object, key, receiver) {
      const value = Reflect.get(object, key, receiver);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        pass();
        const result = await value.apply(object, args);
        pass();
        return result;
      };
    },
  });
}

import { inspect } from 'node:util';
import { CustomErrorBase } from '@backstage/errors';

/** The portal does not start: its configuration is wrong. Says what to do, and shows no stack, which would help nobody. */
export class ConfigurationError extends CustomErrorBase {
  name = 'ConfigurationError' as const;

  constructor(findings: string[]) {
    super(
      [
        'The configuration is wrong. Correct it and start again:',
        ...findings.map(finding => `  - ${finding}`),
      ].join('\n'),
    );
    this.stack = this.message;
  }

  [inspect.custom]() {
    return this.message;
  }
}

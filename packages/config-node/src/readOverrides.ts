import type { WinstonLoggerLevelOverride } from '@backstage/backend-defaults/rootLogger';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const LEVELS = ['error', 'warn', 'info', 'debug'];

/** Which lines have a level of their own: `backend.logger.overrides`. */
export function readOverrides(
  config: RootConfigService,
): WinstonLoggerLevelOverride[] {
  const overrides = config.getOptionalConfigArray('backend.logger.overrides');
  return (overrides ?? []).map((override, index) => {
    const level = override.getString('level');
    if (!LEVELS.includes(level)) {
      throw new InputError(
        `backend.logger.overrides[${index}].level is '${level}'; it must be one of ${LEVELS.join(', ')}.`,
      );
    }
    return { level, matchers: override.getConfig('matchers').get() };
  });
}

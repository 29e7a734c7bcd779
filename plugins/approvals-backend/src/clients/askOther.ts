import { ServiceUnavailableError } from '@backstage/errors';
import { sentenceOf, withChinese } from '@caas/contract';

/** Longer than a domain needs to look something up, and well within the lease of a worker. */
const ANSWER_WITHIN_MS = 8000;

/**
 * Calls another plugin. One that does not answer, or fails, is said to the person as "try again"; errors named in `pass`
 * are meant for the person as they are.
 */
export async function askOther<T>(
  plugin: string,
  what: string,
  ask: (options: { signal: AbortSignal }) => Promise<T>,
  options: { pass?: readonly string[]; withinMs?: number } = {},
): Promise<T> {
  const { pass = [], withinMs = ANSWER_WITHIN_MS } = options;
  try {
    return await ask({ signal: AbortSignal.timeout(withinMs) });
  } catch (error) {
    if (pass.includes((error as Error).name)) throw error;
    const said = sentenceOf(error);
    throw withChinese(
      new ServiceUnavailableError(
        `The plugin '${plugin}' could not ${what}: ${said.en}. Try again in a moment`,
      ),
      `插件“${plugin}”暂时不能处理：${said['zh-CN']}。请稍后重试`,
    );
  }
}

import { rm } from 'node:fs/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  TechdocsGenerator,
  type GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';

/**
 * The stock generator, which where mkdocs is missing tells the reader so, and what to do.
 *
 * After a failure it removes what it was given: TechDocs does so only after a success, and a portal without mkdocs would
 * gather a copy at every visit. Both folders are temporary, whichever preparer made them.
 */
export class ExplainingGenerator extends TechdocsGenerator {
  override async run(options: GeneratorRunOptions): Promise<void> {
    try {
      await super.run(options);
    } catch (error) {
      for (const folder of [options.inputDir, options.outputDir]) {
        await rm(folder, { recursive: true, force: true });
      }
      if (!isMissingMkdocs(error)) throw error;
      // The page shows this sentence as it is, so it comes in both languages.
      throw new ServiceUnavailableError(
        '此机器上没有 mkdocs，无法生成文档页。请安装带 venv 与 pip 的 python3，然后重新启动门户。There is no mkdocs on this machine, so documentation pages cannot be made. Install python3 with venv and pip, then start the portal again.',
      );
    }
  }
}

function isMissingMkdocs(error: unknown): boolean {
  const { code, path, cause } = (error ?? {}) as {
    code?: string;
    path?: string;
    cause?: unknown;
  };
  if (code === 'ENOENT' && path === 'mkdocs') return true;
  return cause !== undefined && isMissingMkdocs(cause);
}

import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  getLocationForEntity,
  type PreparerBase,
  type PreparerOptions,
  type PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import { digestFolder } from './digestFolder';

type Options = {
  integrations: ScmIntegrationRegistry;
  /** Prepares the folders of entities that come from a URL. */
  remote: PreparerBase;
  workingDirectory: string;
};

/**
 * Hands out a copy of the folder with the documentation of an entity.
 *
 * A copy, because the generator rewrites `mkdocs.yml` in the folder that it is given. The ETag is a digest of the folder:
 * while it stays the same there is nothing to build.
 */
export class FolderPreparer implements PreparerBase {
  static create(options: Options): FolderPreparer {
    return new FolderPreparer(options);
  }

  private constructor(private readonly options: Options) {}

  /** What is handed out is always a copy of ours. */
  shouldCleanPreparedDirectory(): boolean {
    return true;
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const { integrations, remote, workingDirectory } = this.options;
    const location = getLocationForEntity(entity, integrations);
    if (location.type !== 'dir') return remote.prepare(entity, options);

    const etag = await digestOf(location.target, entity);
    if (etag === options?.etag) throw new NotModifiedError();
    const preparedDir = await mkdtemp(
      path.join(workingDirectory, 'techdocs-source-'),
    );
    try {
      // The generator refuses links that lead out of the folder; it has to see them as they are.
      await cp(location.target, preparedDir, {
        recursive: true,
        verbatimSymlinks: true,
      });
    } catch (error) {
      await rm(preparedDir, { recursive: true, force: true });
      throw error;
    }
    return { preparedDir, etag };
  }
}

async function digestOf(folder: string, entity: Entity): Promise<string> {
  try {
    return await digestFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new NotFoundError(
      `The documentation of '${entity.metadata.name}' should lie in '${folder}', but there is no such folder. Create it, or correct the annotation 'backstage.io/techdocs-ref' of the entity.`,
    );
  }
}
